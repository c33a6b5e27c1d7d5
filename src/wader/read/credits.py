"""Who wrote it and where it came from: bylines, agency credits, datelines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from wader.knowledge.outlets import Outlets

_LABEL = (
    r"(?:(?:reported|written|posted|published|authored|submitted|story|report|text|words|article|analysis|interview)\s+by"
    r"|by|author|authors|reporter|correspondent|writer|von|par|por)"
)
_BYLINE = re.compile(rf"\(?{_LABEL}\s?[:|\-–]?\s{{0,3}}(?P<names>.{{2,160}}?)\)?", re.I)
_END = re.compile(
    r"\s*(?:[|•·–—/]|\s-\s|\bupdated\b|\bpublished\b|\bposted\b|\blast\s+(?:updated|modified)\b|\bon\s+(?=\w+\s\d)|"
    r",?\s(?:staff\s(?:writer|reporter|correspondent)|(?:special|senior|chief|foreign|diplomatic)\s\w+|correspondent|"
    r"reporter|editor|for\s[A-Z])|\d{1,2}[ /:.]|\s(?-i:in\s[A-Z])).*",
    re.I,
)
_PERSON = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord)\.?\s)?"
    r"[^\W\d_a-zß-öø-ÿ][\w'’.\-]*(?:\s(?:[^\W\d_a-zß-öø-ÿ][\w'’.\-]*|de|da|del|van|von|der|den|bin|ibn|al|el|la|le|dos|di)){0,4}"
)
_JOINED = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b)\s*", re.I)
_STAFF = re.compile(
    r"(?:our\s|the\s)?(?:\w+\s){0,3}(?:desk|bureau|staff|correspondent|reporter|team|agencies|service|"
    r"newsroom|web|online|editors?|monitoring)(?:\s(?:reporter|report|desk|writer|team))?",
    re.I,
)
_MONTHLIKE = re.compile(
    r"(?:late|early|mid|the|a|an|this|that|mid|next|then|now|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)


@dataclass(frozen=True)
class Dateline:
    """The dateline of a paragraph: ``end`` is where the paragraph proper begins. ``agency``: short name or None."""

    end: int
    place: str | None
    agency: str | None
    text: str


def byline(line: str) -> str | None:
    """The names in a byline, or None where ``line`` is none ("By Tuesday the town had fallen")."""
    match = _BYLINE.fullmatch(line)
    if match is None or len(line) > 200:
        return None
    whole = match.group("names").strip()
    if _STAFF.fullmatch(whole):
        return whole
    names = _END.sub("", whole).strip(" ,;:|-–—")
    if not names or _MONTHLIKE.match(names):
        return None
    people = [part for part in _JOINED.split(names) if part]
    if names and all(_PERSON.fullmatch(p) or _STAFF.fullmatch(p) for p in people) and len(names.split()) <= 16:
        return names
    return None


def is_name(line: str) -> bool:
    """Whether ``line`` could be one person's name and nothing else."""
    return _PERSON.fullmatch(line) is not None and not _MONTHLIKE.match(line)


class Credits:
    """Agency credits and datelines, with the agencies of ``outlets``."""

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        name = f"(?:{outlets.agency_pattern})"
        some = rf"{name}(?:\s?(?:,|/|&|and|\+|-)\s?(?:{name}|agencies))*"
        self._input = re.compile(
            rf"[(\[]?\s?(?:with|from|compiled\sfrom|based\son)?\s?(?:\w+\s)?(?:agency\s)?(?:inputs?|reports?|contributions?)\s"
            rf"(?:from|by)\s(?:the\s)?(?:news\s)?(?:agency|agencies)?\s?(?P<names>{some})[^.]{{0,40}}?[)\]]?\.?",
            re.I,
        )
        self._alone = re.compile(
            rf"[(\[—–\-|]?\s?(?i:source|via|courtesy|agency|credit|by|from)?\s?[:\-–]?\s?(?P<names>{some})\s?"
            rf"(?:[|/,\-–—]\s?(?P<place>[A-Z][\w .'-]{{1,30}}))?[)\]|]?\.?",
        )
        self._tail = re.compile(rf"(?:[(\[](?P<a>{some})[)\]]|\s[—–\-]{{1,2}}\s?(?P<b>{some}))\.?$")
        place = r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]*(?:\s[^\W\d_a-zß-öø-ÿ][\w.'’\-]*){0,3}"
        upper = r"[^\W\d_a-zß-öø-ÿ]{2,}[^\W\d_a-zß-öø-ÿ.'’\-]*(?:\s[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’\-]*){0,3}"
        day = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s(?:19|20)\d\d)?"
        where = rf"(?P<place>(?:{upper}|{place})(?:\s?[,/]\s?{place}){{0,2}}(?:\s\[{place}\])?)"
        dash = r"\s?(?:--?|[–—]|:)\s?"
        self._dateline = re.compile(
            rf"(?:(?P<first>{name})\s?[-–—]\s)?"
            rf"(?:{where}(?:,?\s(?P<day>{day}))?\s?[(\[](?P<agency>{some})[)\]](?:{dash}|\s)"
            rf"|(?P<caps>{upper}(?:,\s{place}){{0,2}})(?:,?\s(?P<capsday>{day}))?(?:\s[-–—]{{1,2}}\s|\s?[–—]{{1,2}}\s?|:\s)"
            rf"|{where.replace('?P<place>', '?P<dated>')},\s{day}{dash})"
        )
        self._led = re.compile(rf"(?P<first>{name})\s?[-–—]\s")

    def agency(self, line: str) -> str | None:
        """Short names of the agencies that a line of credit names ("(With input from …)"), or None."""
        if len(line) > 160:
            return None
        match = self._input.fullmatch(line) or self._alone.fullmatch(line)
        return self._names(match.group("names")) if match else None

    def trailing(self, paragraph: str) -> str | None:
        """The agency that the end of a last paragraph credits ("… he said. (…)"), or None."""
        match = self._tail.search(paragraph[-80:])
        return self._names(match.group("a") or match.group("b")) if match else None

    def dateline(self, paragraph: str) -> Dateline | None:
        """The dateline that opens ``paragraph`` ("PARIS (…) - "), or None."""
        head = paragraph[:120]
        match = self._dateline.match(head)
        if match is None:
            match = self._led.match(head)
            if match is None:
                return None
            return Dateline(match.end(), None, self._names(match.group("first")), match.group().strip())
        group = match.groupdict()
        agency = group["agency"] or group["first"]
        words = match.group().strip(" -–—:")
        if agency is None and group["caps"] and len(group["caps"].split()) > 5:
            return None
        place = group["place"] or group["caps"] or group["dated"]
        if agency is None and place and self._outlets.agency(place):
            return Dateline(match.end(), None, self._names(place), words)
        return Dateline(match.end(), place, self._names(agency) if agency else None, words)

    def _names(self, written: str) -> str | None:
        names = [self._outlets.agency(part) for part in re.split(r"\s?(?:,|/|&|\band\b|\+)\s?", written)]
        whole = self._outlets.agency(written)
        found = [whole] if whole else [name for name in names if name]
        return ", ".join(dict.fromkeys(found)) or None


@lru_cache(maxsize=4)
def credits(outlets: Outlets) -> Credits:
    """The Credits of ``outlets``, made once."""
    return Credits(outlets)
