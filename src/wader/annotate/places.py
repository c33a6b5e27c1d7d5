"""Which words of a page are toponyms.

Every run of capitals is looked up in the gazetteer, longest name first, in sentences parsed or not. Whether a hit is
meant as a place is weighed from the name itself (a country, a city of millions, a word that is nearly always something
else), the words beside it ("in", "near", "the town of", "… County", a street, a title), the entity it lies in, pairs
such as "Paris, Texas", datelines, and the page's other mentions of the name. What an organisation carries in its name
("Boston Police Department") and adjectives of states are toponyms too, in the sense of the field's gold data, and are
marked by ``rule``; they never serve as an event's own place.

``Place.rule``: ``name``, ``pair``, ``dateline``, ``abbreviation``, ``institution``, ``entity`` (a name that the
gazetteer lacks), ``in-name`` (part of an organisation's name), ``demonym`` (an adjective or people of a state).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from wader.annotate.place_hits import Hit, Words, apart, cuts, inside, label_of, own_parts, words_of
from wader.annotate.place_words import (
    ARTICLES,
    AT,
    BODIES,
    GEO,
    INSIDE,
    LISTS,
    OF,
    OPENERS,
    PARTIES,
    SAYS,
    SIDES,
    STREET,
    SUFFIXES,
    TITLES,
    TOWARDS,
    UNITS_AFTER,
    UNITS_BEFORE,
)
from wader.knowledge.gazetteer import ABBREVIATION, ALTERNATE, DEMONYM, INSTITUTION, Gazetteer, fold
from wader.records import Article, Entity, Place, Sentence

_SMALL = re.compile(r"(?<![^\W_])[a-z]{3,}(?![^\W_])")
_PAIR = re.compile(r",\s{1,2}$")
_DATELINE = re.compile(r"^.{0,40}?(?:\([A-Za-z /.-]{2,30}\)\s*)?(?:[—–]|--|-(?=\s)|:(?=\s)|,\s+[A-Z][a-z]+\.?\s+\d)")

_GAPS = (" ", "-", "  ", " & ", "\u00a0", ". ", "–", "/")
_LABEL_SCORE = {
    "GPE": 2.5, "LOC": 2.0, "FAC": 0.5, "ORG": 0.3, "ORG>": 0.0, "ORG=": -3.0, "PERSON": -4.0, "PERSON?": -2.0,
    "NORP": -1.0,
}  # fmt: skip
_MOST_WORDS = 6
_ENOUGH = 1.5
_SURE = 3.5


def find_places(
    article: Article, sentences: Sequence[Sentence], entities: Sequence[Entity], gazetteer: Gazetteer
) -> list[Place]:
    """The toponyms of a page in document order, not overlapping; ``resolve`` says where they lie.

    Args:
        entities: as ``annotate/entities.py`` gives them; persons among them are no places, whatever their names.
    """
    finder = _Finder(article, entities, gazetteer)
    found = [(sentence, finder.read(sentence)) for sentence in sentences]
    finder.weigh_page([hits for _, hits in found])
    places = []
    for sentence, hits in found:
        for hit in apart(h for h in hits if h.score >= _ENOUGH):
            places.append(
                Place(
                    start=hit.start,
                    end=hit.end,
                    in_=sentence.in_,
                    text=hit.text,
                    sentence=sentence.sequence,
                    rule=hit.rule,
                )
            )
    return places


class _Finder:
    """Finds the toponyms of one page."""

    def __init__(self, article: Article, entities: Sequence[Entity], gazetteer: Gazetteer) -> None:
        self._article, self._gazetteer = article, gazetteer
        self._by_sentence: dict[int, list[Entity]] = {}
        self._small = frozenset(m.group() for m in _SMALL.finditer(article.text))
        self._name_parts: Counter[str] = Counter()
        for entity in entities:
            if entity.kind == "ROLE":
                continue
            self._by_sentence.setdefault(entity.sentence, []).append(entity)
            if entity.kind == "PERSON" and " " in entity.text:
                self._name_parts.update(own_parts(entity.text))

    # --- a sentence ----------------------------------------------------------------------------------

    def read(self, sentence: Sentence) -> list[Hit]:
        """The names of a sentence that may be places, each with its score."""
        text = (self._article.title or "") if sentence.in_ == "title" else self._article.text
        entities = self._by_sentence.get(sentence.sequence, [])
        words = words_of(text, sentence)
        hits = self._look_up(text, words, entities)
        for hit in hits:
            self._score(text, words, hit, sentence)
        self._pairs(text, hits)
        self._dateline(text, words, hits, sentence)
        hits.extend(self._of_entities(text, entities, hits, words))
        return hits

    def _look_up(self, text: str, words: Words, entities: list[Entity]) -> list[Hit]:
        hits: list[Hit] = []
        i, n = 0, len(words.word)
        while i < n:
            if not words.capital[i]:
                i += 1
                continue
            hit = self._longest(text, words, i, entities)
            if hit is None:
                i += 1
            else:
                hits.append(hit)
                i = hit.j
        return hits

    def _longest(self, text: str, words: Words, i: int, entities: list[Entity]) -> Hit | None:
        last = i
        for k in range(i + 1, min(i + _MOST_WORDS, len(words.word))):
            gap = text[words.end[k - 1] : words.start[k]]
            if gap not in _GAPS or not (words.capital[k] or words.word[k] in INSIDE):
                break
            if gap == ". " and words.word[k - 1].title() not in ("St", "Ft", "Mt", "Ste", "W"):
                break
            if words.capital[k]:
                last = k
        start = words.start[i]
        for k in range(last, i - 1, -1):
            if not words.capital[k]:
                continue
            hit = self._named(text, i, k, start, words.end[k])
            if (
                hit is not None
                and k > i
                and words.word[i].lower() == "the"
                and hit.entries[0].name[:4].lower() != "the "
            ):
                continue  # the article is no part of the name, save in "The Hague"
            if hit is not None:
                covering = [e for e in entities if e.start < hit.end and start < e.end]
                if not any(cuts(e, start, hit.end, text) for e in covering):
                    hit.label = label_of(hit, covering)
                    return hit
        return None

    def _named(self, text: str, i: int, k: int, start: int, end: int) -> Hit | None:
        """The gazetteer's entries for words ``i`` to ``k`` in the form they are printed in: abbreviations need their
        full stop ("Ind.") or capitals after a comma ("Gary, IN"), short names their capitals."""
        name = text[start:end]
        entries = self._gazetteer.entries(name)
        if not entries:
            return None
        if any(e.how == ABBREVIATION for e in entries):
            stopped = "." in name or text[end : end + 1] == "."
            bare = 2 <= len(name) <= 3 and name.isupper() and text[max(0, start - 2) : start] == ", "
            if (stopped and not (name.isupper() and "." not in name)) or bare:
                entries = tuple(e for e in entries if e.how == ABBREVIATION)
                end += stopped and name[-1] != "." and not bare
                return Hit(i, k + 1, start, end, text[start:end], entries, 0.0, "abbreviation")
            entries = tuple(e for e in entries if e.how != ABBREVIATION)
        if not entries or (len(name) <= 3 and not (name.isupper() or k > i)):
            return None
        rule = "name"
        others = [e.population for e in entries if e.how not in (INSTITUTION, ALTERNATE)]
        if any(e.how == INSTITUTION for e in entries) and max(others, default=0) < 50_000:
            entries, rule = tuple(e for e in entries if e.how == INSTITUTION), "institution"
        elif all(e.how == DEMONYM for e in entries):
            rule = "demonym"
        return Hit(i, k + 1, start, end, name, entries, 0.0, rule)

    def _score(self, text: str, words: Words, hit: Hit, sentence: Sentence) -> None:
        i, j = hit.i, hit.j
        if hit.rule == "demonym":
            hit.score = 0.0 if hit.label in ("PERSON", "PERSON?") else _SURE
            return
        score = self._gazetteer.weight(hit.text)
        if hit.rule == "abbreviation":
            score = 1.0 if hit.text.count(".") > 1 else -2.0
        elif hit.rule == "institution":
            score = -0.5
        if i and text[words.end[i - 1] : hit.start].strip(" \u00a0(\"'“‘").strip("-") == "":
            score += self._left(text, words, hit)
        elif j - i == 1 and i == 0:
            score -= 0.5
        if j < len(words.word):
            score += self._right(text, words, hit)
        score += _LABEL_SCORE.get(hit.label or "", -0.5 if sentence.tokens is not None else 0.0)
        if not words.telling:
            score -= 0.7
        if j - i == 1 and hit.text.lower() in self._small:
            score -= 2.0
        hit.score = score

    def _left(self, text: str, words: Words, hit: Hit) -> float:
        """What the words before a name say."""
        i = hit.i
        before = words.word[i - 1]
        if text[words.end[i - 1] : hit.start] == "-":
            return 4.0 if before in PARTIES else 0.0
        low = before.lower()
        article = low in ARTICLES
        if article and i > 1:
            i, low = i - 1, words.word[i - 2].lower()
        second = words.word[i - 2].lower() if i > 1 else ""
        score = 0.0
        if article and hit.label in ("PERSON", "PERSON?") and hit.j < len(words.word) and not words.capital[hit.j]:
            score += 2.5  # "a Lagos man": persons' names take no article
        hit.near = low in AT or low in TOWARDS or low in UNITS_BEFORE or (low == "of" and second in UNITS_BEFORE)
        if low in AT:
            return score + 3.5
        if low in TOWARDS:
            return score + 1.2
        if low == "of" and second in UNITS_BEFORE:
            return score + 3.0
        if low in OF:
            return score + 0.5
        if low in SIDES or low in UNITS_BEFORE:
            return score + 1.5
        if low.rstrip(".") in TITLES and not article:
            return score - 4.0
        if words.telling and words.capital[i - 1] and not (i == 1 and low in OPENERS) and not article:
            return score - 1.5
        return score

    def _right(self, text: str, words: Words, hit: Hit) -> float:
        """What the words after a name say."""
        j = hit.j
        after, gap = words.word[j], text[hit.end : words.start[j]]
        low = after.lower().rstrip(".")
        if gap == "-":
            return 2.0 if low in SUFFIXES else 0.0
        if gap in ("'s ", "’s "):
            return -2.0 if hit.text.startswith("St") and words.capital[j] else 0.3
        if self._listed(text, words, j - 1):
            return 2.5
        if gap not in (" ", "\u00a0"):
            return 0.0
        if low in STREET and words.capital[j]:
            return -6.0
        if low in UNITS_AFTER and not words.capital[j]:
            return 1.0
        if low in BODIES:
            if words.capital[j]:
                hit.rule = "in-name" if hit.rule == "name" else hit.rule
            return 0.5
        if low in SAYS:
            return -1.0
        if words.telling and words.capital[j]:
            return -1.0
        return 0.0

    def _listed(self, text: str, words: Words, k: int) -> bool:
        """Whether a list of names that ends in "counties", "provinces" … begins at word ``k``."""
        for n in range(k + 1, min(k + 8, len(words.word))):
            if words.word[n] in LISTS:
                return n > k + 1 or text[words.end[k] : words.start[n]] == " "
            if text[words.end[n - 1] : words.start[n]] not in (" ", ", ") or not (
                words.capital[n] or words.word[n] in ("and", "or")
            ):
                return False
        return False

    def _pairs(self, text: str, hits: list[Hit]) -> None:
        """ "Paris, Texas": each makes the other sure where one lies in the other."""
        for left, right in pairwise(hits):
            if not _PAIR.match(text[left.end : right.start]):
                continue
            if any(
                inside(a, b) for b in right.entries if b.level in ("country", "admin1", "admin2") for a in left.entries
            ):
                left.score += 4.0
                right.score += 5.0
                left.rule = "pair" if left.rule in ("name", "in-name") else left.rule
            elif right.rule == "abbreviation" and "." in right.text:
                right.score += 4.0

    def _dateline(self, text: str, words: Words, hits: list[Hit], sentence: Sentence) -> None:
        """ "BAGHDAD, Iraq (AP) -": a place that opens a paragraph in capitals or before a dash."""
        if not hits or hits[0].i != 0 or sentence.in_ != "text":
            return
        first = hits[0]
        rest = text[first.end : first.end + 80]
        match = _DATELINE.match(rest)
        if match is None:
            return
        dashed = any(mark in match.group() for mark in ("—", "–", "--", "("))
        town = match.group() == ":" and sentence.sequence <= 2 and first.entries and first.entries[0].level != "country"
        if (first.text.isupper() and len(first.text) > 3) or dashed or town:
            first.score += 4.0 if first.text.isupper() else 2.0
            first.rule = "dateline"

    def _of_entities(self, text: str, entities: list[Entity], hits: list[Hit], words: Words) -> list[Hit]:
        """Places that names of entities give: unknown to the gazetteer, or adjectives of states."""
        found = []
        for entity in entities:
            if any(h.start < entity.end and entity.start < h.end and h.score >= _ENOUGH for h in hits):
                continue
            start = entity.start + (4 if entity.text[:4] in ("the ", "The ") else 0)
            name = text[start : entity.end]
            if (
                entity.kind == "NORP"
                and entity.code
                and len(entity.code) == 3
                and entity.rule.startswith(("demonym", "subnat"))
            ):
                found.append(Hit(0, 0, start, entity.end, name, (), 9.0, "demonym", "NORP"))
            elif entity.kind in ("GPE", "LOC") and not self._gazetteer.knows(name) and name[:1].isupper():
                unit = name.split()[-1].lower() in GEO
                before = text[max(0, start - 14) : start].lower().split()
                placed = bool(before) and before[-1] in ("in", "near", "outside")
                if entity.code or (unit and " " in name) or placed:
                    found.append(Hit(0, 0, start, entity.end, name, (), 2.0, "entity", entity.kind))
        return found

    # --- the page ------------------------------------------------------------------------------------

    def weigh_page(self, found: list[list[Hit]]) -> None:
        """A name that is surely a place once is one elsewhere; a part of a person's full name is that person."""
        sure: set[str] = set()
        for hits in found:
            for hit in hits:
                if hit.score >= _SURE and hit.rule != "demonym":
                    sure.add(fold(hit.text))
        for hits in found:
            for hit in hits:
                key = fold(hit.text)
                if hit.rule in ("pair", "dateline", "demonym", "abbreviation"):
                    continue
                if (
                    key in sure
                    and hit.score < _SURE
                    and (hit.label not in ("PERSON", "PERSON?") or not self._name_parts[key])
                ):
                    hit.score += 2.0
                if hit.j - hit.i == 1 and self._name_parts[key] and not hit.near:
                    hit.score -= 1.0 if key in sure else 4.0
