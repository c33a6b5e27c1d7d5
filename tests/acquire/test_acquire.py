"""Files of every kind, good and bad, in; documents and reasons out."""

from __future__ import annotations

import gzip
import io
import json
import os
import resource
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wader.acquire import AcquireOptions, acquire
from wader.acquire.encoding import decode
from wader.acquire.ids import UniqueIds
from wader.errors import UsageError
from wader.records import RawDocument, Skip

SENTENCE = "Troops of Talora crossed the river on Monday, the ministry said."


def split(*paths: Path | str, options: AcquireOptions | None = None) -> tuple[list[RawDocument], list[Skip]]:
    items = list(acquire([str(path) for path in paths], options))
    return [i for i in items if isinstance(i, RawDocument)], [i for i in items if isinstance(i, Skip)]


def test_a_folder_gives_pages_in_sorted_order_with_relative_ids(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.html").write_text(f"<p>{SENTENCE}</p>")
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / ".hidden.txt").write_text(SENTENCE)
    documents, skips = split(tmp_path)
    assert [(d.id, d.kind) for d in documents] == [("a.txt", "page"), ("b/two.html", "html")]
    assert not skips


def test_a_single_file_is_named_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    assert split(tmp_path / "a.txt")[0][0].id == "a.txt"


def test_symlink_loops_end_and_a_folder_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text(SENTENCE)
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    documents, skips = split(tmp_path)
    assert [d.id for d in documents] == ["deep/a.txt"]
    assert [(s.id, s.reason) for s in skips] == [("broken.txt", "no such file")]


def test_what_is_no_document_is_reported(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "paper.pdf").write_bytes(b"%PDF")
    (tmp_path / "plain.txt.gz").write_text(SENTENCE)
    documents, skips = split(tmp_path)
    assert not documents
    reasons = {s.id: s.reason for s in skips}
    assert reasons["pipe.txt"] == "not a regular file"
    assert reasons["empty.txt"] == "the file is empty"
    assert "binary" in reasons["picture.txt"]
    assert reasons["paper.pdf"] == ".pdf files are not read"
    assert "not gzip" in reasons["plain.txt.gz"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_an_unreadable_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    (tmp_path / "a.txt").chmod(0)
    assert split(tmp_path)[1][0].reason == "no permission to read it"


def test_missing_paths(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE)
    documents, skips = split(tmp_path / "a.txt", tmp_path / "no.txt")
    assert (len(documents), skips[0].reason) == (1, "no such file")
    with pytest.raises(UsageError):
        acquire([str(tmp_path / "no.txt")])
    with pytest.raises(UsageError):
        acquire([])


@pytest.mark.parametrize(
    "data",
    [
        "Café “war” — Kyïv".encode(),
        b"\xef\xbb\xbf" + "Café “war” — Kyïv".encode(),
        "Café “war” — Kyïv".encode("utf-16"),
        "Café “war” — Kyïv and more".encode("utf-16-le"),
        "Café “war” — Kyïv and more".encode("utf-16-be"),
        "Café “war” — Kyïv".encode("cp1252"),
        "Café \0“war” — K\0yïv".encode(),
    ],
)
def test_encodings(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert split(tmp_path)[0][0].content.startswith("Café “war” — Kyïv")


@given(st.binary(max_size=2000))
def test_decode_never_fails_and_leaves_no_nul(data: bytes) -> None:
    assert "\0" not in decode(data)


def test_html_in_its_declared_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes('<meta charset="windows-1251"><p>Правительство заявило'.encode("cp1251"))
    assert "Правительство" in split(tmp_path)[0][0].content


def test_good_rows_around_broken_ones(tmp_path: Path) -> None:
    rows = [
        b'\xef\xbb\xbf{"id": "a", "text": "one"}',
        b'{"id": "a", "text": "two", "title": "T", "date": 20240220, "url": "http://x.org", "source": "S"}',
        b"{broken",
        b"[1, 2]",
        b'{"id": "none"}',
        b'{"id": "number", "text": 5}',
        b"",
        b'{"text": "caf\xe9"}',
        b"[" * 100_000,
        b'{"text": "\\ud800"}',
        b'{"id": 7, "html": "<p>page</p>"}',
        b'{"id": "a", "text": "three"}',
    ]
    (tmp_path / "r.jsonl").write_bytes(b"\n".join(rows))
    documents, skips = split(tmp_path / "r.jsonl")
    assert [(d.id, d.content) for d in documents] == [
        ("a", "one"),
        ("a#2", "two"),
        ("r.jsonl:8", "café"),
        ("7", "<p>page</p>"),
        ("a#3", "three"),
    ]
    assert documents[1].date == "20240220" and documents[1].source == "S" and documents[3].kind == "html"
    assert [(s.id, s.row) for s in skips] == [
        ("r.jsonl:3", 3),
        ("r.jsonl:4", 4),
        ("none", 5),
        ("number", 6),
        ("r.jsonl:9", 9),
        ("r.jsonl:10", 10),
    ]


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "b", "a#2#2"]), max_size=30))
def test_ids_never_repeat(ids: list[str]) -> None:
    unique = UniqueIds()
    given_ids = [unique.unique(id_) for id_ in ids]
    assert len(set(given_ids)) == len(given_ids)


@given(text=st.text(min_size=1).filter(lambda t: t.strip()))
def test_the_text_of_a_row_comes_back_unchanged(text: str) -> None:
    line = json.dumps({"id": "x", "text": text}).encode()
    if any("\ud800" <= c <= "\udfff" for c in text):
        return
    items = list(acquire(["-"], AcquireOptions(stdin=io.BytesIO(line))))
    assert isinstance(items[0], RawDocument) and items[0].content == text


def test_stdin_without_ids(tmp_path: Path) -> None:
    options = AcquireOptions(stdin=io.BytesIO(b'{"text": "one"}\n{"text": "two"}\n'))
    assert [d.id for d in split("-", options=options)[0]] == ["stdin:1", "stdin:2"]


def test_utf16_rows_and_empty_files(tmp_path: Path) -> None:
    (tmp_path / "wide.jsonl").write_bytes('{"id": "w", "text": "größer"}\n{"id": "v", "text": "b"}'.encode("utf-16"))
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "empty.jsonl.gz").write_bytes(gzip.compress(b""))
    documents, skips = split(tmp_path)
    assert [d.content for d in documents] == ["größer", "b"] and not skips


def test_truncated_gzip_keeps_the_rows_before_the_break(tmp_path: Path) -> None:
    rows = b"".join(b'{"id": %d, "text": "%s"}\n' % (n, os.urandom(30).hex().encode()) for n in range(2000))
    packed = gzip.compress(rows)
    (tmp_path / "cut.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    documents, skips = split(tmp_path)
    assert 500 < len(documents) < 1500
    assert [d.id for d in documents] == [str(n) for n in range(len(documents))]
    assert len(skips) == 1 and "cut short" in skips[0].reason and skips[0].row == len(documents) + 1


@pytest.mark.parametrize("filler", [b" ", b"a", b"\0", b'{"text":'])
def test_a_bomb_is_reported_in_seconds_and_little_memory(filler: bytes, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.jsonl.gz", "wb", compresslevel=6) as file:
        file.write(b'{"id": "good", "text": "before"}\n')
        block = filler * ((1 << 20) // len(filler))
        for _ in range(200):
            file.write(block)
    (tmp_path / "next.txt").write_text(SENTENCE)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    documents, skips = split(tmp_path)
    assert [d.id for d in documents] == ["good", "next.txt"] and skips
    assert time.monotonic() - start < 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # KiB


def test_rows_that_repeat_are_no_bomb(tmp_path: Path) -> None:
    row = json.dumps({"text": SENTENCE * 20}).encode() + b"\n"
    with gzip.open(tmp_path / "same.jsonl.gz", "wb") as file:
        for _ in range(30):
            file.write(row * 1000)
    assert sum(1 for _ in acquire([str(tmp_path)])) == 30_000


def test_thirty_megabytes_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "' + b"word " * 6_000_000 + b'"}\n{"id": "after", "text": "b"}\n')
    (tmp_path / "b.txt").write_bytes(b"word " * 6_000_000)
    documents, skips = split(tmp_path)
    assert [d.id for d in documents] == ["after"]
    assert all("larger" in s.reason for s in skips) and len(skips) == 2


def test_what_is_no_json_on_stdin_is_told_once_with_what_to_do() -> None:
    def given(words: str) -> list[RawDocument | Skip]:
        options = AcquireOptions(stdin=io.BytesIO(words.encode()))
        return [i for i in acquire(["-"], options) if isinstance(i, RawDocument | Skip)]

    (skip,) = given(f"The report.\n\n{SENTENCE}\n12 more\n")
    assert isinstance(skip, Skip) and "3 lines" in skip.reason and "JSON Lines" in str(skip.remedy)
    assert ".txt" in str(skip.remedy) and skip.row == 1
    told = given('<p>\n{"id": "a", "text": "b"}\nmore\n{"text": \n')
    assert [getattr(i, "row", i.id) for i in told] == [1, "a", 3, 4]
    assert "malformed" in told[-1].reason or "truncated" in told[-1].reason  # type: ignore[union-attr]


def test_delimited_tables(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('ID,Headline,Text,Date\n1,T,"first\nline",2020-01-01\n2,T,,\n3,T,third,\n')
    (tmp_path / "t.tsv").write_text("when\tstory\n2020-05-06\tfourth\n")
    documents, skips = split(tmp_path / "t.csv")
    assert [(d.id, d.content, d.title, d.date) for d in documents] == [
        ("1", "first\nline", "T", "2020-01-01"),
        ("3", "third", "T", None),
    ]
    assert [(s.id, s.reason) for s in skips] == [("2", "the row has no text")]
    named = AcquireOptions(text_column="story", date_column="when")
    document = split(tmp_path / "t.tsv", options=named)[0][0]
    assert (document.id, document.content, document.date) == ("t.tsv:1", "fourth", "2020-05-06")
    assert "--text-column" in split(tmp_path / "t.tsv")[1][0].reason


def test_parquet(tmp_path: Path) -> None:
    dates = pa.array([None, 18_000], pa.date32())
    pq.write_table(pa.table({"id": ["a", "b"], "text": ["one", "two"], "date": dates}), tmp_path / "t.parquet")
    (tmp_path / "bad.parquet").write_bytes(b"PAR1")
    documents, skips = split(tmp_path)
    assert [(d.id, d.content, d.date) for d in documents] == [("a", "one", None), ("b", "two", "2019-04-14")]
    assert [s.id for s in skips] == ["bad.parquet"]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>
<item><guid>g1</guid><title>A &amp; B</title><link>http://h.org/1</link>
<description>&lt;p&gt;Talks began.&lt;/p&gt;&lt;p&gt;They ended.&lt;/p&gt;</description>
<pubDate>Tue, 20 Feb 2024 10:00:00 GMT</pubDate></item><item><title>None</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><entry><id>tag:1</id><title>T</title>
<updated>2024-02-20T00:00:00Z</updated><content
type="html">&lt;p&gt;An envoy left.&lt;/p&gt;</content></entry></feed>"""


def test_feeds(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    (tmp_path / "b.atom").write_text(ATOM)
    documents, skips = split(tmp_path)
    assert [(d.id, d.title, d.content, d.source) for d in documents] == [
        ("g1", "A & B", "Talks began.\nThey ended.", "Harbour"),
        ("tag:1", "T", "An envoy left.", "Harbour"),
    ]
    assert [s.id for s in skips] == ["a.rss:2"]


def test_xml_with_entities_is_refused_unexpanded(tmp_path: Path) -> None:
    (tmp_path / "host").write_text("secret of the host")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    (tmp_path / "laughs.xml").write_text(f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss>&l29;</rss>')
    external = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{tmp_path}/host">]>'
    (tmp_path / "external.xml").write_text(external + RSS.partition("?>")[2].replace("A &amp; B", "&x;"))
    (tmp_path / "broken.rss").write_text(external + "<rss><item><title>&x;</title>")
    documents, skips = split(tmp_path)
    assert not documents
    assert sum("document type or entities" in s.reason for s in skips) == 3


def warc(*pages: tuple[str, bytes]) -> list[bytes]:
    records = []
    for url, response in pages:
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url[-1]}>\r\nWARC-Target-URI: {url}\r\n"
        head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(response)}\r\n\r\n"
        records.append(head.encode() + response + b"\r\n\r\n")
    return records


def page(body: bytes, headers: bytes = b"Content-Type: text/html", status: bytes = b"200 OK") -> bytes:
    return b"HTTP/1.1 " + status + b"\r\n" + headers + b"\r\n\r\n" + body


def test_warc(tmp_path: Path) -> None:
    packed = gzip.compress(b"<p>packed</p>")
    coded = b"Content-Type: text/html\r\nContent-Encoding: gzip"
    records = warc(
        ("http://h.org/1", page(b"<p>one</p>")),
        ("http://h.org/2", page(b"gone", status=b"404 Not Found")),
        ("http://h.org/3", page(b"\x89PNG", b"Content-Type: image/png")),
        ("http://h.org/4", page(packed, coded)),
        ("http://h.org/5", page(gzip.compress(b"\0" * (30 << 20)), coded)),
    )
    (tmp_path / "a.warc").write_bytes(b"".join(records))
    (tmp_path / "b.warc.gz").write_bytes(b"".join(gzip.compress(r) for r in records[:2]))
    (tmp_path / "c.warc.gz").write_bytes(b"".join(gzip.compress(r) for r in records[:2])[:-60])
    (tmp_path / "d.warc").write_bytes(b"no archive at all")
    documents, skips = split(tmp_path)
    assert [(d.id, d.content, d.url) for d in documents] == [
        ("a.warc:1", "<p>one</p>", "http://h.org/1"),
        ("a.warc:4", "<p>packed</p>", "http://h.org/4"),
        ("b.warc.gz:1", "<p>one</p>", "http://h.org/1"),
        ("c.warc.gz:1", "<p>one</p>", "http://h.org/1"),
    ]
    assert [s.path and Path(s.path).name for s in skips] == ["a.warc", "c.warc.gz", "d.warc"]


def test_no_reason_names_more_of_the_host_than_the_user_did(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a.pdf", "b.parquet", "c.jsonl", "d.warc", "e.xml"):
        (folder / name).write_text("nothing")
    monkeypatch.chdir(tmp_path)
    skips = split("in")[1]
    assert len(skips) == 5
    assert not any(str(tmp_path) in f"{s.id}{s.reason}{s.path}{s.remedy}" for s in skips)


@pytest.mark.parametrize("unit", ["<a>", "<item>", "<item><title>x</title>"])
def test_deep_xml_is_refused_in_seconds(unit: str, tmp_path: Path) -> None:
    (tmp_path / "deep.xml").write_text("<rss>" + unit * 100_000)
    start = time.monotonic()
    documents, skips = split(tmp_path)
    assert not documents and len(skips) == 1
    assert time.monotonic() - start < 5
