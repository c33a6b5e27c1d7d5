"""Which words of a page are toponyms.

Every run of capitals is looked up in the gazetteer, longest name first, in sentences parsed or not. Whether a hit is
meant as a place is weighed from the name itself (a country, a city of millions, a word that is nearly always something
else), the words beside it ("in", "near", "the town of", "… County", a street, a title), the entity it lies in, pairs
such as "Paris, Texas", datelines, and the page's other mentions of the name. What an organisation carries in its name
("Boston Police Department") and adjectives of states are toponyms too, in the sense of the field's gold data, and are
marked by ``rule``; they never serve as an event's own place.

``Place.rule``: ``name``, ``pair``, ``dateline``, ``abbreviation``, ``institution``, ``entity`` (a name that the gazetteer
lacks), ``in-name`` (part of an organisation's name), ``demonym`` (an adjective or people of a state).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wader.knowledge.gazetteer import ABBREVIATION, DEMONYM, INSTITUTION, GazEntry, Gazetteer, fold
from wader.records import Article, Entity, Place, Sentence

_WORD = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W_]+(?:['’&][^\W_]+)*")
_SMALL = re.compile(r"(?<![^\W_])[a-z]{3,}(?![^\W_])")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")
_PAIR = re.compile(r",\s{1,2}$")
_DATELINE = re.compile(r"^.{0,40}?(?:\([A-Za-z /.-]{2,30}\)\s*)?(?:[—–]|--|-(?=\s)|:(?=\s)|,\s+[A-Z][a-z]+\.?\s+\d)")

_INSIDE = frozenset("of and the de la las los del della di do da dos das al el au aux du des en et upon on sur le y e i ul ud bin ibn".split())
_AT = frozenset("in near outside inside across throughout around surrounding visiting within amid beyond".split())
_TOWARDS = frozenset("from to into toward towards at via through over leaving entering reached reaching left between "
                     "against with invaded attacked invading bordering off".split())  # fmt: skip
_OF = frozenset("of for by and or".split())
_SIDES = frozenset("northern southern eastern western central north south east west northeast northwest southeast southwest "
                   "northeastern northwestern southeastern southwestern downtown upstate mainland greater rural coastal "
                   "neighboring neighbouring nearby occupied post-war war-torn".split())  # fmt: skip
_UNITS_BEFORE = frozenset("town city village district province state region county governorate island port capital suburb "
                          "municipality township borough neighborhood neighbourhood republic kingdom parish prefecture "
                          "oblast hamlet enclave peninsula".split())  # fmt: skip
_UNITS_AFTER = frozenset("region province district county governorate city town village area state island peninsula valley "
                         "border residents area's township suburb prefecture airport".split())  # fmt: skip
_STREET = frozenset("street st avenue ave road rd drive dr lane ln boulevard blvd highway hwy parkway pkwy turnpike pike way "
                    "court ct place terrace circle trail route expressway freeway bridge".split())  # fmt: skip
_TITLES = frozenset("mr mrs ms miss dr prof sir dame lord lady judge justice sen rep gov sgt lt col gen capt maj cpl officer "
                    "detective deputy sheriff coach rev father sister brother pastor king queen prince princess president "
                    "minister secretary mayor chief senator governor professor captain general st saint".split())  # fmt: skip
_BODIES = frozenset("police university college school council department county city district mayor sheriff hospital court fire "
                    "police's airport international state public regional community medical high elementary middle township "
                    "museum times post news tribune herald gazette daily journal chamber board parks library church "
                    "congress parliament senate house assembly government ministry embassy army navy air national central "
                    "federal supreme security republican democratic attorney area metro memorial center centre "
                    "fc rovers town village township commission authority company bank exchange stock cup festival "
                    "olympics games convention independent residents governor gov sen rep president prime foreign "
                    "red giants rangers".split())  # fmt: skip
_OFFICES = _BODIES | _TITLES - {"st", "saint"}
_SAYS = frozenset("said says told adds added asked thinks believes recalled explained testified".split())
_SUFFIXES = frozenset("based led backed born area bound held controlled occupied administered ruled made style trained owned "
                      "run sponsored supported funded".split())  # fmt: skip
_PARTIES = frozenset(("D", "R", "I", "DFL", "Ind"))
_ARTICLES = frozenset(("a", "an", "the"))
_LISTS = frozenset("counties provinces districts states towns cities regions governorates".split())
_OPENERS = frozenset("the a an in at on for from of to by with when while after before as since if and but near inside outside "
                     "across throughout former both most many some all".split())  # fmt: skip
_GAPS = (" ", "-", "  ", " & ", "\u00a0", ". ", "–", "/")
_MOST_WORDS = 6
_ENOUGH = 1.5
_SURE = 3.5


@dataclass(slots=True)
class _Words:
    """A sentence's words: offsets (possessive endings left out), the words, which are capitalised; whether capitals
    tell anything here (not in a headline or a line in capitals)."""

    start: list[int]
    end: list[int]
    word: list[str]
    capital: list[bool]
    telling: bool


@dataclass(slots=True)
class _Hit:
    """A name found: words ``i`` to before ``j``; ``score`` over ``_ENOUGH`` is a place."""

    i: int
    j: int
    start: int
    end: int
    text: str
    entries: tuple[GazEntry, ...]
    score: float
    rule: str
    label: str | None = None
    near: bool = False


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
        for hit in _apart(h for h in hits if h.score >= _ENOUGH):
            places.append(
                Place(start=hit.start, end=hit.end, in_=sentence.in_, text=hit.text, sentence=sentence.sequence, rule=hit.rule)
            )
    return places


def _apart(hits: Iterable[_Hit]) -> list[_Hit]:
    """Hits that do not overlap, the better and then the longer first; in order of the text."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (-(h.end - h.start), -h.score, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


class _Finder:
    """Finds the toponyms of one page."""

    def __init__(self, article: Article, entities: Sequence[Entity], gazetteer: Gazetteer) -> None:
        self._article, self._gazetteer = article, gazetteer
        self._by_sentence: dict[int, list[Entity]] = {}
        self._small = frozenset(word for word in _SMALL.findall(article.text))
        self._name_parts: Counter[str] = Counter()
        for entity in entities:
            if entity.kind == "ROLE":
                continue
            self._by_sentence.setdefault(entity.sentence, []).append(entity)
            if entity.kind == "PERSON" and " " in entity.text:
                self._name_parts.update(_own_parts(entity.text))

    # --- a sentence ----------------------------------------------------------------------------------

    def read(self, sentence: Sentence) -> list[_Hit]:
        """The names of a sentence that may be places, each with its score."""
        text = (self._article.title or "") if sentence.in_ == "title" else self._article.text
        entities = self._by_sentence.get(sentence.sequence, [])
        words = _words(text, sentence)
        hits = self._look_up(text, words, entities)
        for hit in hits:
            self._score(text, words, hit, sentence)
        self._pairs(text, hits)
        self._dateline(text, words, hits, sentence)
        hits.extend(self._of_entities(text, entities, hits, words))
        return hits

    def _look_up(self, text: str, words: _Words, entities: list[Entity]) -> list[_Hit]:
        hits: list[_Hit] = []
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

    def _longest(self, text: str, words: _Words, i: int, entities: list[Entity]) -> _Hit | None:
        last = i
        for k in range(i + 1, min(i + _MOST_WORDS, len(words.word))):
            gap = text[words.end[k - 1] : words.start[k]]
            if gap not in _GAPS or not (words.capital[k] or words.word[k] in _INSIDE):
                break
            if gap == ". " and words.word[k - 1] not in ("St", "Ft", "Mt", "Ste", "W"):
                break
            if words.capital[k]:
                last = k
        start = words.start[i]
        for k in range(last, i - 1, -1):
            if not words.capital[k]:
                continue
            hit = self._named(text, i, k, start, words.end[k])
            if hit is not None and k > i and words.word[i].lower() == "the" and hit.entries[0].name[:4].lower() != "the ":
                continue  # the article is no part of the name, save in "The Hague"
            if hit is not None:
                covering = [e for e in entities if e.start < hit.end and start < e.end]
                if not any(_cuts(e, start, hit.end, text) for e in covering):
                    hit.label = _label(hit, covering)
                    return hit
        return None

    def _named(self, text: str, i: int, k: int, start: int, end: int) -> _Hit | None:
        """The gazetteer's entries for words ``i`` to ``k`` in the form they are printed in: abbreviations need their
        full stop ("Ind.") or capitals after a comma ("Gary, IN"), short names their capitals."""
        name = text[start:end]
        entries = self._gazetteer.entries(name)
        if not entries:
            return None
        if any(e.how == ABBREVIATION for e in entries):
            stopped = "." in name or text[end : end + 1] == "."
            bare = 2 <= len(name) <= 3 and name.isupper() and text[max(0, start - 2) : start] == ", "
            if stopped and not (name.isupper() and "." not in name) or bare:
                entries = tuple(e for e in entries if e.how == ABBREVIATION)
                end += stopped and name[-1] != "." and not bare
                return _Hit(i, k + 1, start, end, text[start:end], entries, 0.0, "abbreviation")
            entries = tuple(e for e in entries if e.how != ABBREVIATION)
        if not entries or (len(name) <= 3 and not (name.isupper() or k > i)):
            return None
        rule = "name"
        if any(e.how == INSTITUTION for e in entries) and all(e.how == INSTITUTION or e.population < 50_000 for e in entries):
            entries, rule = tuple(e for e in entries if e.how == INSTITUTION), "institution"
        elif all(e.how == DEMONYM for e in entries):
            rule = "demonym"
        return _Hit(i, k + 1, start, end, name, entries, 0.0, rule)

    def _score(self, text: str, words: _Words, hit: _Hit, sentence: Sentence) -> None:
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

    def _left(self, text: str, words: _Words, hit: _Hit) -> float:
        """What the words before a name say."""
        i = hit.i
        before = words.word[i - 1]
        if text[words.end[i - 1] : hit.start] == "-":
            return 4.0 if before in _PARTIES else 0.0
        low = before.lower()
        article = low in _ARTICLES
        if article and i > 1:
            i, low = i - 1, words.word[i - 2].lower()
        second = words.word[i - 2].lower() if i > 1 else ""
        score = 0.0
        if article and hit.label in ("PERSON", "PERSON?") and hit.j < len(words.word) and not words.capital[hit.j]:
            score += 2.5  # "a Lagos man": persons' names take no article
        hit.near = low in _AT or low in _TOWARDS or low in _UNITS_BEFORE or (low == "of" and second in _UNITS_BEFORE)
        if low in _AT:
            return score + 3.5
        if low in _TOWARDS:
            return score + 1.2
        if low == "of" and second in _UNITS_BEFORE:
            return score + 3.0
        if low in _OF:
            return score + 0.5
        if low in _SIDES or low in _UNITS_BEFORE:
            return score + 1.5
        if low.rstrip(".") in _TITLES and not article:
            return score - 4.0
        if words.telling and words.capital[i - 1] and not (i == 1 and low in _OPENERS) and not article:
            return score - 1.5
        return score

    def _right(self, text: str, words: _Words, hit: _Hit) -> float:
        """What the words after a name say."""
        j = hit.j
        after, gap = words.word[j], text[hit.end : words.start[j]]
        low = after.lower().rstrip(".")
        if gap == "-":
            return 2.0 if low in _SUFFIXES else 0.0
        if gap in ("'s ", "’s "):
            return -2.0 if hit.text.startswith("St") and words.capital[j] else 0.3
        if self._listed(text, words, j - 1):
            return 2.5
        if gap not in (" ", "\u00a0"):
            return 0.0
        if low in _STREET and words.capital[j]:
            return -6.0
        if low in _UNITS_AFTER and not words.capital[j]:
            return 1.0
        if low in _BODIES:
            if words.capital[j]:
                hit.rule = "in-name" if hit.rule == "name" else hit.rule
            return 0.5
        if low in _SAYS:
            return -1.0
        if words.telling and words.capital[j]:
            return -1.0
        return 0.0

    def _listed(self, text: str, words: _Words, k: int) -> bool:
        """Whether a list of names that ends in "counties", "provinces" … begins at word ``k``."""
        for n in range(k + 1, min(k + 8, len(words.word))):
            if words.word[n] in _LISTS:
                return n > k + 1 or text[words.end[k] : words.start[n]] == " "
            if text[words.end[n - 1] : words.start[n]] not in (" ", ", ") or not (
                words.capital[n] or words.word[n] in ("and", "or")
            ):
                return False
        return False

    def _pairs(self, text: str, hits: list[_Hit]) -> None:
        """ "Paris, Texas": each makes the other sure where one lies in the other."""
        for left, right in zip(hits, hits[1:], strict=False):
            if not _PAIR.match(text[left.end : right.start]):
                continue
            if any(inside(a, b) for b in right.entries if b.level in ("country", "admin1", "admin2") for a in left.entries):
                left.score += 4.0
                right.score += 5.0
                left.rule = "pair" if left.rule in ("name", "in-name") else left.rule
            elif right.rule == "abbreviation" and "." in right.text:
                right.score += 4.0

    def _dateline(self, text: str, words: _Words, hits: list[_Hit], sentence: Sentence) -> None:
        """ "BAGHDAD, Iraq (AP) -": a place that opens a paragraph in capitals or before a dash."""
        if not hits or hits[0].i != 0 or sentence.in_ != "text":
            return
        first = hits[0]
        rest = text[first.end : first.end + 80]
        match = _DATELINE.match(rest)
        if match is None:
            return
        dashed = any(mark in match.group() for mark in ("—", "–", "--", "("))
        if first.text.isupper() and len(first.text) > 3 or dashed:
            first.score += 4.0 if first.text.isupper() else 2.0
            first.rule = "dateline"

    def _of_entities(self, text: str, entities: list[Entity], hits: list[_Hit], words: _Words) -> list[_Hit]:
        """Places that names of entities give: unknown to the gazetteer, or adjectives of states."""
        found = []
        for entity in entities:
            if any(h.start < entity.end and entity.start < h.end and h.score >= _ENOUGH for h in hits):
                continue
            start = entity.start + (4 if entity.text[:4] in ("the ", "The ") else 0)
            name = text[start : entity.end]
            if entity.kind == "NORP" and entity.code and len(entity.code) == 3 and entity.rule.startswith(("demonym", "subnat")):
                found.append(_Hit(0, 0, start, entity.end, name, (), 9.0, "demonym", "NORP"))
            elif entity.kind in ("GPE", "LOC") and not self._gazetteer.knows(name) and name[:1].isupper():
                unit = name.split()[-1].lower() in _GEO
                before = text[max(0, start - 14) : start].lower().split()
                placed = bool(before) and before[-1] in ("in", "near", "outside")
                if entity.code or unit and " " in name or placed:
                    found.append(_Hit(0, 0, start, entity.end, name, (), 2.0, "entity", entity.kind))
        return found

    # --- the page ------------------------------------------------------------------------------------

    def weigh_page(self, found: list[list[_Hit]]) -> None:
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
                if key in sure and hit.score < _SURE and (hit.label not in ("PERSON", "PERSON?") or not self._name_parts[key]):
                    hit.score += 2.0
                if hit.j - hit.i == 1 and self._name_parts[key] and not hit.near:
                    hit.score -= 1.0 if key in sure else 4.0


_LABEL_SCORE = {"GPE": 2.5, "LOC": 2.0, "FAC": 0.5, "ORG": 0.3, "ORG>": 0.0, "ORG=": -3.0, "PERSON": -4.0, "PERSON?": -2.0, "NORP": -1.0}
_GEO = frozenset("river lake county valley mountains mountain island islands bay creek park beach hills heights province "
                 "district region peninsula coast desert township parish village forest sea gulf strait falls".split())  # fmt: skip


def _cuts(entity: Entity, start: int, end: int, text: str) -> bool:
    """Whether a name takes only a part of a person's name ("Paris" in "Paris Hilton"; but "Paris Police Chief")."""
    if entity.kind != "PERSON" or (start <= entity.start and entity.end <= end):
        return False
    rest = text[end : entity.end].split()
    return not (start <= entity.start and rest and rest[0].lower().rstrip(".") in _OFFICES)


def _own_parts(name: str) -> list[str]:
    """The words of a person's name, folded: those after a title that the model took into it."""
    parts = name.split()
    for n in range(len(parts) - 1, -1, -1):
        if parts[n].lower().rstrip(".") in _OFFICES:
            parts = parts[n + 1 :]
            break
    return [fold(part) for part in parts]


def _label(hit: _Hit, covering: list[Entity]) -> str | None:
    """The kind of the entity that a hit lies in; ``ORG>`` where the entity's name is longer, ``ORG=`` where knowledge
    has an organisation of just this name."""
    for entity in covering:
        longer = entity.start < hit.start - 4 or entity.end > hit.end + 1
        if entity.kind not in ("ORG", "MISC", "PERSON"):
            return entity.kind
        if longer:
            hit.rule = "in-name" if hit.rule == "name" else hit.rule
            return "ORG>" if entity.kind != "MISC" else "MISC"
        known = entity.kind == "ORG" and entity.rule != "" and not entity.rule.startswith(("model", "body", "capitals"))
        if entity.kind == "PERSON":
            weak = entity.rule in ("", "person") or entity.rule.startswith("first name; person")
            return "PERSON?" if weak and not entity.sector else "PERSON"
        return "ORG=" if known else entity.kind
    return None


def inside(inner: GazEntry, outer: GazEntry) -> bool:
    """Whether ``inner`` lies in the country or division ``outer``."""
    if outer.level == "country":
        return inner.country == outer.country and inner.level != "country" and inner.country is not None
    return outer.id in (inner.admin1, inner.admin2)


def _words(text: str, sentence: Sentence) -> _Words:
    words = _Words([], [], [], [], True)
    capitals = letters = 0
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        end = match.end()
        if word[-1] in "sS'’" and len(word) > 2 and (cut := _POSSESSIVE.search(word)):
            end -= len(cut.group())
            word = word[: cut.start()]
        # "al-Hol" begins with its article
        capital = word[0].isupper() or (word in ("al", "el", "ash", "ar") and text[end : end + 1] == "-")
        words.start.append(match.start())
        words.end.append(end)
        words.word.append(word)
        words.capital.append(capital)
        if len(word) > 3 and word[0].isalpha():
            letters += 1
            capitals += capital
    words.telling = letters < 4 or capitals < 0.7 * letters
    return words
