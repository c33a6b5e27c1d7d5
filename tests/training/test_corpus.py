"""The corpus as it stands: its offsets, its splits, its faults; and what a writer is told about a faulty passage."""

from __future__ import annotations

import re
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.training.made import RAID, passage, written
from training import corpus
from training.corpus import TEST_AUTHORS, CorpusError, Passage, files, read, split_of
from training.counts import shortfalls
from training.duplicates import near_duplicates


@cache
def whole() -> list[Passage]:
    problems: list[str] = []
    passages = read(files(), problems)
    assert not problems
    return passages


def test_every_offset_slices():
    """Spans, against a second reading of the marks: from the innermost out, each replaced by its words."""
    lines = [line for path in files() for line in path.read_text("utf-8").splitlines()]
    texts = [text for header, text in pairwise(lines) if header.startswith("@")]
    assert len(texts) == len(whole())
    for line, read_one in zip(texts, whole(), strict=True):
        marked: dict[str, str] = {}
        while match := re.search(r"\{(\w+) ([^{}]*)\}", line):
            marked[match.group(1)] = match.group(2)
            line = line[: match.start()] + match.group(2) + line[match.end() :]
        assert read_one.text == line.rstrip()
        assert {mark: read_one.words(mark) for mark in read_one.spans} == marked, read_one.id


def test_splits_are_whole_topics():
    seen: dict[tuple[str, str], str] = {}
    for one in whole():
        assert seen.setdefault((one.author, one.topic), one.split) == one.split
        assert one.split == "test" or one.author not in TEST_AUTHORS
    assert set(seen.values()) == {"train", "dev", "test"}


def test_a_split_never_moves():
    assert {topic: split_of("nobody", topic) for topic in PINNED} == PINNED
    assert {split_of(author, "anything") for author in TEST_AUTHORS} == {"test"}


PINNED = {"a": "train", "g": "dev", "topic-2": "test"}


def test_there_is_enough_of_everything():
    assert not shortfalls(whole())


def test_no_two_splits_share_a_passage():
    assert not [str(pair) for pair in near_duplicates(whole()) if pair.first.split != pair.second.split]


HEADER, TEXT, LINE = RAID.splitlines()


@pytest.mark.parametrize(
    ("block", "says"),
    [
        (HEADER, "a passage is a line with @, a line of text, and code lines"),
        (f"{TEXT}\n{LINE}", "a passage is a line with @"),
        (f"@lead mali 2010s\n{TEXT}\n{LINE}", "a header is '@register region decade ctx=…'"),
        (f"@leader mali 2010s ctx=-\n{TEXT}\n{LINE}", "'leader' is no register: analysis background"),
        (f"@lead mali 1890s ctx=-\n{TEXT}\n{LINE}", "'1890s' is no decade: 1990s 2000s"),
        (f"@lead mali 2010s ctx=war\n{TEXT}\n{LINE}", "no such context: war"),
        (f"{HEADER}\n{TEXT.replace('{B', '{A')}\n{LINE}", "mark A stands twice"),
        (f"{HEADER}\n{TEXT.replace('camp}', 'camp')}\n{LINE}", "a mark is not closed or has no id"),
        (f"{HEADER}\n{TEXT}}}\n{LINE}", "a } closes nothing"),
        (f"{HEADER}\n{TEXT.replace('raided}', 'raided }')}\n{LINE}", "mark 1 is empty or has blanks at its edge"),
        (f"{HEADER}\n{TEXT}", "triggers ['1'] but code lines []"),
        (f"{HEADER}\n{TEXT}\n2{LINE[1:]}", "trigger 2 is not marked in the text"),
        (f"{HEADER}\n{TEXT}\n1 RAID A > B", "no such category: RAID"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT demo A > B", "ASSAULT has no mode demo"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT A B", "line 1 needs 'ACTORS > RECIPIENTS'"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT A > D", "'D' is no marked actor"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT A > A", "line 1: somebody is actor and recipient"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT - > -", "line 1: an event has an actor or a recipient"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT A > B +planned", "no such auxiliary: +planned"),
        (f"{HEADER}\n{TEXT}\n1 ASSAULT A > B B", "Only p, t, c, by= and + follow the roles"),
        (f"{HEADER}\n{TEXT}\n1 NONE", "NONE takes one reason of: accident attributive"),
    ],
)
def test_a_faulty_passage_is_told_what_is_wrong(block: str, says: str):
    with pytest.raises(CorpusError, match=re.escape(says)):
        passage(block)


def test_a_passage_is_read():
    one = passage(RAID)
    assert one.text == "Malian soldiers raided a rebel camp near Gao on Sunday, an army spokesman said."
    assert [one.words(m) for m in one.mentions] == ["Malian soldiers", "a rebel camp", "an army spokesman"]
    assert [(a, b) for a, b, event in one.pairs() if event] == [("A", "B")]


def test_the_validator_names_file_and_line(tmp_path: Path, monkeypatch, capsys):
    path = written(tmp_path / "author" / "topic.txt", RAID, RAID.replace("ASSAULT", "RAID"))
    monkeypatch.setattr(sys, "argv", ["corpus", str(path)])
    with pytest.raises(SystemExit) as end:
        corpus.main()
    assert end.value.code == 1
    assert capsys.readouterr().out.splitlines() == [
        "author/topic:5: no such category: RAID",
        "1 passages, 1 events, 0 passages without any; 1 faults",
    ]


def test_the_validator_of_the_whole_corpus_wants_enough_and_nothing_twice(tmp_path: Path, monkeypatch, capsys):
    written(tmp_path / "author" / "topic.txt", RAID, RAID)
    monkeypatch.setattr(corpus, "CORPUS", tmp_path)
    monkeypatch.setattr(sys, "argv", ["corpus"])
    with pytest.raises(SystemExit) as end:
        corpus.main()
    assert end.value.code == 1
    told = capsys.readouterr().out
    assert "1.00 author/topic:1 and author/topic:5: rewrite one of them" in told
    assert "2 passages, at least 8000: write more" in told
