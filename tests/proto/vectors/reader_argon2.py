"""Argon2id 1.3 with one lane in plain Python (RFC 9106), slow: only for checking vectors of a few KiB."""
import hashlib
import struct

MASK = (1 << 64) - 1
WORDS = 128  # of 64 bits in a block
COLUMNS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15), (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))


def _long_hash(size, data):
    first = struct.pack("<I", size) + data
    if size <= 64:
        return hashlib.blake2b(first, digest_size=size).digest()
    value = hashlib.blake2b(first, digest_size=64).digest()
    out = value[:32]
    while size - len(out) > 64:
        value = hashlib.blake2b(value, digest_size=64).digest()
        out += value[:32]
    return out + hashlib.blake2b(value, digest_size=size - len(out)).digest()


def _mix(v, a, b, c, d):
    for first, second in ((32, 24), (16, 63)):
        for at, by, far, turn in ((a, b, d, first), (c, d, b, second)):
            v[at] = (v[at] + v[by] + 2 * (v[at] & 0xFFFFFFFF) * (v[by] & 0xFFFFFFFF)) & MASK
            turned = v[far] ^ v[at]
            v[far] = (turned >> turn | turned << (64 - turn)) & MASK


def _permute(block, places):
    part = [block[place] for place in places]
    for column in COLUMNS:
        _mix(part, *column)
    for place, word in zip(places, part):
        block[place] = word


def _compress(x, y):
    both = [a ^ b for a, b in zip(x, y)]
    out = both[:]
    for row in range(8):
        _permute(out, range(16 * row, 16 * row + 16))
    for column in range(8):
        _permute(out, [2 * column + 16 * row + half for row in range(8) for half in (0, 1)])
    return [a ^ b for a, b in zip(both, out)]


def argon2id(code, salt, passes, kib, size=32):
    start = struct.pack("<6I", 1, size, kib, passes, 0x13, 2)
    for text in (code, salt, b"", b""):
        start += struct.pack("<I", len(text)) + text
    seed = hashlib.blake2b(start, digest_size=64).digest()
    count = 4 * (kib // 4)
    segment = count // 4
    blocks = [None] * count
    for at in (0, 1):
        blocks[at] = list(struct.unpack("<128Q", _long_hash(1024, seed + struct.pack("<II", at, 0))))
    for turn in range(passes):
        for slice_ in range(4):
            independent = turn == 0 and slice_ < 2
            asked, addresses = [turn, 0, slice_, count, passes, 2, 0] + [0] * (WORDS - 7), []
            for at in range(segment):
                if independent and at % WORDS == 0:
                    asked[6] += 1
                    addresses = _compress([0] * WORDS, _compress([0] * WORDS, asked))
                here = slice_ * segment + at
                if turn == 0 and here < 2:
                    continue
                draw = (addresses[at % WORDS] if independent else blocks[here - 1][0]) & 0xFFFFFFFF
                area = here - 1 if turn == 0 else count - segment + at - 1
                back = area - 1 - (area * (draw * draw >> 32) >> 32)
                begin = 0 if turn == 0 or slice_ == 3 else (slice_ + 1) * segment
                made = _compress(blocks[here - 1], blocks[(begin + back) % count])
                blocks[here] = made if turn == 0 else [a ^ b for a, b in zip(made, blocks[here])]
    return _long_hash(size, struct.pack("<128Q", *blocks[-1]))
