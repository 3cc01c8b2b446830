"""Contacts told by who was the first to make them, by what one called for, and by where one was to have them."""

import pytest
from annotate_builders import read


@pytest.mark.parametrize(
    ("text", "mode", "status"),
    [
        ("Premier Ola Berg was the first to call Bill Clint after the vote.", "call", "happened"),
        (
            "Premier Ola Berg was one of the first to call to congratulate Bill Clint on his victory.",
            "call",
            "happened",
        ),
        ("Premier Ola Berg called to congratulate Bill Clint on Monday.", "call", "happened"),
        ("Ola Berg was at the White House on Thursday to have lunch with Bill Clint.", "meeting", "happened"),
        ("Premier Ola Berg is in Oslo to meet Bill Clint.", "meeting", "planned"),
    ],
)
def test_contact_and_its_status(text: str, mode: str, status: str) -> None:
    one = read(text)
    (event,) = one.events
    names = [one.actors[each.actor].name for each in event.participants]
    assert (event.mode, event.status, names) == (mode, status, ["Ola Berg", "Bill Clint"])


def test_what_is_called_for_is_no_call() -> None:
    assert not read("Premier Ola Berg called to mind Bill Clint.").events


def test_subject_with_an_aside_is_no_party_of_the_talks_before_it() -> None:
    text = (
        "Following the collapse in talks with Norway and Sweden, the premier's ally, the Green party of Denmark, "
        "has agreed to start negotiations next week."
    )
    one = read(text)
    found = {event.status: [one.actors[each.actor].name for each in event.participants] for event in one.events}
    assert found["cancelled"] == ["Norway", "Sweden"]


@pytest.mark.parametrize(
    ("text", "caller"),
    [
        (
            "The palace asked former President Bill Ruta to talk to Joe Sest. Ruta discussed it with Sest. Ruta left.\n"
            "Sest was also a supporter of Hillary Ruta's run for the presidency.\nSest said Ruta called him on Friday.",
            "Bill Ruta",
        ),
        ("Bill Ruta spoke. Ruta left. Ruta sang. Hillary Ruta came, and Ruta called Joe Sest.", "Hillary Ruta"),
    ],
)
def test_surname_stays_with_who_had_it_unless_the_namesake_has_just_acted(text: str, caller: str) -> None:
    one = read(text)
    (call,) = [event for event in one.events if event.mode == "call"]
    assert one.actors[call.participants[0].actor].name == caller
