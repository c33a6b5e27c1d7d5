"""Commands on the registry of actors: ``wader actors list``, ``search``, ``show``, ``add``, ``edit``, ``remove``.

``actors_app`` is the group; ``wader.cli`` mounts it. What is written, and how, is in ``wader.registry_changes``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wader.errors import UsageError
from wader.options import OwnKnowledge, RegistryFormat
from wader.output import rows_out
from wader.show.safe import safe
from wader.terminal import OK, say, tell_strays

if TYPE_CHECKING:
    from wader.knowledge import Knowledge

actors_app = typer.Typer(
    name="actors",
    rich_markup_mode=None,
    no_args_is_help=True,
    help="""Look up and change who is who: states, organisations, armed groups, parties, persons, offices by date.

    Looking up reads Wader's registry with your own folder laid over it; changing writes your own folder only.

    \b
    Examples:
      wader actors search "foreign minister of India" --on 2020-05-01
      wader actors show ASEAN --on 1998-01-01
      wader actors list --kind party --code MMR
      wader actors add "Lake Watch" --code KEN --sector CVL --kind ngo --knowledge mine
      wader code pages/ --knowledge mine
    """,
)

Name = Annotated[str, typer.Argument(metavar="NAME")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="As of this day: YYYY-MM-DD.")]
Kind = Annotated[str | None, typer.Option("--kind", metavar="KIND", help="person, party, armed group, ngo …")]
Code = Annotated[str | None, typer.Option("--code", metavar="MMR", help="Its state or sort of organisation.")]
Sector = Annotated[str | None, typer.Option("--sector", metavar="MIL", help="PLOVER's code of its part.")]
Aliases = Annotated[list[str] | None, typer.Option("--alias", metavar="X", help="Another name; more than one may be.")]
Office = Annotated[str | None, typer.Option("--office", metavar="TITLE", help="Of persons: a dated public office.")]
Of = Annotated[str | None, typer.Option("--organisation", metavar="NAME", help="With --office: whose, if no state's.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="The day it ended.")]
Wikidata = Annotated[str | None, typer.Option("--id", metavar="Q…", help="Its id in Wikidata.")]
Source = Annotated[str | None, typer.Option("--source", metavar="TEXT", help="Where you have it from.")]
Term = Annotated[
    str | None, typer.Option("--term", metavar="DATE", help="Which of several terms in one office: its `since`.")
]


def own_folder(given: Path | None) -> Path:
    """The folder to write: the one given, else ``$WADER_KNOWLEDGE``.

    Raises:
        UsageError: neither is there, or it is no folder.
    """
    found = given or (Path(named) if (named := os.environ.get("WADER_KNOWLEDGE")) else None)
    if found is None:
        raise UsageError("Whose registry? Name your own folder with --knowledge DIR or the variable WADER_KNOWLEDGE.")
    if found.exists() and not found.is_dir():
        raise UsageError(f"{found} is a file, not a folder: name one for your own data files.")
    return found


def overlaid(given: Path | None) -> Knowledge:
    """The registry with the user's folder over it, if there is one; tells of files there that nothing reads."""
    from wader.knowledge import load

    named = os.environ.get("WADER_KNOWLEDGE")
    known = load(given or (Path(named) if named else None))
    tell_strays(known)
    return known


def day(on: str | None) -> str | None:
    """A day of ``--on``.

    Raises:
        UsageError: it is none.
    """
    from wader.knowledge.editing import check_date

    return check_date(on, whole=True) if on is not None else None


@actors_app.command("list")
def list_(
    kind: Kind = None,
    code: Code = None,
    sector: Sector = None,
    on: On = None,
    own: Annotated[bool, typer.Option("--own", help="Only what your own folder says, and takes away.")] = False,
    form: Annotated[RegistryFormat, typer.Option("--format", help="How to write them.")] = RegistryFormat.text,
    knowledge: OwnKnowledge = None,
) -> int:
    """List the registry: one actor or term of office a line, their number on stderr.

    `--kind office` lists terms of office, any other kind the names of actors; `--on` leaves out what is over, or yet to
    come, on that day.

    \b
    Examples:
      wader actors list --kind "armed group" --code MMR
      wader actors list --kind office --code IND --on 2020-05-01 --format csv > offices.csv
      wader actors list --own --knowledge mine
    """
    from wader.knowledge.editing import check_filters
    from wader.knowledge.registry import listing
    from wader.show import lines, number
    from wader.show.registry import registry_csv, registry_header, registry_line

    check_filters(kind, code, sector)
    on, known = day(on), overlaid(knowledge)
    out, count = rows_out(), 0
    if form is RegistryFormat.csv:
        out.write(registry_header())
    for row in listing(known, kind=kind, code=code, sector=sector, on=on, own=own):
        count += 1
        if form is RegistryFormat.text:
            out.write(registry_line(row).encode("utf-8", "replace") + b"\n")
        else:
            out.write(registry_csv(row) if form is RegistryFormat.csv else lines([row]))
    out.flush()
    say(number(count, "row") + ".")
    return OK


@actors_app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="A name, a part of one, or an office.")],
    on: On = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="How many to show.")] = 20,
    form: Annotated[RegistryFormat, typer.Option("--format", help="How to write them.")] = RegistryFormat.text,
    knowledge: OwnKnowledge = None,
) -> int:
    """Search names, aliases and offices: what each resolves to, and the file and entry that says so.

    Accents and capitals do not count; a misspelt name finds those nearest to it.

    \b
    Examples:
      wader actors search "foreign minister of India" --on 2020-05-01
      wader actors search secretary of state --on 2019-03-01
      wader actors search "antony blinkin"
    """
    from wader.knowledge.registry import search as find
    from wader.show import lines
    from wader.show.registry import found_row, registry_card, registry_csv, registry_header

    asked = " ".join(words).strip()
    if not asked or len(asked) > 300:
        raise UsageError("Say a name or an office to look for, of up to 300 characters.")
    on = day(on)
    found = find(overlaid(knowledge), asked, on)
    out = rows_out()
    if form is RegistryFormat.csv:
        out.write(registry_header())
    for each in found[:limit]:
        if form is RegistryFormat.text:
            out.write(registry_card(each.row, each.how).encode("utf-8", "replace") + b"\n")
        else:
            out.write(registry_csv(each.row) if form is RegistryFormat.csv else lines([found_row(each)]))
    out.flush()
    if not found:
        say(f"Nothing is called “{asked}”{' on ' + on if on else ''}.", "Try fewer words, or leave out --on.")
    elif len(found) > limit:
        say(f"{len(found) - limit:,} more: --limit {len(found)}.")
    return OK


@actors_app.command()
def show(name: Name, on: On = None, knowledge: OwnKnowledge = None) -> int:
    """Show all that the registry says of a name: other names, offices held, members of an organisation.

    \b
    Examples:
      wader actors show "Antony Blinken"
      wader actors show ASEAN --on 1998-01-01
      wader actors show Myanmar --on 2020-01-01
    """
    from wader.knowledge.registry import named
    from wader.knowledge.registry import search as find
    from wader.show.registry import registry_about, registry_card

    on, known = day(on), overlaid(knowledge)
    rows = named(known, name, on)
    if not rows:
        near = list(dict.fromkeys(found.row.name for found in find(known, name, on)))[:3]
        hint = f"Did you mean {' or '.join(near)}?" if near else "Look for it with `wader actors search`."
        raise UsageError(f"the registry has no “{name}”{' on ' + on if on else ''}. {hint}")
    for row in rows:
        said = [registry_card(row), *(safe(line) for line in registry_about(known, row, on))]
        sys.stdout.buffer.write("\n".join([*said, ""]).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return OK


@actors_app.command()
def add(
    name: Name,
    code: Code = None,
    sector: Sector = None,
    kind: Kind = None,
    alias: Aliases = None,
    office: Office = None,
    organisation: Of = None,
    since: Since = None,
    until: Until = None,
    wikidata: Wikidata = None,
    source: Source = None,
    knowledge: OwnKnowledge = None,
) -> int:
    """Add an actor, or with --office a term of office, to your own folder, which is made if it is not there.

    A name that Wader has already then means what you say. Comments in your files stay; if the folder would not load
    with the new entry, nothing is changed.

    \b
    Examples:
      wader actors add "Lake Watch" --alias LW --code KEN --sector CVL --kind ngo --knowledge mine
      wader actors add "Thiri Nandar" --code MMR --sector GOV --office "Foreign Minister" --since 2021-02-01
    """
    from wader.registry_changes import Change, added

    change = Change(code, sector, kind, alias or [], [], office, organisation, since, until, wikidata, source)
    for line in added(own_folder(knowledge), name, change):
        say(line)
    return OK


@actors_app.command()
def edit(
    name: Name,
    code: Code = None,
    sector: Sector = None,
    kind: Kind = None,
    alias: Aliases = None,
    drop_alias: Annotated[
        list[str] | None, typer.Option("--drop-alias", metavar="X", help="A name to take away from it.")
    ] = None,
    office: Office = None,
    term: Term = None,
    since: Since = None,
    until: Until = None,
    wikidata: Wikidata = None,
    source: Source = None,
    knowledge: OwnKnowledge = None,
) -> int:
    """Change what is given of an entry; the rest stays as it is. An empty value, as --until "", takes one away.

    What Wader itself says is not touched: your folder gets an entry of the same name, which wins. With --office the
    person's term in that office is changed.

    \b
    Examples:
      wader actors edit "Lake Watch" --sector OPP --alias "the Watch" --knowledge mine
      wader actors edit "Justin Trudeau" --office "Member of the House of Commons" --until 2025-03-23
    """
    from wader.registry_changes import Change, edited

    change = Change(code, sector, kind, alias or [], drop_alias or [], office, None, since, until, wikidata, source)
    for line in edited(own_folder(knowledge), name, change, term):
        say(line)
    return OK


@actors_app.command()
def remove(name: Name, office: Office = None, term: Term = None, kind: Kind = None, code: Code = None,
           knowledge: OwnKnowledge = None) -> int:  # fmt: skip
    """Remove an entry: your own is taken out, and one of Wader's own is marked as gone in your folder.

    Where yours stood over one of Wader's, that one holds again. Removing a name that is marked as gone brings it back.

    \b
    Examples:
      wader actors remove "Lake Watch" --knowledge mine
      wader actors remove "Antony Blinken" --office "Deputy Secretary of State"
    """
    from wader.registry_changes import removed

    for line in removed(own_folder(knowledge), name, office, term, kind, code):
        say(line)
    return OK
