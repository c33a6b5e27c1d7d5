"""Short forms that a page introduces itself: "the Front for Renewal (FR) … the FR said"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wader.records import Document, Entity
from wader.resolve.compound import View

_INSIDE = frozenset(["compound", "nmod", "amod", "poss", "punct", "nummod", "appos"])
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "to", "de", "del", "la"])
_MOST = 64
"""Short forms kept of one page."""


def introduced(views: Iterable[View]) -> dict[str, tuple[View, int]]:
    """Short forms in small letters, each with the head of the phrase right before its brackets. Known ones are left
    out: they need no page to explain them."""
    found: dict[str, tuple[View, int]] = {}
    for view in views:
        texts, tags = view.tokens.text, view.tokens.tag
        for k in range(2, len(texts) - 2):
            short = texts[k + 1]
            if texts[k] != "(" or texts[k + 2] != ")" or not (3 <= len(short) <= 8 and short.isalpha()):
                continue
            entity = view.entity[k + 1]
            if (entity is not None and entity.code is not None) or len(found) >= _MOST:
                continue
            last = k - 1
            while last > 0 and not texts[last].isalnum():
                last -= 1
            first = _abbreviated(short.lower(), texts, last)
            if first is not None and tags[last].startswith("NN"):
                found.setdefault(short.lower(), (view, _head(view, last, first)))
    return found


def _abbreviated(short: str, texts: list[str], last: int) -> int | None:
    """Where a name begins that ends at token ``last`` and has the short form: two of its letters or more, the first
    among them, are initials of the name's words in order (names are translated more often than their short forms)."""
    at = matched = 0
    first = None
    for n in range(max(0, last - 11), last + 1):
        place = short.find(texts[n][0].lower(), at)
        if place >= 0 and (matched or place == 0):
            first = n if first is None else first
            at, matched = place + 1, matched + 1
    return first if matched > 1 else _reordered(short, texts, last)


def _reordered(short: str, texts: list[str], last: int) -> int | None:
    """The same where a translation has put the words in another order: each letter is the initial of a word."""
    left = list(short)
    for n in range(last, max(-1, last - len(short) - 3), -1):
        if texts[n][0].lower() in left:
            left.remove(texts[n][0].lower())
            if not left:
                return n
    return None


def _head(view: View, last: int, first: int) -> int:
    """The head of the noun phrase from token ``first`` to ``last``."""
    head = last
    for _ in range(8):
        above = view.tokens.head[head]
        dep = view.tokens.dep[head]
        if dep == "pobj" and view.tokens.dep[above] == "prep":  # "Front for Renewal"
            above = view.tokens.head[above]
        elif dep not in _INSIDE:
            return head
        if head <= first or above == head or not view.tokens.tag[above].startswith("NN"):
            return head
        head = above
    return head


def spelt_out(document: Document, view: View, n: int) -> Entity | None:
    """The body whose name a page writes in full elsewhere: "CCA" beside "Corrections Company of America"."""
    short = view.tokens.text[n]
    if not (3 <= len(short) <= 6 and short.isalpha() and short.isupper()):
        return None
    text = document.article.text
    for entity in document.entities:
        if entity.kind != "ORG" or entity.sector is None:
            continue
        if entity.in_ != "text" or entity.text[:1] != short[0] or " " not in entity.text:
            continue
        words = [word for word in _WORD.findall(text, entity.start, entity.start + 100) if word not in _SMALL]
        if "".join(word[0] for word in words[: len(short)]) == short and len(entity.text.split()) + 2 >= len(short):
            return entity
    return None
