"""A later plan that takes the place of a promise: the same act on a later day, put off, or its opposite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chronology import days_between
from onrecord.compare.affairs import is_of_affair, later
from onrecord.compare.commitment_words import load_acts
from onrecord.compare.deeds_told import acts_of, matter_of, promised_acts
from onrecord.compare.ground import known
from onrecord.compare.same_deeds import is_of_others, is_own, verbs_of
from onrecord.compare.settlements import Settlement, is_called_off
from onrecord.compare.words import stem
from onrecord.records import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.happenings import Happenings
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised

HALF = 0.5
PAUSES = frozenset({"suspend", "halt"})
"""What was promised for no day is not given up by a pause: it may long be in force."""
YEAR = 366
"""Days to which a plan is put off at most; what is planned for later is another plan."""


def find_new_day(
    ground: Ground, happenings: Happenings, group: Sequence[Promised], due: When, day: str | None
) -> Settlement | None:
    """The same thing promised later for another day, or the opposite of it by the same party."""
    for one in group:
        if one.mention.negated:
            continue
        for other_group, other in happenings.find_like(one, due):
            if other_group is group or not is_after(ground, one, other, day):
                continue
            if not is_of_affair(ground, other.document, one):
                continue
            if is_opposite(one, other):
                return Settlement((other.evidence,), ("a later plan is its opposite",))
            if known(due) and is_put_off(ground, one, other, due):
                return Settlement((other.evidence,), ("a later plan has another day",))
    return None


def find_dropped(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], when: When, day: str | None
) -> Settlement | None:
    """ "has called off the strike", "dropped its plan to buy Selby": the promised thing is given up."""
    acts = load_acts()
    for one in group:
        if one.mention.negated:
            continue
        wanted, matter = verbs_of(one), matter_of(ground, one)
        for other in nearby.find_acts(one, matter, acts.calling_off):
            told = other.assertion
            if told.negated or not is_called_off(ground, other) or not later(ground, other, one, when, day):
                continue
            names = {acts.nominal.get(word, word) for word in told.words}
            shared = matter & other.words
            fits = bool(names & wanted) and (is_own(ground, one, other.subject) or bool(shared))
            told_on = ground.published(other.document).latest
            alike = len(shared) > 1 and not has_passed(one.due, told_on)  # else it may be another thing
            alike = alike and (known(one.due) or told.predicate not in PAUSES)
            if (fits or alike) and not is_of_others(ground, one, other):
                return Settlement((other.evidence,), ("a later account says that it was given up",))
        for other in nearby.find_unwilling(one.words):
            acts_told = acts_of(other.assertion.predicate, frozenset(other.assertion.words))
            same = other.assertion.predicate in wanted or promised_acts(ground, one) & acts_told
            shared = matter_of(ground, one) & other.words
            told_of = other.assertion.subject is None or is_own(ground, one, other.subject)
            if not same or not shared or not told_of or not later(ground, other, one, when, day):
                continue  # "the damage will not delay the launch" takes back nobody's delay
            if not is_of_others(ground, one, other):
                return Settlement((other.evidence,), ("a later account says that it will not be done",))
    return None


def has_passed(due: When, day: str | None) -> bool:
    """Has the last day on which it was due gone by?"""
    return bool(due.latest and day and due.latest[:10] < day)


def is_after(ground: Ground, one: Promised, other: Promised, day: str | None) -> bool:
    """Was the other promise printed later, by the day of judgement?"""
    if other.document == one.document or other.mention.negated:
        return False
    mine, later = ground.published(one.document), ground.published(other.document)
    if not mine.latest or not later.earliest or (day and later.earliest[:10] > day):
        return False
    return later.earliest[:10] > mine.latest[:10]


def is_opposite(one: Promised, other: Promised) -> bool:
    """ "would stay until 2034", and later "will leave at the end of the season", of one person or body."""
    against = load_acts().opposites.get(one.mention.predicate, frozenset())
    if one.actor is None or one.actor != other.actor or other.mention.predicate not in against:
        return False
    rest = one.words - {stem(one.mention.predicate)}
    return not rest or bool(rest & other.words)


def is_put_off(ground: Ground, one: Promised, other: Promised, due: When) -> bool:
    """The same act on the same thing, due later; or the thing is said to be put off."""
    if not known(other.due) or not other.due.earliest or not due.latest:
        return False
    if not 0 < days_between(due.latest, other.due.earliest) <= YEAR:
        return False
    moved = other.mention.predicate in load_acts().moving
    acts = promised_acts(ground, one) & promised_acts(ground, other)
    if not (moved or acts or one.mention.predicate == other.mention.predicate):
        return False
    sides = {one.side, other.side} - {None}
    mine, theirs = matter_of(ground, one), matter_of(ground, other)
    if moved:
        mine = mine | {one.mention.predicate}
    shared = mine & theirs
    small = min(len(mine), len(theirs))
    alike = bool(shared) and len(shared) >= HALF * small
    return alike and (len(sides) < 2 or len(shared) > 1)
