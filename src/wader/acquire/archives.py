"""WARC archives: the pages of a crawl."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from wader.acquire.encoding import decode, decode_html
from wader.acquire.options import AcquireOptions
from wader.acquire.rows import too_large
from wader.acquire.streams import Unpacked, read_whole
from wader.records import RawDocument, Skip

_HTML = ("text/html", "application/xhtml+xml")
_TYPES = WarcRecordType.response | WarcRecordType.conversion | WarcRecordType.resource


def read_warc(stream: Unpacked, name: str, path: str, options: AcquireOptions) -> Iterator[RawDocument | Skip]:
    """Pages of a WARC (or WET) ``stream``, named ``name:record``.

    Answers that are no page (images, redirects, errors) are passed over, as a browser's user would never read them.
    The date of the crawl is not kept: it says nothing of the date of publication.
    """
    number = 0
    # Given as a plain stream, already unpacked: fastwarc asks a file object for `tell` and seeks one that can.
    archive = iter(ArchiveIterator(stream, record_types=_TYPES, parse_http=True))
    while True:
        try:
            record = next(archive)
            number += 1
            found = _page(record, f"{name}:{number}", path, number, options.max_document)
        except StopIteration:
            break
        except (OSError, ValueError, UnicodeError, zlib.error) as error:
            reason = f"the archive is damaged after record {number} ({type(error).__name__})"
            yield Skip(f"{name}:{number + 1}", "acquire", reason, path, number + 1, "Fetch the archive again.")
            return
        if found is not None:
            stream.good()
            yield found
    if stream.broken:
        reason = f"{stream.broken}: what comes after record {number} is lost"
        yield Skip(f"{name}:{number + 1}", "acquire", reason, path, number + 1, "Fetch the archive again.")
    elif number == 0 and not stream.empty:
        yield Skip(name, "acquire", "not a WARC archive, or one without pages", path)


def _page(record: Any, place: str, path: str, number: int, limit: int) -> RawDocument | Skip | None:
    """The page in ``record``, a Skip where it cannot be read, None where it is none."""
    http = record.http_headers
    if http is not None:
        if http.status_code is not None and not 200 <= http.status_code < 300:
            return None
        type_, charset = record.http_content_type or "", record.http_charset
    else:
        type_, charset = (record.headers.get("Content-Type") or "").split(";")[0].strip(), None
    if type_ not in (*_HTML, "text/plain"):
        return None
    url = record.headers.get("WARC-Target-URI")
    data: bytes | None = record.reader.read(limit + 1)
    assert data is not None
    if len(data) < min(record.content_length, limit):
        return Skip(place, "acquire", "the record is cut short", path, number, "Fetch the archive again.")
    coding = (http.get("Content-Encoding") or "").lower() if http is not None else ""
    if len(data) <= limit and coding in ("gzip", "x-gzip", "deflate"):
        data = _inflate(data, limit)
    if data is None or len(data) > limit:
        return too_large(place, path, limit, number)
    content = decode_html(data, charset) if type_ in _HTML else decode(data, charset)
    if not content.strip():
        return None
    return RawDocument(id=place, kind="html" if type_ in _HTML else "page", content=content, url=url, path=path)


def _inflate(data: bytes, limit: int) -> bytes | None:
    """``data`` decompressed, or None for more than ``limit`` bytes; as it is where it is not compressed after all."""
    if data[:2] == b"\x1f\x8b":
        unpacked = Unpacked(io.BytesIO(data), transcode=False)
        whole = read_whole(unpacked, limit)
        return None if unpacked.hostile else whole
    for bits in (15, -15):
        try:
            whole = zlib.decompressobj(bits).decompress(data, limit + 1)
        except zlib.error:
            continue
        return whole if len(whole) <= limit else None
    return data
