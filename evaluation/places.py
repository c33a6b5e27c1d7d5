"""Toponyms beside LGL and GeoWebNews: detection F1, and the share placed within 161 km.

    PYTHONPATH=src python -m evaluation.places [--errors lgl|geowebnews] [--no-demonyms] [--no-in-name] [--limit N]
                                                [--plot FILE.svg]

Gold rules (``shared/gold/README.md``): only toponyms that have a GeoNames id or a point are scored; what is found
on one that has neither counts neither way. A toponym is detected where a found one overlaps it (``exact``: same
span). Right is the same id, or a point within 161 km. Both sets count adjectives of states ("Russian") and names
inside names of organisations as toponyms; the two switches leave ours out, to show what that costs. Each page is
annotated in full. *calibration error*: mean distance between the confidence of those detected and the share that is
right, over ten groups of as many toponyms; ``--plot`` draws them, both sets together.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evaluation.arguments import absent
from evaluation.common import SHARED
from evaluation.reliability import calibration_error, plot
from wader.annotate import Annotator
from wader.knowledge import Knowledge, load
from wader.records import Article, Document, Place
from wader.resolve.home import home_of_page
from wader.resolve.places import resolve_places

SETS = ("lgl", "geowebnews")
NEAR_KM = 161.0


@dataclass
class Score:
    """Counts over one set."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    exact: int = 0
    detected: int = 0
    near: int = 0
    sentences: int = 0
    seconds: float = 0.0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each toponym detected, and whether its place is right."""

    def report(self, name: str) -> dict[str, float]:
        """Named figures, each between 0 and 1 but the last."""
        precision, recall = self.hits / max(1, self.found), self.detected / max(1, self.gold)
        return {
            f"{name} detection precision": precision,
            f"{name} detection recall": recall,
            f"{name} detection F1": 2 * precision * recall / max(1e-9, precision + recall),
            f"{name} detection F1, exact spans": 2 * self.exact / max(1, self.found + self.gold),
            f"{name} within 161 km of detected": self.near / max(1, self.detected),
            f"{name} within 161 km of all": self.near / max(1, self.gold),
            f"{name} calibration error": calibration_error(self.sure),
            f"{name} ms a sentence for resolving": 1000 * self.seconds / max(1, self.sentences),
        }


def rows(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(shared / "gold" / "places" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def document_of(row: dict[str, Any], annotator: Annotator) -> Document:
    """The page annotated, its text unchanged; lines are its blocks."""
    text, blocks, at = row["text"], [], 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            blocks.append((start, start + len(line.strip())))
        at += len(line) + 1
    article = Article(row["id"], row.get("title"), text, url=row.get("url"), language="en", blocks=blocks)
    return annotator.annotate(article, everything=True)


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def is_right(place: Place, gold: dict[str, Any]) -> bool:
    if gold["geonameid"] is not None and place.geonameid == gold["geonameid"]:
        return True
    if place.lat is None or place.lon is None or gold["lat"] is None:
        return False
    return kilometres(place.lat, place.lon, gold["lat"], gold["lon"]) <= NEAR_KM


def score_page(score: Score, row: dict[str, Any], places: list[Place], errors: bool) -> None:
    """Add one page. ``places``: ours, those in the text only."""
    gold = [t for t in row["toponyms"] if t["geonameid"] is not None or t["lat"] is not None]
    spans = {(t["start"], t["end"]) for t in gold}
    unscored = [t for t in row["toponyms"] if t["geonameid"] is None and t["lat"] is None]
    for place in places:
        if any(start < place.end and place.start < end for start, end in spans):
            score.hits += 1
            score.found += 1
            score.exact += (place.start, place.end) in spans
        elif not any(t["start"] < place.end and place.start < t["end"] for t in unscored):
            score.found += 1
            if errors:
                print("EXTRA ", place.rule, repr(_around(row["text"], place.start, place.end)))
    for t in gold:
        score.gold += 1
        found = [p for p in places if p.start < t["end"] and t["start"] < p.end]
        if not found:
            if errors:
                print("MISSED", repr(_around(row["text"], t["start"], t["end"])))
            continue
        place = max(found, key=lambda p: min(p.end, t["end"]) - max(p.start, t["start"]))
        right = is_right(place, t)
        score.detected += 1
        score.near += right
        score.sure.append((place.confidence or 0.0, right))
        if errors and not right:
            print("FAR   ", row["id"], place.rule, place.text, "->", place.name, place.country_code, place.confidence)


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"


def measure(name: str, shared: Path, annotator: Annotator, *, leave_out: tuple[str, ...] = (), errors: bool = False,
            limit: int | None = None) -> Score:  # fmt: skip
    """Score one set."""
    score = Score()
    for n, row in enumerate(rows(shared, name)):
        if limit is not None and n >= limit:
            break
        document = document_of(row, annotator)
        began = time.process_time()
        home = home_of_page(document.article, annotator.knowledge)
        resolve_places(document, annotator.knowledge.gazetteer, home)
        score.seconds += time.process_time() - began
        score.sentences += len(document.sentences)
        score_page(score, row, [p for p in document.places if p.in_ == "text" and p.rule not in leave_out], errors)
    return score


def evaluate(shared: Path = SHARED, knowledge: Knowledge | None = None) -> dict[str, float]:
    """All figures of both sets."""
    annotator = Annotator(knowledge or load())
    figures: dict[str, float] = {}
    for name in SETS:
        figures |= measure(name, shared, annotator).report(name)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description="Toponym detection and resolution on LGL and GeoWebNews")
    parser.add_argument("--errors", choices=SETS, help="list what is missed, extra or far off in this set")
    parser.add_argument("--no-demonyms", action="store_true", help="leave adjectives of states out of ours")
    parser.add_argument("--no-in-name", action="store_true", help="leave names inside organisations' names out of ours")
    parser.add_argument("--limit", type=int, help="first pages only")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="draw confidence beside what is right")
    arguments = parser.parse_args()
    if absent(SHARED / "gold" / "places"):
        return
    leave_out = ("demonym",) * arguments.no_demonyms + ("in-name",) * arguments.no_in_name
    annotator = Annotator(load())
    sure: list[tuple[float, bool]] = []
    for name in SETS if arguments.errors is None else (arguments.errors,):
        errors = arguments.errors == name
        score = measure(name, SHARED, annotator, leave_out=leave_out, errors=errors, limit=arguments.limit)
        for label, value in score.report(name).items():
            print(f"{label:45} {value:.3f}")
        sure += score.sure
    if arguments.plot:
        plot(sure, "toponyms of LGL and GeoWebNews", arguments.plot)


if __name__ == "__main__":
    main()
