"""The day of speech: "tomorrow" in a quotation or a post counts from the day of it, where the text tells that day."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.annotate.posts import find_posts
from onrecord.annotate.timex.scene import find_grain
from onrecord.annotate.timex.words import load_words
from onrecord.annotations import TimeExpression

_QUOTE = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
_REACH = 300
"""Characters on either side of a quotation in which its verb of speech is looked for."""

_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|\n")


@cache
def _speech() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load_words()["speech"]) + r")\b")


def anchor_quoted(text: str, expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Let what counts from "now" inside a quotation count from the day of speech, if it is told beside the quotation.

    Args:
        text: The text.
        expressions: Its time expressions, in order.

    Returns:
        The same expressions; an `anchor` may now point forwards, at "Monday" of “… tomorrow,” she said on Monday.
    """
    if not any(_is_deictic(one) for one in expressions):
        return tuple(expressions)
    done, starts = list(expressions), [one.start for one in expressions]
    for quote in _QUOTE.finditer(text):
        inside = _find_inside(expressions, starts, quote.start(), quote.end())
        deictic = [i for i in inside if _is_deictic(expressions[i])]
        if not deictic:
            continue
        said = _find_said(text, expressions, starts, quote.start(), quote.end())
        for index in deictic:
            if said is not None:
                done[index] = replace(expressions[index], anchor=said)
    return tuple(done)


def anchor_posted(text: str, expressions: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Let what counts from "now" in a post count from its signature: "Off on Friday! — Mara Osei (@mara) May 4, 2031".

    Args:
        text: The text.
        expressions: Its time expressions, in order.
    """
    done, starts = list(expressions), [one.start for one in expressions]
    for post in find_posts(text):
        signed = _find_inside(expressions, starts, *post.day)
        for index in _find_inside(expressions, starts, *post.content) if signed else ():
            one = expressions[index]
            if _is_deictic(one) or (one.anchor is None and one.rule in ("weekday", "day-of-month", "month")):
                done[index] = replace(one, anchor=signed[0])
    return tuple(done)


def _is_deictic(expression: TimeExpression) -> bool:
    """Does it count from the moment of speech: "tomorrow", "two days ago", "last week"?"""
    return expression.rule in ("offset", "unit", "part") and expression.anchor is None


def _find_inside(expressions: Sequence[TimeExpression], starts: Sequence[int], first: int, last: int) -> list[int]:
    """Indices of the expressions in a stretch of the text; `starts` are where they start, in order."""
    return [i for i in range(bisect_left(starts, first), bisect_left(starts, last)) if expressions[i].end <= last]


def _find_said(
    text: str, expressions: Sequence[TimeExpression], starts: Sequence[int], start: int, end: int
) -> int | None:
    """Index of the day told with a verb of speech in the sentence behind, or before, a quotation."""
    stop = _SENTENCE_END.search(text, end, end + _REACH)
    behind = (end, stop.start() if stop else min(len(text), end + _REACH))
    reach = max(0, start - _REACH)
    left = max((match.end() for match in _SENTENCE_END.finditer(text, reach, start)), default=reach)
    for first, last in (behind, (left, start)):
        verb = _speech().search(text, first, last)
        if not verb or _QUOTE.search(text, first, last):
            continue
        days = [
            (min(abs(one.start - verb.end()), abs(verb.start() - one.end)), i)
            for i, one in ((i, expressions[i]) for i in _find_inside(expressions, starts, first, last))
            if find_grain(one) == "D" and one.tense != "future"
        ]
        if days:
            return min(days)[1]
    return None
