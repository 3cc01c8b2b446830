"""A storyline is a chain of events in time order."""

from dataclasses import replace

from link_builders import Builder

from onrecord.annotations import StanceMention
from onrecord.link import link

A, B = "Mara Osei", "Tolan Brek"


def test_calls_of_the_same_leaders_told_alike_are_one_chain_in_time_order() -> None:
    docs = []
    for id_, day in (("a", "2031-03-11"), ("b", "2031-03-04")):
        one = Builder(id_, f"{A} rang {B} on Monday about the water dispute of the Vessa river.", day)
        one.event(f"{A} rang {B} on Monday", [A, B], times=(one.time("Monday"),))
        docs.append(one.build())
    linked = link(docs)
    (chain,) = linked.storylines
    days = {event.id: event.when.earliest for event in linked.events}
    assert [days[one] for one in chain.events] == ["2031-03-03", "2031-03-10"]
    assert chain.label == f"{A}, {B}"
    assert chain.documents == ("a", "b")


def test_one_event_is_no_storyline() -> None:
    one = Builder("a", f"{A} rang {B}.", "2031-03-04")
    one.event(f"{A} rang {B}", [A, B])
    assert link([one.build()]).storylines == ()


def test_a_chain_is_labelled_by_what_the_openings_share_and_not_by_any_stance() -> None:
    docs = []
    for id_, day in (("a", "2031-03-11"), ("b", "2031-03-04")):
        one = Builder(id_, f"{A} rang {B} on Monday about the river dam. Much is said of it.", day)
        one.event(f"{A} rang {B} on Monday", [A, B], times=(one.time("Monday"),))
        made = one.build()
        stances = tuple(
            StanceMention(
                start=0, end=9, actor=None, stance="supports", about=one.span("river dam"), label=words, kind="measure"
            )
            for words in ("attend", "river dam")
        )
        docs.append(replace(made, stances=stances))
    (chain,) = link(docs).storylines
    assert chain.label == f"{A}, {B}: river dam"
