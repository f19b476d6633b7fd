#!/usr/bin/env python3
"""A tablet is gone: with real processes it is blocked by one command, gets nothing more, may still hand in, and empties itself
when it turns up. What was only on it is at the office. Prints a table and "lost tablet: ok", or says what is wrong and ends with 1.
"""
import json
import pathlib
import sys

from processes import Fault, Server, Tablet
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "https://trivsel.example/fhir/Questionnaire/trivselsplan"


def check(holds, what):
    if not holds:
        raise Fault(what)


class LostTablet:
    def __init__(self, build, folder):
        self.folder = pathlib.Path(folder)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo", "--json")
        staff = json.loads(self.server.command("staff", "add", "--name", "Mette", "--role", "staff", "--json"))["person"]
        made = self.server.command("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn", "--json")
        self.sofie = json.loads(made)["person"]
        self.server.command("team", "set", self.sofie, "--chosen", staff, "--team", staff)
        self.tablets = {}
        for name in ("Fællesstuen", "Køkkenet"):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", name, "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}",
                                "--out", str(file))
            self.tablets[name] = Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file)

    def done(self, what, result):
        print(f"  {what:<70} {result}", flush=True)

    def write(self, name, link_id, text):
        who = {"person": self.sofie, "role": "resident"}
        for command, more in (("openPlan", {}), ("edit", {"linkId": link_id, "text": text}), ("leave", {})):
            self.tablets[name].call(command, resident=self.sofie, who=who, url=PLAN, **more)

    def sync(self, name):
        return self.tablets[name].call("sync", seconds=60)

    def changes(self, name):
        return sum(row["changes"] for row in self.tablets[name].call("state")["streams"])

    def told(self, *words):
        return json.loads(self.server.command(*words, "--json"))

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
