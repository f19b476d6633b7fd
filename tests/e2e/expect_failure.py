#!/usr/bin/env python3
"""Runs a command that must fail for one reason: `expect_failure.py TEXT COMMAND …`.

Ends with 0 only when the command ended with 1 and a line of what it printed is exactly TEXT.
"""
import subprocess
import sys


def main():
    text, command = sys.argv[1], sys.argv[2:]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    print(done.stdout, end="")
    if done.returncode != 1:
        sys.exit(f"it ended with {done.returncode}, not with 1")
    if text not in done.stdout.splitlines():
        sys.exit(f"it did not say: {text}")


if __name__ == "__main__":
    main()
