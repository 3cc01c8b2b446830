"""Which accounts can settle a promise at all: an index over the clauses of a record, so that each is judged by few.

Each look-up serves one rule and leaves out only what that rule could not accept: the index changes no result.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onrecord.compare.commitment_words import BROKE, KEEPING, deeds_of, load_acts
from onrecord.compare.deeds_told import acts_of
from onrecord.compare.gatherings import days_told
from onrecord.compare.postings import Postings
from onrecord.compare.vouched import AS_PROMISED, VOUCHED, around
from onrecord.compare.words import read_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence, Set

    from onrecord.compare.ground import Ground
    from onrecord.compare.promises import Promised
    from onrecord.compare.said import Said
    from onrecord.records import Statement, When

RELATIVE = re.compile(r",? (?:which|that) \w+")
HABIT = re.compile(r"\bused to \w|\bh[eo]ld(?:s|ing)? (?:out|off|up|back)\b", re.IGNORECASE)
"""Clauses whose verb is another than it seems: "used to live", "held out a hand"."""
PROMISE = re.compile(r"\b(?:promises?|pledges?|word|vows?|assurances?|commitments?)\b", re.IGNORECASE)
PHRASE = 60
"""Characters of a noun phrase before the noun that a relative clause stands next to."""
LONG = 12
"""Months in an interval up to which it is entered month by month; a longer one is looked at whatever the day."""


class Nearby:
    """An index of clauses by their words, parties and days; every answer is in the order of the clauses."""

    def __init__(self, ground: Ground, said: Sequence[Said]) -> None:
        """Index the clauses, and the statements by who made them."""
        self.ground, self.said = ground, said
        self.broken, self.binding, self.undone = Postings(), Postings(), Postings()
        self.done, self.verbs, self.actors, self.gathered = Postings(), Postings(), Postings(), Postings()
        self.acts, self.unwilling = Postings(), Postings()
        self.told, self.subjects = Postings(), Postings()
        self.unkept: list[Said] = []
        """What says that a promise was not kept."""
        self.vouched: list[Said] = []
        """What was done as had been promised."""
        for at, one in enumerate(said):
            self._enter(at, one)
        self.parties = sorted(str(subject) for subject in self.subjects.holders)
        self.names = Postings()
        for at, party in enumerate(self.parties):
            self.names.add(at, read_words(ground.name(party)).content)
        self.statements = sorted(ground.statements.values(), key=lambda each: (each.document, each.content))
        self.speakers = Postings()
        for at, row in enumerate(self.statements):
            self.speakers.add(at, [row.source.actor])

    def _enter(self, at: int, one: Said) -> None:
        told, acts = one.assertion, load_acts()
        if told.predicate in BROKE and not told.negated:
            self.broken.add(at, one.parties)
        if told.predicate in acts.bound and not told.negated:
            self.binding.add(at, [one.document])
        if told.tense == "future" and told.negated:
            self.unwilling.add(at, one.words)
        if told.tense != "past" or HABIT.search(self.ground.text(one.evidence)):
            return
        deeds = deeds_of(told)
        self.acts.add(at, [*deeds, *(act for verb in deeds for act in acts_of(verb, frozenset(told.words)))])
        read = read_words(self.ground.text(one.evidence))
        self.told.add(at, one.words | read.content)
        if one.subject is not None:
            self.subjects.add(at, [one.subject])
        if told.negated:
            self.undone.add(at, one.words)
            if told.predicate in KEEPING and PROMISE.search(self.ground.text(one.evidence)):
                self.unkept.append(one)
            return
        self.done.add(at, one.words | read.content | read.numbers)
        if told.predicate in KEEPING or AS_PROMISED.search(around(self.ground, one)):
            self.verbs.add(at, [(one.subject, told.predicate)])
        if VOUCHED.search(around(self.ground, one)):
            self.vouched.append(one)
        self.actors.add(at, [one.subject_actor])
        signs = (acts.gathered | acts.sittings) & {told.predicate, *told.words, *words_before(self.ground, one)}
        if signs:
            months = find_months(days_told(self.ground, one.evidence))
            self.gathered.add(at, ((sign, month) for sign in signs for month in months))

    def take(self, found: Iterable[int]) -> list[Said]:
        """The clauses of some numbers, each once."""
        return [self.said[at] for at in sorted(set(found))]

    def find_broken(self, side: str | None) -> list[Said]:
        """The clauses that say that something was broken and name a party."""
        return self.take(self.broken.of(side))

    def find_deeds(self, one: Promised, words: Set[str], least: int) -> list[Said]:
        """The past clauses with so many of the words of a promise, and those that say that a word was kept."""
        kept = (at for verb in {*KEEPING, one.mention.predicate} for at in self.verbs.of((one.side, verb)))
        return self.take({*self.done.find(words, least), *(kept if one.side is not None else ())})

    def find_accounts(self, one: Promised, matter: Set[str], share: float) -> list[Said]:
        """The past clauses of who is held to a promise, or of most of its matter, and what was not done of it."""
        least = max(1, math.ceil(share * len(matter)))
        own = self.actors.of(one.actor) if one.actor is not None else ()
        return self.take({*own, *self.done.find(matter, least), *self.undone.find(matter)})

    def find_acts(
        self, one: Promised, matter: Set[str], verbs: Collection[str], acts: Collection[int] = ()
    ) -> list[Said]:
        """The past clauses with one of some verbs, its opposite, or a verb of one of some groups.

        Only those that share a word of the matter of a promise, or whose subject may be the party held to it.
        """
        against = {other for verb in verbs for other in load_acts().opposites.get(verb, ())}
        own = {party for party in (one.side, one.actor) if party is not None}
        called = {word for party in own for word in read_words(self.ground.name(party)).content}
        alike = self.names.find(called)
        subjects = own | {self.parties[at] for at in alike}
        return self.take(
            self.acts.find({*verbs, *against, *acts})
            & (self.told.find({*matter, *called}) | self.subjects.find(subjects))
        )

    def find_unwilling(self, words: Set[str]) -> list[Said]:
        """The clauses with one of some words that tell what will not be done."""
        return self.take(self.unwilling.find(words))

    def find_bound(self, document: str) -> list[Said]:
        """The clauses of a document that tell of a promise or an order."""
        return self.take(self.binding.of(document))

    def find_statements(self, speakers: Collection[str]) -> list[Statement]:
        """The statements of some actors, in order of document and place."""
        return [self.statements[at] for at in sorted(self.speakers.find(speakers))]

    def find_gathered(self, group: Sequence[Promised], signs: Set[str], day: str) -> list[Said]:
        """The past clauses with the words for a gathering and a day that can be the one asked for, near a promise."""
        keys = [(sign, month) for sign in signs for month in (day[:7], "")]
        return [one for one in self.take(self.gathered.find(keys)) if self._is_near(group, one)]

    def _is_near(self, group: Sequence[Promised], said: Said) -> bool:
        """Does a clause share a word or party with a promise, or tell of one itself?"""
        read = read_words(self.ground.text(said.evidence))
        words = said.words | read.content | read.numbers | read.names | words_before(self.ground, said)
        parties = {said.subject, said.subject_actor, *said.parties} - {None}
        own_parties = {each for one in group for each in (one.side, one.actor)}
        if said.assertion.predicate in load_acts().bound or parties & own_parties:
            return True
        texts = [(one.words, read_words(one.text)) for one in group]
        return any(words & (own | text.content | text.numbers | text.names) for own, text in texts)


def words_before(ground: Ground, one: Said) -> frozenset[str]:
    """ "the talks between the two sides, which opened on Tuesday": the whole noun phrase before a relative clause."""
    if one.assertion.predicate not in load_acts().going_on | {"open", "end"} or not RELATIVE.search(
        ground.text(one.evidence)
    ):
        return frozenset()
    text = ground.linked.documents[one.document].text
    before = re.split(r"[.!?,;:\n]\s", text[max(0, one.assertion.start - PHRASE) : one.assertion.start])[-1]
    return frozenset(re.findall(r"[a-z]+", before.casefold()))


def find_months(days: Sequence[When]) -> list[str]:
    """The months of the first of some intervals, as "2021-03"; "" for one that is open or long."""
    if not days:
        return []
    first, last = (days[0].earliest or "")[:7], (days[0].latest or "")[:7]
    if not first or not last:
        return [""]
    start, stop = (12 * int(one[:4]) + int(one[5:7]) - 1 for one in (first, last))
    if stop - start >= LONG:
        return [""]
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(start, stop + 1)]
