"""Who plays which role: what speaks for each party of a sentence, and whom the learnt rule chooses.

The rule is a sum of the weights (``knowledge/coder.yaml``) of what holds of a party: what the encoder says, what the
lexicon's slots say, and how it stands to the trigger.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wader.code.doers import BORNE
from wader.code.openings import OPENS
from wader.code.rule import logit, probability
from wader.knowledge.codebook import TOGETHER
from wader.records import Mention

_LAST = ("obj: ", "addressee")
"""Slots by which ``parties`` found a recipient where no entry's slot did."""
SUREST = 0.98
"""The encoder counts as no surer than this that a word is of a party or of none: it has not met every name."""
SETTLED = 0.7
"""Chance of a role that syntax alone settles."""
_WITH = "with"
"""Slot of those with whom something is done together."""
_MET = ("active behind", "active object")
_BETWEEN = "between"
"""Slot of all those between whom something is done."""
TAKES_PART = "participant"
"""Slot of those of whom another clause says that they took part (``participants``)."""
ANTI = "anti"
"""Slot of whom a name with "anti-" is against, also where it is a word of the trigger."""
HURT = "hurt"
"""Slot of those whom the result of an attack befell, objects of other verbs: "bombed it, killing two"."""
_GIVER = frozenset(("of", "from"))
"""Slots of who gives what a subject has or gets."""
_RECEIVED = ("active object", "passive subject")
_HOSTED = ("AGREE", "REJECT")
"""What a host does who will or will not receive somebody."""
_HARM = frozenset(("ASSAULT", "COERCE", "SANCTION", "THREATEN"))
"""Of these the subject of a plain passive is the one to whom it is done, whatever the encoder makes of it."""
LISTED, EQUAL = 0.1, 0.5
"""Chance from which a party goes with those that it is coordinated with, and the part of theirs where no slot of the
entry holds both."""
SAME = 0.02
"""The least chance where a slot of the entry does."""
FOUGHT = 0.4
"""Chance to the encoder from which somebody is the other side of a fight of which syntax tells one."""
BOTH = 0.95
"""The same of who fights somebody that is named beside him, in one phrase with him."""
_UNNAMED = frozenset(("ASSAULT", "COERCE", "SANCTION", "ACCUSE"))
UNNAMED, UNNAMED_BY = 0.4, 0.3
"""Least chance of a doer that none is sure of in an act that is often told without one, and of one whom "by" names.
Below it one in three was right in news that was read; on the corpus it makes no difference."""
OUTSIDE = 0.6
"""The same for a deed that is told by a noun to which syntax ties nobody as its doer: below it one in eight was right,
bystanders and those who tell of it the others."""
WITHIN = 0.33
"""Of a name within another party's phrase, the part of its chance from which that party takes its place."""
THERE = 0.08
"""Least chance of where somebody arrived, by the slot of the entry."""
AGAINST = 0.4
"""Least chance of whom a protest is against that no slot of the entry names: of 19 that readers judged, six of them
of .5 or more, 11 were wrong."""
ROLES = ("actor", "recipient")
_REST = 2
"""How many of a row tell by their slot what a party is that the parser lost from it."""


@dataclass(frozen=True)
class Party:
    """A token that may fill a role: its mention, the slots by which syntax gave it a role, the encoder's
    probabilities that it is actor and recipient, its ``stance`` to the trigger ("passive by"), the ``first`` token of
    those that it is coordinated with, the roles that it cannot have, whether it is to leave office by what is asked
    (``standing``), whether it is ``ground`` that is taken or closed off (``settings``), whether it is a thing or a bare
    number that is ``hit`` (``others``), whether it is "together with" the first one that it does it, the token of the
    party ``over`` it, of which it only says whose that is (-1: none), and whether it befell somebody in its ``own``
    deed (``doers``)."""

    token: int
    mention: Mention
    as_actor: str | None
    as_recipient: str | None
    actor: float
    recipient: float
    stance: str
    first: int = -1
    barred: frozenset[str] = frozenset()
    to_go: bool = False
    ground: bool = False
    hit: bool = False
    together: bool = False
    over: int = -1
    own: bool = False


Cast = dict[str, list[tuple[Party, float]]]
"""Parties chosen by role, each with its chance."""


def in_rows(parties: Sequence[Party], rows: Mapping[int, int]) -> list[Party]:
    """The parties, those of one row (``lists.side_by_side``) coordinated with its first, each with those that the
    parser coordinated with it; whom the parser coordinated with somebody farther off stays there."""
    firsts = {p.token: p.first for p in parties}
    moved = {k: firsts[first] for k, first in rows.items() if firsts[k] == k}
    lost = {k for k, first in moved.items() if k != first} | set(rows.values())
    given = [_slotted(p, [o for o in parties if o is not p and rows.get(o.token) == rows[p.token]])
             if p.token in lost else p for p in parties]  # fmt: skip
    return [replace(p, first=moved[p.first]) if p.first in moved else p for p in given]


def _slotted(party: Party, others: Sequence[Party]) -> Party:
    """A party that the parser lost from its row, with the slot that all the others have, if it has none itself; the
    first of a row, where it stands to the trigger as they do: one of two subjects of "the mayor, the judge and the
    abbot asked"."""
    slots = {(o.as_actor, o.as_recipient) for o in others}
    if (party.as_actor, party.as_recipient) != (None, None) or len(others) < _REST or len(slots) != 1:
        return party
    if all(party.token < o.token for o in others) and {o.stance for o in others} != {party.stance}:
        return party
    as_actor, as_recipient = slots.pop()
    return replace(party, as_actor=as_actor, as_recipient=as_recipient)


def as_one(parties: Sequence[Party], twins: Mapping[int, int]) -> list[Party]:
    """The parties, two states with a hyphen between them as likely in a role as the likelier of them."""
    chances = {p.token: (p.actor, p.recipient) for p in parties}
    pairs = [(k, one) for k, one in twins.items() if k in chances and one in chances]
    both = {k: tuple(map(max, chances[pair[0]], chances[pair[1]])) for pair in pairs for k in pair}
    return [replace(p, actor=both[p.token][0], recipient=both[p.token][1]) if p.token in both else p for p in parties]


# --- what speaks for a party --------------------------------------------------------------------------------


def features(parties: Sequence[Party], role: str, category: str) -> list[dict[str, float]]:
    """What speaks for each party in ``role`` of an event of ``category``.

    ``model``: the encoder's logit, ``against``: its logit for the other role; ``slot``, ``last``: syntax gives it the
    role, by a slot of the entry or as a last resort; ``other``: it gives it the other role; ``rival``: it gives the
    role to another party; ``margin``: the logits by which the encoder's first choice leads; the category; its stance.
    """
    chances = [_said(getattr(p, role)) for p in parties]
    slots = [getattr(p, f"as_{role}") for p in parties]
    others = [p.as_recipient if role == "actor" else p.as_actor for p in parties]
    best = max((c for p, c in zip(parties, chances, strict=True) if role not in p.barred), default=0.0)
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
    told = zip(parties, features(parties, role, category), strict=True)
    return [0.0 if role in party.barred else probability(given, weights) for party, given in told]


def cast(parties: Sequence[Party], chances: Mapping[str, Sequence[float]], sure: float, least: float,
         category: str) -> Cast:  # fmt: skip
    """By role the parties whose chance is ``sure``; where none is left, the likeliest from ``least`` on that does not
    have the other role: an act has mostly somebody on either side."""
    rated_by = {role: list(zip(parties, chances[role], strict=True)) for role in ROLES}
    chosen: Cast = {role: [x for x in rated_by[role] if x[1] >= sure] for role in ROLES}
    _part(chosen, mutual=category in TOGETHER)
    if category in TOGETHER and not chosen["recipient"]:
        _with_whom(chosen, rated_by["actor"], least)
    if category in ("CONSULT", *_HOSTED):
        _received(chosen, rated_by, category)
    _turned(chosen, rated_by)
    if category in ("CONSULT", "ASSAULT", *_HOSTED):
        _met(chosen, rated_by)
    if category == "CONSULT" and not chosen["recipient"]:
        gone = [x for x in rated_by["recipient"] if x[0].as_recipient == "in" and x[0].stance == "active in"]
        chosen["recipient"] = [x for x in gone if "recipient" not in x[0].barred and x[1] >= THERE][:1]
    beside = _beside_doers(chosen["actor"]) if category not in TOGETHER else frozenset()
    chosen["recipient"] = [x for x in chosen["recipient"] if not _does_too(x[0], beside)]
    free = sorted(
        ((chance, role, party) for role in ROLES if not chosen[role] for party, chance in rated_by[role]),
        key=lambda x: (-x[0], x[1], x[2].token),
    )
    for chance, role, party in free:
        if role == "actor" and party.as_recipient == "from" and party.stance == "passive from":
            continue  # from whom something is taken takes nothing
        if role == "recipient" and _does_too(party, beside):
            continue
        held = {p.token for other in ROLES for p, _ in chosen[other]}
        floor = max(least, _unnamed(party)) if role == "actor" and category in _UNNAMED else least
        if category == "PROTEST" and role == "recipient" and party.as_recipient is None:
            floor = max(least, AGAINST)
        if chance >= floor and not chosen[role] and party.token not in held:
            chosen[role] = [(party, chance)]
    for role, other in (ROLES, ROLES[::-1]):  # whose a party is, is not the other side
        held = {p.token for p, _ in chosen[other]}
        chosen[role] = [x for x in chosen[role] if x[0].over not in held]
    if not chosen["recipient"] and any(p.as_actor == "by" for p, _ in chosen["actor"]):
        named = [x for x in rated_by["recipient"] if x[0].as_recipient == "compound"]  # "the Mugabe endorsement by …"
        chosen["recipient"] = [(p, max(c, LISTED)) for p, c in named if "recipient" not in p.barred][:1]
    if category in TOGETHER:
        _meets(chosen, rated_by)
    if category == "ASSAULT":
        _fought(chosen, parties)
        _fight_each_other(chosen)
    if category in _HARM and not chosen["recipient"]:
        done_to = [x for x in rated_by["recipient"] if x[0].stance == "passive subject" and x[0].barred == {"actor"}]
        chosen["recipient"] = [(p, max(c, SETTLED)) for p, c in sorted(done_to, key=lambda x: -x[1])[:1]]
    if category in _HARM and not (chosen["actor"] or chosen["recipient"]):
        taken = [x for x in rated_by["recipient"] if x[0].as_recipient == "from" and x[0].stance == "passive from"]
        chosen["recipient"] = [(p, max(c, LISTED)) for p, c in taken if "recipient" not in p.barred]
    if category in _HARM and not chosen["recipient"]:
        chosen["recipient"] = [(p, max(c, SETTLED)) for p, c in rated_by["recipient"] if p.as_recipient == BORNE]
    if category == "PROTEST" and not chosen["recipient"]:
        against = [x for x in rated_by["recipient"] if x[0].as_recipient == ANTI and "recipient" not in x[0].barred]
        chosen["recipient"] = [(p, max(c, LISTED)) for p, c in against]
    if not chosen["recipient"]:
        held = {p.token for p, _ in chosen["actor"]}
        told = (x for x in rated_by["recipient"] if _told_by_slot(x[0], category) and x[0].token not in held)
        chosen["recipient"] = [(p, max(c, LISTED)) for p, c in told]
    if not chosen["actor"]:
        own = [x for x in rated_by["actor"] if x[0].own and "actor" not in x[0].barred]
        chosen["actor"] = [(p, max(c, SETTLED)) for p, c in own]
    _opened(chosen, rated_by["actor"])
    if category == "REQUEST" and not chosen["recipient"]:
        held = {p.token for p, _ in chosen["actor"]}
        chosen["recipient"] = [(p, max(c, LISTED)) for p, c in rated_by["recipient"] if p.to_go and p.token not in held]
    joined = [(p, max(c, SETTLED)) for p, c in rated_by["actor"] if p.as_actor == TAKES_PART]
    if joined:
        chosen["recipient"] = [x for x in chosen["recipient"] if x[0].as_actor != TAKES_PART]
        chosen["actor"] = [x for x in chosen["actor"] if x[0].as_actor != TAKES_PART] + joined
    for role in ROLES:
        held = {p.token for other in ROLES for p, _ in chosen[other]}
        chosen[role] += [
            x for x in rated_by[role] if x[0].token not in held and any(_goes_with(x, y, role) for y in chosen[role])
        ]
        chosen[role] = _whole(chosen[role], rated_by[role])
        chosen[role].sort(key=lambda x: x[0].token)
    return chosen


def _beside_doers(actors: Sequence[tuple[Party, float]]) -> frozenset[int]:
    """The first tokens of those of whom a subject chosen to act is one."""
    return frozenset(p.first for p, _ in actors if p.as_actor == "subj" and p.stance == "active subject")


def _does_too(party: Party, beside: frozenset[int]) -> bool:
    """Whether a party does it by its place beside one who does: "Norway, together with Sweden, denounced the arrests"
    tells nothing that is done to Sweden."""
    return party.first in beside and (party.together or party.as_actor == "subj")


def _whole(chosen: Sequence[tuple[Party, float]], rated_by: Sequence[tuple[Party, float]]) -> list[tuple[Party, float]]:
    """Those chosen, a name that only says of whom a party is within whose phrase it stands replaced by that party, if
    that is nearly as likely: "Kenya" by "the Kenya police"."""
    found: dict[int, tuple[Party, float]] = {}
    for party, chance in chosen:
        heir = next((x for x in rated_by if x[0].token == party.over and x[1] >= WITHIN * chance), (party, chance))
        found.setdefault(heir[0].token, heir)
    return list(found.values())


def _opened(chosen: Cast, actors: Sequence[tuple[Party, float]]) -> None:
    """What a participle at the opening of a sentence says, the subject of the main clause does, to those with whom."""
    own = [(p, max(c, SETTLED)) for p, c in actors if p.as_actor == OPENS and "actor" not in p.barred]
    if own:
        held = {p.token for p, _ in own}
        partners = [x for x in chosen["actor"] if x[0].as_actor == _WITH]
        chosen["actor"] = own
        chosen["recipient"] = [x for x in chosen["recipient"] if x[0].token not in held] or partners


def _with_whom(chosen: Cast, actors: Sequence[tuple[Party, float]], least: float) -> None:
    """Nobody meets alone: where only those "with" whom it is done were chosen, they are the recipients, and the
    likeliest other one acts, by a slot of the entry or from ``least`` on ("his talks with the emir")."""
    partners = chosen["actor"]
    if not partners or any(p.as_actor != _WITH for p, _ in partners):
        return
    listed = {p.first for p, _ in partners}
    others = [x for x in actors if x[0].first not in listed and "actor" not in x[0].barred]
    others = [x for x in others if x[0].as_actor is not None or x[1] >= least]
    if others:
        chosen["actor"] = [max(others, key=lambda x: (x[1], -x[0].token))]
        chosen["recipient"] = partners


def _received(chosen: Cast, rated_by: Mapping[str, Sequence[tuple[Party, float]]], category: str) -> None:
    """Who "received the envoy" is his host: of a visit that is told of its host, syntax is surer than the encoder. He
    agrees or refuses to receive him himself."""
    guests = [x for x in rated_by["actor"] if x[0].as_actor == "obj" and x[0].stance in _RECEIVED]
    hosts = [x for x in rated_by["recipient"] if x[0].as_recipient == "subj"]
    if guests and hosts:
        roles = ("recipient", "actor") if category in _HOSTED else ROLES
        chosen[roles[0]], chosen[roles[1]] = guests, hosts


def is_turned(parties: Sequence[Party]) -> bool:
    """Whether by the entry the active subject of a verb is the one to whom it is done, and words beside it tell by
    whom: "has the backing of the guild". There syntax is surer than the encoder, which takes subjects for doers."""
    subjects = [p for p in parties if p.as_recipient == "subj" and p.as_actor is None]
    return any(p.stance == "active subject" for p in subjects) and any(map(_gives, parties))


def _gives(party: Party) -> bool:
    return party.as_actor in _GIVER and party.as_recipient is None and "actor" not in party.barred


def _turned(chosen: Cast, rated_by: Mapping[str, Sequence[tuple[Party, float]]]) -> None:
    if is_turned([p for p, _ in rated_by["actor"]]):
        chosen["recipient"] = [(p, max(c, SETTLED)) for p, c in rated_by["recipient"] if p.as_recipient == "subj"]
        chosen["actor"] = [(p, max(c, SETTLED)) for p, c in rated_by["actor"] if _gives(p)]


def _met(chosen: Cast, rated_by: Mapping[str, Sequence[tuple[Party, float]]]) -> None:
    """Who is met, by a slot of the entry, is the partner of who was chosen alone: "had a meeting with the guild"."""
    if chosen["recipient"] or not chosen["actor"] or any(p.as_actor == "obj" for p, _ in chosen["actor"]):
        return
    listed = {p.first for p, _ in chosen["actor"]}
    met = [x for x in zip(rated_by["actor"], rated_by["recipient"], strict=True) if _is_met(x[0][0], listed)]
    chosen["recipient"] = [(p, max(c, d, LISTED)) for (p, c), (_, d) in met]


def _meets(chosen: Cast, rated_by: Mapping[str, Sequence[tuple[Party, float]]]) -> None:
    """Whom somebody meets by an active verb is his partner: where the verb has a subject, he alone acts, and those
    "with" whom it is done, or whom he met, are the recipients; so are they where only a likely one acts."""
    partners = [x for x in chosen["actor"] if _is_partner(x[0])]
    listed = {p.first for p, _ in partners}
    if any(p.first not in listed for p, _ in chosen["recipient"]):
        return
    subjects = [x for x in rated_by["actor"] if x[0].as_actor == "subj" and "actor" not in x[0].barred]
    subjects = [(p, max(c, LISTED)) for p, c in subjects if p.first not in listed]
    if partners and subjects:
        chosen["actor"] = [x for x in chosen["actor"] if x not in partners] or subjects
        chosen["recipient"] += partners
    elif not chosen["recipient"]:
        _met(chosen, rated_by)


def _is_partner(party: Party) -> bool:
    """Whether an active verb of meeting has a party as its object, or behind its "with"."""
    return party.stance.startswith("active ") and party.as_actor in ("obj", _WITH) and "recipient" not in party.barred


def _is_met(party: Party, listed: set[int]) -> bool:
    """Whether a party stands in the slot of those with whom something is done, none of whom is ``listed``."""
    slots = (party.as_actor or party.as_recipient or "").split(".")
    together = slots[-1] == _WITH or (party.as_actor == "obj" and party.stance in _MET)
    return together and party.first not in listed and "recipient" not in party.barred


def _fought(chosen: Cast, parties: Sequence[Party]) -> None:
    """The other side of a fight of which only those "with" whom it was are told: "fell in a clash with guards"."""
    if chosen["recipient"] or not chosen["actor"] or any(p.as_actor != _WITH for p, _ in chosen["actor"]):
        return
    listed = {p.first for p, _ in chosen["actor"]}
    own = [p for p in parties if p.stance == "active subject" and p.as_actor == "subj" and p.first not in listed]
    if own and not any("actor" in p.barred for p in own):  # "troops sent to the port clashed with guards"
        partners = [x for x in chosen["actor"] if "recipient" not in x[0].barred]
        chosen["recipient"], chosen["actor"] = partners, [(p, max(p.actor, LISTED)) for p in own]
        return
    others = [p for p in parties if p.first not in listed and p.recipient >= FOUGHT and p.stance.startswith("noun ")]
    if others:
        foe = max(others, key=lambda p: (p.recipient, -p.token))
        chosen["recipient"] = [(foe, foe.recipient * SETTLED)] if "recipient" not in foe.barred else []


def _fight_each_other(chosen: Cast) -> None:
    """Sides of a fight that the encoder takes for doers and for those to whom it is done alike are both: "clashes
    between the two armies". With whom it is, is the other side, whoever the one is."""
    partners = [x for x in chosen["actor"] if x[0].as_actor == _WITH and "recipient" not in x[0].barred]
    own = [x for x in chosen["actor"] if x not in partners]
    if not chosen["recipient"] and partners:  # "protesters clashed with guards", "fighting with the police and guards"
        chosen["actor"], chosen["recipient"] = own, partners
    if not chosen["recipient"] and chosen["actor"] and all(p.recipient >= BOTH for p, _ in chosen["actor"]):
        chosen["recipient"] = [(p, p.recipient) for p, _ in chosen["actor"] if "recipient" not in p.barred]


def _told_by_slot(party: Party, category: str) -> bool:
    """Whether a slot alone says of a party that it is the recipient: what is taken or hit. Of who suffers criticism
    syntax is surer than the encoder, which takes who is angry for the only one; and a body whose summit somebody
    attends acts no less."""
    slot = party.as_recipient or ""
    last = slot.rpartition(".")[2].removeprefix("obj: ")
    if category == "COERCE" and party.ground:
        return True
    if category == "ASSAULT":
        return party.hit and "recipient" not in party.barred
    if "recipient" in party.barred or party.as_actor is not None:
        return False
    if category == "COERCE":
        return slot == "from" and party.stance == "active from"  # "seized from the militia 20 rifles"
    if category == "CONSULT":
        return slot in ("obj.of", "obj.compound", "obj.poss")
    own = last == "poss" or (slot == "of" and party.stance == "noun of")
    return category == "ACCUSE" and (own or (slot == "subj" and party.stance == "active subject"))


def _unnamed(party: Party) -> float:
    """The least chance of a doer that none is sure of."""
    if party.as_actor == "by":
        return UNNAMED_BY
    return OUTSIDE if party.as_actor is None and party.stance.startswith("noun ") else UNNAMED


def _goes_with(one: tuple[Party, float], other: tuple[Party, float], role: str) -> bool:
    """Whether a party shares the role of another one that it is coordinated with: "Chad, Niger and Mali were
    thanked"."""
    (party, chance), (chosen, its_chance) = one, other
    slot = getattr(party, f"as_{role}")
    together = slot == _WITH and role == "actor" and role not in party.barred  # those "with" whom it is done act or not
    if together:
        chance = max(chance, party.recipient)
    if role == "recipient" and slot == HURT and chosen.as_recipient is not None:
        return "recipient" not in party.barred
    if party.first != chosen.first or party.first < 0 or role in party.barred:
        return False
    if party.together and role == "actor":
        return not chosen.together
    same = slot is not None and slot == getattr(chosen, f"as_{role}")
    met = _is_partner(party) and party.as_actor == chosen.as_actor  # partners are recipients together
    if (same or met) and (role == "recipient" or slot == _BETWEEN):
        return True  # the encoder loses the last ones of a long list
    return chance >= (SAME if same else LISTED) and (same or chance >= EQUAL * its_chance)


def _part(chosen: Cast, *, mutual: bool) -> None:
    """Nobody does something to himself: who is chosen for both roles keeps the likelier, in what is done together the
    part of those who take part."""
    actors = {p.token: chance for p, chance in chosen["actor"]}
    recipients = {p.token: chance for p, chance in chosen["recipient"]}
    both = set(actors) & set(recipients)
    acts = {k for k in both if mutual or actors[k] >= recipients[k]}
    chosen["actor"] = [(p, c) for p, c in chosen["actor"] if p.token not in both - acts]
    chosen["recipient"] = [(p, c) for p, c in chosen["recipient"] if p.token not in acts]
