"""Which times beside a contact's noun are the contact's, and which are of what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.drafts import times_of_clause
from onrecord.annotate.grammar import is_passive
from onrecord.annotate.noun_marks import is_definite
from onrecord.annotate.statuses import class_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventStatus

REACTING = frozenset(
    {
        "approve", "welcome", "reject", "criticise", "criticize", "condemn", "praise", "back", "support", "denounce",
        "announce", "confirm", "deny", "describe", "mention", "dismiss", "hail", "oppose", "endorse", "applaud", "mock",
        "recall",
    }
)  # fmt: skip
"""Verbs whose day is not that of the contact they are about."""
SET = frozenset({"schedule", "expect", "set", "slate", "plan", "fix", "book", "hold"})
"""In the passive, verbs whose day is that of the contact ("was scheduled on Monday")."""


def is_of_settling(scene: Scene, time: int, status: EventStatus) -> bool:
    """ "Agreed to talks with A on Friday": of a Friday gone by, what is ahead has no day; it may be either's."""
    one = scene.times[time]
    return status in ("planned", "proposed", "cancelled") and (one.rule, one.tense) == ("weekday", "past")


def is_holding(scene: Scene, light: Token) -> bool:
    """Is its day the contact's ("was held on Monday")? What "was put off on Monday" was put off then."""
    return not is_passive(light) or light.lemma_ in SET or class_of(scene, light) is None


def held_times(scene: Scene, light: Token | None) -> Sequence[int]:
    """The times of the verb that holds a contact, but those on which it was only settled or put off."""
    if light is None:
        return ()
    times = times_of_clause(scene, light)
    if is_holding(scene, light):
        return times
    ahead = {one.i for child in light.rights if child.lower_ in ("for", "to", "until", "till") for one in child.subtree}
    return [one for one in times if any(at in ahead for at, (time, _) in scene.time_at.items() if time == one)]


def is_reacted_to(noun: Token) -> bool:
    """ "Approved the talks on Saturday": the day is that of the approval."""
    return noun.dep_ == "dobj" and noun.head.lemma_ in REACTING and is_definite(noun)
