"""Passages written for these tests."""

from __future__ import annotations

from pathlib import Path

from training.corpus import Passage, parse

RAID = """@lead mali 2010s ctx=military
{A Malian soldiers} {1 raided} {B a rebel camp} near {p Gao} on {t Sunday}, {C an army spokesman} {c said}.
1 ASSAULT firearms A > B p t by=C c"""


def passage(block: str, name: str = "author/topic:1") -> Passage:
    """A passage of a file "author/topic"."""
    author, _, topic = name.partition(":")[0].partition("/")
    return parse(block.splitlines(), name, author, topic)


def told(text: str, name: str = "author/topic:1") -> Passage:
    """A passage of which only the text matters."""
    return passage(f"@lead mali 2010s ctx=-\n{text}", name)


def written(path: Path, *blocks: str) -> Path:
    """A file of the corpus with these passages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join(blocks) + "\n", "utf-8")
    return path
