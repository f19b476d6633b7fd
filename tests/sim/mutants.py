"""The names of the mutants, as they stand in the source."""
import pathlib
import re

NAME = re.compile(r'TRIVSEL_MUTANT\("([a-z-]+)"\)')


def names(root):
    found = set()
    for room in ("proto", "app", "sync-server"):
        for file in (pathlib.Path(root) / room).rglob("*"):
            if file.suffix in (".h", ".cpp") and file.name != "mutant.h":
                found.update(NAME.findall(file.read_text(encoding="utf-8")))
    return sorted(found)
