"""The run over everything: what counts as a failure, and one small run of the real command."""

from __future__ import annotations

import gzip
import json
import os
import sys
from pathlib import Path

import pytest

from evaluation import volume
from evaluation.common import VOLUME
from tests.command import here
from tests.pages import ROWS, write_rows

FINE = "3 documents, 1,204 events, 0 skipped\n"


def run(said: str, code: int = 0) -> volume.Run:
    return volume.Run(code, "", said, 100.0, 1.0)


def test_the_closing_line_is_read() -> None:
    assert run(FINE).counts() == (3, 1204, 0)
    assert run("1 document, 1 event, 1 skipped\n").counts() == (1, 1, 1)
    assert run("").counts() == (0, 0, 0)


@pytest.mark.parametrize(
    ("said", "code", "failures"),
    [
        (FINE, 0, 0),
        (FINE, 1, 1),
        ("2 documents, 4 events, 0 skipped\n", 0, 1),
        ("skipped x: read: no article text found.\n2 documents, 4 events, 1 skipped\n", 3, 0),
        ("skipped x: code: language 'de': read and dated, not coded.\n3 documents, 4 events, 1 skipped\n", 3, 0),
        ("skipped x: code: a fault in Wader (KeyError).\n2 documents, 4 events, 1 skipped\n", 3, 1),
        ("skipped x: run: the worker process died on it.\n2 documents, 4 events, 1 skipped\n", 3, 1),
        ("Traceback (most recent call last):\n", 1, 5),
    ],
)
def test_what_counts_as_a_failure(said: str, code: int, failures: int) -> None:
    assert run(said, code).failures(3) == failures


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="no /proc of Linux")
def test_memory_is_this_family_alone() -> None:
    assert volume._family(os.getpid())[0] == os.getpid()
    assert 5 < volume._memory(os.getpid()) < 100_000
    assert volume._memory(2**22 + 1) == 0.0


def test_our_own_size_is_not_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = bytearray(b"x") * 300_000_000
    monkeypatch.setattr(volume, "command", lambda *arguments: [sys.executable, "-c", "import time; time.sleep(1)"])
    assert volume.measure([], tmp_path / "out").peak < 150 or not Path("/proc/self/smaps_rollup").exists()
    assert len(held)


FAKE = """
import sys
workers = sys.argv[sys.argv.index("--workers") + 1]
print({out})
print("4 documents, 9 events, 1 skipped", file=sys.stderr)
print("skipped german: code: language 'de': read and dated, not coded.", file=sys.stderr)
sys.exit(3)
"""


@pytest.mark.parametrize(("out", "differ"), [("'{}'", 0), ("workers", 1)])
def test_both_runs_are_measured_and_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str, differ: int
) -> None:
    path = tmp_path / VOLUME
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in ROWS)
    monkeypatch.setattr(volume, "command", lambda *given: [sys.executable, "-c", FAKE.format(out=out), *given])
    figures = volume.evaluate(tmp_path)
    assert (figures["texts"], figures["events"], figures["skipped"]) == (len(ROWS), 9, 1)
    assert (figures["failures"], figures["outputs that differ"]) == (0, differ)
    assert figures["words/s, 2 workers"] > 0


def test_the_real_command_says_what_is_read_here(tmp_path: Path) -> None:
    done = here("code", write_rows(tmp_path / "rows.jsonl", ROWS))
    told = volume.Run(done.code, "", done.err, 0.0, 1.0)
    assert told.counts() == (len(ROWS), len(done.rows), 1)
    assert told.failures(len(ROWS)) == 0
