"""Events and documents for the store's tests, in our own words."""

from __future__ import annotations

from wader.records import (
    Actor,
    Article,
    CiteInfo,
    Event,
    EventAttribution,
    EventFigure,
    EventPlace,
    EventText,
    Evidence,
    Furniture,
    PageDate,
    TextInfo,
)
from wader.store import Coder, DocumentVersion, coder_key, version_key
from wader.store.keys import digest

TEXT = "Kenya's foreign minister met Uganda's envoy in Nairobi on 3 May 2021, the ministry said."
CODER = Coder(version="0.1", knowledge="k" * 16, model=None, hash=coder_key("0.1", "k" * 16, None, "c"))


def event_of(identifier: str, document: str, *, mode: list[str] | None = None, **changes: object) -> Event:
    """A consultation with every field filled."""
    start = TEXT.index("met")
    event = Event(
        id=identifier,
        date="2021-05-03",
        enddate="2021-05-03",
        date_precision="day",
        date_method="explicit",
        actor=[Actor("KEN", "GOV", entity_text="Kenya's foreign minister", start=0, end=24)],
        recipient=[Actor("UGA", "GOV", ["ELI"], "Uganda's envoy", start=29, end=43)],
        event=["CONSULT"],
        mode=mode if mode is not None else ["visit"],
        context=["diplomatic"],
        auxiliary=[],
        status="happened",
        event_text=[EventText("met", start, start + 3)],
        event_loc=EventPlace("Nairobi", "Nairobi", 184745, -1.28333, 36.81667, "KEN", "city", 47, 54),
        quad_code=1,
        event_scale=2.5,
        figures=[EventFigure("killed", 3, None, None, "the ministry", None, 70, 82)],
        attribution=EventAttribution("the ministry", "KEN", "said", 70, 82),
        evidence={
            "event": [Evidence(start, start + 3, "text", "lexicon: meet")],
            "actor": [Evidence(0, 24, "text", "subject"), Evidence(None, None, "page", "byline", "KNA")],
        },
        text=TEXT,
        text_info=TextInfo(1, 0, len(TEXT)),
        cite_info=CiteInfo(document, None, "Envoys meet", "The Lake Gazette", "2021-05-03"),
        confidence=None,
        coder={"name": "wader", "version": "0.1", "knowledge": "k" * 16, "model": None},
    )
    for name, value in changes.items():
        setattr(event, name, value)
    return event


def version_of(document: str, *events: Event, text: str = TEXT, coder: str = CODER.hash) -> DocumentVersion:
    """One version of a document."""
    content = digest([text])
    article = Article(
        id=document,
        title="Envoys meet",
        text=text,
        date=PageDate("2021-05-03", "day", None, None, "explicit", [], "2021-05-03", "2021-05-03"),
        publication="The Lake Gazette",
        language="en",
        furniture=[Furniture("Share this", "share bar")],
        blocks=[(0, len(text))],
    )
    return DocumentVersion(version_key(document, content, coder), content, coder, article, list(events), sentences=1)
