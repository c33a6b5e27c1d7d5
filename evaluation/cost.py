"""What each stage costs: shares of the pipeline's CPU, and memory.

    python -m evaluation.cost [EVERY]

Codes every EVERYth text of the volume file (default 20) in this process, through the stages as ``Pipeline`` holds
them. Prints CPU seconds and share by stage, and the peak of resident memory (MB).
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

from evaluation.common import SHARED, volume
from wader.annotate import Annotator
from wader.code import Coder
from wader.knowledge import load
from wader.read import read
from wader.records import RawDocument, Skip
from wader.resolve import Resolver


def costs(shared: Path, step: int) -> Counter[str]:
    """CPU seconds by stage over every ``step``-th text; the first text warms up and is not counted."""
    knowledge = load()
    annotator, coder = Annotator(knowledge), Coder(knowledge)
    resolver = Resolver(knowledge, annotator.parser.identity)
    spent: Counter[str] = Counter()
    for number, row in enumerate(volume(shared, step)):
        clock = [time.process_time()]
        article = read(RawDocument(row["id"], "text", row["text"], row.get("title"), row.get("date")), knowledge)
        if isinstance(article, Skip):
            continue
        clock.append(time.process_time())
        document = annotator.annotate(article)
        clock.append(time.process_time())
        candidates = coder.code(document)
        clock.append(time.process_time())
        resolver.resolve(document, candidates)
        clock.append(time.process_time())
        if number:
            for stage, start, end in zip(("read", "annotate", "code", "resolve"), clock, clock[1:], strict=False):
                spent[stage] += end - start
    return spent


def main() -> None:
    spent = costs(SHARED, int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    for stage, seconds in spent.items():
        print(f"{stage:10} {seconds:8.2f} s {seconds / spent.total():6.1%}")
    print(f"peak       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main()
