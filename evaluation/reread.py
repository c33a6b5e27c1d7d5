"""Events of real news that readers judged, coded again: how many are right now.

    python -m evaluation.reread [--wrong N] [--plot FILE.svg]

``read_events.jsonl`` holds what readers said of events that an earlier coder told of ``news/volume.jsonl.gz``: where
the trigger stands, and by question every answer that they take for right; no words. An event is the same where its
document, the string it stands in and a word of its trigger are. Printed are the shares right of those that are still
told, how many of the right and of the wrong ones are told no more, and whether ``confidence`` is what it says.

It guards what was mended and shows what is left; it measures nothing: the rules were mended, and the weights of
``confidence`` fitted, on these very events. For a measurement draw new ones (``sample``, ``judged``).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.arguments import absent
from evaluation.coding import events_of
from evaluation.common import ALL_EVENTS, SHARED, VOLUME
from evaluation.reliability import calibration_error, groups, plot
from wader.knowledge import Knowledge, load
from wader.pipeline import is_told
from wader.records import Actor, Event

READ = Path(__file__).with_name("read_events.jsonl")
QUESTIONS = ("category", "actor", "recipient")
Answer = list[str]
"""The parties of a role, each as ``CODE.SECTOR``; sectors of which any is right with bars between them, ``---`` for no
country, ``-`` for no sector."""


@dataclass(frozen=True)
class Judged:
    """What readers take for right of the event with a trigger at ``start`` to ``end``: categories (none: no event is
    told there), and by role answers of which any is right."""

    document: str
    where: str
    start: int
    end: int
    category: list[str]
    actor: list[Answer]
    recipient: list[Answer]

    def says(self, event: Event) -> tuple[bool, bool, bool]:
        """Whether category, actor and recipient of ``event`` are right."""
        roles = ((self.actor, event.actor), (self.recipient, event.recipient))
        actor, recipient = (any(same(parties, answer) for answer in answers) for answers, parties in roles)
        return event.event[0] in self.category, actor, recipient


def same(parties: Sequence[Actor], answer: Answer) -> bool:
    """Whether every party is one of the answer's, and every one of the answer's is told."""
    told = {(p.code or "---", p.sector or "-") for p in parties if p.sector != "UNK"}
    wanted = []
    for party in answer:
        code, _, sectors = party.partition(".")
        wanted.append((code, frozenset(sectors.split("|"))))
    return all(any(c == code and s in sectors for code, sectors in wanted) for c, s in told) and all(
        any(c == code and s in sectors for c, s in told) for code, sectors in wanted
    )


def judged() -> list[Judged]:
    return [Judged(**json.loads(line)) for line in READ.read_text("utf-8").splitlines()]


def paired(rows: Iterable[Judged], events: Iterable[Event]) -> Iterator[tuple[Judged, Event | None]]:
    """Every judged event beside the one that is told there now, the one that is right in most where several are."""
    told: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        told.setdefault((event.cite_info.document, event.where), []).append(event)
    for row in rows:
        here = [e for e in told.get((row.document, row.where), ()) if _meets(row, e)]
        yield row, max(here, key=lambda e: sum(row.says(e)), default=None)


def _meets(row: Judged, event: Event) -> bool:
    return any(t.start < row.end and row.start < t.end for t in event.event_text)


def code_again(rows: Sequence[Judged], knowledge: Knowledge, shared: Path = SHARED) -> list[Event]:
    """All events of the documents of ``rows``."""
    return events_of({row.document for row in rows}, knowledge, shared)


def _shares(found: Sequence[tuple[Judged, Event]]) -> str:
    said = [row.says(event) for row, event in found]
    shares = [sum(s[k] for s in said) / max(1, len(said)) for k in range(3)]
    named = ", ".join(f"{q} {s:.3f}" for q, s in zip(QUESTIONS, shares, strict=True))
    return f"{named}, all three {sum(map(all, said)) / max(1, len(said)):.3f}"


def _wrong(found: Sequence[tuple[Judged, Event]], most: int) -> Iterator[dict[str, Any]]:
    wrong = [(row, event) for row, event in found if not all(row.says(event))]
    for row, event in wrong[:: max(1, len(wrong) // most)][:most]:
        sides = event.actor, event.recipient
        who = [[f"{p.code or '---'}.{p.sector or '-'} {p.entity_text}" for p in side] for side in sides]
        wanted = {"category": row.category, "actor": row.actor, "recipient": row.recipient}
        yield {"text": event.text, "told": [event.event[0], *who], "right": row.says(event), "wanted": wanted}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="show N wrong ones, spread over the texts")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    arguments = parser.parse_args()
    if absent(SHARED / VOLUME):
        return
    rows, least = judged(), load().coder.told
    both = list(paired(rows, code_again(rows, load(ALL_EVENTS))))
    found = [(row, event) for row, event in both if event is not None]
    sure = [(event.confidence, all(row.says(event))) for row, event in found if event.confidence is not None]
    told = [(row, event) for row, event in found if is_told(event, least)]
    print(f"{len(rows)} events that were read; found again {len(found)}: {_shares(found)}")
    print(f"sure enough to be told (confidence from {least}): {len(told)}: {_shares(told)}")
    print(f"calibration error of confidence {calibration_error(sure):.3f}; groups from unsure to sure:")
    for said, right, size in groups(sure):
        print(f"  said {said:.2f}, right {right:.2f} of {size}")
    for line in _wrong(told, arguments.wrong) if arguments.wrong else ():
        print(json.dumps(line, ensure_ascii=False))
    if arguments.plot:
        plot(sure, "events of real news", arguments.plot)


if __name__ == "__main__":
    main()
