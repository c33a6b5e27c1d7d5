"""A store on disk: what goes in comes out, history is kept, nothing half-done is ever seen."""

from __future__ import annotations

import json
import multiprocessing
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.store.made import CODER, TEXT, event_of, version_of
from wader.errors import StoreError, UsageError
from wader.records import Actor, Event, EventText, Skip, TextInfo
from wader.store import Store, create_or_open, open_for_run, rebuild_index, write_part


def test_events_come_back_as_they_went_in(put, tmp_path):
    first, second = event_of("a1", "d1"), event_of("a2", "d1", mode=[], event_loc=None, attribution=None, figures=[])
    put(version_of("d1", first, second))
    with Store(tmp_path / "store") as store:
        assert list(store.events()) == [first, second]


def test_article_comes_back_with_body_and_furniture(put, tmp_path):
    version = version_of("d1", event_of("a1", "d1"))
    put(version)
    with Store(tmp_path / "store") as store:
        assert store.article("d1") == version.article
        assert store.article("elsewhere") is None


def test_empty_store_reads(put, tmp_path):
    put()
    with Store(tmp_path / "store") as store:
        assert list(store.events()) == []
        assert list(store.rows("stories")) == []
        assert store.runs[0].documents == 0


def test_same_run_twice_codes_nothing_and_changes_nothing(put, tmp_path):
    put(version_of("d1", event_of("a1", "d1")))
    before = {path.name for path in (tmp_path / "store" / "documents").iterdir()}
    again = put(version_of("d1", event_of("a1", "d1")))
    assert (again.coded, again.unchanged) == (0, 1)
    assert {path.name for path in (tmp_path / "store" / "documents").iterdir()} == before
    assert pq.read_table(tmp_path / "store" / "runs" / "0002.parquet").num_rows == 0


def test_new_content_under_an_old_id_takes_its_place(put, tmp_path):
    put(version_of("d1", event_of("a1", "d1")))
    put(version_of("d1", event_of("b1", "d1"), text=TEXT + " More later."))
    with Store(tmp_path / "store") as store:
        assert [event.id for event in store.events()] == ["b1"]


def test_going_back_to_old_content_codes_nothing_and_points_back(put, tmp_path):
    old = version_of("d1", event_of("a1", "d1"))
    put(old)
    put(version_of("d1", event_of("b1", "d1"), text=TEXT + " More later."))
    assert put(old).coded == 0
    with Store(tmp_path / "store") as store:
        assert [event.id for event in store.events()] == ["a1"]


def test_diff_tells_added_removed_and_changed(put, tmp_path):
    gone, new = event_of("gone", "d1", event=["YIELD"]), event_of("new", "d1", event=["AID"])
    put(version_of("d1", event_of("same", "d1"), gone, event_of("kept", "d1")), version_of("d2"))
    changed = event_of("kept", "d1", mode=[], coder={"name": "wader", "version": "0.2"})
    put(version_of("d1", event_of("same", "d1", coder={"name": "x"}), changed, new, coder="0.2"))
    with Store(tmp_path / "store") as store:
        found = {change.id: change for change in store.diff("1", "last")}
        assert {name: change.change for name, change in found.items()} == {
            "gone": "removed",
            "kept": "changed",
            "new": "added",
        }
        assert found["kept"].fields == ["mode"]
        assert [change.change for change in store.diff("0", "1")] == ["added"] * 3
        with pytest.raises(UsageError, match="runs 1 to 2"):
            list(store.diff("1", "7"))


def further(identifier: str, document: str, by: int, **changes: object) -> Event:
    """The consultation, so many characters further on in its document."""
    event = event_of(identifier, document, **changes)
    for words in (*event.actor, *event.recipient, *event.event_text, *event.figures, event.attribution):
        words.start, words.end = words.start + by, words.end + by
    event.text_info = TextInfo(2, by, by + len(TEXT))
    return event


def test_an_event_told_in_the_same_words_of_a_corrected_page_has_moved(put, tmp_path):
    other = {"text": "They met again.", "event_text": [EventText("met", 5, 8)]}
    put(
        version_of("d1", event_of("a1", "d1"), event_of("a2", "d1", **other), event_of("a3", "d1")),
        version_of("d2", event_of("a4", "d2")),
    )
    put(
        version_of(
            "d1", further("b1", "d1", 9), further("b2", "d1", 9, mode=["phone"]), further("b5", "d1", 9),
            text="In Lamu: " + TEXT,
        ),
        version_of(
            "d2", further("b4", "d2", 9, actor=[Actor("TZA", "GOV", entity_text="Tanzania", start=0, end=8)]),
            text="In Lamu: " + TEXT,
        ),
    )  # fmt: skip
    with Store(tmp_path / "store") as store:
        found = [(c.change, c.before and c.before.id, c.after and c.after.id, c.fields) for c in store.diff("1", "2")]
    assert ("moved", "a1", "b1", []) in found
    assert ("changed", "a3", "b2", ["mode"]) in found
    assert ("removed", "a2", None, []) in found and ("added", None, "b5", []) in found
    assert ("removed", "a4", None, []) in found and ("added", None, "b4", []) in found


def test_find_takes_a_unique_prefix(put, tmp_path):
    put(version_of("d1", event_of("abc1", "d1"), event_of("abd2", "d1"), event_of("abc", "d1")))
    with Store(tmp_path / "store") as store:
        assert store.find("abd").id == "abd2"
        assert store.find("abc").id == "abc"
        with pytest.raises(UsageError, match="several"):
            store.find("ab")
        with pytest.raises(UsageError, match="no event"):
            store.find("x%")


def test_same_text_is_one_story(put, tmp_path):
    put(
        version_of("d2", text="Talks began in Lomé."),
        version_of("d1", text="TALKS  began in Lomé"),
        version_of("d3", text="Talks ended in Lomé."),
        version_of("d4", text=""),
        version_of("d5", text="?"),
    )
    with Store(tmp_path / "store") as store:
        pairs = [(row["story"], row["document"]) for row in store.rows("stories")]
    assert pairs == [("d1", "d1"), ("d1", "d2"), ("d3", "d3"), ("d4", "d4"), ("d5", "d5")]


def test_a_run_that_was_killed_leaves_known_parts_and_no_half_run(put, tmp_path):
    version = version_of("d1", event_of("a1", "d1"))
    put(version, finish=False)
    root = tmp_path / "store"
    (root / "events" / ("f" * 32 + ".parquet")).write_bytes(b"an event part whose document part was never written")
    (root / "documents" / "torn.123.tmp").write_bytes(b"PAR1")
    (root / "runs" / "0001.parquet").write_bytes(b"pointers of a run without its record")
    with Store(root) as store:
        assert list(store.events()) == []
    record = put(version)
    assert (record.run, record.coded, record.unchanged) == (1, 0, 1)
    with Store(root) as store:
        assert [event.id for event in store.events()] == ["a1"]
    assert not [path for path in root.rglob("*") if ".tmp" in path.name or path.stem == "f" * 32]


def test_writing_a_part_twice_gives_the_same_bytes(tmp_path):
    layout = create_or_open(tmp_path / "store")
    versions = [version_of("d1", event_of("a1", "d1"))]
    name = write_part(layout, versions)
    before = [(layout.documents / f"{name}.parquet").read_bytes(), (layout.events / f"{name}.parquet").read_bytes()]
    assert write_part(layout, versions) == name
    after = [(layout.documents / f"{name}.parquet").read_bytes(), (layout.events / f"{name}.parquet").read_bytes()]
    assert before == after


def test_skips_are_kept_by_run(tmp_path):
    skip = Skip("d9", "read", "no text", path="d9.html", row=None, remedy="look at the file")
    with open_for_run(tmp_path / "store", CODER, ["x"]) as writer:
        writer.skip(skip)
        writer.finish()
    with Store(tmp_path / "store") as store:
        assert store.skips() == [skip]
        assert store.runs[0].skipped == 1


def test_index_is_rebuilt_when_gone_stale_or_damaged(put, tmp_path):
    put(version_of("d1", event_of("a1", "d1")))
    index = tmp_path / "store" / "index.duckdb"
    for damage in (lambda: index.unlink(), lambda: index.write_bytes(b"not a database"), lambda: _forget(tmp_path)):
        damage()
        with Store(tmp_path / "store") as store:
            assert len(list(store.events())) == 1
    rebuild_index(create_or_open(tmp_path / "store"))
    assert index.is_file()


def _forget(tmp_path: Path) -> None:
    record = tmp_path / "store" / "runs" / "0001.json"
    record.write_bytes(json.dumps({**json.loads(record.read_bytes()), "paths": ["other"]}).encode())


def test_reading_works_where_the_store_cannot_be_written(put, tmp_path):
    put(version_of("d1", event_of("a1", "d1")))
    root = tmp_path / "store"
    (root / "index.duckdb").unlink()
    root.chmod(0o500)
    try:
        if os.access(root, os.W_OK):
            (root / f"index.{os.getpid()}.tmp").mkdir()  # root may write anywhere: stand in the way instead
        with Store(root) as store:
            assert len(list(store.events())) == 1
    finally:
        root.chmod(0o700)


def _hold(root: str, ready, done) -> None:
    with open_for_run(Path(root), CODER, []):
        ready.set()
        done.wait(30)


def test_a_second_writer_is_refused_and_readers_are_not(put, tmp_path):
    put(version_of("d1", event_of("a1", "d1")))
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    other = context.Process(target=_hold, args=(str(tmp_path / "store"), ready, done))
    other.start()
    try:
        assert ready.wait(30)
        with pytest.raises(StoreError, match=f"process {other.pid}"):
            put(version_of("d2"))
        with Store(tmp_path / "store") as store:
            assert len(list(store.events())) == 1
    finally:
        done.set()
        other.join(30)


def test_a_folder_with_other_files_is_no_store(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear reader")
    with pytest.raises(StoreError, match="other files"):
        create_or_open(tmp_path)
    with pytest.raises(StoreError, match="a file"):
        create_or_open(tmp_path / "letter.txt")
    with pytest.raises(StoreError, match="wader run"):
        Store(tmp_path / "nowhere")


def test_a_later_layout_is_refused(tmp_path):
    create_or_open(tmp_path / "store")
    (tmp_path / "store" / "wader-store.json").write_text('{"wader_store": 99}')
    with pytest.raises(StoreError, match="update Wader"):
        Store(tmp_path / "store")
