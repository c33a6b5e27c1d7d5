"""A user's files edited entry by entry: everything else stays to the letter."""

from __future__ import annotations

import pytest

from wader.errors import KnowledgeError
from wader.knowledge import load
from wader.knowledge.editing import ActorRow, OfficeRow, drop_actor, put_actor, put_office
from wader.knowledge.terms import meet

MINE = """\
# mine
- kind: person   # people
  code: MMR
  religion: buddhist
  names:
    # first
    - Ann Bo | Annie Bo   # the one
    - name: Cy Dee
      aliases: [C. Dee]  # short
      until: 2020

    # second
    - Eff Gee
- {kind: person, code: KEN, names: [One Two, {name: Three Four, id: Q4}, "Five: Six | Fiver"]}
# end
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "persons.yaml").write_text(MINE)
    return tmp_path


def text(folder):
    return (folder / "persons.yaml").read_text()


def test_an_entry_in_a_block_is_replaced_and_its_comments_stay(folder):
    put_actor(folder, ActorRow(name="Cy Dee", kind="person", code="MMR", sector="OPP"))
    before, after = MINE.split("    - name: Cy Dee")[0], MINE[MINE.index("\n    # second") :]
    assert text(folder).startswith(before + "    # short\n    - {name: Cy Dee") and text(folder).endswith(after)
    (entry,) = load(folder).actors.lookup("Cy Dee")
    assert (entry.sector, entry.religion, entry.until) == ("OPP", None, None)
    assert not load(folder).actors.lookup("C. Dee")


def test_entries_of_a_list_in_brackets(folder):
    put_actor(folder, ActorRow(name="three four", kind="person", code="MMR"))
    drop_actor(folder, "One Two")
    assert '- {kind: person, code: KEN, names: [{name: three four, kind: person, code: MMR}, "Five: Six | Fiver"]}' in (
        text(folder)
    )
    drop_actor(folder, "three four")
    drop_actor(folder, "Five: Six")
    assert text(folder).endswith("    - Eff Gee\n# end\n")


def test_an_entry_is_taken_out_with_its_line(folder):
    drop_actor(folder, "Ann Bo")
    assert text(folder) == MINE.replace("    - Ann Bo | Annie Bo   # the one\n", "")
    assert drop_actor(folder, "Nobody") is None


def test_another_kind_moves_to_another_file(folder):
    assert put_actor(folder, ActorRow(name="Eff Gee", kind="party", code="MMR", sector="PTY")).name == "movements.yaml"
    assert "Eff Gee" not in text(folder) and load(folder).actors.lookup("Eff Gee")[0].kind == "party"


def test_line_ends_and_a_missing_last_one(tmp_path):
    (tmp_path / "persons.yaml").write_bytes(b"- {kind: person, names: [Ann Bo]}\r\n- {kind: person, names: [Cy Dee]}")
    put_actor(tmp_path, ActorRow(name="Eff Gee", kind="person"))
    assert (tmp_path / "persons.yaml").read_bytes().endswith(b"[Cy Dee]}\r\n- {kind: person, names: [Eff Gee]}\r\n")


def test_what_cannot_be_edited_safely_is_refused(tmp_path):
    before = "- {kind: person, names: &n [Ann Bo]}\n- {kind: party, names: *n}\n"
    (tmp_path / "persons.yaml").write_text(before)
    with pytest.raises(KnowledgeError, match="by hand"):
        put_actor(tmp_path, ActorRow(name="Ann Bo", kind="person", code="KEN"))
    assert (tmp_path / "persons.yaml").read_text() == before


def test_gone_may_be_narrowed_to_a_code(tmp_path):
    put_actor(tmp_path, ActorRow(name="Conservative Party", kind="party", code="COL", gone=True))
    codes = {entry.code for entry in load(tmp_path).actors.lookup("Conservative Party")}
    assert codes == {entry.code for entry in load().actors.lookup("Conservative Party")} - {"COL"}


def test_terms_of_office_keep_notes_and_follow_each_other(tmp_path):
    first = OfficeRow(name="Ann Bo", code="KEN", office="Foreign Minister", since="2031-01-01")
    path = put_office(tmp_path, first)
    path.write_text(path.read_text() + "# a note\n")
    put_office(tmp_path, OfficeRow(name="Ann Bo", code="KEN", office="Foreign Minister", since="2031-01-01",
                                   until="2032"))  # fmt: skip
    put_office(tmp_path, OfficeRow(name="Ann Bo", code="KEN", office="Foreign Minister", since="2035"))
    lines = path.read_text().splitlines()
    assert lines[3] == "# a note" and [line.split("\t")[6:8] for line in (lines[2], lines[4])] == [
        ["2031-01-01", "2032"], ["2035", ""],
    ]  # fmt: skip
    assert [held.since for held in load(tmp_path).offices.holders_named("Ann Bo")] == ["2035", "2031-01-01"]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (("2001", "2005", ""), ("2005", "2009", ""), False), (("2001", "", ""), ("2005", "", ""), True),
        (("2001", "", "2003"), ("2005", "", ""), False), (("", "", "2019-06"), ("2017", "2021", ""), True),
        (("", "", ""), ("2017", "2021", ""), True), (("2005", "2005", ""), ("2005", "2005", ""), True),
    ],
)  # fmt: skip
def test_terms_that_meet(one, other, wanted):
    assert meet(one, other) is meet(other, one) is wanted
