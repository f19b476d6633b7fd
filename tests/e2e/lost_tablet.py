#!/usr/bin/env python3
"""A tablet is gone: with real processes it is blocked by one command, gets nothing more, may still hand in, and empties itself
when it turns up. What was only on it is at the office. Prints a table and "lost tablet: ok", or says what is wrong and ends with 1.
"""
import json
import sys

from small_home import PLAN, SmallHome, check
from story import tell


class LostTablet(SmallHome):
    def __init__(self, build, folder):
        super().__init__(build, folder, ("Fællesstuen", "Køkkenet"))

    def run(self):
        lost, kept = "Fællesstuen", "Køkkenet"
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
        for name in (lost, kept, lost):
            check(self.sync(name)["phase"] == "UpToDate", f"{name} could not sync")
        self.write(lost, "mig.indefra", "Kun på den tablet, der bliver væk.")
        self.done("both tablets hold the home, one has written something", "2 tablets")

        shown = self.told("incident", "--tablet", lost)
        check(shown["residents"] == ["Sofie"] and not shown["blocked"], f"incident says {shown}")
        self.told("tablet", "block", lost)
        self.done("blocked by one command, while the server runs", "blocked")

        self.write(kept, "styrker.indefra", "Det her må den anden ikke få.")
        self.sync(kept)
        before = self.changes(lost)
        answer = self.sync(lost)
        check(self.changes(lost) == before, "a blocked tablet has fetched something")
        check(answer["only_here"] == 0, f"a blocked tablet could not hand in: {answer}")
        held = self.told("quarantine", "list")["held"]
        check(held and all(one["reason"] == "BLOCKED_DEVICE" for one in held), f"held: {held}")
        self.done("it fetches nothing; what it hands in waits for the office", f"{len(held)} held")

        self.told("tablet", "unblock", lost)
        self.sync(lost)
        check(self.changes(lost) > before, "a tablet that was let in again fetches nothing")
        self.told("quarantine", "accept", "all")
        self.done("let in again it has everything", "up to date")

        self.write(lost, "mig.indefra", "Det sidste ord før den blev tømt.")
        asked = self.server.command("tablet", "wipe", lost, expect=1)
        check("Sofie" in asked and "Det, der er skrevet på den siden da, er kun på den." in asked, f"before it is emptied: {asked}")
        self.told("tablet", "wipe", lost, "--yes")
        answer = self.sync(lost)
        check(answer.get("emptied"), f"it did not empty itself: {answer}")
        self.tablets[lost].kill()
        held = self.told("quarantine", "list")["held"]
        check(len(held) >= 1, "what was only on it is not at the office")
        self.told("quarantine", "accept", "all")
        self.sync(kept)
        who = {"person": self.sofie, "role": "resident"}
        plan = json.dumps(self.tablets[kept].call("openPlan", resident=self.sofie, who=who, url=PLAN), ensure_ascii=False)
        check("Det sidste ord før den blev tømt." in plan, "its last words are not on the other tablet")
        self.done("told to empty itself it hands in first; its last words are on the other", "emptied")

        self.tablets[lost].start()
        self.tablets[lost].process.wait(timeout=30)
        said = (self.folder / lost / "log").read_text().strip().splitlines()[-1]
        check("Emptied" in said, f"at its next start it says: {said}")
        left = sorted(one.name for one in (self.folder / lost / "data").iterdir() if one.name != "lock")
        check(not left, f"these are still there: {left}")
        self.server.command("tablet", "unblock", lost, expect=1)
        self.done("at its next start nothing of it is left on its disk", "gone")

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


if __name__ == "__main__":
    sys.exit(tell("lost tablet", __doc__, lambda arguments, folder: LostTablet(arguments.build, folder)))
