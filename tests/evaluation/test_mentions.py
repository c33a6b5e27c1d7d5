"""Countries and sectors of parties beside what our corpus says of them."""

from __future__ import annotations

import pytest

from evaluation.mentions import marked, same_country, same_sector, score
from training.corpus import parse
from training.parties import Stated
from wader.records import Actor

RAID = [
    "@lead mali 2010s ctx=military",
    "{A Soldiers of {B the Malian army}} {1 raided} a {C rebel} camp.",
    "& A=MLI.MIL B=MLI.MIL C=MLI.REB",
    "1 ASSAULT A > C",
]


def test_a_party_is_the_shortest_mention_that_shares_words() -> None:
    passage = parse(RAID, "x", "x", "x")
    army = passage.text.index("army")
    assert marked(passage, army, army + 4) == "B"
    assert marked(passage, 0, 8) == "A"
    assert marked(passage, len(passage.text) - 1, len(passage.text)) is None


@pytest.mark.parametrize(
    ("actor", "wanted", "country", "sector"),
    [
        (Actor("MLI", "REB"), Stated(("MLI",), ("UAF",)), True, True),  # readers let these stand for each other
        (Actor("MLI", "GOV"), Stated(("MLI", "NER"), ("REB",)), True, False),
        (Actor(None, "CVL"), Stated((), ("CVL",)), True, True),
        (Actor("MLI", "CVL"), Stated((), ("CVL",)), False, True),  # a guess where nobody could know
        (Actor("UNO", None), Stated(("UNO",), ()), True, True),
        (Actor("MLI", "CVL"), Stated(nobody=True), False, False),
        (Actor("MLI", "ELI", ["GOV"]), Stated(("MLI",), ("GOV",)), True, True),
    ],
)
def test_what_counts_as_right(actor: Actor, wanted: Stated, country: bool, sector: bool) -> None:
    assert (same_country(actor, wanted), same_sector(actor, wanted)) == (country, sector)


def test_the_program_holds_its_figures_on_a_part_of_the_test_split() -> None:
    figures = score("test", step=12).figures()
    assert figures["parties"] > 100
    assert figures["sector"] > 0.83, figures
    assert figures["both"] > 0.7, figures
