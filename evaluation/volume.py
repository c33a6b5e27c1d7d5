"""Everything once through the real command: failures, peak memory, and equal bytes with one worker and two.

    python -m evaluation.volume [SHARE]

SHARE (default 1) takes every n-th text, n = 1 / SHARE. ``wader code`` runs in processes of its own, as a user would
start it, first with one worker and then with two. A failure is an exit code that means neither "done" nor "done, some
skipped", a traceback, a fault that a stage reports of itself, a worker that died, or a text of which nothing is said.
Memory is sampled over the command and its workers together (Linux; elsewhere the largest single process).
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.arguments import absent, step_of
from evaluation.common import SHARED, VOLUME, volume

SOURCE = Path(__file__).resolve().parents[1] / "src"
WORKERS = (1, 2)
DONE = (0, 3)
"""Exit codes: all coded; finished, some inputs skipped."""
_POLL = 0.5  # seconds between two looks at the memory
_COUNTS = re.compile(r"^([\d,]+) documents?, ([\d,]+) events?, ([\d,]+) skipped$", re.MULTILINE)
_FAULTS = re.compile(r"a fault in Wader|the worker process died|^Traceback ", re.MULTILINE)
_READ_ONLY = "read and dated, not coded"
"""A page in another language counts both as a document and as skipped."""


@dataclass(frozen=True)
class Run:
    """One ``wader code``. ``digest``: SHA-256 of its stdout. ``peak``: MB of all its processes together."""

    code: int
    digest: str
    said: str
    peak: float
    seconds: float

    def counts(self) -> tuple[int, int, int]:
        """Documents, events and skipped inputs by the command's closing line; zeros where it wrote none."""
        told = _COUNTS.search(self.said)
        if told is None:
            return 0, 0, 0
        documents, events, skipped = (int(number.replace(",", "")) for number in told.groups())
        return documents, events, skipped

    def failures(self, texts: int) -> int:
        """How often something went wrong over ``texts`` inputs, lost ones included."""
        documents, _, skipped = self.counts()
        lost = abs(texts - (documents + skipped - self.said.count(_READ_ONLY)))
        return (self.code not in DONE) + len(_FAULTS.findall(self.said)) + lost


def _family(process: int) -> list[int]:
    """The process and all that descend from it. Linux only; elsewhere empty."""
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue  # it ended while we looked
        children.setdefault(parent, []).append(int(path.parent.name))
    family = [process] if children else []
    for member in family:
        family += children.get(member, [])
    return family


def _megabytes(process: int, file: str, field: str) -> float:
    """A size that Linux tells of a process; 0 where it does not, or no longer."""
    try:
        told = re.search(rf"^{field}:\s+(\d+) kB", Path(f"/proc/{process}/{file}").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(told.group(1)) / 1024 if told else 0.0


def _memory(process: int) -> float:
    """MB of the process and its descendants: together now (pages that they share count once), or the highest that
    one of them stood at since it began, whichever is more."""
    family = _family(process)
    together = sum(_megabytes(member, "smaps_rollup", "Pss") for member in family)
    return max(together, *(_megabytes(member, "status", "VmHWM") for member in family), 0.0)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "wader", *arguments]


def measure(arguments: Sequence[str], out: Path) -> Run:
    """Run ``wader`` with its output in files beside ``out``, and watch its memory."""
    path = os.pathsep.join(filter(None, [str(SOURCE), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path, "OMP_NUM_THREADS": "1"}
    errors = out.with_suffix(".err")
    with out.open("wb") as stdout, errors.open("wb") as stderr:
        started, peak, pid = time.monotonic(), 0.0, 0
        process = subprocess.Popen(command(*arguments), stdout=stdout, stderr=stderr, env=environment)
        while not pid:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if not pid:
                peak = max(peak, _memory(process.pid))
                time.sleep(_POLL)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - started
    if not peak:  # no /proc: the largest process alone. (On Linux this would include ours, from before the exec.)
        peak = usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    with out.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    said = errors.read_text("utf-8", "replace")
    return Run(process.returncode, digest, said, peak, seconds)


def code(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[int, Run]]:
    """``wader code`` over the rows, with each number of workers."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "rows.jsonl.gz"
        with gzip.open(pile, "wt", encoding="utf-8", compresslevel=1) as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
        for workers in WORKERS:
            yield workers, measure(["code", str(pile), "--workers", str(workers)], Path(folder) / f"{workers}.jsonl")


def evaluate(shared: Path, step: int = 1, *, tell: bool = False) -> dict[str, float]:
    """``failures`` over both runs, ``outputs that differ`` (0 or 1), peak MB and words per second of the clock by
    number of workers; ``tell`` prints what was skipped or went wrong."""
    rows = volume(shared, step)
    runs = dict(code(rows))
    words = sum(len(row["text"].split()) for row in rows)
    _, events, skipped = runs[1].counts()
    figures: dict[str, float] = {
        "texts": len(rows),
        "events": events,
        "skipped": skipped,
        "failures": sum(run.failures(len(rows)) for run in runs.values()),
        "outputs that differ": len({run.digest for run in runs.values()}) - 1,
    }
    for workers, run in runs.items():
        figures[f"peak MB, {workers} worker{'s'[: workers - 1]}"] = run.peak
        figures[f"words/s, {workers} worker{'s'[: workers - 1]}"] = words / run.seconds
        if tell:
            print(f"--- {workers} worker(s): exit code {run.code}\n{run.said}", file=sys.stderr)
    return figures


def main() -> None:
    step = step_of(__doc__, "evaluation.volume")
    if absent(SHARED / VOLUME):
        return
    for name, value in evaluate(SHARED, step, tell=True).items():
        print(f"{name:20} {value:,.0f}")


if __name__ == "__main__":
    main()
