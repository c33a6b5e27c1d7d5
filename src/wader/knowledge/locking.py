"""One writer at a time in a folder of knowledge: reading what stands there, changing it, putting it back are one act.

The folder itself is locked, so that nothing is left in it. Where folders cannot be (Windows, some network drives) a
hidden file in it is, which no loader reads. Locks go with the process that holds them: a killed command leaves none.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wader.errors import KnowledgeError

LOCK = ".wader.lock"
"""The file that is locked where the folder cannot be."""
_PATIENCE = 300.0
"""Seconds to wait for another writer: each loads the whole folder before it writes."""
_PAUSE = 0.02
_held = threading.local()


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Keep other writers out of the folder, which is made where it is not there, and gone again if nothing was put
    into it. A thread that holds the folder may ask for it again.

    Raises:
        KnowledgeError: the folder cannot be made or locked, or another command does not let go of it.
    """
    name = str(directory.resolve())
    mine: set[str] = _held.__dict__.setdefault("folders", set())
    if name in mine:
        yield
        return
    made, handle = _taken(directory)
    mine.add(name)
    try:
        yield
    finally:
        mine.discard(name)
        for folder in made:  # the innermost first; what holds something stays
            with contextlib.suppress(OSError):
                folder.rmdir()
        os.close(handle)


def _taken(directory: Path) -> tuple[list[Path], int]:
    """Folders made for it, and the locked descriptor."""
    until = time.monotonic() + _PATIENCE
    made: list[Path] = []
    while True:
        made += [folder for folder in _made(directory) if folder not in made]
        handle = _opened(directory)
        if handle is None:
            continue  # whoever made the folder took it away again
        try:
            while not _lock(handle, directory):
                if time.monotonic() > until:
                    raise KnowledgeError(
                        f"{directory}: another command has been writing there for minutes: wait until it ends, or end "
                        "it. Nothing was changed."
                    )
                time.sleep(_PAUSE)
            if _is_there(handle, directory):
                return made, handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _made(directory: Path) -> list[Path]:
    """The folder and those above it that were not there, made now, the innermost first."""
    missing = []
    for folder in (directory, *directory.parents):
        if folder.exists():
            break
        missing.append(folder)
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        where = error.filename or directory
        raise KnowledgeError(f"{where}: cannot be made ({error.strerror}); name another folder.") from error
    return missing


def _opened(directory: Path) -> int | None:
    """A descriptor that can be locked; None where the folder is not there any more."""
    try:
        if os.name == "nt":
            return os.open(directory / LOCK, os.O_RDWR | os.O_CREAT)
        return os.open(directory, os.O_RDONLY)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unlockable(directory, error) from error


def take(descriptor: int) -> bool:
    """Try to lock what is open for this process alone; whether nobody else has it.

    Raises:
        OSError: it can be locked by nobody (a network drive's folder).
    """
    try:
        import fcntl
    except ImportError:  # Windows has no fcntl
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lock(handle: int, directory: Path) -> bool:
    """Try to lock a descriptor for this process alone; whether nobody else has it.

    Raises:
        KnowledgeError: nothing can be locked there.
    """
    try:
        return take(handle)
    except OSError:  # a network drive may lock files that are open for writing, and no folders
        return _lock_file(handle, directory)


def _lock_file(handle: int, directory: Path) -> bool:
    """Put the hidden file in the place of the folder that ``handle`` is of, and try to lock that."""
    try:
        file = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        os.dup2(file, handle)
        os.close(file)
        return take(handle)
    except OSError as error:
        raise _unlockable(directory, error) from error


def _is_there(handle: int, directory: Path) -> bool:
    """Whether what was locked is what stands there now: it may have been taken away while this one waited."""
    locked = os.fstat(handle)
    for path in (directory, directory / LOCK):
        try:
            found = path.stat()
        except OSError:
            continue
        if (found.st_dev, found.st_ino) == (locked.st_dev, locked.st_ino):
            return True
    return False


def _unlockable(directory: Path, error: OSError) -> KnowledgeError:
    return KnowledgeError(
        f"{directory}: cannot be locked against other writers ({error.strerror}); copy the folder to a disk of this "
        "machine that you may write to, and change it there. Nothing was changed."
    )
