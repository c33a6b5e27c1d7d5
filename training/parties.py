"""Who a mention of the corpus is, by country and sector: the line ``& A=LBN.GOV B=FRA+MLI.MIL C=?.CVL/OPP D=-``.

Codes and sectors are PLOVER's; guidelines: ``corpus/GUIDELINES.md``, "Countries and sectors".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from wader.knowledge.actors import NON_STATES as NO_STATE

NON_STATES = frozenset(code for code in NO_STATE if code is not None)
SECTORS = frozenset(
    "GOV MIL COP SPY JUD LEG PTY OPP REB PRM UAF CRM CVL REF LAB AGR BUS EDU MED JRN REL SOC ELI UNK".split()
)
NOBODY = "-"
UNKNOWN = "?"


class PartyError(ValueError):
    """What is wrong with a line of parties."""


@dataclass(frozen=True)
class Stated:
    """Who a mention is: ISO-3 or non-state ``codes`` (() where nobody could know), ``sectors``, the better one first
    (() for a body that has none, as the UN). ``nobody``: the words are no party."""

    codes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    nobody: bool = False


@cache
def countries() -> frozenset[str]:
    """ISO-3 codes that Wader knows."""
    path = Path(__file__).resolve().parents[1] / "src" / "wader" / "knowledge" / "countries.yaml"
    data = yaml.load(path.read_text("utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return frozenset(data)


def stated(line: str, mentions: Collection[str]) -> dict[str, Stated]:
    """Who each mention is, of a line of parties; all of ``mentions`` must stand in it, once."""
    found: dict[str, Stated] = {}
    for part in line.removeprefix("&").split():
        mark, equals, said = part.partition("=")
        if not equals or mark not in mentions or mark in found:
            raise PartyError(f"{part!r}: a marked actor, once, = and COUNTRY.SECTOR")
        found[mark] = _party(said)
    if left := sorted(set(mentions) - set(found)):
        raise PartyError(f"no country and sector for {', '.join(left)}")
    return found


def _party(said: str) -> Stated:
    if said == NOBODY:
        return Stated(nobody=True)
    country, dot, sector = said.partition(".")
    codes = () if country == UNKNOWN else tuple(country.split("+"))
    sectors = () if sector == NOBODY else tuple(sector.split("/"))
    if not dot or set(codes) - NON_STATES - countries() or set(sectors) - SECTORS:
        known = f"ISO-3, {' '.join(sorted(NON_STATES))}; {' '.join(sorted(SECTORS))}"
        raise PartyError(f"{said!r} is no COUNTRY.SECTOR ({known})")
    return Stated(codes, sectors)
