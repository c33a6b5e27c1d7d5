"""What is known of agencies, publications, page furniture, date words and events of known date.

Files, each read from every directory, later ones winning: ``outlets.yaml``, ``furniture.yaml``, ``dates.yaml``,
``known_events.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from wader.errors import KnowledgeError
from wader.knowledge.files import entries_of, layers

_DIGITS = re.compile(r"\d+(?:,\d{3})*")
_SHORT = 60
_CAN_STAND_ALONE = 4


@dataclass(frozen=True)
class Agency:
    """A news agency: its short ``name`` and the ISO3 code of its country."""

    name: str
    country: str


@dataclass(frozen=True)
class Publication:
    """A newspaper, broadcaster or site: ``name``, ISO3 code of its country, and domain."""

    name: str
    country: str
    domain: str


@dataclass(frozen=True)
class KnownEvent:
    """An event of known date. ``words``: how it is referred to; ``places``: names of which the page must hold one
    (none for an event that its name alone identifies)."""

    name: str
    first: date
    last: date
    words: tuple[str, ...]
    places: tuple[str, ...] = ()


@dataclass
class Furniture:
    """Patterns of page furniture. ``lines``: whole lines, digits written ``#``; ``globs`` and ``starts``: compiled
    alternatives; each gives a reason. ``stops``: reasons after which a page is seldom article any more."""

    lines: dict[str, str] = field(default_factory=dict)
    globs: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)
    starts: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)
    stops: frozenset[str] = frozenset()

    def reason(self, line: str) -> str | None:
        """Why ``line`` (one line, squeezed) is furniture, or None."""
        folded = _DIGITS.sub("#", line.casefold()).strip(" :|•·-–—*►▶»>")
        found = self.lines.get(folded)
        if found:
            return found
        for reason, pattern in self.globs:
            if pattern.fullmatch(folded):
                return reason
        opened = _DIGITS.sub("#", line.casefold())
        for reason, pattern in self.starts:
            if pattern.match(opened):
                return reason
        return None


class Outlets:
    """Look-ups over the four files; see the module's docstring."""

    def __init__(
        self,
        agencies: dict[str, Agency],
        publications: dict[str, Publication],
        domains: dict[str, Publication],
        furniture: Furniture,
        dates: dict[str, Any],
        events: list[KnownEvent],
    ) -> None:
        self.agencies = agencies
        self.publications = publications
        self.domains = domains
        self.furniture = furniture
        self.events = events
        self.months = _numbered(dates.get("months", {}))
        self.weekdays = _numbered(dates.get("weekdays", {}))
        labels = dates.get("labels", {})
        self.published = tuple(sorted(labels.get("published", []), key=len, reverse=True))
        self.updated = tuple(sorted(labels.get("updated", []), key=len, reverse=True))
        self.month_first_zones = frozenset(dates.get("month_first_zones", []))
        names = sorted((n for n in agencies if len(n) >= _CAN_STAND_ALONE or n.isupper()), key=len, reverse=True)
        self.agency_pattern = "|".join(re.escape(name) for name in names)

    def agency(self, name: str) -> str | None:
        """Short name of the agency written ``name``, or None."""
        found = self.agencies.get(name.strip()) or self.agencies.get(name.strip().removeprefix("The ").strip())
        return found.name if found else None

    def publication(self, name: str | None = None, host: str | None = None) -> Publication | None:
        """The publication with this ``name`` (case ignored), or whose domain ``host`` is or ends with."""
        if host:
            labels = host.lower().removeprefix("www.").split(".")
            for cut in range(len(labels) - 1):
                found = self.domains.get(".".join(labels[cut:]))
                if found:
                    return found
        return self.publications.get(name.strip().casefold()) if name else None


def _numbered(table: dict[int, list[str]]) -> dict[str, int]:
    return {name.casefold(): int(number) for number, names in table.items() for name in names}


def _pattern(glob: str) -> str:
    """Regular expression of a furniture pattern: ``…`` is up to 60 characters of anything, blanks are one or more."""
    return f".{{0,{_SHORT}}}".join(re.escape(part) for part in glob.casefold().split("…"))


def _furniture(directories: Sequence[Path]) -> Furniture:
    result = Furniture()
    stops = set()
    for path, groups in layers(directories, "furniture.yaml"):
        here: dict[str, str] = {}  # within a file the first group that names a line has it
        for group in groups:
            try:
                reason = group["reason"]
                lines, starts = group.get("line", []), group.get("start", [])
                globs = [_pattern(x) for x in lines if "…" in x]
                plain = [x.casefold().strip(" :|•·-–—*►▶»>") for x in lines if "…" not in x]
            except (AttributeError, KeyError, TypeError):
                message = f"{path.name}: entry {group!r} needs `reason` and lists `line` or `start` of strings."
                raise KnowledgeError(message) from None
            for line in plain:
                here.setdefault(line, reason)
            if globs:
                result.globs.append((reason, re.compile("|".join(globs))))
            if starts:
                # A pattern that ends in a letter must end at the end of a word.
                words = (_pattern(x) + (r"(?!\w)" if x[-1].isalnum() else "") for x in starts)
                result.starts.append((reason, re.compile("|".join(words))))
            if group.get("stop"):
                stops.add(reason)
        here.pop("", None)
        result.lines.update(here)
    result.stops = frozenset(stops)
    return result


def _known_events(directories: Sequence[Path]) -> list[KnownEvent]:
    kinds: dict[str, list[str]] = {}
    events = []
    for path, content in layers(directories, "known_events.yaml"):
        with entries_of(path):
            kinds.update(content.get("kinds", {}))
            for first, kind, places, name in content.get("placed", []):
                events.append(KnownEvent(name, first, first, tuple(kinds[kind]), tuple(places)))
            for first, last, names in content.get("named", []):
                events.append(KnownEvent(names[0], first, last, tuple(names)))
    return events


def _dates(directories: Sequence[Path]) -> dict[str, Any]:
    """Sections of ``dates.yaml``; the lists inside a section grow from directory to directory."""
    dates: dict[str, Any] = {}
    for path, content in layers(directories, "dates.yaml"):
        with entries_of(path):
            for section, value in content.items():
                if isinstance(value, dict) and isinstance(dates.get(section), dict):
                    for number, names in value.items():
                        dates[section][number] = [*dates[section].get(number, []), *names]
                else:
                    dates[section] = value
            _numbered(dates.get("months", {}))
            _numbered(dates.get("weekdays", {}))
    return dates


def load(directories: Sequence[Path]) -> Outlets:
    """Outlets from ``directories``, later ones laid over earlier ones.

    Raises:
        KnowledgeError: a file is not YAML or has an entry of the wrong shape; names the file.
    """
    agencies: dict[str, Agency] = {}
    publications: dict[str, Publication] = {}
    domains: dict[str, Publication] = {}
    for path, content in layers(directories, "outlets.yaml"):
        with entries_of(path):
            here: dict[str, Agency] = {}
            for short, country, *others in content.get("agencies", []):
                for name in (short, *others):
                    here.setdefault(name, Agency(short, country))
                    if " " in name:
                        here.setdefault(name.upper(), Agency(short, country))
            agencies.update(here)
            for name, country, domain, *others in content.get("publications", []):
                publication = Publication(name, country, domain)
                domains[domain] = publication
                for written in (name, *others):
                    publications.setdefault(written.casefold(), publication)
    furniture, dates = _furniture(directories), _dates(directories)
    return Outlets(agencies, publications, domains, furniture, dates, _known_events(directories))
