"""Tables as people and programs write them: quoting that is broken, rows that do not fit, delimiters, headings."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from wader.acquire import AcquireOptions, acquire
from wader.records import Note, RawDocument, Skip

Items = tuple[list[tuple[str, str, str | None]], list[Skip], list[Note]]


def read(path: Path, content: str | None = None, options: AcquireOptions | None = None) -> Items:
    """(id, text, date) of the documents, skips and notes of a table with ``content``."""
    if content is not None:
        path.write_text(content, "utf-8", newline="")
    items = list(acquire([str(path)], options))
    documents = [(i.id, i.content, i.date) for i in items if isinstance(i, RawDocument)]
    return documents, [i for i in items if isinstance(i, Skip)], [i for i in items if isinstance(i, Note)]


THREE = [
    ("1", "Chad thanked Togo.", "2023-01-01"),
    ("2", "Kenya left.", "2023-01-02"),
    ("3", "Mali stayed.", "2023-01-03"),
]


@pytest.mark.parametrize(
    "rows",
    [
        '1,"Chad thanked Togo.,2023-01-01\n2,Kenya left.,2023-01-02\n3,Mali stayed.,2023-01-03\n',
        '1,"Chad thanked Togo.,2023-01-01\n2,"Kenya left.",2023-01-02\n3,Mali stayed.,2023-01-03\n',
        '1,"Chad thanked Togo.,2023-01-01\n2,Kenya left.,2023-01-02\n3,"Mali stayed.",2023-01-03',
        '"1","Chad thanked Togo.,"2023-01-01"\n"2","Kenya left.","2023-01-02"\n"3","Mali stayed.","2023-01-03"\n',
    ],
)
def test_a_quotation_mark_left_open_swallows_no_rows(tmp_path, rows):
    documents, skips, notes = read(tmp_path / "t.csv", "id,text,date\n" + rows)
    assert documents == THREE and not skips
    (note,) = notes
    assert "quotation mark" in note.said and "row 1 " in note.said and note.remedy


def test_rows_between_two_slips_are_rows(tmp_path):
    rows = '1,"Chad thanked Togo.,2023-01-01\n2,Kenya left.,2023-01-02\n3,Mali stayed.",2023-01-03\n'
    documents, skips, notes = read(tmp_path / "t.csv", "id,text,date\n" + rows)
    assert [d[0] for d in documents] == ["1", "2", "3"] and not skips and len(notes) == 1


def test_a_slip_in_a_row_that_does_not_fit_costs_that_row_and_says_so(tmp_path):
    rows = '1,"Chad, then, Togo.,2023-01-01\n2,"Kenya left.",2023-01-02\n3,Mali stayed.,2023-01-03\n'
    documents, skips, _ = read(tmp_path / "t.csv", "id,text,date\n" + rows)
    assert documents == THREE[1:]
    assert [(s.id, s.row) for s in skips] == [("t.csv:1", 1)] and "quotation" in skips[0].reason and skips[0].remedy


def test_a_file_cut_inside_a_cell_is_told_once(tmp_path):
    documents, skips, _ = read(tmp_path / "t.csv", "id,text,date\n" + '1,"Chad\nthanked\nTogo and\nwent')
    assert not documents and [s.row for s in skips] == [1] and "4 lines" in skips[0].reason


def test_cells_over_several_lines_are_cells(tmp_path):
    text = 'Chad, it said,\nis glad: "thanks".\n\n2, 3, 4\n5,6,2023-01-02\nEnd.'
    quoted = '"' + text.replace('"', '""') + '"'
    for suffix, mark in ((".csv", ","), (".tsv", "\t")):
        rows = [["id", "text", "date"], ["1", quoted, "2023-01-01"], ["2", "Kenya left.", "2023-01-02"]]
        documents, skips, notes = read(tmp_path / f"t{suffix}", "\r\n".join(mark.join(row) for row in rows))
        assert documents == [("1", text, "2023-01-01"), THREE[1]] and not skips and not notes


def test_a_long_quoted_cell_is_a_cell(tmp_path):
    text = "\n".join(f"Line {n} of it, and more." for n in range(3_000))
    content = f'id,date,text\n1,2023-01-01,"{text}"\n2,2023-01-02,Kenya left.\n'
    documents, skips, notes = read(tmp_path / "t.csv", content)
    assert documents == [("1", text, "2023-01-01"), THREE[1]] and not skips and not notes


def test_a_quotation_mark_in_a_table_parted_by_tabs_is_text(tmp_path):
    texts = ['"We will win, he said.', '"They" lost.', '"No," said Chad, "never."', 'Kenya said "yes"', '"again']
    content = "id\ttext\tdate\n" + "".join(f"{n}\t{text}\t2023-01-01\n" for n, text in enumerate(texts))
    documents, skips, notes = read(tmp_path / "t.tsv", content)
    assert [d[1] for d in documents] == texts and not skips and not notes
    last = "id\tdate\ttext\n" + "".join(f"{n}\t2023-01-01\t{text}\n" for n, text in enumerate(texts))
    assert [d[1] for d in read(tmp_path / "t.tsv", last)[0]] == texts


def test_quoted_cells_of_a_table_parted_by_tabs_are_unquoted(tmp_path):
    content = 'id\tdate\ttext\n1\t2023-01-01\t"first\nsecond"\n2\t2023-01-02\t"a ""b"" c"\n'
    assert [d[1] for d in read(tmp_path / "t.tsv", content)[0]] == ["first\nsecond", 'a "b" c']


def test_rows_of_more_or_fewer_cells_are_told(tmp_path):
    content = "id,text,date\n1,Chad, Togo and Mali met.,2023-01-01\n2,Kenya left.,2023-01-02,,\n3,Mali stayed.\n4\n"
    documents, skips, notes = read(tmp_path / "t.csv", content)
    assert documents == [THREE[1], ("3", "Mali stayed.", None)]
    assert [s.row for s in skips] == [1, 4]
    assert "4 cells" in skips[0].reason and "quotation marks" in str(skips[0].remedy)
    (note,) = notes
    assert "row 3 " in note.said and "fewer cells" in note.said


def test_blanks_before_a_quoted_cell_are_no_part_of_it(tmp_path):
    content = 'id, text, date\n1, "Chad, then Togo.", 2023-01-01\n2, "He said "no" twice.", 2023-01-02\n'
    documents, skips, notes = read(tmp_path / "t.csv", content)
    assert [d[1] for d in documents] == ["Chad, then Togo.", 'He said "no" twice.'] and not skips and not notes


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_the_heading_tells_what_parts_the_cells(tmp_path, mark, suffix):
    quoted = f'"Chad{mark} thanked Togo."'
    rows = [["id", "text", "date"], ["1", quoted, "2023-01-01"], ["2", "Kenya left.", "2023-01-02"]]
    documents, skips, notes = read(tmp_path / f"t{suffix}", "\n".join(mark.join(row) for row in rows))
    assert documents == [("1", f"Chad{mark} thanked Togo.", "2023-01-01"), THREE[1]] and not skips and not notes


def test_the_delimiter_is_told_where_it_is_unsure_and_may_be_declared(tmp_path):
    documents, _, notes = read(tmp_path / "t.csv", "text,a;body\nKenya left.,2;3\n")
    assert [d[1] for d in documents] == ["Kenya left."] and "commas are taken" in notes[0].said
    assert read(tmp_path / "t.csv", "sep=;\nid;text;date\n2;Kenya left.;2023-01-02\n")[0] == [THREE[1]]


@pytest.mark.parametrize("name", ["day", "Date published", "pubdate", "PublicationDate", "publish-date", "DATETIME"])
def test_headings_of_the_date(tmp_path, name):
    documents, _, notes = read(tmp_path / "t.csv", f"id,text,{name}\n2,Kenya left.,2023-01-02\n")
    assert documents == [THREE[1]] and not notes


def test_a_table_without_a_date_is_noted_once(tmp_path):
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("id,text,when\n1,Kenya left.,2023-01-02\n2,Mali stayed.,2023-01-02\n")
    (note,) = read(tmp_path)[2]
    assert "id, text, when" in note.said and "--date-column" in str(note.remedy)
    assert not read(tmp_path / "a.csv", options=AcquireOptions(date_column="when"))[2]


def test_hostile_quoting_costs_neither_time_nor_memory(tmp_path):
    small = AcquireOptions(max_document=200_000)
    lines = ['1,"a', '1,""a', '1,"a""', '"', '""",', ',"', '1,"a,"a,"a,"a,"a']
    began = time.monotonic()
    for number, line in enumerate(lines):
        content = "id,text,date\n" + (line + "\n") * 5_000 + "2,Kenya left.,2023-01-02\n"
        documents, skips, notes = read(tmp_path / f"t{number}.csv", content, small)
        assert THREE[1] in documents or skips or notes
    assert time.monotonic() - began < 30
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with (tmp_path / "big.csv").open("w") as file:
        file.write('id,text,date\n1,"')
        file.writelines("some words of text\n" for _ in range(1_000_000))
    _, skips, _ = read(tmp_path / "big.csv", options=small)
    assert skips[0].row == 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000
