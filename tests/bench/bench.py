#!/usr/bin/env python3
"""./dev bench [start|tap|ui|merge|sync|sim|server]: medians, and ratios to a floor measured in the same run. Machines differ; ratios travel better."""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e"))
from processes import Fault, Server, Tablet, in_memory  # noqa: E402

ROOT = HERE.parents[1]
CATALOGUE = ROOT / "assets" / "catalogue"
PICTURES = sorted(p.stem for p in (ROOT / "assets" / "pictures").glob("*.svg"))


def say(text):
    print(f"· {text}", file=sys.stderr, flush=True)


def table(title, rows):
    print(f"\n{title}")
    for what, value, wanted in rows:
        print(f"  {what:<60} {value:>12}   {wanted}", flush=True)


class BigHome:
    """A home with 50 residents × 10 years, made once per run in memory-backed storage if there is any."""

    def __init__(self, build, folder, residents, years):
        self.build, self.folder, self.residents, self.years = pathlib.Path(build), pathlib.Path(folder), residents, years
        self.server = Server(build, self.folder / "kontor")

    def make(self):
        say(f"Making a home with {self.residents} residents × {self.years} years …")
        self.enrol()
        subprocess.run([str(self.build / "app" / "demo" / "trivsel-demo"), "--tablet", str(self.tablet.folder), "--catalogue", str(CATALOGUE),
                        "--years", str(self.years)], check=True, stdout=subprocess.DEVNULL)
        self.tablet.start()
        begun = time.monotonic()
        self.tablet.call("sync", seconds=1200)
        say(f"first sync of all of it: {time.monotonic() - begun:.1f} s")

    def enrol(self):
        """People and one tablet that knows them; nobody has written anything."""
        self.server.command("init", "--name", "Målehuset", "--demo")
        staff = [json.loads(self.server.command("staff", "add", "--name", n, "--role", "staff", "--json"))["person"] for n in ("Mette", "Ali", "Lone")]
        for index in range(self.residents):
            made = self.server.command("resident", "add", "--name", f"Beboer {index + 1}", "--picture", PICTURES[index % len(PICTURES)],
                                       "--tint", str(index % 6 + 1), "--json")
            self.server.command("team", "set", json.loads(made)["person"], "--chosen", staff[0], "--team", ",".join(staff))
        self.server.command("tablet", "add", "Fællesstuen", "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}",
                            "--out", str(self.folder / "tablet.trivsel"))
        self.tablet = Tablet(self.build, self.folder / "tablet", "tablet", CATALOGUE, self.folder / "tablet.trivsel")
        self.server.start()
        self.tablet.start()
        self.tablet.call("wait-uptodate", seconds=120)
        self.tablet.kill()


def run_json(*words):
    done = subprocess.run([str(w) for w in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Fault(f"{words[0]}: {done.stderr.strip()}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def offscreen():
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "LC_ALL": "C.UTF-8"}


def timed(words):
    begun = time.monotonic()
    subprocess.run([str(w) for w in words], env=offscreen(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)
    return (time.monotonic() - begun) * 1000


def bench_start(build, home, runs):
    home.tablet.kill()
    window = [build / "app" / "main" / "trivsel", "--data", home.tablet.folder / "data", "--keyfile", home.tablet.folder / "key",
              "--exit-after-first-frame"]
    empty = [build / "tests" / "bench" / "bench_empty_window"]
    ours, floor = [], []
    for _ in range(runs):
        floor.append(timed(empty))
        ours.append(timed(window))
    page = run_json(build / "tests" / "bench" / "bench_page", home.tablet.folder, CATALOGUE)
    table(f"start: {page['residents']} residents × {home.years} years", [
        ("process start to the start page's first frame", f"{statistics.median(ours):.0f} ms", "wanted < 1000"),
        ("an empty Qt Quick window", f"{statistics.median(floor):.0f} ms", "the floor"),
        ("ratio", f"{statistics.median(ours) / statistics.median(floor):.2f} ×", ""),
        ("engine open", f"{page['open_engine_ms']:.0f} ms", ""),
        (f"a resident's page ({page['responses_of_one']} answers), median", f"{page['page_p50_ms']:.1f} ms", "wanted < 100"),
        ("a resident's page, slowest", f"{page['page_max_ms']:.1f} ms", ""),
        ("their Trivselsplan, median", f"{page['plan_p50_ms']:.1f} ms", ""),
    ])


def bench_tap(build, home, runs):
    home.tablet.kill()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as disk:  # what a tap waits for is the disk
        folder = pathlib.Path(disk) / "tablet"
        shutil.copytree(home.tablet.folder, folder)
        rounds = [run_json(build / "tests" / "bench" / "bench_tap", folder, CATALOGUE, 1000) for _ in range(min(runs, 5))]
    middle = sorted(rounds, key=lambda r: r["ratio_p99"])[len(rounds) // 2]
    table(f"tap: a tap until its draft is on the disk of {build}, in turn with a bare SQLite commit", [
        ("tap, median", f"{middle['tap_p50_ms']:.2f} ms", ""),
        ("tap, p99", f"{middle['tap_p99_ms']:.2f} ms", ""),
        ("bare commit, median", f"{middle['bare_p50_ms']:.2f} ms", "the floor"),
        ("bare commit, p99", f"{middle['bare_p99_ms']:.2f} ms", "the floor"),
        ("ratio of medians", f"{middle['ratio_p50']:.2f} ×", ""),
        ("ratio of p99 (middle of the rounds)", f"{middle['ratio_p99']:.2f} ×", "wanted < 2"),
    ])


def bench_sync(build, home, runs):
    idle = run_json(build / "tests" / "bench" / "bench_idle", home.tablet.folder, CATALOGUE)
    rows = [("idle re-sync of the big home: round trips after TLS", str(idle["round_trips"]), "wanted ≤ 2"),
            ("idle re-sync: bytes both ways", str(idle["bytes"]), "wanted ≤ 2048")]
    for tablets in (1, 15):
        for batch in (1, 256):
            with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as folder:
                rows += sync_case(build, folder, tablets, batch, runs)
    table(f"sync: real server process, mutual TLS, durable on the disk of {build} before the ack; 100 B of text a change", rows)


def sync_case(build, folder, tablets, batch, runs):
    server = Server(build, pathlib.Path(folder) / "kontor")
    server.command("init", "--name", "Målehuset", "--demo")
    server.command("resident", "add", "--name", "Sofie", "--picture", PICTURES[0])
    files = []
    for index in range(tablets):
        files.append(str(pathlib.Path(folder) / f"{index}.trivsel"))
        server.command("tablet", "add", f"Tablet {index}", "--kind", "shared", "--address", f"127.0.0.1:{server.port}", "--out", files[-1])
    server.start()
    try:
        changes = (2000 if batch == 1 else 40000) // tablets
        result = run_json(build / "tests" / "bench" / "bench_sync", "--batch", batch, "--changes", changes, "--rounds", min(runs, 3), "--floor",
                          pathlib.Path(folder) / "floor.db", *files)
    finally:
        server.kill()
    name = f"{tablets} tablet{'s' if tablets > 1 else ''}, batch {batch}"
    rows = [(f"{name}: durable changes/s", f"{result['per_s']:.0f}", ""),
            (f"{name}: bare SQLite inserts/s, same bytes and B-trees", f"{result['floor_per_s']:.0f}", "the floor"),
            (f"{name}: ratio", f"{result['per_s'] / result['floor_per_s']:.2f} ×", "wanted ≥ 0.5" if batch == 256 else "")]
    if batch == 256 and tablets == 1:
        rows.append((f"{name}: bytes per change on the wire", f"{result['bytes_per_change']:.0f}", "wanted ≤ 320"))
    return rows


# --- the server ---
ONE = ["--one", "--changes", 400, "--rounds", 3]
ATTACKS = [("1,000 slow ones before TLS", ["--slow", "1000"]), ("a flood before authentication, 500/s", ["--flood", "500"])]


class LoadedServer:
    """A server with tablets that are only load."""

    def __init__(self, build, folder, tablets):
        folder.mkdir(exist_ok=True)
        self.build, self.folder = build, folder
        self.server = Server(build, folder / "kontor")
        self.server.command("init", "--name", "Målehuset", "--demo")
        self.server.command("resident", "add", "--name", "Sofie", "--picture", PICTURES[0])
        self.files = []
        for index in range(tablets):
            self.files.append(str(folder / f"{index}.trivsel"))
            self.server.command("tablet", "add", f"Tablet {index}", "--kind", "shared", "--address", f"127.0.0.1:{self.server.port}", "--out", self.files[-1])
        self.server.start()
        self.runs = 0

    def load(self, *words):
        self.runs += 1
        return run_json(self.build / "tests" / "bench" / "bench_sync", *words, "--floor", self.folder / f"floor-{self.runs}-", *self.files)

    def resident_mb(self):
        lines = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000

    def cpu_s(self):
        fields = pathlib.Path(f"/proc/{self.server.process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.kill()


def bench_server(build, home, runs):
    runs = min(runs, 5)
    memory = in_memory() or tempfile.gettempdir()
    print(f"\nData in {memory}, where an fsync costs nothing, unless it says disk. TLS is real everywhere; both ends are on this machine.")
    with tempfile.TemporaryDirectory(prefix="trivsel-bench-", dir=memory) as name:
        folder = pathlib.Path(name)
        table("server: many changes", batches(build, folder / "15", 15, runs) + batches(build, folder / "many", home.many_tablets, 1))
        table("server: one change at a time, in memory", one_change(build, folder / "one"))
        table("server: one change at a time among peers that mean no good", attacked(build, folder / "attacked", runs))
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as name:
        on_disk = pathlib.Path(name)
        table(f"server: many changes, on the disk of {build}", batches(build, on_disk / "15", 15, runs))
        table(f"server: one change at a time, on the disk of {build}", one_change(build, on_disk / "one"))


def batches(build, folder, tablets, runs):
    say(f"Making a home with {tablets} tablets …")
    with LoadedServer(build, folder, tablets) as loaded:
        few = tablets == 15
        before = loaded.cpu_s()
        result = loaded.load("--batch", 256, "--changes", 10_000 if few else 256, "--rounds", runs, "--wave", 15)
        cpu_us = (loaded.cpu_s() - before) * 1e6 / result["changes"]
        return [(f"{tablets} tablets, 15 at a time, batch 256: durable/s", f"{result['per_s']:.0f}", "" if few else "handshakes are in it"),
                ("  bare SQLite inserts/s, same bytes and B-trees", f"{result['floor_per_s']:.0f}", "the floor"),
                ("  ratio", f"{result['per_s'] / result['floor_per_s']:.2f} ×", "wanted ≥ 0.5 on a disk" if few else ""),
                ("  the server's own CPU for a change", f"{cpu_us:.1f} µs", f"{result['floor_cpu_us']:.1f} µs for a bare insert"),
                ("  ratio by CPU, which other programs disturb less", f"{result['floor_cpu_us'] / cpu_us:.2f} ×", ""),
                ("  server's memory at its highest", f"{loaded.resident_mb():.0f} MB", "wanted ≤ 100" if few else "")]


def one_change(build, folder):
    with LoadedServer(build, folder, 1) as loaded:
        echo = run_json(build / "tests" / "bench" / "bench_tls_echo", "--bytes", 350)
        result = loaded.load(*ONE)
    floors = result["commit_p50_ms"] + echo["echo_p50_ms"]
    return [("one change until it is durable, median", f"{result['one_p50_ms']:.3f} ms", ""),
            ("one change, p99", f"{result['one_p99_ms']:.3f} ms", ""),
            ("a bare SQLite commit of it, median", f"{result['commit_p50_ms']:.3f} ms", "the floor"),
            ("a bare TLS echo of 350 B, median", f"{echo['echo_p50_ms']:.3f} ms", "the floor"),
            ("ratio to a bare commit", f"{result['one_p50_ms'] / result['commit_p50_ms']:.1f} ×", "wanted ≤ 3 where an fsync costs something"),
            ("ratio to both floors together", f"{result['one_p50_ms'] / floors:.1f} ×", "")]


def attacked(build, folder, runs):
    """p99 of one change with and without an attack, in turn; the middle of the ratios counts."""
    rows = []
    with LoadedServer(build, folder, 1) as loaded:
        for name, words in ATTACKS:
            ratios = []
            for _ in range(runs):
                calm = loaded.load(*ONE)["one_p99_ms"]
                peers = subprocess.Popen([sys.executable, str(HERE.parent / "e2e" / "hostile_peers.py"), "--port", str(loaded.server.port), *words],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                peers.stdout.readline()
                ratios.append(loaded.load(*ONE)["one_p99_ms"] / calm)
                peers.communicate("")
            rows.append((f"{name}: p99", f"{statistics.median(ratios):.2f} ×", "of the undisturbed p99; wanted < 2"))
        rows.append(("server's memory at its highest", f"{loaded.resident_mb():.0f} MB", "wanted ≤ 100"))
    return rows


def bench_sim(build, _home, runs):
    """Schedules per second that one core spends on them: the middle of several runs over other seeds."""
    rates = []
    for turn in range(min(runs, 5)):
        done = subprocess.run([str(build / "tests" / "sim" / "trivsel-sim"), "--seeds", "400", "--seed", str(1 + 400 * turn), "--verbose", "--part"],
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Fault("trivsel-sim: " + done.stdout)
        rates += [float(line.split()[0]) for line in done.stdout.splitlines() if line.endswith(" of processor time")]
    table("sim: homes made up from a seed, with faults, healed and checked; one process, real SQLite on a disk in memory", [
        ("schedules per second of processor time, median", f"{statistics.median(rates):.0f}", "wanted ≥ 200"),
        ("slowest, fastest", f"{min(rates):.0f}, {max(rates):.0f}", ""),
    ])


def bench_ui(build, home, runs):
    home.tablet.kill()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as disk:
        rounds = []
        for turn in range(min(runs, 3)):
            folder = pathlib.Path(disk) / f"tablet-{turn}"
            shutil.copytree(home.tablet.folder, folder)
            done = subprocess.run([str(build / "tests" / "bench" / "bench_ui"), str(folder), str(CATALOGUE), "Beboer "], env=offscreen(), capture_output=True,
                                  text=True, check=False, timeout=600)
            if done.returncode != 0:
                raise Fault(done.stderr.strip())
            rounds.append(json.loads(done.stdout.strip().splitlines()[-1]))
    middle = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}

    def frames(what, name):
        return (f"{what}: frame time, median and p99", f"{middle[name + '_p50_ms']:.1f}, {middle[name + '_p99_ms']:.1f} ms",
                f"{middle[name + '_p99_ms'] / middle['floor_p99_ms']:.2f} × the floor's p99")

    table("ui: the whole tablet at 1280×800, drawn by the processor alone; drafts on the disk", [
        ("finger lifted until the face is saved and drawn, median", f"{middle['tap_p50_ms']:.1f} ms", ""),
        ("finger lifted until the face is saved and drawn, p99", f"{middle['tap_p99_ms']:.1f} ms", "wanted < 100"),
        frames("answering", "answering"),
        frames("a plan that follows the finger", "scrolling"),
        ("a window in which every pixel changes, median and p99", f"{middle['floor_p50_ms']:.1f}, {middle['floor_p99_ms']:.1f} ms", "the floor"),
        (f"memory before and after {middle['taps']:.0f} answers", f"{middle['before_mb']:.0f}, {middle['after_mb']:.0f} MB", "wanted flat"),
    ])


PLAN_CHANGES = 10_000


def bench_merge(build, home, runs):
    """Per second of one core; opening a plan through the engine, on a tablet's real store."""
    done = subprocess.run([str(build / "tests" / "bench" / "bench_merge"), "--benchmark_format=json", f"--benchmark_repetitions={runs}",
                           "--benchmark_min_time=0.1", "--benchmark_enable_random_interleaving=true"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Fault("bench_merge: " + done.stderr)
    measured = json.loads(done.stdout)["benchmarks"]
    wrong = [one for one in measured if one.get("error_occurred")]
    if wrong:
        raise Fault(f"bench_merge: {wrong[0]['name']}: {wrong[0]['error_message']}")

    def per_s(name, words):
        return next(one["items_per_second"] for one in measured
                    if one.get("aggregate_name") == "median" and f"{one['run_name']}/".startswith(f"{name}/{words}/"))

    rows = []
    for words in (80, 600, 5000):
        fold, parse, merge, cut = (per_s(name, words) for name in ("fold", "parse", "merge", "cut"))
        together = "put together" if words <= 600 else "looked at and left to a person"
        rows += [(f"{words} words: changes folded/s", f"{fold:,.0f}", ""),
                 ("  the same changes parsed/s", f"{parse:,.0f}", "the floor"),
                 ("  ratio", f"{fold / parse:.2f} ×", ""),
                 (f"{words} words: texts {together}/s", f"{merge:,.0f}", ""),
                 ("  the three texts cut into words/s", f"{cut:,.0f}", "the floor"),
                 ("  ratio", f"{merge / cut:.2f} ×", ""),
                 ("  both wrote all of it anew: /s", f"{per_s('rewritten', words):,.0f}", ""),
                 ("  differences marked for the page/s", f"{per_s('diff', words):,.0f}", "")]
    table("merge: folding and putting texts together, medians per second of one core", rows)

    with tempfile.TemporaryDirectory(prefix="trivsel-bench-", dir=in_memory() or tempfile.gettempdir()) as name:
        small = BigHome(build, pathlib.Path(name) / "home", 1, 0)
        small.folder.mkdir()
        try:
            say("Making a home with one resident …")
            small.enrol()
        finally:
            small.server.kill()
        say(f"Writing {PLAN_CHANGES} times in a plan …")
        plan = run_json(build / "tests" / "bench" / "bench_plan", small.tablet.folder, CATALOGUE, PLAN_CHANGES, runs)
    table(f"merge: opening a plan with {plan['versions']} changes behind it ({plan['bytes'] / plan['rows']:.0f} B each, sealed), through the engine", [
        ("the first time after a start: read, unsealed, folded", f"{plan['started_ms']:.1f} ms", "wanted < 50"),
        ("when the page was left and comes again: the same anew", f"{plan['anew_ms']:.1f} ms", "wanted < 50"),
        ("while the page is open: what is folded is there", f"{plan['open_ms']:.2f} ms", ""),
        ("reading the same rows from SQLite, no more", f"{plan['floor_ms']:.1f} ms", "the floor"),
        ("ratio of the first time", f"{plan['started_ms'] / plan['floor_ms']:.2f} ×", ""),
        ("opening, writing and saving one field, mean", f"{plan['write_ms']:.2f} ms", "the disk is memory"),
    ])


BENCHES = {"start": bench_start, "tap": bench_tap, "ui": bench_ui, "merge": bench_merge, "sync": bench_sync, "sim": bench_sim, "server": bench_server}
WITHOUT_HOME = {"merge", "sim", "server"}  # these make their own


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], default=[])
    parser.add_argument("--residents", type=int, default=50)
    parser.add_argument("--years", type=int, default=10)
    parser.add_argument("--tablets", type=int, default=1500, help="in the large home of `server`")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    # Ten years are written change by change, each durable: on a disk that takes a quarter of an hour.
    memory = pathlib.Path("/dev/shm")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="trivsel-bench-", dir=memory if os.access(memory, os.W_OK) else None))
    print(f"Data in {folder}")
    home = BigHome(arguments.build, folder / "home", arguments.residents, arguments.years)
    home.many_tablets = arguments.tablets
    home.folder.mkdir()
    names = arguments.names or list(BENCHES)
    try:
        if set(names) - WITHOUT_HOME:
            home.make()
        for name in names:
            BENCHES[name](arguments.build, home, arguments.runs)
    except Fault as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 1
    finally:
        home.server.kill()
        if hasattr(home, "tablet"):
            home.tablet.kill()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
