"""What was promised, by when, and what later evidence says has become of it, as of a day.

A status changes only on evidence that can be cited: an event that came about, a later word that it was done, a later
plan for the same thing. A day that passed without any is "overdue"; "broken" needs somebody who says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chronology import count_days, intersect, shift
from onrecord.compare.breaches import find_broken
from onrecord.compare.commitment_words import load_acts
from onrecord.compare.deeds_told import find_told, is_late, matter_of
from onrecord.compare.due_days import join_due
from onrecord.compare.gatherings import days_told, signs_of
from onrecord.compare.ground import earliest, known
from onrecord.compare.happenings import Happenings
from onrecord.compare.nearby import Nearby
from onrecord.compare.new_days import find_dropped, find_new_day
from onrecord.compare.offices_taken import find_taken_up
from onrecord.compare.promises import Promised, gather_promised, group_promised
from onrecord.compare.same_deeds import find_answer, find_same_deed
from onrecord.compare.settlements import Settlement, find_deed, find_event_came, find_successor
from onrecord.identity import build_id
from onrecord.records import Commitment, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said
    from onrecord.vocab.lists import CommitmentStatus

WEEK = 7
WIDE = 62
BEFORE = 24
"""Characters before a time within which its preposition stands."""
FRESH = 60
"""Days for which a promise without a date is open rather than unclear."""


def build_commitments(ground: Ground, said: Sequence[Said], as_of: str | None) -> tuple[Commitment, ...]:
    """Judge every commitment of the record.

    Args:
        ground: The linked record.
        said: Its assertions, for the evidence of deeds.
        as_of: The day of judgement; None is the latest day that a document is shown to be of.
    """
    latest = latest_day(ground)
    day, end = as_of or shown_day(ground), as_of or latest
    promised = [one for one in gather_promised(ground) if end is None or was_made(ground, one, end, latest)]
    groups = group_promised(ground, promised)
    nearby, happenings = Nearby(ground, said), Happenings(ground, groups)
    rows = [judge(ground, nearby, happenings, group, day) for group in groups]
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda one: one.id))


def was_made(ground: Ground, one: Promised, day: str, latest: str | None) -> bool:
    """Can the promise have been made by the day of judgement? What is of unknown start must have ended by then."""
    printed = ground.published(one.document)
    if any(start and start[:10] > day for start in (printed.earliest, one.said.earliest)):
        return False
    open_start = not printed.earliest and printed.latest and printed.latest[:10] > day
    return not (open_start and (latest or "") > day)


def latest_day(ground: Ground) -> str | None:
    """The latest day any document can be of; a date known only to months or years decides where there is no better."""
    dates = [one.published.when for one in ground.linked.documents.values() if one.published.latest]
    sharp = [one for one in dates if (count_days(one) or WIDE + 1) <= WIDE]
    return max((str(one.latest)[:10] for one in sharp or dates), default=None)


def shown_day(ground: Ground) -> str | None:
    """The latest day that a document is shown to be of: nothing is overdue by a day that none may have seen."""
    dates = [one.published.when for one in ground.linked.documents.values()]
    shown = [one.latest if (count_days(one) or WIDE + 1) <= WIDE else one.earliest for one in dates]
    return max((one[:10] for one in shown if one), default=None)


def judge(
    ground: Ground,
    nearby: Nearby,
    happenings: Happenings,
    group: Sequence[Promised],
    day: str | None,
) -> Commitment:
    """The row of one promise with its status on a day."""
    told = sorted(
        group, key=lambda one: (one.mention.retold, one.said.earliest or "9999", one.document, one.mention.start)
    )
    first = told[0]
    due = join_due([one.due for one in group])
    when = earliest([one.said for one in group])
    status, settlement = settle(ground, nearby, happenings, group, due, when, day)
    return Commitment(
        id=build_id("com", first.actor, *sorted(f"{one.document}:{one.mention.start}" for one in group)),
        actor=next((one.actor for one in told if one.actor is not None), None),
        text=first.text,
        due=due,
        status=status,
        as_of=day,
        resolution=settlement.evidence,
        reasons=settlement.reasons,
        evidence=tuple(sorted({one.evidence for one in group})),
    )


def settle(
    ground: Ground,
    nearby: Nearby,
    happenings: Happenings,
    group: Sequence[Promised],
    due: When,
    when: When,
    day: str | None,
) -> tuple[CommitmentStatus, Settlement]:
    """The status of a promise and what it rests on."""
    if all(one.mention.negated for one in group):
        return settle_refusal(ground, nearby, group, due, when, day)
    broken = find_broken(ground, nearby, group, when, day)
    if broken is not None and broken.named:
        return "broken", broken
    came = find_event_came(ground, happenings, group, due, when, day)
    came = came or find_deed(ground, nearby, group, when, day) or find_taken_up(ground, group, when, day)
    if came is not None:
        late = not came.on_day and all(is_late(ground, one, due) for one in came.evidence)
        paused = find_paused(ground, nearby, group, due, when, day) if late else None
        if paused is not None:
            return "superseded", paused
        return ("overdue", replace(came, reasons=("it was done only after its day",))) if late else ("kept", came)
    told = find_told(ground, nearby, group, due, when, day) or find_same_deed(ground, nearby, group, due, when, day)
    moved = find_new_day(ground, happenings, group, due, day) if told is not None and told[0] != "broken" else None
    if moved is not None and told is not None and not is_told_in_time(ground, told[1], due):
        return "superseded", moved  # what was done later was done on the new day
    if told is not None:
        paused = find_paused(ground, nearby, group, due, when, day) if told[0] == "overdue" else None
        return told if paused is None else ("superseded", paused)
    answer = find_answer(ground, nearby, group, due, day)
    if answer is not None:
        return "kept", answer
    if broken is not None:
        return "broken", broken
    successor = find_successor(ground, happenings, group, due, when, day)
    successor = successor or find_moved(ground, happenings, group, due)
    successor = successor or find_new_day(ground, happenings, group, due, day)
    successor = successor or find_dropped(ground, nearby, group, when, day)
    if successor is not None:
        return "superseded", successor
    if due.latest and day and due.latest[:10] < day and all(is_until(ground, one) for one in group):
        return "unclear", Settlement((), (f"it was to last until {due.latest[:10]}, nothing later tells of it",))
    if due.latest and day and due.latest[:10] < day:
        return "overdue", Settlement((), (f"due by {due.latest[:10]}, nothing later says what came of it",))
    if due.latest:
        return "open", Settlement((), (f"due by {due.latest[:10]}",))
    if day and when.latest and shift(when, FRESH).latest is not None and str(shift(when, FRESH).latest)[:10] >= day:
        return "open", Settlement((), (why_undated(ground, group, due),))
    return "unclear", Settlement((), (f"{why_undated(ground, group, due)}, and nothing later says what came of it",))


def why_undated(ground: Ground, group: Sequence[Promised], due: When) -> str:
    """Why no last day is known: "will testify on Tuesday", of an article without a date, names one all the same."""
    if due.earliest:
        return f"due from {due.earliest[:10]}, no last day was given"
    for one in group:
        if one.mention.due is not None:
            time = ground.annotated(one.document).times[one.mention.due]
            printed = " ".join(ground.linked.documents[one.document].text[time.start : time.end].split())
            return f"which day “{printed}” is, is not known"
    return "no date was given"


def find_paused(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], due: When, when: When, day: str | None
) -> Settlement | None:
    """What was suspended or given up before its day, by an account printed by then, was not merely done late."""
    found = find_dropped(ground, nearby, group, when, day)
    printed = [ground.published(piece.document).latest for piece in found.evidence] if found is not None else []
    in_time = due.latest and all(one and one[:10] <= due.latest[:10] for one in printed)
    return found if in_time else None


def is_until(ground: Ground, one: Promised) -> bool:
    """ "Will handle all cargo until May 8": something to go on with up to a day, not to be done by then."""
    if one.mention.due is None:
        return False
    time = ground.annotated(one.document).times[one.mention.due]
    before = ground.linked.documents[one.document].text[max(0, time.start - BEFORE) : time.start].lower().split()
    lasting = one.mention.predicate not in load_acts().moving
    given = bool({"given", "gave", "give", "gives", "have", "had", "has"} & set(before[-2:-1]))  # a limit
    return lasting and not given and before[-1:] in (["until"], ["till"])


def is_told_in_time(ground: Ground, told: Settlement, due: When) -> bool:
    """Does the account name a day on which it was due?"""
    days = [day for piece in told.evidence for day in days_told(ground, piece)]
    return bool(due.latest) and any(intersect(due, day) for day in days)


def settle_refusal(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], due: When, when: When, day: str | None
) -> tuple[CommitmentStatus, Settlement]:
    """What has become of a promise not to do something: it stands until the thing is told of."""
    broken = find_broken(ground, nearby, group, when, day)
    if broken is not None:
        return "broken", broken
    told = find_same_deed(ground, nearby, group, due, when, day)
    if told is not None:
        return told
    if due.latest and day and due.latest[:10] < day:
        return "kept", Settlement((), (f"until {due.latest[:10]} nothing to the contrary is told",))
    return "open", Settlement((), ("nothing to the contrary is told",))


def find_moved(ground: Ground, happenings: Happenings, group: Sequence[Promised], due: When) -> Settlement | None:
    """ "The vote was postponed from 3 May to 9 May" takes the place of the vote that was due on 3 May."""
    if not known(due) or not due.latest or (count_days(due) or WIDE) > FRESH:
        return None
    for other, one in happenings.moved:
        time = None if other is group else ground.linked.time_of.get((one.document, one.mention.moved or 0))
        if time is None or time.earliest is None or time.latest is None:
            continue
        expression = ground.annotated(one.document).times[one.mention.moved or 0]
        first = When(earliest=time.earliest, latest=time.latest)
        days = [first, shift(first, WEEK)] if expression.rule == "weekday" else [first]  # "were to open on Tuesday"
        if not any(str(day.earliest)[:10] <= due.latest[:10] <= str(day.latest)[:10] for day in days):
            continue
        matter = matter_of(ground, one)
        if any(matter & (matter_of(ground, mine) | signs_of(mine)) for mine in group):
            return Settlement((one.evidence,), ("it was moved to another day",))
    return None
