"""Parsed documents for tests: text in, ``Document`` with sentences and syntax out."""

from __future__ import annotations

import re
from functools import lru_cache

from wader.annotate.parse import Parser
from wader.annotate.sentences import find_sentences
from wader.records import Article, Candidate, Document, PageDate, Status, Trigger


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


def candidate(
    document: Document, words: str, category: str = "ASSAULT", *, status: Status = "happened", nth: int = 0
) -> Candidate:
    """A candidate whose trigger is the ``nth`` occurrence of ``words`` in headline or body."""
    page = document.article
    places = [("title", m.start()) for m in re.finditer(re.escape(words), page.title or "")]
    places += [("text", m.start()) for m in re.finditer(re.escape(words), page.text)]
    in_, start = places[nth]
    sentence = next(s for s in document.sentences if s.in_ == in_ and s.start <= start < s.end)
    trigger = Trigger(start, start + len(words), 0, words)
    return Candidate(sentence.sequence, sentence.in_, [trigger], category, [], [], [], [], status, 1.0)
