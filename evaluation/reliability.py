"""Whether a confidence is what it says: groups of as many, the expected calibration error, a diagram."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path


def groups(sure: Sequence[tuple[float, bool]], number: int = 10) -> list[tuple[float, float, int]]:
    """Mean confidence, share right and size of ``number`` groups of as many events, from unsure to sure."""
    ranked = sorted(sure, key=lambda one: one[0])
    edges = [round(k * len(ranked) / number) for k in range(number + 1)]
    parts = [ranked[a:b] for a, b in pairwise(edges) if b > a]
    return [(sum(c for c, _ in p) / len(p), sum(r for _, r in p) / len(p), len(p)) for p in parts]


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten groups of equal size."""
    return sum(abs(said - right) * size for said, right, size in groups(sure)) / max(1, len(sure))


def plot(sure: Sequence[tuple[float, bool]], what: str, path: Path) -> None:
    """A reliability diagram as SVG: what was said against what was right, and the diagonal where both are one.

    ``what``: what the confidences are of, for the heading.
    """
    size, edge = 300, 40
    dots = "".join(
        f'<circle cx="{edge + said * size:.1f}" cy="{edge + (1 - right) * size:.1f}" r="5" fill="#1f6f8b"/>'
        for said, right, _ in groups(sure)
    )
    text = "".join(
        f'<text x="{edge + k * size / 5:.0f}" y="{edge + size + 16}" text-anchor="middle">{k / 5:.1f}</text>'
        f'<text x="{edge - 6}" y="{edge + size - k * size / 5 + 4:.0f}" text-anchor="end">{k / 5:.1f}</text>'
        for k in range(6)
    )
    label = f"{len(sure):,} {what}; calibration error {calibration_error(sure):.3f}"
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size + 2 * edge}" height="{size + 2 * edge + 20}" '
        f'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>'
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#999"/>'
        f'<path d="M{edge} {edge + size}L{edge + size} {edge}" stroke="#bbb" stroke-dasharray="4"/>{dots}{text}'
        f'<text x="{edge}" y="{edge - 14}">share right, by confidence: {label}</text></svg>\n',
        "utf-8",
    )
