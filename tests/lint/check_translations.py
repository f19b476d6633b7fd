#!/usr/bin/env python3
"""Every word of the QML has its English, and every plural its Danish forms; nothing is left over.
Usage: check_translations.py ROOT LUPDATE"""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def messages(file):
    """{(context, source): texts, or None while unfinished}"""
    found = {}
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            gone = translation.get("type") in ("vanished", "obsolete")
            finished = translation.get("type") is None and all(forms)
            if not gone:
                found[(context.findtext("name"), message.findtext("source"))] = forms if finished else None
    return found


def faults_of(root, lupdate, language, options):
    kept = root / "assets" / "translations" / f"trivsel_{language}.ts"
    files = sorted(str(file) for file in (root / "qml").rglob("*.qml"))
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / kept.name
        shutil.copy(kept, fresh)
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", *options, *files, "-ts", str(fresh)], check=True)
        wanted, there = messages(fresh), messages(kept)
    for (context, source), texts in wanted.items():
        if texts is None:
            yield f"{language}: {context}: no translation of: {source}"
            continue
        for mark in ("%1", "%2", "%3"):
            if any((mark in source) != (mark in text) for text in texts):
                yield f"{language}: {context}: {mark} is not in both: {source} = {texts}"
    for context, source in there.keys() - wanted.keys():
        yield f"{language}: {context}: nobody says any more: {source}"


def main():
    root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]
    faults = [*faults_of(root, lupdate, "en", []), *faults_of(root, lupdate, "da", ["-pluralonly"])]
    print("\n".join(faults) or "Every word has its translation.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
