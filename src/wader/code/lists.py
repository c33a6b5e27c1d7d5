"""Lists of people that a parser took for appositions: "the bishop, his driver, and two nuns", "Ana Rey, 42; a nun", and
companions that it hung on something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from wader.code.frame import HARM
from wader.code.named import are_listed, is_other_name

if TYPE_CHECKING:
    from wader.code.classes import Classes
    from wader.code.graph import Graph

_SELF = frozenset("himself herself itself themselves ourselves myself yourself yourselves".split())
_ANYBODY = frozenset(("people", "person", "other"))
_IN_WORDS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"))


def taken_for_names(graph: Graph, k: int) -> list[int]:
    """Those listed with ``k`` that hang on it, or on an apposition of it, as if they were its other name."""
    beside = graph.child(k, ("appos",))
    if not beside:
        return []
    ands = graph.child(k, ("cc",))
    his = [c for c in beside if c < max(ands, default=0) and _is_his(graph, c)]
    several = [c for c in beside if _is_listed(graph, k, c)]
    return [*his, *several, *_past_apposition(graph, beside), *_past_semicolon(graph, beside)]


def named_before(graph: Graph, verb: int, noun: int) -> list[int]:
    """All of whom a relative clause tells that stands behind the last of a list: one alone can be no subject of its
    plural verb ("the mayor, the judge and the priest who were shot")."""
    if (nearer := _of_whom(graph, verb, noun)) is not None:
        return [nearer]
    if graph.tokens.tag[noun] not in _ONE or not _is_plural(graph, verb):
        return [noun]
    found = [noun]
    while graph.tokens.dep[found[-1]] in ("conj", "appos") and graph.tokens.head[found[-1]] < found[-1]:
        head = graph.tokens.head[found[-1]]
        objects = [k for k in graph.child(head, ("dobj",)) if k < noun] if graph.is_verb(head) else []
        found.append(objects[-1] if objects else head)  # "mourned the nun, and the judge who": hung on the verb
    found += [c for k in found[1:] for c in graph.child(k, ("conj",)) if c <= noun and not graph.is_verb(c)]
    return sorted(set(found)) if all(graph.is_noun(k) for k in found) else [noun]


def _of_whom(graph: Graph, verb: int, noun: int) -> int | None:
    """Those right before the "who" of a passive that the parser hung on their kin: "relatives of people who died"."""
    who = next((k for k in graph.kids[verb] if graph.low[k] == "who" and graph.tokens.dep[k] == "nsubjpass"), 0)
    of = graph.tokens.head[who - 1] if who > 1 and graph.tokens.dep[who - 1] == "pobj" else -1
    theirs = of >= 0 and graph.low[of] == "of" and graph.tokens.head[of] == noun and graph.lemma[noun] in _KIN
    return who - 1 if theirs else None


_KIN = frozenset("member relative family parent mother father widow wife husband friend brother sister son daughter "
                 "child colleague neighbor neighbour lawyer memory death funeral name number list".split())  # fmt: skip
_ONE = ("NN", "NNP")
_ARE = frozenset(("are", "were", "have", "'re"))


def _is_plural(graph: Graph, verb: int) -> bool:
    """Whether a finite verb has a plural subject."""
    auxiliary = [graph.low[k] for k in graph.child(verb, ("aux", "auxpass"))]
    if auxiliary:
        return auxiliary[0] in _ARE
    return graph.tokens.tag[verb] == "VBP" or graph.low[verb] in _ARE


def _is_listed(graph: Graph, k: int, beside: int) -> bool:
    """Whether what passes for the other name of ``k`` is the next one of a list, which goes on behind it: one alone is
    no subject of a plural verb ("the bishop, a nun, and two boys were hurt"), nor is one person several others."""
    several = graph.tokens.tag[beside] == "NNS"
    if several and graph.tokens.tag[k] in _ONE and any(c > beside for c in graph.child(k, ("conj",))):
        return True
    if graph.tokens.tag[k] not in _ONE or not graph.child(beside, ("conj",)):
        return False
    if all(_of_a_land(graph, c) for c in (k, beside)):
        return True
    if graph.tokens.dep[k] in ("nsubj", "nsubjpass") and graph.tokens.head[k] > beside:
        return _is_plural(graph, graph.tokens.head[k])
    return graph.tokens.tag[k] == "NNP" and several


def _of_a_land(graph: Graph, k: int) -> bool:
    """Whether a name has an owner by name: "Ghana's Mensah, Togo's Agbeko and Benin's Dossou"."""
    return graph.tokens.tag[k] == "NNP" and any(graph.tokens.tag[p] == "NNP" for p in graph.child(k, ("poss",)))


def _is_his(graph: Graph, i: int) -> bool:
    return any(graph.tokens.tag[p] == "PRP$" for p in graph.child(i, ("poss",)))


def _past_apposition(graph: Graph, beside: list[int]) -> list[int]:
    """Conjuncts that the parser hung on an apposition: "the bishop, a Jesuit, and his driver", "Ana Rey, a nun, and
    Luis Paz"."""
    found = []
    for described in beside:
        for c in graph.child(described, ("conj",)):
            ands = [k for k in range(described + 1, c) if graph.tokens.dep[k] == "cc"]
            other = graph.child(c, ("poss", "det")) or (graph.tokens.tag[c] == "NNP" != graph.tokens.tag[described])
            if ands and graph.low[ands[-1] - 1] == "," and other:
                found.append(c)
    return found


def _past_semicolon(graph: Graph, beside: list[int]) -> list[int]:
    """Appositions behind semicolons, each with those that hang on it: a list with ages or offices."""
    heads = {graph.lemma[graph.tokens.head[c]] for c in beside}  # "a man of God; a man who prays": the same one
    found = [c for c in beside if _opens(graph, c) == ";" and graph.lemma[c] not in heads]
    if not found:
        return []
    inner = [c for f in found for c in graph.child(f, ("appos",)) if _opens(graph, c) in (";", "and")]
    return [*found, *inner]


def _opens(graph: Graph, i: int) -> str:
    """What stands before a noun phrase."""
    left = graph.subtree_left(i) - 1
    while left > 0 and graph.tokens.dep[left] == "det":
        left -= 1
    return graph.low[left] if left >= 0 else ""


def hung_lower(graph: Graph, verb: int) -> list[int]:
    """Whom the parser hung on what stands before: "was held by police in connection with the raid along with two
    guards"."""
    for k in range(verb + 2, graph.size - 1):
        if graph.low[k] != "along" or graph.low[k + 1] != "with" or graph.tokens.head[k] == verb:
            continue
        path = graph.path_up(k)
        way = path[1 : path.index(verb)] if verb in path else []
        if way and all(graph.tokens.dep[x] in ("prep", "pobj") for x in way):
            return graph.child(k + 1, ("pobj",)) if graph.tokens.head[k + 1] == k else graph.child(k, ("pobj",))
    return []


def shared_object(graph: Graph, own: list[int]) -> list[int]:
    """The object of the last of several verbs, of which the parser took the second for a noun: "who kidnap, torture
    and murder nuns"."""
    verbs = [v for k in own for v in graph.child(k, ("conj",)) if graph.tokens.tag[v] == "VB"]
    bare = len(own) == 1 and all(graph.tokens.dep[k] in ("punct", "cc", "conj") for k in graph.kids[own[0]])
    return graph.child(verbs[-1], ("dobj",)) if verbs and bare else []


def beside_subject(graph: Graph, subject: int, verb: int) -> list[int]:
    """Who goes with a subject by an aside before its verb: "Norway, along with Sweden,", "the envoy, joined by two
    bishops,"."""
    found = []
    for k in graph.kids[verb]:
        if subject < k < verb and graph.low[k] in ("along", "together"):
            found += [p for w in graph.child(k, ("prep",)) if graph.low[w] == "with" for p in graph.child(w, ("pobj",))]
    for k in graph.child(subject, ("acl",)):
        if graph.low[k] == "joined" and graph.low[k - 1] == ",":
            found += [p for by in graph.child(k, ("agent",)) for p in graph.child(by, ("pobj",))]
    return found


def without_self(graph: Graph, found: list[int]) -> list[int]:
    """Objects of a verb without the doer himself, where others are among them: "killed himself and two guards"."""
    others = [k for k in found if graph.low[k] not in _SELF]
    return others or found


def hung_on_verb(graph: Graph, verb: int, last: int) -> list[int]:
    """Those listed behind the object of a verb that the parser coordinated with the verb itself: "attacked the town
    hall; a bank; and a shop", "mourned the nun, and the judge"."""
    found = [k for k in graph.child(verb, ("conj",)) if k > last and graph.is_noun(k)]
    return [k for k in found if _opens(graph, k) in (";", "and") and not graph.child(k, ("nsubj", "cop", "acl"))]


def named_with(graph: Graph, classes: Classes, k: int, category: str) -> list[int]:
    """Parties that share the slot of ``k``. Headlines leave the "and" out: "Australia, New Zealand" are two states, no
    state and its other name. Who is blamed, praised or asked is so with those named among them: "outside forces,
    including the guild"; who is hurt, with those among them who bear arms: "seven others, including two guards"."""
    beside = [a for a in graph.child(k, ("appos",)) if classes.is_state(k) and classes.is_state(a)]
    beside = [a for a in beside if graph.low[graph.subtree_left(a) - 1] == ","]
    beside += [classes.twins[k]] if k in classes.twins else []  # "the Kenya-Somalia talks"
    if category in HARM and graph.tokens.dep[k] == "dobj":
        beside += [o for o in along_with(graph, k) if not classes.of(o) & {"state", "armed"}]  # those act along
    anybody = category == "ASSAULT" and (graph.tokens.tag[k] == "CD" or graph.lemma[k] in _ANYBODY)
    whole = category in _IN_WORDS and graph.tokens.tag[k] in ("NNS", "NNPS") and not classes.is_named(k)
    if not anybody and not whole:
        return beside
    over = [k, graph.tokens.head[k]] if anybody and graph.tokens.dep[k] == "nsubjpass" else [k]
    names = [c for n in over for c in graph.child(n, ("prep",)) if graph.low[c] == "including"]
    members = graph.spread(o for c in names for o in graph.child(c, ("pobj",)))
    if not anybody:
        return [*beside, *(o for o in members if "actor" in classes.of(o))]
    return [*beside, *(o for o in members if any("armed" in classes.of(n) for n in (o, *graph.preposition([o], "of"))))]


_ROWS = frozenset(("list", "chorus", "number", "rank", "host", "parade", "procession"))


def be_among(graph: Graph, noun: int) -> int | None:
    """The verb by which somebody is one of "those who" did something: "two priests were among those who resigned"."""
    tokens, at = graph.tokens, graph.tokens.head[noun]
    those = graph.low[noun] == "those" and tokens.dep[noun] == "pobj" and graph.low[at] == "among"
    return tokens.head[at] if those and graph.lemma[tokens.head[at]] == "be" else None


def joiners(graph: Graph, noun: int) -> list[int]:
    """Who joins those who do something: "the abbot joined a list of bishops who condemned it"."""
    at = graph.tokens.head[noun]
    row = graph.tokens.head[at]
    if graph.tokens.dep[noun] != "pobj" or graph.low[at] != "of" or graph.lemma[row] not in _ROWS:
        return []  # who joins rebels did not do what they did
    verb = graph.tokens.head[row]
    joins = graph.tokens.dep[row] == "dobj" and graph.lemma[verb] == "join"
    return graph.spread(graph.child(verb, ("nsubj",))) if joins else []


def along_with(graph: Graph, k: int) -> list[int]:
    """Whom the same befalls as an object: "jailed him along with two nuns"."""
    behind = [w for w in graph.kids[graph.tokens.head[k]] if w > k]
    withs = [w for b in behind for w in (b, *graph.kids[b]) if graph.low[w] == "with"]
    withs = [w for w in withs if graph.low[w - 1] in ("along", "together")]
    return graph.spread(o for w in withs for o in graph.child(w, ("pobj",)))


def counted_before(graph: Graph, noun: int) -> list[int]:
    """Whom the same befell as a counted noun at the beginning of a headline, which leaves the "and" out: "Six guards,
    ten drivers hurt"."""
    left = graph.subtree_left(noun)
    before = left - 2
    if before < 1 or graph.low[left - 1] != "," or not graph.is_noun(before) or graph.subtree_left(before) != 0:
        return []
    return [before] if all(graph.child(n, ("nummod",)) for n in (before, noun)) else []


_LAST = frozenset(("and", "or", "&", "well"))
_BETWEEN = _LAST | {",", ";", "as", "the", "a", "an"}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


def side_by_side(graph: Graph, nouns: Sequence[int], classes: Classes | None = None) -> dict[int, int]:
    """For nouns between which nothing stands but commas and an "and", the first of their row, however the parser hung
    them: "hounded the FBI, members of Congress and the mayor". A row of commas alone is rather an apposition, but for
    several names (``classes``)."""
    rows: list[list[int]] = [[]]
    for k in sorted(nouns):
        if not (rows[-1] and _follows(graph, rows[-1][-1], k, classes)):
            rows.append([])
        rows[-1].append(k)
    found: dict[int, int] = {}
    for row in (r for r in rows if len(r) > 1):
        words = [_between(graph, *pair) for pair in pairwise(row)]
        last = max((i for i, between in enumerate(words, 1) if between & _LAST), default=0)
        last = len(words) if not last and classes is not None and are_listed(classes, row) else last
        found |= dict.fromkeys(row[: last + 1] if last else (), row[0])
    return found


def _between(graph: Graph, before: int, after: int) -> set[str]:
    """The words between two phrases, without those in brackets: "the Janata Dal (United) and the mayor"."""
    depth, found = 0, set()
    for word in graph.low[before + 1 : graph.subtree_left(after)]:
        depth += word == "("
        if not depth:
            found.add(word)
        depth -= word == ")"
    return found


def _follows(graph: Graph, before: int, after: int, classes: Classes | None) -> bool:
    dep, head = graph.tokens.dep, graph.tokens.head
    between = _between(graph, before, after)
    if not between <= _BETWEEN or between.isdisjoint(_LAST | {",", ";"}):
        return False
    other = dep[after] in _SUBJECTS and not (dep[before] == dep[after] and head[before] == head[after])
    named = classes is not None and is_other_name(graph, classes, after)
    return not other and (named or not (dep[after] == "appos" and head[after] == before))


def repeated(graph: Graph, head: int, k: int) -> list[int]:
    """Objects of the preposition of ``head`` that is repeated behind an "and" before ``k``: "paid tribute to the nuns
    and to the guards"."""
    at = graph.tokens.head[k]
    if graph.tokens.head[at] != head or graph.low[at - 1] != "and":
        return []
    same = [p for p in graph.child(head, ("prep",)) if p < at and graph.low[p] == graph.low[at]]
    return [o for p in same for o in graph.child(p, ("pobj",))]
