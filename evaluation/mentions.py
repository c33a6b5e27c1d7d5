"""Who acts and who is acted upon, on our own corpus: country and sector of the parties of Wader's events.

    python -m evaluation.mentions [train|dev|test] [--wrong N]

Every passage whose mentions have a country and a sector (``corpus/GUIDELINES.md``, "Countries and sectors") is read as
a page of its own. A party of an event counts with the shortest marked mention that shares its words; parties of other
words are left out. *country*, *sector*, *both*: share right. Sectors that readers let stand for each other
(``ALIKE``) count as right. ``--wrong N`` prints N wrong ones, spread over the passages.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from training.corpus import Passage, files, read
from training.parties import Stated
from wader.knowledge import load
from wader.pipeline import Coded, Pipeline
from wader.records import Actor, RawDocument
from wader.resolve.likely import NEAR

ALIKE = [*NEAR, {"CVL", "UNK"}]
"""Sectors between which two careful readers often differ."""


@dataclass(frozen=True)
class Read:
    """One party beside what the corpus says of its words."""

    passage: Passage
    mark: str
    actor: Actor
    rule: str
    country: bool
    sector: bool

    def told(self) -> str:
        wanted, actor = self.passage.parties[self.mark], self.actor
        meant = f"{'+'.join(wanted.codes) or '?'}.{'/'.join(wanted.sectors) or '-'}" if not wanted.nobody else "nobody"
        said = f"{actor.code or '?'}.{actor.sector or '-'}"
        return f"{self.passage.id} «{actor.entity_text}» {said}, not {meant} ({self.rule})\n    {self.passage.text}"


@dataclass
class Score:
    """All parties that were compared."""

    parties: list[Read] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        n = max(1, len(self.parties))
        return {
            "country": sum(r.country for r in self.parties) / n,
            "sector": sum(r.sector for r in self.parties) / n,
            "both": sum(r.country and r.sector for r in self.parties) / n,
            "parties": float(len(self.parties)),
        }


def same_country(actor: Actor, wanted: Stated) -> bool:
    return not wanted.nobody and (actor.code in wanted.codes if wanted.codes else actor.code is None)


def same_sector(actor: Actor, wanted: Stated) -> bool:
    if wanted.nobody:
        return False
    if not wanted.sectors:  # a body of many states, or no state's, has no sector of its own
        return actor.sector is None or set(wanted.codes) & {"UNO", "EUR", "IGO", "NGO"} != set()
    said = {actor.sector, *actor.other_sectors} - {None}
    near = any({s, w} in ALIKE for s in said for w in wanted.sectors)
    return bool(said & set(wanted.sectors)) or near or (not said and "UNK" in wanted.sectors)


def marked(passage: Passage, start: int, end: int) -> str | None:
    """The shortest marked mention that shares words with a span."""
    spans = ((m, s) for m, s in passage.spans.items() if m.isupper() and s.start < end and start < s.end)
    return min(((s.end - s.start, m) for m, s in spans), default=(0, None))[1]


def _parties(pipeline: Pipeline, passage: Passage) -> Iterator[Read]:
    raw = RawDocument(id=passage.id, kind="text", content=passage.text, source=passage.id)
    done = pipeline.process(raw)
    for event in done.events if isinstance(done, Coded) else []:
        for role in ("actor", "recipient"):
            for actor in getattr(event, role):
                if actor.start is None or actor.end is None:
                    continue
                mark = marked(passage, actor.start, actor.end)
                if mark is None:
                    continue
                wanted = passage.parties[mark]
                rule = next((e.rule for e in event.evidence.get(role, []) if e.start == actor.start), "")
                yield Read(passage, mark, actor, rule, same_country(actor, wanted), same_sector(actor, wanted))


def score(split: str = "test", step: int = 1) -> Score:
    """The parties of every ``step``-th passage of a split that has countries and sectors."""
    pipeline = Pipeline(load())
    passages = [p for p in read(files()) if p.split == split and p.parties][::step]
    return Score([r for p in passages for r in _parties(pipeline, p)])


def evaluate(split: str = "test", step: int = 1) -> dict[str, float]:
    """The figures of a split."""
    return score(split, step).figures()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", nargs="?", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--wrong", type=int, default=0, metavar="N", help="print N wrong parties")
    arguments = parser.parse_args()
    found = score(arguments.split)
    for name, value in found.figures().items():
        print(f"{name:8} {value:.3f}" if name != "parties" else f"{name:8} {value:.0f}")
    wrong = [r for r in found.parties if not (r.country and r.sector)]
    said = ((r.actor.sector, "/".join(r.passage.parties[r.mark].sectors)) for r in wrong if not r.sector)
    missed = Counter(f"{sector} for {meant}" for sector, meant in said)
    print("sectors:", ", ".join(f"{what} {n}" for what, n in missed.most_common(20)))
    for one in wrong[:: max(1, len(wrong) // max(1, arguments.wrong))][: arguments.wrong]:
        print(one.told())


if __name__ == "__main__":
    main()
