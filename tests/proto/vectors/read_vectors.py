#!/usr/bin/env python3
"""An independent reader of tests/data/wire/vectors.json: proto/README.md in plain Python, nothing of ours linked.

Usage: read_vectors.py FILE. Prints how many values it confirmed; fails with the first that it can't."""
import json
import random
import struct
import sys

import reader_crypto as crypto
import reader_fold
import reader_office
import reader_wire as wire
from reader_argon2 import argon2id

confirmed = 0


def same(what, expected, got):
    global confirmed
    if expected != got:
        sys.exit(f"{what}\n  the file says   {expected}\n  this reader got {got}")
    confirmed += 1


def raw(text):
    return bytes.fromhex(text)


def u64(number):
    return int(number).to_bytes(8, "little")


KINDS = "home profile own chosen team safety staff group insight audit".split()


def streams(rows):
    same("kinds", KINDS, [row["kind"] for row in rows])
    for row in rows:
        same("stream", row["stream"], bytes([row["number"]]).hex() + row["bits"])
        same("number", row["number"], KINDS.index(row["kind"]) + 1)


def hashes(rows):
    for row in rows:
        same("hash256", row["hash256"], crypto.blake2b(32, raw(row["bytes"])).hex())
        same("definition", row["definition"], crypto.blake2b(16, raw(row["bytes"])).hex())


def singletons(rows):
    for row in rows:
        same("singleton", row["entity"], crypto.blake2b(16, raw(row["person"]), row["kind"].encode()).hex())


def change_hash(row):
    header = raw(row["header"])
    return crypto.blake2b(32, b"trivsel.change.1", raw(row["stream"]), len(header).to_bytes(4, "little"), header,
                          raw(row["nonce"]), raw(row["ct"])).hex()


def seals(rows):
    for row in rows:
        header = wire.fields(raw(row["header"]))
        named = ("inc", "ctr", "lamport", "key_version", "op_schema")
        same("header", [int(row[name]) for name in named], [wire.last(header, n, 0) for n in range(1, 6)])
        associated = raw(row["stream"]) + raw(row["header"])
        same("ct", row["ct"], crypto.aead_seal(raw(row["key"]), raw(row["nonce"]), associated, raw(row["plain"])).hex())
        opened = crypto.aead_open(raw(row["key"]), raw(row["nonce"]), associated, raw(row["ct"]))
        same("plain", row["plain"], opened.hex())
        same("bent", None, crypto.aead_open(raw(row["key"]), raw(row["nonce"]), associated + b"x", raw(row["ct"])))
        same("change hash", row["change_hash"], change_hash(row))
        sealed, gone = wire.fields(raw(row["sealed"])), wire.fields(raw(row["sealed_gone"]))
        same("sealed", [(1, raw(row["header"])), (2, raw(row["nonce"])), (3, raw(row["ct"]))], sealed)
        same("gone", [(1, raw(row["header"])), (4, raw(row["change_hash"]))], gone)


def next_head(head, change):
    return crypto.blake2b(32, b"trivsel.chain.1", head, change)


def chain(rows):
    head = bytes(32)
    for row in rows:
        same("head", row["head"], head.hex())
        head = next_head(head, raw(row["change_hash"]))
        same("next head", row["next"], head.hex())


def log(rows):
    position = 0
    for row in rows:
        same("log", row["log"], str(position))
        digest = crypto.blake2b(32, b"trivsel.log.1", u64(position), raw(row["stream"]), raw(row["change_hash"]))
        position = int.from_bytes(digest[:8], "little")
        same("next log", row["next"], str(position))


def sets(rows):
    for row in rows:
        total = 0
        for member in row["members"]:
            name = raw(member["stream"]) + u64(member["inc"]) + u64(member["ctr"])
            total += int.from_bytes(crypto.blake2b(32, name, raw(member["change_hash"])), "little")
        same("set hash", row["set_hash"], (total % 2 ** 256).to_bytes(32, "little").hex())


def proofs(rows):
    for row in rows:
        head = raw(row["prev_head"])
        for change in row["change_hashes"]:
            head = next_head(head, raw(change))
        same("head", row["head"], head.hex())
        message = (b"trivsel.proof.1" + raw(row["stream"]) + u64(row["inc"]) + u64(row["first"]) + u64(row["last"])
                   + raw(row["prev_head"]) + raw(row["head"]))
        same("message", row["message"], message.hex())
        same("public", row["public"], crypto.ed25519_public(raw(row["secret"])).hex())
        same("signature", True, crypto.ed25519_verify(raw(row["public"]), message, raw(row["signature"])))
        same("bent", False, crypto.ed25519_verify(raw(row["public"]), message + b"x", raw(row["signature"])))
        names = ("stream", "inc", "first", "last", "prev_head", "head", "device", "signature")
        values = [int(row[n]) if n in ("inc", "first", "last") else raw(row[n]) for n in names]
        same("proof", list(enumerate(values, 1)), wire.fields(raw(row["proof"])))


def kdf(rows):
    for row in rows:
        derived = crypto.blake2b(32, b"trivsel.kdf.1", row["label"].encode(), key=raw(row["seed"]))
        same(row["label"], row["key"], derived.hex())


def box_keys(rows):
    for row in rows:
        same("box key", row["public"], crypto.x25519_public(raw(row["secret"])).hex())


def boxed(rows):
    for row in rows:
        same("server public", row["server_public"], crypto.ed25519_public(raw(row["server_seed"])).hex())
        secret = crypto.x25519_of_ed25519(raw(row["server_seed"]))
        same("box public", row["box_public"], crypto.x25519_public(secret).hex())
        box, ct = raw(row["ct"])[:80], raw(row["ct"])[80:]
        key = crypto.box_open(secret, box)
        associated = raw(row["stream"]) + raw(row["header"])
        same("boxed content", row["plain"], crypto.aead_open(key, raw(row["nonce"]), associated, ct).hex())
        same("bent box", None, crypto.box_open(secret, box[:-1] + bytes([box[-1] ^ 1])))
        same("boxed key version", 0, wire.last(wire.fields(raw(row["header"])), 4, 0))
        same("boxed change hash", row["change_hash"], change_hash(row))


def own_rings(rows):
    for row in rows:
        derived = argon2id("\n".join(row["pictures"]).encode(), raw(row["salt"]), row["passes"], row["kib"])
        same("what the pictures become", row["derived"], derived.hex())
        place = raw(row["home"]) + raw(row["person"]) + raw(row["stream"])
        head = struct.pack("<BII", 1, row["passes"], row["kib"]) + raw(row["salt"]) + bytes([len(row["keys"])])
        head += b"".join(struct.pack("<I", one["version"]) for one in row["keys"])
        locked = raw(row["locked"])
        same("a ring's beginning", (head + raw(row["nonce"])).hex(), locked[:len(head) + 24].hex())
        key = crypto.blake2b(32, b"trivsel.own.key.1", place, key=derived)
        opened = crypto.aead_open(key, raw(row["nonce"]), b"trivsel.own.1" + place + head, locked[len(head) + 24:])
        same("a ring's keys", "".join(one["key"] for one in row["keys"]), opened.hex())
        secret = crypto.blake2b(32, b"trivsel.own.return.1", raw(row["stream"]), key=raw(row["keys"][-1]["key"]))
        same("where it is given back", row["return_public"], crypto.x25519_public(secret).hex())


def own_tablets(rows):
    for row in rows:
        place = raw(row["home"]) + raw(row["person"]) + raw(row["stream"])
        said = struct.pack("<I", row["version"]) + raw(row["device"]) + raw(row["box"]) + bytes([row["answer"]]) + struct.pack("<Q", row["number"])
        same("what was said of a tablet", row["mac"], crypto.blake2b(32, b"trivsel.own.tablet.1", place, said, key=raw(row["key"])).hex())


def code_wishes(rows):
    for row in rows:
        verifier = struct.pack("<BII", 1, row["passes"], row["kib"]) + raw(row["salt"]) + raw(row["hash"])
        plain = b"\1" + raw(row["home"]) + raw(row["person"]) + raw(row["wish"]) + row["in_use"].encode() + verifier
        same("a wish for a code", row["plain"], plain.hex())


def wraps(rows):
    for row in rows:
        associated = b"trivsel.wrap.1" + raw(row["context"])
        sealed = crypto.aead_seal(raw(row["key"]), raw(row["nonce"]), associated, raw(row["plain"]))
        same("wrapped", row["wrapped"], row["nonce"] + sealed.hex())


def word_of(number):
    out = ""
    for letters, shift in (("bdfghjklmnprstvz", 12), ("aiou", 10), ("bdfghjklmnprstvz", 6), ("aiou", 4),
                           ("bdfghjklmnprstvz", 0)):
        out += letters[number >> shift & len(letters) - 1]
    return out


def words(rows):
    for row in rows:
        seed = raw(row["seed"])
        check = crypto.blake2b(32, b"trivsel.words.1", seed)[:2]
        numbers = [int.from_bytes((seed + check)[i:i + 2], "big") for i in range(0, 34, 2)]
        same("words", row["words"], " ".join(map(word_of, numbers)))


def frames(rows):
    for row in rows:
        payload = raw(row["payload"])
        frame = (len(payload) + 1).to_bytes(4, "little") + bytes([row["type"]]) + payload
        same("frame", row["frame"], frame.hex())


def hellos(rows):
    for row in rows:
        frame = raw(row["frame"])
        same("frame of a Hello", (len(frame) - 4, frame[4]), (int.from_bytes(frame[:4], "little"), 1))
        hello = wire.fields(frame[5:])
        for name, number in (("home", 3), ("device", 4)):
            same(f"Hello.{name}", [raw(row[name])], wire.every(hello, number))
        same("Hello.carry", [raw(one) for one in row["carry"]], wire.every(hello, 14))


def dot_of(text):
    inc, ctr = text.split(":")
    return int(inc), int(ctr)


def fold(case, changes):
    """Folds the changes as they stand and compares with what a person expects."""
    folded = reader_fold.Fold()
    for change in changes:
        dot = dot_of(change["dot"])
        age = (int(change["lamport"]), *dot)
        folded.add(dot, None if change["plain"] is None else wire.ops_of(raw(change["plain"]), age, int(change.get("hash", 0))))
    registers = folded.registers()
    for row in case["registers"]:
        what = f"fold \"{case['name']}\", field \"{row['field']}\""
        got = reader_fold.view(registers[raw(row["entity"])][row["field"]])
        for name in ("state", "policy", "voice", "opaque", "merged"):
            same(f"{what}: {name}", row[name], got[name])
        same(f"{what}: heads", [dot_of(d) for d in row["heads"]], got["heads"])
        same(f"{what}: versions", [(dot_of(v["dot"]), v["value"]) for v in row["versions"]], got["versions"])
    entity = raw(case["item"]["entity"])
    same(f"fold \"{case['name']}\": item", case["item"]["state"], reader_fold.item_state(registers.get(entity, {})))
    same(f"fold \"{case['name']}\": waiting", case["waiting_fields"], folded.waiting(entity))
    same(f"fold \"{case['name']}\": opaque", case["opaque_count"], folded.opaque_count())


def folds(rows):
    """Any order, any duplication: the same."""
    chance = random.Random(1)
    for case in rows:
        changes = case["changes"]
        fold(case, changes)
        fold(case, changes[::-1])
        for _ in range(5):
            fold(case, chance.sample(changes, len(changes)) + chance.choices(changes, k=len(changes)))


def wipes(rows):
    reader_office.wipes(rows, same)


def erasures(rows):
    reader_office.erasures(rows, same)


def renewals(rows):
    reader_office.renewals(rows, same)


def pairings(rows):
    reader_office.pairings(rows, same)


READERS = (streams, hashes, singletons, seals, chain, log, sets, proofs, kdf, box_keys, boxed, own_rings, own_tablets, code_wishes, wraps, words, frames, hellos, wipes, erasures, renewals,
           pairings, folds)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        vectors = json.load(file)
    same("version", 1, vectors["version"])
    same("sections", {"about", "version", *(reader.__name__ for reader in READERS)}, set(vectors))
    for reader in READERS:
        if not vectors[reader.__name__]:
            sys.exit(f"{reader.__name__}: nothing to read")
        reader(vectors[reader.__name__])
    print(f"{confirmed} values confirmed, {len(vectors['folds'])} folding cases")


main()
