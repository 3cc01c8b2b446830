"""Time expressions (TIMEX3): found by rules, without knowing when the document was published.

The longest candidate wins. Values that hang on the publication date, or on a day told before, stay open: each
expression keeps the rule and the parameters by which `chronology.resolve_times` computes them later.
Source: TimeML 1.2.1 (Pustejovsky et al. 2005); measured on TimeBank and AQUAINT (`benchmarks/times.py`).
"""

import re
from dataclasses import replace
from functools import cache

from onrecord.annotate.parse import Parse
from onrecord.annotate.timex import amounts, dates, days, quarters, ranges, relative, sets
from onrecord.annotate.timex.scene import Builder, Scene, TenseOf, find_grain, find_quarter
from onrecord.annotate.timex.speech import anchor_posted, anchor_quoted
from onrecord.annotate.timex.tense import build_tense_of
from onrecord.annotate.timex.triggers import find_matches, find_windows
from onrecord.annotate.timex.words import compile_pattern
from onrecord.annotations import TimeExpression


@cache
def _load_rules() -> tuple[tuple[re.Pattern[str], Builder, tuple[str, ...]], ...]:
    rules = (
        *dates.RULES,
        *quarters.RULES,
        *ranges.RULES,
        *amounts.RULES,
        *sets.RULES,
        *days.RULES,
        *relative.RULES,
    )
    return tuple((compile_pattern(pattern), build, kinds) for pattern, build, kinds in rules)


def find_times(parse: Parse) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a document.

    Args:
        parse: The parsed document; the tense of a clause is that of its governing verb.

    Returns:
        The expressions in text order, none overlapping another; `anchor` is an index among them.
    """
    return find_expressions(parse.readable, build_tense_of(parse.doc, lambda at: parse.zone_at(at) == "caption"))


def find_expressions(text: str, tense_of: TenseOf | None = None) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a plain text.

    Args:
        text: Any text; offsets are into it.
        tense_of: Tense of the clause around a span; cue words decide without it, and where it gives None.

    Returns:
        The expressions in text order, none overlapping another; `anchor` is an index among them.
    """
    found: list[TimeExpression] = []
    scene = Scene(text=text, tense_of=tense_of)
    chosen = _choose(text)
    for index, (match, build) in enumerate(chosen):
        expression = build(scene, match)
        if expression is None:
            continue
        expression = _trim(text, expression)
        run = ranges.join_days(text, found[-1], expression) if found else None
        if run:
            found.pop()
        elif found and ranges.runs_from(text, found[-1], expression):
            parameters = (*found[-1].parameters, ("direction", "future"))
            found[-1] = replace(found[-1], parameters=parameters, anchor=len(found))
        elif found and (counted := ranges.count_from(text, found[-1], expression, len(found))):
            found[-1] = counted
        _remember(scene, found, run or expression)
        limit = chosen[index + 1][0].start() if index + 1 < len(chosen) else len(text)
        if paired := ranges.find_paired(text, found[-1], limit):
            _remember(scene, found, paired)
    return anchor_posted(text, anchor_quoted(text, found))


def _remember(scene: Scene, found: list[TimeExpression], expression: TimeExpression) -> None:
    """Append an expression; let later ones count from it."""
    grain = find_grain(expression)
    if grain:
        scene.last, scene.grain = len(found), grain
    if grain == "D":
        scene.day, scene.day_end = len(found), expression.end
    if grain in ("D", "M") and expression.rule in ("month", "day-of-month", "absolute"):
        scene.month, scene.month_end = len(found), expression.end
    if grain == "Q" and expression.rule in ("quarter", "absolute"):
        scene.quarter, scene.quarter_end = len(found), expression.end
        scene.quarter_number = find_quarter(expression)
    found.append(expression)


def _choose(text: str) -> list[tuple[re.Match[str], Builder]]:
    """The matches to build from, in text order: of those that overlap the longest that its rule accepts."""
    windows = find_windows(text)
    candidates = [
        (match, build)
        for pattern, build, kinds in _load_rules()
        for match in find_matches(pattern, text, windows, kinds)
    ]
    candidates.sort(key=lambda one: (one[0].start() - one[0].end(), one[0].start()))
    taken = bytearray(len(text))
    # A rule may refuse, so each is tried on a scene in which all that it could hang on is at hand.
    trial = Scene(
        text=text,
        tense_of=lambda start, end: "past",
        last=0,
        grain="D",
        day=0,
        day_end=len(text),
        quarter=0,
        quarter_number=1,
    )
    chosen = []
    for match, build in candidates:
        start, end = match.span()
        if not any(taken[start:end]) and build(trial, match) is not None:
            taken[start:end] = b"\1" * (end - start)
            chosen.append((match, build))
    return sorted(chosen, key=lambda one: one[0].start())


def _trim(text: str, expression: TimeExpression) -> TimeExpression:
    """Cut blanks off the ends of a span."""
    words = text[expression.start : expression.end]
    start = expression.start + len(words) - len(words.lstrip())
    end = expression.end - len(words) + len(words.rstrip())
    return (
        replace(expression, start=start, end=end) if (start, end) != (expression.start, expression.end) else expression
    )
