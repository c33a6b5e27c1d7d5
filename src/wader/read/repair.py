"""Characters that were damaged on their way here: UTF-8 read as Windows-1252 ("â€™"), character references that
lost their ampersand (" #39;"), and straight quotes that were doubled ("party''s", ``so'').

Only what cannot stand in English as it is gets changed: each damaged run must be valid UTF-8 once its characters are
turned back into bytes.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from wader.records import Repair, Where
from wader.text.given import Offsets

DAMAGED = "damaged characters, repaired in the text"
"""Reason under which the repaired sequences are kept in ``furniture``."""
_LISTED = 12
"""How many different sequences are listed."""

_HIGH = "".join(bytes([b]).decode("cp1252", "replace") for b in range(0x80, 0xC0)).replace("\ufffd", "")
_CONTINUED = "[" + re.escape(_HIGH) + "\x80-\x9f\ufffd]"
"""What Windows-1252 (or Latin-1) makes of a byte that continues a character in UTF-8; the five that it lacks are
often written as the replacement character."""
_MOJIBAKE = re.compile(f"[ÂÃÄÅ]{_CONTINUED}|â{_CONTINUED}{{2}}|ð{_CONTINUED}{{3}}|Â(?=\\s)")
_REFERENCE = re.compile(
    r"&(?:amp;)?(?P<whole>#\d{2,5}|amp|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);"
    r"|(?P<blank>\s?)(?<![&\w])(?P<rest>#0?39|quot|amp|apos|nbsp);"
)
_DOUBLED = re.compile(
    r"(?P<apostrophe>(?<=\w)''(?=(?:s|t|d|m|ll|re|ve)\b))|(?P<curly>‘‘|’’)|`{2,}|(?<!')(?:''){1,2}(?!')"
)

_MARKS = re.compile(r"(?:^|(?<=[\s(]))(?:``|''|[\"“])(?=\S)|([.,!?;](?:''|[\"”]))")
"""Quotation marks that open, and, in a group, those that close."""
_NEAR = 600
"""Characters of a line before a mark in which a quotation is looked for that is open there."""


def repair(text: str, in_: Where = "text") -> tuple[str, list[Repair]]:
    """``text`` with its damaged characters repaired, and where that was, in order: spans of ``text`` as it is given."""
    if text.isascii() and "''" not in text and "``" not in text and ";" not in text:
        return text, []
    repairs: list[Repair] = []
    for pattern, mend in ((_MOJIBAKE, _encoded), (_REFERENCE, _referred), (_DOUBLED, _quoted)):
        more = [piece for match in pattern.finditer(text) for piece in _pieces(match, mend(match), in_)]
        text, repairs = _applied(text, more), _joined(repairs, more)
    return text, repairs


def damaged(text: str, repairs: list[Repair]) -> list[str]:
    """The different damaged sequences of ``text`` in order, the first of them."""
    found = dict.fromkeys(text[repair.start : repair.end].strip() for repair in repairs)
    return [sequence for sequence in found if sequence][:_LISTED]


def _pieces(match: re.Match[str], new: str, in_: Where) -> list[Repair]:
    """What is replaced in ``match``: a blank before it stays, or is dropped on its own, so that no span begins with
    it."""
    old, start = match.group(), match.start()
    if old == new:
        return []
    blank = old[: len(old) - len(old.lstrip())]
    kept = bool(blank) and new.startswith(blank)
    dropped = [Repair(in_, start, start + len(blank), "")] if blank and not kept else []
    return [*dropped, Repair(in_, start + len(blank), match.end(), new[len(blank) :] if kept else new)]


def _applied(text: str, repairs: list[Repair]) -> str:
    pieces, last = [], 0
    for repair in repairs:
        pieces += [text[last : repair.start], repair.text]
        last = repair.end
    return "".join([*pieces, text[last:]])


def _joined(first: list[Repair], then: list[Repair]) -> list[Repair]:
    """Repairs of the given text, and those of the text that they made, as repairs of the given text. What a pass puts
    in is one character or none, so that a later repair holds an earlier one whole or leaves it alone."""
    if not first or not then:
        return first or then
    offsets = Offsets(first)
    later = [Repair(r.in_, *offsets.span(r.start, r.end), r.text) for r in then]
    starts = [r.start for r in later]
    kept = []
    for repair in first:
        k = bisect_right(starts, repair.start) - 1
        if k < 0 or repair.end > later[k].end:
            kept.append(repair)
    return sorted([*kept, *later], key=lambda r: (r.start, r.end))


def _encoded(match: re.Match[str]) -> str:
    run = match.group()
    if run == "Â":  # a no-break space whose second byte became a plain one
        return ""
    data = b"".join(_byte(character) for character in run)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return run


def _byte(character: str) -> bytes:
    """The byte that was read as ``character``. Of those that Windows-1252 lacks, 9D is meant: it ends quotations."""
    if character == "\ufffd":
        return b"\x9d"
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _referred(match: re.Match[str]) -> str:
    """The character meant; the blank before an apostrophe came in where the ampersand was lost."""
    name = match.group("whole") or match.group("rest")
    character = html.unescape(f"&{name};")
    blank = match.group("blank") if match.group("rest") and character != "'" else ""
    return (blank or "") + (" " if character == "\xa0" else character)


def _owns(match: re.Match[str]) -> bool:
    """Whether doubled quotes behind an "s" are the apostrophe of owners ("the speakers'' remarks"): before a word,
    where no quotation is open."""
    before, behind = match.string[: match.start()], match.string[match.end() : match.end() + 2]
    if match.group() != "''" or before[-1:] != "s" or behind[:1] != " " or not behind[1:].islower():
        return False
    marks = _MARKS.findall(before[before.rfind("\n") + 1 :][-_NEAR:])
    return not marks or marks[-1] != ""


def _quoted(match: re.Match[str]) -> str:
    if _owns(match):
        return "'"
    if match.group("curly"):
        return "“" if match.group("curly") == "‘‘" else "”"
    return "'" if match.group("apostrophe") else '"'
