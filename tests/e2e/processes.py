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


def read_line(stream, seconds, what):
    """One line from an unbuffered pipe, or a Fault when none comes in time."""
    line = b""
    until = time.monotonic() + seconds
    while not line.endswith(b"\n"):
        left = until - time.monotonic()
        if left <= 0 or not select.select([stream], [], [], left)[0]:
            raise Fault(f"{what}: no answer within {seconds} s")
        piece = os.read(stream.fileno(), 1)
        if not piece:
            raise Fault(f"{what}: ended without an answer")
        line += piece
    return line.decode("utf-8")


class Server:
    def __init__(self, build, folder):
        self.program = str(pathlib.Path(build) / "sync-server" / "trivsel-sync")
        self.data = str(folder)
        self.port = free_port()
        self.process = None

    def command(self, *words, expect=0):
        done = subprocess.run([self.program, *words, "--data", self.data], capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != expect:
            raise Fault(f"trivsel-sync {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout

    def start(self):
        self.process = subprocess.Popen([self.program, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}"],
                                        stdout=subprocess.PIPE, stderr=open(self.data + ".log", "ab"), bufsize=0)
        line = read_line(self.process.stdout, 20, "the server")
        if str(self.port) not in line:
            raise Fault(f"the server said: {line.strip()}")

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
        self.process = None
        self.kills = 0

    def start(self):
        data = self.folder / "data"
        words = [self.program, "--data", str(data), "--keyfile", str(self.folder / "key"), "--catalogue", self.catalogue]
        if not data.exists():
            words += ["--tablet-file", self.tablet_file]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=open(self.folder / "log", "ab"), bufsize=0)

    def kill(self):
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None
            self.kills += 1

    def restart(self):
        self.kill()
        self.start()

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
        return json.loads(read_line(self.process.stdout, seconds, f"{self.name}: {cmd}"))
