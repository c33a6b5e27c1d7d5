"""Stage ``annotate``: an article's sentences, syntax, names, places, times, speakers and figures."""

from __future__ import annotations

import msgspec

from wader.annotate.attribution import find_attributions
from wader.annotate.entities import find_names
from wader.annotate.figures import find_figures
from wader.annotate.gate import Gate
from wader.annotate.parse import Parser
from wader.annotate.placed import date_placings
from wader.annotate.places import find_places
from wader.annotate.sentences import find_sentences
from wader.annotate.times import find_times
from wader.annotate.truecase import Truecaser
from wader.knowledge import Knowledge
from wader.knowledge.model import DEFAULT_MODEL
from wader.records import Article, Damaged, Document, Entity, Place, Placing, Sentence, Time, Tokens

__all__ = ["Annotator"]

ORDINARY_CAPITALS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december president minister prime foreign secretary general mr mrs ms "
    "dr sir defence defense the a an i government police army state court".split()
)
_OPEN = frozenset(("NN", "JJ", "VB", "FW", "CD"))
"""Tags (their first two letters) of words that may be names; "We" behind a quotation mark is none."""
CITY = 100_000
"""Inhabitants from which a city's name outweighs a rare noun of the same letters, where capitals are lost."""
LARGE = 500_000
"""Inhabitants from which an American name is a place before it is a surname."""
TOWN = 0.15
"""Least weight of a name (``Gazetteer.weight``) that opens a text before a colon as a dateline: of a town of more than
ten thousand that is no common word."""


class Annotator:
    """Annotates articles one at a time: pure, so that the order and number of workers never shows."""

    def __init__(self, knowledge: Knowledge, model: str = DEFAULT_MODEL) -> None:
        self.knowledge = knowledge
        self.parser = Parser(model, self._is_role)
        self.gate = Gate(knowledge.lexicon, self.parser.lemmatiser, knowledge.dull)
        lemmatiser = self.parser.lemmatiser
        self.truecaser = Truecaser(
            knowledge.actors, lemmatiser.is_word, lemmatiser.noun_only, self._is_city, self._is_role,
            knowledge.offices.has_name,
        )  # fmt: skip

    def syntax(self, article: Article, *, everything: bool = False) -> Document:
        """Sentences, syntax and names only; ``everything`` takes every sentence, not only where the gate opens."""
        reading = _reading(article)
        document = self._syntax(self._view(reading), everything)
        return _of_page(document, reading, article)

    def annotate(self, article: Article, *, everything: bool = False) -> Document:
        """All annotations of ``article``, over its reading where characters came damaged."""
        reading = _reading(article)
        view = self._view(reading)
        document = self._syntax(view, everything)
        sentences = document.sentences
        document.places = find_places(view, sentences, document.entities, self.knowledge.gazetteer)
        document.times = find_times(view, sentences, self.knowledge.times)
        attributions = find_attributions(view, sentences, self.knowledge.reporting)
        document.attributions = sorted(attributions, key=lambda a: a.sentence)
        date_placings(document.placed, view, sentences, document.times)
        document.figures = find_figures(view, sentences, self.knowledge.figures, document.times, document.attributions)
        return _of_page(document, reading, article)

    def _unsure(self, sentences: list[Sentence]) -> dict[int, tuple[int, list[int]]]:
        """Where the model is asked what a name is, by ``sequence``: the sentence's start and the offsets of capitalised
        words that no known name holds and no earlier sentence of the page asked about. Names are half the cost."""
        asked: set[str] = set()
        found = {}
        for sentence in sentences:
            if sentence.tokens is None:
                continue
            unknown = self._unknown_names(sentence.tokens)
            if not asked.issuperset(unknown):
                new = sorted(at for name, places in unknown.items() if name not in asked for at in places)
                found[sentence.sequence] = sentence.start, new
                asked.update(unknown)
        return found

    def _unknown_names(self, tokens: Tokens) -> dict[str, list[int]]:
        """Capitalised words that no list has, with the offsets at which they stand."""
        k, texts, tags = 0, tokens.text, tokens.tag
        found: dict[str, list[int]] = {}
        while k < len(texts):
            if tags[k][:3] != "NNP" and not (k and texts[k][:1].isupper() and tags[k][:2] in _OPEN):
                k += 1
                continue
            known = self.knowledge.actors.longest(texts, k)
            if known is not None:
                k += known[0]
                continue
            low = texts[k].lower()
            if len(low) > 1 and low.isalpha() and low not in ORDINARY_CAPITALS and not self.knowledge.roles.lookup(low):
                found.setdefault(texts[k], []).append(tokens.start[k])
            k += 1
        return found

    def _is_city(self, name: str) -> bool:
        return any(place.population >= CITY for place in self.knowledge.gazetteer.lookup(name))

    def _is_town(self, name: str) -> bool:
        """Whether a name is a town's or a province's, and no word or surname too, as those in America mostly are."""
        gazetteer = self.knowledge.gazetteer
        found = gazetteer.entries(name)
        placed = bool(found) and found[0].level != "country" and gazetteer.weight(name) >= TOWN
        return placed and (found[0].country_code != "USA" or found[0].population >= LARGE)

    def _is_role(self, word: str) -> bool:
        return self.knowledge.roles.longest_ending([word], 0) is not None

    def _view(self, article: Article) -> Article:
        """The article in ordinary case (itself where it is): of the same length, so that offsets are the page's."""
        text = self.truecaser.body(article.text)
        title = self.truecaser.headline(article.title, text) if article.title else article.title
        if text == article.text and title == article.title:
            return article
        return msgspec.structs.replace(article, title=title, text=text)

    def _syntax(self, view: Article, everything: bool) -> Document:
        sentences = find_sentences(view, self._is_town)
        texts = {"text": view.text, "title": view.title or ""}
        chosen = [
            s for s in sentences if everything or s.sequence == 0 or self.gate.passes(texts[s.in_][s.start : s.end])
        ]
        docs = self.parser.parse(view, chosen)
        unsure = self._unsure(chosen)
        names = self.parser.names(docs, unsure)
        document = Document(view, sentences)
        document.entities, document.placed = find_names(view, sentences, names, self.knowledge)
        return document


def _reading(article: Article) -> Article:
    return article.reading if isinstance(article, Damaged) else article


def _of_page(document: Document, reading: Article, article: Article) -> Document:
    """The document over the page's own text: what was read in restored case quotes the page as it stands."""
    document.given = article if isinstance(article, Damaged) else None
    if document.article is reading:
        return document
    document.article = reading
    texts = {"text": reading.text, "title": reading.title or ""}
    placings = [placing for name in document.placed for placing in name.placings]
    records: list[Entity | Place | Time | Placing] = [*document.entities, *document.places, *document.times, *placings]
    for record in records:
        record.text = texts[record.in_][record.start : record.end]
    return document
