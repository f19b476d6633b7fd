#!/usr/bin/env python3
"""A running server among peers that mean no good: 1,000 slow connections before TLS and after it, and floods before
authentication. A tablet is served all the while, memory, descriptors and log stay within their bounds. How much longer a
change takes then is measured by ./dev bench server.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from processes import Fault, Server, Tablet, in_memory

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FORM = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det"
ATTACK_S = 3  # each attack lasts so long; the tablet syncs all the while
RESIDENT_KB_MAX = 100_000
DESCRIPTORS_MAX = 64 + 64 + 64  # let in, before Hello, and what the server needs itself
REFUSALS_LOGGED_MAX = 3  # an attack; one line in ten seconds


def check(holds, what):
    if not holds:
        raise Fault(what)


class Peers:
    def __init__(self, server, *words):
        self.process = subprocess.Popen([sys.executable, str(HERE / "hostile_peers.py"), "--port", str(server.port), *words],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        check(self.process.stdout.readline().strip() == "ready", "the hostile peers did not start")

    def stop(self):
        return json.loads(self.process.communicate("")[0])


class Hostile:
    def __init__(self, build, folder):
        self.folder = pathlib.Path(folder)
        self.server = Server(build, self.folder / "kontor")
        self.server.command("init", "--name", "Prøvehuset", "--demo")
        self.resident = json.loads(self.server.command("resident", "add", "--name", "Sofie", "--picture", "fyrtaarn", "--json"))["person"]
        self.who = {"person": self.resident, "role": "resident"}
        for name in ("A", "B"):
            self.server.command("tablet", "add", name, "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}", "--out", self.file(name))
        self.refusals = 0
        self.server.start()
        self.tablet = Tablet(build, self.folder / "A", "A", ROOT / "assets" / "catalogue", self.file("A"))
        self.tablet.start()
        self.tablet.call("wait-uptodate")

    def file(self, name):
        return str(self.folder / f"{name}.tablet")

    def save(self, text):
        draft = self.tablet.call("begin", subject=self.resident, who=self.who, url=FORM, about="")["draft"]
        self.tablet.call("write", draft=draft, linkId="ord", text=text)
        self.tablet.call("readers", draft=draft, readers="team")
        self.tablet.call("send", draft=draft)
        self.tablet.call("settle")

    def resident_kb(self):
        lines = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

    def descriptors(self):
        """Of the server. It is not dumpable, so only root may count them; others count who is connected."""
        try:
            return len(os.listdir(f"/proc/{self.server.process.pid}/fd"))
        except PermissionError:
            here = f":{self.server.port:04X}"
            rows = (line.split() for line in pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:])
            return sum(1 for row in rows if row[1].endswith(here) and row[3] == "01")

    def attack(self, name, *words):
        peers = Peers(self.server, *words)
        descriptors = syncs = 0
        until = time.monotonic() + ATTACK_S
        while time.monotonic() < until:
            syncs += 1
            self.save(f"{name} {syncs}")
            answer = self.tablet.ask("sync", seconds=120)
            check(answer.get("phase") == "UpToDate", f"{name}: the tablet is not served: {answer}")
            descriptors = max(descriptors, self.descriptors())
        did = peers.stop()
        check(self.server.process.poll() is None, f"{name}: the server has ended")
        check(self.tablet.call("sync-state")["only_here"] == 0, f"{name}: not everything was handed in")
        check(self.resident_kb() <= RESIDENT_KB_MAX, f"{name}: the server has taken {self.resident_kb()} kB")
        check(descriptors <= DESCRIPTORS_MAX, f"{name}: the server has {descriptors} descriptors open")
        refusals = pathlib.Path(self.server.log).read_text(encoding="utf-8").count("refused") - self.refusals
        check(refusals <= REFUSALS_LOGGED_MAX, f"{name}: {refusals} lines in the log about strangers")
        self.refusals += refusals
        print(f"  {name:<32} {syncs} syncs; {did}; {self.resident_kb()} kB, {descriptors} descriptors, {refusals} lines in the log", flush=True)

    def run(self):
        self.attack("1,000 slow ones before TLS", "--slow", "1000")
        self.attack("500 before and 500 after TLS", "--slow", "500", "--slow-tls", "500", "--tablet", self.file("B"))
        self.attack("a flood before authentication", "--flood", "2000")
        rows = {r["stream"]: r["set_hash"] for r in json.loads(self.server.command("verify-state", "--json"))["streams"]}
        for row in self.tablet.call("state")["streams"]:
            check(rows[row["stream"]] == row["set_hash"], "tablet and server differ")

    def stop(self):
        self.tablet.kill()
        self.server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="trivsel-hostile-", dir=in_memory())
    hostile = None
    try:
        hostile = Hostile(arguments.build, folder)
        hostile.run()
    except Fault as fault:
        print(f"hostile: FAILED: {fault}")
        print(f"data and logs: {folder}")
        return 1
    finally:
        if hostile:
            hostile.stop()
    shutil.rmtree(folder, ignore_errors=True)
    print("hostile: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
