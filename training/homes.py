"""Words of the corpus that name a country: which of them a party belongs to is asked of the encoder."""

from __future__ import annotations

from collections.abc import Iterable

from training.corpus import Passage
from wader.knowledge import load
from wader.pipeline import Coded, Pipeline
from wader.records import RawDocument

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
        named = {(e.start, e.end): e.code for e in done.document.entities if e.code and e.kind != "ROLE"}
        placed = {(p.start, p.end): p.country_code for p in done.document.places if p.country_code}
        found[passage.id] = sorted((*span, code) for span, code in {**placed, **named}.items() if code)
    return found
