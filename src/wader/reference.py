"""Pages that are made, not written: ``docs/cli.md`` by the command line itself, ``docs/schema/`` from the records.

``python -m wader.reference`` writes them anew.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from wader.cli import app
from wader.show.schema import schema_text, schemas

_HEAD = """# The command line

This page is written by the commands themselves (`python -m wader.reference`); a test fails when it is out of date.
"""
_WIDTH = 96


def command_page() -> str:
    """The whole command line as Markdown: the command, then each of its subcommands."""
    top: Any = typer.main.get_command(app)
    blocks = [_HEAD, _section("wader", top)]
    blocks += _sections("wader", top)
    return "\n".join(blocks)


def _sections(path: str, group: Any) -> list[str]:
    """A section for each command of a group, and for those of the groups in it."""
    found = []
    for name, command in group.commands.items():
        if not command.hidden:
            found.append(_section(f"{path} {name}", command))
            found += _sections(f"{path} {name}", command) if hasattr(command, "commands") else []
    return found


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


if __name__ == "__main__":
    docs = Path(sys.argv[1] if len(sys.argv) > 1 else "docs")
    for name, content in pages().items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(content, "utf-8")
        print(docs / name)
