"""Read: a raw document becomes an article with its date, and the page's furniture set aside."""

from __future__ import annotations

import msgspec

from wader.knowledge import Knowledge
from wader.read.dating import REFUSED_DATE
from wader.read.language import sure_language
from wader.read.lines import prose_words
from wader.read.page import read_page
from wader.read.repair import DAMAGED, damaged, repair
from wader.read.row import read_row
from wader.read.web import read_web
from wader.records import Article, Damaged, Furniture, RawDocument, Repair, Skip
from wader.text import trimmed
from wader.text.given import Given

__all__ = ["REFUSED_DATE", "read", "reread", "sure_language"]

_MAX_TEXT = 2_000_000
_MAX_PAGE = 8_000_000


def read(raw: RawDocument, knowledge: Knowledge) -> Article | Skip:
    """The article in ``raw``: its text is never empty, its blocks slice it. A Skip says why there is none.

    A text that is not English is read and dated like any other; ``language`` says so. Characters that were damaged on
    their way are repaired (``repair``) and listed in ``furniture``. The text of a row is the user's and comes back
    character for character: there the article is a ``Damaged``, which holds its repaired reading beside it.
    """
    if len(raw.content) > (_MAX_TEXT if raw.kind == "text" else _MAX_PAGE) and raw.kind != "html":
        return _too_long(raw)
    if not any(character.isalnum() for character in raw.content):
        return _no_text(raw)
    whole, repairs = _repaired(raw)
    article = _article(whole, knowledge)
    if isinstance(article, Skip) or not repairs:
        return article
    if raw.kind == "text":
        article = _as_given(raw, article, repairs)
    article.furniture.append(Furniture(" ".join(_sequences(raw, repairs)), DAMAGED))
    return article


def reread(article: Article) -> Article:
    """An article out of a store as ``read`` gave it: with the reading that damaged characters need."""
    text, repairs = repair(article.text)
    title, more = repair(article.title, "title") if article.title else (article.title, [])
    repairs = [*repairs, *more]
    if not repairs:
        return article
    fields = {name: getattr(article, name) for name in article.__struct_fields__}
    blocks = _repaired_blocks(article, text, repairs)
    reading = msgspec.structs.replace(article, text=text, title=title, blocks=blocks)
    return Damaged(**fields, reading=reading, repairs=repairs)


def _repaired_blocks(article: Article, text: str, repairs: list[Repair]) -> list[tuple[int, int]]:
    """Blocks of the given text as blocks of the repaired one."""
    blocks = []
    for start, end in article.blocks:
        first, last = (at + _shift(repairs, at) for at in (start, end))
        blocks.append(trimmed(text, first, last))
    return blocks


def _shift(repairs: list[Repair], at: int) -> int:
    """How far the repairs before an offset of the given text move it."""
    return sum(len(r.text) - (r.end - r.start) for r in repairs if r.in_ == "text" and r.end <= at)


def _article(raw: RawDocument, knowledge: Knowledge) -> Article | Skip:
    """The article by the reader of its kind, or why there is none."""
    outlets = knowledge.outlets
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
    if raw.kind != "text" and not prose_words(article.text):
        reason = "no article on the page, only menus and labels"
        return Skip(raw.id, "read", reason, raw.path, None, "Give the article's own page, not a list of pages.")
    return article


def _repaired(raw: RawDocument) -> tuple[RawDocument, list[Repair]]:
    """The document with damaged characters repaired in text and title, and where; HTML is decoded by its reader."""
    if raw.kind == "html":
        return raw, []
    content, repairs = repair(raw.content)
    title, more = repair(raw.title, "title") if raw.title else (raw.title, [])
    repairs = [*repairs, *more]
    return (msgspec.structs.replace(raw, content=content, title=title) if repairs else raw), repairs


def _sequences(raw: RawDocument, repairs: list[Repair]) -> list[str]:
    """The different damaged sequences of text and title."""
    found = [*damaged(raw.content, [r for r in repairs if r.in_ == "text"])]
    found += damaged(raw.title or "", [r for r in repairs if r.in_ == "title"])
    return list(dict.fromkeys(found))


def _as_given(raw: RawDocument, reading: Article, repairs: list[Repair]) -> Damaged:
    """The article of a row over the row's own text, with its repaired ``reading``."""
    fields = {name: getattr(reading, name) for name in reading.__struct_fields__}
    fields |= {"title": raw.title, "text": raw.content}
    article = Damaged(**fields, reading=reading, repairs=repairs)
    given = Given(article)
    article.date = given.back(reading.date)
    article.blocks = [trimmed(raw.content, *span) for span in given.back(reading.blocks)]
    article.furniture = [
        Furniture(item.text if item.reason == REFUSED_DATE else given.quoted(item.text), item.reason)
        for item in reading.furniture
    ]
    return article


def _no_text(raw: RawDocument) -> Skip:
    return Skip(raw.id, "read", "no article text found", raw.path, None, "Check what was fetched.")


def _too_long(raw: RawDocument) -> Skip:
    reason = f"longer than an article can be ({_MAX_TEXT:,} characters of text)"
    return Skip(raw.id, "read", reason, raw.path, None, "Split it into its articles.")
