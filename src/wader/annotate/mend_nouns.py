"""Verbs of headlines that the small parser takes for nouns: "Court fines ex-chief", "Marines storm cemetery".

Headlines leave out the little words by which the parser tells a verb. Where a stretch of one has no finite verb, a
plural behind a singular noun and before another noun phrase is a verb ("court fines the firm"), and so is a singular
behind people in the plural ("marines storm the cemetery"). What stands before is the subject, what follows the object.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from wader.annotate.mend_tree import FINITE, NOUNS, is_tree

_FINITE = FINITE | {"MD"}
_MODIFIES = frozenset("DT CD JJ JJR JJS PRP$ $ NN NNS NNP NNPS POS CC HYPH '' `` VBN VBG".split())
_BEGINS = frozenset(("NN", "NNS", "NNP", "NNPS", "DT", "CD", "JJ", "JJR", "PRP$", "$", "PRP", "EX"))
"""Tags with which a noun phrase begins."""
_ENDS = frozenset((";", ":", ",", "—", "–", "--", "(", ")"))
_ATTRIBUTIVE = frozenset(
    "arms rights sports works talks claims benefits schools drugs pensions jobs taxes goods votes figures means "
    "materials parts plants greens accounts futures stocks bonds shares forces troops hands minutes games customs "
    "police affairs services operations communications sales savings weapons elections veterans systems securities "
    "crimes products reforms prisons markets contracts records relations headquarters barracks times states nations "
    "hours days weeks months years pounds dollars points miles women men children people news politics economics "
    "ethics mathematics assets funds finances logistics supplies admissions appeals honours honors awards sciences "
    "holdings industries airlines railways motors enterprises resources studies damages losses earnings profits "
    "results rates prices wages bills".split()
)
"""Plurals that stand before another noun inside a compound, or are names of bodies."""
_HEADS = frozenset(("heads", "hosts", "leads", "backs", "fathers", "guards", "pilots", "judges"))
"""Verbs that are words for people as well."""


@dataclass(frozen=True)
class Words:
    """What a lower-case form may be by the tables: ``verb``, ``noun``; ``people``: who or what body somebody is."""

    verb: Callable[[str], bool]
    noun: Callable[[str], bool]
    people: Callable[[str], bool]


def mend_nouns(texts: list[str], heads: list[int], deps: list[str], tags: list[str], words: Words) -> list[int]:
    """Make verbs of the nouns that are; the tokens whose tags changed."""
    changed = []
    for first, last in _stretches(texts, tags):
        verb = _verb_of(texts, tags, deps, first, last, words)
        if verb is None:
            continue
        before = list(heads), list(deps)
        _build(texts, heads, deps, tags, verb, first, last)
        if is_tree(heads):
            tags[verb] = "VBZ" if tags[verb] in ("NNS", "NNPS", "VBZ") else "VBP"
            changed.append(verb)
        else:
            heads[:], deps[:] = before
    return changed


def _stretches(texts: list[str], tags: list[str]) -> list[tuple[int, int]]:
    """Half-open stretches between marks that part clauses, which hold no finite verb; none where the sentence tells
    something elsewhere and the stretch is no clause behind a semicolon."""
    cuts = [-1, *(k for k, text in enumerate(texts) if text in _ENDS or text in ("as", "after")), len(texts)]
    found = []
    for before, after in pairwise(cuts):
        first, last = before + 1, after
        while last > first and tags[last - 1] == ".":
            last -= 1
        opens = before < 0 or texts[before] in (";", ":", "as", "after")
        if last - first > 1 and opens and not any(tag in _FINITE for tag in tags[first:last]):
            found.append((first, last))
    return found


def _verb_of(
    texts: list[str], tags: list[str], deps: list[str], first: int, last: int, words: Words
) -> int | None:
    for v in range(first + 1, last):
        low = texts[v].lower()
        if not low.isalpha() or len(low) < 3 or tags[v - 1] not in NOUNS | {"CD", "''"}:
            continue
        if texts[v][0].isupper() and any(text.islower() and len(text) > 4 for text in texts[first:last]):
            continue  # part of a name
        if any(tags[k] in ("VB", "TO", "VBG", "WP", "WDT", "WRB") for k in range(first, v)):
            return None
        follows = tags[v + 1] if v + 1 < last else ""
        if tags[v] in ("NNS", "NNPS", "VBZ"):
            if _third_person(texts, tags, v, last, follows, words):
                return v
        elif tags[v] in ("NN", "JJ", "VB", "VBP", "NNP") and _plural(texts, tags, v, first, follows, words):
            return v
    return None


def _third_person(
    texts: list[str], tags: list[str], v: int, last: int, follows: str, words: Words
) -> bool:
    low = texts[v].lower()
    if tags[v - 1] not in ("NN", "NNP", "''") or low in _ATTRIBUTIVE or not _inflected(low, words):
        return False
    if words.people(low) and low not in _HEADS:
        return False
    if not words.noun(low):
        return True
    if follows in _BEGINS:
        return True
    if follows == "TO":
        return v + 2 < last and tags[v + 2] == "VB"
    return follows == "RP"


def _inflected(low: str, words: Words) -> bool:
    """Whether a form is spelt as the third person of a verb: "soars", not "soares"."""
    stem = low[:-2] if low.endswith("es") else ""
    regular = stem.endswith(("s", "x", "z", "ch", "sh", "o", "i"))
    return words.verb(low) and (regular or words.verb(low[:-1]))


def _plural(texts: list[str], tags: list[str], v: int, first: int, follows: str, words: Words) -> bool:
    """ "Marines storm", "Ruto, Museveni dodge": a base form behind people in the plural."""
    low, before = texts[v].lower(), texts[v - 1].lower()
    if not words.verb(low) or low.endswith(("ing", "ed")) or words.people(low):
        return False
    if tags[v - 1] not in ("NNS", "NNPS") or before in _ATTRIBUTIVE or not words.people(before):
        return False
    if not words.noun(low) and tags[v] != "JJ":
        return True
    return follows in _BEGINS


def _build(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], verb: int, first: int, last: int
) -> None:
    """Hang a stretch on its verb: subject before, object behind, the rest below."""
    head, dep = _outside(heads, deps, tags, verb, first, last)
    for k in range(len(heads)):  # what hung on the stretch from outside hangs on its verb
        if not first <= k < last and first <= heads[k] < last and heads[k] != verb:
            heads[k] = verb
    _subject(texts, heads, deps, tags, verb, first)
    _object(texts, heads, deps, tags, verb, last)
    heads[verb], deps[verb] = (verb, "ROOT") if head < 0 else (head, dep)


def _outside(
    heads: list[int], deps: list[str], tags: list[str], verb: int, first: int, last: int
) -> tuple[int, str]:
    """Where the stretch hangs: -1 for the root."""
    for k in range(first, last):
        if heads[k] == k:
            return -1, "ROOT"
    for k in range(first, last):
        if not first <= heads[k] < last:
            return heads[k], deps[k] if deps[k] in ("ccomp", "advcl", "conj", "parataxis") else _label(heads[k], verb)
    return -1, "ROOT"


def _label(head: int, verb: int) -> str:
    return "ccomp" if head > verb else "parataxis"


def _subject(texts: list[str], heads: list[int], deps: list[str], tags: list[str], verb: int, first: int) -> None:
    prep = next((k for k in range(first + 1, verb) if tags[k] == "IN"), None)
    noun = verb - 1 if prep is None else prep - 1
    while noun > first and tags[noun] not in NOUNS and tags[noun] != "CD":
        noun -= 1
    for k in range(first, verb):
        if k == noun:
            continue
        if not first <= heads[k] < verb or heads[k] == k or (k < noun and heads[k] > noun):
            heads[k] = noun if k < noun or k == prep else verb
            if k == prep:
                deps[k] = "prep"
            elif k < noun and tags[k] in NOUNS and deps[k] not in ("poss", "conj", "nmod"):
                deps[k] = "compound"
            elif k > noun and tags[k] in NOUNS and prep is not None and k == verb - 1:
                heads[k], deps[k] = prep, "pobj"
    heads[noun], deps[noun] = verb, "nsubj"


def _object(texts: list[str], heads: list[int], deps: list[str], tags: list[str], verb: int, last: int) -> None:
    end = verb + 1
    while end < last and tags[end] in _MODIFIES:
        end += 1
    noun = next((k for k in range(end - 1, verb, -1) if tags[k] in NOUNS or tags[k] in ("CD", "PRP")), None)
    for k in range(verb + 1, last):
        if k == noun or (verb < heads[k] < last and heads[k] != k):
            continue
        heads[k] = verb
        if tags[k] in NOUNS and noun is not None and k < noun:
            heads[k], deps[k] = noun, "compound"
        elif tags[k] == "VB":
            deps[k] = "xcomp"
        elif tags[k] in NOUNS:
            deps[k] = "npadvmod"
    if noun is not None:
        at = noun
        heads[at], deps[at] = verb, "dobj"
        for k in range(verb + 1, at):
            if heads[k] == verb and tags[k] in _MODIFIES:
                heads[k] = at
