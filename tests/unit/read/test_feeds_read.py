"""RSS and Atom: whole articles are read, teasers name the page to add."""

import json

import pytest
from input_builders import LONG, PARA, build_feed, build_item

from onrecord.read import read_bytes
from onrecord.records import Document, Failure, Received

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Orland Gazette</title>
<entry><title type="html">Talks &lt;b&gt;end&lt;/b&gt;</title><link href="https://gazette.example/1"/><id>urn:1</id>
<updated>2024-09-12T01:00:00Z</updated>PUBLISHED<author><name>Ada Lee</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry></feed>"""


def documents(raw: bytes, uri: str = "feed.xml") -> list[Document]:
    return [one.document for one in read_bytes(raw, uri) if isinstance(one, Received)]


def failures(raw: bytes, uri: str = "feed.xml") -> list[Failure]:
    found = [one for one in read_bytes(raw, uri) if isinstance(one, Failure)]
    assert all(one.reason and one.mend for one in found)
    return found


def test_an_entry_with_its_whole_text_is_an_article() -> None:
    extra = "<pubDate>Wed, 11 Sep 2024 23:05:00 +0200</pubDate><dc:creator>By Ada Lee</dc:creator>"
    extra += "<category>Strait</category>"
    (document,) = documents(build_feed(build_item(extra=extra)))
    assert document.text.startswith(f"Talks end without a ferry deal\n\n{PARA}\n\n")
    assert document.headline is not None
    assert document.headline.end == len("Talks end without a ferry deal")
    assert (document.uri, document.address) == ("https://gazette.example/1", "https://gazette.example/1")
    assert (document.outlet, document.byline, document.section) == ("Orland Gazette", "Ada Lee", "Strait")
    assert (document.published.edtf, document.published.basis) == ("2024-09-11", "metadata")


def test_the_source_of_an_entry_is_its_outlet() -> None:
    extra = '<source url="https://wire.example/rss">Coast Wire</source>'
    item = build_item(extra=extra).replace("without a ferry deal<", "without a ferry deal - Coast Wire<")
    (document,) = documents(build_feed(item, title="All the news"))
    assert document.outlet == "Coast Wire"


@pytest.mark.parametrize(
    "content",
    [
        "<p>The talks have ended.</p>",
        f"{LONG}<p>The crews wait for …</p>",
        f'{LONG}<a href="/1">Continue reading</a>',
        "",
    ],
)
def test_a_teaser_names_the_page_to_add(content: str) -> None:
    (failure,) = failures(build_feed(build_item(content=content)))
    assert failure.uri == "https://gazette.example/1"
    assert "Entry 1 of feed.xml" in failure.reason
    assert "teaser" in failure.reason
    assert failure.mend == "Give the entry's URL: onrecord add https://gazette.example/1"


def test_a_teaser_does_not_stop_the_others() -> None:
    raw = build_feed(
        build_item(1) + build_item(2, content="<p>Short.</p>") + build_item(3, content=LONG + "<p>More.</p>")
    )
    assert [one.uri[-1] for one in documents(raw)] == ["1", "3"]
    assert [one.uri[-1] for one in failures(raw)] == ["2"]


@pytest.mark.parametrize(
    ("published", "edtf", "modified"),
    [
        ("<published>2024-09-11T20:00:00-05:00</published>", "2024-09-11", "2024-09-12T01:00:00+00:00"),
        ("", "../2024-09-12", "2024-09-12T01:00:00+00:00"),
    ],
)
def test_atom_tells_published_from_updated(published: str, edtf: str, modified: str) -> None:
    (document,) = documents(ATOM.replace("PUBLISHED", published).encode())
    assert (document.published.edtf, document.modified) == (edtf, modified)
    assert document.byline == "Ada Lee"


@pytest.mark.parametrize(
    "extra", ["<dc:date>2024-09-11T10:00:00Z</dc:date>", "<pubDate>Wed, 11 Sep 24 10:00 GMT</pubDate>"]
)
def test_dates_of_older_feeds(extra: str) -> None:
    (document,) = documents(build_feed(build_item(extra=extra)))
    assert document.published.edtf == "2024-09-11"


def test_what_is_kept_reads_as_the_same_text() -> None:
    (received,) = read_bytes(build_feed(build_item()), "feed.xml")
    assert isinstance(received, Received)
    assert json.loads(received.raw)["text"] == received.document.text
    (again,) = read_bytes(received.raw, "a.json", media=received.media)
    assert isinstance(again, Received)
    assert again.document.text == received.document.text


def test_scripts_and_hidden_words_are_no_text() -> None:
    bad = (
        f"{LONG}<script>alert(1)</script><style>p {{}}</style><p style='display:none'>Preview</p><img src=x onerror=y>"
    )
    (document,) = documents(build_feed(build_item(content=bad)))
    assert "alert" not in document.text
    assert "Preview" not in document.text


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 12))
    + ']><rss version="2.0"><channel><title>&a11;</title></channel></rss>'
).encode()
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
    b"<title>&x;</title><item><title>&x;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (LAUGHS, "entities"),
        (LAUGHS.decode().encode("utf-16"), "entities"),
        (OUTSIDE, "entities"),
        (b"", "empty"),
        (build_feed(""), "no entry"),
        (b"<?xml version='1.0'?><urlset><url><loc>https://gazette.example/</loc></url></urlset>", "no RSS or Atom"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><title>Cut", "before its first entry is closed"),
        (b"<?xml" + b"<a>" * 200_000, ""),
        (b"<?xml version='1.0'?><rss><channel>" + b"<a>" * 500 + b"</a>" * 500 + b"</channel></rss>", "nested"),
        (b"<?xml version='1.0'?><rss>" + b"<" * 500_000, "closed"),
        (b"<?xml version='1.0'?><rss><channel>" + b"<!--" * 200_000, "closed"),
        (b"<?xml version='1.0'?><rss><channel>" + b"<a x='" * 200_000, "closed"),
        (b"\x00\x01\x02" * 500, ""),
    ],
)
def test_bad_feeds(raw: bytes, words: str) -> None:
    assert documents(raw) == []
    found = failures(raw)
    assert found
    assert words in found[0].reason


def test_a_cut_feed_gives_what_it_holds() -> None:
    raw = build_feed(build_item(1) + build_item(2))
    raw = raw[: raw.index(b"gazette.example/2")]
    assert len(documents(raw)) == 1
    (failure,) = failures(raw)
    assert "broken after entry 1" in failure.reason


def test_common_faults_of_feeds_are_mended() -> None:
    item = build_item(extra="<category>Ports & piers</category>").replace(
        "without a ferry", "&ndash; A&P &amp; a\x0b ferry"
    )
    raw = build_feed(item, title="Orland &nbsp;Gazette & Post")
    (document,) = documents(raw)
    assert document.outlet == "Orland Gazette & Post"
    assert document.section == "Ports & piers"
    # Words of a CDATA section are left alone.
    (document,) = documents(build_feed(build_item(content=LONG + "<p>Crews &amp; pilots &lt;left&gt;</p>")))
    assert document.text.endswith("Crews & pilots <left>")


def test_encodings_of_feeds() -> None:
    raw = build_feed(build_item(content=LONG + "<p>Ångström’s café</p>")).decode()
    for encoding in ("windows-1252", "utf-16"):
        (document,) = documents(raw.replace('encoding="utf-8"', f'encoding="{encoding}"').encode(encoding))
        assert document.text.endswith("Ångström’s café")


def test_feeds_are_known_by_their_looks() -> None:
    assert len(documents(build_feed(build_item()), "saved")) == 1
    assert len(documents(build_feed(build_item()), "https://gazette.example/feed?x=1")) == 1
