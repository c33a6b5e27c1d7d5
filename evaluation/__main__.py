"""``python -m evaluation``: every layer measured, beside its floors and what others have published."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence

from evaluation.common import SHARED
from evaluation.gate import Measured, floors, measure, peers, table, verdict
from evaluation.layers import LAYERS, QUICK


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    names = [layer.name for layer in LAYERS]
    parser = argparse.ArgumentParser(
        prog="python -m evaluation",
        description="Measure Wader and hold it to evaluation/floors.json. Layers whose data are absent are skipped.",
        epilog="Exit codes: 0 all bounds hold; 1 a figure is out of bounds, or a scorer failed; 2 usage.",
    )
    parser.add_argument("layers", nargs="*", metavar="LAYER", help=f"only these: {', '.join(names)}")
    parser.add_argument("--quick", action="store_true", help=f"one text in {QUICK} of the volume file")
    arguments = parser.parse_args(given)
    unknown = [name for name in arguments.layers if name not in names]
    if unknown:
        parser.error(f"no layer {', '.join(unknown)}; there are {', '.join(names)}")
    return arguments


def main(given: Sequence[str] | None = None) -> int:
    """Run the gate and return its exit code."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    arguments = _arguments(given)
    bounds, beside = floors(), peers()
    step = QUICK if arguments.quick else 1
    results: list[Measured] = []
    for layer in LAYERS:
        if arguments.layers and layer.name not in arguments.layers:
            continue
        began = time.monotonic()
        results.append(measure(layer, SHARED, step, bounds.get(layer.name, {}), beside.get(layer.name, {})))
        print(f"{layer.name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    print(table(results))
    print(f"\n{verdict(results)}")
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
