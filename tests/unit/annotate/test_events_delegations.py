"""Delegations are not their leaders, and what a sentence does not say is not made up; invented states and people."""

import pytest
from test_events_found import events_of, who

from onrecord.annotate.parse import load_pipeline


@pytest.fixture(scope="module", autouse=True)
def pipeline() -> object:
    return load_pipeline()


def test_delegations_do_not_inherit_the_leaders_of_the_call_before() -> None:
    text = (
        "Karel Novak and Elena Marsh held a phone call on Monday. Delegations would meet in Tarsk on Friday, "
        "Novak said."
    )
    assert all(who(one) != {"Novak", "Marsh"} for one in events_of(text) if one.mode == "meeting")


def test_envoys_stand_for_their_states_also_behind_hours_of_talks() -> None:
    text = "Envoys from Ruritania and Borduria ended ten hours of talks in Tarsk on Wednesday."
    (event,) = events_of(text)
    assert (event.mode, who(event), event.delegated) == ("talks", {"Ruritania", "Borduria"}, True)


def test_two_adjectives_before_one_noun_are_two_delegations() -> None:
    (event,) = events_of("The talks between the Ruritanian and Bordurian delegations lasted two days.")
    assert who(event) == {"Ruritania", "Borduria"}


def test_talks_that_somebody_leads_are_told_as_talks_of_sides() -> None:
    text = "Bordurian officials agreed to a truce during talks in Tarsk led by Elena Marsh."
    (event,) = [one for one in events_of(text) if one.mode == "talks"]
    assert event.delegated
    assert "Borduria" in who(event)


def test_the_time_of_another_noun_is_not_the_time_of_the_talks() -> None:
    text = (
        "Envoys from Ruritania and Borduria held talks in Tarsk on Wednesday. The talks follow Monday's phone call "
        "between Karel Novak and Elena Marsh."
    )
    events = events_of(text)
    call = next(one for one in events if one.mode == "call")
    assert who(call) == {"Novak", "Marsh"}
    assert all(not set(one.times) & set(call.times) for one in events if one.mode == "talks")


@pytest.mark.parametrize(
    ("text", "mode", "parties", "status"),
    [
        (
            "Karel Novak told Elena Marsh by phone on Thursday that ships would sail.",
            "call",
            {"Novak", "Marsh"},
            "happened",
        ),
        ("Karel Novak talked on the telephone with Elena Marsh on Tuesday.", "call", {"Novak", "Marsh"}, "happened"),
        (
            "Karel Novak is to brief the Northern Council on Friday.",
            "meeting",
            {"Novak", "Northern Council"},
            "planned",
        ),
        ("Karel Novak telephoned Elena Marsh on Monday and then spoke to Dahl.", "call", {"Novak", "Dahl"}, "happened"),
        (
            "The summit between Karel Novak and Elena Marsh will not take place on Friday.",
            "summit",
            {"Novak", "Marsh"},
            "cancelled",
        ),
        (
            "Karel Novak called Elena Marsh after meetings with Lindqvist and Dahl.",
            "meeting",
            {"Novak", "Lindqvist", "Dahl"},
            "happened",
        ),
    ],
)
def test_contacts_by_their_channel_and_setting(text: str, mode: str, parties: set[str], status: str) -> None:
    found = [(one.mode, who(one), one.status) for one in events_of(text)]
    assert (mode, parties, status) in found


def test_a_second_contact_told_with_again_is_another_one() -> None:
    text = "Karel Novak met Elena Marsh on Monday. Novak will meet Marsh again."
    first, second = events_of(text)
    assert second.antecedent is None
    assert second.order == "another"
    assert first.status == "happened"


def test_what_is_told_as_done_at_once_and_then_done_is_one_event() -> None:
    text = "Karel Novak said he will call Elena Marsh right away. Karel Novak spoke with Elena Marsh for an hour."
    plan, real = events_of(text, he="Novak")
    assert plan.imminent
    assert real.antecedent == 0


@pytest.mark.parametrize(
    "text",
    [
        "She thanked Karel Novak.",
        "Elena Marsh said, rejecting Karel Novak.",
        "The opposition urged Karel Novak to resign.",
    ],
)
def test_acts_of_words_without_both_names_are_left_to_the_statements(text: str) -> None:
    assert not [one for one in events_of(text, She="Marsh") if one.type in ("SUPPORT", "REJECT", "REQUEST")]


def test_signing_together_is_an_agreement_of_both() -> None:
    (event,) = events_of("Karel Novak and Elena Marsh signed a joint statement on Tuesday.")
    assert (event.type, who(event)) == ("AGREE", {"Novak", "Marsh"})


def test_counted_victims_of_violence_make_an_event_without_a_source() -> None:
    (event,) = events_of("At least 12 people were killed in a blast in Tarsk on Friday.")
    assert (event.type, who(event, "target"), who(event, "source")) == ("ASSAULT", {"Tarsk"}, set())
    assert event.where == "Tarsk"


@pytest.mark.parametrize(
    "text", ["Five people died in a car crash in Tarsk.", "People were killed in a blast in Tarsk."]
)
def test_accidents_and_uncounted_victims_make_none(text: str) -> None:
    assert not [one for one in events_of(text) if one.type == "ASSAULT"]
