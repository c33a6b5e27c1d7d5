"""When an event happened: the time expression that attaches to it, else what the story says before, else the page's
date.

A time expression belongs to the nearest verb above it, and to an event if that verb is the event's trigger, governs the
trigger within the same clause, or is governed by it; the time of a verb of saying is the time of saying. "During the
meeting", "at their talks" take the date that the story gave for it. What is told as the news happened by publication
(``published``); the rest stays undated.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta

import msgspec

from wader.records import Candidate, DateMethod, Document, Evidence, Precision, Sentence, Time, Tokens, Trigger
from wader.resolve.published import is_news, verb_at_or_above

_SAYING = frozenset([
    "say", "tell", "add", "state", "announce", "report", "note", "claim", "declare", "write", "tweet", "warn",
    "argue", "insist", "confirm", "explain", "stress", "according", "speak",
])  # fmt: skip
_CLAUSE = frozenset(["ccomp", "advcl", "relcl", "csubj", "parataxis", "ROOT"])
_RESUMING = frozenset([
    "during", "meeting", "talk", "visit", "discussion", "summit", "call", "conversation", "conference",
    "session", "ceremony", "trip", "event", "attack", "raid", "clash", "protest",
])  # fmt: skip
HISTORICAL_DAYS = 365


class EventDate(msgspec.Struct):
    """First and last day (ISO), their precision, how they were found, and the words they rest on."""

    first: str | None = None
    last: str | None = None
    precision: Precision | None = None
    method: DateMethod | None = None
    evidence: list[Evidence] = []


def event_date(
    document: Document, candidate: Candidate
) -> tuple[str | None, str | None, Precision | None, DateMethod | None, list[Evidence]]:
    """First day, last day, precision, method and evidence of a candidate's date; all null (and no evidence) if unknown.

    An event under way ("for three years", "since May", "this week … is fighting") runs until the page's date. The
    page's date is used for what is told as its news, never the clock.
    """
    found = _attached(document, candidate) or _inherited(document, candidate) or _published(document, candidate)
    found = found or EventDate()
    return found.first, found.last, found.precision, found.method, found.evidence


def is_historical(document: Document, candidate: Candidate, first: str | None, last: str | None) -> bool:
    """Whether an event of these days was over more than a year before the page's date. What still goes on is not."""
    page = document.article.date
    over = last or first
    if page is None or over is None or candidate.status == "ongoing":
        return False
    try:
        return (date.fromisoformat(page.first) - date.fromisoformat(over)).days > HISTORICAL_DAYS
    except ValueError:
        return False


# --- attached ---------------------------------------------------------------------------------------------------


def _attached(document: Document, candidate: Candidate) -> EventDate | None:
    sentence = _sentence(document, candidate.sentence)
    if sentence is None or not candidate.triggers:
        return None
    times = [t for t in document.times if t.sentence == candidate.sentence and t.in_ == candidate.in_]
    tokens, trigger = sentence.tokens, candidate.triggers[0]
    ranked: list[tuple[int, int, Time]] = []
    for time in times:
        if tokens is None or not len(tokens):
            rank: int | None = 3
        else:
            rank = _rank(tokens, _token_at(tokens, time.start), _token_at(tokens, trigger.start))
        if rank is not None:
            ranked.append((rank, abs(time.start - trigger.start), time))
    for _, _, time in sorted(ranked, key=lambda item: item[:2]):
        dated = _dated(document, time, times, candidate)
        if dated is not None and _by_the_page(document, candidate, dated):
            return dated
    return None


def _by_the_page(document: Document, candidate: Candidate, dated: EventDate) -> bool:
    """Whether what has happened is dated by the page's day; a weekday read as the coming one is moved a week back."""
    page = document.article.date
    if page is None or dated.first is None or candidate.status not in ("happened", "ongoing", "denied"):
        return True
    if dated.first <= page.last:
        return True
    if "weekday" not in dated.evidence[0].rule or dated.precision != "day":
        return False
    try:
        before = (date.fromisoformat(dated.first) - timedelta(days=7)).isoformat()
    except (ValueError, OverflowError):
        return False
    dated.first = dated.last = before
    return before <= page.last


def _dated(document: Document, time: Time, times: list[Time], candidate: Candidate) -> EventDate | None:
    evidence = [Evidence(time.start, time.end, time.in_, time.rule, time.text)]
    if time.first is None:
        return _running(document, time, candidate, evidence)
    starts = next((t for t in times if t.end < time.start and _range_end(document, t, times) is time and t.first), None)
    if starts is not None:
        time, evidence = starts, [Evidence(starts.start, starts.end, starts.in_, starts.rule, starts.text)]
    first, last, precision = time.first or "", time.last, time.precision
    other = _range_end(document, time, times)
    if other is not None and other.last is not None and other.last >= first:
        evidence.append(Evidence(other.start, other.end, other.in_, other.rule, other.text))
        last, precision = other.last, "range"
    return EventDate(first, last, precision, time.method, evidence)


def _running(document: Document, time: Time, candidate: Candidate, evidence: list[Evidence]) -> EventDate | None:
    """ "Have fought for three years": an event under way whose length is told ends with the page's date."""
    page = document.article.date
    if page is None or candidate.status not in ("ongoing", "happened") or not (time.value or "").startswith("P"):
        return None
    source = _source(document, time.in_)
    if source[max(0, time.start - 5) : time.start].lower().strip() != "for":
        return None
    sentence = _sentence(document, time.sentence)
    if sentence is None or sentence.tokens is None or not _perfect(sentence.tokens, candidate.triggers[0]):
        return None
    days = _days(time.value or "")
    if days is None:
        return None
    try:
        start = date.fromisoformat(page.first) - timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    return EventDate(start.isoformat(), page.last, "range", "relative", evidence)


def _days(value: str) -> int | None:
    number, unit = value[1:-1], value[-1:]
    if not number.replace(".", "", 1).isdecimal():
        return None
    return int(float(number) * {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}.get(unit, 0)) or None


def _perfect(tokens: Tokens, trigger: Trigger) -> bool:
    """Present perfect: "has fought", "have been fighting"."""
    verb = verb_at_or_above(tokens, _token_at(tokens, trigger.start))
    return any(
        tokens.head[k] == verb
        and tokens.dep[k] == "aux"
        and tokens.text[k].lower() in ("has", "have", "'ve", "’ve", "'s")
        for k in range(len(tokens))
    )


def _range_end(document: Document, time: Time, times: list[Time]) -> Time | None:
    """The second time of "from May to July", "between 2014 and 2016"."""
    source = _source(document, time.in_)
    lead = source[max(0, time.start - 9) : time.start].lower().split()
    if not lead or lead[-1] not in ("from", "between"):
        return None
    for other in times:
        if other.start >= time.end and source[time.end : other.start].strip().lower() in (
            "to",
            "and",
            "until",
            "till",
            "through",
            "-",
            "–",
        ):
            return other
    return None


def _rank(tokens: Tokens, time: int, trigger: int) -> int | None:
    """How closely a time is tied to a trigger: 0 under it, 1 under its clause's verb, 2 around it; None not at all."""
    verb = verb_at_or_above(tokens, time)
    path = tokens.path_up(time)
    if trigger in path:
        between = path[: path.index(trigger)]
        return None if any(tokens.dep[k] in _CLAUSE and tokens.tag[k][:2] == "VB" for k in between) else 0
    clause = _clause_of(tokens, trigger)
    if verb in clause:
        if (
            tokens.lemma[verb] in _SAYING
            and verb != trigger
            and tokens.dep[clause[0]] in ("ccomp", "ROOT")
            and _under_clause(tokens, trigger, verb)
        ):
            return None
        return 1 + clause.index(verb)
    up = tokens.path_up(trigger)
    if verb in up and tokens.lemma[verb] not in _SAYING and not _other_clause(tokens, up[: up.index(verb)]):
        return 4
    if tokens.tag[path[-1]][:2] != "VB" and not _other_clause(tokens, path) and not _other_clause(tokens, up):
        return 5  # no verb at the root: a headline, or a sentence that the parser failed on
    return None


def _under_clause(tokens: Tokens, trigger: int, verb: int) -> bool:
    """Whether the trigger is in what the verb of saying says, not in its subject."""
    path = tokens.path_up(trigger)
    if verb not in path or verb == trigger:
        return False
    below = path[max(path.index(verb) - 1, 0)]
    return tokens.dep[below] in ("ccomp", "xcomp", "dobj", "prep", "parataxis")


def _other_clause(tokens: Tokens, nodes: list[int]) -> bool:
    return any(tokens.dep[k] in ("ccomp", "relcl", "acl", "advcl") and tokens.tag[k][:2] == "VB" for k in nodes)


def _clause_of(tokens: Tokens, trigger: int) -> list[int]:
    """The verbs that share the trigger's clause: its own, those it is conjoined or infinitive to."""
    node = verb_at_or_above(tokens, trigger)
    found = [node]
    for _ in range(6):
        head = tokens.head[node]
        result = tokens.dep[node] == "advcl" and tokens.tag[node] == "VBG"  # "shelled the port, killing five"
        if head == node or not (result or tokens.dep[node] in ("conj", "xcomp", "aux", "auxpass", "pcomp", "prep")):
            break
        if tokens.dep[node] == "conj" and any(
            tokens.head[k] == node and tokens.dep[k] in ("nsubj", "nsubjpass") for k in range(len(tokens))
        ):
            break
        node = head
        if tokens.tag[node][:2] == "VB":
            found.append(node)
    return found


def _token_at(tokens: Tokens, offset: int) -> int:
    return max(bisect_right(tokens.start, offset) - 1, 0)


# --- inherited and published ----------------------------------------------------------------------------------------


def _inherited(document: Document, candidate: Candidate) -> EventDate | None:
    """ "During the meeting, …" takes the date of the sentence before, in the same or the paragraph before."""
    sentence = _sentence(document, candidate.sentence)
    if sentence is None or sentence.in_ != "text":
        return None
    source = _source(document, "text")
    opening = source[sentence.start : sentence.start + 60].lower()
    words = opening.replace(",", " ").split()[:5]
    resumes = (
        bool(words)
        and words[0] in ("during", "at", "in", "after", "there", "following")
        and any(w.rstrip("s") in _RESUMING for w in words[1:])
    )
    if not resumes:
        return None
    for back in range(1, 4):
        before = _sentence(document, candidate.sentence - back)
        if before is None or before.in_ != "text" or sentence.block - before.block > 1:
            break
        days = [t for t in document.times if t.sentence == before.sequence and t.in_ == "text" and t.precision == "day"]
        if days:
            time = days[-1]
            evidence = [Evidence(time.start, time.end, time.in_, time.rule + ".narrative", time.text)]
            return EventDate(time.first, time.last, time.precision, "inferred", evidence)
    return None


def _published(document: Document, candidate: Candidate) -> EventDate | None:
    """What is told as the news (``published.is_news``) happened by the page's date."""
    page = document.article.date
    sentence = _sentence(document, candidate.sentence)
    if page is None or sentence is None or candidate.status not in ("happened", "ongoing", "denied"):
        return None
    if "historical" in candidate.auxiliary or not is_news(document, sentence, candidate, page):
        return None
    evidence = list(page.evidence) or [Evidence(page.start, page.end, "page", "page.date", page.value)]
    return EventDate(page.first, page.last, page.precision, "publication", evidence)


def _sentence(document: Document, sequence: int) -> Sentence | None:
    """The sentence with this ``sequence``: they stand in order, the headline (0) may be absent."""
    sentences = document.sentences
    at = sequence - (sentences[0].sequence if sentences else 0)
    if 0 <= at < len(sentences) and sentences[at].sequence == sequence:
        return sentences[at]
    return next((s for s in sentences if s.sequence == sequence), None)


def _source(document: Document, in_: str) -> str:
    return (document.article.title or "") if in_ == "title" else document.article.text
