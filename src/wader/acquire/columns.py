"""What the columns of a table hold, by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from wader.acquire.delimited import cells
from wader.acquire.options import COLUMN_NAMES, AcquireOptions
from wader.errors import InputError
from wader.records import Note

_DELIMITERS = (",", ";", "\t", "|")
_CALLED = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_APART = re.compile(r"[\W_]+")


def match_columns(columns: Iterable[str], options: AcquireOptions) -> dict[str, str]:
    """Field → column of the table.

    Raises:
        InputError: a column that the user named is not there, or none holds text.
    """
    present = list(columns)
    folded = {_folded(column): column for column in reversed(present)}
    named = options.named_columns()
    found = {}
    for field, names in COLUMN_NAMES.items():
        if field in named:
            if named[field] not in present:
                raise InputError(f"no column `{named[field]}`; the columns are: {_listing(present)}")
            found[field] = named[field]
        else:
            match = next((folded[_folded(name)] for name in names if _folded(name) in folded), None)
            if match is not None:
                found[field] = match
    if "text" not in found and "html" not in found:
        raise InputError(f"no column holds text; name one with --text-column; the columns are: {_listing(present)}")
    return found


def undated(columns: Iterable[str], matched: dict[str, str], name: str, path: str) -> Note | None:
    """The note that no column is taken for the date of the texts, where none is."""
    if "date" in matched or "text" not in matched:
        return None
    said = f"no column is taken for the day of publication (the columns are: {_listing(list(columns))})"
    return Note(name, "acquire", said, path, "Where there is one, name it with --date-column.")


def delimiter_of(heading: str, usual: str, options: AcquireOptions) -> tuple[str, str | None]:
    """What parts the cells of ``heading``: what makes most known columns of it, else ``usual``; and, where another
    would do as well, a word on which was taken."""
    known = {_folded(name) for names in COLUMN_NAMES.values() for name in names}
    own = set(options.named_columns().values())
    scores: dict[str, tuple[int, int]] = {}
    for delimiter in (usual, *(d for d in _DELIMITERS if d != usual)):
        found = cells(heading, delimiter)[0]
        hits = sum(1 for cell in found if cell in own or _folded(cell) in known)
        scores[delimiter] = (hits if len(found) > 1 else min(hits, 1), min(len(found), 2))
    best = max(scores, key=lambda d: scores[d])  # the first of equals: the usual one before others
    equal = [d for d in scores if scores[d] == scores[best] and scores[d][1] > 1]
    if len(equal) < 2:
        return best, None
    return best, f"the cells may be parted by {' or '.join(_CALLED[d] for d in equal)}: {_CALLED[best]} are taken"


def _folded(name: str) -> str:
    return _APART.sub("_", name.casefold()).strip("_")


def _listing(columns: list[str]) -> str:
    return ", ".join(str(column)[:40] for column in columns[:20])
