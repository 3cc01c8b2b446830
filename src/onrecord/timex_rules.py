"""What each rule of a time expression gives for one base day.

Every rule is monotone: a later base day never gives an earlier result. `chronology` rests on that when it resolves
against an interval by looking at the two ends only.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from onrecord.annotations import TimeExpression
from onrecord.timex import DAY, Days, find_easter, month_days, season_days, spell_week, week_days, year_days
from onrecord.vocab.lists import Tense

Reading = tuple[str, date, date]
"""A value with the first and the last day it stands for."""

_RELUCTANCE: Mapping[Tense | None, tuple[float, float]] = {
    "past": (1.0, 6.0),
    "present": (1.0, 2.5),
    "future": (1.7, 1.0),
    None: (1.0, 2.5),
}
"""What a day counts for that is before, or after, the base day, by the tense of the clause. A verb in the past can
govern what is ahead ("they agreed to meet on June 3"), so tense does not decide alone. Set on TimeBank and AQUAINT."""


def choose_year(base: date, days_in: Callable[[int], Days], expression: TimeExpression, direction: str) -> int:
    """The year of a period that is named without one.

    It is the nearest, what does not fit the tense counting as farther off.
    """
    year = base.year
    if direction == "last":
        return max(one for one in (year - 2, year - 1, year) if days_in(one)[1] < base)
    if direction == "next":
        return min(one for one in (year, year + 1, year + 2) if days_in(one)[0] > base)
    if direction == "this":
        return year
    before, after = _RELUCTANCE[expression.tense]

    def distance(one: int) -> float:
        first, last = days_in(one)
        return after * (first - base).days if first > base else before * max(0, (base - last).days)

    return min((year - 1, year, year + 1), key=distance)


def _attach(reading: Reading, parameters: Mapping[str, str]) -> Reading:
    """Add the time of day to a value."""
    time = parameters.get("time")
    return (f"{reading[0]}T{time}", reading[1], reading[2]) if time else reading


def _spell_day(day: date) -> Reading:
    return day.isoformat(), day, day


def _weekday(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A bare weekday is the last on or before the base day, or, told as future, the next on or after it."""
    back = (base.isoweekday() - int(parameters["weekday"])) % 7
    direction = parameters.get("direction", "")
    latest: date | None = None
    if direction == "either":
        last, coming = base - timedelta(days=back), base + timedelta(days=-back % 7)
        value = last.isoformat() if last == coming else f"XXXX-WXX-{parameters['weekday']}"
        return _attach((value, last, coming), parameters)
    if direction == "last":
        day = base - timedelta(days=back or 7)
    elif direction == "next":
        day = base + timedelta(days=7 - back)
        # "Next Friday", said on a Monday, is the coming one to some and the one after it to others.
        latest = day + timedelta(days=7) if day.isoweekday() > base.isoweekday() else day
    elif direction == "coming" or expression.tense == "future" or (direction == "this" and expression.tense != "past"):
        day = base + timedelta(days=-back % 7)
    else:
        day = base - timedelta(days=back)
    day += timedelta(weeks=int(parameters.get("weeks", "0")))
    return _attach((day.isoformat(), day, max(day, latest or day)), parameters)


def _month(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    month = int(parameters["month"])
    if "years" in parameters:
        year = base.year + int(parameters["years"])
    else:
        year = choose_year(base, lambda one: month_days(one, month), expression, parameters.get("direction", ""))
    first, last = month_days(year, month)
    return f"{year:04d}-{month:02d}", first, last


def find_month_day(parameters: Mapping[str, str], year: int) -> date:
    """A day of the year: by month and day, as the nth weekday of a month (-1 the last), or counted from Easter."""
    if "easter" in parameters:
        return find_easter(year) + timedelta(days=int(parameters["easter"]))
    month = int(parameters["month"])
    if "nth" in parameters:
        first, last = month_days(year, month)
        weekday, nth = int(parameters["of"]), int(parameters["nth"])
        if nth < 0:
            return last - timedelta(days=(last.isoweekday() - weekday) % 7)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    # 29 February, in other years, is the nearest day there is.
    return date(year, month, min(int(parameters["day"]), month_days(year, month)[1].day))


def _day_of_month(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    if "years" in parameters:
        year = base.year + int(parameters["years"])
    else:
        year = choose_year(
            base, lambda one: (find_month_day(parameters, one),) * 2, expression, parameters.get("direction", "")
        )
    return _attach(_spell_day(find_month_day(parameters, year)), parameters)


def _shift_month(base: date, months: int) -> date:
    first, last = month_days(base.year, base.month + months)
    return first.replace(day=min(base.day, last.day))


def _offset(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A count of units from the base day. The larger the unit, the vaguer: half a unit more or less is meant too."""
    count, unit = int(parameters["n"]), parameters["unit"]
    if unit == "D":
        return _attach(_spell_day(base + timedelta(days=count)), parameters)
    if unit == "W":
        day = base + timedelta(weeks=count)
        value, (first, last), slack = spell_week(day), week_days(day), 3
    elif unit == "M":
        day = _shift_month(base, count)
        value, (first, last), slack = f"{day:%Y-%m}", month_days(day.year, day.month), 15
    else:
        day = _shift_month(base, 12 * count)
        value, (first, last), slack = f"{day:%Y}", year_days(day.year), 183
    return value, min(first, day - slack * DAY), max(last, day + slack * DAY)


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


def _unit(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A calendar unit some units before or after the one the base day lies in: "last week", "this year"."""
    count, unit = int(parameters["n"]), parameters["unit"]
    if unit == "D":
        return _attach(_spell_day(base + timedelta(days=count)), parameters)
    if (
        unit == "WE"
        and parameters.get("direction") == "near"
        and expression.tense != "future"
        and base.isoweekday() < 5
    ):
        count -= 1  # "the weekend", said before Friday, is the one that was
    value, first, last = _find_unit(base, count, unit)
    part = parameters.get("within")
    if part == "rolling":
        last = max(last, base)
    elif part == "earlier" and first <= base:
        last = max(first, min(last, base))
    elif part == "later" and base <= last:
        first = min(last, max(first, base))
    return value, first, last


def _find_unit(base: date, count: int, unit: str) -> Reading:
    if unit == "W":
        day = base + timedelta(weeks=count)
        return spell_week(day), *week_days(day)
    if unit == "WE":
        saturday = base + timedelta(days=5 - base.weekday(), weeks=count)
        return f"{spell_week(saturday)}-WE", saturday, saturday + DAY
    if unit == "M":
        first, last = month_days(base.year, base.month + count)
        return f"{first:%Y-%m}", first, last
    if unit == "Q":
        quarter = base.year * 4 + (base.month - 1) // 3 + count
        year, number = quarter // 4, quarter % 4 + 1
        return f"{year:04d}-Q{number}", month_days(year, 3 * number - 2)[0], month_days(year, 3 * number)[1]
    if unit == "Y":
        return f"{base.year + count:04d}", *year_days(base.year + count)
    width = 10 if unit == "DE" else 100
    number = base.year // width + count
    return f"{number:0{3 if unit == 'DE' else 2}d}", *year_days(number * width, number * width + width - 1)


def _narrative(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """Counted from a day told: a calendar unit ("that year", "the following week") or so many units."""
    return (_unit if "calendar" in parameters else _offset)(expression, parameters, base)


RULES: Mapping[str, Callable[[TimeExpression, Mapping[str, str], date], Reading]] = {
    "weekday": _weekday,
    "month": _month,
    "day-of-month": _day_of_month,
    "offset": _offset,
    "quarter": _quarter,
    "season": _season,
    "unit": _unit,
    "part": _unit,
    "narrative": _narrative,
}
"""The rules that need a base day. The others (absolute, duration, set, reference) carry their value."""


def read_expression(expression: TimeExpression, base: date) -> Reading | None:
    """What an expression stands for, counted from one day; None where the calendar ends."""
    try:
        return RULES[expression.rule](expression, dict(expression.parameters), base)
    except (ValueError, OverflowError):
        return None


def open_value(expression: TimeExpression) -> str:
    """The value of an expression whose base day is unknown, X for what is not known."""
    parameters = dict(expression.parameters)
    time = f"T{parameters['time']}" if "time" in parameters else ""
    if expression.rule == "weekday":
        return f"XXXX-WXX-{parameters['weekday']}{time}"
    if expression.rule == "month":
        return f"XXXX-{parameters['month']}"
    if expression.rule == "day-of-month" and "day" in parameters:
        return f"XXXX-{parameters['month']}-{parameters['day']}{time}"
    if expression.rule in ("quarter", "season"):
        return "XXXX-" + (f"Q{parameters['quarter']}" if "quarter" in parameters else parameters["season"])
    reading = read_expression(expression, date(2001, 1, 1))
    return re.sub(r"\d", "X", reading[0].partition("T")[0]) + time if reading else "XXXX"


def blur_value(expression: TimeExpression, low: str, high: str) -> str:
    """The value of an expression that stands for one of several: what its readings share, X for the rest."""
    if low == high:
        return low
    if expression.rule in ("weekday", "month", "day-of-month", "quarter", "season"):
        return open_value(expression)
    (first, mark, time), fields = low.partition("T"), high.partition("T")[0].split("-")
    shared, same = [], True
    for mine, other in zip(first.split("-"), fields, strict=False):
        same = same and mine == other
        shared.append(mine if same else re.sub(r"\d", "X", mine))
    return "-".join(shared) + mark + time
