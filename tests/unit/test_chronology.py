from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotations import TimeExpression
from onrecord.chronology import (
    Resolved,
    add_period,
    build_when,
    contains,
    count_days,
    days_between,
    due_interval,
    find_weekdays,
    intersect,
    join,
    parse_edtf,
    resolve_times,
    shift,
)
from onrecord.records import UNKNOWN, When
from onrecord.timex_rules import RULES
from onrecord.vocab.lists import Tense, TimeType

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))


def day(iso: str) -> When:
    return build_when(iso, iso)


def express(
    rule: str, tense: Tense | None = None, anchor: int | None = None, type_: TimeType = "DATE", **parameters: str
) -> TimeExpression:
    return TimeExpression(
        start=0, end=1, type=type_, rule=rule, tense=tense, anchor=anchor, parameters=tuple(parameters.items())
    )


def resolve(expression: TimeExpression, published: When) -> Resolved:
    return resolve_times([expression], published)[0]


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        ("2031-05-19", "2031-05-19", "2031-05-19"),
        ("2031-02-01", "2031-02-28", "2031-02"),
        ("2032-02-01", "2032-02-28", "2032-02-01/2032-02-28"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2031-05-19", "2031-06-02", "2031-05-19/2031-06-02"),
        (None, "2031-06-02", "../2031-06-02"),
        ("2031-06-02", None, "2031-06-02/.."),
        (None, None, None),
    ],
)
def test_edtf_of_intervals(earliest: str | None, latest: str | None, edtf: str | None) -> None:
    when = build_when(earliest, latest)
    assert when == When(edtf=edtf, earliest=earliest, latest=latest)
    assert parse_edtf(edtf) == when


def test_interval_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="cannot run"):
        build_when("2031-05-20", "2031-05-19")


def test_open_ends_do_not_constrain() -> None:
    assert intersect(UNKNOWN, day("2031-05-19")) == day("2031-05-19")
    assert intersect(build_when("2031-05-01", None), build_when(None, "2031-05-31")).edtf == "2031-05"  # type: ignore[union-attr]
    assert intersect(day("2031-05-19"), day("2031-05-20")) is None


def test_a_clock_time_lies_in_its_day() -> None:
    moment = build_when("2031-05-19T13:29", "2031-05-19T13:29")
    assert contains(day("2031-05-19"), moment)
    assert intersect(day("2031-05-19"), moment) == moment


def test_the_unknown_holds_nothing_and_is_held_by_nothing() -> None:
    assert not contains(UNKNOWN, day("2031-05-19"))
    assert not contains(day("2031-05-19"), UNKNOWN)
    assert not contains(build_when("2031-05-19", "2031-05-20"), build_when("2031-05-19", None))
    assert contains(build_when("2031-05-19", None), build_when("2031-05-19", None))


def test_helpers() -> None:
    assert days_between("2031-05-19", "2031-06-02") == 14
    assert count_days(build_when("2031-05-19", "2031-06-02")) == 15
    assert count_days(build_when(None, "2031-06-02")) is None
    assert shift(build_when("2031-05-19", None), -1).edtf == "2031-05-18/.."
    assert join(day("2031-05-19"), day("2031-05-21")).edtf == "2031-05-19/2031-05-21"
    assert find_weekdays(3, build_when("2031-05-20", "2031-05-29")) == ("2031-05-21", "2031-05-28")
    assert add_period(date(2031, 1, 31), "P1M") == date(2031, 2, 28)
    assert add_period(date(2031, 1, 31), "PXM") is None


def test_due_interval() -> None:
    assert due_interval("P2W", day("2025-05-19")).edtf == "2025-05-19/2025-06-02"
    assert due_interval("PXW", day("2025-05-19")).edtf == "2025-05-19/.."
    august = express("month", "future", month="08")
    assert due_interval(august, day("2025-05-19"), resolve(august, day("2025-05-19"))).edtf == "2025-05-19/2025-08-31"
    assert due_interval("P30D", UNKNOWN) == UNKNOWN
    assert due_interval("PT48H", day("2025-05-19")).edtf == "2025-05-19/2025-05-21"
    weeks = TimeExpression(start=0, end=1, type="DURATION", rule="duration", value="P2W", parameters=(("upto", "P3W"),))
    assert due_interval(weeks, day("2025-05-19")).edtf == "2025-05-19/2025-06-09"


def test_bare_weekday_is_the_last_on_or_before_publication() -> None:
    monday = express("weekday", "past", weekday="1")
    assert resolve(monday, day("2025-05-20")).value == "2025-05-19"
    assert resolve(monday, day("2025-05-19")).value == "2025-05-19"
    assert resolve(express("weekday", "future", weekday="1"), day("2025-05-20")).value == "2025-05-26"
    assert resolve(express("weekday", weekday="1", direction="last"), day("2025-05-19")).value == "2025-05-12"


def test_weekday_against_an_interval_is_never_falsely_precise() -> None:
    wednesday = express("weekday", "past", weekday="3")
    assert resolve(wednesday, build_when("2025-02-12", "2025-02-13")) == Resolved(
        value="2025-02-12", earliest="2025-02-12", latest="2025-02-12"
    )
    assert resolve(wednesday, build_when("2025-02-11", "2025-02-13")) == Resolved(
        value="XXXX-WXX-3", earliest="2025-02-05", latest="2025-02-12"
    )
    assert resolve(wednesday, UNKNOWN) == Resolved(value="XXXX-WXX-3")
    assert resolve(wednesday, build_when("2025-02-11", None)) == Resolved(value="XXXX-WXX-3", earliest="2025-02-05")


def test_next_friday_said_earlier_in_the_week_may_be_either() -> None:
    friday = express("weekday", "future", weekday="5", direction="next")
    assert resolve(friday, day("2025-05-19")) == Resolved(
        value="2025-05-23", earliest="2025-05-23", latest="2025-05-30"
    )
    assert resolve(friday, day("2025-05-24")).latest == "2025-05-30"


def test_last_week_holds_both_ways_to_begin_a_week() -> None:
    week = express("unit", "past", n="-1", unit="W")
    assert resolve(week, day("2025-03-18")) == Resolved(value="2025-W11", earliest="2025-03-09", latest="2025-03-16")


def test_month_and_day_without_year() -> None:
    august = express("day-of-month", "past", month="08", day="15")
    assert resolve(august, day("2025-08-19")).value == "2025-08-15"
    assert resolve(august, day("2025-03-19")).value == "2024-08-15"
    assert resolve(august, UNKNOWN) == Resolved(value="XXXX-08-15")
    assert resolve(august, build_when("2025-08-18", "2025-08-24")).value == "2025-08-15"


def test_earlier_this_year_ends_with_the_publication() -> None:
    year = express("unit", "past", n="0", unit="Y", within="earlier")
    assert resolve(year, day("2025-05-20")) == Resolved(value="2025", earliest="2025-01-01", latest="2025-05-20")


def test_what_counts_from_a_day_told_follows_that_day() -> None:
    told = TimeExpression(start=0, end=1, type="DATE", rule="absolute", value="2025-08-15")
    after = express("narrative", anchor=0, n="1", unit="D")
    assert resolve_times([told, after], UNKNOWN)[1].value == "2025-08-16"
    monday = express("weekday", "past", weekday="1")
    tomorrow = express("offset", "future", anchor=1, n="1", unit="D")
    assert resolve_times([tomorrow, monday], day("2025-03-20"))[0].value == "2025-03-18"


def test_the_next_day_after_no_day_stays_open() -> None:
    assert resolve(express("narrative", n="1", unit="D"), day("2025-03-20")) == Resolved(value="XXXX-XX-XX")


def test_anchors_in_a_ring_end() -> None:
    ring = [express("offset", anchor=1, n="1", unit="D"), express("offset", anchor=0, n="1", unit="D")]
    assert len(resolve_times(ring, day("2025-03-20"))) == 2


def test_time_of_day_keeps_the_clock_and_the_whole_day() -> None:
    clock = express("weekday", "past", type_="TIME", weekday="1", time="10:30")
    assert resolve(clock, day("2025-05-20")) == Resolved(
        value="2025-05-19T10:30", earliest="2025-05-19", latest="2025-05-19"
    )


def test_directed_durations_have_an_interval() -> None:
    past = TimeExpression(
        start=0, end=1, type="DURATION", rule="duration", value="P2W", parameters=(("direction", "past"),)
    )
    assert resolve(past, day("2025-05-20")) == Resolved(value="P2W", earliest="2025-05-06", latest="2025-05-20")


EXPRESSIONS = st.one_of(
    st.builds(
        lambda weekday, direction, tense: express("weekday", tense, weekday=str(weekday), direction=direction),
        st.integers(1, 7),
        st.sampled_from(["", "last", "next", "this", "coming", "either"]),
        st.sampled_from([None, "past", "present", "future"]),
    ),
    st.builds(
        lambda month, direction, tense: express("month", tense, month=f"{month:02d}", direction=direction),
        st.integers(1, 12),
        st.sampled_from(["", "last", "next", "this"]),
        st.sampled_from([None, "past", "present", "future"]),
    ),
    st.builds(
        lambda month, number, tense: express("day-of-month", tense, month=f"{month:02d}", day=f"{number:02d}"),
        st.integers(1, 12),
        st.integers(1, 31),
        st.sampled_from([None, "past", "future"]),
    ),
    st.builds(
        lambda count, unit: express("offset", n=str(count), unit=unit),
        st.integers(-30, 30),
        st.sampled_from(["D", "W", "M", "Y"]),
    ),
    st.builds(
        lambda count, unit, within, near: express("unit", n=str(count), unit=unit, within=within, direction=near),
        st.integers(-3, 3),
        st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"]),
        st.sampled_from(["", "earlier", "later", "rolling"]),
        st.sampled_from(["", "near"]),
    ),
    st.builds(
        lambda season, direction, tense: express("season", tense, season=season, direction=direction),
        st.sampled_from(["SP", "SU", "FA", "WI"]),
        st.sampled_from(["", "last", "next", "this"]),
        st.sampled_from([None, "past", "future"]),
    ),
    st.builds(
        lambda quarter, tense: express("quarter", tense, quarter=str(quarter)),
        st.integers(1, 4),
        st.sampled_from([None, "past", "future"]),
    ),
    st.builds(
        lambda number, months, tense: express("day-of-month", tense, day=f"{number:02d}", **months),
        st.integers(1, 31),
        st.sampled_from([{}, {"months": "0"}, {"months": "1"}]),
        st.sampled_from([None, "past", "present", "future"]),
    ),
    st.builds(
        lambda first, last, direction, tense: express(
            "range",
            tense,
            **{
                "from.rule": "weekday",
                "from.weekday": str(first),
                "from.direction": direction,
                "to.rule": "weekday",
                "to.weekday": str(last),
            },
        ),
        st.integers(1, 7),
        st.integers(1, 7),
        st.sampled_from(["", "last", "next", "either"]),
        st.sampled_from([None, "past", "future"]),
    ),
    st.builds(
        lambda first, last, tense: express(
            "range",
            tense,
            **{
                "from.rule": "day-of-month",
                "from.month": f"{first[0]:02d}",
                "from.day": f"{first[1]:02d}",
                "to.rule": "day-of-month",
                "to.month": f"{last[0]:02d}",
                "to.day": f"{last[1]:02d}",
            },
        ),
        st.tuples(st.integers(1, 12), st.integers(1, 31)),
        st.tuples(st.integers(1, 12), st.integers(1, 31)),
        st.sampled_from([None, "past", "future"]),
    ),
    st.builds(
        lambda count, unit, modifier: replace(express("unit", n=str(count), unit=unit), modifier=modifier),
        st.integers(-2, 2),
        st.sampled_from(["W", "WE", "M", "Q", "Y", "DE"]),
        st.sampled_from(["START", "MID", "END"]),
    ),
    st.builds(
        lambda count, more, unit: express("offset", n=str(count), to=str(count + more), unit=unit),
        st.integers(1, 9),
        st.integers(1, 9),
        st.sampled_from(["D", "W", "M", "Y"]),
    ),
    st.builds(lambda shift: express("day-of-month", easter=str(shift)), st.integers(-2, 1)),
)


@settings(max_examples=300)
@given(EXPRESSIONS, DAYS, st.integers(0, 900), st.integers(0, 900))
def test_a_day_within_an_interval_resolves_within_its_result(
    expression: TimeExpression, first: date, width: int, inside: int
) -> None:
    published = build_when(first.isoformat(), (first + timedelta(days=width)).isoformat())
    one = first + timedelta(days=min(inside, width))
    wide, narrow = resolve(expression, published), resolve(expression, day(one.isoformat()))
    assert expression.rule in RULES
    assert contains(wide.when, narrow.when)
    if wide.earliest == wide.latest:
        assert wide == narrow


@given(DAYS, st.integers(0, 800), st.booleans(), st.booleans())
def test_edtf_round_trip(first: date, width: int, open_start: bool, open_end: bool) -> None:
    when = build_when(
        None if open_start else first.isoformat(),
        None if open_end else (first + timedelta(days=width)).isoformat(),
    )
    assert parse_edtf(when.edtf) == when


@given(DAYS, DAYS, DAYS, DAYS)
def test_what_two_intervals_share_lies_in_both(a: date, b: date, c: date, d: date) -> None:
    one = build_when(min(a, b).isoformat(), max(a, b).isoformat())
    other = build_when(min(c, d).isoformat(), max(c, d).isoformat())
    shared = intersect(one, other)
    assert shared == intersect(other, one)
    if shared:
        assert contains(one, shared)
        assert contains(other, shared)
    assert contains(join(one, other), one)
