"""One side names a day, the other says right after that none is set: "no date had been agreed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.ground import known
from onrecord.compare.likeness import is_plain_assertion
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.said import plain
from onrecord.compare.words import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said

NEAR = 250
"""Characters from the day to the word that there is none."""
SETTING = frozenset({"set", "fix", "schedule", "agree", "arrange", "plan", "settle", "decide"})
NAMING = SETTING | {"give", "name", "mention", "promise"}
"""What no date was, or was, if a day was promised."""
BARE = frozenset(
    plain(word) for word in ("date", "day", "time", "timetable", "firm", "exact", "new", "specific", "yet")
)
NO_DATE = re.compile(
    r"\bno (?:firm |exact |new |such |definite |specific )?(?:date|day|time|timetable)\b", re.IGNORECASE
)


def find_undated(ground: Ground, said: Sequence[Said]) -> Iterator[Rift]:
    """Rifts of a day that one side names for something ahead, and another side's word that no day is set."""
    told: dict[str, list[Said]] = {}
    for one in said:
        if one.statement is not None:
            told.setdefault(one.document, []).append(one)
    for name in sorted(told):
        for no in told[name]:
            if no.assertion.negated and no.assertion.predicate in NAMING and NO_DATE.search(ground.text(no.evidence)):
                yes = find_day(ground, told[name], no)
                if yes is not None:
                    yield build_rift(ground, yes, no)


def find_day(ground: Ground, told: Sequence[Said], no: Said) -> Said | None:
    """The last clause before, of another side, that names a day for what is set or will be.

    "No date had been set for the election" answers only who spoke of the election.
    """
    matter = no.words - no.names - {plain(no.assertion.predicate)} - BARE
    near = [
        one
        for one in told
        if 0 <= no.assertion.start - one.assertion.end <= NEAR
        and one.side != no.side
        and (not matter or matter & one.words)
        and not one.assertion.negated
        and (one.assertion.predicate in SETTING | {"promise"} or one.assertion.tense == "future")
        and known(ground.days(one.evidence))
        and is_plain_assertion(ground.text(one.evidence))
    ]
    return max(near, key=lambda one: (one.assertion.end, one.assertion.start), default=None)


def build_rift(ground: Ground, yes: Said, no: Said) -> Rift:
    """The rift of a day and no day."""
    sides = [
        Voice(shorten(ground.text(one.evidence)), one.voice, one.statement or one.voice, one.evidence, one.when)
        for one in (yes, no)
    ]
    return Rift(
        about=yes.statement or yes.voice,
        kind="denial",
        facet=None,
        sides=(sides[0], sides[1]),
        reasons=(f"{ground.name(yes.voice)} names a day, {ground.name(no.voice)} says that none is set.",),
    )
