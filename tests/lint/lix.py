#!/usr/bin/env python3
"""How hard a Danish text is to read: LIX = words per sentence + percent of words with more than six letters.

lix.py CATALOGUE_DIR   checks every definition: at most 24 for residents, 34 for staff.
lix.py -               prints the LIX of what it reads.
"""
import re
import sys

import catalogue_texts

LIMIT_RESIDENT = 24
LIMIT_STAFF = 34
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
SENTENCE_END = re.compile(r"[.!?:\n]+")


def lix(sentences):
    """Of a list of texts; each text is at least one sentence of its own."""
    words, long_words, count = 0, 0, 0
    for text in sentences:
        for sentence in SENTENCE_END.split(text):
            found = WORD.findall(sentence)
            if found:
                count += 1
                words += len(found)
                long_words += sum(len(word) > 6 for word in found)
    return words / count + 100 * long_words / words if count else 0.0


def running(pointer, text):
    """Whole sentences only. Labels and single answers are fragments: they would make any text look easy."""
    return text.rstrip()[-1:] in ".?!" and not pointer.endswith("/display")


def readers_texts(questionnaire):
    """Whether residents read it, and {text: pointer} of what the reader meets, each text once."""
    resident = catalogue_texts.extension(questionnaire, "audience") in ("resident", "both")
    found = {}
    for pointer, text, reader in catalogue_texts.texts(questionnaire):
        if not resident or reader == catalogue_texts.EVERYBODY:
            found.setdefault(text, pointer)
    return resident, found


def check(directory):
    faults = 0
    for name, questionnaire in catalogue_texts.load(directory):
        resident, found = readers_texts(questionnaire)
        limit = LIMIT_RESIDENT if resident else LIMIT_STAFF
        everything = lix(found)
        whole = lix([text for text, pointer in found.items() if running(pointer, text)])
        bad = max(everything, whole) > limit
        faults += bad
        print(f"{name}: LIX {whole:.1f} (with labels and answers {everything:.1f}), at most {limit}"
              + (" TOO HARD" if bad else ""))
    return faults


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if sys.argv[1] == "-":
        print(f"{lix([sys.stdin.read()]):.1f}")
    else:
        sys.exit(1 if check(sys.argv[1]) else 0)
