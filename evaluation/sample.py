"""Draw events at random from the store of a run, to be read beside their sentences.

    python -m evaluation.sample EVENTS.jsonl [N] [SEED]

Prints N events (default 100) as JSON lines with just what a reader needs; nothing of it belongs in the repository.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path


def draw(path: Path, n: int, seed: int) -> list[dict[str, object]]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    random.Random(seed).shuffle(rows)
    return [
        {
            "n": k, "document": row["cite_info"]["document"], "text": row["text"], "category": row["event"][0], "mode": row["mode"],
            "trigger": [t["text"] for t in row["event_text"]], "status": row["status"],
            "actor": [[a["code"], a["sector"], a["entity_text"]] for a in row["actor"]],
            "recipient": [[a["code"], a["sector"], a["entity_text"]] for a in row["recipient"]],
        }
        for k, row in enumerate(rows[:n], 1)
    ]


if __name__ == "__main__":
    for one in draw(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100, int(sys.argv[3]) if len(sys.argv) > 3 else 1):
        print(json.dumps(one, ensure_ascii=False))
