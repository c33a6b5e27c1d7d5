"""What each stage costs: shares of the pipeline's CPU, and memory; what of it the registry and the gazetteer take.

    python -m evaluation.cost [EVERY | FILE.jsonl]

Codes every EVERYth text of the volume file (default 20), or the rows of FILE, in this process, through the pipeline's
own stages. Prints CPU seconds and share by stage, and the peak of resident memory (MB). Then a fresh process, which
has loaded nothing but the parser's library, loads what names and ``resolve`` ask, part by part, and looks up each word
of the texts: what its resident memory grows by, and how much of that is files mapped into it, which the system may
drop at any time (Linux; from ``/proc/self/smaps_rollup``).
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from evaluation.arguments import absent, parser_of, rows_of
from evaluation.common import SHARED, VOLUME, volume
from wader.knowledge import load
from wader.pipeline import Pipeline
from wader.records import RawDocument

_TOLD = Path("/proc/self/smaps_rollup")
Memory = tuple[str, float, float]
"""What was loaded, MB that resident memory grew by, MB of these that are mapped files."""


class Clock:
    """CPU seconds by stage; called as each begins, and with "" where the last is over."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._stage, self._since = "", 0.0

    def __call__(self, stage: str) -> None:
        now = time.process_time()
        if self._stage:
            self.spent[self._stage] += now - self._since
        self._stage, self._since = stage, now


def costs(rows: Sequence[dict[str, Any]]) -> Counter[str]:
    """CPU seconds by stage over rows ``{id, text, title?, date?}``; the first text warms up and is not counted."""
    pipeline, clock = Pipeline(load()), Clock()
    for number, row in enumerate(rows):
        raw = RawDocument(row["id"], "text", row["text"], row.get("title"), row.get("date"))
        pipeline.process(raw, begins=clock if number else None)
        clock("")
    return clock.spent


def memory(rows: Sequence[dict[str, Any]]) -> list[Memory]:
    """What the knowledge of names and of ``resolve`` takes, part by part, in a process of its own."""
    texts = json.dumps([row["text"] for row in rows])
    ask = [sys.executable, "-c", "from evaluation import cost; cost.tell()"]
    told = subprocess.run(ask, input=texts, stdout=subprocess.PIPE, text=True, check=True).stdout
    return [(what, grown, mapped) for what, grown, mapped in json.loads(told)]


def tell() -> None:
    """In the fresh process: the texts from stdin, the figures to stdout."""
    texts = json.load(sys.stdin)
    print(json.dumps(list(_loaded(texts))))


def _loaded(texts: Sequence[str]) -> Iterator[Memory]:
    import wader.annotate  # noqa: F401  spaCy, which is the parser's and not the registry's

    knowledge = load()

    def code() -> None:
        import wader.resolve  # noqa: F401

    def offices() -> None:
        knowledge.offices.holders_named("")
        knowledge.offices.is_rare("")
        knowledge.offices.misspelt_head("a a", "2000-01-01")

    def used() -> None:
        for text in texts:
            words = text.split()
            for n, word in enumerate(words):
                knowledge.actors.longest(words, n)
                if word[:1].isupper():
                    knowledge.offices.surname(word, "2015-01-01")
                    knowledge.offices.holders_named(" ".join(words[n : n + 2]), "2015-01-01")
                    knowledge.gazetteer.lookup(word)
                    knowledge.gazetteer.weight(word)

    parts = {
        "code of resolve": code,
        "actors": lambda: knowledge.actors,
        "offices": offices,
        "roles and outlets": lambda: (knowledge.roles, knowledge.outlets),
        "gazetteer": lambda: knowledge.gazetteer.lookup("Nairobi"),
        f"use on {len(texts)} texts": used,
    }
    for what, take in parts.items():
        before = _resident()
        take()
        after = _resident()
        yield what, after[0] - before[0], after[1] - before[1]


def _resident() -> tuple[float, float]:
    """MB of this process's resident memory, and of what of it is mapped files."""
    told = _TOLD.read_text()
    rss, anonymous = (int(re.findall(rf"^{name}:\s+(\d+) kB", told, re.M)[0]) / 1024 for name in ("Rss", "Anonymous"))
    return rss, rss - anonymous


def evaluate(shared: Path, step: int = 20) -> dict[str, float]:
    """What resolving takes: its share of the pipeline's CPU, MB of memory of what it and names know (Linux)."""
    rows = volume(shared, step)
    spent = costs(rows)
    figures = {"resolve, share of CPU": spent["resolve"] / spent.total()}
    if _TOLD.exists():
        figures["resolve, MB"] = sum(grown for _, grown, _ in memory(rows))
    return figures


def main() -> None:
    parser = parser_of(__doc__, "evaluation.cost")
    parser.add_argument("what", nargs="?", default="20", metavar="EVERY|FILE.jsonl", help="default: 20")
    what: str = parser.parse_args().what
    if what.isdigit() and absent(SHARED / VOLUME):
        return
    rows = volume(SHARED, max(1, int(what))) if what.isdigit() else rows_of(parser, Path(what), ("id", "text"))
    spent = costs(rows)
    for stage, seconds in spent.items():
        print(f"{stage:20} {seconds:8.2f} s {seconds / spent.total():6.1%}")
    print(f"{'peak':20} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")
    parts = memory(rows) if _TOLD.exists() else []
    for what, grown, mapped in (*parts, ("together", *(sum(part[n] for part in parts) for n in (1, 2)))):
        print(f"{what:20} {grown:8.1f} MB, {mapped:.1f} of it mapped")


if __name__ == "__main__":
    main()
