"""How long it lasted: "the call lasted 20 minutes", says the one; the other "speaks of 45 minutes"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import SPELLED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said

NEAR = 300
"""Characters between the one duration and the other."""
SLACK = 1.15
"""How many times the other a duration may be and still be a rounding of it."""
MOST = 12
"""How many times the other it may be and still be of the same thing."""
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "week": 10080}
LASTING = frozenset({"last", "take", "run", "go", "continue", "talk", "speak", "meet"})
ANSWERING = frozenset({"speak", "talk", "put", "give", "say", "claim", "count", "time", "clock", "insist", "maintain"})
_NUMBER = rf"(?P<number>\d+(?:\.\d+)?|an?|half an|{'|'.join(sorted(SPELLED, key=len, reverse=True))})"
DURATION = re.compile(
    rf"\b(?P<hedge>(?:at least|more than|(?<!little )(?<!just )over|less than|under|up to) )?{_NUMBER}[ -]"
    r"(?P<unit>minute|hour|day|week)s?\b(?! (?:ago|earlier|later|before|after|early|late|a day|a week|ahead))",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"\b(?:(?:speaks?|spoke|talks?|talked) of|put(?:s|ting)? (?:it|that|the \w+) at)\b[^.;]*$", re.IGNORECASE
)
""" "Speaks of 45 minutes", "put it at 45 minutes": a duration of what was just told."""


@dataclass(frozen=True, slots=True)
class Lasted:
    """A clause that gives one duration, in minutes."""

    said: Said
    minutes: float
    printed: str
    voice: str
    side: str
    answers: bool


def find_duration_disputes(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts between how long one party says that something lasted, and the duration that another sets against it."""
    told: dict[str, list[Lasted]] = {}
    for one in said:
        read = read_lasted(ground, one)
        if read is not None:
            told.setdefault(one.document, []).append(read)
    for name in sorted(told):
        for answer in told[name]:
            first = find_first(told[name], answer) if answer.answers else None
            if first is not None and differ(first.minutes, answer.minutes):
                yield build_rift(ground, first, answer)


def read_lasted(ground: Ground, one: Said) -> Lasted | None:
    """The duration that a clause gives; one that answers another needs no statement around it."""
    if one.assertion.negated or one.assertion.tense == "future":
        return None
    text = ground.text(one.evidence)
    found = list(DURATION.finditer(text))
    if len(found) != 1 or found[0]["hedge"]:
        return None
    answers = one.assertion.predicate in ANSWERING and bool(GIVEN.search(text[: found[0].start()]))
    voice = one.subject_actor if answers else one.voice
    if voice is None or not (answers or (one.statement is not None and one.assertion.predicate in LASTING)):
        return None
    number = found[0]["number"].casefold()
    value = 0.5 if number == "half an" else 1.0 if number in ("a", "an") else None
    value = value or float(SPELLED.get(number) or number)
    minutes = value * MINUTES[found[0]["unit"].casefold()]
    return Lasted(one, minutes, found[0].group(), voice, ground.side(voice) or voice, answers)


def find_first(rows: Sequence[Lasted], answer: Lasted) -> Lasted | None:
    """The nearest duration before, of another party, that was told of something by name."""
    near = [
        one
        for one in rows
        if not one.answers
        and one.side != answer.side
        and 0 <= answer.said.assertion.start - one.said.assertion.end <= NEAR
    ]
    return max(near, key=lambda one: (one.said.assertion.end, one.said.assertion.start), default=None)


def differ(a: float, b: float) -> bool:
    """Can both not be so, and can they be of one thing?"""
    low, high = sorted((a, b))
    return SLACK * low < high <= MOST * low


def build_rift(ground: Ground, first: Lasted, answer: Lasted) -> Rift:
    """The rift of two durations."""
    low, high = sorted((first, answer), key=lambda one: one.minutes)
    sides = [
        Voice(one.printed, one.voice, one.said.statement or one.voice, one.said.evidence, one.said.when)
        for one in (low, high)
    ]
    return Rift(
        about=first.said.statement or first.voice,
        kind="value",
        facet="duration",
        sides=(sides[0], sides[1]),
        reasons=(f"{ground.name(low.voice)} says {low.printed}, {ground.name(high.voice)} says {high.printed}.",),
    )
