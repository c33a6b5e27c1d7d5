"""What the tests of names share: the codes that may stand in the data."""

from __future__ import annotations

from wader.knowledge.actors import Actors

# The states of the Correlates of War list as ISO codes (KOS for Kosovo), with those that PLOVER adds.
STATES = tuple(
    (
        "AFG AGO ALB AND ARE ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA "
        "CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST "
        "ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL "
        "ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KOS KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO "
        "MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK "
        "PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK "
        "SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY USA UZB VCT VEN VNM VUT "
        "WSM YEM ZAF ZMB ZWE ATG VAT HKG PSE ATA "
    ).split()
)
CODES = frozenset(STATES) | {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC", "DDR", "CSK", "YUG"}
SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP REL SOC".split()
)


def code(actors: Actors, phrase: str) -> str | None:
    """ISO or PLOVER code of the first reading of a name."""
    found = actors.lookup(phrase)
    return found[0].code if found else None
