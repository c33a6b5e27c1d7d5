"""Names as keys: how a written name becomes the key it is looked up by, and how its capitals are compared.

A name is cut into *pieces*. Accents are folded, the dots of abbreviations, possessives and apostrophes dropped,
hyphens split, so that ``Côte d'Ivoire's``, ``Cote d’Ivoire`` and the parser's tokens ``Guinea - Bissau`` meet the entry
they name. ``the`` counts only at the start of a name, where an entry may require it ("the Quad").
Capitals are not folded away: ``US`` is a state and ``us`` a pronoun.
"""

from __future__ import annotations

import gzip
import io
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

import yaml

from wader.errors import KnowledgeError

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Letters that no Unicode decomposition takes apart, and the typographic apostrophes and hyphens.
_LETTERS = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae",
        "œ": "oe", "Œ": "Oe", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "Ħ": "H", "ə": "a", "Ə": "A",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-",
        "—": "-", "−": "-", "/": "-", "\u00a0": " ",
    }
)  # fmt: skip
_SILENT = frozenset({"-", "'", "'s", "'S", '"'})
"""Tokens that a parser cuts out of the middle of names and that carry no part of them."""


def fold(text: str) -> str:
    """``text`` without accents and typographic variants of apostrophe and hyphen; capitals stay."""
    if text.isascii():
        return text.replace("/", "-").replace("`", "'")
    text = text.translate(_LETTERS)
    if text.isascii():
        return text
    # Marks first taken apart, then dropped: "é" is "e" + U+0301.
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).translate(_LETTERS)


@lru_cache(maxsize=65536)
def pieces(token: str) -> tuple[str, ...] | None:
    """The pieces of one token, capitals kept; ``()`` for a token that names skip, None for one that ends a name."""
    if token.isascii() and token.isalnum():
        return (token,)
    text = fold(token)
    if text in _SILENT:
        return ()
    if text == "&":
        return ("and",)
    if text[-2:] in ("'s", "'S"):
        text = text[:-2]
    text = text.replace(".", "").replace("'", "")
    found = tuple(part for part in text.split("-") if part)
    if not found or not any(c.isalnum() for c in text):
        return None
    if text[-1] in ",;:!?)]" or text[0] in "([":
        return tuple(part.strip(",;:!?()[]") for part in found)
    return found


def name_pieces(name: str) -> tuple[str, ...]:
    """All pieces of a written name. A leading ``the`` is kept: callers decide what it means."""
    found: list[str] = []
    for token in name.split():
        for piece in pieces(token) or ():
            if found and piece.lower() == "the":
                continue
            found.append(piece)
    return tuple(found)


def key_of(parts: Iterable[str]) -> str:
    """The key of pieces: lower case, joined by blanks."""
    return " ".join(parts).lower()


def key(name: str) -> str:
    """The key of a written name, without a leading article."""
    parts = name_pieces(name)
    if len(parts) > 1 and parts[0].lower() == "the":
        parts = parts[1:]
    return key_of(parts)


def capitals_agree(entry: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether ``phrase`` is written as a name where ``entry`` is: an acronym in capitals, a name with its initials.

    A phrase wholly in capitals (headlines, datelines) agrees with any entry.
    """
    for wanted, given in zip(entry, phrase, strict=False):
        if wanted[0].isupper() and wanted != "The":
            if given[0].islower():
                return False
            if len(wanted) > 1 and wanted.isupper() and not given.isupper():
                return False
    return True


def read_yaml(path: Path) -> Any:
    """The content of a YAML data file, through the C parser where it is installed. Raises ``KnowledgeError``."""
    try:
        with path.open("rb") as stream:
            return yaml.load(stream, Loader=_Loader)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: not YAML: {error}") from error


def open_csv(path: Path) -> TextIO:
    """A CSV file opened for reading, unpacked where its name ends in ``.gz``."""
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path, "rb"), encoding="utf-8", newline="")  # noqa: SIM115 - the wrapper closes it
    return path.open(encoding="utf-8", newline="")
