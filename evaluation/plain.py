"""Plain sentences as agencies write them: what of their events is told.

    python -m evaluation.plain                  # counts by category
    python -m evaluation.plain --show           # and every event that is not told as its writer has it

``plain_sentences.jsonl``: 640 sentences, each of another construction, with 800 events; written for this project by
four writers who saw no output, and mended on since. An event counts as told by its trigger's words, or by category and
a party where it is told by other words. *Right*: category, parties (by shared words; for CONSULT, AGREE, COOPERATE and
fighting both sides together) and auxiliary modes are the writer's; else the first of these that differs is counted.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from evaluation.arguments import parser_of
from wader.knowledge import load
from wader.pipeline import Pipeline
from wader.records import Event, RawDocument

SENTENCES = Path(__file__).with_name("plain_sentences.jsonl")
DAY = "2015-06-15"
_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE", "ASSAULT"))
_SMALL = frozenset("the of a an in and".split())
HOW = ("right", "missed", "category", "parties", "auxiliary")
Row = dict[str, Any]


def _alike(one: str, other: str) -> bool:
    """Whether two names share a word that tells, or one stands in the other."""
    a, b = one.lower(), other.lower()
    return a in b or b in a or bool((set(a.split()) & set(b.split())) - _SMALL)


def _match(wanted: list[str], told: list[str]) -> bool:
    """Whether each wanted party is told, and nobody else."""
    return all(any(_alike(w, t) for t in told) for w in wanted) and all(any(_alike(w, t) for w in wanted) for t in told)


def _parties(event: Event, role: str) -> list[str]:
    return [a.entity_text for a in getattr(event, role) if a.entity_text]


def _has_parties(event: Event, row: Row) -> bool:
    actor, recipient = _parties(event, "actor"), _parties(event, "recipient")
    if _match(row["actor"], actor) and _match(row["recipient"], recipient):
        return True
    if row["actor"] and not actor:
        return False
    return row["category"] in _MUTUAL and _match([*row["actor"], *row["recipient"]], [*actor, *recipient])


def _about(row: Row, text: str, events: list[Event]) -> list[Event]:
    """The events that tell a row's: by its trigger, else of its category and with one of its parties."""
    start = text.index(row["trigger"])
    end = start + len(row["trigger"])
    by_words = [e for e in events if any(t.start < end and start < t.end for t in e.event_text)]
    if by_words:
        return by_words
    own = [e for e in events if row["category"] in e.event]
    return [
        e for e in own
        if any(_alike(w, t) for w in row["actor"] for t in _parties(e, "actor") + _parties(e, "recipient"))
    ]  # fmt: skip


def judged(row: Row, text: str, events: list[Event]) -> str:
    """How a listed event is told: one of ``HOW``."""
    found = _about(row, text, events)
    if not found:
        return "missed"
    same = [e for e in found if row["category"] in e.event]
    if not same:
        return "category"
    cast = [e for e in same if _has_parties(e, row)]
    if not cast:
        return "parties"
    return "right" if any(sorted(e.auxiliary) == sorted(row.get("auxiliary", [])) for e in cast) else "auxiliary"


def main() -> None:
    parser = parser_of(__doc__, "evaluation.plain")
    parser.add_argument("--show", action="store_true", help="print what is not told as its writer has it")
    show = parser.parse_args().show
    pipeline, counts = Pipeline(load()), Counter[tuple[str, str]]()
    for line in SENTENCES.read_text("utf-8").splitlines():
        sentence = json.loads(line)
        raw = RawDocument(id="x", kind="text", content=sentence["text"], source="x", date=DAY)
        events = pipeline.process(raw).events
        for row in sentence["events"]:
            how = judged(row, sentence["text"], events)
            counts[row["category"], how] += 1
            if show and how != "right":
                who = f"{row['actor']} > {row['recipient']}"
                print(f"{how:9} {row['category']} “{row['trigger']}” {who} | {sentence['text']}")
    print(f"{'':10}{''.join(f'{how:>10}' for how in HOW)}")
    for category in [*sorted({c for c, _ in counts}), "all"]:
        own = [sum(n for (c, h), n in counts.items() if h == how and category in (c, "all")) for how in HOW]
        print(f"{category:10}{''.join(f'{n:10}' for n in own)}")


if __name__ == "__main__":
    main()
