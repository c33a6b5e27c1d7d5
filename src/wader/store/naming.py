"""Which id a document has in a store: the same file keeps its ids, and another file's document never takes them.

An id is the user's own (a row's ``id``, an entry's ``guid``) or made from where the document lay (``page1.txt``,
``rows.jsonl:7``). Made ids repeat from batch to batch, so the store also holds each document's origin: the path of its
file as seen from the store's folder. A store that moves together with its pages keeps them.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Literal

from wader.records import RawDocument, Record

_NUMBERED = re.compile(r"(.+)#([0-9]{1,9})", re.DOTALL)

Fate = Literal["new", "same", "replaced", "apart"]


class Named(Record):
    """What a name was given for. ``origin``: to be put down, where it is new. ``fate``: what the document is to what
    the store held: ``replaced`` has taken the place of other words, ``apart`` has an id of its own because the
    document that it would have replaced came from elsewhere."""

    origin: str | None
    fate: Fate


class Names:
    """Names the documents of one run, in the order in which they are read. Holds some 250 bytes a document.

    Args:
        root: the store's folder.
        held: id, content key and origin (None: not known) of each document in force.
    """

    def __init__(self, root: Path, held: Iterable[tuple[str, str, str | None]]) -> None:
        self._root = os.path.abspath(root)  # noqa: PTH100  keeps links as the user named them
        self._held: dict[int, tuple[int, int]] = {}
        self._numbers: dict[int, deque[int]] = {}
        self._taken: set[int] = set()
        self._reached: dict[int, int] = {}
        self._named: dict[str, Named] = {}
        self._place: tuple[str | None, str | None] = (None, None)
        for document, content, origin in sorted(held, key=_by_number):
            marks = int(content[:16], 16), _key(origin) if origin is not None else 0
            self._held[_key(document)] = marks
            if match := _NUMBERED.fullmatch(document):
                for key in _keys(match[1], *marks):
                    self._numbers.setdefault(key, deque()).append(int(match[2]))

    def name(self, raw: RawDocument, content: str) -> str:
        """The id of ``raw``, whose content key is ``content``: no two documents of a run have the same.

        In this order: the id that its own file's document has; that of a document with the same words (the folder has
        moved); the user's own id; the first of ``id``, ``id#2``, ``id#3``… that nobody has.
        """
        origin = self._origin(raw.path)
        words, place = int(content[:16], 16), _key(origin) if origin is not None else 0
        id_ = self._known(raw.id, words, place) or self._own(raw) or self._free(raw.id)
        key = _key(id_)
        self._taken.add(key)
        held = self._held.get(key)
        fate: Fate = "new" if held is None else "same" if held[0] == words else "replaced"
        if held is None and id_ != raw.id and _key(raw.id) in self._held:
            fate = "apart"
        moved = origin if held is None or held[1] != place else None
        if moved is not None or fate != "same":
            self._named[id_] = Named(moved, fate)
        return id_

    def settle(self, document: str) -> Named:
        """What is to be put down of a document that has come into the store."""
        return self._named.pop(document, None) or Named(None, "same")

    def _known(self, base: str, words: int, place: int) -> str | None:
        """The id of the document in the store that this one is, if any: by file and words, by file, by words."""
        held = self._held.get(_key(base)) if _key(base) not in self._taken else None
        both, by_place, by_words = _keys(base, words, place)
        if held is not None and held == (words, place):
            return base
        if found := self._numbered(base, both) if place else None:
            return found
        if held is not None and (held[1] == place != 0 or held[1] == 0 != place):
            return base  # its own file's, or of a store that held no origins yet
        if found := self._numbered(base, by_place) if place else None:
            return found
        return base if held is not None and held[0] == words else self._numbered(base, by_words)

    def _numbered(self, base: str, key: int) -> str | None:
        numbers = self._numbers.get(key, deque())
        while numbers:
            if _key(f"{base}#{numbers[0]}") not in self._taken:
                return f"{base}#{numbers[0]}"
            numbers.popleft()
        return None

    def _own(self, raw: RawDocument) -> str | None:
        """The id that came with the document: who gives the same id again means the same document."""
        return raw.id if raw.has_id and _key(raw.id) not in self._taken else None

    def _free(self, base: str) -> str:
        key = _key(base)
        number = self._reached.get(key, 0)
        while True:
            number += 1
            candidate = f"{base}#{number}" if number > 1 else base
            if _key(candidate) not in self._taken and _key(candidate) not in self._held:
                self._reached[key] = number
                return candidate

    def _origin(self, path: str | None) -> str | None:
        """The file as seen from the store; None for stdin, which is another one each time."""
        if path is None or path == "-":
            return None
        if path != self._place[0]:
            whole = os.path.abspath(path)  # noqa: PTH100
            try:
                self._place = path, os.path.relpath(whole, self._root).replace(os.sep, "/")
            except ValueError:  # another drive
                self._place = path, whole
        return self._place[1]


def _by_number(held: tuple[str, str, str | None]) -> int:
    match = _NUMBERED.fullmatch(held[0])
    return int(match[2]) if match else 0


def _keys(base: str, words: int, place: int) -> tuple[int, int, int]:
    return _key(f"{base}\0{place}\0{words}"), _key(f"{base}\0{place}"), _key(f"{base}\0\0{words}")


def _key(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
