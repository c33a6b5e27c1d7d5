"""How many: the figures of a candidate's sentence that its trigger counts."""

from __future__ import annotations

from bisect import bisect_right

from wader.records import Candidate, Document, EventFigure, Figure, Sentence, Tokens
from wader.resolve.attribution import covering

_OF_CATEGORY = {
    "ASSAULT": ("killed", "injured", "casualties", "abducted", "assaulted", "missing", "displaced", "destroyed",
    "launched", "downed", "captured", "weapons"),
    "COERCE": ("arrested", "charged", "expelled", "displaced", "seized", "released", "killed", "injured",
    "dismissed", "abducted", "captured", "destroyed", "casualties", "missing"),
    "PROTEST": ("protesters", "arrested", "injured", "killed", "casualties", "destroyed"),
    "MOBILIZE": ("deployed", "troops", "weapons", "launched"),
    "AID": ("money", "supplied", "deployed", "troops", "weapons", "rescued", "displaced"),
    "RETREAT": ("withdrawn", "released", "surrendered", "troops", "weapons", "deployed"),
    "CONCEDE": ("released", "withdrawn", "surrendered", "money", "troops", "weapons"),
    "SANCTION": ("money", "expelled", "dismissed", "charged", "seized"),
    "COOPERATE": ("money", "supplied", "troops", "weapons", "released", "deployed"),
    "AGREE": ("money", "released", "troops", "weapons", "supplied", "withdrawn"),
    "SUPPORT": ("money", "supplied"),
    "ACCUSE": ("charged", "killed", "arrested", "injured", "casualties"),
    "THREATEN": ("deployed", "troops", "money", "weapons"),
    "REQUEST": ("money", "weapons", "troops", "released"),
    "CONSULT": (),
    "REJECT": ("money", "troops"),
}  # fmt: skip
"""Kinds of figure that an event of a category can count."""


def event_figures(document: Document, candidate: Candidate) -> list[EventFigure]:
    """Figures of the candidate's sentence whose kind fits its category and which its trigger governs, in order.

    Where a sentence has several events of categories that take the same kind, the figure goes to those whose trigger
    stands above or beside its words in the tree; an unparsed sentence gives it to all. ``by``: the speaker whose words
    hold the figure, or what the annotation says.
    """
    kinds = _OF_CATEGORY.get(candidate.category, ())
    sentence = next((s for s in document.sentences if s.sequence == candidate.sentence), None)
    found = []
    for figure in document.figures:
        if figure.sentence != candidate.sentence or figure.in_ != candidate.in_ or figure.kind not in kinds:
            continue
        if _tied(sentence, candidate, figure):
            found.append(_event_figure(document, figure))
    return found


def _event_figure(document: Document, figure: Figure) -> EventFigure:
    by, as_of = figure.by, figure.as_of
    if by is None:
        speakers = [a for a in covering(document, figure.start, figure.end, figure.in_, figure.sentence) if a.source]
        if speakers and speakers[0].source:
            text = (document.article.title or "") if figure.in_ == "title" else document.article.text
            by = text[slice(*speakers[0].source)]
    return EventFigure(figure.kind, figure.low, figure.high, figure.unit, by, as_of, figure.start, figure.end)


def _tied(sentence: Sentence | None, candidate: Candidate, figure: Figure) -> bool:
    """The trigger is above the figure, or both stand in one clause: no other clause's verb is between them."""
    if sentence is None or sentence.tokens is None or not len(sentence.tokens) or not candidate.triggers:
        return True
    tokens = sentence.tokens
    at = bisect_right(tokens.start, max(figure.end - 1, 0)) - 1
    up = tokens.path_up(max(at, 0))
    for trigger in candidate.triggers:
        if trigger.start < figure.end and figure.start < trigger.end:
            return True
        node = bisect_right(tokens.start, trigger.start) - 1
        if node in up:
            return not _crosses(tokens, up[: up.index(node)])
        path = tokens.path_up(max(node, 0))
        common = next((k for k in path if k in up), None)
        if common is None:
            continue
        if not _crosses(tokens, up[: up.index(common)]) and not _crosses(tokens, path[: path.index(common)]):
            return True
    return False


def _crosses(tokens: Tokens, nodes: list[int]) -> bool:
    """Whether a path leaves a clause: a verb that stands as clause of its own, or a conjoined verb with its own
    object."""
    for k in nodes:
        if tokens.tag[k][:2] != "VB":
            continue
        if tokens.dep[k] in ("ccomp", "relcl", "parataxis"):
            return True
        if tokens.dep[k] == "advcl" and tokens.tag[k] != "VBG":  # "attacked the town, killing 12" is one event
            return True
        if tokens.dep[k] == "conj" and any(
            tokens.head[c] == k and tokens.dep[c] in ("dobj", "nsubj", "nsubjpass") for c in range(len(tokens))
        ):
            return True
    return False


def counted(figure: EventFigure) -> str:
    """A figure as evidence tells it: ``killed: 14``, ``killed: 3–5``, ``killed: at least 14``."""
    low, high = figure.low, figure.high
    if low is None or high is None:
        bound = f"at least {low}" if low is not None else f"at most {high}" if high is not None else "not told"
        return f"{figure.kind}: {bound}"
    return f"{figure.kind}: {low}" if low == high else f"{figure.kind}: {low}–{high}"
