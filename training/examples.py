"""What the encoder is asked about the corpus, and the answers.

Two questions: *trigger* (what does this word tell, by whom, to whom?) and *pair* (what does this party do to that one?).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from training.corpus import AUXILIARY, Passage, Span, codebook

CATEGORIES = ["NONE", *sorted(codebook()[0])]
"""The category head's classes, in order."""
MODES = sorted(f"{c} {m}" for c, modes in codebook()[0].items() for m in modes)
"""The mode head's classes."""
AUX = list(AUXILIARY)
_BOUNDARY = re.compile(r"(?<=[.!?][”\"’)])\s+(?=[A-Z“\"‘(])|(?<=[.!?])\s+(?=[A-Z“\"‘(])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Rev|St|No|vs|U\.S|U\.N)\.$")
Chars = tuple[int, int]


@dataclass(frozen=True)
class Example:
    """``text`` with marked spans; ``category`` an index into CATEGORIES; ``mode`` into MODES or -1; ``auxiliary`` 0/1 by
    AUX, or None where not asked; ``actors`` and ``recipients`` spans (trigger questions only)."""

    passage: str
    text: str
    marked: dict[str, list[Chars]]
    category: int
    mode: int = -1
    auxiliary: tuple[int, ...] | None = None
    actors: list[Chars] = field(default_factory=list)
    recipients: list[Chars] = field(default_factory=list)
    roles: bool = False
    weight: float = 1.0


def sentences(text: str) -> list[Chars]:
    """Rough sentence spans of a passage (Wader's coder sees a sentence at a time)."""
    cuts = [0]
    for match in _BOUNDARY.finditer(text):
        if not _ABBREVIATED.search(text[: match.start()]):
            cuts.append(match.end())
    ends = [*cuts[1:], len(text)]
    return [(a, len(text[:b].rstrip())) for a, b in zip(cuts, ends, strict=True)]


def trigger_examples(passage: Passage, fired: Sequence[Chars] = ()) -> Iterator[Example]:
    """A question for each marked trigger, and for each of ``fired`` (where a lexicon would see one) that is none."""
    spans = {k: (s.start, s.end) for k, s in passage.spans.items()}
    taken = [spans[e.trigger] for e in passage.events]
    for event in passage.events:
        mode = MODES.index(f"{event.category} {event.modes[0]}") if event.modes else -1
        auxiliary = tuple(int(a in event.auxiliary) for a in AUX)
        actors, recipients = [spans[a] for a in event.actors], [spans[r] for r in event.recipients]
        if event.mutual and not recipients:
            recipients = actors
        trigger = spans[event.trigger]
        yield _within(
            passage,
            trigger,
            Example(
                passage.id, passage.text, {"trigger": [trigger]}, CATEGORIES.index(event.category), mode,
                auxiliary if event.category != "NONE" else None, actors, recipients, event.category != "NONE",
            ),
        )  # fmt: skip
    for start, end in fired:
        if not any(a < end and b > start for a, b in taken):
            yield _within(
                passage, (start, end), Example(passage.id, passage.text, {"trigger": [(start, end)]}, 0, weight=0.5)
            )


def _within(passage: Passage, trigger: Chars, example: Example) -> Example:
    """The example cut to the trigger's sentence where all its people stand in it."""
    for a, b in sentences(passage.text):
        if a <= trigger[0] and trigger[1] <= b:
            people = [*example.actors, *example.recipients]
            if any(s < a or e > b for s, e in people):
                return example
            cut = lambda spans: [(s - a, e - a) for s, e in spans]  # noqa: E731
            return Example(
                example.passage, passage.text[a:b], {"trigger": cut([trigger])}, example.category, example.mode,
                example.auxiliary, cut(example.actors), cut(example.recipients), example.roles, example.weight,
            )  # fmt: skip
    return example


def pair_examples(passage: Passage) -> Iterator[Example]:
    """A question for each ordered pair of mentions that do not overlap, within a sentence where both stand in one."""
    ranges = sentences(passage.text)
    for a, b, event in passage.pairs():
        one, two = passage.spans[a], passage.spans[b]
        if one.start < two.end and two.start < one.end:
            continue
        whole = next(((s, e) for s, e in ranges if _in(one, s, e) and _in(two, s, e)), (0, len(passage.text)))
        if event is None and whole == (0, len(passage.text)) and len(ranges) > 1:
            continue  # people of different sentences who have nothing to do with each other teach little
        if event is not None and not _in(passage.spans[event.trigger], *whole):
            whole = (0, len(passage.text))
        s, e = whole
        mode = MODES.index(f"{event.category} {event.modes[0]}") if event and event.modes else -1
        auxiliary = tuple(int(x in event.auxiliary) for x in AUX) if event else None
        marked = {"actor": [(one.start - s, one.end - s)], "recipient": [(two.start - s, two.end - s)]}
        category = CATEGORIES.index(event.category) if event else 0
        yield Example(passage.id, passage.text[s:e], marked, category, mode, auxiliary)


def _in(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end


def all_examples(passages: Iterable[Passage]) -> list[Example]:
    return [x for p in passages for x in (*trigger_examples(p), *pair_examples(p))]
