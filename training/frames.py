"""How a trigger and its parties hang together in a sentence: the dependency labels between them."""

from __future__ import annotations

from collections.abc import Iterable

from training.corpus import Passage, Span
from wader.annotate import Annotator
from wader.knowledge import load
from wader.records import Article, Tokens

Frame = dict[str, str]
"""Path by ``actor``, ``recipient`` (the first of each) and ``both``; a role that is not there has none."""


def frames(passages: Iterable[Passage]) -> list[Frame]:
    """The frame of every event whose trigger and party stand in one sentence."""
    annotator = Annotator(load())
    found: list[Frame] = []
    for passage in passages:
        article = Article(passage.id, None, passage.text, blocks=[(0, len(passage.text))])
        sentences = [s for s in annotator.syntax(article, everything=True).sentences if s.tokens is not None]
        for event in passage.events:
            trigger = passage.spans[event.trigger]
            home = next((s for s in sentences if s.start <= trigger.start and trigger.end <= s.end), None)
            if event.category == "NONE" or home is None or home.tokens is None:
                continue
            frame: Frame = {}
            for role, ids in (("actor", event.actors), ("recipient", event.recipients)):
                if ids and (path := path_between(home.tokens, trigger, passage.spans[ids[0]])):
                    frame[role] = path
            if len(frame) == 2:
                frame["both"] = f"{frame['actor']}, {frame['recipient']}"
            found.append(frame)
    return found


def path_between(tokens: Tokens, trigger: Span, party: Span) -> str | None:
    """Labels up from the trigger's head (``^``) to the word that governs both, and down (``v``) to the party's head;
    ``=`` where one stands in the other. None where a span has no word in the sentence."""
    start, end = head_of(tokens, trigger), head_of(tokens, party)
    if start is None or end is None:
        return None
    up, down = tokens.path_up(start), tokens.path_up(end)
    shared = next((t for t in up if t in down), None)
    if shared is None:
        return None
    climbed = [f"^{tokens.dep[t]}" for t in up[: up.index(shared)]]
    descended = [f"v{tokens.dep[t]}" for t in reversed(down[: down.index(shared)])]
    return " ".join(climbed + descended) or "="


def head_of(tokens: Tokens, span: Span) -> int | None:
    """The word of a span whose head lies outside of it (the first, where several do)."""
    inside = [k for k in range(len(tokens)) if tokens.start[k] < span.end and span.start < tokens.end[k]]
    return next((k for k in inside if tokens.head[k] not in inside or tokens.head[k] == k), None)
