"""Words of saying: verbs with the frames that their content takes, nouns, set phrases (``reporting.yaml``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from wader.errors import KnowledgeError
from wader.knowledge.files import laid_over

FILE = "reporting.yaml"


class Verb(msgspec.Struct, frozen=True):
    """A verb that may report. ``frames``: letter of a frame (see the head of the data file) → class; ``preps``:
    preposition whose object is the content → class."""

    lemma: str
    frames: dict[str, str]
    preps: dict[str, str]


class Reporting:
    """The vocabulary of attribution. ``verbs`` and ``nouns`` by lemma; ``phrases`` are tuples of lower-case words whose
    object is the source, longest first; ``forms``: inflected verb → lemma, for text that was not parsed."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.verbs = _verbs(data["verbs"])
        self.nouns = frozenset(data["nouns"])
        self.noun_preps = frozenset(data["noun_preps"])
        self.raised = frozenset(data["raised"])
        self.hearsay = frozenset(data["hearsay"])
        self.sources = frozenset(data["sources"])
        phrases = sorted({tuple(str(phrase).split()) for phrase in data["phrases"]}, key=lambda p: (-len(p), p))
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            self.phrases.setdefault(phrase[0], []).append(phrase)
        self.forms = self._inflect(data["irregular"], frozenset(data["unsure_forms"]))

    def _inflect(self, irregular: dict[str, list[str]], unsure: frozenset[str]) -> dict[str, str]:
        forms: dict[str, str] = {}
        for lemma, verb in self.verbs.items():
            if verb.frames.get("c") != "speech":
                continue
            for form in irregular.get(lemma) or (past(lemma), third(lemma)):
                if form not in unsure:
                    forms[form] = lemma
        return forms


def third(lemma: str) -> str:
    """Third person of the present by the rules of spelling."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def past(lemma: str) -> str:
    """Regular past by the rules of spelling; a final consonant is doubled in words of one short syllable."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ied"
    vowels = sum(c in "aeiou" for c in lemma)
    if vowels == 1 and len(lemma) > 2 and lemma[-1] not in "aeiouwxy" and lemma[-2] in "aeiou":
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def _verbs(groups: list[dict[str, Any]]) -> dict[str, Verb]:
    frames: dict[str, dict[str, str]] = {}
    preps: dict[str, dict[str, str]] = {}
    for group in groups:
        for lemma in group["verbs"]:
            for frame in group["frames"]:
                frames.setdefault(lemma, {}).setdefault(frame, group["class"])
            for prep in group.get("preps", ()):
                preps.setdefault(lemma, {}).setdefault(str(prep), group["class"])
    return {
        lemma: Verb(lemma, frames.get(lemma, {}), preps.get(lemma, {})) for lemma in dict.fromkeys([*frames, *preps])
    }


def load(directories: Sequence[Path]) -> Reporting:
    """The vocabulary over the directories; lists of a later directory are added, maps laid over.

    Raises:
        KnowledgeError: the file is missing or malformed.
    """
    data = laid_over(directories, FILE)
    try:
        return Reporting(data)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise KnowledgeError(f"{FILE}: section {error} is missing or malformed; see the packaged file.") from error
