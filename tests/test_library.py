"""The functions for notebooks and programs: what they take, what they say against it, what help shows of them."""

from __future__ import annotations

import csv
import inspect
from pathlib import Path
from typing import Any

import pytest

import wader
from tests.read import layouts
from wader import api
from wader.errors import UsageError
from wader.records import Article

THANKS = "Chad thanked Togo on Monday."


@pytest.mark.parametrize("name", ["code", "annotate", "read", "run"])
def test_what_a_notebook_shows_of_a_door_is_the_function(name):
    door, function = getattr(wader, name), getattr(api, name)
    assert inspect.signature(door) == inspect.signature(function)
    assert inspect.getdoc(door) == inspect.getdoc(function)


@pytest.mark.parametrize("kind", ["text", "page", "html"])
def test_a_given_date_wins_over_what_the_document_tells(kind):
    text = f"<html><body><p>{THANKS}</p></body></html>" if kind == "html" else THANKS
    document = wader.code(text, kind=kind, date="2023-03-14").document
    assert document is not None and document.article.date is not None
    assert document.article.date.value == "2023-03-14"


def test_a_given_date_wins_over_a_printed_one():
    assert "March 4, 2019" in layouts.MAGAZINE
    for given, value in (("2023-03-14", "2023-03-14"), (None, "2019-03-04")):
        document = wader.code(layouts.MAGAZINE, kind="page", date=given).document
        assert document is not None and document.article.date is not None
        assert document.article.date.value == value


@pytest.mark.parametrize("kind", ["text", "page", "html"])
def test_a_given_date_that_is_no_day_is_told(kind):
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        wader.code(THANKS, kind=kind, date="2023-02-31")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"kind": "foo"}, "'text', 'page', 'html'"),
        ({"min_confidence": 3}, "from 0"),
        ({"min_confidence": "a"}, "from 0"),
        ({"min_confidence": float("nan")}, "from 0"),
        ({"date": 20230314}, "YYYY-MM-DD"),
        ({"text": b"Chad"}, "decode"),
        ({"text": None}, "give a string"),
        ({"title": 3}, "give a string"),
        ({"id": None}, "give a string"),
    ],
)
def test_what_is_not_of_its_kind_is_told(given: dict[str, Any], says: str):
    with pytest.raises(UsageError, match=says):
        wader.code(**{"text": THANKS, **given})


def test_the_other_doors_tell_it_too():
    with pytest.raises(UsageError, match="decode"):
        wader.read(b"<p>")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="'html'"):
        wader.annotate(THANKS, kind="web")  # type: ignore[arg-type]
    assert isinstance(wader.read(THANKS, kind="text"), Article)


def test_a_table_with_headings_of_its_own_is_run(tmp_path: Path):
    with (tmp_path / "t.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["key", "words", "seen"], ["a", THANKS, "2023-03-14"]])
    record = wader.run(tmp_path / "t.csv", tmp_path / "store", id_column="key", text_column="words", date_column="seen")
    assert (record.coded, record.skipped) == (1, 0)
    command = {f"{field}_column" for field in ("id", "text", "title", "date", "url", "source")}
    assert command <= set(inspect.signature(wader.run).parameters)
