"""Body text of web pages: 4-gram shingle F1 on the open half of Zyte's article extraction benchmark.

The measure is the benchmark's own (scrapinghub/article-extraction-benchmark, ``evaluate.py``): tokens are ``\\w+``,
each page's true positives, false positives and false negatives come from its 4-grams as multisets, precision and recall
are averaged over pages, and F1 is of the averages.

    python -m evaluation.article_text [SHARED]

SHARED (default: ``../shared``, or ``$WADER_SHARED``) is the folder of the third-party data.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

from evaluation.arguments import over_gold
from evaluation.common import SHARED
from wader.knowledge import load
from wader.read import read
from wader.records import Article, RawDocument

GOLD = "gold/article_text/zyte_dev.jsonl.gz"
_TOKEN = re.compile(r"\w+")
_N = 4


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of ``text`` with their counts; all of it where it has fewer than 4 tokens."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + _N]) for i in range(max(1, len(tokens) - _N + 1)))


def precision_recall(gold: str, found: str) -> tuple[float, float]:
    """Of one page."""
    truth, guess = shingles(gold), shingles(found)
    shared = sum((truth & guess).values())
    return shared / max(1, sum(guess.values())), shared / max(1, sum(truth.values()))


def evaluate(shared: Path) -> dict[str, float]:
    """``precision``, ``recall``, ``f1``, ``pages`` on ``shared/gold/article_text/zyte_dev.jsonl.gz``."""
    knowledge = load()
    scores = []
    with gzip.open(shared / GOLD, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            article = read(RawDocument(row["id"], "html", row["html"], url=row["url"]), knowledge)
            scores.append(precision_recall(row["gold_body"], article.text if isinstance(article, Article) else ""))
    precision = sum(p for p, _ in scores) / len(scores)
    recall = sum(r for _, r in scores) / len(scores)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "pages": float(len(scores))}


def main() -> None:
    over_gold(__doc__, "evaluation.article_text", SHARED, GOLD, evaluate)


if __name__ == "__main__":
    main()
