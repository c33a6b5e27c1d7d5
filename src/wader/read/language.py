"""The language of a text."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "his",
        "her",
        "its",
        "he",
        "she",
        "it",
        "they",
        "their",
        "this",
        "which",
        "be",
        "been",
        "are",
        "were",
        "has",
        "have",
        "had",
        "not",
        "but",
        "or",
        "an",
        "who",
        "will",
        "would",
        "said",
        "says",
        "after",
        "over",
        "into",
        "than",
        "more",
        "also",
        "about",
    ]
)


def language(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text``; None where there are no letters.

    English is told by its function words, which is quick and holds for short texts as well; what has too few of
    them is classified by ``py3langid``, and short Latin text that it is unsure of counts as English.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return None
    english = sum(1 for word in words if word in _ENGLISH)
    if english >= 0.18 * len(words) and english >= 2:
        return "en"
    ascii_letters = sum(1 for c in sample if c.isascii() and c.isalpha())
    latin = ascii_letters >= 0.97 * sum(1 for c in sample if c.isalpha())
    if latin and len(words) < 12 and english:
        return "en"
    import py3langid  # its model takes half a second to load, and English pages never need it

    code = str(py3langid.classify(sample)[0])
    if code != "en" and latin and len(words) < 8:
        return "en"
    return code
