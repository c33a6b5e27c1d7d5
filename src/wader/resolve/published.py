"""Whether a page tells an event as its news, so that it happened by the page's date.

News is told in the main line of a sentence, in past, perfect or present. What stands in relative and temporal
clauses, in the past perfect, behind "since" or "after", within quotation marks, as a noun, or in a paragraph that has
gone back in time, is told as what was before, and when that was is not known. In headline and lead all that is no
background counts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from itertools import pairwise

from wader.records import Candidate, Document, PageDate, Sentence, Time, Tokens

LEAD = 2
"""Sentences of the body that count as the lead."""
NEWS_DAYS = 31
"""Days before the page's date from which a time takes its paragraph back in time."""
_MAIN = frozenset(("ROOT", "conj", "ccomp", "xcomp", "parataxis", "aux", "auxpass", "prep", "pcomp"))
"""Relations over which the main line of a sentence goes on: coordination, what is said, what is done to do it."""
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_HAD = frozenset(("had", "'d", "’d"))
_QUOTES = {"“": 1, "”": -1, "«": 1, "»": -1, "„": 1}
_RUNNING = 300
"""Characters before a sentence in which a quotation that runs into it opens."""
_HABIT = frozenset([
    "regularly", "often", "usually", "always", "routinely", "frequently", "sometimes", "traditionally", "historically",
    "formerly", "originally", "previously", "never", "annually",
])  # fmt: skip
_TURNS = frozenset(("year", "day", "week", "month", "time", "summer", "winter", "night", "days", "years", "times"))
_ONCE = frozenset((("in", "past"), ("once", "held"), ("the", "past"), ("decades", "ago"), ("years", "ago")))
"""Words and pairs of words with which something is told as a habit, or as long past."""


def is_news(document: Document, sentence: Sentence, candidate: Candidate, page: PageDate) -> bool:
    """Whether a candidate of ``sentence`` is told as news of the day ``page``; an unparsed headline is."""
    lead, tokens = sentence.in_ == "title" or sentence.sequence <= LEAD, sentence.tokens
    if tokens is None or not candidate.triggers:
        return lead
    trigger = max(bisect_right(tokens.start, candidate.triggers[0].start) - 1, 0)
    if _is_background(tokens, trigger) or _is_elsewhen(document, sentence, page):
        return False
    if lead:
        return True
    return (
        candidate.status != "denied"
        and _is_main_line(tokens, trigger)
        and not _is_habit(tokens)
        and not _is_quoted(document, sentence, tokens.start[trigger])
        and not _is_back_in_time(document, sentence, tokens.start[trigger], page)
    )


def _is_background(tokens: Tokens, trigger: int) -> bool:
    """Past perfect, "since", "after": told as what came before the news."""
    verb = verb_at_or_above(tokens, trigger)
    kids = [k for k in range(len(tokens)) if tokens.head[k] == verb]
    if any(tokens.dep[k] in ("aux", "auxpass") and tokens.text[k].lower() in _HAD for k in kids):
        return True
    if any(tokens.dep[k] == "mark" and tokens.lemma[k] in ("since", "after") for k in kids):
        return True
    path = tokens.path_up(trigger)
    return any(tokens.dep[k] == "prep" and tokens.lemma[k] == "since" for k in path)


def _is_main_line(tokens: Tokens, trigger: int) -> bool:
    """Whether the trigger is a verb of the main line, and that line is told in a finite tense without "had"."""
    if tokens.tag[trigger][:2] != "VB":
        return False
    verbs = []
    for k in tokens.path_up(trigger):
        if tokens.tag[k][:2] == "VB":
            verbs.append(k)
            result = tokens.dep[k] == "advcl" and tokens.tag[k] == "VBG"  # "shelled the port, killing five"
            marked = any(tokens.head[c] == k and tokens.dep[c] == "mark" and tokens.lemma[c] != "that"
                         for c in range(len(tokens)))  # fmt: skip
            if (tokens.dep[k] not in _MAIN and not result) or marked:
                return False
        elif tokens.dep[k] not in _MAIN:
            return False
    auxiliaries = [c for c in range(len(tokens)) if tokens.head[c] in verbs and tokens.dep[c] in ("aux", "auxpass")]
    if any(tokens.text[c].lower() in _HAD for c in auxiliaries):
        return False
    return any(tokens.tag[k] in _FINITE for k in (*verbs, *auxiliaries))


def _is_habit(tokens: Tokens) -> bool:
    """Whether a sentence tells what was done again and again, once, or long ago without a date."""
    low = [text.lower() for text in tokens.text]
    if not _HABIT.isdisjoint(low):
        return True
    pairs = set(pairwise(low))
    return any((first, second) in pairs for first in ("every", "each", "those") for second in _TURNS) or bool(
        pairs & _ONCE
    )


def _is_quoted(document: Document, sentence: Sentence, at: int) -> bool:
    """Whether ``at`` lies within quotation marks that open a little before its sentence, in its paragraph; further
    back a mark that was forgotten would turn all that follows."""
    source = _source(document, sentence)
    before = source[max(source.rfind("\n", 0, sentence.start) + 1, sentence.start - _RUNNING) : at]
    return before.count('"') % 2 == 1 or sum(_QUOTES.get(c, 0) for c in before) > 0


def _is_elsewhen(document: Document, sentence: Sentence, page: PageDate) -> bool:
    """Whether the sentence has a time of its own that is long before the page, or behind it."""
    return any(
        _days_between(time.last, page.first) > NEWS_DAYS or (time.first is not None and time.first > page.last)
        for time in _times_between(document, sentence, sentence.start, sentence.end)
    )


def _is_back_in_time(document: Document, sentence: Sentence, at: int, page: PageDate) -> bool:
    """Whether a time of long ago stands before ``at`` in its paragraph, or is the last that the one before has."""
    source = _source(document, sentence)
    start = source.rfind("\n", 0, sentence.start) + 1
    own = _times_between(document, sentence, start, at)
    if own:
        return any(_days_between(time.last, page.first) > NEWS_DAYS for time in own)
    end = start
    while end and source[end - 1].isspace():
        end -= 1
    before = _times_between(document, sentence, source.rfind("\n", 0, end) + 1, end)
    return bool(before) and _days_between(before[-1].last, page.first) > NEWS_DAYS


def _times_between(document: Document, sentence: Sentence, start: int, end: int) -> list[Time]:
    """Times that begin from ``start`` to before ``end`` of the text that holds the sentence; they stand in order."""
    times = [t for t in document.times if t.in_ == sentence.in_] if sentence.in_ == "title" else document.times
    first = bisect_left(times, start, key=lambda t: t.start if t.in_ == sentence.in_ else -1)
    last = bisect_left(times, end, key=lambda t: t.start if t.in_ == sentence.in_ else -1)
    return [t for t in times[first:last] if t.in_ == sentence.in_]


def _days_between(first: str | None, last: str) -> int:
    """Days from one ISO day to another; 0 where one is none."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first or "")).days
    except ValueError:
        return 0


def verb_at_or_above(tokens: Tokens, at: int) -> int:
    """The nearest verb from ``at`` upwards; ``at`` itself where there is none."""
    for node in tokens.path_up(at):
        if tokens.tag[node][:2] == "VB":
            return node
    return at


def _source(document: Document, sentence: Sentence) -> str:
    return (document.article.title or "") if sentence.in_ == "title" else document.article.text
