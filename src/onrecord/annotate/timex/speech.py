"""The day of speech: "tomorrow" in a quotation counts from the day it was said, where the text tells that day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.annotate.timex.scene import find_grain
from onrecord.annotate.timex.words import load_words
from onrecord.annotations import TimeExpression

_QUOTE = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)
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
    done = list(expressions)
    for quote in _QUOTE.finditer(text):
        inside = [i for i, one in enumerate(expressions) if quote.start() <= one.start and one.end <= quote.end()]
        deictic = [i for i in inside if _is_deictic(expressions[i])]
        if not deictic:
            continue
        said = _find_said(text, expressions, quote.start(), quote.end())
        for index in deictic:
            if said is not None:
                done[index] = replace(expressions[index], anchor=said)
    return tuple(done)


def _is_deictic(expression: TimeExpression) -> bool:
    """Does it count from the moment of speech: "tomorrow", "two days ago", "last week"?"""
    return expression.rule in ("offset", "unit", "part") and expression.anchor is None


def _find_said(text: str, expressions: Sequence[TimeExpression], start: int, end: int) -> int | None:
    """Index of the day told with a verb of speech in the sentence behind, or before, a quotation."""
    stop = _SENTENCE_END.search(text, end)
    behind = (end, stop.start() if stop else len(text))
    left = max((match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 300), start)), default=0)
    for first, last in (behind, (left, start)):
        verb = _speech().search(text, first, last)
        if not verb or _QUOTE.search(text, first, last):
            continue
        days = [
            (min(abs(one.start - verb.end()), abs(verb.start() - one.end)), i)
            for i, one in enumerate(expressions)
            if first <= one.start and one.end <= last and find_grain(one) == "D" and one.tense != "future"
        ]
        if days:
            return min(days)[1]
    return None
