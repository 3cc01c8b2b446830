"""Days of a month counted from a base day: "August 15", "Friday, 9 April", "on the 16th", "Easter Monday".

Like all rules of time expressions these are monotone in the base day (see `timex_rules`).
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from onrecord.annotations import TimeExpression
from onrecord.timex import Days, find_easter, month_days, spell_week, week_days
from onrecord.timex_units import Reading, attach, spell_day
from onrecord.vocab.lists import Tense

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


_DOUBT = 9
"""A day that fits the tense but is so many times farther off than the one that does not is in doubt."""

_NEAR = 7
"""Days within which "the 16th", no tense telling, is the one just gone or just to come."""


def _day_alone(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """ "On the 16th": of the month nearest by the tense, or of one so many months from the base day's."""
    number = int(parameters["day"])
    if "months" in parameters:
        first, last = month_days(base.year, base.month + int(parameters["months"]))
        # A day that the month does not have leaves the month.
        return spell_day(first.replace(day=number)) if number <= last.day else (f"{first:%Y-%m}", first, last)
    months = [month_days(base.year, base.month + step) for step in range(-3, 4)]
    days = [first.replace(day=number) for first, last in months if number <= last.day]
    last_one = max(one for one in days if one <= base)
    next_one = min(one for one in days if one >= base)
    passed, ahead = (base - last_one).days, (next_one - base).days
    if expression.tense == "past" and passed <= _DOUBT * ahead:
        return spell_day(last_one)
    if expression.tense == "future" and ahead <= _DOUBT * passed:
        return spell_day(next_one)
    if expression.tense in ("past", "future"):
        return f"XXXX-XX-{number:02d}", last_one, next_one
    if passed <= _NEAR:
        return spell_day(last_one)
    if ahead <= _NEAR:
        return spell_day(next_one)
    return f"XXXX-XX-{number:02d}", last_one, next_one


def read_day_of_month(expression: TimeExpression, parameters: Mapping[str, str], base: date) -> Reading:
    """A day named by its month or number, a holiday, or the week that a day begins."""
    if "day" in parameters and "month" not in parameters:
        return attach(_day_alone(expression, parameters, base), parameters)
    if "years" in parameters:
        year = base.year + int(parameters["years"])
    else:
        year = choose_year(
            base, lambda one: (find_month_day(parameters, one),) * 2, expression, parameters.get("direction", "")
        )
    day = find_month_day(parameters, year)
    if "week" in parameters:
        return spell_week(day), *week_days(day)
    if "falls" in parameters and "years" not in parameters:
        return attach(_read_weekday_date(expression, parameters, base, day), parameters)
    return attach(spell_day(day), parameters)


def _read_weekday_date(expression: TimeExpression, parameters: Mapping[str, str], base: date, plain: date) -> Reading:
    """ "Friday, 9 April" without a year: the year near the base day in which it is a Friday.

    Where it is a Friday in none of the three, it is an earlier year's or the weekday is wrong: both stay open.
    """
    days = [find_month_day(parameters, base.year + step) for step in (*_NEAR_YEARS, *_PAST_YEARS)]
    fit = [one for one in days if one.isoweekday() == int(parameters["falls"])]
    near = [one for one in fit if one.year >= base.year + _NEAR_YEARS[0]]
    if near or plain in fit or not fit:
        return spell_day(near[0] if near else plain)
    return f"XXXX-{parameters['month']}-{parameters['day']}", min(*fit, plain), max(*fit, plain)


_NEAR_YEARS, _PAST_YEARS = (-1, 0, 1), (-6, -5, -4, -3, -2)
"""Years from the base day's in which a weekday can settle which year a date is of."""
