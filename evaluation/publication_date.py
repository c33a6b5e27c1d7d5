"""Dates of publication of web pages: share right to the day on the open 150 pages of htmldate's evaluation.

Run: ``PYTHONPATH=src python -m evaluation.publication_date ../shared``
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

from wader.knowledge import load
from wader.read import read
from wader.records import Article, RawDocument


def evaluate(shared: Path) -> dict[str, float]:
    """``right``: share of pages dated right to the day; ``stated``: share of those given any date that are right;
    ``pages``; on ``shared/gold/publication_date/htmldate_dev.jsonl.gz``."""
    knowledge = load()
    right = stated = pages = 0
    with gzip.open(shared / "gold/publication_date/htmldate_dev.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            article = read(RawDocument(row["url"], "html", row["html"], url=row["url"]), knowledge)
            date = article.date if isinstance(article, Article) else None
            pages += 1
            stated += date is not None
            right += date is not None and date.value == row["date"]
    return {"right": right / pages, "stated": right / max(1, stated), "pages": float(pages)}


if __name__ == "__main__":
    for name, value in evaluate(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")).items():
        print(f"{name}\t{value:.4f}")
