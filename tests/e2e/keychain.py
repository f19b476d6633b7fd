#!/usr/bin/env python3
"""A tablet whose key lies in a real keychain (gnome-keyring on a session bus of its own): kept, found again after every restart,
and never replaced when it is away, locked or lost. Skips where gnome-keyring or dbus-run-session is not installed."""
import argparse
import hashlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

INSIDE = "TRIVSEL_KEYCHAIN_FOLDER"


def check(holds, what):
    if not holds:
        raise SystemExit(f"keychain: FAILED: {what}")


def digest(folder):
    """Every file's name and bytes, but not the lock and SQLite's shared memory."""
    files = sorted(f for f in pathlib.Path(folder).rglob("*") if f.is_file() and f.name != "lock" and not f.name.endswith("-shm"))
    return {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


class Keychain:
    """gnome-keyring with its files in a folder of ours."""

    def __init__(self, folder):
        self.files = folder / "home" / ".local" / "share" / "keyrings"
        self.process = None

    def start(self, unlocked=True):
        words = ["gnome-keyring-daemon", "--foreground", "--components=secrets"] + (["--unlock"] if unlocked else [])
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process.stdin.write(b"\n" if unlocked else b"")  # the empty password
        self.process.stdin.close()
        ask = ["gdbus", "wait", "--session", "--timeout", "20", "org.freedesktop.secrets"]
        check(subprocess.run(ask, check=False).returncode == 0, "the keychain does not come up")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def restart(self, unlocked=True):
        self.stop()
        self.start(unlocked)


class Tablet:
    def __init__(self, build, data):
        self.helper = str(build / "tests" / "app" / "main" / "keychain_tablet")
        self.program = str(build / "app" / "main" / "trivsel")
        self.data = data

    def run(self, what):
        done = subprocess.run([self.helper, what, str(self.data)], capture_output=True, text=True, timeout=60, check=False)
        return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else f"ended with {done.returncode}"

    def starts(self):
        """The product itself: exit code, and what it says."""
        words = [self.program, "--data", str(self.data), "--exit-after-first-frame"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stderr


def refused(tablet, keys, error, sentence):
    before = digest(tablet.data)
    check(tablet.run("open") == error, f"expected {error}, and it said {tablet.run('open')}")
    code, said = tablet.starts()
    check(code == 3 and sentence in said, f"expected '{sentence}', and the program ended with {code}: {said}")
    check(digest(tablet.data) == before, f"the tablet's files were changed: {error}")
    check(keys is None or digest(keys.files) == keys.before, f"the keychain was changed: {error}")


def inside(build, folder):
    keys, tablet = Keychain(folder), Tablet(build, folder / "tablet")
    keys.start()
    check(tablet.run("make") == "ok", "a new tablet can't keep its key")
    check(tablet.run("open") == "ok", "the answer is not there at the next start")
    check(tablet.starts()[0] == 0, "the program itself does not start")
    print("· the key is kept, and found at the next start", flush=True)

    keys.restart()
    check(tablet.run("open") == "ok", "the answer is gone after the keychain was restarted")
    check(tablet.starts()[0] == 0, "the program does not start after the keychain was restarted")
    print("· and after the keychain itself was restarted", flush=True)

    keys.restart(unlocked=False)
    keys.before = digest(keys.files)
    refused(tablet, keys, "KeyUnavailable", "Nøgleringen svarer ikke. Prøv igen om lidt")
    keys.restart()
    check(tablet.run("open") == "ok", "the answer is gone after the keychain was locked")
    print("· a keychain that is locked: the tablet says so, and opens when it is open again", flush=True)

    keys.stop()
    kept = folder / "kept"
    shutil.move(keys.files, kept)
    keys.start()
    refused(tablet, None, "KeyMissing", "Nøglen åbner ikke tablettens data. Intet er ændret")
    check(tablet.run("make") == "KeyMissing", "a lost key was replaced by a new one")
    print("· a keychain that is lost: the tablet says so, draws no new key, and leaves every file as it was", flush=True)

    keys.stop()
    shutil.rmtree(keys.files)
    shutil.move(kept, keys.files)
    keys.start()
    check(tablet.run("open") == "ok" and tablet.starts()[0] == 0, "the keychain is back, and the tablet does not open")
    print("· and opens with every word when the keychain is brought back", flush=True)
    keys.stop()
    print("keychain: ok")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    build = pathlib.Path(parser.parse_args().build).resolve()
    if INSIDE in os.environ:
        inside(build, pathlib.Path(os.environ[INSIDE]))
        return 0
    missing = [name for name in ("gnome-keyring-daemon", "dbus-run-session", "gdbus") if not shutil.which(name)]
    if missing:
        print(f"keychain: skipped, not installed: {', '.join(missing)}")
        return 77
    with tempfile.TemporaryDirectory(prefix="trivsel-keychain-") as folder:
        home, run = pathlib.Path(folder) / "home", pathlib.Path(folder) / "run"
        home.mkdir()
        run.mkdir(mode=0o700)
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DBUS_", "DISPLAY", "WAYLAND"))}
        environment |= {INSIDE: folder, "HOME": str(home), "XDG_RUNTIME_DIR": str(run), "QT_QPA_PLATFORM": "offscreen",
                        "QT_QUICK_BACKEND": "software", "LC_ALL": "C.UTF-8"}
        words = ["dbus-run-session", "--", sys.executable, __file__, "--build", str(build)]
        return subprocess.run(words, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
