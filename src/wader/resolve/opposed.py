"""Who judges, backs or turns down what is a pronoun's, and so is another: "the premier rejected his plan", "the mayor's
criticism of her speech". Nobody turns down what is his own."""

from __future__ import annotations

from wader.knowledge.roles import Roles
from wader.resolve.compound import SUBJECTS, View

_TURNING = frozenset([
    "reject", "oppose", "dismiss", "refute", "rebut", "rebuff", "veto", "overturn", "overrule", "spurn", "contradict",
    "criticise", "criticize", "condemn", "denounce", "decry", "deplore", "slam", "blast", "assail", "castigate",
    "chide", "fault", "mock", "ridicule", "deride", "lambast", "lambaste", "rebuke", "censure", "question", "challenge",
    "investigate", "probe", "praise", "applaud", "laud", "hail", "commend", "welcome", "endorse", "back", "support",
    "approve", "accept", "echo", "second",
])  # fmt: skip
_TURNED = frozenset([
    "criticism", "condemnation", "denunciation", "rejection", "dismissal", "mockery", "investigation", "inquiry",
    "enquiry", "probe", "praise", "endorsement", "censure", "approval", "scrutiny", "backing",
])  # fmt: skip
_OF = frozenset(["of", "into", "over", "for"])


def opposer(view: View, n: int, roles: Roles) -> int | None:
    """The token of who does so to what is the pronoun's; None where the pronoun owns no such thing, or its "own"."""
    tokens, noun = view.tokens, view.tokens.head[n]
    if tokens.dep[n] != "poss" or any(view.lemma[k] == "own" for k in view.kids[noun]):
        return None
    if roles.longest_ending(view.lemma, noun) is not None or view.entity[noun] is not None:
        return None  # "criticised his rivals"
    above = tokens.head[noun]
    if tokens.dep[noun] == "dobj" and view.lemma[above] in _TURNING:
        return _subject(view, above, n)
    if tokens.dep[noun] == "pobj" and view.lemma[above] in _OF and view.lemma[tokens.head[above]] in _TURNED:
        return next((k for k in view.kids[tokens.head[above]] if tokens.dep[k] in ("poss", "compound") and k < n), None)
    return None


def _subject(view: View, verb: int, n: int) -> int | None:
    for _ in range(3):  # "met the bishop and rejected his plan"
        found = [k for k in view.kids[verb] if view.tokens.dep[k] in SUBJECTS and k < n]
        if found or view.tokens.dep[verb] not in ("conj", "xcomp"):
            return found[-1] if found else None
        verb = view.tokens.head[verb]
    return None
