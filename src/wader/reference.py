"""Pages that are made, not written: ``docs/cli.md`` by the command line itself, ``docs/schema/`` from the records, the
evidence card of ``README.md`` from the sample pages.

``python -m wader.reference`` writes them anew.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from rich.console import Console

from wader.acquire import acquire
from wader.cli import app
from wader.errors import WaderError
from wader.pipeline import Coded, pipeline
from wader.records import RawDocument
from wader.show import cards
from wader.show.schema import schema_text, schemas

_HEAD = """# The command line

This page is written by the commands themselves (`python -m wader.reference`); a test fails when it is out of date.
"""
_WIDTH = 96
_PAGE, _WORDS = "examples/news/harbour-talks.txt", "opened fire"
"""Whose card ``README.md`` shows: the page, and the trigger of the event; ``examples/demo.sh`` ends with the same."""


def command_page() -> str:
    """The whole command line as Markdown: the command, then each of its subcommands."""
    top: Any = typer.main.get_command(app)
    blocks = [_HEAD, _section("wader", top)]
    return "\n".join([*blocks, *_sections("wader", top)])


def _sections(name: str, group: Any) -> Iterator[str]:
    """A section for each command of a group, and for the commands of those that are groups themselves."""
    for part, command in group.commands.items():
        if not command.hidden:
            yield _section(f"{name} {part}", command)
            yield from _sections(f"{name} {part}", command) if hasattr(command, "commands") else ()


def _section(name: str, command: Any) -> str:
    context = command.context_class(
        command, info_name=name, terminal_width=_WIDTH, max_content_width=_WIDTH, help_option_names=["-h", "--help"]
    )
    lines = [line.rstrip() for line in command.get_help(context).splitlines()]
    return "\n".join([f"## `{name}`", "", "```text", *lines, "```", ""])


def pages() -> dict[str, str]:
    """Content of each page by its path under ``docs/``."""
    made = {f"schema/{name}.json": schema_text(schema) for name, schema in schemas().items()}
    return {"cli.md": command_page(), **made}


def card(root: Path) -> str:
    """The evidence card of ``README.md`` as the program prints it, without the coder, whose hashes change with every
    change of the knowledge.

    Raises:
        WaderError: the sample page has no such event any more.
    """
    for raw in acquire([str(root / _PAGE)]):
        coded = pipeline().process(raw) if isinstance(raw, RawDocument) else raw
        for event in coded.events if isinstance(coded, Coded) else ():
            if event.event_text[0].text == _WORDS and isinstance(coded, Coded):
                out = io.StringIO()
                console = Console(file=out, width=_WIDTH, markup=False, highlight=False, emoji=False)
                console.print(cards([event], coded.document.article, colour=False))
                whole = "\n".join(line.rstrip() for line in out.getvalue().splitlines())
                return whole.partition("\n  coder ")[0]
    raise WaderError(f"{_PAGE} has no event with the words {_WORDS!r}: choose another for README.md and the demo.")


def readme(text: str, shown: str) -> str:
    """``README.md`` with this card, and its id where the text shows how to ask for one."""
    identifier = re.findall(r"^  id +(\w+)$", shown, re.MULTILINE)[0]
    text = re.sub(r"(?<=\nwader why )\w+", identifier[:8], text)
    return re.sub(r"(## An evidence card\n.*?```\n).*?(?=\n```)", lambda m: m[1] + shown, text, count=1, flags=re.S)


if __name__ == "__main__":
    docs = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    for name, content in pages().items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(content, "utf-8")
        print(docs / name)
    if len(sys.argv) < 2:
        page = Path("README.md")
        page.write_text(readme(page.read_text("utf-8"), card(Path())), "utf-8")
        print(page)
