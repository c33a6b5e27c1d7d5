"""A parsed sentence as a tree: children and subtrees of its ``Tokens``."""

from __future__ import annotations

from collections.abc import Iterable

from wader.records import Tokens


class Tree:
    """Children of every token; built once for a sentence that has something to look for."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.children: list[list[int]] = [[] for _ in tokens.start]
        for child, head in enumerate(tokens.head):
            if head != child:
                self.children[head].append(child)

    def child(self, at: int, *deps: str) -> int | None:
        """The first child with one of ``deps``."""
        dep = self.tokens.dep
        return next((kid for kid in self.children[at] if dep[kid] in deps), None)

    def subtree(self, at: int, without: Iterable[int] = ()) -> list[int]:
        """Indices of ``at`` and all below it in order, leaving out the branches in ``without``."""
        skip = set(without)
        found, stack = [], [at]
        while stack:
            node = stack.pop()
            found.append(node)
            stack += [kid for kid in self.children[node] if kid not in skip] if skip else self.children[node]
        return sorted(found)

    def verb_above(self, at: int) -> int:
        """The nearest verb that governs ``at`` (itself excluded), else the root."""
        tokens = self.tokens
        for _ in range(len(tokens)):
            head = tokens.head[at]
            if head == at or tokens.tag[head][:2] == "VB" or tokens.tag[head] == "MD":
                return head
            at = head
        return at


def runs(indices: Iterable[int]) -> list[tuple[int, int]]:
    """Consecutive indices as half-open runs."""
    found: list[tuple[int, int]] = []
    for k in indices:
        if found and found[-1][1] == k:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return found
