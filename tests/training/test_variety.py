"""Measures of variety on texts whose values can be counted by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.training.made import RAID, written
from training import variety
from training.corpus import Span
from training.frames import path_between
from training.variety import draw, entropy, moving_ratio, shuffled, told
from wader.records import Tokens


def test_entropy_is_that_of_the_grams():
    assert entropy([["a", "b", "c", "d"]], 1) == 2  # four words, equally often
    assert entropy([["a", "a", "a"]], 1) == 0
    assert entropy([["a", "b"], ["b", "a"]], 2) == 1  # no gram goes over the end of a sentence
    assert entropy([["a"]], 2) == 0


def test_the_moving_ratio_is_the_mean_of_its_windows():
    assert moving_ratio("a b a a".split(), 2) == pytest.approx((2 + 2 + 1) / 3 / 2)
    assert moving_ratio("a b a".split(), 10) == pytest.approx(2 / 3)


def test_samples_have_the_same_size_and_repeat():
    texts = [told("One two three. Four five six seven."), told("Eight nine.\nTen")]
    order = shuffled(texts)
    assert order == shuffled(reversed(texts))
    assert [sum(map(len, draw(order, n))) for n in (1, 5, 10, 99)] == [1, 5, 10, 10]


def test_a_frame_is_the_path_of_labels():
    """"Police in Kano arrested him"."""
    words = "Police in Kano arrested him".split()
    starts = [0, 7, 10, 15, 24]
    tokens = Tokens(
        starts, [s + len(w) for s, w in zip(starts, words, strict=True)], words, words, ["X"] * 5,
        [3, 0, 1, 3, 3], ["nsubj", "prep", "pobj", "ROOT", "dobj"],
    )  # fmt: skip
    trigger, police, kano, him = Span(15, 23), Span(0, 14), Span(10, 14), Span(24, 27)
    assert path_between(tokens, trigger, police) == "vnsubj"
    assert path_between(tokens, trigger, kano) == "vnsubj vprep vpobj"
    assert path_between(tokens, him, police) == "^dobj vnsubj"
    assert path_between(tokens, trigger, trigger) == "="
    assert path_between(tokens, trigger, Span(40, 44)) is None


def test_the_command_prints_figures_and_no_text(tmp_path: Path, monkeypatch, capsys):
    path = written(tmp_path / "author" / "topic.txt", RAID)
    monkeypatch.setattr(sys, "argv", ["variety", str(path), "--frames", "1"])
    monkeypatch.setattr(variety, "SHARED", tmp_path)
    variety.main()
    printed = capsys.readouterr().out
    assert "actor          1 paths,     1 distinct" in printed
    assert "ASSAULT            1       1       1" in printed
    assert "Malian" not in printed and "real news" not in printed
