#!/usr/bin/env python3
"""Secrets are compared by libsodium alone: fails on == != < and memcmp over them. Usage: check_secrets.py ROOT

What is a secret is told by its type (`…Secret`, `…Verifier`, `…Key` of proto/seal, `RecoverySeed`, `PasscodeHash`) or by its
name (`…Secret`, `…Verifier`, `passcode`, `digits`). Names of members that also have a harmless type elsewhere are left out: there the type must
refuse (`operator==` = delete)."""
import pathlib
import re
import sys

ROOMS = ("proto", "app", "sync-server")
TYPE = r"(?:seal::)?(?:\w*Secret|\w*Verifier|StreamKey|WrapKey|RecoverySeed|PasscodeHash)"
DECLARED = re.compile(r"\b(?:const\s+)?(?:std::optional<)?" + TYPE + r">?\s*[&*]?\s*\b([a-z]\w*)\b\s*(?=[;,){=\[])")
ANY_DECLARED = re.compile(r"\b([\w:]+(?:<[\w:, ]+>)?)\s*[&*]?\s+\b([a-z]\w*)\b\s*(?:=[^;]*)?;")
BY_NAME = r"(?:[a-z]\w*Secret|secret|[a-z]\w*Verifier|verifier|passcode|digits)"
COMPARES = re.compile(r"((?:[\w\]\)]+(?:\.|->))*\w+)\s*(?:==|!=|<=>)\s*((?:\w+(?:\.|->))*\w+)(?!\s*\()")
MEMCMP = re.compile(r"(?<!sodium_)\bmemcmp\s*\(")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
HARMLESS = {"nullptr", "end", "true", "false", "0"}


def bare(text):
    """Without comments and strings, line by line where it was."""
    text = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    return STRING.sub('""', text)


def members(headers):
    """Names of members that are secrets in some header and nothing else in any."""
    secret, other = set(), set()
    for text in headers:
        for kind, name in ANY_DECLARED.findall(text):
            (secret if re.fullmatch(TYPE, kind) else other).add(name)
    return secret - other


def faults_of(name, text, secret_members):
    text = bare(text)
    local = set(DECLARED.findall(text))
    faults = []
    for number, line in enumerate(text.split("\n"), 1):
        if MEMCMP.search(line):
            faults.append(f"{name}:{number}: memcmp; secrets are compared by sodium_memcmp, other bytes by ==")
        for left, right in COMPARES.findall(line):
            if left in HARMLESS or right in HARMLESS:
                continue
            for side in (left, right):
                last = re.split(r"\.|->", side)[-1]
                plain = side == last
                if re.fullmatch(BY_NAME, last) or (plain and last in local) or (not plain and last in secret_members):
                    faults.append(f"{name}:{number}: {side} is a secret: compare it with seal::sameSecret or seal::matches")
    return faults


def check(root):
    files = [path for room in ROOMS for end in ("*.cpp", "*.h") for path in sorted((root / room).rglob(end))]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    secret_members = members(bare(text) for path, text in texts.items() if path.suffix == ".h")
    faults = []
    for path, text in texts.items():
        faults += faults_of(str(path.relative_to(root)), text, secret_members)
    return files, faults


def main():
    files, faults = check(pathlib.Path(sys.argv[1]))
    for fault in faults:
        print(fault)
    if len(files) < 100:
        print(f"only {len(files)} files were read")
        return 1
    print(f"{len(files)} files, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
