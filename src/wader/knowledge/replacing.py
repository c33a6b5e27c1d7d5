"""Putting new content into a user's folder: loaded from a copy first, then in one step into its place."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from wader.errors import KnowledgeError
from wader.knowledge import Knowledge, actors, offices
from wader.knowledge.files import PACKAGED

_READ = {
    *actors.LISTS, *offices.FILES, "countries.yaml", "groups.csv.gz", "given_names.yaml", "titles.yaml", "plover.yaml",
}  # fmt: skip
"""Files that say who is who, and with which sectors."""


def current(path: Path) -> str:
    """The content of a file, line ends as they are; empty where it is not there.

    Raises:
        KnowledgeError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: cannot be read ({error}); mend it or take it away.") from error


def replace(directory: Path, changes: Mapping[str, str | None]) -> None:
    """Give files of the folder, made where it is not there, new content, if the whole folder loads with it.

    Raises:
        KnowledgeError: it does not load, or cannot be written; nothing is changed.
    """
    _try(directory, changes)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        for name, text in changes.items():
            if text is not None:
                _write((directory / name).resolve(), text)
    except OSError as error:
        raise KnowledgeError(
            f"{directory}: cannot be written to ({error.strerror}): make it writable, or name another folder. Nothing "
            "was changed."
        ) from error


def _write(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _try(directory: Path, changes: Mapping[str, str | None]) -> None:
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place)
        for name in sorted(_READ):
            if (directory / name).is_file():
                shutil.copyfile(directory / name, copy / name)
        for name, text in changes.items():
            if text is not None:
                (copy / name).write_bytes(text.encode("utf-8"))
        try:
            loaded = Knowledge([PACKAGED, copy])
            loaded.actors.entries()
            loaded.offices.names()
            for entry, said_in in loaded.offices.entries():
                if said_in == copy:
                    offices.validity(entry, "2000-01-01")
                else:
                    break
        except (ValueError, IndexError) as error:
            raise KnowledgeError(f"{directory / offices.FILES[0]}: a row is malformed ({error}); mend it. Nothing was "
                                 "changed.") from error  # fmt: skip
        except KnowledgeError as error:
            told = str(error).replace(str(copy), str(directory)).rstrip(".")
            raise KnowledgeError(f"{told}. Nothing was changed.") from error
