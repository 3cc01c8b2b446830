"""Who is held to a plan, and what only looks like one, with the tagger beside the rules; all texts are ours."""

import pytest
from short_texts import read


def tell(text: str) -> list[str | None]:
    """Who is held to each commitment of a text."""
    one = read(text)
    return [None if row.actor is None else one.actors[row.actor].name for row in one.commitments]


@pytest.mark.parametrize(
    "text",
    [
        "The captain made the decision to return to Osk.",
        "Rumors swirled on Friday that Jon Brand was planning a tribute to Low.",
        "“I expect it will come down in late 2032,” said Ada Low, a scientist.",
        "Public companies are required to account for changes to the law during the quarter in which it is enacted.",
        "President Ada Low signed the bill with the promise that lower taxes would boost business profits.",
        "“The company isn’t going to completely avoid lawsuits,” said Ada Low, a cybersecurity lawyer.",
        "The campaign of the guild will include films for families.",
        "If Congress passes the harbour deal, the ferries will stop, Ada Low said.",
        "The mayor, Jon Brand, is expected by some to announce that he will not seek a second term.",
        "Jon Brand will (or won't) sign the bill on Friday.",
    ],
)
def test_what_binds_nobody(text: str) -> None:
    assert tell(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to the Osk Morning Post, a container filled with seeds will be sent to the moon in 2032.", None),
        ("Volta Airlines will train its crews, said Ada Low, its chief executive.", "Ada Low"),
        ("“Our team at the gate will be reaching out to them,” airline spokesman Jon Reed said.", None),
        ("“He will appear before the panel on Friday,” said a lawyer, Nils Reed.", None),
        ("“My client will appear before the panel on Friday,” said Nils Reed, the lawyer of Jon Brand.", None),
        ("“We will appear before the panel on Friday,” said Nils Reed, the lawyer of Jon Brand.", "Nils Reed"),
        ("Nils Reed said he will appear before the panel on Friday.", "Nils Reed"),
        ("The Osk Zoo said: “We will close the house on Friday.”", "Osk Zoo"),
        ("Director Ada Low said: “I will make the decision public on Friday.”", "Ada Low"),
        ("“We expect to open the yard in late 2032,” said Ada Low, its director.", "Ada Low"),
    ],
)
def test_whose_plan_it_is(text: str, who: str | None) -> None:
    assert tell(text) == [who]


def test_who_intends_to_run_is_told_of_beside_the_day_of_the_vote() -> None:
    text = "Ada Low said last week that she intended to run in the next elections, which are to be held by late 2032."
    assert tell(text) == ["Ada Low", None]
