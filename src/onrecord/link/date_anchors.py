"""Anchors: what an undated document tells that dated documents tell with a day.

Each anchor says on which days the undated document can have been published: its own words for the time ("on Friday")
are tried on every day around the known day, and the days on which they mean that day are kept.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.annotations import Annotated
from onrecord.chronology import Resolved, build_when, resolve_times
from onrecord.link.accounts import join_days
from onrecord.link.event_conflicts import find_conflict
from onrecord.link.event_groups import Group, World, is_narrow, read_day
from onrecord.link.event_pairs import match_participants
from onrecord.link.places import is_usual, match_places
from onrecord.records import Evidence, When

_REACH = 16
"""Days before and after the known day on which an undated document is tried; what still fits then is left open."""


_WEEK = 9
"""Days: words such as "last week" bound the publication as well, though less closely and with less weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """One thing told by an undated and by a dated document.

    Attributes:
        earliest, latest: Ordinals of the days the undated document can be of; None is open.
        weight: How much it says that both tell of the same thing.
        subject: What may be anchored only once.
        evidence: The words of both documents.
    """

    earliest: int | None
    latest: int | None
    weight: float
    subject: tuple[str, int]
    reason: str
    evidence: tuple[Evidence, ...]


Trial = Callable[[int], tuple[Resolved, ...]]


@dataclass(frozen=True, slots=True)
class Undated:
    """What the anchors of an undated document need of it: its times on any day, and the one weekday of its lead."""

    annotated: Annotated
    trial: Trial
    news_day: int | None


_AT_ONCE = 1
"""Days after an event until which an article whose lead tells of it with a bare weekday ("said on Tuesday") is
published: of 62 such articles of a public collection 59 were of that day or the next."""


def end_by_lead(last: int | None, event: int, index: int, news_day: int | None) -> int | None:
    """The last possible day of publication: of the news of the lead, told with a bare weekday, the day after."""
    if index != news_day:
        return last
    return event + _AT_ONCE if last is None else min(last, event + _AT_ONCE)


def build_trial(annotated: Annotated) -> Trial:
    """A function from an ordinal to the document's times as they resolve if it was published on that day."""

    @cache
    def resolve(day: int) -> tuple[Resolved, ...]:
        iso = spell_day(day)
        return resolve_times(annotated.times, build_when(iso, iso))

    return resolve


def spell_day(day: int) -> str:
    """The ISO date of an ordinal."""
    return date.fromordinal(day).isoformat()


Feasible = tuple[int | None, int | None]
"""First and last ordinal; None is open."""


def find_feasible(target: When, days_of: Callable[[int], When]) -> Feasible | None:
    """First and last day of publication on which the words for a time mean the target day; None if there is none.

    Args:
        target: A closed, narrow interval.
        days_of: Ordinal of the publication -> the days the words mean then.
    """
    if target.earliest is None or target.latest is None:
        return None
    first, last = read_day(target.earliest), read_day(target.latest)
    fitting = []
    for day in range(first - _REACH, last + _REACH + 1):
        meant = days_of(day)
        if not is_narrow(meant, _WEEK) or not meant.earliest or not meant.latest:
            continue
        if read_day(meant.earliest) <= last and read_day(meant.latest) >= first:
            fitting.append(day)
    if not fitting:
        return None
    earliest = None if fitting[0] == first - _REACH else fitting[0]
    return earliest, None if fitting[-1] == last + _REACH else fitting[-1]


def says_day(annotated: Annotated, index: int) -> bool:
    """Does a time say a day by itself? "The same day" and "a day later" hang on another time of the text."""
    return annotated.times[index].rule != "narrative"


def find_event_anchors(undated: Sequence[Group], dated: Sequence[Group], doc: Undated, world: World) -> list[Anchor]:
    """Anchors by events that both documents tell of."""
    anchors = []
    for mine in undated:
        if not mine.real or len(mine.who) < 2:
            continue
        for other in dated:
            if other.real and other.explicit and is_narrow(other.when) and other.when.earliest:
                anchor = _anchor_event(mine, other, doc, world)
                if anchor:
                    anchors.append(anchor)
    return anchors


def _anchor_event(mine: Group, other: Group, doc: Undated, world: World) -> Anchor | None:
    if len(mine.who & other.who) < 2 or match_participants(mine.who, other.who, world) not in ("same", "covers"):
        return None
    if find_conflict(mine, other, world):
        return None
    weight = 0.5 if mine.modes & other.modes else 0.25
    if match_places(mine.places, other.places):
        weight += 1.0 if all(is_usual(one) for one in mine.places | other.places) else 2.0
    weight += 1.0 if len(mine.who & other.who) >= 3 else 0.0
    first: int | None = read_day(other.when.earliest or "")
    last: int | None = None
    exact = first if other.when.earliest == other.when.latest else None
    for one in mine.accounts:
        told = [index for index in one.mention.times if says_day(doc.annotated, index)]
        if not told or not one.guesses:
            continue
        feasible = find_feasible(other.when, lambda day, one=one: join_days(one.mention, doc.annotated, doc.trial(day)))  # type: ignore[misc]
        if feasible is None:
            return None
        weight += 2.0 if all(is_narrow(guess) for guess in one.guesses) else 1.0
        first = max(first, feasible[0]) if first and feasible[0] else first or feasible[0]
        last = min(last, feasible[1]) if last and feasible[1] else last or feasible[1]
        if exact:
            for index in one.mention.times:
                last = end_by_lead(last, exact, index, doc.news_day)
    names = ", ".join(sorted(world.actors[one].name for one in mine.who & other.who))
    return Anchor(
        earliest=first,
        latest=last,
        weight=weight,
        subject=("event", mine.accounts[0].local[1]),
        reason=f"it tells of what another document puts on {other.when.earliest} ({names})",
        evidence=tuple(_cite(group) for group in (mine, other)),
    )


def _cite(group: Group) -> Evidence:
    best = next((one for one in group.accounts if one.explicit or one.guesses), group.accounts[0])
    return Evidence(document=best.local[0], start=best.mention.start, end=best.mention.end)
