#!/usr/bin/env python3
"""Validates notebooks against the schema of nbformat 4.5, and holds them to what their lessons have put out.

    check_notebooks.py FILE...

Needs the package 'nbformat' (Debian: python3-nbformat).
"""

import sys
import xml.etree.ElementTree

import nbformat


def check(file):
    """Yields the problems of a notebook."""
    notebook = nbformat.read(file, as_version=nbformat.NO_CONVERT)
    if (notebook.nbformat, notebook.nbformat_minor) != (4, 5):
        yield f"it is of version {notebook.nbformat}.{notebook.nbformat_minor}, not 4.5"
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as problem:
        yield str(problem).splitlines()[0]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if not code:
        yield "it has no code"
    if not any(cell.outputs for cell in code):
        yield "it has no outputs"
    for cell in code:
        for output in cell.outputs:
            svg = output.get("data", {}).get("image/svg+xml")
            if svg:
                xml.etree.ElementTree.fromstring("".join(svg))


def main():
    files = sys.argv[1:]
    if not files:
        sys.exit("usage: check_notebooks.py FILE...")
    problems = [f"{file}: {problem}" for file in files for problem in check(file)]
    print("\n".join(problems + [f"{len(files)} notebooks, {len(problems)} problems"]))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
