"""What the documents for contributors say of stages, layers and CI is so."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.layers import LAYERS
from wader import stages

ROOT = Path(__file__).parents[2]


def rows(path: str, head: str) -> list[list[str]]:
    """Cells of the Markdown table whose first column is headed ``head``."""
    table = re.search(rf"^\| {head} \|.*\n\|[-|]+\n((?:\|.*\n)+)", (ROOT / path).read_text("utf-8"), re.MULTILINE)
    assert table is not None
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.group(1).splitlines()]


def test_architecture_tells_what_stages_declare() -> None:
    table = rows("docs/architecture.md", "stage")
    told = [(name.strip("`"), set(reads.split(", ")), {makes}) for name, reads, makes, *_ in table]
    assert told == [(stage.name, set(stage.reads), set(stage.makes)) for stage in stages.STAGES]


def test_modules_that_architecture_names_exist() -> None:
    told = (ROOT / "docs/architecture.md").read_text("utf-8")
    source = ROOT / "src/wader"
    names = set(re.findall(r"`(?:lexicon/)?([a-z_/]+\.(?:py|yaml|tsv|csv\.gz))`", told))
    missing = [name for name in names if not list(source.rglob(name)) and not (ROOT / name).exists()]
    assert not missing


def test_the_readme_lists_the_layers() -> None:
    assert [name.strip("`") for name, *_ in rows("evaluation/README.md", "layer")] == [layer.name for layer in LAYERS]


def test_contributing_gives_cis_own_commands() -> None:
    tested = (ROOT / "Makefile").read_text("utf-8").partition("\ntest:")[2].partition("\nevaluate:")[0]
    commands = re.findall(r"^\t\$\(BIN\)/(.+)$", tested, re.MULTILINE)
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert len(commands) == 3
    assert all(f"    .venv/bin/{command}\n" in told for command in commands)
