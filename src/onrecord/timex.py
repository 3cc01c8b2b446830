"""TIMEX3 values and the days they stand for: months, weeks, seasons, quarters, Easter.

Sources: TimeML 1.2.1 (Pustejovsky et al. 2005) for values; ISO 8601 for weeks. Seasons are those of the northern
hemisphere, with wide borders. A week may start on Sunday or on Monday: its interval holds both readings. Values of
times of day keep the clock ("2025-05-20T13:29"), their interval is the whole day.
"""

import calendar
import math
import re
from collections.abc import Mapping
from datetime import date, timedelta

Days = tuple[date, date]

SEASONS: Mapping[str, tuple[tuple[int, int, int], tuple[int, int, int]]] = {
    "SP": ((0, 3, 1), (0, 6, 21)),
    "SU": ((0, 6, 1), (0, 9, 23)),
    "FA": ((0, 9, 1), (0, 12, 21)),
    # The winter of a year is the one it began with or the one it ended with.
    "WI": ((-1, 12, 1), (1, 3, 20)),
}
"""(years later, month, day) of the first and the last day."""

DAY = timedelta(days=1)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month; months beyond 1-12 run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_days(first: int, last: int | None = None) -> Days:
    """First and last day of a year or of a run of years."""
    return date(first, 1, 1), date(last or first, 12, 31)


def week_days(day: date) -> Days:
    """The week around a day: Monday to Sunday and Sunday to Saturday, both readings together."""
    monday = day - timedelta(days=day.weekday())
    sunday = day - timedelta(days=(day.weekday() + 1) % 7)
    return min(monday, sunday), max(monday, sunday) + timedelta(days=6)


def season_days(year: int, season: str) -> Days:
    """First and last day of a northern season, borders wide."""
    (back, month, day), (on, last_month, last_day) = SEASONS[season]
    return date(year + back, month, day), date(year + on, last_month, last_day)


def spell_week(day: date) -> str:
    """The ISO week of a day.

    >>> spell_week(date(2025, 3, 10))
    '2025-W11'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_VALUE = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?:-(?P<weekday>[1-7]|WE))?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?|XX(?:-XX)?))?|(?P<decade>\d{3})|(?P<century>\d\d))(?:T.*)?"
)


def find_days(value: str) -> Days | None:
    """The days a TIMEX3 value stands for, None where it has no definite ones.

    >>> find_days("2025-W11")
    (datetime.date(2025, 3, 9), datetime.date(2025, 3, 16))
    >>> find_days("2025-06-06/2025-06-08")
    (datetime.date(2025, 6, 6), datetime.date(2025, 6, 8))
    """
    first, mark, last = value.partition("/")
    if mark:
        ends = find_days(first), find_days(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    try:
        return _read_days(match)
    except (ValueError, OverflowError):
        return None


def _read_days(match: re.Match[str]) -> Days | None:
    if match["decade"] or match["century"]:
        width = 10 if match["decade"] else 100
        first = int(match["decade"] or match["century"]) * width
        return year_days(max(first, 1), first + width - 1)
    year = int(match["year"])
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        if match["weekday"] == "WE":
            return monday + 5 * DAY, monday + 6 * DAY
        if match["weekday"]:
            return (monday + (int(match["weekday"]) - 1) * DAY,) * 2
        return monday - DAY, monday + 6 * DAY
    if match["quarter"]:
        last = 3 * int(match["quarter"])
        return month_days(year, last - 2)[0], month_days(year, last)[1]
    if match["half"]:
        last = 6 * int(match["half"])
        return month_days(year, last - 5)[0], month_days(year, last)[1]
    if match["season"]:
        return season_days(year, match["season"])
    if match["day"]:
        return (date(year, int(match["month"]), int(match["day"])),) * 2
    return month_days(year, int(match["month"])) if match["month"] else year_days(year)


def find_easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


_PARTS: Mapping[str, tuple[float, float]] = {"START": (0.0, 0.5), "MID": (0.25, 0.75), "END": (0.5, 1.0)}
"""Which part of a period a TIMEX3 `mod` leaves: the halves, and the middle half."""


def narrow(first: date, last: date, modifier: str | None) -> Days:
    """The part of a period that "early", "mid" or "late" leaves, borders wide; one or two days stay whole.

    >>> narrow(date(2025, 1, 1), date(2025, 12, 31), "START")[1]
    datetime.date(2025, 6, 30)
    """
    if not modifier or modifier not in _PARTS or (last - first).days < 2:
        return first, last
    start, end = _PARTS[modifier]
    years = last.year - first.year + 1
    if (first, last) == year_days(first.year, last.year):
        return month_days(first.year, 1 + int(12 * years * start))[0], month_days(
            first.year, math.ceil(12 * years * end)
        )[1]
    days = (last - first).days + 1
    return first + int(days * start) * DAY, first + (math.ceil(days * end) - 1) * DAY
