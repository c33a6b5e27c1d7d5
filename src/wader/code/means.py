"""Those whom the words of an act only bring in: means of a threat, whom others are to hand over, the place of what is
deplored, a witness. Whom a threat is made to, who is asked and who is accused are others.

Asked by ``bystanders``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wader.code.standing import Standing

_TURNED_TO = {
    "approach": ("",), "petition": ("",), "ask": ("",), "urge": ("",), "lobby": ("",), "enlist": ("",),
    "call": ("on", "upon", "in"), "turn": ("to",), "go": ("to",), "appeal": ("to",), "complain": ("to",),
    "report": ("to",), "refer": ("to",), "write": ("to",), "apply": ("to",), "resort": ("to",), "move": ("",),
}  # fmt: skip
"""Verbs of asking others to step in, each with the prepositions before these; "" is their object."""
_LEAVING = frozenset("resign quit leave go step withdraw abdicate".split())
_NAMED_AGAINST = frozenset(("ACCUSE", "SUPPORT", "REJECT", "REQUEST", "AGREE", "CONCEDE"))
_TROUBLES = frozenset(
    "incident riot unrest tragedy disaster carnage violence turmoil crisis event happening bloodshed disturbance "
    "pogrom clash mayhem flare-up".split()
)
"""Nouns of what befell a place, before which its name says where."""
_STEPS = frozenset("measure action step crackdown clampdown campaign operation war fight battle struggle".split())
_ENDING = frozenset("ease lift end drop halt suspend relax waive stop cease withdraw cancel delay "
                    "postpone refrain abstain desist forgo ceasefire cease-fire truce pause limit talk negotiation "
                    "armistice moratorium freeze restraint curb".split())  # fmt: skip
_WORRIES = frozenset("concern worry fear doubt misgiving reservation".split())
_ABOUT = frozenset(("about", "over", "at"))
_INROADS = frozenset("incursion foray sortie advance infiltration intrusion raid offensive onslaught "
                     "counterattack counteroffensive counter-offensive".split())  # fmt: skip
"""Nouns of attacks that move: they are "of" those who make them."""
_GATHERINGS = frozenset("meeting summit conference session gathering congress forum".split())
"""Nouns of what is held somewhere, before which a name says where."""
_OFFICE = frozenset("resign retire quit step".split())
_SUMMONED = frozenset("summon call ask subpoena invite order request".split())
_WITNESSES = frozenset("testify appear depose explain".split())
_PART = frozenset(("compound", "amod", "nmod"))
_SOME = frozenset("some many several most few half dozens".split())
_HYPHENS = frozenset(("-", "–", "and", "/"))


def in_no_case(standing: Standing, k: int) -> bool:
    """Whether what the trigger says is not done to ``k``, whatever slot names it."""
    return (
        is_means(standing, k)
        or _is_handed_over(standing, k)
        or _is_named_against(standing, k)
        or _is_scene(standing, k)
        or _hears_it(standing, k)
        or _makes_inroad(standing, k)
        or _is_half_of_name(standing, k)
        or _is_promised_trouble(standing, k)
        or is_whole(standing, k)
    )


def never_suffers(standing: Standing, k: int) -> bool:
    """The same of one whom no slot names."""
    return _is_left(standing, k) or _is_third(standing, k)


def is_means(standing: Standing, k: int) -> bool:
    """Whether somebody threatens to turn to ``k``: "threatened to go to the court"; not "to ask him to resign"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    verb, name = (at, "") if tokens.dep[first] == "dobj" else (tokens.head[at], graph.low[at])
    threat = standing.likely == "THREATEN" or standing.thought == "THREATEN"  # "if not, they will call on all to march"
    if not threat or not graph.is_verb(verb) or tokens.dep[first] not in ("dobj", "pobj"):
        return False
    if name not in _TURNED_TO.get(graph.lemma[verb], ()):
        return False
    if graph.lemma[verb] == "move" and "court" not in standing.coder.classes.of(k):
        return False  # "threatened to move the hostages"
    if graph.lemma[verb] == "call" and name == "in" and "office" in standing.coder.classes.of(k):
        return False
    under = verb in (standing.head, *graph.complement(standing.head))
    leaves = any(graph.lemma[c] in _LEAVING for c in graph.child(verb, ("xcomp", "ccomp")))
    return under and not leaves


def _is_handed_over(standing: Standing, k: int) -> bool:
    """Whether one state asks another for ``k``: "requested the extradition of the general"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    owned = tokens.dep[first] == "poss" or (tokens.dep[first] == "pobj" and graph.low[at] == "of")
    noun = at if tokens.dep[first] == "poss" else tokens.head[at]
    asked = graph.lemma[noun] in standing.coder.matcher.lexicon.members("states_deed") and noun != standing.head
    return standing.likely == "REQUEST" and owned and asked and "state" not in standing.coder.classes.of(k)


def _is_named_against(standing: Standing, k: int) -> bool:
    """Whether ``k`` only says against whom the thing is that is judged: "condemned the anti-government leaflets"."""
    return standing.likely in _NAMED_AGAINST and standing.coder.classes.opposed(k)


def _is_scene(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the place of what is deplored: "condemned the Punjab incidents"."""
    graph, tokens = standing.graph, standing.graph.tokens
    noun, entity = tokens.head[k], standing.coder.classes.entity(k)
    if standing.likely != "ACCUSE" or entity is None or entity.kind != "GPE":
        return False
    return tokens.dep[k] in _PART and noun > k and graph.lemma[noun] in _TROUBLES


def _hears_it(standing: Standing, k: int) -> bool:
    """Whether somebody only tells ``k`` what he minds: "raised his concern with the mayor about the gangs"; but "his
    anger with the mayor" is at him."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    worry = tokens.head[at]
    if standing.likely != "ACCUSE" or tokens.dep[first] != "pobj" or graph.low[at] != "with":
        return False
    if graph.lemma[worry] not in _WORRIES or not {worry, tokens.head[worry]} & standing.words:
        return False
    holders = (worry, tokens.head[worry], k, first)  # the parser hangs the topic on any of them
    return any(graph.low[p] in _ABOUT and p > at for o in holders for p in graph.child(o, ("prep",)))


def _makes_inroad(standing: Standing, k: int) -> bool:
    """Whether ``k`` are the troops that come in: "the incursion of a battalion"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    of = tokens.dep[first] == "pobj" and graph.low[at] == "of" and graph.lemma[tokens.head[at]] in _INROADS
    of = of and tokens.head[at] in standing.words  # but "repelled an advance of rebels"
    return of and standing.candidate.category == "ASSAULT" and "armed" in standing.coder.classes.of(k)


def _is_half_of_name(standing: Standing, k: int) -> bool:
    """Whether ``k`` shares a noun with the word coordinated with it, and is nobody itself: "the union and state
    governments"."""
    graph, tokens, classes = standing.graph, standing.graph.tokens, standing.coder.classes
    noun = tokens.head[k]
    if tokens.dep[k] not in _PART or noun < k or classes.is_named(k) or "actor" not in classes.of(noun):
        return False
    return any(k < o < noun for o in graph.child(k, ("conj",)))


def _is_promised_trouble(standing: Standing, k: int) -> bool:
    """Whether steps "against" ``k`` are promised to others; but to end some, or to take none, is promised to him."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    if standing.likely != "AGREE" or tokens.dep[first] != "pobj" or graph.low[at] != "against":
        return False
    spared = any(graph.child(x, ("neg",)) or graph.lemma[x] in _ENDING for x in graph.path_up(at))
    return graph.lemma[tokens.head[at]] in _STEPS and not spared


def _is_left(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the body that somebody leaves with his office: "resigned from the senate"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    office = standing.likely == "RETREAT" and graph.lemma[standing.head] in _OFFICE
    behind = tokens.dep[first] == "pobj" and graph.low[at] in ("from", "as")
    return office and behind and tokens.head[at] in standing.words


def _is_third(standing: Standing, k: int) -> bool:
    """Whether both sides of a fight are told, and ``k`` is neither: "fighting between the army and the gangs in the
    rebels' last offensive"."""
    sides = [m.token for m in standing.candidate.actor if m.slot == "between" and m.sentence is None]
    third = standing.graph.spread_of(k) not in sides and set(sides).isdisjoint(standing.graph.path_up(k))
    return standing.candidate.category == "ASSAULT" and len(sides) > 1 and third  # "the gangs of the cartel"


def is_witness(standing: Standing, k: int) -> bool:
    """Whether ``k`` is to testify about the act: "the dean will be summoned to testify in the case"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    verb = tokens.head[first]
    if tokens.dep[first] != "nsubjpass" or graph.lemma[verb] not in _SUMMONED or verb in standing.words:
        return False
    return any(graph.lemma[c] in _WITNESSES for c in graph.child(verb, ("xcomp", "ccomp", "advcl")))


def is_whole(standing: Standing, k: int) -> bool:
    """Whether a number of ``k`` is told of, not all: "of the 40 held, 12 have been deported"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    parts = [s for s in standing.logical if tokens.tag[s] == "CD" or graph.low[s] in _SOME]
    of = tokens.dep[first] == "pobj" and graph.low[at] == "of" and tokens.head[at] == standing.head
    return of and any(s > k for s in parts)


def is_venue(standing: Standing, k: int) -> bool:
    """Whether ``k`` is where a meeting is: "the Lima summit"; but "the Peru-Chile summit" is theirs."""
    graph, tokens, classes = standing.graph, standing.graph.tokens, standing.coder.classes
    noun, entity = tokens.head[k], classes.entity(k)
    if standing.candidate.category != "CONSULT" or entity is None or entity.kind != "GPE" or tokens.dep[k] not in _PART:
        return False
    if noun != k + 1 or graph.lemma[noun] not in _GATHERINGS or {noun, standing.head}.isdisjoint(standing.words):
        return False
    return k not in classes.twins and k not in classes.twins.values() and graph.low[k - 1] not in _HYPHENS
