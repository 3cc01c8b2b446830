"""Days counted from a base day in calendar units: "two weeks ago", "last week", "the rest of the year".

Like all rules of time expressions these are monotone in the base day (see `timex_rules`).
"""

from collections.abc import Mapping
from datetime import date, timedelta

from onrecord.annotations import TimeExpression
from onrecord.timex import DAY, month_days, spell_week, week_days, year_days
from onrecord.vocab.lists import Tense

Reading = tuple[str, date, date]
"""A value with the first and the last day it stands for."""


def attach(reading: Reading, parameters: Mapping[str, str]) -> Reading:
    """Add the time of day to a value."""
    time = parameters.get("time")
    return (f"{reading[0]}T{time}", reading[1], reading[2]) if time else reading


def spell_day(day: date) -> Reading:
    """A single day."""
    return day.isoformat(), day, day


def _shift_month(base: date, months: int) -> date:
    first, last = month_days(base.year, base.month + months)
    return first.replace(day=min(base.day, last.day))


SLACK: Mapping[str, int] = {"D": 0, "W": 3, "M": 15, "Y": 183}
"""Days more or less that are meant by so many units before or after a day: half a unit, days being exact."""


def _offset(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A count of units from the base day. The larger the unit, the vaguer: half a unit more or less is meant too."""
    count, unit = int(parameters["n"]), parameters["unit"]
    if unit == "D":
        return attach(spell_day(base + timedelta(days=count)), parameters)
    if unit == "W":
        day = base + timedelta(weeks=count)
        value, (first, last) = spell_week(day), week_days(day)
    elif unit == "M":
        day = _shift_month(base, count)
        value, (first, last) = f"{day:%Y-%m}", month_days(day.year, day.month)
    else:
        day = _shift_month(base, 12 * count)
        value, (first, last) = f"{day:%Y}", year_days(day.year)
    return value, min(first, day - SLACK[unit] * DAY), max(last, day + SLACK[unit] * DAY)


_WEEKEND_FROM: Mapping[Tense | None, int] = {"past": 6, "present": 5, "future": 1, None: 5}
"""The first weekday on which "the weekend" is the coming one; said before, it is the one that was."""


def shift_unit(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A calendar unit some units before or after the one the base day lies in: "last week", "this year"."""
    count, unit = int(parameters["n"]), parameters["unit"]
    if unit == "D":
        return attach(spell_day(base + timedelta(days=count)), parameters)
    if unit == "WE" and parameters.get("direction") == "near" and base.isoweekday() < _WEEKEND_FROM[expression.tense]:
        count -= 1
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


def offset_up_to(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """ "In two to three weeks": from the smaller count to the end of the larger one."""
    reading = _offset(expression, parameters, base)
    if "to" not in parameters:
        return reading
    farther = _offset(expression, {**parameters, "n": parameters["to"]}, base)
    return reading[0], min(reading[1], farther[1]), max(reading[2], farther[2])
