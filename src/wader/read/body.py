"""Which lines of a page dump are its article, and which of the rest is the headline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from wader.knowledge.outlets import Outlets
from wader.read.lines import Line

_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w'’-]{2,}")
_CONTENT = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_SEPARATOR = re.compile(r"\s+[|–—:»·-]+\s+")
_FINAL = ("comment form", "copyright")
_SHORT, _LONG, _ENOUGH, _SHORT_FINAL = 8, 25, 60, 40
_CREDITS = ("date", "byline", "agency credit")


@dataclass
class Layout:
    """``body``: numbers of the lines of the article; ``title``: number of the headline's line or None, ``headline``
    its words; ``suffix``: what stood after them ("… - Site name")."""

    body: list[int]
    title: int | None
    headline: str | None
    suffix: str | None = None


def lay_out(lines: list[Line], outlets: Outlets) -> Layout:
    """Finds the article in ``lines``: the run of lines that holds most prose and least of anything else.

    A line that closes like a sentence counts for it with its words, one that does not counts against it; furniture
    counts against it, most where pages go on to other stories. The best run is then a maximum sum. Inside, furniture
    is left out and single short lines (subheads) stay.
    """
    _mark_teasers(lines)
    start, end = _best_run(lines)
    before = start
    # A headline can read like prose; what leads the run without closing like a sentence is not body yet.
    while start < end - 1 and (lines[start].reason or not lines[start].ended) and lines[start].words < _LONG:
        start += 1
    if start == end - 1 and lines[start].reason:
        start = before
    title, headline, suffix = _title(lines, start, end, outlets)
    if title is None and start < end - 1 and _asks_or_shouts(lines[start]):
        title, headline = start, lines[start].text
        start += 1
    while end > start + 1 and lines[end - 1].reason:
        end -= 1
    body = [n for n in range(start, end) if lines[n].reason is None and n != title]
    if title is not None and title < start:  # what stands under the headline and says more than a label
        body = [n for n in range(title + 1, start) if lines[n].reason is None and lines[n].words >= 6] + body
    return Layout(_without_lists(lines, body), title, headline, suffix)


def _mark_teasers(lines: list[Line]) -> None:
    """The line under a bare "Read more" is what there is to read, if it does not close like a sentence."""
    for line, following in pairwise(lines):
        if line.reason == "teaser" and line.words <= 3 and following.reason is None and not following.ended:
            following.reason = "teaser"


def _weights(lines: list[Line]) -> list[float]:
    """What each line counts for or against being article."""
    weights = []
    so_far = 0
    after_stop = False
    names: set[str] = set()
    said: set[str] = set()
    for number, line in enumerate(lines):
        if line.reason:
            weights.append(_against(line.reason))
            stops = weights[-1] <= -8 or line.reason in ("date", "navigation")
            after_stop = after_stop or (stops and so_far >= _ENOUGH)
            continue
        here = set(_NAME.findall(line.text))
        listed = not line.ended and any(
            0 <= other < len(lines) and lines[other].reason is None and not lines[other].ended
            for other in (number - 1, number + 1)
        )
        if line.ended and line.words >= _SHORT:
            weight = float(line.words)
        elif line.ended:
            weight = 0.5 * line.words
        elif line.words >= 2 * _LONG and line.prose:
            weight = 0.7 * line.words
        elif listed:
            weight = -4.0
        else:
            weight = 1.0 if line.prose else -3.0
        words = stems(line.text) if weight > 0 else set()
        known = len(words & said) >= 0.5 * len(words)
        if after_stop and weight > 0 and not known and (line.words < _LONG or (len(here) > 1 and not here & names)):
            weight = -5.0  # the first lines of other stories
        elif weight > 0:
            so_far += line.words
            names |= here
            said |= words
        weights.append(weight)
    return weights


def _against(reason: str) -> float:
    if reason in ("comment form", "copyright"):
        return -15.0
    if reason in ("list of other stories", "follow or subscribe"):
        return -8.0
    return -1.0


def _best_run(lines: list[Line]) -> tuple[int, int]:
    """Half-open run of the largest sum of weights; a comment form or copyright line after enough article ends it."""
    weights = _weights(lines)
    best = (0, 0)
    best_sum = sum_ = 0.0
    start = 0
    prose = 0
    for number, weight in enumerate(weights):
        if lines[number].reason in _FINAL and prose >= _SHORT_FINAL:
            sum_, prose, start = 0.0, 0, number + 1
            continue
        if sum_ <= 0:
            sum_, start, prose = 0.0, number, 0
        sum_ += weight
        if weight > 0:
            prose += lines[number].words
        if sum_ > best_sum:
            best_sum, best = sum_, (start, number + 1)
    if best == (0, 0):  # no prose at all: what no pattern knows as furniture
        free = [n for n, line in enumerate(lines) if line.reason is None]
        return (free[0], free[-1] + 1) if free else (0, 0)
    return best


def _asks_or_shouts(line: Line) -> bool:
    return line.reason is None and line.words < _LONG and line.text.rstrip("\"'”’ ").endswith(("?", "!"))


def _without_lists(lines: list[Line], body: list[int]) -> list[int]:
    """``body`` without stretches of three or more very short lines, which are menus and tables, not paragraphs."""
    kept: list[int] = []
    stretch: list[int] = []
    for number in [*body, -1]:
        short = number >= 0 and lines[number].words <= 5 and not lines[number].ended
        if short and (not stretch or number == stretch[-1] + 1):
            stretch.append(number)
            continue
        if len(stretch) < 3:
            kept.extend(stretch)
        else:
            for item in stretch:
                lines[item].reason = "short lines in a row"
        stretch = [number] if short else []
        if number >= 0 and not short:
            kept.append(number)
    return kept


def stems(text: str) -> set[str]:
    """First five letters of the words of ``text`` that carry content, lower case."""
    return {word[:5].casefold() for word in _CONTENT.findall(text)}


def _title(lines: list[Line], start: int, end: int, outlets: Outlets) -> tuple[int | None, str | None, str | None]:
    """The headline among the lines before the article: the one whose words the article uses most, near it or near
    the printed date. (number, words, what stood after them)."""
    body = stems(" ".join(line.text for line in lines[start:end] if line.reason is None))
    best: tuple[float, int, str, str | None] | None = None
    for number in range(start):
        line = lines[number]
        if line.reason and line.reason != "repeated line" and line.reason not in outlets.furniture.stops:
            continue
        if line.reason in outlets.furniture.stops or not 2 < line.words <= 2 * _LONG:
            continue
        headline, suffix = _without_site(line.text, outlets)
        words = stems(headline)
        shared = len(words & body) / len(words) if words else 0.0
        near = 1.0 / (1 + start - number) + (0.2 if _beside_date(lines, number) else 0.0)
        shape = (0.0 if line.text.endswith(".") else 0.3) + (0.2 if line.words >= 5 else 0.0)
        score = 2 * shared + 0.5 * near + shape
        if shared >= 0.25 and (best is None or score > best[0]):
            best = (score, number, headline, suffix)
    if best is None:
        return None, None, None
    # Where two such lines follow each other, the upper one is the headline, the lower its standfirst.
    above = lines[best[1] - 1] if best[1] > 0 else None
    if above and above.reason is None and above.words >= 5 and not above.text.endswith("."):
        headline, suffix = _without_site(above.text, outlets)
        words = stems(headline)
        if words and len(words & body) >= 0.3 * len(words):
            return best[1] - 1, headline, suffix
    return best[1], best[2], best[3]


def _beside_date(lines: list[Line], number: int) -> bool:
    return any(0 <= n < len(lines) and lines[n].reason in _CREDITS for n in (number - 1, number + 1))


def _without_site(text: str, outlets: Outlets) -> tuple[str, str | None]:
    """``text`` without the site's name after it ("Headline - The Example"), and that name."""
    parts = list(_SEPARATOR.finditer(text))
    if parts:
        head, tail = text[: parts[-1].start()], text[parts[-1].end() :]
        if outlets.publication(tail) or outlets.agency(tail):
            return head, tail
    return text, None
