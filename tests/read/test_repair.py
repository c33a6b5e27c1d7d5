"""Damaged characters are repaired, and nothing else is touched."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wader.knowledge import load
from wader.read import read
from wader.read.repair import DAMAGED, repair
from wader.records import RawDocument, Skip

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


@given(st.text(alphabet="aé â€™“”ÂÃ'`;&#39quot\ufffd\x80", max_size=60))
def test_a_repair_never_fails_and_is_stable_in_length(text: str) -> None:
    repaired, found = repair(text)
    assert len(repaired) <= len(text)
    assert bool(found) or repaired == text


def test_hostile_runs_are_quick() -> None:
    start = time.monotonic()
    for run in ("â€", "Ã", "'", "`", "&amp;", " #39"):
        repair(run * 200_000)
    assert time.monotonic() - start < 5


def test_spans_slice_the_repaired_text_and_furniture_says_so() -> None:
    article = read(RawDocument("x", "text", "The governmentâ€™s troops left.", "Armyâ€™s retreat"), KNOWLEDGE)
    assert not isinstance(article, Skip)
    assert article.text == "The government’s troops left." and article.title == "Army’s retreat"
    assert [article.text[a:b] for a, b in article.blocks] == [article.text]
    assert [(f.text, f.reason) for f in article.furniture] == [("â€™", DAMAGED)]
