"""Interval arithmetic on days, EDTF for people, and the resolution of time expressions.

A `When` has two ends, both included, as ISO dates (or date-times); None is an open end, and both None is "unknown".
EDTF is level 0 and 1 of ISO 8601-2: `2025-08-15`, `2025-08`, `2025`, `2025-08-12/2025-08-15`, `../2025-08-15`,
`2025-08-15/..`. No time zone is ever shifted: days are the days as written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.annotations import TimeExpression
from onrecord.records import UNKNOWN, When
from onrecord.timex import find_days, month_days, narrow, year_days
from onrecord.timex_rules import RULES, blur_value, open_value, read_expression
from onrecord.timex_units import SLACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A time expression resolved: its TIMEX3 value and the interval of whole days (both ends included)."""

    value: str
    earliest: str | None = None
    latest: str | None = None

    @property
    def when(self) -> When:
        """The interval alone."""
        return build_when(self.earliest, self.latest)


def build_when(earliest: str | None, latest: str | None) -> When:
    """Build an interval with its EDTF form.

    Args:
        earliest: First day (or date-time), None for an open end.
        latest: Last day (or date-time), None for an open end.

    Raises:
        ValueError: The interval ends before it starts.

    >>> build_when("2025-08-01", "2025-08-31").edtf
    '2025-08'
    >>> build_when(None, "2025-08-15").edtf
    '../2025-08-15'
    """
    if not earliest and not latest:
        return UNKNOWN
    if earliest and latest and _end_key(latest) < _start_key(earliest):
        raise ValueError(f"an interval cannot run from {earliest} to {latest}")
    return When(edtf=_spell_edtf(earliest, latest), earliest=earliest or None, latest=latest or None)


def _spell_edtf(earliest: str | None, latest: str | None) -> str:
    if not earliest or not latest:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest
    if len(earliest) == len(latest) == 10:
        if earliest[:4] == latest[:4] and earliest.endswith("-01-01") and latest.endswith("-12-31"):
            return earliest[:4]
        if (
            earliest[:7] == latest[:7]
            and earliest.endswith("-01")
            and month_days(*_month_of(latest))[1].isoformat() == latest
        ):
            return earliest[:7]
    return f"{earliest}/{latest}"


def _month_of(day: str) -> tuple[int, int]:
    return int(day[:4]), int(day[5:7])


def parse_edtf(text: str | None) -> When:
    """Read the EDTF forms that `build_when` writes.

    Raises:
        ValueError: The text is none of them.
    """
    if not text:
        return UNKNOWN
    if "/" in text:
        first, last = text.split("/", 1)
        return build_when(
            None if first == ".." else parse_edtf(first).earliest, None if last == ".." else parse_edtf(last).latest
        )
    if re.fullmatch(r"\d{4}", text):
        days = year_days(int(text))
    elif re.fullmatch(r"\d{4}-\d\d", text):
        days = month_days(*_month_of(text))
    else:
        date.fromisoformat(text[:10])
        return build_when(text, text)
    return build_when(days[0].isoformat(), days[1].isoformat())


def _start_key(moment: str) -> str:
    return moment if len(moment) > 10 else f"{moment}T"


def _end_key(moment: str) -> str:
    return moment if len(moment) > 10 else f"{moment}T~"  # sorts after every clock time of the day


def intersect(a: When, b: When) -> When | None:
    """The days that both intervals hold; None where they share none. An open end does not constrain."""
    earliest = max((one for one in (a.earliest, b.earliest) if one), key=_start_key, default=None)
    latest = min((one for one in (a.latest, b.latest) if one), key=_end_key, default=None)
    if earliest and latest and _end_key(latest) < _start_key(earliest):
        return None
    return build_when(earliest, latest)


def contains(outer: When, inner: When) -> bool:
    """Does one interval hold the whole of the other? An unknown interval holds nothing, and nothing holds it."""
    if not (outer.earliest or outer.latest) or not (inner.earliest or inner.latest):
        return False
    if outer.earliest and not (inner.earliest and _start_key(outer.earliest) <= _start_key(inner.earliest)):
        return False
    return not outer.latest or bool(inner.latest and _end_key(inner.latest) <= _end_key(outer.latest))


def join(a: When, b: When) -> When:
    """The shortest interval that holds both; an end that is open in either is open."""
    return build_when(
        min(a.earliest, b.earliest, key=_start_key) if a.earliest and b.earliest else None,
        max(a.latest, b.latest, key=_end_key) if a.latest and b.latest else None,
    )


def read_day(moment: str) -> date:
    """The day of an ISO date or date-time."""
    return date.fromisoformat(moment[:10])


def days_between(first: str, last: str) -> int:
    """Days from one ISO date (or date-time) to another; negative where the second is earlier."""
    return (read_day(last) - read_day(first)).days


def count_days(when: When) -> int | None:
    """How many days an interval holds; None where an end is open."""
    return days_between(when.earliest, when.latest) + 1 if when.earliest and when.latest else None


def shift(when: When, days: int) -> When:
    """The interval some days later (earlier, where negative); ends become whole days."""
    ends = [one and (read_day(one) + timedelta(days=days)).isoformat() for one in (when.earliest, when.latest)]
    return build_when(ends[0], ends[1])


def find_weekdays(weekday: int, when: When) -> tuple[str, ...]:
    """All days of an interval that fall on a weekday (1 Monday to 7 Sunday); none where an end is open.

    >>> find_weekdays(1, build_when("2025-05-18", "2025-05-27"))
    ('2025-05-19', '2025-05-26')
    """
    if not when.earliest or not when.latest:
        return ()
    first, last = read_day(when.earliest), read_day(when.latest)
    first += timedelta(days=(weekday - first.isoweekday()) % 7)
    return tuple((first + timedelta(days=n)).isoformat() for n in range(0, (last - first).days + 1, 7))


_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?")


def add_period(day: date, period: str, sign: int = 1) -> date | None:
    """The day a TIMEX3 duration after (or, with sign -1, before) a day; None for vague ones such as PXW.

    Hours that are no whole days end on the day after: what is said at noon to come within 36 hours may come on the
    second day.

    >>> add_period(date(2025, 5, 19), "PT48H")
    datetime.date(2025, 5, 21)
    """
    match = _PERIOD.fullmatch(period)
    if not match or len(period) < 3:
        return None
    years, months, weeks, days, hours, minutes = (int(one or 0) for one in match.groups())
    days += -(-(60 * hours + minutes) // 1440)
    try:
        first, last = month_days(day.year, day.month + sign * (12 * years + months))
        return first.replace(day=min(day.day, last.day)) + sign * timedelta(weeks=weeks, days=days)
    except (ValueError, OverflowError):
        return None


def due_interval(expression: TimeExpression | str, base: When, resolved: Resolved | None = None) -> When:
    """The days by which something promised on a day is due.

    Args:
        expression: A duration ("within two weeks": P2W), or a date expression, or a bare TIMEX3 duration.
        base: When it was said.
        resolved: The expression as resolved, for date expressions.

    Returns:
        From when it was said to the end of the duration or period; the end is open where it is vague.

    >>> due_interval("P2W", build_when("2025-05-19", "2025-05-19")).edtf
    '2025-05-19/2025-06-02'
    """
    value = expression if isinstance(expression, str) else (resolved.value if resolved else expression.value or "")
    if not value.startswith("P") or value.endswith("_REF"):
        if resolved and resolved.latest and (not base.earliest or resolved.latest >= base.earliest[:10]):
            return build_when(base.earliest and base.earliest[:10], resolved.latest)
        return build_when(base.earliest and base.earliest[:10], None)
    if isinstance(expression, TimeExpression):
        if "counted" in dict(expression.parameters):
            return build_when(base.earliest and base.earliest[:10], resolved.latest if resolved else None)
        value = dict(expression.parameters).get("upto", value)  # "within two to three weeks"
    end = add_period(read_day(base.latest), value) if base.latest else None
    return build_when(base.earliest and base.earliest[:10], end.isoformat() if end else None)


def resolve_times(expressions: Sequence[TimeExpression], published: When) -> tuple[Resolved, ...]:
    """Resolve every expression of one document against its publication date, which may be an interval or unknown.

    An expression that counts from another one is resolved against that one's days. Against an interval the result
    holds the results of every day in it (all rules are monotone, so its two ends suffice), and the value has X for
    what is not determined: an exact day only if all possible days of publication give that same day.

    Args:
        expressions: In text order; an `anchor` may point forwards ("tomorrow", he said on Monday).
        published: Publication date.

    Returns:
        One result an expression, in the same order.
    """
    done: dict[int, Resolved] = {}

    def resolve(index: int, waiting: frozenset[int]) -> Resolved:
        if index not in done:
            expression, base = expressions[index], published
            anchor = expression.anchor
            if expression.rule == "narrative" and anchor is None:
                base = UNKNOWN  # "the next day", and no day was told
            if anchor is not None and anchor not in waiting and 0 <= anchor < len(expressions):
                base = resolve(anchor, waiting | {index}).when
            done[index] = resolve_one(expression, base)
        return done[index]

    return tuple(resolve(index, frozenset({index})) for index in range(len(expressions)))


def resolve_one(expression: TimeExpression, base: When) -> Resolved:
    """Resolve one expression against the interval it counts from."""
    if expression.rule not in RULES:
        return _resolve_fixed(expression, base)
    low = read_expression(expression, read_day(base.earliest)) if base.earliest else None
    if base.latest and base.latest == base.earliest:
        high = low
    else:
        high = read_expression(expression, read_day(base.latest)) if base.latest else None
    return Resolved(
        value=blur_value(expression, low[0], high[0]) if low and high else open_value(expression),
        earliest=low[1].isoformat() if low else None,
        latest=high[2].isoformat() if high else None,
    )


_SEASON = re.compile("SP|SU|FA|WI")


def _count_from(value: str, side: str, base: When) -> Resolved:
    """ "Two weeks after the vote": a day about so far from those of the vote."""
    sign, slack = 1 if side == "after" else -1, timedelta(days=SLACK.get(value[-1:], 0))
    ends = [one and add_period(read_day(one), value, sign) for one in (base.earliest, base.latest)]
    low, high = (end and end + step for end, step in zip(ends, (-slack, slack), strict=True))
    return Resolved(value=value, earliest=low.isoformat() if low else None, latest=high.isoformat() if high else None)


def _resolve_fixed(expression: TimeExpression, base: When) -> Resolved:
    value = expression.value or ""
    if side := dict(expression.parameters).get("counted"):
        return _count_from(value, side, base)
    if expression.type in ("DATE", "TIME"):
        days = find_days(value)
        if not days:
            return Resolved(value=value)
        if expression.type == "DATE" and not _SEASON.search(value):
            days = narrow(*days, expression.modifier)
        return Resolved(value=value, earliest=days[0].isoformat(), latest=days[1].isoformat())
    towards = dict(expression.parameters).get("direction")
    if expression.type == "DURATION" and towards in ("past", "future"):
        sign = 1 if towards == "future" else -1
        low = read_day(base.earliest) if base.earliest else None
        high = read_day(base.latest) if base.latest else None
        if sign < 0:
            low = add_period(low, value, -1) if low else None
        else:
            high = add_period(high, value) if high else None
        return Resolved(
            value=value, earliest=low.isoformat() if low else None, latest=high.isoformat() if high else None
        )
    return Resolved(value=value)
