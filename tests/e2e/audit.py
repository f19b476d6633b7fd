#!/usr/bin/env python3
"""Who looked, with real processes: what two tablets write down reaches the office sealed, is shown there as sentences, goes from the tablets
when it is safe, and comes back to the resident as days and reasons. Rows that somebody takes out of a tablet are noticed. Prints a table and "audit: ok", or says what is wrong and ends with 1.
"""
import json
import pathlib
import shutil
import sqlite3
import sys
import tempfile

from processes import Fault, Server, Tablet, in_memory
from searching import found
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "https://trivsel.example/fhir/Questionnaire/trivselsplan"


def check(holds, what):
    if not holds:
        raise Fault(what)


class Audit:
    def __init__(self, build, folder, disk):
        self.folder, self.disk = pathlib.Path(folder), pathlib.Path(disk)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.mette, self.leif = self.add("staff", "add", "Mette"), self.add("staff", "add", "Leif")
        self.sofie, self.karl = self.add("resident", "add", "Sofie", "--picture", "fyrtaarn"), self.add("resident", "add", "Karl", "--picture", "kop")
        for person in (self.sofie, self.karl):
            self.server.command("team", "set", person, "--chosen", self.mette, "--team", f"{self.mette},{self.leif}")
        self.tablets = {}
        for name, kind in (("faelles", "shared"), ("mobil", "staff")):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", name, "--kind", kind, "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
            self.tablets[name] = Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file)
        self.shared, self.staffs = self.tablets["faelles"], self.tablets["mobil"]

    def done(self, what, result):
        print(f"  {what:<74} {result}", flush=True)

    def add(self, *words):
        return json.loads(self.server.command(*words, "--json"))["person"]

    def told(self, *words):
        return json.loads(self.server.command(*words, "--json"))

    def staff(self, person):
        return {"person": person, "role": "staff"}

    def sync(self):
        for tablet in (self.shared, self.staffs, self.shared):
            answer = tablet.call("sync", seconds=60)
            check(answer["phase"] == "UpToDate", f"{tablet.name} could not sync: {answer['phase']}")
            check(answer["held_at_office"] == 0, f"{tablet.name}: {answer['held_at_office']} changes are held at the office")

    def shown(self, *words):
        """What the office is shown, and of its lines those that tablets wrote."""
        told = self.told("audit", *words)
        return told, [line for line in told["lines"] if line["role"] != "office"]

    def looks(self, resident):
        who = {"person": resident, "role": "resident"}
        rows = self.shared.call("who-looked", resident=resident, who=who)["looks"]
        return sorted((row["looker"], row["reason"], row["what"], row["times"]) for row in rows)

    def here(self, tablet):
        return tablet.call("audit")["entries"]

    def looking(self):
        self.shared.call("openPlan", resident=self.sofie, who=self.staff(self.mette), url=PLAN)
        self.staffs.call("openPlan", resident=self.sofie, who=self.staff(self.leif), url=PLAN)
        self.staffs.call("resident", resident=self.sofie, who=self.staff(self.leif))
        self.staffs.call("openPlan", resident=self.karl, who=self.staff(self.mette), url=PLAN)

    def reach_the_office(self):
        self.looking()
        check(self.looks(self.sofie) == [("staff", "plan", "read", 1)], f"before a sync: {self.looks(self.sofie)}")
        other = {"person": self.karl, "role": "resident"}
        for who in (self.staff(self.mette), other):
            check(not self.shared.ask("who-looked", resident=self.sofie, who=who)["ok"], "somebody else may see who looked")
        check(not self.shown("sample")[1], "the office knows before a sync")
        own = [line for line in self.shown("show", "Sofie")[0]["lines"] if line["action"] == "AUDIT_ACCESS"]
        check(len(own) == 1, f"who may look was changed once at the office, and {own} is written down")
        self.sync()
        sample, lines = self.shown("sample", "--n", "100")
        check(len(lines) == 4 and not sample["faults"] and sample["unreadable"] == 0, f"sample: {sample}")
        check(all(line["signed"] for line in lines), "a tablet did not sign")
        hers = self.shown("show", "Sofie")[1]
        check(sorted(line["tablet"] for line in hers) == ["faelles", "mobil", "mobil"], f"about Sofie: {hers}")
        check({line["person"] for line in hers} == {self.mette, self.leif}, "the names are not those who looked")
        check(len(self.told("audit", "sample", "--n", "2")["lines"]) == 2, "a sample of two is not two")
        check(not self.told("audit", "show", "Sofie", "--to", "2020-01-31")["lines"], "--to does not count")
        words = self.server.command("audit", "show", "Karl")
        check("Mette (personale) har set siden om Karl. Grund: plan. Tablet: mobil." in words, f"the sentence is: {words}")
        check("kontoret (kontor) har ændret, hvem der må se Karl. Grund: kontoret. Tablet: kontoret." in words, f"the office's own: {words}")
        check("Alle 6 linjer hænger sammen" in words, f"the end is: {words}")
        self.done("what two tablets wrote down is at the office, signed, in whole sentences", "4 looks")

    def nobody_else_can_read_it(self):
        """The tablets hold no key of these streams; who looked stands in no file of theirs, nor of the server."""
        people = [bytes.fromhex(person) for person in (self.mette, self.leif, self.sofie, self.karl)]
        for place in (*(tablet.folder / "data" for tablet in self.tablets.values()), self.folder / "kontor"):
            check(not found(place, people), f"ids of people lie open in {found(place, people)}")
        for tablet in self.tablets.values():
            streams = {row["kind"] for row in tablet.call("state")["streams"]}
            check("audit" not in streams, f"{tablet.name} holds an audit stream")
            with sqlite3.connect(f"file:{tablet.folder / 'data' / 'tablet.db'}?mode=ro", uri=True) as database:
                keys = [row[0] for row in database.execute("SELECT DISTINCT key FROM change c JOIN stream s ON s.id = c.stream "
                                                           "WHERE substr(s.stream, 1, 1) = x'0a'")]
            check(keys == [0], f"{tablet.name}: audit changes under keys {keys}")
        self.done("no file of tablets and server shows it; the tablets can't open it again", "sealed to the server")

    def go_when_safe(self):
        check(self.here(self.staffs) == 3, f"{self.here(self.staffs)} entries on the staff's tablet")
        self.server.command("backup", "--to", str(self.disk / "kopi"))
        self.sync()
        check([self.here(tablet) for tablet in self.tablets.values()] == [0, 0], "entries are still on the tablets after a backup")
        for tablet in self.tablets.values():
            tablet.restart()
            tablet.call("home")
            with sqlite3.connect(f"file:{tablet.folder / 'data' / 'tablet.db'}?mode=ro", uri=True) as database:
                left = database.execute("SELECT COUNT(*) FROM change c JOIN stream s ON s.id = c.stream WHERE substr(s.stream, 1, 1) = x'0a'")
                check(left.fetchone()[0] == 0, f"{tablet.name}: boxes are left after a start")
        self.looking()
        self.sync()
        sample, lines = self.shown("sample", "--n", "100")
        check(len(lines) == 8 and not sample["faults"], f"after the rows went: {sample['faults']}, {len(lines)} lines")
        self.done("safe in a backup, they go from the tablets; the chain goes on", "8 looks")

    def resident_sees(self):
        told = self.told("audit", "tell")
        check(told["residents"] == 2, f"told {told}")
        check(self.told("audit", "tell")["residents"] == 0, "nothing is new, and something was written")
        self.sync()
        self.server.kill()  # from here without network
        office = ("office", "office", "access", 1)
        wanted = [office, ("staff", "answers", "read", 2), ("staff", "plan", "read", 4)]
        check(self.looks(self.sofie) == wanted, f"Sofie sees {self.looks(self.sofie)}")
        self.shared.call("openPlan", resident=self.sofie, who=self.staff(self.leif), url=PLAN)
        check(self.looks(self.sofie) == [*wanted[:2], ("staff", "plan", "read", 5)], f"with today's: {self.looks(self.sofie)}")
        check(self.looks(self.karl) == [office, ("staff", "plan", "read", 2)], f"Karl sees {self.looks(self.karl)}")
        self.server.start()
        self.done("the resident sees it by day and reason, without network and without names", "5 and 2 looks")

    def missing_rows_are_noticed(self):
        self.sync()
        self.staffs.call("openPlan", resident=self.karl, who=self.staff(self.leif), url=PLAN)
        self.staffs.kill()
        data = self.staffs.folder / "data"
        shutil.copytree(data, self.folder / "foer")
        with sqlite3.connect(data / "tablet.db") as database:
            database.execute("DELETE FROM audit WHERE number = (SELECT MAX(number) FROM audit)")
        self.staffs.start()
        answer = self.staffs.ask("audit")
        check(not answer["ok"] and answer["error"] == "StoreCorrupt", f"a tablet whose last row was taken out says {answer}")
        self.staffs.call("openPlan", resident=self.karl, who=self.staff(self.leif), url=PLAN)  # and goes on
        self.staffs.kill()
        # Rows and end together, by somebody with the tablet's secrets: an older copy of the whole folder. The office notices.
        shutil.rmtree(data)
        shutil.copytree(self.folder / "foer", data)
        self.staffs.start()
        self.staffs.call("openPlan", resident=self.karl, who=self.staff(self.mette), url=PLAN)
        self.sync()
        self.staffs.kill()
        shutil.rmtree(data)
        shutil.copytree(self.folder / "foer", data)
        self.staffs.start()
        self.staffs.call("openPlan", resident=self.sofie, who=self.staff(self.mette), url=PLAN)
        self.staffs.call("sync", seconds=60)
        faults = self.told("audit", "sample")["faults"]
        check(any(fault["kind"] == "twice" and fault["tablet"] == "mobil" for fault in faults), f"a tablet that was set back: {faults}")
        check("Tabletten kan være kopieret" in self.server.command("audit", "sample"), "it is not said")
        self.done("rows taken out at the end, and a tablet set back: noticed", f"{len(faults)} faults")

    def nothing_is_made_twice(self):
        """The streams that a start makes for an older home are not made again."""
        self.server.kill()
        with sqlite3.connect(f"file:{self.folder / 'kontor' / 'home.db'}?mode=ro", uri=True) as database:
            before = database.execute("SELECT COUNT(*) FROM change").fetchone()[0]
        self.server.start()
        with sqlite3.connect(f"file:{self.folder / 'kontor' / 'home.db'}?mode=ro", uri=True) as database:
            check(database.execute("SELECT COUNT(*) FROM change").fetchone()[0] == before, "a home that has them got more at a start")

    def run(self):
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
        self.sync()
        self.reach_the_office()
        self.nobody_else_can_read_it()
        self.go_when_safe()
        self.resident_sees()
        self.missing_rows_are_noticed()
        self.nothing_is_made_twice()

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


def make(arguments, folder):
    disk = tempfile.TemporaryDirectory(prefix="trivsel-")  # not where the home is: a copy beside it does not count
    story = Audit(arguments.build, folder, disk.name)
    story.own = disk  # gone with the story
    return story


if __name__ == "__main__":
    sys.exit(tell("audit", __doc__, make, where=in_memory()))
