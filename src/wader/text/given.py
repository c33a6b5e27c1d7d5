"""The way back from a repaired text to the text as it was given: offsets, and records full of them.

Stages read a text whose damaged characters are repaired (``Damaged.reading``), yet a user's spans must slice the user's
own text. So what leaves the last of them is given back here, by what records look like rather than field by field.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from wader.records import Damaged, Event, Record, Repair, Tokens

_WORDS = frozenset(("text", "entity_text", "extracted_place", "source_text", "by", "cue"))
"""Fields that quote the text. Names (``Entity.name``, ``identifier_text``, a byline) and rules are no quotations: they
stay as they were read."""
_PLAIN = (str, int, float, type(None))
"""Values that hold no span."""

Value = TypeVar("Value")


class Offsets:
    """Offsets of a repaired text as offsets of the given one; both ways of reading an offset never go backwards."""

    def __init__(self, repairs: Sequence[Repair]) -> None:
        """``repairs`` of one string, in order, never overlapping."""
        self._given = [(repair.start, repair.end) for repair in repairs]
        self._starts: list[int] = []
        self._ends: list[int] = []
        shift = 0
        for repair in repairs:
            self._starts.append(repair.start - shift)
            self._ends.append(self._starts[-1] + len(repair.text))
            shift += repair.end - repair.start - len(repair.text)

    def start(self, at: int) -> int:
        """Where what begins at ``at`` begins: before all of a damaged sequence, behind what was only dropped."""
        k = bisect_right(self._starts, at) - 1
        if k < 0:
            return at
        start, end = self._given[k]
        return start if at < self._ends[k] else at - self._ends[k] + end

    def end(self, at: int) -> int:
        """Where what ends at ``at`` ends: behind all of a damaged sequence, before what was only dropped."""
        k = bisect_left(self._starts, at) - 1
        if k < 0:
            return at
        end = self._given[k][1]
        return end if at <= self._ends[k] else at - self._ends[k] + end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A half-open span; an empty one stays empty."""
        first = self.start(start)
        return first, self.end(end) if start < end else first


class Given:
    """Gives records over the reading of one article back over the article as it was given.

    Records are made anew and never changed, since several events may hold the same one.
    """

    def __init__(self, article: Damaged) -> None:
        reading = article.reading
        self._texts = {"text": (reading.text, article.text), "title": (reading.title or "", article.title or "")}
        self._offsets = {in_: Offsets([r for r in article.repairs if r.in_ == in_]) for in_ in self._texts}

    def back(self, value: Value, in_: str = "text") -> Value:
        """``value`` (a record, or lists, tuples and dicts of them) with its spans and the words they quote.

        Args:
            in_: the string that spans index where a record does not say so itself.
        """
        return self._back(value, in_)  # type: ignore[no-any-return]

    def _back(self, value: Any, in_: str) -> Any:
        if isinstance(value, _PLAIN):
            return value
        match value:
            case Event():
                return self._event(value)
            case Tokens():
                return self._tokens(value, in_)
            case Record():
                return self._record(value, in_)
            case list():
                return [self._back(item, in_) for item in value]
            case dict():
                return {key: self._back(item, in_) for key, item in value.items()}
            case (int(start), int(end)):
                return self._offsets[in_].span(start, end) if in_ in self._offsets else value
        return value

    def _event(self, event: Event) -> Event:
        """Spans of an event index the string that its sentence stands in, and its ``text`` is that sentence."""
        found: Event = self._record(event, event.where)
        found.text = self._texts[event.where][1][found.text_info.start : found.text_info.end]
        return found

    def _tokens(self, tokens: Tokens, in_: str) -> Tokens:
        """Columns of a sentence: words and lemmas stay what the parser read."""
        spans = [self._offsets[in_].span(start, end) for start, end in zip(tokens.start, tokens.end, strict=True)]
        return msgspec.structs.replace(tokens, start=[start for start, _ in spans], end=[end for _, end in spans])

    def _record(self, record: Any, in_: str) -> Any:
        in_ = getattr(record, "in_", in_)
        fields = {name: getattr(record, name) for name in record.__struct_fields__}
        held = {name: item for name, item in fields.items() if item and not isinstance(item, _PLAIN)}
        changed = {name: self._back(item, in_) for name, item in held.items()}
        sliced = quoted = None
        start, end = fields.get("start"), fields.get("end")
        if start is not None and end is not None and in_ in self._offsets:
            first, last = self._offsets[in_].span(start, end)
            changed |= {"start": first, "end": last}
            sliced, quoted = self._texts[in_][0][start:end], self._texts[in_][1][first:last]
        for name in _WORDS.intersection(fields):
            words = fields[name]
            if isinstance(words, str):
                changed[name] = quoted if words == sliced else self.quoted(words, in_)
        return msgspec.structs.replace(record, **changed)

    def quoted(self, words: str, in_: str = "text") -> str:
        """``words`` that were quoted without a span, as they were given where they first stand; what stands nowhere in
        the article stays as it is."""
        for other in (in_, *(name for name in self._texts if name != in_)):
            reading, given = self._texts.get(other, ("", ""))
            at = reading.find(words) if words else -1
            if at >= 0:
                return given[slice(*self._offsets[other].span(at, at + len(words)))]
        return words
