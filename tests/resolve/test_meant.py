"""Who is meant where a page says more elsewhere: bodies named before, people by their deeds, places of no scene."""

from __future__ import annotations

import pytest

import wader
from tests.parsing import annotated, named
from tests.resolve.test_actors import actors, codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # what a state has abroad, where somebody lives or learnt, what lies on a border: not where the story plays
        ("Honduran police searched. Honduras sent its army. In the U.S. embassy warehouse, people shouted.", "people",
         ("HND", "CVL")),
        ("Soldiers of Bolivia's army fled. He showed a film recorded in Norway. Peasants were shot.", "Peasants",
         ("BOL", "AGR")),
        ("The Kenyan army is driving militants out of hills near the Ethiopian border.", "militants", ("KEN", "REB")),
        # the police of one country hold people there, a ruler pardons his own
        ("Colombian traffickers fled. Peruvian police arrested ten drug traffickers.", "ten drug traffickers",
         ("PER", "CRM")),
        ("Terrorists struck Peru. In March the Argentine president pardoned terrorists.", "terrorists",
         ("ARG", "REB")),
        # people of a religion at large; where few of it live they are nobody's
        ("Canada's minister promised to ban Muslims.", "Muslims", (None, "CVL")),
        ("Pakistan's minister promised to protect Muslims.", "Muslims", ("PAK", "CVL")),
        # a world-wide church is the country's of which the page tells
        ("El Salvador's guerrillas asked the Catholic Church for help.", "the Catholic Church", ("SLV", "REL")),
        # one of several states of which none is said which
        ("Ghana and Togo met. The ministers rejected one nation's plea.", "one nation", (None, "GOV")),
        # a public body by its last word, a service of a state
        ("The director of the Kenyan wildlife service resigned.", "The director", ("KEN", "GOV")),
        ("Other European capitals were urged by Chile to act.", "Other European capitals", (None, "GOV")),
    ],
)  # fmt: skip
def test_country_and_sector(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words, text.count(words) - 1)) == [expected]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Bharatiya Janata Party marched in Delhi. The members shouted slogans.", "The members", ("IND", "PTY")),
        ("The Vishva Hindu Parishad met in Delhi. The leaders condemned the move.", "The leaders", ("IND", "REL")),
        ("The reporter asked Senator Jane Wold of Ohio why she had voted for the ban.", "she", ("USA", "LEG")),
        ("Kenyan police hold two suspects who planned the bombing.", "two suspects", ("KEN", "UAF")),
        ("Kenya named the men implicated in the kidnapping.", "the men", ("KEN", "UAF")),
    ],
)
def test_reference_within_the_page(text: str, words: str, expected: tuple[str | None, str | None]) -> None:
    assert codes(actors(text, words)) == [expected]


def test_a_deputy_is_somebody_else() -> None:
    text = "Peru's prime minister Rosa Salas left. Ghana met the deputy foreign minister."
    found = actors(text, "the deputy foreign minister")
    assert [actor.identifier_text for actor in found] == [None]


def test_what_goes_on_behind_a_hyphen_is_nobody() -> None:
    assert actors("Unions in Ghana called a nation-wide strike.", "nation") == []


@pytest.mark.parametrize(
    ("text", "name", "code", "sector"),
    [
        ("Jan Kowal, 45, a Polish senator, spoke.", "Jan Kowal", "POL", "LEG"),
        ("The group asked Rosa Otieno to resign as Kenya's foreign minister.", "Rosa Otieno", "KEN", "GOV"),
        ("Rosa Otieno, who serves as the foreign minister of Kenya, spoke.", "Rosa Otieno", "KEN", "GOV"),
        ("General Juma Barasa, director of the Kenyan secret police, spoke.", "Juma Barasa", "KEN", "SPY"),
        ("Juma Barasa, commander of the Nairobi traffic police, spoke.", "Juma Barasa", "KEN", "COP"),
        ("Ken Wold spoke. Kenneth Wold, the Ohio senator, left. Wold laughed.", "Wold", None, "LEG"),
    ],
)
def test_who_a_person_is(text: str, name: str, code: str | None, sector: str | None) -> None:
    found = [e for e in annotated(text).entities if e.kind == "PERSON" and e.text == name][-1]
    assert (found.code if code else None, found.sector) == (code, sector)


def test_letters_mean_what_the_page_spells_out() -> None:
    page = annotated("The Farm Security Agency of Japan ruled. The FSA fined a bank.")
    assert named(page, "FSA").sector != "REB"


def test_a_church_has_its_own_officers() -> None:
    page = annotated("VHP vice-president Arun Rao spoke in Delhi, India.")
    assert named(page, "Arun Rao").sector == "REL"


def test_men_who_shoot_are_armed() -> None:
    events = wader.code("Three men shot a policeman dead in Nairobi, Kenya, on Monday.").events
    assert [[(a.code, a.sector) for a in event.actor] for event in events] == [[("KEN", "UAF")]]


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("The two Koreas held talks on Monday.", "two Koreas", ["KOR", "PRK"]),
        ("The Baltic states signed a treaty in Oslo.", "Baltic states", ["EST", "LTU", "LVA"]),
        ("NATO held talks on Monday.", "NATO", ["IGO"]),  # a body of its own
    ],
)
def test_states_by_one_name(text: str, words: str, states: list[str]) -> None:
    assert [a.code for a in actors(text, words)] == states
