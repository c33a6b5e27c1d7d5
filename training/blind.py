"""Passages for a second coder who has not seen the codes: ``python -m training.blind N SEED OUT [FILE...]``.

Each passage is its header line without contexts and its text without marks. The answers come in the corpus' own format
(``corpus/GUIDELINES.md``), with the text unchanged, and go to ``python -m training.agreement``.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable
from pathlib import Path

from training.corpus import Passage, files, read


def sample(passages: Iterable[Passage], number: int, seed: int) -> list[Passage]:
    """``number`` passages by chance, each text once. A hash of seed and text decides and gives the order, so that a
    passage keeps its place in the draw when others are written, and neighbours do not stand together."""
    by_text = {p.text: p for p in passages}
    return sorted(by_text.values(), key=lambda p: hashlib.sha256(f"{seed}\t{p.text}".encode()).digest())[:number]


def plain(passage: Passage) -> str:
    """A passage without its codes."""
    return f"@{passage.register} {passage.region} {passage.decade}\n{passage.text}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="all of the corpus where none is named")
    given = parser.parse_args()
    problems: list[str] = []
    drawn = sample(read(files(given.files), problems), given.number, given.seed)
    given.out.write_text("\n".join(plain(p) for p in drawn), "utf-8")
    print(f"{len(drawn)} passages to {given.out}; {len(problems)} faulty ones left out")


if __name__ == "__main__":
    main()
