"""Where the syntax of its sentence puts a role: places of its clause, what stands behind it, whom it is beside."""

from __future__ import annotations

from wader.resolve import compound as np
from wader.resolve.compound import View


def beside(view: View, head: int, at: int) -> bool:
    """Whether the place at an offset is of the clause of ``head`` or of one above it: "talks resume in Caracas if the
    army spares civilians" leaves the civilians where they are."""
    place = next((k for k in range(len(view.tokens)) if view.tokens.start[k] >= at), None)
    if place is None:
        return True
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


_MOST = frozenset([
    "all", "most", "both", "each", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "majority",
])  # fmt: skip


def nationality(view: View, head: int) -> str | None:
    """The country of "six engineers, five of them Kenyans": what is told right behind of all or most of them."""
    texts = [text.lower() for text in view.tokens.text[head + 1 : head + 9]]
    if not texts or texts[0] not in (",", "(", "-", "--", "–", "—"):
        return None
    whom = next((k for k in range(1, len(texts) - 1) if texts[k] in ("them", "whom") and texts[k - 1] == "of"), None)
    if whom is None or not any(text in _MOST or text.isdigit() for text in texts[1:whom]):
        return None
    for k in range(head + 2 + whom, min(head + 5 + whom, len(view.tokens))):
        entity = view.entity[k]
        if entity is not None and entity.kind == "NORP" and entity.sector is None:
            return entity.code
    return None
