"""Passages of the corpus that say nearly the same: ``python -m training.duplicates [FILE...]``.

Two passages are near-duplicates where the Jaccard index of their sets of word 4-grams is THRESHOLD or more. It is
counted exactly, over an inverted index: at the size of this corpus that takes a second, so nothing is estimated.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.corpus import Passage, files, read

SIZE = 4
"""Words of a shingle: a name exchanged in the middle of a passage changes four of them."""
THRESHOLD = 0.4
"""With 4-grams, two passages of 30 words that differ in three scattered words stand at 0.38, in two at 0.54."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Shingle = tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two near-duplicates, the earlier one first, and how much of their 4-grams they share (0 to 1)."""

    first: Passage
    second: Passage
    share: float

    def __str__(self) -> str:
        return (
            f"{self.share:.2f} {self.first.id} and {self.second.id}: rewrite one of them\n"
            f"     {self.first.text}\n     {self.second.text}"
        )


def words(text: str) -> list[str]:
    """Words in lower case, without punctuation."""
    return _WORD.findall(text.lower())


def shingles(listed: Sequence[str]) -> frozenset[Shingle]:
    """All runs of SIZE words; a shorter text is one run."""
    if len(listed) <= SIZE:
        return frozenset([tuple(listed)])
    return frozenset(tuple(listed[k : k + SIZE]) for k in range(len(listed) - SIZE + 1))


def near_duplicates(passages: Sequence[Passage], threshold: float = THRESHOLD) -> list[Pair]:
    """All pairs at or over ``threshold``, the likest first. A passage and its minimal-pair twin right after it (the
    next one of the same file) are left out, unless they have the very same words."""
    told = [words(p.text) for p in passages]
    sets = [shingles(one) for one in told]
    posted: dict[Shingle, list[int]] = {}
    found: list[Pair] = []
    for here, mine in enumerate(sets):
        common = Counter(there for shingle in mine for there in posted.get(shingle, ()))
        for there, shared in common.items():
            share = shared / (len(mine) + len(sets[there]) - shared)
            if share >= threshold and not (_twins(passages, there, here) and told[there] != told[here]):
                found.append(Pair(passages[there], passages[here], share))
        for shingle in mine:
            posted.setdefault(shingle, []).append(here)
    return sorted(found, key=lambda pair: -pair.share)


def _twins(passages: Sequence[Passage], first: int, second: int) -> bool:
    """Whether two passages are neighbours in one file."""
    one, two = passages[first], passages[second]
    return second == first + 1 and (one.author, one.topic) == (two.author, two.topic)


def report(passages: Iterable[Passage], threshold: float = THRESHOLD) -> list[str]:
    """A line, with both texts below it, for each pair."""
    return [str(pair) for pair in near_duplicates(list(passages), threshold)]


def main() -> None:
    problems: list[str] = []
    found = report(read(files(Path(a) for a in sys.argv[1:]), problems))
    for pair in found:
        print(pair)
    print(f"{len(found)} near-duplicates (Jaccard of word {SIZE}-grams of {THRESHOLD} or more); {len(problems)} faults")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
