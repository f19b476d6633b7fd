#!/usr/bin/env python3
"""Nothing readable at rest: over a thousand marked texts are written the way the screens write them (answers' comments, plans, the
staff's own words, drafts half written, thrown away and taken back, two versions and what settled them, names, numbers for help), synced with a
real server and backed up. Then every file of both tablets, the server and the backup is searched for the mark, as text, UTF-16, base64 and
hex: databases with free pages, write-ahead logs, key files, logs, temporary files, file names. Again after kill -9, after a start, and after
one resident was erased, when her sealed bytes must be gone too. What may lie open by design, the definitions' texts, must be found: so the
search is known to read what is there. `--break log|row|draft|name` writes one mark where it does not belong: then this must fail.
"""
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

from processes import Fault, Server, Tablet, in_memory
from story import tell
from searching import files, forms, found, left_open, readable

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASE = "https://trivsel.example/fhir/Questionnaire/"
PLAN = BASE + "trivselsplan"
MARK = "Kvirkelum"  # in no word of any language that is spoken here
NOBODY = "00" * 16
TYPED = "Jeg sover dårligt."  # by the app's own tour of its pages
OPEN_BY_DESIGN = "Hvem er du, når du selv skal sige det?"  # asked in the Trivselsplan


def check(holds, what):
    if not holds:
        raise Fault(what)


class Canary:
    def __init__(self, build, folder, broken):
        self.build, self.folder = build, pathlib.Path(folder)
        self.broken = broken
        self.rounds = 1 if broken else 14  # one mark in the wrong place is seen without a thousand others
        self.texts = 0
        (self.folder / "tmp").mkdir()
        os.environ["TMPDIR"] = os.environ["SQLITE_TMPDIR"] = str(self.folder / "tmp")
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.mette = self.add("staff", "add", self.name("Mette"))
        self.leif = self.add("staff", "add", self.name("Leif"), "--role", "leader")
        self.sofie, self.streams = self.resident("Sofie", "fyrtaarn")
        self.karl, _ = self.resident("Karl", "kop")
        for person in (self.sofie, self.karl):
            self.server.command("team", "set", person, "--chosen", self.mette, "--team", self.mette)
        self.server.command("help-line", "add", self.name("Vagten"), "--phone", "12 34 56 78", "--note", self.name("hele"))
        self.tablets = {}
        for name, kind in (("faelles", "shared"), ("mobil", "staff")):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", name, "--kind", kind, "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
            self.tablets[name] = Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file)
        self.shared, self.staffs = self.tablets["faelles"], self.tablets["mobil"]

    def done(self, what, result):
        print(f"  {what:<78} {result}", flush=True)

    # --- what is marked ---
    def name(self, word):
        self.texts += 1
        return f"{word} {MARK}{self.texts}"

    def text(self, person, words="skriver, at"):
        """The mark is at the beginning and in the middle: what is cut in two, or merged, still has one."""
        self.texts += 1
        return f"{MARK}{self.texts} {words} {person[:6]} har det sådan: {MARK}{self.texts}, og ikke anderledes."

    def add(self, *words):
        return json.loads(self.server.command(*words, "--json"))["person"]

    def resident(self, name, picture):
        made = json.loads(self.server.command("resident", "add", self.name(name), "--picture", picture, "--json"))
        return made["person"], made["streams"]

    # --- writing, by the calls that the screens make ---
    def who(self, person):
        return {"person": person, "role": {self.mette: "staff", self.leif: "leader"}.get(person, "resident")}

    def questions(self, tablet, url):
        return tablet.call("questions", url=url)["questions"]

    def plan(self, tablet, resident, by, rounds, leave=True):
        fields = [q["linkId"] for q in self.questions(tablet, PLAN) if not q["codes"]]
        mine = ".indefra" if by == resident else ".udefra"
        fields = [link_id for link_id in fields if link_id.endswith(mine)]
        for _ in range(rounds):
            tablet.call("openPlan", resident=resident, who=self.who(by), url=PLAN)
            for link_id in fields:
                tablet.call("edit", resident=resident, who=self.who(by), url=PLAN, linkId=link_id, text=self.text(resident))
            if leave:
                tablet.call("leave", resident=resident, who=self.who(by), url=PLAN)

    def sheet(self, tablet, subject, by, form, how, about=""):
        """One answer sheet with a text in each place that takes one. `how`: send, discard, withdraw, leave (half written)."""
        draft = tablet.call("begin", subject=subject, who=self.who(by), url=BASE + form, about=about)["draft"]
        for question in self.questions(tablet, BASE + form):
            if question["codes"]:
                tablet.call("choose", draft=draft, linkId=question["linkId"], code=question["codes"][0])
            else:
                for _ in range(2):  # written, and written over
                    tablet.call("write", draft=draft, linkId=question["linkId"], text=self.text(by))
        if how == "discard":
            tablet.call("discard", draft=draft)
        elif how in ("send", "withdraw"):
            if subject != NOBODY:
                tablet.call("readers", draft=draft, readers="team")
            tablet.call("send", draft=draft)
            if how == "withdraw":
                tablet.call("undo", draft=draft)
                tablet.call("send", draft=draft)
            tablet.call("settle")
        if how == "withdraw":
            last = tablet.call("resident", resident=subject, who=self.who(subject))["responses"][-1]
            tablet.call("withdraw", resident=subject, who=self.who(subject), response=last["id"])

    def two_versions(self):
        """A field is written on both tablets before either has seen the other, and settled with new words."""
        link_id = next(q["linkId"] for q in self.questions(self.shared, PLAN) if q["linkId"].endswith(".udefra"))
        staff = self.who(self.mette)
        for tablet in (self.shared, self.staffs):
            tablet.call("openPlan", resident=self.karl, who=staff, url=PLAN)
            tablet.call("edit", resident=self.karl, who=staff, url=PLAN, linkId=link_id, text=self.text(self.mette))
            tablet.call("leave", resident=self.karl, who=staff, url=PLAN)
        self.sync()
        plan = self.shared.call("openPlan", resident=self.karl, who=staff, url=PLAN)
        field = next(one for one in plan["fields"] if one["linkId"] == link_id)
        check(field["state"] == "Two", f"two versions: the field is {field['state']}")
        self.shared.call("resolve", resident=self.karl, who=staff, url=PLAN, linkId=link_id, how="rewrite", chosen="",
                         text=self.text(self.mette), heads=field["heads"])

    def sync(self):
        for tablet in (self.shared, self.staffs, self.shared):
            answer = tablet.call("sync", seconds=60)
            check(answer["phase"] == "UpToDate", f"{tablet.name} could not sync: {answer['phase']}")

    def write(self):
        for person in (self.sofie, self.karl):
            self.plan(self.shared, person, person, self.rounds)
            self.plan(self.staffs, person, self.mette, self.rounds)
            for how in ("send", "send", "withdraw", "discard"):
                self.sheet(self.shared, person, person, "saadan-gaar-det", how)
                self.sheet(self.shared, person, person, "vores-samarbejde", how, about=self.mette)
                self.sheet(self.staffs, person, self.mette, "saadan-gaar-det", "discard")
            self.sync()
        for theme in (1, 2):
            self.sheet(self.staffs, NOBODY, self.mette, f"praksis-tema-{theme}", "send")
        self.sheet(self.staffs, NOBODY, self.mette, "praksis-tema-3", "discard")
        self.two_versions()
        self.sync()

    def write_by_halves(self):
        for person in (self.sofie, self.karl):  # they stay
            self.plan(self.shared, person, person, 4, leave=False)
            self.plan(self.staffs, person, self.mette, 2, leave=False)
            self.sheet(self.shared, person, person, "saadan-gaar-det", "leave")
        self.sheet(self.staffs, NOBODY, self.mette, "praksis-tema-4", "leave")
        for tablet, by in ((self.shared, self.sofie), (self.staffs, self.mette)):  # somebody looks, and it is written down
            tablet.call("resident", resident=self.sofie, who=self.who(by))
            tablet.call("waiting", who=self.who(self.mette))

    def shown(self):
        """The real app, with its pages, pictures and caches, goes through all of it on both tablets, and types a text of its own."""
        app = self.build / "app" / "main" / "trivsel"
        if not app.exists():  # a build without the app
            return
        code = json.loads(self.server.command("staff", "code", self.mette, "--json"))["code"]
        self.sync()
        for tablet in self.tablets.values():
            tablet.kill()
        pictures = pathlib.Path(tempfile.mkdtemp(dir=in_memory()))
        home = self.folder / "hjem"
        home.mkdir()
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "HOME": str(home), "LC_ALL": "C.UTF-8",
                       **{f"XDG_{what}_HOME": str(home / what.lower()) for what in ("CACHE", "CONFIG", "DATA", "STATE")}}
        pages = []
        for tablet in self.tablets.values():
            words = [str(app), "--data", str(tablet.folder / "data"), "--keyfile", str(tablet.folder / "key"), "--screens", str(pictures),
                     "--tour-code", code]
            with open(tablet.folder / "app.log", "ab") as log:
                done = subprocess.run(words, env=environment, stdout=log, stderr=log, timeout=300, check=False)
            pages.append(len(list(pictures.glob("*.png"))))
            check(pages[-1] >= 10, f"{tablet.name}: the app ended with {done.returncode} and showed {pages[-1]} pages")
            for picture in pictures.iterdir():  # that they show the marks is what they are for
                picture.unlink()
        pictures.rmdir()
        for tablet in self.tablets.values():
            tablet.start()
        self.done("shown by the app, which typed a text of its own", f"{pages[0]} and {pages[1]} pages")

    # --- searching ---
    def search(self, when):
        """Everything of the home lies below one folder: also what a program puts into TMPDIR."""
        hits = readable(self.folder, [MARK, TYPED])
        places = sorted({f"{file.removesuffix('-wal')} ({how})" for file, how in hits})
        check(not hits, f"{when}: the mark lies in {', '.join(places[:5])}")
        for process in (self.server.process, self.shared.process, self.staffs.process):
            if process:
                check(not left_open(process.pid, [MARK]), f"{when}: in a temporary file of process {process.args[0]}")
                limits = pathlib.Path(f"/proc/{process.pid}/limits").read_text(encoding="utf-8")
                core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
                check(core.split()[4] == "0", f"{process.args[0]} may write its memory to a file: {core}")
        logs = [self.folder / "kontor.log", *(tablet.folder / "log" for tablet in self.tablets.values())]
        logs += [log for tablet in self.tablets.values() if (log := tablet.folder / "app.log").exists()]
        for log in logs:
            words = log.read_text(encoding="utf-8")
            for person in (self.sofie, self.karl, self.mette, self.leif):
                check(person not in words, f"{when}: {log.name} names a person by id")
        data = [file for file in files(self.folder) if file.stat().st_size]
        wal = [file for file in data if file.name.endswith("-wal")]
        self.done(when, f"{len(data)} files, {len(wal)} write-ahead logs")

    def keys_stay_sealed(self):
        """A tablet's own secret keys, as its tablet file brought them, lie in no file of its data."""
        for tablet in self.tablets.values():
            given = json.loads(pathlib.Path(tablet.tablet_file).read_text(encoding="utf-8"))
            pieces = [form for name in ("sign", "box") for form in (given[name].encode(), given[name].upper().encode(), bytes.fromhex(given[name]))]
            check(not found(tablet.folder / "data", pieces), f"{tablet.name}: its own keys lie open in {found(tablet.folder / 'data', pieces)}")

    def search_can_fail(self):
        """Each form is found when it is there: in a file, in a row, in a row that was deleted, in a write-ahead log, in a name."""
        with tempfile.TemporaryDirectory() as folder:
            for how, piece in forms(MARK).items():
                file = pathlib.Path(folder) / "probe"
                file.write_bytes(b"\0\x01" * 4096 + piece + b"\xff" * 100)
                check(any(hit[1] == how for hit in readable(folder, [MARK])), f"the search does not find the form {how}")
                file.unlink()
            for where in ("row", "deleted", "wal"):
                database = sqlite3.connect(f"{folder}/probe.db")
                database.execute("PRAGMA journal_mode=" + ("WAL" if where == "wal" else "DELETE"))
                database.execute("PRAGMA secure_delete=OFF")
                database.execute("CREATE TABLE IF NOT EXISTS t(v TEXT)")
                database.execute("INSERT INTO t VALUES(?)", (MARK,))
                database.commit()
                if where == "deleted":
                    database.execute("DELETE FROM t")
                    database.commit()
                check(readable(folder, [MARK]), f"the search does not find a mark in a database: {where}")
                database.close()
                for file in files(folder):
                    file.unlink()
            (pathlib.Path(folder) / f"om {MARK}.txt").touch()
            check(readable(folder, [MARK]), "the search does not read file names")

    def put_where_it_does_not_belong(self):
        if self.broken == "log":
            with open(self.shared.folder / "log", "ab") as log:
                log.write(f"could not save {MARK}1\n".encode())
        elif self.broken == "name":
            (self.folder / "kontor" / f"{MARK}1.txt").touch()
        elif self.broken in ("row", "draft"):
            self.shared.kill()
            with sqlite3.connect(self.shared.folder / "data" / "tablet.db") as database:
                if self.broken == "row":
                    database.execute("CREATE TABLE left_behind(v BLOB)")
                    database.execute("INSERT INTO left_behind VALUES(?)", (f"{MARK}1".encode("utf-16-le"),))
                else:
                    database.execute("UPDATE draft SET sealed = CAST(? AS BLOB) WHERE id = (SELECT id FROM draft LIMIT 1)", (f"{MARK}1",))

    def sealed_of_sofie(self):
        """The first bytes of everything of hers that is sealed: changes and drafts, on the server and on both tablets."""
        hers = ", ".join(f"x'{stream}'" for stream in self.streams.values())
        pieces = set()
        journals = [self.folder / "kontor" / "home.db", *(tablet.folder / "data" / "tablet.db" for tablet in self.tablets.values())]
        for file in journals:
            with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
                sql = f"SELECT c.body FROM change c JOIN stream s ON s.id = c.stream WHERE c.gone = 0 AND s.stream IN ({hers})"
                pieces |= {bytes(row[0])[:24] for row in database.execute(sql)}
                if file.name == "tablet.db":
                    sql = f"SELECT sealed FROM draft WHERE stream IN ({hers})"
                    drafts = {bytes(row[0])[:24] for row in database.execute(sql)}
                    check(drafts, f"{file.parent.parent.name}: she has no draft there")
                    pieces |= drafts
        return pieces

    def erase(self):
        pieces = self.sealed_of_sofie()
        places = [self.folder / "kontor", *(tablet.folder / "data" for tablet in self.tablets.values())]
        for place in places:
            check(found(place, pieces), f"before: none of her sealed bytes are found in {place}")
        self.server.command("erase", self.sofie, "--basis", "Databeskyttelsesforordningen artikel 17", "--by", self.mette, "--by", self.leif,
                            "--yes")
        self.sync()
        for place in places:
            check(not found(place, pieces), f"erased, and still in {place.parent.name}: {found(place, pieces)}")
        for tablet in self.tablets.values():
            check(not tablet.ask("openPlan", resident=self.sofie, who=self.who(self.sofie), url=PLAN).get("ok"), f"{tablet.name} reads it")
            check(tablet.call("openPlan", resident=self.karl, who=self.who(self.mette if tablet is self.staffs else self.karl), url=PLAN)["fields"],
                  f"{tablet.name}: the other resident's plan is gone")
        self.done("one resident erased: her sealed bytes, drafts too, are in no file", f"{len(pieces)} pieces")

    def run(self):
        self.search_can_fail()
        self.done("the search finds each form of a mark, in files, rows, free pages, logs, names", f"{len(forms(MARK))} forms")
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
        self.sync()
        self.write()
        if not self.broken:
            self.shown()
        self.write_by_halves()
        check(self.broken or self.texts >= 1000, f"only {self.texts} texts")
        self.done("written, synced, half written", f"{self.texts} marked texts")
        check(readable(self.shared.folder / "data", [OPEN_BY_DESIGN]), "not even a definition's text is found: the search reads nothing")
        self.put_where_it_does_not_belong()
        self.search("while all run")
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()
        self.search("after kill -9, with the logs as they lay")
        self.keys_stay_sealed()
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
        self.sync()
        self.server.command("backup", "--to", str(self.folder / "kopi"))
        self.search("started again, synced, and a backup made")
        self.erase()
        self.search("after the erasure")

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


if __name__ == "__main__":
    sys.exit(tell(
        "canary", __doc__, lambda arguments, folder: Canary(arguments.build, folder, arguments.broken),
        options=lambda parser: parser.add_argument("--break", dest="broken", choices=["log", "row", "draft", "name"]), where=in_memory()))
