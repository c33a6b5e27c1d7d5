"""Verbs of statements that the small parser takes for participles or nouns, given their place back.

"Students in black pelted soldiers" is read as a noun phrase, the soldiers whom students pelted; "Marines storm
cemetery" as a cemetery of marine storms. English allows neither: a participle before a noun follows no other noun
phrase, and a plural stands inside no compound unless it is one of the few that do. Such a word is the verb; what
stood before it is its subject, what follows its object, and the rest of the clause hangs on it.
"""

from __future__ import annotations

from wader.annotate.mend_tree import FINITE, NOUNS, SUBJECTS, is_below, is_tree

_FINITE = FINITE | {"MD"}
_BEFORE_NOUN = frozenset(("compound", "nmod", "amod", "det", "poss", "nummod", "quantmod", "case"))
_OF_CLAUSE = frozenset(("prep", "punct", "advcl", "npadvmod", "cc", "dative", "agent", "prt", "mark", "dep"))
"""What hung on a noun behind a verb only because no verb was seen."""
_SUBORDINATORS = frozenset(("after", "as", "before", "since", "until", "till", "because", "while", "although", "that"))
_TWO_OBJECTS = frozenset(
    "given awarded called named paid offered dubbed sent shown told asked granted denied handed charged owed taught "
    "promised labelled labeled declared elected made considered nicknamed titled entitled appointed taken fined "
    "sentenced deemed allowed assigned allotted left kept rendered spared".split()
)
"""Participles that keep an object in the passive: "the medal awarded him"."""


_MEANT = frozenset("intended designed meant attached needed involved based concerned".split())
"""Participles that commonly stand behind a noun and only describe it."""


_TRIAL = frozenset("test air carpet force spear court live".split())
"""What a hyphen joins to the front of verbs that are no attributes of their object: "test-fired two missiles"."""


def mend_participles(texts: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[int]:
    """Give participles that are verbs of statements their place; the tokens whose tags changed."""
    changed = []
    for v in range(1, len(tags) - 1):
        if _shot_dead(texts, heads, deps, tags, v):
            changed.append(v)
            continue
        if tags[v] not in ("VBN", "VBD"):
            continue
        if deps[v] in ("advcl", "acl") and _between_commas(texts, heads, deps, tags, v):
            tags[v] = "VBN"
            changed.append(v)
            continue
        before = list(heads), list(deps)
        if deps[v] == "amod":
            done = _before_noun(texts, heads, deps, tags, v)
        elif deps[v] == "acl":
            done = _behind_noun(texts, heads, deps, tags, v)
        else:
            continue
        if done and is_tree(heads):
            tags[v] = "VBD"
            changed.append(v)
        elif done:
            heads[:], deps[:] = before
    return changed


def _shot_dead(texts: list[str], heads: list[int], deps: list[str], tags: list[str], v: int) -> bool:
    """ "Gunmen on a motorcycle shot dead an officer": no noun is dead in English unless before its own noun, so that
    "shot" is the verb, in the place that was given to "dead"."""
    dead = v + 1
    if texts[v].lower() != "shot" or texts[dead].lower() != "dead" or tags[v] != "NN" or heads[v] == dead:
        return False
    subjects = [k for k in range(v) if heads[k] == dead and deps[k] == "nsubj"]
    if not subjects:
        return False
    before = list(heads), list(deps)
    compounds = [k for k in range(v) if heads[k] == v and deps[k] in _BEFORE_NOUN]
    if compounds:  # "on a motorcycle shot": what hangs on the preposition is its last noun
        noun = compounds[-1]
        heads[noun], deps[noun] = heads[v], deps[v]
        for k in compounds[:-1]:
            heads[k] = noun
    for k in range(len(heads)):
        if heads[k] == dead and k not in (v, dead):
            heads[k] = v
    heads[v], deps[v] = (v, "ROOT") if heads[dead] == dead else (heads[dead], deps[dead])
    heads[dead], deps[dead] = v, "advmod"
    if not is_tree(heads):
        heads[:], deps[:] = before
        return False
    tags[v] = "VBD"
    return True


def _between_commas(texts: list[str], heads: list[int], deps: list[str], tags: list[str], v: int) -> bool:
    """ "The general, questioned as he left, said no": what stands between commas is done to the subject of the verb
    behind it, which has no other one."""
    main = heads[v]
    if tags[v] != "VBD" or texts[v - 1] != ",":
        return False
    kids = [k for k in range(len(heads)) if heads[k] == v]
    if any(deps[k] in ("dobj", "aux", "ccomp", "xcomp") for k in kids):
        return False
    subjects = [k for k in kids if deps[k] in SUBJECTS]
    if deps[v] == "acl":
        return main < v and not subjects  # in its place, but taken for a past tense
    if main <= v or tags[main] not in ("VBD", "VBZ", "VBP") or len(subjects) != 1 or subjects[0] >= v - 1:
        return False
    if texts[main - 1] != "," or any(heads[k] == main and deps[k] in SUBJECTS for k in range(len(heads))):
        return False
    (subject,) = subjects
    heads[subject], heads[v], deps[v] = main, subject, "acl"
    return True


def _before_noun(texts: list[str], heads: list[int], deps: list[str], tags: list[str], v: int) -> bool:
    """ "Students in black pelted soldiers": the participle stands right behind a noun that is no part of it."""
    noun, before = heads[v], v - 1
    if texts[before] == "-" and v > 2 and texts[v - 2].lower() in _TRIAL:
        before = v - 3
    if noun <= v or tags[before] not in NOUNS | {"PRP"} or heads[before] == v or texts[v + 1] == "-":
        return False
    if any(heads[k] == v and deps[k] in SUBJECTS | {"aux", "auxpass"} for k in range(len(heads))):
        return False
    subject = _top(heads, deps, tags, before, v)
    return subject is not None and _raise(texts, heads, deps, tags, v, subject, noun)


def _behind_noun(texts: list[str], heads: list[int], deps: list[str], tags: list[str], v: int) -> bool:
    """ "Suicide bombings killed 43 people": a participle behind its noun has no object of its own."""
    subject = heads[v]
    if subject >= v or tags[subject] not in NOUNS or texts[v].lower() in _TWO_OBJECTS or texts[v - 1] == ",":
        return False
    kids = [k for k in range(len(heads)) if heads[k] == v]
    if any(deps[k] in SUBJECTS | {"aux", "auxpass", "agent"} for k in kids):
        return False
    objects = [k for k in kids if deps[k] == "dobj" and k > v]
    if not objects:
        return _before_semicolon(texts, heads, deps, tags, v, subject)
    return deps[subject] in ("ROOT", "nsubj") and _raise(texts, heads, deps, tags, v, subject, objects[0])


def _before_semicolon(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], v: int, subject: int
) -> bool:
    """ "…, two papers reported on Friday; the minister denied it": what ends with a semicolon has a verb."""
    above = heads[subject]
    if texts[-1] != "." or texts[v].lower() in _MEANT:
        return False
    if deps[subject] != "nsubj" or above < v or ";" not in texts[v:above] or tags[above] not in _FINITE | {"VBN", "VB"}:
        return False
    end = texts.index(";", v)
    if any(tag in _FINITE for tag in tags[v:end]) or any(text == "," for text in texts[v:end]):
        return False
    if not any(heads[k] == above and deps[k] in SUBJECTS and k > end for k in range(end, above)):
        return False
    heads[v], deps[v] = above, "ccomp"
    heads[subject], deps[subject] = v, "nsubj"
    for k in range(v + 1, end):
        if heads[k] == subject and deps[k] in ("prep", "npadvmod", "advmod"):
            heads[k] = v
    return True


def _top(heads: list[int], deps: list[str], tags: list[str], at: int, verb: int) -> int | None:
    """The noun of the phrase that ends at ``at``: up over "of" and "in", not over a verb."""
    for _ in range(len(heads)):
        head = heads[at]
        if head == at or head >= verb or tags[head] in ("VBD", "VBZ", "VBP", "VB", "MD"):
            return at if tags[at] in NOUNS or tags[at] in ("CD", "PRP", "DT") else None
        at = head
    return None


def _raise(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], v: int, subject: int, noun: int
) -> bool:
    """Make ``v`` the verb of ``subject`` and ``noun``, in the place that the phrase of both had; False where that
    place is none for a clause."""
    anchor = subject
    if noun != subject and (heads[subject] in (v, noun) or is_below(heads, subject, noun)):
        anchor = noun
    place = _place(texts, heads, deps, tags, anchor, v)
    if place is None:
        return False
    head, dep, joined = place
    if joined is not None:  # "dissolved parliament on Friday and suspended the law"
        heads[joined], deps[joined] = v, "conj"
    for k in range(len(heads)):
        if k in (v, subject, noun):
            continue
        if heads[k] == noun and k < v:
            heads[k] = subject if deps[k] in _BEFORE_NOUN and k < subject else v
        elif heads[k] in (noun, subject) and k > v and k != joined and _hangs_on_clause(texts, deps, tags, k, noun):
            heads[k] = v
    heads[subject], deps[subject] = v, "nsubj"
    heads[noun], deps[noun] = v, "dobj"
    heads[v], deps[v] = (v, "ROOT") if head < 0 else (head, dep)
    return True


def _hangs_on_clause(texts: list[str], deps: list[str], tags: list[str], k: int, noun: int) -> bool:
    if deps[k] == "conj":
        return tags[k][:2] == "VB"
    if deps[k] == "cc":
        return not any(d == "conj" and tags[n] in NOUNS for n, d in enumerate(deps[k + 1 : k + 6], k + 1))
    if deps[k] == "punct" or deps[k] == "prep":
        return k > noun and texts[k].lower() not in ("of", "by")
    return k > noun and deps[k] in _OF_CLAUSE


def _place(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], anchor: int, v: int
) -> tuple[int, str, int | None] | None:
    """Head and label of a clause that was read as the phrase of ``anchor`` (head -1: the root), with the verb that
    turns out to be joined to it; None where no clause can stand."""
    head, dep = heads[anchor], deps[anchor]
    if head == anchor:
        return -1, "ROOT", None
    if dep in ("nsubj", "nsubjpass") and head > v:
        between = range(v, head)
        if any(heads[k] == head and deps[k] in SUBJECTS and k > v for k in range(v + 1, len(heads)) if k != anchor):
            return head, "ccomp", None
        ands = [k for k in between if texts[k].lower() in ("and", "but") and heads[k] in (anchor, head, v)]
        comma = anchor != v and deps[v] == "amod" and texts[head - 1] == ","  # "stormed parliament, burned the mace"
        if (ands or comma) and tags[head] in _FINITE:
            outer, label = heads[head], deps[head]
            return (-1, "ROOT", head) if outer == head else (outer, label, head)
        return None
    if tags[head][:2] == "VB" and dep in ("ccomp", "conj", "advcl", "parataxis"):
        return head, dep, None
    if head < v and dep == "dobj" and tags[head][:2] == "VB":
        return head, "ccomp", None
    return None
