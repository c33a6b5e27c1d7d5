"""Where and when an act is told, which nobody suffers: the town that it was south of, what was done meanwhile; and
where it is ground that is taken or closed off, which those who own it or live there do.

Asked by ``bystanders``, of parties that no slot of the entry names; of ground by ``judge``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.standing import Standing

_PART = frozenset(("compound", "amod", "nmod"))
_ARGUMENTS = frozenset(("dobj", "nsubjpass", "dative", "poss", "agent"))
_INTO = frozenset(("in", "at", "near", "around", "outside", "inside", "across", "from", "through", "along",
                   "throughout", "within", "toward", "towards", "off", "beyond"))  # fmt: skip
_AREAS = frozenset(
    "city town village district province region state county municipality neighborhood neighbourhood area suburb "
    "department canton parish prefecture borough quarter sector zone commune barrio hamlet settlement".split()
)
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west "
    "northward southward eastward westward kilometer kilometre km mile".split()
)
_ON_SITE = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_SHOWN = frozenset(("ASSAULT", "PROTEST"))
_MEETING = frozenset("meet talk negotiate gather convene confer assemble sign".split())
_TOGETHER = frozenset(("AGREE", "CONSULT", "COOPERATE", "REJECT"))
_HARM = frozenset(("ASSAULT", "COERCE", "SANCTION", "THREATEN", "PROTEST"))
_TIMES = frozenset(("after", "before", "since", "until", "when", "while", "till"))
_SHUT = frozenset(("in", "on", "over", "across", "for", "obj"))
_OWNED = frozenset(("compound", "amod", "poss", "of"))
_DURING = frozenset(("during", "since", "after", "before", "amid", "throughout"))


def is_setting(standing: Standing, k: int) -> bool:
    """Whether ``k`` belongs to where or when it happened."""
    return _is_area(standing, k) or _is_place(standing, k) or _in_time(standing, k) or _had_meanwhile(standing, k)


def _is_area(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a part of a town or land by its name, of which nothing is said but that it was there: "in the
    Alpha, Beta and Gamma districts"."""
    graph, tokens, classes = standing.graph, standing.graph.tokens, standing.coder.classes
    if standing.candidate.category not in _ON_SITE:
        return False
    noun, named = k, False
    if tokens.dep[k] in _PART and tokens.tag[k][:3] != "NNP" and "place" not in classes.of(k):
        return False  # "the separatist province"
    while tokens.dep[noun] in _PART and tokens.head[noun] > noun and not graph.is_verb(tokens.head[noun]):
        noun, named = tokens.head[noun], True
    if graph.lemma[noun] not in _AREAS or noun in standing.words:
        return False
    named = named or any("place" in classes.of(c) for c in graph.child(noun, tuple(_PART)))
    first = graph.spread_of(noun)
    at = graph.low[tokens.head[first]]
    argument = tokens.dep[first] in _ARGUMENTS or (tokens.dep[first] == "pobj" and at not in _INTO)
    return named and not argument


def _is_place(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a place "from" which something is told or comes, or from which the way to the place of the act
    is measured: "clashes were reported from Lagos", "a bombing south of Lagos", or where people meet."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at, category = tokens.head[first], standing.candidate.category
    if "place" not in standing.coder.classes.of(k) or tokens.dep[first] != "pobj":
        return False
    if graph.low[at] == "from":
        return category in _SHOWN
    if graph.low[at] in ("of", "from") and category in _ON_SITE:
        return graph.lemma[tokens.head[at]] in _SIDES
    return category in _TOGETHER and graph.low[at] in ("in", "at") and graph.lemma[tokens.head[at]] in _MEETING


def _in_time(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in a clause that says when: "spoke hours after the premier had left"."""
    graph, tokens = standing.graph, standing.graph.tokens
    if standing.candidate.category in _HARM:
        return False
    for below in graph.path_up(k):
        over = tokens.head[below]
        if below in standing.over or over == below:
            return False
        if tokens.dep[below] == "pcomp" and graph.low[over] in _TIMES:
            return standing.head in graph.path_up(over)
        if tokens.dep[below] == "advcl" and graph.child(below, ("nsubj", "nsubjpass")):
            marks = graph.child(below, ("mark", "advmod"))
            if any(graph.low[m] in _TIMES for m in marks):
                did = standing.candidate.category == "ACCUSE" and k in graph.subject(below)
                return over in standing.over and not did  # "sued after the state had cut it"
    return False


def _had_meanwhile(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the object of what was done "during" the act, which harms nobody: "during the siege the bishop
    fed the children"."""
    graph, tokens, head = standing.graph, standing.graph.tokens, standing.head
    at = tokens.head[head]
    if standing.kind != "noun" or tokens.dep[head] != "pobj" or graph.low[at] not in _DURING:
        return False
    verb = tokens.head[at]
    if not graph.is_verb(verb) or graph.passive(verb) or k not in graph.object(verb):
        return False
    return standing.coder.matcher.category(verb) not in ("", "ASSAULT", "COERCE", "SANCTION")


def is_ground(standing: Standing, k: int, slot: str | None) -> bool:
    """Whether ``k``, by a slot of the entry, is a part of a land whose people are shut in ("a curfew in Lagos"), a land
    whose ground is entered or taken ("entered Omani territory"), or a house that is taken ("seized the hotel")."""
    candidate, classes = standing.candidate, standing.coder.classes.of(k)
    if candidate.category != "COERCE" or slot is None:
        return False
    last = slot.rpartition(".")[2]
    entry = candidate.triggers[0].entry.partition(" ")[2].split()
    if not standing.coder.matcher.lexicon.members("area_act").isdisjoint(entry):
        inside = standing.under.get(k) == "in" and standing.graph.tokens.tag[k][:3] == "NNP"  # a town no list has
        return last in _SHUT and (inside or "place" in classes or standing.graph.lemma[k] in _AREAS)
    if "seize" not in candidate.mode:
        return False
    tokens = standing.graph.tokens
    if slot == "obj.of" and standing.graph.lemma[tokens.head[tokens.head[k]]] in _AREAS:
        return True  # "seized the town of Kitale", whether or not a list has it
    return ("state" in classes and "town" not in classes) if last in _OWNED else slot == "obj" and "actor" in classes
