"""Which verbs that no entry claims the encoder is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import wader
from wader.annotate import Annotator
from wader.code.coder import SentenceCoder
from wader.code.promise import unclaimed
from wader.code.proposals import MOST, propose
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
    """The verbs that are proposed."""
    proposals = (p for c in coders(knowledge, text) for p in propose(c, c.candidates()))
    return [text[t.start : t.end] for p in proposals for t in p.triggers]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The generals elbowed the president of Ghana aside and the premier praised the army.", "elbowed"),
        ("The minister praised the police, who had herded forty villagers into a school.", "herded"),
    ],
)
def test_a_verb_between_parties_is_asked_about(known: Knowledge, text: str, verb: str) -> None:
    assert verb in asked(known, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese envoy pointed to the end of illiteracy and praised France.",  # claimed for no event
        "The rebels have unleashed a disinformation offensive against El Salvador.",  # does what is none
        "A disinformation offensive has been unleashed against El Salvador.",
        "She ate an apple and slept.",
    ],
)
def test_what_is_known_to_be_no_event_or_promises_none_is_not(known: Knowledge, text: str) -> None:
    assert asked(known, text) == []


def test_no_sentence_asks_about_more_than_a_few(known: Knowledge) -> None:
    verbs = "battered cornered pounded chased fooled outran hounded".split()
    many = "The army " + ", ".join(f"{verb} the rebels of Mali" for verb in verbs)
    assert 0 < len(asked(known, many + ".")) <= MOST


def test_features_are_of_verbs_alone_and_hold_no_white_space(known: Knowledge) -> None:
    text = "Soldiers of the junta have herded forty villagers into a school, and the envoy was to be told of it."
    for coder in coders(known, text):
        found = dict(unclaimed(coder, coder.candidates()))
        assert found and all(coder.graph.tokens.tag[k][:2] == "VB" for k in found)
        assert not any(set(feature) & set(" \t\n") for features in found.values() for feature in features)


def test_a_user_may_lay_weights_over_ours(tmp_path: Path) -> None:
    text = "The rebels shot the mayor and herded forty villagers of Lima into a school."

    def triggers(**options: Path) -> set[str]:
        return {t.text for e in wader.code(text, date="2020-05-14", **options).events for t in e.event_text}

    assert triggers() == {"shot", "herded"}
    (tmp_path / "verbs.tsv").write_text("<least>\t99\n", "utf-8")
    assert triggers(knowledge=tmp_path) == {"shot"}


def test_words_of_a_users_own_leave_the_odds_of_a_sentence(tmp_path: Path) -> None:
    text = "The minister praised the police, who had herded forty villagers into a school."
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "own.yaml").write_text("- cat: ASSAULT\n  v: [zorgle]\n", "utf-8")
    assert asked(load(tmp_path), text) == asked(load(), text) == ["herded"]


@pytest.mark.parametrize("row", ["verb=rough\tmuch", "verb=rough\tinf", "<least>\tnan", "verb=rough\t1e308", "verb"])
def test_a_row_that_is_no_weight_is_told(row: str, tmp_path: Path) -> None:
    (tmp_path / "verbs.tsv").write_text(row + "\n", "utf-8")
    with pytest.raises(KnowledgeError, match=r"verbs\.tsv"):
        load(tmp_path).verbs  # noqa: B018
