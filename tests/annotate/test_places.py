"""Toponyms: what is one, what only carries a place's name, and that every span slices back."""

from __future__ import annotations

import pytest

from wader.annotate.places import find_places
from wader.knowledge import PACKAGED
from wader.knowledge.gazetteer import Gazetteer, load
from wader.records import Article, Entity, Place, Sentence


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load([PACKAGED])


def page(gazetteer: Gazetteer, *lines: str, persons: tuple[str, ...] = (), orgs: tuple[str, ...] = (),
         peoples: dict[str, str] | None = None, title: str | None = None) -> list[Place]:  # fmt: skip
    """Places of a page whose sentences are ``lines``, none of them parsed."""
    text, sentences, entities = "\n".join(lines), [], []
    if title:
        sentences.append(Sentence(0, 0, len(title), "title", 0))
    at = 0
    for n, line in enumerate(lines, 1):
        sentences.append(Sentence(n, at, at + len(line), "text", n - 1))
        kinds = [*((p, "PERSON", None) for p in persons), *((o, "ORG", None) for o in orgs)]
        for name, kind, code in [*kinds, *((p, "NORP", c) for p, c in (peoples or {}).items())]:
            if name in line:
                start = at + line.index(name)
                rule = "demonym: test" if code else "model"
                entities.append(Entity(start, start + len(name), "text", name, kind, n, name, code=code, rule=rule))
        at += len(line) + 1
    places = find_places(Article("p", title, text), sentences, entities, gazetteer)
    for place in places:
        source = title or "" if place.in_ == "title" else text
        assert source[place.start : place.end] == place.text
    return places


def names(places: list[Place]) -> list[str]:
    return [p.text for p in places]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Rebels crossed the river near Bunia on Friday.", ["Bunia"]),
        ("Shops stayed shut across Lahore and Faisalabad.", ["Lahore", "Faisalabad"]),
        ("The ferry from Zanzibar to Dar es Salaam sank.", ["Zanzibar", "Dar es Salaam"]),
        ("Farmers in the Sahel and in Burkina Faso lost their herds.", ["Sahel", "Burkina Faso"]),
        ("The ship passed the Strait of Hormuz.", ["Strait of Hormuz"]),
        ("Fighting spread to the northern city of Mazar-i-Sharif.", ["Mazar-i-Sharif"]),
        ("A Lagos-based trader and a U.S.-led force were named.", ["Lagos", "U.S."]),
        ("Talks in Port-au-Prince broke down.", ["Port-au-Prince"]),
        ("He moved to Gary, Ind., and then to St. Paul, Minn.", ["Gary", "Ind.", "St. Paul", "Minn."]),
        ("The minister flew to The Hague.", ["The Hague"]),
        ("Floods hit Wajir and Mandera counties.", ["Wajir", "Mandera"]),
        ("Kampala’s mayor visited São Paulo’s markets.", ["Kampala", "São Paulo"]),
    ],
)
def test_places(gazetteer: Gazetteer, line: str, found: list[str]) -> None:
    assert names(page(gazetteer, line)) == found


@pytest.mark.parametrize(
    "line",
    [
        "Police said that the Reading of the bill was put off.",
        "Traffic on Washington Street and Nairobi Avenue was halted.",
        "Mr. Jackson and Dr. Lincoln testified.",
        "Of the twelve, nobody came home.",
        "us and them, he said, as it was in March.",
        "He bought a Mobile phone.",
        "",
        "!!! ??? ...",
    ],
)
def test_no_places(gazetteer: Gazetteer, line: str) -> None:
    assert page(gazetteer, line) == []


def test_persons_who_carry_a_places_name(gazetteer: Gazetteer) -> None:
    places = page(
        gazetteer,
        "Florence Kampala sued the port in Mombasa.",
        "Kampala won on Monday.",
        persons=("Florence Kampala", "Kampala"),
    )
    assert names(places) == ["Mombasa"]


def test_organisations_carry_places_in_their_names(gazetteer: Gazetteer) -> None:
    places = page(gazetteer, "The Durban Harbour Board met.", orgs=("The Durban Harbour Board",))
    assert [(p.text, p.rule) for p in places] == [("Durban", "in-name")]


def test_adjectives_are_marked(gazetteer: Gazetteer) -> None:
    places = page(gazetteer, "Kenyan troops met Tibetan monks in Uganda.", peoples={"Kenyan": "KEN"})
    assert [(p.text, p.rule) for p in places] == [("Kenyan", "demonym"), ("Tibetan", "demonym"), ("Uganda", "name")]


def test_datelines_and_pairs(gazetteer: Gazetteer) -> None:
    places = page(gazetteer, "ST. LOUIS (XY) - Two boats sank.")
    assert [(p.text, p.rule) for p in places] == [("ST. LOUIS", "dateline")]
    places = page(gazetteer, "KISUMU, Kenya (XY) - Two boats sank.", "A court in Paris, Texas, heard him.")
    assert [(p.text, p.rule) for p in places] == [
        ("KISUMU", "dateline"), ("Kenya", "name"), ("Paris", "pair"), ("Texas", "name"),
    ]  # fmt: skip


def test_institutions_need_a_preposition(gazetteer: Gazetteer) -> None:
    assert [(p.text, p.rule) for p in page(gazetteer, "Hundreds gathered outside the Kremlin.")] == [
        ("Kremlin", "institution")
    ]
    assert page(gazetteer, "The Kremlin denied it.") == []


def test_headlines_and_the_page_together(gazetteer: Gazetteer) -> None:
    places = page(gazetteer, "Three died in Mwanza.", title="Ferry Sinks Near Mwanza")
    assert [(p.text, p.in_) for p in places] == [("Mwanza", "title"), ("Mwanza", "text")]


def test_hostile_text_takes_no_time(gazetteer: Gazetteer) -> None:
    page(gazetteer, "A-" * 20_000, "Of The " * 5_000, "in " * 20_000, "U.S." * 5_000, "Paris, " * 500)


def test_the_same_page_gives_the_same_places(gazetteer: Gazetteer) -> None:
    lines = ("Clashes in Gao and Kidal went on.", "Mali sent troops to Timbuktu.")
    assert page(gazetteer, *lines) == page(load([PACKAGED]), *lines)
