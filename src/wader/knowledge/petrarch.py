"""Reads actor and agent dictionaries as PETRARCH and TABARI have them: lines into names, codes and dates.

An actor is a name, ``+SYNONYM`` lines, and one or more codes, each perhaps of a time:
``NAME [CODE]``, ``[CODE <830101]``, ``[CODE >950101]``, ``[CODE 830101-950101]``. A line whose code has a ``~`` is an
agent: ``NAME {PLURAL} [~CODE]``; ``!MACRO! = A, B`` stands for each of its words. Underscores are blanks; one at the
end says that the name ends there, and without it longer words match too. Comments: ``#``, ``;``, ``<!-- … -->``.
What a line's codes mean is ``petrarch_codes``'s matter. Format: the comments at the head of PETRARCH's published
dictionaries, and its manual.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import islice, product
from math import prod
from pathlib import Path

import msgspec

from wader.errors import UsageError

MOST = 64 << 20
"""Bytes of the largest dictionary read; the largest published ones have a few megabytes."""
_MOST_SPELLINGS = 1_000
"""Spellings read of one name with substitutions: several of them multiply."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_CODE = re.compile(r"\[([^\[\]]*)\]")
_MACRO = re.compile(r"!([^!=\[\]]+)!")
_CODED = re.compile(r"(\S*?)\s*(?:([<>])\s*(\d+)|(?<!\d)(\d{6,8})\s*-\s*(\d{6,8}))?\s*")
_FIX = "Mend the line; the others are in force."


class Coded(msgspec.Struct, frozen=True):
    """A code with the days, ISO and both included, from and to which it holds, and the line that says so."""

    code: str
    since: str | None
    until: str | None
    line: int


class Named(msgspec.Struct):
    """An actor: its spellings, each as ``(words, whether longer words match too)``, and its codes."""

    names: list[tuple[str, bool]]
    codes: list[Coded]
    line: int


class Agent(msgspec.Struct, frozen=True):
    """A role noun: singular and irregular plural (None: the regular one; ``""``: it has none), and its code."""

    noun: str
    plural: str | None
    code: str
    line: int


class DictionaryNote(msgspec.Struct, frozen=True):
    """What of a dictionary is left out or read otherwise: ``where`` is ``file:line``. ``skipped``: nothing of that line
    is in force."""

    where: str
    said: str
    remedy: str
    skipped: bool = False


class Dictionary:
    """What one file holds. ``actors`` and ``agents`` in the order of the file; ``notes``: lines that were not read."""

    def __init__(self, path: Path, text: str) -> None:
        self.path, self.actors, self.agents = path, list[Named](), list[Agent]()
        self.notes: list[DictionaryNote] = []
        self._macros: dict[str, list[str]] = {}
        self._open: Named | None = None
        for number, line in enumerate(_COMMENT.sub(_lines_only, text).splitlines(), 1):
            content = _without_comment(line)
            if content.strip():
                self._read(content, number)
        self._close()

    def skip(self, line: int, said: str, remedy: str = _FIX) -> None:
        """Note that a line is not in force."""
        self.notes.append(DictionaryNote(f"{self.path}:{line}", said, remedy, True))

    def _read(self, content: str, line: int) -> None:
        """One line: a macro, a synonym, a code of the name above, an agent, or a name."""
        words = content.strip()
        if words.startswith("!") and "=" in words and "[" not in words:
            return self._macro(words, line)
        codes = _CODE.findall(content)
        head = _CODE.sub("", content)
        if "[" in head or "]" in head:
            return self.skip(line, "a bracket without its other half")
        if any("~" in code for code in codes):
            self._close()
            return self._agent(head, codes, line)
        if words.startswith("+"):
            return self._synonym(head, codes, line)
        if head.strip():
            self._close()
            self._open = Named(self._names(head, line), [], line)
        elif self._open is None:
            return self.skip(line, "a code without a name above it")
        self._codes(codes, line)
        return None

    def _close(self) -> None:
        """File the actor whose lines are over."""
        named, self._open = self._open, None
        if named is None or not named.names:
            return
        if named.codes:
            self.actors.append(named)
        elif not any(note.where == f"{self.path}:{named.line}" for note in self.notes):
            self.skip(named.line, f"“{named.names[0][0]}” has no code", "Write one behind it: NAME [CODE].")

    def _macro(self, words: str, line: int) -> None:
        found = _MACRO.match(words)
        said = [part.strip() for part in words.partition("=")[2].split(",") if part.strip()]
        if found is None or not said:
            return self.skip(line, "a substitution of another form", "Write it as !NAME! = WORD, WORD.")
        self._macros[found[1].strip().upper()] = said
        return None

    def _synonym(self, head: str, codes: list[str], line: int) -> None:
        if self._open is None:
            return self.skip(line, "a synonym (+) without a name above it")
        self._open.names.extend(self._names(head.strip()[1:], line))
        self._codes(codes, line)
        return None

    def _names(self, head: str, line: int) -> list[tuple[str, bool]]:
        """The spellings of a name, macros written out."""
        written = head.strip()
        return [(name, not written.endswith("_")) for name in self._spelled(written, line)]

    def _spelled(self, written: str, line: int) -> list[str]:
        parts = _MACRO.split(written)
        unknown = [part for part in parts[1::2] if part.strip().upper() not in self._macros]
        if unknown or "!" in "".join(parts[::2]):
            name = unknown[0] if unknown else written
            self.skip(line, f"“!{name.strip('!')}!” is not defined above", "Define it first: !NAME! = WORD, WORD.")
            return []
        choices = [self._macros[p.strip().upper()] if n % 2 else [p] for n, p in enumerate(parts)]
        count = prod(map(len, choices))
        spellings = ["".join(chosen) for chosen in islice(product(*choices), _MOST_SPELLINGS)]
        found = [" ".join(name.replace("_", " ").split()) for name in spellings]
        if not all(any(c.isalnum() for c in name) for name in found):
            self.skip(line, "a name without a letter")
            return []
        if count > len(found):
            said = f"“{written}” has {count:,} spellings: those after “{found[-1]}”, the {len(found):,}th, are cut"
            self.notes.append(DictionaryNote(f"{self.path}:{line}", said, "Write it as several names of fewer words."))
        return found

    def _codes(self, codes: list[str], line: int) -> None:
        for code in codes:
            read = _coded(code, line)
            if isinstance(read, str):
                self.skip(line, read, "Write it as [CODE], [CODE <YYMMDD], [CODE >YYMMDD] or [CODE YYMMDD-YYMMDD].")
            elif self._open is not None:
                self._open.codes.append(read)

    def _agent(self, head: str, codes: list[str], line: int) -> None:
        """``NOUN {PLURAL} [~CODE]``; ``{}`` says that it has no plural of its own."""
        noun, brace, rest = head.partition("{")
        if len(codes) != 1 or (brace and "}" not in rest):
            return self.skip(line, "an agent of another form", "Write it as NOUN {PLURAL} [~CODE].")
        plural = " ".join(rest.partition("}")[0].replace("_", " ").split()) if brace else None
        for spelled in self._spelled(noun.strip(), line):
            self.agents.append(Agent(spelled, plural, codes[0].strip(), line))
        return None


def read_dictionary(path: Path) -> Dictionary:
    """The dictionary at ``path``; what bytes are no UTF-8 are read as Latin-1, in which old ones were written.

    Raises:
        UsageError: there is no such file, it cannot be read, or it is no text.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST + 1)
    except OSError as error:
        what = error.strerror or type(error).__name__
        raise UsageError(f"--actors {path}: {what}: name a dictionary file in PETRARCH's format.") from error
    if len(data) > MOST or b"\0" in data:
        what = f"is larger than {MOST >> 20} MB" if len(data) > MOST else "is no text"
        raise UsageError(f"--actors {path} {what}: name a dictionary file in PETRARCH's format.")
    try:
        return Dictionary(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Dictionary(path, data.decode("latin-1"))


def _lines_only(comment: re.Match[str]) -> str:
    """A comment's line breaks, so that lines keep their numbers; blank before, so that words stay apart."""
    return " " + "\n" * len(comment[0].splitlines()[1:])


def _without_comment(line: str) -> str:
    """A line up to its comment; ``#`` and ``;`` within brackets are part of a code ("[###]")."""
    depth = 0
    for n, letter in enumerate(line):
        depth += (letter == "[") - (letter == "]")
        if depth <= 0 and letter in "#;":
            return line[:n]
    return line


def _coded(text: str, line: int) -> Coded | str:
    """A code with its dates; else what is wrong with it. Both days of a range belong to it, and the day of ``<``, ``>``
    too, as PETRARCH compares them."""
    text = " ".join(text.split())
    found = _CODED.fullmatch(text)
    if found is None or not (found[1] or found[2] or found[4]):
        return f"[{text}] is no code with dates that are known"
    first = found[3] if found[2] == ">" else found[4]
    last = found[3] if found[2] == "<" else found[5]
    since, until = _day(first), _day(last)
    for given, day in ((first, since), (last, until)):
        if given and day is None:
            return f"{given} in [{text}] is no day there is"
    if since and until and since > until:
        return f"[{text}] ends before it begins"
    return Coded(found[1].upper(), since, until, line)


def _day(digits: str | None) -> str | None:
    """The day, ISO, of YYMMDD (years to 30 are of this century, from 31 of the last, as PETRARCH reads them) or
    YYYYMMDD; None where there is no such day."""
    if digits is None:
        return None
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else None
        return day.isoformat() if day is not None else None
    except ValueError:
        return None
