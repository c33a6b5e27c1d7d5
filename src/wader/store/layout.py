"""Where things lie in a store, how it is found and made, and the lock that keeps a second writer out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wader.errors import StoreError, UsageError
from wader.knowledge.locking import take
from wader.version import STORE_MARKER

FORMAT = 1


@dataclass(frozen=True)
class Layout:
    """Paths of a store under ``root``."""

    root: Path

    @property
    def marker(self) -> Path:
        return self.root / STORE_MARKER

    @property
    def documents(self) -> Path:
        return self.root / "documents"

    @property
    def events(self) -> Path:
        return self.root / "events"

    @property
    def names(self) -> Path:
        return self.root / "names"

    @property
    def skips(self) -> Path:
        return self.root / "skips"

    @property
    def origins(self) -> Path:
        return self.root / "origins"

    @property
    def runs(self) -> Path:
        return self.root / "runs"

    @property
    def index(self) -> Path:
        return self.root / "index.duckdb"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    def parts(self, table: Path) -> list[str]:
        """Finished Parquet files of a table, sorted by name; half-written ``.tmp`` files are not among them."""
        return sorted(str(path) for path in table.glob("*.parquet"))


def create_or_open(root: Path) -> Layout:
    """Layout of the store at ``root``, made if the folder is missing or empty.

    Raises:
        StoreError: ``root`` is something else than a store, or a store of a later layout.
    """
    layout = Layout(root)
    if layout.marker.exists():
        return open_layout(root)
    if root.exists() and not root.is_dir():
        raise StoreError(f"{root} is a file, and a store is a folder: name another place with --to.")
    if root.exists() and any(root.iterdir()):
        raise StoreError(f"{root} holds other files and is no Wader store: give --to an empty or a new folder.")
    try:
        for folder in (layout.documents, layout.events, layout.skips, layout.runs):
            folder.mkdir(parents=True, exist_ok=True)
        write_whole(layout.marker, json.dumps({"wader_store": FORMAT}).encode() + b"\n")
    except OSError as error:
        raise StoreError(f"cannot make a store at {root}: {error.strerror}. Name another place with --to.") from error
    return layout


def open_layout(root: Path) -> Layout:
    """Layout of an existing store.

    Raises:
        StoreError: there is none, or its layout is of a later Wader.
    """
    layout = Layout(root)
    if not layout.marker.is_file():
        raise StoreError(f"{root} is no Wader store: make one with `wader run PATH --to {root}`.")
    try:
        found = json.loads(layout.marker.read_bytes())["wader_store"]
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise StoreError(f"{layout.marker} cannot be read ({error}): restore it from a backup.") from error
    if found != FORMAT:
        raise StoreError(f"{root} has layout {found}, and this Wader reads layout {FORMAT}: update Wader.")
    return layout


def find_store(given: Path | None) -> Path:
    """The store to read: the one given, else ``$WADER_STORE``, else the only store in this folder.

    Raises:
        UsageError: there is none, or more than one.
    """
    if given is not None:
        return given
    named = os.environ.get("WADER_STORE")
    if named:
        return Path(named)
    here = Path()
    if (here / STORE_MARKER).is_file():
        return here
    found = sorted(marker.parent for marker in here.glob(f"*/{STORE_MARKER}"))
    if len(found) == 1:
        return found[0]
    which = f"{len(found)} stores here ({', '.join(map(str, found[:4]))})" if found else "no store here"
    raise UsageError(f"{which}: name one with --store DIR or the variable WADER_STORE.")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, even if the machine stops in between."""
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())
    temporary.replace(path)


@contextmanager
def writing(layout: Layout) -> Iterator[None]:
    """Hold the store's lock; it goes with the process, so a killed run leaves none behind.

    Raises:
        StoreError: another process writes to this store.
    """
    handle = layout.lock.open("a+")
    try:
        if not _take(handle.fileno()):
            handle.seek(0)
            owner = handle.read().strip()
            who = f" (process {owner})" if owner.isdecimal() else ""
            raise StoreError(
                f"another run is writing to {layout.root}{who}: wait until it ends, or give --to another store."
            )
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield
    finally:
        handle.close()


def _take(descriptor: int) -> bool:
    """Try to lock an open file for this process alone; what cannot be locked is not taken."""
    try:
        return take(descriptor)
    except OSError:
        return False
