"""The gate on layers of our own: what is told, what is skipped, and with which code it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluation import __main__ as program
from evaluation.gate import Floors, Measured, measure, table, verdict
from evaluation.layers import Figure, Figures, Layer

Gate = Callable[..., int]


def layer(figures: Figures, name: str = "mine", needs: str | None = None) -> Layer:
    return Layer(name, "a layer of ours", needs, lambda shared, step: figures)


def broken(shared: Path, step: int) -> Figures:
    raise ValueError("no such column")


def test_a_figure_at_its_bound_holds(tmp_path: Path) -> None:
    figures = {"share": Figure(0.7), "failures": Figure(0.0), "free": Figure(0.1)}
    done = measure(layer(figures), tmp_path, 1, {"share": {"floor": 0.7}, "failures": {"ceiling": 0}}, {})
    assert done.holds
    assert verdict([done]) == "2 of 2 bounds hold."


@pytest.mark.parametrize(("value", "bound", "word"), [(0.6999, {"floor": 0.7}, "UNDER"), (1.0, {"ceiling": 0}, "OVER")])
def test_a_figure_out_of_bounds_is_not_rounded_away(tmp_path: Path, value: float, bound: dict, word: str) -> None:
    done = measure(layer({"it": Figure(value)}), tmp_path, 1, {"it": bound}, {})
    assert not done.holds
    assert word in table([done])
    assert "out of bounds: mine: it" in verdict([done])


def test_no_number_is_no_pass(tmp_path: Path) -> None:
    assert not measure(layer({"it": Figure(float("nan"))}), tmp_path, 1, {"it": {"floor": 0.1}}, {}).holds


def test_a_bound_on_what_is_not_measured_does_not_hold(tmp_path: Path) -> None:
    done = measure(layer({}), tmp_path, 1, {"gone": {"floor": 0.1}}, {})
    assert not done.holds
    assert "not measured" in table([done])
    assert measure(layer({}), tmp_path, 1, {"gone": {"retired": "its data set is withdrawn"}}, {}).holds


def test_a_layer_without_its_data_is_skipped_and_said_so(tmp_path: Path) -> None:
    done = measure(layer({"it": Figure(1.0)}, needs="gold/none"), tmp_path, 1, {"it": {"floor": 0.1}}, {})
    assert done.holds
    assert "gold/none is absent" in table([done])
    assert verdict([done]).endswith("skipped: mine.")


def test_a_scorer_that_fails_fails_its_layer_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = [measure(one, tmp_path, 1, {}, {}) for one in (Layer("bad", "", None, broken), layer({"it": Figure(1.0)}))]
    assert [one.holds for one in done] == [False, True]
    assert "FAILED: ValueError: no such column" in table(done)
    assert "no such column" in capsys.readouterr().err


def test_the_table_aligns_and_names_second_hand_figures(tmp_path: Path) -> None:
    figures = {"share": Figure(0.71234, (0.65, 0.77)), "rows": Figure(1234.0)}
    beside = {"share": [{"who": "Other", "value": ".8", "on": "its own rows", "second_hand": True}]}
    told = table([measure(layer(figures), tmp_path, 1, {}, beside)])
    row = next(line for line in told.splitlines() if "share" in line)
    assert row.split() == ["share", "0.712", "0.650–0.770", "Other", ".8†"]
    assert "1,234" in told
    assert "† second-hand" in told
    assert "Other†: its own rows" in told


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """The program with layers ``a`` and ``b`` (the step it was given), and floors as told."""

    def run(*arguments: str, floors: Floors | None = None) -> int:
        layers = (
            layer({"share": Figure(0.5)}, "a"),
            Layer("b", "the step", None, lambda shared, step: {"step": Figure(float(step))}),
        )
        monkeypatch.setattr(program, "LAYERS", layers)
        monkeypatch.setattr(program, "floors", lambda: floors or {})
        return program.main(arguments)

    return run


def test_exit_codes(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate() == 0
    assert gate(floors={"a": {"share": {"floor": 0.6}}}) == 1
    assert gate("b", floors={"a": {"share": {"floor": 0.6}}}) == 0
    with pytest.raises(SystemExit) as left:
        gate("c")
    assert left.value.code == 2
    assert "there are a, b" in capsys.readouterr().err


def test_quick_takes_a_sample(gate: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    gate("b", "--quick")
    told = capsys.readouterr().out
    assert next(line for line in told.splitlines() if line.split()[:1] == ["step"]).split()[1] == str(program.QUICK)


def test_nothing_measured_is_a_table_too() -> None:
    empty: list[Measured] = []
    assert table(empty).split()[0] == "figure"
