"""The codebook agrees with PLOVER's printed numbers (checked where the reference is at hand) and with itself."""

import json

import pytest

from evaluation.common import SHARED
from wader.errors import KnowledgeError
from wader.knowledge import codebook, load

BOOK = load().codebook


def test_sixteen_categories_and_thirty_seven_contexts() -> None:
    assert len(BOOK.categories) == 16
    assert len(BOOK.contexts) == 37
    assert set(BOOK.auxiliary_modes) == {"historical", "future", "hypothetical", "negation"}


def test_scale_takes_the_mode_furthest_from_zero() -> None:
    assert BOOK.scale("ASSAULT", ["beat", "drone"]) == -9.5
    assert BOOK.scale("ASSAULT", []) == -9.0
    assert BOOK.scale("PROTEST", ["vandalize"]) == -5.0


def test_precedence_names_known_categories_and_modes() -> None:
    rules = BOOK.precedence
    assert set(rules.future.values()) <= set(BOOK.categories)
    for table in (rules.ended, rules.cut, rules.cancelled):
        for category, *modes in table.values():
            assert set(modes) <= set(BOOK.categories[category].modes)
    assert set(rules.request_mode.values()) <= set(BOOK.categories["REQUEST"].modes)
    assert set(rules.threaten_mode.values()) <= set(BOOK.categories["THREATEN"].modes)


def test_every_context_has_words() -> None:
    named = {name for hits in load().contexts.phrases.values() for name, _ in hits}
    assert named == set(BOOK.contexts)


def test_agrees_with_the_printed_numbers() -> None:
    path = SHARED / "reference" / "plover.json"
    if not path.exists():
        pytest.skip(f"{path} is absent")
    printed = json.loads(path.read_text())
    for name, facts in printed["categories"].items():
        ours = BOOK.categories[name]
        assert ours.quad_code == facts["quad_code"]
        assert ours.requires_recipient == facts["requires_recipient"]
        assert {m: mode.score for m, mode in ours.modes.items()} == facts["modes"]
    assert BOOK.contexts == printed["contexts"]
    assert BOOK.sectors == printed["sectors"]


def test_a_broken_codebook_says_what_to_do(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "plover.yaml").write_text("categories: [")
    with pytest.raises(KnowledgeError, match=r"plover\.yaml: not YAML"):
        codebook.load([tmp_path])
