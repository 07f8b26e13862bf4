#!/usr/bin/env python3
"""Times `lessons build` beside `lessons check`, Jupyter's nbconvert and pandoc.

Whole processes, in alternating rounds; the ratios are taken within a round. nbconvert executes lesson 9 as a
notebook with the same text and its cells in Python (Peers/lec9.py), pandoc makes a page of the lesson without
running anything. `lessons` runs and checks all it makes pages of.

    compare_guides.py --lessons ../.build/release/lessons --rounds 5 --copies 500
"""

import argparse
import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
COURSE = HERE.parent / "lessons"
LESSON = COURSE / "lec9.md"


def seconds(command):
    """The wall and the processor time of a whole process that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    process = subprocess.run(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}:\n{process.stderr.decode()[-2000:]}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def notebook():
    """Lesson 9 as a notebook: its text, and in the place of its code that of Peers/lec9.py."""
    code = (HERE / "Peers" / "lec9.py").read_text().split("# %%\n")[1:]
    text = re.sub(r"(?s)\A---\n.*?\n---\n", "", LESSON.read_text())
    parts = re.split(r"(?ms)^```swift.*?^```$", text)
    cells = []
    for index, part in enumerate(parts):
        cells.append({"cell_type": "markdown", "id": f"text-{index}", "metadata": {}, "source": part})
        if index < len(code):
            cells.append({"cell_type": "code", "id": f"code-{index}", "metadata": {}, "source": code[index],
                          "execution_count": None, "outputs": []})
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lessons", default=HERE.parent / ".build/release/lessons")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--copies", type=int, default=500)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "lec9.ipynb").write_text(notebook())
        many = folder / "many"
        many.mkdir()
        for number in range(arguments.copies):
            shutil.copy(LESSON, many / f"lesson{number}.md")
        if (COURSE / "lec9.figures").exists():
            shutil.copytree(COURSE / "lec9.figures", many / "lec9.figures")
        lessons = arguments.lessons
        commands = {
            "`lessons check`, ten lessons": [lessons, "check", COURSE],
            "`lessons build`, ten lessons": [lessons, "build", COURSE, "-o", folder / "site"],
            f"`lessons build`, lesson 9 {arguments.copies} times": [lessons, "build", many, "-o", folder / "all"],
            "`lessons run --format html`, lesson 9": [lessons, "run", "--format", "html", LESSON],
            "`lessons run`, lesson 9": [lessons, "run", LESSON],
            "`jupyter nbconvert --to html --execute`, lesson 9":
                ["jupyter", "nbconvert", "--to", "html", "--execute", "--log-level", "ERROR",
                 "--output", folder / "jupyter.html", folder / "lec9.ipynb"],
            "`pandoc -s --mathml`, lesson 9, not run":
                ["pandoc", "-s", "--mathml", LESSON, "-o", folder / "pandoc.html"],
        }
        walls = {name: [] for name in commands}
        processors = {name: [] for name in commands}
        for _ in range(arguments.rounds):
            for name, command in commands.items():
                wall, processor = seconds(command)
                walls[name].append(wall)
                processors[name].append(processor)
    print("| what | wall, median | wall, least | processor, least |")
    print("|---|---|---|---|")
    for name in commands:
        print(f"| {name} | {statistics.median(walls[name]) * 1e3:.0f} ms | {min(walls[name]) * 1e3:.0f} ms "
              f"| {min(processors[name]) * 1e3:.0f} ms |")
    check, build, copies, page = list(commands)[:4]
    jupyter, pandoc = list(commands)[5:]

    def ratio(first, second, times):
        return statistics.median(a / b for a, b in zip(times[first], times[second]))

    print(f"\nten lessons: build / check = {ratio(build, check, walls):.2f} by the wall, "
          f"{ratio(build, check, processors):.2f} by the processor")
    print(f"pages a second: {arguments.copies / min(walls[copies]):.0f}")
    for peer in (jupyter, pandoc):
        print(f"{peer} takes {ratio(peer, page, walls):.1f} times as long as {page}")


if __name__ == "__main__":
    main()
