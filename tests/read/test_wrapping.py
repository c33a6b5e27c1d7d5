"""Texts whose lines are broken unevenly: read as if they were not, and pages whose lines are what they are."""

from __future__ import annotations

import pytest

import wader
from wader.read.wrapping import paragraphs
from wader.records import Article

MAIL = [
    "The government of Chad thanked Togo on Monday for doctors, and said that the two would sign a trade accord.",
    "Police in Lomé arrested four opposition leaders on Tuesday after a protest, the African Union said.",
    "Kenya condemned the arrests, and its foreign minister met the ambassador of Togo in Nairobi.",
]
WIDTHS = ([33, 31, 36, 38], [20, 44, 12, 30, 26], [41, 18, 39])
LABELS = "Home\nabout us\nour team\nContact\nSign in\nfor news\nSubscribe\n"


def broken(paragraph: str, widths: list[int]) -> str:
    """``paragraph`` in lines of up to ``widths`` characters, by turns."""
    lines = [""]
    for word in paragraph.split():
        if lines[-1] and len(lines[-1]) + len(word) >= widths[len(lines) % len(widths)]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def page(text: str) -> Article:
    article = wader.read(text, kind="page")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("widths", WIDTHS)
def test_unevenly_broken_paragraphs_are_put_together(widths):
    article = page("\n\n".join(broken(paragraph, widths) for paragraph in MAIL))
    assert article.text == "\n".join(MAIL)
    assert article.title is None and not article.furniture


@pytest.mark.parametrize("widths", WIDTHS[1:])  # with the others a paragraph's first line might be its headline
def test_no_empty_line_need_part_them(widths):
    article = page("Togo arrests leaders\n" + "\n".join(broken(paragraph, widths) for paragraph in MAIL))
    assert article.text == "\n".join(MAIL)
    assert article.title == "Togo arrests leaders"


@pytest.mark.parametrize("widths", WIDTHS)
def test_the_same_events_are_coded_as_of_unbroken_lines(widths):
    def told(text: str, kind: str) -> list[tuple[list[str], ...]]:
        events = wader.code(text, kind=kind, date="2023-03-14").events  # type: ignore[arg-type]
        return [(e.event, [a.code for a in e.actor], [r.code for r in e.recipient]) for e in events]

    whole = told("\n".join(MAIL), "text")
    text = "\n\n".join(broken(paragraph, widths) for paragraph in MAIL)
    assert len(whole) >= 3
    assert told(text, "page") == whole == told(text, "text")


def test_a_cell_with_a_line_break_in_its_sentence_is_one_sentence():
    (event,) = wader.code("Chad\nthanked Togo.").events
    assert event.event == ["SUPPORT"]
    article = wader.read("Chad\nthanked Togo.", kind="text")
    assert isinstance(article, Article)
    assert article.text == "Chad\nthanked Togo." and article.blocks == [(0, 18)]


@pytest.mark.parametrize(
    "text",
    [
        LABELS,  # a menu closes no sentence
        "Chad thanks Togo\nChad thanked Togo on Monday.",  # a headline
        "The two agreed on:\nbread, and water.",  # a list
        "bread, milk, salt\nwater\nbeer\ntea\nend.",  # short items
        "the army said so\nthe rebels denied it.",  # no capitals at all
        "Asked why | more\nhe said nothing.",  # a trail
        "Amina Osei, 9:47 am\nthis is wrong.",  # a comment's stamp
        "Chad thanked Togo.\n\nand Kenya.",  # an empty line between
        "Read more about\n" + "Kenya " * 20 + "left.",  # a whole paragraph on a line
    ],
)
def test_lines_that_are_lines_stay_apart(text):
    assert len(paragraphs(text)) == len([line for line in text.split("\n") if line])
