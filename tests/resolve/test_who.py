"""Who acts where a page says little: generic bodies, regions, capitals that are lost, reference within the page."""

from __future__ import annotations

import pytest

import wader
from tests.parsing import annotated, named
from tests.resolve.test_actors import actors, codes
from wader.resolve.aliases import introduced


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kenya mourned. The Security Forces fired on a crowd.", "The Security Forces", ("KEN", "COP")),
        ("Latin American presidents signed a pact in Peru.", "Latin American presidents", (None, "GOV")),
        ("Governments were urged by Chile to act.", "Governments", (None, "GOV")),
        ("Foreign observers praised Ghana.", "Foreign observers", (None, "SOC")),
        ("The president of the Supreme Court of Bolivia was wounded.", "The president of the Supreme Court",
         ("BOL", "JUD")),
        ("Many Austrians who vote were counted.", "Many Austrians", ("AUT", "CVL")),
        ("A retired Peruvian general was shot.", "A retired Peruvian general", ("PER", "ELI")),
        ("The UN refugee chief visited Chad.", "The UN refugee chief", ("UNO", None)),
        ("Indian Congress leaders walked out.", "Indian Congress leaders", ("IND", "PTY")),
        ("Senior officials of the Togolese police department resigned.", "Senior officials", ("TGO", "COP")),
        ("Israeli soldiers and settlers burnt a barn.", "settlers", ("ISR", "CVL")),
    ],
)  # fmt: skip
def test_country_and_sector(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The ministers gathered in Brussels.", "The ministers", [(None, "GOV")]),
        ("Officials met in Vienna on Tuesday.", "Officials", [(None, "GOV")]),
        ("Ministers agreed a truce at a summit in Doha.", "Ministers", [(None, "GOV")]),
        ("A meeting of ministers in Vienna ended.", "ministers in Vienna", [(None, "GOV")]),
        ("Ministers from Mali and Niger gathered in Abuja.", "Ministers", [("MLI", "GOV"), ("NER", "GOV")]),
        ("Sudan mourned. The ministers gathered in Khartoum.", "The ministers", [("SDN", "GOV")]),
        ("Officials met farmers in Nairobi.", "Officials", [("KEN", "GOV")]),
        ("The president met rebels in Khartoum.", "The president", [("SDN", "GOV")]),
        ("Police arrested ten men in Brussels.", "Police", [("BEL", "COP")]),
    ],
)  # fmt: skip
def test_a_meetings_town_is_not_whose_its_officials_are(
    text: str, words: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert codes(actors(text, words)) == expected


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("GENEVA (Reuters) - UN experts said Myanmar's soldiers shot villagers.", "villagers", "MMR"),
        ("GENEVA (Reuters) - UN experts said Myanmar's soldiers burned homes.", "homes", "MMR"),
        ("GENEVA (Reuters) - Chad's army shot villagers. Chad apologised.", "villagers", "TCD"),
        ("NAIROBI (Reuters) - Soldiers shot ten villagers.", "ten villagers", "KEN"),
        ("BAGHDAD (Reuters) - U.S. troops shot three villagers, police said.", "three villagers", "IRQ"),
        ("KABUL (Reuters) - U.S. troops shot three villagers, Afghan police said.", "three villagers", "AFG"),
    ],
)
def test_a_dateline_is_not_where_the_people_of_a_story_about_another_state_live(
    text: str, words: str, country: str
) -> None:
    assert [code for code, _ in codes(actors(text, words))] == [country]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zambia debated the use of excessive force.", "excessive force"),
        ("Secular political forces in Egypt lost.", "Secular political forces"),
        ("Traces of a nerve agent were found in Spain.", "a nerve agent"),
        ("Rwanda asked for justice.", "justice"),
        ("India lifted curbs on the movement of trains.", "the movement"),
    ],
)
def test_matters_are_nobody(text: str, words: str) -> None:
    assert actors(text, words) == []


def test_a_delegation_is_whose_it_was_said_to_be() -> None:
    text = "A delegation of Kurdish rebels arrived in Baghdad. The delegation asked for talks."
    assert codes(actors(text, "The delegation"))[0][1] == "REB"


def test_the_council_is_the_one_named_before() -> None:
    text = "Gabon addressed the Security Council on Monday. Gabon asked the council to vote."
    assert codes(actors(text, "the council")) == [("UNO", None)]


def test_a_leader_is_of_what_owns_him() -> None:
    text = "The African National Congress defended its leader Thabo Nkosi on Friday."
    assert codes(actors(text, "its leader Thabo Nkosi")) == [("ZAF", "PTY")]


def test_he_and_she_are_told_apart() -> None:
    text = "Senegalese minister Fatou Ndiaye met Malian envoy Ibrahim Keita. Later she thanked the host."
    assert codes(actors(text, "she"))[0][0] == "SEN"


def test_a_lone_namesake_abroad_is_not_the_scene() -> None:
    text = "Lebanese troops fought gunmen near Saida. Lebanon sent tanks. Two people were killed."
    assert codes(actors(text, "Two people")) == [("LBN", "CVL")]


def test_titles_that_say_of_what_come_before_the_name_too() -> None:
    page = annotated("The mayor of Arequipa, Elena Quispe, resigned. Cllr Quispe blamed the press.")
    assert named(page, "Elena Quispe").sector == "GOV"
    assert named(page, "Quispe").name == "Elena Quispe"


def test_party_and_state_make_a_member_of_congress() -> None:
    person = named(annotated("Dora Fairbanks (D-Ohio) criticized the plan."), "Dora Fairbanks")
    assert (person.code, person.sector) == ("USA", "LEG")


def test_bare_surnames_of_leaders_are_known_by_the_date() -> None:
    page = annotated("Merkel welcomed Macron in Berlin.", date="2019-06-03")
    assert (named(page, "Merkel").code, named(page, "Macron").code) == ("DEU", "FRA")


def test_names_of_a_page_without_capitals() -> None:
    page = annotated("The u.s. troops and un observers left the coast.")
    assert [(e.text, e.code) for e in page.entities if e.kind != "ROLE"][:2] == [("u.s.", "USA"), ("un", "UNO")]


def test_languages_are_no_states() -> None:
    page = annotated("The envoy of Chile answered in English on Monday.")
    assert all(e.code is None for e in page.entities if e.text == "English")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Gunmen of the rebel Front of Hope (FHO) fled to Togo. The FHO spoke.", "The FHO", ("TGO", "REB")),
        ("The Ministry of Wells (MOWS) in Kenya closed. Later MOWS officials left.", "MOWS officials", ("KEN", "GOV")),
    ],
)
def test_short_forms_are_what_the_page_says(text: str, words: str, expected: tuple[str, str]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_brackets_that_explain_nothing_introduce_nobody() -> None:
    text = "The rebel front (again) fled to Togo. Traders wait and again (again) spoke."
    assert all("short form" not in (a.identifier_text or "") for a in actors(text, "Traders"))
    assert not introduced([])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # advisers from abroad do not say whose the soldiers of the page are
        ("The Salvadoran army lost a post near Usulutan. Rebels burnt a house of U.S. military advisers. "
         "Ten soldiers were killed in the attack.", "Ten soldiers", ("SLV", "MIL")),
        ("MEPs rebuked the government of Hungary.", "MEPs", ("EUR", "LEG")),
        ("Parties in Ghana blamed the media.", "the media", ("GHA", "JRN")),
        # of two surnames the first one is used; a farmer of one of them is somebody else
        ("President Oriel Ambo Tarquino Reyes of Honduras spoke. Tarquino met Kohl.", "Tarquino", ("HND", "GOV")),
        ("President Oriel Walter Ambo Tarquino of Honduras spoke. Oriel Ambo, a farmer in Kenya, was shot. Tarquino "
         "met Kohl.", "Tarquino", ("HND", "GOV")),
        # whom a participle without a subject is of
        ("President William Ruto of Kenya attacked President Yoweri Museveni of Uganda, calling him a thief.", "him",
         ("UGA", "GOV")),
        ("Kenya blamed Uganda for attacking it.", "it", ("KEN", "GOV")),
    ],
)  # fmt: skip
def test_whom_a_page_means(text: str, words: str, expected: tuple[str, str]) -> None:
    assert codes(actors(text, words)) == [expected]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police of Alexandria held two men in Alexandria, Virginia. An Alexandria grand jury indicted them.", "USA"),
        ("Two men flew to Egypt. Police of Alexandria, Egypt, held them. An Alexandria court indicted them.", "EGY"),
    ],
)
def test_a_town_that_is_called_like_a_better_known_one(text: str, country: str) -> None:
    events = wader.code(text, date="2012-03-04").events
    (indicted,) = [e for e in events if [t.text for t in e.event_text] == ["indicted"]]
    assert [a.code for a in indicted.actor] == [country]
