"""Disputes from text to record: accusations, contradictions, "nothing of the kind", denials in other words."""

import pytest
from short_texts import build_record

DAY = "2031-03-05"


def disputes(*texts: str) -> list[tuple[str, tuple[str, ...]]]:
    """(kind, evidence) of the disputes of a record of some short texts."""
    tables = build_record(*((DAY, text) for text in texts))
    held = {one.id: one.text for one in tables.documents}
    return [
        (row.kind, tuple(held[one.document][one.start : one.end] for one in row.evidence)) for row in tables.disputes
    ]


@pytest.mark.parametrize(
    ("texts", "kind", "yes", "no"),
    [
        (
            ("Prosecutors charged Dora Vance with accepting a boat. “I took no boat,” Dora Vance told the court.",),
            "denial", "accepting a boat", "took no boat",
        ),
        (
            ("Ilmar Toven said the king had called the hall a ruin. “She said nothing of the kind,” Dora Vance said.",),
            "denial", "called the hall a ruin", "nothing of the kind",
        ),
        (
            ("Ilmar Toven said that the guild offered a loan in May. Dora Vance says that there was no loan.",),
            "denial", "offered a loan", "there was no loan",
        ),
        (
            (
                "Dora Vance testified that she had seen the boat in Lorn. "
                "She was contradicted by Ilmar Toven, who was at home that day.",
            ),
            "denial", "had seen the boat", "contradicted by Ilmar Toven",
        ),
        (
            ("Ilmar Toven said the guild had agreed to share the pier. Dora Vance has not confirmed it.",),
            "unconfirmed", "agreed to share the pier", "has not confirmed it",
        ),
        (
            (
                "President Ilmar Toven said on Monday that Prime Minister Dora Vance had invited him to Tarn.",
                "Dora Vance did not invite Ilmar Toven, her spokeswoman Lea Dorn said on Monday.",
            ),
            "denial", "had invited him", "did not invite",
        ),
    ],
)  # fmt: skip
def test_dispute(texts: tuple[str, ...], kind: str, yes: str, no: str) -> None:
    found = disputes(*texts)
    assert any(
        row == kind and any(yes in words for words in evidence) and any(no in words for words in evidence)
        for row, evidence in found
    ), found


def test_he_denies_it_answers_the_nearest_claim_in_his_own_words() -> None:
    text = (
        "“I missed the cake,” said Ilmar Toven. Dora Vance said that the guild paid for his roof. "
        "He denied it. “I paid for it, tile by tile,” Ilmar Toven said."
    )
    words = ("the guild paid for his roof", "He denied it", "“I paid for it, tile by tile,”")
    assert disputes(text) == [("denial", words)]


@pytest.mark.parametrize(
    "text",
    [
        # nobody is answered: the accused is another
        "Prosecutors charged Ilmar Toven with accepting a boat. “I took no holiday,” Dora Vance told the court.",
        # a habit of denying answers no single claim
        "Ilmar Toven said that the roof leaks. The Corrin company has always denied the allegation.",
        # a report of something else is denied
        "Ilmar Toven said ten men were hurt. Police denied rumours of a second fire.",
        # what others reported is denied, not what was said just before
        "Ilmar Toven said the mine was closed. Dora Vance disputed the news media reports.",
        # an order denies nothing
        "Dora Vance said the roof was designed for the snow. “Don't design a roof for snow,” Ilmar Toven said.",
        # there was none of another thing
        "Ilmar Toven said the guild offered a loan. Dora Vance says that there was no rain.",
    ],
)
def test_no_dispute(text: str) -> None:
    assert disputes(text) == []


def test_a_forecast_that_failed_denies_nothing():
    texts = (
        "The Lorn rowers won the harbour race on Tuesday, the guild said.",
        "Dora Vance said in March that the Lorn rowers would never win the harbour race.",
    )
    assert disputes(*texts) == []
