#!/usr/bin/env python3
"""A tablet's key is gone for good: it says so and changes nothing; the office reads what it had not handed in from its folder, and the tablet is set
up anew beside it. With --break forget the folder is not read."""
import argparse
import hashlib
import json
import pathlib
import sys
import tempfile

from processes import Fault, Server, Tablet

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "assets" / "catalogue"
FORM = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det"
WORDS = "Det blev skrevet uden net"


def check(holds, what):
    if not holds:
        raise Fault(what)


def digest(folder):
    files = sorted(f for f in pathlib.Path(folder).rglob("*") if f.is_file() and f.name != "lock" and not f.name.endswith("-shm"))
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


class Home:
    def __init__(self, build, folder):
        self.build, self.folder = build, folder
        self.server = Server(build, folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.sofie = json.loads(self.server.command("resident", "add", "Sofie", "--picture", "fyrtaarn", "--json"))["person"]
        self.mette = json.loads(self.server.command("staff", "add", "Mette", "--json"))["person"]
        self.server.command("team", "set", "Sofie", "--chosen", "Mette", "--team", "Mette")
        self.tablets = [self.make("Stuen"), self.make("Køkkenet")]
        self.server.start()
        for tablet in self.tablets:
            tablet.start()
            tablet.call("wait-uptodate")

    @property
    def who(self):
        return {"person": self.sofie, "role": "resident"}

    def make(self, name):
        file = self.folder / f"{name}.tablet"
        self.server.command("tablet", "add", name, "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
        return Tablet(self.build, self.folder / name, name, CATALOGUE, file)

    def save(self, tablet):
        draft = tablet.call("begin", subject=self.sofie, who=self.who, url=FORM, about="")["draft"]
        tablet.call("write", draft=draft, linkId="ord", text=WORDS)
        tablet.call("readers", draft=draft, readers="chosen")
        tablet.call("send", draft=draft)
        tablet.call("settle")

    def shows(self, tablet):
        return WORDS in json.dumps(tablet.call("resident", resident=self.sofie, who=self.who), ensure_ascii=False)

    def stop(self):
        for tablet in self.tablets:
            tablet.kill()
        self.server.kill()


def run(home, broken):
    lost, other = home.tablets
    home.server.kill()  # no network: what is written is on this tablet alone
    home.save(lost)
    lost.kill()
    key = lost.folder / "key"
    key.chmod(0o600)
    key.unlink()
    before = digest(lost.folder / "data")
    lost.start()
    check(lost.process.wait(20) != 0, "it starts without its key")
    check(not key.exists(), "a lost key was replaced by a new one")
    check(digest(lost.folder / "data") == before, "the tablet's files were changed")
    lost.process = None

    home.server.start()
    folder = lost.folder / "data"
    if broken != "forget":
        home.server.command("quarantine", "take", str(folder), expect=2)  # whose is it?
        home.server.command("quarantine", "take", str(folder), "--tablet", "Ingen", expect=1)
        home.server.command("quarantine", "take", str(folder), "--tablet", "Stuen")
        home.server.command("quarantine", "take", str(folder), "--tablet", "Stuen")  # twice is once
    check(digest(folder) == before, "the folder was changed by reading it")
    held = json.loads(home.server.command("quarantine", "list", "--json"))["held"]
    check(len(held) > 0 or broken, "nothing was read from the folder")
    if held:
        home.server.command("quarantine", "accept", "all")
    other.call("wait-uptodate")
    check(home.shows(other), "what only the lost tablet had did not come to the others")
    again = home.make("Stuen igen")
    home.tablets.append(again)
    again.start()
    again.call("wait-uptodate")
    check(home.shows(again), "the tablet that was set up anew does not have it")
    home.server.command("quarantine", "take", str(folder), "--tablet", "Stuen")
    left = json.loads(home.server.command("quarantine", "list", "--json"))["held"]
    check(left == [], f"what is in the log was held once more: {left}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--break", dest="broken", choices=["forget"])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(pathlib.Path(arguments.build).resolve(), pathlib.Path(folder))
        try:
            run(home, arguments.broken)
        except Fault as fault:
            print(f"lost key: FAILED: {fault}")
            return 1
        finally:
            home.stop()
    print("lost key: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
