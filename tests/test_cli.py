"""The command line as users meet it: output, exit codes, words on stderr, help, its reference page."""

from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pyarrow.parquet as pq
import pytest

from tests import pages
from tests.command import environment, here, wader
from wader.cli import execute
from wader.reference import pages as reference_pages
from wader.show.schema import schemas

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def rows(tmp_path_factory) -> Path:
    return pages.write_rows(tmp_path_factory.mktemp("rows") / "rows.jsonl", pages.ROWS)


@pytest.fixture(scope="module")
def coded(rows):
    return here("code", rows)


@pytest.fixture(scope="module")
def store(tmp_path_factory, rows):
    to = tmp_path_factory.mktemp("stores") / "store"
    return to, here("run", rows, "--to", to)


# --- reference -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(reference_pages()))
def test_reference_pages_are_up_to_date(name):
    assert (DOCS / name).read_text("utf-8") == reference_pages()[name], "run `python -m wader.reference`"


@pytest.mark.parametrize("command", ["code", "annotate", "pairs", "run", "export", "why", "diff", "actors"])
def test_every_command_is_documented_with_examples(command, capsys):
    assert f"## `wader {command}`" in (DOCS / "cli.md").read_text("utf-8")
    assert execute([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Examples:" in said and f"wader {command}" in said


@pytest.mark.parametrize("command", ["proposals", "accept", "preview"])
def test_every_command_by_which_the_registry_grows_is_documented_with_examples(command, capsys):
    assert f"## `wader actors {command}`" in (DOCS / "cli.md").read_text("utf-8")
    assert execute(["actors", command, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Examples:" in said and f"wader actors {command}" in said


def test_no_command_is_left_out_above(capsys):
    execute(["--help"])
    listed = capsys.readouterr().out.split("Commands:")[1].split("\n")
    assert {line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "} == {
        "code", "annotate", "pairs", "run", "export", "why", "diff", "actors",
    }  # fmt: skip


# --- code ----------------------------------------------------------------------------------------------------


def test_code_writes_an_event_a_line_in_the_published_shape(coded):
    assert coded.code == 3, coded.err
    assert len(coded.rows) >= 4
    validator = jsonschema.Draft202012Validator(schemas()["event"])
    for row in coded.rows:
        validator.validate(row)
        assert list(row) == list(schemas()["event"]["$defs"]["Event"]["properties"])
        assert row["coder"]["name"] == "wader" and row["coder"]["model"].startswith("en_core_web_sm")


def test_every_span_slices_back_to_its_words(coded):
    texts = {row["id"]: row for row in pages.ROWS}
    for row in coded.rows:
        page = texts[row["cite_info"]["document"]]
        info = row["text_info"]
        home = page.get("title", "") if info["sequence"] == 0 else page["text"]
        assert home[info["start"] : info["end"]] == row["text"]
        for words in row["event_text"]:
            assert home[words["start"] : words["end"]] == words["text"]
        for actor in row["actor"] + row["recipient"]:
            if actor["start"] is not None and actor["entity_text"]:
                assert home[actor["start"] : actor["end"]] == actor["entity_text"]
        for found in [found for field in row["evidence"].values() for found in field]:
            if found["start"] is None:
                continue
            there = page["text"] if found["in"] == "text" else page.get("title", "")
            assert 0 <= found["start"] <= found["end"] <= len(there)
            if found["text"] is not None:
                assert there[found["start"] : found["end"]] == found["text"]


def test_the_talks_are_found(coded):
    found = {(r["event"][0], r["actor"][0]["code"]) for r in coded.rows if r["cite_info"]["document"] == "talks"}
    assert ("CONSULT", "KEN") in found or ("CONSULT", "UGA") in found
    assert any(category == "COERCE" for category, _ in found)


def test_what_is_not_english_is_told_and_not_coded(coded):
    assert "german" in coded.err and "de" in coded.err and "language" in coded.err
    assert not [row for row in coded.rows if row["cite_info"]["document"] == "german"]


def test_stderr_counts_at_the_end(coded):
    assert coded.err.strip().splitlines()[-1] == f"4 documents, {len(coded.rows)} events, 1 skipped"


def test_two_workers_write_the_same_bytes(tmp_path):
    path = pages.write_rows(tmp_path / "many.jsonl", pages.many(24))
    assert here("code", path).out == wader("code", path, "--workers", "2").out != b""


def test_stdin_gzip_and_plain_give_the_same(tmp_path):
    path = pages.write_rows(tmp_path / "rows.jsonl", pages.english())
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    plain = here("code", path)
    assert plain.code == 0, plain.err
    assert here("code", "-", stdin=path.read_bytes()).out == plain.out == here("code", packed).out


def test_csv_in_and_csv_out(tmp_path):
    table = tmp_path / "table.csv"
    with table.open("w", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(["key", "words", "day", "head"])
        writer.writerows([row["id"], row["text"], row["date"], row.get("title", "")] for row in pages.english())
    columns = ["--id-column", "key", "--text-column", "words", "--date-column", "day", "--title-column", "head"]
    done = here("code", table, "--format", "csv", *columns)
    assert done.code == 0, done.err
    found = list(csv.DictReader(io.StringIO(done.out.decode(), newline="")))
    assert {row["document"] for row in found} == {"talks", "strike"}
    assert all(row["actor_code"] or row["actor_sector"] for row in found)


def test_no_documents_is_no_failure(tmp_path):
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    done = here("code", empty)
    assert (done.code, done.out) == (0, b"")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["code"], "Missing argument"),
        (["code", "nowhere.txt"], "nowhere.txt"),
        (["nosuch"], "nosuch"),
        (["code", "x.txt", "--workers", "0"], "workers"),
        (["code", "x.txt", "--format", "xml"], "xml"),
        (["run", "x.txt"], "--to"),
        (["why"], "--text"),
        (["pairs", "nowhere.jsonl"], "no such file"),
    ],
)
def test_misuse_is_exit_code_2_and_says_what_to_do(arguments, says, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert execute(arguments) == 2
    assert says in capsys.readouterr().err


def test_a_knowledge_folder_that_is_not_there_is_told(capsys, tmp_path, monkeypatch, rows):
    monkeypatch.chdir(tmp_path)
    assert execute(["code", str(rows), "--knowledge", "mine"]) == 2
    assert "mine" in capsys.readouterr().err


def test_a_reader_who_leaves_early_hears_no_complaint(tmp_path):
    path = pages.write_rows(tmp_path / "many.jsonl", pages.many(40))
    command = [sys.executable, "-m", "wader", "code", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    assert process.stdout is not None and process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read().decode()
    assert process.wait(120) == 0
    assert "Traceback" not in said and "Broken" not in said


def test_output_does_not_depend_on_the_locale(rows, coded):
    assert wader("code", rows, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii").out == coded.out


# --- annotate, pairs -------------------------------------------------------------------------------------------


def test_annotate_writes_documents_in_the_published_shape(rows):
    done = here("annotate", rows)
    assert done.code == 3
    assert [row["id"] for row in done.rows] == [row["id"] for row in pages.ROWS]
    validator = jsonschema.Draft202012Validator(schemas()["document"])
    for row, page in zip(done.rows, pages.ROWS, strict=True):
        validator.validate(row)
        assert row["text"] == page["text"]
        assert row["date"]["value"] == page["date"]
        for kind in ("entities", "places", "times"):
            for item in row[kind]:
                there = row["text"] if item["in"] == "text" else row["title"]
                assert there[item["start"] : item["end"]] == item["text"]
        for sentence in row["sentences"]:
            assert sentence["start"] < sentence["end"]
    german = done.rows[2]
    assert (german["language"], german["events"]) == ("de", [])


def test_pairs_answers_every_good_row_and_names_the_bad_ones(tmp_path):
    good = {"id": "1", "sentence": "Chad thanked Togo.", "source_spans": [[0, 4]], "target_spans": [[13, 17]]}
    lines = [
        json.dumps(good),
        "{broken",
        json.dumps({**good, "id": "2", "source_spans": []}),
        json.dumps({**good, "target_spans": [[13, 99]]}),
        json.dumps({"id": "3", "sentence": " ", "source_spans": [], "target_spans": []}),
        "[" * 100_000,
        json.dumps({**good, "id": 7}),
        json.dumps({"id": "4", "sentence": "Bread is cheap here.", "source_spans": [[0, 5]], "target_spans": []}),
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n".join(lines))
    done = here("pairs", path)
    assert done.code == 3 and "Traceback" not in done.err
    assert [row["id"] for row in done.rows] == ["1", "2", "7", "4"]
    assert [f"pairs.jsonl:{number}:" in done.err for number in range(1, 9)] == [False, True, False] + [True] * 3 + [
        False
    ] * 2
    for row in done.rows:
        assert list(row) == ["id", "event", "mode", "auxiliary", "scores"]
        assert len(row["event"]) == 1 and len(row["scores"]) == 16
        assert abs(sum(row["scores"].values()) - 1) < 1e-9
    none = here("pairs", "--allow-none", "-", stdin=lines[-1].encode())
    assert (none.code, none.rows[0]["event"]) == (0, [])


# --- run, export, why, diff --------------------------------------------------------------------------------------


def test_run_tells_what_is_in_the_store(store):
    _, done = store
    said = done.out.decode()
    assert done.code == 3, done.err
    assert "Run 1: 4 documents coded" in said
    assert "The store holds 4 documents" in said and "2021-0" in said
    for heading in ("What happened", "Skipped: 1 input"):
        assert heading in said
    assert "█" in said and "language" in said


def test_running_again_codes_nothing_and_ends_the_same_way(store, rows):
    to, _ = store
    again = here("run", rows, "--to", to)
    assert again.code == 3 and "0 documents coded" in again.out.decode() and "4 unchanged" in again.out.decode()


def test_export_gives_the_events_of_code(store, coded, tmp_path):
    to, _ = store
    exported = here("export", to)
    assert exported.code == 0, exported.err
    assert sorted(exported.out.splitlines()) == sorted(coded.out.splitlines())
    target = tmp_path / "events.parquet"
    assert here("export", to, "-o", target).code == 0
    assert pq.read_table(target).num_rows == len(coded.rows)
    table = here("export", to, "--format", "csv").out.decode()
    assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == len(coded.rows)
    assert [path.name for path in tmp_path.iterdir()] == ["events.parquet"]


def test_export_gives_documents_and_stories(store):
    to, _ = store
    documents = here("export", to, "--what", "documents").rows
    assert {row["id"]: row["coded"] for row in documents} == {row["id"]: row["id"] != "german" for row in pages.ROWS}
    assert {row["id"]: row["text"] for row in documents} == {row["id"]: row["text"] for row in pages.ROWS}
    assert here("export", to, "--what", "stories").rows[0].keys() == {"story", "document"}


def test_why_explains_an_event_by_the_beginning_of_its_id(store, coded, monkeypatch):
    to, _ = store
    event = coded.rows[0]
    done = here("why", event["id"][:12], "--store", to)
    said = done.out.decode()
    assert done.code == 0, done.err
    assert event["event"][0] in said and event["id"] in said and "←" in said
    assert f"[trigger: {event['event_text'][0]['text']}]" in said
    monkeypatch.delenv("WADER_STORE", raising=False)
    assert here("why", event["id"], cwd=to.parent).code == 0
    monkeypatch.setenv("WADER_STORE", str(to))
    assert here("why", event["id"]).code == 0
    missing = here("why", "zzz", "--store", to)
    assert missing.code == 2 and "zzz" in missing.err


def test_why_explains_a_text(capsys):
    assert execute(["why", "--text", pages.TALKS, "--date", "2021-05-04"]) == 0
    assert "[trigger: met]" in capsys.readouterr().out


def test_diff_lists_runs_and_tells_changes(tmp_path):
    to, path = tmp_path / "store", tmp_path / "rows.jsonl"
    pages.write_rows(path, pages.english())
    assert here("run", path, "--to", to).code == 0
    changed = [{**row, "text": row["text"].replace("Kenya", "Ghana")} for row in pages.english()]
    pages.write_rows(path, changed)
    assert here("run", path, "--to", to).code == 0
    told = here("diff", "1", "2", "--store", to)
    assert told.code == 0 and "added" in told.out.decode() and "removed" in told.out.decode()
    rows = here("diff", "previous", "last", "--store", to, "--format", "jsonl").rows
    assert {row["change"] for row in rows} >= {"added", "removed"}
    listed = here("diff", cwd=tmp_path).out.decode().splitlines()
    assert len(listed) == 3
    assert here("diff", "1", "9", "--store", to).code == 2


def test_events_of_a_corrected_page_have_moved(tmp_path):
    to, path = tmp_path / "store", tmp_path / "rows.jsonl"
    text = "Readers wrote to us on Mnoday.\n" + pages.TALKS
    pages.write_rows(path, [{"id": "page", "text": text, "date": "2021-05-04"}])
    first = here("run", path, "--to", to) and here("export", to).rows
    pages.write_rows(path, [{"id": "page", "text": text.replace("on Mnoday", "this Monday"), "date": "2021-05-04"}])
    second = here("run", path, "--to", to) and here("export", to).rows
    rows = here("diff", "1", "2", "--store", to, "--format", "jsonl").rows
    assert first and len(rows) == len(first) == len(second)
    assert {row["change"] for row in rows} == {"moved"} and not any(row["fields"] for row in rows)
    assert [(row["before"]["id"], row["id"]) for row in rows] == [
        (old["id"], new["id"]) for old, new in zip(first, second, strict=True)
    ]
    told = here("diff", "1", "2", "--store", to).out.decode()
    assert f"was {first[0]['id']}" in told and f"0 added, 0 removed, 0 changed, {len(rows)} moved" in told
    lost = here("why", first[0]["id"], "--store", to)
    assert lost.code == 2 and "wader diff" in lost.err


def test_what_is_no_store_is_told(tmp_path, rows):
    (tmp_path / "letter").write_text("Dear reader")
    for arguments in (["export", tmp_path], ["diff", "1", "2", "--store", tmp_path], ["run", rows, "--to", tmp_path]):
        done = here(*arguments)
        assert done.code == 1 and "store" in done.err and "Traceback" not in done.err
    assert here("export", cwd=tmp_path).code == 2


def test_help_is_quick():
    command = [sys.executable, "-X", "importtime", "-m", "wader", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, env=environment()).stderr
    loaded = {line.split("|")[-1].strip() for line in said.splitlines()}
    assert not loaded & {"spacy", "duckdb", "pyarrow", "trafilatura"}
