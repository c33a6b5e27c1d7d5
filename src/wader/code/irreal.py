"""Wordings by which a verb or a noun tells of what was not done, or was for all that stands above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wader.code.advised import is_advised
from wader.code.frame import HARM
from wader.code.graph import Graph
from wader.code.slots import Match
from wader.knowledge.lexicon import Operator

_INSTEAD = frozenset(("without", "instead"))
_MERELY = frozenset(("only", "just", "merely", "simply"))
_STOPPING = frozenset(("stop", "fall", "come", "pull"))
_ONCE_DONE = frozenset(("after", "since", "upon", "following"))
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_WILL = frozenset(("will", "'ll", "wo", "can", "may", "shall", "must"))
_WOULD = frozenset(("would", "could", "might", "should", "'d"))
_COURTESIES = frozenset("thank congratulate apologise apologize commend salute".split())
"""Verbs of what is done by saying that one wishes to."""
_SHOWN = frozenset("protest condemn denounce deplore decry express voice convey commemorate honour honor".split())
"""Verbs of what is said by another act."""
_COMPRISING = frozenset("include involve comprise entail contain".split())
"""Verbs whose object is part of what their subject names."""


def undone(graph: Graph, i: int) -> tuple[int, str] | None:
    """The word that says so, and why: "without helping", "instead of helping", "stopped short of helping", "has yet to
    help", "charged in none"."""
    head = graph.tokens.head[i]
    for link in graph.child(i, ("prep",)):
        if (none := [k for k in graph.child(link, ("pobj",)) if graph.low[k] == "none"]) and not graph.kids[none[0]]:
            return none[0], "“none” denies it"
    if graph.tokens.dep[i] == "pcomp":
        over = graph.tokens.head[head]
        near = [k for k in (head, over, *graph.kids[head]) if graph.low[k] in _INSTEAD]
        before = [k for k in graph.child(over, ("neg",)) if over < k == head - 1]
        after = (*graph.low[1:], "")
        near += [k for k in (*graph.child(head, ("neg",)), *before) if after[k] not in _MERELY]
        if graph.low[head] == "of" and graph.lemma[over] == "question":
            near += [d for d in graph.child(over, ("det",)) if graph.low[d] == "no"]  # "no question of helping"
        if graph.low[over] == "short" and graph.lemma[graph.tokens.head[over]] in _STOPPING:
            near.append(over)
        return (near[0], f"“{graph.tokens.text[near[0]]}” denies it") if near else None
    if graph.tokens.dep[i] == "xcomp" and graph.lemma[head] in ("have", "be"):
        yet = [k for k in graph.kids[head] if graph.low[k] == "yet" and k < i]
        return (yet[0], "“yet to” says that it has not happened") if yet else None
    return None


def counterfactual(graph: Graph, i: int) -> bool:
    """Whether what an if-clause tells was not so: "lives would have been saved if the army had moved in"."""
    had = any(graph.low[a] in ("had", "'d") for a in graph.child(i, ("aux",))) and graph.tokens.tag[i] == "VBN"
    main = {graph.low[a] for a in graph.child(graph.tokens.head[i], ("aux",))}
    return had and "have" in main and not main.isdisjoint(_WOULD)


def inverted(graph: Graph, i: int) -> Iterator[tuple[str, int, str]]:
    """What an auxiliary that makes a condition by standing before its subject says: "had the police acted, nobody
    would have died", "should they act"."""
    auxiliaries, subjects = graph.child(i, ("aux", "auxpass")), graph.child(i, ("nsubj", "nsubjpass", "expl"))
    if graph.tokens.dep[i] not in ("advcl", "ccomp") or not auxiliaries or not subjects or graph.child(i, ("mark",)):
        return
    first, main = auxiliaries[0], {graph.low[a] for a in graph.child(graph.tokens.head[i], ("aux",))}
    opens = first == min(graph.kids[i]) and graph.low[first] in ("had", "were", "should")
    if opens and first < subjects[0] and not main.isdisjoint(_WOULD | _WILL):
        yield "hypothetical", first, f"conditional clause: “{graph.tokens.text[first]}” before its subject"
        if graph.low[first] == "had":
            yield "negated", first, f"“{graph.tokens.text[first]}” before its subject: it was not so"


def subjunctive(graph: Graph, i: int, auxiliaries: Sequence[int]) -> Iterator[tuple[str, int, str]]:
    """ "Demanded that the camps be closed", "that the army leave the town"."""
    tags = [graph.tokens.tag[k] for k in auxiliaries]
    bare = tags == ["VB"] if auxiliaries else graph.tokens.tag[i] == "VB"
    that = any(graph.low[k] == "that" for k in graph.child(i, ("mark",)))
    if (bare and graph.tokens.dep[i] in ("ccomp", "conj") and (that or auxiliaries)) or is_advised(graph, i):
        yield "hypothetical", i, "subjunctive: wanted, not told"


def mood(graph: Graph, i: int, auxiliaries: Sequence[int]) -> Iterator[tuple[str, int, str]]:
    """Of a main verb: a bare progressive, an order, a question to be answered with yes or no."""
    tag, subjects = graph.tokens.tag, graph.child(i, ("nsubj", "nsubjpass", "csubj", "expl"))
    if tag[i] == "VBG" and not auxiliaries:
        yield "ongoing", i, "progressive"
    elif tag[i] == "VB" and not auxiliaries and not subjects and i > 0 and graph.low[i] != graph.tokens.text[i]:
        yield "hypothetical", i, "imperative: asked for, not done"
    asked = auxiliaries and subjects and auxiliaries[0] < subjects[0] and "?" in graph.tokens.text[-3:]
    if asked and not any(tag[k][:1] == "W" for k in range(auxiliaries[0])):
        yield "hypothetical", auxiliaries[0], "question: asked, not told"


def performed(graph: Graph, i: int, performatives: frozenset[str]) -> bool:
    """ "I would urge the parties to talk": urged, by saying so."""
    if graph.tokens.tag[i] != "VB" or graph.lemma[i] not in performatives:
        return False
    verbs = [i, graph.tokens.head[i]] if graph.tokens.dep[i] == "xcomp" else [i]
    if len(verbs) == 2 and graph.lemma[verbs[1]] not in ("like", "want", "wish"):
        return False
    if any(graph.low[k] in ("if", "not", "n't", "never") for v in verbs for k in graph.kids[v]):
        return False
    subjects = graph.child(verbs[-1], ("nsubj",))
    if len(verbs) == 2 and graph.lemma[i] in _COURTESIES and graph.tokens.tag[verbs[1]] in ("VBP", "VBZ"):
        return not any(graph.child(v, ("advcl",)) for v in verbs)  # "the army wants to thank the town": it does
    softened = len(verbs) == 2 or any(graph.low[k] in ("would", "'d", "must") for k in graph.kids[i])
    return softened and any(graph.low[k] in ("i", "we") for k in subjects)


def known(graph: Graph, k: int, below: int, kind: str, *, harm: bool) -> bool:
    """Whether what stands under operator ``k`` is done, or no content of it: "the rights group called by the mayor"."""
    if graph.is_noun(k) and graph.tokens.dep[below] == "acl" and graph.tokens.tag[below] in ("VBN", "VBD"):
        return True
    if harm and kind in ("plan", "due") and carried_out(graph, k, below):
        return True
    return wanted_for(graph, k, below) or (kind == "plan" and aims(graph, k, below))


def carried_out(graph: Graph, k: int, below: int) -> bool:
    """Whether a deed that somebody planned is one that is known: "nobody knew who had planned the murder"."""
    definite = any(graph.low[c] in ("the", "this", "that") for c in graph.child(below, ("det",)))
    who = any(graph.low[c] == "who" for c in graph.child(k, ("nsubj",)))
    planned = graph.lemma[k] == "plan" and graph.tokens.tag[k] in ("VBD", "VBN")
    return planned and who and definite and graph.tokens.dep[below] == "dobj"


def wanted_for(graph: Graph, k: int, below: int) -> bool:
    """Whether a deed is what somebody is sought for by the law: "is wanted for defying the court"."""
    return graph.low[k] in ("wanted", "sought") and graph.low[below] == "for" and graph.passive(k)


def aims(graph: Graph, k: int, below: int) -> bool:
    """Whether a noun is what has an aim, not what somebody means to do: "the attacks aim to frighten the voters"."""
    return graph.tokens.dep[below] == "nsubj" and graph.tokens.tag[k] in ("VBD", "VBP", "VBZ") and graph.is_noun(below)


def for_it(graph: Graph, below: int, k: int) -> bool:
    """Whether an act is what a noun is for: "a plan for a ban"."""
    return graph.is_noun(k) and graph.tokens.dep[below] == "prep" and graph.low[below] == "for"


def so_far(graph: Graph, i: int) -> bool:
    """Whether an infinitive tells how far somebody went: "went so far as to shoot the mayor"."""
    to = next((c for c in graph.kids[i] if graph.tokens.tag[c] == "TO"), 0)
    return to > 2 and graph.low[to - 3 : to] == ["so", "far", "as"]


def in_case(graph: Graph, i: int) -> list[int]:
    """The "case" by which a clause only supposes something: "in case the army attacks"."""
    ins = [k for k in graph.child(i, ("mark", "prep")) if graph.low[k] == "in" and k < i]
    return [c for k in ins for c in graph.child(k, ("pobj",)) if graph.low[c] == "case" and not graph.kids[c]]


def is_purpose(graph: Graph, i: int, k: int) -> bool:
    """Whether an infinitive is what something was done for, and so to come; what is said by doing it is done with it:
    "they lit candles to protest the raid"."""
    infinitive = graph.tokens.tag[i] == "VB" and graph.has_to(i)
    done = graph.tokens.tag[k] == "VBD" and not graph.child(k, ("neg",))
    return infinitive and not (done and graph.lemma[i] in _SHOWN)


def had_done(graph: Graph, i: int) -> bool:
    """Whether a gerund tells what was over before, whatever stands above: "plans to resign after having met them"."""
    perfect = graph.tokens.tag[i] == "VBN" and any(graph.low[c] == "having" for c in graph.child(i, ("aux",)))
    return perfect and before_it(graph, i, graph.tokens.head[i])


def is_comprised(graph: Graph, below: int, k: int) -> bool:
    """Whether a noun is part of what the subject of ``k`` names: "a plot that would include the murder"."""
    return graph.lemma[k] in _COMPRISING and graph.tokens.dep[below] == "dobj"


def carries(graph: Graph, below: int, operator: Operator | None) -> bool:
    """Whether a word works on the noun under it; a light verb does on its object ("open an inquiry"), not on what else
    stands under it ("into the killing"), save by a preposition of its own ("engage in attacks")."""
    aside = graph.tokens.dep[below] == "prep" and operator is not None and graph.low[below] not in operator.words
    return operator is not None and not (aside and operator.kind == "light")


def ahead(graph: Graph, i: int, told: Match | None) -> int | None:
    """The word that puts a verb in the present tense ahead: "he visits next week", "before he endorses her"; but a
    headline's "before police shoot him" was done, as all harm is."""
    for k in graph.child(i, ("mark",)):
        if graph.low[k] == "before" and not (told is not None and told.entry.category in HARM):
            return k
    for k in graph.child(i, ("npadvmod", "advmod", "tmod")):
        if graph.low[k] == "tomorrow" or any(graph.low[c] in ("next", "coming") for c in graph.child(k, ("amod",))):
            return k
    return None


def disbelieved(graph: Graph, k: int, untrue: frozenset[str]) -> int | None:
    """The word by which the text does not believe a claim: "the debunked claim that he opposed the war"."""
    adjectives = graph.child(k, ("amod",)) if graph.is_noun(k) else []
    return next((c for c in adjectives if graph.low[c] in untrue), None)


def of_noun(
    graph: Graph, k: int, instances: frozenset[str], arrangements: frozenset[str]
) -> Iterator[tuple[str, int, str]]:
    """What the noun over an act says of it: "no instance of violence", "the date of the talks"."""
    if graph.lemma[k] in instances:
        for no in graph.child(k, ("det",)):
            if graph.low[no] == "no":
                yield "negated", no, "“no” denies any instance of it"
    if graph.lemma[k] in ("case", "event") and graph.low[graph.tokens.head[k]] == "in" and _is_supposed(graph, k):
        yield "hypothetical", k, f"“in {graph.tokens.text[k]} of” only supposes it"
    over = graph.tokens.head[k] if graph.tokens.dep[k] == "conj" else k
    if graph.lemma[over] in arrangements:
        yield "future", over, f"“{graph.tokens.text[over]}” of what is to come"


def _is_supposed(graph: Graph, k: int) -> bool:
    """ "In case of an attack", "in the event of one", not "in the case of the murdered nuns"."""
    kids = [c for c in graph.kids[k] if c < k]
    return not kids if graph.low[k] == "case" else [graph.low[c] for c in kids] == ["the"]


def takes_place(graph: Graph, below: int, k: int, happening: frozenset[str]) -> tuple[int, int | None] | None:
    """The verb by which verb ``k`` says of its subject ``below`` that it happens or when it is ("will take place", "did
    not happen", "will be on Monday", "there will be talks"), and the "to" that puts it ahead ("are to take place")."""
    there = graph.tokens.dep[below] == "attr" and graph.child(k, ("expl",))
    if (graph.tokens.dep[below] != "nsubj" and not there) or any(graph.low[c] == "again" for c in graph.kids[k]):
        return None  # what is never to happen again has happened
    if _happens(graph, k, happening):
        return k, None
    if graph.lemma[k] != "be":
        return None
    for verb in graph.child(k, ("xcomp",)):
        to = [c for c in graph.kids[verb] if graph.tokens.tag[c] == "TO"]
        return (verb, to[0]) if to and _happens(graph, verb, happening) else None
    return (k, None) if there or _is_dated(graph, k) else None


def _is_dated(graph: Graph, k: int) -> bool:
    """Whether all that a verb of being says is when or where: "on Monday", "in Oslo", not "on everyone's mind"."""
    named = [o for word in ("on", "in", "at") for o in graph.preposition([k], word)]
    proper = all(graph.tokens.tag[o] in ("NNP", "NNPS", "CD") for o in named)
    return bool(named) and proper and not graph.child(k, ("attr", "acomp", "oprd"))


def _happens(graph: Graph, k: int, happening: frozenset[str]) -> bool:
    low = {graph.low[c] for c in graph.kids[k]}
    particle = {"take": "place", "go": "ahead"}.get(graph.lemma[k])
    return graph.lemma[k] in happening or particle in low


def first_of(graph: Graph, i: int) -> int:
    """The first of the nouns of a list that ``i`` is in."""
    while graph.tokens.dep[i] == "conj" and graph.is_noun(graph.tokens.head[i]):
        i = graph.tokens.head[i]
    return i


def shared_no(graph: Graph, i: int) -> int | None:
    """The "no" of a list with "or" that holds for each noun of it: "no arrests or deportations"."""
    first = first_of(graph, i)
    if first == i or any(graph.tokens.dep[k] in ("det", "poss", "nummod") for k in graph.kids[i]):
        return None
    link = [k for k in graph.child(graph.tokens.head[i], ("cc",)) if k < i]
    denied = [k for k in graph.child(first, ("det",)) if graph.low[k] == "no"]
    return denied[0] if denied and any(graph.low[k] in ("or", "nor") for k in link) else None


def by_somebody(graph: Graph, i: int) -> bool:
    """Whether a participle says by whom a known thing was done: "the plan proposed by the rebels", unlike "any plan
    proposed by them" and "the plan to be proposed"."""
    if graph.tokens.tag[i] != "VBN" or not graph.child(i, ("agent",)) or graph.child(i, ("aux", "auxpass")):
        return False
    return is_definite(graph, graph.tokens.head[i])


def is_definite(graph: Graph, noun: int) -> bool:
    """Whether a noun is a known one: "the plan", "their plan"."""
    return any(graph.tokens.dep[c] == "poss" or graph.low[c] in _DEFINITE for c in graph.kids[noun])


def before_it(graph: Graph, below: int, k: int) -> bool:
    """Whether what ``k`` governs came before what stands above: "left to rest after accepting the offer"."""
    return graph.tokens.dep[below] == "pcomp" and graph.low[k] in _ONCE_DONE


def number(graph: Graph, k: int) -> bool:
    """ "Convoy no 12": the number of a thing, no denial."""
    after = k + 2 if k + 1 < graph.size and graph.low[k + 1] == "." else k + 1
    return after < graph.size and graph.low[after][:1].isdecimal()


def is_told(graph: Graph, below: int, k: int) -> bool:
    """Whether a clause tells a fact, whatever stands above: "said that they fled", "to complain about being beaten"."""
    about = graph.tokens.dep[below] == "pcomp" and graph.low[k] in ("about", "over")
    return about or (graph.tokens.dep[below] in ("ccomp", "acl") and finite(graph, below))


def is_blamed(graph: Graph, below: int, k: int) -> bool:
    """ "Is to blame": he is blamed, nobody is to blame somebody."""
    return graph.lemma[below] == "blame" and graph.lemma[k] == "be"


def finite(graph: Graph, i: int) -> bool:
    """Whether a clause tells a fact of its own: "saw where he was killed"."""
    tag, tenses = graph.tokens.tag, ("VBD", "VBZ", "VBP")
    return tag[i] in tenses or any(tag[k] in tenses for k in graph.child(i, ("aux", "auxpass")))
