"""What each rule of a time expression gives for one base day.

Every rule is monotone: a later base day never gives an earlier result. `chronology` rests on that when it resolves
against an interval by looking at the two ends only.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotations import TimeExpression
from onrecord.timex import Days, month_days, narrow, season_days
from onrecord.timex_days import choose_year, find_month_day, read_day_of_month
from onrecord.timex_units import Reading, attach, offset_up_to, shift_unit
from onrecord.vocab.lists import Tense


def _weekday(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A bare weekday is the last on or before the base day, or, told as future, the next on or after it."""
    back = (base.isoweekday() - int(parameters["weekday"])) % 7
    direction = parameters.get("direction", "")
    latest: date | None = None
    if direction == "either":
        last, coming = base - timedelta(days=back), base + timedelta(days=-back % 7)
        value = last.isoformat() if last == coming else f"XXXX-WXX-{parameters['weekday']}"
        return attach((value, last, coming), parameters)
    if direction == "last":
        day = base - timedelta(days=back or 7)
    elif direction == "after":  # "the following Friday": from a day told
        day = base + timedelta(days=7 - back)
    elif direction == "next":
        day = base + timedelta(days=7 - back)
        # "Next Friday", said on a Monday, is the coming one to some and the one after it to others.
        latest = day + timedelta(days=7) if day.isoweekday() > base.isoweekday() else day
    elif direction == "coming" or expression.tense == "future" or (direction == "this" and expression.tense != "past"):
        day = base + timedelta(days=-back % 7)
    else:
        day = base - timedelta(days=back)
    day += timedelta(weeks=int(parameters.get("weeks", "0")))
    return attach((day.isoformat(), day, max(day, latest or day)), parameters)


def _month(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    month = int(parameters["month"])
    if "years" in parameters:
        year = base.year + int(parameters["years"])
    else:
        year = choose_year(base, lambda one: month_days(one, month), expression, parameters.get("direction", ""))
    first, last = month_days(year, month)
    return f"{year:04d}-{month:02d}", first, last


def _quarter(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    quarter = int(parameters["quarter"])

    def days_in(year: int) -> Days:
        return month_days(year, 3 * quarter - 2)[0], month_days(year, 3 * quarter)[1]

    if "years" in parameters:
        year = base.year + int(parameters["years"])
    else:
        year = choose_year(base, days_in, expression, parameters.get("direction", ""))
    return f"{year:04d}-Q{quarter}", *days_in(year)


def _season(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    season = parameters["season"]
    if "years" in parameters:
        year = base.year + int(parameters["years"])
    else:
        core = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}[season]
        year = choose_year(
            base,
            lambda one: (month_days(one, core[0])[0], month_days(one, core[1])[1]),
            expression,
            parameters.get("direction", ""),
        )
    return f"{year:04d}-{season}", *season_days(year, season)


def _narrative(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """Counted from a day told: a calendar unit ("that year"), a weekday ("the following Tuesday") or so many units."""
    if "weekday" in parameters:
        return _weekday(expression, parameters, base)
    return (shift_unit if "calendar" in parameters else offset_up_to)(expression, parameters, base)


def split_range(expression: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """The two ends of a range, whose parameters are named "from.…" and "to.…"."""
    first, last = (
        {name.partition(".")[2]: value for name, value in expression.parameters if name.startswith(side)}
        for side in ("from.", "to.")
    )
    rules = first.pop("rule"), last.pop("rule")
    one, other = (
        replace(expression, rule=rule, parameters=tuple(parameters.items()), modifier=None)
        for rule, parameters in zip(rules, (first, last), strict=True)
    )
    return one, other


def _range(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """ "From Monday to Wednesday": told as past it ends by the base day, else it starts where its first day says."""
    one, other = split_range(expression)
    if parameters.get("from.direction") == "either":
        low, high = (_read_range(replace(one, tense=tense), other, base, tense) for tense in _EITHER)
        return (low[0] if low == high else open_value(expression)), low[1], high[2]
    return _read_range(one, other, base, expression.tense)


_EITHER: tuple[Tense, Tense] = ("past", "future")


def _read_range(one: TimeExpression, other: TimeExpression, base: date, tense: Tense | None) -> Reading:
    directed = any(dict(end.parameters).get("direction") not in (None, "either") for end in (one, other))
    if one.rule == other.rule == "weekday":
        weekdays = [int(dict(end.parameters)["weekday"]) for end in (one, other)]
        length = timedelta(days=(weekdays[1] - weekdays[0]) % 7 or 7)
        if tense == "future" or directed:
            first = _weekday(_plain(one, tense), dict(_plain(one, tense).parameters), base)[1]
            last = first + length
        else:
            last = _weekday(_plain(other, tense), dict(_plain(other, tense).parameters), base)[1]
            first = last - length
    else:
        first = RULES[one.rule](one, dict(one.parameters), base)[1]
        parameters = dict(other.parameters)
        if other.rule == "weekday":
            last = first + timedelta(days=(int(parameters["weekday"]) - first.isoweekday()) % 7 or 7)
        elif other.rule == "day-of-month" and "month" in parameters:
            last = find_month_day(parameters, first.year)
            last = last if last >= first else find_month_day(parameters, first.year + 1)
        else:
            last = max(first, RULES[other.rule](other, parameters, base)[2])
    return f"{first.isoformat()}/{last.isoformat()}", first, last


def _plain(end: TimeExpression, tense: Tense | None) -> TimeExpression:
    """An end of a range without its doubt."""
    kept = tuple(pair for pair in end.parameters if pair != ("direction", "either"))
    return replace(end, parameters=kept, tense=tense)


RULES: Mapping[str, Callable[[TimeExpression, Mapping[str, str], date], Reading]] = {
    "weekday": _weekday,
    "month": _month,
    "day-of-month": read_day_of_month,
    "offset": offset_up_to,
    "quarter": _quarter,
    "season": _season,
    "unit": shift_unit,
    "part": shift_unit,
    "narrative": _narrative,
    "range": _range,
}
"""The rules that need a base day. The others (absolute, duration, set, reference) carry their value."""


_NARROWED = frozenset({"month", "unit", "quarter", "narrative"})
"""What "early" and "late" halve. A season's borders are too wide for that."""


def read_expression(expression: TimeExpression, base: date) -> Reading | None:
    """What an expression stands for, counted from one day; None where the calendar ends."""
    try:
        value, first, last = RULES[expression.rule](expression, dict(expression.parameters), base)
        if expression.rule in _NARROWED:
            first, last = narrow(first, last, expression.modifier)
        return value, first, last
    except (ValueError, OverflowError):
        return None


def open_value(expression: TimeExpression) -> str:
    """The value of an expression whose base day is unknown, X for what is not known."""
    parameters = dict(expression.parameters)
    time = f"T{parameters['time']}" if "time" in parameters else ""
    if expression.rule == "range":
        return "/".join(_open_end(end) for end in split_range(expression))
    if "weekday" in parameters:
        return f"XXXX-WXX-{parameters['weekday']}{time}"
    if expression.rule == "month":
        return f"XXXX-{parameters['month']}"
    if expression.rule == "day-of-month" and "day" in parameters:
        return f"XXXX-{parameters.get('month', 'XX')}-{parameters['day']}{time}"
    if expression.rule in ("quarter", "season"):
        return "XXXX-" + (f"Q{parameters['quarter']}" if "quarter" in parameters else parameters["season"])
    reading = read_expression(expression, date(2001, 1, 1))
    return re.sub(r"\d", "X", reading[0].partition("T")[0]) + time if reading else "XXXX"


def _open_end(end: TimeExpression) -> str:
    return dict(end.parameters).get("value") or open_value(end)


def blur_value(expression: TimeExpression, low: str, high: str) -> str:
    """The value of an expression that stands for one of several: what its readings share, X for the rest."""
    if low == high:
        return low
    if expression.rule in ("weekday", "month", "day-of-month", "quarter", "season", "range"):
        return open_value(expression)
    (first, mark, time), fields = low.partition("T"), high.partition("T")[0].split("-")
    shared, same = [], True
    for mine, other in zip(first.split("-"), fields, strict=False):
        same = same and mine == other
        shared.append(mine if same else re.sub(r"\d", "X", mine))
    return "-".join(shared) + mark + time
