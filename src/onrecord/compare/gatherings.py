"""A promise to come together again is kept where a later account tells of talks, or of the trial, on that very day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chronology import count_days, intersect
from onrecord.compare.affairs import later
from onrecord.compare.commitment_words import load_acts
from onrecord.compare.kept_contacts import places_in
from onrecord.compare.settlements import Settlement
from onrecord.compare.words import shorten
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised

GOING = frozenset({"be", "send", "go", "come", "travel", "attend", "arrive"})
KIN = 2
"""Actors that both texts must name where the promise names no place."""


def find_gathering(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], due: When, when: When, day: str | None
) -> Settlement | None:
    """ "Both sides return to Marsh Hall on 3 May": a later account tells of talks in that place on that day."""
    if count_days(due) != 1 or not due.earliest:
        return None
    for one in group:
        signs = signs_of(one)
        places = places_in(one.text)
        for other in nearby.find_gathered(group, signs, due.earliest):
            days = days_told(ground, other.evidence)
            if not days or not all(intersect(due, at) for at in days) or not later(ground, other, one, when, day):
                continue
            text = ground.text(other.evidence)
            named = any(place in text for place in places)
            if named or (
                not places and len(actors_in(ground, one.document) & actors_in(ground, other.document)) >= KIN
            ):
                return Settlement((other.evidence,), (f"a later account tells of it: {shorten(text)}",))
    return None


def signs_of(one: Promised) -> frozenset[str]:
    """The words by which a later account tells of the gathering: talks, or a court's sitting."""
    acts = load_acts()
    words = {word.strip(",.").casefold() for word in one.text.split()} | one.words
    if one.mention.predicate in acts.going_on and words & acts.sittings:
        return acts.sittings
    verb = one.mention.predicate
    appointed = verb in acts.put_down and words & (acts.gathered - {"meet", "sit", "gather", "session"})
    sent = verb in GOING and words & acts.envoys
    return acts.gathered if verb in acts.gathering | acts.going_on or appointed or sent else frozenset()


def actors_in(ground: Ground, document: str) -> frozenset[str]:
    """The actors that a text names."""
    found = (ground.actor(document, one.actor) for one in ground.annotated(document).mentions)
    return frozenset(one for one in found if one is not None)


def days_told(ground: Ground, told: Evidence) -> list[When]:
    """The days that a clause names."""
    times = enumerate(ground.annotated(told.document).times)
    inside = [n for n, one in times if told.start <= one.start and one.end <= told.end and one.type in ("DATE", "TIME")]
    rows = [ground.linked.time_of.get((told.document, index)) for index in inside]
    return [When(earliest=row.earliest, latest=row.latest) for row in rows if row is not None and row.latest]
