#!/usr/bin/env python3
"""./dev sim: seeds over all cores, and the mutants. Adds up what the processes say."""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time

from mutants import names

ROOT = pathlib.Path(__file__).resolve().parents[2]
KNOWN = ROOT / "tests" / "data" / "seeds.txt"
CATCHERS = ROOT / "tests" / "data" / "mutants.txt"
COUNTER = re.compile(r"^ *(\d+) ([^\d ].*)$")
LAST = re.compile(r"^(\d+) seeds, (\d+) failures$")


def run(program, seeds, first, *more):
    done = subprocess.run([str(program), "--seeds", str(seeds), "--seed", str(first), "--part", *more], capture_output=True, text=True,
                          check=False)
    return done.returncode, done.stdout.splitlines(), done.stderr


def parts(seeds, first, cores):
    """A few parts for each core, so that none waits long for another."""
    size = max(1, min(500, -(-seeds // (cores * 4))))
    return [(min(size, first + seeds - at), at) for at in range(first, first + seeds, size)]


def seeds(program, count, first, cores, verbose):
    counters, total, failures = {}, 0, 0
    began = time.monotonic()
    jobs = [(0, 1, "--known", str(KNOWN))] + parts(count, first, cores)
    with concurrent.futures.ThreadPoolExecutor(cores) as pool:
        for job, (code, lines, errors) in zip(jobs, pool.map(lambda job: run(program, *job), jobs)):
            last = LAST.match(lines[-1]) if lines else None
            if not last or code not in (0, 1):
                print("\n".join(lines[-20:]) + errors + f"\nthe part of {job[0]} seeds from {job[1]} ended with {code}")
                failures += 1
                continue
            total += int(last[1])
            failures += int(last[2])
            for line in lines[:-1]:
                counter = COUNTER.match(line)
                if counter:
                    counters[counter[2]] = counters.get(counter[2], 0) + int(counter[1])
                else:
                    print(line, flush=True)
    for name, times in counters.items():
        print(f"{times:10} {name}")
        if times == 0 and count >= 1000:
            print("  this never happened")
            failures += 1
    if verbose:
        seconds = time.monotonic() - began
        print(f"{total / seconds:.0f} schedules/s on {cores} cores")
    print(f"{total} seeds, {failures} failures")
    return failures == 0


def mutant(program, name, limit, first=1):
    """A seed that fails without the mutant, too, has caught nothing: it goes on behind that one."""
    _, lines, errors = run(program, limit + 1 - first, first, "--mutant", name, "--until-failure")
    last = LAST.match(lines[-1]) if lines else None
    caught = [at for at, line in enumerate(lines) if line.startswith("seed ")]
    if caught:
        seed = lines[caught[0]].split()[1]
        if run(program, 1, seed)[0] != 0:
            return mutant(program, name, limit, int(seed) + 1) if int(seed) < limit else (name, None, f"not within {limit} seeds")
        return name, seed, lines[caught[0] + 1].strip()
    if not last:  # it died: an assertion of ours, or worse
        return name, "?", "the program ended: " + (errors.strip().splitlines() or ["without a word"])[-1]
    return name, None, f"not within {limit} seeds"


def catchers():
    """Which seed caught which mutant, when somebody last looked: mutant and seed in each line."""
    lines = CATCHERS.read_text(encoding="utf-8").splitlines()
    return dict(line.split() for line in lines if line and not line.startswith("#"))


def remembered(program, name, limit, seeds):
    """The seed that caught it before is tried first; where the schedule has changed since, all of them."""
    if name in seeds:
        caught = mutant(program, name, int(seeds[name]), int(seeds[name]))
        if caught[1]:
            return caught
    return mutant(program, name, limit)


def mutants(program, limit, cores, seeds):
    known = names(ROOT)
    missed = 0
    if run(program, 20, 1)[0] != 0:
        print("the program fails without any mutant: nothing would be caught")
        return False
    with concurrent.futures.ThreadPoolExecutor(cores) as pool:
        for name, seed, what in pool.map(lambda one: remembered(program, one, limit, seeds), known):
            missed += seed is None
            print(f"  {name:<28} {'caught at ' + seed if seed else 'NOT CAUGHT':<18} {what}", flush=True)
    print(f"{len(known)} mutants, {missed} not caught")
    return missed == 0 and len(known) >= 12


def main():
    parser = argparse.ArgumentParser(prog="./dev sim", description=__doc__)
    parser.add_argument("--program", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--seeds", type=int, help="how many; for --mutants the limit for each (10000)")
    parser.add_argument("--seed", type=int, default=1, help="the first")
    parser.add_argument("--mutants", action="store_true", help="breaks the code in known ways; each must be noticed")
    parser.add_argument("--remembered", action="store_true", help="for --mutants: begins with the seed that caught each before")
    parser.add_argument("--trace", action="store_true", help="what happens, line by line; one process")
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    cores = int(os.environ.get("TRIVSEL_JOBS", os.cpu_count() or 1))
    if arguments.mutants:
        return 0 if mutants(arguments.program, arguments.seeds or 10000, cores, catchers() if arguments.remembered else {}) else 1
    if arguments.trace:
        return subprocess.run([str(arguments.program), "--seeds", str(arguments.seeds or 1), "--seed", str(arguments.seed), "--trace"],
                              check=False).returncode
    return 0 if seeds(arguments.program, arguments.seeds or 1000, arguments.seed, cores, arguments.verbose) else 1


if __name__ == "__main__":
    sys.exit(main())
