"""What commands say to a terminal, and the exit codes they end with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from wader.records import Note, Skip
from wader.show.safe import safe

if TYPE_CHECKING:
    from wader.knowledge import Knowledge

OK, FAILED, USAGE, SKIPPED = 0, 1, 2, 3
"""Exit codes: all done, or nothing to do; a failure; the command's words are off; done, some inputs left out."""

stderr = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)


_UNWRAPPED = 100_000


class _Plain(Console):
    """A console for a pipe or a file: no line is wrapped, and none ends in blanks."""

    def print(self, *objects: Any, **options: Any) -> None:
        with self.capture() as got:
            super().print(*objects, **options)
        self.file.write("\n".join(line.rstrip() for line in got.get().split("\n")))


def stdout() -> Console:
    """Where cards and summaries go; made anew, because tests change what stdout is. Only a terminal wraps lines."""
    if sys.stdout.isatty():
        return Console(markup=False, highlight=False, emoji=False)
    return _Plain(markup=False, highlight=False, emoji=False, width=_UNWRAPPED)


def tell(skip: Skip) -> None:
    """Name an input that was left out, why, and what to do."""
    place = _place(skip.path, skip.id, skip.row)
    say(f"skipped {place}: {skip.stage}: {skip.reason.rstrip('.')}.", skip.remedy)


def tell_note(note: Note) -> None:
    """Name an input of which something was left aside, what, and what to do."""
    say(f"note on {_place(note.path, note.id)}: {note.stage}: {note.said}.", note.remedy)


def tell_strays(knowledge: Knowledge) -> None:
    """Name the files of ``--knowledge`` that nothing reads, and what to do with each."""
    for path, remedy in knowledge.strays():
        say(f"not read: {path}: Wader looks for no file of this name there.", remedy)
    _tell_brought(knowledge)


_TOLD = 20


def _tell_brought(knowledge: Knowledge) -> None:
    """Tell what dictionaries of the user's own gave, and the first notes on each."""
    brought = knowledge.brought
    if brought is None:
        return
    _ = knowledge.actors, knowledge.roles  # loading them is what tells which codes have a counterpart
    for counts in brought.counts:
        notes = [note for note in brought.notes if note.where.startswith(f"{counts.path}:")]
        for note in sorted(notes, key=lambda n: (not n.skipped, int(n.where.rpartition(":")[2])))[:_TOLD]:
            say(f"{'skipped' if note.skipped else 'note on'} {note.where}: {note.said}.", note.remedy)
        more = f"; {len(notes) - _TOLD:,} more notes are not shown" if len(notes) > _TOLD else ""
        say(
            f"{counts.path}: {counts.names:,} names, {counts.agents:,} agents, "
            f"{counts.discarded:,} names that are no actors, {counts.skipped:,} entries skipped{more}."
        )


def say(what: str, remedy: str | None = None) -> None:
    """A line on stderr; nothing in it reaches the terminal unescaped."""
    stderr.print(Text(safe(f"{what} {remedy}" if remedy else what)))


def _place(path: str | None, id_: str, row: int | None = None) -> str:
    """Where an input stands, as a user finds it: file and row, or file and id."""
    place = "stdin" if path == "-" else path or id_
    if row is not None:
        return f"{place}:{row}"
    return place if place.endswith(id_) else f"{place} ({id_})"
