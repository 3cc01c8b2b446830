"""Whom a page calls president says of which years it is."""

from dataclasses import replace
from datetime import date

import pytest
from link_builders import Builder

from onrecord.annotations import LocalOffice
from onrecord.link import date_terms, link
from onrecord.link.date_terms import find_term_bounds
from onrecord.vocab.terms import Tenure, load_terms

TERMS = {
    "dalo": (
        Tenure(name=("ana", "dalo"), title="president", of="Marnia", first="2030-01-20", last="2034-01-20"),
        Tenure(name=("ana", "dalo"), title="president", of="Marnia", first="2038-01-20", last="2042-01-20"),
    ),
    "tarn": (Tenure(name=("bo", "tarn"), title="president", of="Marnia", first="2034-01-20", last="2038-01-20"),),
}


@pytest.fixture(autouse=True)
def invented_terms(monkeypatch):
    monkeypatch.setattr(date_terms, "load_terms", lambda: TERMS)


def page(text: str, *people: tuple[str, str, bool]) -> Builder:
    """A page whose people hold an office: (name, printed title, former)."""
    one = Builder("a", text)
    one.actor("Marnia", kind="state")
    for name, printed, former in people:
        at = one.actor(name)
        span = one.span(printed)
        office = LocalOffice(title="president", of=None, start=span.start, end=span.end, former=former)
        one.actors[at] = replace(one.actors[at], offices=(office,))
        one.mentions.append(one.mentions[-1])
    return one


def days(one: Builder) -> list[tuple[str | None, str | None]]:
    """The bounds as ISO days."""
    bounds = find_term_bounds(one.build())
    spell = lambda day: None if day is None else date.fromordinal(day).isoformat()  # noqa: E731
    return [(spell(bound.earliest), spell(bound.latest)) for bound in bounds]


def test_a_page_is_of_the_days_on_which_its_president_held_the_office():
    one = page("President Bo Tarn of Marnia left for the coast.", ("Bo Tarn", "President", False))
    assert days(one) == [("2034-01-20", "2038-01-20")]
    row = link([one.build()]).documents["a"].published
    assert (row.earliest, row.latest, row.basis) == ("2034-01-20", "2038-01-20", "inferred")


def test_two_terms_of_one_president_bound_a_page_together():
    one = page("President Ana Dalo of Marnia left for the coast.", ("Ana Dalo", "President", False))
    assert days(one) == [("2030-01-20", "2042-01-20")]


@pytest.mark.parametrize(
    "text",
    [
        "The laws were made under President Bo Tarn of Marnia.",
        "In 2035 President Bo Tarn of Marnia left for the coast.",
        "In the 2030s President Bo Tarn of Marnia left for the coast.",
        "A would-be President Bo Tarn of Marnia left for the coast.",
    ],
)
def test_an_office_of_another_time_bounds_nothing(text):
    assert days(page(text, ("Bo Tarn", "President", False))) == []


def test_a_former_president_bounds_nothing():
    one = page("Former President Bo Tarn of Marnia left for the coast.", ("Bo Tarn", "President", True))
    assert days(one) == []


def test_two_presidents_of_one_state_bound_nothing():
    one = page(
        "President Bo Tarn of Marnia met President Ana Dalo.",
        ("Bo Tarn", "President", False),
        ("Ana Dalo", "President Ana", False),
    )
    assert days(one) == []


def test_somebody_else_of_the_same_surname_bounds_nothing():
    assert days(page("President Ruta Tarn of Marnia left.", ("Ruta Tarn", "President", False))) == []


def test_the_shipped_terms_are_days_in_order():
    for terms in load_terms().values():
        for one in terms:
            first, last = date.fromisoformat(one.first), one.last
            assert last is None or first < date.fromisoformat(last), one
