"""What stages cost is measured through the pipeline itself; what share of the registry has an id."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import cost, identified
from evaluation.gate import floors
from tests.command import here
from wader import pipeline, stages
from wader.knowledge import load
from wader.records import RawDocument

ROWS = [
    {"id": "a", "text": "Kenya condemned the raid in Lamu. Police arrested ten men.", "date": "2023-03-14"},
    {"id": "b", "text": "The Russian army shelled Kharkiv on Monday. Ukraine protested.", "date": "2023-03-14"},
    {"id": "c", "text": "ECOWAS suspended Mali. Mali rejected the decision.", "date": "2021-06-01"},
]


def test_every_stage_of_the_plan_is_told_in_its_order_and_its_cost_is_counted() -> None:
    told: list[str] = []
    raw = RawDocument("a", "text", ROWS[0]["text"], None, ROWS[0]["date"])
    coded = pipeline.pipeline().process(raw, begins=told.append)
    assert isinstance(coded, pipeline.Coded) and coded.events
    assert told == [stage.name for stage in pipeline.PLAN if stage is not stages.ACQUIRE]
    spent = cost.costs(ROWS)
    assert list(spent) == told and all(seconds > 0 for seconds in spent.values())


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what is mapped")
def test_the_registrys_memory_is_measured_in_a_fresh_process_and_is_under_its_ceiling() -> None:
    parts = {what: (grown, mapped) for what, grown, mapped in cost.memory(ROWS)}
    assert list(parts) == [
        "code of resolve", "actors", "offices", "roles and outlets", "gazetteer", "use on 3 texts",
    ]  # fmt: skip
    most = floors()["cost"]["resolve, MB"]["ceiling"]
    assert parts["offices"][0] > 5 and sum(grown for grown, _ in parts.values()) < most


def test_most_of_the_registry_has_an_id_and_the_share_is_told() -> None:
    told = {what: (entries, known) for what, entries, known in identified.shares(load())}
    assert told["state"][0] == told["state"][1] and told["demonym"][0] == told["demonym"][1]
    assert told["igo"][1] >= 80 and told["person"][1] >= 120
    assert told["terms of office"][1] > 61_000 and told["terms of office"][1] / told["terms of office"][0] > 0.63
    assert told["all rows"][0] == sum(
        entries for what, (entries, _) in told.items() if what not in ("in high office", "office holders", "all rows")
    )


def test_an_id_stands_in_the_event_and_in_what_the_registry_shows() -> None:
    coded = pipeline.pipeline().process(RawDocument("c", "text", ROWS[2]["text"], None, ROWS[2]["date"]))
    assert isinstance(coded, pipeline.Coded)
    assert "Q193272" in {actor.identifier_id for event in coded.events for actor in event.actor}
    for name, identifier in (("ECOWAS", "Q193272"), ("Michel Barnier", "Q438465"), ("Yugoslavia", "Q36704")):
        assert f"wikidata  {identifier}" in here("actors", "show", name).out.decode()
