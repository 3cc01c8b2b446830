"""Weak mentions join one event and bridge none; delegations are no leaders. Invented people and states."""

from link_builders import Builder

from onrecord.annotations import LocalOffice
from onrecord.link import link

A, B = "Mara Osei", "Tolan Brek"


def test_a_mention_with_inherited_parties_does_not_bridge_two_events() -> None:
    one = Builder(
        "a", f"{A} held a call with {B} on Monday. {A} will meet {B} in Tarsk. The contact was long.", "2031-03-04"
    )
    one.event(f"{A} held a call with {B}", [A, B], times=(one.time("on Monday"),))
    one.event(f"{A} will meet {B} in Tarsk", [A, B], mode="meeting", status="planned")
    one.event("The contact", [A, B], mode=None, definite=True, inherited=True, antecedent=0)
    linked = link([one.build()])
    assert len(linked.events) == 2
    assert linked.event_of["a", 2] == linked.event_of["a", 0] != linked.event_of["a", 1]


def test_delegations_of_two_states_are_not_the_meeting_of_their_leaders() -> None:
    one = Builder(
        "a", f"Arland and Borland. {A} met {B} on Monday. Delegations of both met on Monday too.", "2031-03-04"
    )
    one.actor("Arland", "state", "Arland")
    one.actor("Borland", "state", "Borland")
    for name, side in ((A, "Arland"), (B, "Borland")):
        index = one.actor(name, "person", side)
        office = LocalOffice(title="president", of=side, start=0, end=1)
        actor = one.actors[index]
        one.actors[index] = type(actor)(name=name, kind="person", side=side, offices=(office,))
    times = (one.time("on Monday"),)
    one.event(f"{A} met {B}", [A, B], mode="meeting", times=times)
    one.event("Delegations of both met", [A, B], mode="meeting", times=times, delegated=True)
    linked = link([one.build()])
    assert len(linked.events) == 2
    names = {actor.id: actor.name for actor in linked.actors}
    sent = next(event for event in linked.events if event.id == linked.event_of["a", 1])
    assert {names[part.actor] for part in sent.participants} == {"Arland", "Borland"}


def test_those_who_talked_again_had_two_calls() -> None:
    one = Builder("a", f"{A} rang {B}. Four days later {A} and {B} talked again. He rang then.", "2031-03-04")
    one.event(f"{A} rang {B}", [A, B])
    one.event(f"{A} and {B} talked again", [A, B], order="again")
    one.event("He rang then", [A, B], inherited=True, antecedent=1)
    linked = link([one.build()])
    assert linked.event_of["a", 0] != linked.event_of["a", 1] == linked.event_of["a", 2]
