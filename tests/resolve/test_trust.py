"""How far a whole event is to be trusted, and which events are told."""

from __future__ import annotations

from pathlib import Path

import pytest

import wader
from tests.command import here
from wader.knowledge import load

PAGE = (
    "Kenya's foreign minister Alfred Mutua condemned the shelling on Monday. He had met the Somali ambassador. "
    "They called for talks, and a guard of the mission was said to have been beaten near there. "
    "Police in Nairobi arrested eleven protesters. The union will strike over it, its men warned."
)


def sure(text: str, **options: float) -> dict[str, float]:
    events = wader.code(text, date="2023-03-06", **options).events  # type: ignore[arg-type]
    return {e.id: e.confidence for e in events if e.confidence is not None}


def test_what_is_told_is_as_sure_as_the_knowledge_asks() -> None:
    told, all_ = sure(PAGE), sure(PAGE, min_confidence=0.0)
    least = load().coder.told
    assert told == {name: chance for name, chance in all_.items() if chance >= least}
    assert len(all_) >= 4


def test_a_higher_bar_leaves_fewer() -> None:
    bar = sorted(sure(PAGE, min_confidence=0.0).values())[1]
    kept = sure(PAGE, min_confidence=bar)
    assert len(kept) == len(sure(PAGE, min_confidence=0.0)) - 1
    assert min(kept.values()) == bar


def test_a_named_doer_is_surer_than_one_that_another_sentence_tells() -> None:
    named = sure("Kenya's foreign minister Alfred Mutua condemned Uganda on Monday.", min_confidence=0.0)
    guessed = sure("The talks went on for days. Rebels beat a man of the village near there.", min_confidence=0.0)
    assert max(named.values()) > max(guessed.values())


@pytest.mark.parametrize("least", ["1.0", "0.5", "0.0"])
def test_the_command_and_knowledge_of_ones_own_set_the_same_bar(tmp_path: Path, least: str) -> None:
    page, own = tmp_path / "page.txt", tmp_path / "own"
    page.write_text(PAGE)
    own.mkdir()
    (own / "coder.yaml").write_text(f"told: {least}\n")
    by_option = here("code", str(page), "--min-confidence", least).rows
    by_knowledge = here("code", str(page), "--knowledge", str(own)).rows
    assert [r["id"] for r in by_option] == [r["id"] for r in by_knowledge]
    assert all(r["confidence"] >= float(least) for r in by_option)


def test_words_alone_have_no_confidence_and_stay(tmp_path: Path) -> None:
    (tmp_path / "coder.yaml").write_text("encoder: false\ntold: 0.9\n")
    events = wader.code(PAGE, date="2023-03-06", knowledge=tmp_path).events
    assert events
    assert all(e.confidence is None for e in events)


MILD = "The wind was mild in Nairobi. Schools were closed for the holiday. Buses ran late on the coast. "


def test_a_short_text_is_held_to_less_than_a_page() -> None:
    join, sentence = load().coder, "Kenya's president asked for help."
    alone = wader.code(sentence, date="2021-05-10").events
    assert [e.event for e in alone] == [["REQUEST"]]
    assert join.alone <= (alone[0].confidence or 0.0) < join.told
    page = f"{MILD}{sentence} Rebels in Kenya killed nine soldiers."
    told = wader.code(page, date="2021-05-10").events
    unsure = wader.code(page, date="2021-05-10", min_confidence=join.alone).events
    assert [e.event for e in told] == [["ASSAULT"]]
    assert [e.event for e in unsure] == [["REQUEST"], ["ASSAULT"]]
