"""What is read off a sentence's graph again and again, worked out once for each token."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

if TYPE_CHECKING:
    from wader.code.graph import Graph

_Asked = ParamSpec("_Asked")


def once(
    read: Callable[Concatenate[Graph, _Asked], list[int]],
) -> Callable[Concatenate[Graph, _Asked], list[int]]:
    """A method of ``Graph`` that keeps what it found; who asks gets a list of his own, which he may change."""
    name = read.__name__

    @wraps(read)
    def kept(graph: Graph, /, *asked: _Asked.args, **named: _Asked.kwargs) -> list[int]:
        key = name, asked, *named.items()
        found = graph.known.get(key)
        if found is None:
            found = graph.known[key] = read(graph, *asked, **named)
        return found.copy()

    return kept
