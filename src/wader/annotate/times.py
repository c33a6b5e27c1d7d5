"""Time expressions: TIMEX3 values, and the days they cover, resolved against the page's date and the text before.

The rules are TimeML's (TIMEX3 in TimeML 1.2.1, ISO-TimeML), with three habits of news: a bare weekday is the last one
unless the verb looks ahead; a bare month or day lies nearest to the page; "since X" covers X until the page's date.
Works on the sentence's characters, so that sentences which were not parsed have times too; where there is syntax,
the tense of the governing verb gives the direction.
"""

from __future__ import annotations

from datetime import date

from wader.annotate import timex_grammar as grammar
from wader.annotate.tense import direction
from wader.annotate.timex_context import Context
from wader.annotate.timex_grammar import Match
from wader.annotate.timex_reading import read
from wader.annotate.timex_values import Page, Period
from wader.knowledge.times import Times
from wader.records import Article, DateMethod, Sentence, Time

_EXPLICIT = frozenset(["iso", "numeric", "decade", "every", "duration", "long", "set", "bare"])


def find_times(article: Article, sentences: list[Sentence], times: Times) -> list[Time]:
    """All time expressions of a document, in document order.

    Args:
        article: its ``date`` anchors relative expressions; without it their values are partial ("XXXX-10") or null.
        sentences: the document's sentences, parsed or not; ``Time.sentence`` is their ``sequence``.
        times: the vocabulary.

    Returns:
        Times whose ``start``/``end`` are document offsets. ``first`` and ``last`` are ISO days, null for durations that
        nothing anchors, for sets, and for what no calendar day is known of.
    """
    found: list[Time] = []
    context = Context(Page(article), times)
    for sentence in sentences:
        source = (article.title or "") if sentence.in_ == "title" else article.text
        text = source[sentence.start : sentence.end]
        context.open(sentence.block)

        def take(match: Match, sentence: Sentence = sentence, source: str = source) -> bool:
            start = sentence.start + match.words[match.first].start
            context.direction = lambda: direction(sentence, source, start, times)
            try:
                period = read(match, context)
            except (ValueError, OverflowError):
                period = Period(None)
            if period is None:
                return False
            end = sentence.start + match.words[match.last - 1].end
            found.append(_time(sentence, source, start, end, match, period, context))
            return True

        grammar.find(text, times, take)
    return found


def _time(
    sentence: Sentence, source: str, start: int, end: int, match: Match, period: Period, context: Context
) -> Time:
    rule = "time." + match.shape
    context.remember(match, period)
    first, last, precision = period.first, period.last, period.precision
    if match.before() == "since" and first is not None and match.shape != "span":
        until = context.page.last
        if until is not None and first <= until:
            last, precision, rule = until, "range", rule + ".since"
    method: DateMethod = "relative" if context.relative else "explicit"
    return Time(
        start,
        end,
        sentence.in_,
        source[start:end],
        period.value,
        sentence.sequence,
        _iso(first),
        _iso(last),
        precision,
        method,
        rule,
    )


def _iso(when: date | None) -> str | None:
    return None if when is None else when.isoformat()
