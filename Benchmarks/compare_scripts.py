#!/usr/bin/env python3
"""Times the programs of Scripts/ as `lessons exec` runs them beside CPython, Lua, LuaJIT and swiftc -O.

Whole processes, in alternating rounds: a ratio is taken within a round, and the table has the median of
the rounds. On a busy machine, `--busy` compares the processor's time of the quickest rounds instead. Every
program must print the same line everywhere.

    compare_scripts.py --lessons ../.build/release/lessons --rounds 15
"""

import argparse
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPTS = Path(__file__).parent / "Scripts"


def processor_time():
    """What all processes that have ended took of the processor."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def seconds(command, clock=time.perf_counter):
    """The time of a whole process, and what it printed."""
    begin = clock()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.communicate()
    taken = clock() - begin
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: {errors.decode().splitlines()[:1]}")
    return taken, output


def commands(program, arguments, folder):
    """The command line of each language for a program."""
    result = {
        "lessons": [arguments.lessons, "exec", SCRIPTS / f"{program}.swift"],
        "Lua": ["lua5.4", SCRIPTS / f"{program}.lua"],
        "CPython": [sys.executable, SCRIPTS / f"{program}.py"],
        "LuaJIT": ["luajit", SCRIPTS / f"{program}.lua"],
    }
    if not arguments.without_swiftc:
        binary = Path(folder) / program
        source = SCRIPTS / f"{program}.swift"
        subprocess.run(["swiftc", "-O", source, "-o", binary], check=True)
        result["swiftc -O"] = [binary]
    return result


def measure(program, arguments, folder):
    """The times of each language, round by round; None where `lessons` cannot run the program."""
    languages = commands(program, arguments, folder)
    wanted = seconds(languages["CPython"])[1]
    for language, command in list(languages.items()):
        try:
            printed = seconds(command)[1]
        except RuntimeError as error:
            if language != "lessons":
                raise
            print(f"{program}: not run: {error}", file=sys.stderr)
            return None
        if printed != wanted:
            raise SystemExit(f"{program}: {language} prints {printed!r} instead of {wanted!r}")
    times = {language: [] for language in languages}
    clock = processor_time if arguments.busy else time.perf_counter
    for _ in range(arguments.rounds):
        for language, command in languages.items():
            times[language].append(seconds(command, clock)[0])
    return times


def row(name, cells):
    print("| " + " | ".join([name, *cells]) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lessons", default=SCRIPTS.parent.parent / ".build/release/lessons")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--without-swiftc", action="store_true")
    parser.add_argument("--busy", action="store_true")
    arguments = parser.parse_args()
    ratios = {}
    with tempfile.TemporaryDirectory() as folder:
        for program in sorted(path.stem for path in SCRIPTS.glob("*.swift")):
            times = measure(program, arguments, folder)
            if times is None:
                continue
            if not ratios:
                row("program", [f"{language}, ms" for language in times])
                row("---", ["--:"] * len(times))
            cells = []
            for language, measured in times.items():
                typical = min if arguments.busy else statistics.median
                if arguments.busy:
                    ratio = min(measured) / min(times["lessons"])
                else:
                    ratio = statistics.median(
                        other / own for other, own in zip(measured, times["lessons"])
                    )
                ratios.setdefault(language, []).append(ratio)
                cells.append(f"{1e3 * typical(measured):.1f} ({ratio:.2f})")
            row(program, cells)
    row(
        "geometric mean of the ratios",
        [f"{math.exp(statistics.mean(map(math.log, values))):.2f}" for values in ratios.values()],
    )


if __name__ == "__main__":
    main()
