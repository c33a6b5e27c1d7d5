"""What scorers take from their command line: files of rows that may be wrong, shares, data that may be absent."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from evaluation.common import SHARED

Row = dict[str, Any]


def parser_of(doc: str | None, module: str) -> argparse.ArgumentParser:
    """A parser whose help is the module's own docstring."""
    return argparse.ArgumentParser(
        prog=f"python -m {module}", description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def rows_of(parser: argparse.ArgumentParser, path: Path, needs: Collection[str] = ()) -> list[Row]:
    """The JSON Lines of a file; ends the command where it cannot be read, or a row has not all keys of ``needs``."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        parser.error(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is no text in UTF-8'}.")
    found: list[Row] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError:
            parser.error(f"{path}, line {number}: no JSON.")
        if not isinstance(row, dict) or (missing := [key for key in needs if key not in row]):
            what = "no JSON object" if not isinstance(row, dict) else f"without {', '.join(missing)}"
            parser.error(f"{path}, line {number}: {what}; --help tells what the file should hold.")
        found.append(row)
    return found


def absent(*needed: Path) -> bool:
    """Whether one of the files or folders is not there; says which, as the layers of ``python -m evaluation`` do."""
    missing = next((path for path in needed if not path.exists()), None)
    if missing is None:
        return False
    print(f"{missing} is absent: nothing measured. It is third-party data, which is no part of this project.")
    print(f"They are looked for in {SHARED}; WADER_SHARED=FOLDER names another folder (evaluation/README.md).")
    return True


def over_gold(
    doc: str | None, module: str, usual: Path, gold: str, evaluate: Callable[[Path], dict[str, float]]
) -> None:
    """The command of a scorer that takes but the folder SHARED (``usual``), in which ``gold`` lies: prints its
    figures."""
    parser = parser_of(doc, module)
    parser.add_argument("shared", nargs="?", type=Path, default=usual, metavar="SHARED")
    shared = parser.parse_args().shared
    if absent(shared / gold):
        return
    for name, value in evaluate(shared).items():
        print(f"{name}\t{value:.4f}")


def share(text: str) -> float:
    """A share of the texts, for ``argparse``: above 0, at most 1."""
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share of the texts: above 0, at most 1.")
    return value


def step_of(doc: str | None, module: str) -> int:
    """Every how many-th text is to be taken, by the only argument of the command line, SHARE."""
    parser = parser_of(doc, module)
    parser.add_argument("share", nargs="?", type=share, default=1.0, metavar="SHARE", help="above 0, at most 1")
    return round(1 / float(parser.parse_args().share))
