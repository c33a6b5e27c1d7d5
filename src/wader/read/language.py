"""The language of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_ENGLISH = frozenset([
    "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "his",
    "her", "its", "he", "she", "it", "they", "their", "this", "which", "be", "been", "are", "were", "has",
    "have", "had", "not", "but", "or", "an", "who", "will", "would", "said", "says", "after", "over", "into",
    "than", "more", "also", "about",
])  # fmt: skip


_NEWS = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja "
    "ka kk km kn ko ku ky lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no or pa pl ps pt ro ru rw si sk "
    "sl so sq sr sv sw ta te tg th tk tl tr uk ur uz vi xh yo zh zu"
)
"""Languages that news is written in; the model knows hundreds more, and takes odd English for one of them."""


@lru_cache(maxsize=1)
def _classifier() -> Callable[[str], tuple[str, float]]:
    """``py3langid.classify`` among the languages of news. Loaded when first needed: its model takes half a second."""
    import py3langid

    known = {code for code, _ in py3langid.rank("news")}
    py3langid.set_languages(sorted(known & set(_NEWS.split())))
    classify: Callable[[str], tuple[str, float]] = py3langid.classify
    return classify


_SURE = 35.0
"""By how much the model must hold another language likelier than English (difference of log probabilities) to be sure
of one sentence: English headlines full of foreign names reach 33."""


def _classify(text: str) -> str:
    return str(_classifier()(text)[0])


def _is_english(words: list[str]) -> bool:
    english = sum(1 for word in words if word in _ENGLISH)
    return english >= 0.18 * len(words) and english >= 2


def sure_language(sentence: str) -> str | None:
    """ISO 639-1 code of a language other than English in which ``sentence`` is beyond doubt; None for all others."""
    sample = sentence[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) < 3 or _is_english(words) or _classify(sample) == "en":
        return None
    import py3langid

    ranked = dict(py3langid.rank(sample))
    best = max(ranked, key=lambda code: ranked[code])
    return best if ranked[best] - ranked["en"] >= _SURE else None


def language(text: str) -> str | None:
    """ISO 639-1 code of the language of ``text``; None where there are no letters.

    English is told by its function words, which is quick and holds for short texts as well; what has too few of
    them is classified by ``py3langid``, and short Latin text that it is unsure of counts as English.
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    if not words:
        return None
    if _is_english(words):
        return "en"
    english = any(word in _ENGLISH for word in words)
    ascii_letters = sum(1 for c in sample if c.isascii() and c.isalpha())
    latin = ascii_letters >= 0.97 * sum(1 for c in sample if c.isalpha())
    if latin and len(words) < 12 and english:
        return "en"
    code = _classify(sample)
    if code != "en" and latin and len(words) < 8:
        return "en"
    return code
