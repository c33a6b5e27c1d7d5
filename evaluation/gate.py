"""The gate: measured figures against ``floors.json``, beside what others have published.

A floor is a figure's least, a ceiling (failures, memory) its most. Both are compared exactly, without rounding.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from evaluation.layers import Figure, Layer

HERE = Path(__file__).parent


class Bound(TypedDict, total=False):
    """One entry of ``floors.json``: a ``floor`` or a ``ceiling``; or, for a figure that is no longer measured,
    ``retired`` with the reason."""

    floor: float
    ceiling: float
    retired: str


class Peer(TypedDict):
    """One entry of ``peers.json``. ``second_hand``: from that project's own publication, not run by us."""

    who: str
    value: str
    on: str
    second_hand: bool


Floors = dict[str, dict[str, Bound]]
Peers = dict[str, dict[str, list[Peer]]]


def floors(path: Path = HERE / "floors.json") -> Floors:
    found: Floors = json.loads(path.read_text("utf-8"))
    return found


def peers(path: Path = HERE / "peers.json") -> Peers:
    found: Peers = json.loads(path.read_text("utf-8"))
    return found


@dataclass(frozen=True)
class Line:
    """One figure of the table. ``figure`` is None where a bound names what the layer no longer measures."""

    layer: str
    name: str
    figure: Figure | None
    bound: Bound
    peers: tuple[Peer, ...] = ()

    @property
    def holds(self) -> bool:
        if "floor" not in self.bound and "ceiling" not in self.bound:
            return True
        if self.figure is None:
            return False
        return self.bound.get("floor", float("-inf")) <= self.figure.value <= self.bound.get("ceiling", float("inf"))


@dataclass(frozen=True)
class Measured:
    """What became of a layer: its lines, or why there are none."""

    layer: Layer
    lines: tuple[Line, ...] = ()
    skipped: str | None = None
    failed: str | None = None

    @property
    def holds(self) -> bool:
        return self.failed is None and all(line.holds for line in self.lines)


def measure(
    layer: Layer, shared: Path, step: int, bounds: Mapping[str, Bound], beside: Mapping[str, list[Peer]]
) -> Measured:
    """Run one layer. A scorer that fails fails its own layer; the others go on."""
    if layer.needs is not None and not (shared / layer.needs).exists():
        return Measured(layer, skipped=f"{shared / layer.needs} is absent")
    try:
        figures = layer.measure(shared, step)
    except Exception as error:
        traceback.print_exc(file=sys.stderr)
        return Measured(layer, failed=f"{type(error).__name__}: {error}")
    names = [*figures, *(name for name, bound in bounds.items() if name not in figures and "retired" not in bound)]
    return Measured(layer, tuple(
        Line(layer.name, name, figures.get(name), bounds.get(name, {}), tuple(beside.get(name, ()))) for name in names
    ))  # fmt: skip


def _number(value: float) -> str:
    """Shares and ratios with three decimals, counts without any."""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.3f}"


def _cells(line: Line) -> list[str]:
    figure, bound = line.figure, line.bound
    value = "not measured" if figure is None else _number(figure.value)
    interval = "" if figure is None or figure.interval is None else "–".join(f"{x:.3f}" for x in figure.interval)
    limit = f"≥ {_number(bound['floor'])}" if "floor" in bound else ""
    limit = f"≤ {_number(bound['ceiling'])}" if "ceiling" in bound else limit
    verdict = ("ok" if line.holds else "UNDER" if "floor" in bound else "OVER") if limit else ""
    others = ", ".join(f"{p['who']} {p['value']}{'†' if p['second_hand'] else ''}" for p in line.peers)
    return [line.name, value, interval, limit, verdict, others]


HEAD = ["figure", "value", "95% interval", "bound", "", "beside"]


def table(results: Iterable[Measured]) -> str:
    """The figures of all layers, in aligned columns of plain text."""
    results = list(results)
    rows = [_cells(line) for result in results for line in result.lines]
    widths = [max(map(len, column)) for column in zip(HEAD, *rows, strict=True)]

    def aligned(cells: list[str]) -> str:
        return "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()

    written = ["  " + aligned(HEAD)]
    for result in results:
        written += ["", f"{result.layer.name}: {result.layer.title}"]
        if result.skipped or result.failed:
            written.append("  " + (f"skipped: {result.skipped}" if result.skipped else f"FAILED: {result.failed}"))
        written += ["  " + aligned(_cells(line)) for line in result.lines]
    return "\n".join([*written, *_notes(results)])


def _notes(results: list[Measured]) -> list[str]:
    """Where the figures in the last column come from, each origin once."""
    shown = [peer for result in results for line in result.lines for peer in line.peers]
    origins: dict[tuple[str, str], None] = {}
    for peer in shown:
        origins.setdefault((peer["who"] + ("†" if peer["second_hand"] else ""), peer["on"]))
    notes = [f"  {who}: {on}" for who, on in origins]
    if any(peer["second_hand"] for peer in shown):
        notes.insert(0, "† second-hand: published by its authors, not run here, and on the rows named below.")
    return ["", *notes] if notes else []


def verdict(results: Iterable[Measured]) -> str:
    """One line: what holds, what falls short, what was not measured."""
    results = list(results)
    bounded = [line for r in results for line in r.lines if "floor" in line.bound or "ceiling" in line.bound]
    short = [f"{line.layer}: {line.name}" for line in bounded if not line.holds]
    failed = [r.layer.name for r in results if r.failed]
    skipped = [r.layer.name for r in results if r.skipped]
    told = [f"{len(bounded) - len(short)} of {len(bounded)} bounds hold"]
    told += [f"out of bounds: {'; '.join(short)}"] if short else []
    told += [f"failed: {', '.join(failed)}"] if failed else []
    told += [f"skipped: {', '.join(skipped)}"] if skipped else []
    return ". ".join(told) + "."
