"""Where commands write rows: stdout, a file that takes its name when it is whole, a pipe or a device."""

from __future__ import annotations

import gzip
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from wader.errors import UsageError, WaderError, system_reason
from wader.show.safe import on_screen


class _Screen:
    """Stdout where it is a terminal: what a text may do to that is made visible and does nothing."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, data: bytes) -> int:
        return self.stream.write(on_screen(data.decode("utf-8", "replace")).encode())

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def rows_out() -> BinaryIO:
    """Stdout for rows, as bytes: to a pipe or a file each byte as it is, on a terminal without control characters."""
    stream = sys.stdout.buffer
    return cast(BinaryIO, _Screen(stream)) if sys.stdout.isatty() else stream


def is_stdout(output: Path | None) -> bool:
    """Whether a file that is named for output is stdout: none is named, ``-`` is, or its own name in the system."""
    if output is None or str(output) == "-":
        return True
    with suppress(OSError, ValueError):
        return os.path.samestat(output.stat(), os.fstat(sys.stdout.fileno()))
    return False


@contextmanager
def written(output: Path | None) -> Iterator[BinaryIO]:
    """Where to write what is named by ``--output``; None and ``-`` are stdout.

    A file takes its name when it is whole, and keeps the rights that it had; a link stays, and its target is written.
    What is no regular file (a pipe, a device) is written straight into. ``.gz`` packs.

    Raises:
        UsageError: it is a folder.
        WaderError: the system refuses to write it.
    """
    if output is None or is_stdout(output):
        yield rows_out()
        sys.stdout.buffer.flush()
        return
    if not output.name or output.is_dir():
        raise UsageError(f"{output} is a folder: name a file with -o.")
    try:
        with _straight(output) if _is_special(output) else _whole(output) as handle:
            if output.suffix.lower() == ".gz":
                with gzip.GzipFile("", "wb", fileobj=handle, mtime=0) as packed:
                    yield cast(BinaryIO, packed)
            else:
                yield handle
    except BrokenPipeError:
        raise  # whoever reads has had enough
    except OSError as error:
        reason = system_reason(error)
        raise WaderError(f"cannot write {output}: {reason}. Make room there, or name another place with -o.") from error


def _is_special(output: Path) -> bool:
    try:
        return not stat.S_ISREG(output.stat().st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def _straight(output: Path) -> Iterator[BinaryIO]:
    with output.open("wb") as handle:
        yield handle


@contextmanager
def _whole(output: Path) -> Iterator[BinaryIO]:
    target = output.resolve()
    temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as handle:
            yield handle
        if target.exists():
            shutil.copymode(target, temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
