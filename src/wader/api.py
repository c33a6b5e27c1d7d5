"""The functions behind ``wader.code`` and its like: the same stages as the command line, for notebooks and programs."""

from __future__ import annotations

from collections.abc import Sequence
from numbers import Real
from pathlib import Path
from typing import Any, Literal, get_args

from wader.acquire import AcquireOptions
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
        UsageError: an argument is not of its kind, ``date`` is no day there is, or ``knowledge`` no directory.
    """
    raw = _raw(text, kind, id=id, title=title, date=date, url=url, source=source)
    least = _share(min_confidence)
    return _result(pipeline(_path(knowledge), _paths(actors)).process(raw, least=least))


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
    raw = _raw(text, kind, id=id, title=title, date=date)
    chosen = pipeline(_path(knowledge), _paths(actors))
    return _result(chosen.process(raw, everything=True))


def read(
    page: str, *, kind: Kind = "html", id: str = "page", url: str | None = None, knowledge: str | Path | None = None
) -> Article | Skip:
    """A raw page as an article: its body, title, date, byline and what was set aside."""
    from wader.read import read as read_page

    raw = _raw(page, kind, "page", id=id, url=url)
    return read_page(raw, pipeline(_path(knowledge)).knowledge)


def run(
    paths: str | Path | Sequence[str | Path],
    to: str | Path,
    *,
    workers: int = 1,
    knowledge: str | Path | None = None,
    actors: Sequence[str | Path] = (),
    id_column: str | None = None,
    text_column: str | None = None,
    title_column: str | None = None,
    date_column: str | None = None,
    url_column: str | None = None,
    source_column: str | None = None,
    min_confidence: float | None = None,
) -> RunRecord:
    """Code everything under ``paths`` into the store ``to``, as ``wader run`` does, and return the run's record.

    Args:
        paths: files and folders: pages, tables, JSON Lines, feeds, archives.
        to: the store, a folder that is made if it is not there.
        workers: processes to use; the output stays the same.
        knowledge: directory of your own verbs, actors and outlets, laid over the packaged ones.
        actors: PETRARCH or TABARI dictionaries of your own, over all other knowledge.
        id_column … source_column: the table's column, or the field of JSON rows, that holds it.
        min_confidence: confidence from which an event is kept, 0 to 1; None: as the knowledge says (``coder.yaml``).

    Raises:
        UsageError: no path is given, or none exists.
        StoreError: no store can be there, or another run writes to it.
    """
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    options = AcquireOptions(
        id_column=id_column,
        text_column=text_column,
        title_column=title_column,
        date_column=date_column,
        url_column=url_column,
        source_column=source_column,
    )
    given = [str(path) for path in several]
    own, brought = _path(knowledge), _paths(actors)
    return _run(
        given, to, workers=workers, knowledge=own, actors=brought, options=options,
        min_confidence=_share(min_confidence),
    )  # fmt: skip


def open_store(path: str | Path) -> Store:
    """A store for reading: ``.events()``, ``.article(id)``, ``.diff(a, b)``, ``.connection`` (DuckDB)."""
    return Store(Path(path))


def load_knowledge(overlay: str | Path | None = None, actors: Sequence[str | Path] = ()) -> Knowledge:
    """The knowledge in force: lexicon, actors, codebook…, with a directory and dictionaries of your own over it."""
    return load(_path(overlay), _paths(actors))


def _raw(content: Any, kind: Any, called: str = "text", /, **given: Any) -> RawDocument:
    """The document in what a caller gave.

    Raises:
        UsageError: something of it is not of its kind.
    """
    if isinstance(content, bytes | bytearray):
        raise UsageError(f"`{called}` is bytes: decode them first, as with .decode('utf-8').")
    if not isinstance(content, str):
        raise UsageError(f"`{called}` is {_named(content)}: give a string.")
    if kind not in get_args(Kind):
        raise UsageError(f"kind={kind!r} is none: give {', '.join(map(repr, get_args(Kind)))}.")
    date = given.get("date")
    if date is not None and not isinstance(date, str):
        raise UsageError(f"date={date!r} is {_named(date)}: give a string, YYYY-MM-DD.")
    for name, value in given.items():
        if value is not None and not isinstance(value, str):
            raise UsageError(f"`{name}` is {_named(value)}: give a string.")
    if given.get("id") is None:
        raise UsageError("`id` is None: give a string.")
    told: dict[str, Any] = {name: value and _whole(value) for name, value in given.items()}
    return RawDocument(kind=kind, content=_whole(content), **told)


def _share(given: Any) -> float | None:
    """A confidence, or None.

    Raises:
        UsageError: it is none.
    """
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, Real) or not 0.0 <= float(given) <= 1.0:
        raise UsageError(f"min_confidence={given!r} is no confidence: give a number from 0 (all events) to 1.")
    return float(given)


def _named(value: Any) -> str:
    return "None" if value is None else f"of type {type(value).__name__}"


def _whole(text: str) -> str:
    """``text`` with half characters, which no file could hold, as U+FFFD: of the same length."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not text.isascii() else text


def _path(given: str | Path | None) -> Path | None:
    return None if given is None else Path(given)


def _paths(given: str | Path | Sequence[str | Path]) -> tuple[Path, ...]:
    return (Path(given),) if isinstance(given, str | Path) else tuple(map(Path, given))


def _result(coded: Coded | Skip) -> Result:
    if isinstance(coded, Skip):
        return Result(None, [], coded)
    if coded.notes:
        raise UsageError(f"{coded.notes[0].said.partition(': read')[0]}. {coded.notes[0].remedy}")
    return Result(coded.document, coded.events, coded.skip)
