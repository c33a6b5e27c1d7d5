"""Attributions beside PolNeAR: who (source), by which words (cue), says what (content).

    python -m evaluation.attribution [--errors N] [--split dev|train] [--report-only]

A found attribution is paired with the gold one whose cue it overlaps most, else whose content it overlaps most; each
pairs once. A role counts as right where the paired spans share a character (overlap), and by characters shared
(``soft``: 2·shared / (gold + found), summed over all attributions, unpaired ones included). PolNeAR also annotates
what people want, support, plan or seem to do; ``--report-only`` leaves out the attributions whose cue, found or gold,
has no word of the reporting classes, and so measures reported speech alone. Needs shared/gold; prints nothing but a
notice without it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.arguments import absent
from evaluation.common import SHARED
from wader.annotate.attribution import find_attributions
from wader.annotate.parse import Parser
from wader.annotate.sentences import find_sentences
from wader.knowledge import PACKAGED
from wader.knowledge import reporting as knowledge
from wader.knowledge.reporting import Reporting
from wader.records import Article

GOLD = "gold/attribution/polnear_{split}.jsonl.gz"
"""The annotated articles of a split, below ``SHARED``."""
Spans = list[tuple[int, int]]
Triple = dict[str, Spans]
ROLES = ("source", "cue", "content")


def documents(shared: Path, split: str) -> Iterator[dict[str, Any]]:
    with gzip.open(shared / GOLD.format(split=split), "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def article_of(row: dict[str, Any]) -> Article:
    blocks = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", row["text"])]
    return Article(row["id"], None, row["text"], blocks=blocks)


def gold_of(row: dict[str, Any]) -> list[Triple]:
    found = []
    for attribution in row["attributions"]:
        triple = {role: [tuple(s) for part in attribution.get(role, []) for s in part["spans"]] for role in ROLES}
        if triple["cue"] or triple["content"]:
            found.append(triple)
    return found  # type: ignore[return-value]


def overlap(a: Spans, b: Spans) -> int:
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def pair(gold: list[Triple], found: list[Triple]) -> list[tuple[Triple, Triple]]:
    """Greedy, best first: by cue, then by content."""
    pairs: list[tuple[Triple, Triple]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for role in ("cue", "content"):
        scored = [
            (overlap(g[role], f[role]), overlap(g["content"], f["content"]), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if i not in used_gold and j not in used_found and overlap(g[role], f[role])
        ]
        for _, _, i, j in sorted(scored, reverse=True):
            if -i not in used_gold and -j not in used_found:
                used_gold.add(-i)
                used_found.add(-j)
                pairs.append((gold[-i], found[-j]))
    return pairs


class Tally:
    """Counts of one role."""

    def __init__(self) -> None:
        self.gold = self.found = self.right = self.chars_gold = self.chars_found = self.chars_shared = 0

    def figures(self) -> dict[str, float]:
        return {
            "precision": self.right / max(self.found, 1),
            "recall": self.right / max(self.gold, 1),
            "F1": 2 * self.right / max(self.found + self.gold, 1),
            "soft F1": 2 * self.chars_shared / max(self.chars_gold + self.chars_found, 1),
        }


def reports(text: str, triple: Triple, reporting: Reporting) -> bool:
    """Whether the cue has a word of saying (its lemma guessed from its form)."""
    words = re.findall(r"[a-z]+", " ".join(text[s:e] for s, e in triple["cue"]).lower())
    return any(w in reporting.forms or w in ("say", "saying", "according", "telling", "adding") for w in words)


def evaluate(shared: Path, split: str = "dev", errors: int = 0, report_only: bool = False) -> dict[str, float]:
    """``source F1``, ``source soft F1`` … of each role on a split, and counts; ``errors``: how many of the commonest
    missed cues and extra rules to print."""
    reporting = knowledge.load([PACKAGED])
    parser = Parser()
    tallies = {role: Tally() for role in ROLES}
    spent, read = 0.0, 0
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for row in documents(shared, split):
        article = article_of(row)
        sentences = find_sentences(article)
        parser.parse(article, sentences)
        began = time.process_time()
        attributions = find_attributions(article, sentences, reporting)
        spent += time.process_time() - began
        read += len(sentences)
        found: list[Triple] = [
            {"source": [a.source] if a.source else [], "cue": [a.cue] if a.cue else [], "content": list(a.content)}
            for a in attributions
        ]
        rules = {id(f): a.rule for f, a in zip(found, attributions, strict=True)}
        gold = gold_of(row)
        if report_only:
            gold = [g for g in gold if reports(row["text"], g, reporting)]
            found = [f for f in found if reports(row["text"], f, reporting)]
        pairs = pair(gold, found)
        count(tallies, gold, found, pairs)
        paired = {id(x) for p in pairs for x in p}
        missed.update(" ".join(row["text"][s:e] for s, e in g["cue"]).lower() for g in gold if id(g) not in paired)
        extra.update(rules[id(f)] for f in found if id(f) not in paired)
    if errors:
        print("missed cues:", missed.most_common(errors))
        print("extra rules:", extra.most_common(errors))
    figures = {f"{role} {name}": value for role, tally in tallies.items() for name, value in tally.figures().items()}
    counts = {"gold": tallies["cue"].gold, "found": tallies["cue"].found, "sentences": read}
    return {**figures, **counts, "ms a sentence": 1000 * spent / max(read, 1)}


def count(
    tallies: dict[str, Tally], gold: list[Triple], found: list[Triple], pairs: list[tuple[Triple, Triple]]
) -> None:
    for role, tally in tallies.items():
        tally.gold += sum(bool(g[role]) for g in gold)
        tally.found += sum(bool(f[role]) for f in found)
        tally.chars_gold += sum(size(g[role]) for g in gold)
        tally.chars_found += sum(size(f[role]) for f in found)
        for g, f in pairs:
            together = overlap(g[role], f[role])
            tally.right += bool(together)
            tally.chars_shared += together


def main() -> None:
    parser = argparse.ArgumentParser(description="attributions on PolNeAR")
    parser.add_argument("--errors", type=int, default=0, help="list the commonest missed cues and extra rules")
    parser.add_argument("--split", default="dev", choices=["dev", "train"])
    parser.add_argument("--report-only", action="store_true", help="reported speech alone")
    arguments = parser.parse_args()
    gold = SHARED / GOLD.format(split=arguments.split)
    if absent(gold):
        return
    for name, value in evaluate(SHARED, arguments.split, arguments.errors, arguments.report_only).items():
        print(f"{name:20} {value:.3f}" if isinstance(value, float) else f"{name:20} {value}")


if __name__ == "__main__":
    main()
