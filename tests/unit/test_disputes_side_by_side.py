"""Disputes that one text sets side by side: counts answered by bare numbers, charges, promises, days."""

import pytest
from short_texts import build_record


def kinds(text: str) -> list[str]:
    """The kinds of the disputes of one short text."""
    return [one.kind for one in build_record(("2031-05-07", text)).disputes]


@pytest.mark.parametrize(
    "text",
    [
        "The guild says 62 divers are being held in Lorn, including nine women. Castrel has admitted holding 40.",
        "Police put the number of strikers at 900. The organisers, a union called Open Quay, spoke of 3,000.",
        "Seven sailors were released by each side, said Piet Omber. Ilmar Toven, the Castrel spokesman, said his "
        "country had freed nine.",
        "The health ministry said 85 villagers had died in the flood. The relief group Low Water counted 140.",
        "By the count of the Foreign Ministry, 19 Castrel soldiers are still in Toven prisons. Dora Vance, the Toven "
        'spokeswoman, said there were four, "all of them deserters".',
    ],
)
def test_a_bare_number_answers_what_was_just_counted(text: str) -> None:
    assert kinds(text) == ["value"]


@pytest.mark.parametrize(
    "text",
    [
        "Police said 60 strikers had been held. The suspect is 45, the mayor said.",
        "The company says it employs 500 people. The union says 60 were dismissed.",
        "The governor said 80 soldiers had arrived. The mayor said 20 were ill.",
        "The union said 300 workers had joined. The police said they had arrested 30.",
        "The ministry said 41 sailors were being held in June. In July the ministry said there were 38.",
        "The prosecutor said 14 people had been charged. The court said it would free three.",
    ],
)
def test_a_number_of_other_people_answers_nothing(text: str) -> None:
    assert kinds(text) == []


def test_the_same_two_sides_on_figures_that_moved_a_little_are_one_dispute() -> None:
    first = "Castrel says 62 of its divers are being held in Ondria. Ondria puts the number at 40."
    later = "Castrel says 64 of its divers are being held in Ondria. Ondria puts the number at 41."
    found = build_record(("2031-05-07", first), ("2031-06-09", later)).disputes
    assert [one.kind for one in found] == ["value"]
    assert {one.document for one in found[0].evidence} == {"doc-0", "doc-1"}


@pytest.mark.parametrize(
    "text",
    [
        "Hanne Ruud and Piet Omber were arrested in Lorn in May and charged with treason. They deny the charges.",
        "Prosecutors in Lorn charged Dora Vance with fraud on Monday. Vance denies all charges.",
        "Castrel accused the guards of having beaten the prisoner for days. The Lorn Justice Ministry denied it.",
        "The Castrel ministry says that the prisoner has been kept in a cell without a window. Lorn’s prison service "
        "dismissed the allegation as fiction.",
        "Ada Moreau says that a guard of the fair pulled her off the stage. The Lorn fair denied it happened.",
        "According to a Castrel official, Ilmar Toven promised Dora Vance that the bridge would not be closed. A Toven "
        "official said no such promise had been made.",
        "Dora Vance said she had been given an assurance by Ilmar Toven that the ferry would sail. Mr Toven denied "
        "that any such promise had been made.",
        "Ilmar Toven said that Castrel had promised to return the maps of the mine. A member of the Castrel delegation "
        "insisted that the maps had not been discussed for one minute.",
        "Ilmar Toven, the Castrel spokesman, said the talks would resume on June 4. Dora Vance’s office said no date "
        "had been set.",
    ],
)
def test_a_denial_is_tied_to_what_it_denies(text: str) -> None:
    assert kinds(text) == ["denial"]


def test_a_day_that_the_other_side_has_not_confirmed() -> None:
    told = "The Castrel government said talks would open in Lorn on June 4. Ondria has not confirmed the date."
    assert kinds(told) == ["unconfirmed"]


@pytest.mark.parametrize(
    "text",
    [
        "Ilmar Toven said the talks would be held on June 4. Dora Vance said no date had been set for the election.",
        "Dora Vance said the court would sit on June 4. Ilmar Toven said no time should be lost.",
        "Prosecutors charged Ada Moreau with theft in May. Ilmar Toven denies the charges against his brother.",
    ],
)
def test_a_denial_of_something_else_answers_nothing(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Local guards said the release was part of a swap with the Castrel government, but the authorities denied "
        "doing a deal with the rebels.",
        "The union said 14 nurses had been dismissed, but the hospital denied that anybody had lost a post.",
        "Dora Vance accused Castrel of selling shells to Ondria. Castrel denied making any such deliveries.",
    ],
)
def test_a_denial_of_a_deed_answers_what_is_set_against_it(text: str) -> None:
    assert kinds(text) == ["denial"]


@pytest.mark.parametrize(
    "text",
    [
        "Dora Vance said the ferry would sail, but the harbour master denied her request for a berth.",
        "Dora Vance said she had asked for the maps, but the ministry denied her access.",
        "Dora Vance accused Castrel of fraud. Ilmar Toven denied meeting her.",
    ],
)
def test_what_is_refused_or_is_of_another_is_no_denial(text: str) -> None:
    assert kinds(text) == []
