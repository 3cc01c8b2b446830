"""The days in which a promise is due: from when it was made to the day that was named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.chronology import Resolved, build_when, count_days, due_interval, intersect, shift
from onrecord.compare.ground import gap, known
from onrecord.records import UNKNOWN, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotations import CommitmentMention
    from onrecord.compare.ground import Ground
    from onrecord.records import Utterance

SHARP = 3
"""Days within which the time of a word is known well enough for what its speaker says next to it."""
NEAR = 3
"""Statements of one speaker back in which that time is looked for."""
WEEK = 7
AFTER = 24
EARLIEST = re.compile(r",? at the (?:very )?(?:earliest|soonest)\b|,? or later\b", re.IGNORECASE)
""" "Will be removed tomorrow at the earliest": a first day, and no last."""
YEARLESS = frozenset({"day-of-month", "month"})


def find_due(
    ground: Ground, utterances: Mapping[str, Utterance], document: str, mention: CommitmentMention, said: When
) -> When:
    """The days in which it is due: up to the time where that is a limit, else the days of the time itself."""
    if mention.due is None:
        return UNKNOWN
    expression = ground.annotated(document).times[mention.due]
    time = ground.linked.time_of.get((document, mention.due))
    if time is None:
        return UNKNOWN
    found = reach_other(ground, document, mention.due, When(earliest=time.earliest, latest=time.latest))
    base = said if known(said) else ground.published(document)
    yearless = expression.rule in YEARLESS and not any(name == "year" for name, _ in expression.parameters)
    if yearless and mention.retold and is_nearer(next_year(found), found, ground.published(document)):
        found = next_year(found)  # "had agreed in December to pay by January 31"
    if yearless and not base.earliest and is_still_ahead(ground, document, mention):
        base = ground.published(document)  # "will close it in December", printed in March
    if is_before(found, base):
        if mention.retold:
            return build_when(None, found.latest)  # it was promised before it is told of
        if expression.rule == "weekday" and mention.within:
            found = shift(found, WEEK)  # "ordered him to answer by this Friday": what is due lies ahead
        elif yearless:
            found = next_year(found)
    printed = ground.linked.documents[document].text[expression.start : expression.end]
    if mention.within and printed.isdigit() and known(found) and is_told_before(ground, document, expression.start):
        found = When(earliest=None, latest=shift(When(earliest=found.earliest, latest=found.earliest), -1).latest)
    if mention.within:
        resolved = Resolved(value=time.value, earliest=found.earliest, latest=found.latest)
        due = due_interval(expression, sharpen(ground, utterances, document, mention, base), resolved)
        return due if mention.retold else start_of(due, ground.published(document))
    if not known(found):
        return UNKNOWN
    after = ground.linked.documents[document].text[expression.end : expression.end + AFTER]
    if found.earliest and EARLIEST.match(after):
        return build_when(found.earliest[:10], None)
    return shift(found, 0)


def is_still_ahead(ground: Ground, document: str, mention: CommitmentMention) -> bool:
    """Does it lie ahead as the text is printed, and is not told as of a day that is past ("In May he promised …")?"""
    times, text = ground.annotated(document).times, ground.linked.documents[document].text
    start = max(text.rfind(end, 0, mention.start) for end in (". ", "\n", "” "))
    past = any(one.tense == "past" and start <= one.start < mention.end for one in times)
    return not (past or mention.retold) and mention.due is not None and times[mention.due].tense == "future"


def reach_other(ground: Ground, document: str, index: int, found: When) -> When:
    """ "In late 2030 or early 2031": it is due by the end of the later one."""
    times = ground.annotated(document).times[index : index + 2]
    other = ground.linked.time_of.get((document, index + 1))
    if len(times) < 2 or other is None or not found.latest or not other.latest or other.latest < found.latest:
        return found
    between = ground.linked.documents[document].text[times[0].end : times[1].start]
    joined = times[0].rule == times[1].rule and between.split() in (["or"], ["or", "in"], ["or", "on"], ["or", "by"])
    return build_when(found.earliest, other.latest) if joined else found


def start_of(due: When, printed: When) -> When:
    """Where it is not known when it was said, it is due from the day on which it was printed as still to come."""
    start = printed.earliest
    if due.earliest or not due.latest or not start or not is_sharp(printed) or start[:10] > due.latest[:10]:
        return due
    return build_when(start[:10], due.latest)


def is_told_before(ground: Ground, document: str, start: int) -> bool:
    """ "before 2023": up to the last day of the year before."""
    return ground.linked.documents[document].text[max(0, start - 8) : start].lower().split()[-1:] == ["before"]


def next_year(when: When) -> When:
    """The same days of the next year: what is due lies ahead."""

    def move(day: str | None) -> str | None:
        if day is None or not day[:4].isdigit():
            return day
        return f"{int(day[:4]) + 1:04d}{day[4:]}".replace("-02-29", "-02-28")

    return When(earliest=move(when.earliest), latest=move(when.latest))


def is_nearer(one: When, other: When, printed: When) -> bool:
    """Is the one far nearer than the other to the known day on which a text was printed?"""
    return is_sharp(printed) and known(one) and known(other) and 2 * gap(one, printed) < gap(other, printed)


def is_before(one: When, other: When) -> bool:
    """Does one end before the other starts?"""
    start = other.earliest
    return bool(one.latest and start and one.latest[:10] < start[:10])


def sharpen(
    ground: Ground, utterances: Mapping[str, Utterance], document: str, mention: CommitmentMention, said: When
) -> When:
    """When it was said; where its own words give no day, as its speaker's words just before it are dated."""
    if said.earliest or mention.statement is None:
        return said
    row = ground.statement(document, mention.statement)
    if row is None or row.source.actor is None:
        return said
    utterance = utterances.get(row.utterance or "")
    if utterance is not None and is_sharp(utterance.said):
        return intersect(said, utterance.said) or said
    local = [ground.statement(document, index) for index in range(len(ground.annotated(document).statements))]
    before = [
        other
        for other in local
        if other is not None and other.source.actor == row.source.actor and other.content < row.content
    ]
    for other in sorted(before, key=lambda one: one.content, reverse=True)[:NEAR]:
        if is_sharp(other.said):
            return intersect(said, other.said) or said
    return said


def is_sharp(when: When) -> bool:
    """Is it known to a few days?"""
    days = count_days(when)
    return days is not None and days <= SHARP


def join_due(dues: Sequence[When]) -> When:
    """The days of a promise told more than once: what all tellings leave open, the first that is known else."""
    found = UNKNOWN
    for one in dues:
        if known(one):
            found = intersect(found, one) or found
    return found
