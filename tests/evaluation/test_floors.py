"""Floors only rise: each version of ``floors.json`` in the history is held against the one that lies here."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from evaluation.gate import Floors, floors, peers
from evaluation.layers import LAYERS

ROOT = Path(__file__).parents[2]
PATH = "evaluation/floors.json"


def git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no history of {PATH} to compare with: {done.stderr.strip() or 'git fails'}")
    return done.stdout


def lowered(before: Floors, now: Floors) -> list[str]:
    """Bounds of ``before`` that ``now`` has loosened or dropped, a retired one excepted."""
    found = []
    for layer, bounds in before.items():
        for name, old in bounds.items():
            new = now.get(layer, {}).get(name, {})
            if "retired" in new:
                continue
            if "floor" in old and new.get("floor", float("-inf")) < old["floor"]:
                found.append(f"{layer}: {name}: floor {old['floor']} became {new.get('floor')}")
            if "ceiling" in old and new.get("ceiling", float("inf")) > old["ceiling"]:
                found.append(f"{layer}: {name}: ceiling {old['ceiling']} became {new.get('ceiling')}")
    return found


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_no_floor_was_ever_higher_and_no_ceiling_lower() -> None:
    if Path(git("rev-parse", "--show-toplevel").strip()).resolve() != ROOT.resolve():
        pytest.skip("not a clone of its own")
    for commit in git("log", "--format=%H", "--", PATH).split():
        shown = subprocess.run(["git", "-C", str(ROOT), "show", f"{commit}:{PATH}"], capture_output=True, check=False)
        if shown.returncode == 0:  # a commit may have taken the file away
            assert not lowered(json.loads(shown.stdout), floors()), f"floors stood higher in {commit[:10]}"


def test_what_counts_as_lowered() -> None:
    before: Floors = {"a": {"f": {"floor": 0.5}, "c": {"ceiling": 3}}}
    assert not lowered(before, {"a": {"f": {"floor": 0.6}, "c": {"ceiling": 0}, "new": {"floor": 1}}})
    assert len(lowered(before, {"a": {"f": {"floor": 0.4}, "c": {"ceiling": 4}}})) == 2
    assert len(lowered(before, {})) == 2
    assert not lowered(before, {"a": {"f": {"retired": "its data set is gone"}, "c": {"ceiling": 3}}})


def test_bounds_and_peers_belong_to_layers() -> None:
    names = {layer.name for layer in LAYERS}
    assert set(floors()) <= names
    assert set(peers()) <= names
    for bounds in floors().values():
        for bound in bounds.values():
            assert len(bound) == 1
            assert set(bound) <= {"floor", "ceiling", "retired"}
    for figures in peers().values():
        for beside in figures.values():
            assert all(set(peer) == {"who", "value", "on", "second_hand"} for peer in beside)
