"""Words that are names only sometimes, or never."""

from __future__ import annotations

import pytest

from wader.knowledge.actors import Actors


@pytest.mark.parametrize(
    "phrase",
    [
        "us",
        "who",
        "is",
        "turkey",
        "chad",
        "let",
        "Let",
        "Who",
        "ice",
        "polish",
        "it",
        "congress",
        "labour",
        "target",
        "hague",
        "care",
        "quartet",
    ],
)
def test_ordinary_words_name_nobody(actors: Actors, phrase: str) -> None:
    assert actors.lookup(phrase) == ()


@pytest.mark.parametrize(
    ("phrase", "doubt"),
    [
        ("Jordan", "person"),
        ("Chad", "person"),
        ("Washington", "person"),
        ("Georgia", "place"),
        ("Niger", "place"),
        ("Turkey", "word"),
        ("Polish", "word"),
        ("WHO", "word"),
        ("IS", "word"),
        ("Supreme Court", "generic"),
        ("Germany", None),
        ("Hezbollah", None),
        ("UNHCR", None),
    ],
)
def test_doubtful_names_say_so(actors: Actors, phrase: str, doubt: str | None) -> None:
    assert actors.lookup(phrase)[0].ambiguous == doubt
