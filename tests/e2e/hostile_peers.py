#!/usr/bin/env python3
"""Peers that mean no good, against a server that runs: slow ones that say a byte now and then, before TLS and after it,
and a flood of connections that never say anything lawful. A process of its own, so that the others' time is not its.

Prints "ready", works until its standard input ends, and prints what it did as JSON.
"""
import argparse
import json
import os
import random
import select
import socket
import ssl
import sys
import tempfile
import time

# The beginning of a lawful TLS 1.3 ClientHello record: what follows never comes.
CLIENT_HELLO = bytes.fromhex("1603010200010001fc0303") + bytes(501)
TRICKLE_S = 1.0  # between two bytes of one slow peer
RECONNECTS_PER_S = 20  # of slow ones that were sent away
HELLO_HEAD = (200).to_bytes(4, "little") + b"\x01"  # a frame of 200 bytes begins


class Slow:
    """One connection that is kept open as long as the server lets it."""

    def __init__(self, port, context):
        self.port, self.context = port, context
        self.socket = None
        self.said = 0

    def connect(self):
        self.close()
        self.said = 0
        try:
            raw = socket.create_connection(("127.0.0.1", self.port), timeout=5)
            if self.context:
                raw = self.context.wrap_socket(raw, server_hostname="trivsel.invalid")
            raw.setblocking(False)
            self.socket = raw
        except OSError:
            self.socket = None
        return self.socket is not None

    def trickle(self):
        """One more byte; False when the server has hung up."""
        words = HELLO_HEAD if self.context else CLIENT_HELLO
        try:
            self.socket.send(words[self.said : self.said + 1] or b"\x00")
            self.said += 1
            return self.socket.recv(1) != b""
        except (BlockingIOError, ssl.SSLWantReadError):
            return True
        except OSError:
            return False

    def close(self):
        if self.socket:
            self.socket.close()
            self.socket = None


def tls_of(file):
    """As a tablet comes to the door."""
    tablet = json.load(open(file, encoding="utf-8"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_alpn_protocols(["trivsel/1"])
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as pem:
        pem.write(tablet["certificate"] + tablet["key"])
        pem.flush()
        context.load_cert_chain(pem.name)
    return context


def flood_once(port, dice, counts):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as peer:
            kind = dice.randrange(4)
            if kind == 0:
                peer.sendall(os.urandom(16 * 1024))
            elif kind == 1:
                peer.sendall(CLIENT_HELLO)
            elif kind == 2:
                peer.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        counts["flooded"] += 1
    except OSError:
        counts["refused"] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--slow", type=int, default=0, help="so many before TLS")
    parser.add_argument("--slow-tls", type=int, default=0, help="so many after it, as the tablet of --tablet")
    parser.add_argument("--tablet")
    parser.add_argument("--flood", type=int, default=0, help="so many connections a second that are given up at once")
    arguments = parser.parse_args()
    context = tls_of(arguments.tablet) if arguments.slow_tls else None
    peers = [Slow(arguments.port, None) for _ in range(arguments.slow)] + [Slow(arguments.port, context) for _ in range(arguments.slow_tls)]
    counts = {"connected": 0, "sent_away": 0, "flooded": 0, "refused": 0}
    dice = random.Random(1)
    for peer in peers:
        counts["connected"] += 1 if peer.connect() else 0
    print("ready", flush=True)
    next_trickle = begun = time.monotonic()
    floods = reconnects = 0
    while not select.select([sys.stdin], [], [], 0.005)[0]:
        now = time.monotonic()
        if now >= next_trickle:
            next_trickle = now + TRICKLE_S
            for peer in peers:
                if peer.socket and not peer.trickle():
                    counts["sent_away"] += 1
                    peer.close()
        for peer in peers:
            if reconnects >= (now - begun) * RECONNECTS_PER_S:
                break
            if peer.socket is None:
                reconnects += 1
                counts["connected"] += 1 if peer.connect() else 0
        while floods < (now - begun) * arguments.flood and time.monotonic() - now < 0.05:
            floods += 1
            flood_once(arguments.port, dice, counts)
    print(json.dumps({**counts, "seconds": round(time.monotonic() - begun, 1)}))


if __name__ == "__main__":
    main()
