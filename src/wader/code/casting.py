"""Who plays which role: what speaks for each party of a sentence, and whom the learnt rule chooses.

The rule is a sum of the weights (``knowledge/coder.yaml``) of what holds of a party: what the encoder says, what the
lexicon's slots say, and how it stands to the trigger.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wader.code.rule import logit, probability
from wader.knowledge.coder import PREPOSITIONS
from wader.records import Candidate, Mention

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

_LAST = ("obj: ", "addressee")
"""Slots by which ``parties`` found a recipient where no entry's slot did."""
SUREST = 0.98
"""The encoder counts as no surer than this that a word is of a party or of none: it has not met every name."""
_INSIDE = frozenset(("compound", "amod", "nmod", "poss", "appos", "nummod", "prep", "pobj"))
"""Relations on the way from a name to the noun phrase that it is a part of."""
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
ROLES = ("actor", "recipient")
_STANDS = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "dative": "object", "poss": "owner",
           "compound": "owner", "amod": "owner"}  # fmt: skip
"""What a party is to the trigger that is its head, by dependency."""


@dataclass(frozen=True)
class Party:
    """A token that may fill a role: its mention, the slots by which syntax gave it a role, the encoder's
    probabilities that it is actor and recipient, and its ``stance`` to the trigger ("passive by")."""

    token: int
    mention: Mention
    as_actor: str | None
    as_recipient: str | None
    actor: float
    recipient: float
    stance: str


Cast = dict[str, list[tuple[Party, float]]]
"""Parties chosen by role, each with its chance."""


# --- what speaks for a party --------------------------------------------------------------------------------


def stances(coder: SentenceCoder, candidate: Candidate) -> Callable[[int], str]:
    """How a token stands to the trigger: the trigger's kind (``active``, ``passive``, ``noun``), and ``subject``,
    ``object``, ``owner`` or one of PREPOSITIONS, else ``before`` or ``behind`` it, and whether in its ``clause``."""
    graph, head = coder.graph, candidate.triggers[0].token
    kind = "noun" if not graph.is_verb(head) else "passive" if graph.passive(head) else "active"
    under = {k: name for name in reversed(PREPOSITIONS) for k in graph.preposition([head], name)}

    def stance(k: int) -> str:
        first = graph.spread_of(k)
        if graph.tokens.head[first] == head and graph.tokens.dep[first] in _STANDS:
            return f"{kind} {_STANDS[graph.tokens.dep[first]]}"
        if k in under:
            return f"{kind} {under[k]}"
        side = "before" if k < head else "behind"
        return f"{kind} {side} clause" if graph.governor(first) == head else f"{kind} {side}"

    return stance


def may_act(coder: SentenceCoder, k: int) -> bool:
    """Whether a token heads a party that stands for itself, not inside or beside another's name ("Treasury" in
    "the Treasury secretary", "chief of police" behind "General X,")."""
    if "actor" not in coder.classes.of(k):
        return False
    entity, tokens = coder.classes.entity(k), coder.graph.tokens
    while tokens.dep[k] in _INSIDE and tokens.head[k] != k:
        k = tokens.head[k]
        if "actor" in coder.classes.of(k) or (entity is not None and coder.classes.entity(k) is entity):
            return False
    return True


def features(parties: Sequence[Party], role: str, category: str) -> list[dict[str, float]]:
    """What speaks for each party in ``role`` of an event of ``category``.

    ``model``: the encoder's logit, ``against``: its logit for the other role; ``slot``, ``last``: syntax gives it the
    role, by a slot of the entry or as a last resort; ``other``: it gives it the other role; ``rival``: it gives the
    role to another party; ``margin``: the logits by which the encoder's first choice leads; the category; its stance.
    """
    chances = [_said(getattr(p, role)) for p in parties]
    slots = [getattr(p, f"as_{role}") for p in parties]
    others = [p.as_recipient if role == "actor" else p.as_actor for p in parties]
    best = max(chances, default=0.0)
    found = []
    for party, chance, slot, other in zip(parties, chances, slots, others, strict=True):
        last = slot is not None and slot.startswith(_LAST)
        found.append({
            "bias": 1.0, "model": chance, "slot": float(slot is not None and not last), "last": float(last),
            "other": float(other is not None), "margin": best - chance, category: 1.0, party.stance: 1.0,
            "against": _said(party.recipient if role == "actor" else party.actor),
            "rival": float(slot is None and any(s is not None for s in slots)),
        })  # fmt: skip
    return found


def _said(chance: float) -> float:
    return logit(min(SUREST, max(1.0 - SUREST, chance)))


# --- the choice ---------------------------------------------------------------------------------------------


def rated(parties: Sequence[Party], role: str, category: str, weights: Mapping[str, float]) -> list[float]:
    """The chance of each party to have the role."""
    return [probability(given, weights) for given in features(parties, role, category)]


def cast(parties: Sequence[Party], chances: Mapping[str, Sequence[float]], sure: float, least: float,
         category: str) -> Cast:  # fmt: skip
    """By role the parties whose chance is ``sure``; where none is left, the likeliest from ``least`` on that does not
    have the other role: an act has mostly somebody on either side."""
    rated_by = {role: list(zip(parties, chances[role], strict=True)) for role in ROLES}
    chosen: Cast = {role: [x for x in rated_by[role] if x[1] >= sure] for role in ROLES}
    _part(chosen, mutual=category in _MUTUAL)
    free = sorted(
        ((chance, role, party) for role in ROLES if not chosen[role] for party, chance in rated_by[role]),
        key=lambda x: (-x[0], x[1], x[2].token),
    )
    for chance, role, party in free:
        held = {p.token for other in ROLES for p, _ in chosen[other]}
        if chance >= least and not chosen[role] and party.token not in held:
            chosen[role] = [(party, chance)]
    return chosen


def _part(chosen: Cast, *, mutual: bool) -> None:
    """Nobody does something to himself: who is chosen for both roles keeps the likelier, in what is done together the
    part of those who take part."""
    actors = {p.token: chance for p, chance in chosen["actor"]}
    recipients = {p.token: chance for p, chance in chosen["recipient"]}
    both = set(actors) & set(recipients)
    acts = {k for k in both if mutual or actors[k] >= recipients[k]}
    chosen["actor"] = [(p, c) for p, c in chosen["actor"] if p.token not in both - acts]
    chosen["recipient"] = [(p, c) for p, c in chosen["recipient"] if p.token not in acts]
