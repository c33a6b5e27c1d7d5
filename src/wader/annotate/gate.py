"""The gate: which sentences hold a word that can make an event, so that only they are parsed."""

from __future__ import annotations

import re

from wader.annotate.parse import Lemmatiser
from wader.knowledge.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CACHE_LIMIT = 300_000


class Gate:
    """Says of a sentence whether any of its words, lemmatised, is in the lexicon's gate. Cached by form."""

    def __init__(self, lexicon: Lexicon, lemmatiser: Lemmatiser) -> None:
        self._gate, self._lemmatiser = lexicon.gate, lemmatiser
        self._cache: dict[str, bool] = {}

    def passes(self, text: str) -> bool:
        """Whether ``text`` (a sentence) may hold an event."""
        return any(self._word(word) for word in _WORD.findall(text.lower()))

    def _word(self, form: str) -> bool:
        known = self._cache.get(form)
        if known is None:
            parts = form.split("-") if "-" in form else [form]
            known = any(lemma in self._gate for part in (form, *parts) for lemma in self._lemmatiser.possible(part))
            if len(self._cache) < _CACHE_LIMIT:
                self._cache[form] = known
        return known
