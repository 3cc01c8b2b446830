"""What the event tagger takes for a deed, though its words say whose it is not, or that it is felt or ahead."""

import pytest
from short_texts import read


def events(text: str) -> list[tuple[str, str, set[tuple[str, str]]]]:
    """Type, status and parties of the events of a text."""
    one = read(text)
    return [
        (row.type, row.status, {(one.actors[part.actor].name, part.role) for part in row.participants})
        for row in one.events
    ]


def test_where_somebody_is_from_did_nothing() -> None:
    text = (
        "A 31-year-old native of France and resident of Tarsk drove into a crowd during a fair on Monday, killing at "
        "least 14 people and leaving 20 hurt."
    )
    assert all(("France", "source") not in parties for _, _, parties in events(text))


@pytest.mark.parametrize(
    "text",
    [
        "Governor Carl Dunn's remarks angered teachers in Tarsk.",
        "Carl Dunn's speech on Monday infuriated Senator Tina Vorr.",
        "“The driver is dead. We are investigating whether he was linked to any others,” Premier Ana Brel said.",
        "ANA BREL, HOST: And we're joined now by Public Radio's correspondent Carl Dunn.",
    ],
)
def test_feelings_and_questions_are_none(text: str) -> None:
    assert events(text) == []


def test_a_war_that_a_policy_is_about_is_not_waged_by_whose_policy_it_is() -> None:
    text = "Tina Vorr accused Ana Brel of conducting a confusing policy on the civil war in France."
    assert events(text) == [("ACCUSE", "happened", {("Tina Vorr", "source"), ("Ana Brel", "target")})]


def test_a_defence_is_no_accusation() -> None:
    text = "Tina Vorr said her group would stand up for and defend Ana Brel against these kind of misogynistic attacks."
    assert all(kind != "ACCUSE" for kind, _, _ in events(text))


def test_what_somebody_stands_by_to_do_lies_ahead() -> None:
    found = events("The Osk Foreign Office is standing by to help Britons in Tarsk.")
    assert all(status != "happened" for _, status, _ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Carl Dunn failed to win the support of Ana Brel.",
        "Tina Vorr joked that she would arrest Carl Dunn.",
        "Did Carl Dunn attack Ana Brel?",
        "Ana Brel has refused to sack Carl Dunn.",
    ],
)
def test_what_nobody_did_is_none(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Senator Tina Vorr urged Ana Brel to fire Carl Dunn.", "REQUEST"),
        ("Carl Dunn fired back at Ana Brel on Monday.", "ACCUSE"),
        ("Carl Dunn has been accused by three women of harassment.", "ACCUSE"),
        ("France fired back at Germany on Monday.", "ASSAULT"),
    ],
)
def test_firing_and_shots_of_words(text: str, kind: str) -> None:
    found = events(text)
    assert [one for one, _, _ in found] == [kind]
    assert all(len(parties) == 2 for _, _, parties in found)


def test_what_others_call_a_thing_is_no_part_in_it() -> None:
    one = read("Ana Pelt signed the deal known by critics as the giveaway.")
    assert [{one.actors[part.actor].name for part in row.participants} for row in one.events] == [{"Ana Pelt"}]


def test_a_noun_behind_said_accuses_nobody() -> None:
    one = read(
        "The former governor said claims that union activists judge people by the color of their skin were false."
    )
    assert one.events == ()


def test_the_demand_of_a_protest_is_not_the_armys() -> None:
    text = "In July the army ousted President Dov Marsh following mass protests demanding his resignation."
    assert read(text).stances == ()
    signed = "Senators signed a letter demanding the resignation of President Dov Marsh."
    assert [row.stance for row in read(signed).stances] == ["proposes"]
