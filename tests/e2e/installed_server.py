#!/usr/bin/env python3
"""What `cmake --install BUILD --component server` puts where: the program runs from there, the example of sync.conf is one that
it takes, and (--unit) the service's file is one that systemd takes and finds closed enough. Ends with 77 without systemd.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from processes import Fault, Server, in_memory

EXPOSURE_MAX = 20  # of 100; systemd-analyze prints a tenth of it
DOC = "share/doc/trivsel-sync"
UNIT = "lib/systemd/system/trivsel-sync.service"
PARTS = {"bin/trivsel-sync", UNIT, "lib/sysusers.d/trivsel-sync.conf", f"{DOC}/README.md", f"{DOC}/sync.conf.example"}


def check(holds, what):
    if not holds:
        raise Fault(what)


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def install(arguments, prefix):
    code, said = run(arguments.cmake, "--install", arguments.build, "--component", "server", "--prefix", prefix)
    check(code == 0, f"cmake --install ended with {code}: {said}")
    found = {str(file.relative_to(prefix)) for file in prefix.rglob("*") if file.is_file()}
    check(found == PARTS, f"installed: {sorted(found)}")


def settings(text):
    """What the example sets, and what it offers behind a #."""
    return dict(re.findall(r"^#?([a-z-]+) = (.+)$", text, re.M))


def example(prefix, folder):
    """Each setting of the example in a real home, also those that are commented out."""
    server = Server("", folder / "kontor")
    server.program = str(prefix / "bin" / "trivsel-sync")
    server.command("init", "--name", "Prøvehuset", "--demo")
    text = (prefix / DOC / "sync.conf.example").read_text(encoding="utf-8")
    (folder / "kontor" / "sync.conf").write_text(text, encoding="utf-8")
    server.command("status")
    offered = settings(text)
    check(set(offered) == {"listen", "lang", "backup-to", "backup-every", "backup-limit", "wrap-key", "log"}, f"the example offers {sorted(offered)}")
    (folder / "kopi").mkdir()
    own = {**offered, "listen": f"127.0.0.1:{server.port}", "wrap-key": folder / "wrap.key", "log": folder / "log", "backup-to": folder / "kopi"}
    shutil.move(folder / "kontor" / "wrap.key", folder / "wrap.key")
    (folder / "kontor" / "sync.conf").write_text("".join(f"{key} = {value}\n" for key, value in own.items()), encoding="utf-8")
    server.process = subprocess.Popen([server.program, "serve", "--data", server.data], stdout=subprocess.PIPE, text=True)
    try:
        line = server.process.stdout.readline()
        check(str(server.port) in line, f"with every setting of the example it said: {line.strip()}")
    finally:
        server.kill()
    print("  installed where a Linux expects it; the example of sync.conf holds", flush=True)


def unit(prefix):
    file = prefix / UNIT
    text = file.read_text(encoding="utf-8")
    check(f"ExecStart={prefix}/bin/trivsel-sync serve --data /var/lib/trivsel\n" in text, "the unit starts another program")
    code, said = run("systemd-analyze", "verify", file)
    check(code == 0 and "trivsel" not in said, f"systemd-analyze verify ended with {code}: {said}")
    code, said = run("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE_MAX}", file)
    overall = said.strip().splitlines()[-1] if said.strip() else "nothing"
    check(code == 0, f"systemd-analyze security ended with {code}: {overall}")
    print(f"  {overall}", flush=True)
    # The test sees what is open: without the fences it must not pass.
    bare = prefix / "bare.service"
    bare.write_text("[Service]\nExecStart=/bin/true\n", encoding="utf-8")
    check(run("systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE_MAX}", bare)[0] != 0, "a bare service passes too")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--cmake", required=True)
    parser.add_argument("--unit", action="store_true")
    arguments = parser.parse_args()
    if arguments.unit and not shutil.which("systemd-analyze"):
        print("installed server: skipped, systemd-analyze is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="trivsel-", dir=in_memory()) as name:
        folder = pathlib.Path(name)
        try:
            install(arguments, folder / "prefix")
            if arguments.unit:
                unit(folder / "prefix")
            else:
                example(folder / "prefix", folder)
        except Fault as fault:
            print(f"installed server: FAILED: {fault}")
            return 1
    print("installed server: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
