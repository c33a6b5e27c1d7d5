"""Plain-text page dumps, as crawlers leave them."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from wader.knowledge.outlets import Outlets
from wader.read.body import Layout, lay_out
from wader.read.credits import Credits, Dateline, byline, credits, is_name
from wader.read.dating import DateLine, choose, date_line, given_date
from wader.read.inferred import infer
from wader.read.language import language
from wader.read.lines import Line, page_lines
from wader.records import Article, Furniture, RawDocument, Skip

_AROUND = 12
_SITE = re.compile(r"\s[|–—:»·-]{1,2}\s(?P<site>[^|]{2,40})")
_HOLDER = re.compile(
    r"(?:copyright|©|\(c\)|\s)+(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,.|-]{0,3}(?P<name>[^.|,©]{2,60})(?:[.|,]|$)", re.I
)


def read_page(raw: RawDocument, outlets: Outlets, content: str | None = None) -> Article | Skip:
    """The article of a page dump. Its ``text`` is the body's paragraphs, a line each; every other line is title,
    or furniture with its reason. A Skip where no line is article."""
    lines = page_lines(raw.content if content is None else content, outlets)
    notes = credits(outlets)
    dates, names, agencies = _note(lines, outlets, notes)
    layout = lay_out(lines, outlets)
    if not layout.body:
        return Skip(raw.id, "read", "no article text found on the page", raw.path, None, "Check what was fetched.")
    text, blocks, dateline = assemble([lines[n].text for n in layout.body], notes)
    first = layout.body[0]
    title = raw.title or layout.headline
    place = layout.title if layout.title is not None else first
    publication = _publication(raw, lines, layout, outlets)
    known = outlets.publication(publication)
    american = known is not None and known.country == "USA"
    printed = [(n, lines[n].text, found) for n, found in dates.items()]
    dated = date_line(dateline.text, outlets) if dateline and not printed else None
    if dateline and dated:
        printed.append((first, dateline.text, dated))
    furniture: list[Furniture] = []
    date = given_date(raw, outlets, furniture) or choose(printed, place, outlets, american)
    if date is None:
        around = "\n".join(line.text for line in lines if line.reason)
        date = infer(text, outlets, title, around)
    near = sorted(names, key=lambda n: abs(n - place))
    return Article(
        id=raw.id,
        title=title,
        text=text,
        date=date,
        byline=names[near[0]] if near else _bare_name(lines, layout),
        agency=_agency(text[slice(*blocks[-1])], dateline, agencies, layout, notes),
        publication=publication,
        url=raw.url,
        language=language(text),
        furniture=_furniture(lines, layout) + furniture,
        blocks=blocks,
    )


def _note(
    lines: list[Line], outlets: Outlets, notes: Credits
) -> tuple[dict[int, DateLine], dict[int, str], dict[int, str]]:
    """Date, byline and agency lines by their numbers; each gets its reason, for none of them is article."""
    dates: dict[int, DateLine] = {}
    names: dict[int, str] = {}
    agencies: dict[int, str] = {}
    for number, line in enumerate(lines):
        if line.words > 40:
            continue
        written = byline(line.text)
        printed = date_line(line.text, outlets)
        plain = line.reason in (None, "repeated line", "image credit")
        agency = notes.agency(line.text) if line.words <= 20 and plain else None
        if printed and line.reason not in ("copyright", "site notice"):
            dates[number] = printed
            line.reason = "date"
        if agency:
            agencies[number] = agency
            line.reason = "agency credit"
        elif written:
            names[number] = written
            line.reason = "byline"
    return dates, names, agencies


def _agency(
    last_block: str, dateline: Dateline | None, agencies: dict[int, str], layout: Layout, notes: Credits
) -> str | None:
    """The agency that the page credits: on a line of its own near the article, in the dateline, or at its end."""
    first, last = layout.body[0], layout.body[-1]
    near = [n for n in agencies if first - _AROUND <= n <= last + _AROUND]
    if near:
        return agencies[min(near, key=lambda n: min(abs(n - first), abs(n - last)))]
    return (dateline.agency if dateline else None) or notes.trailing(last_block)


def _bare_name(lines: list[Line], layout: Layout) -> str | None:
    """A byline without "By": a name alone on its line, beside a date, under the headline."""
    if layout.title is None:
        return None
    body = set(layout.body)
    for number in range(layout.title + 1, min(layout.title + 6, len(lines) - 1)):
        line = lines[number]
        dated = any(lines[n].reason == "date" for n in (number - 1, number + 1))
        if number not in body and line.reason is None and dated and 2 <= line.words <= 4 and is_name(line.text):
            line.reason = "byline"
            return line.text
    return None


def assemble(paragraphs: list[str], notes: Credits) -> tuple[str, list[tuple[int, int]], Dateline | None]:
    """Body text, a paragraph a line, its blocks, and its dateline, which opens one of the first three paragraphs (a
    standfirst may come before it). A dateline is a block of its own, so that it never fuses with a sentence."""
    blocks: list[tuple[int, int]] = []
    found: Dateline | None = None
    start = 0
    for number, paragraph in enumerate(paragraphs):
        here = notes.dateline(paragraph) if number < 3 and found is None else None
        if here:
            found = here
            blocks.extend(split_dateline(paragraph, start, notes))
        else:
            blocks.append((start, start + len(paragraph)))
        start += len(paragraph) + 1
    return "\n".join(paragraphs), blocks, found


def split_dateline(paragraph: str, start: int, notes: Credits) -> list[tuple[int, int]]:
    """Blocks of a first ``paragraph`` that begins at ``start``: its dateline, if it has one, and the rest."""
    end = start + len(paragraph)
    dateline = notes.dateline(paragraph)
    if dateline is None or dateline.end >= len(paragraph):
        return [(start, end)]
    cut = len(paragraph[: dateline.end].rstrip(" -–—:"))
    return [(start, start + cut), (start + dateline.end, end)]


def _publication(raw: RawDocument, lines: list[Line], layout: Layout, outlets: Outlets) -> str | None:
    """The row's source, else the address's, else the one named beside the headline or in a line of its own."""
    if raw.source:
        return raw.source
    host = urlsplit(raw.url).hostname if raw.url and "://" in raw.url else None
    known = outlets.publication(host=host) if host else None
    if known:
        return known.name
    body = set(layout.body)
    named = [outlets.publication(layout.suffix)] if layout.suffix else []
    headed = (line.text for line in lines if layout.headline and line.text.startswith(layout.headline))
    site = next(
        (m.group("site") for m in map(_SITE.fullmatch, (t[len(layout.headline or "") :] for t in headed)) if m), None
    )
    around = [line.text for n, line in enumerate(lines) if n not in body and line.words <= 6]
    named += [outlets.publication(text.strip("©|- ")) for text in around]
    stated = next((publication.name for publication in named if publication), layout.suffix or site or host)
    return stated or _copyright_holder(lines) or _repeated_name(lines)


def _copyright_holder(lines: list[Line]) -> str | None:
    """The name in a line like "© 2019 The Example. All rights reserved"."""
    for line in lines:
        match = _HOLDER.match(line.text) if line.reason == "copyright" else None
        name = match.group("name").strip(" ,.-|") if match else ""
        if 0 < len(name.split()) <= 6 and name[0].isupper() and not name.lower().startswith("all rights"):
            return name
    return None


def _repeated_name(lines: list[Line]) -> str | None:
    """What a page repeats in capitals three times or more is mostly the site's name, as its pictures' description."""
    repeated = Counter(line.text for line in lines if line.reason == "repeated line")
    name, count = repeated.most_common(1)[0] if repeated else ("", 0)
    words = name.split()
    fits = 0 < len(words) <= 4 and all(word[0].isupper() for word in words)
    return name if count >= 3 and fits else None


def _furniture(lines: list[Line], layout: Layout) -> list[Furniture]:
    """Every line that is neither body nor title, with its reason."""
    body = set(layout.body)
    first = layout.body[0]
    found = []
    for number, line in enumerate(lines):
        if number not in body and number != layout.title:
            last = layout.body[-1]
            where = "before the article" if number < first else "after the article" if number > last else "beside it"
            beside = any(lines[n].reason == "agency credit" for n in (number - 1, number + 1) if 0 <= n < len(lines))
            if beside and line.words <= 3 and line.reason is None:
                where = "place of an agency credit"
            found.append(Furniture(line.text, line.reason or where))
    return found
