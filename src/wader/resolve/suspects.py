"""Who is arrested, charged or convicted for a crime and is nothing else on the page: a suspect, no plain civilian."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from wader.resolve.affiliation import is_aged
from wader.resolve.compound import View
from wader.resolve.found import Found

_TAKING = frozenset([
    "arrest", "charge", "indict", "convict", "prosecute", "apprehend", "remand", "extradite", "jail", "imprison",
    "sentence", "arraign", "nab",
])  # fmt: skip
"""Verbs of the law that takes somebody."""
_SEIZURE = frozenset([
    "arrest", "indictment", "conviction", "prosecution", "extradition", "trial", "detention", "arraignment",
    "imprisonment", "capture",
])  # fmt: skip
"""The same as nouns: "the arrest of Jan Kowal"."""
_ANYBODYS = frozenset(["hold", "capture", "detain", "try", "book", "accuse", "suspect"])
"""Verbs that are of others too: only with a charge beside them."""
_CRIMES = frozenset([
    "murder", "manslaughter", "homicide", "killing", "stabbing", "robbery", "burglary", "theft", "larceny", "fraud",
    "arson", "rape", "kidnapping", "abduction", "smuggling", "trafficking", "laundering", "launder", "battery",
    "assault", "felony", "misdemeanor", "misdemeanour", "extortion", "bribery", "embezzlement", "forgery",
    "counterfeiting", "drug", "cocaine", "heroin", "marijuana", "narcotic", "narcotics", "methamphetamine",
    "possession", "racketeering", "molestation", "vandalism", "hacking", "blackmail", "perjury", "shooting",
    "smuggle", "traffic", "rob", "steal", "swindle", "defraud", "buy-bust", "gun", "shoplifting", "carjacking",
    "murderer", "plot", "bombing", "bomb", "explosive", "terrorist", "terrorism", "terror", "massacre", "attack",
    "kill", "stab", "endangerment", "harassment", "stalking", "poaching", "pickpocketing", "mugging",
])  # fmt: skip
"""What a law takes somebody for that is no politics."""
_POLITICS = frozenset([
    "protest", "protester", "protestor", "demonstration", "demonstrator", "rally", "march", "strike", "slogan",
    "activist", "dissident", "dissent", "opposition", "blasphemy", "sedition", "innocent", "arbitrarily", "sweep",
    "curfew", "illegally", "wrongfully", "wrongly", "raid", "roundup", "false", "falsely", "without",
])  # fmt: skip
"""What makes of it another thing than a crime's pursuit."""
_CHARGE = frozenset(["charge", "suspicion", "count", "allegation", "accusation"])
_PATIENTS = frozenset(["nsubjpass", "dobj"])
_HUMAN = frozenset([None, "CVL", "ELI"])
_RANKS = frozenset(["MIL", "COP"])
"""Of whom one that has left is no more than a citizen."""


def suspected(view: View | None, head: int, found: list[Found]) -> list[Found]:
    """``found``, with the civilians of it criminals where a sentence tells what a law takes the phrase at ``head``
    for."""
    if view is None or not any(f.actor.sector in _HUMAN for f in found) or not _is_taken(view, head):
        return found
    return [_suspect(f) if _may_be(view, head, f) else f for f in found]


def _may_be(view: View, head: int, found: Found) -> bool:
    """Whether one of those found is no more than a human being."""
    if found.actor.code in ("UNO", "EUR", "IGO", "NGO", "MNC"):
        return False
    entity = view.entity[head]
    if found.actor.sector == "ELI" and found.actor.other_sectors and _RANKS.issuperset(found.actor.other_sectors):
        return True  # "a retired officer charged with murder"
    return found.actor.sector == "CVL" or (found.actor.sector is None and entity is not None and is_aged(view, entity))


def _suspect(found: Found) -> Found:
    actor = msgspec.structs.replace(found.actor, sector="CRM", other_sectors=[])
    return replace(found, actor=actor, rule=f"{found.rule}; taken for a crime")


def _is_taken(view: View, head: int) -> bool:
    """Whether the phrase is what is arrested, charged or tried, and the clause says for what crime."""
    tokens, n = view.tokens, head
    while tokens.dep[n] in ("conj", "appos") and tokens.head[n] < n:
        n = tokens.head[n]
    above = tokens.head[n]
    told = (k for k in view.kids[head] if k > head and tokens.dep[k] == "acl" and tokens.tag[k] == "VBN")
    if any(view.lemma[k] in _TAKING and _is_for_crime(view, k) for k in told):
        return True  # "a man charged with murder"
    if tokens.dep[n] == "pobj" and view.lemma[above] == "of":
        return view.lemma[tokens.head[above]] in _SEIZURE and _is_for_crime(view, tokens.head[above])
    if tokens.dep[n] == "poss":
        return view.lemma[above] in _SEIZURE and _is_for_crime(view, above)
    if tokens.dep[n] not in _PATIENTS or not tokens.tag[above].startswith("VB"):
        return False
    taken = view.lemma[above] in _TAKING or (view.lemma[above] in _ANYBODYS and _CHARGE & set(view.lemma))
    return bool(taken) and _is_for_crime(view, above)


def _is_for_crime(view: View, taking: int) -> bool:
    """Whether what hangs on the word of an arrest tells of a crime, and the sentence of no protest."""
    if not _CRIMES.isdisjoint(view.lemma) and _POLITICS.isdisjoint(view.lemma):
        crimes = (k for k in range(len(view.lemma)) if view.lemma[k] in _CRIMES)
        return any(taking in view.tokens.path_up(k) for k in crimes)
    return False
