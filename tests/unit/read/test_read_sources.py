import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import SettingError
from onrecord.read import ReadOptions, read_bytes, read_sources
from onrecord.read.formats import SUFFIXES
from onrecord.records import Document, Failure, Received

PARA = "The ferry minister of Orland said on Tuesday that the talks with Westmark had ended without a deal."
MORE = (
    "Her Westmark counterpart, Jon Abel, told reporters that he would wait for a written offer before he spoke again."
)
URL = "https://x.example/2024/01/01/a"
TEXT = f"Talks end without a ferry deal\n\n{PARA}\n\n{MORE}\n"
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Talks end without a ferry deal | Orland Gazette</title>
<meta property="og:site_name" content="Orland Gazette"><meta name="author" content="By Ada Lindqvist">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "Talks end without a ferry deal",
"datePublished": "2024-09-11T23:05:00+02:00", "author": [{{"name": "Ada Lindqvist"}}]}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Talks end without a ferry deal</h1>
<p>{PARA}</p><p>{MORE}</p><p>{PARA}</p></article>
</body></html>"""


def document_of(raw: bytes, uri: str, **options: object) -> Document:
    (received,) = read_bytes(raw, uri, **options)  # type: ignore[arg-type]
    assert isinstance(received, Received), received
    return received.document


def failure_of(raw: bytes, uri: str) -> Failure:
    (failure,) = read_bytes(raw, uri)
    assert isinstance(failure, Failure)
    assert failure.reason
    assert failure.mend
    return failure


def test_text_is_unchanged_with_its_line_ends_and_mark() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    document = document_of(text.encode(), "a.txt")
    assert document.text == text
    assert document.zones[0].kind == "furniture"
    assert document.headline is not None
    assert text[document.headline.start : document.headline.end] == "Talks end without a ferry deal"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = f"{PARA} “Très bien,” she said at the café. {MORE} “Voilà,” said the naïve mayor.\n" * 3
    assert document_of(text.encode(encoding), "a.txt").text == text


def test_ids_follow_content_not_folder() -> None:
    first = document_of(TEXT.encode(), "x/a.txt")
    assert first.id == document_of(TEXT.encode(), "y/z/a.txt").id
    assert first.id != document_of(TEXT.encode(), "x/b.txt").id
    given = ReadOptions(given=None)
    assert first.id == document_of(TEXT.encode(), "a.txt", options=given).id


def test_page() -> None:
    document = document_of(PAGE.encode(), "a.html")
    assert (document.outlet, document.byline, document.language) == ("Orland Gazette", "Ada Lindqvist", "en")
    assert (document.published.edtf, document.published.basis) == ("2024-09-11", "metadata")
    assert document.headline is not None
    assert PARA in document.text


def test_pages_without_suffix_are_sniffed() -> None:
    assert document_of(PAGE.encode(), "saved").outlet == "Orland Gazette"
    line = json.dumps({"text": TEXT}).encode()
    assert document_of(line + b"\n", "saved").text == TEXT


@pytest.mark.parametrize(
    "fields",
    [
        {"uri": "u/1", "text": TEXT, "headline": "T", "published": "2024-09-11", "outlet": "Gazette"},
        {
            "url": "u/1",
            "maintext": TEXT,
            "title": "T",
            "date_publish": "2024-09-11 10:00:00",
            "source_domain": "Gazette",
        },
        {"url": "u/1", "story_text": TEXT, "title": "T", "publish_date": "2024-09-11", "media_name": "Gazette"},
    ],
)
def test_json_lines(fields: dict[str, str]) -> None:
    document = document_of(json.dumps(fields).encode(), "a.jsonl")
    assert (document.uri, document.text, document.outlet) == ("u/1", TEXT, "Gazette")
    assert (document.published.edtf, document.published.basis) == ("2024-09-11", "metadata")


def test_a_broken_line_has_its_number_and_the_rest_is_read() -> None:
    good = json.dumps({"text": TEXT})
    lines = "\n".join(
        [good, "{broken", '{"title": "no text"}', "[1]", '{"text": "a\\u0000b"}', "", good.replace("Talks", "Calls")]
    )
    found = list(read_bytes(lines.encode(), "a.jsonl"))
    assert [one.uri for one in found if isinstance(one, Failure)] == [
        "a.jsonl#2",
        "a.jsonl#3",
        "a.jsonl#4",
        "a.jsonl#5",
    ]
    assert len([one for one in found if isinstance(one, Received)]) == 2


@pytest.mark.parametrize(
    ("raw", "uri", "words"),
    [
        (b"", "a.txt", "empty"),
        (b" \n\t", "a.txt", "no text"),
        (b"%PDF-1.7 ...", "a.txt", "PDF"),
        (bytes(range(256)) * 20, "a.txt", ""),
        (b"Talks end\x00without a deal", "a.txt", "NUL"),
        (b"\xff\xfeT\x00a\x00l", "a.txt", "UTF-16"),
        (("Überfahrt für alle Gäste " * 20).encode() + b"\xff", "a.txt", "offset"),
        (b"x" * 6_000_000, "a.txt", "longer"),
        (b"<html><body></body></html>", "a.html", "No article"),
        (b"<div>" * 200_000, "a.html", ""),
        (b"<html", "a.html", ""),
        (b"[1, 2]", "a.json", ""),
    ],
)
def test_failures_say_what_and_how_to_mend(raw: bytes, uri: str, words: str) -> None:
    found = list(read_bytes(raw, uri))
    assert all(isinstance(one, Failure) and one.reason and one.mend for one in found)
    assert words in found[0].reason  # type: ignore[union-attr]


def test_nesting_does_not_break_the_reader() -> None:
    page = b"<html><body>" + b"<div>" * 5000 + f"<p>{PARA}</p>".encode() + b"</div>" * 5000
    list(read_bytes(page, "a.html"))
    list(read_bytes(b"[" * 100_000, "a.json"))
    list(read_bytes(b'{"text": ' * 50_000, "a.jsonl"))


def test_folders_globs_and_missing_paths(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "b/a.txt", ".secret.txt", ".hidden/c.txt", "image.png"):
        (tmp_path / name).write_text(TEXT)
    found = [one.document.uri for one in read_sources([tmp_path]) if isinstance(one, Received)]
    assert found == [f"{tmp_path.as_posix()}/b/a.txt", f"{tmp_path.as_posix()}/z.txt"]
    assert len(list(read_sources([f"{tmp_path}/*.txt", tmp_path / "z.txt"]))) == 1
    (tmp_path / "empty").mkdir()
    sources = [tmp_path / "none.txt", f"{tmp_path}/*.nothing", tmp_path / "empty", "a\x00b", "x" * 5000]
    failures = list(read_sources(sources))
    assert len(failures) == len(sources)
    assert all(isinstance(one, Failure) and one.mend for one in failures)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    (failure,) = read_sources([path])
    assert isinstance(failure, Failure)
    assert "permission" in failure.reason


def test_gzip_and_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps({"text": TEXT}).encode()))
    assert [one.document.text for one in read_sources([packed]) if isinstance(one, Received)] == [TEXT]
    packed.write_bytes(gzip.compress(TEXT.encode())[:40])
    assert [type(one) for one in read_sources([packed])] == [Failure]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    (received,) = read_sources(["-"])
    assert isinstance(received, Received)
    assert received.document.outlet == "Orland Gazette"


def test_given_date_is_for_documents_that_state_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(PAGE)
    found = [
        one.document.published for one in read_sources([tmp_path], given_date="2024-10-01") if isinstance(one, Received)
    ]
    assert [(one.edtf, one.basis) for one in found] == [("2024-10-01", "given"), ("2024-09-11", "metadata")]
    with pytest.raises(SettingError):
        read_sources([tmp_path], given_date="soon")


def test_outlet_only_where_it_is_stated() -> None:
    wire = f"Talks end without a deal\n\nPORT ELMA, March 3 (Coast Wire) - {PARA}\n\n{MORE}"
    assert document_of(wire.encode(), "a.txt").outlet == "Coast Wire"
    assert (
        document_of(f"{TEXT}\n© 2031 Orland Gazette. All rights reserved.".encode(), "a.txt").outlet == "Orland Gazette"
    )
    assert (
        document_of(f"{TEXT}\nMarket News and Data brought to you by Tidewater APIs".encode(), "a.txt").outlet is None
    )


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from([f"a{suffix}" for suffix in SUFFIXES] + ["a", "a.gz", URL]),
)
def test_no_bytes_raise(raw: bytes, uri: str) -> None:
    for one in read_bytes(raw, uri):
        assert isinstance(one, Received | Failure)
        if isinstance(one, Received):
            one.document.text.encode("utf-8")


def test_reading_twice_gives_the_same() -> None:
    assert list(read_bytes(PAGE.encode(), "a.html")) == list(read_bytes(PAGE.encode(), "a.html"))
