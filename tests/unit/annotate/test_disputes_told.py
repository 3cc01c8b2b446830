"""Disputes of whole texts: who answers whom, how long, by whose reckoning, which contact is denied."""

import pytest
from annotate_builders import read

from onrecord.pipeline import build_tables
from onrecord.records import Dispute


def disputes_of(text: str) -> tuple[Dispute, ...]:
    """The disputes of one article."""
    return build_tables([read(text)]).disputes


def touched(text: str, row: Dispute, words: str) -> bool:
    """Does the evidence of a dispute touch some words?"""
    start = text.index(words)
    return any(one.start < start + len(words) and start < one.end for one in row.evidence)


ACCUSED = (
    "Orvia will stop buying timber, Trade Minister Ada Moreau said on Tuesday, accusing Galveth of propping up its "
    'sawmills with cheap loans. "We have been patient for two years," Moreau told reporters. '
    "Galveth rejected the accusation."
)
CALL = (
    "President Piet Omber of Galveth and Prime Minister Ada Moreau of Orvia spoke by telephone on Sunday, two "
    "officials in the capital said. Moreau's office denies that the call took place."
)
LASTED = (
    "President Piet Omber of Galveth telephoned Prime Minister Ada Moreau of Orvia on Sunday. According to the Galveth "
    "government the conversation lasted a little over 20 minutes. The Orvia government speaks of 45 minutes."
)
UNNAMED_DAY = (
    "Prime Minister Ada Moreau of Orvia, the Galveth government says, had promised to publish the report by March 15. "
    "Moreau's office says no date was ever given."
)
BOYCOTT = (
    "That is a boycott, and boycotts are unlawful, says the port company Tarn Docks. The union's lawyer, Jonas Vick, "
    "denies that there is any boycott."
)
RECKONED = (
    "The decision affects shipments worth 640 million dollars a year by Orvia's reckoning. Galveth puts the figure at "
    "590 million."
)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (ACCUSED, "propping up its sawmills", "rejected the accusation"),
        (CALL, "spoke by telephone on Sunday", "denies that the call took place"),
        (LASTED, "lasted a little over 20 minutes", "speaks of 45 minutes"),
        (UNNAMED_DAY, "promised to publish the report by March 15", "no date was ever given"),
        (BOYCOTT, "is a boycott", "denies that there is any boycott"),
        (RECKONED, "640 million dollars", "the figure at 590 million"),
    ],
)
def test_two_accounts_are_one_dispute(text: str, first: str, second: str) -> None:
    rows = [row for row in disputes_of(text) if touched(text, row, first) and touched(text, row, second)]
    assert len(rows) == 1


def test_an_accusation_and_not_the_words_before_is_rejected() -> None:
    assert not any(touched(ACCUSED, row, "patient for two years") for row in disputes_of(ACCUSED))


@pytest.mark.parametrize(
    "text",
    [
        LASTED.replace("45 minutes", "about 21 minutes"),
        LASTED.replace("a little over 20", "more than 20"),
        CALL.replace("the call took place", "the visit took place"),
        RECKONED.replace("590 million", "640 million"),
    ],
)
def test_what_can_both_be_so_or_is_of_something_else_is_none(text: str) -> None:
    assert disputes_of(text) == ()
