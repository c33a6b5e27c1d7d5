"""Where output goes: links, pipes, devices and terminals get what a user expects of them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.command import environment, here, wader

TEXT = "Chad thanked Togo for its help on Monday."


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    to = tmp_path_factory.mktemp("output") / "store"
    row = {"id": "a", "text": TEXT, "title": "Thanks \x1b[31mred\x9b2J", "date": "2021-05-04"}
    assert here("run", "-", "--to", to, "-q", stdin=json.dumps(row).encode()).code == 0
    return to


@pytest.fixture(scope="module")
def events(store) -> bytes:
    done = here("export", store)
    assert done.rows
    return done.out


def test_a_dash_is_stdout(store, events, tmp_path):
    done = here("export", store, "-o", "-", cwd=tmp_path)
    assert (done.out, list(tmp_path.iterdir())) == (events, [])


def test_a_link_stays_and_its_target_is_written(store, events, tmp_path):
    target, link = tmp_path / "real" / "events.jsonl", tmp_path / "link.jsonl"
    target.parent.mkdir()
    link.symlink_to(target)
    for _ in range(2):  # to nothing yet, then to a file
        assert here("export", store, "-o", link).code == 0
        assert link.is_symlink() and target.read_bytes() == events
    assert [path.name for path in target.parent.iterdir()] == ["events.jsonl"]


def test_a_file_keeps_its_rights(store, events, tmp_path):
    target = tmp_path / "events.jsonl"
    target.touch(0o600)
    target.chmod(0o600)
    assert here("export", store, "-o", target).code == 0
    assert (target.stat().st_mode & 0o777, target.read_bytes()) == (0o600, events)


def test_a_pipe_is_written_into(store, events, tmp_path):
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert here("export", store, "-o", pipe).code == 0
    reader.join(30)
    assert got == [events] and pipe.is_fifo()


def test_stdout_by_its_name_appends_where_the_shell_does(store, events, tmp_path):
    log = tmp_path / "log"
    log.write_bytes(b"before\n")
    with log.open("ab") as out:
        command = [sys.executable, "-m", "wader", "export", str(store), "-o", "/dev/stdout"]
        assert subprocess.run(command, stdout=out, env=environment()).returncode == 0
    assert log.read_bytes() == b"before\n" + events


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no /dev/full here")
def test_a_full_device_is_told_and_stays(store):
    done = here("export", store, "-o", "/dev/full")
    assert done.code == 1 and "cannot write /dev/full: No space left" in done.err
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_no_control_character_reaches_a_terminal(store, form):
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "wader", "export", str(store), "--format", form]
    process = subprocess.Popen(command, stdout=child, stderr=subprocess.DEVNULL, env=environment())
    os.close(child)
    said = b""
    while True:
        try:
            said += os.read(parent, 65536)
        except OSError:  # its end
            break
    os.close(parent)
    assert process.wait(60) == 0
    assert b"Thanks" in said and not set(said.decode()) & set("\x1b\x9b")
    piped = wader("export", store, "--format", "csv").out.decode()
    assert "Thanks \x1b[31mred\x9b2J" in piped, "a file has the title as it came"
