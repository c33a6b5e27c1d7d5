"""Who asks, where a sentence in somebody's mouth leaves it out: "the army has been asked to guard the dam, the governor
said". Who tells of his own side's request mostly made it; who only reports, or is asked himself, did not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import msgspec

from wader.records import Actor, Candidate, Evidence
from wader.resolve.compound import View
from wader.resolve.pronouns import SPEAKER_PRONOUNS
from wader.resolve.speakers import Speakers

_IN_CHARGE = frozenset("GOV MIL COP REB".split())
"""Sectors of those who have others do something: a senator or who stands by tells what he has heard."""


class _Page(Protocol):
    def view(self, sequence: int) -> View | None: ...

    @property
    def speakers(self) -> Speakers: ...


def asker(
    candidate: Candidate, page: _Page, asked: Sequence[Actor], told: Sequence[Evidence]
) -> tuple[Actor, str] | None:
    """Who speaks where somebody "was asked" by nobody that is told, and the rule that says so; None where it is not
    known, or those who were ``asked`` (as ``told``) are his own.

    A minister speaks of a ministry that he asks, but of what his country was asked by others.
    """
    view = page.view(candidate.sentence)
    if candidate.category != "REQUEST" or candidate.actor or view is None or not candidate.triggers:
        return None
    verb = candidate.triggers[0].token
    if not any(view.tokens.dep[k] in ("nsubjpass", "auxpass") for k in view.kids[verb]):
        return None  # "somebody else has asked him"
    if any((r.entity_text or "").lower() in SPEAKER_PRONOUNS for r in asked):
        return None
    found = page.speakers.at(view, verb, 0)
    if len(found) != 1 or found[0].actor.sector not in _IN_CHARGE or found[0].actor.code is None:
        return None
    actor = found[0].actor
    own = [r for r in asked if r.code == actor.code and (r.sector == actor.sector or r.sector in (None, "CVL"))]
    state = any("countries.yaml" in (e.rule or "") for e in told)
    if own and (state or actor.sector != "GOV"):
        return None
    return msgspec.structs.replace(actor, start=None, end=None), f"not named here; who speaks asks: {found[0].rule}"
