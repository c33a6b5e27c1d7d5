"""How the corpus is divided, and whether it has enough of everything: ``python -m training.counts [FILE...]``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpus import Passage, codebook, files, read


@dataclass(frozen=True)
class Minimum:
    """The least that the whole corpus may hold (the project's plan for it)."""

    passages: int = 8000
    category: int = 250
    """Events of each category."""
    mode: int = 40
    """Events of each mode."""
    negative: float = 0.25
    """Share of passages without events, or else the share of triggers that are NONE."""


MINIMUM = Minimum()


def by_category(passages: Sequence[Passage]) -> Counter[str]:
    """Triggers of each category, NONE among them."""
    return Counter(e.category for p in passages for e in p.events)


def by_mode(passages: Sequence[Passage]) -> Counter[str]:
    """Events of each "CATEGORY mode"."""
    return Counter(f"{e.category} {m}" for p in passages for e in p.events for m in e.modes)


def without_events(passages: Sequence[Passage]) -> float:
    """Share of passages in which nothing is an event."""
    return sum(all(e.category == "NONE" for e in p.events) for p in passages) / max(1, len(passages))


def none_triggers(passages: Sequence[Passage]) -> float:
    """Share of marked triggers that are no event."""
    found = by_category(passages)
    return found["NONE"] / max(1, found.total())


def shortfalls(passages: Sequence[Passage], least: Minimum = MINIMUM) -> list[str]:
    """What is under its minimum, each with what to write; none where all is there."""
    found: list[str] = []
    if len(passages) < least.passages:
        found.append(f"{len(passages)} passages, at least {least.passages}: write more")
    categories, modes = by_category(passages), by_mode(passages)
    for category, known in codebook()[0].items():
        if categories[category] < least.category:
            found.append(f"{category}: {categories[category]} events, at least {least.category}: write more of it")
        for mode in sorted(known):
            if (number := modes[f"{category} {mode}"]) < least.mode:
                found.append(f"{category} {mode}: {number} events, at least {least.mode}: write more of it")
    negative = max(without_events(passages), none_triggers(passages))
    if negative < least.negative:
        found.append(f"{negative:.0%} negatives, at least {least.negative:.0%}: write passages without events")
    return found


def summary(passages: Sequence[Passage]) -> str:
    """The rarest category and mode, and the shares of negatives, in a line."""
    categories, modes = by_category(passages), by_mode(passages)
    rare = min(codebook()[0], key=lambda c: categories[c])
    mode = min((f"{c} {m}" for c, known in codebook()[0].items() for m in sorted(known)), key=lambda m: modes[m])
    return (
        f"{len(passages)} passages; rarest category {rare} {categories[rare]}, rarest mode {mode} {modes[mode]}; "
        f"{without_events(passages):.1%} of passages without events, {none_triggers(passages):.1%} of triggers NONE"
    )


def shape(passages: Sequence[Passage]) -> list[str]:
    """Passages, topics and authors of each split; decades; how many words stand for regions."""
    lines = []
    for split in ("train", "dev", "test"):
        inside = [p for p in passages if p.split == split]
        topics, authors = {(p.author, p.topic) for p in inside}, {p.author for p in inside}
        share = len(inside) / max(1, len(passages))
        lines.append(f"{split:6}{len(inside):6} passages ({share:.1%}), {len(topics)} topics of {len(authors)} authors")
    decades = Counter(p.decade for p in passages)
    lines.append(" ".join(f"{d} {n}" for d, n in sorted(decades.items())))
    lines.append(f"{len({p.region for p in passages})} words for regions, which the writers chose")
    return lines


def main() -> None:
    problems: list[str] = []
    passages = read(files(Path(a) for a in sys.argv[1:]), problems)
    short = shortfalls(passages)
    for line in [*shape(passages), *short]:
        print(line)
    print(f"{summary(passages)}; {len(short)} under their minimum; {len(problems)} faults")
    sys.exit(bool(short))


if __name__ == "__main__":
    main()
