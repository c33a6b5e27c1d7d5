"""Bytes to text: whatever encoding a crawler left behind."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([A-Za-z0-9_:.-]{2,40})""", re.I)
_SAMPLE = 1 << 16
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")


def wide_encoding(head: bytes) -> str | None:
    """``utf-16``/``utf-32`` encoding that ``head``, the first bytes of a file, is in, or None.

    By its byte order mark, or, where it has none, by the zero bytes that Western text leaves at every second place.
    """
    for bom, name in _BOMS[1:]:
        if head.startswith(bom):
            return name
    sample = head[:1024]
    sample = sample[: len(sample) // 2 * 2]
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def decode(data: bytes, declared: str | None = None) -> str:
    """``data`` as text: byte order mark, then UTF-8, then ``declared``, then what it looks like; never fails.

    Bytes that fit nothing become U+FFFD. NUL characters are taken out.
    """
    wide = wide_encoding(data[:1024])
    if wide:
        return data.decode(wide, "replace").lstrip("\ufeff").replace("\0", "")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8").replace("\0", "")
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if broken * 20 < sum(1 for c in lenient[:_SAMPLE] if c > "\x7f"):
        return lenient.replace("\0", "")
    return data.decode(_guess(data, declared), "replace").replace("\0", "")


def decode_html(data: bytes, declared: str | None = None) -> str:
    """``data`` as a page: as ``decode``, with the encoding that its ``<meta>`` names where HTTP names none."""
    found = _META_CHARSET.search(data[:4096])
    return decode(data, declared or (found.group(1).decode("ascii") if found else None))


def _guess(data: bytes, declared: str | None) -> str:
    """Name of the 8-bit or East Asian encoding of ``data``, which is known not to be UTF-8."""
    if declared:
        try:
            name = codecs.lookup(declared).name
        except LookupError:
            name = "utf-8"
        if name in ("iso8859-1", "ascii"):
            return "cp1252"  # what pages that say Latin-1 are in (WHATWG encoding standard)
        if not name.startswith("utf"):
            return str(name)
    sample = data[:_SAMPLE]
    if sum(1 for byte in sample if byte > 127) < 0.3 * len(sample):
        return "cp1252"  # English or another Western text with curly quotation marks or accents
    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


def is_binary(text: str) -> bool:
    """Whether decoded ``text`` is no text at all: control characters and undecodable bytes in plenty."""
    sample = text[:_SAMPLE]
    odd = len(_CONTROLS.findall(sample)) + sample.count("\ufffd")
    return odd > 0.1 * len(sample) if sample else False
