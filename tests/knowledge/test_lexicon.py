"""The lexicon loads without errors, each group has examples, a user's groups win, errors are named."""

from pathlib import Path

import pytest

from wader.errors import KnowledgeError
from wader.knowledge import PACKAGED, lexicon, load

LEXICON = load().lexicon


def test_thousands_of_triggers_for_every_category_and_mode() -> None:
    book = load().codebook
    assert len(LEXICON) > 3_000
    used = {(e.category, m) for e in LEXICON.entries for m in e.modes}
    wanted = {(c, m) for c, cat in book.categories.items() for m in cat.modes}
    assert {c for c, _ in wanted} <= {e.category for e in LEXICON.entries}
    shared = (
        {("REQUEST", m) for m in book.categories["REQUEST"].modes}
        | {("REJECT", m) for m in book.categories["REJECT"].modes}
        | {("THREATEN", m) for m in book.categories["THREATEN"].modes}
    )
    assert wanted - used - shared == set()


def test_every_group_has_an_example() -> None:
    assert [g.id for g in LEXICON.groups if not g.examples] == []


def write(directory: Path, text: str) -> Path:
    (directory / "lexicon").mkdir(parents=True)
    (directory / "lexicon" / "mine.yaml").write_text(text)
    return directory


def test_a_users_group_wins_over_the_packaged_one(tmp_path: Path) -> None:
    mine = write(tmp_path, '- {cat: REJECT, v: [condemn], ex: ["[A]Kenya[/A] condemned it."]}\n')
    entries = lexicon.load([PACKAGED, mine]).index["v"]["condemn"]
    plain = [e for e in entries if not e.when and len(e.words) == 1]
    assert min(plain, key=lambda e: e.order).category == "REJECT"


def test_an_entry_wants_the_words_that_its_tests_cannot_do_without(tmp_path: Path) -> None:
    text = '- {cat: REJECT, v: [shun], when: {obj: "talk|peace talk|!party", by: "#state|envoy"}}\n'
    (entry,) = lexicon.load([PACKAGED, write(tmp_path, text)]).index["v"]["shun"][:1]
    assert entry.wanted == ({"talk", "peace"},)  # a state is no word, and what must not stand there is not wanted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {cat: NOPE, v: [x]}", "no category"),
        ("- {cat: AID, mode: nope, v: [x]}", "no mode"),
        ("- {cat: AID}", "without triggers"),
        ("- {cat: AID, v: [x], when: {obj: '@nope'}}", "no set @nope"),
        ("- {cat: AID, v: [x], when: {obj: '#nope'}}", "no class"),
        ("- {cat: AID, v: [x], colour: red}", "unknown keys"),
        ("- {cat: AID, v: [x], when: {on: '#actor'}}", "bare .on."),
        ("- [", "not YAML"),
    ],
)
def test_errors_name_the_file_and_the_group(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(KnowledgeError, match=said) as caught:
        lexicon.load([PACKAGED, write(tmp_path, text)])
    assert "mine.yaml" in str(caught.value)
