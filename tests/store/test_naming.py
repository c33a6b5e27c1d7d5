"""Ids of documents in a store: batches with the same file names lose nothing, and the same folder stays incremental."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from tests.command import here
from wader.records import RawDocument
from wader.run import run
from wader.store import Store
from wader.store.keys import content_key
from wader.store.naming import Names

MONDAY = "Kenya's president met Uganda's foreign minister in Nairobi, the ministry said in a statement today."
TUESDAY = "Police in Mombasa arrested twelve protesters on Sunday after a march, residents told our reporter there."


def batch(folder: Path, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page1.txt").write_text(text)
    return str(folder)


def texts(store: Path) -> dict[str, str]:
    with Store(store) as opened:
        return {row["id"]: row["text"] for row in opened.rows("documents")}


def test_batches_with_the_same_file_names_are_both_kept(tmp_path):
    monday, tuesday, store = batch(tmp_path / "mon", MONDAY), batch(tmp_path / "tue", TUESDAY), tmp_path / "store"
    assert here("run", monday, "--to", store).err.count("kept apart") == 0
    second = here("run", tuesday, "--to", store)
    assert "1 document kept apart, for a document from elsewhere has the id (page1.txt#2)" in second.err
    assert texts(store) == {"page1.txt": MONDAY, "page1.txt#2": TUESDAY}
    for folder in (monday, tuesday):
        again = run([folder], store)
        assert (again.coded, again.unchanged, again.replaced, again.apart) == (0, 1, 0, 0)
    both = run([tuesday, monday], store)
    assert (both.coded, both.unchanged) == (0, 2)
    assert len(texts(store)) == 2


def test_an_edited_page_of_either_batch_takes_its_own_place(tmp_path):
    store = tmp_path / "store"
    for folder, text in (("mon", MONDAY), ("tue", TUESDAY)):
        run([batch(tmp_path / folder, text)], store)
    done = here("run", batch(tmp_path / "tue", TUESDAY + " It rained."), "--to", store)
    assert "1 document replaced by what came under the same id (page1.txt#2)" in done.err
    assert "quite another text" not in done.err
    assert texts(store) == {"page1.txt": MONDAY, "page1.txt#2": TUESDAY + " It rained."}


def test_a_page_that_becomes_quite_another_is_told_even_if_quiet(tmp_path):
    store = tmp_path / "store"
    run([batch(tmp_path / "news", MONDAY)], store)
    done = here("run", batch(tmp_path / "news", TUESDAY), "--to", store, "-q")
    assert "1 of them by quite another text (page1.txt)" in done.err and done.out == b""


def test_rows_of_stdin_without_an_id_are_kept_beside_each_other(tmp_path):
    store = tmp_path / "store"
    for text in (MONDAY, TUESDAY, MONDAY, TUESDAY):
        assert here("run", "-", "--to", store, "-q", stdin=json.dumps({"text": text}).encode()).code == 0
    assert texts(store) == {"stdin:1": MONDAY, "stdin:1#2": TUESDAY}


def test_an_id_that_is_given_is_the_users_word(tmp_path):
    store, old, new = tmp_path / "store", tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(json.dumps({"id": "a1", "text": MONDAY}))
    new.write_text(json.dumps({"id": "a1", "text": MONDAY + " It has been corrected."}))
    run([str(old)], store)
    assert run([str(new)], store).replaced == 1
    assert texts(store) == {"a1": MONDAY + " It has been corrected."}


def test_a_folder_that_has_moved_is_known_again(tmp_path):
    here_first, store = batch(tmp_path / "work" / "news", MONDAY), tmp_path / "work" / "store"
    run([here_first], store)
    shutil.move(tmp_path / "work", tmp_path / "other")
    edited = run([batch(tmp_path / "other" / "news", MONDAY + " More later.")], tmp_path / "other" / "store")
    assert (edited.replaced, edited.apart) == (1, 0), "store and pages moved together"
    shutil.move(tmp_path / "other" / "news", tmp_path / "far")
    moved = run([str(tmp_path / "far")], tmp_path / "other" / "store")
    assert (moved.unchanged, moved.apart) == (1, 0), "the pages moved, and say the same"
    edited = run([batch(tmp_path / "far", MONDAY + " More still.")], tmp_path / "other" / "store")
    assert (edited.replaced, edited.apart) == (1, 0)


def test_a_store_without_origins_goes_on_as_before(tmp_path):
    store = tmp_path / "store"
    run([batch(tmp_path / "news", MONDAY)], store)
    shutil.rmtree(store / "origins")
    assert run([batch(tmp_path / "news", MONDAY + " More later.")], store).replaced == 1
    assert list(texts(store)) == ["page1.txt"]


def test_the_same_files_in_one_run_have_the_ids_they_had(tmp_path):
    paths = [batch(tmp_path / name, text) for name, text in (("mon", MONDAY), ("tue", TUESDAY))]
    first = run(paths, tmp_path / "store")
    assert (first.coded, first.apart) == (2, 0)
    assert texts(tmp_path / "store") == {"page1.txt": MONDAY, "page1.txt#2": TUESDAY}
    assert run(paths[1:], tmp_path / "store").unchanged == 1


@pytest.mark.parametrize("has_id", [True, False])
def test_one_id_for_many_rows_takes_no_time(has_id):
    held = [(f"a#{number}" if number > 1 else "a", f"{number:032x}", "../old.jsonl") for number in range(1, 30_001)]
    raw = [RawDocument("a", "text", f"Row {number}.", path="new.jsonl", has_id=has_id) for number in range(30_000)]
    started = time.monotonic()
    names = Names(Path("store"), held)
    given = {names.name(document, content_key(document)) for document in raw}
    assert len(given) == 30_000 and time.monotonic() - started < 20
