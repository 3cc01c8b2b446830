"""What is cited reads as a whole: quotation marks in pairs, no blanks at the ends."""

import pytest

from onrecord.annotate.evidence import balance_quotes
from onrecord.records import Span


def cut(text: str, words: str) -> str:
    """The words as they are cited."""
    start = text.index(words)
    span = balance_quotes(text, Span(start=start, end=start + len(words)))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "words", "cited"),
    [
        ("She “agreed to meet me in Tarn” on Monday.", "She “agreed to meet", "She “agreed to meet me in Tarn”"),
        ('She "agreed to meet me" on Monday.', '"agreed', '"agreed to meet me"'),
        ("He said “it is over. We go home.”", "“it is", "it is"),
        ("He called it “a toy”, she said.", "it “a toy”,", "it “a toy”"),
        ("He called it “a toy” twice.", "toy”", "toy"),
        ("No marks here at all.", "marks here ", "marks here"),
    ],
)
def test_quotation_marks_are_cited_in_pairs(text: str, words: str, cited: str) -> None:
    assert cut(text, words) == cited
