"""Compile ``groups.csv.gz`` and ``offices.csv.gz`` from the reference tables of facts.

    python training/build_reference.py REFERENCE_DIR [--to src/wader/knowledge]

REFERENCE_DIR holds ``officials.csv.gz`` and ``groups.csv.gz`` as its README describes them. The same input gives the
same bytes. What is changed on the way, and why:

- rows under CC BY-SA are left out: Wader's data carries no share-alike terms;
- codes become PLOVER's: XKX → KOS, former states and dependencies fold into their state; a dependency is then named
  as the organisation of its offices, so that they are never taken for the state's own;
- PETRARCH's MED is media, PLOVER's MED is health: it becomes JRN;
- aliases that are no names of the body are dropped: states, titles of its officials, single ordinary words, one or two
  letters; re-cased acronyms and company names get their usual capitals back;
- each office's row ends with the keys that its names are looked up by: a change of ``person_key`` needs a new run;
- ``as_of`` is filled for groups too, from the date of their source, so that an open end can be read as one; of "first
  day/last day" it is the last;
- what shows in no print (control, zero-width and direction characters) is taken out of names;
- an id of Wikidata that was matched by name stays, and rows without one get one, where all rows that have theirs from a
  source with ids agree on it: one id of that name in that country, at about that time (``_identified``).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from wader.knowledge import actors
from wader.knowledge.names import fold, key, person_key
from wader.knowledge.states import read_states

GROUP_COLUMNS = ("name", "aliases", "code", "sector", "kind", "members", "since", "until", "as_of", "wikidata_id",
                 "source", "licence")  # fmt: skip
OFFICE_COLUMNS = ("name", "aliases", "code", "organisation", "office", "sector", "since", "until", "as_of",
                  "wikidata_id", "source", "licence", "keys")  # fmt: skip

CODES = {"XKX": "KOS", "SUN": "RUS", "SCG": "SRB"}
DEPENDENCIES = {
    "ABW": ("NLD", "Aruba"), "AIA": ("GBR", "Anguilla"), "ASM": ("USA", "American Samoa"),
    "BLM": ("FRA", "Saint Barthelemy"), "BMU": ("GBR", "Bermuda"), "COK": ("NZL", "the Cook Islands"),
    "CUW": ("NLD", "Curacao"), "CXR": ("AUS", "Christmas Island"), "CYM": ("GBR", "the Cayman Islands"),
    "FLK": ("GBR", "the Falkland Islands"), "FRO": ("DNK", "the Faroe Islands"), "GGY": ("GBR", "Guernsey"),
    "GIB": ("GBR", "Gibraltar"), "GLP": ("FRA", "Guadeloupe"), "GRL": ("DNK", "Greenland"), "GUM": ("USA", "Guam"),
    "IMN": ("GBR", "the Isle of Man"), "JEY": ("GBR", "Jersey"), "MAC": ("CHN", "Macau"),
    "MAF": ("FRA", "Saint Martin"), "MNP": ("USA", "the Northern Mariana Islands"), "MSR": ("GBR", "Montserrat"),
    "NCL": ("FRA", "New Caledonia"), "NFK": ("AUS", "Norfolk Island"), "NIU": ("NZL", "Niue"),
    "PCN": ("GBR", "the Pitcairn Islands"), "PRI": ("USA", "Puerto Rico"), "PYF": ("FRA", "French Polynesia"),
    "SHN": ("GBR", "Saint Helena"), "SJM": ("NOR", "Svalbard"), "SPM": ("FRA", "Saint Pierre and Miquelon"),
    "SXM": ("NLD", "Sint Maarten"), "TCA": ("GBR", "the Turks and Caicos Islands"), "TKL": ("NZL", "Tokelau"),
    "VGB": ("GBR", "the British Virgin Islands"), "VIR": ("USA", "the US Virgin Islands"),
    "WLF": ("FRA", "Wallis and Futuna"), "ESH": ("MAR", "Western Sahara"),
}  # fmt: skip

KINDS = {
    "paramilitary": "military", "opposition group": "party", "separatist authority": "armed group",
    "government in exile": "government", "alliance of armed groups": "armed group",
    "private military company": "military",
}  # fmt: skip

AS_OF = (
    ("CIA World Factbook", "2026-05"), ("PETRARCH2", "2014-01"), ("UCDP", "2020"), ("compiled from memory", "2026-11"),
)  # fmt: skip
"""Source → the date its listing stands for."""

# Names that the source files under organisations although they are people, roles or countries' groupings.
NOT_NAMES = frozenset([
    "joint chiefs of staff",
    "brother julian", "dc journalist", "johannese schaehinger", "ejeviome eloh otobo", "opia mensah kumah",
    "r.k. pachauri", "samlee plianbangchang", "jakup krasniqi", "un resident", "un bodies",
    "international government organisation", "international government organization",
    "american correctional association", "the un", "un mission", "naw say phaw", "friends of the united nations",
    "igc internet", "tonga online", "dolby laboratories", "hope for children",
    "west point", "pro-independence", "the order", "order",
])  # fmt: skip
# Ordinary words that lists carry as short names: as a single word they name nobody safely.
WORDS = frozenset([
    "aaa", "act", "action", "add", "agir", "ahali", "all", "alliance", "alternativa", "alternative", "amar", "and",
    "ansaru", "ap", "army", "assembly", "atm", "aur", "avante", "balad", "blue", "boogeymen", "bridge", "bunge",
    "cambio", "can", "care", "center", "centre", "change", "cidadania", "citizens", "cohesion", "commons",
    "concordia", "confederation", "congreso", "congress", "consensus", "conservative", "consultation", "cope",
    "council", "court", "dawn", "day", "demo", "democrats", "denk", "development", "dignity", "dna", "droa", "eco",
    "elephant", "enough", "ensemble", "everyone", "fac", "fan", "far", "fast", "fatherland", "federation", "focus",
    "fokus", "fono", "forward", "freedom", "front", "future", "gen", "gendarmerie", "giscardians", "good", "green",
    "greens", "guard", "hakam", "harmony", "he", "heritage", "hope", "horizons", "house", "independence",
    "independent", "independents", "it", "justice", "kid", "kyrgyz", "labor", "labour", "landtag", "las", "law",
    "league", "left", "legislature", "let", "levica", "libera", "liberal", "light", "lpg", "man", "map", "mar",
    "mavericks", "may", "moderates", "momentum", "mon", "movement", "msm", "must", "national", "navy", "new",
    "noam", "nosotros", "now", "one", "order", "organization", "our", "pact", "palamene", "parlament", "parlamento",
    "parlement", "parliament", "party", "patriota", "peace", "people", "per", "pin", "point", "police", "pont",
    "por", "pre", "primo", "pro", "progress", "public", "quartet", "rao", "real", "red", "reform", "renaissance",
    "republic", "republicans", "respect", "revival", "right", "roots", "roundtable", "rpg", "sad", "san", "senado",
    "senat", "senate", "senatul", "servants", "shahin", "she", "slovakia", "solidarity", "sp", "spartans", "star",
    "staten", "sun", "tigers", "tip", "tobago", "together", "transformers", "truth", "unidas", "union", "unite",
    "unity", "us", "value", "vamos", "vas", "victory", "vihr", "vision", "volt", "way", "we", "west", "yes",
    "youth", "zero",
])  # fmt: skip
# An alias with one of these is an official or a part of the body, not the body.
ROLES = re.compile(
    r"\b(presidents?|spokesman|spokeswoman|spokesperson|secretary|officials?|soldiers?|journalist|reporter|justices?|chief|"
    r"director|leader|general name|original name|members? of|sheik|sheikh|sayyed|countries|ministers)\b",
    re.IGNORECASE,
)
CAPITALS = {
    "Astrazeneca": "AstraZeneca", "Blackrock": "BlackRock", "Borgwarner": "BorgWarner",
    "Conocophillips": "ConocoPhillips", "Directv": "DirecTV", "Glaxosmithkline": "GlaxoSmithKline",
    "Mastercard": "MasterCard", "Metlife": "MetLife", "Pepsico": "PepsiCo", "Petrochina": "PetroChina",
    "Mcclatchy": "McClatchy", "Buzzfeed": "BuzzFeed", "Vimpelcom": "VimpelCom", "Vmware": "VMware",
    "Radioshack": "RadioShack", "Airasia": "AirAsia", "Totalfinaelf": "TotalFinaElf", "Actionaid": "ActionAid",
    "Childfund": "ChildFund", "REUTERS": "Reuters", "XINHUA": "Xinhua", "CARITAS": "Caritas", "Dhkp/C": "DHKP/C",
    "Tkep/L": "TKEP/L", "Tkp/Ml-Tikko": "TKP/ML-TIKKO", "Hsbc Holdings": "HSBC Holdings", "Ubs": "UBS",
}  # fmt: skip


def main() -> None:
    """Read, clean, write; print what was left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path, help="directory with officials.csv.gz and groups.csv.gz")
    parser.add_argument("--to", type=Path, default=Path(__file__).resolve().parent.parent / "src/wader/knowledge")
    options = parser.parse_args()
    left_out: Counter[str] = Counter()
    state_names = _state_names(options.to)
    read = _rows(options.reference / "groups.csv.gz")
    groups = [row for each in read if (row := _group(each, state_names, left_out))]
    _write(options.to / "groups.csv.gz", GROUP_COLUMNS, groups)
    read = _rows(options.reference / "officials.csv.gz")
    kept = [row for each in read if (row := _office(each, left_out))]
    offices = [_keyed(row) for row in _identified(kept)]
    _write(options.to / "offices.csv.gz", OFFICE_COLUMNS, offices)
    print(f"{len(groups)} groups, {len(offices)} offices; left out: {dict(sorted(left_out.items()))}")


_MATCHED = "; wikidata id: matched by name"
_ID_WITHIN, _FILLED_WITHIN = 30, 10
"""Years between the terms of rows of one name that may be one person's: where the table matched them already, and where
only this script does."""


def _identified(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Rows with the ids that agree. Sources with ids are Wikidata and the United States' Congress; elsewhere an id is
    right where the name, of two words at least, is one person's of that country there, at about that time. Such ids are
    marked in ``source``; what does not agree has none."""
    known: dict[tuple[str, str], list[tuple[str, list[int]]]] = {}
    for row in rows:
        if row["wikidata_id"] and _has_ids(row):
            for name in {person_key(name) for name in _names(row)}:
                known.setdefault((row["code"], name), []).append((row["wikidata_id"], _years(row)))
    return [row if _has_ids(row) else _matched(row, known) for row in rows]


def _matched(row: dict[str, str], known: dict[tuple[str, str], list[tuple[str, list[int]]]]) -> dict[str, str]:
    names = {person_key(name) for name in _names(row) if row["wikidata_id"] or name == row["name"]}
    same = [held for name in sorted(names) if " " in name for held in known.get((row["code"], name), ())]
    years = _years(row)
    within = _ID_WITHIN if row["wikidata_id"] else _FILLED_WITHIN
    near = any(abs(one - other) <= within for _, term in same for one in years for other in term)
    agreed = {held for held, _ in same}
    if len(agreed) != 1 or not near or row["wikidata_id"] not in ("", *agreed):
        return {**row, "wikidata_id": ""}
    return {**row, "wikidata_id": agreed.pop(), "source": row["source"] + _MATCHED}


def _has_ids(row: dict[str, str]) -> bool:
    return row["source"].startswith(("Wikidata", "unitedstates/congress-legislators"))


def _names(row: dict[str, str]) -> list[str]:
    return [name for name in (row["name"], *row["aliases"].split("|")) if name]


def _years(row: dict[str, str]) -> list[int]:
    return [int(row[column][:4]) for column in ("since", "until", "as_of") if row[column]]


def _printed(names: str) -> str:
    """Names without characters that show in no print."""
    return " ".join("".join(c for c in names if c.isprintable() or c.isspace()).split())


def _keyed(row: dict[str, str]) -> dict[str, str]:
    """The row with the keys of its names, so that loading need not make 100,000 of them."""
    names = [row["name"], *(row["aliases"].split("|") if row["aliases"] else ())]
    keys = [person_key(name) for name in names]
    return {**row, "keys": "" if keys == [name.lower() for name in names] else "|".join(keys)}


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def _write(path: Path, columns: tuple[str, ...], rows: list[dict[str, str]]) -> None:
    """Sorted rows as gzip CSV without a time stamp, so that the same rows give the same bytes."""
    rows.sort(key=lambda row: tuple(row[column] for column in ("code", "name", *columns[2:])))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    with path.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as packed:
        packed.write(text.getvalue().encode())


def _state_names(knowledge: Path) -> frozenset[str]:
    """Keys of all names of states, to keep them from being aliases of groups."""
    layer: dict[str, list[actors._Record]] = {}
    read_states(knowledge / "countries.yaml", layer, {})
    return frozenset(layer)


def _code(code: str) -> tuple[str, str | None]:
    """PLOVER code, and the dependency's name where the row is about one."""
    if code in DEPENDENCIES:
        return DEPENDENCIES[code]
    return CODES.get(code, code), None


def _group(row: dict[str, str], states: frozenset[str], left_out: Counter[str]) -> dict[str, str] | None:
    """A cleaned group, or None."""
    if "BY-SA" in row["licence"]:
        left_out["groups under CC BY-SA"] += 1
        return None
    if row["name"].lower() in NOT_NAMES or key(row["name"]) in states or _too_short(row["name"]):
        left_out["groups: no name of a body"] += 1
        return None
    code, of = _code(row["code"])
    if of is not None and row["kind"] in ("legislature", "court", "police", "military", "ministry"):
        left_out["groups: bodies of dependencies"] += 1
        return None
    name = CAPITALS.get(row["name"], row["name"])
    aliases = [CAPITALS.get(a, a) for a in row["aliases"].split("|") if a and _is_alias(a, states)]
    left_out["aliases"] += len([a for a in row["aliases"].split("|") if a]) - len(aliases)
    members = "|".join(sorted({_code(member)[0] for member in row["members"].split("|") if member}))
    as_of = "" if row["until"] else next((date for source, date in AS_OF if row["source"].startswith(source)), "")
    return {
        **row, "name": name, "aliases": "|".join(dict.fromkeys(aliases)), "code": code, "members": members,
        "sector": "JRN" if row["sector"] == "MED" else row["sector"], "kind": KINDS.get(row["kind"], row["kind"]),
        "as_of": as_of,
    }  # fmt: skip


def _too_short(name: str) -> bool:
    letters = re.sub(r"^(the|The) ", "", fold(name).replace(".", ""))
    return len(letters) < 3 or letters.isdigit() or (" " not in letters and letters.lower().strip("!") in WORDS)


def _is_alias(alias: str, states: frozenset[str]) -> bool:
    """Whether an alias can name the body in running text."""
    if _too_short(alias) or alias.lower() in NOT_NAMES or ROLES.search(alias):
        return False
    if key(alias) in states or key(alias).split(" ")[0].isdigit():
        return False
    return alias.count("(") == alias.count(")")


def _office(row: dict[str, str], left_out: Counter[str]) -> dict[str, str] | None:
    """An office row with its PLOVER code, or None."""
    if row["licence"].startswith("CC BY-SA") or "BY-SA" in row["licence"]:
        left_out["offices under CC BY-SA"] += 1
        return None
    if row["country"] == "GLP" or not _printed(row["name"]):
        left_out["offices without a name"] += 1
        return None
    code, of = _code(row["country"])
    if code == "AND" and (row["office"] == "Head of State" or "co-prince" in row["office"].lower()):
        left_out["offices: co-princes, who are known by their first office"] += 1
        return None
    organisation = row["organisation"].replace("Afican Union", "African Union") or of or ""
    if code == "IND" and row["office"] == "Minister of Foreign Affairs":
        # So the source calls India's top diplomats; the ministers are listed as Minister of External Affairs.
        row["office"] = "Foreign Secretary"
    return {
        **row, "name": _printed(row["name"]), "aliases": _printed(row["aliases"]), "code": code,
        "organisation": organisation, "as_of": row["as_of"].rpartition("/")[2],
    }  # fmt: skip


if __name__ == "__main__":
    main()
