"""Rows, tables, cards and summaries: nothing hostile in a text reaches a terminal, a spreadsheet or a notebook."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest
from rich.console import Console

from tests.store.made import TEXT, event_of
from wader.records import Actor, Document, Event, EventText, Evidence, Skip, TextInfo
from wader.show import Result, card, cards, flat_row, lines, render_diff, safe, write_rows
from wader.show.card import segments
from wader.show.rows import figure_text
from wader.show.tables import EVENT_COLUMNS, plain

HOSTILE = "\x1b[31m[bold]Red\x1b[0m\u202e\x00\x07\u200b[/bold] \x9b2J"


def printed(what, *, colour: bool) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=100, force_terminal=colour, color_system="standard" if colour else None, markup=False
    )
    console.print(what)
    return out.getvalue()


def test_lines_keep_the_order_of_the_contract():
    line = lines([event_of("a", "d")])
    assert line.endswith(b"\n") and line.count(b"\n") == 1
    assert list(json.loads(line)) == [field.encode_name for field in msgspec.structs.fields(Event)]
    assert lines([]) == b""


def test_half_a_surrogate_pair_is_written_as_a_question_mark():
    broken = event_of("a", "d", text="half \ud800 a pair")
    assert json.loads(lines([broken]))["text"] == "half ? a pair"


def test_flat_rows_have_the_columns_of_the_table():
    assert tuple(flat_row(event_of("a", "d"))) == EVENT_COLUMNS


def test_flat_rows_line_up_the_parts_of_several_actors():
    two = [Actor("KEN", "GOV", entity_text="Nairobi; the city"), Actor(None, "REB", entity_text="rebels")]
    row = flat_row(event_of("a", "d", actor=two))
    assert (row["actor_code"], row["actor_sector"]) == ("KEN; ", "GOV; REB")
    assert row["actor_text"] == "Nairobi, the city; rebels"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =cmd|' /C calc'!A0", "＝1"])
def test_no_cell_is_a_formula(cell):
    assert plain(cell).startswith("'")


def test_numbers_stay_numbers():
    out = io.BytesIO()
    write_rows([event_of("a", "d", event_scale=-7.0, text='=HYPERLINK("x")')], out, "csv")
    [row] = csv.DictReader(io.StringIO(out.getvalue().decode()))
    assert row["event_scale"] == "-7.0"
    assert row["text"] == '\'=HYPERLINK("x")'


def test_csv_survives_line_breaks_and_quotes():
    out = io.BytesIO()
    assert write_rows([event_of("a", "d", text='He said "no",\nand left.')], out, "csv") == 1
    [row] = csv.DictReader(io.StringIO(out.getvalue().decode(), newline=""))
    assert row["text"] == 'He said "no",\nand left.'


def test_safe_replaces_one_for_one():
    assert len(safe(HOSTILE)) == len(HOSTILE)
    assert not set(safe(HOSTILE)) & set("\x1b\u202e\x00\x07\u200b\x9b")
    assert safe("a\tb\nc") == "a b c"


@pytest.mark.parametrize("colour", [True, False])
def test_a_card_shows_hostile_text_and_obeys_none_of_it(colour):
    event = event_of(
        "a\x1b]0;x\x07",
        HOSTILE,
        text=HOSTILE,
        text_info=TextInfo(1, 0, len(HOSTILE)),
        event_text=[EventText(HOSTILE[:5], 0, 5)],
        actor=[Actor(HOSTILE, HOSTILE, entity_text=HOSTILE, office=HOSTILE, start=0, end=9)],
        evidence={HOSTILE: [Evidence(0, 4, "text", HOSTILE, HOSTILE)]},
    )
    shown = printed(card(event, colour=colour), colour=colour)
    assert "[bold]" in shown
    assert "\x1b[31m" not in shown.replace("\x1b[31;", "")
    assert not set(shown) & set("\u202e\x00\x07\u200b\x9b")
    if not colour:
        assert "\x1b" not in shown
    diff = printed(render_diff("added", event.id, [], None, event), colour=False)
    assert not set(diff) & set("\x1b\u202e\x00\x07\u200b\x9b")


def test_a_card_has_each_part_and_the_rule_behind_it():
    shown = printed(card(event_of("a1b2", "page.txt"), colour=False), colour=False)
    marked = "[actor: Kenya's foreign minister] [trigger: met] [recipient: Uganda's envoy] in [place: Nairobi]"
    assert marked in " ".join(shown.split())
    for words in (
        "lexicon: meet",
        "KEN GOV",
        "UGA GOV ELI",
        "GeoNames 184745",
        "page “KNA” ← byline",
        "a1b2",
        "page.txt",
    ):
        assert words in shown


def test_segments_join_up_to_the_sentence():
    event = event_of("a", "d")
    assert "".join(words for words, _ in segments(event)) == TEXT
    title = event_of("a", "d", text_info=TextInfo(0, 0, len(TEXT)))
    assert "".join(words for words, _ in segments(title)) == TEXT


def test_a_shorter_span_shows_inside_a_longer_one():
    event = event_of("a", "d", event_text=[EventText("minister", 16, 24)])
    assert [part for _, part in segments(event)][:2] == ["actor", "trigger"]


def test_figures_in_words():
    figures = event_of("a", "d").figures
    assert figure_text(figures[0]) == "killed ≥ 3"


def test_result_in_a_notebook_is_escaped_and_whole():
    event = event_of("a", "d", text="<script>alert(1)</script>" + TEXT[25:])
    result = Result(None, [event])
    assert "<script>" not in result._repr_html_() and "&lt;script&gt;" in result._repr_html_()
    assert "CONSULT visit" in repr(result) and len(result) == 1 and result[0] is event and list(result) == [event]
    assert result.table().num_rows == 1 and tuple(result.table().column_names) == EVENT_COLUMNS
    assert Result(None, []).table().num_rows == 0
    refused = Result(None, [], Skip("a", "read", "no <text>"))
    assert "no &lt;text&gt;" in refused._repr_html_() and "no <text>" in repr(refused)
    assert printed(cards([event], colour=False), colour=False)


def test_result_gives_a_document_row():
    from wader.records import Article

    document = Document(Article("d", "A title", TEXT))
    row = Result(document, [event_of("a", "d")]).row()
    assert row is not None and json.loads(lines([row]))["events"][0]["id"] == "a"
