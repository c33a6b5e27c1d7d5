"""Read: a raw document becomes an article with its date, and the page's furniture set aside."""

from __future__ import annotations

import msgspec

from wader.knowledge import Knowledge
from wader.read.lines import prose_words
from wader.read.page import read_page
from wader.read.repair import DAMAGED, repair
from wader.read.row import REFUSED_DATE, read_row
from wader.read.web import read_web
from wader.records import Article, Furniture, RawDocument, Skip

__all__ = ["REFUSED_DATE", "read"]

_MAX_TEXT = 2_000_000
_MAX_PAGE = 8_000_000


def read(raw: RawDocument, knowledge: Knowledge) -> Article | Skip:
    """The article in ``raw``: its text is never empty, its blocks slice it. A Skip says why there is none.

    A text that is not English is read and dated like any other; ``language`` says so. A text comes back character for
    character, but for characters that were damaged on their way (``repair``): those are listed in ``furniture``.
    """
    outlets = knowledge.outlets
    if len(raw.content) > (_MAX_TEXT if raw.kind == "text" else _MAX_PAGE) and raw.kind != "html":
        return _too_long(raw)
    if not any(character.isalnum() for character in raw.content):
        return _no_text(raw)
    raw, damaged = _repaired(raw)
    if raw.kind == "html":
        article = read_web(raw, outlets)
    elif raw.kind == "page":
        article = read_page(raw, outlets)
    else:
        article = read_row(raw, outlets)
    if isinstance(article, Skip):
        return article
    if len(article.text) > _MAX_TEXT:
        return _too_long(raw)
    if not any(character.isalnum() for character in article.text):
        return _no_text(raw)
    if damaged:
        article.furniture.append(Furniture(" ".join(damaged), DAMAGED))
    if raw.kind != "text" and not prose_words(article.text):
        reason = "no article on the page, only menus and labels"
        return Skip(raw.id, "read", reason, raw.path, None, "Give the article's own page, not a list of pages.")
    return article


def _repaired(raw: RawDocument) -> tuple[RawDocument, list[str]]:
    """The document with damaged characters repaired in text and title, and those; HTML is decoded by its reader."""
    if raw.kind == "html":
        return raw, []
    content, damaged = repair(raw.content)
    title, more = repair(raw.title) if raw.title else (raw.title, [])
    damaged = list(dict.fromkeys([*damaged, *more]))
    return (msgspec.structs.replace(raw, content=content, title=title) if damaged else raw), damaged


def _no_text(raw: RawDocument) -> Skip:
    return Skip(raw.id, "read", "no article text found", raw.path, None, "Check what was fetched.")


def _too_long(raw: RawDocument) -> Skip:
    reason = f"longer than an article can be ({_MAX_TEXT:,} characters of text)"
    return Skip(raw.id, "read", reason, raw.path, None, "Split it into its articles.")
