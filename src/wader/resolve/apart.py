"""Nobody does something to himself: a pronoun that reference took for the other party means somebody else, and only
those who fight among themselves are both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wader.records import Actor, Candidate, Mention

_DONE_TO = frozenset(("him", "her", "it", "them"))
_DOING = frozenset(("he", "she", "it", "they"))
"""Pronouns of either side. "Himself", and "his" of what is his own, may well be the other side's; so may those of whom
somebody says something, "they complained that they were misled", but not of whom he asks it."""

_RIVALS = re.compile(
    r"\b(?:rival|warring|opposing|feuding|contending|competing|different)\b|"
    r"\b(?:factions|clans|sides|tribes)$", re.I
)  # fmt: skip
"""Of those who fight among themselves."""
_NEAR = 40
"""Characters behind the words of somebody within which "each other" is of them."""


def fight_each_other(candidate: Candidate, text: str) -> bool:
    """Whether those of one phrase are both sides of a fight: "rival families clashed", "the mobs fought each other"."""
    actors, recipients = ([m for m in side if m.sentence is None] for side in (candidate.actor, candidate.recipient))
    if candidate.category != "ASSAULT" or len(actors) != 1 or [m.token for m in recipients] != [actors[0].token]:
        return False
    words, behind = text[actors[0].start : actors[0].end], text[actors[0].end : actors[0].end + _NEAR]
    return _RIVALS.search(words) is not None or re.search(r"\b(?:each other|one another|rival)\b", behind) is not None


def taken_for_other(
    candidate: Candidate, actor: Sequence[Actor], recipient: Sequence[Actor], text: str
) -> Iterator[tuple[str, frozenset[str]]]:
    """Roles whose only mention is a pronoun that was taken for a party, by name, of the other role, each with these
    names: first of whom it is done to ("spoke with the abbess in hopes of persuading her"), else of who does it ("he
    praised the abbess"). ``text``: what the mentions index."""
    names = {a.identifier_text for a in actor} & {r.identifier_text for r in recipient}
    both = frozenset(name for name in names if name is not None)
    asked = candidate.category == "REQUEST" or any(m.slot == "obj" for m in candidate.recipient)
    if both and _is_pronoun(candidate.recipient, text, _DONE_TO | _DOING if asked else _DONE_TO):
        yield "recipient", both
    if both and _is_pronoun(candidate.actor, text, _DOING):
        yield "actor", both


def _is_pronoun(mentions: Sequence[Mention], text: str, pronouns: frozenset[str]) -> bool:
    if len(mentions) != 1 or mentions[0].sentence is not None or "poss" in mentions[0].slot:
        return False
    return text[mentions[0].start : mentions[0].end].lower() in pronouns
