#!/usr/bin/env python3
"""The office at a terminal of its own: questions that a pipe is never asked. Prints a table and "at terminal: ok", or says what differed
and ends with 1.
"""
import json
import os
import pathlib
import pty
import select
import subprocess
import sys
import time

from pairing import NewTablet, check, done
from processes import Fault, Server
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Terminal:
    """A command of trivsel-sync whose input and output are a terminal."""

    def __init__(self, server, *words):
        self.end, other = pty.openpty()
        self.process = subprocess.Popen([server.program, *words, "--data", server.data], stdin=other, stdout=other, stderr=other)
        os.close(other)
        self.said = ""

    def until(self, text, seconds=30):
        """What it has said since the last time, up to and with `text`."""
        ends = time.monotonic() + seconds
        while text not in self.said:
            left = ends - time.monotonic()
            if left <= 0 or not select.select([self.end], [], [], left)[0]:
                raise Fault(f"the office did not see »{text}« but: {self.said}")
            try:
                self.said += os.read(self.end, 1 << 16).decode("utf-8", "replace")
            except OSError as error:  # the other end is closed
                raise Fault(f"it ended without »{text}«: {self.said}") from error
        at = self.said.index(text) + len(text)
        before, self.said = self.said[:at], self.said[at:]
        return before

    def type(self, text):
        os.write(self.end, text.encode())

    def close(self, expect):
        code = self.process.wait(timeout=30)
        os.close(self.end)
        check(code == expect, f"it ended with {code}: {self.said}")


def people(server):
    return [one["name"] for one in json.loads(server.command("resident", "list", "--json"))]


def run(build, folder):
    server = Server(build, folder / "kontor")
    server.command("init", "--name", "Prøvehuset", "--demo")
    server.command("resident", "add", "Sofie", "--picture", "kop")
    for name, picture, why in (("sofie", "sol", "hedder Sofie"), ("Bo", "kop", "har allerede det billede")):
        for answer, exit_code in (("n", 1), ("", 1), ("ja", 0)):
            office = Terminal(server, "resident", "add", name, "--picture", picture)
            check(why in office.until("(j/n)"), "it is not said what is odd")
            server.command("staff", "add", f"{name} {answer} {exit_code}")  # nothing is locked while people think
            office.type(answer + "\n")
            if exit_code:
                office.until("Der er ikke ændret noget.")
            office.close(exit_code)
            check((name in people(server)) == (exit_code == 0), f"»{answer}« was not understood: {people(server)}")
    done("a name and a tile that are taken are asked about", "j/n")

    server.start()
    office = Terminal(server, "pair")
    office.until("hedde?")
    office.type("\n")
    check("--" not in office.until("1–60 tegn."), "an option is named to somebody who was asked")
    office.until("hedde?")
    office.type("Stuen\n")
    office.until("3 = lederen:")
    for wrong in ("9", "", "fælels"):
        office.type(wrong + "\n")
        check("--kind" not in office.until("Skriv 1, 2 eller 3."), "an option is named to somebody who was asked")
        office.until("3 = lederen:")
    office.type("1\n")
    code = office.until("Venter på tabletten").split("Koden: ")[1].split("\r")[0]
    office.type("j\n")
    office.until("tæller ikke")
    tablet = NewTablet(build, folder / "A", "A", ROOT / "assets" / "catalogue")
    tablet.pair(code)
    digits = tablet.step("Digits")["digits"]
    check(f"{digits[:3]} {digits[3:]}" in office.until("(j/n)"), "the digits differ")
    office.type("måske\n")
    office.until("Skriv j for ja eller n for nej.")
    office.until("(j/n)")
    office.type("j\n")
    office.until("Stuen er sat op.")
    tablet.step("Done")
    office.close(0)
    tablet.kill()
    server.kill()
    done("an answer before the question is said not to count, and the question comes", "yes")


if __name__ == "__main__":
    sys.exit(tell("at terminal", __doc__, lambda arguments, folder: (arguments.build, folder), lambda both: run(*both)))
