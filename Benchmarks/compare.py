#!/usr/bin/env python3
"""Time the engine and its peers in alternating rounds, and print the table of ratios.

    venv/bin/python compare.py --rounds 7 > .build/table.md

Needs what README.md sets up. Every program checks its results before it times them; one that finds a
wrong result ends this one. All lines are kept in .build/rounds.jsonl.
"""
import argparse
import collections
import json
import os
import statistics
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.join(HERE, ".build")
KERNEL_PEERS = ("numpy", "torch", "jax")

# What is timed together: the beginning of the cases' names, and the peers.
GROUPS = [
    ("bn_", KERNEL_PEERS),
    ("bn_fwdbwd_1024x4096", ("torch-compile",)),
    ("softmax_10x4096", KERNEL_PEERS),
    ("xent_grad", KERNEL_PEERS),
    ("exp_", KERNEL_PEERS),
    ("matmul_", KERNEL_PEERS),
    ("sample_", KERNEL_PEERS),
    ("autodiff_", ("jax", "python", "torch")),
    ("mlp_", ("jax", "numpy", "torch-nn")),
    ("random_search", ("search",)),
    ("caviar", ("search",)),
]

# Case, the peers that count (None for all), and how many times faster the engine is to be.
GOALS = [
    ("mlp_10epochs", ("jax",), 2.5),
    ("mlp_10epochs", ("numpy",), 5),
    ("mlp_10epochs", ("torch-nn",), 12),
    ("bn_fwdbwd_50x64", None, 6),
    ("bn_fwd_50x64", None, 6),
    ("bn_infer_50x64", None, 6),
    ("bn_fwdbwd_1024x4096", None, 1.4),
    ("softmax_10x4096", None, 2),
    ("xent_grad_10x4096", None, 3),
    ("exp_1e6", None, 0.95),
    ("matmul_64x64x64", None, 0.95),
    ("matmul_512x512x512", None, 0.95),
    ("sample_loguniform_1e6", None, 2),
    ("sample_int_1e6", None, 1.5),
    ("autodiff_1000steps", ("jax",), 30),
    ("autodiff_1000steps", ("python",), None),
    ("random_search_1000", ("numpy",), 65),
    ("random_search_1000", ("optuna",), None),
    ("caviar_16x5", ("torch+joblib",), 7),
    ("caviar_16x5_one_thread", ("lessons",), 1.8),
]


def environment():
    """One thread a process, and numpy's BLAS with the kernels it would choose itself."""
    found = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE",
                                                             "OPENBLAS_L2_SIZE")}
    found.update({f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL")})
    return found


def command(peer, prefix, repeats):
    if peer == "lessons":
        return [os.path.join(BUILD, "release", "Benchmarks"), "--reference",
                os.path.join(BUILD, "reference"), "--case", prefix, "--repeats", str(repeats)]
    if peer == "search":
        case = "caviar_16x5" if prefix == "caviar" else "random_search_1000"
        return [sys.executable, os.path.join(HERE, "Peers", "search_bench.py"),
                "--case", case, "--repeats", str(max(repeats // 3, 2))]
    return [sys.executable, os.path.join(HERE, "Peers", "engine_bench.py"), "--peer", peer,
            "--case", prefix, "--repeats", str(repeats)]


def times(options):
    """round -> case -> peer -> its line."""
    rounds = collections.defaultdict(lambda: collections.defaultdict(dict))
    with open(os.path.join(BUILD, "rounds.jsonl"), "w", buffering=1) as log:
        for number in range(options.rounds):
            for prefix, peers in GROUPS:
                if not prefix.startswith(options.case):
                    continue
                programs = ["lessons", *peers]
                # The order turns, so that none is always first.
                turn = number % len(programs)
                for peer in programs[turn:] + programs[:turn]:
                    done = subprocess.run(command(peer, prefix, options.repeats), text=True,
                                          env=environment(), stdout=subprocess.PIPE, check=True)
                    for line in map(json.loads, done.stdout.splitlines()):
                        rounds[number][line["case"]][line["peer"]] = line
                        log.write(json.dumps({"round": number, **line}) + "\n")
            print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
    return rounds


def row(rounds, case, peers, goal):
    """The table's row of a case.

    Two ratios to the fastest peer: of the least times of all rounds, which other work on the machine
    disturbs least, and the median of the ratios within a round, with their range.
    """
    ours_of = "caviar_16x5" if case == "caviar_16x5_one_thread" else case
    ratios, ours, theirs = [], [], []
    for found in rounds.values():
        mine = found[ours_of].get("lessons")
        lines = [line for name, line in found[case].items()
                 if (name in peers if peers else name != "lessons")]
        if mine is None or not lines:
            continue
        unit = mine["unit"]
        ours.append(mine)
        theirs += lines
        best = min(seconds(line, "median") for line in lines)
        ratios.append(best / seconds(mine, "median"))
    if not ratios:
        return None

    def least(line):
        # The "min" of a rate is that of its slowest sample.
        return seconds(line, "median" if unit == "trials/s" else "min")
    mine, best = min(ours, key=least), min(theirs, key=least)
    ratio = least(best) / least(mine)
    name = "one thread" if best["peer"] == "lessons" else best["peer"]
    verdict = "" if goal is None else "yes" if ratio >= goal else "no"
    return (f"| `{case}` | {written(least(mine), unit)} | {name} | {written(least(best), unit)} | "
            f"{ratio:.3g} | {statistics.median(ratios):.3g} ({min(ratios):.3g}-{max(ratios):.3g}) | "
            f"{'' if goal is None else goal} | {verdict} |")


def seconds(line, field):
    """The time of a call, or of a trial."""
    value = line[field]
    return {"us": value * 1e-6, "s": value, "trials/s": 1 / value}[line["unit"]]


def written(time, unit):
    if unit == "trials/s":
        return f"{1e-6 / time:.3g} M/s"
    return f"{time * 1e3:.3g} ms" if time >= 1e-3 else f"{time * 1e6:.3g} µs"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--repeats", type=int, default=9, help="samples of a case in a round")
    parser.add_argument("--case", default="", help="only groups that begin with this")
    options = parser.parse_args()
    rounds = times(options)
    print("| case | engine | fastest peer | its time | times faster | within a round (range) | "
          "goal | met |")
    print("|---|---|---|---|---|---|---|---|")
    for case, peers, goal in GOALS:
        found = row(rounds, case, peers, goal)
        if found:
            print(found)


if __name__ == "__main__":
    main()
