"""Tokens: offsets slice back, lemmas come from the tables, batches do not matter."""

import pytest

from wader.annotate import Annotator
from wader.annotate.headlines import mend_headline
from wader.knowledge import load
from wader.records import Article

TEXT = (
    "Police arrested fourteen striking teachers on Monday. The men's lawyers were refused entry.\n"
    "Nothing else happened there. “We've lost everything,” a widow told the Lagoon Post."
)


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(load())


def test_tokens_slice_back(annotator: Annotator) -> None:
    document = annotator.syntax(Article("a", "Police arrest teachers", TEXT), everything=True)
    for sentence in document.sentences:
        source = document.article.title or "" if sentence.in_ == "title" else document.article.text
        assert sentence.tokens is not None
        for start, end, text in zip(sentence.tokens.start, sentence.tokens.end, sentence.tokens.text, strict=True):
            assert source[start:end] == text
            assert sentence.start <= start < end <= sentence.end


def test_lemmas(annotator: Annotator) -> None:
    lemma = annotator.parser.lemmatiser.lemma
    assert [lemma("arrested", "VBD"), lemma("men", "NNS"), lemma("talks", "NNS"), lemma("fought", "VBD")] == [
        "arrest",
        "man",
        "talk",
        "fight",
    ]
    assert lemma("Putin", "NNP") == "Putin"


def test_the_gate_parses_only_where_something_may_have_happened(annotator: Annotator) -> None:
    text = "Rebels attacked the port. The tomatoes were very red."
    document = annotator.syntax(Article("a", None, text))
    assert [s.tokens is not None for s in document.sentences] == [True, False]


def test_a_sentence_parses_alike_alone_and_in_company(annotator: Annotator) -> None:
    alone = annotator.syntax(Article("a", None, TEXT), everything=True)
    again = annotator.syntax(Article("a", None, TEXT), everything=True)
    assert [s.tokens for s in alone.sentences] == [s.tokens for s in again.sentences]


def arcs(annotator: Annotator, title: str) -> dict[str, tuple[str, str]]:
    """Label and head of each word of a headline."""
    tokens = annotator.syntax(Article("a", title, "Nothing else."), everything=True).sentences[0].tokens
    assert tokens is not None
    return {w: (tokens.dep[k], tokens.text[tokens.head[k]]) for k, w in enumerate(tokens.text)}


def test_headlines_have_subjects(annotator: Annotator) -> None:
    assert arcs(annotator, "Russia attacks Ukraine")["Russia"] == ("nsubj", "attacks")
    found = arcs(annotator, "Trump imposed tariffs on China")
    assert found["Trump"] == ("nsubj", "imposed") and found["tariffs"] == ("dobj", "imposed")
    found = arcs(annotator, "US, Japan sign defence pact")
    assert found["US"] == ("nsubj", "sign") and found["Japan"] == ("conj", "US")


def test_a_repair_leaves_compounds_alone() -> None:
    heads, deps, tags = [1, 2, 2], ["compound", "nsubj", "ROOT"], ["NN", "NNS", "VBP"]
    assert mend_headline(["army", "units", "attack"], heads, deps, tags) == []
    assert (heads, deps) == ([1, 2, 2], ["compound", "nsubj", "ROOT"])
