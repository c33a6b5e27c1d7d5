"""Where a page's toponyms lie. (Which of them is an event's own: ``event_place``.)

A name's readings are weighed together over the page: how well known each is, what the words say outright ("Paris,
Texas", "the Kentucky town of Paris"), the countries and provinces that the page's other names lie in, nearness to
their readings, and the home of the publication. All names inform each other in a few rounds; one name has one sense on
a page unless the words beside a mention say otherwise. No step looks anything up but names, so cost is a few
milliseconds a page.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wader.knowledge.gazetteer import ALTERNATE, CURATED, DEMONYM, GazEntry, Gazetteer, fold
from wader.records import Article, Document, Entity, Place
from wader.resolve.event_place import event_place
from wader.resolve.home import BY_TLD, Home

__all__ = ["event_place", "resolve_places"]

_ROUNDS = 3
_MOST_READINGS = 40
_OUTRIGHT = 8.0
"""What "Paris, Texas" adds to the reading of Paris: nothing else weighs as much."""
_SIGN, _SIGNS = 1.0, 6.0
"""What each sign of a page's home adds to the readings in that country, and how many do."""
_PAIR = re.compile(r"^(?:,|\s\()\s{0,2}$")
_HOST = re.compile(r"^(?:[a-z]+://)?(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_COUNTRYLESS = frozenset(("com", "org", "net", "info", "news"))
_DIVISION_AFTER = frozenset(
    ["province", "state", "governorate", "region", "oblast", "county", "department", "prefecture", "district"]
)
_CITY_AFTER = frozenset(("city", "town", "airport", "suburb"))


@dataclass(slots=True)
class _Name:
    """A name of the page: its readings, their fixed scores and, in the end, their probabilities."""

    entries: tuple[GazEntry, ...]
    fixed: list[float]
    count: int = 0
    p: list[float] = field(default_factory=list)


def resolve_places(document: Document, gazetteer: Gazetteer, home: Home | None = None) -> None:
    """Fill in ``geonameid``, point, country, name, resolution and confidence of the document's places.

    Args:
        home: what the publication and the page's own words say of its country; else the address alone says.
    """
    _Page(document, gazetteer, home or Home()).resolve()


class _Page:
    """The places of one page under resolution."""

    def __init__(self, document: Document, gazetteer: Gazetteer, home: Home) -> None:
        self.document, self.gazetteer = document, gazetteer
        self.home, self.host = _home(document.article, gazetteer, home.published)
        told = {e.code for e in document.entities if e.code and e.rule.startswith(("state:", "demonym:"))}
        self.peoples = {e.code for e in document.entities if e.code and e.rule.startswith("demonym:")}
        self.signs = _worth(home.signs, told)
        self.names: dict[str, _Name] = {}
        self.keys: list[str] = []
        self.said: list[dict[int, float]] = []  # a mention: reading id → what the words beside it add

    def resolve(self) -> None:
        """Weigh all names together, then give each mention its reading."""
        places = self.document.places
        entities = {(e.in_, e.start, e.end): e for e in self.document.entities}
        for place in places:
            self._enter(place, entities.get((place.in_, place.start, place.end)))
        for n in range(len(places)):
            self.said.append(self._words_beside(n))
        self._settle()
        for n, place in enumerate(places):
            self._assign(n, place)

    # --- readings ------------------------------------------------------------------------------------

    def _enter(self, place: Place, entity: Entity | None) -> None:
        key = fold(place.text) or place.text
        entries = self.gazetteer.entries(place.text)
        if place.rule == "demonym":
            country = self.gazetteer.country(entity.code) if entity and entity.code else None
            adjectives = tuple(e for e in entries if e.how == DEMONYM)
            entries = adjectives or ((country,) if country else ())
            key = f"{key} (adjective)"
        elif not entries and entity is not None:
            country = self.gazetteer.country(entity.code)
            entries = self.gazetteer.entries(entity.name) or ((country,) if country else ())
        self.keys.append(key)
        name = self.names.get(key)
        if name is None:
            entries = _likely(entries, place)
            apart = {e.country_code for e in entries} & self.peoples
            fixed = [_prior(e, entries) + self._at_home(e, apart) for e in entries]
            name = self.names[key] = _Name(entries, fixed)
        name.count += 1

    def _at_home(self, entry: GazEntry, apart: set[str | None]) -> float:
        """What the page's home adds to a reading; its signs nothing where the page tells of the people of another state
        that has one of the name (``apart``): Paris is no town at home beside the French."""
        score = 0.0
        if self.home and entry.country_code == self.home:
            score += 2.0
        if apart <= {entry.country_code}:
            score += self.signs.get(entry.country_code or "", 0.0)
        if self.host and entry.level in ("city", "admin1", "admin2"):
            key = fold(entry.name).replace(" ", "")
            if len(key) > 4 and key in self.host:
                score += 1.0
        return score

    # --- what the words say --------------------------------------------------------------------------

    def _words_beside(self, n: int) -> dict[int, float]:
        """What stands beside a mention adds to its readings: a pair, a container in the sentence, a unit's name."""
        places = self.document.places
        place, name = places[n], self.names[self.keys[n]]
        if len(name.entries) < 2:
            return {}
        text = (self.document.article.title or "") if place.in_ == "title" else self.document.article.text
        added: dict[int, float] = {}
        for m in range(max(0, n - 3), min(len(places), n + 4)):
            other = places[m]
            if m == n or other.in_ != place.in_ or other.sentence != place.sentence:
                continue
            gap = text[place.end : other.start] if m > n else text[other.end : place.start]
            paired = m == n + 1 and bool(_PAIR.match(gap))
            close = 2.0 if len(gap) < 25 else 1.0
            containers = self.names[self.keys[m]].entries
            for entry in name.entries:
                levels = {c.level for c in containers if _inside(entry, c)}
                if levels:
                    # "the U.S. and Mexico" does not make Mexico a town
                    worth = _OUTRIGHT if paired else close if levels != {"country"} else close / 2
                    added[entry.id] = max(added.get(entry.id, 0.0), worth)
        after = text[place.end : place.end + 14].split()
        unit = after[0].strip(".,;").lower() if after else ""
        before = text[max(0, place.start - 24) : place.start].lower()
        for entry in name.entries:
            if (unit in _DIVISION_AFTER and entry.level in ("admin1", "admin2", "region")) or before.endswith(
                "state of "
            ):
                added[entry.id] = added.get(entry.id, 0.0) + (3.0 if entry.level != "city" else 0.0)
            elif (unit in _CITY_AFTER or before.endswith(("city of ", "town of "))) and entry.level == "city":
                added[entry.id] = added.get(entry.id, 0.0) + 2.5
        return added

    # --- the page ------------------------------------------------------------------------------------

    def _settle(self) -> None:
        """A few rounds in which all names inform each other."""
        of_name: dict[str, list[dict[int, float]]] = defaultdict(list)
        for key, said in zip(self.keys, self.said, strict=True):
            of_name[key].append(said)
        for key, name in self.names.items():
            for i, entry in enumerate(name.entries):
                worths = [said.get(entry.id, 0.0) for said in of_name[key]]
                # what is said outright once holds for the name on this page; mere company counts by its share
                name.fixed[i] += _OUTRIGHT - 2.0 if max(worths) >= _OUTRIGHT else sum(worths) / len(worths)
            name.p = _softmax([0.6 * s for s in name.fixed])
        for _ in range(_ROUNDS):
            context = _Context(self.names)
            scores = {k: [s + context.support(k, e) for s, e in zip(n.fixed, n.entries, strict=True)]
                      for k, n in self.names.items()}  # fmt: skip
            for key, name in self.names.items():
                name.p = _softmax(scores[key])

    def _assign(self, n: int, place: Place) -> None:
        name = self.names[self.keys[n]]
        if not name.entries:
            return
        said = self.said[n]
        own = _softmax(
            [math.log(max(p, 1e-9)) + said.get(e.id, 0.0) for p, e in zip(name.p, name.entries, strict=True)]
        )
        best = max(range(len(own)), key=lambda i: (own[i], -i))
        entry = name.entries[best]
        # readings beside each other on the map are no doubt about where it is
        sure = sum(p for p, e in zip(own, name.entries, strict=True) if _km(e, entry) < 50)
        place.geonameid, place.lat, place.lon = entry.geonameid, entry.lat, entry.lon
        place.country_code, place.name, place.resolution = entry.country_code, entry.name, entry.kind
        place.confidence = round(min(0.99, sure * _TRUST.get(place.rule, 0.95)), 2)


def _worth(signs: Mapping[str, float], told: set[str]) -> dict[str, float]:
    """What the signs of each state add to readings there: less on a page that tells of many others (``told``)."""
    return {s: _SIGN * min(number, _SIGNS) / max(1, len(told - {s})) for s, number in signs.items()}


_TRUST = {"in-name": 0.85, "institution": 0.9, "pair": 1.0, "dateline": 1.0, "demonym": 0.97}


class _Context:
    """What all names of a page say together about countries, provinces and nearness."""

    def __init__(self, names: dict[str, _Name]) -> None:
        self.names = names
        self.country: dict[str, float] = defaultdict(float)
        self.admin: dict[int, float] = defaultdict(float)
        self.cells: dict[tuple[int, int], dict[str, float]] = defaultdict(dict)
        self.total = 0.0
        self.own: dict[str, tuple[dict[str, float], dict[int, float], float]] = {}
        self._near: dict[tuple[int, int], dict[str, float]] = {}
        for key, name in names.items():
            weight = 1.0 + 0.5 * math.log(max(1, name.count))
            country: dict[str, float] = defaultdict(float)
            admin: dict[int, float] = defaultdict(float)
            for p, e in zip(name.p, name.entries, strict=True):
                if p < 0.003:
                    continue
                if e.country_code:
                    country[e.country_code] += weight * p
                for division in (e.id if e.level in ("admin1", "admin2") else 0, e.admin1, e.admin2):
                    if division:
                        admin[division] += weight * p
                if e.level in ("city", "admin2", "site"):
                    cell = self.cells[_cell(e)]
                    cell[key] = max(cell.get(key, 0.0), p)
            for c, x in country.items():
                self.country[c] += x
            for a, x in admin.items():
                self.admin[a] += x
            if name.entries:
                self.total += weight
                self.own[key] = (country, admin, weight)

    def support(self, key: str, entry: GazEntry) -> float:
        """What the other names add to a reading of ``key``."""
        country, admin, weight = self.own.get(key, ({}, {}, 0.0))
        others = self.total - weight
        if others <= 0:
            return 0.0
        score = 0.0
        if entry.country_code:
            mass = self.country[entry.country_code] - country.get(entry.country_code, 0.0)
            score += 3.0 * mass / (others + 1.0) + 0.5 * math.log1p(mass)
        best = 0.0
        for division in (entry.id if entry.level in ("admin1", "admin2") else 0, entry.admin1, entry.admin2):
            if division:
                best = max(best, self.admin[division] - admin.get(division, 0.0))
        score += 3.0 * best / (others + 1.0) + 1.0 * math.log1p(best)
        if entry.level in ("city", "admin2", "site"):
            near = self._around(_cell(entry))
            score += 1.2 * math.log1p(sum(p for other, p in near.items() if other != key))
        return score

    def _around(self, cell: tuple[int, int]) -> dict[str, float]:
        """How likely each name is of a place in a cell or beside it: names have many readings in the same few cells."""
        near = self._near.get(cell)
        if near is None:
            near = self._near[cell] = {}
            for row in range(cell[0] - 1, cell[0] + 2):
                for column in range(cell[1] - 1, cell[1] + 2):
                    for name, p in self.cells.get((row, column), _NOTHING).items():
                        if p > near.get(name, 0.0):
                            near[name] = p
        return near


_NOTHING: dict[str, float] = {}


def _cell(entry: GazEntry) -> tuple[int, int]:
    return math.floor(entry.lat), math.floor(entry.lon)


def _likely(entries: tuple[GazEntry, ...], place: Place) -> tuple[GazEntry, ...]:
    """The readings worth weighing: the gazetteer's order puts the well known first."""
    if place.rule == "institution":
        return entries[:1]
    return entries[:_MOST_READINGS]


def _prior(entry: GazEntry, entries: Sequence[GazEntry]) -> float:
    """How well known a reading is: about 5 for a great power, 3 for a city of a million, 0 for a hamlet."""
    people = math.log10(entry.population + 1000) - 3.0
    score = people
    if entry.level == "country":
        score += 2.5
    elif entry.level == "admin1":
        score += 0.6
    elif entry.level in ("region", "water", "height", "site"):
        score = 5.0
    elif entry.level == "admin2":
        score -= 0.5
    elif entry.level == "city":
        score += 0.7
        for other in entries:  # "São Paulo", "Kabul": the city, where it is a good part of its province
            if other.level == "admin1" and other.id == entry.admin1 and entry.population > 0.2 * other.population:
                score += 1.0
    if entry.how == ALTERNATE:
        score -= 2.0 if entry.level in ("city", "admin2") else 1.0
    elif entry.how == CURATED:
        score += 2.0
    return 1.1 * score


def _inside(inner: GazEntry, outer: GazEntry) -> bool:
    if outer.level == "country":
        return inner.country == outer.country and inner.level != "country" and inner.country is not None
    return outer.level in ("admin1", "admin2") and outer.id in (inner.admin1, inner.admin2)


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


def _km(a: GazEntry, b: GazEntry) -> float:
    """Great-circle distance in km."""
    lat1, lon1, lat2, lon2 = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def _home(article: Article, gazetteer: Gazetteer, home: str | None) -> tuple[str | None, str]:
    """The publication's country (ISO3) and the letters of its host and name, in which a city's name may stand."""
    match = _HOST.match(article.url or "")
    host = match.group(1).lower() if match else ""
    letters = re.sub(r"[^a-z]", "", host.rpartition(".")[0] + (fold(article.publication or "")))
    if home is None and host:
        tld = host.rpartition(".")[2]
        if tld in BY_TLD:
            home = BY_TLD[tld]
        elif tld not in _COUNTRYLESS and len(tld) == 2:
            country = gazetteer.country(tld.upper())
            home = country.country_code if country else None
    return home, letters
