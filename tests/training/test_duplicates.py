"""Near-duplicates are found wherever they are planted; a minimal-pair twin right after its passage is none."""

from __future__ import annotations

import pytest

from tests.training.made import told
from training.corpus import Passage
from training.duplicates import Pair, near_duplicates

RIVER = "Fishermen from three villages on the Senegal asked the governor on Tuesday to open the dam before the rains."
RIVER_TOO = RIVER.replace("Tuesday", "Monday")
OTHER = "A court in Lima let two former ministers go home after their lawyers found a stamp missing from the warrant."


def pairs(*texts: tuple[str, str]) -> list[tuple[str, str]]:
    return [(pair.first.id, pair.second.id) for pair in near_duplicates([told(text, name) for name, text in texts])]


def test_one_word_exchanged_in_another_file_is_a_duplicate():
    assert pairs(("a/one:1", RIVER), ("a/one:5", OTHER), ("b/two:1", RIVER_TOO)) == [("a/one:1", "b/two:1")]


def test_a_twin_right_after_is_none():
    assert pairs(("a/one:1", RIVER), ("a/one:5", RIVER_TOO), ("a/one:9", OTHER)) == []


def test_a_twin_further_down_is_one():
    assert pairs(("a/one:1", RIVER), ("a/one:5", OTHER), ("a/one:9", RIVER_TOO)) == [("a/one:1", "a/one:9")]


def test_the_first_passage_of_the_next_file_is_no_twin():
    assert pairs(("a/one:1", RIVER), ("a/two:1", RIVER_TOO)) == [("a/one:1", "a/two:1")]


def test_a_twin_differs_by_a_word_at_least():
    assert pairs(("a/one:1", RIVER), ("a/one:5", RIVER.upper().replace(" ON ", ", ON "))) == [("a/one:1", "a/one:5")]


@pytest.mark.parametrize("text", ["Talks fail", "", "–"])
def test_short_texts_are_compared_whole(text: str):
    assert pairs(("a/one:1", text or "x"), ("b/one:1", text or "x")) == [("a/one:1", "b/one:1")]


def test_the_share_is_jaccards():
    """Ten words have seven 4-grams; the last word exchanged leaves six of them, of eight in all."""
    texts = ["one two three four five six seven eight nine ten", "one two three four five six seven eight nine eleven"]
    passages: list[Passage] = [told(text, f"{k}/t:1") for k, text in enumerate(texts)]
    found: list[Pair] = near_duplicates(passages, 0.75)
    assert [pair.share for pair in found] == [6 / 8]
    assert not near_duplicates(passages, 0.76)
