#!/usr/bin/env python3
"""The main job with real processes and no window: answer on a tablet, sync, merge, see it on the other.

Prints a table and "main job: ok", or says what differed and ends with 1. `--break server|network|disk` takes one of the
three away, to show that the job can't pass without it.
"""
import argparse
import json
import pathlib
import shutil
import sys
import tempfile

from processes import Fault, Server, Tablet, free_port

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASE = "https://trivsel.example/fhir/Questionnaire/"
PLAN = BASE + "trivselsplan"
BOTH_WROTE = "brug-for.indefra"
ONLY_B = "god.tegn.indefra"
A_FIELDS = {
    BOTH_WROTE: "Bank på, og vent, til jeg svarer.",
    "halvdaarlig.tegn.indefra": "Jeg lader gardinet være for.",
    "halvdaarlig.goer.udefra": "Vi foreslår en kort tur og spørger ikke igen.",
}
B_FIELDS = {BOTH_WROTE: "Bank på to gange, og kom kun én ad gangen.", ONLY_B: "Jeg står op og laver kaffe."}


def check(holds, what):
    if not holds:
        raise Fault(what)


class MainJob:
    def __init__(self, build, folder, broken):
        self.folder = pathlib.Path(folder)
        self.broken = broken
        self.rows = []
        self.server = Server(build, self.folder / "kontor")
        self.tablets = {}
        self.make_home(build)

    def done(self, what, result):
        self.rows.append((what, result))
        print(f"  {what:<58} {result}", flush=True)

    # --- the home ---
    def make_home(self, build):
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.staff = [self.add("staff", "--name", name, "--role", "staff") for name in ("Mette", "Ali")]
        self.resident = self.add("resident", "--name", "Sofie", "--picture", "fyrtaarn", "--tint", "1")
        self.server.command("team", "set", self.resident, "--chosen", self.staff[0], "--team", ",".join(self.staff))
        address = f"127.0.0.1:{self.server.port}"
        for name in ("A", "B"):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", f"Tablet {name}", "--kind", "shared", "--address", address, "--out", str(file))
            self.tablets[name] = Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file)

    def add(self, what, *words):
        return json.loads(self.server.command(what, "add", *words, "--json"))["person"]

    @property
    def a(self):
        return self.tablets["A"]

    @property
    def b(self):
        return self.tablets["B"]

    def as_resident(self):
        return {"person": self.resident, "role": "resident"}

    # --- the steps ---
    def first_contact(self):
        self.server.start()
        for tablet in self.tablets.values():
            tablet.start()
            tablet.call("wait-uptodate")
            home = tablet.call("home")
            check([r["id"] for r in home["residents"]] == [self.resident], f"{tablet.name} does not show the resident after its first sync")
        self.done("both tablets fetched the home from the server", "2 tablets")

    def go_offline(self):
        self.server.kill()
        for tablet in self.tablets.values():
            tablet.restart()
            check(tablet.ask("sync", seconds=60).get("phase") == "Unreachable", f"{tablet.name} reached a server that is not there")
        self.done("server taken away (SIGKILL), both tablets say so", "offline")

    def answer(self, form, code_of, kill_midway, about=None):
        draft = self.a.call("begin", subject=self.resident, who=self.as_resident(), url=BASE + form, about=about or "")["draft"]
        questions = self.a.call("questions", url=BASE + form)["questions"]
        scale = [q for q in questions if q["codes"]]
        for index, question in enumerate(scale):
            self.a.call("choose", draft=draft, linkId=question["linkId"], code=code_of(index, question["codes"]))
            if kill_midway and index == len(scale) // 2:
                self.a.restart()
                again = self.a.call("begin", subject=self.resident, who=self.as_resident(), url=BASE + form, about=about or "")
                check(again["draft"] == draft, f"{form}: another draft after kill -9")
                check(len(again["answers"]) == index + 1, f"{form}: {len(again['answers'])} answers in the draft after kill -9, not {index + 1}")
        self.a.call("readers", draft=draft, readers="team")
        self.a.call("send", draft=draft)
        self.a.restart()  # after Gem, before the thank-you page was left: what was sent becomes a change at the next start
        responses = self.a.call("resident", resident=self.resident, who=self.as_resident())["responses"]
        check(any(r["url"] == BASE + form and len(r["answers"]) >= len(scale) for r in responses), f"{form}: the sent answer is not there after kill -9")
        self.done(f"A offline: {form}, kill -9 in the middle and after Gem", f"{len(scale)} answers")

    def write_plan(self, tablet, fields):
        tablet.call("openPlan", resident=self.resident, who=self.as_resident(), url=PLAN)
        for link_id, text in fields.items():
            who = {"person": self.staff[0], "role": "staff"} if link_id.endswith(".udefra") else self.as_resident()
            tablet.call("openPlan", resident=self.resident, who=who, url=PLAN)
            tablet.call("edit", resident=self.resident, who=who, url=PLAN, linkId=link_id, text=text)
            if tablet.name == "A" and link_id == BOTH_WROTE:
                tablet.restart()
                tablet.call("openPlan", resident=self.resident, who=who, url=PLAN)
            tablet.call("leave", resident=self.resident, who=who, url=PLAN)
        tablet.restart()
        for link_id, text in fields.items():
            check(self.texts(tablet, link_id) == [text], f"{tablet.name}: {link_id} shows {self.texts(tablet, link_id)} after kill -9")
        self.done(f"{tablet.name} offline: a Trivselsplan, kill -9 afterwards", f"{len(fields)} fields")

    def field(self, tablet, link_id):
        plan = tablet.call("openPlan", resident=self.resident, who=self.as_resident(), url=PLAN)
        return next(f for f in plan["fields"] if f["linkId"] == link_id)

    def texts(self, tablet, link_id):
        return [v["text"] for v in self.field(tablet, link_id)["versions"]]

    def sync_both(self):
        if self.broken == "network":
            self.server.port = free_port()  # it runs, and no way leads there: where the tablets knock nobody opens
        if self.broken != "server":
            self.server.start()
        for tablet in (self.a, self.b, self.a):
            answer = tablet.ask("sync", seconds=90)
            there = "the server is there" if self.server.answers() else "the server is away"
            check(answer.get("phase") == "UpToDate", f"{tablet.name} could not sync: {answer.get('phase')}, {there}")
        if self.broken == "disk":
            self.a.kill()
            shutil.rmtree(self.a.folder / "data")
            self.a.start()

    def states(self):
        def of(rows):
            return {r["stream"]: (r["changes"], r["set_hash"], r["fold"]) for r in rows}
        server = of(json.loads(self.server.command("verify-state", "--json"))["streams"])
        return of(self.a.call("state")["streams"]), of(self.b.call("state")["streams"]), server

    def compare(self, when):
        a, b, server = self.states()
        check(a, f"{when}: A holds nothing")
        check(a == b, f"{when}: A and B differ in {sorted(k for k in a.keys() | b.keys() if a.get(k) != b.get(k))}")
        for stream, state in a.items():
            check(server.get(stream) == state, f"{when}: the server differs in stream {stream}: {server.get(stream)} for {state}")
        changes = sum(s[0] for s in a.values())
        self.done(f"{when}: A, B and server hold the same set", f"{changes} changes in {len(a)} streams")

    def two_versions(self):
        expected = sorted([A_FIELDS[BOTH_WROTE], B_FIELDS[BOTH_WROTE]])
        for tablet in (self.a, self.b):
            field = self.field(tablet, BOTH_WROTE)
            check(field["state"] == "Two", f"{tablet.name}: {BOTH_WROTE} is {field['state']}, not Two")
            check(sorted(v["text"] for v in field["versions"]) == expected, f"{tablet.name}: {BOTH_WROTE} does not show both versions")
            check(self.texts(tablet, ONLY_B) == [B_FIELDS[ONLY_B]], f"{tablet.name}: {ONLY_B} did not arrive")
        status = json.loads(self.server.command("status", "--json"))
        waiting = [w["link_id"] for w in status["waiting"]]
        check(waiting == [BOTH_WROTE], f"the server lists {waiting} as waiting for people, not {BOTH_WROTE}")
        self.done("the field both wrote has both versions on A, B, server", "2 versions")

    def staff_cannot_choose(self):
        field = self.field(self.b, BOTH_WROTE)
        mette = {"person": self.staff[0], "role": "staff"}
        answer = self.b.ask("resolve", resident=self.resident, who=mette, url=PLAN, linkId=BOTH_WROTE, how="choose",
                            chosen=field["versions"][0]["dot"], text="", heads=field["heads"])
        check(not answer.get("ok"), "staff could choose in the resident's words")
        self.done("staff can't choose between the resident's own words", "refused")

    def resident_chooses(self):
        field = self.field(self.b, BOTH_WROTE)
        chosen = next(v for v in field["versions"] if v["text"] == B_FIELDS[BOTH_WROTE])
        self.b.call("resolve", resident=self.resident, who=self.as_resident(), url=PLAN, linkId=BOTH_WROTE, how="choose",
                    chosen=chosen["dot"], text="", heads=field["heads"])
        self.b.restart()
        for tablet in (self.b, self.a):
            check(tablet.call("sync", seconds=90).get("phase") == "UpToDate", f"{tablet.name} could not sync the choice")
        for tablet in (self.a, self.b):
            field = self.field(tablet, BOTH_WROTE)
            check(field["state"] == "One" and self.texts(tablet, BOTH_WROTE) == [B_FIELDS[BOTH_WROTE]], f"{tablet.name} does not show the choice")
            history = tablet.call("history", resident=self.resident, who=self.as_resident(), url=PLAN, linkId=BOTH_WROTE)["versions"]
            texts = [v["text"] for v in history]
            check(set(texts) >= {A_FIELDS[BOTH_WROTE], B_FIELDS[BOTH_WROTE]} and len(texts) == 3, f"{tablet.name}: the history holds {texts}")
        status = json.loads(self.server.command("status", "--json"))
        check(status["waiting"] == [], "the server still lists two versions after the choice")
        self.done("the resident's choice on B is seen on A and at the server", "1 version, 3 in history")

    def after_power_loss(self):
        before = self.states()
        self.server.kill()
        for tablet in self.tablets.values():
            tablet.restart()
        self.server.start()
        check(self.states() == before, "something changed when every process was killed and started again")
        self.done("all processes killed and started again: nothing changed", "same")

    def run(self):
        self.first_contact()
        self.go_offline()
        self.answer("saadan-gaar-det", lambda i, codes: codes[(i + 2) % len(codes)], kill_midway=True)
        self.answer("tema-1-beboer", lambda i, codes: codes[(i * 2) % len(codes)], kill_midway=True)
        self.write_plan(self.a, A_FIELDS)
        self.write_plan(self.b, B_FIELDS)
        self.sync_both()
        self.compare("after sync")
        self.two_versions()
        self.staff_cannot_choose()
        self.resident_chooses()
        self.compare("after the choice")
        self.after_power_loss()

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--break", dest="broken", choices=["server", "network", "disk"])
    parser.add_argument("--keep", action="store_true", help="keep the data folder")
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="trivsel-main-job-")
    job = None
    try:
        job = MainJob(arguments.build, folder, arguments.broken)
        job.run()
    except Fault as fault:
        print(f"main job: FAILED: {fault}")
        print(f"data and logs: {folder}")
        return 1
    finally:
        if job:
            job.stop()
    print(f"  {'SIGKILLs survived by the tablets':<58} {sum(t.kills for t in job.tablets.values())}")
    if not arguments.keep:
        shutil.rmtree(folder, ignore_errors=True)
    print("main job: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
