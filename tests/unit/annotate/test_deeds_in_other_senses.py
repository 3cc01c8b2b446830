"""Verbs of deeds that tell something else: games, posts, fans, works, machines, families; what is done by saying so."""

import pytest
from short_texts import read


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.type, one.status, text[one.trigger.start : one.trigger.end]) for one in read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Mika Brel directed the Falcons to a 9-3 record in his first season.",
        "Karel Toven stands accused of misconduct by sixty women.",
        "Karel Toven announced his exit after his team were hammered 30-10 by the Osk Falcons.",
        "Lena Moss is called in for new tyres by Red Wing.",
        "Jon Tarn spoke of the job he occupied until 2001.",
        "Halden Corp. experimented with shooting lasers down a fiber.",
        "Osk fans take to the streets to celebrate the cup victory.",
        "Mika Brel finally put out the blaze with two fine pitches.",
        "Fans surround the stage in the middle of the stadium.",
        "On Friday, Lena Moss released “Man of the Hills,” her weakest album.",
        "Hill Farm Volume One was released in 2003.",
        "Coinhall has struggled to keep up, shutting down trading for hours at busy moments.",
        "A man in a red hat was kicked off a flight as a crowd chanted: ‘Lock him up!’",
        "Friday — a talk by astronomer Ada Osk, at the University of Tarsk.",
        "Karel Toven walked to meet his wife Anna and son Filip at the fence.",
        "The Travel Union issued a travel advisory in October.",
        "Karel Toven locked up the nomination on Tuesday.",
        "Karel Toven charged his campaign for rent.",
        "Glenn Brel ripped the roof off the hotel with a speech.",
        "Jon Tarn, who is challenging Senator Ada Brel in Osk, raised two million.",
    ],
)
def test_what_is_told_in_another_sense_is_no_event(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Mika Brel directed the agency to stop the sale.", ("REQUEST", "happened", "directed")),
        ("Karel Toven was hammered by the Osk Herald over the tax.", ("ACCUSE", "happened", "hammered")),
        ("Police locked up three drivers on Tuesday.", ("COERCE", "happened", "locked")),
        ("Prosecutors charged Karel Toven with fraud on Monday.", ("ACCUSE", "happened", "charged")),
        ("Ada Brel challenged Jon Tarn to debate the tax on Friday.", ("REQUEST", "happened", "challenged")),
        ("Soldiers surround the palace in Tarsk.", ("COERCE", "happened", "surround")),
        ("Firefighters put out the blaze in Tarsk on Monday.", ("AID", "happened", "put out the blaze")),
        ("France released three prisoners on Monday.", ("CONCEDE", "happened", "released")),
        ("Osk fans take to the streets to demand lower prices.", ("PROTEST", "happened", "take to the streets")),
        ("Gunmen hijacked a bus in Tarsk on Monday.", ("ASSAULT", "happened", "hijacked")),
        ("Karel Toven met Mayor Anna Brel in Tarsk on Monday.", ("CONSULT", "happened", "met")),
    ],
)
def test_the_deed_itself_stays_one(text: str, event: tuple[str, str, str]) -> None:
    assert event in told(text)


def test_people_caught_by_a_wreck_are_helped_and_not_let_go() -> None:
    freed = "The officers and paramedics worked through the morning to free people who were trapped in the tram."
    assert [one[0] for one in told(freed)] == ["AID"]
    assert [one[0] for one in told("France freed three prisoners on Monday.")] == ["CONCEDE"]


def test_who_would_like_to_apologize_does_so() -> None:
    asked = "Halden Corp. said it would like to apologize to passengers for the delay."
    assert told(asked) == [("CONCEDE", "happened", "apologize")]
    assert all(one[1] != "happened" for one in told("Halden Corp. said it would like to release three prisoners."))


def test_former_officials_stand_for_their_states_no_more() -> None:
    def met(text: str) -> set[str]:
        one = read(text)
        return {one.actors[part.actor].name for event in one.events for part in event.participants}

    assert met("Former French officials met Mayor Anna Brel in Tarsk on Tuesday.") == {
        "Former French officials",
        "Anna Brel",
    }
