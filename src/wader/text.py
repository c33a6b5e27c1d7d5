"""Small helpers on text that several stages need."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile("[\u0000\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_LINE_BREAK = re.compile(r"\r\n|[\n\r\u0085\u2028\u2029]")
_TERMINAL = frozenset(".!?…。؟।")
_CLOSERS = "\"'”’»)]*¹²³ "


def squeeze(text: str) -> str:
    """``text`` as a reader sees it on one line: invisible characters gone, runs of blanks one space, ends cut."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def line_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the lines of ``text`` that hold more than blanks, blanks at either end left out."""
    spans = []
    start = 0
    for break_ in [*(m.span() for m in _LINE_BREAK.finditer(text)), (len(text), len(text))]:
        line = text[start : break_[0]]
        stripped = line.strip()
        if stripped:
            lead = len(line) - len(line.lstrip())
            spans.append((start + lead, start + lead + len(stripped)))
        start = break_[1]
    return spans


def ends_sentence(line: str) -> bool:
    """Whether ``line`` closes with a full stop, question or exclamation mark, quotation marks and brackets aside."""
    stripped = line.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _TERMINAL
