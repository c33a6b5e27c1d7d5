"""The house rules, held by tests: who may import whom, where spaCy may be, how large a file may grow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import wader
from wader import stages

ROOT = Path(wader.__file__).parent
SHARED = {"records", "knowledge", "text", "errors", "version"}
STAGES = {stage.name for stage in stages.STAGES}
FILES = sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            assert node.module is not None
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def owner(path: Path) -> str:
    """Name of the package directly under ``wader`` that a file belongs to, or of the module itself."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", [path for path in FILES if owner(path) in STAGES], ids=str)
def test_a_stage_imports_no_other_stage(path: Path):
    allowed = SHARED | {owner(path)}
    for name in imports(path):
        if name.split(".")[0] == "wader":
            assert name.split(".")[1] in allowed, f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("name", ["knowledge", "records", "text", "errors", "version"])
def test_what_stages_share_imports_no_stage(name: str):
    for path in [path for path in FILES if owner(path) == name]:
        used = {n.split(".")[1] for n in imports(path) if n.startswith("wader.")}
        assert used <= SHARED, f"{path.relative_to(ROOT)} imports {used - SHARED}"


def test_only_annotate_imports_spacy():
    users = {owner(path) for path in FILES if any(name.split(".")[0] == "spacy" for name in imports(path))}
    assert users <= {"annotate"}


def test_engines_know_nothing_of_news():
    for path in [path for path in FILES if owner(path) == "engines"]:
        assert {n for n in imports(path) if n.startswith("wader.")} <= {
            n for n in imports(path) if n.startswith("wader.engines")
        }


def test_files_stay_readable():
    long = {str(path.relative_to(ROOT)): lines for path in FILES if (lines := len(path.read_text().splitlines())) > 450}
    assert not long


def test_every_module_says_what_it_is():
    mute = [str(path.relative_to(ROOT)) for path in FILES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert not mute
