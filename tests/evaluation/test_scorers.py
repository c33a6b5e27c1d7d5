"""The scorers score as their benchmarks do: on rows, pages and events of our own."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from evaluation import article_text, attribution, event_type, found, lexicon_examples, places, sample, times
from evaluation.common import VOLUME, volume
from wader.code import PairResult
from wader.records import Place, Time


def test_concede_and_retreat_are_yield() -> None:
    scores = {"CONCEDE": 0.2, "RETREAT": 0.2, "ASSAULT": 0.3, "AID": 0.1}
    assert event_type.root(PairResult("1", ["ASSAULT"], [], [], scores)) == "YIELD"
    scores["ASSAULT"] = 0.5
    assert event_type.root(PairResult("1", ["ASSAULT"], [], [], scores)) == "ASSAULT"


def test_quad_and_binary_come_from_the_root() -> None:
    rows = [
        {"gold_root": "AID", "gold_quad": 2, "gold_binary": 0},
        {"gold_root": "ACCUSE", "gold_quad": 3, "gold_binary": 1},
    ]
    figures = event_type.levels("score", rows, ["YIELD", "ASSAULT"])
    assert figures["score root"] == (["AID", "ACCUSE"], ["YIELD", "ASSAULT"])
    assert figures["score quad"] == ([2, 3], [2, 4])
    assert figures["score binary"] == ([0, 1], [0, 1])
    assert list(event_type.levels("aw", rows, ["YIELD", "ASSAULT"])) == ["aw binary"]
    assert len(event_type.QUAD) == 15


def test_shingles_are_multisets() -> None:
    assert article_text.shingles("a b c d e") == Counter([("a", "b", "c", "d"), ("b", "c", "d", "e")])
    assert article_text.precision_recall("a b c d e f", "a b c d e") == (1.0, pytest.approx(2 / 3))
    assert article_text.precision_recall("a b c d", "") == (0.0, 0.0)


def test_a_time_matches_one_gold_expression() -> None:
    gold: list[dict[str, Any]] = [{"start": 0, "end": 6}, {"start": 8, "end": 20}]
    one = Time(7, 20, "text", "", None, 1)
    assert times.pair(gold, [one]) == [(gold[1], one)]
    wide = Time(0, 20, "text", "", None, 1)
    assert times.pair(gold, [wide]) == [(gold[0], wide)]


def test_attributions_pair_by_cue_then_by_content() -> None:
    def triple(cue: tuple[int, int] | None, content: tuple[int, int]) -> attribution.Triple:
        return {"source": [], "cue": [cue] if cue else [], "content": [content]}

    gold = [triple((0, 4), (5, 20)), triple((30, 34), (40, 60))]
    found_ = [triple(None, (45, 50)), triple((2, 4), (90, 99))]
    assert attribution.pair(gold, found_) == [(gold[0], found_[1]), (gold[1], found_[0])]
    tallies = {role: attribution.Tally() for role in attribution.ROLES}
    attribution.count(tallies, gold, found_, attribution.pair(gold, found_))
    assert (tallies["cue"].right, tallies["content"].right) == (1, 1)


def test_a_place_is_right_by_id_or_by_nearness() -> None:
    gold = {"geonameid": 1, "lat": 0.0, "lon": 0.0}
    assert places.is_right(Place(0, 1, "text", "", 1, geonameid=1, lat=50.0, lon=50.0), gold)
    assert places.is_right(Place(0, 1, "text", "", 1, geonameid=2, lat=1.4, lon=0.0), gold)  # 156 km
    assert not places.is_right(Place(0, 1, "text", "", 1, geonameid=2, lat=1.5, lon=0.0), gold)  # 167 km
    assert not places.is_right(Place(0, 1, "text", "", 1), gold)


def event(category: str, actor: list[str | None], recipient: list[str | None], document: str = "d") -> dict[str, Any]:
    def who(codes: list[str | None]) -> list[dict[str, Any]]:
        return [{"code": code, "sector": "GOV", "entity_text": code} for code in codes]

    return {
        "event": [category], "mode": [], "status": "happened", "actor": who(actor), "recipient": who(recipient),
        "cite_info": {"document": document}, "text": "…", "event_text": [{"text": "met"}],
    }  # fmt: skip


def test_a_listed_event_is_found_by_category_and_countries() -> None:
    listed = {"id": "d", "category": "ACCUSE", "actor": ["KEN"], "recipient": ["UGA", None]}
    assert found.matches(listed, event("ACCUSE", ["KEN"], ["UGA"]))
    assert not found.matches(listed, event("ACCUSE", ["UGA"], ["KEN"]))
    assert not found.matches(listed, event("REJECT", ["KEN"], ["UGA"]))
    assert found.matches({**listed, "alt_categories": ["REJECT"]}, event("REJECT", ["KEN"], ["UGA"]))
    meeting = {**listed, "category": "CONSULT"}
    assert found.matches(meeting, event("CONSULT", ["UGA"], ["KEN"]))
    coded = [event("ACCUSE", ["KEN"], ["UGA"], "other"), event("CONSULT", ["UGA"], ["KEN"])]
    assert found.score([listed, meeting], coded) == ([meeting], [listed])


def test_what_was_found_stands_with_its_interval(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = {"id": "d", "category": "ACCUSE", "actor": ["KEN"], "recipient": [], "trigger": "blamed", "sentence": "S."}
    rows = [listed, {**listed, "category": "AID", "core": False}]
    for name, content in (("list", rows), ("events", [event("ACCUSE", ["KEN"], [])])):
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in content), "utf-8")
    monkeypatch.setattr("sys.argv", ["found", str(tmp_path / "list"), str(tmp_path / "events"), "--show"])
    found.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "listed 2, found 1: 0.500 [0.095, 0.905]"
    assert lines[1].startswith("core   1, found 1: 1.000 [")
    assert lines[2].startswith("missed d AID")


def test_a_sample_is_the_same_for_the_same_seed() -> None:
    events = [event("AID", ["KEN"], [], str(n)) for n in range(30)]
    drawn = sample.draw(events, 5, 3)
    assert drawn == sample.draw(events, 5, 3) != sample.draw(events, 5, 4)
    assert drawn[0]["actor"] == [["KEN", "GOV", "KEN"]]
    assert [one["n"] for one in drawn] == [1, 2, 3, 4, 5]


def test_marks_come_off_an_example() -> None:
    plain, spans = lexicon_examples.unmark("[A]Chad[/A] and [A]Togo[/A] thanked [R]Benin[/R].")
    assert plain == "Chad and Togo thanked Benin."
    assert [plain[a:b] for a, b in spans["A"]] == ["Chad", "Togo"]
    assert [plain[a:b] for a, b in spans["R"]] == ["Benin"]


def test_the_lexicons_examples_of_a_small_category() -> None:
    shares = lexicon_examples.shares(lexicon_examples.run({"COOPERATE"}))
    assert shares["examples"] > 20
    assert shares["coded right"] >= shares["roles too"] > 0.8
    assert lexicon_examples.shares([]) == {"coded right": 0.0, "roles too": 0.0, "examples": 0.0}


def test_volume_takes_every_nth_text(tmp_path: Path) -> None:
    path = tmp_path / VOLUME
    path.parent.mkdir(parents=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(n)}) + "\n" for n in range(10))
    assert [row["id"] for row in volume(tmp_path, 4)] == ["0", "4", "8"]
    assert len(volume(tmp_path)) == 10


def test_times_and_attributions_are_measured_below_the_folder_given(tmp_path: Path) -> None:
    text = "The envoy arrived on Monday."
    mention = {"tag": "TIMEX3", "start": 21, "end": 27, "text": "Monday", "value": "2021-05-03"}
    created = {"tag": "TIMEX3", "start": 0, "end": 0, "text": "", "value": "2021-05-04",
               "functionInDocument": "CREATION_TIME"}  # fmt: skip
    _packed(tmp_path / times.GOLD, {"id": "a", "text": text, "mentions": [mention, created]})
    assert times.evaluate(tmp_path)["relaxed precision"] == 1.0

    said = "The minister said the port was open."
    roles = {"source": (0, 12), "cue": (13, 17), "content": (18, 35)}
    triple = {role: [{"spans": [span]}] for role, span in roles.items()}
    gold = tmp_path / attribution.GOLD.format(split="dev")
    _packed(gold, {"id": "a", "text": said, "attributions": [triple]})
    figures = attribution.evaluate(tmp_path)
    assert [figures[f"{role} F1"] for role in roles] == [1.0, 1.0, 1.0]
    assert (figures["gold"], figures["found"], figures["sentences"]) == (1, 1, 1)


def _packed(path: Path, row: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(json.dumps(row).encode() + b"\n"))
