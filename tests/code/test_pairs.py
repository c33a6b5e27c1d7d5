"""Pairs: always an answer, sixteen probabilities that sum to one, the right one where a trigger links the pair."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wader.annotate import Annotator
from wader.code import PairRow, Pairs
from wader.knowledge import Knowledge


@pytest.fixture(scope="module")
def pairs(knowledge: Knowledge, annotator: Annotator) -> Pairs:
    return Pairs(knowledge, annotator)


def row(sentence: str, source: str, target: str) -> PairRow:
    def span(part: str) -> list[tuple[int, int]]:
        start = sentence.find(part)
        return [(start, start + len(part))] if part and start >= 0 else []

    return PairRow("r", sentence, span(source), span(target))


@pytest.mark.parametrize(
    ("sentence", "source", "target", "event"),
    [
        ("Peru accused Chile of spying, and Bolivia praised Chile.", "Peru", "Chile", "ACCUSE"),
        ("Peru accused Ecuador of spying, and Bolivia praised Chile.", "Bolivia", "Chile", "SUPPORT"),
        ("Turkey bombed Kurdish villages after talks with Iraq failed.", "Turkey", "Kurdish villages", "ASSAULT"),
        ("Norway gave Malawi ten million dollars in emergency aid.", "Norway", "Malawi", "AID"),
    ],
)
def test_the_trigger_that_links_the_pair_decides(
    pairs: Pairs, sentence: str, source: str, target: str, event: str
) -> None:
    assert pairs.code([row(sentence, source, target)])[0].event == [event]


@pytest.mark.parametrize(
    ("sentence", "source", "target", "event"),
    [
        ("The colonel told a radio station that rebels killed nine soldiers.", "colonel", "station", "CONSULT"),
        ("A shepherd reported the shelling to the border police.", "shepherd", "border police", "CONSULT"),
        ("The committee was informed by the auditor that funds had been stolen.", "auditor", "committee", "CONSULT"),
        ("The colonel told the villagers to hand over their rifles.", "colonel", "villagers", "REQUEST"),
        ("Peru told Chile that it would expel its ambassador.", "Peru", "Chile", "THREATEN"),
    ],
)
def test_what_is_told_is_no_act_upon_the_hearer(
    pairs: Pairs, sentence: str, source: str, target: str, event: str
) -> None:
    assert pairs.code([row(sentence, source, target)])[0].event == [event]


def test_scores_are_sixteen_probabilities(pairs: Pairs, knowledge: Knowledge) -> None:
    result = pairs.code([row("Peru accused Chile of spying.", "Peru", "Chile")])[0]
    assert set(result.scores) == set(knowledge.codebook.categories)
    assert sum(result.scores.values()) == pytest.approx(1.0)
    assert result.event == [max(result.scores, key=lambda c: result.scores[c])]


def test_none_only_when_allowed(pairs: Pairs) -> None:
    quiet = row("The tomatoes were red in Peru and Chile.", "Peru", "Chile")
    assert pairs.code([quiet])[0].event
    assert pairs.code([quiet], allow_none=True)[0].event == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sentence=st.text(max_size=80), a=st.integers(0, 90), b=st.integers(0, 90))
def test_any_sentence_and_spans_get_an_answer(pairs: Pairs, sentence: str, a: int, b: int) -> None:
    result = pairs.code([PairRow("x", sentence, [(min(a, b), max(a, b))], [])])[0]
    assert len(result.event) == 1
    assert sum(result.scores.values()) == pytest.approx(1.0)
