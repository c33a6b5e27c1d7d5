"""What commands have in common: their arguments, options and choices."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from wader.acquire import AcquireOptions


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


class DiffFormat(StrEnum):
    text = "text"
    jsonl = "jsonl"


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
    typer.Option("--knowledge", metavar="DIR", help="Your own verbs, actors and outlets, laid over the packaged ones."),
]
Workers = Annotated[
    int, typer.Option("--workers", min=1, metavar="N", help="Processes to use; the output stays the same.")
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress and no closing line; skipped inputs are still told.")
]
StoreDir = Annotated[
    Path | None,
    typer.Option("--store", metavar="STORE", help="The store; else $WADER_STORE, else the only store in this folder."),
]
IdColumn = Annotated[
    str | None, typer.Option("--id-column", metavar="NAME", help="Table column with the document's id.")
]
TextColumn = Annotated[str | None, typer.Option("--text-column", metavar="NAME", help="Table column with the text.")]
TitleColumn = Annotated[
    str | None, typer.Option("--title-column", metavar="NAME", help="Table column with the headline.")
]
DateColumn = Annotated[
    str | None, typer.Option("--date-column", metavar="NAME", help="Table column with the day of publication.")
]
UrlColumn = Annotated[str | None, typer.Option("--url-column", metavar="NAME", help="Table column with the address.")]
SourceColumn = Annotated[
    str | None, typer.Option("--source-column", metavar="NAME", help="Table column with the outlet.")
]


def columns(
    *,
    id: str | None,
    text: str | None,
    title: str | None,
    date: str | None,
    url: str | None,
    source: str | None,
) -> AcquireOptions:
    """Options for reading, from the columns that the user named."""
    from wader.acquire import AcquireOptions

    return AcquireOptions(
        id_column=id, text_column=text, title_column=title, date_column=date, url_column=url, source_column=source
    )
