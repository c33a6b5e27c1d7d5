"""``wader actors``: the registry looked up, and a user's own folder changed by it, through the command line."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from tests.command import here
from wader.errors import KnowledgeError
from wader.knowledge import load
from wader.knowledge.editing import ActorRow, put_actor


@pytest.fixture
def mine(tmp_path):
    return tmp_path / "mine"


def said(*arguments, code=0):
    done = here("actors", *arguments)
    assert done.code == code, done.err
    return done


# --- looking up ------------------------------------------------------------------------------------------------


def test_list_filters_and_counts():
    done = said("list", "--kind", "armed group", "--code", "MMR", "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert "Arakan Army" in {row["name"] for row in rows}
    assert {(row["kind"], row["code"], row["own"]) for row in rows} == {("armed group", "MMR", False)}
    assert done.err == f"{len(rows)} rows.\n"
    table = said("list", "--kind", "armed group", "--code", "MMR", "--format", "csv").out.decode().splitlines()
    assert table[0].startswith("name,aliases,kind,code,sector") and len(table) == len(rows) + 1


@pytest.mark.parametrize(
    ("words", "on", "name"),
    [
        ("foreign minister of India", "2020-05-01", "Subrahmanyam Jaishankar"),
        ("secretary of state", "2019-03-01", "Mike Pompeo"),
        ("US secretary of state", "2021-06-01", "Antony Blinken"),
        ("nato secretary general", "2020-01-01", "Jens Stoltenberg"),
        ("antony blinkin", None, "Antony Blinken"),
        ("fianna fail", None, "Fianna Fáil"),
        ("President Biden", None, "Joe Biden"),
    ],
)
def test_search_tells_whom_words_mean_and_what_says_so(words, on, name):
    first = said("search", words, *(("--on", on) if on else ())).out.decode().split("\n  from ")
    assert first[0].startswith(name) and ", entry " in first[1]


def test_show_tells_members_and_leaders_of_the_day():
    asean = said("show", "ASEAN", "--on", "1998-01-01").out.decode()
    assert "BRN IDN LAO MMR MYS PHL SGP THA VNM (9)" in asean
    assert "Win Myint" in said("show", "Myanmar", "--on", "2020-01-01").out.decode()
    assert "Did you mean Antony Blinken" in said("show", "Antony Blinkin", code=2).err


# --- changing ---------------------------------------------------------------------------------------------------


def test_what_is_added_is_loaded_and_can_be_edited_and_removed(mine):
    said("add", "Lake Watch", "--alias", "LW", "--code", "KEN", "--sector", "CVL", "--kind", "ngo", "--knowledge", mine)
    text = (mine / "organisations.yaml").read_text()
    assert text.startswith("# ") and load(mine).actors.lookup("LW")[0].sector == "CVL"
    (mine / "organisations.yaml").write_text(text + "# a note of mine\n")
    said("edit", "Lake Watch", "--sector", "OPP", "--alias", "Lakers", "--drop-alias", "LW", "--knowledge", mine)
    known = load(mine).actors
    assert known.lookup("Lakers")[0].sector == "OPP" and not known.lookup("LW")
    assert "# a note of mine" in (mine / "organisations.yaml").read_text()
    assert b"Lake Watch" in said("list", "--own", "--knowledge", mine).out
    said("remove", "Lake Watch", "--knowledge", mine)
    assert (mine / "organisations.yaml").read_text() == text.rsplit("- ", 1)[0] + "# a note of mine\n"


def test_an_edited_packaged_entry_wins_with_all_its_names(mine):
    said("edit", "Arakan Army", "--sector", "MIL", "--knowledge", mine)
    known = load(mine).actors
    assert {entry.sector for name in ("Arakan Army", "AA") for entry in known.lookup(name)[:1]} <= {"MIL"}
    assert known.lookup("Arakan Army")[0].code == load().actors.lookup("Arakan Army")[0].code


def test_a_packaged_name_goes_and_comes_back(mine, monkeypatch):
    monkeypatch.setenv("WADER_KNOWLEDGE", str(mine))
    said("remove", "Fianna Fáil")
    known = load(mine).actors
    assert not known.lookup("Fianna Fail") and not known.lookup("Fianna Fáil") and known.lookup("Fine Gael")
    assert said("show", "Fianna Fáil", code=2)
    said("remove", "Fianna Fáil")
    assert load(mine).actors.lookup("Fianna Fail")


def test_a_term_of_office_takes_the_place_of_the_packaged_one(mine):
    term = ("Antony Blinken", "--office", "Secretary of State")
    said("edit", *term, "--until", "2023-06-30", "--knowledge", mine)
    offices = load(mine).offices
    assert offices.holder("USA", "Secretary of State", "2023-06-01").name == "Antony Blinken"
    assert offices.holder("USA", "Secretary of State", "2024-01-01") is None
    assert len(offices.holders_named("Antony Blinken")) == len(load().offices.holders_named("Antony Blinken"))
    said("remove", *term, "--knowledge", mine)
    assert load(mine).offices.holder("USA", "Secretary of State", "2024-01-01").name == "Antony Blinken"
    said("remove", *term, "--knowledge", mine)
    assert load(mine).offices.holder("USA", "Secretary of State", "2024-01-01") is None
    said("remove", *term, "--knowledge", mine)
    assert load(mine).offices.holder("USA", "Secretary of State", "2024-01-01").name == "Antony Blinken"


def test_a_new_holder_of_an_office_is_found_by_date(mine):
    said("add", "Thiri Nandar", "--code", "KEN", "--sector", "GOV", "--office", "Foreign Minister",
         "--since", "2031-02-01", "--knowledge", mine)  # fmt: skip
    found = said("search", "Kenyan foreign minister", "--on", "2031-05-01", "--knowledge", mine).out.decode()
    assert found.startswith("Thiri Nandar") and "from      your " in found


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--code", "XYZ"], "no code"), (["--sector", "ABC"], "no sector"), (["--kind", "tribe"], "no kind"),
        (["--since", "2021-02-30"], "no date"), (["--since", "2022", "--until", "2021"], "after until"),
        (["--id", "30"], "Wikidata"), (["--alias", "a|b"], "bar"), (["--organisation", "X"], "--office"),
        (["--kind", ""], "no kind"), (["--office", ""], "needs a title"), (["--alias", "Sómebody"], "itself"),
        (["--office", "President"], "needs a code"), (["--source", "gone: x"], "wader actors remove"),
        (["--office", "President", "--code", "KEN", "--source", "gone"], "wader actors remove"),
        (["--alias", "the"], "word of every sentence"), (["--alias", "of"], "word of every sentence"),
    ],
)  # fmt: skip
def test_what_is_off_is_told_and_nothing_is_written(mine, options, says):
    assert says in said("add", "Somebody", *options, "--knowledge", mine, code=2).err
    assert not mine.exists()


def test_a_term_beside_the_users_own_leaves_them_and_tells(mine):
    term = ("add", "Thiri Nandar", "--code", "KEN", "--office", "Foreign Minister", "--knowledge", mine)
    said(*term, "--since", "2031", "--until", "2034", "--alias", "T. Nandar")
    text = (mine / "offices.tsv").read_text()
    told = said(*term, "--since", "2033", "--until", "2036").err
    assert "Your other term of Thiri Nandar" in told and "2031 – 2034" in told
    assert (mine / "offices.tsv").read_text().startswith(text)
    other = said("add", "Ole Marsh", "--code", "KEN", "--office", "Minister of Foreign Affairs", "--since", "2035",
                 "--knowledge", mine).err  # fmt: skip
    assert "At that time you have Thiri Nandar" in other and "2033 – 2036" in other and "2031" not in other
    said("remove", "Thiri Nandar", "--office", "Foreign Minister", "--term", "2033", "--knowledge", mine)
    assert (mine / "offices.tsv").read_text().startswith(text) and "2036" not in (mine / "offices.tsv").read_text()


MIXED = (
    b"name\taliases\tcode\torganisation\toffice\tsector\tsince\tuntil\tas_of\twikidata_id\tsource\r\n"
    b"Ada Reed\t\tKEN\t\tFinance Minister\tGOV\t2019\t\t\t\t\n"
    b"Bo Lind\t\tKEN\t\tEnergy Minister\tGOV\t2019\t\t\t\t\n"
    b"# a note\r\n"
    b"Cy Dorn\t\tKEN\t\tHealth Minister\tGOV\t2019\t\t\t\t"
)


@pytest.mark.parametrize(
    ("command", "old", "new"),
    [
        (["edit", "Ada Reed", "--office", "Finance Minister", "--until", "2021"], b"Finance Minister\tGOV\t2019\t\t",
         b"Finance Minister\tGOV\t2019\t2021\t"),
        (["edit", "Cy Dorn", "--until", "2021"], b"Health Minister\tGOV\t2019\t\t\t\t",
         b"Health Minister\tGOV\t2019\t2021\t\t\t\r\n"),
        (["remove", "Ada Reed"], b"Ada Reed\t\tKEN\t\tFinance Minister\tGOV\t2019\t\t\t\t\n", b""),
        (["remove", "Bo Lind"], b"Bo Lind\t\tKEN\t\tEnergy Minister\tGOV\t2019\t\t\t\t\n", b""),
        (["remove", "Cy Dorn"], b"Cy Dorn\t\tKEN\t\tHealth Minister\tGOV\t2019\t\t\t\t", b""),
        (["add", "Di Moss", "--code", "KEN", "--office", "Trade Minister"], b"Health Minister\tGOV\t2019\t\t\t\t",
         b"Health Minister\tGOV\t2019\t\t\t\t\r\nDi Moss\t\tKEN\t\tTrade Minister\t\t\t\t\t\t\r\n"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("blank", [b"", b"\r\n"])
def test_a_table_with_line_ends_of_both_kinds_keeps_its_other_lines(mine, command, old, new, blank):
    mine.mkdir()
    table = MIXED.replace(b"# a note\r\n", b"# a note\r\n" + blank)
    (mine / "offices.tsv").write_bytes(table)
    said(*command, "--knowledge", mine)
    assert (mine / "offices.tsv").read_bytes() == table.replace(old, new)


def test_blank_lines_at_the_end_of_a_table_stay(mine):
    mine.mkdir()
    (mine / "offices.tsv").write_bytes(MIXED + b"\r\n\n\r\n")
    said("add", "Di Moss", "--code", "KEN", "--office", "Trade Minister", "--knowledge", mine)
    row = b"Di Moss\t\tKEN\t\tTrade Minister\t\t\t\t\t\t\r\n"
    assert (mine / "offices.tsv").read_bytes() == MIXED + b"\r\n" + row + b"\n\r\n"


def test_a_term_does_not_move_onto_the_first_day_of_another(mine):
    term = ("Ada Reed", "--office", "Finance Minister", "--knowledge", mine)
    said("add", *term, "--code", "KEN", "--since", "2021-02-01", "--until", "2023-01-01")
    said("add", *term, "--code", "KEN", "--since", "2024-02-01", "--alias", "A. Reed")
    before = (mine / "offices.tsv").read_bytes()
    for name in ("Ada Reed", "A. Reed"):
        told = said("edit", name, *term[1:], "--term", "2024-02-01", "--since", "2021-02-01", code=2).err
        assert "another term of Ada Reed, Finance Minister, that begins on 2021-02-01" in told and "--term" in told
    assert (mine / "offices.tsv").read_bytes() == before
    said("edit", *term, "--term", "2024-02-01", "--since", "2024-03-01")
    said("edit", *term, "--term", "2021-02-01", "--until", "2022-01-01")
    said("remove", *term, "--term", "2021-02-01")
    assert b"2024-03-01" in (mine / "offices.tsv").read_bytes()


def test_a_term_of_waders_does_not_move_onto_the_users_own(mine):
    term = ("Antony Blinken", "--office", "Secretary of State", "--knowledge", mine)
    said("add", *term, "--code", "USA", "--since", "1999-01-01", "--until", "1999-06-01")
    before = (mine / "offices.tsv").read_bytes()
    assert "another term" in said("edit", *term, "--term", "2021-01-26", "--since", "1999-01-01", code=2).err
    assert (mine / "offices.tsv").read_bytes() == before


def test_a_name_that_the_folder_has_in_another_spelling_is_told_as_it_stands(mine):
    said("add", "a: b", "--kind", "ngo", "--code", "KEN", "--knowledge", mine)
    assert "has 'a: b', which is the same name as 'A B'" in said("add", "A B", "--knowledge", mine, code=2).err
    assert "has a: b already" in said("add", "a: b", "--knowledge", mine, code=2).err


@pytest.mark.parametrize("name", ["the", "The", "of"])
def test_a_word_of_every_sentence_is_no_name(mine, name):
    assert "word of every sentence" in said("add", name, "--kind", "party", "--code", "KEN", "--knowledge", mine,
                                            code=2).err  # fmt: skip
    mine.mkdir()
    (mine / "movements.yaml").write_text(f"- {{kind: party, code: KEN, names: ['{name}']}}\n")
    assert "word of every sentence" in said("list", "--own", "--knowledge", mine, code=1).err


def test_a_source_does_not_take_away(mine):
    said("add", "Ada Reed", "--code", "KEN", "--office", "Finance Minister", "--since", "2021", "--knowledge", mine)
    before = (mine / "offices.tsv").read_bytes()
    assert "actors remove" in said("edit", "Ada Reed", "--source", "gone: left", "--knowledge", mine, code=2).err
    assert (mine / "offices.tsv").read_bytes() == before


def test_own_lists_what_is_taken_away(mine):
    said("remove", "Fianna Fáil", "--knowledge", mine)
    said("remove", "Antony Blinken", "--office", "Secretary of State", "--knowledge", mine)
    listed = said("list", "--own", "--format", "jsonl", "--knowledge", mine).out.splitlines()
    rows = [json.loads(line) for line in listed]
    assert {(row["name"], row["kind"], row["gone"]) for row in rows} == {
        ("Fianna Fáil", "party", True), ("Antony Blinken", "office", True),
    }  # fmt: skip
    assert b"gone: party" in said("list", "--own", "--knowledge", mine).out


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        ([], 2, "Say what to change"), (["--kind", ""], 2, "has to have a kind"),
        (["--office", ""], 2, "needs a title"), (["--code", "KEN"], 0, "is so already"),
        (["--alias", "Lake-Watch"], 2, "is the name of Lake Watch itself"),
    ],
)  # fmt: skip
def test_an_edit_that_changes_nothing_says_so(mine, options, code, says):
    said("add", "Lake Watch", "--code", "KEN", "--kind", "ngo", "--knowledge", mine)
    before = {path.name: path.read_bytes() for path in mine.iterdir()}
    assert says in said("edit", "Lake Watch", *options, "--knowledge", mine, code=code).err
    assert {path.name: path.read_bytes() for path in mine.iterdir()} == before


@pytest.mark.parametrize("command", [["add", "Ann Bo"], ["remove", "Fine Gael"], ["list"]])
def test_a_folder_named_with_nothing_is_not_the_one_that_one_stands_in(tmp_path, command):
    done = here("actors", *command, "--knowledge", "", cwd=tmp_path)
    assert done.code == 2 and "nothing at all" in done.err and not list(tmp_path.iterdir())


def test_a_folder_has_to_be_named(monkeypatch):
    monkeypatch.delenv("WADER_KNOWLEDGE", raising=False)
    assert "--knowledge DIR" in said("add", "Somebody", code=2).err


def test_a_folder_that_does_not_load_is_left_as_it_is(mine):
    mine.mkdir()
    (mine / "persons.yaml").write_text("- {kind: person, names: [Ann Bo]}\n")
    (mine / "movements.yaml").write_text("- {names: [No Kind]}\n")
    done = said("add", "Cy Dee", "--code", "KEN", "--knowledge", mine, code=1)
    assert "movements.yaml" in done.err and str(mine) in done.err
    with pytest.raises(KnowledgeError, match="Nothing was changed"):
        put_actor(mine, ActorRow(name="Cy Dee", kind="person"))
    assert (mine / "persons.yaml").read_text() == "- {kind: person, names: [Ann Bo]}\n"
    assert sorted(path.name for path in mine.iterdir()) == ["movements.yaml", "persons.yaml"]


def test_who_is_known_for_no_office_is_edited_and_taken_away_like_any_row(mine):
    mine.mkdir()
    folder = ("--knowledge", str(mine))
    said("edit", "Megyn Kelly", "--sector", "ELI", *folder)
    assert "USA ELI" in said("show", "Megyn Kelly", *folder).out.decode()
    said("remove", "Richard Trumka", *folder)
    here_again = here("actors", "show", "Richard Trumka", *folder)
    assert here_again.code == 2
    said("remove", "Richard Trumka", *folder)
    assert "USA LAB" in said("show", "Richard Trumka", *folder).out.decode()


def test_persons_are_listed_with_and_without_a_file_of_their_own():
    done = said("list", "--kind", "person", "--code", "USA", "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert {"Megyn Kelly", "Edward Snowden"} <= {row["name"] for row in rows}


# --- what the documentation shows ------------------------------------------------------------------------------

DOCS = Path(__file__).parents[1] / "docs"
WRITES = ("add", "edit", "remove")


@pytest.fixture
def at_home(tmp_path, monkeypatch):
    """A folder with a page, in which the documented commands run."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "lake.txt").write_text("Lake Watch criticised the Kenyan government on Monday.\n")
    monkeypatch.setenv("WADER_KNOWLEDGE", "mine")
    return tmp_path


def does_something(line, home):
    words = shlex.split(line, comments=True)
    done = here(*words[1:], cwd=home)
    assert done.code == 0 and (done.out or done.err), f"{line}: {done.err}"
    assert "nothing was changed" not in done.out.decode() + done.err, line


def test_the_examples_of_the_registrys_page_do_what_they_show(at_home, monkeypatch):
    block = re.findall(r"```sh\n(.*?)```", (DOCS / "registry.md").read_text("utf-8"), re.DOTALL)[0]
    shown = [line for line in block.splitlines() if line.startswith(("wader ", "export "))]
    assert len(shown) > 5
    monkeypatch.delenv("WADER_KNOWLEDGE")
    for line in shown:
        if line.startswith("export "):
            monkeypatch.setenv(*line.split()[1].split("="))
        else:
            does_something(line, at_home)


def test_the_examples_of_the_commands_that_write_do_what_they_show(at_home):
    page = (DOCS / "cli.md").read_text("utf-8")
    for verb in WRITES:
        section = page.partition(f"## `wader actors {verb}`")[2].partition("\n## ")[0]
        lines = re.findall(rf"^ +(wader actors {verb} .*)$", section, re.MULTILINE)
        assert lines
        for line in lines:
            does_something(line, at_home)
