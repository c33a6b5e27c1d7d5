"""Lost capitals come back without moving a letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wader.annotate import Annotator
from wader.annotate.truecase import Truecaser
from wader.knowledge import load
from wader.records import Article

ANNOTATOR = Annotator(load())
CASER: Truecaser = ANNOTATOR.truecaser


def test_lower_case_page() -> None:
    text = "the kenyan army said on monday that colonel otieno left nairobi. somalia and the united nations agreed."
    assert CASER.body(text) == (
        "The Kenyan army said on Monday that Colonel Otieno left Nairobi. Somalia and the United Nations agreed."
    )


def test_full_names_that_the_registry_has_are_names() -> None:
    text = "the minister said on monday that rigoberta menchu had met rich men in a small town in the hills."
    assert CASER.body(text).split(" that ")[1].startswith("Rigoberta Menchu had met rich men")


def test_a_people_that_may_be_another_is_that_of_the_state_named() -> None:
    assert "ban on Indian papers" in CASER.body("pakistan has put a ban on indian papers, and india has protested.")
    assert "met indian peasants" in CASER.body("peru's president has met indian peasants in the hills of the south.")


def test_us_in_small_letters_is_a_state_only_where_it_cannot_be_the_pronoun() -> None:
    text = "peru condemned the us bombing of herat on monday. the minister told us that us-led troops had left."
    read = CASER.body(text)
    assert "the US bombing" in read and "US-led troops" in read and "told us that" in read


def test_ordinary_page_is_left_alone() -> None:
    text = "The Kenyan army said on Monday that Colonel Otieno had left Nairobi."
    assert CASER.body(text) is text


@pytest.mark.parametrize(
    ("headline", "read"),
    [
        ("Kenya Condemns Raid on Border Town", "Kenya condemns raid on border town"),
        ("BLAST KILLS TEN IN NAIROBI MARKET", "Blast kills ten in Nairobi market"),
        ("Kenya condemns raid on border town", "Kenya condemns raid on border town"),
    ],
)
def test_headlines(headline: str, read: str) -> None:
    assert CASER.headline(headline) == read


@pytest.mark.parametrize(
    ("capitals", "read"),
    [
        ("US SENDS TROOPS TO KUWAIT", "US sends troops to Kuwait"),
        ("REBELS FIRE ON US TROOPS NEAR HERAT", "Rebels fire on US troops near Herat"),
        ("TUNISIA CONDEMNS US AND PERU", "Tunisia condemns US and Peru"),
        ("US-BACKED REBELS ENTER HERAT", "US-backed rebels enter Herat"),
        ("PERU TELLS US TO LEAVE", "Peru tells US to leave"),
        ("TALKS BETWEEN US AND PERU END", "Talks between US and Peru end"),
        ("FARMERS IN PERU: HELP US", "Farmers in Peru: help us"),
        ("COME WITH US, SAY MINERS IN PERU", "Come with us, say miners in Peru"),
        ("LET US PRAY FOR PEACE IN PERU", "Let us pray for peace in Peru"),
        ("THE MINERS TOLD US THEY WERE SAFE", "The miners told us they were safe"),
        ("ALL OF US ARE SAFE IN PERU", "All of us are safe in Peru"),
        ("THEY ROBBED US, SAY MINERS IN PERU", "They robbed us, say miners in Peru"),
    ],
)
def test_us_in_capitals_is_the_state_or_the_pronoun(capitals: str, read: str) -> None:
    assert CASER.headline(capitals) == read
    assert CASER.body(capitals) == read


@given(st.text(max_size=200))
def test_no_letter_moves(text: str) -> None:
    for view in (CASER.body(text), CASER.headline(text)):
        assert len(view) == len(text)
        assert view.lower() == text.lower()


def test_spans_quote_the_page_as_it_stands() -> None:
    text = "the kenyan army attacked rebels near garissa on monday. the kenyan army said that ten rebels were killed."
    document = ANNOTATOR.annotate(Article("a", None, text))
    assert document.article.text == text
    records = [*document.entities, *document.places, *document.times]
    assert records
    assert all(r.text == text[r.start : r.end] for r in records)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("the envoy met u.s. and u.n. officials at 9 a.m. in lima on monday.", "U.S. and U.N. officials at 9 a.m."),
        ("two u.k. monks and a nun left, e.g. by boat, on sunday.", "Two U.K. monks and a nun left, e.g."),
    ],
)
def test_initials_of_names_stand_in_capitals(text: str, read: str) -> None:
    assert read in CASER.body(text)


def test_initials_in_a_headline_keep_their_capitals() -> None:
    assert CASER.headline("U.S. Envoy Meets Rebel Leaders in Juba").startswith("U.S. envoy meets rebel")


@pytest.mark.parametrize("gap", [" ", "      ", '"        "', "\n\n      "])
def test_a_sentence_begins_behind_any_run_of_blanks(gap: str) -> None:
    text = f"the minister left the town of the monks.{gap}seven guards went with him to the port."
    assert "monks." + gap + "Seven" in CASER.body(text)


def test_acronyms_that_dictionaries_list_are_names() -> None:
    text = "the plo and nato asked the cia who would care for the spa in the old town on monday."
    assert "PLO and NATO asked the CIA who would care for the spa" in CASER.body(text)
