"""How far a whole event is to be trusted: the chance that a careful reader holds its category, its actors and its
recipients right.

What the coder says of its own sentence (``Candidate.confidence``) knows nothing of who its parties turned out to be: a
minister known by name is mostly the one who is meant, "they" of the sentence before or rebels of the country that the
page is about less often. How much each such reading is worth was learnt from events of real news that readers judged
(``training/trust.py``); the sum of their weights (``coder.yaml``: ``whole``) is made a probability.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from wader.knowledge.codebook import TOGETHER
from wader.records import Event, Evidence
from wader.resolve.likely import NO_SECTOR, Features, kind_of, summed

_LEAST = 1e-3
"""Probability that counts as no surer, on either side."""
_MANY = 3
"""Parties from which one more makes no difference."""


def trusted(event: Event, weights: Mapping[str, float]) -> float | None:
    """The chance that all of ``event`` is right; what its coder says where there are no weights, None where that says
    nothing (the words alone)."""
    if event.confidence is None or not weights:
        return event.confidence
    return round(1.0 / (1.0 + math.exp(-summed(weights, features(event)))), 3)


def surest(tellings: Sequence[Event], weights: Mapping[str, float]) -> float | None:
    """The chance of the surest telling of an event: what is told twice is no less sure than what is told once."""
    return max((trusted(event, weights) for event in tellings), key=lambda chance: chance or 0.0)


def features(event: Event) -> Features:
    """What speaks for and against an event whose ``confidence`` is still its coder's: ``bias``, ``coder`` (the logit of
    that), its category; by role how many parties there are, ``none`` where nobody is, the steps of the rules by which
    each was read, its sector, whether it has no country, and whether it stands ``outside`` the sentence; and what
    ``crossed`` adds."""
    chance = min(1.0 - _LEAST, max(_LEAST, event.confidence or 0.0))
    found = {"bias": 1.0, "coder": math.log(chance / (1.0 - chance)), event.event[0]: 1.0}
    start, end = event.text_info.start, event.text_info.end
    for role, parties in (("actor", event.actor), ("recipient", event.recipient)):
        known = [p for p in parties if p.sector != "UNK"]
        found[f"{role} none"] = float(not known)
        found[f"{role} parties"] = float(min(_MANY, len(known)))
        for party in known:
            found[f"{role} {party.sector or NO_SECTOR}"] = 1.0
            found[f"{role} no country"] = max(float(party.code is None), found.get(f"{role} no country", 0.0))
        for evidence in event.evidence.get(role, ()):
            found.update((f"{role}: {kind}", 1.0) for kind in _kinds(evidence))
            away = evidence.start is not None and not start <= evidence.start < end
            found[f"{role} outside"] = max(float(away), found.get(f"{role} outside", 0.0))
    return found | crossed(found, event.event[0])


def crossed(found: Mapping[str, float], category: str) -> Features:
    """What it means that a role is empty, of those ``found``: an abstention needs no recipient, an accusation without
    one mostly lost it; several who do something together need nobody else."""
    empty = [role for role in ("actor", "recipient") if found[f"{role} none"]]
    told = {f"{category} without {role}": 1.0 for role in empty}
    if "recipient" in empty and found["actor parties"] > 1:
        told["together alone" if category in TOGETHER else "several alone"] = 1.0
    return told


def _kinds(evidence: Evidence) -> Iterator[str]:
    """Kinds of the steps by which a party was read: its slot first, then what told its sector and its country."""
    for number, step in enumerate(evidence.rule.split("; ")):
        if step.startswith("encoder: "):
            yield "read" if number == 0 else "weighed"  # chosen by the encoder, or its sector or country overruled
        else:
            yield kind_of(step)
