#!/usr/bin/env python3
"""A person who sees nothing answers *Sådan går det* with a screen reader: from the start page to a saved answer, over AT-SPI as
Orca does it, without pointer and keys. Each page has one heading, everything on it has a name, the answers are radio buttons,
and what is chosen is said. Then
they have their tile open by three pictures, open it with them, and by a tap again. Skips where there is no Xvfb, AT-SPI or its Python. Prints what was heard, and "screen reader: ok".
"""
import os
import pathlib
import shutil
import subprocess
import sys

from processes import Fault
from small_home import SmallHome, check
from story import tell

SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's bindings for AT-SPI belong to it
NEEDED = ("Xvfb", "dbus-run-session")
TABLET = "Fællesstuen"
PRESSES_MAX = 12  # from one's own page to the answer that is saved, all four questions answered


def can_run():
    bindings = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    return all(shutil.which(name) for name in NEEDED) and os.path.exists(SYSTEM_PYTHON) and \
        subprocess.run(bindings, capture_output=True, check=False).returncode == 0


class Display:
    """A screen that nobody sees."""

    def __enter__(self):
        number, told = os.pipe()
        words = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        self.process = subprocess.Popen(words, pass_fds=(told,), stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(number, encoding="ascii") as told:
            self.name = f":{told.readline().strip()}"
        check(self.name != ":", "there is no screen to draw on")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)


class Listening(SmallHome):
    def __init__(self, build, folder):
        super().__init__(build, folder, (TABLET,))
        self.build = build

    def run(self):
        tablet = self.tablets[TABLET]
        self.server.start()
        tablet.start()
        check(self.sync(TABLET)["phase"] == "UpToDate", "the tablet could not sync")
        tablet.kill()
        with Display() as display:
            self.answer(display)
        tablet.start()
        who = {"person": self.sofie, "role": "resident"}
        responses = tablet.call("resident", resident=self.sofie, who=who)["responses"]
        check(len(responses) == 1, f"{len(responses)} answers are saved, not 1")
        saved = [answer["words"] for answer in responses[0]["answers"].values()]
        check(saved == ["Ret godt", "Meget svært", "Rigtig godt", "Midt imellem"], f"saved: {saved}")
        self.done("the answer that was saved holds all four", "1")

    def answer(self, display):
        home = self.folder / "home"
        home.mkdir()
        environment = {**os.environ, "DISPLAY": display.name, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8",
                       "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "QT_QUICK_BACKEND": "software"}
        home.chmod(0o700)
        inside = pathlib.Path(__file__).with_name("at_reader.py")
        program = [str(self.build / "app" / "main" / "trivsel"), "--data", str(self.tablets[TABLET].folder / "data"),
                   "--keyfile", str(self.tablets[TABLET].folder / "key"), "--size", "1280x800"]
        words = ["dbus-run-session", "--", SYSTEM_PYTHON, str(inside), str(PRESSES_MAX), *program]
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=240, check=False)
        print(done.stdout, end="", flush=True)
        if done.returncode != 0:
            raise Fault(f"{done.stdout.strip().splitlines()[-1:]} {done.stderr.strip()[-600:]}")

    def stop(self):
        for tablet in self.tablets.values():
            tablet.kill()
        self.server.kill()


if __name__ == "__main__":
    if not can_run():
        print("screen reader: skipped: Xvfb, dbus-run-session and python3-pyatspi are needed")
        sys.exit(77)
    sys.exit(tell("screen reader", __doc__, lambda arguments, folder: Listening(arguments.build, folder)))
