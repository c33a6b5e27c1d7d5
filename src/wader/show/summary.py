"""The end of a run, told so that people want to read it; and what changed between two runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from wader.records import Event
from wader.show.card import heading
from wader.show.safe import safe

_WIDTH = 32


class _Bar(Protocol):
    name: str
    count: int


class _Dyad(Protocol):
    actor: str
    recipient: str
    count: int
    events: list[tuple[str, int]]


class _Reason(Protocol):
    stage: str
    reason: str
    count: int
    example: str
    remedy: str | None


class Told(Protocol):
    """What a summary needs (``wader.analyse.Summary`` has it)."""

    documents: int
    not_coded: int
    events: int
    counted: int
    first: str | None
    last: str | None
    undated: int

    @property
    def categories(self) -> Sequence[_Bar]: ...

    @property
    def dyads(self) -> Sequence[_Dyad]: ...

    @property
    def places(self) -> Sequence[_Bar]: ...

    @property
    def skipped(self) -> Sequence[_Reason]: ...


class _Replaced(Protocol):
    count: int
    examples: list[str]
    others: int
    other_examples: list[str]
    apart: list[str]


def number(count: int, noun: str) -> str:
    """``1 event``, ``12,345 events``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def render_summary(told: Told, *, run: str, skipped: int) -> RenderableType:
    """A store's summary after a run. ``run``: one line on the run itself; ``skipped``: inputs it left out."""
    shown: list[RenderableType] = [Text(safe(run), "bold")]
    shown.append(Text(_totals(told)))
    if told.categories:
        shown += [Text("\nWhat happened", "bold"), bars(told.categories)]
    if told.dyads:
        shown += [Text("\nWho did most to whom", "bold"), _dyads(told.dyads)]
    if told.places:
        where = "   ".join(f"{bar.name} {bar.count:,}" for bar in told.places)
        shown += [Text("\nWhere", "bold"), Text(safe(f"  {where}"))]
    if skipped:
        shown += [Text(f"\nSkipped: {number(skipped, 'input')}", "bold"), _reasons(told.skipped)]
    return Group(*shown)


def render_replaced(told: _Replaced, apart: int) -> str:
    """Which documents a run replaced by others of the same id, and which it kept apart; empty for none."""
    said = []
    if told.count:
        said.append(f"{number(told.count, 'document')} replaced by what came under the same id"
                    f"{_named(told.examples, told.count)}: `wader diff previous last` tells what changed.")  # fmt: skip
    if told.others:
        said.append(f"{told.others:,} of them by quite another text{_named(told.other_examples, told.others)}: "
                    "if both are wanted, give each an id of its own, and run both again.")  # fmt: skip
    if apart:
        said.append(f"{number(apart, 'document')} kept apart, for a document from elsewhere has the id"
                    f"{_named(told.apart, apart)}.")  # fmt: skip
    return "\n".join(map(safe, said))


def _named(examples: Sequence[str], count: int) -> str:
    return f" ({', '.join(examples)}{', …' if len(examples) < count else ''})" if examples else ""


def _totals(told: Told) -> str:
    """How much there is; what is left out of the counts comes before what is told of the rest."""
    left, rest = told.events - told.counted, told.counted
    undated = "none with a date" if told.undated == rest else "of history"
    span = f"{told.first} to {told.last}" if told.first else undated
    holds = f"The store holds {number(told.documents, 'document')} and {number(told.events, 'event')}"
    lines = [f"{holds}: {span}." if not left and rest else f"{holds}."]
    if left:
        lines.append(f"{number(left, 'event')} negated or hypothetical: kept, and left out of all counts below.")
        lines += [f"The other {rest:,}: {span}."] if rest else []
    if told.undated and told.undated < rest:
        lines.append(f"{told.undated:,} of {'the other' if left else 'the'} {rest:,} without a date.")
    if told.not_coded:
        lines.append(f"{number(told.not_coded, 'document')} read and not coded.")
    return "\n".join(lines)


def bars(counts: Sequence[_Bar]) -> RenderableType:
    """A bar chart in text, longest bar first."""
    most = max(bar.count for bar in counts)
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    for bar in counts:
        eighths = max(1, round(8 * _WIDTH * bar.count / most))
        drawn = "█" * (eighths // 8) + ("", *"▏▎▍▌▋▊▉")[eighths % 8]
        table.add_row(Text(safe(f"  {bar.name}")), Text(drawn, "cyan"), Text(f"{bar.count:,}"))
    return table


def _dyads(dyads: Sequence[_Dyad]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for dyad in dyads:
        kinds = ", ".join(f"{name} {count:,}" for name, count in dyad.events[:4])
        more = ", …" if len(dyad.events) > 4 else ""
        pair = Text(safe(f"  {dyad.actor} → {dyad.recipient}"))
        table.add_row(pair, Text(f"{dyad.count:,}", "bold"), Text(safe(kinds + more), "dim"))
    return table


def _reasons(reasons: Sequence[_Reason]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for reason in reasons:
        said = Text(safe(f"{reason.stage}: {reason.reason} "))
        said.append(safe(f"({reason.example}{', …' if reason.count > 1 else ''})"), "dim")
        table.add_row(Text(f"  {reason.count:,}"), said)
        if reason.remedy:
            table.add_row("", Text(safe(reason.remedy), "dim"))
    return table


class _Run(Protocol):
    run: int
    status: Any
    finished: str
    version: str
    knowledge: str
    documents: int
    coded: int
    events: int
    skipped: int


def render_runs(runs: Sequence[_Run]) -> RenderableType:
    """The history of a store, a line a run."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("run", "finished (UTC)", "coder", "documents", "coded", "events", "skipped", ""):
        table.add_column(name, justify="left" if name in ("finished (UTC)", "coder", "") else "right")
    for run in runs:
        table.add_row(
            str(run.run),
            safe(run.finished[:16].replace("T", " ")),
            safe(f"{run.version} {run.knowledge[:8]}"),
            *(f"{count:,}" for count in (run.documents, run.coded, run.events, run.skipped)),
            "" if run.status == "complete" else safe(str(run.status)),
        )
    return table


_SIGNS = {"added": ("+", "green"), "removed": ("−", "red"), "changed": ("~", "yellow"), "moved": ("→", "cyan")}


def render_diff(
    change: str, identifier: str, fields: Sequence[str], before: Event | None, after: Event | None
) -> RenderableType:
    """One event that two runs disagree on, in a few lines; one that moved in a line, with the id that it had."""
    sign, style = _SIGNS[change]
    event = after or before
    assert event is not None
    line = Text(f"{sign} ", style)
    line.append(safe(identifier), "dim")
    line.append("  ")
    line.append_text(heading(event))
    if before is not None and after is not None and before.id != after.id:
        line.append(safe(f"   was {before.id}"), "dim")
    if change == "moved":
        return line
    shown: list[RenderableType] = [line]
    if change == "changed" and before is not None and after is not None:
        for name in fields:
            was, now = _short(getattr(before, name)), _short(getattr(after, name))
            shown.append(Text(safe(f"    {name}: {was} → {now}"), "dim"))
    shown.append(Text(safe(f"    {event.cite_info.document}: {_cut(event.text)}"), "dim"))
    return Group(*shown)


def _short(value: object) -> str:
    import msgspec

    return _cut(msgspec.json.encode(value).decode())


def _cut(text: str, length: int = 160) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
