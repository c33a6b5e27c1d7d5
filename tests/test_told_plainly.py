"""What commands say when things go otherwise than planned: full disks, damaged stores, Ctrl-C; and plain words."""

from __future__ import annotations

import json
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import wader
from tests import pages
from tests.command import environment, here
from wader.store import Store

LONG = "Rwanda denied supporting the fighters, " + "and its ministry said so again in a letter, " * 8 + "on Monday."


@pytest.fixture
def rows(tmp_path) -> Path:
    return pages.write_rows(tmp_path / "rows.jsonl", pages.english())


def shell(command: str) -> subprocess.CompletedProcess[str]:
    python = f"{shlex.quote(sys.executable)} -m wader"
    command = command.replace("WADER", python)
    return subprocess.run(["bash", "-c", command], capture_output=True, text=True, env=environment(), timeout=120)


def test_a_disk_without_room_is_told_and_the_run_goes_on_later(rows, tmp_path):
    store = tmp_path / "store"
    done = shell(f"ulimit -f 2; WADER run {rows} --to {store} -q")
    assert done.returncode == 1 and "cannot write to the store" in done.stderr and "File too large" in done.stderr
    assert "fault" not in done.stderr and "Traceback" not in done.stderr
    assert wader.run(rows, store).status == "complete"


def test_stdout_without_room_is_told(rows, tmp_path):
    done = shell(f"ulimit -f 1; WADER code {rows} > {tmp_path / 'out.jsonl'}")
    assert done.returncode == 1 and "File too large" in done.stderr
    assert "fault" not in done.stderr and "Traceback" not in done.stderr and "Exception" not in done.stderr


def test_a_damaged_part_is_told_in_one_line(rows, tmp_path):
    store = tmp_path / "store"
    wader.run(rows, store)
    part = next(store.glob("documents/*.parquet"))
    whole = part.read_bytes()
    part.write_bytes(whole[:60] + bytes(len(whole) - 400) + whole[-340:])
    commands = (["export", store, "--what", "documents"], ["run", rows, "--to", store])
    for done in (here(*command) for command in commands):
        assert done.code == 1 and "damaged part" in done.err and "fault" not in done.err, done.err
        assert len(done.err.strip().splitlines()) == 1
    part.write_bytes(b"no Parquet at all")
    done = here("run", rows, "--to", store)
    assert done.code == 1 and "damaged part" in done.err


def test_ctrl_c_is_told(tmp_path):
    path = pages.write_rows(tmp_path / "rows.jsonl", pages.many(4000))
    command = [sys.executable, "-m", "wader", "code", str(path)]
    with (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.PIPE, env=environment())
        deadline = time.monotonic() + 60
        while not (tmp_path / "out").stat().st_size:
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1 and b"stopped" in err and b"Traceback" not in err


def test_a_hint_can_be_pasted(rows, tmp_path):
    done = here("run", rows, "--to", "my store", cwd=tmp_path)
    assert "wader export 'my store' -o" in done.err and "--store 'my store'" in done.err


def test_text_in_a_pipe_is_not_wrapped():
    lines = here("why", "--text", LONG).out.decode().splitlines()
    assert any(LONG.endswith(line.strip()[-60:]) and len(line) > 300 for line in lines)
    assert not [line for line in lines if line != line.rstrip()]


def test_confidence_is_shown_and_asked_for(rows, tmp_path):
    result = wader.code(pages.STRIKE, date="2021-03-05", min_confidence=0)
    shown = f"confidence {result[0].confidence:.2f}"
    assert shown in repr(result) and shown in result._repr_html_()
    assert re.search(r"confidence \d\.\d\d", here("why", "--text", pages.STRIKE).out.decode().splitlines()[0])
    store = tmp_path / "store"
    sure = wader.run(rows, store, min_confidence=0.7)
    assert (sure.coded, sure.min_confidence) == (3, 0.7)
    with Store(store) as opened:
        kept = list(opened.events())
    assert kept and all(event.confidence >= 0.7 for event in kept)
    every = wader.run(rows, store, min_confidence=0)
    assert every.coded == 3 and every.events > sure.events
    exported = here("export", store, "--min-confidence", "0.7").rows
    assert {row["id"] for row in exported} == {event.id for event in kept}
    assert wader.run(rows, store, min_confidence=0).coded == 0
    refused = here("export", store, "--what", "stories", "--min-confidence", "0.7")
    assert refused.code == 2 and "goes with events" in refused.err
    told = here("annotate", rows, "--min-confidence", "0.7").rows
    assert {event["id"] for row in told for event in row["events"]} == {event.id for event in kept}


def test_a_lower_bound_is_told_as_one():
    result = wader.code("A bomb killed at least 14 people in Mali on Monday.", date="2021-03-05", min_confidence=0)
    rules = [found.rule for event in result for found in event.evidence.get("figures", [])]
    assert "killed: at least 14" in rules and not [rule for rule in rules if "None" in rule]


def test_the_summary_tells_one_base_at_a_time(tmp_path):
    path = tmp_path / "rows.jsonl"
    texts = ("Chad thanked Togo.", "Chad did not thank Togo.", "France praised Mali.")
    path.write_text("".join(json.dumps({"id": text, "text": text}) + "\n" for text in texts))
    said = here("run", path, "--to", tmp_path / "store", "--min-confidence", "0").out.decode()
    with Store(tmp_path / "store") as opened:
        counted = [event for event in opened.events() if "negation" not in event.auxiliary]
    assert f"The other {len(counted)}: none with a date." in said and "no dated event" not in said
