"""How a registry grows: names that pages place are proposed, accepted, and move the events of other pages."""

from __future__ import annotations

import csv
import io
from itertools import permutations
from pathlib import Path

import pytest

from tests import pages
from tests.command import Done, here, wader

PLACED = {
    "id": "placed",
    "text": "Andrei Tolven, Russian Deputy Energy Minister, met Japan's ambassador in Moscow on Monday. "
    "Tolven condemned the sanctions.",
    "date": "2023-05-02",
}
BARE = {
    "id": "bare",
    "text": "Andrei Tolven accused Ukraine of breaking the truce on Friday. The statement came after a night of "
    "shelling.",
    "date": "2023-06-10",
}
SINCE = {
    "id": "since",
    "text": "Jane Wafula, the Finance Minister of Kenya since March 2021, thanked Uganda for the loan on Monday. "
    "Finance Minister Peter Nyati accused Kenya of lying.",
    "date": "2023-05-03",
}
AGAIN = {
    "id": "again",
    "text": "Russia's deputy energy minister Andrey Tolven threatened Poland on Tuesday. Teacher Ruth Moyo was "
    "arrested by police in Warsaw.",
    "date": "2023-07-04",
}
OTHERWISE = {
    "id": "otherwise",
    "text": "The Belarusian opposition leader Andrei Tolven demanded talks with the government on Sunday.",
    "date": "2022-02-08",
}
QUIET = {"id": "quiet", "text": "Zambian Health Minister Ewa Zarny likes the mountains.", "date": "2023-05-02"}
ROWS = [PLACED, BARE, SINCE, AGAIN, OTHERWISE, QUIET]


def stored(folder: Path, rows: list[dict[str, str]], *more: object) -> Path:
    """A store of these rows."""
    path = pages.write_rows(folder / "rows.jsonl", rows)
    done = here("run", path, "--to", folder / "store", *more)
    assert done.code == 0, done.err
    return folder / "store"


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Path:
    return stored(tmp_path_factory.mktemp("proposals"), ROWS)


def proposals(store: Path, *more: object) -> dict[str, dict]:
    done = here("actors", "proposals", "--store", store, "--format", "jsonl", *more)
    assert done.code == 0, done.err
    return {row["name"]: row for row in done.rows}


def actor_of(store: Path, document: str) -> tuple[str | None, str | None]:
    [event] = [row for row in here("export", store).rows if row["cite_info"]["document"] == document]
    return event["actor"][0]["code"], event["actor"][0]["sector"]


def accept(store: Path, folder: Path, *more: object) -> Done:
    done = here("actors", "accept", *more, "--store", store, "--knowledge", folder)
    assert done.code == 0, done.err
    return done


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# --- what is proposed ------------------------------------------------------------------------------------------


def test_a_name_is_proposed_with_its_words_dates_and_rule(store):
    found = proposals(store)["Andrei Tolven"]
    assert (found["code"], found["sector"], found["office"].lower()) == ("RUS", "GOV", "deputy energy minister")
    assert (found["documents"], found["first"], found["last"]) == (2, "2023-05-02", "2023-07-04")
    assert (found["mentions"], found["named"]) == (2, 4)
    assert found["aliases"] == ["Andrey Tolven"] and found["short"] == ["Tolven"]
    words = {quoted["document"]: quoted for quoted in found["evidence"]}
    assert words["placed"]["text"] == "Andrei Tolven, Russian Deputy Energy Minister"
    assert words["placed"]["rule"].startswith("apposition: roles.yaml:")
    span = words["placed"]["start"], words["placed"]["end"]
    assert PLACED["text"][slice(*span)] == words["placed"]["text"]


def test_readings_that_contradict_stand_beside_each_other(store):
    found = proposals(store)["Andrei Tolven"]
    [other] = found["others"]
    assert other["code"] == "BLR" and other["evidence"][0]["document"] == "otherwise"
    assert found["agreement"] == pytest.approx(2 / 3, abs=0.01) and other["agreement"] == pytest.approx(1 / 3, abs=0.01)
    said = " ".join(here("actors", "proposals", "--store", store).out.decode().split())
    assert "2 documents, 2 of 3 mentions" in said and "1 document, 1 of 3 mentions" in said


def test_documents_that_contradict_are_no_support(store):
    assert "Andrei Tolven" in proposals(store, "--min-documents", "2")
    assert "Andrei Tolven" not in proposals(store, "--min-documents", "3")


def test_a_sentence_without_an_event_proposes_too(store):
    assert proposals(store)["Ewa Zarny"]["code"] == "ZMB"


def test_since_is_what_the_page_says_and_else_nothing(store):
    found = proposals(store)
    assert found["Jane Wafula"]["since"] == "2021-03"
    assert found["Andrei Tolven"]["since"] is None


def test_a_country_that_only_the_page_gives_is_marked(store):
    found = proposals(store)
    assert not found["Peter Nyati"]["stated"] and found["Jane Wafula"]["stated"]


def test_private_persons_and_known_names_are_not_proposed(store, tmp_path):
    assert "Ruth Moyo" not in proposals(store)
    known = {"id": "k", "text": "Angela Merkel, the German chancellor, thanked France.", "date": "2015-03-03"}
    titles = {"id": "t", "text": "Kenya honoured the Defence Minister, the Deputy Defence Minister and the Air Chief.",
              "date": "2015-03-03"}  # fmt: skip
    done = here("actors", "proposals", "--store", stored(tmp_path, [known, titles]))
    assert "0 names proposed" in done.out.decode()


def test_the_list_is_readable_and_can_be_computed_with(store):
    said = here("actors", "proposals", "--store", store, "--min-documents", "2").out.decode()
    assert "Andrei Tolven" in said and "but BLR" in said and "Jane Wafula" not in said
    table = here("actors", "proposals", "--store", store, "--format", "csv").out.decode()
    rows = list(csv.DictReader(io.StringIO(table)))
    assert rows[0]["name"] == "Andrei Tolven"
    assert "Russian Deputy Energy Minister" in rows[0]["evidence"]


def test_hidden_characters_of_a_page_do_not_reach_the_terminal(tmp_path):
    text = (
        "Lena Orlov, Russian energy minister\u001b[31m, met Japan's envoy.\u0007 "
        "Rita\u200b Selk, Polish energy minister, resigned."
    )
    done = here("actors", "proposals", "--store", stored(tmp_path, [{"id": "x\u001b[31m", "text": text}]))
    assert done.code == 0 and not {"\x1b", "\x07", "\u200b"} & set(done.out.decode())


def test_the_order_of_pages_workers_and_batches_shows_nowhere(store, tmp_path):
    wanted = here("actors", "proposals", "--store", store, "--format", "jsonl").out
    for n, order in enumerate([list(reversed(ROWS)), ROWS[3:] + ROWS[:3]]):
        folder = tmp_path / str(n)
        folder.mkdir()
        assert here("actors", "proposals", "--store", stored(folder, order), "--format", "jsonl").out == wanted
    path = pages.write_rows(tmp_path / "rows.jsonl", ROWS)
    assert wader("run", path, "--to", tmp_path / "two", "--workers", "2").code == 0
    assert here("actors", "proposals", "--store", tmp_path / "two", "--format", "jsonl").out == wanted
    for row in ROWS:  # a run a page
        here("run", "-", "--to", tmp_path / "many", stdin=pages.write_rows(tmp_path / "one.jsonl", [row]).read_bytes())
    assert here("actors", "proposals", "--store", tmp_path / "many", "--format", "jsonl").out == wanted


def test_a_run_tells_how_many_names_are_proposed(store, tmp_path):
    path = pages.write_rows(tmp_path / "rows.jsonl", ROWS)
    done = here("run", path, "--to", tmp_path / "store")
    count = len(proposals(store))
    assert f"{count} names proposed" in done.err and "wader actors proposals" in done.err
    calm = pages.write_rows(tmp_path / "calm.jsonl", [BARE])
    assert "proposed" not in here("run", calm, "--to", tmp_path / "calm").err


# --- what accepting does -----------------------------------------------------------------------------------------


def test_an_accepted_name_moves_the_pages_that_name_it_bare(tmp_path):
    rows = [PLACED, BARE]
    store = stored(tmp_path, rows)
    folder, before = tmp_path / "mine", files(store)
    assert actor_of(store, "bare") != ("RUS", "GOV")
    done = accept(store, folder, "Andrei Tolven")
    assert "1 event would move in 1 document" in " ".join(done.out.decode().split())
    assert files(store) == before
    [line] = [row for row in (folder / "offices.tsv").read_text("utf-8").splitlines() if row.startswith("Andrei")]
    cells = line.split("\t")
    assert cells[2] == "RUS" and cells[6:9] == ["", "", "2023-05-02"] and "placed" in cells[10]

    seen = here("actors", "preview", "--store", store, "--knowledge", folder, "--format", "jsonl")
    [row] = seen.rows
    assert row["change"] == "changed" and row["after"]["actor"][0]["code"] == "RUS"
    assert files(store) == before

    here("run", tmp_path / "rows.jsonl", "--to", store, "--knowledge", folder)
    assert actor_of(store, "bare") == ("RUS", "GOV")
    [event] = [e for e in here("export", store).rows if e["id"] == row["id"]]
    after = {k: v for k, v in row["after"].items() if k != "coder"}
    assert {k: v for k, v in event.items() if k != "coder"} == after
    assert "Andrei Tolven" not in proposals(store)


def test_accepting_twice_changes_nothing_and_order_shows_only_where_it_must(store, tmp_path):
    folder = tmp_path / "mine"
    accept(store, folder, "Jane Wafula", "Andrei Tolven", "--no-count")
    once = files(folder)
    again = accept(store, folder, "Andrei Tolven", "Jane Wafula", "--no-count")
    assert files(folder) == once and "0 of them new" in again.out.decode() and "there already" in again.err
    for n, names in enumerate(permutations(["Jane Wafula", "Andrei Tolven"])):
        accept(store, tmp_path / str(n), *names, "--no-count")
        assert files(tmp_path / str(n)) == once
    assert "2021-03" in (folder / "offices.tsv").read_text("utf-8")


def test_all_takes_what_is_certain_and_tells_what_it_left(store, tmp_path):
    folder = tmp_path / "mine"
    done = accept(store, folder, "--all", "--min-documents", "1", "--no-count")
    text = (folder / "offices.tsv").read_text("utf-8")
    assert "Jane Wafula" in text and "Peter Nyati" not in text and "left: their country" in done.err
    left = proposals(store, "--knowledge", folder)
    assert "Peter Nyati" in left and "Jane Wafula" not in left


def test_what_stood_in_the_folder_stays(store, tmp_path):
    folder = tmp_path / "mine"
    accept(store, folder, "Jane Wafula", "--no-count")
    path = folder / "offices.tsv"
    path.write_text(path.read_text("utf-8") + "# a note of mine\n", "utf-8")
    accept(store, folder, "Ewa Zarny", "--no-count")
    assert "# a note of mine\n" in path.read_text("utf-8") and "Jane Wafula" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["accept", "--knowledge", "mine"], "--all"),
        (["accept", "Andrei Tolven", "--all", "--knowledge", "mine"], "--all"),
        (["accept", "Andrei Tolvan", "--knowledge", "mine"], "Did you mean Andrei Tolven"),
        (["accept", "Andrei Tolven"], "--knowledge"),
        (["preview", "--knowledge", "nowhere"], "nowhere"),
        (["preview"], "--knowledge"),
    ],
)
def test_misuse_is_told_and_nothing_is_written(store, tmp_path, arguments, says):
    done = here("actors", *arguments, "--store", store, cwd=tmp_path)
    assert done.code == 2 and says in done.err
    assert not list(tmp_path.iterdir())


# --- what a preview looks at ---------------------------------------------------------------------------------------


def test_only_documents_that_hold_a_name_are_coded_again(store, tmp_path):
    folder = tmp_path / "mine"
    accept(store, folder, "Jane Wafula", "--no-count")
    said = here("actors", "preview", "--store", store, "--knowledge", folder).out.decode()
    assert "(1 document coded again, of 6)" in " ".join(said.split())


def test_a_preview_against_the_folder_that_coded_looks_at_the_difference(store, tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    accept(store, one, "Jane Wafula", "--no-count")
    accept(store, two, "Jane Wafula", "Ewa Zarny", "--no-count")
    done = here("actors", "preview", "--store", store, "--knowledge", two, "--against", one)
    assert "(1 document coded again, of 6)" in " ".join(done.out.decode().split())
    assert "--against" in done.err


def test_damaged_characters_are_read_again_as_they_were(tmp_path):
    text = "Andrei Tolven accused Ukraine&#39;s army of lying. The minister didn&#39;t say more."
    store = stored(tmp_path, [PLACED, {"id": "bare", "text": text, "date": "2023-06-10"}])
    folder = tmp_path / "mine"
    accept(store, folder, "Andrei Tolven", "--no-count")
    [row] = here("actors", "preview", "--store", store, "--knowledge", folder, "--format", "jsonl").rows
    assert row["change"] == "changed" and row["after"]["text"] == row["before"]["text"]
    assert row["before"]["text_info"] == row["after"]["text_info"]
