"""What single words around a title are: forms of address, nouns, the end of a phrase, what somebody is for."""

from __future__ import annotations

from wader.annotate.names import PARTICLES, Words

HONORIFICS = frozenset([
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "dame", "lord", "lady", "shri", "smt", "sheikh",
    "shaikh", "sheik", "haji", "hajj", "alhaji", "alhaja", "mallam", "ayatollah", "imam", "mullah", "maulana", "mufti",
    "prof", "prof.", "professor", "judge", "justice", "rev", "rev.", "fr", "sister", "brother", "saint", "comrade",
    "hon.", "engr", "engr.", "barr", "barr.", "mme", "mme.", "madame", "monsieur", "datuk", "datin",
])  # fmt: skip
"""Forms of address, which stand between a title and a name."""
_ELSEWHERE = frozenset([
    "accord", "according", "after", "against", "along", "alongside", "amid", "at", "before", "behind", "besides",
    "despite", "during", "except", "following", "from", "in", "including", "like", "near", "on", "over", "to",
    "toward", "towards", "under", "unlike", "via", "with", "without", "while", "because", "if", "though", "although",
])  # fmt: skip
"""Words that begin, behind a comma, what is not said of the name before it."""
_SHORT = 4
"""Most words of a short form in brackets."""


def goes_elsewhere(words: Words, k: int) -> bool:
    """Whether what begins at word ``k`` behind a name and a comma speaks of somebody else: ", according to an aide"."""
    return words.lemma[k] in _ELSEWHERE


def before_bracket(words: Words, end: int) -> int:
    """Where a phrase that ends before word ``end`` ends without a short form in brackets: "secretary of the Union of
    Masons (UM)"."""
    if words.word[end - 1] != ")":
        return end
    return next((k for k in range(end - 2, max(0, end - _SHORT - 2), -1) if words.word[k] == "("), end)


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


_SAID = 3
"""Most words between an owner and a role that only say of what kind the role is."""


def described(words: Words, left: int) -> int | None:
    """Where the plain words before a role at ``left`` begin, behind "'s" or an adjective of what is over: "the union's
    foreign relations secretary", "her former financial adviser"; None where other words stand before it."""
    for k in range(left - 1, max(0, left - 1 - _SAID), -1):
        if not is_noun(words, k) or words.names[k] or not words.word[k].isalpha():
            return None
        if words.word[k - 1] in ("'s", "’s") or words.word[k - 1].lower() in ("former", "ex-", "onetime"):
            return k
    return None


def is_short(words: Words, k: int) -> bool:
    """Whether a word is a short form or name that no list has, as parties have them: "the PKL leader"."""
    word = words.word[k]
    if not word.isalpha() or not 1 < len(word) < 7 or words.capitals or words.headline:
        return False
    small = words.word[k + 1][:1].islower()  # no "Team Leader"
    named = words.tag is not None and words.tag[k] == "NNP" and (words.small or (word.istitle() and small))
    return word.isupper() or named


_DASHES = frozenset(["-", "--", "–", "—"])


def closes(words: Words, i: int) -> bool:
    """Whether the name that begins at ``i`` after a comma is closed by another mark: an apposition."""
    j = i
    while j < len(words.word) and (words.names[j] or words.word[j] in PARTICLES or (
        words.word[j] == "-" and words.start[j] == words.end[j - 1]
    )):
        j += 1
    return j >= len(words.word) or words.word[j] in ",.;)" or words.word[j] in _DASHES
