"""Where the time goes: CPU milliseconds a document and a sentence, by stage.

    python benchmarks/stages.py [PATH ...]

PATHs are whatever ``wader code`` reads; without one, the sample pages in ``examples/news``. All is done by one process
on one thread; what is loaded once (knowledge, model) is told apart. The ratio to plain spaCy, which has a floor, is
``python -m evaluation speed``.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from wader.acquire import acquire
from wader.annotate import Annotator
from wader.code import Coder
from wader.knowledge import load
from wader.read import read
from wader.records import Article, RawDocument
from wader.resolve import Resolver

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "news"


class Clock:
    """CPU seconds by name; each ``mark`` books the time since the one before."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._last = time.process_time()

    def mark(self, name: str) -> None:
        now = time.process_time()
        self.spent[name] += now - self._last
        self._last = now


def measure(paths: Sequence[str]) -> None:
    clock = Clock()
    knowledge = load()
    annotator, coder, resolver = Annotator(knowledge), Coder(knowledge), Resolver(knowledge)
    for raw in acquire([str(EXAMPLES)], None):  # much is loaded when first used
        article = read(raw, knowledge) if isinstance(raw, RawDocument) else raw
        if isinstance(article, Article):
            warm = annotator.annotate(article)
            resolver.resolve(warm, coder.code(warm))
    clock.mark("load")
    documents = sentences = parsed = events = 0
    for raw in acquire(paths, None):
        clock.mark("acquire")
        if not isinstance(raw, RawDocument):
            continue
        article = read(raw, knowledge)
        clock.mark("read")
        if not isinstance(article, Article):
            continue
        document = annotator.annotate(article)
        clock.mark("annotate")
        candidates = coder.code(document)
        clock.mark("code")
        events += len(resolver.resolve(document, candidates))
        clock.mark("resolve")
        documents += 1
        sentences += len(document.sentences)
        parsed += sum(s.tokens is not None for s in document.sentences)
    print(f"{documents} documents, {sentences} sentences ({parsed} parsed), {events} events")
    print(f"load once {clock.spent.pop('load'):.1f} s")
    total = sum(clock.spent.values())
    for name, seconds in [*clock.spent.items(), ("all", total)]:
        a_document, a_sentence = 1000 * seconds / max(1, documents), 1000 * seconds / max(1, sentences)
        print(f"{name:9} {a_document:8.2f} ms a document {a_sentence:7.3f} ms a sentence {seconds / total:6.1%}")


if __name__ == "__main__":
    measure(sys.argv[1:] or [str(EXAMPLES)])
