"""Bad input through the real command: no traceback, bounded memory, nothing of the host, every good document coded."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from tests import pages
from tests.command import Done, wader
from wader.store import Store

LIMIT = 2048  # MB of resident memory
SECRET = "the-secret-of-this-host-4711"
GOOD = {"good-first.txt", "good-row-1", "good-row-2", "zz-good-last.txt"}


def page(text: str) -> str:
    return f"Kenya and Uganda hold talks\n\nNairobi, 4 May 2021\n\n{text}"


def bomb(path: Path, unit: bytes, megabytes: int) -> None:
    """A small gzip file that unpacks to a large one: the same 32 MB over and over."""
    member = gzip.compress(unit * (32 * (1 << 20) // len(unit)), compresslevel=6)
    with path.open("wb") as handle:
        for _ in range(megabytes // 32):
            handle.write(member)


@pytest.fixture(scope="module")
def pile(tmp_path_factory) -> Path:
    """A folder of bad inputs with good ones before, between and after."""
    root = tmp_path_factory.mktemp("hostile")
    secret = root / "secret"
    secret.write_text(SECRET)
    pile = root / "pile"
    pile.mkdir()
    (pile / "good-first.txt").write_text(page(pages.TALKS))
    (pile / "zz-good-last.txt").write_text(page(pages.TALKS))
    _encodings(pile)
    _large(pile)
    _markup(pile, secret)
    _rows(pile)
    _system(pile, secret)
    return pile


def _encodings(pile: Path) -> None:
    (pile / "empty.txt").touch()
    (pile / "blank.html").write_text(" \n\t\n")
    (pile / "latin1.txt").write_bytes(page("São Tomé's président met Togo's in Lomé. " + pages.TALKS).encode("latin-1"))
    (pile / "utf16.txt").write_bytes(page(pages.TALKS).encode("utf-16"))
    (pile / "utf16be-nobom.txt").write_bytes(page(pages.TALKS).encode("utf-16-be"))
    (pile / "nul.txt").write_bytes(page(pages.TALKS).replace(" ", "\0", 3).encode())
    (pile / "binary.txt").write_bytes(bytes(range(256)) * 400)
    (pile / "escape.txt").write_text("\x1b]0;owned\x07\x1b[2J\u202e" + page(pages.TALKS))
    (pile / "surrogate.jsonl").write_text('{"id": "half", "text": "Chad\\ud800 thanked Togo. ' + "x" * 30 + '"}\n')


def _large(pile: Path) -> None:
    (pile / "line-30mb.txt").write_text("word " * 6_000_000)
    (pile / "line-1mb.txt").write_text("attack the the " * 70_000)
    (pile / "row-30mb.jsonl").write_text('{"id": "long", "text": "' + "word " * 6_000_000 + '"}\n')
    (pile / "one-word.txt").write_text("a" * 2_000_000)
    (pile / "quotes.txt").write_text('"' * 200_000 + "“" * 100_000)
    (pile / "brackets.txt").write_text("(" * 200_000)
    (pile / "digits.txt").write_text("1" * 300_000 + " killed " + "2,000," * 50_000)
    (pile / "commas.txt").write_text("Kenya, " * 30_000)
    bomb(pile / "bomb.txt.gz", b"word word word \n", 1024)
    bomb(pile / "bomb.jsonl.gz", b"a", 1024)
    bomb(pile / "bomb.html.gz", b"<p>word", 320)


def _markup(pile: Path, secret: Path) -> None:
    (pile / "nested.html").write_text("<div>" * 50_000 + pages.TALKS + "</div>" * 50_000)
    (pile / "unclosed.html").write_text("<b><i>" * 50_000 + pages.TALKS)
    (pile / "attributes.html").write_text("<p " + "a='b' " * 200_000 + ">" + pages.TALKS)
    feed = "<rss><channel><item><title>&x;</title><description>&x; Chad hit Togo.</description></item></channel></rss>"
    external = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    (pile / "external.xml").write_text('<?xml version="1.0"?>' + external + feed)
    laughs = "".join(
        f'<!ENTITY {chr(98 + n)} "{"&" + chr(97 + n) + ";"}{("&" + chr(97 + n) + ";") * 9}">' for n in range(12)
    )
    (pile / "laughs.xml").write_text(
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">{laughs}<!ENTITY x "&m;">]>' + feed
    )
    (pile / "deep.xml").write_text("<a>" * 100_000)
    (pile / "external.html").write_text(external + f"<html><body><p>&x; {pages.TALKS}</p></body></html>")


def _rows(pile: Path) -> None:
    def good(number: int) -> str:
        return json.dumps({"id": f"good-row-{number}", "text": pages.TALKS, "date": "2021-05-04"})

    rows = [
        good(1),
        "{not json",
        "[1, 2]",
        "null",
        '{"id": "no-text", "title": "x"}',
        '{"id": "number", "text": 5}',
        '{"id": "list", "text": ["a"]}',
        "[" * 100_000,
        '{"text": ' + '{"a":' * 50_000,
        json.dumps({"id": "good-row-1", "text": pages.STRIKE, "date": "2021-02-31"}),
        json.dumps({"id": "far", "text": pages.STRIKE, "date": "99999-99-99"}),
        json.dumps({"id": "words", "text": pages.STRIKE, "date": "the day before tomorrow", "title": "\x1b[31m" * 50}),
        json.dumps({"id": "../../etc/passwd", "text": pages.STRIKE, "date": -1}),
        '{"id": "twice", "text": "a", "text": "b"}',
        good(2),
    ]
    (pile / "rows.jsonl").write_text("\n".join(rows))
    packed = gzip.compress("\n".join([good(3)] * 50).encode())
    (pile / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    (pile / "not-gzip.jsonl.gz").write_bytes(b"plain words")
    (pile / "bad-tail.jsonl.gz").write_bytes(packed + b"\x1f\x8b\x08\x00garbage")
    (pile / "wide.csv").write_text("text,date\n" + '"' + "x" * 3_000_000)
    (pile / "none.csv").write_text("colour,size\nred,5\n")
    (pile / "table.parquet").write_bytes(b"PAR1 and no more")
    (pile / "web.warc.gz").write_bytes(
        gzip.compress(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\nx")
    )


def _system(pile: Path, secret: Path) -> None:
    (pile / "loop").symlink_to(pile)
    (pile / "self.txt").symlink_to("self.txt")
    (pile / "gone.txt").symlink_to("nowhere.txt")
    (pile / "device.txt").symlink_to("/dev/zero")
    os.mkfifo(pile / "pipe.txt")
    (pile / "folder.txt").mkdir()
    (pile / os.fsdecode(b"name-\xff\xfe.txt")).write_text(page(pages.STRIKE))
    (pile / "name\n\x1b[31m.txt").write_text(page(pages.STRIKE))
    unreadable = pile / "unreadable.txt"
    unreadable.write_text(page(pages.TALKS))
    unreadable.chmod(0)
    assert secret.exists()


@pytest.fixture(scope="module")
def coded(pile) -> Done:
    return wader("code", pile)


def test_the_run_ends_well_within_memory(coded):
    assert coded.code == 3, coded.err[-2000:]
    assert "Traceback" not in coded.err
    assert coded.peak < LIMIT, f"{coded.peak:.0f} MB"


def test_no_stage_had_a_fault(coded):
    assert "a fault in Wader" not in coded.err


def test_every_good_document_is_coded(coded):
    found = {row["cite_info"]["document"] for row in coded.rows}
    assert found >= GOOD
    assert found >= {"latin1.txt", "utf16.txt", "nul.txt"}


def test_a_repeated_id_gets_a_number(coded):
    assert "good-row-1#2" in {row["cite_info"]["document"] for row in coded.rows}


@pytest.mark.parametrize(
    "name",
    [
        *("empty.txt", "blank.html", "binary.txt", "line-30mb.txt", "row-30mb.jsonl", "bomb.txt.gz", "bomb.jsonl.gz"),
        *("bomb.html.gz", "laughs.xml", "external.xml", "deep.xml", "cut.jsonl.gz", "not-gzip.jsonl.gz", "none.csv"),
        *("table.parquet", "self.txt", "gone.txt", "device.txt", "pipe.txt", "rows.jsonl:2", "rows.jsonl:3"),
        *("rows.jsonl:4", "rows.jsonl:5", "rows.jsonl:6", "rows.jsonl:7", "rows.jsonl:8", "rows.jsonl:9"),
    ],
)
def test_each_bad_input_is_named_with_its_reason(coded, name):
    lines = [line for line in coded.err.splitlines() if line.startswith("skipped ") and name in line]
    assert lines, f"{name} is not named"
    assert all(line.count(": ") >= 2 for line in lines)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(coded):
    assert "unreadable.txt" in coded.err


def test_nothing_of_the_host_is_in_the_output(coded):
    assert SECRET.encode() not in coded.out and SECRET not in coded.err
    assert b"root:" not in coded.out


def test_nothing_commands_the_terminal(coded):
    assert not set(coded.err) & set("\x1b\x07\u202e\x00")


def test_dates_that_cannot_be_are_no_dates(coded):
    dates = {row["cite_info"]["date"] for row in coded.rows if row["cite_info"]["document"] in ("far", "good-row-1#2")}
    assert not [date for date in dates if date and (date.startswith("99999") or date == "2021-02-31")]


def test_a_store_takes_the_same_pile(pile, coded, tmp_path):
    done = wader("run", pile, "--to", tmp_path / "store", "--workers", "2")
    assert done.code == 3, done.err[-2000:]
    assert "Traceback" not in done.err and not set(done.err + done.out.decode()) & set("\x1b\x07\u202e\x00")
    with Store(tmp_path / "store") as store:
        assert {event.id for event in store.events()} == {row["id"] for row in coded.rows}
        skipped = store.skips()
    assert len(skipped) == sum(line.startswith("skipped ") for line in coded.err.splitlines())
    assert all(skip.reason for skip in skipped)


def test_hostile_pairs(tmp_path):
    rows = tmp_path / "pairs.jsonl.gz"
    bomb(rows, b"a", 320)
    done = wader("pairs", rows)
    assert (done.code, done.out) == (3, b"") and done.peak < LIMIT
    cut = tmp_path / "cut.jsonl.gz"
    packed = gzip.compress(
        b'{"id": "1", "sentence": "Chad thanked Togo.", "source_spans": [], "target_spans": []}\n' * 99
    )
    cut.write_bytes(packed[:-9])
    done = wader("pairs", cut)
    assert done.code == 3 and len(done.rows) >= 1 and "gzip" in done.err
