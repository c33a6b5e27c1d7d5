"""What stands beside a person's name without being a title: the body that owns it, another name for the same person,
the state where a relative lives, a second person before "and"."""

from __future__ import annotations

from wader.records import Entity
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.found import Phrases
from wader.resolve.owners import Owner

_ALSO = frozenset(["alias", "aka", "a.k.a.", "a.k.a"])
"""Words between two names of one person."""
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii"])
_HOLDING = frozenset(["possessive", "of", "from"])
"""How a body has people: "the BND's Jan Kowal", "Mary Smith of Oxfam"."""
_BARE = frozenset(["compound", "punct", "cc", "conj", "relcl"])
"""What hangs on a name of which nothing is said."""
_BODIES = frozenset(["group", "organisation", "organization", "network", "outfit", "movement"])
_GROUPED = frozenset(["REB", "PRM", "PTY", "OPP", "CRM", "SOC", "REL", "LAB"])
_SERVED = frozenset(["SPY", "MIL", "COP", "REB", "PRM", "CRM", "PTY", "OPP", "LAB", "SOC", "REL", "JRN", "BUS", "EDU"])
"""Sectors of bodies whose people are of them."""


def also_called(view: View, entity: Entity) -> int | None:
    """The head of the name before "alias" in front of this one; None where it is nobody's second name."""
    first = next((k for k in range(len(view.tokens)) if view.entity[k] is entity), 0)
    if first < 2 or view.lemma[first - 1] not in _ALSO:
        return None
    other = view.entity[first - 2]
    return first - 2 if other is not None and other is not entity and other.kind == "PERSON" else None


def stem(view: View, head: int) -> int:
    """Where the owners of a name stand: on "alias" or "Jr" if a parser took the name before it for its modifier."""
    above = view.tokens.head[head]
    alias = above == head + 1 and view.lemma[above] in _ALSO
    return above if alias or (above > head and view.lemma[above] in _SUFFIXES) else head


def body_of(owners: list[Owner]) -> Owner | None:
    """The body that a name stands beside with nothing else said of its bearer."""
    return next((o for o in owners if o.body and o.how in _HOLDING and not o.found.person
                 and o.found.actor.sector in _SERVED), None)  # fmt: skip


def another(view: View, head: int) -> int | None:
    """The person before "and" whom a parser took for a mere modifier of the name at ``head``: "deputy Ana Ruiz and
    party secretary Bo Lind"."""
    for k in view.kids[head]:
        other = view.entity[k]
        if k > head or view.tokens.dep[k] not in ("nmod", "compound") or other is None or other.kind != "PERSON":
            continue
        if other is not view.entity[head] and view.lemma[k + 1] == "and":
            return k
    return None


def same_title(view: View, head: int) -> int | None:
    """The first of those who share a title in the plural: "Kenyan tourists Ann Otieno" of "… and Jan Kowal"."""
    n = head
    while view.tokens.dep[n] == "conj" and view.tokens.head[n] != n:
        n = view.tokens.head[n]
    if n == head or any(view.tokens.dep[k] not in _BARE for k in view.kids[head]):
        return None
    titled = any(view.tokens.tag[k] in ("NNS", "NNPS") and k < n and not np.is_named(view, k) for k in view.kids[n])
    return n if titled else None


def lives_in(view: View, entity: Entity) -> str | None:
    """The state that stands right behind a name: "her cousin Ana Ruiz in Chile"."""
    last = max((k for k in range(len(view.tokens)) if view.entity[k] is entity), default=len(view.tokens))
    if last + 2 >= len(view.tokens) or view.lemma[last + 1] != "in":
        return None
    place = view.entity[last + 2]
    return place.code if place is not None and place.kind == "GPE" and place.rule.startswith("state:") else None


def is_aged(view: View, entity: Entity) -> bool:
    """Whether a name goes with an age: "Jan Kowal, 36, of Palestine" lives in a town of that name."""
    first = next((k for k in range(len(view.tokens)) if view.entity[k] is entity), 0)
    if view.source[: view.tokens.start[first]].rstrip().endswith("year-old"):
        return True
    last = max((k for k in range(len(view.tokens)) if view.entity[k] is entity), default=len(view.tokens))
    return view.tokens.text[last + 1 : last + 2] in ([","], ["("]) and any(
        text.isdecimal() and int(text) < 120 for text in view.tokens.text[last + 2 : last + 3]
    )


def bodies_told_of(phrases: Phrases, view: View) -> list[Entity]:
    """The parties and armed groups of the last sentences: "these groups"."""
    here = view.sentence.sequence
    named: dict[str, Entity] = {}
    for back in range(here - 1, max(-1, here - 3), -1):
        for entity in phrases.entities(back):
            if entity.kind == "ORG" and entity.code is not None and entity.sector in _GROUPED:
                named.setdefault(entity.name, entity)
    return list(named.values())


def armed_body(phrases: Phrases, view: View, head: int, words: int) -> Entity | None:
    """The armed group named before that "the terrorist organisation" means, of ``words`` words and nothing else."""
    plural = view.tokens.tag[head] in ("NNS", "NNPS")
    if plural or view.lemma[head] not in _BODIES or np.determiner(view, head) not in ("the", "this"):
        return None
    left = [k for k in view.kids[head] if k <= head - words and view.tokens.dep[k] != "det"]
    if left or any(view.tokens.dep[k] in ("prep", "appos", "acl") for k in view.kids[head]):
        return None
    here = view.sentence.sequence
    for back in range(here, max(-1, here - 3), -1):
        for entity in reversed(phrases.entities(back)):
            before = back < here or entity.end <= view.tokens.start[head]
            if before and entity.kind == "ORG" and entity.sector == "REB" and entity.code is not None:
                return entity
    return None


def told_of(phrases: Phrases, view: View, n: int, number: int) -> list[Entity]:
    """The persons of whom a page told right before "the three men", if they are just as many."""
    here = view.sentence.sequence
    named: dict[str, Entity] = {}
    for back in range(here, max(-1, here - 3), -1):
        for entity in phrases.entities(back):
            if entity.kind == "PERSON" and (back < here or entity.start < view.tokens.start[n]):
                named.setdefault(entity.identifier_text or entity.name, entity)
        if len(named) >= number:
            break
    return list(named.values()) if len(named) == number else []
