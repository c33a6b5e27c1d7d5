"""Which words that no entry claims the encoder is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import wader
from wader.annotate import Annotator
from wader.code.coder import SentenceCoder
from wader.code.encoder import load as load_encoder
from wader.code.proposals import propose
from wader.errors import KnowledgeError
from wader.knowledge import Knowledge, load
from wader.records import Article


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return load()


def coders(knowledge: Knowledge, text: str) -> Iterator[SentenceCoder]:
    document = Annotator(knowledge).syntax(Article("page", None, text, blocks=[(0, len(text))]))
    for sentence in document.sentences:
        if sentence.tokens is not None:
            yield SentenceCoder(sentence, document, knowledge)


def asked(knowledge: Knowledge, text: str) -> list[str]:
    """The words that are proposed."""
    proposals = (p for c in coders(knowledge, text) for p in propose(c, c.candidates()))
    return [text[t.start : t.end] for p in proposals for t in p.triggers]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The generals elbowed the president of Ghana aside and the premier praised the army.", "elbowed"),
        ("The minister praised the police, who had herded forty villagers into a school.", "herded"),
        ("The premier praised the army of Ghana while a carnage went on.", "carnage"),
    ],
)
def test_all_verbs_and_nouns_of_events_beside_a_candidate_are_asked_about(
    known: Knowledge, text: str, word: str
) -> None:
    assert word in asked(known, text)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels have unleashed a disinformation offensive against El Salvador.",  # does what is none
        "A disinformation offensive has been unleashed against El Salvador.",
        "She ate an apple and slept.",  # a sentence without a candidate, of no eventful words
    ],
)
def test_what_is_known_to_be_no_event_or_stands_among_dull_words_is_not(known: Knowledge, text: str) -> None:
    assert asked(known, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The union accused the police of Zambia of torture.",
        "The union accused the police of Zambia of murder, torture and rape.",
        "Many petitions were sent to the ministry in Peru.",
    ],
)
def test_a_noun_that_belongs_to_a_candidate_is_part_of_it(known: Knowledge, text: str) -> None:
    assert not {"torture", "murder", "rape", "petitions"} & set(asked(known, text))


def test_verbs_far_behind_a_long_sentence_leave_its_candidates_alone(known: Knowledge) -> None:
    told = "Police in Kenya arrested the opposition leader, " + "and the minister equivocated and obfuscated, " * 17
    assert asked(known, told + "and the premier hallucinated.") == []
    found = [e.event for e in wader.code(told + "and the premier hallucinated.", date="2024-05-14").events]
    assert ["COERCE"] in found


def test_what_else_is_asked_does_not_sway_the_encoder() -> None:
    text = "The minister praised the police, who had herded forty villagers into a school."
    start = text.index("praised")
    alone = load_encoder().triggers(text, [(start, start + 7)])[0]
    among = load_encoder().triggers(text, [(4, 12), (start, start + 7), (text.index("herded"), text.index("forty"))])[1]
    assert alone is not None and among is not None
    assert alone.category == pytest.approx(among.category, abs=0.1)


def test_words_of_a_users_own_leave_the_odds_of_a_sentence(tmp_path: Path) -> None:
    text = "The minister praised the police, who had herded forty villagers into a school."
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "own.yaml").write_text("- cat: ASSAULT\n  v: [zorgle]\n", "utf-8")
    assert asked(load(tmp_path), text) == asked(load(), text) == ["herded"]


@pytest.mark.parametrize("row", ["rough\tmuch", "rough\tinf", "<least>\tnan", "rough\t1e308", "rough"])
def test_a_row_that_is_no_weight_is_told(row: str, tmp_path: Path) -> None:
    (tmp_path / "gate.tsv").write_text(row + "\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"gate\.tsv"):
        load(tmp_path).words  # noqa: B018
