"""Rows that a reader would call false: an accusation of another, a condition, "our" compound. All texts are ours."""

import sys
from pathlib import Path

import pytest
from short_texts import build_record

sys.path.insert(0, str(Path(__file__).parents[1] / "annotate"))

from annotate_builders import read, stances

ALLEGED = (
    "{accused} is alleged to have hidden his shares in a company. How have the accused responded? "
    "Dora Vance has dismissed the allegations as “a series of fibs” on Monday."
)


@pytest.mark.parametrize(("accused", "disputes"), [("Ilmar Toven", 0), ("Dora Vance", 1)])
def test_who_denies_answers_no_accusation_of_somebody_else(accused: str, disputes: int) -> None:
    assert len(build_record(("2031-03-05", ALLEGED.format(accused=accused))).disputes) == disputes


def test_what_goes_on_with_a_condition_is_no_position() -> None:
    text = "Norsk Grain will pay a fee if the two companies agree but the deal is blocked by regulators."
    assert "rejects" not in {stance for _, stance, _ in stances(text)}
    assert {row.status for row in read(text).events} <= {"proposed", "planned"}


def test_our_compound_is_not_the_speakers() -> None:
    one = read("“Armed militants assaulted our compound on Monday,” Secretary of State Ada Moreau said.")
    parties = {one.actors[part.actor].name for row in one.events for part in row.participants}
    assert "Ada Moreau" not in parties
