"""Which sentences the gate passes over for their words."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from wader.annotate.gate import Gate
from wader.annotate.parse import load_pipeline
from wader.errors import KnowledgeError
from wader.knowledge import load
from wader.knowledge.dull import Dull


def test_the_order_of_words_never_shows() -> None:
    dull = Dull({"one": 0.1, "two": 0.2, "three": 0.3}, -0.6, 0.0)
    assert len({dull.odds(order) for order in permutations(dull.weights)}) == 1


def test_a_trigger_s_word_alone_does_not_open_the_gate() -> None:
    knowledge = load()
    gate = Gate(knowledge.lexicon, load_pipeline()[1], knowledge.dull)
    assert gate.passes("The army arrested two ministers in the capital.")
    assert not gate.passes("My sister should try her recipe for apple cake, which has more butter and sugar.")
    assert Gate(knowledge.lexicon, load_pipeline()[1]).passes(
        "My sister should try her recipe for apple cake, which has more butter and sugar."
    )


def test_a_plain_act_opens_the_gate_whatever_stands_around_it() -> None:
    knowledge = load()
    gate = Gate(knowledge.lexicon, load_pipeline()[1], knowledge.dull)
    dull = "Over lunch he recalled what it was like to be a student when a club {} the old chef and his apple cake."
    assert gate.passes(dull.format("overthrew"))
    assert not gate.passes(dull.format("had"))


def test_weights_are_not_asked_beside_a_user_s_own_triggers(tmp_path: Path) -> None:
    assert load(tmp_path).dull is not None
    (tmp_path / "lexicon").mkdir()
    assert load(tmp_path).dull is None


def test_a_row_that_is_no_weight_is_told(tmp_path: Path) -> None:
    (tmp_path / "gate.tsv").write_text("army\tmuch\n")
    with pytest.raises(KnowledgeError, match=r"gate\.tsv"):
        load(tmp_path).dull  # noqa: B018
