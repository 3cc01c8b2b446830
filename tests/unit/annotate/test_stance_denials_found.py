"""Denials, reactions to decisions, terms and refusals as stances; the parser is loaded once."""

import pytest
from annotate_builders import stances


@pytest.mark.parametrize(
    ("text", "party", "stance", "word"),
    [
        ("Dora Vance denied taking gifts from builders.", "Dora Vance", "denies", "taking gifts"),
        ("Ilmar Toven has always denied the allegations.", "Ilmar Toven", "denies", "allegations against Ilmar Toven"),
        ("Ilmar Toven pleaded not guilty on Monday to selling permits.", "Ilmar Toven", "denies", "selling permits"),
        ("The allegation was rejected by Dora Vance.", "Dora Vance", "denies", "allegation"),
        (
            "Ilmar Toven said Dora Vance had offered a loan. “No loan was offered,” Dora Vance said.",
            "Dora Vance", "denies", "loan",
        ),
        (
            "Prosecutors accused Dora Vance of taking gifts. “I took no gifts,” Dora Vance said.",
            "Dora Vance", "denies", "gifts",
        ),
        (
            "Ilmar Toven said the mayor had called the bridge a ruin. “She said nothing of the kind,” Dora Vance said.",
            "Dora Vance", "denies", "mayor had called the bridge a ruin",
        ),
        ("Dora Vance criticised the postponement.", "Dora Vance", "opposes", "postponement"),
        ("Dora Vance called the verdict “a slap for widows”.", "Dora Vance", "opposes", "verdict"),
        ("The court gave its ruling on Monday. Dora Vance welcomed it.", "Dora Vance", "supports", "ruling"),
        ("The apology was rejected by Dora Vance.", "Dora Vance", "rejects", "apology"),
        ("Dora Vance asked for eighteen months.", "Dora Vance", "proposes", "eighteen months"),
        ("Dora Vance demanded that Mr Toven resign.", "Dora Vance", "proposes", "resign"),
        ("Dora Vance said she was willing to pay the fine.", "Dora Vance", "agrees", "pay the fine"),
        ("Dora Vance is unwilling to pay the fine.", "Dora Vance", "rejects", "pay the fine"),
        (
            "Ilmar Toven offered on Monday to drop the lawsuit. “We sent it back,” Dora Vance said.",
            "Dora Vance", "rejects", "drop the lawsuit",
        ),
        (
            "Ilmar Toven said the guild had agreed to share the pier. Dora Vance has not confirmed it.",
            "Dora Vance", "unconfirmed", "share the pier",
        ),
    ],
)  # fmt: skip
def test_stance(text: str, party: str, stance: str, word: str) -> None:
    found = stances(text)
    assert any(row[:2] == (party, stance) and word in row[2] for row in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Dora Vance denied Ilmar Toven entry to the hall.",
        "Dora Vance said there was no time.",
        "“I had no choice,” Dora Vance said.",
        "Ilmar Toven said it had rained. “We lost no boats,” Dora Vance said.",
        "Dora Vance may deny taking gifts.",
        "Dora Vance did not deny taking gifts.",
        "Dora Vance called the street “a joy for parents”.",
        "Dora Vance criticised her brother.",
        "Prosecutors charged Dora Vance with accepting 300 florins from a builder.",
    ],
)
def test_no_stance(text: str) -> None:
    assert not stances(text)


def test_the_company_of_a_person_is_not_the_person() -> None:
    found = stances("Ilmar Toven lives abroad. His company has repeatedly denied paying anybody.")
    assert all(party != "Ilmar Toven" for party, stance, _ in found if stance == "denies")


def test_an_offer_is_answered_by_who_was_offered_it() -> None:
    text = (
        "The Lorn League offered 9 per cent over two years. The guild wants 14 per cent. "
        "Dora Vance rejected the offer for the second time in a week."
    )
    assert any(row[:2] == ("Dora Vance", "rejects") and "9 per cent" in row[2] for row in stances(text))


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("President Ada Low rejected claims that her aides had leaked the file.", "aides had leaked the file"),
        ("President Ada Low rejected the claims.", "claims denied by Ada Low"),
    ],
)
def test_what_is_denied_is_what_the_claims_say(text: str, matter: str) -> None:
    assert stances(text) == {("Ada Low", "denies", matter)}
