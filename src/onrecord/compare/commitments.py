"""What was promised, by when, and what later evidence says has become of it, as of a day.

A status changes only on evidence that can be cited: an event that came about, a later word that it was done, a later
plan for the same thing. A day that passed without any is "overdue"; "broken" needs somebody who says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.chronology import count_days, intersect, shift
from onrecord.compare.breaches import find_broken
from onrecord.compare.deeds_told import find_told, is_late, matter_of, promised_acts, speaks_for
from onrecord.compare.due_days import find_due, join_due
from onrecord.compare.gatherings import days_told
from onrecord.compare.ground import earliest, known
from onrecord.compare.happenings import Happenings
from onrecord.compare.kept_contacts import modes_of
from onrecord.compare.nearby import Nearby
from onrecord.compare.new_days import find_dropped, find_new_day
from onrecord.compare.postings import Postings
from onrecord.compare.same_deeds import find_answer, find_same_deed
from onrecord.compare.settlements import Settlement, find_deed, find_event_came, find_successor
from onrecord.compare.words import core, read_words
from onrecord.identity import build_id
from onrecord.records import Commitment, Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotations import CommitmentMention
    from onrecord.compare.denials import Said
    from onrecord.compare.ground import Ground
    from onrecord.vocab.lists import CommitmentStatus

WIDE = 62
FRESH = 60
"""Days for which a promise without a date is open rather than unclear."""
SAME = 0.6


@dataclass(frozen=True, slots=True)
class Promised:
    """A commitment mention as an account: who is held to it, when it was said, the days it is due in."""

    document: str
    mention: CommitmentMention
    actor: str | None
    side: str | None
    event: str | None
    said: When
    due: When
    utterance: str | None
    words: frozenset[str]
    text: str
    parties: tuple[str, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """Where it stands."""
        return Evidence(document=self.document, start=self.mention.start, end=self.mention.end)


def build_commitments(ground: Ground, said: Sequence[Said], as_of: str | None) -> tuple[Commitment, ...]:
    """Judge every commitment of the record.

    Args:
        ground: The linked record.
        said: Its assertions, for the evidence of deeds.
        as_of: The day of judgement; None is the latest day any document can be of.
    """
    latest = latest_day(ground)
    day = as_of or latest
    promised = [one for one in gather_promised(ground) if day is None or was_made(ground, one, day, latest)]
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


def gather_promised(ground: Ground) -> list[Promised]:
    """All commitment mentions, in order of document and text."""
    found = []
    utterances = {one.id: one for one in ground.linked.utterances}
    for name in sorted(ground.linked.annotated):
        for mention in ground.annotated(name).commitments:
            row = ground.statement(name, mention.statement)
            actor = ground.actor(name, mention.actor)
            whole = ground.linked.documents[name].text
            text = whole[mention.start : mention.end]
            matter = text.split(" so that ")[0]
            if mention.about is not None:
                matter += " " + whole[mention.about.start : mention.about.end]
            for index in (mention.due, mention.moved):
                if index is not None:
                    time = ground.annotated(name).times[index]
                    matter = matter.replace(whole[time.start : time.end], " ")
            said = ground.said(name, mention.statement)
            found.append(
                Promised(
                    document=name,
                    mention=mention,
                    actor=actor,
                    side=ground.side(actor),
                    event=None if mention.event is None else ground.linked.event_of.get((name, mention.event)),
                    said=said,
                    due=find_due(ground, utterances, name, mention, said),
                    utterance=row.utterance if row is not None else None,
                    words=core(read_words(matter)) | read_words(matter).numbers,
                    text=" ".join(text.split()),
                    parties=find_parties(ground, name, mention),
                )
            )
    return found


def find_parties(ground: Ground, document: str, mention: CommitmentMention) -> tuple[str, ...]:
    """Who is named in the promise, the states of people who are named beside them left out."""
    found = [actor for one in mention.parties if (actor := ground.actor(document, one))]
    people = {ground.side(one) for one in found if ground.actors[one].kind == "person"} - {
        one for one in found if ground.actors[one].kind == "person"
    }
    return tuple(dict.fromkeys(one for one in found if one not in people))


def group_promised(ground: Ground, promised: Sequence[Promised]) -> list[list[Promised]]:
    """Put together the mentions of one promise."""
    groups: list[list[Promised]] = []
    own, events, spoken, told, retold = Postings(), Postings(), Postings(), Postings(), Postings()
    for one in promised:
        words = [(one.side, word) for word in one.words]
        event = [(one.side, one.event)] if one.event is not None else []
        speech = [(one.side, one.utterance)] if one.utterance is not None else []
        # A promise told again may be another party's in name; what is retold and what is not meet by their words.
        again = (told if one.mention.retold else retold).find(one.words)
        alike = own.find(words, max(1, math.ceil(SAME * len(words))))
        for at in sorted(alike | events.find(event) | spoken.find(speech) | again):
            if any(is_same(ground, one, other) for other in groups[at]):
                groups[at].append(one)
                break
        else:
            at = len(groups)
            groups.append([one])
        own.add(at, words)
        events.add(at, event)
        spoken.add(at, speech)
        (retold if one.mention.retold else told).add(at, one.words)
    return join_retold(ground, groups)


def join_retold(ground: Ground, groups: list[list[Promised]]) -> list[list[Promised]]:
    """A promise that is only told of as past goes to the one promise of that party and act, if there is one."""
    kept = [group for group in groups if not all(one.mention.retold for one in group)]
    for group in groups:
        if not all(one.mention.retold for one in group):
            continue
        found = [other for other in kept if any(is_told_of(ground, one, mine) for one in other for mine in group)]
        found = [other for other in found if not all(one.mention.conditional for one in other)] or found
        if len(found) == 1:
            found[0] += group
        else:
            kept.append(group)
    return kept


def is_told_of(ground: Ground, first: Promised, again: Promised) -> bool:
    """Can "guns it had promised to withdraw" be this promise: the same party, the same act, not printed after it?"""
    if first.side is None or again.side is None or first.mention.retold or first.mention.start == again.mention.start:
        return False
    own = first.side == again.side or again.side in {ground.side(party) for party in first.parties}
    if not own and not (first.actor and speaks_for(ground, first, again.side)):
        return False
    same = first.mention.predicate == again.mention.predicate
    acts = promised_acts(ground, first) & promised_acts(ground, again)
    made, told = ground.published(first.document), ground.published(again.document)
    late = bool(made.earliest and told.latest and told.latest[:10] < made.earliest[:10])
    return bool(same or acts) and not late


def is_same(ground: Ground, a: Promised, b: Promised) -> bool:
    """One promise: the same party, the same event or nearly the same words, no two dates."""
    if is_retelling(ground, a, b) or is_retelling(ground, b, a):
        return not (known(a.due) and known(b.due)) or overlap(a.due, b.due)
    if a.side != b.side or (known(a.due) and known(b.due) and not overlap(a.due, b.due)):
        return False
    apart = ("call" in modes_of(a)) != ("call" in modes_of(b)) and bool(modes_of(a)) and bool(modes_of(b))
    if a.event is not None and a.event == b.event and not apart:
        return True
    if a.event is not None and b.event is not None:
        return False
    shared, joined = a.words & b.words, a.words | b.words
    alike = bool(joined) and len(shared) / len(joined) >= SAME
    close = (
        a.utterance is not None
        and a.utterance == b.utterance
        and bool(shared)
        and len(shared) >= 0.5 * min(len(a.words), len(b.words))
    )
    return alike or close


def is_retelling(ground: Ground, first: Promised, again: Promised) -> bool:
    """ "The list, which the ministry undertook to publish by May": the promise of its spokesman told again."""
    if not again.mention.retold or first.mention.retold or first.document == again.document:
        return False
    if first.side != again.side and not (again.actor and speaks_for(ground, first, again.actor)):
        return False
    mine, other = matter_of(ground, first), matter_of(ground, again)
    same_act = promised_acts(ground, first) & promised_acts(ground, again)
    return bool(same_act and mine and (mine <= other or other <= mine) and mine & other)


def overlap(a: When, b: When) -> bool:
    """Do two intervals share a day?"""
    return not (
        (a.latest and b.earliest and a.latest[:10] < b.earliest[:10])
        or (b.latest and a.earliest and b.latest[:10] < a.earliest[:10])
    )


def judge(
    ground: Ground,
    nearby: Nearby,
    happenings: Happenings,
    group: Sequence[Promised],
    day: str | None,
) -> Commitment:
    """The row of one promise with its status on a day."""
    first = min(
        group, key=lambda one: (one.mention.retold, one.said.earliest or "9999", one.document, one.mention.start)
    )
    due = join_due([one.due for one in group])
    when = earliest([one.said for one in group])
    status, settlement = settle(ground, nearby, happenings, group, due, when, day)
    return Commitment(
        id=build_id("com", first.actor, *sorted(f"{one.document}:{one.mention.start}" for one in group)),
        actor=first.actor,
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
    came = came or find_deed(ground, nearby, group, when, day)
    if came is not None:
        late = all(is_late(ground, one, due) for one in came.evidence)
        return ("overdue", replace(came, reasons=("it was done only after its day",))) if late else ("kept", came)
    told = find_told(ground, nearby, group, due, when, day) or find_same_deed(ground, nearby, group, due, when, day)
    moved = find_new_day(ground, happenings, group, due, day) if told is not None and told[0] != "broken" else None
    if moved is not None and told is not None and not is_told_in_time(ground, told[1], due):
        return "superseded", moved  # what was done later was done on the new day
    if told is not None:
        return told
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
    if due.latest and day and due.latest[:10] < day:
        return "overdue", Settlement((), (f"due by {due.latest[:10]}, nothing later says what came of it",))
    if due.latest:
        return "open", Settlement((), (f"due by {due.latest[:10]}",))
    if day and when.latest and shift(when, FRESH).latest is not None and str(shift(when, FRESH).latest)[:10] >= day:
        return "open", Settlement((), ("no date was given",))
    return "unclear", Settlement((), ("no date was given, and nothing later says what came of it",))


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
        if not time.earliest[:10] <= due.latest[:10] <= time.latest[:10]:
            continue
        matter = matter_of(ground, one)
        if any(matter & matter_of(ground, mine) for mine in group):
            return Settlement((one.evidence,), ("it was moved to another day",))
    return None
