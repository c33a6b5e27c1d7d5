"""Mends of what the small parser often gets wrong, by rules of English that its own output breaks.

A finite verb of a statement has a subject; a preposition has an object. Where the parse lacks one and the words that
would fill it stand right beside, they are given back. Measured on news: one sentence in fifty has such a verb.
"""

from __future__ import annotations

from wader.annotate.headlines import mend_headline
from wader.annotate.mend_clauses import mend_clauses
from wader.annotate.mend_lists import mend_lists
from wader.annotate.mend_nouns import Words, mend_nouns
from wader.annotate.mend_tree import FINITE, SUBJECTS, is_below
from wader.annotate.mend_verbs import mend_participles

_SUBJECTS = SUBJECTS | {"attr"}
_CLAUSES = frozenset(("ROOT", "advcl", "ccomp", "conj", "parataxis", "dep"))
_SUBORDINATORS = frozenset(("after", "as", "before", "since", "until", "till", "because", "while", "although"))
_ENDS = frozenset((",", ";", ":", "-", "--", "–", "—", '"', "''", "``", "“", "”", "(", ")"))


def mend(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], words: Words | None = None
) -> list[int]:
    """Mend one sentence's tree in place; the tokens whose tags changed. Without ``words`` no noun becomes a verb."""
    _reattach(heads, deps, tags)
    changed = mend_headline(texts, heads, deps, tags) + mend_participles(texts, heads, deps, tags)
    if words is not None:
        changed += mend_nouns(texts, heads, deps, tags, words)
    _subjects(texts, heads, deps, tags)
    changed += mend_clauses(texts, heads, deps, tags)
    mend_lists(texts, heads, deps, tags, words)
    return changed


def _reattach(heads: list[int], deps: list[str], tags: list[str]) -> None:
    """Give a preposition without an object the noun phrase right behind it, which the parser hung on the verb
    ("postponed because of the president's visit": the visit is no object of "postponed")."""
    governed = {head for head, dep in zip(heads, deps, strict=True) if dep in ("pobj", "pcomp", "prep")}
    for k, dep in enumerate(deps):
        if dep != "dobj" or tags[k][:2] != "NN":
            continue
        left = _left_edge(heads, k)
        before = left - 1
        if before >= 0 and deps[before] == "prep" and before not in governed and heads[before] == heads[k] < before:
            heads[k], deps[k] = before, "pobj"


def _subjects(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> None:
    """Give a finite verb without a subject the noun phrase that ends right before it and that the parser took into
    the clause before ("deployed troops near the border with X and Y warns": Y warns, and X is alone)."""
    has = {head for head, dep in zip(heads, deps, strict=True) if dep in _SUBJECTS}
    has |= {head for head, dep in zip(heads, deps, strict=True) if dep == "auxpass"}
    for i in range(1, len(tags)):
        if tags[i] not in FINITE or deps[i] not in _CLAUSES or i in has or tags[i - 1][:2] != "NN":
            continue
        noun = _subject_before(texts, heads, deps, tags, i)
        if noun is None:
            continue
        was = heads[noun]
        if deps[noun] == "pobj":  # "after Cuba threatened": a conjunction, not a preposition
            if not is_below(heads, was, i) and deps[i] != "ROOT":
                heads[i], deps[i] = heads[was], "advcl"
            heads[was], deps[was] = i, "mark"
        heads[noun], deps[noun] = i, "nsubj"


def _subject_before(texts: list[str], heads: list[int], deps: list[str], tags: list[str], verb: int) -> int | None:
    """Head of the noun phrase that ends before ``verb`` and fits it: behind a subordinating word, or the last of a
    list whose "and" joins clauses; None where there is none."""
    chain = [verb - 1]
    while heads[chain[-1]] < chain[-1]:
        chain.append(heads[chain[-1]])
    nouns = [at for at in chain if tags[at][:2] == "NN" and _covers(texts, heads, at, verb)]
    for at in nouns:
        if deps[at] == "pobj" and verb - at < 10 and texts[heads[at]].lower() in _SUBORDINATORS:
            if texts[heads[at] - 1].lower() == "such":
                return None
            return at if heads[heads[at]] != heads[at] else None
    for at in nouns:
        left = _left_edge(heads, at) - 1
        joins = any(h == at and d == "conj" for h, d in zip(heads, deps, strict=True))
        cut = left >= 0 and (texts[left].lower() in ("and", "but") or (texts[left] == "," and joins))
        apposed = deps[at] == "appos" and left >= 0 and texts[left] == "," and not joins
        if (deps[at] == "conj" and cut and not _joined_nouns(texts, heads, deps, at)) or apposed:
            apart = not is_below(heads, at, verb) and not is_below(heads, verb, at)  # neither hangs below the other
            return at if apart and _agrees(at, deps, heads, tags, verb) else None
    return None


def _agrees(noun: int, deps: list[str], heads: list[int], tags: list[str], verb: int) -> bool:
    """Whether number allows a noun (with its conjuncts) as subject of a verb in the present tense."""
    if tags[verb] == "VBD":  # without an object behind it, as likely a participle
        own = (d for k, (h, d) in enumerate(zip(heads, deps, strict=True)) if h == verb and k > verb)
        return deps[verb] != "advcl" or any(d in ("dobj", "ccomp", "xcomp") for d in own)
    several = tags[noun] in ("NNS", "NNPS") or any(h == noun and d == "conj" for h, d in zip(heads, deps, strict=True))
    return several == (tags[verb] == "VBP")


def _joined_nouns(texts: list[str], heads: list[int], deps: list[str], noun: int) -> bool:
    """Whether a conjunct belongs with the noun before it: "A and B" of which A itself stands behind an "and" or a
    comma ("X and the US and Britain warn")."""
    first = heads[noun]
    left = _left_edge(heads, first) - 1
    return left >= 0 and (texts[left].lower() == "and" or texts[left] in _ENDS)


def _covers(texts: list[str], heads: list[int], noun: int, verb: int) -> bool:
    """Whether all words between a noun and the verb hang below the noun, with no clause of its own among them."""
    for j in range(noun + 1, verb):
        if texts[j] in _ENDS and j > verb - 2:
            return False
        at = j
        while at != noun and heads[at] != at and noun <= heads[at] < verb:
            at = heads[at]
        if at != noun:
            return False
    return True


def _left_edge(heads: list[int], k: int) -> int:
    """Leftmost token of a phrase: contiguous tokens whose heads lead to ``k``."""
    left = k
    for j in range(k - 1, -1, -1):
        at = j
        while at != k and heads[at] <= k and heads[at] != at:
            at = heads[at]
        if at != k:
            break
        left = j
    return left
