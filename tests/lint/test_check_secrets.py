#!/usr/bin/env python3
"""check_secrets.py sees each kind of fault, and lets pass what is none."""
import sys

from check_secrets import faults_of

BAD = {
    "memcmp": "if (std::memcmp(a.data(), b.data(), 32) == 0) {",
    "a local secret": "bool f(const seal::WrapKey &key, const X &other) { return key == other.key; }",
    "a local secret on the right": "seal::BoxSecret mine;\nif (theirs != mine) {",
    "a member": "return known->sign == file.sign;",
    "by name": "return typed == digits;",
    "a verifier by name": "if (stored.codeVerifier != verifier) {",
    "a hash of a code": "PasscodeHash now;\nreturn now == before;",
}
GOOD = {
    "libsodium": "return sodium_memcmp(a.data(), b.data(), 32) == 0;",
    "in a comment": "// known->sign == file.sign, memcmp(a, b, 3)",
    "in a string": 'say("digits == passcode");',
    "public keys": "seal::SignPublic key;\nreturn key == other;",
    "whether there is one": "const seal::WrapKey *key = find();\nreturn key == nullptr;",
    "its size": "return digits.size() == kDigits;",
    "a deleted operator": "bool operator==(const PasscodeHash &) const = delete;",
    "another member": "return one.name == two.name;",
}
MEMBERS = {"sign", "wrapKey"}


def main():
    wrong = [f"not seen: {name}" for name, text in BAD.items() if not faults_of("x.cpp", text, MEMBERS)]
    wrong += [f"seen for nothing: {name}: {faults_of('x.cpp', text, MEMBERS)}" for name, text in GOOD.items()
              if faults_of("x.cpp", text, MEMBERS)]
    print("\n".join(wrong) or f"{len(BAD)} faults seen, {len(GOOD)} let pass")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
