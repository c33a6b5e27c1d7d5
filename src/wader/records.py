"""What crosses a boundary between stages: plain, typed, serialisable records.

Offsets are characters, half-open, into ``Article.text``; a record whose ``in_`` is ``"title"`` indexes
``Article.title`` instead. What stands outside both (a printed date, an agency line) has null offsets and
its words quoted. Token indices (``head``, ``Mention.token``) are local to their sentence.

Only ``Event``, ``Article`` and the small records they hold are written out; ``Tokens`` stays in memory.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Where = Literal["text", "title", "page"]
"""Which string a span indexes; ``page`` is outside both: offsets are null and the words quoted."""

Precision = Literal["day", "week", "month", "year", "range"]
DateMethod = Literal["explicit", "relative", "publication", "inferred"]
Status = Literal["happened", "ongoing", "planned", "denied", "hypothetical"]
Auxiliary = Literal["historical", "future", "hypothetical", "negation"]


class Record(msgspec.Struct, rename={"in_": "in", "from_": "from"}):
    """Base of all records: JSON field ``in`` is spelled ``in_`` in Python."""


# --- acquire -------------------------------------------------------------------------------------------
class RawDocument(Record):
    """One document as it came in. ``kind``: ``html`` (a web page), ``page`` (a plain-text page dump, menus and all),
    ``text`` (a JSONL or table row whose text and title come back unchanged). ``has_id``: its id came along with it."""

    id: str
    kind: Literal["html", "page", "text"]
    content: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    source: str | None = None
    path: str | None = None
    has_id: bool = False


class Skip(Record):
    """A document that was not coded, and why. ``stage`` is the stage that refused it. ``row``: 1-based line
    or record number inside ``path`` where there is one. ``remedy``: what the user can do."""

    id: str
    stage: str
    reason: str
    path: str | None = None
    row: int | None = None
    remedy: str | None = None


class Note(Record):
    """Something of a document's input that was left aside although the document was coded. ``said``: what, and what
    became of it; ``remedy``: what the user can do."""

    id: str
    stage: str
    said: str
    path: str | None = None
    remedy: str | None = None


# --- read ----------------------------------------------------------------------------------------------

class Evidence(Record):
    """The words behind a value and the rule or knowledge entry that read them so."""

    start: int | None
    end: int | None
    in_: Where
    rule: str
    text: str | None = None


class PageDate(Record):
    """Publication date. ``value`` is ISO 8601 cut to its precision (``2024-02``); ``first``/``last`` days."""

    value: str
    precision: Precision
    start: int | None
    end: int | None
    method: DateMethod
    evidence: list[Evidence]
    first: str
    last: str


class Furniture(Record):
    """A line of the page that is not article: set aside, never lost."""

    text: str
    reason: str


class Article(Record):
    """A page read: its body ``text``, and what stood around it. ``blocks``: half-open character spans of the
    paragraphs of ``text``, in order, never overlapping; sentences never cross them."""

    id: str
    title: str | None
    text: str
    date: PageDate | None = None
    byline: str | None = None
    agency: str | None = None
    publication: str | None = None
    url: str | None = None
    language: str | None = None
    furniture: list[Furniture] = []
    blocks: list[tuple[int, int]] = []


class Repair(Record):
    """A damaged sequence, half-open in the string that it came in, and the ``text`` that is read in its place."""

    in_: Where
    start: int
    end: int
    text: str


class Damaged(Article, kw_only=True):
    """An article as it was given, characters that were damaged on their way included. ``reading``: the same with them
    repaired, which stages read; ``repairs``: where the two differ, in order, in each of the strings."""

    reading: Article
    repairs: list[Repair]


# --- annotate ------------------------------------------------------------------------------------------

class Tokens(Record):
    """Columns of a parsed sentence, one entry a token. ``start``/``end`` are document offsets; ``tag`` Penn
    Treebank; ``head`` local index (root points at itself); ``dep`` ClearNLP labels as spaCy gives them."""

    start: list[int]
    end: list[int]
    text: list[str]
    lemma: list[str]
    tag: list[str]
    head: list[int]
    dep: list[str]

    def __len__(self) -> int:
        return len(self.start)

    def path_up(self, at: int) -> list[int]:
        """Token ``at`` and its heads up to the root."""
        path = [at]
        while self.head[path[-1]] != path[-1] and len(path) <= len(self.head):
            path.append(self.head[path[-1]])
        return path


class Sentence(Record):
    """``sequence`` 0 is the headline (``in_`` title). ``tokens`` is None where nothing may have happened
    (no word of the sentence is in the lexicon's gate), so that it was not parsed."""

    sequence: int
    start: int
    end: int
    in_: Where
    block: int
    tokens: Tokens | None = None


class Entity(Record):
    """A name or a role that may act: ``kind`` PERSON, ORG, GPE, LOC, NORP, ROLE, FAC, MISC. ``name``: the
    fullest form in the document ("Antony Blinken" for "Blinken"). ``code`` ISO3 or PLOVER code where
    knowledge or the text decides it, else None. ``rule``: the knowledge entry or rule that decided."""

    start: int
    end: int
    in_: Where
    text: str
    kind: str
    sentence: int
    name: str
    code: str | None = None
    sector: str | None = None
    other_sectors: list[str] = []
    identifier_id: str | None = None
    identifier_text: str | None = None
    office: str | None = None
    religion: str | None = None
    ethnicity: str | None = None
    rule: str = ""


class Time(Record):
    """A time expression with its TIMEX3 ``value`` (null where it cannot be resolved) and, where it is a date,
    the ``first`` and ``last`` day it covers."""

    start: int
    end: int
    in_: Where
    text: str
    value: str | None
    sentence: int
    first: str | None = None
    last: str | None = None
    precision: Precision | None = None
    method: DateMethod = "explicit"
    rule: str = ""


class Place(Record):
    """A toponym. Resolved fields are null until ``resolve``. ``resolution``: country, region, city, other."""

    start: int
    end: int
    in_: Where
    text: str
    sentence: int
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country_code: str | None = None
    name: str | None = None
    resolution: str | None = None
    confidence: float | None = None
    rule: str = ""


class Attribution(Record):
    """Who says what: ``source`` and ``cue`` spans (or None), ``content`` spans, all in one ``in_``."""

    sentence: int
    in_: Where
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]
    entity: str | None = None
    code: str | None = None
    quoted: bool = False
    rule: str = ""


class Figure(Record):
    """A reported number. "at least 1,300 killed": low 1300, high null. ``by``: who says so (text)."""

    kind: str
    low: int | None
    high: int | None
    unit: str | None
    by: str | None
    as_of: str | None
    start: int
    end: int
    in_: Where = "text"
    sentence: int = 0
    rule: str = ""


class Placing(Evidence, kw_only=True):
    """What the words beside a name (its span and ``text``, name included) say of its bearer. ``stated``: of which state
    too; else ``code`` is the page's. ``organisation``: whose office, if no state's. ``since``: if the page says so."""

    code: str | None
    sector: str | None
    other_sectors: list[str]
    office: str | None
    organisation: str | None
    stated: bool
    rule: str
    since: str | None = None


class Placed(Record):
    """A name that the words beside it place and the knowledge lacks. ``mentions``: how often, by which ``forms``."""

    name: str
    kind: Literal["person", "body"]
    mentions: int
    forms: list[str]
    placings: list[Placing]


class Document(Record):
    """An article annotated: what ``code`` and ``resolve`` read. Lists are in document order. ``given``: the article
    whose reading ``article`` is, where characters came damaged; ``resolve`` gives all back on it."""

    article: Article
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    places: list[Place] = []
    times: list[Time] = []
    attributions: list[Attribution] = []
    figures: list[Figure] = []
    given: Damaged | None = None
    placed: list[Placed] = []


# --- code ----------------------------------------------------------------------------------------------

class Mention(Record):
    """A noun phrase that fills a role: span, head ``token``, slot that it was found in. ``implied``: by syntax, without
    words. ``sentence``: its sequence, where not the event's. ``chance`` of the role (0–1). ``sectors``: the encoder's
    chances ("-": none). ``homes``: names of the sentence, each with the logit that it names the party's country."""

    start: int
    end: int
    token: int
    slot: str
    rule: str = ""
    implied: bool = False
    sentence: int | None = None
    chance: float | None = None
    sectors: dict[str, float] = {}
    homes: list[tuple[int, int, float]] = []


class Trigger(Record):
    """The words of the event: document span, head ``token``, lexicon ``entry`` that matched."""

    start: int
    end: int
    token: int
    entry: str


class Candidate(Record):
    """An event as syntax and lexicon see it, before its actors are resolved. Each list member of ``actor`` and
    ``recipient`` is one conjunct. ``score``: how well the match is filled.
    ``rules``: by field, the entry or rule that decided it; ``cues``: by auxiliary, the span that decided it.
    ``confidence``: chance that category, actor and recipient are right, where it was judged; ``likely``: by context the
    chance that the encoder gives it."""

    sentence: int
    in_: Where
    triggers: list[Trigger]
    category: str
    mode: list[str]
    actor: list[Mention]
    recipient: list[Mention]
    auxiliary: list[Auxiliary]
    status: Status
    score: float
    context: list[str] = []
    rules: dict[str, str] = {}
    cues: dict[str, tuple[int, int]] = {}
    link: str | None = None
    confidence: float | None = None
    likely: dict[str, float] = {}


# --- resolve: the event that is written out ----------------------------------------------------------------

class Actor(Record):
    code: str | None
    sector: str | None
    other_sectors: list[str] = []
    entity_text: str | None = None
    identifier_id: str | None = None
    identifier_text: str | None = None
    office: str | None = None
    religion: str | None = None
    ethnicity: str | None = None
    start: int | None = None
    end: int | None = None


class EventText(Record):
    text: str
    start: int
    end: int


class EventPlace(Record):
    extracted_place: str
    resolved_place: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    country_code: str | None
    resolution: str | None
    start: int | None
    end: int | None


class EventFigure(Record):
    kind: str
    low: int | None
    high: int | None
    unit: str | None
    by: str | None
    as_of: str | None
    start: int
    end: int


class EventAttribution(Record):
    source_text: str | None
    code: str | None
    cue: str | None
    start: int | None
    end: int | None


class TextInfo(Record):
    sequence: int
    start: int
    end: int


class CiteInfo(Record):
    document: str
    url: str | None
    title: str | None
    publication: str | None
    date: str | None


class Event(Record):
    """One PLOVER event record, in the order and with the names of the contract (``docs/schema/event.json``)."""

    id: str
    date: str | None
    enddate: str | None
    date_precision: Precision | None
    date_method: DateMethod | None
    actor: list[Actor]
    recipient: list[Actor]
    event: list[str]
    mode: list[str]
    context: list[str]
    auxiliary: list[Auxiliary]
    status: Status
    event_text: list[EventText]
    event_loc: EventPlace | None
    quad_code: int
    event_scale: float | None
    figures: list[EventFigure]
    attribution: EventAttribution | None
    evidence: dict[str, list[Evidence]]
    text: str
    text_info: TextInfo
    cite_info: CiteInfo
    confidence: float | None
    coder: dict[str, Any]
    link: str | None = None

    @property
    def where(self) -> Where:
        """The string that the event's sentence stands in, which its spans index."""
        return "title" if self.text_info.sequence == 0 else "text"
