"""Words of what a state has abroad, which tell nothing of where a page's story plays."""

from __future__ import annotations

import re

ABROAD = frozenset([
    "citizen", "national", "tourist", "traveller", "visitor", "backpacker", "holidaymaker", "expatriate", "expat",
    "compatriot", "embassy", "consulate", "ambassador", "consul", "diplomat", "diplomatic mission", "envoy",
    "special envoy", "adviser", "advisor", "military adviser", "military advisor", "military attache", "missionary",
    "correspondent", "emissary", "charge d'affaires", "vice consul", "mediator", "aid worker", "emigrant",
    "delegation", "foreign fighter", "mercenary", "peacekeeper", "contingent",
])  # fmt: skip
"""Roles whose nationality is told where they are abroad: no sign that the page plays in that country."""
OUTPOSTS = frozenset([
    "embassy", "consulate", "mission", "base", "compound", "convoy", "custody", "ship", "vessel", "warship", "plane",
    "aircraft", "residence", "delegation", "flag", "command", "control",
])  # fmt: skip
"""What a state has abroad: "in the US embassy" is not in that state."""
FROM = re.compile(
    r"\b(?:(?:native|citizen|national)s? of|(?:immigrant|emigrant|migrant|refugee)s? from|(?:ambassador|envoy) to|"
    r"(?:born|living|lives?|lived|resid(?:es?|ed|ing)|stud(?:y|ies|ied|ying)|filmed|recorded|published|printed|educated|"
    r"raised|exiled?|grew up) in)\s+(?:the\s+)?$"
)
"""Right before the state from which somebody comes, where he lives or learnt, or to which he is sent."""
BORDER = re.compile(r"(?:['’]s)?[ -](?:border|frontier)")
DEPENDENCIES = {
    code: state
    for state, codes in {
        "USA": "PRI GUM VIR ASM MNP UMI", "GBR": "BMU CYM VGB TCA AIA MSR FLK SHN IMN JEY GGY GIB PCN SGS IOT",
        "FRA": "REU GLP MTQ GUF MYT NCL PYF SPM WLF MAF BLM ATF", "NLD": "ABW CUW SXM BES", "DNK": "GRL FRO",
        "AUS": "CXR CCK NFK HMD", "NZL": "NIU TKL COK", "NOR": "SJM BVT", "FIN": "ALA", "CHN": "MAC", "KOS": "XKX",
    }.items()
    for code in codes.split()
}  # fmt: skip
"""Dependencies act as their state: PLOVER codes states."""
