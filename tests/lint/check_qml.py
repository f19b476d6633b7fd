#!/usr/bin/env python3
"""The rules of the QML: no look outside the theme, no style chosen at run time, no gesture but a tap, every control named.
Usage: check_qml.py ROOT"""
import pathlib
import re
import sys

SIZES = (r"width|height|implicitWidth|implicitHeight|spacing|columnSpacing|rowSpacing|padding|\w+Padding|margins|\w+Margin|radius|"
         r"border\.width|strokeWidth|preferredWidth|preferredHeight|(?:minimum|maximum)(?:Width|Height)|x|y")
SIZE = re.compile(rf"(?:^|[\s{{;.])(?:{SIZES})\s*:(?P<value>[^;}}]*)")
# A number that stands by itself; a factor (2 *) is no size.
NUMBER = re.compile(r"(?<![\w.\[\"])(?<![*/] )(\d+(?:\.\d+)?)(?![\w.\]\"])(?! ?[*/])")
# What a line may not hold.
LINES = [
    (r'"#[0-9a-fA-F]{3,8}"', "a colour: it belongs in qml/theme"),
    (r'\bcolor\s*:\s*"(?!transparent")', "a colour: it belongs in qml/theme"),
    (r"\bcolor\s*:.*\bQt\.(rgba|hsla|hsva|darker|lighter|tint)\(", "a colour: it belongs in qml/theme"),
    (r"\bfont\.(pixelSize|pointSize)\s*:\s*[\d.]", "a letter size: it belongs in qml/theme"),
    (r"\bfont\.(family|italic|capitalization)\s*:(?!\s*Theme\.)", "letters of its own: use Theme.type"),
    (r"\b(duration|interval|pressAndHoldInterval)\s*:\s*\d", "a duration: it belongs in qml/theme"),
    (r"^\s*import\s+QtQuick\.Controls(?!\.Basic)", "import QtQuick.Controls.Basic: a style is never chosen at run time"),
    (r"^\s*import\s+[A-Z][\w.]*\s+\d", "an import with a version"),
    (r"\b(onPressAndHold|onDoubleClicked|onDoubleTapped|onLongPressed|SwipeView|SwipeDelegate|DragHandler|PinchHandler)\b",
     "a gesture: everything here is one tap"),
    (r"\b(ShaderEffect|MultiEffect|ParticleSystem|DropShadow|FastBlur)\b", "an effect that the software renderer lacks"),
    (r"^\s*(\w+)\s*:\s*\1\s*$", "a property bound to its own name: in a delegate that is the property itself, not the id"),
    (r"\bElideRight|\bElideLeft|\bElideMiddle|\belide\s*:", "words that are shortened"),
]
NAMED = re.compile(r"Accessible\.ignored\s*:\s*true")
ROLE = re.compile(r"Accessible\.role\s*:")
NAME = re.compile(r"Accessible\.name\s*:")
# Types a screen reader can meet but that are no item.
NOT_SEEN = re.compile(r"^(QtObject|ThemeColors)$")
# They are the line they derive from, in other colours.
INHERITING = ("TrCalmLine.qml", "TrNoteLine.qml")
ROOT_TYPE = re.compile(r"^([A-Z]\w*)\s*\{", re.M)


def without_comments(text):
    text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match[0].count("\n"), text, flags=re.S)
    return re.sub(r'^((?:[^"\n/]|"(?:[^"\\\n]|\\.)*"|/(?!/))*)//.*$', r"\1", text, flags=re.M)


def check_lines(name, text, faults):
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, why in LINES:
            if re.search(pattern, line):
                faults.append(f"{name}:{number}: {why}: {line.strip()}")
        for value in SIZE.finditer(line):
            # 0 and 1 and fractions of 1 are no sizes.
            if any(float(one) > 1 for one in NUMBER.findall(value["value"])):
                faults.append(f"{name}:{number}: a size: it belongs in qml/theme: {line.strip()}")


def check_control(name, text, faults):
    """A component says its role and name or that it is decoration; one that is another Tr component inherits them."""
    root = ROOT_TYPE.search(text)
    if root is None or NOT_SEEN.match(root[1]) or NAMED.search(text) or name.rsplit("/", 1)[-1] in INHERITING:
        return
    for pattern, what in ((ROLE, "role"), (NAME, "name")):
        if not pattern.search(text):
            faults.append(f"{name}: sets no Accessible.{what}")


def check(root):
    faults = []
    files = sorted((root / "qml").rglob("*.qml"))
    if not files:
        faults.append("no QML files found")
    for file in files:
        name = file.relative_to(root).as_posix()
        text = without_comments(file.read_text(encoding="utf-8"))
        if not name.startswith("qml/theme/"):
            check_lines(name, text, faults)
        if name.startswith("qml/components/Tr"):
            check_control(name, text, faults)
    for folder in ("app", "qml"):
        for file in sorted((root / folder).rglob("*.cpp")):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if "setContextProperty" in line or "setContextObject" in line:
                    faults.append(f"{file.relative_to(root).as_posix()}:{number}: a context property: qmllint cannot see it")
    return faults


def main():
    faults = check(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "The QML keeps its rules.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
