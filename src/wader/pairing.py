"""Rows of ``wader pairs``: a sentence with the spans of source and target in, the event between them out."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import msgspec

from wader.errors import InputError, UsageError
from wader.pipeline import OTHER_LANGUAGE
from wader.records import Skip

if TYPE_CHECKING:
    from wader.code import PairResult, PairRow
    from wader.knowledge import Knowledge

_LONGEST = 1 << 20  # bytes of a row; a sentence is never that long, and memory stays bounded


class _Row(msgspec.Struct):
    sentence: str
    source_spans: list[tuple[int, int]]
    target_spans: list[tuple[int, int]]
    id: str | int | None = None


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as handle:
            packed = handle.read(2) == b"\x1f\x8b"
            handle.seek(0)
            yield cast(IO[bytes], gzip.GzipFile(fileobj=handle)) if packed else handle
    except FileNotFoundError as error:
        raise UsageError(f"{path}: no such file.") from error
    except (PermissionError, IsADirectoryError) as error:
        raise UsageError(f"{path}: {error.strerror}. Give a file of JSON lines.") from error


def read_pairs(path: str) -> Iterator[PairRow | Skip]:
    """Rows of a JSON Lines file (``.gz`` too, ``-`` for stdin), one at a time; a bad row is a Skip.

    Raises:
        UsageError: the file cannot be opened.
    """
    name = "stdin" if path == "-" else Path(path).name
    with _opened(path) as stream:
        number = 0
        while True:
            try:
                line = stream.readline(_LONGEST)
            except (OSError, EOFError, zlib.error):
                reason = "the gzip data is damaged or cut short"
                yield Skip(f"{name}:{number + 1}", "pairs", reason, path, number + 1, "Fetch the file again.")
                return
            if not line:
                return
            number += 1
            if not line.endswith(b"\n") and len(line) >= _LONGEST:
                while line and not line.endswith(b"\n"):
                    line = stream.readline(_LONGEST)
                yield Skip(f"{name}:{number}", "pairs", "the row is longer than 1 MiB", path, number)
            elif line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _row(line, name, number, path)


def _row(line: bytes, name: str, number: int, path: str) -> PairRow | Skip:
    from wader.code import PairRow

    shape = 'A row is {"id", "sentence", "source_spans": [[start, end], …], "target_spans": […]}.'
    try:
        row = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"), type=_Row)
        _check(row)
    except (msgspec.DecodeError, InputError, UnicodeDecodeError, RecursionError) as error:
        reason = str(error) or "nested too deep"
        return Skip(f"{name}:{number}", "pairs", reason.rstrip("."), path, number, shape)
    identifier = str(row.id) if row.id is not None else f"{name}:{number}"
    return PairRow(identifier, row.sentence, row.source_spans, row.target_spans)


def _check(row: _Row) -> None:
    if not row.sentence.strip():
        raise InputError("the sentence is empty")
    for field in ("source_spans", "target_spans"):
        for start, end in getattr(row, field):
            if not 0 <= start < end <= len(row.sentence):
                raise InputError(f"{field} has [{start}, {end}], which lies outside the sentence's {len(row.sentence)}")


def code_pairs(path: str, knowledge: Knowledge, *, allow_none: bool = False) -> Iterator[PairResult | Skip]:
    """The event of each pair, in order. With ``allow_none`` a row in which neither lexicon nor encoder finds one has
    an empty ``event``. A row that is in another language beyond doubt is a Skip; short ones mostly leave some, and are
    coded."""
    from wader.annotate import Annotator
    from wader.code import Pairs
    from wader.read import sure_language

    pairs = Pairs(knowledge, Annotator(knowledge))
    for item in read_pairs(path):
        if isinstance(item, Skip):
            yield item
        elif other := sure_language(item.sentence):
            yield Skip(item.id, "pairs", f"language {other!r}: not coded", path, None, OTHER_LANGUAGE)
        else:
            yield _coded(pairs, item, path, allow_none)


def _coded(pairs: Any, row: PairRow, path: str, allow_none: bool) -> PairResult | Skip:
    try:
        result: PairResult = pairs.code([row], allow_none=allow_none)[0]
        return result
    except Exception as error:  # one row never ends a run
        return Skip(
            row.id, "pairs", f"a fault in Wader ({type(error).__name__})", path, None, "Report it with this row."
        )
