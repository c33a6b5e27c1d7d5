"""How far a whole event is to be trusted: the weights of ``resolve/trust.py``, from events of real news that were read.

    python -m training.trust [--plot FILE.svg]   # how well the weights rank and say, tried on documents left out
    python -m training.trust --add               # where ../shared is: adds what speaks for the events read since
    python -m training.trust --fit               # puts the weights into the packaged rule, as `training.build` does
    python -m training.trust --anew              # and says anew of all that are still told what speaks for them

``read_trust.jsonl`` holds features and verdicts, no words; ``python -m training.build`` fits the weights on it. A
passage of the corpus has no page around it, on which most depends who a party is: they are not fitted on the corpus.
"""

from __future__ import annotations

import argparse
import json
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

from evaluation.arguments import absent
from evaluation.common import ALL_EVENTS, SHARED, VOLUME
from evaluation.reliability import calibration_error, plot
from evaluation.reread import Judged, code_again, judged, paired
from training.examples import CATEGORIES
from training.join import frequent, logistic, write
from wader.code.rule import probability
from wader.knowledge import PACKAGED, load
from wader.knowledge.coder import FILE
from wader.records import Event
from wader.resolve.likely import Features
from wader.resolve.trust import crossed, features

READ = Path(__file__).with_name("read_trust.jsonl")
LEAST = 10
"""How often a feature is seen that has a weight."""
PULL = 8.0
"""Strength of the pull of the weights to zero: 3 and 20 rank events of other documents no better."""
FOLDS = 8


@dataclass(frozen=True)
class Read:
    """An event that was read, by where its trigger starts: what spoke for and against it when it was told to readers,
    and whether category, actor and recipient were right."""

    document: str
    where: str
    start: int
    features: Features
    right: int


def collect(known: list[Read]) -> list[Read]:
    """What the coder makes of the events that were read since, behind those already ``known``. Of these it stays what
    it was then, as what was mended on them since looks surer than it is. Where none is ``known``, of all that are told
    still: what an encoder said that is no longer asked is no guide to what the present one says."""
    held = {_key(row): row for row in known}
    rows = [row for row in judged() if _key(row) not in held]
    knowledge = load(ALL_EVENTS)
    knowledge.coder = replace(knowledge.coder, whole={})  # the confidence is to be the coder's own
    both = [(row, event) for row, event in paired(rows, code_again(rows, knowledge)) if event is not None]
    for row, event in both:
        held[_key(row)] = Read(row.document, row.where, row.start, _kept(event), int(all(row.says(event))))
    return list(held.values())


def _key(row: Read | Judged) -> tuple[str, str, int]:
    return row.document, row.where, row.start


def _kept(event: Event) -> Features:
    return {name: round(value, 3) for name, value in features(event).items() if value}


def fit_trust(rows: list[Read]) -> dict[str, float]:
    """Weights by maximum likelihood."""
    kept = frequent([row.features for row in rows], LEAST)
    return logistic(kept, [bool(row.right) for row in rows], PULL)


def read_trust() -> list[Read]:
    """The rows of the file, with what ``trust.crossed`` adds: older ones have none of it, and none holds a zero."""
    rows = [Read(**json.loads(line)) for line in READ.read_text("utf-8").splitlines()]
    empty = {"actor none": 0.0, "recipient none": 0.0, "actor parties": 0.0}
    added = (crossed(empty | r.features, next(c for c in CATEGORIES if c in r.features)) for r in rows)
    return [replace(row, features=row.features | more) for row, more in zip(rows, added, strict=True)]


def tried(rows: list[Read]) -> list[tuple[float, float, bool]]:
    """Of each event what its coder alone said, what weights say that were fitted on other documents, and whether it was
    right."""
    fold = [zlib.crc32(row.document.encode()) % FOLDS for row in rows]
    said: dict[int, float] = {}
    for k in range(FOLDS):
        weights = fit_trust([row for row, own in zip(rows, fold, strict=True) if own != k])
        said |= {i: probability(rows[i].features, weights) for i, own in enumerate(fold) if own == k}
    coder = {"coder": 1.0}
    return [(probability(row.features, coder), said[i], bool(row.right)) for i, row in enumerate(rows)]


def report(found: list[tuple[float, float, bool]]) -> str:
    """Shares right of the surest events, by the coder alone and by whole events, and both calibration errors."""
    lines = ["told of all   coder alone   whole events"]
    orders = [sorted(found, key=lambda one, k=k: -one[k]) for k in (0, 1)]  # type: ignore[misc]
    for part in (1.0, 0.95, 0.9, 0.8, 0.75, 0.6, 0.5, 0.25):
        top = [order[: round(part * len(found))] for order in orders]
        shares = [sum(right for *_, right in one) / len(one) for one in top]
        lines.append(f"{part:11.2f}   {shares[0]:11.3f}   {shares[1]:12.3f}   from {top[1][-1][1]:.2f} on")
    errors = [calibration_error([(one[k], one[2]) for one in found]) for k in (0, 1)]
    return "\n".join([*lines, f"calibration error {errors[0]:.3f}, {errors[1]:.3f}"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--add", action="store_true", help="add the events that were read since")
    parser.add_argument("--anew", action="store_true", help="say anew of all events what speaks for them")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg")
    parser.add_argument("--fit", action="store_true", help="put the weights into the packaged rule (coder.yaml)")
    arguments = parser.parse_args()
    rows = read_trust()
    if arguments.fit:
        write(replace(load().coder, whole=fit_trust(rows)), PACKAGED / FILE)
        return
    if arguments.add or arguments.anew:
        if absent(SHARED / VOLUME):
            return
        found = collect([] if arguments.anew else rows)
        READ.write_text("".join(json.dumps(vars(row)) + "\n" for row in found), "utf-8")
        print(f"{len(rows)} events held, {len(found) - len(rows)} added")
        return
    said = tried(rows)
    print(f"{len(rows)} events of {len({row.document for row in rows})} texts\n{report(said)}")
    if arguments.plot:
        plot([one[1:] for one in said], "events of news, read", arguments.plot)


if __name__ == "__main__":
    main()
