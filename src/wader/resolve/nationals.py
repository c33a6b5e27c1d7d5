"""When the word for a people means its persons and not its government: "a Briton", "two Kenyans", whoever is killed."""

from __future__ import annotations

from wader.resolve import compound as np
from wader.resolve.compound import View

_NOUNS = frozenset([
    "briton", "brit", "dane", "spaniard", "turk", "pole", "swede", "finn", "scot", "icelander", "new zealander",
    "netherlander", "luxembourger",
])  # fmt: skip
"""Demonyms that are no adjectives: one of them is one person, whatever stands beside."""
_MEN = ("man", "woman")
_NO_MEN = frozenset(["german", "oman", "roman", "ottoman", "burman"])
_PERSONAL = frozenset([
    "kill", "wound", "injure", "murder", "massacre", "slay", "slaughter", "behead", "execute", "assassinate", "capture",
    "kidnap", "abduct", "arrest", "detain", "hold", "jail", "imprison", "deport", "sentence", "extradite", "indict",
    "lynch", "stab", "torture", "rape", "evacuate", "bury", "hang",
])  # fmt: skip
"""What befalls persons, no government."""
_OBJECTS = frozenset(["dobj", "nsubjpass"])
_PAST = frozenset(["VBD", "VBN"])


def is_person(view: View, head: int) -> bool:
    """Whether a demonym means one or more persons by itself or by what is done to them."""
    word = view.tokens.text[head].lower()
    single = view.tokens.tag[head] not in ("NNS", "NNPS")
    man = word.endswith(_MEN) and word not in _NO_MEN
    if single and (word in _NOUNS or man) and not _is_modifier(view, head):
        return True
    if single and np.numeral(view, head) in ("one", "1"):
        return True
    return _suffers(view, head)


def _is_modifier(view: View, head: int) -> bool:
    above = view.tokens.head[head]
    return above > head and view.tokens.dep[head] in np.LEFT


def _suffers(view: View, head: int) -> bool:
    """Whether what is done to a people can only be done to persons: "the Japanese being held", "Kenyan jailed"."""
    tokens, n = view.tokens, head
    told = (k for k in view.kids[head] if k > head and tokens.dep[k] == "acl" and tokens.tag[k] == "VBN")
    if any(view.lemma[k] in _PERSONAL for k in told):
        return True
    while tokens.dep[n] == "conj" and tokens.head[n] < n:
        n = tokens.head[n]
    verb = tokens.head[n]
    if verb == n or view.lemma[verb] not in _PERSONAL or not tokens.tag[verb].startswith("VB"):
        return False
    if tokens.dep[n] in _OBJECTS:
        return True
    cut = tokens.dep[n] == "nsubj" and tokens.tag[verb] in _PAST  # "Kenyan jailed for fraud", as headlines have it
    active = any(tokens.dep[k] in ("dobj", "aux", "ccomp", "xcomp") for k in view.kids[verb])
    return cut and not active and verb > n and tokens.tag[head] not in ("NNS", "NNPS")
