"""Rules for runs and pairs of days: "6-8 June", "from Monday to Wednesday", "April 24 and 25"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.annotate.timex.scene import Rule, Scene, find_grain
from onrecord.annotate.timex.words import read_month, read_year
from onrecord.annotations import TimeExpression
from onrecord.vocab.lists import Tense

_JOINS = re.compile(r"\s*[–—-]\s*|\s+(?:to|through|until|till)\s+", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_MOVES = re.compile(
    r"\b(?:mov|postpon|delay|chang|shift|push|put|reschedul|brought|bring|defer|switch)\w*\b", re.IGNORECASE
)
"""With one of these "from Monday to Wednesday" is no run of days: the meeting is now on Wednesday."""

_PAIRED = re.compile(
    r"\s+(?:and|or)\s+(?P<d>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?=\s*(?:[.,;:)!?”\"](?!\d)|$)|\s+(?:at|in|to|for|when|as|with|by|and|during|after|before|between|that|where)\b)"
)


def build_run(scene: Scene, match: re.Match[str]) -> TimeExpression | None:
    """ "6-8 June", "June 6 to 8", "between 3 and 5 May": one expression from the first day to the last."""
    month, year = f"{read_month(match['m']):02d}", match["y"]
    first, last = (int(re.match(r"\d+", match[name])[0]) for name in ("d", "d2"))  # type: ignore[index]
    if not first < last:
        return None
    if "and" in match["to"] and not _BETWEEN.search(scene.before(match)):
        return None
    ends = [{"month": month, "day": f"{day:02d}"} for day in (first, last)]
    tense = scene.find_tense(*match.span())
    if year:
        dates = [f"{read_year(year):04d}-{one['month']}-{one['day']}" for one in ends]
        return _span(match.start(), match.end(), "absolute", {}, tense, "/".join(dates))
    return _span(
        match.start(), match.end(), "range", _name_ends("day-of-month", ends[0], "day-of-month", ends[1]), tense
    )


def _span(
    start: int, end: int, rule: str, parameters: Mapping[str, str], tense: Tense | None, value: str | None = None
) -> TimeExpression:
    return TimeExpression(
        start=start, end=end, type="DATE", rule=rule, value=value, parameters=tuple(parameters.items()), tense=tense
    )


def _name_ends(rule: str, first: Mapping[str, str], other_rule: str, last: Mapping[str, str]) -> dict[str, str]:
    named = {"from.rule": rule, **{f"from.{name}": value for name, value in first.items()}}
    return {**named, "to.rule": other_rule, **{f"to.{name}": value for name, value in last.items()}}


def join_days(text: str, first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """One expression for a run of days told by two, or None: "from Monday to Wednesday", "28 May to 2 June".

    Args:
        text: The text.
        first: The first day named.
        last: The one named next.
    """
    between = text[first.end : last.start]
    before = text[max(0, first.start - 60) : first.start]
    if len(between) > 12 or not (_is_day(first) and _is_day(last)):
        return None
    if _JOINS.fullmatch(between):
        dashed = not between.strip().isalpha()
        if (not dashed and not _FROM.search(before)) or _MOVES.search(re.split(r"[.;\n]", before)[-1]):
            return None
    elif between.strip().lower() != "and" or not _BETWEEN.search(before):
        return None
    if last.rule == "absolute":
        return _join_absolute(first, last)
    if first.rule == "absolute":
        return None
    if first.rule != last.rule or not _is_short(first, last):
        return None
    parameters = _name_ends(first.rule, dict(first.parameters), last.rule, dict(last.parameters))
    return _span(first.start, last.end, "range", parameters, first.tense)


def _is_short(first: TimeExpression, last: TimeExpression) -> bool:
    """Weekdays, or days of one month or of two that follow each other; TimeBank keeps longer runs as two dates."""
    months = [int(dict(end.parameters).get("month", "0")) for end in (first, last)]
    return (months[1] - months[0]) % 12 <= 1


def _is_day(expression: TimeExpression) -> bool:
    if expression.type != "DATE" or expression.anchor is not None or expression.modifier:
        return False
    if expression.rule == "absolute":
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", expression.value or ""))
    parameters = dict(expression.parameters)
    if expression.rule == "day-of-month":
        return {"month", "day"} <= parameters.keys() and "years" not in parameters and not parameters.get("direction")
    return expression.rule == "weekday"


def _join_absolute(first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """A year told with the last day holds for the first."""
    end = last.value or ""
    start = first.value or ""
    if first.rule == "day-of-month":
        parameters = dict(first.parameters)
        start = f"{end[:4]}-{parameters['month']}-{parameters['day']}"
        if start > end:
            start = f"{int(end[:4]) - 1:04d}{start[4:]}"
    elif first.rule != "absolute":
        return None
    return _span(first.start, last.end, "absolute", {}, first.tense, f"{start}/{end}") if start < end else None


def find_paired(text: str, expression: TimeExpression, limit: int) -> TimeExpression | None:
    """The second day of "April 24 and 25", which TimeBank counts as an expression of its own.

    Args:
        text: The text.
        expression: A day with its month.
        limit: Where the next expression starts.
    """
    match = _PAIRED.match(text, expression.end, min(len(text), expression.end + 60))
    told = re.search(r"(\d+)(?:st|nd|rd|th)?$", text[expression.start : expression.end])
    if not match or not told or match.end() > limit or not int(told[1]) < int(match["d"]):
        return None
    day = f"{int(match['d']):02d}"
    start, end = match.start("d"), match.end()
    if expression.rule == "day-of-month" and {"month", "day"} <= dict(expression.parameters).keys():
        kept = {**dict(expression.parameters), "day": day}
        kept.pop("falls", None)
        return replace(expression, start=start, end=end, parameters=tuple(kept.items()))
    return None


_STARTS = re.compile(r",?\s+(?:from|starting|beginning|starting from|beginning from)(?:\s+on)?\s+", re.IGNORECASE)


def runs_from(text: str, length: TimeExpression, day: TimeExpression) -> bool:
    """Does an amount of time run from a day: "for 30 days from October 21"?"""
    if length.rule != "duration" or length.type != "DURATION" or length.anchor is not None or not _is_day(day):
        return False
    return bool(_STARTS.fullmatch(text, length.end, day.start)) and "direction" not in dict(length.parameters)


_NAMED = r"(?:(?:the|a|an|his|her|its|their)\s+)?(?:(?!that\b|which\b|who\b|until\b|from\b)[\w’'-]+\s+){0,5}"
_TO_EVENT = re.compile(rf"\s+(?:(?P<side>before|after)\s+)?(?P<event>{_NAMED})")
_APPOSED = re.compile(r",\s+on\s+(?:the\s+)?")


def count_from(text: str, counted: TimeExpression, day: TimeExpression, index: int) -> TimeExpression | None:
    """An expression that counts from the day of an event named behind it: "three days before the vote on April 2".

    A weekday must stand right there ("two days after Monday's vote"): of "two days after the vote on Monday" nobody
    knows whether Monday is the day of the vote. In "a year earlier, on 6 April 2033" the day behind is the one meant.

    Args:
        text: The text.
        counted: An amount of time, or "the day before", with nothing told before it to count from.
        day: The expression behind it.
        index: Which one that is.

    Returns:
        The first expression, anchored on the other; None where it does not count from it.
    """
    between = text[counted.end : day.start]
    if find_grain(day) != "D" or len(between) > _EVENT_REACH:
        return None
    told = re.search(r"(?:before|earlier|later)$", text[counted.start : counted.end])
    if counted.rule == "narrative" and told and _APPOSED.fullmatch(between) and day.rule in _DATES:
        return replace(counted, parameters=(("n", "0"), ("unit", "D")), anchor=index)
    match = _TO_EVENT.fullmatch(between)
    if not match or (day.rule == "weekday" and match["event"].strip() not in ("", "the")):
        return None
    if counted.rule == "narrative" and re.search(r"(?:before|after)$", text[counted.start : counted.end]):
        return None if match["side"] or counted.anchor is not None else replace(counted, anchor=index)
    if counted.rule != "duration" or not match["side"] or "direction" in dict(counted.parameters):
        return None
    return replace(counted, parameters=(*counted.parameters, ("counted", match["side"])), anchor=index)


_DATES = ("absolute", "day-of-month")
_EVENT_REACH = 60
"""Characters between an amount of time and the day of the event it counts from."""


RULES: tuple[Rule, ...] = (
    (
        r"(?:the )?(?P<d><<DAYNUM>>)(?P<to>\s*[–—-]\s*| (?:to|through|until|till|and) )(?:the )?(?P<d2><<DAYNUM>>)"
        r"(?: of)? (?P<m><<MON>>)(?:,? (?P<y><<YEAR>>))?",
        build_run,
        ("month",),
    ),
    (
        r"(?P<m><<MON>>) (?P<d><<DAYNUM>>)(?P<to>\s*[–—-]\s*| (?:to|through|until|till|and) )(?:the )?"
        r"(?P<d2><<DAYNUM>>)(?:,? (?P<y><<YEAR>>))?(?!\d|:\d| percent)",
        build_run,
        ("month",),
    ),
)
