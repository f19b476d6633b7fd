#!/usr/bin/env python3
"""A round in the common room, with real processes: answered without names on the shared tablet, killed and started in between, closed, boxed,
added up at the office once, read on the staff's tablet; and too few answers, which stay. No person's or tablet's id stands in what the office wrote.
Prints a table and "rounds: ok", or says what is wrong and ends with 1.
"""
import json
import pathlib
import sqlite3
import sys
import tempfile

from processes import Fault, Server, Tablet, in_memory
from searching import found, readable
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
THEME = "https://trivsel.example/fhir/Questionnaire/tema-1-beboer"
OTHER = "https://trivsel.example/fhir/Questionnaire/tema-2-beboer"
FIRST, SKIPPED = 0, -1


def check(holds, what):
    if not holds:
        raise Fault(what)


class Rounds:
    def __init__(self, build, folder, disk):
        self.folder, self.disk = pathlib.Path(folder), pathlib.Path(disk)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.mette = self.told("staff", "add", "Mette")["person"]
        self.sofie = self.told("resident", "add", "Sofie", "--picture", "fyrtaarn")["person"]
        self.tablets = {}
        self.days = 0
        for name, kind in (("faelles", "shared"), ("mobil", "staff")):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", name, "--kind", kind, "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
            self.tablets[name] = Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file)
        self.shared, self.staffs = self.tablets["faelles"], self.tablets["mobil"]
        self.by = {"person": self.mette, "role": "staff"}

    def done(self, what, result):
        print(f"  {what:<74} {result}", flush=True)

    def told(self, *words):
        return json.loads(self.server.command(*words, "--json"))

    def sync(self):
        for tablet in (self.shared, self.staffs, self.shared):
            answer = tablet.call("sync", seconds=60)
            check(answer["phase"] == "UpToDate", f"{tablet.name} could not sync: {answer['phase']}")
            check(answer["held_at_office"] == 0, f"{tablet.name}: {answer['held_at_office']} changes are held at the office")

    def a_day_passes(self):
        """The shared tablet is off that long."""
        self.days += 1
        self.shared.options = ["--no-codes", "--clock-ahead", str(25 * self.days)]
        self.shared.restart()

    def answer(self, answers):
        self.shared.call("round-answer", round=self.shared.call("rounds")["round"], answers=answers)

    def results(self):
        return self.staffs.call("round-results", who=self.by)["rounds"]

    def changes(self, kind):
        """How many changes the office's own log has in the house's stream of that kind."""
        with sqlite3.connect(f"file:{self.folder / 'kontor' / 'home.db'}?mode=ro", uri=True) as database:
            row = database.execute("SELECT COUNT(*) FROM change c JOIN stream s ON s.id = c.stream WHERE substr(s.stream, 1, 1) = ?",
                                   (bytes([kind]),))
            return row.fetchone()[0]

    def is_answered(self):
        answer = self.staffs.ask("round-begin", who=self.by, url=THEME)
        check(not answer["ok"] and answer["error"] == "NotAllowed", f"a round on a phone: {answer}")
        resident = {"person": self.sofie, "role": "resident"}
        check(not self.shared.ask("round-begin", who=resident, url=THEME)["ok"], "a resident may hold rounds")
        self.shared.call("round-begin", who=self.by, url=THEME)
        for at in range(6):
            self.answer([FIRST, at % 5, 2, 2, 4, 1 if at < 4 else SKIPPED])
            self.shared.restart()  # each answer is on disk when it was answered for
        self.sync()
        self.told("audit", "tell")
        self.sync()
        check(not self.results(), "something is shown of a round that is open")
        self.done("six answers, the tablet killed after each; nothing leaves while it is open", "6 answers")

    def is_closed_and_added_up_once(self):
        answer = self.shared.ask("round-close", who=self.by)
        check(not answer["ok"] and answer["error"] == "NotAllowed", f"closed in its first day: {answer}")
        self.a_day_passes()
        check(self.shared.call("round-close", who=self.by)["leave"], "six answers do not leave")
        self.shared.restart()
        self.sync()
        check(self.told("audit", "tell")["rounds"] == 1, "the round was not added up")
        again = self.told("audit", "tell")
        check(again["rounds"] == 0 and again["rounds_refused"] == 0, f"added up again: {again}")
        check(self.changes(8) == 1 and self.changes(9) == 1, f"{self.changes(8)} changes in group, {self.changes(9)} in insight")
        check(self.told("audit", "sample")["unreadable"] == 0, "the box is taken for a look that can't be read")
        self.sync()
        rounds = self.results()
        check(len(rounds) == 1 and rounds[0]["url"] == THEME and rounds[0]["day"], f"the staff's tablet shows {rounds}")
        first, second, *_, last = rounds[0]["items"]
        check(first["shown"] and first["middle"] == [0, 0] and first["close"] and not first["steps"], f"first: {first}")
        check(second["shown"] and not second["close"], f"second: {second}")
        check(not last["shown"] and last["middle"] == [0, 0], f"four answers are shown: {last}")
        answer = self.shared.ask("round-results", who=self.by)
        check(not answer["ok"], "the shared tablet shows results")
        self.done("closed, sealed to the office, added up once, read on the staff's tablet", "1 round")

    def names_nobody(self):
        people = [bytes.fromhex(one) for one in (self.mette, self.sofie)]
        self.server.command("backup", "--to", str(self.disk / "kopi"))
        for place in (self.shared.folder / "data", self.staffs.folder / "data", self.folder / "kontor", self.disk / "kopi"):
            check(not found(place, people), f"ids of people lie open in {found(place, people)}")
            # A result in readable form: the theme's item ids stand in boxes, records and results only sealed.
            shown = [one for one in readable(place, ["round.result", "round_box", "item/1"]) if "log" not in one[0]]
            check(not shown, f"readable: {shown}")
        self.sync()
        check(not self.shared.call("rounds")["leaving"], "it is safe in a backup, and still lies on the tablet")
        with sqlite3.connect(f"file:{self.shared.folder / 'data' / 'tablet.db'}?mode=ro", uri=True) as database:
            check(database.execute("SELECT COUNT(*) FROM draft").fetchone()[0] == 0, "the answers are still on the tablet")
        self.done("nothing of it lies open in any file; safe in a backup, it goes from the tablet", "nothing")

    def too_few_stay(self):
        self.shared.call("round-begin", who=self.by, url=OTHER)
        for _ in range(4):
            self.answer([1, 1, 1, 1, 1, 1, 1])
        self.a_day_passes()
        check(not self.shared.call("round-close", who=self.by)["leave"], "four answers leave")
        self.sync()
        check(self.told("audit", "tell")["rounds"] == 0, "four answers were added up")
        self.shared.restart()
        check(self.shared.call("rounds")["too_few"] == [OTHER], "four answers are gone")
        self.shared.call("round-begin", who=self.by, url=OTHER)
        self.answer([3, 3, 3, 3, 3, 3, 3])
        self.a_day_passes()
        check(self.shared.call("round-close", who=self.by)["leave"], "the fifth does not take them along")
        self.sync()
        check(self.told("audit", "tell")["rounds"] == 1, "five answers were not added up")
        self.sync()
        rounds = {one["url"]: one for one in self.results()}
        check(set(rounds) == {THEME, OTHER}, f"the staff's tablet shows {set(rounds)}")
        check(all(item["shown"] and item["middle"] == [1, 1] for item in rounds[OTHER]["items"]), f"the other theme: {rounds[OTHER]}")
        self.done("four answers stay until the next round of the theme, and go with a fifth", "4 + 1")

    def run(self):
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
        self.sync()
        self.is_answered()
        self.is_closed_and_added_up_once()
        self.names_nobody()
        self.too_few_stay()

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


def make(arguments, folder):
    disk = tempfile.TemporaryDirectory(prefix="trivsel-")  # not where the home is: a copy beside it does not count
    story = Rounds(arguments.build, folder, disk.name)
    story.own = disk  # gone with the story
    return story


if __name__ == "__main__":
    sys.exit(tell("rounds", __doc__, make, where=in_memory()))
