"""Whose people staff are where no "of" says it: a candidate's aides, a council's bosses, somebody's lawyer."""

from __future__ import annotations

import msgspec

from wader.knowledge.roles import RoleEntry
from wader.records import Actor
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.found import Found, Phrases
from wader.resolve.owners import Owner
from wader.text.campaigns import is_campaign

_STAFF = frozenset(["aide", "adviser", "advisor", "assistant", "staffer", "strategist", "staff", "campaign manager"])
_RUNNING = frozenset(["LEG", "ELI", "CVL", "BUS", "PTY"])
"""Who may stand for office: their people are a party's then."""
LEGAL = frozenset(["lawyer", "attorney", "counsel", "legal counsel", "defence lawyer", "defence attorney",
                   "defence counsel"])  # fmt: skip
_BOSSES = frozenset(["boss", "chief"])
_RUN = frozenset(["council", "city council", "county council", "borough council", "district council", "town council",
                  "city hall", "town hall", "company", "firm", "airline", "bank", "corporation"])  # fmt: skip
"""Bodies whose heads news calls bosses."""
_JUST_BEFORE = 3
_PRIVATE = frozenset([None, "BUS"])


def staff_of(phrases: Phrases, view: View, head: int, role: RoleEntry, depth: int) -> Found | None:
    """The staff of a person named beside: "aides to Mr Kowal", who are a party's where he stands for office."""
    if role.lemma.rsplit(" ", 1)[-1] not in _STAFF:
        return None
    served = [n for _, n in np.objects_of(view, head, frozenset(["to", "of", "for"]))]
    served += [n for n in (np.possessor(view, head), *np.left_of(view, head)) if n is not None]
    for n in served:
        entity = view.entity[n]
        if entity is None or entity.kind != "PERSON":
            continue
        for found in phrases.phrase(view, n, depth + 1)[:1]:
            actor, many = found.actor, view.tokens.tag[head] == "NNS"
            if actor.sector not in _RUNNING or not is_campaign(phrases.document.article.text):
                return None
            return Found(Actor(code=actor.code, sector="PTY"), f"role: {role.entry}; of a candidate", not many, many)
    return None


def bosses(phrases: Phrases, view: View, head: int, role: RoleEntry) -> Found | None:
    """Whose "bosses" are: of the body before, "council bosses"; bare ones of the council or company told of last."""
    if role.lemma not in _BOSSES or not np.is_plural(view, head):
        return None
    left = [k for k in view.kids[head] if k < head and view.tokens.dep[k] not in ("det", "punct")]
    if left:
        body = phrases.roles.longest_ending(view.lemma, head - 1)
        if body is None or body[1].lemma not in _RUN:
            return None
        return Found(Actor(code=None, sector=body[1].sector or "GOV"), f"role: {role.entry}; modifier", many=True)
    here = view.sentence.sequence
    for back in range(here, max(-1, here - 1 - _JUST_BEFORE), -1):
        if (there := phrases.view(back)) is None:
            continue
        nouns = (k for k in range(head if back == here else len(there.tokens)) if there.tokens.tag[k].startswith("NN"))
        for k in reversed(list(nouns)):
            entity = there.entity[k]
            body = phrases.roles.longest_ending(there.lemma, k)
            if body is not None and body[1].lemma in _RUN:
                code = entity.code if entity is not None else None
                sector = body[1].sector or "GOV"
                return Found(Actor(code=code, sector=sector), f"role: {role.entry}; told of", many=True)
            if entity is not None and entity.kind == "ORG" and entity.sector == "BUS":
                return Found(Actor(code=entity.code, sector="BUS"), f"role: {role.entry}; told of", many=True)
    return None


def is_counsel(view: View, head: int, role: RoleEntry) -> bool:
    """Whether a lawyer is some person's own: "her lawyer", "a lawyer for Jan Kowal"."""
    if role.lemma not in LEGAL:
        return False
    owner = np.possessor(view, head)
    if owner is not None:
        return view.lemma[owner] in ("his", "her", "my") or _may_be_person(view, owner)
    return any(_may_be_person(view, n) for _, n in np.objects_of(view, head, frozenset(["of", "for"])))


def _may_be_person(view: View, n: int) -> bool:
    """Whether a name is a person's, or of what nobody knows."""
    entity = view.entity[n]
    return entity is not None and (entity.kind == "PERSON" or (entity.kind == "MISC" and entity.sector is None))


def of_company(view: View, head: int, role: RoleEntry) -> RoleEntry:
    """The role of "the firm's accounting department", which is no government's; else ``role``."""
    if role.lemma != "department" or (owner := np.possessor(view, head)) is None:
        return role
    entity = view.entity[owner]
    if entity is None or entity.kind != "ORG" or entity.sector not in _PRIVATE:
        return role
    return msgspec.structs.replace(role, sector="BUS")


def of_nation(view: View, head: int, found: list[Found]) -> list[Found]:
    """The members of a body of no state, some of whom a word before says the state: "three Kenyan members of Oxfam"."""
    if not any(f.actor.code == "NGO" for f in found):
        return found
    people = (view.entity[k] for k in np.left_of(view, head))
    state = next((e.code for e in people if e is not None and e.kind == "NORP" and e.code and not e.sector), None)
    own = Found(Actor(code=state, sector="SOC"), "members of a body, by their state", many=True)
    return [own if state is not None and f.actor.code == "NGO" else f for f in found]


def compatriots(owners: list[Owner]) -> str | None:
    """The state of "three Spanish members" of a body that is of no state."""
    return next((o.found.actor.code for o in owners if o.how == "modifier" and not o.body
                 and o.found.rule.startswith("demonym")), None)  # fmt: skip
