"""The shape of time expressions: words become classes of one letter each, and one pattern reads the letters.

Reading a string of some twenty letters costs a tenth of reading the sentence's characters, cannot backtrack far, and
keeps the grammar apart from the vocabulary (``knowledge/times.yaml``). A sentence without a letter that can anchor an
expression is left at once.

Letters: W weekday, w its abbreviation · M month, m a month that is also a word · Y year, d 1-31, n other number, q
number
word, o ordinal, a article, v vague number · U unit, V year as unit, Q quarter, K weekend, P part of day, S season · l
last,
p past/previous, x next, t this, T that/same · g ago, e earlier, r later, < before, ~ after · R
today/yesterday/tomorrow ·
J reference phrase, Z named day (z: its further words) · j daily… · b early/late/mid, B beginning/end, H half · h the,
f of,
i in/on/at, D for/over/within, F from, E every · > to/until, & and, O old, G long · I ISO date, N numeric date, C clock,
c decade, y fiscal · k time zone · _ any other word; marks stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

import msgspec

from wader.knowledge.times import TOKEN, Named, Phrase, Times

_FUNCTION = {
    "the": "h", "of": "f", "a": "a", "an": "a", "last": "l", "past": "p", "previous": "p", "preceding": "p",
    "prior": "p",
    "next": "x", "following": "x", "coming": "x", "upcoming": "x", "subsequent": "x", "ensuing": "x", "this": "t",
    "current": "t", "that": "T", "same": "T", "very": "T", "ago": "g", "earlier": "e", "beforehand": "e", "later": "r",
    "afterwards": "r", "afterward": "r", "thereafter": "r", "before": "<", "after": "~", "and": "&", "to": ">",
    "until": ">",
    "till": ">", "through": ">", "or": "&", "early": "b", "late": "b", "mid": "b", "beginning": "B", "start": "B",
    "end": "B",
    "middle": "B", "close": "B", "turn": "B", "outset": "B", "half": "H", "every": "E", "each": "E", "per": "E",
    "old": "O",
    "long": "G", "from": "F", "in": "i", "on": "i", "at": "i", "during": "i", "for": "D", "over": "D", "within": "D",
    "throughout": "D", "weekend": "K", "weekends": "K", "st": "_",
}  # fmt: skip

_FULL = frozenset(["march", "april", "may", "june", "july"])
"""Months too short to be told from abbreviations by their length."""
_COUNT = r"(?:aq+|q-q|[dnqY]q*(?:&aH)?|Ha|aHa?|a?vf?q?|a)"
_YEAR = r"(?:[,f]?Y|f?,?[ltxp]V|f?h?T+V)"
_PERIOD = "[UVQKSP]"

_PATTERN = re.compile(
    rf"""(?P<iso>I)
    |(?P<numeric>N)
    |(?P<date>(?:[lxt]?[Ww],?)?h?(?:[od](?:[->&][od])?f?[Mm]|[Mm]h?[od](?:[->&][od](?![UVQnq%]))?){_YEAR}?)
    |(?P<month>(?:h?Bf)?(?:b-?)?[lxtp]?[Mm]{_YEAR}?)
    |(?P<shift>(?:h?U[<~][RW])|{_COUNT}-?{_PERIOD}(?:&aH)?(?:[ger]|FJ|[<~](?=[.,;:)'"]|$))|h{_PERIOD}(?:[er]|[<~](?=[.,;:)'"]|$)))
    |(?P<span>h?(?:[lpx]{_COUNT}|{_COUNT}[lpx])[UVQ]|h[lpx][UVQ])
    |(?P<period>(?:[er]i?|b|h?Bf|h?oHf|h?Hf)?h?(?:[lxp]|t|T+)b?-?{_PERIOD}|[erb]ih{_PERIOD}|h?(?:Bf|oHf)h?[UVQ]|[UV]sB|[UV]-B)
    |(?P<every>E(?:_?)(?:{_COUNT})?[UVQWMPK])
    |(?P<weekday>(?:[erb]i?)?(?:h?[lxtpT])?[Ww]P?(?:f?[lxt]U)?)
    |(?P<deictic>(?:[erb]i?)?RP?)
    |(?P<clock>C,?(?:_k|k)?|[dq],?k)
    |(?P<decade>h?(?:b-?)?c|h?(?:b-?)?o-?U)
    |(?P<quarter>h?oQ(?:f?(?:Y|h?[lxt]V))?|h?oHf(?:Y|h?[lxt]V)|y(?:f?Y)?)
    |(?P<year>(?:h?Bf)?(?:b-?)?Y(?:-[dnY](?![UV]))?)
    |(?P<duration>{_COUNT}-?[UVQ](?:&aH)?(?:-?[OG])?)
    |(?P<long>[UV]-?G)
    |(?P<season>(?:h?Bf)?h?b?-?S(?:f?Y)?)
    |(?P<named>Zz*(?:f?Y|f?[lxt]V)?)
    |(?P<reference>Jz*)
    |(?P<set>j)
    |(?P<daypart>h?P)
    |(?P<bare>h?[UVK])""",
    re.VERBOSE,
)
_ANCHORS = re.compile("[WwMmYUVQKPSRJZjINCcy]")


class Word(msgspec.Struct):
    """A token with its letter; offsets are into the string that was read."""

    letter: str
    start: int
    end: int
    low: str


class Match(msgspec.Struct):
    """An expression: its ``shape`` (the group of the grammar), and its words ``words[first:last]``; ``line`` holds the
    letters of the whole sentence."""

    shape: str
    line: str
    words: list[Word]
    first: int
    last: int

    @property
    def letters(self) -> str:
        return self.line[self.first : self.last]

    @property
    def own(self) -> list[Word]:
        return self.words[self.first : self.last]

    def all(self, letters: str) -> list[Word]:
        """The words of the expression that have one of ``letters``."""
        return [word for word in self.words[self.first : self.last] if word.letter in letters]

    def one(self, letters: str) -> Word | None:
        """The first word of the expression that has one of ``letters``."""
        return next((word for word in self.words[self.first : self.last] if word.letter in letters), None)

    def before(self, distance: int = 1) -> str:
        """Lower-case word before the expression, or ""."""
        at = self.first - distance
        return self.words[at].low if at >= 0 else ""

    def after(self) -> str:
        """Lower-case word after the expression, or ""."""
        return self.words[self.last].low if self.last < len(self.words) else ""


@lru_cache(maxsize=4)
def _letters(times: Times) -> dict[str, str]:
    table = dict.fromkeys(times.vague, "v")
    table.update(dict.fromkeys(times.numbers, "q"))
    table.update(dict.fromkeys(times.ordinals, "o"))
    table.update(dict.fromkeys(times.timezones, "k"))
    table.update(dict.fromkeys(times.sets, "j"))
    for unit in times.units:
        table[unit] = {"Y": "V", "Q": "Q"}.get(times.units[unit], "U")
    table["second"] = "o"
    table.update(dict.fromkeys(times.seasons, "S"))
    table.update(dict.fromkeys(times.day_parts, "P"))
    table["nights"] = "U"
    table.update(dict.fromkeys(times.days, "R"))
    table.update(dict.fromkeys(times.weekdays, "W"))
    table.update({day + "s": "W" for day in times.weekdays})
    table.update(dict.fromkeys(times.weekday_abbreviations, "w"))
    for month in times.months:
        table[month] = "m" if month in times.ambiguous_months else "M"
    table.update(_FUNCTION)
    return table


@lru_cache(maxsize=4)
def _quick(times: Times) -> re.Pattern[str]:
    """Finds sentences worth cutting into words: a digit, or the first letters of a word that can anchor."""
    words = {
        *times.weekdays,
        *times.months,
        *times.units,
        *times.seasons,
        *times.day_parts,
        *times.days,
        *times.sets,
        "weekend",
    }
    words |= set(times.weekday_abbreviations)
    # Of a phrase, the longest word tells most: "moment" of "at the moment".
    words |= {max(key, key=len) for key in times.phrases}
    lower = {word for word in words if len(word) > 2 and word.isalpha() and word not in times.ambiguous_months}
    capital = {word.capitalize() for word in {*times.ambiguous_months, *times.weekday_abbreviations}}
    return re.compile(r"\d|\b(?:" + _trie(lower | {word.capitalize() for word in lower} | capital) + r")s?\b")


def _trie(words: set[str]) -> str:
    """A pattern of ``words`` grouped by their first two letters, so that most positions fail at once."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words):
        groups.setdefault(word[:2], []).append(re.escape(word[2:]))
    return "|".join(head + "(?:" + "|".join(tails) + ")" for head, tails in sorted(groups.items()))


def find(text: str, times: Times, take: Callable[[Match], bool]) -> None:
    """Offer each expression that the grammar reads in ``text`` to ``take``, left to right, not overlapping.

    What ``take`` refuses (a "year" that is a number, a "May" that is a verb) is read again from its second word.
    """
    if _quick(times).search(text) is None:
        return
    words = _words(text, times)
    line = "".join(word.letter for word in words)
    if _ANCHORS.search(line) is None:
        return
    at = 0
    while match := _PATTERN.search(line, at):
        taken = take(Match(match.lastgroup or "", line, words, match.start(), match.end()))
        at = match.end() if taken else match.start() + 1


def _words(text: str, times: Times) -> list[Word]:
    table = _letters(times)
    words: list[Word] = []
    for match in TOKEN.finditer(text):
        start, end = match.span()
        form = match.group()
        low = form.lower()
        if match.lastgroup == "word" and (letter := table.get(low, "_")) not in "MmWw":
            words.append(Word(letter, start, end, low))
            continue
        letter = _letter(match.lastgroup or "", form, low, table, text[start - 1 : start])
        if form == "." and words and words[-1].end == start and words[-1].letter in "MmWwU" and len(words[-1].low) < 6:
            before = words[-1]
            if (
                before.low in times.weekday_abbreviations
                or before.low == "yr"
                or (before.low in times.months and before.low not in _FULL)
            ):
                before.end = end  # "Feb. 3", "Mon. night"
                before.low += "."
                continue
        words.append(Word(letter, start, end, low.replace("’", "'")))
    _mark_phrases(text, words, times)
    return words


def _letter(kind: str, form: str, low: str, table: dict[str, str], before: str) -> str:
    if kind == "word":
        letter = table.get(low, "_")
        if letter in "MmWw" and letter != "_" and form[0].islower() and (letter in "mw" or len(low) < 5):
            return "_"
        return letter
    if kind in ("th", "number"):
        digits = form.rstrip("stndrh")
        if digits != form:
            return "o"
        if not form.isdecimal():
            return "n"
        if before in ("$", "€", "£", "¥", "#", "₹", "."):
            return "n"
        value = int(form) if len(form) < 6 else 0
        return "Y" if len(form) == 4 and 1000 <= value <= 2199 else "d" if 1 <= value <= 31 and len(form) < 3 else "n"
    if kind in ("iso", "numeric", "clock", "decade", "fiscal"):
        return {"iso": "I", "numeric": "N", "clock": "C", "decade": "c", "fiscal": "y"}[kind]
    if kind == "genitive":
        return "s"
    if low in "–—‑-":
        return "-"
    return form if kind == "other" else "_"


def _mark_phrases(text: str, words: list[Word], times: Times) -> None:
    longest_of, pairs = times.longest, times.pairs
    at = -1
    for first, word in enumerate(words):
        longest = longest_of.get(word.low, 0)
        if first <= at or not longest:
            continue
        if first + 1 < len(words) and (word.low, words[first + 1].low) not in pairs:
            longest = 1
        at = first
        for size in range(min(longest, len(words) - at), 0, -1):
            key = tuple(word.low for word in words[at : at + size])
            entry = times.phrases.get(key)
            if entry is None or (isinstance(entry, Named) and not _written_as(text, words[at], entry)):
                continue
            if isinstance(entry, Phrase) and _is_part(words, at, at + size):
                continue
            words[at].letter = "Z" if isinstance(entry, Named) else "J"
            for other in words[at + 1 : at + size]:
                other.letter = "z"
            at += size - 1
            break


def _is_part(words: list[Word], first: int, last: int) -> bool:
    """A phrase that is only part of a longer expression: "in the past" of "in the past two years", "days ago"
    after a number."""
    after = words[last].letter if last < len(words) else "_"
    before = words[first - 1].letter if first else "_"
    return (words[first].letter in "UV" and before in "dnqYavHf") or (
        after in "dnqYavUVQKS" and words[last - 1].letter in "px"
    )


def _written_as(text: str, word: Word, entry: Named) -> bool:
    """A name keeps its capital: "Lent" is a fast, "lent" a verb."""
    return (
        not entry.name[0].isupper()
        or text[word.start].isupper()
        or any(c.isupper() for c in text[word.start : word.end])
    )


def phrase_of(match: Match, times: Times) -> Phrase | Named | None:
    """The reference or named day that a ``named`` or ``reference`` match stands for."""
    key = tuple(word.low for word in match.all("JZz"))
    return times.phrases.get(key)
