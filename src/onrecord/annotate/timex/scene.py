"""What a rule sees beside its match: the text, the tense of the clause, and the time expressions before."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from onrecord.annotate.timex.cues import find_cue_tense
from onrecord.annotations import TimeExpression
from onrecord.vocab.lists import Tense, TimeType

TenseOf = Callable[[int, int], Tense | None]
"""The tense of the clause around a span, None where the parse does not tell."""


_LEADS_AHEAD = re.compile(
    r"\b(?:effective|starting|beginning|payable|due|as (?:soon|early) as|no later than)\s+(?:on\s+)?$", re.IGNORECASE
)
"""Directly before a date these say that it lies ahead, whatever the verb."""

_MEMORY = 600
"""Characters for which "the next day" can count from a day told before: two or three paragraphs of news."""


@dataclass(slots=True)
class Scene:
    """A text while its time expressions are being found, in text order.

    Attributes:
        tense_of: Tense by the parse, if there is one; cue words decide where it is silent.
        last: Index and grain (Y, M, W, Q, D) of the last expression that names a date.
        day: Index and end of the last expression that names a day.
        month: Index and end of the last expression that names a month, with or without a day.
        quarter: Index and end of the last expression that names a quarter, and which of the four it is.
    """

    text: str
    tense_of: TenseOf | None = None
    last: int | None = None
    grain: str = ""
    day: int | None = None
    day_end: int = 0
    quarter: int | None = None
    quarter_end: int = 0
    quarter_number: int = 0
    month: int | None = None
    month_end: int = 0
    known: dict[tuple[int, int, bool], Tense | None] = field(default_factory=dict)

    def find_tense(self, start: int, end: int, *, strong: bool = False) -> Tense | None:
        """Tense of the clause; `strong` asks for clear cues of the future only, for weekdays."""
        key = (start, end, strong)
        tense: Tense | None
        if key not in self.known:
            tense = "future" if _LEADS_AHEAD.search(self.text[max(0, start - 20) : start]) else None
            tense = tense or (self.tense_of(start, end) if self.tense_of else None)
            self.known[key] = tense or find_cue_tense(self.text, start, end, strong=strong)
        return self.known[key]

    def find_day(self, match: re.Match[str]) -> int | None:
        """Index of the day last told, if that was not too long before to count from."""
        return self.day if match.start() - self.day_end < _MEMORY else None

    def before(self, match: re.Match[str], width: int = 12) -> str:
        """The characters before a match."""
        return self.text[max(0, match.start() - width) : match.start()]

    def after(self, match: re.Match[str], width: int = 24) -> str:
        """The characters behind a match."""
        return self.text[match.end() : match.end() + width]


Builder = Callable[[Scene, re.Match[str]], TimeExpression | None]
Rule = tuple[str, Builder, tuple[str, ...]]
"""A pattern (see `words`), what makes an expression of its match (None where it is none), and the kinds of words it
cannot do without (see `triggers`)."""


def build(
    match: re.Match[str],
    type_: TimeType,
    rule: str,
    value: str | None = None,
    parameters: Mapping[str, object] | None = None,
    *,
    tense: Tense | None = None,
    modifier: str | None = None,
    anchor: int | None = None,
) -> TimeExpression:
    """An expression over a whole match."""
    return TimeExpression(
        start=match.start(),
        end=match.end(),
        type=type_,
        rule=rule,
        value=value,
        parameters=tuple((name, str(one)) for name, one in (parameters or {}).items() if one not in (None, "")),
        tense=tense,
        modifier=modifier,
        anchor=anchor,
    )


def find_grain(expression: TimeExpression) -> str:
    """How fine a date an expression names: Y, M, W, Q, S or D; empty where it names none."""
    if expression.type not in ("DATE", "TIME"):
        return ""
    if expression.rule == "absolute":
        value = expression.value or ""
        if not re.match(r"\d{4}", value):
            return ""
        if "Q" in value:
            return "Q"
        return {4: "Y", 7: "M", 8: "W"}.get(len(value), "D")
    if expression.rule in ("offset", "unit", "part", "narrative"):
        return dict(expression.parameters)["unit"]
    if expression.rule in ("weekday", "range", "day-of-month"):
        return "D"
    return {"month": "M", "quarter": "Q", "season": "S"}.get(expression.rule, "")


def find_quarter(expression: TimeExpression) -> int:
    """Which quarter an expression names, 0 if that hangs on the publication date."""
    if expression.rule == "quarter":
        return int(dict(expression.parameters)["quarter"])
    match = re.search(r"Q([1-4])$", expression.value or "")
    return int(match[1]) if match else 0
