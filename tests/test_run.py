"""Runs into a store: resumable after any stop, the same bytes for any number of workers, one coder's work done once."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import wader
from tests import pages
from tests.command import environment
from tests.command import wader as wader_command
from wader.errors import StageError, UsageError
from wader.jobs import batches
from wader.records import RawDocument, Skip
from wader.run import count_inputs, run
from wader.store import Store
from wader.version import VERSION


def content(store: Path) -> dict[str, str]:
    """Hash of each file that a run makes, but for the record with its times and the index made from the rest."""
    return {
        str(path.relative_to(store)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(store.rglob("*.parquet"))
    }


def ids(store: Path) -> list[str]:
    with Store(store) as opened:
        return [event.id for event in opened.events()]


def test_two_workers_make_the_same_files_as_one(tmp_path):
    rows = pages.write_rows(tmp_path / "rows.jsonl", [*pages.many(40), *pages.ROWS])
    one, two = tmp_path / "one", tmp_path / "two"
    run([str(rows)], one)
    assert wader_command("run", rows, "--to", two, "--workers", "2").code == 3
    assert content(one) == content(two)
    assert len([name for name in content(one) if name.startswith("documents")]) > 2


def test_a_killed_run_goes_on_and_ends_as_if_never_stopped(tmp_path):
    rows = pages.write_rows(tmp_path / "rows.jsonl", pages.many(120))
    store, whole = tmp_path / "store", tmp_path / "whole"
    arguments = [sys.executable, "-m", "wader", "run", str(rows), "--to", str(store)]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment())
    deadline = time.monotonic() + 120
    while not (store.is_dir() and len(list(store.glob("documents/*.parquet"))) >= 2):
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    kept = set(store.glob("documents/*.parquet"))
    record = run([str(rows)], store)
    assert 0 < record.coded < 120 and record.coded + record.unchanged == 120
    assert kept <= set(store.glob("documents/*.parquet"))
    run([str(rows)], whole)
    assert ids(store) == ids(whole) != []


def test_ctrl_c_ends_in_good_order(tmp_path):
    rows = pages.write_rows(tmp_path / "rows.jsonl", pages.many(4000))
    store = tmp_path / "store"
    arguments = [sys.executable, "-m", "wader", "run", str(rows), "--to", str(store), "--workers", "2"]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    while not (store.is_dir() and len(list(store.glob("documents/*.parquet"))) >= 2):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1, err
    assert b"run the same command again" in err and b"Traceback" not in err and b"Run 1" in out
    with Store(store) as opened:
        assert opened.runs[0].status == "interrupted"
        assert 0 < opened.runs[0].documents < 4000


def test_a_worker_that_is_killed_loses_nothing(tmp_path):
    rows = pages.write_rows(tmp_path / "rows.jsonl", pages.many(60))
    store, whole = tmp_path / "store", tmp_path / "whole"
    arguments = [sys.executable, "-m", "wader", "run", str(rows), "--to", str(store), "--workers", "2"]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
    while not (store.is_dir() and list(store.glob("documents/*.parquet"))):
        assert process.poll() is None
        time.sleep(0.02)
    victims = [pid for pid in children(process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
    os.kill(victims[0], signal.SIGKILL)
    assert process.wait(180) == 0, process.stderr.read() if process.stderr else ""
    run([str(rows)], whole)
    assert content(store) == content(whole)


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_an_edited_document_takes_the_old_ones_place(tmp_path):
    path, store = tmp_path / "rows.jsonl", tmp_path / "store"
    pages.write_rows(path, pages.english())
    first = run([str(path)], store)
    rows = pages.english()
    rows[1]["text"] = "France and Spain signed a border treaty on Tuesday."
    pages.write_rows(path, rows)
    second = run([str(path)], store)
    assert (first.coded, second.coded, second.unchanged) == (3, 1, 2)
    with Store(store) as opened:
        article = opened.article("strike")
        assert article is not None and article.text == rows[1]["text"]


def test_an_overlay_makes_another_coder(tmp_path):
    path, store, mine = tmp_path / "rows.jsonl", tmp_path / "store", tmp_path / "mine"
    mine.mkdir()
    pages.write_rows(path, pages.english())
    run([str(path)], store)
    assert run([str(path)], store, knowledge=mine).coded == 0, "an empty overlay changes nothing"
    (mine / "lexicon").mkdir()
    group = "- cat: AID\n  v: [quibblify]\n  from: subj\n  to: obj\n  ex: ['[A]Chad[/A] quibblified [R]Togo[/R].']\n"
    (mine / "lexicon" / "more.yaml").write_text(group)
    assert run([str(path)], store, knowledge=mine).coded == 3


def test_skipped_inputs_are_kept_with_their_reasons(tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "good.txt").write_text(pages.TALKS)
    (tmp_path / "pages" / "empty.txt").touch()
    (tmp_path / "pages" / "song.mp3").write_bytes(b"ID3")
    told: list[Skip] = []

    class Watch:
        def tick(self, documents: int, events: int) -> None: ...

        def skip(self, skip: Skip) -> None:
            told.append(skip)

        def total(self, documents: int) -> None:
            self.seen = documents

    watch = Watch()
    record = run([str(tmp_path / "pages")], tmp_path / "store", watch=watch)
    assert (record.documents, record.skipped, watch.seen) == (1, 2, 3)
    with Store(tmp_path / "store") as opened:
        assert opened.skips() == told
    assert {skip.id for skip in told} == {"empty.txt", "song.mp3"}


def test_nothing_at_all_is_a_misuse(tmp_path):
    with pytest.raises(UsageError):
        run([], tmp_path / "store")
    with pytest.raises(UsageError):
        run([str(tmp_path / "nowhere")], tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_batches_depend_on_the_stream_alone():
    made = list(batches(range(200), lambda _: 1, first=2, last=16, characters=10**9))
    assert [item for batch in made for item in batch] == list(range(200))
    assert [len(batch) for batch in made[:9]] == [2] * 8 + [4]
    assert max(len(batch) for batch in made) == 16
    heavy = list(batches(range(4), lambda _: 60, first=8, last=8, characters=100))
    assert heavy == [[0, 1], [2, 3]]
    assert list(batches([], len, first=1, last=1, characters=1)) == []


def test_inputs_are_counted_where_that_is_cheap(tmp_path):
    (tmp_path / "a.txt").write_text("x")
    pages.write_rows(tmp_path / "b.jsonl", pages.ROWS)
    assert count_inputs([str(tmp_path)]) == 5
    assert count_inputs([str(tmp_path / "c.warc")]) is None
    assert count_inputs(["-"]) is None


# --- the Python door -----------------------------------------------------------------------------------------


def test_code_gives_events_a_document_and_a_table():
    result = wader.code(pages.TALKS, date="2021-05-04", title="Kenya and Uganda hold talks")
    assert result.skip is None and result.document is not None
    assert {event.event[0] for event in result} >= {"CONSULT", "COERCE"}
    assert result.table().num_rows == len(result.events) == len(result)
    assert "CONSULT" in repr(result) and "<mark" in result._repr_html_()
    assert wader.code(pages.TALKS, date="2021-05-04", title="Kenya and Uganda hold talks").events == result.events


def test_code_says_why_it_did_not():
    refused = wader.code(pages.GERMAN)
    assert refused.events == [] and refused.skip is not None and "language" in refused.skip.reason
    assert wader.code("").skip is not None


def test_annotate_and_read():
    row = wader.annotate(pages.STRIKE, date="2021-03-05").row()
    assert row is not None and row.text == pages.STRIKE and row.events
    article = wader.read(
        "<html><head><title>Talks</title></head><body><article><p>" + pages.TALKS + "</p></article></body></html>"
    )
    assert "Uganda's foreign minister" in article.text


def test_stage_packages_stay_importable_beside_the_functions():
    from wader.code import Coder

    assert callable(wader.code) and wader.code.Coder is Coder
    assert wader.__version__ == VERSION
    with pytest.raises(AttributeError):
        wader.nothing  # noqa: B018


def test_run_and_open_store_from_python(tmp_path):
    path = pages.write_rows(tmp_path / "rows.jsonl", pages.english())
    record = wader.run(path, tmp_path / "store")
    assert record.status == "complete"
    with wader.open_store(tmp_path / "store") as store:
        assert len(list(store.events())) == record.events
        [(count,)] = store.connection.execute("SELECT count(*) FROM events").fetchall()
        assert count == record.events


def test_a_fault_in_a_stage_is_that_documents_alone(monkeypatch):
    from wader.pipeline import pipeline

    chosen = pipeline()
    monkeypatch.setattr(chosen, "_coder", None)
    found = chosen.process(RawDocument("x", "text", pages.TALKS))
    assert isinstance(found, Skip) and found.stage == "code" and "AttributeError" in found.reason


def test_the_version_is_the_packages():
    assert f'version = "{VERSION}"' in (Path(__file__).parents[1] / "pyproject.toml").read_text()
    assert issubclass(StageError, wader.errors.WaderError)
