"""Names beside each other that are several parties: two states with a hyphen between them, "the Kenya-Somalia dispute",
and names of a list that the parser took for one body's other name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wader.code.graph_words import HYPHENS

if TYPE_CHECKING:
    from wader.code.classes import Classes
    from wader.code.graph import Graph

_SHARED = frozenset(
    "relation relationship tie link conflict war dispute crisis tension peace border rivalry hostility feud row "
    "standoff stand-off stalemate ceasefire cease-fire truce armistice agreement accord pact treaty deal alliance "
    "partnership friendship axis trade commerce summit talk dialogue negotiation meeting conference commission "
    "committee forum cooperation co-operation exercise drill operation project initiative detente rapprochement "
    "reconciliation dealing contact issue question problem".split()
)
"""What two states have with each other."""
_SEVERAL = 3
"""How many names with commas alone between them are a list: of two, one may be the other's."""


def twins(graph: Graph, classes: Classes) -> dict[int, int]:
    """States right behind a hyphen, each with the state before it, that stand before what they do or have with each
    other: "the Kenya-Somalia dispute", not "an Iranian-American scholar"."""
    found: dict[int, int] = {}
    start, end = graph.tokens.start, graph.tokens.end
    for hyphen in range(1, graph.size - 1):
        one = hyphen - 1
        if graph.low[hyphen] not in HYPHENS or end[one] != start[hyphen] or end[hyphen] != start[hyphen + 1]:
            continue
        other = _last(graph, classes, hyphen + 1)
        noun = graph.tokens.head[other]
        if noun <= other or not all("state" in classes.of(k) for k in (one, other)):
            continue
        if graph.lemma[noun] in _SHARED or "event" in classes.of(noun):
            found[other] = one
    return found


def _last(graph: Graph, classes: Classes, k: int) -> int:
    """The last token of the name that begins at ``k``: "South Korea"."""
    entity = classes.entity(k)
    while entity is not None and k + 1 < graph.size and classes.entity(k + 1) is entity:
        k += 1
    return k


def is_other_name(graph: Graph, classes: Classes, k: int) -> bool:
    """Whether what the parser took for another name of somebody is a further one of a list: two bodies or persons that
    have names of their own, and the list goes on ("the Lake Party, Green Union (North) and the League")."""
    head = graph.tokens.head[k]
    if graph.tokens.dep[k] != "appos" or head >= k or not _differ(classes, head, k):
        return False
    return any(graph.tokens.dep[c] == "cc" for n in (head, k) for c in graph.kids[n] if c > k)


def _differ(classes: Classes, one: int, other: int) -> bool:
    """Whether two tokens are of names of different persons, or of different bodies."""
    a, b = classes.entity(one), classes.entity(other)
    if a is None or b is None or a is b or a.kind != b.kind or a.kind not in ("PERSON", "ORG"):
        return False
    short = " " not in b.text and (b.text.isupper() or b.text.lower() == _initials(a.text))
    return not short and (a.identifier_id or a.name) != (b.identifier_id or b.name)


def _initials(text: str) -> str:
    return "".join(word[0] for word in text.lower().split())


def are_listed(classes: Classes, row: Sequence[int]) -> bool:
    """Whether names with commas alone between them are a list: "backed Senator Roe, Governor Gil, Governor Paz"."""
    distinct = all(_differ(classes, a, b) for i, a in enumerate(row) for b in row[i + 1 :])
    return len(row) >= _SEVERAL and distinct
