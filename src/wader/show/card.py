"""The evidence card: one event's sentence with its parts marked, and under each part the rule that decided it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wader.records import Actor, Article, Event, Evidence, Where
from wader.show.rows import figure_text
from wader.show.safe import safe

STYLES = {
    "actor": "bold cyan",
    "trigger": "bold reverse yellow",
    "recipient": "bold magenta",
    "date": "green",
    "place": "blue",
    "speaker": "bold red",
}
"""Colour of each part, the same in the sentence and in the list below it."""

_GAP = " … "
"""Stands for the words between two parts of a trigger."""

FIELDS = {"event": "trigger", "event_text": "trigger", "event_loc": "place", "attribution": "speaker"}
"""Evidence fields that the card calls by a plainer name."""

_ORDER = (
    "actor",
    "trigger",
    "recipient",
    "date",
    "place",
    "speaker",
    "status",
    "mode",
    "auxiliary",
    "context",
    "figures",
)


def parts(event: Event) -> list[tuple[int, int, str]]:
    """Spans of the event's sentence, ``(start, end, part)`` into ``event.text``, longest first.

    Words that stand in another sentence or outside the text are left out: the card quotes them below.
    """
    spans: list[tuple[int | None, int | None, str]] = []
    spans += [(actor.start, actor.end, "actor") for actor in event.actor]
    spans += [(actor.start, actor.end, "recipient") for actor in event.recipient]
    spans += [(words.start, words.end, "trigger") for words in event.event_text]
    if event.event_loc:
        spans.append((event.event_loc.start, event.event_loc.end, "place"))
    if event.attribution:
        spans.append((event.attribution.start, event.attribution.end, "speaker"))
    spans += [(e.start, e.end, "date") for e in event.evidence.get("date", []) if e.in_ == event.where]
    first, last = event.text_info.start, event.text_info.end
    inside = {
        (start - first, end - first, part)
        for start, end, part in spans
        if start is not None and end is not None and first <= start < end <= last
    }
    return sorted(inside, key=lambda span: (span[0] - span[1], span[0], _ORDER.index(span[2])))


def segments(event: Event) -> Iterator[tuple[str, str | None]]:
    """The sentence cut into pieces, each with the part it belongs to or None. A span inside a longer one wins there."""
    owner: list[str | None] = [None] * len(event.text)
    for start, end, part in parts(event):
        owner[start:end] = [part] * (end - start)
    begin = 0
    for place in range(1, len(owner) + 1):
        if place == len(owner) or owner[place] != owner[begin]:
            yield event.text[begin:place], owner[begin]
            begin = place


def sentence(event: Event, *, colour: bool) -> Text:
    """The sentence with its parts in colour, or in brackets where there is no colour."""
    marked = Text()
    for words, part in segments(event):
        if part is None:
            marked.append(safe(words))
        elif colour:
            marked.append(safe(words), STYLES[part])
        else:
            marked.append(f"[{part}: {safe(words)}]")
    return marked


def actor_name(actor: Actor) -> str:
    """An actor's code and sectors, with the name or office behind them: ``KEN GOV (Raila Odinga)``."""
    codes = " ".join(code for code in (actor.code, actor.sector, *actor.other_sectors) if code) or "nobody named"
    known = actor.office or actor.identifier_text
    return f"{codes} ({known})" if known and known != actor.entity_text else codes


def side(actors: Sequence[Actor]) -> str:
    """One side of an event in short; a dash stands for a country that is not known."""
    return " + ".join(" ".join(code for code in (a.code or "—", a.sector) if code) for a in actors) or "—"


def heading(event: Event) -> Text:
    """Category, mode, who to whom, status, date and confidence in one line."""
    title = Text(safe(" ".join([*event.event, *event.mode])), "bold")
    title.append(safe(f"   {side(event.actor)} → {side(event.recipient)}"))
    title.append(safe(f"   {event.status}"), "bold" if event.status != "happened" else "")
    title.append(safe(f"   {_date(event)}"))
    if event.confidence is not None:
        title.append(f"   confidence {event.confidence:.2f}")
    return title


def _date(event: Event) -> str:
    if event.date is None:
        return "no date"
    days = event.date if event.enddate in (None, event.date) else f"{event.date} to {event.enddate}"
    return f"{days} ({event.date_precision}, {event.date_method})"


def card(event: Event, article: Article | None = None, *, colour: bool = True) -> RenderableType:
    """The evidence card of one event. ``article`` lets it quote words that stand outside the event's sentence."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, min_width=9)
    table.add_column(overflow="fold")
    for part, lines in _sections(event, article):
        style = STYLES.get(part, "bold") if colour else ""
        for number, (words, dim) in enumerate(lines):
            label = Text(safe(part), style) if number == 0 else Text()
            table.add_row(label, Text(safe(words), "dim" if dim and colour else ""))
    marked = Padding(sentence(event, colour=colour), (1, 2), expand=False)
    body = Group(marked, Padding(table, (0, 2), expand=False))
    return Group(heading(event), body)


def cards(events: Iterable[Event], article: Article | None = None, *, colour: bool = True) -> RenderableType:
    """Several cards, one under the other."""
    return Group(*(Padding(card(event, article, colour=colour), (0, 0, 1, 0), expand=False) for event in events))


def _sections(event: Event, article: Article | None) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Parts of the card in order: what was found, then (dim) the words and rules behind it."""
    values = _values(event)
    evidence: dict[str, list[Evidence]] = {}
    for field, found in event.evidence.items():
        evidence.setdefault(FIELDS.get(field, field), []).extend(found)
    for part in [*_ORDER, *(name for name in evidence if name not in _ORDER)]:
        lines = [(value, False) for value in values.get(part, [])]
        lines += [(reason, True) for reason in _reasons(event, article, evidence.get(part, []), part == "trigger")]
        if lines:
            yield part, lines
    yield "id", [(event.id, False)]
    yield "from", [(_source(event), False)]
    yield "coder", [(" ".join(f"{key} {value}" if key != "name" else str(value)
                              for key, value in event.coder.items() if value), False)]  # fmt: skip


def _values(event: Event) -> dict[str, list[str]]:
    place, said = event.event_loc, event.attribution
    trigger = _GAP.join(words.text for words in event.event_text)
    values = {
        "actor": [_who(actor) for actor in event.actor],
        "recipient": [_who(actor) for actor in event.recipient],
        "trigger": [f"“{trigger}”: {' '.join([*event.event, *event.mode])}"],
        "date": [_date(event)],
        "context": [", ".join(event.context)] if event.context else [],
        "figures": [figure_text(figure) + (f", by {figure.by}" if figure.by else "") for figure in event.figures],
        "status": [", ".join([event.status, *event.auxiliary])],
    }
    if place:
        where = ", ".join(str(p) for p in (place.resolved_place, place.country_code, place.resolution) if p)
        number = f", GeoNames {place.geonameid}" if place.geonameid is not None else ""
        values["place"] = [f"“{place.extracted_place}”: {where or 'not in the gazetteer'}{number}"]
    if said:
        cue = f", “{said.cue}”" if said.cue else ""
        values["speaker"] = [f"“{said.source_text or 'unnamed'}”{cue}" + (f": {said.code}" if said.code else "")]
    return values


def _who(actor: Actor) -> str:
    words = f"“{actor.entity_text}”" if actor.entity_text else "not named in words"
    return f"{words}: {actor_name(actor)}"


def _reasons(event: Event, article: Article | None, evidence: list[Evidence], together: bool) -> list[str]:
    """A line for each piece of evidence; ``together`` puts neighbours of one rule on one line."""
    found: list[str] = []
    for (in_, rule, _), several in groupby(evidence, key=lambda e: (e.in_, e.rule, None if together else e.start)):
        quoted = [words for e in several if (words := words_of(event, article, e))]
        found.append(_reason(event, in_, rule, _GAP.join(quoted)))
    return found


def _reason(event: Event, in_: Where, rule: str, quoted: str) -> str:
    away = "" if in_ == event.where else {"title": "headline ", "page": "page ", "text": "text "}[in_]
    return f"  {away}“{quoted}” ← {rule}" if quoted else f"  {away}← {rule}"


def words_of(event: Event, article: Article | None, found: Evidence) -> str:
    """The words that a piece of evidence points at; empty where they are not at hand."""
    if found.text is not None:
        return found.text
    if found.start is None or found.end is None:
        return ""
    info = event.text_info
    if found.in_ == event.where and info.start <= found.start <= found.end <= info.end:
        return event.text[found.start - info.start : found.end - info.start]
    if article is None:
        return ""
    return ((article.title or "") if found.in_ == "title" else article.text)[found.start : found.end]


def _source(event: Event) -> str:
    cite = event.cite_info
    said = [cite.title, cite.publication, cite.date, cite.url]
    place = "headline" if event.text_info.sequence == 0 else f"sentence {event.text_info.sequence}"
    return " · ".join([*(item for item in said if item), f"{cite.document}, {place}"])
