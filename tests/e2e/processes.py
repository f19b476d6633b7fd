"""Real Trivsel processes for the end-to-end checks: a server and headless tablets, each with its own data, killable at any time."""
import json
import os
import pathlib
import select
import signal
import socket
import subprocess
import time


class Fault(Exception):
    """The main job went wrong; the text says what differed."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Lines:
    """Lines from an unbuffered pipe, each with a time by which it must be there."""

    def __init__(self, stream):
        self.stream = stream
        self.rest = b""

    def next(self, seconds, what):
        until = time.monotonic() + seconds
        while b"\n" not in self.rest:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.stream], [], [], left)[0]:
                raise Fault(f"{what}: no answer within {seconds} s")
            piece = os.read(self.stream.fileno(), 1 << 16)
            if not piece:
                raise Fault(f"{what}: ended without an answer")
            self.rest += piece
        line, self.rest = self.rest.split(b"\n", 1)
        return line.decode("utf-8")


def in_memory():
    """A folder for data that dies with the machine, where there is one: kill -9 tests nothing of the disk, and need not wait for it."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


class Server:
    def __init__(self, build, folder):
        self.program = str(pathlib.Path(build) / "sync-server" / "trivsel-sync")
        self.data = str(folder)
        self.log = self.data + ".log"
        self.port = free_port()
        self.process = None

    def command(self, *words, expect=0):
        done = subprocess.run([self.program, *words, "--data", self.data], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=60, check=False)
        if done.returncode != expect:
            raise Fault(f"trivsel-sync {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def start(self):
        self.process = subprocess.Popen([self.program, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}"],
                                        stdout=subprocess.PIPE, stderr=open(self.log, "ab"), bufsize=0)
        line = Lines(self.process.stdout).next(20, "the server")
        if str(self.port) not in line:
            raise Fault(f"the server said: {line.strip()}")

    def answers(self):
        """Whether it runs and takes connections where it listens."""
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=10):
                return self.process is not None and self.process.poll() is None
        except OSError:
            return False

    def kill(self):
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None


class Tablet:
    def __init__(self, build, folder, name, catalogue, tablet_file):
        self.program = str(pathlib.Path(build) / "app" / "headless" / "trivsel-headless")
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.name = name
        self.catalogue = str(catalogue)
        self.tablet_file = str(tablet_file)
        self.options = ["--no-codes"]  # who acts is believed: sign_in.py is about codes
        self.process = None
        self.lines = None
        self.kills = 0

    def has_data(self):
        return (self.folder / "data").exists()

    def start(self):
        data = self.folder / "data"
        words = [self.program, "--data", str(data), "--keyfile", str(self.folder / "key"), "--catalogue", self.catalogue, *self.options]
        if not data.exists():
            words += ["--tablet-file", self.tablet_file]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=open(self.folder / "log", "ab"), bufsize=0)
        self.lines = Lines(self.process.stdout)

    def kill(self):
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None
            self.kills += 1

    def restart(self):
        self.kill()
        self.start()

    def tell(self, cmd, **words):
        """Sends one command and does not wait for its answer."""
        self.process.stdin.write((json.dumps({"cmd": cmd, **words}, ensure_ascii=False) + "\n").encode("utf-8"))

    def answer(self, seconds=60):
        """The next answer to what was told."""
        return json.loads(self.lines.next(seconds, self.name))

    def call(self, cmd, seconds=60, **words):
        """Sends one command and returns its answer; a Fault when the tablet says no."""
        answer = self.ask(cmd, seconds, **words)
        if not answer.get("ok"):
            raise Fault(f"{self.name}: {cmd} {words}: {answer.get('error')}")
        return answer

    def ask(self, cmd, seconds=60, **words):
        try:
            self.process.stdin.write((json.dumps({"cmd": cmd, **words}, ensure_ascii=False) + "\n").encode("utf-8"))
        except (BrokenPipeError, AttributeError) as error:
            raise Fault(f"{self.name} is not running ({error}); see {self.folder / 'log'}") from error
        return json.loads(self.lines.next(seconds, f"{self.name}: {cmd}"))
