"""Nobody does something to himself: a pronoun that reference took for the other party means somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wader.records import Actor, Candidate, Mention

_DONE_TO = frozenset(("him", "her", "it", "them"))
_DOING = frozenset(("he", "she", "it", "they"))
"""Pronouns of either side. "Himself", and "his" of what is his own, may well be the other side's; so may those of whom
somebody says something, "they complained that they were misled"."""


def taken_for_other(
    candidate: Candidate, actor: Sequence[Actor], recipient: Sequence[Actor], text: str
) -> Iterator[tuple[str, frozenset[str]]]:
    """Roles whose only mention is a pronoun that was taken for a party, by name, of the other role, each with these
    names: first of whom it is done to ("spoke with the abbess in hopes of persuading her"), else of who does it ("he
    praised the abbess"). ``text``: what the mentions index."""
    names = {a.identifier_text for a in actor} & {r.identifier_text for r in recipient}
    both = frozenset(name for name in names if name is not None)
    passive = any(m.slot == "obj" for m in candidate.recipient)
    if both and _is_pronoun(candidate.recipient, text, _DONE_TO | _DOING if passive else _DONE_TO):
        yield "recipient", both
    if both and _is_pronoun(candidate.actor, text, _DOING):
        yield "actor", both


def _is_pronoun(mentions: Sequence[Mention], text: str, pronouns: frozenset[str]) -> bool:
    if len(mentions) != 1 or mentions[0].sentence is not None or "poss" in mentions[0].slot:
        return False
    return text[mentions[0].start : mentions[0].end].lower() in pronouns
