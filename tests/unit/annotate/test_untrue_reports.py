"""Denials by what is said of a report. All texts are ours."""

import pytest
from annotate_builders import stances

CLAIM = "Marn has been selling grain to Orvik, the Elma Post reported. "


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            CLAIM + "“The situation you mention does not exist,” Dora Vance said.",
            "Marn has been selling grain to Orvik",
        ),
        (CLAIM + "The report does not accord with the facts, Dora Vance said.", "Marn has been selling grain to Orvik"),
        (CLAIM + "“That is a lie,” Dora Vance said.", "Marn has been selling grain to Orvik"),
        (CLAIM + "“It is not true,” Dora Vance said.", "Marn has been selling grain to Orvik"),
        (CLAIM + "Dora Vance said there was no truth in the report.", "Marn has been selling grain to Orvik"),
        ("Reports of grain sales were untrue, Dora Vance said.", "grain sales"),
        ("Dora Vance insists that there was no breach of the treaty.", "breach"),
    ],
)
def test_what_is_called_untrue_is_denied(text: str, label: str) -> None:
    assert ("Dora Vance", "denies", label) in stances(text), stances(text)


@pytest.mark.parametrize(
    "text",
    [
        CLAIM + "“The house is fake,” Dora Vance said.",
        CLAIM + "“If it is not true, they must say so,” Dora Vance said.",
        CLAIM + "Dora Vance asked whether it was untrue.",
        "“It is not true,” Dora Vance said.",
        CLAIM + "“It is true,” Dora Vance said.",
    ],
)
def test_other_words_deny_nothing(text: str) -> None:
    assert "denies" not in {stance for _, stance, _ in stances(text)}, stances(text)


@pytest.mark.parametrize(
    ("text", "party", "label"),
    [
        (
            "Ilmar Toven said that the guild had agreed to share the pier. Dora Vance denied it.",
            "Dora Vance",
            "the guild had agreed to share the pier",
        ),
        ("Prosecutors say that Dora Vance took gifts. She denies that.", "Dora Vance", "Dora Vance took gifts"),
    ],
)
def test_what_is_denied_by_a_pronoun_was_said_before(text: str, party: str, label: str) -> None:
    assert (party, "denies", label) in stances(text), stances(text)


def test_a_denial_of_nothing_told_is_no_position() -> None:
    assert stances("Dora Vance arrived on Monday. She denied it.") == set()


@pytest.mark.parametrize("reply", ["The cabinet sat for hours. Orvik refused.", "Orvik said no."])
def test_a_bare_reply_is_to_the_demand_before(reply: str) -> None:
    found = stances("Norway demands that Sweden open its books. " + reply.replace("Orvik", "Sweden"))
    assert ("Sweden", "rejects", "Sweden open its books") in found, found
