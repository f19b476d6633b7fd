"""Looks for bytes in every file of a folder: databases with their free pages, write-ahead logs, keys, logs, what programs left behind."""
import base64
import os
import pathlib


def forms(word):
    """How a word may lie in a file: as it is, in capitals or small, in UTF-16, in base64 at each of its three places, in hex."""
    out = {}
    for case, text in (("", word), (" in small letters", word.lower()), (" in capitals", word.upper())):
        raw = text.encode("utf-8")
        out["open" + case] = raw
        for name in ("utf-16-le", "utf-16-be"):
            out[name + case] = text.encode(name)
        for at in range(3):
            # Only the letters that depend on nothing but the word: without those at both ends.
            coded = base64.b64encode(b"\0" * at + raw)
            inner = coded[(0, 2, 3)[at]:(len(raw) + at) * 8 // 6]
            out[f"base64 at {at}{case}"] = inner
            out[f"base64url at {at}{case}"] = inner.replace(b"+", b"-").replace(b"/", b"_")
        out["hex" + case] = raw.hex().encode()
        out["capital hex" + case] = raw.hex().upper().encode()
    return out


def files(folder):
    return [file for file in sorted(pathlib.Path(folder).rglob("*")) if file.is_file()]


def found(folder, pieces):
    """Files of the folder that hold any of the pieces."""
    out = []
    for file in files(folder):
        data = file.read_bytes()
        if any(piece in data for piece in pieces):
            out.append(file.name)
    return out


def readable(folder, words):
    """(file, form) for each file that holds one of the words in a form that can be read, in its bytes or in its name."""
    wanted = [(how, piece) for word in words for how, piece in forms(word).items()]
    out = []
    for file in files(folder):
        data = file.read_bytes()
        name = str(file.relative_to(folder)).encode("utf-8")
        out += [(file.name, how) for how, piece in wanted if piece in data]
        out += [(file.name, "name, " + how) for how, piece in wanted if piece in name]
    return out


def left_open(pid, words):
    """(file, form) of what a process holds open and has taken out of its folder: temporary files have no name any more."""
    wanted = [(how, piece) for word in words for how, piece in forms(word).items()]
    out = []
    for number in pathlib.Path(f"/proc/{pid}/fd").iterdir():
        try:
            target = os.readlink(number)
            if target.endswith(" (deleted)") and number.stat().st_mode & 0o170000 == 0o100000:
                data = number.read_bytes()
                out += [(target, how) for how, piece in wanted if piece in data]
        except OSError:  # closed meanwhile
            continue
    return out
