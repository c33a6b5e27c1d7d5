"""What commands say to a terminal, and the exit codes they end with."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from wader.records import Skip
from wader.show.safe import safe

OK, FAILED, USAGE, SKIPPED = 0, 1, 2, 3
"""Exit codes: all done, or nothing to do; a failure; the command's words are off; done, some inputs left out."""

stderr = Console(stderr=True, markup=False, highlight=False, emoji=False, soft_wrap=True)


def stdout() -> Console:
    """Where cards and summaries go; made anew, because tests change what stdout is."""
    return Console(markup=False, highlight=False, emoji=False)


def tell(skip: Skip) -> None:
    """Name an input that was left out, why, and what to do."""
    place = "stdin" if skip.path == "-" else skip.path or skip.id
    if skip.row is not None:
        place += f":{skip.row}"
    elif not place.endswith(skip.id):
        place += f" ({skip.id})"
    remedy = f" {skip.remedy}" if skip.remedy else ""
    stderr.print(Text(safe(f"skipped {place}: {skip.stage}: {skip.reason.rstrip('.')}.{remedy}")))
