"""From the paths a user gives to the documents in them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from wader.acquire.archives import read_warc
from wader.acquire.encoding import decode, decode_html, is_binary
from wader.acquire.feeds import read_feed
from wader.acquire.ids import UniqueIds
from wader.acquire.options import AcquireOptions
from wader.acquire.rows import read_rows, read_stdin, too_large
from wader.acquire.streams import Unpacked, read_whole
from wader.acquire.tables import read_delimited, read_parquet
from wader.errors import UsageError
from wader.records import Note, RawDocument, Skip
from wader.version import STORE_MARKER

_PAGES = {".txt": "page", ".text": "page", ".html": "html", ".htm": "html", ".xhtml": "html"}
_ROWS = (".jsonl", ".ndjson")
_DELIMITERS = {".csv": ",", ".tsv": "\t"}
_FEEDS = (".xml", ".rss", ".atom")
_ARCHIVES = (".warc", ".wet")
_PARQUET = (".parquet", ".pq")
_SUPPORTED = "Give .txt, .html, .jsonl, .csv, .tsv, .parquet, .xml, .rss, .atom or .warc (text formats also as .gz)."


def acquire(
    paths: Sequence[str], options: AcquireOptions | None = None, *, unique: bool = True
) -> Iterator[RawDocument | Skip | Note]:
    """Documents of ``paths`` (files, folders, ``-`` for JSON Lines on stdin), in order, one at a time.

    What cannot be read is a ``Skip`` with its reason, and the rest goes on; a ``Note`` tells what is odd about a file
    that is read. Memory is that of the largest document,
    and some 70 bytes an id. A folder is read in sorted order, no folder twice; hidden files and Wader's stores in it
    are left out. An id that comes again gets ``#2``, ``#3``…, unless ``unique`` is false: a store names them itself.

    Raises:
        UsageError: no path is given, none of them exists, or one is a store.
    """
    if not any(paths):
        raise UsageError("Nothing to read. Name a file or folder, or - for JSON Lines on stdin.")
    if not any(path == "-" or os.path.lexists(path) for path in paths):
        named = ", ".join(path if len(path) <= 200 else path[:200] + "…" for path in paths[:5])
        raise UsageError(f"Nothing found at {named}. Check the spelling.")
    for path in paths:
        if _is_store(path):
            raise UsageError(f"{path} is a Wader store, not pages: `wader export {path}` writes out what it holds.")
    found = (item for path in paths for item in _one_path(path, options or AcquireOptions()))
    return _told_once(found, unique=unique)


def _told_once(found: Iterator[RawDocument | Skip | Note], *, unique: bool) -> Iterator[RawDocument | Skip | Note]:
    """What is odd about many files in the same way is told of the first; ids are made ``unique``."""
    ids = UniqueIds()
    told: set[str] = set()
    for item in found:
        if isinstance(item, Note):
            if item.said in told:
                continue
            told.add(item.said)
        if unique and isinstance(item, RawDocument):
            item.id = ids.unique(item.id)
        yield item


def _one_path(path: str, options: AcquireOptions) -> Iterator[RawDocument | Skip | Note]:
    if path == "-":
        source = options.stdin or sys.stdin.buffer
        yield from read_stdin(Unpacked(source), options)
    elif Path(path).is_dir():
        for item in _walk(path):
            if isinstance(item, Skip):
                yield item
            else:
                yield from _file(item[0], item[1], options)
    else:
        yield from _file(path, Path(path).name, options)


def _walk(top: str) -> Iterator[tuple[str, str] | Skip]:
    """(path, path relative to ``top``) of the files under ``top``. A folder that was walked already, by whatever
    links it is reached again, is passed over: so loops end."""
    seen: set[tuple[int, int]] = set()
    waiting = [(top, "")]  # a stack, last first: folders may nest deeper than calls may
    while waiting:
        path, relative = waiting.pop()
        if not Path(path).is_dir():
            yield path, relative
            continue
        try:
            info = Path(path).stat()
            if (info.st_dev, info.st_ino) in seen:
                continue
            seen.add((info.st_dev, info.st_ino))
            if _is_store(path):
                continue  # "wader run . --to store", a second time
            names = sorted(entry.name for entry in Path(path).iterdir() if not entry.name.startswith("."))
        except OSError as error:
            yield Skip(_printable(relative or path), "acquire", _reason(error), _printable(path))
            continue
        prefix = relative + "/" if relative else ""
        waiting.extend((f"{path.rstrip('/') or '/'}/{name}", prefix + name) for name in reversed(names))


def _is_store(path: str) -> bool:
    try:
        return (Path(path) / STORE_MARKER).is_file()
    except OSError:
        return False


def _file(path: str, name: str, options: AcquireOptions) -> Iterator[RawDocument | Skip | Note]:
    """Documents of one file; whatever the system says against it is a Skip in words that tell nothing of the host."""
    shown, printable = _printable(path), _printable(name)
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    suffix = next((s for s in reversed(suffixes) if s != ".gz"), "")
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            yield Skip(printable, "acquire", "not a regular file", shown)
            return
        if suffix not in (*_PAGES, *_ROWS, *_DELIMITERS, *_FEEDS, *_ARCHIVES, *_PARQUET):
            kind = f"{suffix} files are" if suffix else "files without a suffix are"
            yield Skip(printable, "acquire", f"{kind} not read", shown, None, _SUPPORTED)
            return
        with Path(path).open("rb") as file:
            yield from _contents(cast(BinaryIO, file), suffix, suffixes[-1] == ".gz", printable, shown, options)
    except OSError as error:
        yield Skip(printable, "acquire", _reason(error), shown)


def _contents(
    file: BinaryIO, suffix: str, gzipped: bool, name: str, path: str, options: AcquireOptions
) -> Iterator[RawDocument | Skip | Note]:
    if suffix in _PARQUET:
        yield from read_parquet(file, name, path, options)
        return
    stream = Unpacked(file, transcode=suffix not in _ARCHIVES)
    if gzipped and not stream.packed and not stream.empty:
        yield Skip(name, "acquire", "the name ends in .gz, but the file is not gzip", path, None, "Rename the file.")
    elif suffix in _ROWS:
        yield from read_rows(stream, name, path, options)
    elif suffix in _DELIMITERS:
        yield from read_delimited(stream, _DELIMITERS[suffix], name, path, options)
    elif suffix in _ARCHIVES:
        yield from read_warc(stream, name, path, options)
    else:
        data = read_whole(stream, options.max_document)
        if stream.broken:
            yield Skip(name, "acquire", stream.broken, path, None, "Fetch or write the file again.")
        elif data is None:
            yield too_large(name, path, options.max_document)
        elif suffix in _FEEDS:
            yield from read_feed(data, name, path)
        else:
            yield _page(data, suffix, name, path)


def _page(data: bytes, suffix: str, name: str, path: str) -> RawDocument | Skip:
    content = decode_html(data) if _PAGES[suffix] == "html" else decode(data)
    if not content.strip():
        return Skip(name, "acquire", "the file is empty", path)
    if is_binary(content):
        return Skip(name, "acquire", "not text: the file holds binary data", path, None, _SUPPORTED)
    return RawDocument(id=name, kind="html" if _PAGES[suffix] == "html" else "page", content=content, path=path)


def _reason(error: OSError) -> str:
    """The system's reason without the path, which may be other than what the user wrote."""
    known = {
        FileNotFoundError: "no such file",
        PermissionError: "no permission to read it",
        IsADirectoryError: "it is a folder",
    }
    return next((text for kind, text in known.items() if isinstance(error, kind)), "the system cannot read it")


def _printable(path: str) -> str:
    """``path`` as text that can be written anywhere: bytes of a name that are not UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
