"""Measures every promised number: `python -m tests.benchmarks [NAME…] [--check]`.

Runs each module `bench_*.py` beside this one, or those whose name holds one of the given words.
A module has `figures()`, which yields `Figure`s. With `--check`, a bar that is missed is an error.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Print all figures; return 1 if one misses its bar and `--check` is given."""
    words = [argument for argument in arguments if argument != "--check"]
    missed = 0
    for file in sorted(Path(__file__).parent.glob("bench_*.py")):
        if words and not any(word in file.stem for word in words):
            continue
        module = import_module(f"tests.benchmarks.{file.stem}")
        print(f"\n{(module.__doc__ or file.stem).splitlines()[0]}")
        for figure in module.figures():
            print(figure, flush=True)
            missed += not figure.reached
    print(f"\n{missed} missed" if missed else "\nall reached")
    return 1 if missed and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
