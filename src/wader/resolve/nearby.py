"""Where the syntax of its sentence puts a role: places of its clause, what stands behind it, whom it is beside."""

from __future__ import annotations

from wader.records import Entity
from wader.resolve import compound as np
from wader.resolve.compound import View
from wader.resolve.context import NON_STATES, PageContext
from wader.resolve.found import Phrases
from wader.resolve.held import caught
from wader.resolve.pronouns import inside

_DEEP = 16
"""Words over which a noun may hang on another one."""


def beside(view: View, head: int, at: int) -> bool:
    """Whether the place at an offset is of the clause of ``head`` or of one above it: "talks resume in Caracas if the
    army spares civilians" leaves the civilians where they are; so do "firms that work in Chad", "a summit in Oslo"."""
    place = next((k for k in range(len(view.tokens)) if view.tokens.start[k] >= at), None)
    if place is None:
        return True
    if _is_of_another(view, place, head):
        return False
    verb, own = np.governor(view, place), np.governor(view, head)
    return verb == own or _within(view, own, verb) or _within(view, verb, own)


def _within(view: View, verb: int, above: int) -> bool:
    """Whether a clause is part of another one, not beside it with a subject of its own nor its condition."""
    for _ in range(8):
        if verb == above:
            return True
        dep, subject = view.tokens.dep[verb], any(view.tokens.dep[k] in np.SUBJECTS for k in view.kids[verb])
        if (dep in ("advcl", "conj") and subject) or view.tokens.head[verb] == verb:
            return False
        verb = np.governor(view, verb)
    return False


def _is_of_another(view: View, place: int, head: int) -> bool:
    """Whether a place only says where another noun is: what a relative clause tells of that, where talks are held or a
    suit was filed."""
    tokens, n = view.tokens, place
    for _ in range(12):
        above = tokens.head[n]
        if above in (n, head):
            return False
        noun = tokens.tag[above].startswith("NN")
        other = noun and not inside(view, head, n, _DEEP) and not inside(view, above, head, _DEEP)
        if other and tokens.dep[n] == "relcl":
            return True
        if other and tokens.dep[n] in ("acl", "prep") and view.lemma[above] in TALKS | _PAPERS:
            return not inside(view, head, above, _DEEP)
        n = above
    return False


def span(view: View, head: int) -> tuple[int, int]:
    """Offsets of what stands behind ``head`` in its phrase: "in the hills" of "a convoy in the hills"."""
    last = head
    for k in view.kids[head]:
        if k > head and view.tokens.dep[k] == "prep":
            inside = [k]
            while inside:
                n = inside.pop()
                last = max(last, n)
                inside.extend(m for m in view.kids[n] if m > n)
    return view.tokens.end[head], view.tokens.end[last]


def first(view: View, head: int) -> int:
    """The first of those that ``head`` is coordinated with."""
    for _ in range(8):
        if view.tokens.dep[head] != "conj":
            return head
        head = view.tokens.head[head]
    return head


FRIENDS = frozenset(["ally", "partner", "neighbour", "neighbor", "rival", "foe", "enemy"])
"""What a state is to another one, which the words beside it name."""


def apposed_state(view: View, head: int) -> Entity | None:
    """The state that stands in apposition to ``head`` or to where that is: "an ally in the Gulf, Bahrain"."""
    tokens = view.tokens
    inner = [m for k in view.kids[head] if k > head and tokens.dep[k] == "prep" for m in view.kids[k]]
    for k in (k for n in (head, *inner) for k in view.kids[n] if k > head and tokens.dep[k] == "appos"):
        entity = view.entity[k]
        if entity is not None and entity.kind == "GPE" and entity.rule.startswith("state:"):
            return entity
    return None


_MOST = frozenset([
    "all", "most", "both", "each", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "majority",
])  # fmt: skip


def nationality(view: View, head: int) -> str | None:
    """The country of "six engineers, five of them Kenyans": what is told right behind of all or most of them."""
    texts = [text.lower() for text in view.tokens.text[head + 1 : head + 9]]
    if not texts or texts[0] not in (",", "(", "-", "--", "–", "—"):
        return None
    whom = next((k for k in range(1, len(texts) - 1) if texts[k] in ("them", "whom") and texts[k - 1] == "of"), None)
    if whom is None or not any(text in _MOST or text.isdecimal() for text in texts[1:whom]):
        return None
    for k in range(head + 2 + whom, min(head + 5 + whom, len(view.tokens))):
        entity = view.entity[k]
        if entity is not None and entity.kind == "NORP" and entity.sector is None:
            return entity.code
    return None


TALKS = frozenset([
    "meeting", "talk", "summit", "conference", "visit", "gathering", "negotiation", "discussion", "session", "forum",
    "consultation", "congress", "trip",
])  # fmt: skip
"""Nouns of meeting and talking: what these are "in" is where they were held."""
_PAPERS = frozenset(["lawsuit", "suit", "complaint", "report", "statement", "interview", "article", "book", "study"])
"""What is filed, given or published in one place and tells of another."""
_MEETING = frozenset(["gather", "meet", "convene", "assemble", "confer", "huddle", "reconvene"])
_HOLDING = frozenset(["hold", "attend", "have", "open", "begin", "start", "end", "conclude", "resume", "join"])


def is_gathering(view: View, head: int) -> bool:
    """Whether several gather or meet, or act at a meeting: where that is says nothing of whose they are. Who meets
    somebody else there may well be at home."""
    head, tokens = first(view, head), view.tokens
    above = tokens.head[head]
    if not np.is_plural(view, head):
        return False
    if tokens.dep[head] in ("nsubj", "nsubjpass"):
        objects = [view.lemma[k] for k in view.kids[above] if tokens.dep[k] == "dobj"]
        links = [k for n in (above, *view.kids[above]) if n == above or tokens.dep[n] == "dobj"
                 for k in view.kids[n] if tokens.dep[k] == "prep"]  # fmt: skip
        if any(view.lemma[n] in TALKS for k in links for n in view.kids[k]):
            return True  # "agreed it at a summit in Doha"
        if view.lemma[above] in _HOLDING:
            return any(lemma in TALKS for lemma in objects)
        return view.lemma[above] in _MEETING and not objects and all(view.lemma[k] != "with" for k in links)
    return tokens.dep[head] == "pobj" and view.lemma[tokens.head[above]] in TALKS  # "a meeting of ministers"


_SAYING = frozenset([
    "say", "report", "state", "announce", "find", "conclude", "allege", "claim", "accuse", "confirm", "declare",
    "warn", "tell", "add",
])  # fmt: skip


def is_told(view: View, head: int) -> bool:
    """Whether a clause is what some state's or body's own say: "UN investigators said that soldiers killed"; not what
    "police said", who are of the place."""
    tokens = view.tokens
    for k in tokens.path_up(head):
        above = tokens.head[k]
        if tokens.dep[k] == "ccomp" and view.lemma[above] in _SAYING:
            tellers = [n for n in view.kids[above] if tokens.dep[n] == "nsubj"]
            return any(np.is_named(view, m) for n in tellers for m in (n, *view.kids[n]))
    return False


def of_the_story(
    context: PageContext, view: View, head: int, found: tuple[str | None, str]
) -> tuple[str | None, str]:
    """``found``, the country of those of whom a page tells with its rule, unless only the dateline says it: then the
    one state that the sentence names instead, in what somebody is said to have done or on a page that is about it."""
    code, how = found
    if how not in ("dateline", "page country") or code is None or code != context.dateline or context.speaks_of(code):
        return found
    states = [e for e in context.peoples if e.code != code]
    named = {e.code for e in states if e.sentence == view.sentence.sequence and e.code not in NON_STATES}
    other = named.pop() if len(named) == 1 else None
    if other is not None and (sum(e.code == other for e in states) > 1 or is_told(view, head)):
        return other, "named in the sentence, unlike the dateline's"
    return found


def where(context: PageContext, view: View, head: int) -> tuple[str | None, str]:
    """The country of people or things of which nothing is said but what happens to them, with the rule."""
    here = context.country(
        view.sentence.sequence, domestic=True, at=view.tokens.start[head], beside=lambda p: beside(view, head, p)
    )
    return of_the_story(context, view, head, here)


def of_people(phrases: Phrases, context: PageContext, view: View, head: int) -> tuple[str | None, str]:
    """The country of "four were arrested": of who holds them, else where it happens."""
    holder = caught(phrases, view, head, "CVL", context.at_large(domestic=True)[0], 0)
    return (holder, "who holds or frees them") if holder is not None else where(context, view, head)
