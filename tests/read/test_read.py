"""Pages of many layouts in; articles, dates, credits and furniture out."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import wader
from tests.read import layouts
from wader.knowledge import load
from wader.read import read
from wader.read.credits import byline, credits
from wader.read.language import language
from wader.read.wrapping import is_wrapped
from wader.records import Article, RawDocument, Skip
from wader.text import html_to_lines, line_spans

KNOWLEDGE = load()
CREDITS = credits(KNOWLEDGE.outlets)


def page(content: str, kind: str = "page", **fields: str) -> Article:
    article = read(RawDocument("x", kind, content, **fields), KNOWLEDGE)  # type: ignore[arg-type]
    assert isinstance(article, Article)
    slices_back(article)
    return article


def slices_back(article: Article) -> None:
    last = 0
    for start, end in article.blocks:
        assert last <= start < end <= len(article.text)
        block = article.text[start:end]
        assert block.strip() == block
        last = end


def reasons(article: Article) -> dict[str, str]:
    return {f.text: f.reason for f in article.furniture}


def test_a_magazine_page() -> None:
    article = page(layouts.MAGAZINE)
    assert article.title == "Ministers of Talora and Brenwick sign border accord after week of talks"
    assert (article.byline, article.agency, article.publication) == ("Amina Osei", "AFP", "The Harbour Magazine")
    assert article.date is not None and article.date.value == "2019-03-04"
    assert article.text.startswith("The foreign ministers") and article.text.endswith("river in January.")
    assert "A long dispute" in article.text.split("\n")
    assert len(article.text.split("\n")) == 6
    why = reasons(article)
    assert why["Advertisement"] == "advertisement"
    assert why["ALSO READ: Brenwick opposition rejects budget"] == "teaser"
    assert why["3 min read"] == "reading time or counts"
    assert why["File photo: soldiers at the Kesse crossing. Photo: J. Mbeki"] == "image credit"
    assert why["(With inputs from AFP)"] == "agency credit"


def test_every_line_is_kept_somewhere() -> None:
    for name in ("MAGAZINE", "AMERICAN", "UNDATED", "WIRE"):
        content = getattr(layouts, name)
        article = page(content)
        kept = [*article.text.split("\n"), *(f.text for f in article.furniture), article.title or ""]
        for line in filter(None, (line.strip() for line in content.split("\n"))):
            assert line in kept or line.startswith(article.title or "?")


def test_a_wire_page_has_its_dateline_in_a_block_of_its_own() -> None:
    article = page(layouts.WIRE)
    assert (article.title, article.publication) == ("Rebels free 12 hostages in northern Karzan: army", "Xinhua")
    assert article.agency == "Xinhua"
    blocks = [article.text[start:end] for start, end in article.blocks]
    assert blocks[:2] == [
        "NAIROBI, June 3 (Xinhua)",
        "Rebels in northern Karzan released twelve hostages on Sunday, the army said.",
    ]
    assert article.date is None


def test_an_american_page_prints_the_month_first() -> None:
    article = page(layouts.AMERICAN)
    assert article.date is not None and article.date.value == "2019-03-05"
    assert article.byline == "JORDAN BLAKE and PRIYA NATARAJAN"
    assert article.agency == "AP"
    assert "Storm closes" not in article.text and "cookies" not in article.text


def test_hard_wrapped_paragraphs_are_put_together() -> None:
    article = page(layouts.WRAPPED)
    assert article.title == "Fishermen block harbour over quotas"
    assert len(article.blocks) == 2 and "boats on Wednesday to protest" in article.text
    assert is_wrapped(layouts.WRAPPED) and not is_wrapped(layouts.MAGAZINE)


def test_an_undated_page_is_dated_from_what_it_says() -> None:
    date = page(layouts.UNDATED).date
    assert date is not None
    assert (date.value, date.precision, date.method) == ("2025-08-07/2025-08-13", "week", "inferred")
    assert {e.rule.split(":")[0] for e in date.evidence} >= {"read.infer.named_day", "read.infer.event"}


def test_another_language_is_read_and_dated() -> None:
    article = page(layouts.SPANISH)
    assert article.language == "es" and article.date is not None and article.date.value == "2021-03-12"


def test_a_page_of_menus_is_skipped() -> None:
    assert isinstance(read(RawDocument("x", "page", layouts.MENU_ONLY), KNOWLEDGE), Skip)


def test_a_web_page() -> None:
    article = page(layouts.HTML, "html", url="https://www.harbour-daily.org/1")
    assert article.title == "Envoys meet on island" and article.byline == "Lena Brandt"
    assert article.date is not None and article.date.value == "2020-09-14"
    assert len(article.text.split("\n")) == 4
    assert set(reasons(article)) == {
        "Envoys meet on island",
        "Advertisement",
        "Read more: What the prisoners left behind",
    }


PROSE = "Soldiers of Talora shelled the river port of Kesse on Monday, killing at least four people, the mayor said."


@pytest.mark.parametrize(
    "opening", ["<div>", "<b>", "<ul><li>", "<p>", "<table><tr><td>", "<a href=x>", "<span>", "<blockquote>"]
)
def test_fifty_thousand_nested_tags(opening: str) -> None:
    start = time.monotonic()
    article = page(f"<html><body>{opening * 50_000}{PROSE}", "html")
    assert PROSE in article.text
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("markup", ["<" * 500_000, "<script" * 100_000, "<!--" * 100_000, "", "<html></html>", "<p>"])
def test_markup_without_an_article(markup: str) -> None:
    assert isinstance(read(RawDocument("x", "html", markup), KNOWLEDGE), Skip)


def test_a_row_comes_back_unchanged() -> None:
    text = "  KABUL (Reuters) - Gunmen attacked a convoy.\r\n\r\nBy Lena Brandt\nThree guards died.\n"
    text += "(With input from AFP)\n"
    article = page(text, "text", title="Attack", date="2024-02-20", source="Harbour")
    assert article.text == text and article.title == "Attack" and article.publication == "Harbour"
    blocks = [text[s:e] for s, e in article.blocks]
    assert blocks == ["KABUL (Reuters)", "Gunmen attacked a convoy.", "Three guards died."]
    assert (article.byline, article.agency) == ("Lena Brandt", "AFP")
    assert article.date is not None and article.date.value == "2024-02-20"


def test_an_impossible_date_is_dropped_and_told() -> None:
    article = page("Gunmen attacked a convoy.", "text", date="2024-02-31")
    assert article.date is None
    assert reasons(article) == {"2024-02-31": "date that is no day of the calendar"}


def test_control_characters_do_not_reach_the_article_of_a_page() -> None:
    article = page("\x1b[31mTalks open\x07\n\n" + PROSE + "\n")
    assert "\x1b" not in article.text and "\x1b" not in (article.title or "")


def test_texts_beyond_reason_are_skipped() -> None:
    for kind in ("text", "page"):
        assert isinstance(read(RawDocument("x", kind, "word " * 2_000_000), KNOWLEDGE), Skip)  # type: ignore[arg-type]


ODD_LINES = [PROSE, "By A B", "Share", "", "KABUL (AP) - Men met.", "May 4, 2020"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from(ODD_LINES)),
        max_size=12,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n", " "]),
    st.sampled_from(["page", "text", "html"]),
)
@example(["0Â\x80"], "\n", "text")
@example(["voilÃ\xa0", " #39;twas", "a ``b'' "], "\n", "text")
def test_blocks_slice_back_whatever_comes(lines: list[str], joint: str, kind: str) -> None:
    content = joint.join(lines)
    article = read(RawDocument("x", kind, content), KNOWLEDGE)  # type: ignore[arg-type]
    if isinstance(article, Article):
        slices_back(article)
        assert article.blocks and any(c.isalnum() for c in article.text)
        if kind == "text":
            assert article.text == content


@given(st.text(alphabet=" ab\n\r\u2028\u00a0", max_size=80))
def test_line_spans_hold_all_that_is_not_blank(text: str) -> None:
    spans = line_spans(text)
    assert "".join("".join(text[s:e].split()) for s, e in spans) == "".join(text.split())
    assert all(not set(text[s:e]) & set("\n\r\u2028") for s, e in spans)


@given(st.text(alphabet="<>/pdivscript!-&; ab\n", max_size=120))
def test_html_to_lines_never_fails(markup: str) -> None:
    html_to_lines(markup)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lena Brandt", "Lena Brandt"),
        ("Reported by: Omar Haddad", "Omar Haddad"),
        ("Written By Jane Doe | Updated: Feb 3, 2020", "Jane Doe"),
        ("By JORDAN BLAKE and Priya O'Neil, Staff Writers", "JORDAN BLAKE and Priya O'Neil"),
        ("By Our Staff Reporter", "Our Staff Reporter"),
        ("By Tuesday the town had fallen", None),
        ("By late June they had left", None),
        ("By accepting the deal, Talora won time.", None),
        ("Bystanders Helped", None),
    ],
)
def test_bylines(line: str, names: str | None) -> None:
    assert byline(line) == names


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("(With inputs from PTI)", "PTI"),
        ("With agency inputs from PTI and Reuters", "PTI, Reuters"),
        ("Xinhua, Harare", "Xinhua"),
        ("— AFP", "AFP"),
        ("Source: The Associated Press", "AP"),
        ("Reuters reported on Monday that talks had failed", None),
        ("NAN bread recipe", None),
    ],
)
def test_agency_credits(line: str, agency: str | None) -> None:
    assert CREDITS.agency(line) == agency


@pytest.mark.parametrize(
    ("paragraph", "rest", "agency"),
    [
        ("PARIS (AFP) - Men met.", "Men met.", "AFP"),
        ("NEW DELHI, Feb 12 (PTI) Men met.", "Men met.", "PTI"),
        ("Harare [Zimbabwe], May 16 (ANI): Men met.", "Men met.", "ANI"),
        ("AP - Men met.", "Men met.", "AP"),
        ("KABUL — Men met.", "Men met.", None),
        ("NAJAF, Iraq - Men met.", "Men met.", None),
        ("The US-led talks - held in May - failed.", None, None),
        ("Men met in PARIS (AFP) - they said.", None, None),
    ],
)
def test_datelines(paragraph: str, rest: str | None, agency: str | None) -> None:
    dateline = CREDITS.dateline(paragraph)
    assert (paragraph[dateline.end :] if dateline else None) == rest
    assert (dateline.agency if dateline else None) == agency


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Blast kills five", "en"),
        ("The army of Talora crossed the river and the mayor fled.", "en"),
        ("La ministra dijo que el acuerdo entrará en vigor en septiembre y que costará dos mil millones.", "es"),
        ("Министерство заявило, что войска перешли реку в понедельник утром.", "ru"),
        ("1 2 3", None),
    ],
)
def test_language(text: str, code: str | None) -> None:
    assert language(text) == code


MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Home", "World", "Politics", "Business", "Sport"))
HEADLINES = "".join(f"<li><a href='/1'>{line}</a></li>" for line in ("Rebels attack base", "Court jails editor"))


@pytest.mark.parametrize(
    "body",
    [
        f"<nav><ul>{MENU}</ul></nav><footer>Copyright 2021 Lake Gazette. All rights reserved.</footer>",
        f"<div><ul>{MENU}</ul></div><div>Contact us | About | Advertise</div>",
        f"<nav><ul>{MENU}</ul></nav><div><h2>Latest news</h2><ul>{HEADLINES}</ul></div>",
    ],
)
def test_a_page_of_menus_is_no_article(body):
    markup = f"<html><head><title>Lake Gazette</title></head><body>{body}</body></html>"
    skipped = wader.read(markup)
    assert isinstance(skipped, Skip) and skipped.stage == "read" and skipped.remedy
    assert wader.code(markup, kind="html").skip == wader.read(markup, id="text")


@pytest.mark.parametrize(
    "line",
    [
        "Rebels attacked an army base near Goma on Wednesday.",
        "Kenya has recalled its envoy to Somalia",
        "昨日，两国外长在内罗毕举行会谈并签署协议。",
    ],
)
def test_a_short_article_among_menus_is_kept_and_the_menus_left_out(line):
    markup = f"<html><body><nav><ul>{MENU}</ul></nav><h1>Lake news</h1><p>{line}</p></body></html>"
    article = wader.read(markup)
    assert isinstance(article, Article) and line in article.text
    assert "Politics" not in article.text
