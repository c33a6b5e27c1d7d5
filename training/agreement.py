"""How far two coders agree: ``python -m training.agreement [FILE_A FILE_B]`` (or two folders; the corpus and its second
coding where none are named).

Passages that both coded are found by their text; ``python -m training.blind`` draws some for a second coder. Countries
and sectors of mentions were said a second time for passages of ``corpus/agreement/parties.tsv`` (the first sixteen hex
digits of the text's SHA-256, and the line).
Intervals: 95 %, percentiles over samples of the passages, drawn with replacement.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.corpus import AUXILIARY, CORPUS, Coded, Passage, Span, files, read
from training.parties import stated

SEED = 20240213
TIMES = 1000
Labels = tuple[str, str]
"""What the two coders said of one thing."""
Both = tuple[Passage, Passage]
ALL = "category, all triggers (NONE where one marked none)"
EITHER = "category, triggers that are an event to either"
BOTH = "category, triggers that both marked"
MODE = "mode, same category"
PARTIES = CORPUS / "agreement" / "parties.tsv"
COUNTRY, SECTOR = "country of a mention", "sector of a mention, the first named"


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float:
    """Krippendorff's alpha for nominal data; each unit holds what every coder said of it, None where one said nothing.

    1 - observed disagreement / expected disagreement, over the coincidences of values within units (K. Krippendorff,
    "Computing Krippendorff's Alpha-Reliability", 2011, section C). NaN where there is but one value, or none.
    """
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for unit in units:
        said = [value for value in unit if value is not None]
        for one, other in permutations(said, 2):
            weights[one, other] = weights.get((one, other), 0.0) + 1 / (len(said) - 1)
    number = {value: k for k, value in enumerate(dict.fromkeys(one for one, _ in weights))}
    matrix = np.zeros((len(number), len(number)))
    for (one, other), weight in weights.items():
        matrix[number[one], number[other]] += weight
    return _alpha_of(matrix)


def _alpha_of(matrix: NDArray[np.float64]) -> float:
    """Alpha of a matrix of coincidences (symmetric; its sum is the number of values that can be paired)."""
    totals = matrix.sum(axis=0)
    n = float(totals.sum())
    apart = n * n - float((totals**2).sum())
    if not apart:
        return float("nan")
    return 1 - (n - 1) * (n - float(matrix.trace())) / apart


@dataclass
class Found:
    """What was counted in one passage: by measure, labels of both coders, or (both, first, second) for an F1."""

    labels: dict[str, list[Labels]] = field(default_factory=dict)
    counts: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)

    def label(self, measure: str, first: str, second: str) -> None:
        self.labels.setdefault(measure, []).append((first, second))

    def count(self, measure: str, first: Sequence[Span], second: Sequence[Span]) -> None:
        """Spans of the two coders: those that overlap and those that are equal."""
        for kind, pairs in (("overlap", matched(first, second)), ("exact", set(first) & set(second))):
            self.counts.setdefault(f"{measure}, {kind}", []).append((len(pairs), len(first), len(second)))


def matched(first: Sequence[Span], second: Sequence[Span]) -> list[tuple[int, int]]:
    """Indices of spans that overlap, each used once: the largest overlap first, then the earlier spans."""
    overlaps = [
        (-common, i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if (common := min(a.end, b.end) - max(a.start, b.start)) > 0
    ]
    left, right, pairs = set(range(len(first))), set(range(len(second))), []
    for _, i, j in sorted(overlaps):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted(pairs)


def align(first: Iterable[Passage], second: Iterable[Passage]) -> list[Both]:
    """Passages of the same text, in the order of the first."""
    by_text = {p.text.strip(): p for p in second}
    return [(p, by_text[p.text.strip()]) for p in first if p.text.strip() in by_text]


def compare(one: Passage, two: Passage) -> Found:
    """All that is counted in a passage. A trigger that one coder alone marked is NONE to the other."""
    found = Found()
    mine, yours = one.events, two.events
    pairs = matched([one.spans[e.trigger] for e in mine], [two.spans[e.trigger] for e in yours])
    for i, j in pairs:
        found.label(BOTH, mine[i].category, yours[j].category)
        _event(found, one, mine[i], two, yours[j])
    alone = [(e.category, "NONE") for k, e in enumerate(mine) if k not in {i for i, _ in pairs}]
    alone += [("NONE", e.category) for k, e in enumerate(yours) if k not in {j for _, j in pairs}]
    for first, second in [*found.labels.get(BOTH, []), *alone]:
        found.label(ALL, first, second)
        if (first, second) != ("NONE", "NONE"):
            found.label(EITHER, first, second)
    found.count("trigger spans of events", _triggers(one), _triggers(two))
    found.count("mentions", [one.spans[m] for m in one.mentions], [two.spans[m] for m in two.mentions])
    return found


def _triggers(passage: Passage) -> list[Span]:
    return [passage.spans[e.trigger] for e in passage.events if e.category != "NONE"]


def _event(found: Found, one: Passage, mine: Coded, two: Passage, yours: Coded) -> None:
    """Roles, mode and auxiliaries of a trigger that is an event to both coders; the mode where the category is one."""
    if "NONE" in (mine.category, yours.category):
        return
    found.count("actor spans", [one.spans[m] for m in mine.actors], [two.spans[m] for m in yours.actors])
    found.count("recipient spans", _recipients(one, mine), _recipients(two, yours))
    if mine.category == yours.category and (mine.modes or yours.modes):
        found.label(MODE, *(f"{e.category} {','.join(sorted(e.modes))}" for e in (mine, yours)))
    for name in AUXILIARY:
        found.label(f"auxiliary {name}", *("yes" if name in e.auxiliary else "no" for e in (mine, yours)))


def _recipients(passage: Passage, event: Coded) -> list[Span]:
    """Those who do something to each other are its recipients too."""
    ids = event.actors if event.mutual and not event.recipients else event.recipients
    return [passage.spans[m] for m in ids]


@dataclass(frozen=True)
class Figure:
    """A measure with its value, its interval, and how many things it was counted over."""

    name: str
    value: float
    low: float
    high: float
    over: int

    def __str__(self) -> str:
        return f"{self.name:58}{self.value:7.3f}  {self.low:6.3f} - {self.high:5.3f}  {self.over:6}"


def _labelled(name: str, found: Sequence[Found], draws: NDArray[np.int64]) -> list[Figure]:
    """Alpha, and the share of equal labels, of one measure."""
    rows = [f.labels.get(name, []) for f in found]
    number = {v: k for k, v in enumerate(dict.fromkeys(v for row in rows for pair in row for v in pair))}
    cells = {pair: k for k, pair in enumerate(dict.fromkeys(pair for row in rows for pair in row))}
    tally = np.zeros((len(rows), len(cells)))
    for k, row in enumerate(rows):
        for pair in row:
            tally[k, cells[pair]] += 1
    ends = np.array([(number[a], number[b]) for a, b in cells], dtype=int).reshape(-1, 2)

    def coincidence(counts: NDArray[np.float64]) -> float:
        matrix = np.zeros((len(number), len(number)))
        np.add.at(matrix, (ends[:, 0], ends[:, 1]), counts)
        return _alpha_of(matrix + matrix.T)

    def share(counts: NDArray[np.float64]) -> float:
        return float(counts[ends[:, 0] == ends[:, 1]].sum() / counts.sum()) if counts.sum() else float("nan")

    return [_figure(f"alpha: {name}", coincidence, tally, draws), _figure(f"share: {name}", share, tally, draws)]


def _f1(counts: NDArray[np.float64]) -> float:
    both, first, second = counts[:3]
    return float(2 * both / (first + second)) if first + second else float("nan")


def _figure(
    name: str, measure: Callable[[NDArray[np.float64]], float], tally: NDArray[np.float64], draws: NDArray[np.int64]
) -> Figure:
    """A measure of the column sums of ``tally`` (passages in rows), with its interval over the drawn rows."""
    values = [measure(tally[draw].sum(axis=0)) for draw in draws]
    known = [v for v in values if v == v] or [float("nan")]
    low, high = np.percentile(known, [2.5, 97.5])
    over = tally[:, -1].sum() if name.startswith("F1") else tally.sum()
    return Figure(name, measure(tally.sum(axis=0)), float(low), float(high), int(over))


def figures(pairs: Sequence[Both], *, times: int = TIMES, seed: int = SEED) -> list[Figure]:
    """All measures over passages that two coders coded; F1 is the same whichever coder is called right."""
    found = [compare(one, two) for one, two in pairs]
    draws = np.random.default_rng(seed).integers(0, len(found), (times, len(found)))
    told: list[Figure] = []
    for name in (ALL, EITHER, BOTH, MODE, *(f"auxiliary {a}" for a in AUXILIARY)):
        told += _labelled(name, found, draws)
    for measure in ("trigger spans of events", "actor spans", "recipient spans", "mentions"):
        for kind in ("overlap", "exact"):
            rows = [f.counts.get(f"{measure}, {kind}", []) for f in found]
            sums = [(sum(b for b, _, _ in r), sum(x for _, x, _ in r), sum(y for _, _, y in r)) for r in rows]
            either = [(b, x, y, x + y - b) for b, x, y in sums]
            told.append(_figure(f"F1: {measure}, {kind}", _f1, np.array(either, dtype=float), draws))
    return told


def stated_twice(first: Iterable[Passage], second: Path = PARTIES) -> list[Found]:
    """Countries and sectors of mentions, by passages that were given both times."""
    lines = (line.split("\t", 1) for line in second.read_text("utf-8").splitlines())
    again = dict(lines)
    told: list[Found] = []
    for passage in first:
        line = again.get(sha256(passage.text.encode()).hexdigest()[:16])
        if line is None or not passage.parties:
            continue
        found = Found()
        for mark, said in stated(line, passage.mentions).items():
            mine = passage.parties[mark]
            found.label(COUNTRY, "+".join(mine.codes) or "?", "+".join(said.codes) or "?")
            found.label(SECTOR, *((x.sectors or ("none",))[0] if not x.nobody else "nobody" for x in (mine, said)))
        told.append(found)
    return told


def party_figures(found: Sequence[Found], *, times: int = TIMES, seed: int = SEED) -> list[Figure]:
    """Alpha and share of equal countries and sectors."""
    draws = np.random.default_rng(seed).integers(0, len(found), (times, len(found)))
    return [figure for name in (COUNTRY, SECTOR) for figure in _labelled(name, found, draws)]


def coded(path: Path, problems: list[str]) -> list[Passage]:
    """Passages of a file, or of all files in a folder."""
    return read(sorted(path.rglob("*.txt")) if path.is_dir() else [path], problems)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path, metavar="FILE_A", nargs="?")
    parser.add_argument("second", type=Path, metavar="FILE_B", nargs="?", default=CORPUS / "agreement")
    given = parser.parse_args()
    problems: list[str] = []
    first = coded(given.first, problems) if given.first else read(files(), problems)
    second = coded(given.second, problems)
    pairs = align(first, second)
    for problem in problems:
        print(problem)
    print(f"{len(first)} and {len(second)} passages, {len(pairs)} with the same text; {len(problems)} faults")
    if not pairs:
        parser.error("no passage stands in both with the same text: leave the texts as they were given")
    print(f"{'':58}{'value':>7}  {'95 % interval':>14}  {'over':>6}")
    twice = stated_twice(first) if given.first is None else []
    for figure in [*figures(pairs), *(party_figures(twice) if twice else [])]:
        print(figure)


if __name__ == "__main__":
    main()
