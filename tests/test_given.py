"""What a user gives comes back character for character, damaged or not, and every span slices it to its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import wader
from wader.records import Event

PAIRS = [
    (
        "The governmentâ€™s troops shelled rebels nearÂ\xa0BogotÃ¡ on Monday, killing 12 people.",
        "The government’s troops shelled rebels near\xa0Bogotá on Monday, killing 12 people.",
    ),
    (
        "Kenya #39;s army arrested 30 protesters in SÃ£o Paulo, the ministryâ€™s spokesman said.",
        "Kenya's army arrested 30 protesters in São Paulo, the ministry’s spokesman said.",
    ),
    (
        "â€œWe condemn the raid,â€\x9d President JosÃ© GarcÃ\xada told Ugandaâ€™s envoy on 3 March 2021.",
        "“We condemn the raid,” President José García told Uganda’s envoy on 3 March 2021.",
    ),
    (
        "``Rebels attacked our base,'' Rwanda''s foreign minister said after he met Uganda&#39;s envoy in Kigali.",
        "\"Rebels attacked our base,\" Rwanda's foreign minister said after he met Uganda's envoy in Kigali.",
    ),
]
CLEAN = "Police in Mombasa detained 12 protesters on Sunday."
TITLES = ["Kenyaâ€™s army shells rebels in BogotÃ¡", "Police detain 12 in ''Mombasa''", "Kenya recalls its envoy", None]
NOISE = st.text(alphabet="ab â€™ÂÃ\xa0'`;&#39quot\n.", max_size=12)
WORDS = {"text", "entity_text", "extracted_place", "source_text"}


def spans(value: Any, texts: dict[str, str], in_: str = "text") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a row that has a span, with the words that it slices; pairs of numbers as ``{}``."""
    if isinstance(value, dict):
        in_ = value.get("in", in_)
        if "text_info" in value:
            in_ = "title" if value["text_info"]["sequence"] == 0 else "text"
        if value.get("start") is not None and in_ != "page":
            assert 0 <= value["start"] <= value["end"] <= len(texts[in_])
            yield texts[in_][value["start"] : value["end"]], value
    elif isinstance(value, list) and len(value) == 2 and all(type(item) is int for item in value):
        assert 0 <= value[0] <= value[1] <= len(texts[in_])
        yield texts[in_][slice(*value)], {}
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from spans(item, texts, in_)


def holds(result: wader.Result, text: str, title: str | None) -> None:
    """Text and title are the user's, and all words that the row gives with a span are what the span slices."""
    row = msgspec.to_builtins(result.row())
    assert row["text"] == text and row["title"] == title
    texts = {"text": text, "title": title or ""}
    for words, found in spans(row, texts):
        assert all(found[field] in (words, None) for field in WORDS & found.keys()), found
        for field in {"by", "cue"} & found.keys():
            assert not found[field] or any(found[field].lower() in given.lower() for given in texts.values())
    for event in row["events"]:
        info = event["text_info"]
        assert event["text"] == texts["text" if info["sequence"] else "title"][info["start"] : info["end"]]
        assert event["cite_info"]["title"] == title


def gist(event: Event) -> tuple[Any, ...]:
    """What of an event is no quotation."""
    sides = [[(a.code, a.sector, a.identifier_text, a.office) for a in side] for side in (event.actor, event.recipient)]
    place = event.event_loc and event.event_loc.geonameid
    figures = [(f.kind, f.low, f.high) for f in event.figures]
    said = event.attribution and event.attribution.code
    rules = {field: [e.in_ for e in found] for field, found in event.evidence.items()}
    return event.event, event.mode, event.status, event.date, event.context, sides, place, figures, said, rules


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from([damaged for damaged, _ in PAIRS] + [CLEAN]), NOISE), min_size=1, max_size=5),
    st.sampled_from(TITLES),
    st.sampled_from([" ", "\n", "\r\n\r\n"]),
)
def test_rows_come_back_unchanged_and_every_span_slices_them(pieces: list[str], title: str | None, joint: str) -> None:
    text = joint.join(pieces)
    for result in (wader.code(text, title=title, date="2021-03-05"), wader.annotate(text, title=title)):
        if result.document is not None:
            holds(result, text, title)


@pytest.mark.parametrize(("damaged", "meant"), PAIRS)
def test_damage_changes_no_event(damaged: str, meant: str) -> None:
    results = [wader.code(text, title=text, date="2021-03-05") for text in (damaged, meant)]
    assert results[0].events and list(map(gist, results[0])) == list(map(gist, results[1]))
    assert [len(e.text) for e in results[0]] != [len(e.text) for e in results[1]]


def test_words_are_those_of_the_row() -> None:
    event = next(e for e in wader.code(PAIRS[0][0], date="2021-03-05") if e.event == ["ASSAULT"])
    assert event.text == PAIRS[0][0]
    assert event.actor[0].entity_text == "governmentâ€™s troops"
    assert event.event_loc is not None and event.event_loc.extracted_place == "BogotÃ¡"
    assert event.event_loc.resolved_place == "Bogotá"


def test_speakers_lead_to_their_words() -> None:
    text = f"{PAIRS[0][0]} {PAIRS[1][0]}"
    found = next(a for a in wader.annotate(text).row().attributions if a.source)  # type: ignore[union-attr]
    assert found.source and text[slice(*found.source)] == "the ministryâ€™s spokesman"
    assert found.cue and text[slice(*found.cue)] == "said"
    assert [text[slice(*span)] for span in found.content] == [PAIRS[1][0].partition(", the ministry")[0]]


def test_an_id_is_of_the_row_as_it_was_given() -> None:
    ids = [[e.id for e in wader.code(text, date="2021-03-05")] for text in (*PAIRS[0], PAIRS[0][0])]
    assert ids[0] == ids[2] and not set(ids[0]) & set(ids[1])


def test_a_store_holds_the_row_as_it_was_given(tmp_path: Path) -> None:
    text, title = " ".join(damaged for damaged, _ in PAIRS), TITLES[0]
    row = {"id": "row", "text": text, "title": title, "date": "2021-03-05"}
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    wader.run(tmp_path / "rows.jsonl", tmp_path / "store")
    store = wader.open_store(tmp_path / "store")
    article = store.article("row")
    assert article is not None and (article.text, article.title) == (text, title)
    assert all(text[a:b].strip() == text[a:b] != "" for a, b in article.blocks)
    coded = wader.code(text, title=title, date="2021-03-05", id="row")
    assert coded.events and list(store.events()) == coded.events
