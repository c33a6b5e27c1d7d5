"""Tokens: offsets slice back, lemmas come from the tables, batches do not matter."""

import pytest

from wader.annotate import Annotator
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
