"""Bounded streams: files and gzip that cannot fill the memory or hang, read by line or whole."""

from __future__ import annotations

import codecs
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from wader.acquire.encoding import wide_encoding

GZIP_MAGIC = b"\x1f\x8b"
_CHUNK = 1 << 16
_BOMB_SIZE = 8 << 20
_BOMB_RATIO = 200
"""Text packs at 3 to 20 to 1, a bomb at about 1,000. Counted anew from each good document on."""


class Unpacked(io.RawIOBase):
    """Bytes of ``source``, gunzipped where they are gzip (whatever the name says), UTF-16 and UTF-32 made UTF-8.

    Never raises for what is in the data: it ends early instead, and ``broken`` then says why
    (``hostile``: it unpacks without end).
    """

    def __init__(self, source: BinaryIO, transcode: bool = True) -> None:
        self.broken: str | None = None
        self.hostile = False
        self._source = source
        self._head = source.read(2)
        self.packed = self._head == GZIP_MAGIC
        self.empty = not self._head
        self._gzip = zlib.decompressobj(31) if self.packed else None
        self._fed = self._made = self._given = 0
        self._tail = b""
        self._ready = b""
        self._ended = False
        self._decoder: codecs.IncrementalDecoder | None = None
        if transcode:
            while len(self._ready) < 1024 and not self._ended:
                self._ready += self._more()
            wide = wide_encoding(self._ready)
            if wide:
                self._decoder = codecs.getincrementaldecoder(wide)("replace")
                self._ready = self._recode(self._ready)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._ready and not self._ended:
            data = self._more()
            self._ready = self._recode(data) if self._decoder else data
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        self._given += count
        return count

    def tell(self) -> int:
        return self._given

    def good(self) -> None:
        """A document was made of what was read last: rows that repeat pack as tightly as a bomb, but are none."""
        self._fed = self._made = 0

    def _recode(self, data: bytes) -> bytes:
        assert self._decoder is not None
        return self._decoder.decode(data, final=self._ended).encode("utf-8", "replace")

    def _raw(self) -> bytes:
        head, self._head = self._head, b""
        return head or self._source.read(_CHUNK)

    def _more(self) -> bytes:
        """The next decompressed bytes; b"" may come before the end, which sets ``_ended``."""
        if self._gzip is None:
            data = self._raw()
            self._ended = not data
            return data
        packed = self._tail or self._raw()
        if not packed:
            self._end(None if self._gzip.eof else "the gzip data is cut short")
            return b""
        try:
            if self._gzip.eof:
                packed = packed.lstrip(b"\0")  # padding after a member
                if not packed:
                    return b""
                self._gzip = zlib.decompressobj(31)
            data = self._gzip.decompress(packed, _CHUNK)
        except zlib.error:
            self._end("the gzip data is damaged")
            return b""
        rest = self._gzip.unused_data if self._gzip.eof else self._gzip.unconsumed_tail
        self._fed += len(packed) - len(rest)
        self._tail = rest
        self._made += len(data)
        if self._made > _BOMB_SIZE and self._made > _BOMB_RATIO * self._fed:
            self.hostile = True
            self._end(f"the gzip data unpacks to more than {_BOMB_RATIO} times its size")
            return b""
        return data

    def _end(self, broken: str | None) -> None:
        self._ended = True
        self.broken = broken


def read_whole(stream: io.RawIOBase, limit: int) -> bytes | None:
    """All bytes of ``stream``, or None where there are more than ``limit``."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0:
        part = stream.read(min(left, _CHUNK))
        if not part:
            return b"".join(parts)
        parts.append(part)
        left -= len(part)
    return None


def lines(stream: io.RawIOBase, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """(1-based number, line without its break) for each line; None for one of more than ``limit`` bytes.

    Goes on after a line that is too long; ends at one of more than ten times ``limit``, past which no row follows.
    """
    buffered = io.BufferedReader(stream, _CHUNK)
    number = 0
    while line := buffered.readline(limit + 2):
        number += 1
        if line.endswith(b"\n") or len(line) <= limit:
            yield number, line.rstrip(b"\r\n")
            continue
        line = b""  # so that one long line is not held while the rest of it is passed over
        passed = limit
        while passed < 10 * limit:
            more = buffered.readline(_CHUNK)
            passed += len(more)
            if not more or more.endswith(b"\n"):
                break
        yield number, None
        if passed >= 10 * limit:
            return
