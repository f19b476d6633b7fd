#!/usr/bin/env python3
"""with_sound.py PROGRAM …: runs a program on a machine that sounds: a PulseAudio of its own, whose sound goes nowhere.
Ends as the program does; with 77 (skipped) where there is no PulseAudio."""
import os
import shutil
import signal
import subprocess
import sys
import tempfile

if not shutil.which("pulseaudio"):
    sys.exit(77)
with tempfile.TemporaryDirectory(prefix="sound") as place:
    socket = os.path.join(place, "native")
    ours = dict(os.environ, HOME=place, XDG_RUNTIME_DIR=place, PULSE_SERVER=f"unix:{socket}")
    started = subprocess.run(  # comes back when the server can be reached
        ["pulseaudio", "-n", "--daemonize=yes", "--exit-idle-time=-1", "--disable-shm=yes", "--log-target=file:" + place + "/log",
         "--load=module-null-sink", f"--load=module-native-protocol-unix auth-anonymous=1 socket={socket}"],
        env={name: value for name, value in ours.items() if name != "PULSE_SERVER"}, timeout=60)
    if started.returncode != 0:
        sys.exit(f"with_sound: PulseAudio did not start ({started.returncode})")
    with open(os.path.join(place, "pulse", "pid"), encoding="ascii") as file:
        server = int(file.read())
    try:
        sys.exit(subprocess.run(sys.argv[1:], env=ours, timeout=60).returncode)
    finally:
        os.kill(server, signal.SIGKILL)
