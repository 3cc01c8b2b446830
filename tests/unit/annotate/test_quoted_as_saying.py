"""Who is quoted by another: the words are his, the outlet carries them."""

import pytest
from annotate_builders import read


@pytest.mark.parametrize(
    ("text", "source", "carrier", "content"),
    [
        (
            "State media quoted Minister Dora Vance as saying the dam was safe.",
            "Minister Dora Vance",
            "State media",
            "the dam was safe",
        ),
        (
            "Bo Lind was quoted by the Tagblatt as saying that the dam was safe.",
            "Bo Lind",
            "the Tagblatt",
            "that the dam was safe",
        ),
        ("“It holds,” the Tagblatt quoted Bo Lind as saying.", "Bo Lind", "the Tagblatt", "“It holds,”"),
    ],
)
def test_one_quoted_is_the_source(text: str, source: str, carrier: str, content: str) -> None:
    row = read(text).statements[0]
    assert (row.source.text, [one.text for one in row.via]) == (source, [carrier])
    assert [text[span.start : span.end] for span in row.content] == [content]
