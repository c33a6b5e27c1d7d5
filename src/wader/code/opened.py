"""Which categories the words of a candidate leave open, whatever the encoder thinks of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wader.records import Candidate

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

_SAID = frozenset(("speaker", "quoted"))
"""Slots of who says what a verdict stands in."""
ANNOUNCED = frozenset(("CONCEDE", "REJECT", "THREATEN"))
"""Categories that an act of another one becomes where its own actor announces it, by precedence or to the encoder."""
_IMAGINED = ANNOUNCED | {"AGREE"}
"""Categories that even words of one category may be of where they tell what is to come, not to be or imagined."""
COOPERATION = frozenset(("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"))
_UNDONE = ("cancelled is", "cut is", "ended is", "that will not be is")
"""How precedence tells that an act does not take place or goes on no more."""
Open = Callable[[str], bool]


def open_to(coder: SentenceCoder, candidate: Candidate) -> Open | None:
    """Which categories the words of a candidate leave open: words of one sense their own alone (``Entry.sure``), words
    of one category no other that happened (sets ``only_...``), a verdict on somebody in reported speech no threat by
    him, readiness to do what harms nobody none either, what struck a town no criticism; None: all."""
    lexicon = coder.matcher.lexicon
    entry = candidate.triggers[0].entry
    if entry in lexicon.sure:
        return lambda category: category == candidate.category
    if not_yet := _not_yet(candidate):
        return lambda category: category not in not_yet
    if "precedence" not in candidate.rules and lexicon.only(entry, candidate.category):
        imagined = _IMAGINED if candidate.auxiliary else frozenset()
        return lambda category: category == candidate.category or category in imagined
    if candidate.category == "ASSAULT" and any(m.slot == "site" for m in candidate.recipient):
        return lambda category: category != "ACCUSE"  # what struck a town is no criticism
    said = candidate.category and any(m.slot in _SAID for m in candidate.actor)
    if said or (candidate.category == "AGREE" and entry.partition(" ")[2] in lexicon.members("ready")):
        return lambda category: category != "THREATEN" or candidate.category == category
    if _is_laws(coder, candidate) or _vows_something(coder, candidate):
        return lambda category: category != "THREATEN"
    return (lambda category: category not in ("THREATEN", "REJECT")) if _is_obeying(coder, candidate) else None


_HARMFUL = frozenset(
    "punishment crackdown clampdown retaliation revenge vengeance retribution reprisal attack strike raid war fight "
    "battle offensive assault sanction action response consequence violence bloodshed jihad destruction".split()
)
"""Nouns of what is threatened rather than promised where it is vowed."""


def _not_yet(candidate: Candidate) -> frozenset[str]:
    """Categories that a candidate is none of by precedence: of what is still to come ("will meet"), and of what was
    called off ("the talks were suspended")."""
    was, _, how = candidate.rules.get("precedence", "").partition(" ")
    if how.startswith("to come is"):
        return frozenset((was,)) & COOPERATION
    return (COOPERATION if was in COOPERATION else frozenset((was,))) if how.startswith(_UNDONE) else frozenset()


def _is_laws(coder: SentenceCoder, candidate: Candidate) -> bool:
    """Whether a law or bill does what is told: what it forbids it does not threaten."""
    laws = coder.matcher.lexicon.members("law")
    named = [m.token for m in candidate.actor if m.slot == "subj" and m.sentence is None]
    return candidate.category not in ("", "THREATEN") and any(
        coder.graph.lemma[k] in laws and "actor" not in coder.classes.of(k) for k in named
    )


def _vows_something(coder: SentenceCoder, candidate: Candidate) -> bool:
    """Whether somebody vows a thing that harms nobody, not a deed: "vowed firmer leadership"."""
    graph, head = coder.graph, candidate.triggers[0].token
    vow = candidate.category == "AGREE" and graph.lemma[head] in coder.matcher.lexicon.members("vowing")
    things = graph.child(head, ("dobj",))
    return vow and bool(things) and not graph.complement(head) and not any(graph.lemma[k] in _HARMFUL for k in things)


def _is_obeying(coder: SentenceCoder, candidate: Candidate) -> bool:
    """Whether somebody says that he will do as he is bidden: "said it would abide by the ruling"."""
    head = candidate.triggers[0].token
    if candidate.category != "AGREE" or "negated" in candidate.auxiliary or "negated" in candidate.rules:
        return False
    obeying = coder.matcher.lexicon.members("obeying")
    return any(coder.graph.lemma[k] in obeying for k in (head, *coder.graph.complement(head)))
