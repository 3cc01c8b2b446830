"""An updated version supersedes the older one, which stays."""

from dataclasses import replace

from link_builders import Builder
from test_copies_found import collect, document, text

from onrecord.link.copies import find_copies
from onrecord.link.pipeline import link
from onrecord.records import Published, Span, Zone

PAGE = "https://www.post.example/news/bridge"


def test_two_readings_of_one_address_are_versions() -> None:
    old = document("a", text(3), address=PAGE, modified="2031-03-04T10:00:00+00:00")
    new = document("b", f"{text(5)} {text(3, 120)}", address=f"{PAGE}/", modified="2031-03-04T09:00:00-03:00")
    found = find_copies(collect(old, new))
    assert (found.newest, found.originals) == ({"a": "b"}, {})
    (row,) = found.links
    assert (row.kind, row.a, row.b, row.same) == ("version", "a", "b", True)
    assert row.evidence
    assert any("same address" in reason for reason in row.reasons)


def test_the_address_may_be_the_uri_and_a_front_page_is_no_article() -> None:
    one, two = (document(name, text(3) + more, uri=PAGE) for name, more in (("a", ""), ("b", " Added later.")))
    assert find_copies(collect(one, two)).newest == {"a": "b"}
    front = [replace(each, uri="https://www.post.example/") for each in (one, two)]
    assert find_copies(collect(*front)).newest == {}


def test_another_text_at_one_address_is_no_version() -> None:
    docs = [document(name, text(seed), address=PAGE) for name, seed in (("a", 3), ("b", 5))]
    assert find_copies(collect(*docs)).newest == {}


def test_an_outlets_story_with_the_same_byline_is_a_version_and_the_longer_wins_without_times() -> None:
    old = document("b", text(3, 150), outlet="The Morning Post", byline="Ada Quill")
    new = document("a", text(3), outlet="Morning Post", byline="Ada Quill")
    assert find_copies(collect(old, new)).newest == {"b": "a"}
    assert find_copies(collect(old, replace(new, byline="Bo Tarn"))).newest == {}


def test_the_headline_tells_too_and_an_updated_stamp_outweighs_length() -> None:
    words = f"Bridge falls\n{text(3)}"
    old = document("a", words + " And what was taken out.", outlet="The Morning Post", headline=Span(start=0, end=12))
    stamped = f"{words}\nUpdated at noon"
    zones = (
        Zone(kind="headline", start=0, end=12),
        Zone(kind="body", start=13, end=len(words)),
        Zone(kind="furniture", start=len(words) + 1, end=len(stamped)),
    )
    new = document("b", stamped, outlet="The Morning Post", headline=Span(start=0, end=12), zones=zones)
    assert find_copies(collect(old, new)).newest == {"a": "b"}


def test_an_inferred_date_does_not_tell_which_is_newer() -> None:
    guess = Published(edtf="2031-03-09", earliest="2031-03-09", latest="2031-03-09", basis="inferred")
    short = replace(document("a", text(3, 150), address=PAGE), published=guess)
    long = document("b", text(3), "2031-03-04", address=PAGE)
    assert find_copies(collect(short, long)).newest == {"a": "b"}


def test_reprints_of_one_agency_are_copies_and_no_versions() -> None:
    docs = [document(name, f"{text(3)} {name}", f"2031-03-0{day}", outlet="AP") for name, day in (("a", 4), ("b", 5))]
    headed = [replace(one, headline=Span(start=0, end=10)) for one in docs]
    found = find_copies(collect(*headed))
    assert (found.newest, found.originals) == ({}, {"b": "a"})


def test_a_copy_of_an_older_version_points_to_the_newest() -> None:
    old = document("a", text(3), "2031-03-04", outlet="The Morning Post", byline="Ada Quill")
    new = document("b", f"{text(3)} {text(5, 60)}", "2031-03-05", outlet="The Morning Post", byline="Ada Quill")
    copy = document("c", text(3, 150), "2031-03-06", outlet="The Evening Star")
    found = find_copies(collect(old, new, copy))
    assert found.newest == {"a": "b"}
    assert found.originals == {"c": "b"}


def test_the_record_keeps_the_older_and_says_what_supersedes_it() -> None:
    built = [Builder(name, words).build() for name, words in (("a", text(3)), ("b", f"{text(3)} More."))]
    linked = link([replace(one, document=replace(one.document, address=PAGE)) for one in built])
    assert linked.documents["a"].superseded_by == "b"
    assert linked.documents["a"].text == text(3)
    assert linked.documents["b"].superseded_by is None


def test_a_reporters_next_story_that_keeps_half_of_the_last_is_no_version() -> None:
    kept = text(3, 120)
    docs = [
        document(name, f"{text(seed, 80).replace('r', name)} {kept}", outlet="The Morning Post", byline="Ada Quill")
        for name, seed in (("a", 5), ("b", 7))
    ]
    assert find_copies(collect(*docs)).newest == {}
