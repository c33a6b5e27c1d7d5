"""Small helpers on text that several stages need."""

from __future__ import annotations

import html
import re

from wader.records import Entity

_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_LINE_BREAK = re.compile(r"\r\n|[\n\r\u0085\u2028\u2029]")
_TERMINAL = frozenset(".!?…。؟।")
_CLOSERS = "\"'”’»)]*¹²³ "


def squeeze(text: str) -> str:
    """``text`` as a reader sees it on one line: invisible characters gone, runs of blanks one space, ends cut."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def plain(text: str) -> str:
    """``text`` on one line without what no eye sees: control, direction and zero-width characters gone, whatever is
    blank one space. What a registry, a table and a terminal can hold; spans into ``text`` do not fit it any more."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " if c.isspace() else "" for c in text)
    return " ".join(text.split())


def line_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the lines of ``text`` that hold more than blanks, blanks at either end left out."""
    spans = []
    start = 0
    for break_ in [*(m.span() for m in _LINE_BREAK.finditer(text)), (len(text), len(text))]:
        span = trimmed(text, start, break_[0])
        if span[0] < span[1]:
            spans.append(span)
        start = break_[1]
    return spans


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span of ``text`` without the blanks at either end of it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def ends_sentence(line: str) -> bool:
    """Whether ``line`` closes with a full stop, question or exclamation mark, quotation marks and brackets aside."""
    stripped = line.rstrip(_CLOSERS)
    return bool(stripped) and stripped[-1] in _TERMINAL


_BLOCK_TAG = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|"
    r"form|h[1-6]|head|header|hr|html|iframe|legend|li|main|nav|ol|option|p|pre|section|select|summary|table|tbody|td|th|"
    r"thead|title|tr|ul)\b[^<>]*>",
    re.I,
)
_ANY_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.I)
_UNSEEN = re.compile(r"<(script|style|noscript|template|svg|textarea|!--)", re.I)


def html_to_lines(markup: str) -> str:
    """Text of ``markup``, a line to each block, by one pass that no nesting or missing end tag can slow down.

    For fragments, and for pages that a tree parser cannot be trusted with.
    """
    seen = []
    position = 0
    while opening := _UNSEEN.search(markup, position):
        seen.append(markup[position : opening.start()])
        tag = opening.group(1).lower()
        closing = "-->" if tag == "!--" else f"</{tag}"
        end = re.compile(re.escape(closing), re.I).search(markup, opening.end())
        if end is None:
            position = len(markup)
            break
        position = end.end()
        if tag != "!--":
            position = max(markup.find(">", position) + 1, position)
    seen.append(markup[position:])
    flat = re.sub(r"\s+", " ", "".join(seen))
    flat = _ANY_TAG.sub("", _BLOCK_TAG.sub("\n", flat))
    lines = (squeeze(line) for line in html.unescape(flat).split("\n"))
    return "\n".join(line for line in lines if line)


def is_discarded(entity: Entity) -> bool:
    """Whether a dictionary of the user's own says that a name is no actor."""
    return entity.rule.startswith("discarded:")
