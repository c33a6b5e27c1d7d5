"""Members of lists that the small parser hung on the verb or too low, and prepositions that it hung on another word
than their verb, given their place back.

"We will ask Chad, Niger, and Mali to help" is read as if Mali were a second verb; "the government of Jane Roe and the
army's command" as a government of both. Where words of the sentence rule that reading out, the list is joined.
"""

from __future__ import annotations

from wader.annotate.mend_nouns import Words
from wader.annotate.mend_subjects import listed_subject
from wader.annotate.mend_tree import NOUNS, SUBJECTS, is_below, is_tree

_ANDS = frozenset(("and", "or", "nor"))
_WHERE = frozenset(("in", "at", "from", "near", "outside", "around", "across"))
"""Prepositions behind which it says where somebody is."""


def mend_lists(texts: list[str], heads: list[int], deps: list[str], tags: list[str], words: Words | None) -> None:
    """Mend one sentence's lists in place."""
    for k in range(1, len(tags)):
        if words is not None and _is_whose(texts, heads, deps, tags, k, words):
            heads[k - 1], deps[k - 1] = k, "compound"
        if words is not None and (named := _title_of(texts, heads, deps, tags, k, words)) is not None:
            heads[k], deps[k], deps[named] = named, "compound", "conj"
        was = heads[k], deps[k]
        place = None
        if deps[k] == "conj" and tags[k] in NOUNS:
            place = _last_of_object(texts, heads, deps, tags, k)
            if words is not None:
                place = place or _beside_owner(texts, heads, deps, tags, k, words)
                place = place or _beside_those_there(texts, heads, deps, tags, k, words)
                place = place or _other_side(texts, heads, deps, tags, k, words)
        elif words is not None and tags[k] in NOUNS and deps[k] in (*SUBJECTS, "appos"):
            place = listed_subject(texts, heads, deps, tags, k, words)
        elif deps[k] == "conj" and tags[k] in ("IN", "TO"):
            place = _second_preposition(texts, heads, deps, tags, k)
        if place is not None:
            heads[k], deps[k] = place
            if not is_tree(heads):
                heads[k], deps[k] = was


def _is_whose(texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words) -> bool:
    """Whether a verb has two subjects side by side, the first a name that says whose the second are: "Chad police"."""
    both = deps[k - 1] == deps[k] == "nsubj" and heads[k - 1] == heads[k] and heads[k] > k
    return both and tags[k - 1] == "NNP" and tags[k] in ("NN", "NNS") and words.people(texts[k].lower())


def _title_of(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words
) -> int | None:
    """The name right behind a title that was taken for a member of the list by itself: "the bishop and Foreign Minister
    Ann Boll"."""
    if deps[k] != "conj" or tags[k] not in ("NN", "NNP") or not words.people(texts[k].lower()):
        return None
    last = k + 1
    while last < len(tags) and tags[last] == "NNP" and deps[last] == "compound" and heads[last] > last:
        last += 1
    if last >= len(tags) or tags[last] != "NNP" or heads[last] != heads[k] or deps[last] not in ("conj", "appos"):
        return None
    return last if all(heads[n] == last for n in range(k + 1, last)) else None


def _last_of_object(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int
) -> tuple[int, str] | None:
    """ "Ask Chad, Niger, and Mali to help": a noun is joined to no verb, but to the object that ends before it."""
    verb = heads[k]
    if tags[verb][:2] != "VB" or verb > k or any(heads[n] == k and deps[n] in SUBJECTS for n in range(len(heads))):
        return None
    left = k
    while left > 0 and (heads[left - 1] == k or is_below(heads, left - 1, k)):
        left -= 1
    if left < 2 or texts[left - 1].lower() not in _ANDS:
        return None
    last = left - 2
    while last > verb and texts[last] == ",":
        last -= 1
    if tags[last] not in NOUNS:
        return None
    at = last
    while deps[at] == "conj" and heads[at] > verb:
        at = heads[at]
    return (last, "conj") if deps[at] == "dobj" and heads[at] == verb and deps[last] in ("conj", "dobj") else None


def _beside_owner(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words
) -> tuple[int, str] | None:
    """ "The government of Jane Roe and the army's command": who has an article and no name stands beside those whose
    the name says they are."""
    name = heads[k]
    at = heads[name]
    whose = heads[at]
    if deps[name] != "pobj" or texts[at].lower() != "of" or tags[name] != "NNP" or tags[k] not in ("NN", "NNS"):
        return None
    if tags[whose] not in ("NN", "NNS") or any(heads[n] == name and deps[n] == "det" for n in range(len(heads))):
        return None
    opens = next((n for n in range(name + 1, k) if texts[n].lower() in _ANDS), None)
    article = opens is not None and texts[opens + 1].lower() == "the"
    owners = [n for n in range(name + 1, k) if heads[n] == k and deps[n] == "poss"]  # "the army's high command"
    people = any(words.people(texts[n].lower()) for n in (k, *owners)) and words.people(texts[whose].lower())
    return (whose, "conj") if article and people else None


def _beside_those_there(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words
) -> tuple[int, str] | None:
    """ "Elders in the north and local officials", "students in Lagos and teachers in Abuja": people are joined to the
    people, not to the place where these are."""
    place = heads[k]
    at = heads[place]
    there = heads[at]
    if deps[place] != "pobj" or deps[at] != "prep" or texts[at].lower() not in _WHERE or not there < at < place < k:
        return None
    plural = tags[k] in ("NNS", "NNPS") and tags[there] in ("NNS", "NNPS")
    joined = any(heads[n] == place and texts[n].lower() in _ANDS for n in range(place + 1, k))
    are = words.people(texts[k].lower()) and words.people(texts[there].lower())
    return (there, "conj") if plural and joined and are and not words.people(texts[place].lower()) else None


def _other_side(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words
) -> tuple[int, str] | None:
    """ "A clash between soldiers of the Ninth Brigade and rebels": what is "between" is so between two, of whom the
    parser joined the second to those whose the first are."""
    whose = heads[k]
    one = heads[heads[whose]]
    between = heads[one]
    if not between < one < whose < k or deps[whose] != "pobj" or texts[heads[whose]].lower() != "of":
        return None
    if deps[one] != "pobj" or texts[between].lower() != "between":
        return None
    if any(heads[n] == one and deps[n] == "conj" for n in range(one, len(heads))):
        return None
    people = tags[k] in ("NN", "NNS") and words.people(texts[k].lower()) and words.people(texts[one].lower())
    bare = not any(heads[n] == k and deps[n] in ("det", "amod", "prep") for n in range(len(heads)))
    both = bare and tags[whose] == tags[k]  # "between leaders of the army and navy"
    return (one, "conj") if people and not both else None


def _second_preposition(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int
) -> tuple[int, str] | None:
    """ "Appealed to Chad to stay and to Niger to leave": the second "to" is of the same verb as the first."""
    below = heads[k]
    if tags[below][:2] != "VB" or texts[k - 1].lower() not in _ANDS:
        return None
    if not any(heads[n] == k and deps[n] == "pobj" for n in range(k, len(heads))):
        return None
    for n in range(k - 1, 0, -1):
        at = heads[n]
        if deps[n] != "prep" or texts[n].lower() != texts[k].lower() or tags[at][:2] != "VB":
            continue
        over = deps[below] in ("advcl", "xcomp") and at == heads[below]
        if over or (deps[at] == "xcomp" and heads[at] == below):  # "would like to give thanks to ... and to ..."
            return at, "prep"
    return None
