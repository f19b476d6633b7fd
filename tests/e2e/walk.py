#!/usr/bin/env python3
"""Tag med på tur: residents come onto Mette's own phone, she writes without network, and they go again when it is safe; a key turns when she leaves."""
import json
import pathlib
import sys

from processes import Fault, Server, Tablet
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "assets" / "catalogue"
PLAN = "https://trivsel.example/fhir/Questionnaire/trivselsplan"
FIELD = "mig.udefra"


def check(holds, what):
    if not holds:
        raise Fault(what)


class House:
    def __init__(self, build, folder):
        self.server = Server(build, folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.sofie = self.add("resident", "add", "Sofie", "--picture", "fyrtaarn")
        self.ole = self.add("resident", "add", "Ole", "--picture", "kop")
        self.mette = self.add("staff", "add", "Mette")
        self.server.command("team", "set", "Sofie", "--team", "Mette")
        self.shared = self.tablet(build, folder, "stuen", "--kind", "shared")
        self.phone = self.tablet(build, folder, "mobil", "--kind", "staff", "--owner", "Mette")
        self.server.start()
        for tablet in (self.shared, self.phone):
            tablet.start()
            tablet.call("wait-uptodate")

    def tablet(self, build, folder, name, *kind):
        file = folder / f"{name}.tablet"
        self.server.command("tablet", "add", name, *kind, "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
        return Tablet(build, folder / name, name, CATALOGUE, file)

    def add(self, *words):
        return json.loads(self.server.command(*words, "--json"))["person"]

    @property
    def who(self):
        return {"person": self.mette, "role": "staff"}

    def shows(self, resident):
        return self.phone.ask("openPlan", resident=resident, who=self.who, url=PLAN)["ok"]

    def rows(self, tablet, kind):
        return sum(one["changes"] for one in tablet.call("state")["streams"] if one["kind"] == kind)

    def incident(self):
        return json.loads(self.server.command("incident", "--tablet", "mobil", "--json"))["residents"]

    def stop(self):
        for one in (self.shared, self.phone, self.server):
            one.kill()


def run(house):
    phone, sofie = house.phone, house.sofie
    check(not house.shows(sofie), "a phone shows somebody who was not taken along")
    check(phone.ask("take-along", resident=house.ole, who=house.who)["error"] == "NotAllowed", "she took along whom she may not read")
    phone.call("take-along", resident=sofie, who=house.who)
    phone.call("wait-uptodate")
    check(house.shows(sofie), "who was taken along is not there")
    check(house.incident() == ["Sofie"], f"incident says {house.incident()}")

    house.server.kill()  # out of the house
    phone.call("edit", resident=sofie, who=house.who, url=PLAN, linkId=FIELD, text="Vi gik til søen.")
    phone.call("leave", resident=sofie, who=house.who, url=PLAN)
    phone.restart()
    check(phone.call("home")["along"] == [sofie], "a restart forgot who is along")
    check(house.shows(sofie), "a restart took her off")
    phone.call("end-trip", resident=sofie)
    check(not house.shows(sofie), "she is shown after the walk")
    check(house.rows(phone, "team") == 1, "what only the phone has is gone")

    house.server.start()
    phone.call("wait-uptodate")
    house.shared.call("wait-uptodate")  # it has everything now ...
    check(house.rows(house.shared, "team") == 1, "what she wrote did not come home")
    house.shared.call("wait-uptodate")  # ... and its cursor says so
    phone.call("wait-uptodate")
    check(house.rows(phone, "team") == 0, "the rows did not go when they were safe")
    check(phone.call("sync-state")["held_at_office"] == 0, "what she wrote waits at the office")
    check(house.incident() == [], f"incident says {house.incident()}")

    house.server.command("team", "set", "Sofie", "--team", "")
    house.shared.call("wait-uptodate")
    phone.call("wait-uptodate")
    check(phone.ask("take-along", resident=sofie, who=house.who)["error"] == "NotAllowed", "she is in the team no more")
    plan = house.shared.call("openPlan", resident=sofie, who={"person": sofie, "role": "resident"}, url=PLAN)
    check("Vi gik til søen." in json.dumps(plan, ensure_ascii=False), "what was written before the key was turned can't be read")


if __name__ == "__main__":
    sys.exit(tell("walk", __doc__, lambda arguments, folder: House(arguments.build, folder), run))
