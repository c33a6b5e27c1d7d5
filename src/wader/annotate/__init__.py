"""Stage ``annotate``: an article's sentences, syntax, names, places, times, speakers and figures."""

from __future__ import annotations

from wader.annotate.attribution import find_attributions
from wader.annotate.entities import find_entities
from wader.annotate.figures import find_figures
from wader.annotate.gate import Gate
from wader.annotate.parse import DEFAULT_MODEL, Parser
from wader.annotate.places import find_places
from wader.annotate.sentences import find_sentences
from wader.annotate.times import find_times
from wader.knowledge import Knowledge
from wader.records import Article, Document

__all__ = ["Annotator"]


class Annotator:
    """Annotates articles one at a time: pure, so that the order and number of workers never shows."""

    def __init__(self, knowledge: Knowledge, model: str = DEFAULT_MODEL) -> None:
        self.knowledge = knowledge
        self.parser = Parser(model)
        self.gate = Gate(knowledge.lexicon, self.parser.lemmatiser)

    def syntax(self, article: Article, *, everything: bool = False) -> Document:
        """Sentences, syntax and names only; ``everything`` takes every sentence, not only where the gate opens."""
        sentences = find_sentences(article)
        texts = {"text": article.text, "title": article.title or ""}
        chosen = [
            s for s in sentences if everything or s.sequence == 0 or self.gate.passes(texts[s.in_][s.start : s.end])
        ]
        docs = self.parser.parse(article, chosen)
        names = self.parser.names(docs, {s.sequence: s.start for s in chosen})
        document = Document(article, sentences)
        document.entities = find_entities(article, sentences, names, self.knowledge)
        return document

    def annotate(self, article: Article, *, everything: bool = False) -> Document:
        """All annotations of ``article``."""
        document = self.syntax(article, everything=everything)
        sentences = document.sentences
        document.places = find_places(article, sentences, document.entities, self.knowledge.gazetteer)
        document.times = find_times(article, sentences, self.knowledge.times)
        document.attributions = find_attributions(article, sentences, self.knowledge.reporting)
        document.figures = find_figures(article, sentences, self.knowledge.figures)
        return document
