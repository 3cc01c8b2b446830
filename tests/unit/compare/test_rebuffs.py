"""A claim or a criticism, and how its target turns it away, wherever in the text; all texts are ours."""

import pytest
from short_texts import build_record

DAY = "2031-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "Opposition leader Orla Brandt accused the Karsovian government of hiding the true cost of the bridge. "
        "She spoke at a rally on Monday. A government spokesman rejected the accusation as cheap.",
        "Senator Doyle Marsh accused Governor Ana Pelt of selling licences to friends, a charge she repeatedly denied.",
        "Prosecutors say that Veltra Motors hid the faulty brakes for years, an allegation the company denies.",
        "The union claims that managers at Veltra Motors threatened strikers with dismissal, which the company denies.",
        "Two nurses sued Marlow Hospital in March, alleging that it had ignored their complaints of abuse. "
        "The hospital has denied any wrongdoing.",
        "A former aide, Jon Harker, says that Governor Pelt told him to destroy the letters. Pelt called the claim "
        '"totally false."',
        "Senator Marsh said the bill would ruin small farms. Governor Pelt disagreed.",
        '"He is a liar," Senator Marsh said of Governor Pelt. Pelt fired back: "He has never told the truth."',
        "Human rights groups have accused Tarvia of torturing prisoners. Tarvia insists that all detainees are treated "
        "according to the law.",
        "Critics say that the law will silence the press. The government says such fears are unfounded.",
        "The bureau denied any improper role in the raids. But in May, historian Ida Klamm disclosed papers that show "
        "its officers drew up the lists.",
        "Prosecutors accused Veltra Motors of arming the rebels. Nine people died in May. "
        "Veltra Motors has strongly denied any role in the raids.",
        "The Courier reported that Senator Marsh had paid a spy to follow Governor Pelt. "
        "Marsh has denied that that was the case.",
    ],
)
def test_a_claim_and_its_rebuff_are_a_denial(text: str) -> None:
    assert [one.kind for one in build_record((DAY, text)).disputes] == ["denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Pelt denied a request by reporters for her diary. Marsh said that the weather was good.",
        "Tarvia accused Karsovia of spying. Karsovia fired back with rockets, and two soldiers died.",
        "Marsh said the storm was the worst in years. Pelt declined to comment on the claim by insurers.",
        "Marsh accused Pelt of waste. Pelt's spokesman said the governor was travelling and could not be reached.",
        "The jury rejected Selan's claim of self-defence. His lawyer said that they would appeal.",
        "Senator Doyle Marsh accused Ana Pelt of selling licences. Tarvia denied any role in the raid on Karst.",
        "Marsh accused the insurer of delay. Pelt denied the insurance claims of three farmers.",
        "Selan was charged with fraud in 2011. He dismissed his lawyer on Tuesday. The trial opens in June.",
    ],
)
def test_what_turns_no_claim_away_is_none(text: str) -> None:
    assert build_record((DAY, text)).disputes == ()


def test_the_claim_stands_in_the_reply() -> None:
    text = (
        "Speaker Jan Boll dismissed strategist Dov Axel's comment on Sunday that his party is ruled by fear. "
        '"That is outrageous talk," Boll said.'
    )
    record = build_record((DAY, text))
    (found,) = record.disputes
    words = [text[one.start : one.end] for one in found.evidence]
    assert any(one.startswith("his party is ruled by fear") for one in words)


def test_papers_are_set_against_a_claim() -> None:
    text = (
        "Rolf Tarn said that he had never met the banker. But documents seen by the Courier show that the two dined in "
        "Karst in May."
    )
    (found,) = build_record((DAY, text)).disputes
    assert found.kind == "denial"


def test_accusations_of_something_stand_in_the_reply() -> None:
    text = (
        "Mayor Jo Pelt called the storm an attack on the town. Senator Ana Marsh pushed back against accusations of "
        "waste against her father, saying he had saved millions."
    )
    rows = build_record((DAY, text)).disputes
    assert all("storm" not in side.value for row in rows for side in row.sides)
