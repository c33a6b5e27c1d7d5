"""Attribution: source, cue and content, by syntax and by pattern, and quotations that run on."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import parse
from wader.annotate.attribution import find_attributions
from wader.annotate.quotes import find_quotes
from wader.knowledge import PACKAGED
from wader.knowledge import reporting as knowledge

REPORTING = knowledge.load([PACKAGED])
Words = tuple[str | None, str | None, list[str]]


def read(text: str, *, title: str | None = None, syntax: bool = True) -> list[Words]:
    document = parse(text, title=title, syntax=syntax)
    found = []
    for item in find_attributions(document.article, document.sentences, REPORTING):
        source = (title or "") if item.in_ == "title" else text
        found.append(
            (
                source[slice(*item.source)] if item.source else None,
                source[slice(*item.cue)] if item.cue else None,
                [source[s:e] for s, e in item.content],
            )
        )
    return found


@pytest.mark.parametrize("syntax", [True, False])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry said that the talks had failed.", ("The ministry", "said", ["that the talks had failed"])),
        ("The talks had failed, the ministry said.", ("the ministry", "said", ["The talks had failed"])),
        (
            "According to the monitors, the army burned the village.",
            ("the monitors", "According to", ["the army burned the village"]),
        ),
        ("“The village is gone,” said the mayor.", ("the mayor", "said", ["“The village is gone,”"])),
        ('"The village is gone," the mayor said.', ("the mayor", "said", ['"The village is gone,"'])),
    ],
)
def test_common_shapes(text: str, expected: Words, syntax: bool) -> None:
    assert expected in read(text, syntax=syntax)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has recalled its envoy, officials told reporters.", ("officials", "told",
        ["Peru has recalled its envoy"])),
        ("The envoy tweeted that the road was open.", ("The envoy", "tweeted", ["that the road was open"])),
        ("The army was accused by villagers of theft, and the general denied that soldiers had stolen.",
         ("the general", "denied", ["that soldiers had stolen"])),
        ("The villagers' claim that soldiers had fired was ignored.", ("The villagers", "claim",
        ["that soldiers had fired"])),
        ("The rebels reportedly burned the bridge.", (None, "reportedly", ["The rebels", "burned the bridge"])),
        ("The rebels are believed to have fled.", (None, "are believed", ["The rebels", "to have fled"])),
        ("The president urged the rebels to disarm.", ("The president", "urged", ["the rebels to disarm"])),
        ("The president called for calm.", ("The president", "called for", ["calm"])),
        ("The president condemned the raid.", ("The president", "condemned", ["the raid"])),
        ("The strike, the minister said, will go on.", ("the minister", "said", ["The strike", "will go on"])),
        ("A statement by the union said workers would strike.", ("A statement by the union", "said",
        ["workers would strike"])),
    ],
)  # fmt: skip
def test_frames(text: str, expected: Words) -> None:
    assert expected in read(text)


def test_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "“We lost all,” the farmer said. “The rain took it. Nothing is left.”"
    (found,) = [item for item in read(text) if item[0] == "the farmer"]
    assert found[2] == ["“We lost all,”", "“The rain took it. Nothing is left.”"]


def test_quotation_that_goes_on_in_the_next_paragraph() -> None:
    text = "“We lost all,” the farmer said.\n“The rain took it.”"
    assert ("the farmer", "said", ["“We lost all,”", "“The rain took it.”"]) in read(text)


def test_cue_inside_a_quotation_is_the_speakers_own_word() -> None:
    found = read('"The rebels say they won," the general said.')
    assert ("the general", "said", ['"The rebels say they won,"']) in found
    assert ("The rebels", "say", ["they won"]) in found


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Nine dead in market blast: police", ("police", ":", ["Nine dead in market blast"])),
        ("UN: Famine looms in the north", ("UN", ":", ["Famine looms in the north"])),
        ("Mensah: Odede should have warned me", ("Mensah", ":", ["Odede should have warned me"])),
    ],
)
def test_headlines(title: str, expected: Words) -> None:
    assert expected in read("It rained.", title=title)


def test_a_topic_before_a_colon_says_nothing() -> None:
    assert not any(source == "Mensah" for source, _, _ in read("It rained.", title="Mensah: A life in the delta"))


def test_transcripts() -> None:
    assert ("ORTEGA", ":", ["We will rebuild the port"]) in read("ORTEGA: We will rebuild the port.")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("He said “yes” and ‘no’.", ["“yes”", "‘no’"]),
        ('A "b" c "d".', ['"b"', '"d"']),
        ("The soldiers' boots and the general's 'plan,' he said.", ["'plan,'"]),
        ("It's the Smiths' house.", []),
        ("''Never,'' he said.", ["''Never,''"]),
        ("«Jamais», dit-il.", ["«Jamais»"]),
        ("An open “quote never closes.", []),
    ],
)
def test_quotes(text: str, quotes: list[str]) -> None:
    assert [text[s:e] for s, e in find_quotes(text, [])] == quotes


def test_open_quotation_runs_into_the_next_paragraph() -> None:
    text = "“First.\n“Second.”"
    assert [text[s:e] for s, e in find_quotes(text, [(0, 7), (8, len(text))])] == ["“First.", "“Second.”"]


PIECES = [
    "the minister", "rebels", "said", "told reporters", "that", "the raid failed", ",", ".", "“", "”", '"',
    "according to", "he", "added", "claims", "reportedly",
    "was quoted as saying", ":", "urged them to go", "denied", "'s claim that", "in a statement", "\n",
    "Analysts say", "‘", "’", "who", "is said to",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16), st.booleans())
def test_spans_lie_in_the_text(pieces: list[str], syntax: bool) -> None:
    text = " ".join(pieces)
    document = parse(text, syntax=syntax)
    for item in find_attributions(document.article, document.sentences, REPORTING):
        assert item.content
        for start, end in [span for span in (item.source, item.cue, *item.content) if span]:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        for start, end in item.content:
            assert item.cue is None or end <= item.cue[0] or start >= item.cue[1]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="“”\"'‘’ab. \n,:", max_size=200))
def test_any_text_is_survived(text: str) -> None:
    document = parse(text, syntax=False)
    find_attributions(document.article, document.sentences, REPORTING)
    spans = find_quotes(text, document.article.blocks)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
