"""Characters that were damaged on their way here: UTF-8 read as Windows-1252 ("â€™"), character references that
lost their ampersand (" #39;"), and straight quotes that were doubled ("party''s", ``so'').

Only what cannot stand in English as it is gets changed: each damaged run must be valid UTF-8 once its characters are
turned back into bytes.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

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


def repair(text: str) -> tuple[str, list[str]]:
    """``text`` with its damaged characters repaired, and the different damaged sequences in order."""
    if text.isascii() and "''" not in text and "``" not in text and ";" not in text:
        return text, []
    found: dict[str, None] = {}
    for pattern, mend in ((_MOJIBAKE, _encoded), (_REFERENCE, _referred), (_DOUBLED, _quoted)):
        text = pattern.sub(_noting(mend, found), text)
    return text, list(found)[:_LISTED]


def _noting(mend: Callable[[re.Match[str]], str], found: dict[str, None]) -> Callable[[re.Match[str]], str]:
    def mended(match: re.Match[str]) -> str:
        new = mend(match)
        if new != match.group():
            found[match.group().strip()] = None
        return new

    return mended


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


def _quoted(match: re.Match[str]) -> str:
    if match.group("curly"):
        return "“" if match.group("curly") == "‘‘" else "”"
    return "'" if match.group("apostrophe") else '"'
