"""Blocks, then sentences: a sentence never crosses a line break that ``read`` kept as a block boundary.

A rule splitter rather than the parser's: dateline, headline and lead stay apart, it costs nothing, and a
sentence can be gated before it is parsed. Abbreviations are knowledge of English, kept short.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from wader.records import Article, Sentence

_END = re.compile(r"""([.!?…]+)(["'”’)\]»]*)(\s+)(?=["'“‘(\[«]?[A-Z0-9À-Þ])""")
_LAST_WORD = re.compile(r"(\S+)$")
_NEVER = frozenset(
    "mr mrs ms dr prof sen rep gov gen col maj capt lt sgt cmdr adm brig insp supt st ste mt ft rev hon pres vs etc "
    "no nos vol ed eds al jr sr messrs mme mlle e.g i.e cf ca approx fig art sec dist smt shri sh ald asst assoc "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ind rs u.s u.n u.k".split()
)
_MAY_END = frozenset("inc ltd corp co bros u.s u.n u.k a.m p.m d.c jr sr etc".split())
_STARTERS = frozenset(
    "The A An In On At It He She They We I But And He's This That These Those There When While After Before As If "
    "Since His Her Their Its Our For To From With By However Meanwhile Earlier Later Also No Some Many Most".split()
)
_DATELINE = re.compile(
    r"\s*(?P<place>[^\W\d_][\w.'’-]+(?: [^\W\d_][\w.'’-]+){0,2}): (?![\"“‘']|(?:I|We|My|Our)\b)(?=\S)"
)
_FIRST = 3
"""Blocks that may open with a dateline: the first, and behind a standfirst or a note of the outlet's."""
MAX_CHARS = 2_000
"""A "sentence" longer than this is cut: no verb governs so far, and a 30 MB line must not be one."""


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of ``text[start:end]``, trimmed of white space, in order."""
    spans: list[tuple[int, int]] = []
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end:
            break
        if _is_boundary(text, begin, match):
            spans.append((begin, match.end(2)))
            begin = match.end(3)
    spans.append((begin, end))
    return [piece for span in spans for piece in _cut(text, *span)]


def _is_boundary(text: str, begin: int, match: re.Match[str]) -> bool:
    marks, closing = match.group(1), match.group(2)
    if marks != "." or closing:
        return True
    word = _LAST_WORD.search(text, max(begin, match.start() - 30), match.start())
    if word is None:
        return True
    last = word.group(1).lstrip("(\"'“‘[")
    low = last.lower()
    following = text[match.end() : match.end() + 20].split(" ", 1)[0].strip("\"'“‘(")
    if low in _MAY_END:
        return following in _STARTERS
    if low in _NEVER:
        return False
    if len(last) == 1 and last.isupper():  # an initial: "J. Edgar"; but "Plan B. The"
        return following in _STARTERS
    if "." in last and len(last) <= 6 and last.replace(".", "").isalpha():
        return following in _STARTERS
    return True


def _cut(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while begin < end:
        stop = end
        if end - begin > MAX_CHARS:
            space = text.rfind(" ", begin + 1, begin + MAX_CHARS)
            stop = space if space > begin else begin + MAX_CHARS
        left, right = begin, stop
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            pieces.append((left, right))
        begin = stop
    return pieces


def find_sentences(article: Article, is_town: Callable[[str], bool] | None = None) -> list[Sentence]:
    """All sentences of an article: the headline as ``sequence`` 0, then the body's from 1. ``is_town``: of what is a
    dateline at the start of a first block ("Cairo: …"), which only a list of places can tell."""
    sentences = []
    if article.title and article.title.strip():
        title = article.title
        left = len(title) - len(title.lstrip())
        right = min(len(title.rstrip()), left + MAX_CHARS)
        sentences.append(Sentence(0, left, right, "title", -1))
    sequence = 1
    for number, (start, end) in enumerate(article.blocks or [(0, len(article.text))]):
        opened = _DATELINE.match(article.text, start, end) if number < _FIRST else None
        cuts = [(start, end)]
        if opened is not None and is_town is not None and is_town(opened["place"]):
            cuts = [opened.span("place"), (opened.end(), end)]
        for left, right in (piece for cut in cuts for piece in split(article.text, *cut)):
            sentences.append(Sentence(sequence, left, right, "text", number))
            sequence += 1
    return sentences
