"""Rows of delimited text, whatever its writer did with quotation marks.

RFC 4180 is read as it stands: quoted cells, over several lines too, with ``""`` for a quotation mark. What breaks it is
read as it was meant where that is plain, and told. In text parted by tabs a quotation mark that opens a cell without
closing it is plain text, for most of it is written without quoting.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

TOO_LONG = "\0"
"""Stands for a line of more characters than a document may have; no decoded line holds NUL."""
_PATIENCE = 10
"""Lines that a quoted cell may go on after a quotation mark in it that is neither doubled nor at its end."""
_ALIKE = 20
"""Lines in a row, each with the heading's number of cells, that are rows and no cell's text."""
_MOSTLY = 0.8
_SHAPE = 40


@dataclass
class Row:
    """``cells`` of a row. ``fault``: why it cannot be read, then there are none; ``lines``: how many lines it took.
    ``unclosed``: a quotation mark opened a cell and nothing closed it. ``large``: more than a document may hold."""

    cells: list[str]
    lines: int = 1
    fault: str | None = None
    unclosed: bool = False
    large: bool = False


class Rows:
    """The rows of ``lines``, one at a time; never holds more than ``limit`` characters of lines and one line.

    ``width`` is the number of cells that a row should have, set by whoever has read the heading (0: not known yet).
    """

    def __init__(self, lines: Iterator[str], delimiter: str, limit: int) -> None:
        self.width = 0
        self._lines, self._limit, self._delimiter = lines, limit, delimiter
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[Row]:
        return self

    def __next__(self) -> Row:
        line = self._take()
        while line is not None and not line.strip(" "):
            line = self._take()
        if line is None:
            raise StopIteration
        if line == TOO_LONG:
            return Row([], large=True)
        alone, clean = cells(line, self._delimiter)
        if clean:
            return Row(alone)
        reading = _Reading(self._delimiter)
        reading.line(line)
        if reading.open:
            return self._over_lines(line, alone, reading)
        fits = len(alone) == self.width
        if len(reading.cells) == self.width and not (fits and self._delimiter == "\t"):
            return Row(reading.cells)
        return self._by_itself(alone) if fits else Row(alone)

    def _take(self) -> str | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _over_lines(self, first: str, alone: list[str], reading: _Reading) -> Row:
        """The row whose line ``first`` leaves a cell open: with the lines after it, or by itself."""
        fits = len(alone) == self.width
        if fits and reading.strays:
            return self._by_itself(alone)
        taken, size, rows, written, since = [first], len(first), 0, 0, 0
        line: str | None = first
        ended = large = False
        while reading.open and not large:
            line = self._take()
            if line is None:
                ended = True
                break
            taken.append(line)
            size += len(line)
            large = size > self._limit or line == TOO_LONG
            reading.line(line)
            if line.strip():
                written += 1
                rows += len(cells(line, self._delimiter)[0]) == self.width
            since += bool(reading.strays)
            if since > _PATIENCE or (self.width > 1 and fits and written == rows >= _ALIKE):
                break
        closed = not reading.open
        if closed and not reading.strays and not (fits and self._are_rows(taken, rows, written)):
            return Row(reading.cells, len(taken))
        if closed and not fits and not rows and len(reading.cells) == self.width:
            return Row(reading.cells, len(taken))  # quotation marks of the text were not doubled
        if large and 2 * rows < written:
            return self._passed_over(reading, len(taken)) if line != TOO_LONG else Row([], len(taken), large=True)
        if ended and written and 2 * rows <= written:
            return Row([], len(taken), _open_to_the_end(len(taken)))
        self._waiting.extendleft(reversed(taken[1:]))
        return self._by_itself(alone) if fits else Row([], 1, "a quotation mark opens a cell and nothing closes it")

    def _by_itself(self, alone: list[str]) -> Row:
        """A line whose open quotation mark is plain text, as tables parted by tabs have it, or a slip."""
        if self._delimiter == "\t":
            return Row(alone)
        return Row([c[1:] if c.startswith('"') and c.count('"') == 1 else c for c in alone], unclosed=True)

    def _are_rows(self, taken: list[str], rows: int, written: int) -> bool:
        """Whether lines that one quoted cell seems to hold are rows: they have as many cells as the heading, and one
        of their cells is written alike in all of them, as numbers and dates are. Text has no tabs: there one is
        enough."""
        if self.width < 2 or not rows:
            return False
        if self._delimiter == "\t":
            return True
        if rows < _MOSTLY * written:
            return False
        tables = [found for found, _ in (cells(line, self._delimiter) for line in taken) if len(found) == self.width]
        shapes = zip(*([_shape(cell) for cell in found] for found in tables), strict=True)
        return any(len(set(column)) == 1 and "9" in column[0] for column in shapes)

    def _passed_over(self, reading: _Reading, lines: int) -> Row:
        """A cell of more than a document may hold, passed over to its end, or to lines that must be rows."""
        alike: list[str] = []
        while reading.open:
            reading.forget()
            line = self._take()
            if line is None:
                return Row([], lines, _open_to_the_end(lines))
            lines += 1
            reading.line(line)
            alike = [*alike, line] if self.width > 1 and len(cells(line, self._delimiter)[0]) == self.width else []
            if len(alike) >= _ALIKE:
                self._waiting.extendleft(reversed(alike))
                break
        return Row([], lines, large=True)


class _Reading:
    """The cells of a row by the rules of quoting, as its lines come. ``open``: a quoted cell is not closed yet.
    ``strays``: quotation marks in quoted cells that are neither doubled nor at the cell's end."""

    def __init__(self, delimiter: str) -> None:
        self.cells: list[str] = []
        self.open = False
        self.strays = 0
        self._delimiter = delimiter
        self._close = re.compile(f'"{_blanks(delimiter)}(?:{re.escape(delimiter)}|$)')
        self._opening = re.compile(f'{_blanks(delimiter)}"')
        self._parts: list[str] = []

    def line(self, line: str) -> None:
        """Read one line more."""
        at: int | None = 0
        if self.open:
            self._parts.append("\n")
            at = self._quoted(line, 0)
        while at is not None:
            opening = self._opening.match(line, at)
            if opening:
                self.open = True
                at = self._quoted(line, opening.end())
                continue
            end = line.find(self._delimiter, at)
            self.cells.append(line[at:] if end < 0 else line[at:end])
            at = None if end < 0 else end + 1

    def forget(self) -> None:
        """Let go of what was read."""
        self.cells, self._parts = [], []

    def _quoted(self, line: str, at: int) -> int | None:
        """Read on in a quoted cell; where the next cell begins, None where none does on this line."""
        while (mark := line.find('"', at)) >= 0:
            doubled = line.startswith('""', mark)
            closing = None if doubled else self._close.match(line, mark)
            if closing:
                self.cells.append("".join((*self._parts, line[at:mark])))
                self._parts, self.open = [], False
                return closing.end() if closing.group().endswith(self._delimiter) else None
            self._parts.append(line[at : mark + 1])
            self.strays += not doubled
            at = mark + 1 + doubled
        self._parts.append(line[at:])
        return None


@lru_cache(maxsize=8)
def _cell(delimiter: str) -> re.Pattern[str]:
    blanks, end = _blanks(delimiter), f"(?={re.escape(delimiter)}|$)"
    return re.compile(f'{blanks}"(?P<quoted>(?:[^"]++|"")*+)"{blanks}{end}')


def _blanks(delimiter: str) -> str:
    return "" if delimiter == "\t" else " *+"


def cells(line: str, delimiter: str) -> tuple[list[str], bool]:
    """The cells of one line, and whether all quotation marks that open one close it on the line; where they do not,
    they are plain text."""
    if '"' not in line:
        return line.split(delimiter), True
    pattern = _cell(delimiter)
    found, clean, at = [], True, 0
    while True:
        match = pattern.match(line, at)
        if match:
            found.append(match.group("quoted").replace('""', '"'))
            at = match.end()
        else:
            end = line.find(delimiter, at)
            end = len(line) if end < 0 else end
            clean = clean and not line[at:end].lstrip(" ").startswith('"')
            found.append(line[at:end])
            at = end
        if at >= len(line):
            return found, clean
        at += 1


def _open_to_the_end(lines: int) -> str:
    return f"a quotation mark opens a cell and nothing closes it in the {lines:,} lines to the end of the file"


def _shape(cell: str) -> str:
    """How a cell is written: digits as 9, letters as a."""
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d", "9", cell.strip(' "')[:_SHAPE]))
