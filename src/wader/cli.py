"""The command line. Each command composes stages; ``wader.reference`` writes ``docs/cli.md`` from what stands here."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

import wader.cli_proposals  # noqa: F401  its commands stand in the group of the actors
from wader.cli_actors import actors_app
from wader.cli_store import diff, export, run, why
from wader.errors import UsageError, WaderError, system_reason
from wader.options import (
    ActorFiles,
    EventFormat,
    KnowledgeDir,
    LeastTold,
    Paths,
    Quiet,
    Workers,
    reads_documents,
)
from wader.output import rows_out
from wader.records import Skip
from wader.show.safe import safe
from wader.terminal import FAILED, OK, SKIPPED, USAGE, stderr, tell, tell_note, tell_strays
from wader.version import VERSION

if TYPE_CHECKING:
    from wader.acquire import AcquireOptions

app = typer.Typer(
    name="wader",
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="""Raw news in, explained PLOVER events out: who did what to whom, when, where, and according to whom.

    \b
    Begin with:
      wader run pages/ --to store               code a folder of pages, and sum it up
      wader export store -o events.csv          all events, one a row
      wader why EVENT --store store             what one of them rests on, by its id
      wader why --text "Chad thanked Togo."     the same for a sentence of yours

    Exit codes: 0 all done, or no documents; 3 done, some inputs skipped (each is named on stderr); 2 the command is
    misused; 1 it failed.""",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wader {VERSION}")
        raise typer.Exit


@app.callback()
def _top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


# --- code, annotate, pairs ----------------------------------------------------------------------------------


@app.command()
@reads_documents
def code(
    paths: Paths,
    form: Annotated[
        EventFormat, typer.Option("--format", help="JSON lines, or one flat CSV row an event.")
    ] = EventFormat.jsonl,
    knowledge: KnowledgeDir = None,
    actors: ActorFiles = None,
    options: Any = None,
    min_confidence: LeastTold = None,
    workers: Workers = 1,
    quiet: Quiet = False,
) -> int:
    """Code documents: PLOVER events on stdout, one a line.

    \b
    Examples:
      wader code page.txt
      wader code pages/ --workers 4 > events.jsonl
      wader code articles.csv --text-column body --date-column day --format csv > events.csv
      wader code pages/ --min-confidence 0.6 > surer.jsonl
      zcat articles.jsonl.gz | wader code - | jq -r '[.date, .event[0], .text] | @tsv'
    """
    from wader.jobs import LinesJob

    job = LinesJob(knowledge, form.value, min_confidence, tuple(actors or ()))
    return _to_lines(paths, job, options, workers, quiet)


@app.command()
@reads_documents
def annotate(
    paths: Paths,
    knowledge: KnowledgeDir = None,
    actors: ActorFiles = None,
    options: Any = None,
    min_confidence: LeastTold = None,
    workers: Workers = 1,
    quiet: Quiet = False,
) -> int:
    """Read and annotate documents: one JSON line each.

    It holds the article, what was set aside, and sentences, names, places, times, speakers, figures and events.

    \b
    Examples:
      wader annotate page.html | jq '{title, date, furniture}'
      wader annotate pages/ --workers 2 > documents.jsonl
    """
    from wader.jobs import LinesJob

    job = LinesJob(knowledge, "annotate", min_confidence, tuple(actors or ()))
    return _to_lines(paths, job, options, workers, quiet)


def _to_lines(paths: Sequence[str], job: Any, options: AcquireOptions, workers: int, quiet: bool) -> int:
    from wader.knowledge import load
    from wader.run import code_lines, count_inputs
    from wader.show import csv_header, meter, number

    tell_strays(load(job.overlay, job.dictionaries))  # a folder that is not there is told before anything is read
    out = rows_out()
    bar = not quiet and stderr.is_terminal and not sys.stdout.isatty()
    documents = events = skipped = 0
    with meter(stderr if bar else None, count_inputs(paths) if bar else None) as shown:
        results = code_lines(paths, job, options, workers=workers, tick=shown.tick)
        if job.form == "csv":
            out.write(csv_header())
        for done in results:
            out.write(done.data)
            out.flush()
            documents, events, skipped = documents + done.documents, events + done.events, skipped + len(done.skips)
            for skip in done.skips:
                shown.skip(skip)
                tell(skip)
            for note in done.notes:
                tell_note(note)
    if not quiet:
        counts = f"{number(documents, 'document')}, {number(events, 'event')}, {skipped:,} skipped"
        stderr.print(Text(counts))
    return SKIPPED if skipped else OK


@app.command()
def pairs(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="JSON lines {id, sentence, source_spans, target_spans}; .gz too; - is stdin."
        ),
    ],
    allow_none: Annotated[
        bool,
        typer.Option(
            "--allow-none",
            help="Give an empty `event` where no word of the lexicon tells of an act between the two and the encoder "
            "too holds that nothing happens. It is slow to: a state of things (a border that two share) may pass for "
            "an event.",
        ),
    ] = False,
    knowledge: KnowledgeDir = None,
    actors: ActorFiles = None,
) -> int:
    """Say what one party does to another in a sentence in which something happens between them.

    Writes a JSON line {id, event, mode, auxiliary, scores} a row; what is denied has `negation` among `auxiliary`.

    Spans are [[start, end], ...], half-open characters into the sentence; a list may be empty. `scores` are 16
    probabilities that sum to 1: of each category, given that something happens. They do not say whether it does.

    \b
    Examples:
      wader pairs rows.jsonl > events.jsonl
      echo '{"id": "1", "sentence": "Chad thanked Togo.", "source_spans": [[0, 4]],
        "target_spans": [[13, 17]]}' | tr -d '\\n' | wader pairs -
    """
    from wader.knowledge import load
    from wader.pairing import code_pairs
    from wader.show import lines

    out, skipped = rows_out(), 0
    known = load(knowledge, actors or ())
    tell_strays(known)
    for item in code_pairs(file, known, allow_none=allow_none):
        if isinstance(item, Skip):
            skipped += 1
            tell(item)
        else:
            out.write(lines([item]))
    out.flush()
    return SKIPPED if skipped else OK


for command in (run, export, why, diff):
    app.command()(command)
app.add_typer(actors_app)


# --- the way in -------------------------------------------------------------------------------------------------


# Some versions of Typer carry a Click of their own: take the class from Typer, whichever it is.
_Misuse: Any = typer.BadParameter.__base__


_INTERRUPTED = 130
"""What some versions of Typer make of Ctrl-C; no command of ours returns it."""


def execute(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; whatever happens, no traceback."""
    command = typer.main.get_command(app)
    try:
        code = command.main(list(arguments), prog_name="wader", standalone_mode=False)
        sys.stdout.flush()
        if code == _INTERRUPTED:
            return _complain("stopped. What was written before is whole.", FAILED)
        return code if isinstance(code, int) else OK
    except _Misuse as error:
        error.show()
        return USAGE
    except UsageError as error:
        return _complain(error, USAGE)
    except WaderError as error:
        return _complain(error, FAILED)
    except (BrokenPipeError, SystemExit) as error:
        # Typer and Rich turn a broken pipe into an exit of their own.
        if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
            raise
        # Whoever read our output has had enough. Python would complain once more when it flushes stdout at exit.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except (KeyboardInterrupt, typer.Abort):
        return _complain("stopped. What was written before is whole.", FAILED)
    except OSError as error:
        if os.environ.get("WADER_DEBUG"):
            raise
        return _refused(error)
    except Exception as error:
        if os.environ.get("WADER_DEBUG"):
            raise
        return _complain(f"a fault in Wader ({type(error).__name__}: {error}). Run it again with WADER_DEBUG=1 and "
                         "report what it prints.", FAILED)  # fmt: skip


def _refused(error: OSError) -> int:
    """The system refused to read or write something: no fault of Wader's. What waits for stdout is let go, for Python
    would try once more to write it, and complain, at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    where = f"{error.filename}: " if error.filename else ""
    remedy = "See that there is room on the disk and that you may read and write there; then run the command again."
    return _complain(f"{where}{system_reason(error)}. {remedy}", FAILED)


def _complain(error: object, code: int) -> int:
    for line in f"wader: {error}".split("\n"):  # of several faults each has its own
        stderr.print(Text(safe(line)))
    return code


def main() -> None:
    """Entry point of the command ``wader``."""
    sys.exit(execute(sys.argv[1:]))


if __name__ == "__main__":
    main()
