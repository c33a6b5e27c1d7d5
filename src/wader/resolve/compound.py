"""The syntax of noun phrases: what stands left and right of a head, what is coordinated, what a head passes on.

Only columns of a parsed sentence are read; nothing here knows any actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wader.records import Entity, Sentence, Tokens

LEFT = frozenset(["amod", "compound", "nmod", "poss", "nummod", "quantmod", "npadvmod", "advmod", "det", "predet"])
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
NOMINAL = frozenset([
    "nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos", "attr", "poss", "agent", "oprd", "ROOT",
])  # fmt: skip
TRANSPARENT = frozenset([
    "dozen", "hundred", "thousand", "million", "billion", "score", "number", "group", "majority", "minority", "rest",
    "lot", "handful", "series", "pair", "couple", "crowd", "part", "half", "third", "quarter", "some", "many",
    "several", "most", "all", "one", "each", "none", "any", "few", "both", "either", "neither", "contingent",
    "column", "batch", "wave", "bunch", "more", "member", "mob", "remainder", "bulk", "throng", "score", "type",
    "kind", "sort", "plenty", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty",
    "other", "remains", "contingent", "detachment", "body", "bodies", "cell", "faction", "section", "total", "list",
    "team", "squad",
])  # fmt: skip
"""Heads that stand for what follows "of": "dozens of soldiers", "members of the junta"."""
_OWN_PARTICIPLES = frozenset([
    "led", "based", "owned", "run", "born", "registered", "flagged", "built", "made", "operated", "funded",
    "headquartered",
])  # fmt: skip
_FOREIGN_PREFIX = frozenset(["pro", "anti", "non", "ex"])


@dataclass(slots=True)
class View:
    """A parsed sentence ready for look-ups: ``kids`` by token, and the entity that covers each token."""

    sentence: Sentence
    tokens: Tokens
    source: str
    kids: list[list[int]]
    entity: list[Entity | None]
    lemma: list[str]
    small: bool = False
    """The sentence has no capital at all."""
    cache: dict[int, object] = field(default_factory=dict)


def view_of(sentence: Sentence, source: str, entities: list[Entity]) -> View:
    """A ``View`` of a parsed sentence with its ``entities`` (sorted by start).

    Of two entities over one token a name wins over a role.
    """
    tokens = sentence.tokens
    assert tokens is not None
    count = len(tokens)
    kids: list[list[int]] = [[] for _ in range(count)]
    for n, head in enumerate(tokens.head):
        if head != n:
            kids[head].append(n)
    covering: list[Entity | None] = [None] * count
    n = 0
    for entity in entities:
        while n < count and tokens.end[n] <= entity.start:
            n += 1
        k = n
        while k < count and tokens.start[k] < entity.end:
            held = covering[k]
            if held is None or held.kind == "ROLE":
                covering[k] = entity
            k += 1
    small = source[sentence.start : sentence.end].islower()
    lemmas = [
        text.lower() if dep == "amod" and tag in ("VBN", "VBG") else lemma.lower()
        for text, lemma, tag, dep in zip(tokens.text, tokens.lemma, tokens.tag, tokens.dep, strict=True)
    ]  # "masked men" are no "mask men"
    return View(sentence, tokens, source, kids, covering, lemmas, small)


def conjuncts(view: View, head: int) -> list[int]:
    """``head`` and what is coordinated with it, left to right: "France, Spain and Italy"."""
    found: list[int] = []
    todo = [head]
    while todo and len(found) < 32:
        n = todo.pop(0)
        found.append(n)
        todo.extend(k for k in view.kids[n] if view.tokens.dep[k] == "conj" and k > n)
    return sorted(found)


def is_coordinated(view: View, head: int) -> bool:
    """Whether ``head`` has a conjunct."""
    return any(view.tokens.dep[k] == "conj" for k in view.kids[head])


def is_named(view: View, n: int) -> bool:
    """Whether a name, not a mere role, covers token ``n``."""
    entity = view.entity[n]
    return entity is not None and entity.kind != "ROLE"


def left_of(view: View, head: int, skip: int | None = None) -> list[int]:
    """Tokens that modify ``head`` from its left, with their own modifiers and conjuncts, left to right; without
    ``skip`` and what modifies that."""
    found: list[int] = []
    todo = [k for k in view.kids[head] if k < head and view.tokens.dep[k] in LEFT and k != skip]
    while todo and len(found) < 24:
        n = todo.pop()
        found.append(n)
        todo.extend(
            k for k in view.kids[n]
            if k < head and (view.tokens.dep[k] in LEFT or view.tokens.dep[k] == "conj")
        )  # fmt: skip
    return sorted(found)


def possessor(view: View, head: int) -> int | None:
    """The token that owns ``head``: "Israel" of "Israel's army", "their" of "their troops"."""
    return next((k for k in view.kids[head] if view.tokens.dep[k] == "poss"), None)


def objects_of(view: View, head: int, prepositions: frozenset[str]) -> Iterator[tuple[str, int]]:
    """Each preposition of ``head`` among ``prepositions`` with its objects, conjuncts included, left to right."""
    for kid in view.kids[head]:
        if kid < head or view.tokens.dep[kid] not in ("prep", "agent") or view.lemma[kid] not in prepositions:
            continue
        for n in view.kids[kid]:
            if view.tokens.dep[n] == "pobj":
                for each in conjuncts(view, n):
                    yield view.lemma[kid], each


def determiner(view: View, head: int) -> str | None:
    """The lower-case determiner of ``head``."""
    return next((view.lemma[k] for k in view.kids[head] if view.tokens.dep[k] in ("det", "predet") and k < head), None)


def ends_list(view: View, head: int) -> bool:
    """Whether "and" stands before a phrase, whatever a parser hung it on: "a judge, a major, and Jan Kowal"."""
    start = min([*left_of(view, head), head])
    return start > 0 and view.lemma[start - 1] in ("and", "or")


def has_before(view: View, head: int, word: str) -> bool:
    """Whether a word stands among the modifiers of ``head``: "two armed villagers"."""
    return any(k < head and view.tokens.text[k].lower() == word for k in view.kids[head])


def numeral(view: View, head: int) -> str | None:
    """The lower-case number that modifies ``head``: "two", "both", "4"."""
    for k in view.kids[head]:
        if k < head and (view.tokens.dep[k] == "nummod" or view.lemma[k] == "both"):
            return view.lemma[k]
    return None


def is_plural(view: View, n: int) -> bool:
    """Whether token ``n`` is plural by its tag, or coordinated."""
    return view.tokens.tag[n] in ("NNS", "NNPS") or is_coordinated(view, n)


def listed_under(view: View, n: int) -> int | None:
    """The noun whose members "including those who" picks out; None where token ``n`` is no such part."""
    link = view.tokens.head[n]
    if view.tokens.dep[n] != "pobj" or view.lemma[link] != "include":
        return None
    above = view.tokens.head[link]
    return above if above < link and view.tokens.tag[above].startswith("NN") else None


def stands_apart(source: str, entity: Entity) -> bool:
    """Whether ``entity`` is only half of a hyphenated word that says what somebody is for or supported by:
    "pro-Russian", "Iran-backed". "US-led" and "London-based" do say whose they are."""
    start, end = entity.start, entity.end
    if start > 3 and source[start - 1] in "-–‑":
        begin = start - 1
        while begin > 0 and source[begin - 1].isalpha():
            begin -= 1
        if source[begin : start - 1].lower() in _FOREIGN_PREFIX:
            return True
    if end + 2 < len(source) and source[end] in "-–‑":
        stop = end + 1
        while stop < len(source) and source[stop].isalpha():
            stop += 1
        if not source[end + 1].islower() and not (source[end + 1 : stop].isupper() and source.endswith("ED", 0, stop)):
            return False  # "US-Iran", but "US-BACKED"
        return source[end + 1 : stop].lower() not in _OWN_PARTICIPLES
    return False


def antecedent(view: View, pronoun: int) -> int | None:
    """The noun that a relative pronoun stands for: the head of the clause it opens. "Who" is no country, so that in
    "soldiers from Chad, who" it means the soldiers."""
    n = pronoun
    for _ in range(8):
        if view.tokens.dep[n] in ("relcl", "acl"):
            head = view.tokens.head[n]
            entity = view.entity[head]
            if view.lemma[pronoun] == "who" and entity is not None and entity.kind == "GPE":
                above = view.tokens.head[view.tokens.head[head]]
                if view.tokens.dep[head] == "pobj" and view.tokens.tag[above].startswith("NN"):
                    return above
            return head
        if view.tokens.head[n] == n:
            return None
        n = view.tokens.head[n]
    return None


def governor(view: View, n: int) -> int:
    """The verb (or root) above token ``n``."""
    for _ in range(12):
        head = view.tokens.head[n]
        if head == n or view.tokens.tag[head].startswith("VB"):
            return head
        n = head
    return n


def acts(view: View, head: int) -> bool:
    """Whether a noun stands where who does something stands: the subject of a verb, or behind a "by"."""
    dep, above = view.tokens.dep[head], view.tokens.head[head]
    return dep == "nsubj" or (dep == "pobj" and view.lemma[above] == "by")
