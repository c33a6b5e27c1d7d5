"""Paragraphs of plain text whose lines were broken: at a fixed width, or unevenly, as mail and old dumps have it."""

from __future__ import annotations

import re
from itertools import pairwise

from wader.text import ends_sentence, line_spans

_WRAP_MIN, _WRAP_MAX = 40, 100
_FEW_WORDS, _ALINE = 4, 3
_OPEN = frozenset([
    "the", "a", "an", "of", "to", "and", "or", "but", "nor", "that", "which", "who", "whom", "whose", "with", "from",
    "by", "for", "at", "as", "in", "on", "into", "between", "against", "under", "than", "because", "while", "when",
    "his", "her", "its", "their", "our", "my", "this", "these", "those", "during", "including",
])  # fmt: skip
"""Words after which an English line goes on."""
_LISTS = (":", ";", "•", "·", "/")
_TRAILS = ("|", "›", "»", " > ")
_DETERMINER = re.compile(r"\b(?:the|an?)\b", re.I)
_CLOCK = re.compile(r"\d:\d\d(?:\s?[ap]\.?m\.?)?$", re.I)
_BULLETS = "-–—*•·|>»›+#=_~"


def is_wrapped(content: str) -> bool:
    """Whether lines are broken at a fixed width, so that a paragraph takes several lines.

    Then most lines are nearly as long as the longest, few of those that go on close like a sentence, and many are
    followed by one that begins in lower case.
    """
    lines = [line.strip() for line in content.split("\n", 2000)[:2000]]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    lengths = sorted(len(a) for a, _ in pairs)
    if len(pairs) < 4:
        return False
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return False
    full = sum(1 for a, _ in pairs if len(a) > 0.75 * width)
    lower = sum(1 for _, b in pairs if b[0].islower())
    closed = sum(1 for a, _ in pairs if ends_sentence(a))
    return full > 0.6 * len(pairs) and lower > 0.4 * len(pairs) and closed < 0.5 * len(pairs)


def paragraphs(content: str) -> list[tuple[int, int]]:
    """Half-open spans of the paragraphs of ``content``: its lines, or the stretches between empty lines where lines
    are broken at a fixed width; where single lines break off in a sentence, these with the lines that end it."""
    spans = line_spans(content)
    if not is_wrapped(content):
        return _ragged(content, spans)
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and content.count("\n", joined[-1][1], start) < 2:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _ragged(content: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """``spans`` of lines, those put together that are one sentence.

    A line goes on in the next, with no empty line between, where the next begins in lower case, or where it breaks off
    at a word that cannot be the last. One that goes on an earlier line may also do so before a capital (a name), and
    any line where empty lines part broken paragraphs, but for the first, which may be a headline. What is put together
    must close like a sentence: menus, captions and lists do not.
    """
    if content.islower():  # a text without capitals tells nothing by them
        return spans
    found: list[tuple[int, int]] = []
    chain: list[tuple[int, int]] = []
    plain = 0  # links of the chain that capitals or open words vouch for
    parted = _is_parted(content, spans)
    for span in spans:
        line = content[slice(*span)]
        if chain and content.count("\n", chain[-1][1], span[0]) < 2:
            before = content[slice(*chain[-1])]
            sure = _goes_on(before, line)
            inside = len(chain) > 1 and 2 * plain >= len(chain)
            first = chain[-1] == spans[0] and not _DETERMINER.search(before)
            if sure or ((inside or (parted and not first)) and _may_go_on(before, line)):
                plain += sure
                chain.append(span)
                continue
        found += _closed(content, chain)
        chain, plain = [span], 0
    return found + _closed(content, chain)


def _is_parted(content: str, spans: list[tuple[int, int]]) -> bool:
    """Whether empty lines part paragraphs of several lines, which mostly break off before small letters."""
    stretches, lower, upper = 0, 0, 0
    new = True
    for (start, end), (next_start, next_end) in pairwise(spans):
        if content.count("\n", end, next_start) > 1:
            new = True
            continue
        stretches += new
        new = False
        line, following = content[start:end], content[next_start:next_end]
        if not ends_sentence(line):
            goes_on = _goes_on(line, following)
            lower += goes_on
            upper += not goes_on
    return stretches > 1 and lower > 1 and lower >= upper


def _goes_on(line: str, following: str) -> bool:
    """Whether the sentence of ``line`` goes on in ``following`` for sure."""
    if not _may_go_on(line, following, 1):
        return False
    first = following.split(None, 1)[0].strip("\"'“”‘’()")
    if first[:1].islower():
        return first == first.lower() and not first.startswith(("http", "www."))
    return line.split()[-1] in _OPEN or (line.endswith(",") and len(line.split()) >= _FEW_WORDS)


def _may_go_on(line: str, following: str, words: int = _FEW_WORDS) -> bool:
    """Whether it may: both are as short as broken lines, and ``line``, of so many ``words``, does not close."""
    short = max(len(line), len(following)) <= _WRAP_MAX
    closed = ends_sentence(line) or line.endswith(_LISTS) or any(mark in line for mark in _TRAILS)
    closed = closed or _CLOCK.search(line[-12:]) is not None
    return short and not closed and len(line.split()) >= words and following[0] not in _BULLETS


def _closed(content: str, chain: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines of ``chain`` up to the last that closes a sentence as one span, the others as they are."""
    for last in range(len(chain) - 1, 0, -1):
        line = content[slice(*chain[last])]
        words = len(content[chain[0][0] : chain[last][1]].split())
        if ends_sentence(line) and not line.endswith(("...", "…")) and (last == 1 or words >= _ALINE * (last + 1)):
            return [(chain[0][0], chain[last][1]), *chain[last + 1 :]]
    return chain
