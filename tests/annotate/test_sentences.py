"""Blocks and sentences: offsets hold, abbreviations do not split, line breaks do."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wader.annotate.sentences import MAX_CHARS, find_sentences, split
from wader.records import Article


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in split(text, 0, len(text))]


def test_plain_sentences() -> None:
    assert sentences("The army left. Rebels came in! Who knew? Nobody.") == [
        "The army left.",
        "Rebels came in!",
        "Who knew?",
        "Nobody.",
    ]


def test_titles_initials_and_acronyms_do_not_split() -> None:
    text = "Gen. R. Okello met Dr. Ana Lima of the U.S. Embassy on Jan. 3 in St. Louis. He left."
    assert sentences(text) == [text[: text.index(" He left.")], "He left."]


def test_acronym_may_end_a_sentence() -> None:
    assert sentences("He flew to the U.S. The talks failed.") == ["He flew to the U.S.", "The talks failed."]


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert sentences('"We will not yield." The envoy left.') == ['"We will not yield."', "The envoy left."]


def test_sentences_never_cross_blocks() -> None:
    text = "Army enters port\nPORT SUDAN - Troops entered the port\nThey met no one"
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append((start, start + len(line)))
        start += len(line) + 1
    found = find_sentences(Article("a", "Army enters port", text, blocks=blocks))
    assert [s.sequence for s in found] == [0, 1, 2, 3]
    assert [s.block for s in found] == [-1, 0, 1, 2]
    assert [text[s.start : s.end] for s in found[1:]] == text.split("\n")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Cairo: Two nurses left the town.", ["Cairo", "Two nurses left the town."]),
        ("new delhi: two nurses left the town.", ["new delhi", "two nurses left the town."]),
        ("Okello: I saw nobody leave the town.", ["Okello: I saw nobody leave the town."]),
        ("Cairo:two nurses left.", ["Cairo:two nurses left."]),
        ("Cairo: We saw nobody leave the town.", ["Cairo: We saw nobody leave the town."]),
    ],
)
def test_a_town_before_a_colon_is_a_dateline(text: str, parts: list[str]) -> None:
    found = find_sentences(Article("a", None, text), {"Cairo", "new delhi"}.__contains__)
    assert [text[s.start : s.end] for s in found] == parts
    assert [s.sequence for s in found] == list(range(1, len(parts) + 1))


def test_only_the_first_blocks_open_with_a_dateline() -> None:
    text = "One.\nTwo.\nThree.\nCairo: four."
    blocks = [(0, 4), (5, 9), (10, 16), (17, 29)]
    found = find_sentences(Article("a", None, text, blocks=blocks), {"Cairo"}.__contains__)
    assert text[found[-1].start : found[-1].end] == "Cairo: four."


def test_an_endless_line_is_cut() -> None:
    text = "x" * (3 * MAX_CHARS + 10)
    assert max(b - a for a, b in split(text, 0, len(text))) <= MAX_CHARS


@given(st.text(max_size=400))
def test_spans_are_ordered_trimmed_and_lose_nothing(text: str) -> None:
    spans = split(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans).split() == text.split() or "".join(
        "".join(text[a:b].split()) for a, b in spans
    ) == "".join(text.split())
    assert all(text[a:b].strip() == text[a:b] for a, b in spans)
