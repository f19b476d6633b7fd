"""XChaCha20-Poly1305 and Ed25519 in plain Python, slow and without any library of ours: only for checking vectors."""
import hashlib
import struct

MASK = 0xFFFFFFFF


def blake2b(size, *parts, key=b""):
    return hashlib.blake2b(b"".join(parts), digest_size=size, key=key).digest()


# --- ChaCha20 ---------------------------------------------------------------------------------------------------------

def _quarter(s, a, b, c, d):
    for into, other, turned, left in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[into] = (s[into] + s[other]) & MASK
        s[turned] ^= s[into]
        s[turned] = ((s[turned] << left) | (s[turned] >> (32 - left))) & MASK


def _rounds(words):
    s = list(words)
    for _ in range(10):
        for column in range(4):
            _quarter(s, column, column + 4, column + 8, column + 12)
        for column in range(4):
            _quarter(s, column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12)
    return s


CONSTANT = struct.unpack("<4I", b"expand 32-byte k")


def _hchacha(key, nonce16):
    s = _rounds(CONSTANT + struct.unpack("<8I", key) + struct.unpack("<4I", nonce16))
    return struct.pack("<8I", *s[:4], *s[12:])


def _chacha(key, counter, nonce12, data):
    out = bytearray()
    for at in range(0, len(data), 64):
        start = CONSTANT + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce12)
        block = struct.pack("<16I", *((a + b) & MASK for a, b in zip(_rounds(start), start)))
        out += bytes(a ^ b for a, b in zip(data[at:at + 64], block))
        counter += 1
    return bytes(out)


def _poly1305(key, data):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(data), 16):
        total = (total + int.from_bytes(data[at:at + 16] + b"\x01", "little")) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], "little")) & ((1 << 128) - 1)).to_bytes(16, "little")


def _parts(key, nonce24):
    return _hchacha(key, nonce24[:16]), b"\0" * 4 + nonce24[16:]


def _tag(key, nonce12, associated, ct):
    def padded(data):
        return data + b"\0" * (-len(data) % 16)
    once = _chacha(key, 0, nonce12, b"\0" * 32)
    return _poly1305(once, padded(associated) + padded(ct) + struct.pack("<QQ", len(associated), len(ct)))


def aead_seal(key, nonce24, associated, plain):
    subkey, nonce12 = _parts(key, nonce24)
    ct = _chacha(subkey, 1, nonce12, plain)
    return ct + _tag(subkey, nonce12, associated, ct)


def aead_open(key, nonce24, associated, sealed):
    """The plain text, or None when anything was changed."""
    subkey, nonce12 = _parts(key, nonce24)
    ct, tag = sealed[:-16], sealed[-16:]
    if len(sealed) < 16 or _tag(subkey, nonce12, associated, ct) != tag:
        return None
    return _chacha(subkey, 1, nonce12, ct)


# --- Curve25519 in its Edwards form, and X25519 -----------------------------------------------------------------------

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def _recover_x(y, odd):
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or (x == 0 and odd):
        return None
    return P - x if x % 2 != odd else x


# Points are (X, Y, Z): x = X/Z, y = Y/Z.
def _add(p, q):
    a = p[2] * q[2] % P
    b = a * a % P
    c, d = p[0] * q[0] % P, p[1] * q[1] % P
    e = D * c * d % P
    x = a * (b - e) * ((p[0] + p[1]) * (q[0] + q[1]) - c - d) % P
    return x, a * (b + e) * (d + c) % P, (b - e) * (b + e) % P


def _times(number, point):
    out = (0, 1, 1)
    while number:
        if number & 1:
            out = _add(out, point)
        point = _add(point, point)
        number >>= 1
    return out


BASE_Y = 4 * pow(5, -1, P) % P
BASE = (_recover_x(BASE_Y, 0), BASE_Y, 1)


def _encode(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def _decode(raw):
    number = int.from_bytes(raw, "little")
    y, odd = number & (2 ** 255 - 1), number >> 255
    x = _recover_x(y, odd) if y < P else None
    return None if x is None else (x, y, 1)


def _clamped(raw):
    return int.from_bytes(raw, "little") & (2 ** 254 - 8) | 2 ** 254


def ed25519_public(seed):
    return _encode(_times(_clamped(hashlib.sha512(seed).digest()[:32]), BASE))


def ed25519_verify(public, message, signature):
    point, commitment = _decode(public), _decode(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if point is None or commitment is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    return _encode(_times(s, BASE)) == _encode(_add(commitment, _times(k, point)))


def x25519_public(secret):
    """Montgomery u = (1 + y) / (1 - y) of the Edwards point."""
    _, y, z = _times(_clamped(secret), BASE)
    return ((z + y) * pow(z - y, -1, P) % P).to_bytes(32, "little")


def x25519_of_ed25519(seed):
    return hashlib.sha512(seed).digest()[:32]


def x25519(secret, public):
    """RFC 7748, 5: the Montgomery ladder."""
    k, u = _clamped(secret), int.from_bytes(public, "little") & (2 ** 255 - 1)
    x2, z2, x3, z3 = 1, 0, u, 1
    for bit in range(254, -1, -1):
        swap = k >> bit & 1
        if swap:
            x2, x3, z2, z3 = x3, x2, z3, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        x3, z3 = (d * a + c * b) ** 2 % P, u * (d * a - c * b) ** 2 % P
        x2, z2 = (a * b) ** 2 % P, (a * a - b * b) * (a * a + 121665 * (a * a - b * b)) % P
        if swap:
            x2, x3, z2, z3 = x3, x2, z3, z2
    return (x2 * pow(z2, -1, P) % P).to_bytes(32, "little")


# --- crypto_box_seal: X25519, XSalsa20-Poly1305 -----------------------------------------------------------------------

def _salsa_rounds(words):
    x = list(words)
    columns = ((0, 4, 8, 12), (5, 9, 13, 1), (10, 14, 2, 6), (15, 3, 7, 11))
    rows = ((0, 1, 2, 3), (5, 6, 7, 4), (10, 11, 8, 9), (15, 12, 13, 14))
    for _ in range(10):
        for a, b, c, d in columns + rows:
            for into, one, other, left in ((b, a, d, 7), (c, b, a, 9), (d, c, b, 13), (a, d, c, 18)):
                turned = x[one] + x[other] & MASK
                x[into] ^= (turned << left | turned >> (32 - left)) & MASK
    return x


def _salsa_words(key, input16):
    k, n = struct.unpack("<8I", key), struct.unpack("<4I", input16)
    return (CONSTANT[0], *k[:4], CONSTANT[1], *n, CONSTANT[2], *k[4:], CONSTANT[3])


def _hsalsa(key, input16):
    x = _salsa_rounds(_salsa_words(key, input16))
    return struct.pack("<8I", *(x[at] for at in (0, 5, 10, 15, 6, 7, 8, 9)))


def _xsalsa(key, nonce24, size):
    subkey, out, counter = _hsalsa(key, nonce24[:16]), b"", 0
    while len(out) < size:
        words = _salsa_words(subkey, nonce24[16:] + struct.pack("<Q", counter))
        out += struct.pack("<16I", *((a + b) & MASK for a, b in zip(_salsa_rounds(words), words)))
        counter += 1
    return out[:size]


def box_open(secret, box):
    """The plain text of a sealed box, or None when anything was changed."""
    sender, tag, ct = box[:32], box[32:48], box[48:]
    nonce = blake2b(24, sender, x25519_public(secret))
    stream = _xsalsa(_hsalsa(x25519(secret, sender), b"\0" * 16), nonce, 32 + len(ct))
    if _poly1305(stream[:32], ct) != tag:
        return None
    return bytes(a ^ b for a, b in zip(ct, stream[32:]))
