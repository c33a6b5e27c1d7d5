"""Dates of publication of web pages: share right to the day on the open 150 pages of htmldate's evaluation.

    python -m evaluation.publication_date [SHARED]

SHARED (default: ``../shared``, or ``$WADER_SHARED``) is the folder of the third-party data.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from evaluation.arguments import over_gold
from evaluation.common import SHARED
from wader.knowledge import load
from wader.read import read
from wader.records import Article, RawDocument

GOLD = "gold/publication_date/htmldate_dev.jsonl.gz"


def evaluate(shared: Path) -> dict[str, float]:
    """``right``: share of pages dated right to the day; ``stated``: share of those given any date that are right;
    ``pages``; on ``shared/gold/publication_date/htmldate_dev.jsonl.gz``."""
    knowledge = load()
    right = stated = pages = 0
    with gzip.open(shared / GOLD, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            article = read(RawDocument(row["url"], "html", row["html"], url=row["url"]), knowledge)
            date = article.date if isinstance(article, Article) else None
            pages += 1
            stated += date is not None
            right += date is not None and date.value == row["date"]
    return {"right": right / pages, "stated": right / max(1, stated), "pages": float(pages)}


def main() -> None:
    over_gold(__doc__, "evaluation.publication_date", SHARED, GOLD, evaluate)


if __name__ == "__main__":
    main()
