#!/usr/bin/env python3
"""From nothing to two paired tablets that sync, with real processes: init, serve, pair on one side, the code on the other. Then
what must not work: a wrong code five times, a used code, no code at all, a no of the office, Ctrl-C; and what must: a tablet that
was killed before it had everything. Prints a table and "pairing: ok", or says what differed and ends with 1.
"""
import json
import pathlib
import signal
import subprocess
import sys
import time

from processes import Fault, Lines, Server, Tablet
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "https://trivsel.example/fhir/Questionnaire/trivselsplan"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def check(holds, what):
    if not holds:
        raise Fault(what)


def times(a, b):
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a <<= 1
        a ^= 0x25 if a & 32 else 0
        b >>= 1
    return product


def other_secret(code):
    """The same address with another secret and a right check: what a guesser would send."""
    symbols = [ALPHABET.index(c) for c in code if c != " "][:24]
    symbols[20] ^= 1
    high = low = 0
    for symbol in symbols:
        feedback = symbol ^ high
        high, low = low ^ times(feedback, 6), times(feedback, 8)
    return "".join(ALPHABET[s] for s in symbols + [high, low])


class Office:
    """`trivsel-sync pair` in a terminal of its own."""

    def __init__(self, server, name, kind, *more):
        self.process = subprocess.Popen([server.program, "pair", "--name", name, "--kind", kind, "--json", "--data", server.data, *more],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
        self.lines = Lines(self.process.stdout)
        self.shown = self.event("code")

    def event(self, name):
        line = json.loads(self.lines.next(30, "trivsel-sync pair"))
        check(line["event"] == name, f"the office saw {line}, not {name}")
        return line

    def say(self, word):
        self.process.stdin.write((word + "\n").encode())

    def end(self, expect):
        code = self.process.wait(timeout=30)
        said = self.process.stderr.read().decode()
        check(code == expect, f"trivsel-sync pair ended with {code}: {said}")
        return said


class NewTablet(Tablet):
    def __init__(self, build, folder, name, catalogue):
        super().__init__(build, folder, name, catalogue, None)
        self.options = []  # as a tablet of its first day: staff sign in

    def pair(self, text, *more):
        """Starts the tablet as on its first day."""
        self.folder.mkdir(parents=True, exist_ok=True)
        words = [self.program, "--data", str(self.folder / "data"), "--keyfile", str(self.folder / "key"), "--catalogue", self.catalogue,
                 "--pair", text, *more]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=open(self.folder / "log", "ab"), bufsize=0)
        self.lines = Lines(self.process.stdout)

    def step(self, name):
        line = json.loads(self.lines.next(30, self.name))
        check(line.get("pair") == name, f"{self.name} saw {line}, not {name}")
        return line

    def refused(self, name):
        line = self.step(name)
        check(self.process.wait(timeout=30) == 1, f"{self.name} went on")
        self.process = None
        check(not (self.folder / "data" / "identity").exists(), f"{self.name} kept something of a pairing that failed")
        return line


def done(what, result):
    print(f"  {what:<66} {result}", flush=True)


def run(build, folder):
    server = Server(build, folder / "kontor")
    server.command("init", "--name", "Prøvehuset", "--demo")
    staff = json.loads(server.command("staff", "add", "--name", "Mette", "--role", "staff", "--json"))["person"]
    resident = json.loads(server.command("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn", "--json"))["person"]
    server.command("team", "set", resident, "--chosen", staff, "--team", staff)
    code = json.loads(server.command("staff", "code", "Mette", "--json"))["code"]
    without = subprocess.run([server.program, "pair", "--name", "Stuen", "--kind", "shared", "--data", server.data],
                             capture_output=True, text=True, timeout=30, check=False)
    check(without.returncode == 1 and "trivsel-sync serve" in without.stderr, f"without a server: {without.stderr}")
    done("pair without a running server says how to start it", "yes")
    server.start()
    catalogue = ROOT / "assets" / "catalogue"
    tablets = [NewTablet(build, folder / name, name, catalogue) for name in ("A", "B")]

    began = time.monotonic()
    for tablet, kind, form in zip(tablets, ("shared", "staff"), ("code", "link")):
        office = Office(server, f"Tablet {tablet.name}", kind)
        office.say("j")  # before the question: no answer to it, and said so
        office.event("too-early")
        tablet.pair(office.shown[form])
        digits = office.event("digits")["digits"]
        check(tablet.step("Digits")["digits"] == digits and len(digits) == 6, "the digits differ")
        listed = json.loads(server.command("status", "--json"))["tablets"]
        check(all(one["name"] != f"Tablet {tablet.name}" for one in listed), "it was let in before the office said yes")
        office.say("j")
        tablet.step("Done")
        office.event("confirmed")
        office.event("done")
        office.end(0)
        done(f"tablet {tablet.name} paired by its {form}, the same six digits on both", digits)
    took = time.monotonic() - began
    done("both together, without the people", f"{took:.1f} s")

    who = {"person": resident, "role": "resident"}
    tablets[0].call("sync")
    tablets[0].call("openPlan", resident=resident, who=who, url=PLAN)
    tablets[0].call("edit", resident=resident, who=who, url=PLAN, linkId="mig.indefra", text="Kaffe på trappen")
    tablets[0].call("leave", resident=resident, who=who, url=PLAN)
    for tablet in (tablets[0], tablets[1], tablets[0]):
        answer = tablet.call("sync", seconds=60)
        check(answer["phase"] == "UpToDate", f"{tablet.name} could not sync: {answer}")
    check(tablets[1].call("sign-in", person=staff, code=code)["outcome"] == "ok", "Mette's code does not open B")
    plan = json.dumps(tablets[1].call("openPlan", resident=resident, who={"person": staff, "role": "staff"}, url=PLAN), ensure_ascii=False)
    check("Kaffe på trappen" in plan, "what was written on A did not reach B")
    done("what A wrote is on B", "yes")
    tablets[0].restart()
    check(tablets[0].call("sync")["phase"] == "UpToDate", "after a restart the pairing is gone")
    done("a paired tablet is the same after kill -9", "yes")

    late = NewTablet(build, folder / "late", "late", catalogue)
    late.pair(office.shown["code"])
    late.refused("CodeDead")
    done("a used code opens nothing", "CodeDead")

    office = Office(server, "Stuen 3", "leader")
    wrong = other_secret(office.shown["code"])
    for left in (4, 3, 2, 1, 0):
        late.pair(wrong)
        line = late.refused("WrongCode")
        check(line["tries_left"] == left, f"tries left: {line}")
    check("fem forkerte" in office.end(1), "the office did not hear of the wrong tries")
    late.pair(office.shown["code"])
    late.refused("CodeDead")
    done("five wrong codes, and the right one opens nothing", "CodeDead")

    office = Office(server, "Stuen 3", "leader")
    late.pair(office.shown["link"])
    late.step("Digits")
    office.event("digits")
    office.say("n")
    check("afvist" in office.end(1), "the office did not hear that it said no")
    late.refused("Declined")
    done("the office says no", "Declined")

    office = Office(server, "Stuen 3", "leader")
    late.pair(office.shown["code"])
    late.step("Digits")
    office.event("digits")
    late.kill()
    office.event("line-lost")  # which is not the end of the code
    check(not (folder / "late" / "data" / "identity").exists(), "half a tablet was left")
    office.process.send_signal(signal.SIGINT)
    check("taget tilbage" in office.end(1), "Ctrl-C was not said")
    late.pair(office.shown["code"])
    late.refused("CodeDead")
    done("a tablet killed before the yes is nothing; Ctrl-C ends the code", "CodeDead")

    office = Office(server, "Stuen 3", "leader")
    office.process.stdin.close()  # as in a pipe that has ended: nobody can answer
    late.pair(office.shown["code"])
    late.step("Digits")
    office.event("digits")
    check("kan ikke svares herfra" in office.end(1), "the office waits for an answer that nobody can give")
    late.refused("Declined")
    done("nobody can answer at the office: said at once, to the tablet too", "Declined")

    office = Office(server, "Stuen 3", "leader")
    late.pair(office.shown["code"])
    late.step("Digits")
    office.event("digits")
    server.process.send_signal(signal.SIGSTOP)  # the yes is given while nobody can hear it
    office.say("j")
    office.event("confirmed")
    server.kill()
    server.start()
    late.step("Digits")  # it came back by itself, with the same keys
    late.step("Done")
    seen = [json.loads(office.lines.next(30, "pair"))["event"] for _ in range(1)]
    check(seen == ["done"], f"the office saw {seen}")
    office.end(0)
    check(late.call("sync")["phase"] == "UpToDate", "the third tablet could not sync")
    kinds = {one["name"]: one["kind"] for one in json.loads(server.command("status", "--json"))["tablets"]}
    check(kinds == {"Tablet A": "shared", "Tablet B": "staff", "Stuen 3": "leader"}, f"the tablets are {kinds}")
    done("server killed between yes and certificate: the same tablet, once", "yes")
    for tablet in (*tablets, late):
        tablet.kill()
    server.kill()


if __name__ == "__main__":
    sys.exit(tell("pairing", __doc__, lambda arguments, folder: (arguments.build, folder), lambda both: run(*both)))
