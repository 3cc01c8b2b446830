"""Reports that stay unconfirmed: an outlet that could not check them, a party that will not speak of them."""

import pytest
from short_texts import build_record


def kinds(text: str) -> list[str]:
    """The kinds of the disputes of one short text."""
    return [row.kind for row in build_record(("2031-03-05", text)).disputes]


@pytest.mark.parametrize(
    "text",
    [
        "Norlandian ships carried oil to Marnia, two security officials said. "
        "The Tarsk Herald was unable to independently confirm the reports.",
        "Two aides said the minister had taken bribes. The minister declined to comment on the allegations.",
    ],
)
def test_a_report_that_nobody_confirms_is_unconfirmed(text):
    assert kinds(text) == ["unconfirmed"]


def test_a_comment_on_another_matter_leaves_no_report_unconfirmed():
    assert kinds("Two aides said the minister had taken bribes. The minister declined to comment on the budget.") == []
