"""Whose those are who go somewhere "from" a state: "troops who crossed into Chad from Niger" are no Chadians."""

from __future__ import annotations

from collections.abc import Sequence

from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.likely import is_guess
from wader.resolve.owners import Owner

FLEEING = frozenset(["MIL", "REF", "COP"])
"""Sectors of those who come as they are: rebels and those who fight for hire may be based abroad."""
_GOING = frozenset([
    "enter", "cross", "invade", "infiltrate", "flee", "arrive", "come", "escape", "sneak", "slip", "move", "advance",
    "march", "attack", "deploy", "pour", "stream", "flood",
])  # fmt: skip
_TRYING = frozenset(["try", "attempt", "seek", "begin", "start", "want", "threaten", "prepare"])
_PLACES = ("state:", "capital:")
_CLAUSES = ("acl", "relcl")


_HOME = frozenset(["deport", "repatriate"])
_INTO = frozenset(["enter", "immigrate", "migrate"])


def is_to_enter(view: View, head: int) -> bool:
    """Whether those at ``head`` are to come into a state: "the ban on Muslims entering Chad", "barred them from
    entering"; they may be anybody's."""
    tokens = view.tokens
    verbs = [k for k in view.kids[head] if tokens.dep[k] in _CLAUSES]
    if tokens.dep[head] == "dobj":
        links = [k for k in view.kids[tokens.head[head]] if view.lemma[k] == "from" and k > head]
        verbs += [k for link in links for k in view.kids[link] if tokens.dep[k] == "pcomp"]
    if tokens.dep[head] == "nsubj":
        verbs.append(tokens.head[head])
    return any(view.lemma[k] in _INTO and tokens.tag[k] == "VBG" for k in verbs)


def where_told(view: View, head: int) -> str | None:
    """The state of which a clause tells that ``head`` is in: "Chile, where soldiers shot workers"."""
    tokens, n = view.tokens, head
    for _ in range(12):
        above = tokens.head[n]
        if above == n:
            return None
        if tokens.dep[n] == "relcl":
            entity = view.entity[above]
            state = entity is not None and entity.kind == "GPE" and entity.rule.startswith(_PLACES)
            where = any(view.lemma[k] == "where" and tokens.dep[k] == "advmod" for k in view.kids[n])
            return entity.code if entity is not None and state and where else None
        n = above
    return None


def came_from(view: View, head: int) -> str | None:
    """The state from which those at ``head`` are said to go somewhere else."""
    tokens = view.tokens
    verbs = [k for k in view.kids[head] if tokens.dep[k] in _CLAUSES]
    if tokens.dep[head] in np.SUBJECTS:
        verbs.append(tokens.head[head])
    for verb in verbs:
        inner = [k for k in view.kids[verb] if view.lemma[verb] in _TRYING and tokens.dep[k] == "xcomp"]
        for going in (n for n in (verb, *inner) if view.lemma[n] in _GOING):
            for link in (k for n in (going, *view.kids[going]) for k in view.kids[n] if view.lemma[k] == "from"):
                for place in view.kids[link]:
                    entity = view.entity[place]
                    if entity is not None and entity.kind == "GPE" and entity.rule.startswith("state:"):
                        return entity.code
    return None


def sent_home(view: View, head: int) -> str | None:
    """The state to which those at ``head`` are deported, whose own they are: "were arrested and deported to Togo"."""
    tokens = view.tokens
    if tokens.dep[head] not in ("dobj", "nsubjpass"):
        return None
    verb = tokens.head[head]
    for going in (verb, *(k for k in view.kids[verb] if tokens.dep[k] == "conj")):
        own = going == verb or not any(tokens.dep[k] in np.SUBJECTS | {"dobj"} for k in view.kids[going])
        if view.lemma[going] not in _HOME or not own:
            continue
        for _, place in np.objects_of(view, going, frozenset(["to"])):
            entity = view.entity[place]
            if entity is not None and entity.kind == "GPE" and entity.rule.startswith(_PLACES):
                return entity.code
    return None


def own_state(view: View, head: int, owner: Owner, owners: Sequence[Owner]) -> str | None:
    """The state of a person that is not the owner's: to which he is deported, whoever has him; his own, where that of
    the body is only guessed ("the British leader of a gang")."""
    if owner.found.person or owner.found.actor.code is None:
        return sent_home(view, head)
    if not owner.body or owner.how != "of" or not is_guess(owner.found.rule):
        return None
    own = (o for o in owners if o.how == "modifier" and not o.body and o.found.rule.startswith("demonym"))
    return next((o.found.actor.code for o in own), None)
