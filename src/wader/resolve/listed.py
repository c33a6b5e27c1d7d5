"""Officers of one government that stand in one list: the country of one is the other's."""

from __future__ import annotations

import re

from wader.resolve.compound import SUBJECTS, View, governor
from wader.resolve.context import NON_STATES
from wader.resolve.found import Found, Phrases
from wader.resolve.nearby import first

_RANK = re.compile(r"roles\.yaml:(?:deputy |vice |acting )?([^;,]+)")
_HEADS = frozenset([
    "president", "prime minister", "premier", "pm", "chancellor", "king", "queen", "monarch", "emir", "sultan",
    "leader", "head of state", "head of government", "emperor", "pope",
])  # fmt: skip
"""Who leads a state: two of them in a list lead two."""
_ABROAD = frozenset(["foreign minister", "foreign secretary", "secretary of state", "foreign affairs minister"])
"""Names of one and the same office."""
_OFFICERS = frozenset(["GOV", "MIL", "COP", "SPY", "LEG"])
_MEETING = frozenset(["meet", "talk", "confer", "discuss", "sign", "agree", "negotiate", "hold"])
"""What officers of several states do together."""
_LOOSE = re.compile(r"; (?:page country|main country of the page|place in the sentence|place before|dateline)")


def of_one_government(phrases: Phrases, view: View, head: int, rule: str, depth: int) -> str | None:
    """The country of the first of a list of officers, where the one at ``head`` (whom ``rule`` reads) has another
    office and none said whose: "Polish Prime Minister Jan Kowal and Foreign Minister Anna Nowak accused Chad"; None
    where both may be of two states, as those who meet are, or two heads of state."""
    beside = first(view, head)
    called = _RANK.search(rule)
    if beside == head or called is None or _are_meeting(view, beside):
        return None
    for found in phrases.phrase(view, beside, depth + 1)[:1]:
        rank = _RANK.search(found.rule)
        if found.actor.code in (None, *NON_STATES) or found.actor.sector not in _OFFICERS or _LOOSE.search(found.rule):
            return None
        return None if rank is not None and _are_rivals(rank[1], called[1]) else _country(found)
    return None


def _country(found: Found) -> str | None:
    return found.actor.code if found.person else None


def _are_rivals(one: str, other: str) -> bool:
    """Whether two offices are the same, or each at the head of a state."""
    return one == other or {one, other} <= _HEADS or {one, other} <= _ABROAD


def _are_meeting(view: View, first_one: int) -> bool:
    """Whether those of the list do something together that officers of two states do, with nobody else."""
    verb = governor(view, first_one)
    if view.tokens.dep[first_one] not in SUBJECTS or view.lemma[verb] not in _MEETING:
        return False
    return not any(view.tokens.dep[k] == "dobj" and view.lemma[verb] == "meet" for k in view.kids[verb])
