"""Towns in texts without capitals that passed for persons: listed with places, before what is called after places."""

from __future__ import annotations

import re

import pytest

from tests.parsing import annotated
from tests.resolve.test_actors import codes, resolved
from wader.records import Document, Entity


def taken_for_a_person(text: str, name: str) -> Document:
    """A page on which a name in small letters was taken for a person's wherever it stands."""
    document = annotated(text)
    kept = [e for e in document.entities if e.text != name]
    for found in re.finditer(name, text):
        sentence = next(s for s in document.sentences if s.start <= found.start() < s.end).sequence
        kept.append(Entity(*found.span(), "text", name, "PERSON", sentence, name, rule="person"))
    document.entities = sorted(kept, key=lambda e: e.start)
    return document


@pytest.mark.parametrize(
    "text",
    [
        "kenya is calm. the minister condemned the tarbesh massacre. the senator praised tarbesh.",
        "kenya is calm. the minister toured nairobi and tarbesh. the senator praised tarbesh.",
    ],
)
def test_a_word_that_stands_as_places_do_is_no_person(text: str) -> None:
    assert resolved(taken_for_a_person(text, "tarbesh"), "tarbesh", 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "kenya is calm. the minister condemned the tarbesh murder. the senator praised tarbesh.",
        "kenya is calm. the minister met okello and tarbesh. the senator praised tarbesh.",
    ],
)
def test_a_word_of_which_nothing_says_so_stays_a_person(text: str) -> None:
    assert codes(resolved(taken_for_a_person(text, "tarbesh"), "tarbesh", 1)) == [(None, "CVL")]
