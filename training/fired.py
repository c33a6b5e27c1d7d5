"""Where the lexicon alone would see an event in the corpus: near misses that no writer marked are asked about too."""

from __future__ import annotations

from collections.abc import Iterable

from training.corpus import Passage
from wader.annotate import Annotator
from wader.code.coder import SentenceCoder
from wader.knowledge import load
from wader.records import Article


def fired(passages: Iterable[Passage]) -> dict[str, list[tuple[int, int]]]:
    """By passage the spans of the lexicon's triggers."""
    knowledge = load()
    annotator = Annotator(knowledge)
    found: dict[str, list[tuple[int, int]]] = {}
    for passage in passages:
        article = Article(passage.id, None, passage.text, blocks=[(0, len(passage.text))])
        document = annotator.syntax(article)
        for sentence in document.sentences:
            if sentence.tokens is not None and len(sentence.tokens):
                for candidate in SentenceCoder(sentence, document, knowledge).candidates():
                    found.setdefault(passage.id, []).extend((t.start, t.end) for t in candidate.triggers)
    return found

