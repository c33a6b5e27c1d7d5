"""RSS and Atom files, an entry a document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

import defusedxml.ElementTree
import feedparser
from defusedxml.common import DefusedXmlException

from wader.acquire.rows import from_row
from wader.records import RawDocument, Skip
from wader.text import html_to_lines

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|channel|entry|item)[\s>]", re.I)
_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.S)
_TAG = re.compile(rb"<(/?)[A-Za-z_][^<>]*?(/?)>")
_DEEPEST = 200
_HOSTILE = "the XML declares a document type or entities, which are not read"
_PAGES = "Give pages as .html, rows as .jsonl."
_REMEDY = "Take the <!DOCTYPE …> out of the file."


def read_feed(data: bytes, name: str, path: str) -> Iterator[RawDocument | Skip]:
    """Entries of the feed in ``data`` as documents of kind ``text``: the full content, else the summary.

    XML that declares a document type or entities is refused before anything is expanded. A feed that is not
    well-formed is read as far as it makes sense. Nothing outside ``data`` is ever fetched.
    """
    try:
        defusedxml.ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        yield Skip(name, "acquire", _HOSTILE, path, None, _REMEDY)
        return
    except (ParseError, ValueError, LookupError, RecursionError):
        if _DECLARATION.search(data):
            yield Skip(name, "acquire", _HOSTILE, path, None, _REMEDY)
            return
    if not _FEED.search(data):
        yield Skip(name, "acquire", "not an RSS or Atom feed", path, None, _PAGES)
        return
    if _depth(data) > _DEEPEST:
        yield Skip(name, "acquire", f"elements are nested more than {_DEEPEST} deep", path)
        return
    feed: Any = feedparser.parse(io.BytesIO(data))
    if not feed.get("version") and not feed.entries:
        yield Skip(name, "acquire", "not an RSS or Atom feed", path, None, _PAGES)
        return
    source = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        contents = [c.get("value", "") for c in entry.get("content", [])]
        markup = max([*contents, entry.get("summary", "")], key=len)
        link = entry.get("link") or ""
        row = {
            "id": entry.get("id") or entry.get("link"),
            "text": html_to_lines(markup),
            "title": html_to_lines(entry.get("title", "")).replace("\n", " "),
            "date": entry.get("published") or entry.get("updated"),
            "url": link if "://" in link else None,
            "source": source,
        }
        yield from_row(row, f"{name}:{number}", path, number)


def _depth(data: bytes) -> int:
    """How deep the elements of ``data`` nest: feedparser's time grows with its square where they are not closed."""
    depth = deepest = 0
    for match in _TAG.finditer(b"".join(_CDATA.split(data))):
        if not match.group(2):
            depth = max(0, depth - 1) if match.group(1) else depth + 1
            deepest = max(deepest, depth)
    return deepest
