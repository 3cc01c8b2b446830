"""The promises of a record: each telling as an account, the tellings of one promise together."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.chronology import days_between
from onrecord.compare.deeds_told import matter_of, promised_acts, speaks_for
from onrecord.compare.due_days import find_due
from onrecord.compare.ground import known
from onrecord.compare.kept_contacts import find_modes, modes_of
from onrecord.compare.postings import Postings
from onrecord.compare.words import core, read_words
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotations import CommitmentMention
    from onrecord.compare.ground import Ground

SAME = 0.6
PLAN, WITHIN = 4, 0.8
"""Words that the tellings of one dated plan share at least, and how much of the shorter one."""
AGAIN = re.compile(r"\b(?:the (?:two|other)|both|they)\b(?: (?P<kind>[a-z]+))?.*\b(?:again|another|once more)\b", re.I)
SIDES = frozenset({"sides", "parties", "men", "women", "states", "countries", "governments"})
MONTH = 31
SPOKESMAN = "a spokesman's"
"""Stands in the index for whatever a spokesman has promised, which may be his body's."""


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
            for index, time in enumerate(ground.annotated(name).times):
                dated = time.type in ("DATE", "TIME") and mention.start <= time.start < mention.end
                if dated or index in (mention.due, mention.moved):
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
                    words=words_of(ground, matter, actor),
                    text=" ".join(text.split()),
                    parties=find_parties(ground, name, mention),
                )
            )
    return found


def words_of(ground: Ground, matter: str, actor: str | None) -> frozenset[str]:
    """The words that tell a promise from others: not the name of its party, by which one telling names it."""
    words = core(read_words(matter)) | read_words(matter).numbers
    return words - read_words(ground.name(actor) if actor else "").content or words


def find_parties(ground: Ground, document: str, mention: CommitmentMention) -> tuple[str, ...]:
    """Who is named in the promise, the states of people who are named beside them left out."""
    found = [actor for one in mention.parties if (actor := ground.actor(document, one))]
    if not found and find_modes(mention.predicate):
        return find_last_met(ground, document, mention)
    people = {ground.side(one) for one in found if ground.actors[one].kind == "person"} - {
        one for one in found if ground.actors[one].kind == "person"
    }
    return tuple(dict.fromkeys(one for one in found if one not in people))


def find_last_met(ground: Ground, document: str, mention: CommitmentMention) -> tuple[str, ...]:
    """ "The two leaders are to speak again": the two parties of the only contacts that the text told of before."""
    text = ground.linked.documents[document].text[mention.start : mention.end]
    named = AGAIN.search(text)
    told = ground.annotated(document).events
    happened = [n for n, one in enumerate(told) if one.end <= mention.start and one.mode and one.status == "happened"]
    events = [ground.events.get(ground.linked.event_of.get((document, n), "")) for n in happened]
    met = {frozenset(part.actor for part in one.participants) for one in events if one is not None}
    if named is None or len(met) != 1:
        return ()
    (parties,) = met
    actors = [ground.actors[one] for one in parties if one in ground.actors]
    kind = (named["kind"] or "").casefold()
    people = all(one.kind == "person" for one in actors)
    office = all(any(kind.removesuffix("s") in each.title.casefold() for each in one.offices) for one in actors)
    fits = people if kind == "leaders" else kind in SIDES or office
    return tuple(sorted(parties)) if len(actors) == len(parties) == 2 and fits else ()


def group_promised(ground: Ground, promised: Sequence[Promised]) -> list[list[Promised]]:
    """Put together the mentions of one promise."""
    groups: list[list[Promised]] = []
    own, events, spoken, told, retold, plans = (Postings() for _ in range(6))
    for one in promised:
        words = [(one.side, word) for word in one.words]
        event = [(one.side, one.event)] if one.event is not None else []
        speech = [one.utterance] if one.utterance is not None else []
        # A promise told again may be another party's in name; what is retold and what is not meet by their words.
        again = (told if one.mention.retold else retold).find(one.words)
        alike = own.find(words, max(1, math.ceil(SAME * len(words))))
        plan = [(one.mention.predicate, word) for word in one.words] if known(one.due) else []
        planned = plans.find(plan, PLAN) if len(plan) >= PLAN else set()
        for at in sorted(alike | planned | events.find(event) | spoken.find(speech) | again):
            if any(is_same(ground, one, other) for other in groups[at]):
                groups[at].append(one)
                break
        else:
            at = len(groups)
            groups.append([one])
        own.add(at, words)
        plans.add(at, plan)
        events.add(at, event)
        spoken.add(at, speech)
        (retold if one.mention.retold else told).add(at, one.words)
    return join_retold(ground, groups)


def join_retold(ground: Ground, groups: list[list[Promised]]) -> list[list[Promised]]:
    """A promise that is only told of as past goes to the one promise of that party and act, if there is one."""
    kept = [group for group in groups if not all(one.mention.retold for one in group)]
    held = Postings()
    for at, group in enumerate(kept):
        held.add(at, {key for one in group for key in parties_of(ground, one)})
    for group in groups:
        if not all(one.mention.retold for one in group):
            continue
        near = [kept[at] for at in sorted(held.find({SPOKESMAN, *(mine.side for mine in group)}))]
        found = [other for other in near if any(is_told_of(ground, one, mine) for one in other for mine in group)]
        found = [other for other in found if not all(one.mention.conditional for one in other)] or found
        if len(found) == 1:
            found[0] += group
        else:
            kept.append(group)
    return kept


def parties_of(ground: Ground, one: Promised) -> set[str | None]:
    """Whose promise one told again can be: its side's, its parties', or of a body that a spokesman acts for."""
    return {one.side, *(ground.side(party) for party in one.parties)} | (
        {SPOKESMAN} if one.actor in ground.spokesmen else set()
    )


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
    dated = known(first.due) and known(again.due)
    if dated and (not overlap(first.due, again.due) or is_for_another_day(first.due, again.due)):
        return False
    mine, other = matter_of(ground, first), matter_of(ground, again)
    apart = not (same or dated) and bool(mine and other and not mine & other)
    return bool(same or acts) and not (late or apart)


def is_for_another_day(a: When, b: When) -> bool:
    """Are they due more than a month apart?"""
    return bool(a.latest and b.latest) and abs(days_between(str(a.latest), str(b.latest))) > MONTH


def is_same(ground: Ground, a: Promised, b: Promised) -> bool:
    """One promise: the same party, the same event or nearly the same words, no two dates."""
    if is_retelling(ground, a, b) or is_retelling(ground, b, a):
        return not (known(a.due) and known(b.due)) or overlap(a.due, b.due)
    if is_same_plan(a, b):
        return True
    quoted = a.utterance is not None and a.utterance == b.utterance and None in (a.side, b.side)
    if (a.side != b.side and not quoted) or (known(a.due) and known(b.due) and not overlap(a.due, b.due)):
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


def is_same_plan(a: Promised, b: Promised) -> bool:
    """ "The two-part probe will launch in June", "Norway's probe will launch in June": one thing, act and day."""
    if a.mention.predicate != b.mention.predicate or a.mention.negated or b.mention.negated:
        return False
    if a.side != b.side and None not in (a.side, b.side):
        return False
    fewest = min(len(a.words), len(b.words))
    held = fewest >= PLAN and len(a.words & b.words) >= max(PLAN, WITHIN * fewest)
    return held and known(a.due) and known(b.due) and overlap(a.due, b.due)


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
