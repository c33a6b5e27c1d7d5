"""Krippendorff's alpha is the published one; spans, roles, modes and auxiliaries are compared trigger by trigger."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from tests.training.made import RAID, passage, written
from training import agreement, blind
from training.agreement import ALL, BOTH, EITHER, Figure, align, alpha, figures, matched
from training.corpus import Passage, Span

# The examples of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A, B and C.


def test_alpha_of_binary_data():
    """Ten things, two coders. Of 20 values 14 are 0 and 6 are 1; four things got 0 and 1, so o01 = 4. Hence
    alpha = 1 - (20 - 1) * 4 / (14 * 6) = 1 - 76 / 84 = 0.095."""
    assert alpha(zip("0100000010", "1110010000", strict=True)) == pytest.approx(1 - 76 / 84)


def test_alpha_of_five_values():
    """Twelve things, two coders: 24 values, of them a 4, b 6, c 6, d 6, e 2; on the diagonal 2 + 4 + 6 + 4 + 2 = 18.
    Chance gives 4*3 + 6*5 + 6*5 + 6*5 + 2*1 = 104 of 24 * 23 = 552. Hence (23 * 18 - 104) / (552 - 104) =
    310 / 448 = 0.692."""
    assert alpha(zip("aabbdcccedda", "babbbccceddd", strict=True)) == pytest.approx(310 / 448)


def test_alpha_of_four_coders_with_gaps():
    """Twelve things, four coders who left some out; the paper gives 0.743. What only one coder told (the last) does not
    count. The paper's coincidences: 40 values, 1 9, 2 13, 3 10, 4 5, 5 3; on the diagonal 7 + 10 + 8 + 4 + 3 = 32.
    Chance gives 9*8 + 13*12 + 10*9 + 5*4 + 3*2 = 344 of 1560. Hence (39 * 32 - 344) / (1560 - 344) = 904 / 1216."""
    coders = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]
    units = [[None if value == "." else value for value in unit] for unit in zip(*coders, strict=True)]
    assert alpha(units) == pytest.approx(904 / 1216)
    assert round(alpha(units), 3) == 0.743


def test_alpha_needs_two_values():
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert math.isnan(alpha([("a", "a")]))
    assert math.isnan(alpha([]))


def test_spans_are_matched_once_and_by_the_larger_overlap():
    first = [Span(0, 10), Span(20, 25)]
    second = [Span(0, 3), Span(2, 10), Span(25, 30)]
    assert matched(first, second) == [(0, 1)]


OTHER = """@lead mali 2010s ctx=military
{A Malian soldiers} {1 raided} a {B rebel} camp near {p Gao} on {2 Sunday}, {C an army spokesman} {c said}.
1 ASSAULT explosives A > B p by=C c +historical
2 NONE other"""


def compared(*pairs: tuple[str, str]) -> dict[str, Figure]:
    told = figures([(passage(one), passage(two)) for one, two in pairs], times=50)
    return {figure.name: figure for figure in told}


def test_who_codes_alike_agrees():
    same = compared((RAID, RAID), (OTHER, OTHER))
    assert same[f"alpha: {ALL}"].value == same["alpha: mode, same category"].value == 1
    assert {f.value for name, f in same.items() if name.startswith(("F1", "share"))} == {1.0}


def test_what_differs_is_counted_by_trigger():
    found = compared((RAID, OTHER))
    assert found[f"share: {BOTH}"].over == 1
    assert found[f"share: {EITHER}"].over == 1
    assert found[f"share: {ALL}"].over == 2  # a NONE that the other coder left unmarked is agreed on
    assert found["share: mode, same category"].value == 0
    assert found["share: auxiliary historical"].value == 0
    assert found["share: auxiliary future"].value == 1
    assert found["F1: actor spans, exact"].value == 1
    assert found["F1: recipient spans, overlap"].value == 1
    assert found["F1: recipient spans, exact"].value == 0
    assert found["F1: mentions, exact"].value == pytest.approx(2 / 3)


def test_an_event_that_one_coder_did_not_see_is_none_to_him():
    blank = RAID.splitlines()[0] + "\n" + passage(RAID).text
    found = compared((RAID, blank), (blank, blank))
    assert found[f"share: {ALL}"].value == 0
    assert found["F1: trigger spans of events, overlap"].value == 0
    assert math.isnan(found[f"alpha: {BOTH}"].value)


def test_an_interval_holds_its_figure_and_repeats():
    pairs = [(RAID, RAID)] * 15 + [(RAID, OTHER)] * 5
    one = compared(*pairs)["share: mode, same category"]
    assert one.low < one.value == 0.75 < one.high
    assert compared(*pairs)["share: mode, same category"] == one


def test_passages_are_aligned_by_text():
    later = passage(RAID.replace("Sunday", "Monday"))
    assert align([passage(RAID), later], [later, passage(OTHER)]) == [(passage(RAID), passage(OTHER)), (later, later)]


def test_two_folders_are_compared(tmp_path: Path, monkeypatch, capsys):
    one = written(tmp_path / "one" / "a.txt", RAID).parent
    two = written(tmp_path / "two" / "b.txt", OTHER, "@lead\nno passage").parent
    monkeypatch.setattr(sys, "argv", ["agreement", str(one), str(two)])
    agreement.main()
    told = capsys.readouterr().out
    assert "1 and 1 passages, 1 with the same text; 1 faults" in told
    assert "two/b:6: a header is" in told


def test_a_blind_sample_shows_no_codes_and_repeats(tmp_path: Path, monkeypatch):
    path = written(tmp_path / "author" / "topic.txt", *(RAID.replace("Sunday", f"{k} May") for k in range(1, 21)))
    out = tmp_path / "blind.txt"
    monkeypatch.setattr(sys, "argv", ["blind", "5", "7", str(out), str(path)])
    blind.main()
    first = out.read_text("utf-8")
    assert first.count("@lead mali 2010s\nMalian soldiers raided") == 5
    assert not set("{}>") & set(first)
    blind.main()
    assert out.read_text("utf-8") == first


def test_a_blind_sample_stays_when_more_is_written():
    passages: list[Passage] = [passage(RAID.replace("Sunday", f"{k} May")) for k in range(1, 31)]
    fewer = blind.sample(passages[:20], 20, 1)
    assert [p for p in blind.sample(passages, 30, 1) if p in fewer] == fewer
    assert blind.sample(passages, 30, 2) != blind.sample(passages, 30, 1)
