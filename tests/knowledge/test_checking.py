"""What a user's files of the registry may not say: each fault told with file, line and what to do, through commands."""

from __future__ import annotations

import pytest

from tests.command import here
from wader.errors import KnowledgeError
from wader.knowledge import checking, load
from wader.knowledge.files import PACKAGED
from wader.knowledge.offices import COLUMNS

HEADER = "\t".join(COLUMNS)


def told(tmp_path, file: str, text: str) -> str:
    (tmp_path / file).write_text(text, encoding="utf-8")
    done = here("actors", "list", "--own", "--knowledge", tmp_path)
    assert done.code == 1 and not done.out, done.err
    assert "Traceback" not in done.err and "fault in Wader" not in done.err
    return done.err


SECTION = "- kind: party\n  code: KEN\n  sector: PTY\n"


@pytest.mark.parametrize(
    ("text", "line", "said", "remedy"),
    [
        ("- {kind: party, code: KNY, names: [Lake Party]}", 1, "'KNY' is no code", "Write an ISO alpha-3"),
        ("- {kind: party, code: uk, names: [Lake Party]}", 1, "'uk' is no code", "Did you mean GBR?"),
        ("- {kind: party, code: Kenya, names: [Lake Party]}", 1, "'Kenya' is no code", "Did you mean KEN?"),
        ("- kind: party\n  sector: PTI\n  names: [Lake Party]", 2, "'PTI' is no sector", "Did you mean PTY?"),
        ("- {kind: partie, names: [Lake Party]}", 1, "'partie' is no kind", "Did you mean party?"),
        ("- names: [Lake Party]", 1, "no kind", "Write kind: one of agency"),
        (SECTION + "  names: Lake Party", 4, "`names` is a list", "names: [Lake Party]."),
        (SECTION, 1, "a section without `names`", "names: [One name"),
        (SECTION + "  name: Lake Party", 4, "`name` belongs to a name", "Write names: [{name"),
        (SECTION + "  names:\n    - {name: Lake Party, aliases: Bar}", 5, "`aliases` is a list", "aliases: [Bar]."),
        (SECTION + "  names:\n    - Fine\n    - {name: Lake Party, alias: [B]}", 6, "'alias' is no field", "aliases?"),
        (SECTION + "  names: [Yes]", 4, "YAML reads Yes as true or false", 'Write it in quotes: "Yes".'),
        (SECTION + "  names: ['…']", 4, "'…' is no name", "letters or digits"),
        (SECTION + "  names: [{name: Lake | LP}]", 4, "'Lake | LP' has a bar", "as aliases"),
        (SECTION + "  since: 2021-02-30\n  names: [Lake Party]", 4, "there is no such day", "Mend it"),
        (SECTION + "  until: May 2021\n  names: [Lake Party]", 4, "'May 2021' is no date", "YYYY-MM"),
        (SECTION + "  names:\n    - {name: P, since: 2021, until: 2020-05}", 5, "is after until 2020-05", "Turn"),
        (SECTION + "  since: 2021\n  names:\n    - {name: P, until: 2020}", 6, "is after until 2020", "Turn"),
        (SECTION + "  names:\n    - {name: P, id: q1065}", 5, "'q1065' is no id of Wikidata", "Q30"),
        (SECTION + "  code: UGA\n  names: [P]", 4, "`code` stands twice", "Leave one"),
        (SECTION + "  gone: maybe\n  names: [P]", 4, "`gone` is true or false", "Write gone: true"),
        (SECTION + "  members: [KEN, Uganda]\n  names: [P]", 4, "'Uganda' is no member", "FIN"),
        (SECTION + "  members: [KEN@2021-02-30..]\n  names: [P]", 4, "no such day", "Mend"),
        (SECTION + "  ambiguous: often\n  names: [P]", 4, "'often' is no doubt", "There are person"),
        (SECTION + "  other_sectors: MIL\n  names: [P]", 4, "`other_sectors` is a list", "other_sectors: [MIL]."),
        ("kind: party\nnames: [P]", 1, "has to be a list of sections", "- kind"),
        ("- a\n- party", 1, "a where a section belongs", "{field: value"),
        ("- {kind: party,\n   names: [P}", 2, "not YAML", "Mend it"),
    ],
)
def test_a_fault_of_a_list_is_told_with_its_line(tmp_path, text, line, said, remedy):
    error = told(tmp_path, "movements.yaml", text)
    assert f"{tmp_path}/movements.yaml:{line}: " in error
    assert said in error and remedy in error


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Ada Reed\t\tNORWAY\t\tMinister\tGOV\t2020\t\t\t\tme", "Ada Reed: 'NORWAY' is no code. Did you mean NOR?"),
        ("Ada Reed\t\tNOR\t\tMinister\tGVO\t2020\t\t\t\tme", "'GVO' is no sector. Did you mean GOV?"),
        ("Ada Reed\t\tNOR\t\tMinister\tGOV\t2020-13\t\t\t\tme", "'2020-13' is no date"),
        ("Ada Reed\t\tNOR\t\tMinister\tGOV\t2020\t2019-05\t\t\tme", "since 2020 is after until 2019-05"),
        ("Ada Reed\t\tNOR\t\tMinister\tGOV\t2020\t\t\tQ\tme", "'Q' is no id of Wikidata"),
        ("Ada Reed\t\tNOR\t\t\t\t2020\t\t\t\tme", "no office. Write it into the column office."),
        ("Ada Reed NOR Minister", "1 fields where there are 11 columns. Part all of them by tabs, empty ones too."),
    ],
)
def test_a_fault_of_a_row_is_told_with_its_line(tmp_path, row, said):
    error = told(tmp_path, "offices.tsv", f"{HEADER}\n# a note\n{row}\n")
    assert f"{tmp_path}/offices.tsv:3: " in error and said in error
    error = told(tmp_path, "offices.tsv", "person\tjob\n")
    assert "offices.tsv:1: the columns are person, job. Write name, aliases" in error


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("countries.yaml", "KENYA: {name: Kenya}", ":1: 'KENYA' is no code"),
        ("countries.yaml", "KEN:\n  names: [Jamhuri]", ":2: KEN has no name"),
        ("countries.yaml", "NOR: {name: Norway, iso2: NO}", ":1: YAML reads NO as true or false"),
        ("countries.yaml", "KEN: {name: Kenya, former: {names: [a], until: 31-12-1963}}", "'31-12-1963' is no date"),
        ("countries.yaml", "KEN: {name: Kenya, ambiguous: {Kenya: sometimes}}", "'sometimes' is no doubt"),
        ("given_names.yaml", "female: [Ada]", ":1: `female` is text"),
        ("given_names.yaml", "women: Ada", ":1: 'women' is no field"),
    ],
)
def test_a_fault_of_the_other_files_is_told(tmp_path, file, text, said):
    error = told(tmp_path, file, text)
    assert file in error and said in error


def test_several_faults_stand_in_lines_of_their_own_and_are_counted(tmp_path):
    text = "".join(f"- {{kind: party, code: X{n}, names: [P{n}]}}\n" for n in range(30))
    error = told(tmp_path, "movements.yaml", text)
    lines = error.splitlines()
    assert lines[0] == "wader: 30 entries cannot be used:"
    assert lines[-1] == "  and 10 more." and len(lines) == 22


def test_coding_is_refused_before_a_document_is_read(tmp_path):
    (tmp_path / "persons.yaml").write_text("- {kind: person, code: KNY, names: [Ada Reed]}")
    page = tmp_path / "page.txt"
    page.write_text("Kenya thanked Togo.")
    done = here("run", page, "--to", tmp_path / "store", "--knowledge", tmp_path)
    assert done.code == 1 and "persons.yaml:1: 'KNY' is no code" in done.err
    assert not (tmp_path / "store").exists()


def test_what_is_in_order_loads(tmp_path):
    (tmp_path / "countries.yaml").write_text("LKD: {name: Lakeland, adjectives: [Lakelander], former: {until: 1990}}")
    (tmp_path / "movements.yaml").write_text(
        "- &lake {kind: party, code: LKD, sector: PTY, since: 2001-02, names: [Lake Party | LP*]}\n"
        "- {<<: *lake, until: 2020, religion: null, names: [{name: Reed Party, aliases: [Reeds], id: Q1, case: any}]}\n"
        "- {gone: true, names: [Fianna Fáil]}\n"
    )
    (tmp_path / "offices.tsv").write_bytes(
        f"\ufeff{HEADER}\r\nAda Reed\tA. Reed\tLKD\t\tPresident\tGOV\t2021\t\t\t\tme\r\n".encode()
    )
    known = load(tmp_path)
    assert known.actors.lookup("Reed Party")[0].since == "2001-02"
    held = known.offices.holder("LKD", "President", "2022-01-01")
    assert held is not None and held.name == "Ada Reed"


def test_the_packaged_registry_is_in_order():
    assert [str(fault) for fault in checking.faults(PACKAGED, [PACKAGED])] == []


def test_a_folder_is_not_written_while_it_has_a_fault(tmp_path):
    (tmp_path / "persons.yaml").write_text("- {kind: person, code: KNY, names: [Ada Reed]}")
    done = here("actors", "add", "Lake Watch", "--code", "KEN", "--kind", "ngo", "--knowledge", tmp_path)
    assert done.code != 0 and "persons.yaml:1" in done.err
    assert not (tmp_path / "organisations.yaml").exists()
    with pytest.raises(KnowledgeError, match=r"persons\.yaml:1"):
        load(tmp_path)
