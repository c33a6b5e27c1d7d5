"""What README shows is what the program prints: the demo, run as by ``make demo`` on a copy of the sample pages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import environment
from wader.reference import card, readme

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BIN = Path(sys.executable).parent


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that the demo prints, to either stream, run from another folder than its own."""
    if not (BIN / "wader").is_file():
        pytest.skip(f"{BIN} has no command wader")
    home = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "examples", home / "examples")
    done = subprocess.run(
        ["sh", str(home / "examples/demo.sh"), str(BIN)], check=True, text=True, cwd=home.parent,
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout


def words(text: str) -> str:
    """Without the line breaks, which depend on the terminal's width."""
    return " ".join(text.split())


def test_the_card_of_readme_is_the_programs_own() -> None:
    assert readme(README, card(ROOT)) == README, "run `python -m wader.reference`"


def test_the_demo_ends_with_the_card_of_readme(demo: str) -> None:
    shown = re.findall(r"## An evidence card\n.*?```\n(.*?)\n```", README, re.DOTALL)[0]
    asked, _, printed = demo.rpartition("$ wader why ")[2].partition("\n")
    assert words(printed).startswith(words(shown))
    short = re.findall(r"^wader why (\w+) --store out/demo/store", README, re.MULTILINE)[0]
    assert asked.startswith(short) and asked.endswith("--store out/demo/store")


def test_the_demo_tells_plain_paths_and_counts_once(demo: str) -> None:
    assert "wader export out/demo/store -o events.csv" in demo
    assert ".." not in demo
    assert demo.count("documents") == 2 and "skipped" not in demo  # the run's line, and the store's


def test_a_card_that_changed_is_put_into_readme() -> None:
    old = "# Wader\n\nwader why 0a0b --store s\n\n## An evidence card\n\nHere:\n\n```\nold\n```\n\n```\nother\n```\n"
    made = readme(old, "ASSAULT\n  id         0123456789abcdef")
    assert "wader why 01234567 --store s" in made
    assert "Here:\n\n```\nASSAULT\n  id         0123456789abcdef\n```\n\n```\nother\n```\n" in made
