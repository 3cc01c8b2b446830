"""Acts of words as events: who says so, about whom, by verb, by noun, and by what somebody is called."""

import pytest
from annotate_builders import read

from onrecord.annotations import Annotated


def events(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """(type, sources, targets) of the events of a text, contacts left out."""
    one = read(text)
    return [
        (event.type, named(one, index, "source"), named(one, index, "target"))
        for index, event in enumerate(one.events)
        if event.type != "CONSULT"
    ]


def named(one: Annotated, index: int, role: str) -> tuple[str, ...]:
    """The names of those with a role in an event."""
    found = [one.actors[part.actor].name for part in one.events[index].participants if part.role == role]
    return tuple(sorted(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a pronoun, a title and a text speak for whom they stand
        ("Ana Ruiz left on Monday. She denied any wrongdoing.", ("REJECT", ("Ana Ruiz",), ())),
        ("Ana Ruiz has put out a video ripping Tom Heller.", ("ACCUSE", ("Ana Ruiz",), ("Tom Heller",))),
        ("Peru has expressed its solidarity with Chad.", ("SUPPORT", ("Peru",), ("Chad",))),
        ("The bank said the clerk had lied. Tom Heller then called for an inquiry.", ("REQUEST", ("Tom Heller",), ())),
        ("Ana Ruiz went on to attack Tom Heller over the tax.", ("ACCUSE", ("Ana Ruiz",), ("Tom Heller",))),
        ("Ana Ruiz plans to file a petition against the dam.", ("REQUEST", ("Ana Ruiz",), ())),
        # whom it is about: the owner, those listed, whoever is called for
        ("Ana Ruiz welcomed Peru's offer on Monday.", ("SUPPORT", ("Ana Ruiz",), ("Peru",))),
        ("Ana Ruiz urged the old friends, Kenya and Peru, to help.", ("REQUEST", ("Ana Ruiz",), ("Kenya", "Peru"))),
        ("Ana Ruiz called again for Tom Heller to go home.", ("REQUEST", ("Ana Ruiz",), ("Tom Heller",))),
        ("Ana Ruiz has been accused of fraud.", ("ACCUSE", (), ("Ana Ruiz",))),
        ("Ana Ruiz and Tom Heller clashed over the tax.", ("ACCUSE", ("Ana Ruiz", "Tom Heller"), ())),
        # nouns
        ("Iran's threat to leave the accord worried the bank.", ("THREATEN", ("Iran",), ())),
        ("Peru's recognition of Chad came late.", ("SUPPORT", ("Peru",), ("Chad",))),
        ("The feud between Ana Ruiz and Tom Heller has deepened.", ("ACCUSE", ("Ana Ruiz", "Tom Heller"), ())),
        ("A drill by Kenya and Peru began on Monday.", ("MOBILIZE", ("Kenya", "Peru"), ())),
        # what somebody is called, and what is said of him
        ("Ana Ruiz called Tom Heller's plan “a disgrace”.", ("ACCUSE", ("Ana Ruiz",), ("Tom Heller",))),
        ("On Friday, Ana Ruiz called Tom Heller “unhinged”.", ("ACCUSE", ("Ana Ruiz",), ("Tom Heller",))),
        ("Ana Ruiz branded Tom Heller a liar.", ("ACCUSE", ("Ana Ruiz",), ("Tom Heller",))),
        ("“Tom Heller is doing all to sabotage talks,” said Ana Ruiz.", ("ACCUSE", ("Ana Ruiz",), ("Tom Heller",))),
        ("Ana Ruiz described Tom Heller as a brilliant minister.", ("SUPPORT", ("Ana Ruiz",), ("Tom Heller",))),
    ],
)  # fmt: skip
def test_what_is_said_is_done(text: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]) -> None:
    assert expected in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz did not deny the report.",
        "Ana Ruiz might condemn the raid.",
        "Ana Ruiz defended her own record.",
        "Ana Ruiz insisted that Tom Heller had left.",
        "Ana Ruiz, who opposes the dam, lives in Lima.",
        "The chair was ordered from a shop.",
        "“Tom Heller is not a liar,” said Ana Ruiz.",
        "“Tom Heller is going to be a threat to nobody,” said Ana Ruiz.",
        "Ana Ruiz called Tom Heller on Monday.",
        "Ana Ruiz ordered it.",
    ],
)
def test_what_is_no_act_of_words(text: str) -> None:
    assert [one for one in events(text) if one[0] in ("ACCUSE", "REJECT", "REQUEST", "SUPPORT")] == []


def test_both_countries_are_those_of_the_sentence_before() -> None:
    text = "Kenya supplies Peru with oil and Russia “is its largest buyer”. Ana Ruiz called on both countries to stop."
    (request,) = [one for one in events(text) if one[0] == "REQUEST"]
    assert request == ("REQUEST", ("Ana Ruiz",), ("Kenya", "Russia"))


def test_the_test_is_of_whoever_made_it() -> None:
    text = "Iran fired a missile on Monday. Ana Ruiz condemned the launch."
    assert ("ACCUSE", ("Ana Ruiz",), ("Iran",)) in events(text)


def test_the_offer_is_of_whoever_made_it() -> None:
    text = "Siemens offered $10 billion for Alstom on Monday. Alstom rejected the offer on Tuesday."
    assert ("REJECT", ("Alstom",), ("Siemens",)) in events(text)


def test_sanctions_are_on_the_only_state_under_any() -> None:
    text = "The UN has imposed sanctions on Iran. The Security Council approved a new round of sanctions on Monday."
    found = [one for one in events(text) if one[0] == "SANCTION"]
    assert [target for _, _, target in found] == [("Iran",), ("Iran",)]


def test_a_missile_is_fired_at_whom_it_flies_over() -> None:
    assert events("Iran fired a missile over Chad on Friday.") == [("MOBILIZE", ("Iran",), ("Chad",))]


def test_who_was_fired_and_by_whom() -> None:
    assert ("COERCE", ("Tom Heller",), ("Ana Ruiz",)) in events("Ana Ruiz, a clerk who Tom Heller fired in June, sued.")


def test_who_is_under_investigation_by_whom() -> None:
    assert events("Ana Ruiz had been under investigation by the FBI.") == [("ACCUSE", ("FBI",), ("Ana Ruiz",))]


def test_who_was_briefed_has_had_a_contact_and_no_meeting_of_others() -> None:
    one = read("President Ana Ruiz has been briefed on the fire. President Ana Ruiz met Tom Heller on Monday.")
    told = [event for event in one.events if event.type == "CONSULT"]
    assert [len(event.participants) for event in told] == [1, 2]
    assert told[1].antecedent is None
