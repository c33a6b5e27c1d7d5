"""Data files of the knowledge: reading them, laying a user's over the packaged ones, telling which are not read."""

from __future__ import annotations

import csv
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from wader.errors import KnowledgeError

PACKAGED = Path(__file__).parent
DATA = (".yaml", ".tsv", ".csv.gz", ".onnx", ".npy", ".json")
"""Endings of the files that hold knowledge."""
LEXICON = "lexicon"
ENCODER = "encoder"
"""Folder of the trained encoder, which is not laid over: another one is another program."""

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MALFORMED = (
    KeyError, TypeError, AttributeError, ValueError, IndexError, re.error, csv.Error, OSError, EOFError, zlib.error
)  # fmt: skip
"""What reading an entry, or a table that may be packed, raises where it is not of the form."""
_NOTES = (".md", ".txt", ".rst")


def read_yaml(path: Path) -> Any:
    """The content of a YAML data file, through the C parser where it is installed; None for an empty file.

    Raises:
        KnowledgeError: the file cannot be read or is not YAML; names it.
    """
    try:
        return yaml.load(path.read_bytes(), Loader=LOADER)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        raise KnowledgeError(f"{path}: not YAML ({error}); mend it or take it away.") from error
    except OSError as error:
        raise KnowledgeError(f"{path}: cannot be read ({error.strerror}); mend it or take it away.") from error
    except RecursionError as error:
        raise KnowledgeError(f"{path}: nested too deep for YAML data; mend it or take it away.") from error


@contextmanager
def entries_of(path: Path) -> Iterator[None]:
    """Turns what a malformed entry raises into a ``KnowledgeError`` that names the file."""
    try:
        yield
    except _MALFORMED as error:
        raise KnowledgeError(
            f"{path}: an entry is malformed ({type(error).__name__}: {error}); "
            f"compare the head of Wader's own {path.name}."
        ) from error


def layers(directories: Sequence[Path], name: str) -> list[tuple[Path, Any]]:
    """Path and content of file ``name`` in each directory that has it and where it is not empty, in order.

    Raises:
        KnowledgeError: a file is not YAML.
    """
    found = [(path, read_yaml(path)) for path in (directory / name for directory in directories) if path.is_file()]
    return [(path, content) for path, content in found if content is not None]


def laid_over(directories: Sequence[Path], name: str) -> dict[str, Any]:
    """File ``name`` of all directories as one mapping of sections: a later file's mappings are laid over an earlier
    one's key by key, its lists added, other values put in their place.

    Raises:
        KnowledgeError: no directory has the file; one is not YAML, or not a mapping of sections of one kind.
    """
    data: dict[str, Any] = {}
    for path, part in layers(directories, name):
        if not isinstance(part, Mapping):
            raise KnowledgeError(f"{path}: must be a mapping of sections; compare Wader's own {name}.")
        for key, value in part.items():
            if key in data and _kind(value) is not _kind(data[key]):
                kind = "list" if isinstance(data[key], list) else "mapping" if isinstance(data[key], dict) else "value"
                raise KnowledgeError(f"{path}: section `{key}` must be a {kind}; compare Wader's own {name}.")
            if isinstance(value, dict):
                data[key] = {**data.get(key, {}), **value}
            elif isinstance(value, list):
                data[key] = [*data.get(key, []), *value]
            else:
                data[key] = value
    if not data:
        raise KnowledgeError(f"No {name} in {', '.join(map(str, directories))}; reinstall Wader.")
    return data


def _kind(value: Any) -> type:
    """The type of a value, whole numbers and fractions being of one."""
    return float if type(value) is int else type(value)


def strays(directory: Path) -> list[tuple[str, str]]:
    """(path inside ``directory``, what to do) of files there that no loader reads: mislaid, or named otherwise than a
    packaged one. Hidden files and notes (``.md``, ``.txt``) are no knowledge and are passed over."""
    known = {path.name for path in PACKAGED.iterdir() if path.name.endswith(DATA)}
    words = {path.name for path in (PACKAGED / LEXICON).iterdir()}
    found = []
    for path in sorted(p for p in directory.rglob("*") if p.is_file()):
        inside = path.relative_to(directory)
        if any(part.startswith(".") for part in inside.parts) or path.suffix in _NOTES:
            continue
        if directory == PACKAGED and inside.parts[0] == ENCODER:
            continue
        remedy = _remedy(inside, known, words)
        if remedy:
            found.append((inside.as_posix(), remedy))
    return found


def _remedy(inside: Path, known: set[str], words: set[str]) -> str | None:
    """What to do with a file that is not read where it stands; None for one that is."""
    name, folder = inside.name, inside.parent.as_posix()
    renamed = inside.with_suffix(".yaml").name if inside.suffix in (".yml", ".YAML", ".YML") else name
    if folder == LEXICON and inside.suffix == ".yaml":
        return None
    if folder == "." and name in known:
        return None
    if renamed in known:
        return f"Move it to {renamed}, at the top of the folder."
    if renamed in words or (folder == LEXICON and renamed != name):
        return f"Move it to {LEXICON}/{renamed}."
    close = get_close_matches(renamed.lower(), sorted(known | words), 1, 0.85)
    if close:
        return f"Did you mean {LEXICON + '/' if close[0] in words else ''}{close[0]}?"
    return f"Words that make events go into {LEXICON}/NAME.yaml, all else into files named like those in {PACKAGED}."
