"""Repairs of what the small parser gets wrong in regular ways, mostly in headlines."""

from __future__ import annotations

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_LOOSE = frozenset(["compound", "nmod", "amod", "npadvmod", "dep"])
"""Labels under which a noun hangs on a verb although it is its subject."""
_FINITE = frozenset(["VBZ", "VBD", "VBP"])
_MOVED = frozenset(["dobj", "prep", "punct", "advmod", "npadvmod", "advcl", "cc", "conj"])


def mend_headline(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[int]:
    """Repair a sentence's arcs in place; the tokens whose tags changed."""
    changed = _verb_under_noun(heads, deps, tags) + _joined_verb(texts, heads, deps, tags)
    _subject_of_verb(heads, deps, tags)
    _listed_subject(heads, deps, tags, texts)
    _counted_subject(heads, deps, tags)
    return changed


def _verb_under_noun(heads: list[int], deps: list[str], tags: list[str]) -> list[int]:
    """ "Kenya imposed tariffs": a name that was taken for the root, with an object of its own. The participle right
    behind it, read as an adjective of that object, is the verb."""
    changed = []
    for k, dep in enumerate(deps):
        verb = k + 1
        if dep != "ROOT" or tags[k][:2] != "NN" or verb >= len(deps) or tags[verb] not in ("VBN", "VBD"):
            continue
        noun = heads[verb]
        if deps[verb] != "amod" or noun <= verb or deps[noun] != "dobj" or heads[noun] != k:
            continue
        for n in range(len(heads)):
            if heads[n] == k and n > verb and deps[n] in _MOVED:
                heads[n] = verb
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[k], deps[k] = verb, "nsubj"
        changed.append(verb)
    return changed


def _joined_verb(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[int]:
    """ "Minister meets envoy; pledges to help": the word behind the semicolon is a verb, joined to the first clause."""
    changed = []
    for i in range(2, len(tags) - 2):
        if tags[i] != "NNS" or texts[i - 1] != ";" or texts[i + 1].lower() != "to" or tags[i + 2] != "VB":
            continue
        first = [k for k in range(i) if heads[k] == i and deps[k] == "ccomp" and tags[k] in _FINITE]
        if heads[i + 2] != i or not first or heads[i] != i:
            continue
        tags[i], deps[i + 2] = "VBZ", "xcomp"
        heads[first[0]], deps[first[0]] = first[0], "ROOT"
        heads[i], deps[i] = first[0], "conj"
        changed.append(i)
    return changed


def _subject_of_verb(heads: list[int], deps: list[str], tags: list[str]) -> None:
    """ "Kenya attacks rebels": the noun right before a finite verb without subject is its subject."""
    for k in range(len(deps) - 1):
        verb = k + 1
        loose = deps[k] in _LOOSE or (k == 0 and tags[k] == "NNP")
        if heads[k] != verb or not loose or tags[k][:2] != "NN" or tags[verb] not in _FINITE:
            continue
        if not any(heads[n] == verb and deps[n] in _SUBJECTS for n in range(len(deps))):
            deps[k] = "nsubj"


def _listed_subject(heads: list[int], deps: list[str], tags: list[str], texts: list[str]) -> None:
    """ "Kenya, Uganda sign pact": a headline's comma for "and"."""
    for k in range(2, len(deps)):
        first, verb = k - 2, heads[k]
        if deps[k] != "nsubj" or texts[k - 1] != "," or tags[k] != "NNP" or tags[first] != "NNP" or verb != k + 1:
            continue
        if heads[first] == verb and deps[first] in _LOOSE and all(heads[n] == first for n in range(first)):
            deps[first], heads[k], deps[k] = "nsubj", first, "conj"


def _counted_subject(heads: list[int], deps: list[str], tags: list[str]) -> None:
    """ "Eleven police killed": the noun between a number and a verb is what is counted, and the subject."""
    for k in range(len(deps) - 2):
        noun, verb = k + 1, k + 2
        if tags[k] != "CD" or deps[k] not in _SUBJECTS or heads[k] != verb or tags[verb][:2] != "VB":
            continue
        if tags[noun][:2] == "NN" and heads[noun] == verb and deps[noun] in _LOOSE:
            deps[noun], heads[k], deps[k] = deps[k], noun, "nummod"
