"""Who acts on the three real pages: country, sector and, where it has one, the registry's name of every actor.

    python -m evaluation.page_actors

``page_actors.tsv`` is our own reading, beside Wader's first answers: first letters of the file, the words, code
(``-`` for what is no actor), sector, name (empty: not asked). Prints the share right of the actors that Wader
gives, the wrong ones, and those not listed.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from evaluation.arguments import absent, parser_of
from evaluation.common import SHARED
from wader.acquire import acquire
from wader.knowledge import load
from wader.pipeline import Coded, Pipeline
from wader.records import Actor, RawDocument

PAGES = "news/pages"
KEY = Path(__file__).with_name("page_actors.tsv")


def given(folder: Path) -> list[tuple[str, Actor]]:
    """First eight letters of the page's file, and actor, for all whom words name."""
    pipeline, found = Pipeline(load()), []
    for path in sorted(folder.glob("*.txt")):
        for raw in acquire([str(path)]):
            done = pipeline.process(raw) if isinstance(raw, RawDocument) else raw
            events = done.events if isinstance(done, Coded) else []
            found += [(path.name[:8], a) for e in events for a in (*e.actor, *e.recipient) if a.entity_text]
    return found


@dataclass(frozen=True)
class Score:
    """Actors that are right, wrong ones, and those that the reading does not list, each told in a line."""

    right: int
    wrong: list[str]
    unlisted: list[str]

    def figures(self) -> dict[str, float]:
        return {
            "right": self.right / max(1, self.right + len(self.wrong)),
            "actors": float(self.right + len(self.wrong)),
            "not listed": float(len(self.unlisted)),
        }


def score(shared: Path = SHARED) -> Score:
    """The actors of the pages beside our reading."""
    rows = list(csv.reader(KEY.read_text("utf-8").splitlines(), delimiter="\t"))
    key = {(page, words): set[tuple[str, ...]]() for page, words, *_ in rows}
    for page, words, *wanted in rows:
        key[page, words].add(tuple(wanted))
    right, wrong, unlisted = 0, [], []
    for page, actor in given(shared / PAGES):
        said = (actor.code or "", actor.sector or "", actor.identifier_text or "")
        told = f"{page} “{actor.entity_text}” {' '.join(said)}"
        listed = key.get((page, actor.entity_text or ""))
        if listed is None:
            unlisted.append(told)
        elif any(w[:2] == said[:2] and w[2] in ("", said[2]) for w in listed):
            right += 1
        else:
            wrong.append(told)
    return Score(right, wrong, unlisted)


def evaluate(shared: Path = SHARED) -> dict[str, float]:
    """Share right, how many actors were read, and how many the reading does not list."""
    return score(shared).figures()


def main() -> None:
    parser_of(__doc__, "evaluation.page_actors").parse_args()
    if absent(SHARED / PAGES):
        return
    found = score()
    print(f"right {found.right} of {found.right + len(found.wrong)}")
    for told in found.wrong:
        print("wrong:", told)
    for told in found.unlisted:
        print("not listed:", told)


if __name__ == "__main__":
    main()
