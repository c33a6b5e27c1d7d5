"""The real command, in a process of its own (``wader``) or in this one (``here``), and what it put out."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

SOURCE = Path(__file__).parents[1] / "src"


@dataclass
class Done:
    """A finished command. ``peak`` is its largest resident memory in MB (of the command, not of its workers)."""

    code: int
    out: bytes
    err: str
    peak: float
    seconds: float

    @property
    def rows(self) -> list[Any]:
        """Its stdout as JSON lines."""
        return [msgspec.json.decode(line) for line in self.out.splitlines()]


def environment(**more: str) -> dict[str, str]:
    """Surroundings without a terminal, a store or colours of the tester's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WADER_")}
    path = os.pathsep.join(filter(None, [str(SOURCE), kept.get("PYTHONPATH")]))
    return {**kept, "PYTHONPATH": path, "OMP_NUM_THREADS": "1", "COLUMNS": "100", **more}


def here(*arguments: object, stdin: bytes = b"", cwd: Path | None = None) -> Done:
    """Run the command in this process, where knowledge and models are loaded once for all tests."""
    from wader.cli import execute

    out, err = io.BytesIO(), io.BytesIO()
    started, given, was = time.monotonic(), sys.stdin, Path.cwd()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin))
    try:
        os.chdir(cwd or was)
        with (
            contextlib.redirect_stdout(io.TextIOWrapper(out, "utf-8", write_through=True)),
            contextlib.redirect_stderr(io.TextIOWrapper(err, "utf-8", write_through=True)),
        ):
            code = execute([str(argument) for argument in arguments])
            return Done(code, out.getvalue(), err.getvalue().decode(), 0.0, time.monotonic() - started)
    finally:
        sys.stdin = given
        os.chdir(was)


def _resident(pid: int) -> float:
    """The largest memory of a process so far, in MB. (What the system reports at its end, ``ru_maxrss``, is never less
    than what the process that started it held, which is this one with all its models.)"""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0  # it has just ended, or this is no Linux
    return int(found[1]) / 1024 if found else 0.0


def wader(*arguments: object, stdin: bytes = b"", cwd: Path | None = None, **more: str) -> Done:
    """Run ``wader`` with these arguments."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        started = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "wader", *map(str, arguments)],
            stdin=given,
            stdout=out,
            stderr=err,
            cwd=cwd,
            env=environment(**more),
        )
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            time.sleep(0.01)
        seconds = time.monotonic() - started
        out.seek(0)
        err.seek(0)
        said = err.read().decode("utf-8", "replace")
        return Done(process.returncode, out.read(), said, peak or float("nan"), seconds)
