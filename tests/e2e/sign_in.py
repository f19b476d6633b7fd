#!/usr/bin/env python3
"""Codes from the office to a tablet: drawn with trivsel-sync, known after a sync, used without network, through the real Argon2id on the worker. Then
Mette chooses her own on one tablet, and the office takes it for all."""
import json
import pathlib
import sys

from processes import Fault, Server, Tablet
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "assets" / "catalogue"


def check(holds, what):
    if not holds:
        raise Fault(what)


class Home:
    def __init__(self, build, folder):
        self.server = Server(build, folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.sofie = self.add("resident", "add", "Sofie", "--picture", "fyrtaarn")
        self.mette = self.add("staff", "add", "Mette")
        self.lone = self.add("staff", "add", "Lone")
        self.server.command("team", "set", "Sofie", "--team", "Mette")
        self.code = self.draw()
        self.build, self.folder = build, folder
        self.tablets = [self.make("Mobil"), self.make("Vagten")]
        self.tablet, self.other = self.tablets
        self.server.start()
        for tablet in self.tablets:
            tablet.start()
            tablet.call("wait-uptodate")

    def make(self, name):
        file = self.folder / f"{name}.tablet"
        self.server.command("tablet", "add", name, "--kind", "staff", "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
        tablet = Tablet(self.build, self.folder / name, name, CATALOGUE, file)
        tablet.options = []
        return tablet

    def add(self, *words):
        return json.loads(self.server.command(*words, "--json"))["person"]

    def draw(self):
        return json.loads(self.server.command("staff", "code", "Mette", "--json"))["code"]

    def sign_in(self, person, code, tablet=None):
        return (tablet or self.tablet).call("sign-in", person=person, code=code)["outcome"]

    def change(self, code, chosen):
        return self.tablet.call("change-code", who={"person": self.mette, "role": "staff"}, code=code, chosen=chosen)["outcome"]

    def sync(self):
        for tablet in self.tablets:
            tablet.call("wait-uptodate")
            check(tablet.call("sync")["phase"] == "UpToDate", f"{tablet.name} could not sync")

    def reads(self, person):
        answer = self.tablet.ask("resident", resident=self.sofie, who={"person": person, "role": "staff"})
        check(answer["ok"] or answer["error"] == "NotAllowed", f"an unexpected answer: {answer}")
        return answer["ok"]

    def stop(self):
        for tablet in self.tablets:
            tablet.kill()
        self.server.kill()


def other(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def chosen(home):
    """Mette chooses her own: here at once, elsewhere when the office has taken it."""
    new = "908172" if home.code != "908172" else "508172"
    check(home.sign_in(home.mette, home.code) == "ok", "the drawn code does not open")
    check(home.change(home.code, "123456") == "obvious", "a code that anybody guesses was taken")
    check(home.change(other(home.code), new) == "wrong-code", "a code was changed without the one in use")
    check(home.change(home.code, new) == "ok", "Mette can't choose her own")
    check(home.sign_in(home.mette, new) == "ok", "the chosen code does not open here")
    check(home.sign_in(home.mette, home.code, home.other) == "ok", "the drawn code does not open elsewhere meanwhile")
    home.sync()
    for _ in range(400):  # the running server takes it by itself
        lines = json.loads(home.server.command("audit", "sample", "--n", "10000", "--json"))["lines"]
        if any(one["action"] == "AUDIT_ACCESS" and one["person"] == home.mette and one["number"] == 0 for one in lines):
            break
    else:
        raise Fault("the office did not take the code")
    home.sync()
    check(home.sign_in(home.mette, new, home.other) == "ok", "the chosen code does not open elsewhere")
    check(home.sign_in(home.mette, home.code, home.other) == "wrong-code", "the drawn code still opens elsewhere")
    check(home.sign_in(home.mette, home.code) == "wrong-code", "the drawn code still opens here")
    home.code = new


def run(home):
    chosen(home)
    home.tablet.restart()
    home.server.kill()  # no network from here on
    check(not home.reads(home.mette), "staff read without having signed in")
    check(home.sign_in(home.mette, other(home.code)) == "wrong-code", "a wrong code was not told")
    check(not home.reads(home.mette), "staff read after a wrong code")
    check(home.sign_in(home.lone, home.code) == "no-code", "somebody without a code was not told so")
    check(home.sign_in(home.mette, home.code) == "ok", "the right code does not open")
    check(home.reads(home.mette), "staff can't read after the right code")
    check(not home.reads(home.lone), "another person reads")

    home.tablet.restart()
    check(not home.reads(home.mette), "still signed in after a restart")
    for _ in range(2):
        check(home.sign_in(home.mette, other(home.code)) == "wrong-code", "a wrong code was not told")
    home.tablet.kill()
    home.tablet.start()
    check(home.sign_in(home.mette, other(home.code)) == "wrong-code", "the third wrong code was not told")
    check(home.sign_in(home.mette, home.code) == "wait", "three wrong codes and no wait")
    home.tablet.restart()
    check(home.sign_in(home.mette, home.code) == "wait", "a restart ended the wait")

    home.server.start()
    shift = json.loads(home.server.command("shift-code", "new", "--hours", "1", "--json"))["code"]
    home.tablet.call("wait-uptodate")
    check(home.sign_in("", other(shift)) == "wrong-code", "a wrong shift code was not told")
    check(home.sign_in("", shift) == "ok", "the shift's code does not open")
    check(not home.reads(home.mette), "the shift's code opens more than safety plans")

    home.server.command("staff", "remove", "Mette")
    home.tablet.call("wait-uptodate")
    check(home.sign_in(home.mette, home.code) == "not-here", "who has left can sign in")


if __name__ == "__main__":
    sys.exit(tell("sign in", __doc__, lambda arguments, folder: Home(arguments.build, folder), run))
