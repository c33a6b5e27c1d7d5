"""Numbers as news writes them: "1,300", "1.3 million", "twenty-one", "at least two dozen", "between 10 and 15".

Bounds: "at least N", "more than N", "N or more" give low = N and no high; "up to N", "as many as N", "fewer than N" give
high = N and no low; "about", "nearly", "some" leave low = high = N; "dozens", "hundreds" have the least that a plural
can mean as low (24, 200) and no high.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from wader.knowledge.figures import Figures

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_LIMIT = 10**15
"""Nothing that news counts is larger: a longer string of digits is an identifier."""


class Number(msgspec.Struct):
    """A number at ``start:end``; ``core``: where the number itself begins, without "at least". ``currency``: ISO code or
    None; ``money`` says that it is an amount even where its currency is unsure."""

    start: int
    core: int
    end: int
    low: int | None
    high: int | None
    currency: str | None = None
    money: bool = False
    rule: str = "exact"


class _Patterns:
    def __init__(self, figures: Figures) -> None:
        scales = "|".join(sorted(figures.scales, key=len, reverse=True))
        small = "|".join(sorted(_WORDS, key=len, reverse=True))
        value = (
            rf"(?:\d{{1,3}}(?:,\d{{2,3}}){{1,5}}|\d{{1,15}})(?:\.\d{{1,4}})?(?:[\s-]?(?:{scales})\b){{0,2}}"
            rf"|\b(?:{small})(?:[\s-](?:{small})){{0,1}}(?:[\s-](?:{scales})\b(?:\sand\s(?:{small})\b(?:-(?:{small}))?)?){{0,3}}\b"
        )
        fixed = sorted([*figures.vague, *figures.exact], key=len, reverse=True)
        symbols = "|".join(re.escape(s) for s in sorted(figures.symbols, key=len, reverse=True))
        codes = "|".join(sorted(figures.codes))
        bounds = [*figures.at_least, *figures.at_most, *figures.about]
        bound = "|".join(re.escape(b) for b in sorted(bounds, key=len, reverse=True))
        words = "|".join(sorted(figures.currency_words, key=len, reverse=True))
        self.master = re.compile(
            rf"(?:\b(?P<bound>(?:{bound})(?:\s(?:{bound}))?)\s)?"
            rf"(?:(?P<symbol>{symbols})\s?|\b(?P<code>{codes})\s?)?"
            rf"(?:\b(?P<fixed>{'|'.join(map(re.escape, fixed))})\b|(?<![\w.,:/-])(?P<value>{value}))"
            rf"(?P<range>\s?(?:-|–|to|or)\s?(?P<second>{value})(?![\w-]))?"
            rf"(?P<plus>\+|-plus\b|\s(?:or|and)\smore\b)?"
            rf"(?P<name>\s(?:US\s|U\.S\.\s|American\s|Canadian\s|Australian\s|Hong\sKong\s|British\s|Indian\s|Pakistani\s)?(?:{words})\b)?",
            re.IGNORECASE,
        )
        self.between = re.compile(rf"\bbetween\s(?P<first>{value})\sand\s(?P<second>{value})", re.IGNORECASE)
        self.value = re.compile(rf"(?P<head>\d[\d,]*(?:\.\d+)?)|(?P<word>[a-z]+)", re.IGNORECASE)
        heads = {word.split()[0] for word in fixed}
        self.quick = re.compile(
            rf"\d|\b(?:{small}|{'|'.join(sorted(heads - {'a'}))}|a\s(?:dozen|couple|few|handful|pair|score|hundred|thousand|million|billion))\b",
            re.IGNORECASE,
        )
        self.at_least, self.at_most = frozenset(figures.at_least), frozenset(figures.at_most)


@lru_cache(maxsize=4)
def _patterns(figures: Figures) -> _Patterns:
    return _Patterns(figures)


def maybe(text: str, figures: Figures) -> bool:
    """Whether there may be a number at all: a cheap test that spares most sentences the rest."""
    return _patterns(figures).quick.search(text) is not None


def find_numbers(text: str, start: int, end: int, figures: Figures) -> list[Number]:
    """Numbers in ``text[start:end]``, in order, offsets into ``text``; no dates, clock times, ages or shares in per cent."""
    patterns = _patterns(figures)
    found: list[Number] = []
    for match in patterns.between.finditer(text, start, end):
        low, high = _value(match.group("first"), figures), _value(match.group("second"), figures)
        if low is not None and high is not None and low < high:
            found.append(Number(match.start(), match.start("first"), match.end(), low, high, rule="between"))
    for match in patterns.master.finditer(text, start, end):
        if any(match.start() < other.end and other.start < match.end() for other in found):
            continue
        number = _number(text, match, patterns, figures)
        if number is not None:
            found.append(number)
    return sorted(found, key=lambda number: number.start)


def _number(text: str, match: re.Match[str], patterns: _Patterns, figures: Figures) -> Number | None:
    end = match.end()
    after = text[end : end + 12].lower()
    if after.startswith(
        (
            "%",
            " %",
            " percent",
            " per cent",
            "-year",
            " year",
            "-day",
            "-month",
            "-hour",
            "-week",
            "-mile",
            "-km",
            "th ",
            ":",
        )
    ):
        return None
    low, high, rule = _bounds(match, patterns, figures)
    if low is None and high is None:
        return None
    currency, money = _currency(match, figures)
    core = match.start("symbol") if match.group("symbol") else match.start("code") if match.group("code") else -1
    if core < 0:
        core = match.start("fixed") if match.group("fixed") else match.start("value")
    return Number(match.start(), core, end, low, high, currency, money, rule)


def _bounds(match: re.Match[str], patterns: _Patterns, figures: Figures) -> tuple[int | None, int | None, str]:
    fixed = match.group("fixed")
    bound = re.sub(r"\s+", " ", (match.group("bound") or "").lower())
    if fixed is not None:
        low = fixed.lower()
        if low in figures.vague:
            return (
                (None, figures.vague[low] * 4, "at most")
                if bound in patterns.at_most
                else (figures.vague[low], None, "vague")
            )
        value: int | None = figures.exact[low]
    else:
        value = _value(match.group("value"), figures)
    if value is None:
        return None, None, ""
    if match.group("second") is not None:
        second = _value(match.group("second"), figures)
        if second is not None and second < value and match.group("second").split()[-1].lower() in figures.scales:
            return None, None, ""
        scale = next((s for s in figures.scales if match.group("second").lower().endswith(s) and len(s) > 2), None)
        if second is not None and value < 1000 and scale and not match.group("value").lower().endswith(scale):
            value *= figures.scales[scale]  # "two to three million"
        if second is not None and value < second:
            return value, second, "range"
    if match.group("plus") or bound in patterns.at_least or any(bound.startswith(b + " ") for b in patterns.at_least):
        return value, None, "at least"
    if bound in patterns.at_most or any(bound.startswith(b + " ") for b in patterns.at_most):
        return None, value, "at most"
    if bound.endswith(("another", "additional", "further")):
        return value, value, "additional"
    return value, value, "about" if bound and not bound.endswith("total of") else "exact"


def _currency(match: re.Match[str], figures: Figures) -> tuple[str | None, bool]:
    symbol, code, name = match.group("symbol"), match.group("code"), match.group("name")
    if symbol:
        return figures.symbols.get(symbol) or figures.symbols.get(symbol.upper()), True
    if code and code.isupper():
        return code, True
    if name:
        words = name.lower().split()
        nation = {"canadian": "CAD", "australian": "AUD", "hong": "HKD", "pakistani": "PKR"}.get(words[0])
        return (nation if nation and len(words) > 1 else figures.currency_words[words[-1]]), True
    return None, False


def _value(text: str, figures: Figures) -> int | None:
    """The integer that a number in figures or words means; None where it is no number of things."""
    total, part, seen = 0.0, 0.0, False
    for match in _patterns(figures).value.finditer(text):
        head, word = match.group("head"), (match.group("word") or "").lower()
        if head:
            part, seen = part + float(head.replace(",", "")), True
        elif word in _WORDS:
            part, seen = part + _WORDS[word], True
        elif word in figures.scales:
            scale = figures.scales[word]
            part = max(part, 1) * scale
            if scale > 100:
                total, part = total + part, 0.0
    value = total + part
    return round(value) if seen and value < _LIMIT else None
