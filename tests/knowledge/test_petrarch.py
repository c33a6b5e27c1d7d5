"""Dictionaries of PETRARCH and TABARI: read, laid over what Wader knows, respected by date, told where broken."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

import wader
from tests.command import here
from wader.errors import UsageError
from wader.knowledge import Knowledge, load
from wader.knowledge.petrarch import read_dictionary

SHARED = Path(os.environ.get("WADER_SHARED", "../shared")) / "gold/petrarch_dictionaries"

ACTORS = """<!-- ours
NOT_READ_ [KEN]
-->
NORTHERN_DAWN_FRONT_  ; rebels that came to govern
+DAWN_FRONT_   # how papers shorten it
 [SOMREB <830101]
 [SOMGOV 830102-20201231]
JAMES_ARDEN_ [KENGOV 150101-170120]
 [KENELI]
BLUE_RIVER_UNION_ [IGOXYZ]
VALDORI [MLI]
GERMANY [---]
INDONESIA [INS]
"""
AGENTS = """!PERSON! = MAN, WOMAN
MARSH_WARDEN [~COP]
HEAD_OF_MARSHES {HEADS_OF_MARSHES} [~GOV]
ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~JUD] # else of the government
FERRY!PERSON! {} [~REB]
MARSH_WATCH [NGO~]
"""
DAMAGED = """+LOOSE_
[KEN]
HALF_A_BRACKET_ [KEN
WHOLE_ [KEN]
NO_CODE_
NO_DAY_ [KEN >20190230]
BACKWARDS_ [KEN 190101-180101]
STRANGE_ [+++]
!GONE!_CLERK [~GOV]
!EMPTY! =
ODD_CLERK {ODD_CLERKS [~GOV]
"""


@pytest.fixture
def known(tmp_path) -> Knowledge:
    return load(None, files(tmp_path, actors=ACTORS, agents=AGENTS))


def files(folder: Path, **texts: str) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def actor(text: str, date: str, paths: list[Path]) -> tuple[str | None, str | None, str] | None:
    """Code and sector of the first event's actor, and the rule that says so."""
    events = wader.code(text, date=date, actors=paths).events
    if not events or not events[0].actor:
        return None
    found = events[0].actor[0]
    return found.code, found.sector, events[0].evidence["actor"][0].rule


# --- reading ---------------------------------------------------------------------------------------------


def test_names_synonyms_codes_and_dates(tmp_path):
    read = read_dictionary(files(tmp_path, actors=ACTORS)[0])
    front = read.actors[0]
    assert front.names == [("NORTHERN DAWN FRONT", False), ("DAWN FRONT", False)]
    assert [(c.code, c.since, c.until, c.line) for c in front.codes] == [
        ("SOMREB", None, "1983-01-01", 6), ("SOMGOV", "1983-01-02", "2020-12-31", 7)
    ]  # fmt: skip
    assert [a.names[0][0] for a in read.actors if a.names[0][1]] == ["VALDORI", "GERMANY", "INDONESIA"]
    assert not read.notes


@pytest.mark.parametrize(
    ("written", "day"), [("300101", "2030-01-01"), ("310101", "1931-01-01"), ("19991231", "1999-12-31")]
)
def test_years_of_two_digits_are_read_as_petrarch_does(tmp_path, written, day):
    read = read_dictionary(files(tmp_path, one=f"A_FRONT_ [KEN >{written}]\n")[0])
    assert read.actors[0].codes[0].since == day


def test_substitutions_and_plurals_of_agents(tmp_path):
    read = read_dictionary(files(tmp_path, agents=AGENTS)[0])
    nouns = [(a.noun, a.plural) for a in read.agents]
    assert ("FERRYMAN", "") in nouns and ("FERRYWOMAN", "") in nouns
    assert ("HEAD OF MARSHES", "HEADS OF MARSHES") in nouns and ("MARSH WARDEN", None) in nouns


def test_each_damaged_line_is_named_and_the_others_are_in_force(tmp_path):
    read = read_dictionary(files(tmp_path, damaged=DAMAGED)[0])
    assert sorted({int(note.where.rpartition(":")[2]) for note in read.notes}) == [1, 2, 3, 5, 6, 7, 9, 10, 11]
    assert all(note.skipped and note.remedy for note in read.notes)
    assert [a.names[0][0] for a in read.actors] == ["WHOLE", "STRANGE"]


def test_old_bytes_are_read_as_latin_1(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("GARCÍA_FRONT_ [PERREB]\n".encode("latin-1"))
    assert load(None, [path]).actors.lookup("Garcia Front")[0].sector == "REB"


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir(), lambda p: p.write_bytes(b"A\0B")])
def test_what_is_no_dictionary_is_refused(tmp_path, make):
    make(tmp_path / "x.txt")
    with pytest.raises(UsageError, match=r"--actors .*x\.txt .*: name a dictionary"):
        _ = load(None, [tmp_path / "x.txt"]).actors


# --- laid over -------------------------------------------------------------------------------------------


def test_codes_become_country_and_sectors(tmp_path):
    rows = ["ONE_A_ [KENGOVMIL]", "TWO_A_ [IGOUNOREF]", "THREE_A_ [IMGMUSALQ]", "FOUR_A_ [USAMED]", "FIVE_A_ [MNCUSA]",
            "SIX_A_ [NGAMODOPP]", "SEVEN_A_ [romgov]", "EIGHT_A_ [CANNGO]"]  # fmt: skip
    actors = load(None, files(tmp_path, one="\n".join(rows))).actors
    names = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")
    found = [actors.lookup(f"{n} A")[0] for n in names]
    assert [(e.code, e.sector, e.other_sectors) for e in found] == [
        ("KEN", "GOV", ("MIL",)), ("UNO", "REF", ()), ("IMG", "REL", ()), ("USA", "JRN", ()), ("MNC", "BUS", ()),
        ("NGA", "OPP", ()), ("ROU", "GOV", ()), ("CAN", "SOC", ()),
    ]  # fmt: skip
    assert found[2].religion == "Muslim"


def test_what_plover_lacks_is_noted_and_a_states_name_keeps_its_state(known):
    assert known.actors.lookup("Blue River Union")[0].code == "IGO"
    assert known.actors.lookup("Indonesia")[0].code == "IDN"
    said = {note.where.rpartition(":")[2]: note for note in known.brought.notes}  # type: ignore[union-attr]
    assert set(said) == {"10", "13"} and "XYZ" in said["10"].said and said["13"].skipped


def test_a_name_without_underscore_begins_longer_words_and_takes_none_that_is_known(known, tmp_path):
    assert known.actors.lookup("Valdorian")[0].code == "MLI"
    one = load(None, files(tmp_path, other="CHINES [KEN]\nSHUT_ [KEN]\n")).actors
    assert one.lookup("Chinese")[0].code == "CHN" and not one.lookup("Shuts")


def test_agents_lie_over_role_nouns(known):
    roles = known.roles
    assert roles.lookup("attorneys general").sector == roles.lookup("attorney general").sector == "JUD"  # type: ignore[union-attr]
    assert roles.lookup("marsh wardens").entry == "agents.txt:2"  # type: ignore[union-attr]
    assert roles.lookup("marsh watch").code == "NGO"  # type: ignore[union-attr]
    assert roles.lookup("minister").entry == "roles.yaml:minister"  # type: ignore[union-attr]


def test_same_files_same_hash_and_a_changed_line_another(tmp_path):
    paths = files(tmp_path, one="A_FRONT_ [KEN]\n")
    first = load(None, paths).hash
    assert load(None, paths).hash == first != load().hash
    files(tmp_path, one="A_FRONT_ [TGO]\n")
    assert load(None, paths).hash != first


# --- in texts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1982-05-01", ("SOM", "REB", "actors.txt:6")),
        ("1983-01-01", ("SOM", "REB", "actors.txt:6")),
        ("1990-05-01", ("SOM", "GOV", "actors.txt:7")),
        ("2022-05-01", None),
    ],
)
def test_the_pages_date_decides_and_the_evidence_names_the_line(tmp_path, date, expected):
    found = actor("The Northern Dawn Front attacked soldiers in Togo.", date, files(tmp_path, actors=ACTORS))
    assert found is None if expected is None else found is not None and found[:2] == expected[:2]
    assert expected is None or (found is not None and expected[2] in found[2])


def test_a_persons_code_without_dates_holds_where_no_dated_one_does(tmp_path):
    paths = files(tmp_path, actors=ACTORS)
    said = "James Arden criticised Togo."
    assert actor(said, "2016-05-01", paths)[:2] == ("KEN", "GOV")  # type: ignore[index]
    assert actor(said, "2018-05-01", paths)[:2] == ("KEN", "ELI")  # type: ignore[index]


def test_a_users_name_wins_and_a_discarded_one_is_no_actor(tmp_path):
    said = "Germany criticised Kenya."
    assert actor(said, "2020-01-01", [])[:2] == ("DEU", "GOV")  # type: ignore[index]
    assert actor(said, "2020-01-01", files(tmp_path, actors=ACTORS)) is None
    assert actor(said, "2020-01-01", files(tmp_path, mine="GERMANY_ [AUT]\n"))[0] == "AUT"  # type: ignore[index]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Somalia condemned the raid. Kenyan troops attacked a village in Somalia.", "MIL"),
        ("Troops from Kenya attacked a village in Somalia.", "MIL"),
        ("Kenya's army shelled Somalia.", "MIL"),
        ("The Kenyan president condemned Somalia.", "GOV"),
        ("Kenyan governor Jane Wopo condemned Somalia.", "GOV"),
    ],
)
def test_those_of_a_discarded_name_are_of_no_country_and_not_of_the_pages(tmp_path, said, kind):
    paths = files(tmp_path, mine="KENYAN [---]\nKENYA_ [---]\n")
    last = wader.code(said, date="2020-01-01", actors=paths).events[-1]
    assert [(a.code, a.sector) for a in last.actor] == [(None, kind)]
    read = wader.annotate(said, date="2020-01-01", actors=paths).document
    assert read is not None and any(e.rule.startswith("discarded: mine.txt:") for e in read.entities)
    other = wader.code(said.replace("Kenya", "Nigeria"), date="2020-01-01", actors=paths)
    assert [(a.code, a.sector) for a in other.events[-1].actor] == [("NGA", kind)]


def test_a_place_of_a_discarded_name_gives_nobody_its_country(tmp_path):
    said = "Police arrested twelve protesters in Kenya."
    event = wader.code(said, date="2020-01-01", actors=files(tmp_path, mine="KENYA_ [---]\n")).events[0]
    assert {a.code for a in (*event.actor, *event.recipient)} == {None}
    assert event.event_loc is not None and event.event_loc.country_code == "KEN"


def test_a_name_discarded_for_a_time_is_what_wader_knows_at_others(tmp_path):
    paths = files(tmp_path, mine="GERMANY_ [--- <450508]\n")
    assert actor("Germany criticised Kenya.", "1940-01-01", paths) is None
    assert actor("Germany criticised Kenya.", "2020-01-01", paths)[0] == "DEU"  # type: ignore[index]


def test_substitutions_that_multiply_are_counted_first_and_the_cut_is_told(tmp_path):
    words = ", ".join(f"WORD{n}" for n in range(100))
    text = f"!A! = {words}\n!A!_!A!_!A!_!A!_ [KENGOV]\nPLAIN_!A!_ [KEN]\n"
    started = time.perf_counter()
    read = read_dictionary(files(tmp_path, mine=text)[0])
    assert time.perf_counter() - started < 1
    assert [len(named.names) for named in read.actors] == [1_000, 100]
    (note,) = read.notes
    assert note.where.endswith("mine.txt:2") and not note.skipped
    assert "has 100,000,000 spellings" in note.said and "WORD0 WORD0 WORD9 WORD99" in note.said
    done = here("why", "--text", "Chad thanked Togo.", "--actors", tmp_path / "mine.txt")
    assert done.code == 0 and f"note on {tmp_path}/mine.txt:2: " in done.err


def test_what_cannot_be_read_twice_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, said in ((tmp_path / "pipe", "is a pipe"), (Path(os.devnull), "is a device"), (tmp_path, "is a folder")):
        done = here("why", "--text", "Chad thanked Togo.", "--actors", path)
        assert done.code == 2 and said in done.err and "name" in done.err
    (tmp_path / "empty.txt").touch()
    done = here("why", "--text", "Chad thanked Togo.", "--actors", tmp_path / "empty.txt")
    assert done.code == 0 and "0 names, 0 agents" in done.err


def test_outside_its_dates_a_known_name_is_what_wader_knows(tmp_path):
    paths = files(tmp_path, mine="GERMANY_ [AUT 380312-450508]\n")
    said = "Germany criticised Kenya."
    assert actor(said, "1940-01-01", paths)[0] == "AUT"  # type: ignore[index]
    assert actor(said, "2020-01-01", paths)[0] == "DEU"  # type: ignore[index]


def test_packaged_entries_with_dates_are_chosen_by_the_pages_date(tmp_path):
    (tmp_path / "institutions.yaml").write_text(
        "- {kind: armed group, code: SOM, sector: REB, names: [{name: Dune Column, until: '1991-01'}]}\n"
        "- {kind: government, code: SOM, sector: GOV, names: [{name: Dune Column, since: '1991-02'}]}\n"
    )
    for date, sector in (("1990-06-01", "REB"), ("1995-06-01", "GOV")):
        read = wader.annotate("The Dune Column criticised Togo.", date=date, knowledge=tmp_path).document
        assert read is not None and read.entities[0].sector == sector


def test_the_command_tells_skips_counts_and_uses_the_files(tmp_path):
    paths = files(tmp_path, actors=ACTORS, damaged=DAMAGED + "\x1b[31m_ [KEN\n")
    row = b'{"id": "a", "date": "1990-05-01", "text": "The Northern Dawn Front attacked soldiers in Togo."}\n'
    arguments = [part for path in paths for part in ("--actors", path)]
    done = here("code", "-", *arguments, stdin=row)
    assert done.code == 0 and done.rows[0]["actor"][0]["code"] == "SOM"
    assert f"skipped {paths[1]}:3: a bracket without its other half." in done.err and "\x1b" not in done.err
    assert "5 names, 0 agents, 1 names that are no actors, 1 entries skipped" in done.err
    again = here("code", "-", *arguments, stdin=row)
    assert again.out == done.out
    assert here("why", "--text", "Chad thanked Togo.", "--actors", tmp_path / "none").code == 2
    assert here("why", "abc", "--actors", paths[0]).code == 2
    pair = b'{"id": "1", "sentence": "Chad thanked Togo.", "source_spans": [[0, 4]], "target_spans": [[13, 17]]}\n'
    assert here("pairs", "-", *arguments, stdin=pair).code == 0
    (tmp_path / "row.jsonl").write_bytes(row)
    for word in ("run", "annotate"):
        more = ["--to", tmp_path / "store"] if word == "run" else []
        assert here(word, tmp_path / "row.jsonl", *more, *arguments).code == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the validation dictionaries are not here")
def test_the_validation_dictionaries_load():
    known = load(None, sorted(SHARED.glob("*.txt")))
    assert len(known.actors.lookup("Interpol")) >= 1 and known.roles.lookup("border guard") is not None
    actors, agents = known.brought.counts  # type: ignore[union-attr]
    assert actors.names > 90 and actors.discarded >= 1 and agents.agents > 80 and agents.skipped == 2
    assert known.actors.lookup("Interpol")[0].code == "IGO"
