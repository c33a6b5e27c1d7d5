"""Draw events at random from the output of ``wader code``, to be read beside their sentences.

    python -m evaluation.sample EVENTS.jsonl [N] [SEED]

Prints N events (default 100) as JSON lines with just what a reader needs; nothing of it belongs in the repository.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

Row = dict[str, Any]


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
        "actor": _who(row["actor"]),
        "recipient": _who(row["recipient"]),
    }


def draw(path: Path, n: int = 100, seed: int = 1) -> list[Row]:
    """``n`` events of the file in random order; the same ones for the same seed."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    random.Random(seed).shuffle(rows)
    return [_reading(number, row) for number, row in enumerate(rows[:n], 1)]


if __name__ == "__main__":
    for one in draw(Path(sys.argv[1]), *map(int, sys.argv[2:4])):
        print(json.dumps(one, ensure_ascii=False))
