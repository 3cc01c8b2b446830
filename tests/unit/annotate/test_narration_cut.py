"""What the narrator adds to a quotation is not said. All texts are ours."""

import pytest
from annotate_builders import read


def contents(text: str) -> list[str]:
    one = read(text)
    return [text[row.content[0].start : row.content[-1].end] for row in one.statements]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“You came back to us?” she said, but Ilmar Toven was asleep by then.", "“You came back to us?”"),
        ("“That makes me smart,” Dora Vance said when Toven blamed her for paying no tax.", "“That makes me smart,”"),
    ],
)
def test_a_quotation_ends_where_the_narrator_goes_on(text: str, content: str) -> None:
    assert content in contents(text), contents(text)


def test_a_scrap_is_cut_only_before_what_the_narrator_misses() -> None:
    touted = "Dora Vance touted “progress” but no terms to end the strike on Monday."
    assert not any("terms" in one for one in contents(touted)), contents(touted)
