"""Draw events at random from the output of ``wader code``, to be read beside their sentences.

    wader code pages/ > EVENTS.jsonl
    python -m evaluation.sample EVENTS.jsonl                    # 100 of its events
    python -m evaluation.sample EVENTS.jsonl 50 7 > SAMPLE.jsonl

Prints the events as JSON lines, numbered from 1 (``n``), with just what a reader needs. Readers say of each whether
category, actor and recipient are right; ``python -m evaluation.judged`` counts what they said. Nothing of it belongs in
the repository: it quotes the texts.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.arguments import parser_of, rows_of

Row = dict[str, Any]
_KEYS = ("cite_info", "text", "event", "mode", "event_text", "status", "actor", "recipient")


def _who(actors: list[Row]) -> list[list[str | None]]:
    return [[a["code"], a["sector"], a["entity_text"]] for a in actors]


def _reading(number: int, row: Row) -> Row:
    return {
        "n": number,
        "document": row["cite_info"]["document"],
        "text": row["text"],
        "category": row["event"][0],
        "mode": row["mode"],
        "trigger": [t["text"] for t in row["event_text"]],
        "status": row["status"],
        "auxiliary": row.get("auxiliary", []),
        "actor": _who(row["actor"]),
        "recipient": _who(row["recipient"]),
    }


def draw(events: Sequence[Row], n: int = 100, seed: int = 1) -> list[Row]:
    """``n`` of the events in random order; the same ones for the same seed."""
    rows = list(events)
    random.Random(seed).shuffle(rows)
    return [_reading(number, row) for number, row in enumerate(rows[:n], 1)]


def main() -> None:
    parser = parser_of(__doc__, "evaluation.sample")
    parser.add_argument("events", type=Path, metavar="EVENTS")
    parser.add_argument("number", nargs="?", type=int, default=100, metavar="N", help="how many (100)")
    parser.add_argument("seed", nargs="?", type=int, default=1, metavar="SEED", help="the same draw every time (1)")
    arguments = parser.parse_args()
    for one in draw(rows_of(parser, arguments.events, _KEYS), arguments.number, arguments.seed):
        print(json.dumps(one, ensure_ascii=False))


if __name__ == "__main__":
    main()
