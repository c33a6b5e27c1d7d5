"""Commands by which a registry grows from what pages say: ``wader actors proposals``, ``accept``, ``preview``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from wader.cli_actors import actors_app, own_folder
from wader.errors import UsageError, WaderError
from wader.options import ActorFiles, DiffFormat, KnowledgeDir, Quiet, StoreDir, folder
from wader.output import rows_out
from wader.terminal import OK, SKIPPED, say, stderr, stdout, tell_strays

if TYPE_CHECKING:
    from wader.analyse import Names, Proposal
    from wader.moving import Moved
    from wader.store import Diff, Store

Own = Annotated[
    Path,
    typer.Option(
        "--knowledge", metavar="DIR", parser=folder, help="Your own folder of knowledge, made if it is not there."
    ),
]
Least = Annotated[
    int, typer.Option("--min-documents", min=1, metavar="N", help="Only names that N documents place so.")
]
CodedWith = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="The dictionary of actors or agents that the store was coded with; may be repeated.",
    ),
]


class ProposalFormat(StrEnum):
    text = "text"
    csv = "csv"
    jsonl = "jsonl"


@actors_app.command("proposals")
def proposals(
    store: StoreDir = None,
    min_documents: Least = 1,
    knowledge: KnowledgeDir = None,
    actors: ActorFiles = None,
    form: Annotated[
        ProposalFormat, typer.Option("--format", help="To read, or to compute with.")
    ] = ProposalFormat.text,
) -> int:
    """List the names that a store's pages propose for the registry, most supported first.

    A name is proposed where words beside it say who its bearer is ("Jane Wafula, Kenya's finance minister") and the
    registry does not hold it. Readings that contradict each other stand beside each other; documents that place a name
    otherwise do not count for --min-documents. Names that --knowledge or --actors holds are left out. Private persons,
    and names of one word, are not proposed.

    \b
    Examples:
      wader actors proposals
      wader actors proposals --min-documents 2 --store store
      wader actors proposals --knowledge mine --format csv > proposals.csv
    """
    from wader.show import PROPOSAL_COLUMNS, lines, number, proposal_row, render_proposal, write_rows

    with _opened(store) as opened:
        found = _proposals(opened, knowledge, actors, min_documents)
    if form is ProposalFormat.jsonl:
        rows_out().write(lines(found))
    elif form is ProposalFormat.csv:
        write_rows(map(proposal_row, found), rows_out(), "csv", PROPOSAL_COLUMNS)
    else:
        console = stdout()
        for proposal in found:
            console.print(render_proposal(proposal))
        console.print(Text(f"{number(len(found), 'name')} proposed.", "bold"))
        if found:
            say("Take one up: wader actors accept NAME --knowledge DIR. All: --all --min-documents 2.")
    sys.stdout.flush()
    return OK


@actors_app.command("accept")
def accept(
    knowledge: Own,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Proposed names.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="All whose words give the country too.")] = False,
    min_documents: Annotated[
        int,
        typer.Option("--min-documents", min=1, metavar="N", help="With --all: only names that N documents place so."),
    ] = 2,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put proposals in the place of what your folder says otherwise.")
    ] = False,
    store: StoreDir = None,
    actors: CodedWith = None,
    count: Annotated[
        bool, typer.Option("--count/--no-count", help="Count the events that would move, by coding their pages again.")
    ] = True,
    quiet: Quiet = False,
) -> int:
    """Write proposed names into your own folder of knowledge; nothing else changes.

    The entry has `since` where the pages say since when, else `as_of`, the last day on which a page said so, and names
    the documents as its source. Accepting again changes nothing. What your folder says already of the same person and
    office, or under the same name, stays, and how it differs is told; --replace has the proposal instead. Events move
    when the pages are coded again with the folder: `wader run … --knowledge DIR`.

    \b
    Examples:
      wader actors accept "Jane Wafula" --knowledge mine
      wader actors accept --all --min-documents 3 --knowledge mine --store store
    """
    from wader.analyse import Names
    from wader.show import number, quoted

    if bool(names) == all_:
        raise UsageError("Name what to accept, or say --all; `wader actors proposals` lists the names.")
    own_folder(knowledge)  # a file is told before the pages are read
    with _opened(store) as opened:
        if count:
            _check_coded_with(opened, actors)
        found = _proposals(opened, None, None, 1)
        chosen = _all(found, min_documents) if all_ else [_named(found, name) for name in dict.fromkeys(names or ())]
        chosen.sort(key=lambda proposal: proposal.name)
        done = _write(chosen, knowledge, replace)
        taken = [proposal for proposal in chosen if done.get(proposal.name, "left") != "left"]
        new = sum(what == "written" for what in done.values())
        left = f", {len(chosen) - len(taken):,} left" if len(taken) < len(chosen) else ""
        stdout().print(Text(f"{number(len(taken), 'name')} accepted, {new:,} of them new{left}."))
        if count and taken:
            moved, _ = _moved(opened, knowledge, actors, Names(_words_of(taken)), quiet)
            stdout().print(Text(_counted(moved)))
            if moved.events:
                named, given = quoted(opened.layout.root), f"--knowledge {quoted(knowledge)}"
                given += "".join(f" --actors {quoted(path)}" for path in actors or ())
                say(f"See them: wader actors preview {given} --store {named}. To move them, code again: "
                    f"wader run PATH --to {named} {given}")  # fmt: skip
    return SKIPPED if len(done) < len(chosen) else OK


def _write(chosen: Sequence[Proposal], knowledge: Path, replace: bool) -> dict[str, str]:
    """Write proposals one after the other, and tell of each what became of it: ``written``, ``there`` or ``left`` by
    name. One that cannot be written is told and is not in the answer; the others are."""
    from wader.accepting import write_proposal

    done: dict[str, str] = {}
    for proposal in chosen:
        called = f"{proposal.name}, {proposal.code} {proposal.sector}"
        try:
            outcome = write_proposal(proposal, knowledge, replace=replace)
        except WaderError as error:
            say(f"skipped: {called}: {error}")
            continue
        done[proposal.name] = "left" if outcome.done == "differs" else outcome.done
        if outcome.done == "differs":
            say(f"there already, and differs: {called}, in {outcome.path}: {outcome.said}.",
                "It stays as you have it; to have what the pages say: --replace.")  # fmt: skip
        else:
            say(f"{'written' if outcome.done == 'written' else 'there already'}: {called}, in {outcome.path}")
    return done


@actors_app.command("preview")
def preview(
    knowledge: Annotated[
        Path,
        typer.Option("--knowledge", metavar="DIR", parser=folder, help="The folder of knowledge whose effect to see."),
    ],
    store: StoreDir = None,
    against: Annotated[
        Path | None,
        typer.Option(
            "--against", metavar="DIR", parser=folder, help="The folder that the store was coded with; else none."
        ),
    ] = None,
    actors: CodedWith = None,
    form: Annotated[DiffFormat, typer.Option("--format", help="To read, or to compute with.")] = DiffFormat.text,
    quiet: Quiet = False,
) -> int:
    """Tell which events of a store a folder's actors and offices would move. Nothing is written.

    Documents whose text holds a name that the folder tells otherwise are coded again, in memory; the events that come
    out otherwise are shown as `wader diff` shows them. A store that was coded with dictionaries is compared with them
    in force: name them with --actors.

    \b
    Examples:
      wader actors preview --knowledge mine
      wader actors preview --knowledge new --against old --store store --format jsonl
    """
    from wader.analyse import changed
    from wader.knowledge import load
    from wader.show import lines, render_diff

    tell_strays(load(knowledge, actors or ()))
    load(against)
    with _opened(store) as opened:
        _check_coded_with(opened, actors)
        _tell_coder(opened, against, knowledge, actors)
        console = stdout()
        moved, diffs = _moved(opened, knowledge, actors, changed(against, knowledge), quiet)
        for change in diffs:
            if form is DiffFormat.jsonl:
                rows_out().write(lines([change]))
            else:
                console.print(render_diff(change.change, change.id, change.fields, change.before, change.after))
        sys.stdout.flush()
        if form is DiffFormat.text:
            console.print(Text(_counted(moved), "bold"))
        else:
            say(_counted(moved))
    return SKIPPED if moved.failed else OK


# --- parts ------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(store: Path | None) -> Iterator[Store]:
    from wader.store import Store, find_store

    with Store(find_store(store)) as opened:
        yield opened


def _proposals(store: Store, knowledge: Path | None, actors: list[Path] | None, least: int) -> list[Proposal]:
    from wader.analyse import propose
    from wader.knowledge import load

    return propose(store.connection, load(knowledge, actors or ()), min_documents=least)


def _all(found: Sequence[Proposal], least: int) -> list[Proposal]:
    """The proposals that ``--all`` takes; how many it leaves for a person to decide is told."""
    from wader.show import number

    many = [proposal for proposal in found if proposal.documents >= least]
    chosen = [proposal for proposal in many if proposal.is_certain]
    if len(many) > len(chosen):
        say(f"{number(len(many) - len(chosen), 'name')} left: their country is only the page's, or somebody of that "
            "name is known. Accept them by name.")  # fmt: skip
    return chosen


def _named(found: Sequence[Proposal], name: str) -> Proposal:
    """The proposal of this name.

    Raises:
        UsageError: there is none.
    """
    from difflib import get_close_matches

    from wader.knowledge.names import person_key

    wanted = person_key(name)
    for proposal in found:
        if wanted in {person_key(each) for each in (proposal.name, *proposal.aliases)}:
            return proposal
    known = [each for proposal in found for each in (proposal.name, *proposal.short)]
    close = get_close_matches(name, known, 3, 0.6)
    hint = f"Did you mean {' or '.join(close)}?" if close else "`wader actors proposals` lists those that are."
    raise UsageError(f"{name!r} is not proposed by this store. {hint}")


def _words_of(chosen: Sequence[Proposal]) -> Iterator[str]:
    """The names under which pages may speak of those accepted."""
    from wader.knowledge.names import surnames

    for proposal in chosen:
        for name in (proposal.name, *proposal.aliases):
            yield from surnames(name, proposal.code or "") if proposal.kind == "person" else (name,)


def _moved(
    store: Store, knowledge: Path, actors: list[Path] | None, names: Names, quiet: bool
) -> tuple[Moved, list[Diff]]:
    """What would move, with a progress bar on a terminal."""
    from wader.moving import Moved, moving
    from wader.show import meter

    counts = Moved()
    [(total,)] = store.connection.execute("SELECT count(*) FROM documents WHERE coded").fetchall()
    bar = stderr if stderr.is_terminal and not quiet and names else None
    with meter(bar, total) as shown:
        diffs = list(moving(store, knowledge, names, counts, shown.tick, actors or ())) if names else []
    return counts, diffs


def _counted(moved: Moved) -> str:
    from wader.show import number

    if not moved.events:
        said = "No event would move"
    else:
        parts = (f"{moved.changed:,} changed", f"{moved.added:,} added", f"{moved.removed:,} removed")
        said = f"{number(moved.events, 'event')} would move in {number(moved.touched, 'document')}: {', '.join(parts)}"
    failed = f"; {number(moved.failed, 'document')} could not be coded again" if moved.failed else ""
    return f"{said} ({number(moved.coded, 'document')} coded again, of {moved.documents:,}){failed}."


def _check_coded_with(store: Store, actors: list[Path] | None) -> None:
    """Whether the dictionaries that the store was coded with last are given, where it was with any.

    Raises:
        UsageError: they are not, so that what they say would look as if the folder moved it; names them.
    """
    from wader.show import quoted

    names = store.runs[-1].actors if store.runs else []
    if names and not actors:
        wanted = " ".join(f"--actors {quoted(name)}" for name in names)
        raise UsageError(f"this store was coded with {', '.join(names)}: give the same again, as {wanted}; else the "
                         "loss of what they say would be counted among what moves.")  # fmt: skip


def _tell_coder(store: Store, against: Path | None, knowledge: Path, actors: list[Path] | None) -> None:
    """Say so where the store was coded with other knowledge than the one compared with, or by another Wader."""
    from wader.knowledge import load
    from wader.run import coder_of

    if not store.runs:
        return
    last, coder = store.runs[-1], coder_of(load(against, actors or ()), store.runs[-1].min_confidence)
    if last.knowledge == load(knowledge, actors or ()).hash:
        say("The store was coded with this folder last: what moves are documents coded before that.")
    elif last.knowledge != coder.knowledge:
        say("The store was coded with other knowledge than is compared with: names that a folder of then had, and this "
            "one lacks, are not looked for. Name that folder with --against DIR, and dictionaries with --actors "
            "FILE.")  # fmt: skip
    elif last.coder_hash != coder.hash:
        say("The store was coded by another version of Wader: some of what moves may come of that.")


def told_after_run(connection: Any, knowledge: Any, store: Path) -> str | None:
    """One line on the names that a store proposes; None where there are none."""
    from wader.analyse import propose
    from wader.show import number, quoted

    count = len(propose(connection, knowledge))
    if not count:
        return None
    command = f"wader actors proposals --store {quoted(store)}"
    return f"{number(count, 'name')} proposed for your registry of actors: {command}"
