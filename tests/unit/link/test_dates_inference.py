"""Publication dates of undated documents are intervals with evidence, or stay unknown."""

from dataclasses import replace

from link_builders import Builder

from onrecord.link import link
from onrecord.linked import Linked
from onrecord.records import Published

A, B, C = "Mara Osei", "Tolan Brek", "Ida Ruun"
QUOTE = "“We will not leave the river valley before the last bridge stands again,”"


def interval(linked: Linked, id_: str) -> tuple[str | None, str | None]:
    row = linked.documents[id_].published
    return row.earliest, row.latest


def test_a_stated_date_is_never_touched() -> None:
    one = Builder("a", f"{A} met {B} on Monday.", "2031-03-04")
    linked = link([one.build()])
    assert interval(linked, "a") == ("2031-03-04", "2031-03-04")
    assert linked.documents["a"].published.basis == "stated"


def test_nothing_known_stays_unknown() -> None:
    one = Builder("a", f"{A} met {B} on Monday.")
    one.event(f"{A} met {B} on Monday", [A, B], mode="meeting", times=(one.time("Monday"),))
    linked = link([one.build()])
    assert interval(linked, "a") == (None, None)
    assert linked.documents["a"].published.basis == "unknown"


def test_a_past_date_with_its_year_is_a_lower_bound_only() -> None:
    one = Builder("a", "The treaty was signed on 2029-05-06 in the old town hall.")
    one.time("2029-05-06", value="2029-05-06")
    linked = link([one.build()])
    assert interval(linked, "a") == ("2029-05-06", None)
    assert linked.documents["a"].published.evidence


def undated_and_dated() -> list[Builder]:
    dated = Builder(
        "dated",
        f"{A} and {B} met in Karsk on Monday to end the water dispute. {QUOTE} {A} told the press on Monday. "
        f"{C} joined the meeting in Karsk.",
        "2031-03-05",
    )
    monday = dated.time("Monday")
    dated.event(f"{A} and {B} met in Karsk on Monday", [A, B, C], mode="meeting", times=(monday,), where="Karsk")
    dated.quote(QUOTE, A, said=monday)
    undated = Builder(
        "undated",
        f"{A} said {QUOTE} on Monday after meeting {B} and {C} in Karsk. The water dispute goes on.",
    )
    day = undated.time("Monday")
    undated.event(f"meeting {B} and {C} in Karsk", [A, B, C], mode="meeting", times=(day,), where="Karsk")
    undated.quote(QUOTE, A, said=day)
    return [dated, undated]


def test_a_bare_weekday_in_the_lead_is_news_of_that_day_or_the_day_before() -> None:
    linked = link([one.build() for one in undated_and_dated()])
    assert interval(linked, "undated") == ("2031-03-03", "2031-03-04")


def test_a_bare_weekday_below_the_lead_lasts_until_the_next_one() -> None:
    dated, _ = undated_and_dated()
    history = "The strait has been a cause of strife between the two shores for as long as people can remember. " * 6
    undated = Builder(
        "undated",
        f"{history}{A} said {QUOTE} on Monday after meeting {B} and {C} in Karsk. The water dispute goes on.",
    )
    day = undated.time("Monday")
    undated.event(f"meeting {B} and {C} in Karsk", [A, B, C], mode="meeting", times=(day,), where="Karsk")
    undated.quote(QUOTE, A, said=day)
    linked = link([dated.build(), undated.build()])
    assert interval(linked, "undated") == ("2031-03-03", "2031-03-09")
    row = linked.documents["undated"].published
    assert row.basis == "inferred"
    assert {one.document for one in row.evidence} == {"dated", "undated"}
    assert any(one.kind == "date" and one.a == "undated" and one.b == "dated" for one in linked.links)


def test_an_inferred_date_brings_the_events_together() -> None:
    linked = link([one.build() for one in undated_and_dated()])
    assert [event.documents for event in linked.events] == [("dated", "undated")]


def test_years_of_a_war_bound_an_undated_article() -> None:
    dated = Builder("dated", "The war of Vesland, now in its fourth year, goes on.", "2031-03-05")
    undated = Builder("undated", "The war of Vesland, now in its third year, goes on.")
    assert interval(link([dated.build(), undated.build()]), "undated") == ("2029-03-04", "2031-03-06")


def test_the_same_people_on_the_same_weekday_alone_date_nothing() -> None:
    dated = Builder("dated", f"{A} rang {B} on Monday about fishing rights in the north.", "2031-03-05")
    dated.event(f"{A} rang {B} on Monday", [A, B], times=(dated.time("Monday"),))
    undated = Builder("undated", f"On Monday {A} spoke with {B} by phone of a gas pipeline.")
    undated.event(f"{A} spoke with {B} by phone", [A, B], times=(undated.time("On Monday"),))
    linked = link([dated.build(), undated.build()])
    assert interval(linked, "undated") == (None, None)
    assert len(linked.events) == 2


def test_a_date_of_change_bounds_but_does_not_end_the_search() -> None:
    dated, undated = (one.build() for one in undated_and_dated())
    changed = Published(edtf="../2031-03-03", latest="2031-03-03", basis="stated")
    linked = link([dated, replace(undated, document=replace(undated.document, published=changed))])
    assert interval(linked, "undated") == ("2031-03-03", "2031-03-03")
    assert linked.documents["undated"].published.basis == "inferred"


def test_a_date_of_change_stays_where_nothing_else_is_known() -> None:
    one = Builder("a", f"{A} met {B} on Monday.").build()
    changed = Published(edtf="../2031-03-03", latest="2031-03-03", basis="stated")
    linked = link([replace(one, document=replace(one.document, published=changed))])
    assert linked.documents["a"].published == changed


def test_a_full_date_that_is_still_to_come_is_an_upper_bound() -> None:
    one = Builder("a", "The treaty was signed on 2029-05-06. The two will meet again on 2029-06-12 in Karsk.")
    one.time("2029-05-06", value="2029-05-06")
    one.time("2029-06-12", value="2029-06-12", tense="future")
    assert interval(link([one.build()]), "a") == ("2029-05-06", "2029-06-12")


def test_a_date_ahead_of_words_once_spoken_bounds_nothing() -> None:
    words = "“We will meet again on 2029-06-12 in Karsk,”"
    one = Builder("a", f"{A} said: {words} years ago.")
    one.time("2029-06-12", value="2029-06-12", tense="future")
    one.quote(words, A)
    assert interval(link([one.build()]), "a") == (None, None)
