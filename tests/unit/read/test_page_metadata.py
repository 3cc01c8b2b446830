"""What a page states of itself, and which of its dates is that of publication."""

import json
from datetime import date

import pytest
from input_builders import build_page

from onrecord.read import ReadOptions, read_bytes
from onrecord.records import Document, Received


def read_head(head: str, uri: str = "a.html", body: str = "", **options: object) -> Document:
    page = build_page(head=head, body=body).encode()
    (received,) = read_bytes(page, uri, options=ReadOptions(**options))  # type: ignore[arg-type]
    assert isinstance(received, Received), received
    return received.document


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_published_and_modified_are_kept_apart() -> None:
    document = read_head(
        meta("article:published_time", "2024-09-11T13:05:00+02:00")
        + meta("article:modified_time", "2024-09-14T08:00:00Z")
        + meta("article:section", "The Strait")
        + '<link rel="canonical" href="https://gazette.example/strait/talks-end#top">'
    )
    assert (document.published.edtf, document.modified) == ("2024-09-11", "2024-09-14T08:00:00+00:00")
    assert (document.address, document.section) == ("https://gazette.example/strait/talks-end", "The Strait")


def test_a_time_of_change_alone_is_only_a_bound() -> None:
    published = read_head(meta("og:updated_time", "2024-09-14")).published
    assert (published.edtf, published.earliest, published.latest) == ("../2024-09-14", None, "2024-09-14")


def test_a_date_given_by_the_user_beats_a_bound() -> None:
    from onrecord.records import Published

    given = Published(edtf="2024-09-02", earliest="2024-09-02", latest="2024-09-02", basis="given")
    assert read_head(meta("og:updated_time", "2024-09-14"), given=given).published.edtf == "2024-09-02"


@pytest.mark.parametrize(
    ("head", "edtf"),
    [
        (meta("article:published_time", "2031-01-01") + meta("date", "2024-09-10"), "2024-09-10"),  # after the fetch
        (meta("article:published_time", "1970-01-01T00:00:00Z"), None),  # a template's zero
        (meta("article:published_time", "0001-01-01T00:00:00"), None),
        (meta("date", "2024-09-12"), "../2024-09-12"),  # a bare date of the day of the fetch may be any page's
        (meta("date", "2024-09-01"), "2024-09-01"),
        (meta("article:published_time", "2024-09-12"), "2024-09-12"),
        # The date of publication is rewritten with each change; the other one is older.
        (
            ld({"@type": "NewsArticle", "datePublished": "2024-09-11", "dateModified": "2024-09-11"})
            + meta("article:published_time", "2024-09-03"),
            "2024-09-03",
        ),
        # Nothing tells which of the two is wrong.
        (
            ld({"@type": "NewsArticle", "datePublished": "2024-09-10"}) + meta("article:published_time", "2024-09-03"),
            "2024-09-03/2024-09-10",
        ),
        (meta("article:published_time", "2024-09-09") + meta("og:updated_time", "2024-08-01"), "2024-08-01/2024-09-09"),
        (meta("article:published_time", "2024-09-10T23:59:00-07:00") + meta("date", "2024-09-11"), "2024-09-10"),
    ],
)
def test_dates_are_checked(head: str, edtf: str | None) -> None:
    assert read_head(head, fetched=date(2024, 9, 12)).published.edtf == edtf


def test_the_address_must_agree_with_the_date() -> None:
    head = meta("article:published_time", "2024-09-10")
    assert read_head(head, uri="https://gazette.example/2024/09/09/talks").published.edtf == "2024-09-10"
    assert read_head(head, uri="https://gazette.example/2024/09/03/talks").published.edtf == "2024-09-03/2024-09-10"
    assert read_head("", uri="https://gazette.example/2024/09/03/talks").published.edtf == "2024-09-03"


def test_times_in_the_text_that_tell_of_changes_are_not_taken() -> None:
    body = "<p class='stamp'>Updated <time datetime='2024-09-14'>14 September</time></p>" + build_page()
    assert read_head("", body=body).published.edtf == "../2024-09-14"
    body = (
        "<p>Published <time datetime='2024-09-11'>11 September</time> Updated <time datetime='2024-09-14'></time></p>"
    )
    document = read_head("", body=body + build_page())
    assert (document.published.edtf, document.modified) == ("2024-09-11", "2024-09-14")


def test_the_page_s_own_article_is_found_among_others() -> None:
    graph = {
        "@graph": [
            {"@type": "WebPage", "@id": "https://gazette.example/a", "datePublished": "2019-01-01"},
            {"@type": "NewsArticle", "headline": "Another", "datePublished": "2020-02-02", "url": "https://gazette.example/b"},
            {
                "@type": "NewsArticle", "headline": "Talks end", "datePublished": "2024-09-11",
                "url": "https://gazette.example/a", "author": {"@id": "#ada"}, "publisher": {"@id": "#gazette"},
                "articleSection": ["The Strait", "World"],
            },
            {"@type": "Person", "@id": "#ada", "name": "Ada Lee"},
            {"@type": "Organization", "@id": "#gazette", "name": "Orland Gazette"},
        ]
    }  # fmt: skip
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2021-01-01"}]}
    document = read_head(ld(listed) + ld(graph), uri="https://gazette.example/a")
    assert (document.published.edtf, document.byline, document.outlet) == ("2024-09-11", "Ada Lee", "Orland Gazette")
    assert document.section == "The Strait, World"


def test_a_canonical_address_of_the_whole_site_is_none() -> None:
    head = '<link rel="canonical" href="https://gazette.example/">'
    assert read_head(head, uri="https://gazette.example/a").address == "https://gazette.example/a"
    assert read_head('<link rel="canonical" href="/b">', uri="https://gazette.example/a").address is not None
    assert read_head('<link rel="canonical" href="javascript:x">').address is None
    assert read_head('<link rel="canonical" href="http://[broken">').address is None


def test_broken_metadata_do_no_harm() -> None:
    head = ld({"@type": "NewsArticle", "headline": ["x"], "datePublished": {"y": 1}, "author": [[[{}]]]})
    head += '<script type="application/ld+json">{"@graph": [</script>' + "[" * 3000
    assert read_head(head).published.basis == "unknown"


def test_what_is_printed_decides_between_two_minds() -> None:
    head = ld({"@type": "NewsArticle", "datePublished": "2024-09-20", "dateModified": "2024-09-20"})
    body = "<p>By Ada Lee, September 11, 2024</p>" + build_page()
    document = read_head(head, body=body)
    assert document.published.edtf in ("2024-09-11", "2024-09-20")
