"""The mean of two encoders' weights: ``python -m training.mean A.pt B.pt SHARE OUT.pt`` (SHARE is A's, 0–1).

Only for weights of which one was trained on from the other: those of separate trainings do not lie in one basin, and
their mean is worse than either (docs/decisions/0006, 0008).
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch


def mean(one: Path, other: Path, share: float, out: Path) -> None:
    """Write ``share`` of the weights of ``one`` and the rest of ``other``; whole numbers are other's."""
    a, b = (torch.load(path, map_location="cpu", weights_only=True) for path in (one, other))
    if a.keys() != b.keys():
        raise SystemExit("The two files hold weights of different networks.")
    torch.save({k: share * a[k] + (1 - share) * b[k] if b[k].is_floating_point() else b[k] for k in b}, out)


if __name__ == "__main__":
    mean(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]))
