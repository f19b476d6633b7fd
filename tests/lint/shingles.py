#!/usr/bin/env python3
"""No five words in a row may stand the same in the documents that Trivsel was made from.

The documents are not ours to keep here, so we keep a fingerprint of them that can't be read back: for each run of five
words the first five bytes of its BLAKE2b hash, sorted, without repeats.

shingles.py make DOCUMENTS_DIR FINGERPRINT   writes the fingerprint of every *.txt
shingles.py check FINGERPRINT ROOT           checks the catalogue and the words in qml/, app/, sync-server/ and assets/
"""
import bisect
import hashlib
import pathlib
import re
import sys
import xml.etree.ElementTree

import catalogue_texts

RUN = 5
HASH_BYTES = 5
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
JOINED_LITERALS = re.compile(r'"\s*\n?\s*"')
ESCAPE = {"n": " ", "t": " ", '"': '"', "\\": "\\", "'": "'"}


def words(text):
    """Small letters and digits only: punctuation, hyphens and line ends do not hide a copied sentence."""
    return re.findall(r"[^\W_]+", text.lower())


def runs(text):
    found = words(text)
    return (" ".join(found[i:i + RUN]) for i in range(len(found) - RUN + 1))


def fingerprint_of(run):
    return hashlib.blake2b(run.encode("utf-8"), digest_size=HASH_BYTES).digest()


def document_variants(text):
    """A word broken at a line end may be one word or two with a hyphen, so both are kept; a footnote mark may go."""
    text = text.replace("\u00ad", "")
    for joined in (re.sub(r"-[ ]*\n\s*", "", text), re.sub(r"-[ ]*\n\s*", "- ", text)):
        yield joined
        yield re.sub(r"(?<=[a-zæøå.,;:)”])\d{1,3}\b", "", joined)


def make(documents, target):
    prints = set()
    for path in sorted(pathlib.Path(documents).glob("*.txt")):
        for variant in document_variants(path.read_text(encoding="utf-8")):
            prints.update(fingerprint_of(run) for run in runs(variant))
    pathlib.Path(target).write_bytes(b"".join(sorted(prints)))
    print(f"{len(prints)} runs of {RUN} words")
    return 0


class Fingerprint:
    def __init__(self, path):
        data = pathlib.Path(path).read_bytes()
        self.prints = [data[i:i + HASH_BYTES] for i in range(0, len(data), HASH_BYTES)]
        if len(data) % HASH_BYTES or self.prints != sorted(set(self.prints)):
            sys.exit(f"{path} is not a fingerprint")

    def hits(self, text):
        for run in runs(text):
            if not any(letter.isalpha() for letter in run):
                continue  # a row of numbers is nobody's sentence
            wanted = fingerprint_of(run)
            at = bisect.bisect_left(self.prints, wanted)
            if at < len(self.prints) and self.prints[at] == wanted:
                yield run


def catalogue(root):
    for name, questionnaire in catalogue_texts.load(root / "assets/catalogue"):
        for pointer, text, _ in catalogue_texts.texts(questionnaire):
            yield f"assets/catalogue/{name} {pointer}", text
        yield f"assets/catalogue/{name} /copyright", questionnaire.get("copyright", "")


def literals(root):
    """Every string in the program, whether it is shown or not: none needs the documents' sentences."""
    for folder in ("qml", "app", "sync-server"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".qml", ".cpp", ".h", ".js", ".json"):
                continue
            source = JOINED_LITERALS.sub("", path.read_text(encoding="utf-8"))
            for match in LITERAL.finditer(source):
                text = re.sub(r"\\(.)", lambda escape: ESCAPE.get(escape[1], escape[1]), match[1])
                yield str(path.relative_to(root)), text


def other_assets(root):
    for path in sorted((root / "assets").rglob("*.ts")):
        for element in xml.etree.ElementTree.parse(path).iter():
            if element.tag in ("source", "translation", "numerusform") and element.text:
                yield str(path.relative_to(root)), element.text
    for path in sorted((root / "assets").rglob("*.txt")):
        yield str(path.relative_to(root)), path.read_text(encoding="utf-8")


def check(fingerprint_path, root):
    fingerprint, checked, faults = Fingerprint(fingerprint_path), 0, 0
    for reader in (catalogue, literals, other_assets):
        for place, text in reader(root):
            checked += 1
            for run in fingerprint.hits(text):
                faults += 1
                print(f"{place}: “{run}” stands in a source, in: {text}")
    print(f"{checked} texts checked, {faults} runs of {RUN} words copied")
    return 1 if faults or not checked else 0


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "make":
        sys.exit(make(sys.argv[2], sys.argv[3]))
    if len(sys.argv) == 4 and sys.argv[1] == "check":
        sys.exit(check(sys.argv[2], pathlib.Path(sys.argv[3])))
    sys.exit(__doc__)
