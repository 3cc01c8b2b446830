"""The day of a saying is not that of what was said; "the meeting" that somebody welcomes is still ahead."""

import pytest
from annotate_builders import read

from onrecord.annotations import EventMention
from onrecord.pipeline import build_tables

PLAN = "President Ilmar Toven will meet Prime Minister Dora Vance in Brenmouth on March 12. "


def days(text: str, event: EventMention) -> list[str]:
    times = read(text).times
    return [text[times[at].start : times[at].end] for at in event.times]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("President Ilmar Toven said on Monday he would meet Prime Minister Dana Vance on March 12.", ["March 12"]),
        ("President Ilmar Toven said on Monday he would meet Prime Minister Dana Vance.", []),
        ('President Ilmar Toven said: "On Monday we will meet Prime Minister Dana Vance."', ["Monday"]),
        ("President Ilmar Toven said that on Monday he would meet Prime Minister Dana Vance.", ["Monday"]),
    ],
)
def test_a_day_between_saying_and_inner_subject_is_that_of_the_saying(text: str, day: list[str]) -> None:
    (event,) = read(text).events
    assert days(text, event) == day


def test_the_day_of_a_saying_lies_behind() -> None:
    (time,) = read("President Ilmar Toven said on Monday he would meet Prime Minister Dana Vance.").times
    assert time.tense == "past"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ondria welcomed the meeting.",
        "Ondria has not confirmed the meeting.",
        "Toven announced the meeting on Monday.",
        "He said the meeting was important.",
        "The details of the meeting were not settled.",
        "The meeting was announced on Monday.",
        "The meeting comes a week after a call.",
    ],
)
def test_what_is_said_of_a_plan_makes_no_meeting_that_has_been(sentence: str) -> None:
    rows = [one for one in build_tables([read(PLAN + sentence)]).events if one.mode == "meeting"]
    assert [(one.status, one.when.edtf) for one in rows] == [("planned", "2031-03-12")]
    assert len(rows[0].evidence) == 2


@pytest.mark.parametrize(
    "sentence",
    ["The meeting lasted two hours.", "After the meeting Ondria left.", "He described the meeting as tense."],
)
def test_what_tells_how_it_was_tells_that_it_was(sentence: str) -> None:
    assert [one.status for one in read(PLAN.replace("will", "was to") + sentence).events] == ["planned", "happened"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks between Norway and Sweden were postponed on Monday.", []),
        ("Talks between Norway and Sweden were postponed to Monday.", ["Monday"]),
        ("A meeting between Norway and Sweden was agreed on Monday.", []),
        ("A meeting between Norway and Sweden was scheduled for Monday.", ["Monday"]),
        ("Norway agreed to talks with Sweden on Friday.", []),
        ("Norway will hold talks with Sweden on Friday.", ["Friday"]),
    ],
)
def test_the_day_on_which_a_contact_was_settled_is_not_its_own(text: str, day: list[str]) -> None:
    (event,) = read(text).events
    assert days(text, event) == day


def test_what_a_party_has_yet_to_confirm_is_the_planned_contact() -> None:
    text = "Ondria has yet to confirm that Prime Minister Dora Vance will meet President Ilmar Toven in Brenmouth."
    one = read(text)
    assert [(each.stance, each.event) for each in one.stances] == [("unconfirmed", 0)]
