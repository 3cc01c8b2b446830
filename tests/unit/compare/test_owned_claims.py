"""A claim whose owner is named by who does not accept it; all texts are ours."""

import pytest
from short_texts import build_record


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Minister Ora Lind of Estria rejected Borland's claim that its pilots had crossed the border.", "denial"),
        ("Borland's premier, Jak Sool, denied Estria's accusation that Borland was arming the rebels.", "denial"),
        ("At least 45 people were killed, almost twice the 23 reported by the government, the Red Lamp said.", "value"),
        (
            "At least 118 people have died in Pella, doctors in three hospitals told the Monitor, almost double the 63 "
            "acknowledged by the province.",
            "value",
        ),
        ("The bridge has cost 110 million, not the 86 million claimed by the mayor, the city auditor said.", "value"),
    ],
)
def test_a_claim_and_its_owner_are_two_accounts(text: str, kind: str) -> None:
    assert [one.kind for one in build_record(("2031-03-05", text)).disputes] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The court rejected Mr Hask's claim that the contract was void.",
        "The minister dismissed Estria's claim that Borland should pay for the dam.",
        "The Red Lamp said 45 people were killed, not the 40 first reported by police.",
        "The ministry said 45 people had died, up from the 30 reported by the ministry on Monday.",
        "Sales rose by 3 percent, compared with the 2 percent expected by analysts, the company Vanto said.",
    ],
)
def test_a_ruling_a_wish_and_an_older_figure_are_none(text: str) -> None:
    assert build_record(("2031-03-05", text)).disputes == ()
