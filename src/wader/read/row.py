"""Rows whose text is given: it comes back unchanged."""

from __future__ import annotations

from urllib.parse import urlsplit

from wader.knowledge.outlets import Outlets
from wader.read.credits import byline, credits
from wader.read.dating import choose, date_line, given_date
from wader.read.inferred import infer
from wader.read.language import language
from wader.read.lines import Line, reason_of
from wader.read.page import split_dateline
from wader.read.wrapping import paragraphs
from wader.records import Article, Furniture, RawDocument
from wader.text import ends_sentence, squeeze

_TRUSTED = ("advertisement", "share bar", "teaser", "image credit", "reading time or counts", "IP address")


def read_row(raw: RawDocument, outlets: Outlets) -> Article:
    """The article of a row. ``text`` is the row's, character for character; ``blocks`` leave out lines that are
    credits, datelines' dashes and furniture beyond doubt, so that nothing is coded from them."""
    notes = credits(outlets)
    text = raw.content
    blocks: list[tuple[int, int]] = []
    furniture: list[Furniture] = []
    author = agency = wire = None
    printed = []
    spans = paragraphs(text)
    for number, (start, end) in enumerate(spans):
        line = squeeze(text[start : min(end, start + 400)])
        short = end - start <= 200 and len(spans) > 1
        written = byline(line) if short else None
        credit = notes.agency(line) if short else None
        dated = date_line(line, outlets) if short else None
        reason = _reason(line, outlets) if short else None
        if credit:
            agency, reason = agency or credit, "agency credit"
        elif written:
            author, reason = author or written, "byline"
        elif dated and (dated.label or len(line.split()) <= 8):
            printed.append((number, line, dated))
            reason = "date"
        if reason:
            furniture.append(Furniture(text[start:end], reason))
        elif blocks or not line:
            blocks.append((start, end))
        else:
            dateline = notes.dateline(text[start:end])
            if dateline:
                wire = dateline.agency
                dated = date_line(dateline.text, outlets)
                printed += [(number, dateline.text, dated)] if dated else []
            blocks.extend(split_dateline(text[start:end], start, notes))
    if not blocks:  # what looks like furniture throughout is all that there is
        blocks, furniture = spans, []
    agency = agency or wire or notes.trailing(text[blocks[-1][0] : blocks[-1][1]])
    date = given_date(raw, outlets, furniture) or choose(printed, 0, outlets, False)
    host = urlsplit(raw.url).hostname if raw.url and "://" in raw.url else None
    known = outlets.publication(host=host) if host else None
    return Article(
        id=raw.id,
        title=raw.title,
        text=text,
        date=date or infer(text, outlets, raw.title),
        byline=author,
        agency=agency,
        publication=raw.source or (known.name if known else host),
        url=raw.url,
        language=language(text),
        furniture=furniture,
        blocks=blocks,
    )


def _reason(line: str, outlets: Outlets) -> str | None:
    words = len(line.split())
    reason = reason_of(Line(line, words, ends_sentence(line), False, False), outlets)
    return reason if reason in _TRUSTED and words <= 12 else None
