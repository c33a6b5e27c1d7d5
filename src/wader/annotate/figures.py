from __future__ import annotations

from wader.knowledge.figures import Figures
from wader.records import Article, Figure, Sentence


def find_figures(article: Article, sentences: list[Sentence], figures: Figures) -> list[Figure]:
    return []
