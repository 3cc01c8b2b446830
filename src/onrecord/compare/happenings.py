"""Which contacts and other promises can settle a promise: indexes over both, so that each is held against few."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from onrecord.chronology import days_between, read_day
from onrecord.compare.commitment_words import load_acts
from onrecord.compare.ground import known
from onrecord.compare.kept_contacts import SLACK, SPREAD, UNDATED
from onrecord.compare.postings import Postings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.promises import Promised
    from onrecord.records import Event, When

HAPPENED = ("happened", "ongoing")


class Happenings:
    """The contacts of a record by their days, texts and parties, and the promises by the contacts they are of."""

    def __init__(self, ground: Ground, groups: Sequence[Sequence[Promised]]) -> None:
        """Index contacts that came about or were called off, and the promises of contacts and of new days."""
        self.events = sorted(ground.events.values(), key=lambda one: (one.when.earliest or "9999", one.id))
        self.texts, self.cancelled, self.planned = Postings(), Postings(), Postings()
        ends: list[tuple[int, int]] = []
        for at, one in enumerate(self.events):
            if one.status == "cancelled":
                self.cancelled.add(at, (each.actor for each in one.participants))
            if one.status in HAPPENED:
                self.texts.add(at, {local[0] for local in ground.tellings.get(one.id, ())})
                if is_dated(one.when):
                    ends.append((read_day(str(one.when.latest)).toordinal(), at))
        ends.sort()
        self.days, self.ended = [day for day, _ in ends], [at for _, at in ends]
        self.promised = [(group, one) for group in groups for one in group]
        self.words, self.deeds = Postings(), Postings()
        for at, (_, each) in enumerate(self.promised):
            self.deeds.add(at, [(each.actor, each.mention.predicate)])
            if each.due.earliest:
                self.words.add(at, ((word, each.due.earliest[:4]) for word in each.words))
        self.moved = [(group, one) for group, one in self.promised if one.mention.moved is not None]
        for at, (_, each) in enumerate(self.promised):
            event = ground.events.get(each.event or "")
            self.planned.add(at, {event.id, *(part.actor for part in event.participants)} if event is not None else ())

    def find_happened(self, group: Sequence[Promised], due: When, when: When) -> list[Event]:
        """The contacts that came about in the time of a promise, or are told of in its texts, by day."""
        low, high = find_window(due, when)
        first = 0 if low is None else bisect_left(self.days, low)
        last = len(self.days) if high is None else bisect_right(self.days, high)
        found = {*self.ended[first:last], *(at for one in group for at in self.texts.of(one.document))}
        return [self.events[at] for at in sorted(found)]

    def find_cancelled(self, actors: Iterable[str]) -> list[Event]:
        """The contacts of some parties that were called off, by id."""
        found = [self.events[at] for at in self.cancelled.find(set(actors))]
        return sorted(found, key=lambda one: one.id)

    def find_like(self, one: Promised, due: When) -> list[tuple[Sequence[Promised], Promised]]:
        """The promises of the opposite by the party of one, and those for a day that share a word with it, in order."""
        against = load_acts().opposites.get(one.mention.predicate, frozenset())
        found = self.deeds.find({(one.actor, verb) for verb in against})
        if known(due) and due.latest:
            year = int(due.latest[:4])
            years = [f"{each:04}" for each in (year, year + 1)]  # nothing is put off by more than a year
            found |= self.words.find({(word, each) for word in {*one.words, one.mention.predicate} for each in years})
        return [self.promised[at] for at in sorted(found)]

    def find_rivals(self, events: Sequence[Event]) -> list[tuple[Sequence[Promised], Promised]]:
        """The promises of these contacts, or of contacts with two of their parties, in order."""
        found: set[int] = set()
        for one in events:
            found |= self.planned.find([one.id]) | self.planned.find({each.actor for each in one.participants}, 2)
        return [self.promised[at] for at in sorted(found)]


def is_dated(when: When) -> bool:
    """Is it known to the few days in which a contact can be the one promised?"""
    return bool(when.earliest and when.latest) and days_between(str(when.earliest), str(when.latest)) <= UNDATED


def find_window(due: When, when: When) -> tuple[int | None, int | None]:
    """The first and last day on which a contact can end that may be the promised one."""
    after = min(day for day in (when.latest, due.latest) if day) if when.latest else None
    lows = [read_day(day).toordinal() for day in (when.earliest, due.earliest) if day]
    lows += [read_day(after).toordinal() - SPREAD] if after else []
    highs = [read_day(due.latest).toordinal() + SLACK] if due.latest else []
    if not known(due) and when.latest:
        highs.append(read_day(when.latest).toordinal() + UNDATED)
    return max(lows, default=None), min(highs) + UNDATED if highs else None
