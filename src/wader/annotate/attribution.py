from __future__ import annotations

from wader.knowledge.reporting import Reporting
from wader.records import Article, Attribution, Sentence


def find_attributions(article: Article, sentences: list[Sentence], reporting: Reporting) -> list[Attribution]:
    return []
