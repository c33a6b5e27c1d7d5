"""What commands have in common: their arguments, options and choices."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from wader.errors import UsageError


class EventFormat(StrEnum):
    jsonl = "jsonl"
    csv = "csv"


class ExportFormat(StrEnum):
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"


class ExportWhat(StrEnum):
    events = "events"
    documents = "documents"
    stories = "stories"


class RegistryFormat(StrEnum):
    text = "text"
    csv = "csv"
    jsonl = "jsonl"


class DiffFormat(StrEnum):
    text = "text"
    jsonl = "jsonl"


def folder(given: str) -> Path:
    """The folder that an option names.

    Raises:
        UsageError: it names none, which a path would take for the folder that one stands in.
    """
    if not given.strip():
        raise UsageError('A folder is named with nothing at all: give its name, or "." for the one you stand in.')
    return Path(given)


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files and folders: .txt and .html pages, .jsonl rows {id?, text|html, title?, date?, url?, source?}, "
        ".csv, .tsv and .parquet tables, RSS and Atom feeds, .warc archives; text formats also as .gz; "
        "- is JSON lines on stdin.",
    ),
]
KnowledgeDir = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        parser=folder,
        help="Your own verbs, actors and outlets, laid over the packaged ones.",
    ),
]
ActorFiles = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Your own PETRARCH or TABARI dictionary of actors or agents, over all other knowledge; may be repeated.",
    ),
]
_Least = {"min": 0.0, "max": 1.0, "metavar": "X"}
LeastTold = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", **_Least, show_default="as in coder.yaml", help="Leave out less sure events; 0: none."
    ),
]
LeastKept = Annotated[
    float | None,
    typer.Option(
        "--min-confidence",
        **_Least,
        show_default="as in coder.yaml",
        help="Keep no less sure events; 0: all. Another X codes again.",
    ),
]
LeastExported = Annotated[
    float | None, typer.Option("--min-confidence", **_Least, help="Leave out events less sure than X.")
]
OwnKnowledge = Annotated[
    Path | None,
    typer.Option(
        "--knowledge", metavar="DIR", parser=folder, help="The folder of your own knowledge; else $WADER_KNOWLEDGE."
    ),
]
Workers = Annotated[
    int, typer.Option("--workers", min=1, metavar="N", help="Processes to use; the output stays the same.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no closing line; skipped inputs are still told.")
]
StoreDir = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="STORE",
        parser=folder,
        help="The store; else $WADER_STORE, else the only store in this folder.",
    ),
]
_COLUMNS = {
    "id": "the document's id",
    "text": "the text",
    "title": "the headline",
    "date": "the day of publication",
    "url": "the address",
    "source": "the outlet",
}


def reads_documents(command: Callable[..., int]) -> Callable[..., int]:
    """Gives a command the options ``--id-column`` … ``--source-column`` in the place of its parameter ``options``,
    which then gets them as ``AcquireOptions``."""
    declared = inspect.signature(command, eval_str=True)
    place = list(declared.parameters).index("options")
    others = [p for p in declared.parameters.values() if p.name != "options"]
    own = [
        inspect.Parameter(
            f"{field}_column",
            inspect.Parameter.KEYWORD_ONLY,
            default=None,
            annotation=Annotated[
                str | None,
                typer.Option(f"--{field}-column", metavar="NAME", help=f"Column, or field of JSON rows, with {what}."),
            ],
        )
        for field, what in _COLUMNS.items()
    ]
    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in [*others[:place], *own, *others[place:]]]

    @functools.wraps(command)
    def called(**given: Any) -> int:
        from wader.acquire import AcquireOptions

        columns = {p.name: given.pop(p.name) for p in own}
        return command(**given, options=AcquireOptions(**columns))

    called.__signature__ = declared.replace(parameters=parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {p.name: p.annotation for p in parameters}
    return called
