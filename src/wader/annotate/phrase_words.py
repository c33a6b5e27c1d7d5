"""What single words around a title are: nouns, the end of a noun phrase, what somebody is for or against."""

from __future__ import annotations

from wader.annotate.names import PARTICLES, Words


def is_noun(words: Words, k: int) -> bool:
    """Whether a word is a noun, or an adjective before one."""
    return words.tag is not None and words.tag[k][:2] in ("NN", "JJ")


def is_closed(words: Words, stop: int) -> bool:
    """Whether what begins at word ``stop`` only adds to the noun before it: "an official working for the mayor"."""
    if words.tag is None or stop >= len(words.word) or words.names[stop]:
        return False
    return words.tag[stop] in ("VBN", "VBG", "JJ", "IN", "RB") and words.tag[stop + 1 : stop + 2] not in (
        ["NN"], ["NNS"], ["VBD"], ["VBZ"], ["VBP"]
    )


def is_cause(words: Words, end: int) -> bool:
    """ "Anti-whaling leader", "pro-choice campaign leader": whether the words before a role say for or against what."""
    for k in range(end - 1, max(-1, end - 6), -1):
        if not words.word[k].isalpha() and words.word[k].strip("-–").isalpha() is False and words.word[k] not in "-–":
            return False
        if words.lemma[k].partition("-")[0] in ("anti", "pro") and (words.lemma[k][4:] or words.word[k + 1] in "-–"):
            return True
    return False


_DASHES = frozenset(["-", "--", "–", "—"])


def closes(words: Words, i: int) -> bool:
    """Whether the name that begins at ``i`` after a comma is closed by another mark: an apposition."""
    j = i
    while j < len(words.word) and (words.names[j] or words.word[j] in PARTICLES or (
        words.word[j] == "-" and words.start[j] == words.end[j - 1]
    )):
        j += 1
    return j >= len(words.word) or words.word[j] in ",.;)" or words.word[j] in _DASHES
