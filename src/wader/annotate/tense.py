"""Whether what an expression of time dates lies ahead of the page or behind it."""

from __future__ import annotations

from bisect import bisect_right

from wader.knowledge.times import Times
from wader.records import Sentence, Tokens

_AHEAD = frozenset(["will", "shall", "'ll", "wo", "’ll"])
_MODAL = frozenset(["would", "may", "might", "could", "should", "must", "can"])
_PLANNED = frozenset([
    "expect", "schedule", "plan", "set", "slate", "due", "invite", "intend", "hope", "aim", "prepare",
    "propose", "want", "seek", "vow", "pledge", "promise", "agree", "decide", "threaten", "offer", "refuse",
    "ask", "call", "urge", "order", "instruct",
])  # fmt: skip
_AHEAD_OF = frozenset(["ahead", "upcoming", "forthcoming", "due", "scheduled"])


def token_at(tokens: Tokens, offset: int) -> int:
    """Index of the token that holds the character ``offset`` (the one before it, where it stands between two)."""
    return max(bisect_right(tokens.start, offset) - 1, 0)


def direction(sentence: Sentence, source: str, start: int, times: Times) -> int:
    """+1 ahead, -1 behind, 0 unsaid, for the expression at document offset ``start``. By the governing verb where the
    sentence is parsed, else by the nearest cue before the expression."""
    if sentence.tokens is not None and len(sentence.tokens):
        return _by_syntax(sentence.tokens, token_at(sentence.tokens, start))
    return _by_cues(source, max(sentence.start, start - 120), start, times)


def _by_cues(source: str, left: int, start: int, times: Times) -> int:
    ahead = behind = -1
    for match in times.future_cues.finditer(source, left, start):
        ahead = match.start()
    for match in times.past_cues.finditer(source, left, start):
        behind = match.start()
    return 0 if ahead == behind else 1 if ahead > behind else -1


def _by_syntax(tokens: Tokens, at: int) -> int:
    """Climb from the expression to its verb."""
    for _ in range(24):
        head = tokens.head[at]
        lemma, tag = tokens.lemma[at], tokens.tag[at]
        if lemma in _AHEAD_OF or (lemma == "before" and tokens.dep[at] == "prep"):
            return 1
        if tag[:2] == "VB":
            verdict = _of_verb(tokens, at)
            if verdict:
                return verdict
            if tag not in ("VBG", "VB", "VBN"):
                return 0
        if head == at:
            return 0
        at = head
    return 0


def _of_infinitive(tokens: Tokens, verb: int) -> int:
    """ "Agreed to meet on Monday" looks ahead, "flew in to meet on Monday", "was forced to resign on Monday" do not."""
    head = tokens.head[verb]
    if head == verb or tokens.tag[head][:2] != "VB" or tokens.lemma[head] in (*_PLANNED, "be", "go"):
        return 1
    return _of_verb(tokens, head) or 1


def _of_verb(tokens: Tokens, verb: int) -> int:
    auxiliaries = [k for k in range(len(tokens)) if tokens.head[k] == verb and tokens.dep[k] in ("aux", "auxpass")]
    lemmas = {tokens.lemma[k] for k in auxiliaries}
    tags = {tokens.tag[k] for k in auxiliaries}
    if lemmas & _AHEAD:
        return 1
    if "VBD" in tags or tokens.tag[verb] == "VBD":
        return 1 if tokens.lemma[verb] in ("schedule", "slate") and "VBD" in tags else -1
    if lemmas & _MODAL:
        return -1 if "have" in lemmas else 1
    if "have" in lemmas:
        return -1
    if "to" in lemmas:
        return _of_infinitive(tokens, verb)
    if tokens.tag[verb] == "VBN" and "be" in lemmas and tokens.lemma[verb] in _PLANNED:
        return 1
    if tokens.tag[verb] == "VBG" and "be" in lemmas:
        return 1
    if tokens.tag[verb] == "VBN" and not lemmas:
        return 1 if tokens.lemma[verb] in _PLANNED else -1
    return 0
