"""A deed that is told as another one, done before, is no telling of today's; all texts are ours."""

import pytest
from short_texts import build_record

SENTENCED = "A court sentenced former President Dov Marsh to three years in prison on Saturday."


@pytest.mark.parametrize(
    ("more", "events"),
    [
        ("Marsh had already been sentenced to 45 years in two other trials.", 2),
        ("When the talks opened, Marsh had already been sentenced by the court.", 1),
    ],
    ids=["another", "the same"],
)
def test_what_had_been_done_in_other_cases_is_another_deed(more: str, events: int) -> None:
    assert len(build_record(("2031-03-05", f"{SENTENCED} {more}")).events) == events
