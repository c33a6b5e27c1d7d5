"""Time expressions beside MEANTIME's TIMEX3: relaxed and strict F1, and the share of values that are right.

    python -m evaluation.times [--errors]

MEANTIME annotates time expressions in the first six lines of each page only (headline, date, four sentences), so only
these are read. Relaxed: an expression is found if any of its characters is in a gold one (each matches once). Value
accuracy is the share of the found gold expressions with equal ``value``; ``attribute F1`` counts an expression as right
only if its value is. The page's date is the gold CREATION_TIME. Needs shared/gold; prints nothing but a notice without
it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.arguments import absent
from evaluation.common import SHARED
from wader.annotate.times import find_times
from wader.knowledge import PACKAGED
from wader.knowledge import times as knowledge
from wader.records import Article, PageDate, Sentence, Time

GOLD = "gold/documents/meantime_dev.jsonl.gz"
"""The annotated pages, below ``SHARED``."""
LINES = 6


def documents(shared: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(shared / GOLD, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def article_of(row: dict[str, Any]) -> tuple[Article, list[Sentence], list[dict[str, Any]]]:
    """The page with its date, its annotated sentences (one a line), and its gold TIMEX3."""
    gold = sorted((m for m in row["mentions"] if m["tag"] == "TIMEX3"), key=lambda m: m["start"])
    created = next((m["value"] for m in gold if m.get("functionInDocument") == "CREATION_TIME"), None)
    created = created or next((m["value"] for m in gold if len(m["value"] or "") == 10 and m["value"][0] in "12"), None)
    sentences, blocks, at = [], [], 0
    for line in row["text"].split("\n"):
        if line.strip() and len(sentences) < LINES:
            sentences.append(Sentence(len(sentences) + 1, at, at + len(line), "text", len(blocks)))
            blocks.append((at, at + len(line)))
        at += len(line) + 1
    date = PageDate(created, "day", None, None, "explicit", [], created, created) if created else None
    return Article(row["id"], None, row["text"], date, blocks=blocks), sentences, gold


def pair(gold: list[dict[str, Any]], found: list[Time]) -> list[tuple[dict[str, Any], Time]]:
    """Each gold expression with the found one that shares most characters with it."""
    pairs, free = [], list(found)
    for mention in gold:
        best = max(free, key=lambda t: min(t.end, mention["end"]) - max(t.start, mention["start"]), default=None)
        if best is not None and min(best.end, mention["end"]) > max(best.start, mention["start"]):
            pairs.append((mention, best))
            free.remove(best)
    return pairs


def evaluate(shared: Path, errors: bool = False) -> dict[str, float]:
    """Counts, shares and scores on ``GOLD`` (see the module's docstring); ``errors`` prints what differs."""
    times = knowledge.load([PACKAGED])
    wanted = got = right = exact = valued = sentences_read = 0
    spent = 0.0
    for row in documents(shared):
        article, sentences, gold = article_of(row)
        began = time.process_time()
        found = find_times(article, sentences, times)
        spent += time.process_time() - began
        sentences_read += len(sentences)
        pairs = pair(gold, found)
        wanted, got, right = wanted + len(gold), got + len(found), right + len(pairs)
        exact += sum((t.start, t.end) == (m["start"], m["end"]) for m, t in pairs)
        valued += sum(t.value == m["value"] for m, t in pairs)
        if errors:
            show(row, gold, found, pairs)
    precision, recall = right / got, right / wanted
    return {
        "gold": wanted,
        "found": got,
        "relaxed precision": precision,
        "relaxed recall": recall,
        "relaxed F1": 2 * right / (wanted + got),
        "strict F1": 2 * exact / (wanted + got),
        "value accuracy": valued / right,
        "attribute F1": 2 * valued / (wanted + got),
        "ms a sentence": 1000 * spent / sentences_read,
    }


def show(
    row: dict[str, Any], gold: list[dict[str, Any]], found: list[Time], pairs: list[tuple[dict[str, Any], Time]]
) -> None:
    matched_gold, matched_found = {id(m) for m, _ in pairs}, {id(t) for _, t in pairs}
    for mention, time_ in pairs:
        if mention["value"] != time_.value:
            print(
                f"VALUE  {mention['text']!r} gold {mention['value']} found {time_.value} ({time_.text!r}, {time_.rule})"
            )
    for mention in gold:
        if id(mention) not in matched_gold:
            print(f"MISSED {mention['text']!r} {mention['value']}")
    for time_ in found:
        if id(time_) not in matched_found:
            around = row["text"][max(0, time_.start - 40) : time_.end + 20].replace("\n", " / ")
            print(f"EXTRA  {time_.text!r} {time_.value} {time_.rule}: … {around}")


def main() -> None:
    parser = argparse.ArgumentParser(description="TIMEX3 detection and values on MEANTIME")
    parser.add_argument("--errors", action="store_true", help="list what differs")
    arguments = parser.parse_args()
    if absent(SHARED / GOLD):
        return
    for name, value in evaluate(SHARED, arguments.errors).items():
        print(f"{name:20} {value:.3f}" if isinstance(value, float) else f"{name:20} {value}")


if __name__ == "__main__":
    main()
