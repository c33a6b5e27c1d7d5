"""Verbs that no entry of the lexicon claims: the encoder may know them.

A proposal is a candidate without category or roles; whether it is an event, which and of whom, is for ``judge`` to say.
It is told only as what the lexicon lists the verb for in some sense (``known_as``): of proposals on the corpus's dev
split two in three of these are right, one in four of the others.

In a sentence that has a candidate any full verb may be one. In one that has none, and whose words make an event likely,
a verb is asked about only where the lexicon knows it in some sense and somebody who can act is its subject or object,
and ``judge`` wants to be surer of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wader.records import Candidate, Trigger

if TYPE_CHECKING:
    from wader.code.coder import SentenceCoder

ENTRY = "encoder"
"""The ``entry`` of a proposal's trigger."""
_NEAR = 8
"""Words behind a verb of asking among which a parser may have lost its infinitive."""
MOST = 4
"""Proposals a sentence."""
EVEN = 1.6
"""Log-odds that a sentence tells an event (``knowledge/dull.py``) from which its verbs are asked about where no entry
fits. Asking more widely finds one event in twenty-five sentences asked about, and costs three parts in a hundred of all
time."""
_LIGHT = frozenset("be have do get make take give go come say tell add note use try start begin keep let seem".split())
_AUXILIARY = frozenset(("aux", "auxpass"))
_OWNED = frozenset(("det", "poss"))
_VERDICTS = frozenset(("ACCUSE", "SUPPORT"))
_REFLEXIVE = frozenset("myself yourself himself herself itself ourselves yourselves themselves".split())


def is_full_verb(coder: SentenceCoder, k: int) -> bool:
    """Whether a token is a verb that says what happens, no auxiliary or light one."""
    tokens = coder.graph.tokens
    return tokens.tag[k][:2] == "VB" and tokens.dep[k] not in _AUXILIARY and tokens.lemma[k] not in _LIGHT


def _bare(coder: SentenceCoder, k: int) -> Candidate:
    """A candidate at token ``k`` of which nothing is known but its place."""
    tokens, sentence = coder.graph.tokens, coder.sentence
    trigger = Trigger(tokens.start[k], tokens.end[k], k, ENTRY)
    return Candidate(
        sentence.sequence, sentence.in_, [trigger], "", [], [], [], [], "happened", 0.0, rules={"event": ENTRY}
    )


def propose(coder: SentenceCoder, taken: set[int]) -> list[Candidate]:
    """A bare candidate for each full verb that is neither in ``taken`` nor known to the lexicon in any sense."""
    found = []
    for k in range(coder.graph.size):
        if k in taken or not is_full_verb(coder, k):
            continue
        if coder.matcher.best(k) is not None or coder.matcher.operator(k) is not None:
            continue
        if _held(coder, k, taken) or _occurs(coder, k, taken) or _described(coder, k) or _put_to_speaker(coder, k):
            continue
        if any(s in taken and "actor" not in coder.classes.of(s) for s in coder.graph.child(k, ("nsubj",))):
            continue  # "the clashes delayed the vote": what an act leads to
        found.append(_bare(coder, k))
    return found[:MOST]


def propose_alone(coder: SentenceCoder, taken: set[int]) -> list[Candidate]:
    """The same where no entry fits any word of the sentence: verbs that the lexicon lists in other surroundings, with a
    party for subject or object, and not denied."""
    graph, classes = coder.graph, coder.classes
    found: list[Candidate] = []
    dull = coder.knowledge.dull
    if dull is not None and dull.odds({*graph.low, *graph.lemma}) < EVEN:
        return found
    for k in range(graph.size):
        if k in taken or graph.tokens.tag[k][:2] != "VB" or graph.tokens.dep[k] in _AUXILIARY:
            continue
        if graph.lemma[k] in _LIGHT or graph.child(k, ("neg",)) or not known_as(coder, k):
            continue
        if coder.matcher.operator(k) is not None:
            continue
        if coder.matcher.best(k) is not None or _described(coder, k) or _put_to_speaker(coder, k):
            continue
        if any("actor" in classes.of(p) for p in (*graph.subject(k), *graph.object(k))):
            found.append(_bare(coder, k))
    return found[:MOST]


def known_as(coder: SentenceCoder, k: int) -> frozenset[str]:
    """Categories for which the lexicon lists the verb at ``k``, whatever the sense; who calls somebody something judges
    him, and asks nothing of him."""
    lexicon, graph = coder.matcher.lexicon, coder.graph
    listed = frozenset(entry.category for entry in lexicon.index["v"].get(graph.tokens.lemma[k], []))
    naming = graph.lemma[k] in lexicon.members("naming") and "for" not in graph.low[k + 1 : k + 4]
    return listed & _VERDICTS if naming and graph.child(k, ("oprd",)) else listed


def _described(coder: SentenceCoder, k: int) -> bool:
    """Whether a participle says what somebody is ("the sitting president", "forced disappearances", "a group called
    Dawn", "people linked to the junta"), not what was done."""
    graph, members = coder.graph, coder.matcher.lexicon.members
    tag, dep = graph.tokens.tag[k], graph.tokens.dep[k]
    if tag not in ("VBN", "VBG"):
        return False
    if dep == "amod":
        owned = any(graph.tokens.dep[c] in _OWNED for c in graph.kids[graph.tokens.head[k]])
        return tag == "VBN" or owned or (k > 0 and graph.low[k - 1] == "-")
    if dep == "acl" and graph.lemma[k] in members("relating") and not graph.child(k, ("agent",)):
        return True
    named = graph.child(k, ("oprd", "dobj", "attr"))
    naming = graph.lemma[k] in members("naming")
    return naming and tag == "VBN" and dep in ("acl", "advcl") and all(graph.tokens.tag[n] == "NNP" for n in named)


def _put_to_speaker(coder: SentenceCoder, k: int) -> bool:
    """Whether a verb is a question: a reporter's ("asked if he would run, the senator said ..."), anybody's ("we asked
    the general which way he had come"), or one that is put to oneself ("ask yourselves")."""
    graph, members = coder.graph, coder.matcher.lexicon.members
    if any(graph.low[o] in _REFLEXIVE for o in graph.child(k, ("dobj", "dative"))):
        return True
    if graph.lemma[k] in members("inquiring") and not _wants(coder, k):
        return True
    asked = graph.lemma[k] in members("asking")
    subject = graph.child(k, ("nsubj", "nsubjpass", "auxpass"))
    return asked and graph.tokens.tag[k] == "VBN" and graph.tokens.dep[k] == "advcl" and not subject


def _occurs(coder: SentenceCoder, k: int, taken: set[int]) -> bool:
    """Whether a verb only says that what a trigger names takes place ("protests rocked the port")."""
    graph, occurring = coder.graph, coder.matcher.lexicon.members("occurring")
    return graph.lemma[k] in occurring and any(s in taken for s in graph.child(k, ("nsubj",)))


def _wants(coder: SentenceCoder, k: int) -> bool:
    """Whether what is asked is something to do or to give: an infinitive, "that ...", "for ..."."""
    graph = coder.graph
    if any(graph.low[c] == "for" for c in graph.kids[k]):
        return True
    for verb in graph.complement(k):
        if any(graph.tokens.tag[c] == "TO" or graph.low[c] == "that" for c in graph.kids[verb]):
            return True
    return "to" in graph.low[k + 1 : k + _NEAR]


def _held(coder: SentenceCoder, k: int, taken: set[int]) -> bool:
    """Whether a verb stands under words that lexicon and syntax have no frame for here: negated, modal, infinitive, or
    the content of what another trigger says."""
    tokens = coder.graph.tokens
    if any(tokens.dep[c] in ("neg", "aux") and tokens.tag[c] in ("MD", "TO", "RB") for c in coder.graph.kids[k]):
        return True
    while (tokens.dep[k] in ("xcomp", "ccomp", "conj") or coder.graph.says_that(k)) and tokens.head[k] != k:
        under = tokens.dep[k] != "conj"
        noun = coder.graph.says_that(k)
        k = tokens.head[k]
        k = tokens.head[k] if noun and k not in taken else k  # "rejected the claim that it had armed them"
        if under and k in taken:
            return True
    return False
