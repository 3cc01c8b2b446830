"""Deeds told with fewer parties: merged on one known day, dropped where nothing tells them apart."""

from collections.abc import Sequence
from dataclasses import replace

from link_builders import Builder

from onrecord.annotations import LocalParticipant
from onrecord.link import link
from onrecord.vocab.lists import EventType, Role

UNION, FIRM, OTHER, ACCUSED = "Bakers Union", "Crumb Holdings", "Rye Company", "Mara Osei"
SOURCE: tuple[str, Role] = (UNION, "source")


def told(
    id_: str, type_: EventType, day: str, parts: Sequence[tuple[str, Role]], *, inherited: bool = False
) -> Builder:
    text = f"The strike at the mills of {FIRM} on {day} was told of {UNION}, {OTHER} and {ACCUSED}."
    one = Builder(id_, text, "2031-03-06")
    times = (one.time(day),) if day.endswith("day") else ()
    one.event("The strike", [], mode=None, type=type_, times=times, inherited=inherited)
    participants = tuple(LocalParticipant(actor=one.actor(name), role=role) for name, role in parts)
    one.events[-1] = replace(one.events[-1], participants=participants)
    return one


def count(*told_of: Builder) -> int:
    return len(link([one.build() for one in told_of]).events)


def test_a_strike_told_without_its_target_is_the_one_of_that_day() -> None:
    assert (
        count(told("a", "PROTEST", "Monday", [SOURCE]), told("b", "PROTEST", "Monday", [SOURCE, (FIRM, "target")])) == 1
    )


def test_strikes_against_two_companies_are_two() -> None:
    one = told("a", "PROTEST", "Monday", [SOURCE, (OTHER, "target")])
    assert count(one, told("b", "PROTEST", "Monday", [SOURCE, (FIRM, "target")])) == 2


def test_strikes_on_two_days_are_two() -> None:
    one = told("a", "PROTEST", "Monday", [SOURCE])
    assert count(one, told("b", "PROTEST", "Tuesday", [SOURCE, (FIRM, "target")])) == 2


def test_what_befell_somebody_on_no_known_day_is_no_row() -> None:
    assert count(told("a", "COERCE", "that occasion", [(ACCUSED, "target")])) == 0
    assert count(told("a", "COERCE", "Monday", [(ACCUSED, "target")])) == 1


def test_a_deed_of_inherited_parties_on_no_known_day_is_no_row() -> None:
    assert count(told("a", "PROTEST", "that occasion", [SOURCE], inherited=True)) == 0
