#!/usr/bin/env python3
"""A tablet and a server, each on a small disk of its own that other files fill: a clear sentence, nothing is lost that was
said to be saved, and when there is room again they go on. Needs the right to mount; ends with 77 (skipped) without it.

TRIVSEL_LONG=1 or --rounds N for more than 5.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from processes import Fault, Server, Tablet

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORM = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det"
SKIPPED = 77
RESERVE = 2 * 1024 * 1024
LEAST_MB, MOST_MB = 8, 64


def check(holds, what):
    if not holds:
        raise Fault(what)


class SmallDisk:
    def __init__(self, place, megabytes):
        self.place = place
        self.place.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place)], capture_output=True, text=True, check=False)
        self.mounted = done.returncode == 0
        self.why = done.stderr.strip()

    def fill(self):
        """Writes until nothing more fits."""
        with open(self.place / "fyld", "ab", buffering=0) as stream:
            for size in (65536, 4096, 512):
                try:
                    while stream.write(b"x" * size) == size:
                        pass
                except OSError:
                    pass

    def empty(self):
        (self.place / "fyld").unlink()

    def unmount(self):
        if self.mounted:
            subprocess.run(["umount", str(self.place)], check=False)


class Round:
    def __init__(self, build, folder, megabytes):
        self.disks = [SmallDisk(folder / "tavle", megabytes), SmallDisk(folder / "kontor", megabytes)]
        self.server = None
        self.tablet = None
        self.build, self.folder = build, folder
        self.saved = {}

    def make(self):
        self.server = Server(self.build, self.disks[1].place / "data")
        self.server.log = str(self.folder / "server.log")  # beside its disk, which will be full
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.resident = json.loads(self.server.command("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn", "--json"))["person"]
        self.who = {"person": self.resident, "role": "resident"}
        file = self.folder / "A.tablet"
        self.server.command("tablet", "add", "A", "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}", "--out", str(file))
        self.server.start()
        self.tablet = Tablet(self.build, self.disks[0].place / "t", "A", ROOT / "assets" / "catalogue", file)
        self.tablet.start()
        self.tablet.call("wait-uptodate")

    def begin(self):
        return self.tablet.call("begin", subject=self.resident, who=self.who, url=FORM, about="")

    def words(self):
        return [a["text"] for r in self.tablet.call("resident", resident=self.resident, who=self.who)["responses"] for a in r["answers"].values() if a["text"]]

    def tablet_is_full(self):
        draft = self.begin()["draft"]
        self.tablet.call("write", draft=draft, linkId="ord", text="0")
        # Below 8 MB it says so at the start; else it has set its reserve aside.
        self.tablet.restart()
        warned = self.tablet.call("sync-state")["disk_full"]
        reserve = self.disks[0].place / "t" / "data" / "reserve"
        check(warned or reserve.stat().st_size == RESERVE, "no reserve, and nothing said")
        self.disks[0].fill()
        saved, refused, taps = "0", 0, 0
        while refused < 3:
            taps += 1
            check(taps < 5000, "the disk never became full")
            text = f"{taps} " + "x" * 2000
            answer = self.tablet.ask("write", draft=draft, linkId="ord", text=text)
            if answer.get("ok"):
                saved = text
            else:
                check(answer["error"] == "StoreFull", f"a full disk is called {answer['error']}")
                refused += 1
        check(warned or taps > 3, "the reserve took no tap")
        check(self.tablet.call("sync-state")["disk_full"], "a full disk is not shown")
        self.disks[0].empty()
        # The same process goes on.
        check(self.begin()["answers"]["ord"]["text"] == saved, "the screen shows something else than what was saved")
        self.tablet.call("write", draft=draft, linkId="ord", text="Der er plads igen.")
        self.tablet.restart()
        check(self.begin()["answers"]["ord"]["text"] == "Der er plads igen.", "what was saved after the disk was full is gone")
        # It starts on a full disk too.
        self.disks[0].fill()
        self.tablet.restart()
        check(self.begin()["answers"]["ord"]["text"] == "Der er plads igen.", "what was saved is gone after a start on a full disk")
        self.disks[0].empty()
        self.tablet.restart()
        self.tablet.call("readers", draft=draft, readers="team")
        self.tablet.call("send", draft=draft)
        self.tablet.call("settle")

    def server_is_full(self):
        check(self.tablet.call("sync", seconds=90)["phase"] == "UpToDate", "the tablet could not sync before")
        at_office = self.tablet.call("sync-state")["at_office"]
        self.disks[1].fill()
        written = []
        for number in range(40):
            draft = self.begin()["draft"]
            written.append(f"{number} " + "y" * 30_000)
            for command, words in (("write", {"linkId": "ord", "text": written[-1]}), ("readers", {"readers": "team"}), ("send", {})):
                self.tablet.call(command, draft=draft, **words)
            self.tablet.call("settle")
        self.tablet.ask("sync", seconds=90)
        check(self.server.process.wait(60) == 1, "the server did not stop on a full disk")
        said = (self.folder / "server.log").read_text(encoding="utf-8")
        check("Disken er fuld" in said, f"no clear sentence: {said}")
        self.server.process = None
        state = self.tablet.call("sync-state")
        acknowledged = state["at_office"] - at_office
        self.disks[1].empty()
        self.server.start()
        rows = json.loads(self.server.command("verify-state", "--json"))["streams"]
        held = sum(r["changes"] for r in rows)
        check(held >= at_office + acknowledged, f"{acknowledged} were acknowledged, but the server holds {held} in all")
        check(self.tablet.call("sync", seconds=90)["phase"] == "UpToDate", "the tablet could not sync when there was room again")
        server = {r["stream"]: r["set_hash"] for r in json.loads(self.server.command("verify-state", "--json"))["streams"]}
        for row in self.tablet.call("state")["streams"]:
            check(server[row["stream"]] == row["set_hash"], "tablet and server differ after the disk was full")
        check(sorted(self.words()) == sorted([*written, "Der er plads igen."]), "words are missing")

    def run(self):
        self.make()
        self.tablet_is_full()
        self.server_is_full()

    def stop(self):
        for process in (self.tablet, self.server):
            if process:
                process.kill()
        for disk in self.disks:
            disk.unmount()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--rounds", type=int, default=100 if os.environ.get("TRIVSEL_LONG") else 5)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        print("disk full: SKIPPED: only root may mount a small disk")
        return SKIPPED
    print(f"disk full: seed {arguments.seed}, {arguments.rounds} rounds", flush=True)
    dice = random.Random(arguments.seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trivsel-disk-full-"))
    sizes = []
    for number in range(arguments.rounds):
        sizes.append((LEAST_MB, MOST_MB)[number] if number < 2 else dice.randrange(LEAST_MB, MOST_MB + 1))
        own = folder / str(number)
        own.mkdir()
        one = Round(arguments.build, own, sizes[-1])
        try:
            if not all(disk.mounted for disk in one.disks):
                print(f"disk full: SKIPPED: can't mount a small disk: {one.disks[0].why}")
                return SKIPPED
            one.run()
        except Fault as fault:
            print(f"disk full: FAILED on {sizes[-1]} MB: {fault}; again with --seed {arguments.seed}")
            return 1
        finally:
            one.stop()
    print(f"disk full: ok: disks of {sizes} MB")
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
