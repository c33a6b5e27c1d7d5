"""Web pages: trafilatura finds the article, and what it takes along is set aside by the rules for page dumps."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import trafilatura

from wader.knowledge.outlets import Outlets
from wader.read.credits import byline, credits
from wader.read.inferred import infer
from wader.read.language import language
from wader.read.lines import Line, reason_of
from wader.read.page import assemble, read_page
from wader.read.row import given_date
from wader.read.webdate import web_date
from wader.records import Article, Furniture, RawDocument, Skip
from wader.text import ends_sentence, html_to_lines, squeeze

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})")
_FLAT_TAGS = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option "
    "colgroup body html head".split()
)
_MAX_DEPTH = 500
_MAX_TAGS = 150_000
_MAX_SIZE = 8 << 20
_FEW_WORDS = 25
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")


def read_web(raw: RawDocument, outlets: Outlets) -> Article | Skip:
    """The article of an HTML page. Pages that a tree parser cannot be trusted with (nested more than 500 deep, more
    than 150,000 tags or 8 MiB), and those in which trafilatura sees no article, are read as page dumps."""
    markup = _DECLARATION.sub("", raw.content, count=1)
    extracted = None if is_monstrous(markup) else _extract(markup, raw.url)
    text = (extracted.text or "") if extracted else ""
    if len(text.split()) < _FEW_WORDS:
        flat = read_page(raw, outlets, html_to_lines(markup))
        if isinstance(flat, Article) and (len(flat.text.split()) > len(text.split()) or not text):
            flat.date = _date(raw, markup, flat, outlets, extracted is not None) or flat.date
            return flat
        if not text:
            return flat
    return _article(raw, markup, extracted, outlets)


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
            markup, url=url, include_comments=False, include_tables=True, with_metadata=False, favor_precision=False
        )
    except Exception:  # a page that breaks the library is read as a page dump: one page never ends a run
        return None


def _article(raw: RawDocument, markup: str, extracted: Any, outlets: Outlets) -> Article:
    title = raw.title or _clean(extracted.title)
    notes = credits(outlets)
    body, furniture, author, agency = _sort_lines(extracted.text, title, outlets)
    text, blocks = assemble(body, notes)
    host = urlsplit(raw.url or extracted.url or "").hostname
    known = outlets.publication(host=host) if host else None
    if agency is None and blocks:
        dateline = notes.dateline(text)
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
    article.date = _date(raw, markup, article, outlets, True)
    return article


def _date(raw: RawDocument, markup: str, article: Article, outlets: Outlets, parsable: bool) -> Any:
    """The row's date, else what the page states, else what its text implies."""
    given = given_date(raw, outlets, article.furniture)
    stated = given or (web_date(markup, raw.url, outlets) if parsable else None)
    return stated or infer(article.text, outlets, article.title)


def _sort_lines(
    extracted: str, title: str | None, outlets: Outlets
) -> tuple[list[str], list[Furniture], str | None, str | None]:
    """(body lines, furniture, byline, agency) of trafilatura's text; never sorts away everything."""
    notes = credits(outlets)
    body: list[str] = []
    furniture: list[Furniture] = []
    author = agency = None
    seen: set[str] = set()
    lines = [line for line in (squeeze(x) for x in extracted.split("\n")) if line]
    for number, text in enumerate(lines):
        words = len(text.split())
        line = Line(text, words, ends_sentence(text), False, False)
        reason = reason_of(line, outlets) if words <= 60 else None
        if reason == "navigation" and 0 < number < len(lines) - 1:
            reason = None  # one word between paragraphs of an article is a subhead
        credit = notes.agency(text) if words <= 20 else None
        written = byline(text) if words <= 20 else None
        if credit:
            reason, agency = "agency credit", agency or credit
        elif written:
            reason, author = "byline", author or written
        elif text in seen and words >= 8:
            reason = "repeated line"
        elif text == title and number < 3:
            reason = "headline"
        seen.add(text)
        if reason:
            furniture.append(Furniture(text, reason))
        else:
            body.append(text)
    return (body, furniture, author, agency) if body else (lines, [], author, agency)


def _clean(value: Any) -> str | None:
    text = squeeze(value) if isinstance(value, str) else ""
    return text or None
