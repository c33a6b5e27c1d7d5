"""Damaged characters are repaired, and nothing else is touched."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wader.knowledge import load
from wader.read import read
from wader.read.repair import DAMAGED, repair
from wader.records import Article, Damaged, RawDocument, Skip
from wader.text.given import Offsets

KNOWLEDGE = load()


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("the ministryâ€™s reply", "the ministry’s reply"),
        ("â€œWe are ready,â€\x9d he said", "“We are ready,” he said"),
        ("â€œWe are ready,â€\ufffd he said", "“We are ready,” he said"),
        ("talks â€” the third â€“ failed", "talks — the third – failed"),
        ("Bogotá and BogotÃ¡", "Bogotá and Bogotá"),
        ("Related:Â rebels seize town", "Related: rebels seize town"),
        ("Kenya #39;s army", "Kenya's army"),
        ("a quot;final quot; offer", 'a "final " offer'),
        ("Smith &amp; Sons said &quot;no&quot; &#8211; twice", 'Smith & Sons said "no" – twice'),
        ("the union''s ''final'' offer", 'the union\'s "final" offer'),
        ("``We go,'' he said", '"We go," he said'),
        ("a ‘‘huge’’ crowd", "a “huge” crowd"),
    ],
)
def test_damaged_characters_are_repaired(damaged: str, meant: str) -> None:
    text, found = repair(damaged)
    assert text == meant
    assert found


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo's café – naïve, “so” ‘he’ said; the É® and the Å.",
        "rock 'n' roll, the strikers' union, 5'' no more: '''",
        "R&D; a; b; c",
        "Âge d'or",
    ],
)
def test_what_may_stand_so_stays(text: str) -> None:
    assert repair(text)[0].replace('"', "''") == text


@given(st.text(alphabet="aé â€™‘’“”ÂÃ'`;&#39quotamp\ufffd\x80\xa0\n", max_size=60))
@example("â€˜â€˜huge&#39;&#39; ``&#39;&#39; &quot;''")
def test_a_repair_never_fails_and_says_all_that_it_did(text: str) -> None:
    repaired, repairs = repair(text)
    assert len(repaired) <= len(text)
    pieces, last = [], 0
    for one in repairs:
        assert last <= one.start < one.end <= len(text)
        pieces += [text[last : one.start], one.text]
        last = one.end
    assert "".join([*pieces, text[last:]]) == repaired


@given(st.text(alphabet="ab â€™ÂÃ'`;&#39quot\ufffd\x80", max_size=60))
def test_offsets_of_the_repaired_text_lead_back(text: str) -> None:
    repaired, repairs = repair(text)
    offsets = Offsets(repairs)
    starts = [offsets.start(at) for at in range(len(repaired))]
    ends = [offsets.end(at) for at in range(1, len(repaired) + 1)]
    assert starts == sorted(set(starts)) and ends == sorted(set(ends))
    for character, start, end in zip(repaired, starts, ends, strict=True):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == character or any((r.start, r.end) == (start, end) for r in repairs)
        assert all(r.end <= start or end <= r.start or (start <= r.start and r.end <= end) for r in repairs)


def test_hostile_runs_are_quick() -> None:
    start = time.monotonic()
    for run in ("â€", "Ã", "'", "`", "&amp;", " #39"):
        repair(run * 200_000)
    assert time.monotonic() - start < 5


def test_a_row_keeps_its_characters_and_is_read_repaired() -> None:
    text, title = "The governmentâ€™s troops left.\nBogotÃ¡ #39;s mayor stayed.", "Armyâ€™s retreat"
    article = read(RawDocument("x", "text", text, title), KNOWLEDGE)
    assert isinstance(article, Damaged)
    assert article.text == text and article.title == title
    assert [article.text[a:b] for a, b in article.blocks] == text.split("\n")
    assert article.reading.text == "The government’s troops left.\nBogotá's mayor stayed."
    assert article.reading.title == "Army’s retreat"
    assert [(f.text, f.reason) for f in article.furniture] == [("â€™ Ã¡ #39;", DAMAGED)]


def test_what_a_row_sets_aside_is_quoted_as_it_came() -> None:
    text = "By JosÃ© Lima\nPublished 3 March 2021 â€“ 10:15\nThe governmentâ€™s troops left Kesse on Monday."
    article = read(RawDocument("x", "text", text), KNOWLEDGE)
    assert isinstance(article, Damaged)
    assert [f.text for f in article.furniture[:-1]] == text.split("\n")[:2]
    assert article.byline == "José Lima"
    assert article.date is not None and article.date.value == "2021-03-03"


def test_the_body_of_a_page_is_repaired() -> None:
    page = "Troops leave Kesse\n\nThe governmentâ€™s troops left the river port of Kesse on Monday, the mayor said."
    article = read(RawDocument("x", "page", page), KNOWLEDGE)
    assert not isinstance(article, Skip | Damaged)
    assert article.text.startswith("The government’s troops")
    assert [(f.text, f.reason) for f in article.furniture] == [("â€™", DAMAGED)]


def test_an_undamaged_row_has_nothing_beside_it() -> None:
    article = read(RawDocument("x", "text", "The government’s troops left Bogotá."), KNOWLEDGE)
    assert type(article) is Article


def test_doubled_quotes_behind_owners_are_an_apostrophe() -> None:
    text = "The speakers'' remarks drew the organisers'' anger, and ''the mayor's friends'' left."
    article = read(RawDocument("x", "text", text), KNOWLEDGE)
    assert isinstance(article, Damaged)
    assert article.reading.text == "The speakers' remarks drew the organisers' anger, and \"the mayor's friends\" left."
