"""Copies are linked to their original, never dropped."""

from link_builders import Builder

from onrecord.annotations import Annotated
from onrecord.link.copies import find_copies
from onrecord.records import Document

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


def collect(*built: Annotated) -> dict[str, Document]:
    return {one.document.id: one.document for one in built}


def test_a_cut_reprint_under_another_headline_is_a_copy_of_the_earlier() -> None:
    wire = text(3)
    original = Builder("z-wire", f"Council votes. {wire}", "2031-03-04").build()
    cut = Builder("a-reprint", f"A new bridge at last. {' '.join(wire.split()[:90])}", "2031-03-05").build()
    copies, links = find_copies(collect(original, cut))
    assert copies == {"a-reprint": "z-wire"}
    assert links[0].kind == "copy"
    assert "%" in links[0].reasons[0]


def test_without_dates_the_longer_text_is_the_original() -> None:
    wire = text(3)
    one, two = Builder("a", " ".join(wire.split()[:120])).build(), Builder("b", wire).build()
    assert find_copies(collect(one, two))[0] == {"a": "b"}


def test_other_texts_and_short_ones_are_no_copies() -> None:
    docs = collect(*(Builder(name, text(seed)).build() for name, seed in (("a", 3), ("b", 5))))
    assert find_copies(docs) == ({}, ())
    assert find_copies(collect(Builder("c", "Too short.").build(), Builder("d", "Too short.").build())) == ({}, ())


def test_copies_of_copies_point_to_one_original() -> None:
    wire = text(3)
    docs = [Builder(name, wire, f"2031-03-0{day}").build() for name, day in (("c", 4), ("a", 5), ("b", 6))]
    assert find_copies(collect(*docs))[0] == {"a": "c", "b": "c"}


def test_sketches_find_the_same_copies_in_a_large_collection() -> None:
    wire = text(3)
    docs = [Builder("z-wire", wire, "2031-03-04").build(), Builder("a-copy", wire, "2031-03-05").build()]
    docs += [Builder(f"m{i:03}", f"{i} ".join(text(i % 7 + 4).split()), "2031-03-04").build() for i in range(150)]
    copies, _ = find_copies(collect(*docs))
    assert copies["a-copy"] == "z-wire"
