"""Actors that our reading of the pages does not list count neither way."""

from __future__ import annotations

from pathlib import Path

from evaluation.page_actors import score


def test_who_is_not_listed_counts_neither_way(tmp_path: Path) -> None:
    pages = tmp_path / "news" / "pages"
    pages.mkdir(parents=True)
    (pages / "mine0000.txt").write_text("Lima, 3 May 2021\n\nPeru condemned Chile on Monday.\n", "utf-8")
    found = score(tmp_path)
    assert found.right == 0
    assert found.wrong == []
    assert sorted(told.split("”")[0] for told in found.unlisted) == ["mine0000 “Chile", "mine0000 “Peru"]
    assert found.figures() == {"right": 0.0, "actors": 0.0, "not listed": 2.0}
