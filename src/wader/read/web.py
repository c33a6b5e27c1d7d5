"""Web pages: trafilatura finds the article, and what it takes along is set aside by the rules for page dumps."""

from __future__ import annotations

import logging
import re
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from wader.knowledge.outlets import Outlets
from wader.read.credits import byline, credits
from wader.read.dating import date_line, given_date
from wader.read.inferred import infer
from wader.read.language import language
from wader.read.lines import Line, prose_words, reason_of
from wader.read.page import assemble, read_page
from wader.read.webdate import DATE_SETTINGS, web_date
from wader.records import Article, Furniture, PageDate, RawDocument, Skip
from wader.text import ends_sentence, html_to_lines, squeeze

for _library in ("trafilatura", "htmldate"):
    # What they log of a page that they cannot read, `read` says in its Skip.
    logging.getLogger(_library).setLevel(logging.CRITICAL)

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_FLAT_TAGS = frozenset([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "colgroup", "body",
    "html", "head",
])  # fmt: skip
_MAX_DEPTH = 500
_MAX_TAGS = 150_000
_MAX_SIZE = 8 << 20
_FEW_WORDS = 25
_TOKEN = re.compile(r"\w+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_web(raw: RawDocument, outlets: Outlets) -> Article | Skip:
    """The article of an HTML page. Pages that a tree parser cannot be trusted with (nested more than 500 deep, more
    than 150,000 tags or 8 MiB), and those in which trafilatura sees no article, are read as page dumps."""
    markup = _DECLARATION.sub("", raw.content, count=1)
    extracted = None if is_monstrous(markup) else _extract(markup, raw.url)
    text = (extracted.text or "") if extracted else ""
    if len(text.split()) < _FEW_WORDS:
        flat = read_page(raw, outlets, html_to_lines(markup)[:_MAX_SIZE])
        if isinstance(flat, Article) and (_weight(flat.text) > _weight(text) or not text):
            flat.date = _date(raw, markup, flat, outlets, extracted.date if extracted else None) or flat.date
            return flat
        if not text:
            return flat
    return _article(raw, markup, extracted, outlets)


def _weight(text: str) -> tuple[int, int]:
    """How much of an article a short text is: by its prose, then by how little stands beside it."""
    prose = prose_words(text)
    return prose, -len(text.split()) if prose else len(text.split())


def is_monstrous(markup: str) -> bool:
    """Whether ``markup`` nests or repeats tags beyond what pages do and tree parsers take in reasonable time."""
    if len(markup) > _MAX_SIZE:
        return True
    depth = deepest = count = 0
    for match in _TAG.finditer(markup):
        count += 1
        if match.group(2).lower() in _FLAT_TAGS:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
        if deepest > _MAX_DEPTH or count > _MAX_TAGS:
            return True
    return False


def _extract(markup: str, url: str | None) -> Any:
    """trafilatura's document, or None where it finds no article or trips over the page."""
    try:
        return trafilatura.bare_extraction(
            markup,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=DATE_SETTINGS,
        )
    except Exception:  # a page that breaks the library is read as a page dump: one page never ends a run
        return None


def _article(raw: RawDocument, markup: str, extracted: Any, outlets: Outlets) -> Article:
    title = raw.title or _clean(extracted.title)
    notes = credits(outlets)
    body, furniture, author, agency = _sort_lines(extracted.text, title, outlets)
    text, blocks, dateline = assemble(body, notes)
    host = urlsplit(raw.url or extracted.url or "").hostname
    known = outlets.publication(host=host) if host else None
    if agency is None and blocks:
        agency = (dateline.agency if dateline else None) or notes.trailing(text[slice(*blocks[-1])])
    article = Article(
        id=raw.id,
        title=title,
        text=text,
        byline=_clean(extracted.author) or author,
        agency=agency,
        publication=raw.source or (known.name if known else _clean(extracted.sitename) or host),
        url=raw.url or extracted.url,
        language=language(text),
        furniture=furniture,
        blocks=blocks,
    )
    article.date = _date(raw, markup, article, outlets, extracted.date)
    return article


def _date(raw: RawDocument, markup: str, article: Article, outlets: Outlets, stated: str | None) -> PageDate | None:
    """The row's date, else what the page shows or ``stated`` in its metadata, else what its text implies."""
    given = given_date(raw, outlets, article.furniture)
    return (
        given
        or web_date(markup, raw.url, article.title, stated, outlets)
        or infer(article.text, outlets, article.title)
    )


def _sort_lines(
    extracted: str, title: str | None, outlets: Outlets
) -> tuple[list[str], list[Furniture], str | None, str | None]:
    """(body lines, furniture, byline, agency) of trafilatura's text; never sorts away everything."""
    notes = credits(outlets)
    body: list[str] = []
    furniture: list[Furniture] = []
    author = agency = None
    lines = [line for line in (squeeze(x) for x in extracted.split("\n")) if line]
    for number, text in enumerate(lines):
        credit = notes.agency(text) if len(text) <= 160 else None
        written = byline(text) if len(text) <= 200 else None
        reason: str | None
        if credit:
            reason, agency = "agency credit", agency or credit
        elif written:
            reason, author = "byline", author or written
        else:
            reason = _reason(lines, number, title, outlets)
        if reason:
            furniture.append(Furniture(text, reason))
        else:
            body.append(text)
    while len(body) > 3 and _headline_like(body[-1]):
        furniture.append(Furniture(body.pop(), "headline of another story"))
    return (body, furniture, author, agency) if body else (lines, [], author, agency)


def _reason(lines: list[str], number: int, title: str | None, outlets: Outlets) -> str | None:
    """Why line ``number`` of what trafilatura took for the article is none, or None."""
    text = lines[number]
    words = len(text.split())
    if text.startswith(("|", "- ")) or words > 60:
        return None  # rows of tables, items of lists
    if title and number < 4 and _same(text, title):
        return "headline"
    if number < 4 and words >= 8 and text in lines[:number]:
        return "repeated line"
    ended = ends_sentence(text)
    reason = reason_of(Line(text, words, ended, False, False), outlets)
    if reason == "numbers or symbols" or (reason == "navigation" and 0 < number < len(lines) - 1):
        return None  # one word between paragraphs of an article is a subhead
    if reason is None and not ended and number > 0 and words >= 5 and text.isupper():
        return "teaser"  # links to other stories between paragraphs are often set in capitals
    if reason is None and words <= 14 and (number < 4 or number > len(lines) - 3) and date_line(text, outlets):
        return "date"
    return reason


def _headline_like(text: str) -> bool:
    """Whether a last line is the headline of another story: some words, no full stop, no item of a list."""
    words = len(text.split())
    return 4 <= words <= 16 and not ends_sentence(text) and not text.startswith(("|", "- ")) and text[-1] not in ":;,_"


def _same(text: str, title: str) -> bool:
    """Whether ``text`` is the headline ``title``, give or take the site's name and small differences."""
    a, b = set(_TOKEN.findall(text.casefold())), set(_TOKEN.findall(title.casefold()))
    return bool(a) and len(a & b) >= 0.8 * len(a | b)


def _clean(value: Any) -> str | None:
    text = squeeze(value) if isinstance(value, str) else ""
    return text or None
