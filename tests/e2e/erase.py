#!/usr/bin/env python3
"""Everything about a resident is erased, with real processes: server, backup, a tablet that is there, one that was away with words of
its own, one that never comes back. Afterwards the sealed bytes are in no file of the server and of the tablets that confirmed; a
backup from before does not bring them back. Prints a table and "erase: ok", or says what is wrong and ends with 1.
"""
import json
import shutil
import sqlite3
import sys

from searching import found
from small_home import PLAN, SmallHome, check
from story import tell


class Erase(SmallHome):
    def __init__(self, build, folder):
        super().__init__(build, folder, ("Fællesstuen", "Køkkenet", "Kælderen"))
        self.server.command("staff", "add", "--name", "Leif", "--role", "leader", "--json")
        self.hers = ", ".join(f"x'{stream}'" for stream in self.streams.values())

    def rows(self, file, sql):
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            return [row[0] for row in database.execute(sql)]

    def sealed(self, file):
        """The sealed bytes of every resident's stream in a journal; a piece that lies on one page."""
        sql = "SELECT c.body FROM change c JOIN stream s ON s.id = c.stream WHERE c.gone = 0 AND s.stream IN (" + self.hers + ")"
        return {bytes(body)[:24] for body in self.rows(file, sql)}

    def reads(self, name):
        who = {"person": self.sofie, "role": "resident"}
        return self.tablets[name].ask("openPlan", resident=self.sofie, who=who, url=PLAN).get("ok", False)

    def run(self):
        here, away, lost = "Fællesstuen", "Køkkenet", "Kælderen"
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
        for name in (here, away, lost, here):
            check(self.sync(name)["phase"] == "UpToDate", f"{name} could not sync")
        self.write(here, "mig.indefra", "Det er kun mine ord.")
        self.sync(here)
        self.sync(away)
        self.sync(lost)
        self.write(away, "styrker.indefra", "Skrevet uden net.")
        data = self.folder / "kontor"
        pieces = self.sealed(data / "home.db") | self.sealed(self.folder / away / "data" / "tablet.db")
        wrapped = {bytes(row)[:24] for row in self.rows(data / "keys.db", "SELECT wrapped FROM key WHERE stream IN (" + self.hers + ")")}
        check(len(pieces) >= 3 and len(wrapped) >= 4, f"{len(pieces)} texts, {len(wrapped)} keys")
        backup = self.folder / "kopi"
        self.server.command("backup", "--to", str(backup))
        self.done("three tablets hold the home; one writes without the network; a backup", f"{len(pieces)} sealed texts")

        two = ("--basis", "Databeskyttelsesforordningen artikel 17", "--by", "Mette", "--by", "Leif")
        self.server.command("erase", "Sofie", "--basis", "x", "--by", "Mette", "--by", "Mette", "--yes", expect=2)
        self.server.command("hold", "set", "Sofie", "--why", "klagesag", "--by", "Leif")
        self.server.command("erase", "Sofie", *two, "--yes", expect=1)
        self.server.command("hold", "lift", "Sofie", "--by", "Leif")
        self.server.command("erase", "Sofie", *two, expect=1)  # nobody typed the name
        check(found(data, pieces), "something was erased without being told so")
        self.done("one person, a hold, and no typed name: each stops it", "nothing erased")

        told = self.told("resident", "close", "Sofie", "--reason", "flyttet")
        self.sync(here)
        check(not self.tablets[here].call("home")["residents"], "the tile of a closed resident is still there")
        check(found(data, pieces), "closing has erased something")
        self.done("closed: the tile is gone at the next sync, everything is kept", told["person"][:8])

        told = self.told("erase", "Sofie", *two, "--yes")
        check(not told["found_in"] and told["escrow_left"] == 0, f"the proof says {told}")
        check(sorted(told["tablets_open"]) == sorted(self.tablets), f"open: {told['tablets_open']}")
        check(not found(data, pieces | wrapped), f"still in {found(data, pieces | wrapped)}")
        self.done("erased while the server runs: texts and keys are in no file of it", f"{told['files_searched']} files")

        self.sync(here)
        check(not self.reads(here), "a tablet that was told can still read it")
        check(not found(self.folder / here / "data", pieces), "still in a file of a tablet that confirmed")
        answer = self.sync(away)
        check(answer["only_here"] == 0, f"the tablet that was away says {answer}")
        for folder in (data, self.folder / away / "data"):
            check(not found(folder, pieces), f"{folder.name}: what was written while it was away is in {found(folder, pieces)}")
        open_now = self.told("status")["erasures_open"]
        check([one["tablets"] for one in open_now] == [[lost]], f"open: {open_now}")
        self.done("two tablets confirm, also what was written away; the third is listed", lost)

        self.server.kill()
        self.server.start()
        check(self.sync(here)["phase"] == "UpToDate", "after a start it can't sync")
        check(not found(data, pieces), "something came back")
        self.server.kill()
        old = self.folder / "gammel"
        shutil.copytree(data, old)
        check(found(backup, [b"trivsel"]) is not None, "no backup")
        restored = self.folder / "kontor2"
        self.server.data = str(restored)
        answer = json.loads(self.server.command("restore", "--from", str(backup), "--old-key", str(data / "wrap.key"),
                                                "--erased", str(data / "erased"), "--json"))
        check(answer["erasures"] == 1, f"restore says {answer}")
        check(not found(restored, pieces | wrapped), f"restored: in {found(restored, pieces | wrapped)}")
        self.done("a backup from before, restored: erased again before anybody is served", "1 erasure")
        self.server.start()
        for name in (here, away):
            check(self.sync(name)["phase"] == "UpToDate", f"{name} can't sync with the restored server")
            check(not self.reads(name), f"{name} can read it again")
        check(not found(restored, pieces), "tablets brought it back")
        self.sync(lost)
        check(not self.reads(lost) and not found(self.folder / lost / "data", pieces), "the late tablet still has it")
        check(not found(restored, pieces), "the late tablet brought it back")
        check(not self.told("status")["erasures_open"], f"open: {self.told('status')['erasures_open']}")
        self.done("the tablets meet it: nothing comes back, the late one confirms too", "none open")

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


if __name__ == "__main__":
    sys.exit(tell("erase", __doc__, lambda arguments, folder: Erase(arguments.build, folder)))
