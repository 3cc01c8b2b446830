"""WARC and WACZ: pages streamed, everything else passed over, nothing hostile gets through."""

import gzip
import io
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from input_builders import PARA, build_page, build_record, build_zip, pack

from onrecord.read import ReadOptions, read_bytes, read_sources
from onrecord.records import Failure, Received

PAGE = build_page().encode()
META = '<meta property="article:published_time" content="2024-09-11">'


def url(number: int) -> str:
    return f"https://gazette.example/{number}"


def read(raw: bytes, uri: str = "a.warc.gz", **options: object) -> tuple[list[Received], list[Failure]]:
    found = list(read_bytes(raw, uri, options=ReadOptions(**options)))  # type: ignore[arg-type]
    failures = [one for one in found if isinstance(one, Failure)]
    assert all(one.reason and one.mend for one in failures)
    return [one for one in found if isinstance(one, Received)], failures


PAGES = [build_record(url(n), build_page(f"Story {n}", META).encode()) for n in range(3)]


@pytest.mark.parametrize("raw", [pack(PAGES), b"".join(PAGES), gzip.compress(b"".join(PAGES))])
def test_pages_have_address_date_and_raw_html(raw: bytes) -> None:
    received, failures = read(raw)
    assert failures == []
    assert [one.document.uri for one in received] == [url(0), url(1), url(2)]
    assert {one.document.published.edtf for one in received} == {"2024-09-11"}
    assert received[0].media == "text/html"
    assert received[0].raw.startswith(b"<!doctype html>")


def test_only_html_answered_with_200_is_read() -> None:
    others = [
        build_record(url(4), b"", status="301 Moved"),
        build_record(url(5), PAGE, status="404 Not Found"),
        build_record(url(6), b"\x89PNG", kind="image/png"),
        build_record(url(7), PAGE, record_type="revisit"),
        build_record(url(8), b"", record_type="request"),
        build_record(url(9), PAGE, kind=""),
    ]
    received, failures = read(pack([*others, PAGES[0]]))
    assert (len(received), failures) == (1, [])
    received, failures = read(pack(others))
    assert received == []
    assert "no HTML page" in failures[0].reason


def test_bodies_are_unpacked() -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(PAGE[n : n + 100]), PAGE[n : n + 100]) for n in range(0, len(PAGE), 100))
    bare = zlib.compressobj(wbits=-15)
    records = [
        build_record(url(1), gzip.compress(PAGE), headers=["Content-Encoding: gzip"]),
        build_record(url(2), chunks + b"0\r\n\r\n", headers=["Transfer-Encoding: chunked"]),
        build_record(url(3), zlib.compress(PAGE), headers=["Content-Encoding: deflate"]),
        build_record(url(4), bare.compress(PAGE) + bare.flush(), headers=["Content-Encoding: deflate"]),
        # Crawlers store the body unpacked and leave the headers as they were.
        build_record(url(5), PAGE, headers=["Content-Encoding: br", "Transfer-Encoding: chunked"]),
    ]
    received, failures = read(pack(records))
    assert failures == []
    assert {one.raw for one in received} == {PAGE}


def test_brotli() -> None:
    brotli = pytest.importorskip("brotli")
    received, _ = read(pack([build_record(url(1), brotli.compress(PAGE), headers=["Content-Encoding: br"])]))
    assert received[0].raw == PAGE
    bomb = build_record(url(2), brotli.compress(b"a" * 30_000_000), headers=["Content-Encoding: br"])
    received, failures = read(pack([bomb, PAGES[0]]))
    assert "longer" in failures[0].reason
    assert len(received) == 1


def test_the_encoding_of_the_answer_counts() -> None:
    page = build_page(body=f"<p>{PARA} Ångström’s café</p>" * 3).replace("<meta charset='utf-8'>", "").encode("cp1252")
    received, _ = read(pack([build_record(url(1), page, kind="text/html; charset=windows-1252")]))
    assert "Ångström’s café" in received[0].document.text


def test_dates_after_the_crawl_are_not_believed() -> None:
    page = build_page(head='<meta property="article:published_time" content="2031-01-01">').encode()
    received, _ = read(pack([build_record(url(1), page)]))
    assert received[0].document.published.basis == "unknown"


def test_a_cut_archive_gives_what_it_holds() -> None:
    for raw in (pack(PAGES)[:-40], b"".join(PAGES)[:-300], b"".join(PAGES[:2]) + b"WARC/1.0\r\nrubbish\x00" * 90):
        received, failures = read(raw)
        assert len(received) == 2
        assert len(failures) == 1


def test_a_page_that_the_crawler_cut_is_refused() -> None:
    received, failures = read(pack([build_record(url(1), PAGE, warc=["WARC-Truncated: length"]), PAGES[0]]))
    assert len(received) == 1
    assert failures[0].uri == url(1)
    assert "cut the page off (length)" in failures[0].reason


def test_bombs_in_bodies_cost_no_more_than_an_article() -> None:
    records = [
        build_record(url(1), gzip.compress(b"a" * 200_000_000, 1), headers=["Content-Encoding: gzip"]),
        build_record(url(2), b"a" * 30_000_000),
        build_record(url(3), b"rubbish", headers=["Content-Encoding: deflate"]),
        build_record(url(4), b"rubbish", headers=["Content-Encoding: zstd"]),
    ]
    received, failures = read(b"".join([*records, PAGES[0]]))
    assert [one.uri for one in failures] == [url(1), url(2), url(3), url(4)]
    assert len(received) == 1


def test_a_packed_bomb_is_refused() -> None:
    bomb = gzip.compress(b"\x00" * 80_000_000, 1)
    _, failures = read(gzip.compress(b"".join(PAGES) + b"\r\n" * 40_000_000, 1))
    assert failures
    assert "200 times" in failures[-1].reason
    (failure,) = read_bytes(bomb, "a.jsonl.gz")
    assert isinstance(failure, Failure)
    assert failure.mend


@pytest.mark.parametrize(
    "raw",
    [
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n",
        b"WARC/1.0\r\nContent-Length: -5\r\nWARC-Type: response\r\n\r\n",
        b"WARC/1.0\r\nX: " + b"a" * 3_000_000,
        b"WARC/1.0\r\n" + b"\xff\x00" * 1000,
        build_record(url(1), b"").replace(b"200 OK", b"999999999999999999999 OK"),
        build_record(url(1), b"").replace(b"2024-09-12T08:00:00Z", b"yesterday"),
    ],
)
def test_broken_archives(raw: bytes) -> None:
    received, failures = read(raw, "a.warc")
    assert received == []
    assert failures


def test_wacz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {
        "datapackage.json": b"{}",
        "archive/b.warc": PAGES[2],
        "archive/data.warc.gz": pack(PAGES[:2]),
        "../../archive/evil.warc.gz": pack(PAGES),
        "archive/../../evil.warc": PAGES[0],
        "/archive/evil.warc": PAGES[0],
        "archive\\..\\evil.warc": PAGES[0],
        "indexes/index.cdx.gz": b"x",
    }
    raw = build_zip(names)
    path = tmp_path / "deep" / "crawl.wacz"
    path.parent.mkdir()
    path.write_bytes(raw)
    for found in (list(read_bytes(raw, "a.wacz")), list(read_sources([path]))):
        assert sorted(one.document.uri for one in found if isinstance(one, Received)) == [url(0), url(1), url(2)]
    assert [one.name for one in tmp_path.rglob("*")] == ["deep", "crawl.wacz"]

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(raw)))
    assert len(list(read_sources(["-"]))) == 3


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (build_zip({"word/document.xml": b"<x/>"}), "no WACZ"),
        (build_zip({"archive/a.warc": b"\x00" * 200_000_000}, compression=zipfile.ZIP_DEFLATED), "200 times"),
        (build_zip({"archive/a.warc": PAGES[0]})[:-30], "broken"),
        (build_zip({"archive/a.warc": PAGES[0]}).replace(PAGES[0][-200:-150], b"x" * 50), "broken"),
        (b"PK\x03\x04", "broken"),
        (build_zip({"archive/a.warc.gz": b""}), "no HTML page"),
    ],
)
def test_bad_zips(raw: bytes, words: str) -> None:
    _, failures = read(raw, "a.wacz")
    assert failures
    assert words in " ".join(one.reason for one in failures)


def test_a_locked_zip_is_refused() -> None:
    raw = bytearray(build_zip({"archive/a.warc": PAGES[0]}))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    _, failures = read(bytes(raw), "a.wacz")
    assert "locked" in failures[0].reason


def test_streams_are_known_by_their_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    def through_stdin(raw: bytes) -> Iterator[Received | Failure]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        return read_sources(["-"])

    for raw in (pack(PAGES), b"".join(PAGES)):
        assert len([one for one in through_stdin(raw) if isinstance(one, Received)]) == 3
    line = b'{"text": "%s"}\n' % (PARA.encode() * 200)
    assert len(list(through_stdin(gzip.compress(line * 4)))) == 4
    assert len(list(through_stdin(line * 80))) == 80  # more than is looked at
    assert [type(one) for one in through_stdin(b"")] == [Failure]


def test_a_line_of_100_mb_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = b'{"text": "%s"}\n' % PARA.encode()
    with path.open("wb") as file:
        file.write(good + b'{"text": "')
        for _ in range(100):
            file.write(b"a" * 1_000_000)
        file.write(b'"}\n' + good.replace(b"ferry", b"port"))
    found = list(read_sources([path]))
    assert [type(one) for one in found] == [Received, Failure, Received]
