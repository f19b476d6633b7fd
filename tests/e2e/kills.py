#!/usr/bin/env python3
"""kill -9 while tapping and while syncing, at random moments. What was said to be saved is there, and after each round
tablets and server hold the same set. Prints its seed; `--seed S` does the same again as far as processes allow.

TRIVSEL_LONG=1 or --rounds N for more than 20.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import sys
import tempfile
import time

from processes import Fault, Server, Tablet, in_memory

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORM = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det"
TAPS = 120


def check(holds, what):
    if not holds:
        raise Fault(what)


class Kills:
    def __init__(self, build, folder, seed):
        self.dice = random.Random(seed)
        self.folder = pathlib.Path(folder)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.resident = json.loads(self.server.command("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn", "--json"))["person"]
        self.who = {"person": self.resident, "role": "resident"}
        self.tablets = []
        for name in ("A", "B"):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", name, "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
            self.tablets.append(Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file))
        self.saved = set()  # words that a tablet said were saved, as a change
        self.kills = {"tapping": 0, "syncing": 0, "server": 0}
        self.midway = 0  # rounds in which a kill met something unfinished
        self.server.start()
        for tablet in self.tablets:
            tablet.start()
            tablet.call("wait-uptodate")

    def page(self, tablet):
        return tablet.call("resident", resident=self.resident, who=self.who)

    def words(self, tablet):
        """Everything that was answered in words and became a change."""
        return {a["text"] for r in self.page(tablet)["responses"] for a in r["answers"].values() if a["text"]}

    def begin(self, tablet):
        return tablet.call("begin", subject=self.resident, who=self.who, url=FORM, about="")["draft"]

    # --- while tapping ---
    def tap(self, number, tablet):
        texts = [f"{tablet.name} {number}.{tap}" for tap in range(TAPS)]
        draft = self.begin(tablet)
        tablet.call("readers", draft=draft, readers="team")
        for text in texts:
            tablet.tell("write", draft=draft, linkId="ord", text=text)
        tablet.tell("send", draft=draft)
        tablet.tell("settle")
        answered = self.dice.randrange(TAPS + 3)
        for _ in range(answered):
            answer = tablet.answer()
            check(answer.get("ok"), f"{tablet.name}: a tap was refused: {answer}")
        time.sleep(self.dice.random() * 0.002)  # the moment is what is tried out
        tablet.restart()
        self.kills["tapping"] += 1
        page = self.page(tablet)
        became = [a["text"] for r in page["responses"] for a in r["answers"].values() if a["text"] in texts]
        drafts = [d["answers"]["ord"]["text"] for d in page["drafts"] if "ord" in d["answers"]]
        if answered > TAPS:
            check(became == [texts[-1]], f"{tablet.name}: Gem was answered, but the answer is {became}")
        if became:
            check(became == [texts[-1]] and not drafts, f"{tablet.name}: {became} saved beside the draft {drafts}")
            self.saved.add(texts[-1])
            return
        self.midway += 1
        check(len(drafts) <= 1, f"{tablet.name}: {len(drafts)} drafts")
        if answered > 0:
            check(drafts and texts.index(drafts[0]) >= answered - 1, f"{tablet.name}: {texts[answered - 1]} was saved, the draft holds {drafts}")

    # --- while syncing ---
    def save(self, tablet, text):
        draft = self.begin(tablet)
        tablet.call("write", draft=draft, linkId="ord", text=text)
        tablet.call("readers", draft=draft, readers="team")
        tablet.call("send", draft=draft)
        tablet.call("settle")
        self.saved.add(text)

    def sync_and_kill(self, number):
        for tablet in self.tablets:
            for index in range(self.dice.randrange(1, 12)):
                self.save(tablet, f"{tablet.name} {number}/{index}")
        for tablet in self.tablets:
            tablet.tell("sync")
        time.sleep(self.dice.random() ** 2 * 0.08)  # the moment is what is tried out
        victim = self.dice.choice([*self.tablets, self.server, None])
        if victim is None:
            self.server.kill()
            self.tablets[0].kill()
        else:
            victim.kill()
        for tablet in self.tablets:
            if tablet.process is None:
                self.kills["syncing"] += 1
                tablet.start()
            else:
                self.midway += 0 if tablet.answer(90).get("phase") == "UpToDate" else 1
        if self.server.process is None:
            self.kills["server"] += 1
            self.server.start()

    def compare(self):
        for tablet in [*self.tablets, self.tablets[0]]:
            answer = tablet.call("sync", seconds=90)
            check(answer.get("phase") == "UpToDate", f"{tablet.name} could not sync afterwards: {answer}")
        rows = json.loads(self.server.command("verify-state", "--json"))["streams"]
        server = {r["stream"]: (r["changes"], r["set_hash"], r["fold"]) for r in rows}
        for tablet in self.tablets:
            for row in tablet.call("state")["streams"]:
                there = (row["changes"], row["set_hash"], row["fold"])
                check(server.get(row["stream"]) == there, f"{tablet.name} and the server differ in {row['stream']}: {there}, {server.get(row['stream'])}")
            words = self.words(tablet)
            check(self.saved <= words, f"{tablet.name}: saved words are gone: {sorted(self.saved - words)}")
            check(words <= self.saved, f"{tablet.name}: words that nobody saved: {sorted(words - self.saved)}")

    def run(self, rounds):
        for number in range(rounds):
            if number % 2 == 0:
                self.tap(number, self.dice.choice(self.tablets))
            else:
                self.sync_and_kill(number)
                self.compare()
        self.compare()

    def stop(self):
        for tablet in self.tablets:
            tablet.kill()
        self.server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--rounds", type=int, default=2000 if os.environ.get("TRIVSEL_LONG") else 20)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = parser.parse_args()
    print(f"kills: seed {arguments.seed}, {arguments.rounds} rounds", flush=True)
    folder = tempfile.mkdtemp(prefix="trivsel-kills-", dir=in_memory())
    kills = None
    try:
        kills = Kills(arguments.build, folder, arguments.seed)
        kills.run(arguments.rounds)
    except Fault as fault:
        print(f"kills: FAILED: {fault}")
        print(f"data and logs: {folder}; again with --seed {arguments.seed}")
        return 1
    finally:
        if kills:
            kills.stop()
    print(f"kills: ok: {kills.kills}, {kills.midway} in the middle of something, {len(kills.saved)} saved answers, all there")
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
