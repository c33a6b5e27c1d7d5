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
from typing import TextIO

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


def plurals(words: Iterable[str]) -> list[str]:
    """Plurals of names for people: "Burmese" and "Dutch" have none, "-man" becomes "-men"."""
    found: list[str] = []
    for word in words:
        if word.endswith(("man", "woman")) and not word.endswith(("German", "Oman", "Ottoman", "Roman")):
            found.append(word[:-2] + "en")
        elif not word.endswith(("s", "sh", "ch", "ese", "x", "z")):
            found.append(word + "s")
    return found


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
        if not wanted[0].isupper() or wanted == "The":
            continue
        if given[0].islower():
            return False
        # "WHO" and "LeT": acronyms stand as they are; in capitals throughout, only those that are so.
        mixed = len(wanted) > 1 and not wanted[1:].islower() and given != wanted
        if mixed and (wanted.isupper() or len(wanted) < 5) and not (wanted.isupper() and given.isupper()):
            return False
    return True


def open_csv(path: Path) -> TextIO:
    """A CSV file opened for reading, unpacked where its name ends in ``.gz``."""
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path, "rb"), encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


# --- names of people -------------------------------------------------------------------------------------

# Transliterations of one name that news writes in several ways; each maps to the first form.
_SAME_NAME = {
    form: forms.split()[0]
    for forms in (
        "mohammed mohamed muhammad mohammad muhammed mohamad mohamud mahomed", "ahmed ahmad achmed",
        "hussein hussain husayn hussien husain hossein hossain", "hassan hasan", "mahmoud mahmud mehmood mahmood",
        "yousef yusuf youssef yousuf yusef youssouf", "khaled khalid", "omar umar", "osama usama",
        "said saeed saied sayeed", "abdel abdul abd abdal", "abdullah abdallah abdulla",
        "abdulrahman abdelrahman abdurrahman", "ibrahim ebrahim brahim", "mustafa mostafa moustafa",
        "qassem qasem qassim kassem qasim", "rashid rasheed rachid", "suleiman sulaiman soleiman", "salah saleh",
        "nasser naser nasir", "jamal gamal", "jalal jalaal", "sergei sergey serguei", "andrei andrey andrej",
        "alexei alexey aleksei aleksey", "dmitri dmitry dmitriy dmitrii", "yuri yury yuriy iurii",
        "nikolai nikolay nikolaj", "mikhail michail", "yevgeny evgeny yevgeni evgeni yevgeniy evgeniy",
        "alexander aleksandr alexandr oleksandr aliaksandr", "vladimir volodymyr uladzimir",
        "vasily vasili vasiliy vasyl", "viktor victor", "anatoly anatoli anatoliy", "benjamin binyamin",
        "yitzhak yitzhaq itzhak", "tzipi tsipi", "antony anthony", "stephen steven", "philip phillip", "kim gim",
        "aung ang", "sheikh sheik shaikh shaykh", "mohsen muhsin mohsin", "reza riza ridha", "ismail ismael esmail",
        "bashar bachar", "ayman aiman", "hamid hameed", "karim kareem", "rahman rehman", "aleksander aleksandar",
        "gen general", "tun htun", "syed sayed sayyid sayyed", "zelensky zelenskyy zelenskiy zelenskyi",
        "erdogan erdoghan", "gaddafi qaddafi gadhafi kadhafi qadhafi gadafi", "karzai karzay",
        "yanukovych yanukovich", "tymoshenko timoshenko", "poroshenko porochenko", "lukashenko lukashenka",
        "milosevic milosevich", "khamenei khamenai khamanei", "ahmadinejad ahmadinezhad", "rouhani rohani ruhani",
        "raisi raeisi", "zarif zareef", "sisi sissi", "hariri hareeri", "mubarak mobarak", "assad asad",
        "sharif shareef",
    )
    for form in forms.split()
}  # fmt: skip
_ENDINGS = (
    ("skyy", "sky"), ("skiy", "sky"), ("skyi", "sky"), ("skij", "sky"), ("ski", "sky"), ("ii", "i"), ("yy", "y"),
)  # fmt: skip
_FAMILY_NAME_FIRST = frozenset({"CHN", "TWN", "HKG", "PRK", "KOR", "VNM", "SGP", "KHM"})
_PARTICLES = frozenset(
    ["al", "el", "ul", "ben", "bin", "ibn", "bint", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le",
     "van", "von", "der", "den", "ter", "ten", "st", "abu", "abd", "abdel", "o", "san", "santa"]
)  # fmt: skip
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "vi"})
_NO_SURNAMES = frozenset({
    "khan", "bin", "al", "mr", "u", "sheikh", "general", "i", "president", "minister", "premier", "governor",
    "secretary", "chairman",
})  # fmt: skip


class _Words(dict[str, str]):
    """Word of a name → the one form of its transliterations, worked out once. Bounded: texts bring words without
    end."""

    def __missing__(self, word: str) -> str:
        same = _SAME_NAME.get(word, word)
        if len(same) > 3 and same[-1] in "yij":
            same = next((same[: -len(end)] + to for end, to in _ENDINGS if same.endswith(end)), same)
        if len(self) < 150_000:
            self[word] = same
        return same


_one_form = _Words().__getitem__


def person_key(name: str) -> str:
    """The key of a person's name, one for all its usual transliterations ("Sergei" and "Sergey")."""
    plain = name.lower() if name.isascii() and name.replace(" ", "").isalpha() else key(name)
    return " ".join(map(_one_form, plain.split()))


def surnames(name: str, code: str) -> tuple[str, ...]:
    """Keys under which news may name a person by surname: the last word, with its particle too ("al assad",
    "assad"), the last two of three or more ("lopez obrador"), the first word where family names come first."""
    parts = person_key(name).split()
    while parts and parts[-1] in _GENERATIONS:
        parts.pop()
    if len(parts) < 2:
        return tuple(parts)
    found = [parts[0], parts[-1]] if code in _FAMILY_NAME_FIRST else [parts[-1]]
    if parts[-2] in _PARTICLES or len(parts) > 2:
        found.append(" ".join(parts[-2:]))
    return tuple(dict.fromkeys(name for name in found if name not in _NO_SURNAMES and len(name) > 1))
