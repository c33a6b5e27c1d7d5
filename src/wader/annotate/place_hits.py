"""Words and names of a sentence as the search for toponyms sees them (see ``places.py``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wader.annotate.place_words import OFFICES
from wader.knowledge.gazetteer import GazEntry, fold
from wader.records import Entity, Sentence
from wader.text import is_discarded

_WORD = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W_]+(?:['’&][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S)?$")


@dataclass(slots=True)
class Words:
    """A sentence's words: offsets (possessive endings left out), the words, which are capitalised; whether capitals
    tell anything here (not in a headline or a line in capitals)."""

    start: list[int]
    end: list[int]
    word: list[str]
    capital: list[bool]
    telling: bool


@dataclass(slots=True)
class Hit:
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


def words_of(text: str, sentence: Sentence) -> Words:
    words = Words([], [], [], [], True)
    capitals = letters = 0
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        word = match.group()
        end = match.end()
        if len(word) > 2 and word[-2] in "'’" and (cut := _POSSESSIVE.search(word)):
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


def apart(hits: Iterable[Hit]) -> list[Hit]:
    """Hits that do not overlap, the better and then the longer first; in order of the text."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (-(h.end - h.start), -h.score, h.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)


def cuts(entity: Entity, start: int, end: int, text: str) -> bool:
    """Whether a name takes only a part of a person's name ("Paris" in "Paris Hilton"; but "Paris Police Chief")."""
    if entity.kind != "PERSON" or (start <= entity.start and entity.end <= end):
        return False
    rest = text[end : entity.end].split()
    return not (start <= entity.start and rest and rest[0].lower().rstrip(".") in OFFICES)


def own_parts(name: str) -> list[str]:
    """The words of a person's name, folded: those after a title that the model took into it."""
    parts = name.split()
    for n in range(len(parts) - 1, -1, -1):
        if parts[n].lower().rstrip(".") in OFFICES:
            parts = parts[n + 1 :]
            break
    return [fold(part) for part in parts]


def label_of(hit: Hit, covering: list[Entity]) -> str | None:
    """The kind of the entity that a hit lies in; ``ORG>`` where the entity's name is longer, ``ORG=`` where knowledge
    has an organisation of just this name."""
    for entity in (each for each in covering if not is_discarded(each)):
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
