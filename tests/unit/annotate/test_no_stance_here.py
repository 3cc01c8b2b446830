"""Words that only look like a stance, and what "it" stands for in a vote; all texts are ours."""

import pytest
from annotate_builders import stances


@pytest.mark.parametrize(
    "text",
    [
        "The gas alarms at Borov had been dead since July, two miners told the paper.",
        "The vaccine that the ministry had asked for has not arrived.",
    ],
)
def test_a_state_of_things_is_no_stance(text: str) -> None:
    assert stances(text) == set()


def test_a_dead_plan_is_still_turned_down() -> None:
    assert {stance for _, stance, _ in stances("The plan is dead, minister Ora Lind said.")} == {"opposes"}


def test_it_is_the_budget_and_no_plural() -> None:
    text = (
        "Minister Carla Wend presented a budget to parliament that raises the pension age and cuts fuel subsidies. "
        "The Labour Party will vote against it."
    )
    (found,) = stances(text)
    assert found[1] == "opposes"
    assert found[2] == "budget"
