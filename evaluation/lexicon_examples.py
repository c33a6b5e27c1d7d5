"""Do the lexicon's own examples come out as their group says?

    python -m evaluation.lexicon_examples [CATEGORY ...] [--show]

An example marks its actor ``[A]…[/A]`` and recipient ``[R]…[/R]``. It counts as right where an event of the group's
category (or what precedence makes of it) is coded; the roles where the marked words overlap the coded mentions.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass

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
    plain, start, last = "", {}, 0
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


def _describe(c: Candidate, text: str) -> str:
    actors = ", ".join(text[m.start : m.end] for m in c.actor)
    recipients = ", ".join(text[m.start : m.end] for m in c.recipient)
    return f"{c.category}{c.mode or ''} [{actors}] → [{recipients}] {c.status} ({c.rules['event']})"


def run(only: set[str]) -> list[Outcome]:
    knowledge = load()
    annotator, coder = Annotator(knowledge), Coder(knowledge)
    outcomes = []
    for group in knowledge.lexicon.groups:
        if only and group.category not in only:
            continue
        for examples, wanted in ((group.examples, True), (group.near_misses, False)):
            for example in examples:
                text, spans = unmark(example)
                document = annotator.syntax(Article("x", None, text, blocks=[(0, len(text))]), everything=True)
                found = coder.code(document)
                own = [c for c in found if any(t.entry.startswith(group.id + " ") for t in c.triggers)]
                if group.category == "NONE" or not wanted:
                    right, roles = not own and (not wanted or not found), None
                else:
                    same = own or [c for c in found if c.category == group.category]
                    right = bool(same)
                    roles = any(_overlap(c.actor + c.recipient if c.category == "CONSULT" else c.actor, spans["A"]) and _overlap(c.recipient + c.actor if c.category == "CONSULT" else c.recipient, spans["R"]) for c in same)
                outcomes.append(Outcome(group, example, right, roles, [_describe(c, text) for c in found]))
    return outcomes


def main() -> None:
    outcomes = run({a for a in sys.argv[1:] if not a.startswith("-")})
    right, roles, total = Counter[str](), Counter[str](), Counter[str]()
    for o in outcomes:
        name = o.group.category
        total[name] += 1
        right[name] += o.right
        roles[name] += o.roles is not False and o.right
        if "--show" in sys.argv and (not o.right or o.roles is False):
            print(f"{'CODE ' if not o.right else 'ROLES'} {o.group.id} {o.group.category}{list(o.group.modes)}: {o.sentence}\n      {o.coded}")
    for name in sorted(total):
        print(f"{name:10} examples {total[name]:4}  coded right {right[name] / total[name]:.3f}  roles too {roles[name] / total[name]:.3f}")
    n = sum(total.values())
    print(f"{'all':10} examples {n:4}  coded right {sum(right.values()) / n:.3f}  roles too {sum(roles.values()) / n:.3f}")


if __name__ == "__main__":
    main()
