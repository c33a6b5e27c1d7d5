"""Tokens: offsets slice back, lemmas come from the tables, batches do not matter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.command import environment
from tests.parsing import article, parser
from wader.annotate import Annotator
from wader.annotate.headlines import mend_headline
from wader.annotate.sentences import find_sentences
from wader.errors import KnowledgeError
from wader.knowledge import load
from wader.knowledge.model import identify
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


def test_threads_of_numpy_do_not_show_in_the_syntax() -> None:
    program = (
        "import hashlib, wader; from wader.annotate import Annotator; from wader.records import Article;"
        f"text = {TEXT!r} * 12; d = Annotator(wader.load_knowledge()).syntax("
        "Article('a', None, text, blocks=[(0, len(text))]), everything=True);"
        "t = [(s.tokens.tag, s.tokens.head, s.tokens.dep) for s in d.sentences if s.tokens];"
        "print(hashlib.sha256(repr((t, d.entities)).encode()).hexdigest(), end='')"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={**environment(), **threads}
        )
        for threads in ({"OPENBLAS_NUM_THREADS": "1"}, {"OPENBLAS_NUM_THREADS": "4", "OMP_NUM_THREADS": "4"})
    ]
    assert len({done.stdout for done in found}) == 1 and found[0].stdout


def test_the_model_is_named_by_what_it_holds(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not installed"):
        identify("no_such_pipeline")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "config.cfg").write_text("[nlp]")
        (tmp_path / name / "meta.json").write_text('{"lang": "en", "name": "own", "version": "1.0"}')
    one, two = (identify(str(tmp_path / name)) for name in ("one", "two"))
    assert one == two and one.startswith("en_own-1.0 ")
    (tmp_path / "two" / "weights").write_bytes(b"1")
    identify.cache_clear()
    assert identify(str(tmp_path / "two")) != one


WORDS = "Mara Odhiambo spoke with Juma Okello of the Tana Fund in Garissa".split()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_names_are_asked_about_in_windows_that_slice_back(words: list[str]) -> None:
    """However far apart, what the model finds near the asked words stands where it says."""
    text = " ".join(["Yesterday", *words, "left", "."])
    page = article(text)
    sentences = find_sentences(page)
    docs = parser().parse(page, sentences)
    asked = {
        s.sequence: (s.start, [t.idx + s.start for t in docs[s.sequence] if t.text in ("Mara", "Okello")])
        for s in sentences if s.sequence in docs
    }  # fmt: skip
    for spans in parser().names(docs, asked).values():
        assert spans == sorted(spans)
        for start, end, _ in spans:
            assert text[start:end] == text[start:end].strip() != ""
            assert (start == 0 or text[start - 1] == " ") and (end == len(text) or not text[end].isalpha())


def test_a_name_far_from_what_is_asked_is_not_looked_for() -> None:
    text = "Mara Odhiambo spoke " + "and walked slowly along the long river bank " * 3 + "with Juma Okello."
    page = article(text)
    (sentence,) = [s for s in find_sentences(page) if s.sequence]
    docs = parser().parse(page, [sentence])
    at = text.index("Okello")
    (spans,) = parser().names(docs, {sentence.sequence: (sentence.start, [at])}).values()
    assert "Juma Okello" in [text[a:b] for a, b, _ in spans]
    assert not [s for s in spans if s[0] < text.index("bank")]
