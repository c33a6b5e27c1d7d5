"""Persons of a page: what titles, appositions and the registry of offices say about each, and who a surname means."""

from __future__ import annotations

from dataclasses import dataclass, field

from rapidfuzz.distance import Levenshtein

from wader.annotate.names import GENERIC_ROLES, OWN_SECTOR, STATE_KINDS, Title
from wader.knowledge.offices import OfficeEntry, Offices

FUZZY_FROM = 7
"""Shortest name, in letters, for which one wrong letter is forgiven."""


@dataclass(slots=True)
class Person:
    """Somebody named on the page. ``title_code`` marks that ``code`` comes from words beside the name."""

    name: str
    code: str | None = None
    sector: str | None = None
    other_sectors: list[str] = field(default_factory=list)
    office: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None
    religion: str | None = None
    ethnicity: str | None = None
    rule: str = ""
    described: bool = False


def describe(person: Person, title: Title) -> None:
    """Add to ``person`` what a title or apposition says; what an earlier one said stays."""
    role, owner, group = title.role, title.owner, title.group
    if role is None:
        return
    entry = owner.entry if owner else None
    body = entry is not None and entry.kind not in STATE_KINDS and entry.kind not in ("religious", "ethnic")
    last = role.lemma.rsplit(" ", 1)[-1]
    sector, others = role.sector, list(role.other_sectors)
    if last in GENERIC_ROLES and role.lemma.count(" ") == 0:
        if group is not None and group.sector:
            sector, others = group.sector, list(group.other_sectors)
        elif body and entry is not None and (last not in OWN_SECTOR or entry.kind not in ("agency", "ministry")):
            sector, others = entry.sector, list(entry.other_sectors)
        elif sector is None and entry is not None and entry.kind in STATE_KINDS:
            sector = "GOV"
    code = role.code or (owner.code if owner and entry is not None and entry.kind not in ("religious",) else None)
    if title.former and sector not in ("REB", "UAF", "CRM", None):
        others = [sector, *others] if sector and sector != "ELI" else others
        sector = "ELI"
    if not person.described or (person.code is None and code is not None):
        person.sector, person.other_sectors = sector, others
        person.office = title.office
        person.rule = title.rule
    if person.code is None or (not person.described and code is not None):
        person.code = code
    if entry is not None:
        person.religion = person.religion or entry.religion
        person.ethnicity = person.ethnicity or entry.ethnicity
    person.described = True


class Registry:
    """Who holds which office when, asked for the persons of one page. ``date``: ISO, or None where unknown."""

    def __init__(self, offices: Offices, date: str | None) -> None:
        self._offices, self._date = offices, date

    def identify(self, person: Person) -> None:
        """Fill what the registry knows of ``person``; words of the page about office and country win."""
        words = person.name.split()
        if len(words) > 1:
            found = self._offices.holders_named(person.name, self._date)
        elif person.described and len(person.name) > 2:
            found = self._offices.surname(person.name, self._date)
        else:
            return
        best = self._best(person, found, surname=len(words) == 1)
        if best is None:
            return
        person.identifier_id, person.identifier_text = best.identifier_id, best.name
        if len(words) == 1:
            person.name = best.name
        if person.code is None:
            person.code = best.code
        if person.sector is None:
            person.sector, person.rule = best.sector, person.rule or best.entry
        if not person.described or not person.office:
            person.office = best.office
            person.rule = best.entry
            person.sector = best.sector

    def _best(self, person: Person, found: tuple[OfficeEntry, ...], *, surname: bool) -> OfficeEntry | None:
        """The one holder that fits, or None where there is none or where several persons do."""
        fitting = [e for e in found if person.code in (None, e.code)]
        if person.described and len(fitting) > 1:
            office = (person.office or "").lower()
            shared = [(len(set(office.split()) & set((e.office or "").lower().split())), e) for e in fitting]
            top = max(n for n, _ in shared)
            fitting = [e for n, e in shared if n == top]
            if surname and top == 0:
                return None
        elif surname and fitting and not _same_office(person, fitting[0]):
            return None
        if not fitting:
            return None
        if len({e.identifier_id or e.name for e in fitting}) > 1 and len({(e.code, e.name) for e in fitting}) > 1:
            return None
        return fitting[0]


def _same_office(person: Person, entry: OfficeEntry) -> bool:
    """Whether title and office share a word: "President" and "President of the Republic"."""
    mine = set((person.office or "").lower().replace("-", " ").split())
    return bool(mine & set((entry.office or "").lower().replace("-", " ").split()))


class NameTable:
    """The persons of a page by full name, surname and ends of the name ("Suu Kyi")."""

    def __init__(self) -> None:
        self.persons: dict[str, Person] = {}
        self._by_part: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}

    def add(self, name: str) -> Person:
        """The person of this full name, made if new."""
        key = _folded(name)
        person = self.persons.get(key)
        if person is None:
            person = self.persons[key] = Person(name)
            words = key.split()
            for k in range(1, len(words)):
                self._by_part.setdefault(" ".join(words[k:]), []).append(key)
            if len(words) > 1:
                self._by_first.setdefault(words[0], []).append(key)
                if len(words) > 2:
                    self._by_first.setdefault(" ".join(words[:2]), []).append(key)
        return person

    def find(self, name: str, *, fuzzy: bool = True) -> tuple[Person, str] | None:
        """The person that a full or partial ``name`` means, and the rule; the first one named wins."""
        key = _folded(name)
        known = self.persons.get(key)
        longer = self._by_part.get(key)
        if longer:
            return self.persons[longer[0]], "surname"
        first = self._by_first.get(key)
        if first and (known is None or not known.described):
            return self.persons[first[0]], "first name"
        if known is not None:
            return known, "name"
        words = key.split()
        if len(words) > 1:  # "Mr John Smith" beside "John A. Smith": same first and last word
            same = [k for k in self._by_part.get(words[-1], ()) if k.split()[0] == words[0]]
            if same:
                return self.persons[same[0]], "name"
        if fuzzy and len(key) >= FUZZY_FROM:
            return self._misspelt(key)
        return None

    def _misspelt(self, key: str) -> tuple[Person, str] | None:
        """A name one letter away from exactly one name of the page."""
        near = [
            keys
            for part, keys in self._by_part.items()
            if part[0] == key[0] and abs(len(part) - len(key)) <= 1 and Levenshtein.distance(part, key, score_cutoff=1) <= 1
        ]
        near += [
            [full] for full in self.persons
            if full[0] == key[0] and abs(len(full) - len(key)) <= 1 and Levenshtein.distance(full, key, score_cutoff=1) <= 1
        ]  # fmt: skip
        meant = {keys[0] for keys in near}
        if len(meant) == 1:
            return self.persons[meant.pop()], "misspelt name"
        return None


def _folded(name: str) -> str:
    return " ".join(name.replace("-", " ").replace(".", " ").lower().split())
