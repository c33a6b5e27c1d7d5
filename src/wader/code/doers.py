"""Whose deed is told: agents that hang beside their passive, and parties that a clause or word clears of it.

``graph`` and ``standing`` ask; all is read off syntax.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wader.code.frame import HARM

if TYPE_CHECKING:
    from wader.code.graph import Graph
    from wader.code.standing import Standing

FOUND_OUT = frozenset(
    "discover uncover unearth foil thwart detect expose reveal disclose avert frustrate disrupt denounce condemn "
    "prevent stop learn".split()
)
"""Verbs of those who come upon others' plans: "discovered a plot to kill"."""
_JUDGING = frozenset("agree disagree believe sympathise sympathize approve disapprove complain".split())
"""Verbs of those who take a stand on a deed that others do: "do not agree with kidnapping"."""
BORNE = "suffered by"
"""Slot of those by whom what a noun tells was suffered: "the attacks endured by villagers"."""
_BLAMED = frozenset("blame accuse suspect convict charge".split())
_PARTS = frozenset("involvement role hand part participation complicity responsibility connection link guilt".split())
_PROOF = frozenset("evidence proof indication sign doubt question".split())
_NO = frozenset(("no", "any", "little", "without"))
_LEADING = frozenset("head lead chair accompany represent include comprise".split())
"""Verbs of clauses that name members of a body: these do what it does."""
_DOUBTED = frozenset("possible alleged supposed suspected presumed likely potential purported reported".split())
_GROUND = frozenset("border frontier boundary coast shore soil territory waters airspace".split())
_CIRCUMSTANCE = frozenset(("amid", "amidst", "despite"))
_MEANWHILE = frozenset(("as", "while", "after", "amid"))
"""Words behind which a headline tells, in a participle, what others do meanwhile."""
_NOMINAL = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "pobj"))


def stray_agent(graph: Graph, verb: int) -> list[int]:
    """A "by" behind a passive clause on a noun that the parser hung on the noun: "one of the nuns who was abducted on
    Monday, presumably by rebels, was freed"."""
    tokens, noun = graph.tokens, graph.tokens.head[verb]
    if tokens.dep[verb] not in ("relcl", "acl"):
        return []
    over = tokens.head[tokens.head[noun]] if tokens.dep[noun] == "pobj" else noun
    return [k for n in {noun, over} for k in graph.child(n, ("prep",)) if graph.low[k] == "by" and k > verb]


def is_nominal(graph: Graph, k: int) -> bool:
    """Whether a participle stands for a deed as nouns do: "the burning of the depot"."""
    of = any(graph.low[p] == "of" and p == k + 1 for p in graph.child(k, ("prep",)))
    return graph.tokens.tag[k] == "VBG" and graph.tokens.dep[k] in _NOMINAL and of


def never_did(standing: Standing, k: int) -> bool:
    """Whether the sentence tells of ``k`` what leaves the deed to others."""
    return (
        _is_cleared(standing, k)
        or _is_elsewhere(standing, k)
        or _is_circumstance(standing, k)
        or _blamed_is_another(standing, k)
        or _judges(standing, k)
        or meanwhile(standing, k)
        or _bears_it(standing, k)
        or _says_where(standing, k)
        or _may_have_part(standing, k)
        or _of_subjects_clause(standing, k)
        or _is_hit_too(standing, k)
        or _is_object_before(standing, k)
    )


def _is_object_before(standing: Standing, k: int) -> bool:
    """Whether ``k`` is to whom the same subject does something else, by a verb in the same form: "mocking the mayor,
    insulting his guests", "praised the mayor and attacked his guests"."""
    graph, tokens, verb = standing.graph, standing.graph.tokens, standing.head
    above = tokens.head[verb]
    same = tokens.dep[verb] == "conj" and graph.is_verb(above) and tokens.tag[above] == tokens.tag[verb]
    if standing.kind != "active" or not same or graph.child(verb, ("nsubj", "nsubjpass")) or graph.passive(above):
        return False
    return k in graph.spread(graph.child(above, ("dobj",)))


def _is_hit_too(standing: Standing, k: int) -> bool:
    """Whether another clause tells of ``k`` that violence was done to him too: "a guard died when the soldiers in the
    trench were shot at"."""
    graph, first = standing.graph, standing.graph.spread_of(k)
    verb = graph.tokens.head[first]
    if standing.kind != "passive" or standing.candidate.category != "ASSAULT" or verb == standing.head:
        return False
    passive = graph.tokens.dep[first] == "nsubjpass" and graph.is_verb(verb)
    return passive and standing.coder.matcher.category(verb) == "ASSAULT"


def _of_subjects_clause(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in a clause that only says who the subject is that acts: "a monk who had fled the guards
    gave himself up"."""
    graph, tokens = standing.graph, standing.graph.tokens
    named = {m.token for m in standing.candidate.actor if m.slot == "subj" and m.sentence is None}
    own = [x for x in named if x < standing.head and standing.logical.get(x) == "subject" and x != k]
    if standing.kind != "active" or not own:
        return False
    path = graph.path_up(k)
    told = [x for x, over in pairwise(path) if over in own and tokens.dep[x] in ("relcl", "acl")]
    told = [x for x in told if graph.lemma[x] not in _LEADING]
    return bool(told) and any("actor" in standing.coder.classes.of(x) for x in own) and told[0] not in standing.over


def _says_where(standing: Standing, k: int) -> bool:
    """Whether a state only says whose ground it is: "a clash near the Ugandan border, which left two dead"."""
    graph, tokens = standing.graph, standing.graph.tokens
    ground = tokens.dep[k] in ("amod", "compound", "nmod") and graph.lemma[tokens.head[k]] in _GROUND
    return ground and tokens.head[k] not in standing.words and standing.candidate.category in HARM


def _part_of(standing: Standing, k: int) -> int:
    """The noun by which ``k`` is said to have a part in the deed: "the army's role in the raid"; -1 where none does."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at, over = tokens.head[standing.head], tokens.head[first]
    if standing.kind != "noun" or tokens.dep[standing.head] != "pobj" or graph.low[at] != "in":
        return -1
    if tokens.dep[first] == "pobj" and graph.low[over] in ("of", "by"):
        over = tokens.head[over]
    elif tokens.dep[first] != "poss":
        return -1
    hung = tokens.head[at] in (over, first, tokens.head[over])  # "named the role of X in": hung on any of them
    return over if hung and over < at and graph.lemma[over] in _PARTS else -1


def _may_have_part(standing: Standing, k: int) -> bool:
    """Whether it is only possible, or said, that ``k`` has a part in the deed: "its alleged role in the raid"."""
    part = _part_of(standing, k)
    return part >= 0 and any(standing.graph.low[d] in _DOUBTED for d in standing.graph.child(part, ("amod",)))


def _bears_it(standing: Standing, k: int) -> bool:
    """Whether ``k`` is by whom the deed that a noun tells was suffered (``match``)."""
    borne = [m.token for m in standing.candidate.recipient if m.slot == BORNE and m.sentence is None]
    return standing.kind == "noun" and k in borne


def _is_cleared(standing: Standing, k: int) -> bool:
    """Whether ``k`` is said to have no part: "had nothing to do with the raid", "no evidence of its hand in the
    raid"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    above = tokens.head[first]
    if tokens.dep[first] == "nsubj" and graph.is_verb(above):
        nothing = [o for o in graph.child(above, ("dobj",)) if graph.low[o] == "nothing"]
        return any(o in standing.up for o in nothing)
    part = above if tokens.dep[first] == "poss" else tokens.head[above]
    if graph.lemma[part] not in _PARTS or part not in standing.up:
        return False
    proof = tokens.head[tokens.head[part]]
    return graph.lemma[proof] in _PROOF and any(graph.low[d] in _NO for d in graph.child(proof, ("det", "amod")))


def _is_elsewhere(standing: Standing, k: int) -> bool:
    """Whether the deed only says what place it is where ``k`` does something: "fired near where the dean was
    killed"."""
    graph, head = standing.graph, standing.head
    harm = standing.kind == "passive" and standing.candidate.category == "ASSAULT"
    where = harm and any(graph.low[c] == "where" for c in graph.child(head, ("advmod",)))
    return where and head not in graph.path_up(k)


def _is_circumstance(standing: Standing, k: int) -> bool:
    """Whether ``k``, who bears no arms, does something "amid" or "despite" the violence."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[standing.head]
    if standing.kind != "noun" or tokens.dep[standing.head] != "pobj" or graph.low[at] not in _CIRCUMSTANCE:
        return False
    verb = tokens.head[at]
    armed = "armed" in standing.coder.classes.of(k)
    return standing.candidate.category == "ASSAULT" and not armed and graph.is_verb(verb) and k in graph.subject(verb)


def _blamed_is_another(standing: Standing, k: int) -> bool:
    """Whether somebody else is blamed for the deed: "trained the gangs blamed for killing nuns"."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[standing.head]
    verb = tokens.head[at]
    if tokens.dep[standing.head] != "pcomp" or graph.lemma[verb] not in _BLAMED or not graph.passive(verb):
        return False
    blamed = {m.token for m in standing.candidate.actor if m.sentence is None}
    return bool(blamed) and k not in blamed


def _judges(standing: Standing, k: int) -> bool:
    """Whether ``k`` takes a stand on what others do: "does not agree with kidnapping"."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[standing.head]
    return is_judged(graph, standing.head) and k in graph.subject(tokens.head[at])


def is_judged(graph: Graph, verb: int) -> bool:
    """Whether a gerund is what somebody takes a stand on."""
    at = graph.tokens.head[verb]
    stand = graph.tokens.dep[verb] == "pcomp" and graph.low[at] in ("of", "with", "in", "about")
    return stand and graph.lemma[graph.tokens.head[at]] in _JUDGING


def meanwhile(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the subject of a headline that goes on with what befell others, by whomever: "Troops enter
    the port as twenty killed in the hills"."""
    tokens, graph = standing.graph.tokens, standing.graph
    noun = tokens.head[standing.head]
    at = tokens.head[noun]
    if standing.kind != "passive" or tokens.dep[standing.head] != "acl" or tokens.dep[noun] != "pobj":
        return False
    verb = tokens.head[at]
    return graph.low[at] in _MEANWHILE and graph.is_verb(verb) and k in graph.subject(verb)


ATTACKS = frozenset(
    "raid operation attack ambush offensive strike airstrike assault bombing bombardment shelling crackdown sweep fire "
    "gunfire incursion onslaught shooting firing bomb rocket missile mortar action drive hunt".split()
)
"""Nouns before which stands whose deed it was, of what somebody died "in" or "by"."""
_FROM_STATES = frozenset("raid airstrike strike shelling fire bombardment offensive missile rocket incursion".split())
"""Of those, what a state's adjective alone says who did: an "Iraqi attack" may be one in Iraq."""
_IN = frozenset(("in", "during", "by", "from"))
_WHEN = frozenset(("when", "as", "after", "while"))
_COMING = frozenset("enter storm raid invade march advance intervene charge burst break sweep search occupy".split())
"""What those who bear arms do where people die, though it is no attack by itself."""


def _came_armed(standing: Standing, k: int) -> bool:
    """Whether somebody was hurt "when" those who bear arms, ``k``, came: "two died when troops entered the town"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    verb = tokens.head[first]
    if standing.candidate.category != "ASSAULT" or standing.kind != "passive" or tokens.dep[first] != "nsubj":
        return False
    if tokens.dep[verb] != "advcl" or tokens.head[verb] != standing.head or graph.lemma[verb] not in _COMING:
        return False
    when = any(graph.low[c] in _WHEN for c in graph.child(verb, ("mark", "advmod")))
    return when and "armed" in standing.coder.classes.of(k) and not _are_alike(standing, k)


def _are_alike(standing: Standing, k: int) -> bool:
    """Whether some who suffer are of ``k``'s own kind: policemen die in an attack on the police."""
    graph, role = standing.graph, standing.coder.knowledge.roles.longest_ending
    mine, theirs = role(graph.lemma, k), [role(graph.lemma, o) for o in graph.object(standing.head)]
    return mine is not None and any(other is not None and other[1].sector == mine[1].sector for other in theirs)


def in_own_deed(standing: Standing, k: int) -> bool:
    """Whether what somebody suffers befell him in a deed of ``k``'s: "was killed in an army raid", or a deed is told
    by the part that ``k`` has in it: "the army's involvement in the raid"."""
    if _came_armed(standing, k) or (standing.candidate.category in HARM and _part_of(standing, k) >= 0):
        return True
    graph, tokens, classes = standing.graph, standing.graph.tokens, standing.coder.classes.of(k)
    deed = k + 1  # in "an army base attack" the base is hit
    if tokens.head[k] != deed or graph.lemma[deed] not in ATTACKS:
        return False
    if standing.candidate.category != "ASSAULT" or standing.kind != "passive":
        return False
    if tokens.dep[k] not in ("compound", "amod", "nmod", "poss"):
        return False
    at = tokens.head[deed]
    if tokens.dep[deed] != "pobj" or graph.low[at] not in _IN or tokens.head[at] != standing.head:
        return False
    if _are_alike(standing, k):
        return False
    adjective = tokens.tag[k] == "JJ" or graph.low[k].replace(".", "") in ("us", "uk", "nato")
    return "armed" in classes or ("state" in classes and adjective and graph.lemma[deed] in _FROM_STATES)
