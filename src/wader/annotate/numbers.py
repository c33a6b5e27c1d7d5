"""Numbers as news writes them: "1,300", "1.3 million", "twenty-one", "at least two dozen", "between 10 and 15".

Bounds: "at least N", "more than N", "N or more" give low = N and no high; "up to N", "as many as N", "fewer than N"
give
high = N and no low; "about", "nearly", "some" leave low = high = N; "dozens", "hundreds" have the least that a plural
can mean as low (24, 200) and no high.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from wader.knowledge.figures import Figures

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_LIMIT = 10**15
"""Nothing that news counts is larger: a longer string of digits is an identifier."""

_NO_THINGS = (
    "%", " %", " percent", " per cent", "-year", " year", "-day", "-month", "-hour", "-week", "-mile", "-km",
    "th ", ":",
)  # fmt: skip
"""What follows a share, an age, a length or a clock time."""


class Number(msgspec.Struct):
    """A number at ``start:end``; ``core``: where the number itself begins, without "at least". ``currency``: ISO code,
    or None; ``money`` says that it is an amount even where its currency is unsure."""

    start: int
    core: int
    end: int
    low: int | None
    high: int | None
    currency: str | None = None
    money: bool = False
    rule: str = "exact"


class _Patterns:
    """Patterns over lower-case text: what anchors a number, and the number that stands at an anchor."""

    def __init__(self, figures: Figures) -> None:
        scales = "|".join(sorted(figures.scales, key=len, reverse=True))
        small = "|".join(sorted(_WORDS, key=len, reverse=True))
        value = (
            rf"(?:\d{{1,3}}(?:,\d{{2,3}}){{1,5}}|\d{{1,15}})(?:\.\d{{1,4}})?(?:[\s-]?(?:{scales})\b){{0,2}}"
            rf"|\b(?:{small})(?:[\s-](?:{small}))?"
            rf"(?:[\s-](?:{scales})\b(?:\sand\s(?:{small})\b(?:-(?:{small}))?)?){{0,3}}\b"
        )
        fixed = sorted([*figures.vague, *figures.exact], key=len, reverse=True)
        words = "|".join(sorted(figures.currency_words, key=len, reverse=True))
        nation = r"us\s|u\.s\.\s|american\s|canadian\s|australian\s|hong\skong\s|british\s|indian\s|pakistani\s"
        self.number = re.compile(
            rf"(?:(?P<fixed>{'|'.join(map(re.escape, fixed))})\b|(?<![\w.,:/-])(?P<value>{value}))"
            rf"(?P<range>\s?(?:-|–|to|or)\s?(?P<second>{value})(?![\w-]))?"
            r"(?P<plus>\+|-plus\b|\s(?:or|and)\smore\b)?"
            rf"(?P<name>\s(?:{nation})?(?:{words})\b)?"
        )
        self.between = re.compile(rf"\bbetween\s(?P<first>{value})\sand\s(?P<second>{value})")
        self.value = re.compile(r"(?P<head>\d[\d,]*(?:\.\d+)?)|(?P<word>[a-z]+)")
        heads = {word.split()[0] for word in fixed} - {"a"}
        after_a = "|".join(sorted({word.split()[1] for word in fixed if word.startswith("a ")}))
        self.anchor = re.compile(rf"\d[\d,.]*|\b(?:{small}|{'|'.join(sorted(heads))}|a\s(?:{after_a}))\b")
        self.symbols = {symbol.lower(): code for symbol, code in figures.symbols.items()}
        self.symbol_ends = tuple(self.symbols)
        self.bounds = frozenset([*figures.at_least, *figures.at_most, *figures.about])
        self.at_least, self.at_most = frozenset(figures.at_least), frozenset(figures.at_most)


class _Left(msgspec.Struct):
    """What stands before a number: its bound ("at least"), its currency, and where they begin."""

    start: int
    core: int
    bound: str = ""
    currency: str | None = None
    money: bool = False


@lru_cache(maxsize=4)
def _patterns(figures: Figures) -> _Patterns:
    return _Patterns(figures)


def _lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold ("İ" grows)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def find_numbers(text: str, start: int, end: int, figures: Figures) -> list[Number]:
    """Numbers in ``text[start:end]``, in order, offsets into ``text``; no shares in per cent, ages or clock times."""
    patterns = _patterns(figures)
    form = text[start:end]
    low = _lower(form)
    found: list[Number] = []
    if "between" in low:
        for match in patterns.between.finditer(low):
            first, second = _value(match.group("first"), figures), _value(match.group("second"), figures)
            if first is not None and second is not None and first < second:
                found.append(Number(match.start(), match.start("first"), match.end(), first, second, rule="between"))
    taken = [(n.start, n.end) for n in found]
    done = 0
    for anchor in patterns.anchor.finditer(low):
        at = anchor.start()
        if at < done or any(s <= at < e for s, e in taken):
            continue
        match_at = patterns.number.match(low, at)
        if match_at is None:
            continue
        done = match_at.end()
        number = _number(low, match_at, _left(form, low, at, figures, patterns), patterns, figures)
        if number is not None:
            found.append(number)
    for number in found:
        number.start, number.core, number.end = number.start + start, number.core + start, number.end + start
    return sorted(found, key=lambda number: number.start)


def _left(form: str, low: str, at: int, figures: Figures, patterns: _Patterns) -> _Left:
    """Read the currency and the bound that stand right before a number."""
    left = _Left(at, at)
    head = low[max(0, at - 48) : at]
    bare = head.removesuffix(" ")
    if bare.endswith(patterns.symbol_ends):
        symbol = max((s for s in patterns.symbol_ends if bare.endswith(s)), key=len)
        core = at - (len(head) - len(bare)) - len(symbol)
        if not (symbol[0].isalpha() and core > 0 and low[core - 1].isalnum()):
            left.core, left.currency, left.money = core, patterns.symbols[symbol], True
    elif (code := form[at - (len(head) - len(bare)) - 3 : at].strip()) in figures.codes:
        left.core, left.currency, left.money = at - (len(head) - len(bare)) - 3, code, True
    left.start = left.core
    words = head[: len(head) - (at - left.core)].split(" ")
    if len(words) > 1 and words[-1] == "":
        words.pop()
        for _ in range(2):  # "up to an estimated"
            size = next((k for k in range(min(5, len(words)), 0, -1) if " ".join(words[-k:]) in patterns.bounds), 0)
            if not size:
                break
            phrase = " ".join(words[-size:])
            left.start -= len(phrase) + 1
            left.bound = f"{phrase} {left.bound}".strip()
            words = words[:-size]
    return left


def _number(low: str, match: re.Match[str], left: _Left, patterns: _Patterns, figures: Figures) -> Number | None:
    end = match.end()
    if low.startswith(_NO_THINGS, end):
        return None
    least, most, rule = _bounds(match, left.bound, patterns, figures)
    if least is None and most is None:
        return None
    currency, money = left.currency, left.money
    if not money and match.group("name"):
        words = match.group("name").split()
        nation = {"canadian": "CAD", "australian": "AUD", "hong": "HKD", "pakistani": "PKR"}.get(words[0])
        currency, money = (nation if len(words) > 1 and nation else figures.currency_words[words[-1]]), True
    return Number(left.start, left.core, end, least, most, currency, money, rule)


def _bounds(
    match: re.Match[str], bound: str, patterns: _Patterns, figures: Figures
) -> tuple[int | None, int | None, str]:
    fixed = match.group("fixed")
    if fixed is not None:
        low = fixed
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
        if second is not None and second < value and match.group("second").split()[-1] in figures.scales:
            return None, None, ""
        scale = next((s for s in figures.scales if match.group("second").endswith(s) and len(s) > 2), None)
        if second is not None and value < 1000 and scale and not match.group("value").endswith(scale):
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


def _value(text: str, figures: Figures) -> int | None:
    """The integer that a number in figures or words means; None where it is no number of things."""
    total, part, seen = 0.0, 0.0, False
    for match in _patterns(figures).value.finditer(text):
        head, word = match.group("head"), match.group("word") or ""
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
