"""Copies are linked to their original with the passages copied, never dropped."""

import itertools
from dataclasses import replace

from link_builders import Builder

from onrecord.link.copies import find_copies
from onrecord.link.prose import find_quoted
from onrecord.records import Document, Zone

WORDS = (
    "river",
    "bridge",
    "council",
    "harvest",
    "minister",
    "signal",
    "engine",
    "copper",
    "valley",
    "winter",
    "lantern",
    "harbour",
    "ballot",
    "quarry",
)


def text(seed: int, length: int = 200) -> str:
    return " ".join(WORDS[(i * i + seed * i + i // 7) % len(WORDS)] + str((i * seed) % 17) for i in range(length))


def document(id_: str, words: str, published: str | None = None, **more: object) -> Document:
    return replace(Builder(id_, words, published).build().document, **more)  # type: ignore[arg-type]


def collect(*documents: Document) -> dict[str, Document]:
    return {one.id: one for one in documents}


def originals(*documents: Document) -> dict[str, str]:
    return dict(find_copies(collect(*documents)).originals)


def test_a_cut_reprint_under_another_headline_is_a_copy_of_the_earlier() -> None:
    wire = text(3)
    original = document("z-wire", f"Council votes. {wire}", "2031-03-04")
    cut = document("a-reprint", f"A new bridge at last. {' '.join(wire.split()[:90])}", "2031-03-05")
    found = find_copies(collect(original, cut))
    assert found.originals == {"a-reprint": "z-wire"}
    assert (found.links[0].kind, found.links[0].same) == ("copy", True)
    assert "%" in found.links[0].reasons[0]


def test_the_spans_copied_are_exact_in_both_texts() -> None:
    wire = text(3)
    original = document("a", f"Own head here. {wire}", "2031-03-04")
    half, rest = wire[:600].rsplit(" ", 1)[0], wire[620:].split(" ", 1)[1]
    cut = document("b", f"{half} [advertisement] {rest}", "2031-03-05")
    at = cut.text.index("[adv")
    end = cut.text.index("]") + 1
    zones = (("body", 0, at), ("furniture", at, end), ("body", end, len(cut.text)))
    cut = replace(cut, zones=tuple(Zone(kind=kind, start=a, end=b) for kind, a, b in zones))  # type: ignore[arg-type]
    (link,) = find_copies(collect(original, cut)).links
    places = [
        (one.document, (original if one.document == "a" else cut).text[one.start : one.end]) for one in link.evidence
    ]
    assert places == [("b", half), ("a", half), ("b", rest), ("a", rest)]


def test_without_dates_the_longer_text_is_the_original() -> None:
    wire = text(3)
    assert originals(document("a", " ".join(wire.split()[:120])), document("b", wire)) == {"a": "b"}


def test_other_texts_and_short_ones_are_no_copies() -> None:
    assert originals(*(document(name, text(seed)) for name, seed in (("a", 3), ("b", 5)))) == {}
    assert originals(document("c", "Too short, said the mayor."), document("d", "Too short, said the editor.")) == {}


def test_an_alert_that_is_the_same_word_for_word_is_a_copy() -> None:
    alert = "Varnholt elects Ada Quill mayor of the city."
    assert originals(document("a", alert, "2031-03-04"), document("b", alert, "2031-03-05")) == {"b": "a"}


def test_copies_of_copies_point_to_one_original() -> None:
    wire = text(3)
    docs = [document(name, wire, f"2031-03-0{day}") for name, day in (("c", 4), ("a", 5), ("b", 6))]
    assert originals(*docs) == {"a": "c", "b": "c"}


def test_the_one_that_credits_the_other_is_the_copy_whatever_the_dates() -> None:
    wire = text(3)
    agency = document("b", wire, "2031-03-05", outlet="Varnholt Wire")
    reprint = document("a", f"VARNHOLT (Varnholt Wire) — {wire}", "2031-03-04", outlet="The Morning Post")
    assert originals(agency, reprint) == {"a": "b"}
    assert any("credits" in one for one in find_copies(collect(agency, reprint)).links[0].reasons)


def test_an_agency_is_credited_by_any_of_its_names() -> None:
    wire = text(3)
    agency = document("b", wire, "2031-03-05", outlet="AP")
    reprint = document("a", f"{wire}\nCopyright 2031 The Associated Press", "2031-03-04", outlet="The Morning Post")
    assert originals(agency, reprint) == {"a": "b"}


def test_credits_in_a_circle_leave_one_original() -> None:
    wire = text(3)
    outlets = ("Varnholt Wire", "Quarry Agency", "Harbour Service")
    docs = [
        document(name, f"({outlets[(i + 1) % 3]}) {wire}", f"2031-03-0{i + 4}", outlet=outlets[i])
        for i, name in enumerate("abc")
    ]
    assert originals(*docs) == {"b": "a", "c": "a"}


def test_pages_that_share_quoted_speech_alone_are_no_copies() -> None:
    speech = "\n".join(f'"{text(seed, 40)}," the minister said.' for seed in (3, 5, 7))
    docs = [document(name, f"{speech}\n{text(seed, 40)}", "2031-03-04") for name, seed in (("a", 11), ("b", 13))]
    found = find_copies(collect(*docs))
    assert (found.originals, found.links) == ({}, ())


def test_single_marks_and_embedded_posts_are_quotations() -> None:
    assert find_quoted("‘It’s the council’s bridge and it’s ours,’ she said.")[0][1] == 42
    assert find_quoted("'It is the council's bridge, and it is ours,' she said.") == ((0, 45),)
    assert find_quoted("The council's bridge isn't the minister's.") == ()
    post = "We won the bridge. — Ada Quill (@adaquill) March 4, 2031"
    assert find_quoted(post)[0][1] >= post.index("@")


def test_furniture_and_a_sites_notes_do_not_count() -> None:
    notice = " ".join(f"Please read our rule number {i} on comments before you write below." for i in range(12))
    docs = [
        document(f"d{i}", f"{text(seed, 60).replace('r', str(seed))}. {notice}")
        for i, seed in enumerate((3, 5, 7, 9, 11))
    ]
    assert find_copies(collect(*docs)).links == ()
    two = [document(name, f"{text(seed, 60)}\n{notice}") for name, seed in (("a", 3), ("b", 5))]
    cut = [
        replace(one, zones=(Zone(kind="body", start=0, end=at), Zone(kind="furniture", start=at, end=len(one.text))))
        for one, at in ((one, one.text.index("\n")) for one in two)
    ]
    assert find_copies(collect(*cut)).links == ()


def test_paragraphs_taken_over_are_linked_and_are_no_copy() -> None:
    wire = [f"Wire {seed} {text(seed, 50)}" for seed in (3, 5, 7, 9)]
    head, middle, end = (f"Own {seed} {text(seed, 80)} here{seed}" for seed in (15, 17, 19))
    original = document("a", "\n".join(wire), "2031-03-04")
    own = document("b", "\n".join((head, wire[1], middle, wire[2], end)), "2031-03-05")
    found = find_copies(collect(original, own))
    assert found.originals == {}
    (link,) = found.links
    assert (link.kind, link.a, link.b, link.same) == ("copy", "b", "a", False)
    assert [own.text[one.start : one.end] for one in link.evidence[::2]] == [wire[1], wire[2]]


def test_a_large_collection_finds_the_same_copies() -> None:
    wire = text(3)
    docs = [document("z-wire", wire, "2031-03-04"), document("a-copy", wire, "2031-03-05")]
    docs += [document(f"m{i:03}", f"{i} ".join(text(i % 7 + 4).split()), "2031-03-04") for i in range(150)]
    assert originals(*docs)["a-copy"] == "z-wire"


def test_many_reprints_point_to_one_original_without_holding_all_against_all() -> None:
    wire = text(3)
    docs = [document(f"r{i:03}", f"Own line {i}. {wire}", "2031-03-05") for i in range(80)]
    found = find_copies(collect(*docs, document("z", wire, "2031-03-04")))
    assert set(found.originals.values()) == {"z"}
    assert len(found.originals) == 80
    assert len(found.links) < 80 * 5


def test_the_order_of_adding_does_not_matter() -> None:
    wire = text(3)
    docs = [
        document("a", wire, "2031-03-04", outlet="The Morning Post"),
        document("b", f"{wire} More of it.", "2031-03-05", outlet="The Morning Post", byline="Ada Quill"),
        document("c", " ".join(wire.split()[:100]), outlet="The Evening Star", byline="Ada Quill"),
        document("d", f"{text(9)} {' '.join(wire.split()[:80])}", outlet="The Morning Post", byline="Ada Quill"),
    ]
    first = find_copies(collect(*docs))
    assert all(find_copies(collect(*order)) == first for order in itertools.permutations(docs))
