"""Sector and country of a party: what the rules say beside what the encoder says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wader.knowledge import load
from wader.knowledge.coder import Join
from wader.records import Actor, Entity, Mention, Place
from wader.resolve.likely import country_asked, named_codes, sector_asked, steps, weighed


def _join(sector: dict[str, float] | None = None, country: dict[str, float] | None = None) -> Join:
    return replace(load().coder, sector=sector or {}, country=country or {})


def _mention(sectors: dict[str, float] | None = None, homes: list[tuple[int, int, float]] | None = None) -> Mention:
    return Mention(10, 20, 3, "subj", sectors=sectors or {"CVL": 1.0}, homes=homes or [])


GUNMEN = {"CVL": 0.1, "UAF": 0.85, "GOV": 0.05}
GUESS = (Actor("COL", "CVL"), "role: roles.yaml:man; page country")


def test_the_encoder_is_heard_where_its_weights_say_so() -> None:
    told = weighed([GUESS], _mention(GUNMEN), {}, _join({"bias": -1.0, "margin": 1.0}))
    assert [(a.code, a.sector) for a, _ in told] == [("COL", "UAF")]
    assert told[0][1].endswith("encoder: UAF 0.85")


@pytest.mark.parametrize("weights", [{}, {"bias": -5.0, "margin": 1.0}])
def test_it_is_not_heard_where_they_do_not(weights: dict[str, float]) -> None:
    assert weighed([GUESS], _mention(GUNMEN), {}, _join(weights)) == [GUESS]


def test_a_rule_that_is_mostly_right_is_kept() -> None:
    weights = {"bias": 0.0, "margin": 0.5, "rule office": -9.0}
    known = (Actor("COL", "GOV"), "office: offices:A/President/2001")
    assert weighed([known], _mention(GUNMEN), {}, _join(weights)) == [known]


def test_several_parties_of_the_same_words_are_left() -> None:
    both = [GUESS, (Actor("PER", "CVL"), "role: roles.yaml:man; modifier")]
    assert weighed(both, _mention(GUNMEN), {}, _join({"bias": 9.0})) == both


def test_agreement_is_not_asked() -> None:
    assert sector_asked(*GUESS, _mention({"CVL": 0.9, "GOV": 0.1})) is None
    assert sector_asked(*GUESS, Mention(10, 20, 3, "subj")) is None


def test_a_name_of_the_sentence_gives_the_country() -> None:
    mention = _mention(homes=[(0, 5, 2.5), (30, 34, -3.0)])
    codes = {(0, 5): "PER", (30, 34): "COL"}
    asked = country_asked(*GUESS, mention, codes)
    assert asked is not None
    assert asked[0] == "PER"
    assert (asked[1]["likely"], asked[1]["said"]) == (2.5, -3.0)
    told = weighed([GUESS], mention, codes, _join(country={"likely": 1.0, "said": -1.0}))
    assert told[0][0].code == "PER"


def test_bodies_of_no_state_keep_their_code() -> None:
    body = (Actor("UNO", None), "role: roles.yaml:envoy; modifier")
    assert country_asked(*body, _mention(homes=[(0, 5, 9.0)]), {(0, 5): "PER"}) is None


def test_steps_are_kinds() -> None:
    assert steps("him: title: roles.yaml:president; page country") == ("him", "page country")
    assert steps("state: countries.yaml:USA/state") == ("state", "state")


def test_the_packaged_weights_are_of_known_features() -> None:
    join = load().coder
    assert {"bias", "margin"} <= set(join.sector)
    assert {"bias", "likely"} <= set(join.country)


ARMED = {"CVL": 0.05, "MIL": 0.15, "REB": 0.8}


@pytest.mark.parametrize(
    ("rule", "stands"),
    [
        ("role: roles.yaml:citizen; modifier", True),
        ("the group: role: roles.yaml:citizen; dateline", True),
        ("thing: roles.yaml:vehicle; page country", True),
        ("parties to a matter; dateline", True),
        ("role: roles.yaml:man; modifier", False),
    ],
)
def test_words_that_leave_no_doubt_stand(rule: str, stands: bool) -> None:
    said = (Actor("COL", "CVL"), rule)
    told = weighed([said], _mention(ARMED), {}, _join({"bias": 9.0}))
    assert told[0][0].sector == ("CVL" if stands else "REB")


def test_nobody_becomes_a_celebrity_by_a_guess() -> None:
    said = (Actor("COL", "CVL"), "person; main country of the page")
    assert sector_asked(*said, _mention({"CVL": 0.1, "ELI": 0.9})) is None
    assert sector_asked(*said, _mention({"CVL": 0.1, "PTY": 0.9})) is not None


@pytest.mark.parametrize(("name", "codes"), [("sagara", {"IND"}), ("Sagara", {"IND", "JPN"})])
def test_a_lone_small_word_names_no_country_that_is_not_named(name: str, codes: set[str]) -> None:
    state = Entity(0, 5, "text", "india", "GPE", 1, "India", code="IND")
    found = named_codes([state], [Place(20, 26, "text", name, 2, country_code="JPN")])
    assert set(found.values()) == codes


@pytest.mark.parametrize(
    ("rule", "sector", "noun", "heard"),
    [
        # the page says which office he has, in whose name they speak
        ("he: apposition: roles.yaml:lawmaker", "LEG", "he", False),
        ("first person: on behalf of role: roles.yaml:armed force", "MIL", "we", False),
        # an office of any body; whose else "we" may be; somebody's supporters; a man in the same place
        ("he: title: roles.yaml:chairman; page country", "GOV", "he", True),
        ("first person: a speaker without a name, page country", "GOV", "we", True),
        ("they: role: roles.yaml:mayor; page country", "GOV", "they", True),
        ("apposition: roles.yaml:lawmaker", "LEG", "kowal", True),
    ],
)
def test_a_pronoun_of_an_officer_is_an_officers(rule: str, sector: str, noun: str, heard: bool) -> None:
    told = _mention({sector: 0.05, "SOC": 0.9})
    assert (sector_asked(Actor("PER", sector), rule, told, noun) is not None) == heard
