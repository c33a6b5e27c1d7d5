"""What a page says twice is one record with all its evidence: headline, lead and background are no three events."""

from __future__ import annotations

import msgspec

from wader.knowledge.codebook import Codebook
from wader.records import Actor, Event

_SYMMETRIC = frozenset(("CONSULT", "COOPERATE"))
_LEAD = 3
"""Sentences from the headline on that commonly repeat each other."""


def merge_repeats(events: list[Event], codebook: Codebook) -> tuple[list[Event], dict[str, list[Event]]]:
    """Merge later tellings into the first, keeping order; an event's own fields stay those of its fullest telling.
    With them by id of those told more than once copies of all tellings, as they were."""
    kept: list[Event] = []
    tellings: dict[str, list[Event]] = {}
    for event in events:
        place = next((n for n, k in enumerate(kept) if _same(k, event)), None)
        if place is None:
            kept.append(event)
            continue
        first = kept[place]
        alike = tellings.pop(first.id, None) or [_copy(first)]
        twin, other = (event, first) if _fuller(event, first) else (first, event)
        tellings[twin.id] = [*alike, _copy(event)]
        _absorb(twin, other)
        kept[place] = twin
    for event in kept:
        event.event_scale = codebook.scale(event.event[0], event.mode)
    return kept, tellings


def _copy(event: Event) -> Event:
    """An event with evidence of its own."""
    return msgspec.structs.replace(event, evidence={field: [*items] for field, items in event.evidence.items()})


def _fuller(event: Event, other: Event) -> bool:
    """Whether a later telling says more: more people, else the body's words rather than the headline's."""
    counts = [(len(e.recipient), len(e.actor)) for e in (event, other)]
    if counts[0] != counts[1]:
        return counts[0] > counts[1]
    return other.where == "title" and event.where == "text"


def _same(a: Event, b: Event) -> bool:
    if a.event != b.event or a.status != b.status or a.auxiliary != b.auxiliary:
        return False
    if not _near(a, b) and not _compatible_figures(a, b):
        return False
    if not compatible_dates(a, b) or not _compatible_modes(a, b) or not compatible_places(a, b):
        return False
    if a.event[0] in _SYMMETRIC:
        people_a, people_b = _ids([*a.actor, *a.recipient]), _ids([*b.actor, *b.recipient])
        if people_a != people_b and not (_near(a, b) and _states(people_a) == _states(people_b)):
            return False
    elif not _matches(a.actor, b.actor) or not _matches(a.recipient, b.recipient):
        return False
    if a.event[0] == "REQUEST" and (_named(a) != _named(b) or not (_named(a) or _near(a, b))):
        return False  # "called for a ban", "called for an inquiry", of nobody in particular: two things are asked
    return _near(a, b) or _words(a) == _words(b) or a.event[0] in _SYMMETRIC or _one_harm(a, b)


def _named(event: Event) -> bool:
    """Whether a recipient stands in words, and is not only implied."""
    return any(r.start is not None for r in event.recipient)


def _one_harm(a: Event, b: Event) -> bool:
    """Whether two words of a sentence tell what nobody named did to the same people: "the raid has killed ten"."""
    if a.text_info.sequence != b.text_info.sequence or a.event[0] != "ASSAULT" or a.where != b.where:
        return False
    if ("abduct" in a.mode) != ("abduct" in b.mode) or [[x.sector for x in e.actor] for e in (a, b)] != [["UNK"]] * 2:
        return False
    spans = [[(r.start, r.end) for r in e.recipient] for e in (a, b)]
    return spans[0] == spans[1] and all(start is not None for start, _ in spans[0])


def _near(a: Event, b: Event) -> bool:
    return a.text_info.sequence <= _LEAD and b.text_info.sequence <= _LEAD + 1


def _words(event: Event) -> str:
    return " ".join(t.text.lower()[:4] for t in event.event_text[:1])


def _ids(actors: list[Actor]) -> set[tuple[str | None, str]]:
    return {(a.code, _name(a)) for a in actors}


def _states(people: set[tuple[str | None, str]]) -> set[str | None]:
    return {code for code, _ in people}


def _name(actor: Actor) -> str:
    return (actor.identifier_text or actor.entity_text or actor.sector or "").lower()


def _matches(a: list[Actor], b: list[Actor]) -> bool:
    if not a and not b:
        return True
    if len(a) != len(b):
        return False
    return all(x.code == y.code and (x.sector == y.sector or _name(x) == _name(y)) for x, y in zip(a, b, strict=True))


def compatible_dates(a: Event, b: Event) -> bool:
    """Whether two events may be of one day, as far as their dates are told."""
    if a.date is None or b.date is None or "publication" in (a.date_method, b.date_method):
        return True
    return a.date <= (b.enddate or b.date) and b.date <= (a.enddate or a.date)


def _compatible_figures(a: Event, b: Event) -> bool:
    """Away from the lead, other counts of the same kind tell of another event ("later they arrested 40")."""
    counts = {f.kind: (f.low, f.high) for f in a.figures}
    return all(counts.get(f.kind, (f.low, f.high)) == (f.low, f.high) for f in b.figures)


def _compatible_modes(a: Event, b: Event) -> bool:
    return not a.mode or not b.mode or bool(set(a.mode) & set(b.mode))


def compatible_places(a: Event, b: Event) -> bool:
    """Whether two events may be of one place, as far as their places are told."""
    if a.event_loc is None or b.event_loc is None:
        return True
    return a.event_loc.resolved_place == b.event_loc.resolved_place or a.event_loc.resolution == "country"


def _absorb(twin: Event, other: Event) -> None:
    same = twin.where == other.where
    for field, items in other.evidence.items():
        if not same and field in ("event_loc", "attribution", "figures"):
            continue  # the value itself is not taken over, so neither are its words
        have = twin.evidence.setdefault(field, [])
        have += [item for item in items if item not in have]
    twin.mode = list(dict.fromkeys([*twin.mode, *other.mode]))
    twin.context = list(dict.fromkeys([*twin.context, *other.context]))
    if (
        (twin.date is None or twin.date_method == "publication")
        and other.date is not None
        and other.date_method != "publication"
    ):
        twin.date, twin.enddate = other.date, other.enddate
        twin.date_precision, twin.date_method = other.date_precision, other.date_method
    if same:  # spans of a record index one string: headline and body are not mixed
        twin.event_loc = twin.event_loc or other.event_loc
        twin.attribution = twin.attribution or other.attribution
        twin.figures = [*twin.figures, *(f for f in other.figures if f not in twin.figures)]
