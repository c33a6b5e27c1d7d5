"""Parsed documents for tests: text in, ``Document`` with sentences and syntax out."""

from __future__ import annotations

import re
from functools import lru_cache

from wader.annotate.parse import Parser
from wader.annotate.sentences import find_sentences
from wader.records import Article, Document, PageDate


@lru_cache(maxsize=1)
def parser() -> Parser:
    return Parser()


def article(text: str, *, title: str | None = None, date: str | None = None) -> Article:
    """An article whose blocks are the lines of ``text``; ``date`` is an ISO day."""
    blocks = [match.span() for match in re.finditer(r"[^\n]+", text)]
    page = PageDate(date, "day", None, None, "explicit", [], date, date) if date else None
    return Article("test", title, text, page, language="en", blocks=blocks)


def parse(text: str, *, title: str | None = None, date: str | None = None, syntax: bool = True) -> Document:
    """A document with sentences, each parsed unless ``syntax`` is false; the other layers are empty."""
    page = article(text, title=title, date=date)
    sentences = find_sentences(page)
    if syntax:
        parser().parse(page, sentences)
    return Document(page, sentences)
