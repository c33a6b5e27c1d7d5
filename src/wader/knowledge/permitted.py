"""What a value of the registry may be: codes, sectors, kinds, dates, ids, names.

Each check tells what is wrong, and what to do about it, or gives None: who writes a file and who reads one ask alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from wader.knowledge import codebook
from wader.knowledge.actors import NON_STATES
from wader.knowledge.files import read_yaml
from wader.knowledge.names import name_pieces
from wader.knowledge.terms import first_day, last_day

KINDS = (
    "agency", "alliance", "armed group", "company", "court", "criminal group", "ethnic", "government", "igo",
    "legislature", "media", "metonym", "military", "ministry", "movement", "ngo", "party", "person", "police", "region",
    "religious", "subnational", "union", "university",
)  # fmt: skip
"""What an entry of the lists may be."""
DOUBTS = ("person", "word", "place", "generic")
"""What ``ambiguous`` may say."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_ID = re.compile(r"Q[1-9][0-9]*")
_NO_NAMES = frozenset({"the", "a", "an", "and", "or", "of", "in", "to", "for", "on", "by", "at", "is", "was"})
"""Words that are no name of anybody, as they are written."""
_MEMBER = re.compile(r"([A-Z]{3})(?:@([0-9-]*)\.\.([0-9-]*))?")

Complaint = tuple[str, str]
"""What is wrong with a value, and what to do about it."""


class Terms(msgspec.Struct, frozen=True):
    """The words that entries may use. ``meant``: other words for codes (alpha-2, names of states), in lower case."""

    codes: frozenset[str]
    sectors: tuple[str, ...]
    meant: Mapping[str, str]

    def code(self, value: str) -> Complaint | None:
        """What is wrong with a code."""
        if value in self.codes:
            return None
        written = value.strip()
        likely = written.upper() if written.upper() in self.codes else self.meant.get(written.lower())
        bodies = " ".join(sorted(filter(None, NON_STATES)))
        known = f"Write an ISO alpha-3 of a state (MMR, KOS) or one of {bodies}."
        return f"{value!r} is no code", f"Did you mean {likely}?" if likely else known

    def sector(self, value: str) -> Complaint | None:
        """What is wrong with a sector."""
        return one_of("sector", value, self.sectors)

    def member(self, value: str) -> Complaint | None:
        """What is wrong with a member of an organisation: ``FIN``, ``FIN@2023-04-04..``."""
        found = _MEMBER.fullmatch(value)
        if found is None:
            return f"{value!r} is no member", "Write the code of a state, FIN, or with its dates, FIN@2023-04-04.."
        days = (of_date(day) for day in found.groups()[1:] if day)
        return self.code(found[1]) or next((wrong for wrong in days if wrong), None)


def terms(directories: Sequence[Path]) -> Terms:
    """The words that entries of these directories may use: codes of ``countries.yaml``, sectors of ``plover.yaml``."""
    states: dict[str, Any] = {}
    for path in (directory / "countries.yaml" for directory in directories):
        found = read_yaml(path) if path.is_file() else None
        states |= {str(code): row for code, row in found.items() if isinstance(row, dict)} if found else {}
    meant = {str(row[also]).lower(): code for code, row in states.items() for also in ("iso2", "name") if also in row}
    codes = frozenset({*states, *(code for code in NON_STATES if code)})
    return Terms(codes, tuple(codebook.load(directories).sectors), {**meant, "uk": "GBR", "xkx": "KOS"})


def of_date(value: str) -> Complaint | None:
    """What is wrong with a date, which may be cut to its month or year."""
    try:
        if _DATE.fullmatch(value) and date.fromisoformat(first_day(value)):
            return None
    except ValueError:
        return f"{value!r} is no date: there is no such day", "Mend it: YYYY-MM-DD, YYYY-MM or YYYY."
    return f"{value!r} is no date", "Write YYYY-MM-DD, YYYY-MM or YYYY."


def of_term(since: str | None, until: str | None) -> Complaint | None:
    """What is wrong with two dates of which each may be one."""
    if since and until and not of_date(since) and not of_date(until) and first_day(since) > last_day(until):
        return f"since {since} is after until {until}", "Turn them round."
    return None


def of_id(value: str) -> Complaint | None:
    """What is wrong with an id of Wikidata."""
    return None if _ID.fullmatch(value) else (f"{value!r} is no id of Wikidata", "They look like Q30.")


def of_kind(value: str) -> Complaint | None:
    """What is wrong with a kind."""
    return one_of("kind", value, KINDS)


def of_names(value: str) -> Complaint | None:
    """What is wrong with a name, or with several parted by bars; a star may stand behind each."""
    for each in value.split("|"):
        if any(not c.isprintable() for c in each):
            return f"{each.strip()!r} has a line break or a hidden character", "Write it without."
        if not name_pieces(each.strip().removesuffix("*")):
            return f"{each.strip()!r} is no name", "Write one with letters or digits."
        if wrong := of_word(each.strip().removesuffix("*")):
            return wrong
    return None


def of_word(name: str) -> Complaint | None:
    """What is wrong with a name that is only a word of every sentence: "the", in capitals too; others written small."""
    found = [piece.lower() if piece.lower() == "the" else piece for piece in name_pieces(name)]
    if found and _NO_NAMES.issuperset(found):
        return f"{name!r} is a word of every sentence, no name", "Write the whole name."
    return None


def of_name(value: str) -> Complaint | None:
    """What is wrong with one name, where each has a place of its own."""
    if "|" in value:
        return f"{value!r} has a bar", "Write its other names as aliases: [One, Another]."
    return of_names(value)


def one_of(what: str, value: str, known: Sequence[str]) -> Complaint | None:
    """What is wrong with a word that has to be one of these."""
    if value in known:
        return None
    close = get_close_matches(value.strip().lower(), [each.lower() for each in known], 1)
    likely = next((each for each in known if close and each.lower() == close[0]), None)
    return f"{value!r} is no {what}", f"Did you mean {likely}?" if likely else f"There are {', '.join(known)}."
