"""Speed and memory of every function: `python tests/bench` prints a Markdown table.

A benchmark, never a test. Each chapter's file beside this one has a function `rows` that
takes an array and yields a name and up to four calls without arguments: dlnotes, the line
that anyone would write in its place, SciPy, PyTorch; `None` where one has no such thing.
All take turns on one million entries and one thread, and the best time of each counts.
Memory is what a call needs at its worst moment beyond its input, in multiples of that.
`python tests/bench losses` measures one chapter.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # read when torch and BLAS are imported

import importlib
import sys
import time
import tracemalloc
from pathlib import Path

import numpy as np
import torch

SIDE = 1000
REPEATS = 15
CHAPTERS = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))


def best_times(calls):
    """Return the shortest time of each call in ms, nan for None, all of them in turns."""
    best = [np.inf if call else np.nan for call in calls]
    for _ in range(REPEATS):
        for i, call in enumerate(calls):
            if call:
                start = time.perf_counter()
                call()
                best[i] = min(best[i], 1e3 * (time.perf_counter() - start))
    return best


def peak_memory(call):
    tracemalloc.start()
    call()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def input_size(call, x):
    """Return the bytes of the largest array that a call is bound to, else those of `x`."""
    bound = [a.nbytes for a in getattr(call, "args", ()) if isinstance(a, np.ndarray)]
    return max(bound, default=x.nbytes)


def measure(chapter, dtype):
    """Print the lines of a chapter."""
    x = np.random.default_rng(0).normal(0, 3, (SIDE, SIDE)).astype(dtype)
    for name, calls in importlib.import_module(chapter).rows(x):
        mine, *others = best_times([*calls, *[None] * (4 - len(calls))])
        ratios = " | ".join("" if np.isnan(t) else f"{mine / t:.2f}" for t in others)
        memory = peak_memory(calls[0]) / input_size(calls[0], x)
        print(f"| {name} | {dtype} | {mine:.2f} | {ratios} | {memory:.2f} |")


def main():
    torch.set_num_threads(1)
    print("| function | dtype | ms | / naive | / SciPy | / PyTorch | memory |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for chapter in sys.argv[1:] or CHAPTERS:
        for dtype in ("float64", "float32"):
            measure(chapter, dtype)


if __name__ == "__main__":
    main()
