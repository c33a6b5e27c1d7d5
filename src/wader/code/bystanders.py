"""Bystanders of an act: who only judges it or tells of it, and of whom something else in the sentence is said.

What ``standing`` asks beside its own bars; each is read off syntax, for parties that no slot of the entry names.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from wader.code import asides, contents, means, others, settings, wanted
from wader.code.graph_words import ASKED_TO

if TYPE_CHECKING:
    from wader.code.standing import Standing

_VIEWING = frozenset(
    "interpret see view regard describe perceive read take construe treat understand characterise characterize portray "
    "depict consider recognise recognize brand label dismiss classify denounce condemn".split()
)
"""Verbs whose subject takes something "as" what a noun says: "was read by many as a threat"."""
_WHEN = frozenset(("when", "if", "once", "while", "as", "though", "although", "unless", "until"))
_RULINGS = frozenset(("SANCTION", "COERCE", "CONCEDE", "REJECT"))
"""Categories of what courts do themselves."""
_DISCUSSING = frozenset("discuss debate review examine assess cover tackle address analyse analyze consider".split())
_CHARGES = frozenset("allegation accusation charge complaint claim criticism slander smear insinuation".split())
_TIMES = frozenset(("minute", "hour", "day", "week", "fortnight", "month", "year", "decade"))
_LATER = frozenset(("within", "after", "since", "before", "until"))
_ON_SITE = frozenset(("ASSAULT", "PROTEST", "COERCE"))
_AT_WHOM = frozenset(("against", "on", "upon"))
_ACCUSING = frozenset("accuse link implicate charge blame tie connect suspect convict acquit".split())
_FAR_OFF = 3
"""Clauses between a deed and somebody from which it is not his."""
_TOWNS = frozenset("city town village district province region state county municipality neighborhood neighbourhood "
                   "area suburb capital".split())  # fmt: skip


def never_acts(standing: Standing, k: int) -> bool:
    """Whether ``k`` is no doer of what the trigger says."""
    return (
        _takes_it_so(standing, k)
        or _speaks_of_anothers(standing, k)
        or _asked_in_passing(standing)
        or _is_court_room(standing, k)
        or _comes_later(standing, k)
        or _shares_fate(standing, k)
        or _is_struck(standing, k)
        or _is_moved_by_it(standing, k)
        or _accuses_of_it(standing, k)
        or _is_far_off(standing, k)
        or others.is_law(standing, k)
        or others.only_backs(standing, k)
        or asides.only_linked(standing, k)
        or asides.of_other_land(standing, k)
        or wanted.holds_town(standing, k)
        or means.is_witness(standing, k)
        or means.is_whole(standing, k)
    )


def never_suffers(standing: Standing, k: int) -> bool:
    """Whether what the trigger says is not done to ``k``."""
    return (
        _in_aside(standing, k)
        or _owns_topic(standing, k)
        or _looks_back(standing, k)
        or _comes_later(standing, k)
        or _is_not_the_town(standing, k)
        or settings.is_setting(standing, k)
        or asides.only_linked(standing, k)
        or asides.only_asks(standing, k)
        or asides.only_made(standing, k)
        or asides.of_clause_over(standing, k)
        or asides.of_friendly_noun(standing, k)
        or asides.is_listed_place(standing, k)
        or asides.speaks_of_meeting(standing, k)
        or others.is_anothers(standing, k)
        or contents.is_told_within(standing, k)
        or wanted.comes_from(standing, k)
        or wanted.puts_an_end(standing, k)
        or means.never_suffers(standing, k)
    )


def _takes_it_so(standing: Standing, k: int) -> bool:
    """Whether ``k`` takes something for the act: "his words were read by some as a threat to her"."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[standing.head]
    if standing.kind != "noun" or tokens.dep[standing.head] != "pobj" or graph.low[at] != "as":
        return False
    verb = tokens.head[at]
    while tokens.dep[verb] in ("pobj", "agent", "prep") and not graph.is_verb(verb):
        verb = tokens.head[verb]  # "read by many as a threat", hung on the many
    return graph.is_verb(verb) and graph.lemma[verb] in _VIEWING and k in graph.subject(verb)


def _speaks_of_anothers(standing: Standing, k: int) -> bool:
    """Whether ``k`` says what the words or deeds of others do: "the mayor said that the union's leaflets insult the
    king"."""
    graph = standing.graph
    if standing.kind != "active" or k not in standing.speakers:
        return False
    classes, own = standing.coder.classes, graph.child(standing.head, ("nsubj",)) or graph.subject(standing.head)
    if graph.tokens.dep[standing.head] == "acl" and any("actor" in classes.of(o) and o != k for o in own):
        return True  # "said the council's paper threatening a strike was unfair"
    things = [o for o in own if graph.is_noun(o) and "actor" not in classes.of(o)]
    owners = [p for o in things for p in graph.possessor(o) if graph.tokens.tag[p] != "PRP$"]
    return any("actor" in classes.of(p) and p != k for p in owners)


def _asked_in_passing(standing: Standing) -> bool:
    """Whether somebody "when asked" does or says something: who asked him is nobody's affair."""
    graph, tokens, head = standing.graph, standing.graph.tokens, standing.head
    if standing.kind != "passive" or graph.lemma[head] not in ASKED_TO or tokens.dep[head] != "advcl":
        return False
    own = graph.child(head, ("nsubj", "nsubjpass", "aux", "auxpass", "agent"))
    return not own and any(graph.low[m] in _WHEN for m in graph.child(head, ("mark", "advmod")))


def _is_court_room(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the court "in" which something is said."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[k]
    inside = tokens.dep[k] == "pobj" and graph.low[at] in ("in", "before")
    return inside and standing.candidate.category not in _RULINGS and "court" in standing.coder.classes.of(k)


def _comes_later(standing: Standing, k: int) -> bool:
    """Whether the act only says when ``k`` did something: "within a day of the riots the guard had come"."""
    graph, dep = standing.graph, standing.graph.tokens.dep
    if standing.kind != "noun":
        return False
    verb = next((x for x in standing.up[1:] if graph.is_verb(x)), None)
    if verb is None or k not in graph.subject(verb):
        return False
    way = standing.up[1 : standing.up.index(verb)]
    later = bool(way) and dep[way[-1]] == "prep" and graph.low[way[-1]] in _LATER
    return later and any(graph.lemma[x] in _TIMES for x in way)


def _shares_fate(standing: Standing, k: int) -> bool:
    """Whether ``k`` is one of those with whom somebody suffers in what the trigger says: "was killed along with two
    guards in the raid"."""
    graph = standing.graph
    verb = next((x for x in standing.up if graph.is_verb(x)), None)
    return verb is not None and graph.passive(verb) and k in graph.spread(graph.fellows(verb))


def _is_struck(standing: Standing, k: int) -> bool:
    """Whether violence that the sentence tells is done to ``k``: "the attack against the garrison", "said they would go
    on shelling the rebels, and that the raid was revenge"."""
    if standing.candidate.category != "ASSAULT":
        return False
    if _is_among_them(standing, k):
        return True
    against = standing.kind == "noun" and standing.under.get(k) in _AT_WHOM
    own = {t.token for t in standing.candidate.triggers}
    return against or bool(standing.coder.struck.get(k, frozenset()) - own - standing.words)


def _is_among_them(standing: Standing, k: int) -> bool:
    """Whether ``k`` are some of those whom a passive tells of: "ten were hurt, including two guards"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    if tokens.dep[first] != "pobj" or graph.low[at] != "including":
        return False
    over = tokens.head[at]
    return graph.passive(over) if graph.is_verb(over) else graph.is_noun(over) and over in standing.logical


def _is_moved_by_it(standing: Standing, k: int) -> bool:
    """Whether what the deed brings about is done to ``k``: "the murder of the dean led the students to march"."""
    graph, verb = standing.graph, standing.graph.tokens.head[standing.head]
    if standing.kind != "noun" or graph.tokens.dep[standing.head] != "nsubj" or not graph.is_verb(verb):
        return False
    led = [c for c in graph.child(verb, ("ccomp", "xcomp")) if graph.tokens.tag[c] == "VB"]
    return k in graph.spread([*graph.child(verb, ("dobj",)), *(s for c in led for s in graph.child(c, ("nsubj",)))])


def _accuses_of_it(standing: Standing, k: int) -> bool:
    """Whether ``k`` is who says that somebody else did it: "was linked by the minister to the murder"."""
    graph = standing.graph
    verb = next((x for x in standing.up[1:] if graph.is_verb(x)), None)
    if standing.kind != "noun" or verb is None or graph.lemma[verb] not in _ACCUSING:
        return False
    return k in graph.subject(verb)


def _is_far_off(standing: Standing, k: int) -> bool:
    """Whether a deed that is a noun is clauses away from ``k``, who bears no arms: "the mayor said he hopes that they
    name the body which will look into the murder"."""
    if standing.kind != "noun" or standing.candidate.category not in _ON_SITE:
        return False
    if "armed" in standing.coder.classes.of(k):
        return False
    path, up = standing.graph.path_up(k), standing.up
    meet = next((x for x in path if x in standing.over), None)
    if meet is None:
        return True
    return len(standing.clauses(up[: up.index(meet)])) + len(standing.clauses(path[: path.index(meet)])) >= _FAR_OFF


def _in_aside(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands in a clause that says who somebody is of whom the trigger, a noun elsewhere, is told: "those
    who saw the killing of monks complain of the violence in the port"."""
    graph, dep, classes = standing.graph, standing.graph.tokens.dep, standing.coder.classes
    if standing.kind != "noun" or k > standing.head:
        return False
    for below, noun in pairwise(graph.path_up(k)):
        if noun in standing.over:
            return False
        if dep[below] == "relcl" and graph.is_verb(below) and "actor" in classes.of(noun) | classes.of(k):
            return any(graph.low[s] in ("who", "that", "which") for s in graph.child(below, ("nsubj", "nsubjpass")))
    return False


def _owns_topic(standing: Standing, k: int) -> bool:
    """Whether ``k`` owns what is talked about: "they met to discuss the kingdom's longest strike"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    noun = tokens.head[first]
    if standing.candidate.category != "CONSULT" or tokens.dep[first] != "poss" or tokens.dep[noun] != "dobj":
        return False
    return graph.lemma[tokens.head[noun]] in _DISCUSSING


def _looks_back(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a town or land of which something is told that has to do with the act: "the city learnt from
    the riots"."""
    graph = standing.graph
    if standing.kind != "noun" or standing.candidate.category not in _ON_SITE or graph.lemma[k] not in _TOWNS:
        return False
    verb = graph.governor(standing.head)
    while verb is not None and not graph.is_verb(verb):
        verb = graph.governor(verb)
    return verb is not None and not graph.passive(verb) and k in graph.subject(verb)


def _is_not_the_town(standing: Standing, k: int) -> bool:
    """Whether ``k`` only owns something, where the name of a town before the noun says already who was struck: "the
    Lagos attacks test the premier's plans"."""
    sites = [m.token for m in standing.candidate.recipient if m.slot == "site" and m.sentence is None]
    owner = standing.graph.tokens.dep[standing.graph.spread_of(k)] == "poss"
    return standing.kind == "noun" and bool(sites) and k not in sites and owner


def in_no_case(standing: Standing, k: int) -> bool:
    """Whether what the trigger says is not done to ``k``, whatever slot names it."""
    return (
        _is_charged_by_others(standing, k)
        or asides.is_town_hit(standing, k)
        or asides.goes_along(standing, k)
        or asides.of_those_moved(standing, k)
        or wanted.is_wanted_done(standing, k)
        or wanted.does_it(standing, k)
        or wanted.is_tried_on(standing, k)
        or means.in_no_case(standing, k)
    )


def _is_charged_by_others(standing: Standing, k: int) -> bool:
    """Whether ``k`` is whom the charge is against that somebody objects to: "took exception to their allegations
    against the abbot"."""
    graph, tokens = standing.graph, standing.graph.tokens
    at = tokens.head[graph.spread_of(k)]
    noun = tokens.head[at]
    against = standing.candidate.category == "ACCUSE" and standing.kind == "noun" and graph.low[at] == "against"
    return against and noun not in standing.words and noun != standing.head and graph.lemma[noun] in _CHARGES
