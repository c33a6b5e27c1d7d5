"""Whose a text is that says something: "the resolution praised the army" is said by those who passed it, as the page
told before."""

from __future__ import annotations

from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.found import Found, Phrases
from wader.resolve.pronouns import last_rule
from wader.text.papers import PAPERS

_BACK = 4
"""Sentences back within which it is told whose the text is."""
_ISSUING = frozenset(
    "adopt pass issue publish release sign approve endorse send write present submit move table sponsor draft propose "
    "conclude reach vote back ratify initial".split()
)
"""Verbs of those whose a text is."""
_SAYING = frozenset(
    "say state declare condemn demand announce urge call denounce warn accuse criticise criticize reject add claim ask "
    "express welcome".split()
)
_THE = frozenset(("the", "this", "that"))


def issuer(phrases: Phrases, view: View, head: int, depth: int) -> list[Found]:
    """Those whose words a text is that token ``head`` names with "the", by the nearest sentence that tells of it; []
    for anything else, and where it is not told."""
    if view.lemma[head] not in PAPERS or view.entity[head] is not None or not _is_bare(view, head):
        return []
    here = view.sentence
    for back in range(here.sequence, max(0, here.sequence - _BACK) - 1, -1):
        there = phrases.view(back)
        if there is None or there.sentence.in_ != here.in_:
            continue
        for k in range(head if there is view else len(there.tokens)):
            if there.lemma[k] != view.lemma[head] or not there.tokens.tag[k].startswith("NN"):
                continue
            found = [f for n in _whose(there, k) for f in phrases.phrase(there, n, depth + 1)]
            if found:
                rule = f"whose {view.lemma[head]} it is, told before"
                return [Found(f.actor, f"{rule}: {last_rule(f.rule)}", f.person, f.many) for f in found]
    return []


def _is_bare(view: View, head: int) -> bool:
    """ "The resolution", "the political resolution": not whose it is, nor of what."""
    own = [k for k in view.kids[head] if view.tokens.dep[k] in ("poss", "compound", "nmod", "prep", "acl", "relcl")]
    return np.determiner(view, head) in _THE and not own


def _whose(view: View, k: int) -> list[int]:
    """Heads of those who are told to pass, send or sign a text, or to say something in it."""
    tokens = view.tokens
    owner = np.possessor(view, k)
    if owner is not None:
        return np.conjuncts(view, owner)
    by = [n for v in view.kids[k] if tokens.dep[v] == "acl" and view.lemma[v] in _ISSUING for n in _by(view, v)]
    verb = tokens.head[k]
    if not by and tokens.dep[k] == "nsubjpass" and view.lemma[verb] in _ISSUING:
        by = _by(view, verb)
    if by:
        return by
    if tokens.dep[k] == "dobj" and view.lemma[verb] in _ISSUING:
        return _subject(view, verb)
    if tokens.dep[k] == "pobj" and view.lemma[verb] == "in" and view.lemma[tokens.head[verb]] in _SAYING:
        return _subject(view, tokens.head[verb])
    return []


def _by(view: View, verb: int) -> list[int]:
    return [n for _, n in np.objects_of(view, verb, frozenset(["by"]))]


def _subject(view: View, verb: int) -> list[int]:
    first = next((k for k in view.kids[verb] if view.tokens.dep[k] == "nsubj"), None)
    return np.conjuncts(view, first) if first is not None else []
