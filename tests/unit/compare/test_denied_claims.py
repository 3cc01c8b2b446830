"""A denial of wrongdoing, or of a deed, against the claim that stands elsewhere in the text."""

import pytest
from short_texts import build_record

DAY = "2031-05-16"
FILLER = "The sale took three weeks. Two banks paid for it, and a third one lent the rest of the money. " * 2


def denials(text: str) -> list[tuple[str, str]]:
    """(what is claimed, what is denied) of every denial in the record of one text."""
    tables = build_record((DAY, text))
    spans = [[text[each.start : each.end] for each in one.evidence] for one in tables.disputes if one.kind == "denial"]
    return [(one[0], one[1]) for one in spans]


@pytest.mark.parametrize(
    ("text", "claimed", "denied"),
    [
        (
            f"Deputy Bo Lind said that Mayor Ann Lowe's office broke the law when it sold the ferry. {FILLER}"
            "Mayor Ann Lowe said that no laws were broken.",
            "broke the law",
            "no laws were broken",
        ),
        (
            "“Tamim threw stones at them and threatened them,” the Norwegian army said. Qadar Fares, the chairman of "
            "the Prisoners Club, said the charges were false.",
            "threw stones",
            "the charges were false",
        ),
        (
            "Many have said that the palace offered Ann Lowe the post of harbour master. Bo Lind, the palace counsel, "
            "said that was never the case.",
            "offered Ann Lowe",
            "that was never the case",
        ),
        (
            "The palace disputed Republican claims that the talks might be illegal.",
            "the talks might be illegal",
            "The palace disputed",
        ),
        (
            "Mayor Ann Lowe rejected claims that she had betrayed the voters.",
            "she had betrayed the voters",
            "Ann Lowe rejected claims",
        ),
    ],
)
def test_claim_and_its_denial_are_a_dispute(text: str, claimed: str, denied: str) -> None:
    assert any(claimed in one and denied in other for one, other in denials(text)), denials(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Deputy Bo Lind said that the shipyard broke the law. {FILLER} Mayor Ann Lowe said that no laws were broken.",
        f"Deputy Bo Lind said Ann Lowe was late. {FILLER} Mayor Ann Lowe said that no laws were broken.",
        "Mayor Ann Lowe denied any suggestion that she was tired.",
        "Norwegian officials dismissed claims that Norway intends to attack Sweden.",
        f"Bo Lind's aides put in place a network to hide money. {FILLER} Ann Lowe denied that she had hidden money.",
    ],
)
def test_denial_of_what_is_claimed_of_others_answers_nobody(text: str) -> None:
    assert denials(text) == []
