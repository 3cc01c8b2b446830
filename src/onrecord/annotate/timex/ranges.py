"""Rules for runs and pairs of days: "6-8 June", "from Monday to Wednesday", "April 24 and 25"."""

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.annotate.timex.scene import Rule, Scene
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
