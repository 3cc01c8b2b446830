"""Meetings that somebody calls: planned where a day is ahead, else told as held. All texts are ours."""

import pytest
from short_texts import build_record

DAY = "2031-06-11"
"""A Wednesday."""


def meetings(text: str) -> list[tuple[str, str, str | None]]:
    tables = build_record((DAY, text))
    return [(one.mode or "", one.status, one.when.edtf) for one in tables.events if one.mode]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The U.N. Security Council called an emergency meeting for later Sunday after the launch.",
            [("meeting", "planned", "2031-06-15")],
        ),
        (
            "Prime Minister Ole Brand called an emergency meeting of the National Security Council on Tuesday.",
            [("meeting", "happened", "2031-06-10")],
        ),
        (
            "Ole Brand called for an emergency meeting of the United Nations Security Council.",
            [("meeting", "proposed", None)],
        ),
    ],
)
def test_called_and_called_for(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert meetings(text) == expected


def test_who_calls_a_meeting_a_farce_plans_none() -> None:
    assert "planned" not in {status for _, status, _ in meetings("Ole Brand called the meeting with Ana Low a farce.")}
