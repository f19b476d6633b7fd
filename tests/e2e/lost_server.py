#!/usr/bin/env python3
"""The office's box is gone: with real processes, the home comes back from the recovery words and two tablets, and from a
backup that is older than what the tablets hold. Prints a table and "lost server: ok", or says what differed and ends with 1.
"""
import json
import pathlib
import shutil
import signal
import subprocess
import sys

from processes import Fault, Lines, Server, Tablet
from story import tell

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLAN = "https://trivsel.example/fhir/Questionnaire/trivselsplan"


def check(holds, what):
    if not holds:
        raise Fault(what)


class LostServer:
    def __init__(self, build, folder):
        self.build, self.folder = build, pathlib.Path(folder)
        self.server = Server(build, self.folder / "kontor")
        made = json.loads(self.server.command("init", "--name", "Prøvehuset", "--demo", "--json"))
        self.words = made["recovery_words"].split(" ")
        self.words_file = self.folder / "ord"
        self.words_file.write_text(" ".join(self.words))
        self.mette = json.loads(self.server.command("staff", "add", "--name", "Mette", "--role", "staff", "--json"))["person"]
        self.residents = []
        for name, picture in (("Sofie", "fyrtaarn"), ("Karim", "drage")):
            person = json.loads(self.server.command("resident", "add", "--name", name, "--picture", picture, "--json"))["person"]
            self.server.command("team", "set", person, "--chosen", self.mette, "--team", self.mette)
            self.residents.append(person)
        self.tablets = []
        for name, kind in (("A", "shared"), ("B", "staff")):
            file = self.folder / f"{name}.tablet"
            self.server.command("tablet", "add", f"Tablet {name}", "--kind", kind, "--address", f"127.0.0.1:{self.server.port}",
                                "--out", str(file))
            self.tablets.append(Tablet(build, self.folder / name, name, ROOT / "assets" / "catalogue", file))

    def done(self, what, result):
        print(f"  {what:<66} {result}", flush=True)

    # --- the tablets ---
    def write(self, tablet, resident, link_id, text):
        who = {"person": resident, "role": "resident"}
        tablet.call("openPlan", resident=resident, who=who, url=PLAN)
        tablet.call("edit", resident=resident, who=who, url=PLAN, linkId=link_id, text=text)
        tablet.call("leave", resident=resident, who=who, url=PLAN)

    def sync(self, rounds=2):
        for _ in range(rounds):
            for tablet in self.tablets:
                answer = tablet.call("sync", seconds=90)
                check(answer["phase"] == "UpToDate", f"{tablet.name} could not sync: {answer['phase']} {answer.get('problem', '')}")

    def state_of(self, rows):
        """Without the audit: what the office wrote there itself is on no tablet."""
        return {r["stream"]: (r["changes"], r["set_hash"], r["fold"]) for r in rows if r["kind"] != "audit"}

    def states(self):
        server = self.state_of(json.loads(self.server.command("verify-state", "--json"))["streams"])
        tablets = [self.state_of(tablet.call("state")["streams"]) for tablet in self.tablets]
        return server, tablets

    def agree(self, before=None):
        server, tablets = self.states()
        for tablet, held in zip(self.tablets, tablets):
            for stream, state in held.items():
                check(server.get(stream) == state, f"{tablet.name} and the server differ in {stream[:10]}: {state} {server.get(stream)}")
        if before:
            check(server == before, "the server is not what it was")
        return server

    # --- the server ---
    def destroy(self):
        self.server.kill()
        shutil.rmtree(self.server.data)

    def run(self, *words):
        return subprocess.run([self.server.program, *words], capture_output=True, text=True, timeout=120, check=False)

    def recover_command(self, words_file, *more):
        return ["recover", "--data", self.server.data, "--words", str(words_file), "--listen", f"127.0.0.1:{self.server.port}", *more]

    def wrong_words(self):
        wrong = list(self.words)
        wrong[4] = "hest"
        file = self.folder / "forkert"
        file.write_text(" ".join(wrong))
        refused = self.run(*self.recover_command(file))
        check(refused.returncode == 1 and "nr. 5" in refused.stderr, f"a wrong word was answered with: {refused.stderr}")
        check(refused.stderr.count("\n") == 1 and "hest" not in refused.stderr, f"not one sentence: {refused.stderr}")
        check(not pathlib.Path(self.server.data).exists(), "something was made from wrong words")
        self.done("a wrong word is refused, and its number named", "word 5")

    def recover(self, tablets, upto):
        process = subprocess.Popen([self.server.program, *self.recover_command(self.words_file, "--tablets", str(upto), "--json")],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
        try:
            line = Lines(process.stderr).next(30, "recover")
            check(str(self.server.port) in line, f"recover said: {line}")
            for tablet in tablets:
                answer = tablet.call("sync", seconds=90)
                check(answer["phase"] == "UpToDate", f"{tablet.name} could not sync with a server being rebuilt: {answer}")
            out, err = process.communicate(timeout=60)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                process.wait()
        check(process.returncode == 0, f"recover ended with {process.returncode}: {err.decode()}")
        return json.loads(out.decode())

    def recover_from_words(self, before):
        self.destroy()
        self.wrong_words()
        one = self.recover(self.tablets[:1], 1)
        check(one["tablets"] == ["Tablet A"] and one["tablets_missing"] == ["Tablet B"] and not one["complete"], f"after one tablet: {one}")
        self.done("after one tablet: told that the other has not been here", "incomplete")
        report = self.recover(self.tablets[1:], 2)
        check(sorted(report["tablets"]) == ["Tablet A", "Tablet B"] and report["tablets_missing"] == [], f"tablets: {report}")
        check(report["held"] == 0 and report["proofs_dropped"] == 0, f"something was held or did not hold: {report}")
        lost = [s for s in report["streams"] if not s["key"] or s["missing"] or s["gone"]]
        check(report["complete"] and not lost, f"not all came back: {lost}")
        self.done("recovered from the words and two tablets", f"{report['changes']} changes, {report['keys']} keys")
        self.server.start()
        self.sync()
        self.agree(before)
        self.done("serving again: everything equal on the server and both tablets", f"{len(before)} streams")

    def restore_older_backup(self):
        copy = self.folder / "kopi"
        self.server.command("backup", "--to", str(copy))
        self.write(self.tablets[0], self.residents[0], "god.tegn.indefra", "Skrevet efter kopien.")
        self.sync()
        before = self.agree()
        self.destroy()
        done = self.run("restore", "--from", str(copy), "--data", self.server.data, "--words", str(self.words_file))
        check(done.returncode == 0, f"restore: {done.stderr}")
        self.server.start()
        self.sync()
        self.agree(before)
        self.done("an older backup restored: tablets send what came after, once", f"{sum(s[0] for s in before.values())} changes")

    def new_work(self):
        self.write(self.tablets[0], self.residents[1], "brug-for.indefra", "Ro om aftenen.")
        self.server.command("resident", "add", "--name", "Jens", "--picture", "cykel")
        self.sync()
        self.agree()
        self.done("new work and a new resident after it", "in step")

    def plan_of(self, tablet, resident, who):
        return json.dumps(tablet.ask("openPlan", resident=resident, who=who, url=PLAN), ensure_ascii=False)

    def restore_from_before_a_turn(self):
        """The backup is from before Ali left Sofie's team: neither he nor the restored server may undo that, and words written under
        the key that was turned since are there."""
        sofie = self.residents[0]
        made = json.loads(self.server.command("staff", "add", "--name", "Ali", "--role", "staff", "--json"))
        ali = {"person": made["person"], "role": "staff"}
        self.server.command("team", "set", "Sofie", "--team", "Mette, Ali")
        file = self.folder / "ali.tablet"
        self.server.command("tablet", "add", "Alis mobil", "--kind", "staff", "--owner", "Ali", "--address", f"127.0.0.1:{self.server.port}",
                            "--out", str(file))
        phone = Tablet(self.build, self.folder / "ali", "Alis mobil", ROOT / "assets" / "catalogue", file)
        self.tablets.append(phone)
        phone.start()
        self.sync()
        phone.call("take-along", resident=sofie, who=ali)
        self.sync()
        check("Nu igen." in self.plan_of(phone, sofie, ali), "Ali can't read Sofie's plan while he is in her team")
        copy = self.folder / "kopi fra før"
        self.server.command("backup", "--to", str(copy))
        self.server.command("team", "set", "Sofie", "--team", "Mette")
        self.sync()
        self.write(self.tablets[0], sofie, "brug-for.indefra", "Kun for dem, der er her nu.")
        self.sync()
        before, _ = self.states()
        self.destroy()
        done = self.run("restore", "--from", str(copy), "--data", self.server.data, "--words", str(self.words_file))
        check(done.returncode == 0, f"restore: {done.stderr}")
        self.server.start()
        self.sync()
        waits = self.server.command("quarantine", "list")
        check("recover --words" in waits, f"nobody is told where the key is that was turned since: {waits}")
        self.server.kill()
        self.recover(self.tablets, 3)
        self.server.start()
        self.sync()
        now, home = self.agree(), json.loads(self.server.command("verify-state", "--json"))["streams"][0]
        check(home["kind"] == "home", "the first stream is the home's, which says that the key was turned once more")
        check({s: now.get(s) for s in before if s != home["stream"]} == {s: before[s] for s in before if s != home["stream"]},
              "what was written is not what it was")
        refused = phone.ask("take-along", resident=sofie, who=ali)
        check(refused.get("error") == "NotAllowed", f"after the restore Ali takes her along: {refused}")
        check("Kun for dem" not in self.plan_of(phone, sofie, ali), "Ali reads what was written after he left")
        mette = {"person": self.mette, "role": "staff"}
        check("Kun for dem" in self.plan_of(self.tablets[1], sofie, mette), "Mette can't read what was written under the new key")
        self.tablets.remove(phone)
        phone.kill()
        self.done("a backup from before a key was turned: who left stays out", f"{sum(s[0] for s in before.values())} changes")

    def everything(self):
        self.server.start()
        for tablet in self.tablets:
            tablet.start()
        self.sync()
        self.write(self.tablets[0], self.residents[0], "brug-for.indefra", "Bank på, og vent, til jeg svarer.")
        self.write(self.tablets[0], self.residents[1], "god.tegn.indefra", "Jeg står op og laver kaffe.")
        self.sync()
        before = self.agree()
        self.done("a home with two residents, two tablets in step", f"{sum(s[0] for s in before.values())} changes")
        self.recover_from_words(before)
        self.new_work()
        self.restore_older_backup()
        self.new_work_again()
        self.restore_from_before_a_turn()

    def new_work_again(self):
        self.write(self.tablets[0], self.residents[0], "brug-for.indefra", "Nu igen.")
        self.sync()
        self.agree()
        self.done("and the tablets go on", "in step")

    def stop(self):
        for tablet in self.tablets:
            tablet.kill()
        self.server.kill()


if __name__ == "__main__":
    sys.exit(tell("lost server", __doc__, lambda arguments, folder: LostServer(arguments.build, folder), LostServer.everything))
