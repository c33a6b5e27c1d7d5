"""Who is meant where a page takes it as known: bare surnames, bodies in small letters, pronouns of those who suffer."""

from __future__ import annotations

import pytest

from tests.parsing import annotated, knowledge, named
from tests.resolve.test_actors import actors, codes
from wader.annotate import Annotator
from wader.code import Coder
from wader.records import Article, Document
from wader.resolve import Resolver


def small(text: str) -> Document:
    """A page without capitals, whose case the annotator restores first."""
    return Annotator(knowledge()).syntax(Article("x", None, text, blocks=[(0, len(text))]), everything=True)


@pytest.mark.parametrize(
    ("text", "surname", "date", "expected"),
    [
        ("Xi met Putin on Thursday.", "Xi", "2022-09-16", ("CHN", "GOV")),
        ("Obama urged calm on Thursday.", "Obama", "2023-03-01", ("USA", "ELI")),
        ("Obama urged calm on Thursday.", "Obama", "2012-03-01", ("USA", "GOV")),
        ("On Monday Lavrov left for Delhi.", "Lavrov", "2023-03-01", ("RUS", "GOV")),
        ("The crowd booed Thatcher on Monday.", "Thatcher", "2005-03-01", ("GBR", "ELI")),
        ("Reporters asked Stoltenberg about it.", "Stoltenberg", "2022-03-01", ("IGO", "GOV")),
    ],
)
def test_surnames_that_every_reader_knows(text: str, surname: str, date: str, expected: tuple[str, str | None]) -> None:
    person = named(annotated(text, date=date), surname)
    assert (person.code, person.sector) == expected


def test_a_namesake_named_before_is_not_the_known_one() -> None:
    page = annotated("Marta Castro, a nurse from Lisbon, was hurt. Castro thanked her neighbours.", date="2019-05-01")
    assert named(page, "Castro").name == "Marta Castro" and named(page, "Castro").code != "CUB"


def test_common_surnames_are_nobody_known() -> None:
    page = annotated("A neighbour said Brown had left. Banks closed on Monday.", date="2019-05-01")
    assert all(e.code is None for e in page.entities if e.kind == "PERSON")


def test_initials_belong_to_a_known_name() -> None:
    person = named(annotated("Chief minister N. Chandrababu Naidu spoke in India."), "N. Chandrababu Naidu")
    assert (person.code, person.sector) == ("IND", "GOV")


def test_a_name_between_two_known_ones() -> None:
    spoke = annotated("Angela Dorothea Merkel spoke in Leeds.", date="2015-05-01")
    assert named(spoke, "Angela Dorothea Merkel").code == "DEU"
    other = annotated("Angela Dorothea Kowal spoke in Leeds.", date="2015-05-01")
    assert named(other, "Angela Dorothea Kowal").code is None


def test_peoples_and_bodies_in_small_letters() -> None:
    page = small("the american troops met latin american officers. the all india muslim personal law board objected.")
    found = {e.text: e.code for e in page.entities if e.kind != "ROLE"}
    assert found["american"] == "USA" and found["latin american"] is None
    assert found["all india muslim personal law board"] == "IND"


def test_small_letters_of_an_unnamed_state_are_no_body() -> None:
    page = small("the minister praised all ssps in india. the ssps held two men.")
    assert all(e.code in (None, "IND") for e in page.entities)


def test_a_lone_namesake_in_small_letters_is_no_place_abroad() -> None:
    text = "police in india fired. two persons were killed in matar town, police said."
    document = Annotator(knowledge()).annotate(Article("x", None, text, blocks=[(0, len(text))]))
    events = Resolver(knowledge()).resolve(document, Coder(knowledge()).code(document))
    assert {a.code for e in events for a in (*e.actor, *e.recipient) if a.code} == {"IND"}


def test_chambers_are_of_the_page() -> None:
    page = annotated("The house was adjourned in Gujarat on Monday. The Congress party objected.")
    assert all(e.code != "USA" for e in page.entities)
    page = annotated("The White House waited. On Monday the House passed the bill.")
    assert (named(page, "the House").code, named(page, "the House").sector) == ("USA", "LEG")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Togo lifted curbs on the movement of pilgrims.", "the movement of pilgrims", ["CVL"]),
        ("Togo lifted curbs on the movement of trucks.", "the movement of trucks", []),
        ("Togo jailed leaders of the protest movement.", "the protest movement", ["OPP"]),
        ("The mayor of Lagos stood by her side.", "her side", []),
        ("Togo gave the army the authority to arrest people.", "the authority to arrest people", []),
        ("Togo feared the tax man.", "the tax man", ["GOV"]),
    ],
)
def test_matters_and_bodies(text: str, words: str, expected: list[str]) -> None:
    assert [a.sector for a in actors(text, words)] == expected


def test_who_is_attacked_does_not_own_the_attacks() -> None:
    text = "The rebels took a town in Chad. The army units are fleeing in the face of their attacks."
    assert codes(actors(text, "their")) == [("TCD", "REB")]
    text = "The rebels took a town in Chad. The army units rested after their attacks."
    assert codes(actors(text, "their")) == [("TCD", "MIL")]


def test_who_is_released_is_not_the_judge() -> None:
    text = "The lawyer of a Chilean activist spoke. A judge in Peru ordered that he be released."
    assert all(a.sector != "JUD" for a in actors(text, "he be"))


def test_a_ruler_is_of_the_country_of_those_who_depose_him() -> None:
    text = "Malaysian officials spoke. The Burmese generals overthrew an elected president."
    assert codes(actors(text, "an elected president")) == [("MMR", "GOV")]


def test_a_presidents_troops_are_an_army() -> None:
    text = "President Mario Quiroga of Bolivia spoke. Quiroga's troops fired."
    assert codes(actors(text, "Quiroga's troops")) == [("BOL", "MIL")]


def test_who_is_of_a_town_lives_there() -> None:
    text = "Mary Kimball of Nairobi was hurt. Amos Okello of Kenya signed."
    assert codes(actors(text, "Mary Kimball of Nairobi")) == [("KEN", "CVL")]
    assert codes(actors(text, "Amos Okello of Kenya")) == [("KEN", "GOV")]


def test_we_are_those_who_are_named_with_it() -> None:
    assert codes(actors("We Kenyans demand that the ministers leave.", "We Kenyans")) == [("KEN", "CVL")]
    assert codes(actors("The mayor of Lagos spoke. We demand more.", "We")) == []


@pytest.mark.parametrize(
    ("text", "name", "date", "expected"),
    [
        # a title names the one who is in that office, whatever country the page names
        ("Gov. Jennifer Granholm condemned the army in Chile.", "Jennifer Granholm", "2009-05-06", ("USA", "GOV")),
        ("Gov. Jennifer Granholm condemned the army in Chile.", "Jennifer Granholm", "2019-05-06", (None, "GOV")),
        ("Judge Jennifer Granholm condemned the army in Chile.", "Jennifer Granholm", "2009-05-06", (None, "JUD")),
        # a head of state of old keeps the title
        ("President Carter condemned the raid on Kabul.", "Carter", "1998-05-06", ("USA", "ELI")),
        ("President Kowalewicz condemned the raid on Kabul.", "Kowalewicz", "1998-05-06", (None, "GOV")),
        # another ministry is another post
        ("Energy Secretary Robert Reich left the United States.", "Robert Reich", "2014-05-06", ("USA", "GOV")),
        ("Labor Secretary Robert Reich left the United States.", "Robert Reich", "2014-05-06", ("USA", "ELI")),
        ("UN refugee chief Jan Kowal left Kabul.", "Jan Kowal", "2014-05-06", ("UNO", None)),
        # without a date the rank stands, but of who leads a state
        ("Colonel Colin Powell left Iraq with the U.S. army.", "Colin Powell", None, ("USA", "MIL")),
        ("Colonel Muammar Gaddafi left Tripoli.", "Muammar Gaddafi", None, ("LBY", "GOV")),
    ],
)  # fmt: skip
def test_titles_choose_among_what_somebody_was(
    text: str, name: str, date: str | None, expected: tuple[str | None, str | None]
) -> None:
    person = named(annotated(text, date=date), name)
    assert (person.code, person.sector) == expected


def test_of_several_posts_the_one_before_the_name() -> None:
    page = annotated("The UN High Commissioner for Refugees António Guterres left Kabul.")
    assert named(page, "António Guterres").rule.startswith("office: offices:António Guterres/High Commissioner")


def test_a_title_alone_is_nobodys_surname() -> None:
    assert codes(actors("Mayor condemns the raid in Poland.", "Mayor")) == [("POL", "GOV")]
    assert codes(actors("Major condemned Britain.", "Major")) == [("GBR", "GOV")]


def test_a_rank_is_no_ministers_of_a_state_that_the_page_does_not_name() -> None:
    page = annotated("Colonel Carlos Figueroa visited Honduras.")
    assert "offices" not in (named(page, "Carlos Figueroa").rule or "")
    page = annotated("Interior minister Carlos Figueroa visited Honduras.")
    assert named(page, "Carlos Figueroa").code == "CHL"
    page = annotated("Deputy interior minister Carlos Figueroa of El Salvador visited Honduras.")
    assert named(page, "Carlos Figueroa").code == "SLV"
