"""Whose somebody is by the name beside: a politician's spokesman or aide, a party's man."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wader.annotate.entity_words import is_rank
from wader.annotate.propagate import Person, describe
from wader.annotate.runs import NameRun, Reading
from wader.annotate.titles import GENERIC_ROLES, Title
from wader.knowledge.roles import RoleEntry
from wader.text.campaigns import is_campaign

_POLICE = re.compile(r"\b(?:police|sheriff|state trooper|detective)", re.I)
_ARMY = re.compile(r"\b(?:army|armed forces|soldier|troops|military|navy|naval|marines?|air force|brigade|battalion|"
                   r"guerrilla|rebel)s?\b", re.I)  # fmt: skip
_JOINT = ("joint ", "additional ")
_COMMON_RANKS = frozenset(["corporal", "sergeant", "lieutenant", "captain"])
_REACH = 3
"""How many words behind "adviser to" the name begins."""
_ELITE = frozenset(["GOV", "LEG", "JUD", "MIL", "COP", "PTY", "OPP", "ELI"])
"""Sectors whose former aides are of the elite."""
_CAMPAIGNERS = frozenset(["aide", "adviser", "advisor", "strategist", "staffer", "spokesman", "spokeswoman",
                          "spokesperson", "pollster"])  # fmt: skip
"""Who speaks and works for a candidate, and holds no seat as he does."""


def enlist(reads: Sequence[Reading], text: str) -> None:
    """A bare rank is a policeman's on a page that has police and no soldiers: "Sgt. Jan Kowal"."""
    if not _POLICE.search(text) or _ARMY.search(text):
        return
    for read in reads:
        for name in read.names:
            title, person = name.title, name.person
            if title is None or title.role is None or person is None or person.rule != title.rule:
                continue
            if title.role.lemma == "commissioner" and title.office.lower().startswith(_JOINT) and title.group is None:
                person.sector = "COP"  # an Indian city's police has several commissioners
            if person.sector != "MIL" or person.code:
                continue
            if is_rank(title) and title.role.lemma in _COMMON_RANKS:
                person.sector = "COP"


def employ(read: Reading, member: RoleEntry | None) -> None:
    """Give those of whom nothing else is known the country and sector of whom they work for, or of their party."""
    for name in read.names:
        if name.person is None:
            continue
        if name.person.sector is None and not read.words.headline and name.j - name.i > 1:
            _join(read, name, name.person, member)
        title = name.title
        if title is None or title.role is None or name.person.code is not None or title.i == 0:
            continue
        employer = _employer(read, title)
        if employer is None or employer is name.person:
            continue
        if employer.code is not None:
            _serve(name.person, title, title.role, employer)
        seat = employer.sector in ("LEG", "ELI") and name.person.sector in (employer.sector, "GOV", None)
        works = title.role.lemma.rsplit(" ", 1)[-1] in _CAMPAIGNERS and not title.former
        if seat and works and is_campaign(read.words.source):
            name.person.sector, name.person.other_sectors = "PTY", []


def _employer(read: Reading, title: Title) -> Person | None:
    """Whom "Cruz spokesman Rick Tyler", "Ann Hill, an aide to Cruz", "a spokesman for Cruz" serve."""
    words = read.words
    if words.lemma[title.j : title.j + 1] in (["to"], ["for"]):
        return next((m.person for m in read.names if title.j < m.i <= title.j + _REACH and m.person is not None), None)
    end = title.i - (words.word[title.i - 1] in ("'s", "’s"))
    return next((m.person for m in read.names if m.j == end and m.person is not None), None)


def _serve(person: Person, title: Title, role: RoleEntry, employer: Person) -> None:
    """Somebody's spokesman is of that person's country, and of the sector."""
    person.code = employer.code
    generic = role.lemma.rsplit(" ", 1)[-1] in GENERIC_ROLES
    if role.sector in (None, "GOV") and employer.sector and generic:
        person.sector, person.other_sectors = employer.sector, list(employer.other_sectors)
        if title.former and employer.sector in _ELITE:
            person.sector, person.other_sectors = "ELI", [employer.sector]


def _join(read: Reading, name: NameRun, person: Person, member: RoleEntry | None) -> None:
    """ "Democrat Ann Hill": the party right before a name."""
    party = next((hit for hit in read.hits if hit.j == name.i and hit.entry.kind == "party"), None)
    if party is not None and party.j - party.i == 1 and (name.title is None or name.title.role is None):
        describe(person, Title(name.i, name.i, member, "", False, party, None, f"party: {party.entry.entry}"))
