"""Figures: bounds, kinds, units, and the tie between number and kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import parse
from wader.annotate.attribution import find_attributions
from wader.annotate.figures import find_figures
from wader.annotate.numbers import find_numbers
from wader.annotate.times import find_times
from wader.knowledge import PACKAGED, figures, reporting, times
from wader.records import Figure

FIGURES = figures.load([PACKAGED])


def read(text: str, *, syntax: bool = True, title: str | None = None) -> list[Figure]:
    document = parse(text, syntax=syntax, title=title, date="2022-02-12")
    return find_figures(document.article, document.sentences, FIGURES)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1,300", 1300, 1300), ("1.3 million", 1300000, 1300000), ("twenty-one", 21, 21), ("at least 1,300", 1300,
        None), ("more than 40", 40, None),
        ("up to 200,000", None, 200000), ("as many as 50", None, 50), ("fewer than 10", None, 10),
        ("between 10 and 15", 10, 15), ("10 to 15", 10, 15),
        ("10-15", 10, 15), ("nearly 400", 400, 400), ("dozens", 24, None), ("hundreds", 200, None), ("thousands",
        2000, None), ("tens of thousands", 20000, None),
        ("two dozen", 24, 24), ("a dozen", 12, 12), ("three hundred", 300, 300), ("40 or more", 40, None),
        ("300-plus", 300, None), ("two to three million", 2000000, 3000000),
        ("5 lakh", 500000, 500000), ("1,20,000", 120000, 120000), ("several", 3, None),
    ],
)  # fmt: skip
def test_bounds(text: str, low: int | None, high: int | None) -> None:
    line = f"Now {text} people left."
    (found,) = find_numbers(line, 0, len(line), FIGURES)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["Some 40 percent left.", "It rose 5%.", "The 12-year-old sang.", "On the 5th it rained."]
)
def test_no_numbers_of_things(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit"),
    [
        ("At least 2,450 miners have been killed since spring.", "killed", 2450, None, "miners"),
        ("The blast killed 12 soldiers.", "killed", 12, 12, "soldiers"),
        ("Twelve soldiers died.", "killed", 12, 12, "soldiers"),
        ("A man was killed.", "killed", 1, 1, "men"),
        ("The blast left 14 dead.", "killed", 14, 14, "people"),
        ("The death toll rose to 45.", "killed", 45, 45, "people"),
        ("The flood claimed the lives of four students.", "killed", 4, 4, "students"),
        ("Twenty-one miners lost their lives.", "killed", 21, 21, "miners"),
        ("The killing of 16 villagers caused an outcry.", "killed", 16, 16, "villagers"),
        ("Dozens of villagers were wounded.", "injured", 24, None, "villagers"),
        ("Police arrested more than 200 demonstrators.", "arrested", 200, None, "demonstrators"),
        ("Police made 23 arrests.", "arrested", 23, 23, "people"),
        ("Gunmen abducted 30 students.", "abducted", 30, 30, "students"),
        ("Up to 200,000 people have been displaced.", "displaced", None, 200000, "people"),
        ("Some 1.3 million people fled the city.", "displaced", 1300000, 1300000, "people"),
        ("Nearly 400 prisoners were freed.", "released", 400, 400, "prisoners"),
        ("The alliance deployed 5,000 troops.", "deployed", 5000, 5000, "troops"),
        ("Thousands of people marched through the capital.", "protesters", 2000, None, "people"),
        ("The bank lent $1.5 billion.", "money", 1500000000, 1500000000, "USD"),
        ("The bank lent 300 million euros.", "money", 300000000, 300000000, "EUR"),
        ("Three warships visited the port.", "weapons", 3, 3, "warships"),
        ("Two dozen were killed or wounded.", "casualties", 24, 24, "people"),
        ("About 300 houses were destroyed.", "destroyed", 300, 300, "houses"),
        ("Twelve people are missing.", "missing", 12, 12, "people"),
    ],
)
def test_kinds(text: str, kind: str, low: int | None, high: int | None, unit: str) -> None:
    (found,) = read(text)
    assert (found.kind, found.low, found.high, found.unit) == (kind, low, high, unit)


def test_two_numbers_in_one_sentence() -> None:
    found = read("The blast killed 12 people and injured more than 30 others.")
    assert [(f.kind, f.low, f.high) for f in found] == [("killed", 12, 12), ("injured", 30, None)]


def test_the_killers_are_not_the_killed() -> None:
    assert [(f.kind, f.low) for f in read("Two gunmen killed nine guards.")] == [("killed", 9)]


def test_without_syntax() -> None:
    found = read("At least 12 people were killed and 30 were injured.", syntax=False)
    assert [(f.kind, f.low, f.high) for f in found] == [("killed", 12, None), ("injured", 30, 30)]


def test_headline() -> None:
    (found,) = read("It rained.", title="Bomb kills 15 in market")
    assert (found.kind, found.low, found.in_) == ("killed", 15, "title")


def test_by_and_as_of() -> None:
    document = parse("At least 2,450 miners had been killed as of Friday, the monitors said.", date="2022-02-12")
    spoken = find_attributions(document.article, document.sentences, reporting.load([PACKAGED]))
    dated = find_times(document.article, document.sentences, times.load([PACKAGED]))
    (found,) = find_figures(document.article, document.sentences, FIGURES, dated, spoken)
    assert (found.by, found.as_of) == ("the monitors", "2022-02-11")


PIECES = [
    "at least", "12", "1,300", "dozens", "of", "people", "soldiers", "killed", "were", "injured", "dead", "and",
    "or", "between", "a", "man", "$", "million",
    "thousands", "up to", "arrested", ",", ".", "troops", "5-6", "hundred", "percent", "US$", "rupees",
    "99999999999999999999", "Rs", "twenty-one",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.booleans())
def test_spans_lie_in_the_text(pieces: list[str], syntax: bool) -> None:
    text = " ".join(pieces)
    for figure in read(text, syntax=syntax):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    read(text, syntax=False)
