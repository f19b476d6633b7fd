#!/usr/bin/env python3
"""Bad input to whole tablets: each gets its error and a non-zero exit, and nothing that was saved is lost or changed."""
import argparse
import hashlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from processes import Fault, Server, Tablet

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "assets" / "catalogue"
FORM = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det"


def check(holds, what):
    if not holds:
        raise Fault(what)


def digest(folder):
    """Every file's name and bytes, but not the lock."""
    out = {}
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.is_file() and file.name != "lock":
            out[file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    return out


class Home:
    """One home with a resident and one tablet that has synced once and holds a draft with one answer."""

    def __init__(self, build, folder):
        self.build, self.folder = build, pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        made = self.server.command("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn", "--json")
        self.resident = json.loads(made)["person"]
        self.server.command("tablet", "add", "A", "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}", "--out", str(self.file))
        self.server.start()
        self.tablet = self.new_tablet("A", self.file)
        self.tablet.start()
        self.tablet.call("wait-uptodate")
        self.draft = self.begin(self.tablet)["draft"]
        self.tablet.call("choose", draft=self.draft, linkId="selv", code="ret-godt")

    @property
    def file(self):
        return self.folder / "A.tablet"

    def new_tablet(self, name, file):
        return Tablet(self.build, self.folder / name, name, CATALOGUE, file)

    def begin(self, tablet):
        who = {"person": self.resident, "role": "resident"}
        return tablet.call("begin", subject=self.resident, who=who, url=FORM, about="")

    def still_there(self):
        self.tablet.restart()
        check(self.begin(self.tablet)["answers"]["selv"]["code"] == "ret-godt", "the saved answer is gone")

    def stop(self):
        self.tablet.kill()
        self.server.kill()


def refuses(home, expected, data=None, key=None, catalogue=CATALOGUE, tablet_file=None):
    """Starts a tablet that must not start; its sentence names the error."""
    words = [home.tablet.program, "--data", str(data or home.tablet.folder / "data"), "--keyfile", str(key or home.tablet.folder / "key"),
             "--catalogue", str(catalogue)]
    words += ["--tablet-file", str(tablet_file)] if tablet_file else []
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)
    check(done.returncode not in (0, -6, -11), f"expected {expected}, but it ended with {done.returncode}: {done.stderr}")
    for part in expected if isinstance(expected, tuple) else (expected,):
        check(part in done.stderr, f"expected {part}, but it said: {done.stderr.strip()}")


def second_process(home, _folder):
    refuses(home, "StoreBusy")
    check(home.tablet.call("draft", draft=home.draft)["answers"], "the first process lost its draft")


def broken_catalogue(home, folder):
    home.tablet.kill()
    copy = folder / "catalogue"
    shutil.copytree(CATALOGUE, copy)
    file = copy / "saadan-gaar-det.json"
    broken = json.loads(file.read_text(encoding="utf-8"))
    broken["item"][1]["type"] = "slider"
    file.write_text(json.dumps(broken, ensure_ascii=False), encoding="utf-8")
    refuses(home, ("BadDefinition", "saadan-gaar-det.json", "/item/1/type"), catalogue=copy)
    home.still_there()


def wrong_key(home, folder):
    home.tablet.kill()
    before = digest(home.tablet.folder / "data")
    other = folder / "key"
    text = (home.tablet.folder / "key").read_text(encoding="utf-8").strip()
    other.write_text(text[:-4] + ("0000" if text[-4:] != "0000" else "1111") + "\n", encoding="utf-8")
    other.chmod(0o400)
    refuses(home, ("SealBroken", "another key"), key=other)
    refuses(home, "KeyMissing", key=folder / "nothing")
    check(digest(home.tablet.folder / "data") == before, "a wrong key changed the data")
    home.still_there()


def damaged(home, _folder, change, expected):
    home.tablet.kill()
    file = home.tablet.folder / "data" / "tablet.db"
    keep = home.tablet.folder / "kept"
    shutil.rmtree(keep, ignore_errors=True)
    shutil.copytree(home.tablet.folder / "data", keep)
    change(file)
    before = digest(home.tablet.folder / "data")
    refuses(home, expected)
    after = digest(home.tablet.folder / "data")
    check(after.get("tablet.db") == before["tablet.db"], f"{expected}: the file was changed")
    shutil.rmtree(home.tablet.folder / "data")
    shutil.copytree(keep, home.tablet.folder / "data")
    home.still_there()


def fold_wal(file):
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def truncated(file):
    fold_wal(file)
    with open(file, "r+b") as stream:
        stream.truncate(file.stat().st_size // 2)


def not_a_database(file):
    fold_wal(file)
    file.write_bytes(b"This is a shopping list: milk, rye bread, candles.\n" * 400)


def somebody_elses(file):
    fold_wal(file)
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE recipe(name TEXT)")
    connection.execute("PRAGMA application_id = 1234")
    connection.commit()
    connection.close()


def newer(file):
    fold_wal(file)
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 9999")
    connection.commit()
    connection.close()


def wrong_tablet_file(home, folder):
    whole = home.file.read_text(encoding="utf-8")
    for name, text in (("empty", ""), ("letter", "Kære Mette\n"), ("cut", whole[: len(whole) // 2]), ("json", "{}")):
        file = folder / f"{name}.tablet"
        file.write_text(text, encoding="utf-8")
        refuses(home, "BadFile", data=folder / f"{name}-data", key=folder / f"{name}-key", tablet_file=file)
    refuses(home, ("StoreMissing",), data=folder / "none-data", key=folder / "none-key", tablet_file=folder / "not-there")


def enrolled_twice(home, folder):
    home.tablet.kill()
    before = digest(home.tablet.folder / "data")
    second = folder / "B.tablet"
    home.server.command("tablet", "add", "B", "--kind", "shared", "--address", "127.0.0.1:1", "--out", str(second))
    refuses(home, "StoreExists", tablet_file=second)
    check(digest(home.tablet.folder / "data") == before, "a second tablet file changed the data")
    home.still_there()


def edited_pin(home, folder):
    """The tablet file is guarded by a check of its own: somebody who changes the pin gets a file that is refused."""
    file = folder / "edited.tablet"
    text = json.loads(home.file.read_text(encoding="utf-8"))
    text["pin"] = ("0" if text["pin"][0] != "0" else "1") + text["pin"][1:]
    file.write_text(json.dumps(text), encoding="utf-8")
    refuses(home, ("BadFile", "check"), data=folder / "data", key=folder / "key", tablet_file=file)


def another_homes_server(home, folder):
    """Where this home's server should be, there is another home's: its pin is wrong. The tablet says so and works on."""
    other = Server(home.build, folder / "andet-kontor")
    other.command("init", "--name", "Nabohuset", "--demo")
    file = folder / "Nabo.tablet"
    home.server.command("tablet", "add", "Nabo", "--kind", "shared", "--address", f"127.0.0.1:{other.port}", "--out", str(file))
    tablet = home.new_tablet("Nabo", file)
    other.start()
    try:
        tablet.start()
        answer = tablet.ask("sync", seconds=60)
        check(not answer.get("ok") and answer.get("phase") == "Refused" and answer.get("problem") == "WrongPin", f"another home's server: {answer}")
        check(tablet.call("home")["tablet"] == "Nabo", "the tablet stopped working")
    finally:
        tablet.kill()
        other.kill()


CASES = [
    ("a second process on the same data", second_process),
    ("a broken catalogue file", broken_catalogue),
    ("a wrong key, no key", wrong_key),
    ("database cut short", lambda h, f: damaged(h, f, truncated, "StoreCorrupt")),
    ("not a database", lambda h, f: damaged(h, f, not_a_database, "Store")),
    ("somebody else's database", lambda h, f: damaged(h, f, somebody_elses, "StoreForeign")),
    ("a database from a newer program", lambda h, f: damaged(h, f, newer, "StoreTooNew")),
    ("a wrong tablet file", wrong_tablet_file),
    ("a second tablet file over a living tablet", enrolled_twice),
    ("a tablet file with another pin", edited_pin),
    ("another home's server, a wrong pin", another_homes_server),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    arguments = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trivsel-bad-input-"))
    failed = 0
    home = None
    try:
        home = Home(arguments.build, folder / "home")
        for index, (name, case) in enumerate(CASES):
            own = folder / str(index)
            own.mkdir()
            try:
                case(home, own)
                print(f"  ok      {name}", flush=True)
            except Fault as fault:
                failed += 1
                print(f"  FAILED  {name}: {fault}", flush=True)
            if home.tablet.process is None:
                home.tablet.start()
    finally:
        if home:
            home.stop()
    print(f"bad input: {len(CASES) - failed} of {len(CASES)} ok")
    if not failed:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
