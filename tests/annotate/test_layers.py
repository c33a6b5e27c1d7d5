"""Models computed for reading alone read what spaCy reads, whatever they have read before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy

from wader.annotate import layers
from wader.annotate.parse import load_pipeline

SENTENCES = (
    "Police in Mombasa arrested twelve striking dockers on Sunday.",
    "“We can't go on,” said Rosa Okafor, who leads the union, “and we won't.”",
    "Nepal",
    "The minister, whose party had lost two by-elections, told Reuters that the talks with Oslo would begin in May.",
)


@pytest.fixture(scope="module")
def pipes() -> dict[str, Any]:
    return dict(load_pipeline()[0].pipeline)


def docs(sentences: tuple[str, ...] = SENTENCES) -> list[Any]:
    return [load_pipeline()[0].make_doc(sentence) for sentence in sentences]


def syntax(pipes: dict[str, Any]) -> layers.Syntax:
    return layers.Syntax(pipes["tok2vec"], pipes["tagger"], pipes["parser"])


def test_syntax_is_spacys(pipes: dict[str, Any]) -> None:
    own, theirs = docs(), docs()
    syntax(pipes)(own)
    for name in ("tok2vec", "tagger", "parser"):
        theirs = list(pipes[name].pipe(theirs))
    for a, b in zip(own, theirs, strict=True):
        assert [(t.tag_, t.dep_, t.head.i) for t in a] == [(t.tag_, t.dep_, t.head.i) for t in b]


def test_names_are_spacys(pipes: dict[str, Any]) -> None:
    own, theirs = docs(), docs()
    layers.Names(pipes["ner"])(own)
    theirs = list(pipes["ner"].pipe(theirs))
    assert [[(e.text, e.label_) for e in doc.ents] for doc in own] == [
        [(e.text, e.label_) for e in doc.ents] for doc in theirs
    ]
    assert any(doc.ents for doc in own)


def test_vectors_do_not_depend_on_what_was_read_before(pipes: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, used, forgetful = (layers.WordVectors(pipes["tok2vec"].model) for _ in range(3))
    expected = fresh(docs())
    used(docs(SENTENCES[1:2]))
    used(docs(("Rebels attacked the port.", SENTENCES[3])))
    monkeypatch.setattr(layers, "_MOST", 8)
    for sentence in SENTENCES:
        forgetful(docs((sentence,)))
    for vectors in (used, forgetful):
        assert all(np.array_equal(a, b) for a, b in zip(vectors(docs()), expected, strict=True))


def test_a_model_of_another_make_is_unknown(pipes: dict[str, Any]) -> None:
    with pytest.raises(layers.Unknown):
        layers.WordVectors(pipes["tagger"].model)
    with pytest.raises(layers.Unknown):
        layers.Decoder(spacy.blank("en").add_pipe("beam_ner"))
    with pytest.raises(layers.Unknown):
        layers.Syntax(pipes["tok2vec"], pipes["ner"], pipes["parser"])
