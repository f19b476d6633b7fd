"""Orders of the office, certificates in HelloAck, and pairing: proto/README.md in plain Python."""
import urllib.parse

import reader_crypto as crypto
import reader_wire as wire

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def raw(text):
    return bytes.fromhex(text)


def u64(number):
    return (int(number) % 2 ** 64).to_bytes(8, "little")


def message_of(frame, kind):
    """The fields of one whole frame of that type."""
    if int.from_bytes(frame[:4], "little") != len(frame) - 4 or frame[4] != kind:
        raise ValueError("frame")
    return wire.fields(frame[5:])


def wipes(rows, same):
    for row in rows:
        message = message_of(raw(row["frame"]), 15)
        same("Wipe", [(1, raw(row["device"])), (2, zigzag(row["issued_ms"])), (3, raw(row["signature"]))], message)
        signed = b"trivsel.wipe.1" + raw(row["home"]) + raw(row["device"]) + u64(row["issued_ms"])
        same("wipe's signature", True, crypto.ed25519_verify(raw(row["server_public"]), signed, raw(row["signature"])))
        same("another device's", False, crypto.ed25519_verify(raw(row["server_public"]), signed + b"x", raw(row["signature"])))


def zigzag(text):
    number = int(text)
    return number * 2 if number >= 0 else -number * 2 - 1


def erasures(rows, same):
    for row in rows:
        message = message_of(raw(row["frame"]), 14)
        escrow = [tuple(map(int, one.split(":"))) for one in row["escrow"]]
        for name, number in (("stream", 1), ("order", 2), ("signature", 4)):
            same(f"StreamErased.{name}", [raw(row[name])], wire.every(message, number))
        same("StreamErased.escrow", escrow, [wire.dot(one)[:2] for one in wire.every(message, 3)])
        signed = b"trivsel.erase.1" + raw(row["home"]) + raw(row["stream"]) + raw(row["order"])
        signed += b"".join(u64(inc) + u64(ctr) for inc, ctr in escrow)
        same("erasure's signature", True, crypto.ed25519_verify(raw(row["server_public"]), signed, raw(row["signature"])))
        same("with one more", False, crypto.ed25519_verify(raw(row["server_public"]), signed + u64(1), raw(row["signature"])))
        same("done", [(1, raw(row["stream"])), (2, raw(row["order"]))], message_of(raw(row["done"]), 14))


def renewals(rows, same):
    for row in rows:
        message = message_of(raw(row["frame"]), 2)
        same("may_read", int(row["may_read"]), wire.last(message, 9, 0))
        same("expired", int(row["expired"]), wire.last(message, 17, 0))
        same("certificate", row["certificate"], wire.last(message, 16, b"").decode())


def _times_alpha(x):
    """In GF(32), x⁵ + x² + 1."""
    return x << 1 if x < 16 else (x << 1 ^ 0b100101)


def _syndrome(symbols, power):
    out = 0
    for symbol in symbols:
        for _ in range(power):
            out = _times_alpha(out)
        out ^= symbol
    return out


def _code(row, same):
    symbols = [ALPHABET.index(letter) for letter in row["code"].replace(" ", "")]
    same("length of a code", 26, len(symbols))
    same("check of a code", (0, 0), (_syndrome(symbols, 1), _syndrome(symbols, 2)))
    number = 0
    for symbol in symbols[:24]:
        number = number << 5 | symbol
    holds = number.to_bytes(15, "big")
    same("address in a code", row["host"], ".".join(map(str, holds[:4])))
    same("port in a code", row["port"], int.from_bytes(holds[4:6], "big"))
    same("secret in a code", row["secret"], holds[6:].hex())
    begin, rest = row["link"].split("?")
    same("link", "trivsel-pair:1", begin)
    named = dict(urllib.parse.parse_qsl(rest, strict_parsing=True))
    same("fields of a link", {name: str(row[name]) for name in ("host", "port", "pin", "secret")}, named)


def pairings(rows, same):
    for row in rows:
        _code(row, same)
        keys = raw(row["sign_key"]) + raw(row["box_key"])
        key = crypto.blake2b(32, b"trivsel.pair.key.1", raw(row["secret"]))
        commitment = crypto.blake2b(32, b"trivsel.pair.commit.1", raw(row["tablet_nonce"]))
        same("commitment", row["commitment"], commitment.hex())
        transcript = crypto.blake2b(32, b"trivsel.pair.transcript.1", raw(row["exporter"]), raw(row["pin"]), keys, commitment)
        tablet = crypto.blake2b(32, b"trivsel.pair.tablet.1", transcript, key=key)
        same("the tablet's proof", row["tablet_proof"], tablet.hex())
        server = crypto.blake2b(32, b"trivsel.pair.server.1", transcript, raw(row["server_nonce"]), key=key)
        same("the server's proof", row["server_proof"], server.hex())
        both = crypto.blake2b(32, b"trivsel.pair.digits.1", transcript, raw(row["tablet_nonce"]), raw(row["server_nonce"]), key=key)
        same("digits", row["digits"], f"{int.from_bytes(both[:8], 'little') % 10 ** 6:06}")
        frames = [message_of(raw(frame), number) for number, frame in enumerate(row["frames"], 1)]
        same("PairHello", [raw(row["sign_key"]), raw(row["box_key"]), commitment, tablet], [value for _, value in frames[0][:4]])
        same("PairProof", [(1, server), (2, raw(row["server_nonce"]))], frames[1][:2])
        same("PairReveal", [(1, raw(row["tablet_nonce"]))], frames[2])
        same("PairGrant", [1, 2, 3, 4], [number for number, _ in frames[3]])
        same("PairDone", [], frames[4])
        same("PairRefused", [(1, 1), (2, 4)], frames[5])
