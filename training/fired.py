"""Where the lexicon alone would see an event in the corpus: near misses that no writer marked are asked about too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evaluation.common import LEXICON_ONLY
from training.corpus import Passage
from wader.annotate import Annotator
from wader.code.coder import SentenceCoder
from wader.code.judge import told_span
from wader.code.proposals import propose
from wader.knowledge import Knowledge, load
from wader.records import Article, Candidate


def fired(passages: Iterable[Passage]) -> dict[str, list[tuple[int, int]]]:
    """By passage what the coder would ask about that nobody marked: triggers of the lexicon, and proposed verbs."""
    knowledge = load(LEXICON_ONLY)
    annotator = Annotator(knowledge)
    found: dict[str, list[tuple[int, int]]] = {}
    for passage in passages:
        for coder, candidates in asked(passage, annotator, knowledge):
            spans = [told_span(coder, c) for c in candidates if not _meets(passage, c)]
            found.setdefault(passage.id, []).extend(spans)
    return found


def asked(
    passage: Passage, annotator: Annotator, knowledge: Knowledge
) -> Iterator[tuple[SentenceCoder, list[Candidate]]]:
    """By sentence what the coder asks the encoder about: candidates of the lexicon, and words proposed beside them."""
    article = Article(passage.id, None, passage.text, blocks=[(0, len(passage.text))])
    document = annotator.syntax(article)
    for sentence in document.sentences:
        if sentence.tokens is not None and len(sentence.tokens):
            coder = SentenceCoder(sentence, document, knowledge)
            candidates = coder.candidates()
            yield coder, candidates + propose(coder, candidates)


def _meets(passage: Passage, candidate: Candidate) -> bool:
    """Whether any word of a trigger is of one that is marked: then it is no near miss."""
    marked = [passage.spans[e.trigger] for e in passage.events]
    return any(t.start < m.end and m.start < t.end for t in candidate.triggers for m in marked)
