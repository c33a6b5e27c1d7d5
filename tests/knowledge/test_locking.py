"""Writers of one folder, one after the other."""

from __future__ import annotations

import threading
import time

import pytest

from wader.errors import KnowledgeError, UsageError
from wader.knowledge.editing import ActorRow, drop_actor, put_actor
from wader.knowledge.locking import writing


def test_a_writer_waits_for_the_other(tmp_path):
    order = []

    def later():
        with writing(tmp_path):
            order.append("second")

    with writing(tmp_path), writing(tmp_path):  # who holds it may ask again
        thread = threading.Thread(target=later)
        thread.start()
        time.sleep(0.2)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"] and not list(tmp_path.iterdir())


def test_a_folder_in_which_nothing_was_written_is_not_left(tmp_path):
    folder = tmp_path / "a" / "b"
    with pytest.raises(UsageError), writing(folder):
        put_actor(folder, ActorRow(name="Ann Bo", kind="person", code="no"))
    assert not list(tmp_path.iterdir()) and drop_actor(folder, "Ann Bo") is None
    put_actor(folder, ActorRow(name="Ann Bo", kind="person"))
    assert [path.name for path in folder.iterdir()] == ["persons.yaml"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KnowledgeError, match="cannot be made"):
        put_actor(tmp_path / "file" / "mine", ActorRow(name="Ann Bo", kind="person"))
