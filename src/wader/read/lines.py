"""The lines of a page dump, and what each looks like."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from wader.knowledge.outlets import Outlets
from wader.read.wrapping import paragraphs
from wader.text import ends_sentence, squeeze

_WORD = re.compile(r"\w[\w'’.-]*")
_DETERMINER = re.compile(r"\b(?:the|a|an|le|la|el|der|die|das|o|os|il|de)\b", re.I)
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}", re.I)
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.-]{1,60}\.(?:com|org|net|co\.\w\w)(?:/\S*)?|\S{1,60}@\S{1,60}\.\w{2,10}")
_TRAIL = re.compile(r"\s*[|›»>•·/\\→]\s*")
_SYMBOLS = re.compile(r"[\W\d_]+")
_PHONE = re.compile(r"(?:tel|phone|fax|call|mobile|ph)?[.:]?\s*\+?[\d()\s.-]{7,20}", re.I)
_CAPTION = re.compile(
    r"[(\[][^()\[\]]{0,60}\b(?:photo|file|image|picture|pic|handout|screengrab|getty|illustration)\b[^()\[\]]{0,60}[)\]]\.?$"
    r"|\[[^\[\]]{2,60}/[^\[\]]{2,40}\]$"
    r"|\b(?:REUTERS|AFP|AP|EPA|PTI|ANI|Reuters|Getty Images|Xinhua|Anadolu|Bloomberg)/[A-Z][\w .'-]{2,40}$"
    r"|\b(?:photo|image|picture|credit|photograph)s?(?:\s(?:by|credit|courtesy))?:\s?[^.!?]{2,50}$",
    re.I,
)
_HARD = ("site notice", "comment form", "copyright", "image credit")
_LONG = 25
_LABEL = 5


@dataclass
class Line:
    """A line of a page. ``reason``: why it is furniture, None where nothing says so. ``words``: their count.
    ``ended``: closes like a sentence. ``prose``: reads like a sentence even if it does not close like one."""

    text: str
    words: int
    ended: bool
    prose: bool
    gap: bool
    reason: str | None = None


def page_lines(content: str, outlets: Outlets) -> list[Line]:
    """The lines of a page dump, squeezed; hard-wrapped paragraphs are put together again."""
    lines = []
    counts: Counter[str] = Counter()
    for text, gap in _unwrapped(content):
        words = len(_WORD.findall(text))
        ended = ends_sentence(text)
        line = Line(text, words, ended, bool(words >= 8 and _DETERMINER.search(text)), gap)
        line.reason = reason_of(line, outlets)
        counts[text] += 1
        repeated = counts[text]
        if line.reason is None and repeated > 1:
            line.reason = "repeated line"
        lines.append(line)
    for line in lines:
        if line.reason is None and counts[line.text] > 2 and not (line.ended and line.words >= 5):
            line.reason = "repeated line"
    return lines


def prose_words(text: str) -> int:
    """Words of ``text`` on lines that are more than labels: by their length, or closed like a sentence (scripts that
    write no blanks between words are told by their letters)."""
    found = 0
    for line in text.split("\n"):
        words = len(_WORD.findall(line))
        closed = ends_sentence(line) and (words > 2 or len(line) > 15)
        found += words if words > _LABEL or len(line) > 8 * _LABEL or closed else 0
    return found


def reason_of(line: Line, outlets: Outlets) -> str | None:
    """Why ``line``, taken alone, is furniture, or None."""
    text = line.text
    if _IP.fullmatch(text):
        return "IP address"
    if _URL.fullmatch(text):
        return "address or link"
    if _SYMBOLS.fullmatch(text):
        return "numbers or symbols"
    if any(c.isdecimal() for c in text) and _PHONE.fullmatch(text):
        return "telephone number"
    reason = outlets.furniture.reason(text)
    if reason and not (line.words > _LONG and line.ended and reason not in _HARD):
        return reason
    if line.words < 3 * _LONG and _CAPTION.search(text[-140:]):
        return "image credit"
    if _is_trail(text, line):
        return "menu or category trail"
    return None


def _is_trail(text: str, line: Line) -> bool:
    """``Home | World | Asia``: short parts between separators, no sentence among them."""
    parts = [part for part in _TRAIL.split(text) if part]
    if len(parts) < 3 or line.ended:
        return False
    spaced = sum(text.count(f" {mark} ") for mark in "|›»>•·/\\→") + text.count("|")
    return spaced >= 2 and all(len(part.split()) <= 4 for part in parts)


def _unwrapped(content: str) -> list[tuple[str, bool]]:
    """(squeezed paragraph, whether an empty line stands before it) of a page dump."""
    found = []
    last = 0
    for start, end in paragraphs(content):
        text = squeeze(content[start:end].replace("\n", " ").replace("\r", " "))
        if text:
            found.append((text, content.count("\n", last, start) > 1))
            last = end
    return found
