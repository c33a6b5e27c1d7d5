"""Event type with the pair given: macro-F1 of ``wader pairs`` on the open PLV and AW rows.

    python -m evaluation.event_type [read|score|aw ...] [errors] [lexicon]

``read`` is the half whose errors may be read (``errors`` prints them), ``score`` the half on which floors hold.
``lexicon`` leaves the encoder out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.arguments import absent, parser_of
from evaluation.common import LEXICON_ONLY, SHARED
from evaluation.interval import Interval, bootstrap, macro_f1
from wader.annotate import Annotator
from wader.code import PairResult, PairRow, Pairs
from wader.knowledge import load

QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
FILES = {"read": "plv_read", "score": "plv_score", "aw": "aw_wiki_dev"}
Row = dict[str, Any]
Labels = tuple[list[Any], list[Any]]
"""Gold and said labels, a row each."""


def root(result: PairResult) -> str:
    """The benchmark's 15 roots: CONCEDE and RETREAT are YIELD, their probabilities added."""
    scores = dict(result.scores)
    scores["YIELD"] = scores.pop("CONCEDE") + scores.pop("RETREAT")
    return max(scores, key=lambda c: (scores[c], c))


def rows_of(shared: Path, name: str) -> list[Row]:
    """The rows of a set of FILES, or of another file of the folder."""
    return [json.loads(line) for line in path_of(shared, name).read_text("utf-8").splitlines()]


def path_of(shared: Path, name: str) -> Path:
    """Where the rows of a set of FILES lie, or of another file of the folder."""
    return shared / "gold" / "event_type" / f"{FILES.get(name, name)}.jsonl"


def predict(rows: Iterable[Row], pairs: Pairs) -> list[str]:
    """The benchmark's root of each row, in order."""
    given = [PairRow(r["id"], r["sentence"], r["source_spans"], r["target_spans"]) for r in rows]
    return [root(result) for result in pairs.code(given)]


def levels(name: str, rows: Sequence[Row], said: Sequence[str]) -> dict[str, Labels]:
    """Labels by figure. AW has conflict against cooperation only."""
    found: dict[str, Labels] = {}
    if name != "aw":
        found[f"{name} root"] = [r["gold_root"] for r in rows], list(said)
        found[f"{name} quad"] = [r["gold_quad"] for r in rows], [QUAD[s] for s in said]
    found[f"{name} binary"] = [r["gold_binary"] for r in rows], [int(QUAD[s] > 2) for s in said]
    return found


def labels(shared: Path, names: Iterable[str] = tuple(FILES), overlay: Path | None = None) -> dict[str, Labels]:
    """Gold and said labels of every figure of the sets ``names``."""
    knowledge = load(overlay)
    pairs = Pairs(knowledge, Annotator(knowledge))
    found: dict[str, Labels] = {}
    for name in names:
        rows = rows_of(shared, name)
        found |= levels(name, rows, predict(rows, pairs))
    return found


def evaluate(shared: Path, names: Iterable[str] = tuple(FILES), overlay: Path | None = None) -> dict[str, float]:
    """Macro-F1 by set and level, as scikit-learn's ``macro avg``."""
    return {figure: macro_f1(*both) for figure, both in labels(shared, names, overlay).items()}


def evaluate_with_intervals(shared: Path) -> dict[str, tuple[float, Interval]]:
    """The same with bootstrap intervals over the rows."""
    return {figure: (macro_f1(*both), bootstrap(*both)) for figure, both in labels(shared).items()}


def errors(shared: Path) -> None:
    """Print the wrong rows of the half that may be read, and what is confused with what."""
    from sklearn.metrics import classification_report  # type: ignore[import-untyped]

    knowledge = load()
    rows = rows_of(shared, "read")
    said = predict(rows, Pairs(knowledge, Annotator(knowledge)))
    print(classification_report([r["gold_root"] for r in rows], said, zero_division=0))
    wrong = [(row, one) for row, one in zip(rows, said, strict=True) if row["gold_root"] != one]
    print(Counter((row["gold_root"], one) for row, one in wrong).most_common(40))
    for row, one in wrong:
        print(f"{row['gold_root']} said {one} | {row['source']} → {row['target']} | {row['sentence']}")


def main() -> None:
    parser = parser_of(__doc__, "evaluation.event_type")
    parser.add_argument("what", nargs="*", metavar="WHAT", help=", ".join((*FILES, "errors", "lexicon")))
    given = parser.parse_args().what
    if unknown := [one for one in given if one not in (*FILES, "errors", "lexicon")]:
        parser.error(f"nothing is called {', '.join(unknown)}; there are {', '.join((*FILES, 'errors', 'lexicon'))}.")
    names = ["read"] if "errors" in given else [one for one in given if one in FILES] or list(FILES)
    if absent(*(path_of(SHARED, name) for name in names)):
        return
    if "errors" in given:
        errors(SHARED)
        return
    for name, value in evaluate(SHARED, names, LEXICON_ONLY if "lexicon" in given else None).items():
        print(f"{name:14} {value:.3f}")


if __name__ == "__main__":
    main()
