"""Words and patterns by which names are told apart: parties with seats, years, groups, nouns of states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wader.annotate.names import STATE_KINDS, Words
from wader.annotate.propagate import Person
from wader.annotate.runs import NameRun, Reading
from wader.annotate.titles import Title
from wader.knowledge.roles import Roles

LOCATIVE = frozenset([
    "in", "at", "near", "from", "to", "into", "outside", "inside", "across", "around", "toward", "towards", "through",
    "via",
])  # fmt: skip
COMPANY = frozenset([
    "inc", "inc.", "ltd", "ltd.", "plc", "corp", "corp.", "co", "co.", "llc", "llp", "lp", "gmbh", "ag", "kg", "sa",
    "s.a.", "sas", "sarl", "nv", "n.v.", "bv", "b.v.", "spa", "s.p.a.", "srl", "oyj", "asa", "aps", "ab", "bhd", "pte",
    "pty", "pvt", "pvt.", "jsc", "ojsc", "pjsc", "kk", "company", "corporation", "group", "holdings",
])  # fmt: skip
KIND_OF_LABEL = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "GPE", "LOC": "LOC", "NORP": "NORP", "FAC": "FAC"}
KIND_OF_ENTRY = {"state": "GPE", "capital": "GPE", "subnational": "GPE", "demonym": "NORP", "religious": "NORP",
                  "ethnic": "NORP", "person": "PERSON", "region": "LOC"}  # fmt: skip
CALLED = frozenset(["subnational", "demonym"])
"""Kinds of names that are surnames too."""
CREEDS = frozenset([
    "islam", "christianity", "judaism", "hinduism", "buddhism", "sikhism", "jainism", "catholicism", "protestantism",
    "islamism", "communism", "marxism", "socialism", "fascism", "nazism", "zionism", "capitalism",
])  # fmt: skip
"""What people believe in, which is none of those who do."""
PARTY_AND_STATE = "party and state"
SEAT = re.compile(r"\s*[(,]\s?[DRI]\.?[-–,]\s?[A-Z][A-Za-z.]+")
MISTAKEN = frozenset(["ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", None])
"""Labels that the small model gives to bare surnames of leaders."""
YEAR = re.compile(r"\b(?:19[4-9]|20[0-2])\d\b")


ARMED = re.compile(
    r"\b(?:guerrilla|rebel|insurgent|combatant|battalion|brigade|offensive|truce|troop|commander|ambush|urban commando|"
    r"terrorist|bombing|armed struggle|general command|cease-?fire|assassination)s?\b",
    re.I,
)


def latest_year(text: str) -> str | None:
    """The latest year that a page without a date speaks of: enough to tell rebels from the party that they became."""
    return max(YEAR.findall(text[:20_000]), default=None)


PUBLIC = frozenset(["agency", "authority", "bureau", "commission", "department", "directorate", "secretariat"])
"""Last words of names of bodies that are a state's where nothing says what else."""
GROUPS = frozenset([
    "party", "armed group", "movement", "union", "company", "criminal group", "agency", "military", "ngo",
])  # fmt: skip
STATE_NOUNS = frozenset([
    "state", "country", "nation", "republic", "kingdom", "power", "ally", "neighbour", "capital", "homeland",
    "motherland", "security", "world power", "great power",
])  # fmt: skip


_RANKS = frozenset([
    "general", "colonel", "major", "captain", "lieutenant", "sergeant", "admiral", "brigadier", "commodore",
    "commander",
    "lieutenant colonel", "lieutenant general", "major general", "brigadier general", "vice admiral", "rear admiral",
])  # fmt: skip
_OVER_RANK = frozenset(["SPY", "COP", "GOV", "LEG", "JUD", "PTY"])
"""Sectors of an office that say more than the military rank of its holder."""


def is_rank(title: Title) -> bool:
    """Whether a title is a mere rank, of nobody's army in particular."""
    return title.role is not None and title.role.lemma in _RANKS and title.owner is None and title.group is None


def outranks(title: Title) -> bool:
    """Whether an apposition says what post a man of rank has: "director of the secret police"."""
    said = title.group or title.role
    return said is not None and said.sector in _OVER_RANK


def short_forms(reads: list[Reading]) -> dict[str, str]:
    """By its initials the name of three words or more that a page spells out: "FSA" of "Financial Services Agency"."""
    found: dict[str, str] = {}
    for read in reads:
        for name in read.names:
            words = [w for w in read.words.word[name.i : name.j] if w[:1].isupper()]
            if 2 < len(words) < 7:
                found.setdefault("".join(w[0] for w in words), read.words.text(name.i, name.j))
    return found


def unname(read: Reading, spelt_out: dict[str, str]) -> None:
    """Letters that a page has spelt out mean that, not the body of another name that the knowledge has."""
    for hit in [h for h in read.hits if h.j - h.i == 1 and read.words.word[h.i] in spelt_out]:
        known = {w.lower() for w in f"{hit.entry.name} {hit.entry.identifier_text}".split() if len(w) > 3}
        if hit.entry.kind not in STATE_KINDS and known.isdisjoint(spelt_out[read.words.word[hit.i]].lower().split()):
            read.hits.remove(hit)
            read.names.append(NameRun(hit.i, hit.j, "ORG", None))
    read.names.sort(key=lambda name: name.i)


def beside(read: Reading, n: int) -> str | None:
    """Code of the state named right before or after ("of Kenya") the ``n``-th hit."""
    hit = read.hits[n]
    for other in read.hits[max(0, n - 1) : n + 2]:
        if other is hit or other.entry.kind not in STATE_KINDS or other.code is None:
            continue
        gap = read.words.word[other.j : hit.i] if other.j <= hit.i else read.words.word[hit.j : other.i]
        if len(gap) <= 2 and all(w in ("'s", "’s", "of", "the", "in") for w in gap):
            return other.code
    return None


def is_several(words: Words, name: NameRun, roles: Roles) -> bool:
    """Whether a run of capitals is the plural of a role and nothing else."""
    last = words.word[name.j - 1].lower()
    if name.j - name.i == 1:
        return last.endswith("s") and not last.endswith("ss") and roles.lookup(last) is not None
    role = roles.longest_ending(words.lemma, name.j - 1)
    return role is not None and role[0] >= name.j - name.i and last.endswith("s")


def seat(words: Words, name: NameRun, roles: Roles) -> Title | None:
    """A member of the United States' Congress by party and state: "Harry Reid (D-Nev.)"."""
    if not SEAT.match(words.source, words.end[name.j - 1]):
        return None
    role = roles.lookup("lawmaker")
    return Title(name.j, name.j, role, "member of Congress", False, None, None, PARTY_AND_STATE)


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


_YOUNG = 30
"""Years under which hardly anybody is known for more than what happens to him."""


def note_ages(reads: Sequence[Reading]) -> None:
    """Mark the persons whose names an age goes on from: "James Hill, 8", "Ann Hill (19)", "aged 12"."""
    for read in reads:
        words = read.words.word
        for name in read.names:
            at = next((k for k in range(name.j, name.j + 3) if words[k : k + 1] and words[k].isdecimal()), None)
            if name.person is None or at is None or name.j - name.i < 2 or int(words[at][:3]) >= _YOUNG:
                continue
            begun = all(word in (",", "(", "aged", "age") for word in words[name.j : at]) and at > name.j
            if begun and words[at + 1 : at + 2] and words[at + 1] in (",", ")", ".", "and", "of", "from"):
                name.person.unlisted = True
