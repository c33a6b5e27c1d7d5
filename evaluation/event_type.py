"""Event type with the pair given: macro-F1 of ``wader pairs`` on the open PLV and AW rows.

    python -m evaluation.event_type [read|score|aw]
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sklearn.metrics import classification_report, f1_score

from evaluation.common import SHARED
from wader.annotate import Annotator
from wader.code import PairResult, PairRow, Pairs
from wader.knowledge import load

QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}
FILES = {"read": "plv_read", "score": "plv_score", "aw": "aw_wiki_dev"}


def root(result: PairResult) -> str:
    """The benchmark's 15 roots: CONCEDE and RETREAT are YIELD, their probabilities added."""
    scores = dict(result.scores)
    scores["YIELD"] = scores.pop("CONCEDE") + scores.pop("RETREAT")
    return max(scores, key=lambda c: (scores[c], c))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def predict(rows: list[dict[str, Any]], pairs: Pairs) -> list[str]:
    given = [PairRow(r["id"], r["sentence"], r["source_spans"], r["target_spans"]) for r in rows]
    return [root(result) for result in pairs.code(given)]


def evaluate(shared: Path, names: tuple[str, ...] = ("read", "score", "aw")) -> dict[str, float]:
    """Macro-F1 by file and level, as scikit-learn's ``macro avg``."""
    knowledge = load()
    pairs = Pairs(knowledge, Annotator(knowledge))
    figures: dict[str, float] = {}
    for name in names:
        rows = _rows(shared / "gold" / "event_type" / f"{FILES[name]}.jsonl")
        said = predict(rows, pairs)
        if name != "aw":
            figures[f"{name} root"] = f1_score([r["gold_root"] for r in rows], said, average="macro")
            figures[f"{name} quad"] = f1_score([r["gold_quad"] for r in rows], [QUAD[s] for s in said], average="macro")
        figures[f"{name} binary"] = f1_score([r["gold_binary"] for r in rows], [int(QUAD[s] > 2) for s in said], average="macro")
    return figures


def main() -> None:
    names = tuple(a for a in sys.argv[1:] if a in FILES) or ("read", "score", "aw")
    for name, value in evaluate(SHARED, names).items():
        print(f"{name:14} {value:.3f}")


def errors(shared: Path) -> None:
    """Print the wrong rows of the half that may be read, and what is confused with what."""
    knowledge = load()
    pairs = Pairs(knowledge, Annotator(knowledge))
    rows = _rows(shared / "gold" / "event_type" / "plv_read.jsonl")
    said = predict(rows, pairs)
    print(classification_report([r["gold_root"] for r in rows], said, zero_division=0))
    print(Counter((r["gold_root"], s) for r, s in zip(rows, said, strict=True) if r["gold_root"] != s).most_common(40))
    for row, one in zip(rows, said, strict=True):
        if row["gold_root"] != one:
            print(f"{row['gold_root']} said {one} | {row['source']} → {row['target']} | {row['sentence']}")


if __name__ == "__main__":
    errors(SHARED) if "errors" in sys.argv else main()
