"""Words and patterns by which names are told apart: parties with seats, years, groups, nouns of states."""

from __future__ import annotations

import re

from wader.annotate.names import Words
from wader.annotate.propagate import Person
from wader.annotate.runs import NameRun

LOCATIVE = frozenset([
    "in", "at", "near", "from", "to", "into", "outside", "inside", "across", "around", "toward", "towards", "through",
    "via",
])  # fmt: skip
COMPANY = frozenset([
    "inc", "inc.", "ltd", "ltd.", "plc", "corp", "corp.", "co.", "llc", "gmbh", "ag", "company", "corporation",
    "group", "holdings",
])  # fmt: skip
KIND_OF_LABEL = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC"}
KIND_OF_ENTRY = {"state": "GPE", "capital": "GPE", "subnational": "GPE", "demonym": "NORP", "religious": "NORP",
                  "ethnic": "NORP", "person": "PERSON", "region": "LOC"}  # fmt: skip
PARTY_AND_STATE = "party and state"
SEAT = re.compile(r"\s*[(,]\s?[DRI]\.?[-–,]\s?[A-Z][A-Za-z.]+")
MISTAKEN = frozenset(["ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", None])
"""Labels that the small model gives to bare surnames of leaders."""
YEAR = re.compile(r"\b(?:19[4-9]|20[0-2])\d\b")


ARMED = re.compile(
    r"\b(?:guerrilla|rebel|insurgent|combatant|battalion|brigade|offensive|truce|troop|commander|ambush|urban commando|"
    r"terrorist|bombing|armed struggle)s?\b",
    re.I,
)


def latest_year(text: str) -> str | None:
    """The latest year that a page without a date speaks of: enough to tell rebels from the party that they became."""
    return max(YEAR.findall(text[:20_000]), default=None)


GROUPS = frozenset([
    "party", "armed group", "movement", "union", "company", "criminal group", "agency", "military", "ngo",
])  # fmt: skip
STATE_NOUNS = frozenset([
    "state", "country", "nation", "republic", "kingdom", "power", "ally", "neighbour", "capital", "homeland",
    "motherland", "security", "world power", "great power",
])  # fmt: skip


def agrees(person: Person, name: NameRun) -> bool:
    """Whether a title beside a surname can be that person's: not of another country."""
    owner = name.title.owner if name.title else None
    return owner is None or owner.code is None or person.code in (None, owner.code)


def is_same(name: NameRun) -> bool:
    """Whether the person whom a known bare surname means on this page is not a namesake of the known one."""
    assert name.known is not None and name.person is not None
    return name.how != "surname" or name.person.name in (name.known.name, name.known.identifier_text)


def with_initials(words: Words, i: int) -> int:
    """Where a known name begins with the initials before it: "N. Chandra Das"."""
    while i:
        before = words.lemma[i - 1].rstrip(".")
        if len(before) != 1 or not before.isalpha() or before == "a":
            break
        i -= 1
    return i
