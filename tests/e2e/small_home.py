"""A home with Sofie, one of her team and shared tablets, with real processes: what several stories begin with."""
import json
import pathlib

from processes import Fault, Server, Tablet

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "https://trivsel.example/fhir/Questionnaire/trivselsplan"


def check(holds, what):
    if not holds:
        raise Fault(what)


class SmallHome:
    def __init__(self, build, folder, tablets):
        self.folder = pathlib.Path(folder)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo", "--json")
        staff = self.told("staff", "add", "--name", "Mette", "--role", "staff")["person"]
        made = self.told("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn")
        self.sofie = made["person"]
        self.streams = made["streams"]
        self.server.command("team", "set", self.sofie, "--chosen", staff, "--team", staff)
        self.tablets = {}
        for name in tablets:
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
