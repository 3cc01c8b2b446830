"""Days as words of the search index, so that a period is cut by the index and not by reading rows.

A row of a narrow interval is indexed under each year, month and day that it touches; a period is then asked for by
the fewest of these that make it up. A row of a wide or half-open interval is indexed as one whose days must be read.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

NARROW = 62  # days; a longer interval is not indexed day by day
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
WIDE = "xw"


def name_days(first: str, last: str) -> tuple[str, ...]:
    """The words that a row of an interval is indexed under; none for a row without days.

    >>> name_days("2024-03-31", "2024-04-01")
    ('xy2024', 'xm202403', 'xm202404', 'xd20240331', 'xd20240401')
    >>> name_days("2024-03-31", ""), name_days("", "")
    (('xw',), ())
    """
    if not first and not last:
        return ()
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return (WIDE,)
    if not FIRST <= start <= end <= LAST or (end - start).days > NARROW:
        return (WIDE,)
    days = [start + timedelta(days=number) for number in range((end - start).days + 1)]
    words = [f"xy{day:%Y}" for day in days] + [f"xm{day:%Y%m}" for day in days] + [f"xd{day:%Y%m%d}" for day in days]
    return tuple(dict.fromkeys(words))


def name_period(since: str | None, until: str | None) -> Iterator[str]:
    """The words that make up a period: whole years and months, and the days left over.

    >>> list(name_period("2023-12-30", "2025-02-01"))
    ['xd20231230', 'xd20231231', 'xy2024', 'xm202501', 'xd20250201']
    """
    day = max(date.fromisoformat(since), FIRST) if since else FIRST
    end = min(date.fromisoformat(until), LAST) if until else LAST
    while day <= end:
        year_end = date(day.year, 12, 31)
        month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        if (day.month, day.day) == (1, 1) and year_end <= end:
            yield f"xy{day:%Y}"
            day = year_end
        elif day.day == 1 and month_end <= end:
            yield f"xm{day:%Y%m}"
            day = month_end
        else:
            yield f"xd{day:%Y%m%d}"
        day += timedelta(days=1)
