"""What the commands tell of their words and of their input: misuse with a remedy, and nothing left aside in silence."""

from __future__ import annotations

import gzip
import json

import pytest

import wader
from tests import pages
from tests.command import here
from wader.errors import UsageError

RAID = "Ghana condemned Togo over the raid on Monday."


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    root = tmp_path_factory.mktemp("told")
    path = pages.write_rows(root / "rows.jsonl", [{"id": "raid", "text": RAID, "date": "2021-05-04"}])
    assert here("run", path, "--to", root / "store").code == 0
    return root / "store"


# --- dates ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["2024-02-30", "yesterday", "2024-13-01", ""])
def test_a_date_that_is_none_is_a_misuse(date):
    done = here("why", "--text", RAID, "--date", date)
    assert (done.code, done.out) == (2, b"")
    assert "YYYY-MM-DD" in done.err
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        wader.code(RAID, date=date)


@pytest.mark.parametrize("date", ["2024-02-29", "29 February 2024", "2024-02"])
def test_a_date_that_is_one_is_taken(date):
    assert here("why", "--text", RAID, "--date", date).code == 0


@pytest.mark.parametrize("command", [["code"], ["annotate"], ["run", "--to", "new"]])
def test_a_rows_bad_date_is_noted_and_the_row_coded_without_it(tmp_path, command):
    rows = [{"id": "bad", "text": RAID, "date": "2023-02-30"}, {"id": "good", "text": RAID, "date": "2023-02-28"}]
    done = here(*command, pages.write_rows(tmp_path / "rows.jsonl", rows), cwd=tmp_path)
    assert done.code == 0, done.err
    told = [line for line in done.err.splitlines() if line.startswith("note on")]
    assert len(told) == 1
    assert all(word in told[0] for word in ("rows.jsonl (bad)", "2023-02-30", "YYYY-MM-DD"))


# --- knowledge -----------------------------------------------------------------------------------------------


def test_files_that_nothing_reads_are_told(tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "role.yaml").write_text("[]")
    rows = pages.write_rows(tmp_path / "rows.jsonl", [{"id": "a", "text": RAID}])
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"sentence": RAID, "source_spans": [[0, 5]], "target_spans": [[16, 20]]}))
    for command in (["code", rows], ["annotate", rows], ["run", rows, "--to", tmp_path / "s"], ["pairs", pairs],
                    ["why", "--text", RAID]):  # fmt: skip
        done = here(*command, "--knowledge", mine)
        assert done.code == 0 and done.err.count("not read: ") == 1, (command, done.err)
        assert "role.yaml" in done.err and "Did you mean roles.yaml?" in done.err


@pytest.mark.parametrize("command", [["code"], ["annotate"], ["run", "--to", "s"], ["pairs"]])
def test_a_knowledge_folder_that_is_none_is_a_misuse(tmp_path, command):
    rows = pages.write_rows(tmp_path / "rows.jsonl", pages.english())
    done = here(*command, rows, "--knowledge", "nowhere", cwd=tmp_path)
    assert (done.code, done.out) == (2, b"") and "--knowledge nowhere" in done.err
    assert not (tmp_path / "s").exists()


# --- the same page, the same events ----------------------------------------------------------------------------


def test_annotate_gives_the_events_of_code(tmp_path):
    # Nothing happens in the middle sentence, so that `code` does not read it; it names whom "she" could mean too.
    text = (
        "Kenyan President William Ruto arrived on Sunday. Uganda's finance minister Jane Achieng is a tall woman with "
        "a garden. She condemned Somalia. They arrested the editor. The minister met the Kenyan ambassador."
    )
    path = pages.write_rows(tmp_path / "rows.jsonl", [{"id": "a", "text": text, "date": "2023-02-28"}, *pages.ROWS])
    coded = here("code", path).rows
    assert coded == [event for row in here("annotate", path).rows for event in row["events"]]
    assert [event["id"] for event in coded if event["cite_info"]["document"] == "a"]


def test_events_name_the_model_that_read_their_syntax(store):
    found = here("export", store).rows[0]["coder"]["model"]
    name, version_hash = found.split(" ")
    assert name.startswith("en_core_web_sm") and name.endswith("-3.8.0") and len(version_hash) == 16
    (record,) = wader.open_store(store).runs
    assert record.model == found


# --- exports and arguments -------------------------------------------------------------------------------------


def test_an_export_is_of_the_format_of_its_name(store, tmp_path):
    assert here("export", store, "-o", tmp_path / "e.ndjson").code == 0
    assert here("export", store, "-o", tmp_path / "e.jsonl.gz").code == 0
    assert gzip.decompress((tmp_path / "e.jsonl.gz").read_bytes()) == (tmp_path / "e.ndjson").read_bytes() != b""
    assert here("export", store, "-o", tmp_path / "e.pq").code == 0
    assert (tmp_path / "e.pq").read_bytes()[:4] == b"PAR1"
    assert here("export", store, "-o", tmp_path / "e.csv").code == 0
    assert (tmp_path / "e.csv").read_text().startswith("id,")


@pytest.mark.parametrize("name", ["e.xlsx", "e.json", "e.parquet.gz", ".", "folder"])
def test_an_export_of_no_format_says_which_there_are(store, tmp_path, name):
    (tmp_path / "folder").mkdir()
    done = here("export", store, "-o", name, cwd=tmp_path)
    assert done.code == 2 and name in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["diff", "--store", "STORE", "--", "-1"], "one run"),
        (["diff", "--store", "STORE", "9" * 5000], "one run"),
        (["diff", "--store", "STORE", "0", "x\x1b[2J"], "no run"),
        (["why", "", "--store", "STORE"], "beginning"),
        (["why", "x", "--date", "2024-01-01", "--store", "STORE"], "--text"),
        (["code", ""], "Name a file"),
        (["code", "STORE"], "wader export"),
        (["run", "STORE", "--to", "STORE"], "wader export"),
        (["code", "x" * 5000], "Nothing found"),
    ],
)
def test_odd_words_are_a_misuse_that_says_what_to_do(store, arguments, says):
    done = here(*(str(store) if argument == "STORE" else argument for argument in arguments))
    assert done.code == 2 and says in done.err
    assert "fault" not in done.err and len(done.err) < 2000


def test_a_store_among_the_pages_is_no_input(tmp_path):
    (tmp_path / "page.txt").write_text(f"Ghana recalls its envoy\n\n4 May 2021\n\n{RAID} {RAID}\n")
    for expected in ("1 document coded", "0 documents coded"):
        done = here("run", ".", "--to", "store", cwd=tmp_path)
        assert done.code == 0 and expected in done.out.decode(), done.err


def test_columns_name_the_fields_of_json_rows_too(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"key": "k1", "body": RAID, "day": "2021-05-04", "text": "No."}) + "\n")
    done = here("code", path, "--text-column", "body", "--id-column", "key", "--date-column", "day")
    assert done.code == 0, done.err
    assert {(row["cite_info"]["document"], row["cite_info"]["date"]) for row in done.rows} == {("k1", "2021-05-04")}


def test_half_characters_are_no_trouble():
    assert ["ACCUSE"] in [e.event for e in wader.code("\udcff " + RAID, date="2021-05-04").events]


# --- other languages, stdin -----------------------------------------------------------------------------------


def test_a_pair_in_another_language_is_told_and_an_english_headline_full_of_names_is_coded(tmp_path):
    french = {"id": "fr", "sentence": "Le ministre du Tchad a remercié la ville de Lomé pour son aide."}
    english = {"id": "en", "sentence": "Lomé thanks Bogotá mayor"}
    spans = {"source_spans": [[0, 4]], "target_spans": [[12, 18]]}
    done = here("pairs", pages.write_rows(tmp_path / "pairs.jsonl", [{**french, **spans}, {**english, **spans}]))
    assert done.code == 3 and [row["id"] for row in done.rows] == ["en"]
    (told,) = [line for line in done.err.splitlines() if line.startswith("skipped")]
    assert "'fr'" in told and "translation" in told


def test_plain_text_on_stdin_is_told_what_stdin_takes():
    done = here("code", "-", stdin=f"{RAID}\n\n{RAID}\n".encode())
    assert (done.code, done.out) == (3, b"")
    (told,) = [line for line in done.err.splitlines() if line.startswith("skipped")]
    assert "JSON Lines" in told and ".txt" in told and "byte" not in told
