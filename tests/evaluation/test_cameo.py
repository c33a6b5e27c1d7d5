"""The measure of sentences without a given pair, on rows of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import cameo
from wader.knowledge import load
from wader.pipeline import Pipeline


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "gold" / "event_type"
    folder.mkdir(parents=True)
    quads = [
        ("Kenya condemned Uganda on Monday.", 3),
        ("Rebels shelled the army of Chad.", 4),
        ("The hills of Wales are green.", 0),
        ("Kenya condemned Uganda on Friday.", 1),
    ]
    rows = [{"id": str(k), "text": text, "quad": quad} for k, (text, quad) in enumerate(quads)]
    (folder / "cameo_quad_dev.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    tokens = ["Kenya", "condemned", "Uganda", "on", "Monday", "."]
    row = {"id": "a", "tokens": tokens, "tags": ["B-S", "O", "B-T", "I-T", "O", "O"]}
    (folder / "cameo_roles_dev.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    return tmp_path


def test_classes_and_roles_of_the_most_confident_event(shared: Path) -> None:
    pipeline = Pipeline(load())
    assert cameo.quads(shared, pipeline) == ([3, 4, 0, 1], [3, 4, 0, 3])
    found = cameo.roles(shared, pipeline)
    assert found["source F1"] == 1.0
    assert found["target F1"] == pytest.approx(2 / 3)


def test_tokens_are_joined_as_they_are_written() -> None:
    text, spans = cameo.joined(["Kenya", "'s", "army", "(", "KDF", ")", "left", "."])
    assert text == "Kenya's army ( KDF) left."
    assert [text[a:b] for a, b in spans] == ["Kenya", "'s", "army", "(", "KDF", ")", "left", "."]
