"""A page with its names, for the tests of names and actors: the real parser, model and knowledge."""

from __future__ import annotations

from functools import cache

from tests.helpers import article, parser
from wader.annotate.entities import find_names
from wader.annotate.sentences import find_sentences
from wader.knowledge import Knowledge, load
from wader.records import Document, Entity, Mention, Sentence


@cache
def knowledge() -> Knowledge:
    return load()


def annotated(text: str, *, title: str | None = None, date: str | None = None, syntax: bool = True) -> Document:
    """A document with sentences and entities. ``syntax`` False: as if no sentence had been parsed."""
    page = article(text, title=title, date=date)
    sentences = find_sentences(page)
    names = {}
    if syntax:
        docs = parser().parse(page, sentences)
        every = {
            s.sequence: (s.start, [t.idx + s.start for t in docs[s.sequence]]) for s in sentences if s.sequence in docs
        }
        names = parser().names(docs, every)
    return Document(page, sentences, find_names(page, sentences, names, knowledge())[0])


def named(document: Document, text: str, nth: int = 0) -> Entity:
    """The ``nth`` entity whose words are ``text``."""
    found = [e for e in document.entities if e.text == text]
    assert len(found) > nth, f"no entity {text!r} among {[e.text for e in document.entities]}"
    return found[nth]


def mention(document: Document, words: str, nth: int = 0) -> tuple[Sentence, Mention]:
    """The mention ``words`` (their ``nth`` occurrence), headed by the word whose head is outside of it."""
    start = -1
    for _ in range(nth + 1):
        start = document.article.text.index(words, start + 1)
    end = start + len(words)
    sentence = next(s for s in document.sentences if s.in_ == "text" and s.start <= start < s.end)
    tokens = sentence.tokens
    assert tokens is not None
    inside = [k for k in range(len(tokens)) if start <= tokens.start[k] < end]
    head = next((k for k in inside if tokens.head[k] not in inside or tokens.head[k] == k), inside[-1])
    return sentence, Mention(start, end, head, "test")
