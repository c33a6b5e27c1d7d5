"""Whether a page tells an event as its news, so that it happened by the page's date.

News is told in the main line of a sentence, in past, perfect or present. What stands in relative and temporal
clauses, in the past perfect, behind "since" or "after", within quotation marks, as a noun, or in a paragraph that has
gone back in time, is told as what was before, and when that was is not known. In headline and lead all that is no
background counts.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from wader.records import Candidate, Document, PageDate, Sentence, Time, Tokens

LEAD = 2
"""Sentences of the body that count as the lead."""
NEWS_DAYS = 31
"""Days before the page's date from which a time takes its paragraph back in time."""
_MAIN = frozenset(("ROOT", "conj", "ccomp", "xcomp", "parataxis", "aux", "auxpass", "prep", "pcomp"))
"""Relations over which the main line of a sentence goes on: coordination, what is said, what is done to do it."""
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_HAD = frozenset(("had", "'d", "’d"))
_QUOTES = {"“": 1, "”": -1}


def is_news(document: Document, sentence: Sentence, candidate: Candidate, page: PageDate) -> bool:
    """Whether a candidate of ``sentence`` is told as news of the day ``page``; an unparsed headline is."""
    lead, tokens = sentence.in_ == "title" or sentence.sequence <= LEAD, sentence.tokens
    if tokens is None or not candidate.triggers:
        return lead
    trigger = max(bisect_right(tokens.start, candidate.triggers[0].start) - 1, 0)
    if _is_background(tokens, trigger):
        return False
    if lead:
        return True
    return (
        _is_main_line(tokens, trigger)
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


def _is_quoted(document: Document, sentence: Sentence, at: int) -> bool:
    """Whether ``at`` lies within quotation marks that open in its sentence."""
    before = _source(document, sentence)[sentence.start : at]
    return before.count('"') % 2 == 1 or sum(_QUOTES.get(c, 0) for c in before) > 0


def _is_back_in_time(document: Document, sentence: Sentence, at: int, page: PageDate) -> bool:
    """Whether a time of long ago stands before ``at`` in its paragraph, or anywhere in its sentence; one behind the
    page's date in its sentence, which then is not told as what happened."""
    spans = [(s.start, s.end) for s in document.sentences if s.block == sentence.block and s.in_ == sentence.in_]
    for time in document.times:
        own = sentence.start <= time.start < sentence.end
        if time.in_ != sentence.in_ or not (own or (time.start < at and _within(time, spans))):
            continue
        if own and time.first is not None and time.first > page.last:
            return True
        if _days_between(time.last, page.first) > NEWS_DAYS:
            return True
    return False


def _within(time: Time, spans: list[tuple[int, int]]) -> bool:
    return any(start <= time.start < end for start, end in spans)


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
