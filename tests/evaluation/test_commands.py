"""Command lines of the scorers: what is asked wrongly, or is not there, is told in a line, without a traceback."""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation import found, judged, sample
from evaluation.arguments import share
from evaluation.common import VOLUME

NEED_DATA = (
    "article_text", "attribution", "cameo", "cost", "event_type", "found", "page_actors", "places", "publication_date",
    "reread", "speed", "times", "volume",
)  # fmt: skip
TEXT = "Kenya condemned Uganda on Monday over the raid."
LISTED = {"id": "ours", "start": 6, "category": "ACCUSE", "actor": ["KEN"], "recipient": ["UGA"], "core": True}


def given(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["scorer", *map(str, arguments)])


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.mark.parametrize("name", NEED_DATA)
def test_what_is_not_there_is_told_and_nothing_is_measured(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = importlib.import_module(f"evaluation.{name}")
    monkeypatch.setattr(module, "SHARED", tmp_path)
    given(monkeypatch)
    module.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(str(tmp_path))
    assert "is absent: nothing measured" in lines[0]
    assert "WADER_SHARED" in lines[1]


@pytest.mark.parametrize("module", [found, sample, judged])
def test_help_has_examples(
    module: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, "--help")
    with pytest.raises(SystemExit) as ended:
        module.main()
    assert ended.value.code == 0
    assert f"    python -m {module.__name__} " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("module", "arguments", "told"),
    [
        (sample, [], "required: EVENTS"),
        (sample, ["nowhere.jsonl"], "nowhere.jsonl cannot be read: No such file"),
        (sample, ["broken.jsonl"], "broken.jsonl, line 2: no JSON"),
        (sample, ["list.jsonl"], "list.jsonl, line 1: without cite_info"),
        (judged, ["list.jsonl"], "required: JUDGE1, JUDGE2"),
        (judged, ["list.jsonl", "list.jsonl", "list.jsonl"], "list.jsonl, line 1: without n;"),
        (found, ["events.jsonl"], "events.jsonl, line 1: without category"),
        (found, ["list.jsonl", "list.jsonl"], "list.jsonl, line 1: without event"),
        (found, ["list.jsonl", "events.jsonl"], "made of other texts?"),
        (found, ["list.jsonl", "events.jsonl", "--min-confidence", "0"], "texts that are coded now"),
    ],
)
def test_what_is_asked_wrongly_is_told(
    module: Any, arguments: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    written(tmp_path / "list.jsonl", LISTED)
    written(tmp_path / "events.jsonl", {"event": ["AID"], "actor": [], "recipient": [], "cite_info": {"document": "x"}})
    (tmp_path / "broken.jsonl").write_text("\nnothing of the kind\n", "utf-8")
    given(monkeypatch, *arguments)
    with pytest.raises(SystemExit) as ended:
        module.main()
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_listed_texts_are_coded_where_no_events_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / VOLUME).parent.mkdir(parents=True)
    with gzip.open(tmp_path / VOLUME, "wt", encoding="utf-8") as file:
        for name in ("ours", "another's"):
            file.write(json.dumps({"id": name, "text": TEXT, "date": "2023-03-06"}) + "\n")
    monkeypatch.setattr(found, "SHARED", tmp_path)
    given(monkeypatch, written(tmp_path / "list.jsonl", LISTED, {**LISTED, "category": "AID"}))
    found.main()
    assert capsys.readouterr().out.startswith("listed 2, found 1: 0.500")


def test_a_share_is_above_nought_and_at_most_one() -> None:
    assert share("0.05") == 0.05
    for wrong in ("0", "1.5", "-1", "all"):
        with pytest.raises(argparse.ArgumentTypeError, match="no share"):
            share(wrong)
