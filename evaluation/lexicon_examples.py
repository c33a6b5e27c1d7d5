"""Do the lexicon's own examples come out as their group says?

    python -m evaluation.lexicon_examples [CATEGORY ...] [--show]

An example marks its actor ``[A]…[/A]`` and recipient ``[R]…[/R]``. It counts as right where an event of the group's
category (or what precedence makes of it) is coded; the roles where the marked words overlap the coded mentions.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from dataclasses import dataclass

from evaluation.common import LEXICON_ONLY
from wader.annotate import Annotator
from wader.code import Coder
from wader.knowledge import load
from wader.knowledge.lexicon import Group
from wader.records import Article, Candidate, Mention

_TAG = re.compile(r"\[(/?)([AR])\]")


@dataclass
class Outcome:
    group: Group
    sentence: str
    right: bool
    roles: bool | None
    coded: list[str]


def unmark(example: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The plain sentence and the marked spans by role."""
    spans: dict[str, list[tuple[int, int]]] = {"A": [], "R": []}
    plain, last = "", 0
    start: dict[str, int] = {}
    for tag in _TAG.finditer(example):
        plain += example[last : tag.start()]
        last = tag.end()
        if tag.group(1):
            spans[tag.group(2)].append((start.get(tag.group(2), 0), len(plain)))
        else:
            start[tag.group(2)] = len(plain)
    return plain + example[last:], spans


def _overlap(mentions: list[Mention], spans: list[tuple[int, int]]) -> bool:
    return all(any(m.start < end and m.end > start for m in mentions) for start, end in spans)


def _roles(candidate: Candidate, spans: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether the marked actor and recipient are the coded ones; who consults whom is a matter of who hosted."""
    actor, recipient = candidate.actor, candidate.recipient
    if candidate.category == "CONSULT":
        actor = recipient = actor + recipient
    return _overlap(actor, spans["A"]) and _overlap(recipient, spans["R"])


def _describe(c: Candidate, text: str) -> str:
    actors = ", ".join(text[m.start : m.end] for m in c.actor)
    recipients = ", ".join(text[m.start : m.end] for m in c.recipient)
    return f"{c.category}{c.mode or ''} [{actors}] → [{recipients}] {c.status} ({c.rules['event']})"


def _outcome(group: Group, example: str, wanted: bool, annotator: Annotator, coder: Coder) -> Outcome:
    text, spans = unmark(example)
    document = annotator.syntax(Article("x", None, text, blocks=[(0, len(text))]), everything=True)
    found = coder.code(document)
    own = [c for c in found if any(t.entry.startswith(group.id + " ") for t in c.triggers)]
    coded = [_describe(c, text) for c in found]
    if group.category == "NONE" or not wanted:
        return Outcome(group, example, not own and (not wanted or not found), None, coded)
    same = own or [c for c in found if c.category == group.category]
    return Outcome(group, example, bool(same), any(_roles(c, spans) for c in same), coded)


def run(only: Collection[str] = ()) -> list[Outcome]:
    """Each example and near miss of the lexicon, of the categories ``only`` where some are given."""
    knowledge = load(LEXICON_ONLY)
    annotator, coder = Annotator(knowledge), Coder(knowledge)
    return [
        _outcome(group, example, wanted, annotator, coder)
        for group in knowledge.lexicon.groups
        if not only or group.category in only
        for examples, wanted in ((group.examples, True), (group.near_misses, False))
        for example in examples
    ]


def shares(outcomes: list[Outcome]) -> dict[str, float]:
    """``coded right`` and ``roles too`` (both of all examples), and how many ``examples`` there are."""
    total = len(outcomes)
    right = sum(o.right for o in outcomes)
    roles = sum(o.roles is not False and o.right for o in outcomes)
    return {"coded right": right / max(1, total), "roles too": roles / max(1, total), "examples": float(total)}


def evaluate() -> dict[str, float]:
    """The shares of the whole lexicon. Needs nothing but the repository."""
    return shares(run())


def main() -> None:
    outcomes = run({a for a in sys.argv[1:] if not a.startswith("-")})
    for o in outcomes if "--show" in sys.argv else ():
        if not o.right or o.roles is False:
            what = "CODE " if not o.right else "ROLES"
            print(f"{what} {o.group.id} {o.group.category}{list(o.group.modes)}: {o.sentence}\n      {o.coded}")
    names = sorted({o.group.category for o in outcomes})
    for name, own in [(n, [o for o in outcomes if o.group.category == n]) for n in names] + [("all", outcomes)]:
        share = shares(own)
        print(
            f"{name:10} examples {len(own):4}  coded right {share['coded right']:.3f}  "
            f"roles too {share['roles too']:.3f}"
        )


if __name__ == "__main__":
    main()
