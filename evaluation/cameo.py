"""Sentences without a given pair: quad class and roles of the most confident event (open CAMEO rows of ConfliBERT).

    python -m evaluation.cameo

*quad*: macro-F1 over the four quad classes of CAMEO and neutral. CAMEO is an older scheme: these rows count appeals as
neutral, reduced relations as verbal conflict, yielding as material cooperation; the mapping below was read off the
scheme and checked on these (open) rows. *source*, *target*: F1 over the tokens inside actor and recipient spans of the
event, however long the annotators' spans are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.arguments import absent, parser_of
from evaluation.common import SHARED
from evaluation.event_type import QUAD, path_of, rows_of
from evaluation.interval import Interval, bootstrap, macro_f1
from wader.knowledge import load
from wader.pipeline import Coded, Pipeline
from wader.records import Event, RawDocument

QUADS, ROLES = "cameo_quad_dev", "cameo_roles_dev"
Chars = tuple[int, int]
CLASSES = {**QUAD, "CONCEDE": 2, "RETREAT": 2, "REQUEST": 0, "SANCTION": 3}


def best(pipeline: Pipeline, row: str, text: str) -> Event | None:
    """The most confident event of a sentence, the first of equals."""
    coded = pipeline.process(RawDocument(row, "text", text))
    events = coded.events if isinstance(coded, Coded) else []
    return max(events, key=lambda e: e.confidence or 0.0, default=None)


def quads(shared: Path, pipeline: Pipeline) -> tuple[list[int], list[int]]:
    """Gold and said quad class of each row; 0 is neutral."""
    rows = rows_of(shared, QUADS)
    found = [best(pipeline, r["id"], r["text"]) for r in rows]
    return [r["quad"] for r in rows], [0 if e is None else CLASSES[e.event[0]] for e in found]


def joined(tokens: Sequence[str]) -> tuple[str, list[Chars]]:
    """The text of tokens, and their spans."""
    text, spans = "", []
    for token in tokens:
        text += " " * (bool(text) and token not in (".", ",", ";", ":", "'s", "’s", ")", "?", "!"))
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def roles(shared: Path, pipeline: Pipeline) -> dict[str, float]:
    counts = {"source F1": [0, 0, 0], "target F1": [0, 0, 0]}
    for row in rows_of(shared, ROLES):
        text, spans = joined(row["tokens"])
        event = best(pipeline, row["id"], text)
        for name, letter in (("source F1", "S"), ("target F1", "T")):
            gold = {k for k, tag in enumerate(row["tags"]) if tag.endswith(f"-{letter}")}
            said: set[int] = set()
            for actor in () if event is None else event.actor if letter == "S" else event.recipient:
                said |= _inside(spans, actor.start, actor.end)
            for k, number in enumerate((len(gold & said), len(said), len(gold))):
                counts[name][k] += number
    return {name: 2 * hit / max(1, said + gold) for name, (hit, said, gold) in counts.items()}


def _inside(spans: Iterable[Chars], start: int | None, end: int | None) -> set[int]:
    if start is None or end is None:
        return set()
    return {k for k, (a, b) in enumerate(spans) if a < end and start < b}


def evaluate(shared: Path) -> dict[str, tuple[float, Interval | None]]:
    """Figures with their intervals, where one is cheap."""
    pipeline = Pipeline(load())
    both = quads(shared, pipeline)
    found: dict[str, tuple[float, Interval | None]] = {"quad": (macro_f1(*both), bootstrap(*both))}
    return found | {name: (value, None) for name, value in roles(shared, pipeline).items()}


def main() -> None:
    parser_of(__doc__, "evaluation.cameo").parse_args()
    if absent(*(path_of(SHARED, name) for name in (QUADS, ROLES))):
        return
    for figure, (value, interval) in evaluate(SHARED).items():
        print(f"{figure:10} {value:.3f}" + (f" [{interval[0]:.3f}, {interval[1]:.3f}]" if interval else ""))


if __name__ == "__main__":
    main()
