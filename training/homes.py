"""Words of the corpus that name a country: which of them a party belongs to is asked of the encoder."""

from __future__ import annotations

from collections.abc import Iterable

from training.corpus import Passage
from wader.knowledge import load
from wader.pipeline import Coded, Pipeline
from wader.records import RawDocument
from wader.resolve.likely import named_codes

Home = tuple[int, int, str]
"""Half-open characters of a name, and the ISO-3 or PLOVER code of its country."""


def homes(passages: Iterable[Passage]) -> dict[str, list[Home]]:
    """By passage its names of states, peoples, places, known persons and bodies, each with its country as Wader reads
    it."""
    pipeline = Pipeline(load())
    found: dict[str, list[Home]] = {}
    for passage in passages:
        raw = RawDocument(id=passage.id, kind="text", content=passage.text, source=passage.id)
        done = pipeline.process(raw, everything=True)
        if not isinstance(done, Coded):
            continue
        codes = named_codes(done.document.entities, done.document.places)
        found[passage.id] = sorted((*span, code) for span, code in codes.items())
    return found
