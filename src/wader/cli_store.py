"""Commands that work on a store: ``run``, ``export``, ``why``, ``diff``; ``wader.cli`` puts them in its list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from wader.errors import UsageError
from wader.options import (
    ActorFiles,
    DiffFormat,
    ExportFormat,
    ExportWhat,
    KnowledgeDir,
    LeastExported,
    LeastKept,
    Paths,
    Quiet,
    StoreDir,
    Workers,
    folder,
    reads_documents,
)
from wader.output import is_stdout, rows_out, written
from wader.terminal import FAILED, OK, SKIPPED, stderr, stdout, tell, tell_note, tell_strays


@reads_documents
def run(
    paths: Paths,
    to: Annotated[
        Path,
        typer.Option("--to", metavar="STORE", parser=folder, help="The store: a folder, made if it is not there."),
    ],
    knowledge: KnowledgeDir = None,
    actors: ActorFiles = None,
    options: Any = None,
    min_confidence: LeastKept = None,
    workers: Workers = 1,
    quiet: Quiet = False,
) -> int:
    """Code documents into a store, and sum it up.

    The summary tells who did most to whom, where, over what span, and what was skipped.

    What this coder coded before is not coded again; stopped half-way, the same command goes on where it was.

    A document's id is the one that its row or feed gives, else the path of its file below the PATH named here, with
    the row's number. The same file's document that comes again with other words takes the old one's place, and so
    does whatever comes under an id that was given; the run counts both, and `wader diff` tells what changed.
    Another file's document of a made id is kept beside the old one as `page1.txt#2`, and so are other words from
    stdin without an id. To have batches told apart by their ids, name the folder above them.

    \b
    Examples:
      wader run pages/ --to store
      wader run monday.jsonl.gz tuesday.jsonl.gz --to store --workers 4
      wader run batches/ --to store             ids like monday/page1.txt, tuesday/page1.txt
    """
    from wader.analyse import summarise
    from wader.cli_proposals import told_after_run
    from wader.knowledge import load
    from wader.run import count_inputs
    from wader.run import run as run_all
    from wader.show import meter, quoted, render_summary
    from wader.store import Store

    bar = not quiet and stderr.is_terminal
    tell_strays(load(knowledge, actors or ()))
    with meter(stderr if bar else None, count_inputs(paths) if bar else None) as shown:
        shown.on_skip, shown.on_note = tell, tell_note
        given: dict[str, Any] = {"knowledge": knowledge, "actors": actors or (), "options": options}
        record = run_all(paths, to, workers=workers, min_confidence=min_confidence, watch=shown, **given)
    if record.replaced or record.apart:
        _tell_replaced(to, record)
    if not quiet:
        with Store(to) as store:
            summary = summarise(store.connection, record.run)
            proposed = told_after_run(store.connection, load(knowledge, actors or ()), to)
        stdout().print(render_summary(summary, run=_run_line(record), skipped=record.skipped))
        if summary.events:
            name = quoted(to)
            stderr.print(Text(f"All events: wader export {name} -o events.csv. One: wader why ID --store {name}"))
        if proposed:
            stderr.print(Text(proposed))
    if record.status == "interrupted":
        stderr.print(Text("Stopped. What was done is kept: run the same command again to go on."))
        return FAILED
    return SKIPPED if record.skipped else OK


def _tell_replaced(to: Path, record: Any) -> None:
    """Say which documents took the place of others, or were kept apart from them: a store loses nothing in silence."""
    from wader.analyse import replaced
    from wader.show import render_replaced
    from wader.store import Store

    with Store(to) as store:
        for line in render_replaced(replaced(store.connection, record.run), record.apart).splitlines():
            stderr.print(Text(line))


def _run_line(record: Any) -> str:
    from wader.show import number

    said = f"Run {record.run}: {number(record.coded, 'document')} coded, {number(record.events, 'event')}"
    return said + (f"; {record.unchanged:,} unchanged." if record.unchanged else ".")


def export(
    store: Annotated[
        Path | None,
        typer.Argument(metavar="STORE", help="The store; else $WADER_STORE, else the only store in this folder."),
    ] = None,
    what: Annotated[ExportWhat, typer.Option("--what", help="What to write.")] = ExportWhat.events,
    form: Annotated[
        ExportFormat | None, typer.Option("--format", help="Else by the ending of --output (.gz packs), else jsonl.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where to; else, and for -, stdout.")
    ] = None,
    min_confidence: LeastExported = None,
) -> int:
    """Write out a store's events, documents or stories.

    Stories are rows {story, document}: documents that print the same text are one story.

    In CSV a cell that a spreadsheet would run as a formula begins with an apostrophe. A file is replaced when the new
    one is whole; links, pipes and devices are written through. On a terminal control characters are shown as signs.

    \b
    Examples:
      wader export store > events.jsonl
      wader export store -o events.csv
      wader export store --min-confidence 0.6 -o surer.csv
      wader export store --what documents -o documents.parquet
      wader export store --what stories
    """
    from wader.exporting import export as write
    from wader.store import Store, find_store

    chosen = form or _by_ending(output)
    if chosen is ExportFormat.parquet and is_stdout(output) and sys.stdout.isatty():
        raise UsageError("Parquet is not for a terminal: name a file with -o FILE.")
    if min_confidence is not None and what is not ExportWhat.events:
        raise UsageError(f"--min-confidence goes with events: {what.value} have none.")
    with Store(find_store(store)) as opened, written(output) as out:
        write(opened, what.value, chosen.value, out, min_confidence or 0.0)
    return OK


_ENDINGS = {
    "": ExportFormat.jsonl,
    ".jsonl": ExportFormat.jsonl,
    ".ndjson": ExportFormat.jsonl,
    ".csv": ExportFormat.csv,
    ".parquet": ExportFormat.parquet,
    ".pq": ExportFormat.parquet,
}


def _by_ending(output: Path | None) -> ExportFormat:
    """The format that a file's name asks for.

    Raises:
        UsageError: it asks for one that Wader does not write.
    """
    name = output.name.lower() if output else ""
    ending = Path(name.removesuffix(".gz")).suffix
    if name.endswith(".gz") and _ENDINGS.get(ending) is ExportFormat.parquet:
        raise UsageError(f"{output}: Parquet is packed already: leave out .gz.")
    if ending not in _ENDINGS:
        remedy = "End the name in .jsonl, .csv or .parquet, or say --format."
        raise UsageError(f"{output}: no format has the ending {ending}. {remedy}")
    return _ENDINGS[ending]


def why(
    event: Annotated[str | None, typer.Argument(metavar="EVENT", help="An event's id, or the beginning of it.")] = None,
    store: StoreDir = None,
    text: Annotated[
        str | None, typer.Option("--text", help="Code this text instead, and explain all its events.")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", help="With --text: day of publication, YYYY-MM-DD.")] = None,
    knowledge: KnowledgeDir = None,
    actors: ActorFiles = None,
) -> int:
    """Show the evidence card of an event.

    It is the event's sentence with actor, trigger, recipient, date, place and speaker marked, and under each the rule
    or entry that decided it. The first line ends with its confidence: the chance that a careful reader holds category,
    actor and recipient right.

    \b
    Examples:
      wader why 3f2a91
      wader why 3f2a91 --store store
      wader why --text "Ghana's president met Togo's in Accra on Monday." --date 2024-05-14
    """
    from wader.show import cards
    from wader.store import Store, find_store

    if (event is None) == (text is None):
        raise UsageError("Name an event by its id, or give a text with --text.")
    if text is None and date is not None:
        raise UsageError("--date goes with --text: an event of a store has its date.")
    if text is None and knowledge is not None:
        raise UsageError("--knowledge goes with --text: an event of a store shows what it was coded with.")
    if text is None and actors:
        raise UsageError("--actors goes with --text: an event of a store shows what it was coded with.")
    console = stdout()
    if text is not None:
        return _explain(text, date, knowledge, actors or [], console)
    assert event is not None
    with Store(find_store(store)) as opened:
        found = opened.find(event)
        article = opened.article(found.cite_info.document)
    console.print(cards([found], article, colour=console.color_system is not None))
    return OK


def _explain(text: str, date: str | None, knowledge: Path | None, actors: list[Path], console: Console) -> int:
    from wader.api import code as code_text
    from wader.knowledge import load
    from wader.show import cards

    tell_strays(load(knowledge, actors))
    result = code_text(text, date=date, knowledge=knowledge, actors=actors)
    if result.skip is not None:
        tell(result.skip)
        return SKIPPED
    if not result.events:
        console.print(Text("No event found."))
    article = result.document.article if result.document else None
    console.print(cards(result.events, article, colour=console.color_system is not None))
    return OK


def diff(
    before: Annotated[
        str, typer.Argument(metavar="RUN", help="Number of a run, `previous`, or 0 for before the first.")
    ] = "",
    after: Annotated[str, typer.Argument(metavar="RUN", help="Number of a run, or `last`.")] = "last",
    store: StoreDir = None,
    form: Annotated[DiffFormat, typer.Option("--format", help="To read, or to compute with.")] = DiffFormat.text,
) -> int:
    """Tell what changed between two runs.

    Events added, removed and changed, by id. An event's id depends on the whole text of its document and on where in it
    its words stand; one that a corrected page tells in the same words as before is "moved", with the id that it had.
    Without runs, the runs of the store are listed.

    \b
    Examples:
      wader diff
      wader diff 1 2
      wader diff previous last --format jsonl
    """
    from wader.show import lines, render_diff, render_runs
    from wader.store import Store, find_store

    console = stdout()
    with Store(find_store(store)) as opened:
        if not before:
            console.print(render_runs(opened.runs))
            return OK
        counts = {"added": 0, "removed": 0, "changed": 0, "moved": 0}
        for change in opened.diff(before, after):
            counts[change.change] += 1
            if form is DiffFormat.jsonl:
                rows_out().write(lines([change]))
            else:
                console.print(render_diff(change.change, change.id, change.fields, change.before, change.after))
        if form is DiffFormat.text:
            console.print(Text(", ".join(f"{count:,} {name}" for name, count in counts.items()), "bold"))
    return OK
