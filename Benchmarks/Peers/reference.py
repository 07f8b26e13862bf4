#!/usr/bin/env python3
"""Write the inputs of the engine's cases and the results numpy has for them.

    python reference.py FOLDER

Each array is a file of float64 (labels: int64), row by row; FOLDER/cases.json names them.
The inputs are drawn as engine_bench.py draws them; its numpy functions give the results.
"""
import contextlib
import io
import json
import os
import runpy
import sys

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
KERNELS = ("softmax", "xent_grad", "bn", "bn_infer", "exp", "matmul")


def main(folder):
    os.makedirs(folder, exist_ok=True)
    sys.path.insert(0, HERE)
    sys.argv = ["engine_bench.py", "--list"]      # defines everything and runs nothing
    with contextlib.redirect_stdout(io.StringIO()):
        bench = runpy.run_path(os.path.join(HERE, "engine_bench.py"))

    def save(name, values):
        values = np.ascontiguousarray(values)
        kind = np.int64 if values.dtype.kind == "i" else np.float64
        values.astype(kind).tofile(os.path.join(folder, name))
        return {"file": name, "shape": list(values.shape)}

    found = []
    for name, (method, make) in bench["cases"]().items():
        if method not in KERNELS:
            continue
        inputs = make()
        results = getattr(bench["Numpy"](), method)(*inputs)()
        if not isinstance(results, (tuple, list)):
            results = [results]
        found.append({
            "name": name, "method": method,
            "inputs": [save(f"{name}.in{i}", a) for i, a in enumerate(inputs)],
            "results": [save(f"{name}.out{i}", a) for i, a in enumerate(results)]})
    with open(os.path.join(folder, "cases.json"), "w") as file:
        json.dump(found, file, indent=1)


if __name__ == "__main__":
    main(sys.argv[1])
