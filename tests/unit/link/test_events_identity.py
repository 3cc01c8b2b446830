"""Four calls of the same two leaders are four events; one call told four times is one."""

from link_builders import Builder

from onrecord.link import link
from onrecord.linked import Linked

A, B, C = "Mara Osei", "Tolan Brek", "Ida Ruun"


def call_on(id_: str, published: str, words: str, **more: object) -> Builder:
    one = Builder(id_, f"{A} held a phone call with {B} {words}. Both sides called it useful.", published)
    times = (one.time(words),) if words.split()[-1] in ("Monday", "Tuesday", "Wednesday") else ()
    one.event(f"{A} held a phone call with {B}", [A, B], times=times, **more)
    return one


def find_events(linked: Linked) -> list[tuple[str, ...]]:
    return sorted(event.documents for event in linked.events)


def test_one_call_told_by_two_outlets_is_one_event() -> None:
    linked = link([call_on("a", "2031-03-04", "on Monday").build(), call_on("b", "2031-03-05", "on Monday").build()])
    (event,) = linked.events
    assert event.when.earliest == event.when.latest == "2031-03-03"
    assert event.documents == ("a", "b")
    assert event.label == f"Phone call between {A} and {B}, 3 March 2031"
    assert len(event.evidence) == 2


def test_calls_on_other_days_are_other_events_though_all_words_are_the_same() -> None:
    days = ["2031-02-05", "2031-03-05", "2031-03-12", "2031-06-04"]
    linked = link([call_on(f"d{i}", day, "on Monday").build() for i, day in enumerate(days)])
    assert len(linked.events) == 4
    apart = [one for one in linked.links if one.kind == "event" and not one.same]
    assert any("days clash" in reason for one in apart for reason in one.reasons)


def test_undated_calls_in_articles_months_apart_are_not_merged() -> None:
    linked = link([call_on("a", "2031-02-05", "again").build(), call_on("b", "2031-05-06", "again").build()])
    assert find_events(linked) == [("a",), ("b",)]


def test_a_call_is_not_a_meeting() -> None:
    linked = link(
        [
            call_on("a", "2031-03-04", "on Monday").build(),
            call_on("b", "2031-03-04", "on Monday", mode="meeting").build(),
        ]
    )
    assert find_events(linked) == [("a",), ("b",)]


def test_a_third_participant_makes_another_event() -> None:
    one = Builder("a", f"{A} met {B} on Monday. Later {A}, {B} and {C} held a meeting of three.", "2031-03-04")
    one.event(f"{A} met {B} on Monday", [A, B], mode="meeting", times=(one.time("Monday"),))
    one.event(f"{A}, {B} and {C} held a meeting of three", [A, B, C], mode="meeting")
    assert len(link([one.build()]).events) == 2


def test_the_call_refers_back() -> None:
    one = Builder("a", f"{A} rang {B} on Monday. The call was brief. “It went well,” {A} said.", "2031-03-04")
    first = one.event(f"{A} rang {B} on Monday", [A, B], times=(one.time("Monday"),))
    one.event("The call", [], definite=True)
    linked = link([one.build()])
    assert set(linked.event_of.values()) == {linked.event_of["a", first]}
    assert len(linked.events[0].evidence) == 2


def test_an_event_without_participants_is_dropped() -> None:
    one = Builder("a", "A call was held.", "2031-03-04")
    one.event("A call was held", [])
    linked = link([one.build()])
    assert linked.events == ()
    assert linked.event_of == {}


def test_several_calls_are_not_one_event() -> None:
    one = Builder("a", f"{A} and {B} held three calls.", "2031-03-04")
    one.event(f"{A} and {B} held three calls", [A, B], count=3)
    assert link([one.build()]).events == ()


def test_a_planned_meeting_is_not_the_one_that_was_held() -> None:
    one = Builder("a", f"{A} met {B} on Monday. {A} and {B} will meet again.", "2031-03-04")
    one.event(f"{A} met {B} on Monday", [A, B], mode="meeting", times=(one.time("Monday"),))
    one.event(f"{A} and {B} will meet again", [A, B], mode="meeting", status="planned")
    assert sorted(event.status for event in link([one.build()]).events) == ["happened", "planned"]


def test_what_was_announced_for_a_day_is_what_then_happened_on_it() -> None:
    plan = Builder("a", f"{A} will meet {B} on Friday in Karsk, officials said.", "2031-03-05")
    plan.event(
        f"{A} will meet {B} on Friday", [A, B], mode="meeting", status="planned", times=(plan.time("Friday", "future"),)
    )
    held = Builder("b", f"{A} met {B} on Friday in Karsk, officials said.", "2031-03-08")
    held.event(f"{A} met {B} on Friday", [A, B], mode="meeting", times=(held.time("Friday"),))
    (event,) = link([plan.build(), held.build()]).events
    assert event.status == "happened"


def test_tomorrow_said_on_monday_is_tuesdays_call_whatever_the_week() -> None:
    one = Builder("a", f"Monday’s call of {A} with {B} ended. On Wednesday {A} rang {B} again.")
    one.event(f"Monday’s call of {A} with {B}", [A, B], times=(one.time("Monday’s"),))
    one.event(f"On Wednesday {A} rang {B} again", [A, B], times=(one.time("On Wednesday"),))
    assert len(link([one.build()]).events) == 2


def test_a_state_stands_for_its_leader_on_the_same_day() -> None:
    one = call_on("a", "2031-03-04", "on Monday")
    one.actors = [type(x)(name=x.name, kind=x.kind, side="Vesland") if x.name == B else x for x in one.actors]
    two = Builder("b", f"{A} spoke by phone with Vesland on Monday. Both sides called it useful.", "2031-03-04")
    two.actor("Vesland", "state")
    two.event(f"{A} spoke by phone with Vesland", [A, "Vesland"], times=(two.time("Monday"),))
    (event,) = link([one.build(), two.build()]).events
    assert len(event.participants) == 2


def test_the_call_of_which_nothing_is_confirmed_is_still_the_call() -> None:
    one = Builder("a", f"{A} rang {B} on Monday. Neither side gave details of the call.", "2031-03-04")
    first = one.event(f"{A} rang {B} on Monday", [A, B], times=(one.time("Monday"),))
    one.event("the call", [A, B], definite=True, antecedent=first, status="unconfirmed")
    (event,) = link([one.build()]).events
    assert event.status == "happened"


def test_three_parties_are_not_two() -> None:
    one = Builder("a", f"{A} and {B} will meet. After the meeting comes the trilateral.", "2031-03-04")
    first = one.event(f"{A} and {B} will meet", [A, B], mode="meeting", status="planned")
    one.event("the trilateral", [A, B], mode="meeting", status="planned", definite=True, antecedent=first)
    assert len(link([one.build()]).events) == 2


def test_an_outlet_that_leaves_the_others_unnamed_tells_of_the_same_meeting() -> None:
    full = Builder("a", f"{A}, {B} and northern ministers met in Karsk on Monday over the river.", "2031-03-04")
    full.actor("northern ministers", "group")
    full.event(
        f"{A}, {B} and northern ministers met",
        [A, B, "northern ministers"],
        mode="meeting",
        times=(full.time("Monday"),),
        where="Karsk",
    )
    short = Builder("b", f"{A} met {B} in Karsk on Monday over the river.", "2031-03-05")
    short.event(f"{A} met {B}", [A, B], mode="meeting", times=(short.time("Monday"),), where="Karsk")
    (event,) = link([full.build(), short.build()]).events
    assert len(event.participants) == 3


def test_links_say_why() -> None:
    linked = link([call_on("a", "2031-03-04", "on Monday").build(), call_on("b", "2031-03-05", "on Monday").build()])
    (one,) = [link for link in linked.links if link.kind == "event" and link.same]
    assert one.a.startswith("a:")
    assert one.b.startswith("b:")
    assert any("same participants" in reason for reason in one.reasons)
    assert any("same day" in reason for reason in one.reasons)
