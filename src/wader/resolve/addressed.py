"""Whom a demand is made of that names nobody, where only authorities can do what is demanded: "the priests demanded a
ban on the guild", "the union demanded that the foreman be dismissed"; and whose verdict or order is not accepted.

The recipient is implied, not named: a government without words of its own, whose evidence quotes the trigger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from wader.knowledge.lexicon import Lexicon
from wader.records import Actor, Candidate, Document, Evidence
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.event_place import event_place
from wader.resolve.likely import GUESSES, steps

_OF_STATE = frozenset(("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "-", None))
"""Who asks as a state asks another one, or is asked himself."""
_NATION = (["nation"], ["country"])
_TAKEN = frozenset(("dobj", "pobj", "conj", "attr"))


def implied_addressee(
    candidate: Candidate, view: View | None, document: Document, context: PageContext, lexicon: Lexicon,
    actor: list[Actor],
) -> tuple[Actor, str] | None:  # fmt: skip
    """The government of which something is demanded that only authorities do, and the rule that says so; None where
    anybody might do it, somebody in office asks, or nothing says in which country."""
    if candidate.category != "REQUEST" or view is None or not candidate.triggers:
        return None
    deed = _deed(view, candidate.triggers[0].token, lexicon)
    codes = _states(actor)
    if deed is None or len(codes) > 1:
        return None
    place, _ = event_place(document, candidate)
    here = place.country_code if place is not None else None
    if view.lemma[deed] in lexicon.members("states_deed"):
        here = here or context.of_person()[0]
        code, how = (here, "where") if here not in codes else (None, "")
    elif any(a.sector in _OF_STATE for a in actor) or not actor:
        return None
    else:
        code = codes.pop() if codes else here
        how = "their own"
    if code is None or code in NON_STATES:
        return None
    rule = f"implied: “{view.tokens.text[deed]}” is for the authorities to do; the state is {how}"
    return Actor(code=code, sector="GOV"), rule


def implied_judge(
    candidate: Candidate, view: View | None, context: PageContext, lexicon: Lexicon, actor: list[Actor]
) -> tuple[Actor, str] | None:
    """The court whose verdict somebody does not accept, criticises or hails, or the government whose order he does not
    obey, where it is not told whose it is; None where it is, or nothing says in which country."""
    if candidate.category not in ("REJECT", "ACCUSE", "SUPPORT") or view is None or not candidate.triggers:
        return None
    head, tokens = candidate.triggers[0].token, view.tokens
    objects = [k for k in view.kids[head] if tokens.dep[k] == "dobj"]
    objects = [k for k in objects if not any(_is_told_of(view, c) for c in view.kids[k])]
    codes = _states(actor)
    if len(objects) != 1 or len(codes) > 1 or any(a.sector in ("JUD", "LEG") for a in actor):
        return None
    lemma, sector = view.lemma[objects[0]], None
    if lemma in lexicon.members("courts_word"):
        sector = "JUD"
    elif lemma in lexicon.members("official_word") and view.lemma[head] in lexicon.members("defying"):
        sector = "GOV" if candidate.category == "REJECT" else None
    code = codes.pop() if codes else context.of_person()[0]
    own = any(a.sector == sector for a in actor)
    own = own or (candidate.category != "REJECT" and any(a.sector in _OF_STATE for a in actor))  # some other state's
    if sector is None or own or code is None or code in NON_STATES:
        return None
    return Actor(code=code, sector=sector), f"implied: whose “{tokens.text[objects[0]]}” it is; the state is their own"


def _states(actors: Sequence[Actor]) -> set[str]:
    """The states of those who act."""
    return {a.code for a in actors if a.code is not None and a.code not in NON_STATES}


def implied_ruler(
    candidate: Candidate, view: View | None, lexicon: Lexicon, actor: list[Actor]
) -> tuple[Actor, str] | None:
    """The government of those who criticise, refuse or march against what only those who govern do, where it is not
    told whose it is: "bishops criticised the handling of the drought"; None where the actors are of a state
    themselves, of none or of several."""
    if candidate.category not in _ABOUT_RULE or view is None or not candidate.triggers:
        return None
    codes = _states(actor)
    if len(codes) != 1 or any(a.sector in _OF_STATE or a.code in NON_STATES for a in actor):
        return None
    head, matters = candidate.triggers[0].token, lexicon.members("rulers_matter")
    under = [n for k in view.kids[head] if view.tokens.dep[k] in ("dobj", "prep") for n in (k, *view.kids[k])]
    nouns = [n for n in under if view.tokens.dep[n] in ("dobj", "pobj") and view.lemma[n] in matters]
    if len(nouns) != 1 or any(_says_whose(view, k) for k in view.kids[nouns[0]]):
        return None
    rule = f"implied: “{view.tokens.text[nouns[0]]}” is of those who govern; the state is their own"
    return Actor(code=codes.pop(), sector="GOV"), rule


_ABOUT_RULE = frozenset(("ACCUSE", "PROTEST"))


def _is_told_of(view: View, k: int) -> bool:
    """Whether a word beside a verdict may say whose it is; against whom it was does not."""
    return view.tokens.dep[k] in ("poss", "acl", "nmod") or (
        view.tokens.dep[k] == "prep" and view.lemma[k] not in ("against", "on", "over")
    )


def _says_whose(view: View, k: int) -> bool:
    """Whether a word beside a noun says whose it is, or names a country."""
    inner = [k, *view.kids[k]]
    named = any((e := view.entity[n]) is not None and e.code is not None for n in inner)
    return named or view.tokens.dep[k] == "poss" or view.lemma[k] in ("by", "at")


def own_people(
    recipient: list[Actor], actor: list[Actor], category: str, evidence: Mapping[str, Sequence[Evidence]]
) -> list[Actor]:  # fmt: skip
    """``recipient``, with the people of a country for "the nation" that its own government calls upon or assures;
    without the state itself where its government would blame, refuse or threaten it, whose country no rule guessed
    (``evidence`` by role): "the minister accused Iran" is some other state's. A body of the state may well be."""
    own = {a.code for a in actor if a.sector == "GOV" and a.code}
    if category in _AGAINST and not any(steps(said.rule)[1] in GUESSES for said in evidence.get("actor", ())):
        bodies = {(e.start, e.end) for e in evidence.get("recipient", ()) if _BODIES in e.rule}
        recipient = [r for r in recipient if r.code not in own or not _is_state(r) or (r.start, r.end) in bodies]
    said = [(r.entity_text or "").lower().split() for r in recipient]
    return [
        msgspec.structs.replace(r, sector="CVL", identifier_text=None, identifier_id=None)
        if r.code in own and r.sector == "GOV" and words[-1:] in _NATION and words[0] not in ("your", "their")
        else r
        for r, words in zip(recipient, said, strict=True)
    ]


_BODIES = "institutions.yaml"
"""In the rule of who is a body of a state by its name."""
_AGAINST = frozenset(["ACCUSE", "REJECT", "THREATEN"])


def _is_state(actor: Actor) -> bool:
    return actor.sector == "GOV" and actor.identifier_text is not None and actor.identifier_text == actor.entity_text


def _deed(view: View, head: int, lexicon: Lexicon) -> int | None:
    """What is asked for that only authorities do: a noun under the trigger, or the verb of a clause that says what is
    to be done to something, by whomever."""
    tokens = view.tokens
    if view.lemma[head] not in lexicon.members("demanding") and not tokens.tag[head].startswith("NN"):
        return None
    official = lexicon.members("official_deed")
    for k in range(head + 1, len(tokens)):
        if view.lemma[k] in official and tokens.tag[k].startswith("NN") and _under(view, k, head):
            return k
    if view.lemma[head] not in lexicon.members("firmly_asking"):
        return None
    for k in view.kids[head]:
        kids = view.kids[k]
        be = [c for c in kids if tokens.dep[c] == "auxpass"]
        to_be = tokens.dep[k] == "ccomp" and len(be) == 1 and tokens.text[be[0]].lower() == "be"
        bare = all(tokens.dep[c] != "aux" for c in kids) and all(tokens.dep[c] != "agent" for c in kids)
        if to_be and bare and view.lemma[k] not in lexicon.members("anybodys_deed"):
            return k
    return None


def _under(view: View, noun: int, head: int) -> bool:
    """Whether a noun is what a trigger asks for, or one of those coordinated with it."""
    tokens, k = view.tokens, noun
    for _ in range(8):
        if tokens.dep[k] not in _TAKEN or not tokens.tag[k].startswith("NN"):
            return False
        above = tokens.head[k]
        if tokens.dep[k] == "pobj":
            if view.lemma[above] not in ("for", "on"):
                return False
            above = tokens.head[above]
        if above == head or (tokens.dep[head] == "dobj" and above == tokens.head[head]):
            return True
        k = above
    return False

