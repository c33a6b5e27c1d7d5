"""Names that the page itself places ("Jane Wafula, Kenya's finance minister") and that the knowledge does not hold.

They change nothing on their page, which reads them anyway. Gathered over many pages they are what the registry of
actors may take up (``wader actors proposals``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from msgspec.structs import replace

from wader.annotate.names import STATE_KINDS, Words
from wader.annotate.propagate import Person, describe
from wader.annotate.runs import NameRun, Reading
from wader.annotate.titles import GENERIC_ROLES, Title
from wader.knowledge.actors import Actors
from wader.knowledge.offices import Offices
from wader.knowledge.roles import RoleEntry, Roles
from wader.records import Article, Entity, Placed, Placing, Sentence, Time
from wader.text import plain

_PRIVATE = frozenset(["CVL", "UNK", "REF", None])
"""Sectors of private persons, who are nobody that a registry of actors lists."""
_CALLINGS = frozenset(["EDU", "MED", "BUS", "LAB", "AGR", "JRN", "CRM"])
"""Sectors of which only those are listed who lead or speak for somebody: no "teacher Ruth Moyo"."""
_BODIES = frozenset(["group", "institution", "armed"])
_PLACES = frozenset(["state", "capital", "subnational", "region"])
"""Kinds of names of places with which a body's name may begin."""
_UNKNOWN = ("model: ORG", "model: FAC", "capitals", "body: ")
"""Rules of names of bodies that no list has."""
_BETWEEN = re.compile(r",\s+(?:an?|the|one of the)\s+(?:[\w'’-]+\s+){0,3}$", re.IGNORECASE)
"""What stands between a body's name and the role that says what it is: ", a Congolese"."""
_CALLED = re.compile(r"\s+(?:called\s+|known as\s+)?(?:the\s+)?[\"“‘']?$")
"""The same where the role stands first: "the Chadian rebel group the"."""
_OF = re.compile(r"\s+(?:in|of|from|based in)\s+$")
_FROM = re.compile(
    r"(?:(?:,\s+|\s+)(?:who\s+)?(?:has\s+(?:been\s+)?)?(?:in\s+(?:office|power|(?:the|this)\s+(?:post|job|position))\s+)?"
    r"since"
    r"|,?\s+(?:who\s+)?(?:was\s+|has\s+been\s+)?(?:appointed|sworn\s+in)(?:\s+[a-z-]+){0,5}?\s+(?:in|on)"
    r"|,?\s+(?:who\s+)?took\s+(?:office|up\s+(?:the|this|his|her)\s+post)\s+(?:in|on))\s+",
    re.IGNORECASE,
)
"""What stands between a name, or its office, and the time from which its bearer holds it."""
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NEAR = 90
"""Characters within which a time says since when somebody holds an office."""


class Knows(Protocol):
    """The parts of ``Knowledge`` that names need."""

    @property
    def actors(self) -> Actors: ...
    @property
    def roles(self) -> Roles: ...
    @property
    def offices(self) -> Offices: ...


def find_placed(reads: list[Reading], entities: list[Entity], knowledge: Knows) -> list[Placed]:
    """The names that the words beside them place, in the order in which the page first names them.

    Only those that the knowledge does not hold, persons by full name; private persons are left out.
    """
    found = [*_persons(reads, knowledge), *_bodies(reads, entities, knowledge)]
    return sorted(found, key=lambda name: (name.placings[0].in_ != "title", name.placings[0].start or 0))


# --- persons ---------------------------------------------------------------------------------------------


def _persons(reads: list[Reading], knowledge: Knows) -> Iterable[Placed]:
    named: dict[int, tuple[Person, list[tuple[Words, NameRun]]]] = {}
    for read in reads:
        for name in read.names:
            if name.person is not None:
                named.setdefault(id(name.person), (name.person, []))[1].append((read.words, name))
    for person, names in named.values():
        if not person.described or person.identifier_id is not None:
            continue
        if is_held(plain(person.name), knowledge, person.code):
            continue
        placings = [placing for words, name in names if (placing := _placing(words, name)) is not None]
        _complete(placings, person)
        if placings and any(p.sector not in _PRIVATE for p in placings):
            forms = sorted({plain(words.text(name.i, name.j)) for words, name in names} - {plain(person.name), ""})
            yield Placed(plain(person.name), "person", len(names), forms, placings)


def is_held(name: str, knowledge: Knows, code: str | None) -> bool:
    """Whether the knowledge has this name, in either order and with or without initials; a lone word counts as held,
    for it names nobody apart. Of who is known for no office only one of the same state (``code``) is meant."""
    words = name.split()
    plain = [word for word in words if len(word.rstrip(".")) > 1]
    if len(plain) < 2 or knowledge.roles.lookup(name.lower()) is not None:  # "Defence Minister" is nobody's name
        return True
    asked = {name, " ".join(plain), " ".join(reversed(words)) if len(words) == 2 else name}
    return any(knowledge.offices.lists(each, (code,)) or knowledge.actors.lookup(each) for each in sorted(asked))


def _placing(words: Words, name: NameRun) -> Placing | None:
    """What the title of one mention says; None where it has none."""
    title = name.title
    if title is None or title.role is None:
        return None
    person = Person("")
    describe(person, title)
    if person.sector in _CALLINGS and title.role.lemma.rsplit(" ", 1)[-1] not in GENERIC_ROLES:
        return None
    for role in (title.group, title.role):
        if role is not None and role.by_country and person.code is not None and person.sector == role.sector:
            person.sector = role.sector_in(person.code)
    i, j = _span(name, title)
    owner = title.owner.entry if title.owner else None
    whose = f"; {owner.entry}" if owner is not None else ""
    body = owner.name if owner is not None and owner.kind not in STATE_KINDS else None
    return Placing(
        start=words.start[i], end=words.end[j - 1], in_=words.sentence.in_, text=words.text(i, j),
        code=person.code, sector=person.sector,
        other_sectors=list(person.other_sectors), office=plain(title.office) or None, organisation=body,
        stated=person.code is not None, rule=f"{title.rule}{whose}",
    )  # fmt: skip


def _span(name: NameRun, title: Title) -> tuple[int, int]:
    """The words of a name and what stands beside it, up to whom the office is of."""
    owner = title.owner
    j = max(name.j, title.j, owner.j if owner is not None and owner.i >= max(name.j, title.j) else 0)
    return min(name.i, title.i), j


def _complete(placings: list[Placing], person: Person) -> None:
    """A mention that does not say of which country follows one that does, else the person's employer."""
    stated = {p.code for p in placings if p.code is not None}
    codes = stated or ({person.code} if person.code is not None else set())
    if len(codes) == 1:
        for placing in placings:
            if placing.code is None:
                placing.code, placing.stated = next(iter(codes)), True
                placing.rule = f"{placing.rule}; {'said before' if stated else 'employer'}"


# --- bodies ----------------------------------------------------------------------------------------------


def _bodies(reads: list[Reading], entities: list[Entity], knowledge: Knows) -> Iterable[Placed]:
    """Bodies with a role noun in apposition, or right before them: "the Lake Front, a Chadian rebel group"."""
    said_in = {read.words.sentence.sequence: read for read in reads}
    by_sentence: dict[int, list[Entity]] = {}
    for entity in entities:
        by_sentence.setdefault(entity.sentence, []).append(entity)
    unnamed = (e for e in entities if e.kind in ("ORG", "MISC", "FAC") and e.rule.startswith(_UNKNOWN))
    unknown = [e for entity in unnamed if _is_name((e := _whole(entity, said_in[entity.sentence])).text)]
    found: dict[str, Placed] = {}
    for entity in unknown:
        for role in by_sentence[entity.sentence]:
            entry = knowledge.roles.lookup(role.rule.rpartition(":")[2]) if role.kind == "ROLE" else None
            if entry is None or entry.kind not in _BODIES or role.sector in _PRIVATE or role.in_ != entity.in_:
                continue
            if entity.kind == "FAC" and entry.kind == "institution":
                continue  # a building that houses it
            placing = _beside(entity, role, entry, by_sentence[entity.sentence],
                              said_in[entity.sentence].words.source)  # fmt: skip
            if placing is None or knowledge.actors.lookup(entity.text):
                continue
            name = found.setdefault(entity.text, Placed(plain(entity.text), "body", 0, [], []))
            name.placings.append(placing)
    for text, name in found.items():
        name.mentions = sum(e.text == text for e in unknown)
        yield name


def _whole(entity: Entity, read: Reading) -> Entity:
    """A body's name with the place right before it, which the knowledge has: "the Kivu Dawn Front"."""
    words = read.words
    start = entity.start
    for hit in reversed(read.hits):
        gap = words.source[words.end[hit.j - 1] : start]
        if gap == " " and hit.entry.kind in _PLACES and words.source[start : start + 1].isupper():
            start = words.start[hit.i]
    return entity if start == entity.start else replace(entity, start=start, text=words.source[start : entity.end])


def _is_name(text: str) -> bool:
    return " " in text and text[:1].isupper()


def _beside(entity: Entity, role: Entity, entry: RoleEntry, others: list[Entity], source: str) -> Placing | None:
    """What a role noun right beside a body's name says of it; None where it stands elsewhere."""
    if entity.end <= role.start:
        if not _BETWEEN.match(source[entity.end : role.start]):
            return None
        rule, start, end = "apposition", entity.start, role.end
        owner = next((e for e in others if e.start >= end and e.code and _OF.fullmatch(source[end : e.start])), None)
    else:
        if not (role.end <= entity.start and _CALLED.fullmatch(source[role.end : entity.start])):
            return None
        rule, start, end, owner = "title", role.start, entity.end, None
    code = role.code
    whose = next((e for e in others if entity.end <= e.start < role.start and e.code == code), None)
    if rule == "title" and code is not None:
        whose = next((e for e in reversed(others) if e.end <= role.start and e.code == code), None)
        start = whose.start if whose is not None else start
    if code is None and owner is not None:
        code, whose, end = owner.code, owner, owner.end
    said = f"; {whose.rule.partition(': ')[2]}" if whose is not None else ""
    return Placing(
        start=start, end=end, in_=entity.in_, text=source[start:end], code=code, sector=role.sector,
        other_sectors=list(role.other_sectors), office=None, organisation=entry.lemma, stated=code is not None,
        rule=f"{rule}: {entry.entry}{said}",
    )  # fmt: skip


# --- since when ------------------------------------------------------------------------------------------


def date_placings(placed: list[Placed], article: Article, sentences: list[Sentence], times: list[Time]) -> None:
    """Fill ``since`` where the page says from when somebody holds the office that it gives him."""
    if not placed or not times:
        return
    last = article.date.last if article.date else None
    ends = {sentence.sequence: sentence for sentence in sentences}
    for name in placed:
        offices = {(p.code, p.sector, (p.office or "").lower()) for p in name.placings}
        if name.kind != "person" or len(offices) > 1:
            continue
        told = sorted({since for time in times if (since := _since(name, time, article, ends, last)) is not None})
        if len({since[:4] for since in told}) == 1:
            best = max(told, key=len)
            for placing in name.placings:
                placing.since = best


def _since(
    name: Placed, time: Time, article: Article, sentences: dict[int, Sentence], last: str | None
) -> str | None:
    """The day from which a time says that the bearer of a name is in office, cut to what is known of it."""
    value = _DAY.match(time.value or "")
    if value is None or value.group() != time.value or (last is not None and value.group() > last):
        return None
    sentence = sentences[time.sentence]
    source = (article.title or "") if time.in_ == "title" else article.text
    before = source[max(sentence.start, time.start - _NEAR) : time.start]
    anchors = [*name.forms, name.name, *(p.text or "" for p in name.placings)]
    for anchor in anchors:
        at = before.rfind(anchor)
        if anchor and at >= 0 and _FROM.fullmatch(before[at + len(anchor) :]):
            return value.group()
    return None

