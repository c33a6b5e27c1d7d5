"""Share of events listed by hand that were found: category, and countries of actor and recipient.

    python -m evaluation.found LIST.jsonl EVENTS.jsonl [--show]

LIST rows: ``{id | page, category, alt_categories?, actor: [codes], recipient: [codes], core?}``. An event is found
where the same document has one of its category (or a listed alternative) with the same sets of countries; nulls are
left out of both. For CONSULT and COOPERATE, where actor and recipient are a matter of who hosted, the sets are joined.
Shares stand with Wilson's 95% interval; ``--show`` prints what was missed.
Lists that quote third-party text stay out of the repository; ``listed_events.jsonl`` does not: of 25 texts of
``news/volume.jsonl.gz``, in place of the words the offset at which the act is told.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from evaluation.interval import wilson

_JOINED = frozenset(("CONSULT", "COOPERATE"))
Row = dict[str, Any]


def _rows(path: str) -> list[Row]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]


def _codes(actors: list[Any]) -> frozenset[str]:
    return frozenset(c for c in ((a["code"] if isinstance(a, dict) else a) for a in actors) if c and c != "UNK")


def matches(gold: Row, event: Row) -> bool:
    """Whether a coded event is the listed one."""
    if event["event"][0] not in (gold["category"], *gold.get("alt_categories", [])):
        return False
    if event["event"][0] in _JOINED:
        return _codes(gold["actor"] + gold["recipient"]) == _codes(event["actor"] + event["recipient"])
    return _codes(gold["actor"]) == _codes(event["actor"]) and _codes(gold["recipient"]) == _codes(event["recipient"])


def score(gold: list[Row], events: list[Row]) -> tuple[list[Row], list[Row]]:
    """Listed events found and missed. One coded event answers for every listed one that it matches."""
    by_document: dict[str, list[Row]] = {}
    for event in events:
        by_document.setdefault(event["cite_info"]["document"], []).append(event)
    found: list[Row] = []
    missed: list[Row] = []
    for row in gold:
        pool = by_document.get(str(row.get("id", row.get("page"))), [])
        hit = next((e for e in pool if matches(row, e)), None)
        (found if hit is not None else missed).append(row)
    return found, missed


def _line(name: str, listed: int, found: int) -> str:
    share = found / max(1, listed)
    low, high = wilson(share, listed)
    return f"{name:6} {listed}, found {found}: {share:.3f} [{low:.3f}, {high:.3f}]"


def main() -> None:
    gold, events = _rows(sys.argv[1]), _rows(sys.argv[2])
    found, missed = score(gold, events)
    print(_line("listed", len(gold), len(found)))
    core = [g for g in gold if g.get("core", True)]
    print(_line("core", len(core), len([g for g in found if g.get("core", True)])))
    if "--show" in sys.argv:
        for row in missed:
            who = (row.get("id", row.get("page")), row["category"], row["actor"], row["recipient"])
            print("missed", *who, "|", row.get("trigger", row.get("start")), "|", row.get("sentence", ""))


if __name__ == "__main__":
    main()
