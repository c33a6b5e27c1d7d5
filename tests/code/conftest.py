"""One annotator and coder for all tests of the coder: loading them is what costs."""

from collections.abc import Callable

import pytest

from evaluation.common import LEXICON_ONLY
from wader.annotate import Annotator
from wader.code import Coder
from wader.knowledge import Knowledge, load
from wader.records import Article, Candidate, Document, Mention

Code = Callable[..., list[Candidate]]


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load(LEXICON_ONLY)


@pytest.fixture(scope="session")
def annotator(knowledge: Knowledge) -> Annotator:
    return Annotator(knowledge)


@pytest.fixture(scope="session")
def document_of(annotator: Annotator) -> Callable[..., Document]:
    def make(text: str, title: str | None = None) -> Document:
        return annotator.annotate(Article("test", title, text), everything=True)

    return make


@pytest.fixture(scope="session")
def code(knowledge: Knowledge, document_of: Callable[..., Document]) -> Code:
    coder = Coder(knowledge)

    def run(text: str, title: str | None = None) -> list[Candidate]:
        return coder.code(document_of(text, title))

    return run


def words(mentions: list[Mention], text: str) -> list[str]:
    return [text[m.start : m.end] for m in mentions]
