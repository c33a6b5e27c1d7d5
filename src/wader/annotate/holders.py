"""Which of a person's rows in the registry the page means, as far as the rows themselves and the words beside his name
say: posts that differ, terms too short to be known by, what stands right before the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from wader.annotate.names import Words
from wader.annotate.titles import CLAUSE
from wader.knowledge.names import person_key
from wader.knowledge.offices import OfficeEntry
from wader.knowledge.terms import first_day, last_day

_LONG = 60
"""Days in office from which readers know a surname for good."""
_BEFORE = 9
"""Words before a name that may say what its bearer is."""
_WORD = re.compile(r"[a-z]+")
_EMPTY = frozenset([
    "minister", "ministry", "secretary", "of", "for", "the", "and", "in", "on", "to", "state", "affairs", "general",
    "national", "federal", "union", "cabinet", "acting", "deputy", "junior", "government", "official", "s",
])  # fmt: skip
"""Words of posts that tell no ministry from another."""
_BELOW = frozenset(["deputy", "vice", "assistant", "junior", "under"])
"""Words that make another post of one."""
_STOP = CLAUSE | {",", ";", ".", ":", "“", '"', "to", "with", "from", "than", "after", "before"}


def lasted(entry: OfficeEntry) -> bool:
    """Whether somebody was in office for long enough to be known by the surname."""
    if not entry.since or not entry.until:
        return True
    return (_day(last_day(entry.until)) - _day(first_day(entry.since))).days >= _LONG


def _day(day: str) -> date:
    year, month, of_month = map(int, day.split("-"))
    return date(year, month, min(of_month, 28))


def one_person(entries: Iterable[OfficeEntry]) -> bool:
    """Whether all entries are one person's, by Wikidata's id or by name: lists spell and identify unevenly."""
    held = list(entries)
    ids, names = {e.identifier_id or e.name for e in held}, {person_key(e.name) for e in held}
    if min(len(ids), len(names)) == 1:
        return True
    # One list has an initial that another leaves out ("Mark A. Milley"); each tells the other's name as well.
    spelt = [{person_key(name) for name in (e.name, *e.aliases)} for e in held]
    return len({e.code for e in held}) == 1 and bool(spelt) and bool(set.intersection(*spelt))


def is_other_post(office: str | None, entry: OfficeEntry) -> bool:
    """Whether a title names another ministry than the row: "tourism minister" and "Minister of Information"."""
    said, held = _subject(office), _subject(entry.office)
    return bool(said) and bool(held) and not said & held


def _subject(office: str | None) -> frozenset[str]:
    words = _WORD.findall((office or "").lower())
    return frozenset(words) - _EMPTY if {"minister", "secretary"} & set(words) else frozenset()


def words_before(words: Words, i: int) -> frozenset[str]:
    """The words right before the name at word ``i`` that may tell its bearer's post, up to where a clause ends."""
    k = i
    while k > 0 and i - k < _BEFORE and words.lemma[k - 1] not in _STOP:
        if words.tag is not None and words.tag[k - 1].startswith(("VB", "MD")):
            break
        k -= 1
    return frozenset(words.lemma[k:i])


def is_told_before(entry: OfficeEntry, before: frozenset[str]) -> bool:
    """Whether the words before a name are a row's post with its body: "UN High Commissioner for Refugees"."""
    office, body = (frozenset(_WORD.findall((text or "").lower())) - {"of", "for", "the", "and", "to"}
                    for text in (entry.office, entry.organisation))  # fmt: skip
    if (before & _BELOW) - office:
        return False  # "deputy interior minister" is another post than the minister's
    return bool(office) and office <= before and (bool(body & before) or (not body and len(office) > 1))


def outlasts(entry: OfficeEntry, offices: Iterable[OfficeEntry]) -> bool:
    """Whether a row of somebody in no office begins when all his offices are known to be over."""
    ends = [e.until for e in offices if e.office]
    return bool(entry.since) and all(end is not None and end[:7] <= (entry.since or "")[:7] for end in ends)
