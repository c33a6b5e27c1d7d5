"""Records as rows: the JSON lines of the contract, and flat rows for tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from wader.records import (
    Actor,
    DateMethod,
    Document,
    Entity,
    Event,
    Evidence,
    Figure,
    Furniture,
    PageDate,
    Precision,
    Record,
    Time,
    Where,
)


class DateRow(Record):
    """A page's date as it is written out: without the days it covers, which follow from value and precision."""

    value: str
    precision: Precision
    start: int | None
    end: int | None
    method: DateMethod
    evidence: list[Evidence]


class SentenceRow(Record):
    """A sentence's place. ``sequence`` 0 is the headline."""

    sequence: int
    start: int
    end: int
    in_: Where


class PlaceRow(Record):
    """A toponym and what it was resolved to, null where it was not."""

    start: int
    end: int
    in_: Where
    text: str
    geonameid: int | None
    lat: float | None
    lon: float | None
    country_code: str | None
    confidence: float | None


class AttributionRow(Record):
    """Who says what, as spans into one text."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]
    in_: Where
    entity: str | None


class DocumentRow(Record):
    """A document with all that was found in it: a line of ``wader annotate`` (``docs/schema/document.json``)."""

    id: str
    title: str | None
    date: DateRow | None
    byline: str | None
    agency: str | None
    publication: str | None
    url: str | None
    language: str | None
    text: str
    furniture: list[Furniture]
    sentences: list[SentenceRow]
    entities: list[Entity]
    places: list[PlaceRow]
    times: list[Time]
    attributions: list[AttributionRow]
    figures: list[Figure]
    events: list[Event]


def document_row(document: Document, events: Sequence[Event]) -> DocumentRow:
    """A document and its events as one row."""
    article = document.article
    return DocumentRow(
        id=article.id,
        title=article.title,
        date=_date_row(article.date),
        byline=article.byline,
        agency=article.agency,
        publication=article.publication,
        url=article.url,
        language=article.language,
        text=article.text,
        furniture=article.furniture,
        sentences=[SentenceRow(s.sequence, s.start, s.end, s.in_) for s in document.sentences],
        entities=document.entities,
        places=[
            PlaceRow(p.start, p.end, p.in_, p.text, p.geonameid, p.lat, p.lon, p.country_code, p.confidence)
            for p in document.places
        ],
        times=document.times,
        attributions=[AttributionRow(a.source, a.cue, a.content, a.in_, a.entity) for a in document.attributions],
        figures=document.figures,
        events=list(events),
    )


def _date_row(date: PageDate | None) -> DateRow | None:
    if date is None:
        return None
    return DateRow(date.value, date.precision, date.start, date.end, date.method, date.evidence)


_ENCODER = msgspec.json.Encoder()


def lines(records: Iterable[Any]) -> bytes:
    """Records as JSON lines in UTF-8, fields in the order of the contract. Empty for no records."""
    return b"".join(_encode(record) + b"\n" for record in records)


def _encode(record: Any) -> bytes:
    try:
        return _ENCODER.encode(record)
    except UnicodeEncodeError:  # half of a surrogate pair, which is no character: show that something stood there
        return _ENCODER.encode(_whole(msgspec.to_builtins(record)))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def flat_row(event: Event) -> dict[str, Any]:
    """An event as one flat row: lists joined by "; ", an actor's parts in columns that line up with each other."""
    place, said, cite = event.event_loc, event.attribution, event.cite_info
    row: dict[str, Any] = {
        "id": event.id,
        "date": event.date,
        "enddate": event.enddate,
        "date_precision": event.date_precision,
        "date_method": event.date_method,
        "event": _join(event.event),
        "mode": _join(event.mode),
        "status": event.status,
        **_side("actor", event.actor),
        **_side("recipient", event.recipient),
        "context": _join(event.context),
        "auxiliary": _join(event.auxiliary),
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "event_text": _join(words.text for words in event.event_text),
        "place": place.resolved_place or place.extracted_place if place else None,
        "geonameid": place.geonameid if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country_code": place.country_code if place else None,
        "figures": _join(map(figure_text, event.figures)),
        "source_text": said.source_text if said else None,
        "source_code": said.code if said else None,
        "text": event.text,
        "document": cite.document,
        "sentence": event.text_info.sequence,
        "url": cite.url,
        "title": cite.title,
        "publication": cite.publication,
        "published": cite.date,
        "confidence": event.confidence,
        "link": event.link,
        "coder": " ".join(str(event.coder[key]) for key in ("name", "version", "knowledge") if event.coder.get(key)),
    }
    return row


def _side(name: str, actors: Sequence[Actor]) -> dict[str, str]:
    return {
        f"{name}_code": _join(a.code or "" for a in actors),
        f"{name}_sector": _join(a.sector or "" for a in actors),
        f"{name}_text": _join(a.entity_text or "" for a in actors),
        f"{name}_identifier": _join(a.identifier_text or a.identifier_id or "" for a in actors),
    }


def _join(values: Iterable[str]) -> str:
    kept = [value.replace(";", ",") for value in values]
    return "; ".join(kept) if any(kept) else ""


def figure_text(figure: Any) -> str:
    """A figure in words: "killed ≥ 12", "injured 3–5 people"."""
    if figure.low is not None and figure.high is not None:
        number = str(figure.low) if figure.low == figure.high else f"{figure.low}–{figure.high}"
    elif figure.low is not None:
        number = f"≥ {figure.low}"
    else:
        number = f"≤ {figure.high}" if figure.high is not None else "?"
    return " ".join(part for part in (figure.kind, number, figure.unit) if part)
