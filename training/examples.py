"""What the encoder is asked about the corpus, and the answers.

A *sheet* is a text with questions about it: of each marked trigger what it tells, by whom, to whom; or of one marked
pair what the first does to the second.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from training.corpus import AUXILIARY, Coded, Passage, Span, codebook
from training.homes import Home
from training.parties import NOBODY, SECTORS
from wader.code.encoding import Chars, Mark

CATEGORIES = ["NONE", *sorted(codebook()[0])]
"""The category head's classes, in order."""
MODES = sorted(f"{c} {m}" for c, modes in codebook()[0].items() if modes for m in (*modes, "-"))
"""The mode head's classes; "CATEGORY -" is none of its modes."""
CONTEXTS = sorted(codebook()[1])
AUX = list(AUXILIARY)
PARTIES = [NOBODY, *sorted(SECTORS)]
"""The sector head's classes; the first is a body that has no sector."""
_BOUNDARY = re.compile(r"(?<=[.!?][”\"’)])\s+(?=[A-Z“\"‘(])|(?<=[.!?])\s+(?=[A-Z“\"‘(])")
_WORD = re.compile(r"[^\W\d_]{3,}")
OTHERS = 8
"""Other words of a sheet that are asked about: most words tell nothing, and all are asked when news is read."""
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|Rev|St|No|vs|U\.S|U\.N)\.$")


@dataclass(frozen=True)
class Question:
    """``marks``: indices of the sheet's marks that are read, a trigger's twice, or actor and recipient. ``category``:
    into CATEGORIES; ``mode``: into MODES or -1; ``auxiliary``: 0/1 by AUX, None where not asked; ``actors`` and
    ``recipients``: spans, None where not asked."""

    marks: tuple[int, int]
    category: int
    mode: int = -1
    auxiliary: tuple[int, ...] | None = None
    actors: list[Chars] | None = None
    recipients: list[Chars] | None = None
    weight: float = 1.0


@dataclass(frozen=True)
class Who:
    """A mention's span, its sectors, the likelier first (() for a body that has none), and its countries."""

    span: Chars
    sectors: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    text: str
    marks: list[Mark]
    questions: list[Question]
    contexts: tuple[str, ...] | None = None
    events: list[Coded | None] = field(default_factory=list)
    """What the corpus says, by question."""
    who: list[Who] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    """Names of the text, with their countries."""


def sentences(text: str) -> list[Chars]:
    """Rough sentence spans of a passage (Wader's coder sees a sentence at a time)."""
    cuts = [0]
    for match in _BOUNDARY.finditer(text):
        if not _ABBREVIATED.search(text[: match.start()]):
            cuts.append(match.end())
    ends = [*cuts[1:], len(text)]
    return [(a, len(text[:b].rstrip())) for a, b in zip(cuts, ends, strict=True)]


def trigger_sheets(
    passage: Passage, fired: Sequence[Chars] = (), rng: random.Random | None = None, homes: Sequence[Home] = ()
) -> list[Sheet]:
    """Questions about the marked triggers, and about those of ``fired`` (where a lexicon would see one) that are none.

    A passage of several sentences is asked a sentence at a time, where all people of an event stand in its sentence,
    or now and then (``rng``) whole. ``homes``: its names with their countries.
    """
    taken = [passage.spans[e.trigger] for e in passage.events]
    extra = [(s, e) for s, e in dict.fromkeys(fired) if not any(t.start < e and s < t.end for t in taken)]
    whole = (0, len(passage.text))
    ranges = sentences(passage.text)
    if rng is not None and len(taken) > 1 and rng.random() < 0.25:  # a coder may see but one of the triggers
        event = rng.choice(passage.events)
        return [_sheet(passage, _home(passage, event, ranges) or whole, [event], [], homes, rng)]
    if len(ranges) == 1 or (rng is not None and rng.random() < 0.3):
        return [_sheet(passage, whole, passage.events, extra, homes, rng)]
    groups: dict[Chars, list[Coded]] = {}
    for event in passage.events:
        groups.setdefault(_home(passage, event, ranges) or whole, []).append(event)
    return [
        _sheet(passage, home, events, [(s, e) for s, e in extra if home[0] <= s and e <= home[1]], homes, rng)
        for home, events in groups.items()
    ]


def _home(passage: Passage, event: Coded, ranges: Sequence[Chars]) -> Chars | None:
    """The sentence that holds an event's trigger and people."""
    spans = [passage.spans[m] for m in (event.trigger, *event.actors, *event.recipients)]
    return next((r for r in ranges if all(_in(s, *r) for s in spans)), None)


def _sheet(
    passage: Passage, part: Chars, events: Sequence[Coded], extra: Sequence[Chars], homes: Sequence[Home],
    rng: random.Random | None,
) -> Sheet:  # fmt: skip
    low, high = part
    marks: list[Mark] = []
    questions: list[Question] = []
    for event in events:
        trigger = passage.spans[event.trigger]
        marks.append(("trigger", trigger.start - low, trigger.end - low))
        happened = event.category != "NONE"
        actors = [_moved(passage.spans[m], low) for m in event.actors]
        recipients = [_moved(passage.spans[m], low) for m in event.recipients]
        if event.mutual and not recipients:
            recipients = actors
        questions.append(
            Question(
                (len(marks) - 1, len(marks) - 1), CATEGORIES.index(event.category), mode_of(event),
                tuple(int(a in event.auxiliary) for a in AUX) if happened else None,
                actors if happened else None, recipients if happened else None,
            )
        )  # fmt: skip
    others = _others(passage, part, extra, rng)
    for (start, end), weight in [*((span, 0.5) for span in extra), *((span, 0.25) for span in others)]:
        marks.append(("trigger", start - low, end - low))
        questions.append(Question((len(marks) - 1, len(marks) - 1), 0, weight=weight))
    contexts = tuple(passage.contexts) if part == (0, len(passage.text)) else None
    told: list[Coded | None] = [*events, *([None] * (len(questions) - len(events)))]
    who = [
        Who(_moved(span, low), said.sectors, said.codes)
        for mark, said in passage.parties.items()
        if _in(span := passage.spans[mark], low, high) and not said.nobody
    ]
    named = [(start - low, end - low, code) for start, end, code in homes if low <= start and end <= high]
    return Sheet(passage.text[low:high], marks, questions, contexts, told, who, named)


def _others(passage: Passage, part: Chars, extra: Sequence[Chars], rng: random.Random | None) -> list[Chars]:
    """A few words of a part that are of no trigger of the passage and not asked about already."""
    if rng is None:
        return []
    spans = [passage.spans[e.trigger] for e in passage.events]
    taken = [*((t.start, t.end) for t in spans), *extra]
    words = (m.span() for m in _WORD.finditer(passage.text, *part))
    free = [(s, e) for s, e in words if not any(a < e and s < b for a, b in taken)]
    return sorted(rng.sample(free, min(OTHERS, len(free))))


def joined(one: Sheet, other: Sheet) -> Sheet:
    """Two sheets as one text: sentences of news are longer than passages, and tell several things."""
    by, marks = len(one.text) + 1, len(one.marks)

    def behind(spans: list[Chars] | None) -> list[Chars] | None:
        return None if spans is None else [(s + by, e + by) for s, e in spans]

    questions = [
        replace(
            q, marks=(q.marks[0] + marks, q.marks[1] + marks),
            actors=behind(q.actors), recipients=behind(q.recipients),
        )
        for q in other.questions
    ]  # fmt: skip
    return Sheet(
        f"{one.text} {other.text}",
        [*one.marks, *((kind, s + by, e + by) for kind, s, e in other.marks)],
        [*one.questions, *questions],
        None,
        [*one.events, *other.events],
        [*one.who, *(replace(w, span=(w.span[0] + by, w.span[1] + by)) for w in other.who)],
        [*one.homes, *((s + by, e + by, code) for s, e, code in other.homes)],
    )


def _moved(span: Span, by: int) -> Chars:
    return span.start - by, span.end - by


def mode_of(event: Coded) -> int:
    """Index of an event's first mode in MODES; -1 for categories without modes."""
    name = f"{event.category} {event.modes[0] if event.modes else '-'}"
    return MODES.index(name) if name in MODES else -1


def pair_sheets(passage: Passage) -> Iterator[Sheet]:
    """A question for each ordered pair of mentions that do not overlap, within a sentence where both stand in one."""
    ranges = sentences(passage.text)
    for a, b, event in passage.pairs():
        one, two = passage.spans[a], passage.spans[b]
        if one.start < two.end and two.start < one.end:
            continue
        part = next((r for r in ranges if _in(one, *r) and _in(two, *r)), (0, len(passage.text)))
        if event is None and part == (0, len(passage.text)) and len(ranges) > 1:
            continue  # people of different sentences who have nothing to do with each other teach little
        if event is not None and not _in(passage.spans[event.trigger], *part):
            part = (0, len(passage.text))
        marks = [("actor", *_moved(one, part[0])), ("recipient", *_moved(two, part[0]))]
        auxiliary = tuple(int(x in event.auxiliary) for x in AUX) if event else None
        category = CATEGORIES.index(event.category) if event else 0
        question = Question((0, 1), category, mode_of(event) if event else -1, auxiliary)
        yield Sheet(passage.text[part[0] : part[1]], marks, [question], None, [event])


def _in(span: Span, start: int, end: int) -> bool:
    return start <= span.start and span.end <= end
