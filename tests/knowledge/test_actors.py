"""Look-up of names: the longest match, case and spelling; every code known; a user's names laid over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.knowledge.names import CODES, SECTORS
from wader.errors import KnowledgeError
from wader.knowledge import PACKAGED
from wader.knowledge import actors as module
from wader.knowledge.actors import Actors


@pytest.mark.parametrize(
    ("words", "i", "taken", "wanted"),
    [
        (["the", "Democratic", "Republic", "of", "the", "Congo", "'s", "army"], 1, 5, "COD"),
        (["al", "-", "Qaeda", "in", "the", "Islamic", "Maghreb"], 0, 7, "IMG"),
        (["Guinea", "-", "Bissau"], 0, 3, "GNB"),
        (["the", "Quad", "met"], 0, 2, "IGO"),
        (["U.S.", "and", "British", "jets"], 0, 1, "USA"),
        (["People", "'s", "Liberation", "Army", "jets"], 0, 4, "CHN"),
        (["New", "Zealand", ",", "Australia"], 0, 2, "NZL"),
    ],
)
def test_longest_takes_the_whole_name_and_no_more(
    actors: Actors, words: list[str], i: int, taken: int, wanted: str
) -> None:
    found = actors.longest(words, i)
    assert found is not None
    assert found[0] == taken
    assert found[1][0].code == wanted


def test_longest_finds_nothing_where_no_name_starts(actors: Actors) -> None:
    words = ["Republic", "the", ",", "met", "", "…", "'s", "(", "\u200b"]
    assert [actors.longest(words, i) for i in range(1, len(words))] == [None] * (len(words) - 1)


def test_spelling_restores_capitals_and_keeps_lengths(actors: Actors) -> None:
    words = ["people's", "liberation", "army", "and", "côte", "d'ivoire"]
    assert actors.spelling(words, 0) == ["People's", "Liberation", "Army"]
    assert actors.spelling(words, 4) == ["Côte", "d'Ivoire"]
    assert actors.spelling(words, 3) is None


def test_every_code_sector_and_source_is_known(actors: Actors) -> None:
    for records in actors._index.values():
        for record in records:
            entry = record.entry
            assert entry.code is None or entry.code in CODES, entry
            assert entry.sector is None or entry.sector in SECTORS, entry
            assert set(entry.other_sectors) <= SECTORS, entry
            assert entry.ambiguous in (None, "person", "word", "place", "generic"), entry
            assert ":" in entry.entry and entry.identifier_text


def test_an_overlay_replaces_a_name_and_adds_one(tmp_path: Path) -> None:
    (tmp_path / "organisations.yaml").write_text(
        "- {kind: ngo, code: NGO, sector: SOC, names: [Wetland Watch, {name: Boeing, aliases: []}]}\n"
    )
    laid = module.load([PACKAGED, tmp_path])
    assert laid.lookup("Wetland Watch")[0].sector == "SOC"
    assert [e.kind for e in laid.lookup("Boeing")] == ["ngo"]
    assert laid.lookup("Germany")[0].code == "DEU"


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "metonyms.yaml").write_text("- {kind: [")
    with pytest.raises(KnowledgeError, match=r"metonyms\.yaml"):
        module.load([tmp_path])


def test_a_malformed_entry_is_named(tmp_path: Path) -> None:
    (tmp_path / "movements.yaml").write_text("- {code: NLD, names: [Reed Party]}")
    with pytest.raises(KnowledgeError, match=r"movements\.yaml.*kind"):
        module.load([tmp_path])


def test_two_processes_find_the_same_order() -> None:
    script = (
        "from pathlib import Path; from wader.knowledge import actors; "
        f"a = actors.load([Path({str(PACKAGED)!r})]); "
        "print([e.code for e in a.lookup('National Assembly')], a.members('OPEC'))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": str(PACKAGED.parent.parent), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1 and "[" in outputs.pop()
