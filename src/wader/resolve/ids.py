"""Stable ids: of what a document says, never of the coder, the run or the order."""

from __future__ import annotations

import hashlib

from wader.records import Article, Candidate

DIGITS = 16


def content_hash(article: Article) -> str:
    """SHA-256 of title and text, 16 hex digits."""
    return hashlib.sha256(f"{article.title or ''}\0{article.text}".encode("utf-8", "surrogatepass")).hexdigest()[
        :DIGITS
    ]


def event_id(document: str, content: str, candidate: Candidate) -> str:
    """Hash of document id, content hash, trigger span, category, actor and recipient spans."""
    parts = [document, content, candidate.in_, candidate.category]
    parts += [f"t{t.start}:{t.end}" for t in candidate.triggers]
    parts += [f"a{m.start}:{m.end}" for m in candidate.actor] + [f"r{m.start}:{m.end}" for m in candidate.recipient]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
