"""According to whom: the speaker in whose words an event is told.

Only reporting counts: a clause, a quotation or "according to"; whom somebody condemned or wants is no claim of
theirs. An
event that is itself the act of saying ("Moscow condemned …") has no speaker but its actor.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from wader.records import Attribution, Candidate, Document, Entity, EventAttribution, Tokens, Where

_REPORTING = frozenset(["speech", "document", "noun", "phrase", "hearsay", "headline", "label", "belief"])
_FRAMES = frozenset(["clause", "quote", "pattern", "raised", "first", "last", "prep"])
_CLAUSE = re.compile(r",? (?:who|which|whose|speaking|citing)\b")
NEAR = 60
"""How many sentences a quotation may run on after the words that say whose it is."""
_RELATIVE = frozenset(["who", "which", "that"])


def covering(document: Document, start: int, end: int, in_: Where, sentence: int) -> list[Attribution]:
    """Reporting attributions whose content holds the span in this sentence, innermost first. Only those of sentences
    near by are looked at: a page of 20,000 lines must not cost their square."""
    all_ = document.attributions
    first = bisect_left(all_, sentence - NEAR, key=lambda a: a.sentence)
    last = bisect_right(all_, sentence + NEAR, key=lambda a: a.sentence)
    found = [
        a for a in all_[first:last]
        if a.in_ == in_ and _reports(a.rule) and any(s <= start and end <= e for s, e in a.content)
    ]  # fmt: skip
    return sorted(found, key=lambda a: (sum(e - s for s, e in a.content), a.cue or (0, 0)))


def _reports(rule: str) -> bool:
    parts = rule.split(".")
    if len(parts) < 2 or parts[1] not in _REPORTING:
        return False
    if parts[1] in ("phrase", "hearsay", "headline", "label"):
        return True
    if parts[1] == "belief":
        return parts[2] in ("believe", "think") and parts[-1] == "clause"
    return parts[-1] in _FRAMES and (parts[-1] != "prep" or parts[1] == "noun")


def event_attribution(
    document: Document, candidate: Candidate, entity_lookup: Callable[[int, int, Where], Entity | None] | None = None
) -> EventAttribution | None:
    """The speaker of an event: source words, their actor's code, cue, and the source's span (null where unsaid).

    Args:
        entity_lookup: (start, end, in) of the source words → the entity they name, whose ``code`` is taken.
    """
    if not candidate.triggers:
        return None
    trigger = candidate.triggers[0]
    for attribution in covering(document, trigger.start, trigger.end, candidate.in_, candidate.sentence):
        cue = attribution.cue
        if cue is not None and any(t.start < cue[1] and cue[0] < t.end for t in candidate.triggers):
            continue
        return _event_attribution(document, attribution, entity_lookup)
    return None


def _event_attribution(
    document: Document, attribution: Attribution, entity_lookup: Callable[[int, int, Where], Entity | None] | None
) -> EventAttribution:
    text = (document.article.title or "") if attribution.in_ == "title" else document.article.text
    cue = text[slice(*attribution.cue)] if attribution.cue else None
    source = _named(document, text, attribution)
    if source is None:
        return EventAttribution(None, None, cue, None, None)
    code = attribution.code
    if entity_lookup is not None:
        entity = entity_lookup(source[0], source[1], attribution.in_)
        code = entity.code if entity is not None else code
    return EventAttribution(text[source[0] : source[1]], code, cue, source[0], source[1])


def _named(document: Document, text: str, attribution: Attribution) -> tuple[int, int] | None:
    """The source's span; for "officials who said …" that of "officials"."""
    source = attribution.source
    if source is None:
        return None
    if text[source[0] : source[1]].lower() not in _RELATIVE:
        clause = _CLAUSE.search(text, source[0] + 1, source[1])
        return (source[0], clause.start()) if clause else source
    sentence = next((s for s in document.sentences if s.sequence == attribution.sentence), None)
    if sentence is None or sentence.tokens is None:
        return source
    tokens = sentence.tokens
    at = next((k for k in range(len(tokens)) if tokens.start[k] == source[0]), None)
    while at is not None and tokens.dep[at] != "relcl":
        if tokens.head[at] == at:
            return source
        at = tokens.head[at]
    if at is None:
        return source
    noun = tokens.head[at]
    first = min((k for k in range(noun) if _below(tokens, k, noun)), default=noun)
    return tokens.start[first], tokens.end[noun]


def _below(tokens: Tokens, node: int, top: int) -> bool:
    head = tokens.head
    for _ in range(20):
        if node == top:
            return True
        if head[node] == node:
            return False
        node = head[node]
    return False
