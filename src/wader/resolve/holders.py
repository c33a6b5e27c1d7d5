"""Which office a role asks for, where its holder is known by the page's date: "the IMF chief", "Kenya's army chief"."""

from __future__ import annotations

import re

from wader.knowledge.roles import RoleEntry
from wader.resolve.owners import Owner

SINGLE_OFFICES = frozenset({"head of state", "head of government", "monarch", "foreign minister", "defence minister"})
_ONE_AT_A_TIME = SINGLE_OFFICES | {
    "interior minister", "finance minister", "vice president", "justice minister", "central bank governor", "speaker",
    "foreign policy chief", "attorney general", "national security adviser", "crown prince", "opposition leader",
}  # fmt: skip
"""Offices of a state that one person holds: their holder is known by the page's date."""
_HEADING = frozenset([
    "chief", "head", "boss", "leader", "president", "director", "director general", "director-general",
    "managing director", "secretary general", "secretary-general", "general secretary", "executive director",
    "governor", "high commissioner", "commissioner-general", "chairman", "chairwoman", "chairperson", "chair",
])  # fmt: skip
"""Roles that say who leads an organisation."""
_LOCAL = frozenset(["governor", "mayor", "chief minister", "premier", "first minister", "president", "prime minister"])
"""Roles that say who leads a part of a state."""
_CENTRAL = re.compile(r"^(the )?bank of |\b(central|reserve|national|state) bank\b|^bundesbank$")
"""Names of central banks."""
_SHORT = frozenset(["un", "nato", "eu"])
"""Organisations that are part of their chief's title, and not by their initials."""
_OF_ARMY = frozenset([
    "army chief", "military chief", "army chief of staff", "chief of the army", "chief of general staff",
    "chief of the general staff", "chief of defence staff", "chief of the armed forces",
])  # fmt: skip


def offices_asked(
    role: RoleEntry, sector: str | None, organisation: str | None, owner: Owner | None, sure: bool
) -> tuple[str, ...]:
    """The classes of office whose holder a definite role means, the likeliest first; none where it may be anybody.

    ``organisation``: whose the role is, where that is no state; ``sure``: nothing but the country stands beside it.
    """
    if organisation is not None and _heads_body(role.lemma, organisation):
        return ("head of organisation", "central bank governor", "speaker")
    if organisation is not None and role.lemma.rpartition(" ")[2] == "prosecutor":
        return ("prosecutor",)
    name = owner.found.actor.identifier_text or "" if owner is not None else ""
    if owner is not None and owner.found.rule.startswith("subnational"):
        local = f"{role.lemma} of {name}"
        return (local, f"{local} State") if role.lemma in _LOCAL else ()
    if owner is not None and owner.body and role.lemma in _HEADING and _CENTRAL.search(name.lower()):
        return ("central bank governor",)
    if sure and role.office in _ONE_AT_A_TIME:
        return (role.office or "",)
    if owner is not None and role.lemma in _OF_ARMY and sector == "MIL":
        return ("chief of defence",)
    return ()


def _heads_body(lemma: str, body: str) -> bool:
    """Whether a role is an organisation's first: "secretary-general", also where it has the name of the ``body`` in it,
    whole, in part or by its initials: "un chief", "central bank president"."""
    if lemma in _HEADING:
        return True
    words = lemma.split()
    for k in range(1, len(words)):
        if " ".join(words[k:]) in _HEADING:
            name, first = body.lower(), " ".join(words[:k])
            initials = "".join(word[0] for word in name.split() if word not in ("of", "for", "and", "the"))
            return first in _SHORT or first == initials or f" {first} " in f" {name} "
    return False
