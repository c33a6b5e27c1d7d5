"""The functions behind ``wader.code`` and its like: the same stages as the command line, for notebooks and programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from wader.errors import UsageError
from wader.knowledge import Knowledge, load
from wader.pipeline import Coded, pipeline
from wader.records import Article, RawDocument, Skip
from wader.run import run as _run
from wader.show.result import Result
from wader.store import RunRecord, Store

Kind = Literal["text", "page", "html"]


def code(
    text: str,
    *,
    date: str | None = None,
    title: str | None = None,
    kind: Kind = "text",
    id: str = "text",
    url: str | None = None,
    source: str | None = None,
    knowledge: str | Path | None = None,
    actors: Sequence[str | Path] = (),
    min_confidence: float | None = None,
) -> Result:
    """Code one text.

    Args:
        text: the body of an article; a whole web page with ``kind="html"``, a plain-text page dump with ``"page"``.
        date: day of publication, YYYY-MM-DD; relative dates are counted from it.
        title: the headline.
        id, url, source: how to cite it.
        knowledge: directory of your own verbs, actors and outlets, laid over the packaged ones.
        actors: PETRARCH or TABARI dictionaries of your own, over all other knowledge.
        min_confidence: less sure events are left out, 0: none; without it as ``coder.yaml`` has it (``told``).

    Raises:
        UsageError: ``date`` is no day there is, or ``knowledge`` no directory.
    """
    raw = RawDocument(id, kind, _whole(text), title and _whole(title), date, url, source)
    return _result(pipeline(_path(knowledge), _paths(actors)).process(raw, least=min_confidence))


def annotate(
    text: str,
    *,
    date: str | None = None,
    title: str | None = None,
    kind: Kind = "text",
    id: str = "text",
    knowledge: str | Path | None = None,
    actors: Sequence[str | Path] = (),
) -> Result:
    """Like ``code``, with every sentence parsed: ``.document`` has them all, and ``.row()`` is a line of
    ``wader annotate``."""
    chosen = pipeline(_path(knowledge), _paths(actors))
    raw = RawDocument(id, kind, _whole(text), title and _whole(title), date)
    return _result(chosen.process(raw, everything=True))


def read(
    page: str, *, kind: Kind = "html", id: str = "page", url: str | None = None, knowledge: str | Path | None = None
) -> Article | Skip:
    """A raw page as an article: its body, title, date, byline and what was set aside."""
    from wader.read import read as read_page

    raw = RawDocument(id, kind, _whole(page), url=url)
    return read_page(raw, pipeline(_path(knowledge)).knowledge)


def run(
    paths: str | Path | Sequence[str | Path],
    to: str | Path,
    *,
    workers: int = 1,
    knowledge: str | Path | None = None,
    actors: Sequence[str | Path] = (),
    min_confidence: float | None = None,
) -> RunRecord:
    """Code everything under ``paths`` into the store ``to``, as ``wader run`` does, and return the run's record."""
    several = [str(path) for path in ([paths] if isinstance(paths, str | Path) else paths)]
    own, brought = _path(knowledge), _paths(actors)
    return _run(several, to, workers=workers, knowledge=own, actors=brought, min_confidence=min_confidence)


def open_store(path: str | Path) -> Store:
    """A store for reading: ``.events()``, ``.article(id)``, ``.diff(a, b)``, ``.connection`` (DuckDB)."""
    return Store(Path(path))


def load_knowledge(overlay: str | Path | None = None, actors: Sequence[str | Path] = ()) -> Knowledge:
    """The knowledge in force: lexicon, actors, codebook…, with a directory and dictionaries of your own over it."""
    return load(_path(overlay), _paths(actors))


def _whole(text: str) -> str:
    """``text`` with half characters, which no file could hold, as U+FFFD: of the same length."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def _path(given: str | Path | None) -> Path | None:
    return None if given is None else Path(given)


def _paths(given: Sequence[str | Path]) -> tuple[Path, ...]:
    return tuple(map(Path, given))


def _result(coded: Coded | Skip) -> Result:
    if isinstance(coded, Skip):
        return Result(None, [], coded)
    if coded.notes:
        raise UsageError(f"{coded.notes[0].said.partition(': read')[0]}. {coded.notes[0].remedy}")
    return Result(coded.document, coded.events, coded.skip)
