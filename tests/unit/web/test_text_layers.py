"""A text cut by its layers: nothing is lost, nothing is told twice, a long line is cut quickly."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Document, Span, Zone
from onrecord.web.layers import LAYERS, Layered, lay_text


def build_document(text: str) -> Document:
    return Document(id="d", uri="d", sha256="", text=text, zones=(Zone(kind="body", start=0, end=len(text)),))


TEXT = "one two three\nfour five six\n\nseven"
stretches = st.builds(
    lambda start, length, layer, link: Layered(start=start, end=start + length, layer=layer, link=link),
    st.integers(0, len(TEXT) - 1),
    st.integers(1, 20),
    st.sampled_from(sorted(LAYERS)),
    st.sampled_from(["", "/a", "/b"]),
)


@given(st.lists(stretches, max_size=8), st.integers(0, len(TEXT)), st.integers(0, 10))
def test_each_piece_is_in_the_layers_that_cover_it(layered, start, length):
    at = Span(start=start, end=start + length) if length else None
    blocks = lay_text(build_document(TEXT), sorted(set(layered)), at)
    assert ["".join(piece.text for piece in block.pieces) for block in blocks] == [
        "one two three",
        "four five six",
        "seven",
    ]
    place = 0
    for block in blocks:
        for piece in block.pieces:
            place = TEXT.index(piece.text, place)
            inside = {one.layer for one in layered if one.start <= place and place + len(piece.text) <= one.end}
            assert set(piece.layers) == inside
            assert piece.here == bool(at and at.start <= place and place + len(piece.text) <= at.end)
            place += len(piece.text)
    assert sum(piece.first for block in blocks for piece in block.pieces) <= 1


def test_a_long_line_with_many_stretches_is_cut():
    text = "word " * 100_000
    layered = [Layered(start=n * 10, end=n * 10 + 25, layer="actors", link="/a") for n in range(40_000)]
    pieces = lay_text(build_document(text), layered)[0].pieces
    assert "".join(piece.text for piece in pieces) == text.strip()
