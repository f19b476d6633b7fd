#!/usr/bin/env python3
"""The demo home: makes it once, runs it with tablet windows, or renders its screens. Used by ./dev run and ./dev screens."""
import argparse
import fcntl
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time

from processes import Fault, Server, Tablet

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "assets" / "catalogue"
STAFF = [("Mette", "staff"), ("Ali", "staff"), ("Lone", "coordinator")]
RESIDENTS = [("Sofie", "fyrtaarn"), ("Karim", "drage"), ("Birthe", "tulipan"), ("Jens", "boelger"), ("", "svamp")]
TABLETS = [("Fællesstuen", "shared"), ("Personalets tablet", "staff")]
OWNER = STAFF[2][0]
PHONE = len(TABLETS)  # the owner's own, with Sofie along; beside the tablets
NAMES = [name for name, _ in TABLETS] + [f"{OWNER}s telefon"]
# Folder, which device, size in px, more options: a phone has 6.3 px to the mm.
SCREENS = [(f"{kind}-{size}", index, size, []) for index, (_, kind) in enumerate(TABLETS) for size in ("1280x800", "800x1280")] + \
          [(f"phone-{size}", PHONE, size, ["--px-per-mm", "6.3"]) for size in ("412x915", "915x412")]


def say(text):
    print(f"· {text}", file=sys.stderr, flush=True)


class Demo:
    def __init__(self, build, folder):
        self.build = pathlib.Path(build)
        self.folder = pathlib.Path(folder)
        self.note = self.folder / "demo.json"
        self.server = Server(self.build, self.folder / "kontor")

    def exists(self):
        return self.note.exists()

    def load(self):
        note = json.loads(self.note.read_text(encoding="utf-8"))
        if "codes" not in note or not self.tablet(PHONE).has_data():
            raise Fault(f"the demo home in {self.folder} is from an earlier version. Make it anew: ./dev run --fresh")
        self.server.port, self.codes = note["port"], note["codes"]

    def say_codes(self):
        say("Codes of the made-up staff: " + ", ".join(f"{name} {code}" for name, code in self.codes.items()))
        shift = json.loads(self.server.command("shift-code", "new", "--json"))["code"]
        say(f"A shift's code (vagtkode), known to the tablets after their first sync: {shift}")

    def is_running(self):
        """The server's folder is locked while it runs."""
        lock = pathlib.Path(self.server.data) / "lock"
        if not lock.exists():
            return False
        with open(lock, "rb") as held:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return True
        return False

    def tablet(self, index):
        return Tablet(self.build, self.folder / f"tablet-{index + 1}", NAMES[index], CATALOGUE, self.folder / f"tablet-{index + 1}.trivsel")

    def add(self, what, *words):
        return json.loads(self.server.command(what, "add", *words, "--json"))["person"]

    def make(self):
        """A home with five made-up residents, three staff and six months of answers and plans."""
        say(f"Making a demo home in {self.folder} …")
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self.folder.mkdir(parents=True)
        self.server.command("init", "--name", "Birkehuset", "--demo")
        staff = [self.add("staff", "--name", name, "--role", role) for name, role in STAFF]
        residents = []
        for index, (name, picture) in enumerate(RESIDENTS):
            resident = self.add("resident", "--name", name, "--picture", picture, "--tint", str(index + 1))
            chosen = staff[:1 + index % 2] + staff[2:] * (index == 0)  # who takes Sofie along is among them
            self.server.command("team", "set", resident, "--chosen", ",".join(chosen), "--team", ",".join(staff))
            residents.append(resident)
        self.server.command("help-line", "add", "Vagten i huset", "--phone", "12 34 56 70", "--note", "hele døgnet")
        self.server.command("help-line", "add", "Mette", "--phone", "12 34 56 78", "--note", "kl. 8–16")
        for index, (name, kind) in enumerate(TABLETS):
            self.server.command("tablet", "add", name, "--kind", kind, "--address", f"127.0.0.1:{self.server.port}",
                                "--out", str(self.folder / f"tablet-{index + 1}.trivsel"))
        codes = {name: json.loads(self.server.command("staff", "code", person, "--json"))["code"] for person, (name, _) in zip(staff, STAFF)}
        self.fill((residents[0], staff[2]))
        self.note.write_text(json.dumps({"port": self.server.port, "codes": codes}), encoding="utf-8")

    def fill(self, walk):
        self.server.start()
        try:
            self.sync_all("wait-uptodate")
            say("Writing six months of answers and plans …")
            words = [str(self.build / "app" / "demo" / "trivsel-demo"), "--catalogue", str(CATALOGUE), "--months", "6"]
            for index in range(len(TABLETS)):
                words += ["--tablet", str(self.tablet(index).folder)]
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise Fault(f"trivsel-demo: {done.stderr.strip()}")
            say("Syncing the tablets …")
            self.sync_all("sync")
            self.take_along(*walk)
        finally:
            self.server.kill()

    def sync_all(self, command):
        for index in (*range(len(TABLETS)), 0):
            tablet = self.tablet(index)
            tablet.start()
            tablet.call(command, seconds=120)
            tablet.kill()

    def take_along(self, resident, owner):
        """The owner takes the resident along on the phone, and it fetches what is theirs."""
        # Only now: what staff with a phone of their own evaluate lies on it, and no more on the house's device.
        self.server.command("tablet", "add", NAMES[PHONE], "--kind", "staff", "--owner", OWNER, "--address", f"127.0.0.1:{self.server.port}",
                            "--out", str(self.folder / f"tablet-{PHONE + 1}.trivsel"))
        phone = self.tablet(PHONE)
        phone.start()
        phone.call("wait-uptodate", seconds=120)
        phone.call("take-along", resident=resident, who={"person": owner, "role": STAFF[2][1]})
        phone.call("sync", seconds=120)
        phone.kill()

    def window(self, index, extra=()):
        tablet = self.tablet(index)
        return [str(self.build / "app" / "main" / "trivsel"), "--data", str(tablet.folder / "data"), "--keyfile", str(tablet.folder / "key"),
                "--sync-every", "5", *extra]


def run(demo, arguments):
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Fault("there is no screen here. ./dev run --check does the main job without one; ./dev screens DIR makes pictures.")
    if demo.is_running():
        raise Fault(f"another ./dev run is using the demo home in {demo.folder}. End it first, or set TRIVSEL_DEMO_DIR to another folder.")
    if arguments.fresh or not demo.exists():
        demo.make()
    demo.load()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    windows = []
    try:
        demo.server.start()
        say(f"The server runs on port {demo.server.port}. Ctrl-C ends everything.")
        demo.say_codes()
        for index in range(arguments.tablets):
            say(f"Tablet window: {TABLETS[index][0]}")
            windows.append(subprocess.Popen(demo.window(index)))
        while any(window.poll() is None for window in windows):
            if demo.server.process.poll() is not None:
                raise Fault(f"the server stopped; see {demo.server.data}.log")
            time.sleep(0.3)
        say("Every window is closed.")
    except KeyboardInterrupt:
        say("Stopping.")
    finally:
        for window in windows:
            if window.poll() is None:
                window.terminate()
        for window in windows:
            try:
                window.wait(10)
            except subprocess.TimeoutExpired:
                window.kill()
        if demo.server.process:
            demo.server.process.terminate()
            demo.server.process.wait(20)


def screens(demo, arguments):
    if arguments.fresh or not demo.exists():
        demo.make()
    demo.load()
    out = pathlib.Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "LC_ALL": "C.UTF-8"}
    copy = out / ".data"
    for name, index, size, options in SCREENS:
        for theme in arguments.themes.split(","):
            for scale in arguments.scales.split(","):
                folder = out / "-".join([name, theme] + ([] if scale == "1" else [f"{float(scale):.0%}"]))
                folder.mkdir(exist_ok=True)
                shutil.rmtree(copy, ignore_errors=True)
                shutil.copytree(demo.tablet(index).folder, copy, ignore=shutil.ignore_patterns("lock", "log"))
                words = demo.window(index, ["--screens", str(folder), "--size", size, "--theme", theme, "--scale", scale,
                                            "--tour-code", demo.codes[OWNER if index == PHONE else STAFF[0][0]], *options])
                words = [w.replace(str(demo.tablet(index).folder), str(copy)) for w in words]
                done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=300, check=False)
                if done.returncode != 0:
                    raise Fault(f"trivsel --screens ended with {done.returncode}: {done.stderr.strip()[-400:]}")
                say(f"{folder}: {len(list(folder.glob('*.png')))} pictures")
    shutil.rmtree(copy, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--data", required=True)
    commands = parser.add_subparsers(dest="command", required=True)
    runner = commands.add_parser("run")
    runner.add_argument("--tablets", type=int, choices=range(1, len(TABLETS) + 1), default=1)
    runner.add_argument("--fresh", action="store_true", help="make the demo home anew")
    pictures = commands.add_parser("screens")
    pictures.add_argument("out")
    pictures.add_argument("--themes", default="light")
    pictures.add_argument("--scales", default="1", help="sizes of type, as 1,2")
    pictures.add_argument("--fresh", action="store_true")
    commands.add_parser("make")
    arguments = parser.parse_args()
    demo = Demo(arguments.build, arguments.data)
    try:
        if arguments.command == "run":
            run(demo, arguments)
        elif arguments.command == "screens":
            screens(demo, arguments)
        else:
            demo.make()
    except Fault as fault:
        print(f"dev: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
