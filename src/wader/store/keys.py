"""Hashes that name things in a store: a document's content, a coder, a document's version, a part.

All are BLAKE2b, 16 bytes, as 32 hex digits, over length-prefixed fields, so that no two field lists collide by
concatenation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from wader.records import RawDocument


def digest(fields: Iterable[str | None]) -> str:
    """Hash of an ordered list of fields; None differs from the empty string."""
    state = hashlib.blake2b(digest_size=16)
    for field in fields:
        if field is None:
            state.update(b"-;")
            continue
        data = field.encode("utf-8", "surrogatepass")
        state.update(b"%d:" % len(data))
        state.update(data)
    return state.hexdigest()


def content_key(raw: RawDocument) -> str:
    """Hash of all that coding depends on; not of the id or the path, which only say where it lay."""
    return digest([raw.kind, raw.content, raw.title, raw.date, raw.url, raw.source])


def coder_key(version: str, knowledge: str, model: str | None, code: str) -> str:
    """Hash of what codes: package version, hash of the knowledge in force, of the model, of the program text."""
    return digest([version, knowledge, model, code])


def version_key(document: str, content: str, coder: str) -> str:
    """Name of one version of a document: the same page coded by the same coder under the same id."""
    return digest([document, content, coder])


def part_key(versions: Iterable[str]) -> str:
    """Name of a part: hash of the versions it holds, in order."""
    return digest(versions)
