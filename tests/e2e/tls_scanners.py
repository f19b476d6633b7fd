#!/usr/bin/env python3
"""What testssl.sh -p and sslscan find at the door of a running server. They have no certificate, so the server ends each of their
handshakes at the latest when it asks for one; what it is willing to speak they see before that. Clean means: TLS 1.3 and nothing
else, no renegotiation, no compression, no heartbleed, no cheap trick with an expensive key exchange, and no finding that testssl
rates LOW or worse. Afterwards a tablet is served as before. Ends with 77 where neither tool is installed.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from processes import Fault, Server, Tablet, in_memory

ROOT = pathlib.Path(__file__).resolve().parents[2]
OLD = ("SSLv2", "SSLv3", "TLS1", "TLS1_1", "TLS1_2")
# WARN: "Your OpenSSL cannot connect": it has no certificate, which is the point.
HARMLESS = {"OK", "INFO", "DEBUG", "WARN"}
GROUPS = {"x25519", "secp256r1 (NIST P-256)"}


def check(holds, what):
    if not holds:
        raise Fault(what)


def testssl(tool, server, folder):
    found = folder / "testssl.json"
    words = [tool, "-p", "--quiet", "--warnings", "off", "--color", "0", "--connect-timeout", "5", "--openssl-timeout", "5",
             "--jsonfile", str(found), f"127.0.0.1:{server.port}"]
    subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, timeout=240, check=False)
    findings = json.loads(found.read_text(encoding="utf-8"))
    said = {one["id"]: one["finding"] for one in findings}
    check("final" in said.get("TLS1_3", ""), f"TLS 1.3: {said.get('TLS1_3')}")
    for version in OLD:
        check(said.get(version) == "not offered", f"{version}: {said.get(version)}")
    worse = [one for one in findings if one["severity"] not in HARMLESS]
    check(not worse, f"testssl: {worse}")
    warned = [one["id"] for one in findings if one["severity"] == "WARN"]
    # Both are about the scanner's own OpenSSL: which version it shows, and that it has no GOST.
    check(set(warned) <= {"optimal_proto", "engine_problem"}, f"testssl warns of {warned}")
    print(f"  testssl -p    TLS 1.3 only; {len(findings)} findings, none LOW or worse", flush=True)


def sslscan(tool, server):
    done = subprocess.run([tool, "--no-colour", "--xml=-", f"127.0.0.1:{server.port}"], capture_output=True, text=True, timeout=120, check=False)
    scan = xml.etree.ElementTree.fromstring(done.stdout).find("ssltest")
    spoken = {(one.get("type"), one.get("version")) for one in scan.iter("protocol") if one.get("enabled") == "1"}
    check(spoken == {("tls", "1.3")}, f"sslscan: it speaks {spoken}")
    ciphers = {one.get("cipher") for one in scan.iter("cipher")}
    check(ciphers and {one.get("sslversion") for one in scan.iter("cipher")} == {"TLSv1.3"}, f"sslscan: ciphers {ciphers}")
    check(scan.find("renegotiation").get("supported") == "0", "sslscan: it renegotiates")
    check(all(one.get("supported") == "0" for one in scan.iter("compression")), "sslscan: it compresses")
    check(all(one.get("vulnerable") == "0" for one in scan.iter("heartbleed")), "sslscan: heartbleed")
    groups = {one.get("name") for one in scan.iter("group")}
    check(groups == GROUPS, f"sslscan: key exchange with {groups}")
    print(f"  sslscan       TLS 1.3 only, {len(ciphers)} ciphers, {len(groups)} groups, no renegotiation, no compression", flush=True)


def run(build, folder, tools):
    server = Server(build, folder / "kontor")
    server.command("init", "--name", "Prøvehuset", "--demo")
    file = folder / "A.tablet"
    server.command("tablet", "add", "A", "--kind", "shared", "--address", f"127.0.0.1:{server.port}", "--out", str(file))
    tablet = Tablet(build, folder / "A", "A", ROOT / "assets" / "catalogue", file)
    server.start()
    try:
        if tools["sslscan"]:
            sslscan(tools["sslscan"], server)
        if tools["testssl"]:
            testssl(tools["testssl"], server, folder)
        check(server.process.poll() is None, "the server has ended")
        tablet.start()
        check(tablet.ask("sync", seconds=60).get("phase") == "UpToDate", "afterwards a tablet is not served")
        log = pathlib.Path(server.log).read_text(encoding="utf-8")
        check("127.0.0.1" not in log, "the log names an address")
    finally:
        tablet.kill()
        server.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    arguments = parser.parse_args()
    tools = {"testssl": shutil.which("testssl") or shutil.which("testssl.sh"), "sslscan": shutil.which("sslscan")}
    if not any(tools.values()):
        print("tls scanners: skipped, neither testssl nor sslscan is installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="trivsel-", dir=in_memory()) as folder:
        try:
            run(arguments.build, pathlib.Path(folder), tools)
        except Fault as fault:
            print(f"tls scanners: FAILED: {fault}")
            return 1
    missing = [name for name, where in tools.items() if not where]
    print("tls scanners: ok" + (f", without {missing[0]}, which is not installed" if missing else ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
