"""Parties to whom something else is done than what the trigger says: who helps in it, who is to gain by it, of whom
another verb is told.

Asked by ``bystanders``, of parties that no slot of the entry names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.code.frame import HARM

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder
    from wader.code.graph import Graph
    from wader.code.standing import Standing

_JOINED = frozenset("connivance collusion cooperation coordination conjunction consultation cahoots league concert "
                    "complicity alliance tandem partnership".split())  # fmt: skip
_HELP = frozenset("help support aid assistance backing connivance collusion complicity blessing consent".split())
_HELPING = frozenset("help assist aid protect save rescue feed shelter defend shield support relieve".split())
_BACKED = frozenset("backed supported funded financed equipped armed trained supplied aligned allied".split())
_SELF = {"us": "we", "me": "i", "ourselves": "we", "myself": "i"}
_NAMING = frozenset(("compound", "nmod"))
_DENIED = frozenset(("REJECT", "CONCEDE"))
_WITH = frozenset(("with", "to", "against", "on", "at"))


def says_whose(coder: SentenceCoder, k: int) -> bool:
    """Whether the name of a people only says whose fighters the noun behind it means, where both stand before the noun
    of their deed: "the Somali rebel offensive"."""
    tokens, named = coder.graph.tokens, coder.classes.entity(k)
    if named is None or named.kind != "NORP" or k + 1 >= coder.graph.size or tokens.head[k] != tokens.head[k + 1]:
        return False
    role = "actor" in coder.classes.of(k + 1) and not coder.classes.is_named(k + 1)
    return role and tokens.dep[k + 1] in _NAMING and tokens.head[k] > k + 1


_MODIFYING = frozenset(["compound", "amod", "nmod"])
_OF_PEOPLE = frozenset(["person", "armed", "group"])


def whole_of(coder: SentenceCoder, k: int) -> int:
    """The persons or body of which the name at ``k`` only says whose they are: "the Kenya police"; -1 where none is."""
    tokens = coder.graph.tokens
    head = tokens.head[k]
    if (noun := _past_brackets(coder, k)) is not None:
        return noun
    if tokens.dep[k] == "pobj" and coder.graph.low[head] == "from":
        noun = head - 1  # "troops from the paratroop battalion", whatever the parser hung that on
        return noun if "armed" in coder.classes.of(noun) & coder.classes.of(k) else -1
    if tokens.dep[k] not in _MODIFYING or head <= k or "actor" not in coder.classes.of(head):
        return -1
    role = coder.knowledge.roles.longest_ending(coder.graph.lemma, head)
    return head if role is not None and role[1].kind in _OF_PEOPLE else -1


def _past_brackets(coder: SentenceCoder, k: int) -> int | None:
    """The role noun behind a name and its short form in brackets: "the Labour Union (LU) leaders"."""
    graph = coder.graph
    if k + 4 > graph.size or graph.low[k + 1] != "(" or graph.low[k + 3] != ")" or not coder.classes.is_named(k):
        return None
    noun = k + 4
    while noun + 1 < graph.size and graph.tokens.tag[noun + 1] in ("NN", "NNS") and graph.tokens.head[noun] == noun + 1:
        noun += 1
    role = coder.knowledge.roles.longest_ending(graph.lemma, noun) if noun < graph.size else None
    return noun if role is not None and role[1].kind in _OF_PEOPLE and not coder.classes.is_named(noun) else None


def is_law(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a name "under" which somebody is held, fined or tried, of nobody that is known: a law's."""
    tokens, at = standing.graph.tokens, standing.graph.tokens.head[k]
    entity = standing.coder.classes.entity(k)
    under = tokens.dep[k] == "pobj" and standing.graph.low[at] == "under" and tokens.head[at] == standing.head
    unknown = entity is not None and entity.code is None and entity.sector is None and entity.kind != "ROLE"
    return under and unknown and standing.candidate.category in ("COERCE", "SANCTION")


def only_backs(standing: Standing, k: int) -> bool:
    """Whether ``k`` stands behind whoever does it: "the Omani-backed raid"."""
    low, size = standing.graph.low, standing.graph.size
    hyphen = k + 2 < size and low[k + 1] in ("-", "–") and low[k + 2] in _BACKED
    return hyphen and standing.candidate.category in HARM


def is_anothers(standing: Standing, k: int) -> bool:
    """Whether something else is told of ``k`` than the act."""
    return (
        _joins_in(standing, k)
        or _is_spoken_for(standing, k)
        or _gains(standing, k)
        or _is_protected(standing, k)
        or _is_object_of_next(standing, k)
        or _is_subject_of_content(standing, k)
        or _is_self(standing, k)
        or _of_other_noun(standing, k)
        or _acts_upon_them(standing, k)
        or is_law(standing, k)
        or _is_moved(standing, k)
        or _gets_letter(standing, k)
    )


def is_indefinite(standing: Standing, noun: int) -> bool:
    """Whether a noun of people is new to the reader: "a panel", "special courts", and nobody who is to do anything."""
    graph, tokens = standing.graph, standing.graph.tokens
    if any(graph.low[d] in ("a", "an") for d in graph.child(noun, ("det",))):
        return True
    clauses = graph.child(standing.head, ("xcomp", "ccomp", "advcl"))
    for_whom = tokens.dep[noun] == "pobj"  # "called for nations to help", but "requested courts to try him"
    bidden = [v for v in clauses if for_whom and v > noun and _is_infinitive(graph, v)]
    telling = ("det", "poss") if for_whom else ("det", "poss", "acl", "relcl")  # "pressed for judges who are strict"
    bound = graph.child(noun, telling) or graph.child(standing.head, ("xcomp", "ccomp"))
    return tokens.tag[noun] == "NNS" and not bound and not bidden


def _is_infinitive(graph: Graph, verb: int) -> bool:
    """Whether a verb says what somebody is asked "to do"."""
    return graph.tokens.tag[verb] == "VB" and graph.has_to(verb)


def _joins_in(standing: Standing, k: int) -> bool:
    """Whether ``k`` has a part in what is done: "in collusion with the guards", "with the help of the guards"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    noun = at if tokens.dep[first] == "poss" else tokens.head[at]
    if not graph.is_noun(noun) or tokens.dep[noun] != "pobj":
        return False
    over = graph.low[tokens.head[noun]]
    if over == "in" and tokens.dep[first] == "pobj" and graph.low[at] == "with":
        return graph.lemma[noun] in _JOINED
    of = tokens.dep[first] == "poss" or (tokens.dep[first] == "pobj" and graph.low[at] in ("of", "from"))
    return over == "with" and of and graph.lemma[noun] in _HELP and standing.candidate.category in HARM


def _is_spoken_for(standing: Standing, k: int) -> bool:
    """Whether somebody does it "on behalf of" ``k``."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    noun = at if tokens.dep[first] == "poss" else tokens.head[at]
    return graph.low[noun] == "behalf" and standing.candidate.category not in ("AID", "SUPPORT")


def _gains(standing: Standing, k: int) -> bool:
    """Whether ``k`` is to get what is asked for, or to be spared by it: "asked for shelter for the nuns", "appealed for
    money to help the nuns", or to suffer it: "sought a ban on the guild"."""
    if standing.likely != "REQUEST":
        return False
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    at = tokens.head[first]
    if tokens.dep[first] in _NAMING and tokens.dep[at] == "pobj":
        first, at = at, tokens.head[at]  # "the extradition of Kent Jr"
    if tokens.dep[first] == "pobj":
        noun = tokens.head[at]
        under = graph.is_noun(noun) and noun not in standing.words and standing.head in graph.path_up(noun)
        if not under or noun == standing.head:
            return False
        if graph.low[at] == "for":
            return True
        patient = graph.lemma[noun] in standing.coder.matcher.lexicon.members("patient_noun")
        harm = patient or standing.coder.matcher.category(noun) in HARM
        return harm and graph.low[at] in ("of", "on", "against")
    return tokens.dep[first] == "dobj" and _is_to_help(standing, at)


def _is_protected(standing: Standing, k: int) -> bool:
    """Whether ``k`` is whom harm to others is to help: "used force to protect the pilgrims"."""
    tokens, first = standing.graph.tokens, standing.graph.spread_of(k)
    helped = tokens.dep[first] == "dobj" and _is_to_help(standing, tokens.head[first])
    return helped and standing.candidate.category in HARM


def _is_to_help(standing: Standing, verb: int) -> bool:
    """Whether a verb is an infinitive of help under the trigger or the verb that carries it."""
    graph, tokens = standing.graph, standing.graph.tokens
    infinitive = _is_infinitive(graph, verb)
    under = verb not in standing.over and tokens.head[verb] in standing.over
    return infinitive and under and graph.lemma[verb] in _HELPING


def _is_object_of_next(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the object of a verb that is coordinated with a trigger whose own party stands behind its
    preposition: "argued with the nuns and blessed the mayor"."""
    graph, head = standing.graph, standing.head
    if not graph.is_verb(head):
        return False
    after = [v for v in graph.child(head, ("conj",)) if graph.is_verb(v) and k in graph.object(v)]
    own = [o for p in graph.child(head, ("prep",)) if graph.low[p] in _WITH for o in graph.child(p, ("pobj",))]
    return bool(after) and any("actor" in standing.coder.classes.of(o) and o < after[0] for o in own)


def _is_subject_of_content(standing: Standing, k: int) -> bool:
    """Whether ``k`` is who does or will do what is denied or promised, by somebody to others: "denied that the guild
    was split", "promised that the ministry would pay"."""
    graph, tokens, category = standing.graph, standing.graph.tokens, standing.candidate.category
    first = graph.spread_of(k)
    verb = tokens.head[first]
    if tokens.dep[first] not in ("nsubj", "nsubjpass") or tokens.dep[verb] != "ccomp":
        return False
    if tokens.head[verb] != standing.head or graph.has_to(verb):
        return False
    will = any(graph.low[c] in ("will", "would", "'ll") for c in graph.child(verb, ("aux",)))
    return category in _DENIED or (category == "AGREE" and will)


def _is_self(standing: Standing, k: int) -> bool:
    """Whether ``k`` is the first person that acts: "we will go if they do not allow us to stay"."""
    low = standing.graph.low
    form = _SELF.get(low[k])
    if low[k] == "we":  # "we made mistakes, and I apologise"
        return any(low[a] == "i" for a in standing.actors)
    return form is not None and any(low[a] == form for a in standing.actors)


def _of_other_noun(standing: Standing, k: int) -> bool:
    """Whether ``k`` belongs to a noun that is coordinated with the trigger: "the reforms of the premier and a promise
    of more", "his apology and the answer from the bishop"."""
    graph, tokens, head = standing.graph, standing.graph.tokens, standing.head
    if standing.kind != "noun":
        return False
    nouns = {n for n in graph.conjuncts(graph.spread_of(head)) if graph.is_noun(n)} - {head} - standing.words
    if standing.candidate.category in HARM:  # "the murder of the abbot and the arrest of two nuns"
        nouns &= standing.coder.held
    for below in graph.path_up(k):
        over = tokens.head[below]
        if below in standing.over and below not in nouns:
            return False
        if over in nouns and tokens.dep[below] == "prep" and graph.low[below] in ("of", "from", "by"):
            apart = standing.candidate.category in HARM and graph.child(over, ("det",))  # "the raid and the killing of"
            return over < head or bool(apart or graph.child(head, ("prep",)))
    return False


def _acts_upon_them(standing: Standing, k: int) -> bool:
    """Whether ``k`` is by whom something was done to those who march: "they marched and were stopped by guards", "the
    march led to a crackdown by guards"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    by = tokens.head[first]
    if standing.candidate.category != "PROTEST" or tokens.dep[first] != "pobj" or graph.low[by] != "by":
        return False
    deed = tokens.head[by]
    done = graph.passive(deed) if graph.is_verb(deed) else "event" in standing.coder.classes.of(deed)
    return done and deed not in standing.words


def _is_moved(standing: Standing, k: int) -> bool:
    """Whether ``k`` are the troops that are called in, not those against whom: "called in the army"."""
    graph, head = standing.graph, standing.head
    if standing.candidate.category != "MOBILIZE" or not graph.is_verb(head):
        return False
    moved = [o for w in standing.words for o in graph.child(w, ("dobj", "pobj")) if graph.low[w] in ("in", "out")]
    return k in (*graph.object(head), *moved) and "armed" in standing.coder.classes.of(k)


def _gets_letter(standing: Standing, k: int) -> bool:
    """Whether ``k`` only gets what somebody is blamed in: "in a petition sent to the mayor, they blamed the guards"."""
    graph, tokens, first = standing.graph, standing.graph.tokens, standing.graph.spread_of(k)
    to = tokens.head[first]
    if standing.candidate.category != "ACCUSE" or tokens.dep[first] != "pobj" or graph.low[to] != "to":
        return False
    noun = tokens.head[to]
    if graph.is_verb(noun) and tokens.dep[noun] == "acl":
        noun = tokens.head[noun]
    letter = graph.lemma[noun] in standing.coder.matcher.lexicon.members("addressed")
    own = [o for o in graph.object(standing.head) if o != k and graph.is_noun(o)]
    return letter and tokens.dep[noun] == "pobj" and tokens.head[tokens.head[noun]] in standing.over and bool(own)


def is_hit(standing: Standing, k: int) -> bool:
    """Whether ``k`` is a thing, or a bare number of people, of which a slot of the entry says that it was hit: the
    encoder, which met few of either, makes little of them ("burned a bus", "nine died"). No weapon, hour or day."""
    coder, graph = standing.coder, standing.graph
    if graph.tokens.tag[k] == "CD":
        return k in standing.logical
    entity = coder.classes.entity(k)
    if entity is not None and entity.kind != "ROLE":
        return False
    role, members = coder.knowledge.roles.longest_ending(graph.lemma, k), coder.matcher.lexicon.members
    struck = graph.lemma[k] in members("structure", "target") if role is None else role[1].kind == "thing"
    return struck and graph.is_noun(k) and graph.lemma[k] not in members("weapon_agent", "bomb")
