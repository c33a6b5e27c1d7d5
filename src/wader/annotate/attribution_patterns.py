"""Who says what, from the characters of a sentence that was not parsed, and from a headline.

Only the safe shapes: a quotation with "X said" or "said X" beside it, "X said that …", "…, X said." and "according
to X". All patterns are linear: no nested repeats.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from wader.knowledge.reporting import Reporting
from wader.records import Sentence

Span = tuple[int, int]
_QUICK = re.compile(r"\b(?:sa(?:id|ys|y)|told|according|[a-z]{2,}(?:ed|ote|oke))\b", re.IGNORECASE)
_ACCORDING = re.compile(r"\baccording to ([^,.;:()\n]{2,120})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(
    r"\s(?:on|in|at|late|early|during|by|while|as|when|after|before|last|this|via|through|today|yesterday|tomorrow|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_BREAK = re.compile(r"[,;:(\[\"“”]|\b(?:but|and|while|when|that|which|because|although|as)\b", re.IGNORECASE)
_HEAD_COLON = re.compile(r"^([^:\n]{2,40}):\s+(?=\S)")
_TAIL_COLON = re.compile(r"(?::|\s[-–—])\s+([^:\n]{2,40})$")
_LABEL = re.compile(r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4}):\s+(?=\S)")
_OF_ONESELF = re.compile(r"\b(?:I|me)\b")
"""Words by which a headline tells that who is named before it speaks."""
_NAMING = re.compile(r"^(?:[A-Z][\w.'’-]*\s?){1,4}$")


class Found(msgspec.Struct):
    """An attribution in character spans, before quotations are joined to it."""

    source: Span | None
    cue: Span | None
    content: list[Span]
    rule: str


@lru_cache(maxsize=4)
def _verbs(reporting: Reporting) -> frozenset[str]:
    return frozenset(reporting.forms) | {"say"}


def find_by_pattern(source: str, sentence: Sentence, quotes: list[Span], reporting: Reporting) -> list[Found]:
    """At most one attribution of an unparsed sentence; its content may be empty where only a quotation can fill it."""
    start, end = sentence.start, sentence.end
    label = find_label(source, sentence)
    if label is not None:
        return [label]
    if _QUICK.search(source, start, end) is None:
        return []
    match = _ACCORDING.search(source, start, end)
    if match is not None and not _in_any(match.start(), quotes):
        cue = (match.start(), match.start(1) - 1)
        content = [span for span in (_clean(source, start, match.start()), _clean(source, match.end(), end)) if span]
        return [Found(_clean(source, *match.span(1)), cue, content, "reporting.phrase.according to.pattern")]
    verbs = _verbs(reporting)
    for word in _WORD.finditer(source, start, end):
        low = word.group().lower()
        if low in verbs and not _in_any(word.start(), quotes):
            found = _around(source, sentence, quotes, word, f"reporting.speech.{reporting.forms.get(low, low)}.pattern")
            if found is not None:
                return [found]
    return []


def find_label(source: str, sentence: Sentence) -> Found | None:
    """A transcript's speaker: "SMITH: We will not go." """
    if source[sentence.start + 1 : sentence.start + 2].islower():
        return None
    match = _LABEL.match(source, sentence.start, sentence.end)
    if match is None:
        return None
    at = match.end("name")
    content = _clean(source, match.end(), sentence.end)
    return Found((match.start(), at), (at, at + 1), [content] if content else [], "reporting.label")


def _in_any(at: int, spans: list[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _clean(source: str, start: int, end: int) -> Span | None:
    while start < end and source[start] in " ,.;:-–—\n\t":
        start += 1
    while end > start and source[end - 1] in " ,.;:-–—\n\t":
        end -= 1
    return (start, end) if end > start else None


def _around(source: str, sentence: Sentence, quotes: list[Span], word: re.Match[str], rule: str) -> Found | None:
    """Read outwards from a verb of saying: speaker before it, or after it behind a quotation."""
    left = max([sentence.start, *(q[1] for q in quotes if q[1] <= word.start())])
    right = min([sentence.end, *(q[0] for q in quotes if q[0] >= word.end())])
    cue = word.span()
    before = source[left : word.start()]
    breaks = [m.end() for m in _BREAK.finditer(before)]
    speaker = _clean(source, left + (breaks[-1] if breaks else 0), word.start())
    if speaker is None:  # “…,” said the minister
        if not any(q[1] <= word.start() for q in quotes) and not before.rstrip().endswith(","):
            return None
        rest = source[word.end() : right]
        stop = _BREAK.search(rest)
        rest = _TAIL.sub("", rest[: stop.start()] if stop else rest)
        speaker = _clean(source, word.end(), word.end() + len(rest))
        return Found(speaker, cue, _lead(source, sentence, quotes, word), rule) if speaker else None
    if speaker[1] - speaker[0] > 120 or not _is_name(source[speaker[0] : speaker[1]]):
        return None
    after = source[word.end() : sentence.end].lstrip()
    if after.lower().startswith("that "):
        at = sentence.end - len(after)
        span = _clean(source, at, sentence.end)
        return Found(speaker, cue, [span] if span else [], rule)
    lead = _lead(source, sentence, quotes, word) if breaks and before[breaks[-1] - 1] == "," else []
    if not lead and not quotes and len(after.split()) > 3:
        at = sentence.end - len(after)
        span = _clean(source, at, sentence.end)
        return Found(speaker, cue, [span] if span else [], rule)
    return Found(speaker, cue, lead, rule)


def _lead(source: str, sentence: Sentence, quotes: list[Span], word: re.Match[str]) -> list[Span]:
    """The clause before ", X said", where no quotation stands for it."""
    if quotes:
        return []
    comma = source.rfind(",", sentence.start, word.start())
    span = _clean(source, sentence.start, comma) if comma > sentence.start else None
    return [span] if span else []


def _is_name(text: str) -> bool:
    first = text.split()[0] if text.split() else ""
    return first[:1].isupper() or first.lower() in (
        "he", "she", "they", "it", "we", "the", "a", "an", "his", "her", "their", "its", "another", "one", "some",
        "many", "several", "two", "officials",
        "police", "sources", "analysts", "experts", "witnesses", "who", "authorities", "state", "local",
    )  # fmt: skip


def find_in_headline(source: str, sentence: Sentence, reporting: Reporting) -> Found | None:
    """ "Twelve dead in blast: police", "UN: famine looms", "Smith: ‘We will win’", "Smith: Jones has insulted me"."""
    text = source[sentence.start : sentence.end]
    match = _TAIL_COLON.search(text)
    if match is not None and _speaks(match.group(1), reporting):
        content = _clean(source, sentence.start, sentence.start + match.start())
        speaker = (sentence.start + match.start(1), sentence.start + match.end(1))
        mark = sentence.start + match.start() + (0 if text[match.start()] == ":" else 1)
        return Found(speaker, (mark, mark + 1), [content] if content else [], "reporting.headline.last")
    match = _HEAD_COLON.search(text)
    if match is None:
        return None
    quoted = text[match.end() : match.end() + 1] in ('"', "“", "‘", "'") and _NAMING.match(match.group(1)) is not None
    own = _NAMING.match(match.group(1)) is not None and _OF_ONESELF.search(text, match.end()) is not None
    if not quoted and not own and not _speaks(match.group(1), reporting):
        return None
    at = sentence.start + match.end(1)
    content = _clean(source, sentence.start + match.end(), sentence.end)
    return Found((sentence.start, at), (at, at + 1), [content] if content else [], "reporting.headline.first")


def _speaks(words: str, reporting: Reporting) -> bool:
    low = words.lower().strip().removeprefix("the ")
    if low in reporting.sources:
        return True
    last = low.split()[-1] if low.split() else ""
    return last in reporting.sources and len(low.split()) <= 4
