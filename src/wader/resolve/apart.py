"""Nobody does something to himself: a pronoun that reference took for the other party means somebody else, an officer
is of another state than the one that he acts on by its name, and only those who fight among themselves are both
sides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from wader.records import Actor, Candidate, Evidence, Mention
from wader.resolve.context import NON_STATES, PageContext

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

_OFFICERS = frozenset(["GOV", "MIL", "SPY", None])
"""Who acts for his state."""
_AT_LARGE = frozenset(["page country", "main country of the page"])
"""Steps of rules that give somebody the country that the page names most, for want of any nearer sign."""
_FACED = frozenset(["obj", "to", "with", "at", "against", "subj"])
"""Slots of those whom somebody deals with."""
_STATE = re.compile(r"state: countries\.yaml:([A-Z]{3})/state")
_ANOTHERS = frozenset(["ACCUSE", "CONSULT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "REJECT", "REQUEST", "AGREE",
                       "COOPERATE", "RETREAT", "CONCEDE"])  # fmt: skip
"""What a state's officers do with another state, and hardly ever say of their own by its name."""


def of_another(
    candidate: Candidate, sides: tuple[list[Actor], list[Actor]], evidence: Mapping[str, list[Evidence]],
    context: PageContext,
) -> None:  # fmt: skip
    """Take the page's country from officers of whom nothing but that says it, where they deal with that state by its
    name ("Minister Kowal accused Kenya"): they are of the other state that the page speaks of, or nobody knows of
    which. "The minister accused the government" stays."""
    if candidate.category not in _ANOTHERS:
        return
    rules = [evidence.get(role, []) for role in ("actor", "recipient")]
    for mine, other in ((0, 1), (1, 0)):
        dealt = {m[1] for each in rules[other] if (m := _state(each.rule)) is not None}
        for n, (actor, said) in enumerate(zip(sides[mine], rules[mine], strict=False)):
            loose = _AT_LARGE.intersection(said.rule.split("; ")) and "encoder: of " not in said.rule
            if loose and actor.code in dealt and actor.sector in _OFFICERS and actor.start == said.start:
                sides[mine][n] = msgspec.structs.replace(actor, code=_besides(actor.code, context))
                said.rule = f"{said.rule}; of another state than it"


def _besides(code: str | None, context: PageContext) -> str | None:
    """The one other state that a page speaks of: where it is told from, else the only one that it names."""
    if context.dateline not in (None, code):
        return context.dateline
    others = {e.code for e in context.peoples} - {code, *NON_STATES}
    return others.pop() if len(others) == 1 else None


def _state(rule: str) -> re.Match[str] | None:
    """The state that a rule read by its name, where somebody deals with it."""
    slot, _, how = rule.partition("; ")
    return _STATE.fullmatch(how) if slot in _FACED or slot.startswith("encoder: ") else None


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
