"""Members of a list of subjects that the small parser took for a second subject, or for other names of the first."""

from __future__ import annotations

from wader.annotate.mend_nouns import Words
from wader.annotate.mend_tree import NOUNS, SUBJECTS, is_below

_COUNTING = frozenset(("thousands", "hundreds", "dozens", "scores", "tens", "millions"))
_GIVEN = frozenset(("det", "nummod", "poss"))


def listed_subject(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words
) -> tuple[int, str] | None:
    """Where the beginning of a list belongs that goes on to its verb without a comma, which would close an apposition;
    None where it is none."""
    if not any(heads[n] == k and texts[n].lower() == "and" for n in range(k + 1, len(heads))):
        return None
    left = min(n for n in range(k + 1) if n == k or is_below(heads, n, k))
    last = max(n for n in range(k, len(heads)) if n == k or is_below(heads, n, k))
    if left < 2 or texts[left - 1] != "," or last + 1 >= len(heads) or texts[last + 1] == ",":
        return None
    if deps[k] == "appos":
        return _no_other_name(texts, heads, deps, tags, k, words)
    return _of_the_first(texts, heads, deps, tags, k, left, words)


def _of_the_first(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, left: int, words: Words
) -> tuple[int, str] | None:
    """ "Lawmakers from the Left, the Greens and the Centre voted", "thousands of nurses, teachers and cooks marched":
    of two subjects, the second is a list that begins with those whom the preposition of the first names."""
    begins, verb = left - 2, heads[k]
    if verb < k or deps[begins] != "pobj" or texts[heads[begins]].lower() not in ("of", "from"):
        return None
    first = heads[heads[begins]]
    if heads[first] != verb or deps[first] not in SUBJECTS or tags[begins] not in NOUNS:
        return None
    alike = (tags[k][:3] == "NNP") == (tags[begins][:3] == "NNP")
    people = words.people(texts[first].lower()) or texts[first].lower() in _COUNTING
    return (begins, "conj") if alike and people else None


def _no_other_name(
    texts: list[str], heads: list[int], deps: list[str], tags: list[str], k: int, words: Words
) -> tuple[int, str] | None:
    """ "The mayor of Lima, the bishop and two judges condemned": those listed with a subject, or with a name in it."""
    first = heads[k]
    while deps[first] in ("pobj", "prep") and heads[first] < first:
        first = heads[first]
    if deps[first] not in SUBJECTS or heads[first] < k or tags[heads[first]][:2] != "VB":
        return None
    given = any(heads[n] == k and deps[n] in _GIVEN for n in range(first, k))
    people = words.people(texts[k].lower()) and (tags[first][:3] == "NNP" or words.people(texts[first].lower()))
    return (first, "conj") if given and people else None
