"""Attribution: who says what, and with which words.

Syntax gives cue, source and content of each parsed sentence (``attribution_syntax``), patterns do for the others
(``attribution_patterns``); quotations then widen the contents: a quotation that a content touches belongs to it whole,
over as many sentences as it runs, and a quotation that stands alone after one continues its speaker. Sources stay
the words they are ("he", "the ministry"): who that is, ``resolve`` decides.
"""

from __future__ import annotations

from bisect import bisect_left

from wader.annotate.attribution_patterns import Found, find_by_pattern, find_in_headline, find_label
from wader.annotate.attribution_syntax import Cue, find_cues
from wader.annotate.quotes import find_quotes
from wader.annotate.tree import runs
from wader.knowledge.reporting import Reporting
from wader.records import Article, Attribution, Sentence, Tokens

Span = tuple[int, int]
_EDGE = " ,.;:-–—\n\t"
_MARKS = "\"“”'‘’«»`"


def find_attributions(article: Article, sentences: list[Sentence], reporting: Reporting) -> list[Attribution]:
    """All attributions of a document, in order of their sentence and cue.

    Returns:
        Attributions whose spans are document offsets into ``in_``; ``content`` may run over several sentences,
        ``quoted``
        where it is, in part, a quotation. ``rule`` is ``reporting.<class>.<word>.<frame>``.
    """
    found: list[Attribution] = []
    quotes = _Quotes(article)
    speaker: Attribution | None = None  # who was last quoted, for quotations that go on
    for sentence in sentences:
        source = (article.title or "") if sentence.in_ == "title" else article.text
        read = _read(source, sentence, quotes, reporting)
        inside = quotes.touching(sentence) if sentence.in_ == "text" else []
        if speaker is not None and inside and all(_within(item, inside[0]) for item, _ in read):
            _continue(article.text, sentence, speaker, inside, quotes)
        made = _widen(source, sentence, read, inside, quotes)
        found.extend(made)
        outer = [
            m for m, (item, _) in zip(made, read, strict=True) if m.quoted and not any(_within(item, q) for q in inside)
        ]
        speaker = outer[-1] if outer else speaker
    return [item for item in found if item.content]


class _Quotes:
    """The quotations of the body, and which of them have a speaker."""

    def __init__(self, article: Article) -> None:
        self.spans = find_quotes(article.text, article.blocks)
        self._ends = [end for _, end in self.spans]
        self.taken: set[Span] = set()

    def touching(self, sentence: Sentence) -> list[Span]:
        """Quotations that share a character with the sentence."""
        found = []
        for k in range(bisect_left(self._ends, sentence.start + 1), len(self.spans)):
            if self.spans[k][0] >= sentence.end:
                break
            found.append(self.spans[k])
        return found


def _read(source: str, sentence: Sentence, quotes: _Quotes, reporting: Reporting) -> list[tuple[Found, bool]]:
    """Attributions of one sentence before quotations are joined to them, with whether a quotation may fill them."""
    headline = find_in_headline(source, sentence, reporting) if sentence.in_ == "title" else None
    if headline is not None:
        return [(headline, False)]
    if sentence.tokens is None or not len(sentence.tokens):
        inside = quotes.touching(sentence) if sentence.in_ == "text" else []
        return [(item, True) for item in find_by_pattern(source, sentence, inside, reporting)]
    tokens = sentence.tokens
    label = find_label(source, sentence)
    if label is not None:
        return [(label, False)]
    return [(_spans(source, tokens, cue), cue.quoting) for cue in find_cues(tokens, reporting)]


def _spans(source: str, tokens: Tokens, cue: Cue) -> Found:
    own = set(cue.cue) | set(cue.source)
    content = []
    for first, last in runs(k for k in cue.content if k not in own):
        span = _trim(source, tokens.start[first], tokens.end[last - 1])
        if span is not None:
            content.append(span)
    return Found(_extent(tokens, cue.source), _extent(tokens, cue.cue), _joined(source, content), cue.rule)


def _extent(tokens: Tokens, indices: list[int]) -> Span | None:
    return (tokens.start[indices[0]], tokens.end[indices[-1]]) if indices else None


def _trim(source: str, start: int, end: int) -> Span | None:
    """Without the punctuation at its edges; None where nothing is left."""
    while start < end and source[start] in _EDGE:
        start += 1
    while end > start and source[end - 1] in _EDGE:
        end -= 1
    return (start, end) if any(c.isalnum() for c in source[start:end]) else None


def _joined(source: str, spans: list[Span]) -> list[Span]:
    """Spans in order, those with only marks between them made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or not source[joined[-1][1] : start].strip(_EDGE + _MARKS)):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _widen(
    source: str, sentence: Sentence, read: list[tuple[Found, bool]], inside: list[Span], quotes: _Quotes
) -> list[Attribution]:
    """Give each quotation of the sentence to the attribution whose content touches it, or to a cue that waits for
    one."""
    made = []
    for item, _ in read:
        mine = [q for q in inside if any(_overlap(q, span) for span in item.content) and not _within(item, q)]
        quotes.taken.update(mine)
        content = _joined(source, [*item.content, *mine])
        own = [span for span in (item.source, item.cue) if span]
        content = [piece for span in content for piece in _without(source, span, own)]
        made.append(
            Attribution(
                sentence.sequence, sentence.in_, item.source, item.cue, content, None, None, bool(mine), item.rule
            )
        )
    for attribution, (item, quoting) in zip(made, read, strict=True):
        if attribution.content or not quoting:
            continue
        free = [q for q in inside if q not in quotes.taken and not _within(item, q) and _words(source, q) > 1]
        if len(free) > 1 and item.cue is not None:  # the nearest, and others that are more than a phrase
            cue = item.cue[0]
            nearest = min(free, key=lambda q: min(abs(q[0] - cue), abs(q[1] - cue)))
            free = [q for q in free if q == nearest or _words(source, q) > 3]
        quotes.taken.update(free)
        attribution.content, attribution.quoted = _joined(source, free), bool(free)
    return made


def _within(item: Found, quote: Span) -> bool:
    """A cue inside a quotation is the speaker's own word: the quotation is not its content."""
    return item.cue is not None and quote[0] <= item.cue[0] and item.cue[1] <= quote[1]


def _without(source: str, span: Span, holes: list[Span]) -> list[Span]:
    pieces = [span]
    for hole in holes:
        cut = []
        for start, end in pieces:
            if not _overlap((start, end), hole):
                cut.append((start, end))
                continue
            cut.extend(p for p in (_trim(source, start, hole[0]), _trim(source, hole[1], end)) if p)
        pieces = cut
    return pieces


def _words(source: str, span: Span) -> int:
    return len(source[span[0] : span[1]].split())


def _continue(text: str, sentence: Sentence, previous: Attribution, inside: list[Span], quotes: _Quotes) -> None:
    """A sentence that is nothing but a quotation goes on with the speaker before, if that one was being quoted."""
    if previous.in_ != "text" or not previous.content:
        return
    fresh = [q for q in inside if q not in quotes.taken]
    if not fresh or fresh[0][0] > sentence.start + 1:
        return
    outside = text[fresh[0][1] : sentence.end] if fresh[0][1] < sentence.end else ""
    between = text[previous.content[-1][1] : fresh[0][0]]
    if outside.strip(_EDGE + _MARKS + "!?…") or between.count("\n") > 3 or len(between) > 400:
        return
    quotes.taken.add(fresh[0])
    previous.content.append(fresh[0])
