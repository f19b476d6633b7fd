#!/usr/bin/env python3
"""The arrows of the house: reads every #include and QML import and fails on one that runs back. Usage: check_arrows.py ROOT"""
import pathlib
import re
import sys

# room: the rooms it may include from. A room always sees itself.
PROTO = {
    "proto/wire": [],
    "proto/base": ["proto/wire"],
    "proto/seal": ["proto/base", "proto/wire"],
    "proto/framing": ["proto/base", "proto/wire"],
    "proto/merge": ["proto/base", "proto/wire"],
    "proto/catalogue": ["proto/base", "proto/wire", "proto/seal"],
    "proto/archive": ["proto/base", "proto/wire", "proto/seal"],
    "proto/journal": ["proto/base", "proto/wire", "proto/seal"],
    "proto/tabletfile": ["proto/base", "proto/seal"],
    "proto/pairing": ["proto/base", "proto/wire", "proto/seal", "proto/framing", "proto/tabletfile"],
    "proto/domain": ["proto/base", "proto/wire", "proto/merge", "proto/catalogue", "proto/seal"],
    "proto/session": ["proto/base", "proto/wire", "proto/merge", "proto/framing", "proto/seal", "proto/journal"],
}
ALL_PROTO = sorted(PROTO)
ARROWS = {
    **PROTO,
    "app/engine": ALL_PROTO,
    "app/net": [*ALL_PROTO, "app/engine"],
    "app/demo": [*ALL_PROTO, "app/engine"],
    "app/practice": [*ALL_PROTO, "app/engine"],
    "app/headless": [*ALL_PROTO, "app/engine", "app/net"],
    "app/platform": ["proto/base", "proto/seal", "app/engine"],
    "app/print": [],
    "app/viewmodels": [*ALL_PROTO, "app/engine", "app/platform", "app/print"],
    "app/main": [*ALL_PROTO, "app/engine", "app/net", "app/platform", "app/practice", "app/print", "app/viewmodels"],
    "sync-server": ALL_PROTO,
}
# What comes from outside, and the rooms where it may stand.
OUTSIDE = {
    r"Q[A-Z]|qqml|Qt": ["app/platform", "app/print", "app/viewmodels", "app/main", "qml/theme", "qml/components"],
    r"boost/asio": ["app/net", "app/headless", "sync-server"],
    r"sqlite3\.h": ["proto/journal"],
    r"sodium": ["proto/seal", "proto/catalogue"],
    r"openssl/": ["app/net", "sync-server"],
    r"boost/json": ["proto/catalogue", "proto/tabletfile", "app/headless", "app/demo", "sync-server"],
    r"(thread|mutex|future)>": ["app/net", "app/headless", "app/main", "app/platform", "sync-server"],
}
QML = {
    "qml/theme": [],
    "qml/components": ["Trivsel.Theme"],
    "qml/screens": ["Trivsel.Theme", "Trivsel.Components", "Trivsel.App"],
    "qml/shell": ["Trivsel.Theme", "Trivsel.Components", "Trivsel.Screens", "Trivsel.App"],
}
GENERATED = re.compile(r".*\.(moc|pb\.h)$")


def room_of(path):
    parts = path.split("/")
    for size in (2, 1):
        room = "/".join(parts[:size])
        if room in ARROWS or room in QML:
            return room
    return None


def check_cpp(root, file, faults):
    name = file.relative_to(root).as_posix()
    room = room_of(name)
    if room is None:
        faults.append(f"{name}: stands in no room of the house")
        return
    allowed = ARROWS.get(room, [])
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if match := re.match(r'\s*#\s*include\s+"([^"]+)"', line):
            target = match[1]
            if "/" not in target:
                if not GENERATED.match(target):
                    faults.append(f"{name}:{number}: {target}: write includes from the root")
                elif (root / "proto/wire" / target.replace(".pb.h", ".proto")).exists() and room != "proto/base" \
                        and "proto/wire" not in allowed and room != "proto/wire":
                    faults.append(f"{name}:{number}: {room} may not include proto/wire")
                continue
            other = room_of(target)
            if other is None:
                faults.append(f"{name}:{number}: {target} stands in no room of the house")
            elif other != room and other not in allowed:
                faults.append(f"{name}:{number}: {room} may not include {other}")
        elif match := re.match(r"\s*#\s*include\s+<([^>]+>)", line):
            for prefix, rooms in OUTSIDE.items():
                if re.match(prefix, match[1]) and room not in rooms:
                    faults.append(f"{name}:{number}: <{match[1]} has no place in {room}")


def check_qml(root, file, faults):
    name = file.relative_to(root).as_posix()
    room = room_of(name)
    if room not in QML:
        faults.append(f"{name}: stands in no QML room")
        return
    own = "Trivsel." + room.split("/")[1].capitalize()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if match := re.match(r"\s*import\s+(Trivsel\.\w+)", line):
            if match[1] not in QML[room] and match[1] != own:
                faults.append(f"{name}:{number}: {room} may not import {match[1]}")


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    faults = []
    files = 0
    for top in ("proto", "app", "sync-server", "qml"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                files += 1
                check_cpp(root, file, faults)
            elif file.suffix == ".qml":
                files += 1
                check_qml(root, file, faults)
    for fault in faults:
        print(fault)
    print(f"{files} files, {len(faults)} arrows that run back")
    return 1 if faults or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
