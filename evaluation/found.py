"""Share of events listed by hand that were found: category, and countries of actor and recipient.

    python -m evaluation.found                                  # the list of the repository, its 75 texts coded now
    python -m evaluation.found --min-confidence 0 --show        # unsure events too; what is missed
    python -m evaluation.found LIST.jsonl EVENTS.jsonl          # a list of your own, and what was coded of its texts

EVENTS is what ``wader code`` puts out of the texts that LIST was made of (other texts do no harm): for the list of the
repository ``wader code ../shared/news/volume.jsonl.gz > EVENTS.jsonl``. Without EVENTS the texts of LIST are looked for
in that file and coded now.

LIST rows: ``{id | page, category, alt_categories?, actor: [codes], recipient: [codes], core?}``. An event is found
where the same document has one of its category (or a listed alternative) with the same sets of countries; nulls are
left out of both. For CONSULT and COOPERATE, where actor and recipient are a matter of who hosted, the sets are joined.
Shares stand with Wilson's 95% interval; ``--show`` prints what was missed.
Lists that quote third-party text stay out of the repository; ``listed_events.jsonl`` does not: of 75 texts of
``news/volume.jsonl.gz``, in place of the words the offset at which the act is told.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import msgspec

from evaluation.arguments import absent, parser_of, rows_of
from evaluation.coding import events_of
from evaluation.common import SHARED, VOLUME
from evaluation.interval import wilson
from wader.knowledge import load

LISTED = Path(__file__).with_name("listed_events.jsonl")
_JOINED = frozenset(("CONSULT", "COOPERATE"))
Row = dict[str, Any]


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
        pool = by_document.get(_document(row), [])
        hit = next((e for e in pool if matches(row, e)), None)
        (found if hit is not None else missed).append(row)
    return found, missed


def _document(listed: Row) -> str:
    return str(listed.get("id", listed.get("page")))


def coded(shared: Path, documents: set[str], least: float | None = None) -> list[Row]:
    """The events of these texts of the volume file, as ``wader code`` tells them from confidence ``least`` on."""
    rows: list[Row] = msgspec.to_builtins(events_of(documents, load(), shared, least))
    return rows


def _line(name: str, listed: int, found: int) -> str:
    share = found / max(1, listed)
    low, high = wilson(share, listed)
    return f"{name:6} {listed}, found {found}: {share:.3f} [{low:.3f}, {high:.3f}]"


def _arguments() -> tuple[argparse.ArgumentParser, argparse.Namespace]:
    parser = parser_of(__doc__, "evaluation.found")
    parser.add_argument("list", nargs="?", type=Path, default=LISTED, metavar="LIST", help=f"default: {LISTED.name}")
    parser.add_argument("events", nargs="?", type=Path, metavar="EVENTS", help="default: the texts are coded now")
    parser.add_argument("--min-confidence", type=float, metavar="C", help="without EVENTS: from which an event is told")
    parser.add_argument("--show", action="store_true", help="print what was missed")
    arguments = parser.parse_args()
    if arguments.events is not None and arguments.min_confidence is not None:
        parser.error("--min-confidence is for texts that are coded now: give it to `wader code` when it writes EVENTS.")
    return parser, arguments


def main() -> None:
    parser, arguments = _arguments()
    gold = rows_of(parser, arguments.list, ("category", "actor", "recipient"))
    documents = {_document(row) for row in gold}
    if arguments.events is not None:
        events = rows_of(parser, arguments.events, ("event", "actor", "recipient", "cite_info"))
        if not any(e["cite_info"].get("document") in documents for e in events):
            parser.error(f"{arguments.events} has no event of a text that {arguments.list} lists: made of other texts?")
    elif absent(SHARED / VOLUME):
        return
    else:
        events = coded(SHARED, documents, arguments.min_confidence)
    found, missed = score(gold, events)
    print(_line("listed", len(gold), len(found)))
    core = [g for g in gold if g.get("core", True)]
    print(_line("core", len(core), len([g for g in found if g.get("core", True)])))
    for row in missed if arguments.show else ():
        who = (_document(row), row["category"], row["actor"], row["recipient"])
        print("missed", *who, "|", row.get("trigger", row.get("start")), "|", row.get("sentence", ""))


if __name__ == "__main__":
    main()
