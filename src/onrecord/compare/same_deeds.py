"""Was the promised act done on its day, in the same verb or one of its group, with little else repeated?

"Northgate will name its captain on Monday" is kept where "Northgate named Ole Brand its captain on Monday": its day and
its verb say more than how many words two clauses share. A promise of what will not be done is broken by it.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onrecord.chronology import count_days, intersect
from onrecord.compare.affairs import is_of_old, later
from onrecord.compare.commitment_words import deeds_of, load_acts, verb_of_noun
from onrecord.compare.deeds_told import (
    acts_for,
    acts_of,
    is_head_or_body,
    is_late,
    is_not_earlier,
    matter_of,
    promised_acts,
)
from onrecord.compare.gatherings import days_told
from onrecord.compare.ground import CALENDAR
from onrecord.compare.kept_contacts import modes_of
from onrecord.compare.settlements import Settlement, is_called_off, names_of
from onrecord.compare.words import read_words, shorten, stem
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised
    from onrecord.compare.said import Said
    from onrecord.records import Statement
    from onrecord.vocab.lists import CommitmentStatus

HALF = 0.5
FORTNIGHT = 15
"""Days in which one shared word is enough to know a deed by; in a longer time much else is done."""
SURE = 31
"""Days to which the date of an article must be known for its place in time to tell."""
WILL = re.compile(r"(?:[A-Z][\w’'.-]+ ){2,5}(?:(?:will|would|is to|was to)(?: be)?|is|was) (?!not\b|never\b)")
MONTHS = frozenset(word.casefold() for word in CALENDAR)
WAITING = re.compile(r"\b(?:yet|still)\b", re.IGNORECASE)


def find_same_deed(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], due: When, when: When, day: str | None
) -> tuple[CommitmentStatus, Settlement] | None:
    """What a later account of the same act says has become of a promise."""
    for one in group:
        event = ground.events.get(one.event or "")
        called = modes_of(one) and verbs_of(one) == {one.mention.predicate}  # but "called a strike"
        if called or (event is not None and event.mode is not None):
            continue  # contacts are known by their days, kinds and parties
        acts, matter = promised_acts(ground, one), matter_of(ground, one)
        acts |= {act for verb in verbs_of(one) for act in acts_of(verb, frozenset())}
        for other in nearby.find_acts(one, matter, verbs_of(one), acts):
            done = read_sign(one, other, acts)
            if done is None or is_called_off(ground, other) or is_of_others(ground, one, other):
                continue
            if not later(ground, other, one, when, day) and not is_undated_deed(ground, one, other):
                continue
            if not tells_of(ground, one, matter, other, due) or counts_others(ground, one, other):
                continue
            if not done and not other.assertion.negated and breaks(one, other):
                status: CommitmentStatus | None = "broken"
            else:
                status = judge_deed(ground, one, other, due, done=done)
                if status == "broken" and one.mention.negated and not is_told_while_bound(ground, other, due):
                    status = None  # "would not raise it before May", and it was raised in June
            if status is not None:
                text = shorten(ground.text(other.evidence))
                return status, Settlement((other.evidence,), (f"a later account tells of it: {text}",))
    return None


def is_undated_deed(ground: Ground, one: Promised, other: Said) -> bool:
    """Where one of the two texts has no date: the very act of that party, on all that was promised, came after it."""
    told, made = ground.published(other.document), ground.published(one.document)
    wide = any((count_days(each) or SURE + 1) > SURE for each in (told, made))
    matter = matter_of(ground, one) - names_of(ground, other)
    own = is_own(ground, one, other.subject) or (one.side is None and len(matter) > 1)
    if not wide or not is_not_earlier(ground, other, one) or is_of_old(ground, other, one) or not own:
        return False
    exact = len(matter) > 1 or bool(verbs_of(one) & set(deeds_of(other.assertion)))
    return (
        exact
        and not other.assertion.negated
        and bool(matter)
        and matter <= other.words | read_words(ground.text(other.evidence)).content
    )


def find_answer(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], due: When, day: str | None
) -> Settlement | None:
    """ "Will say by Friday whether she stays", or "name its chair", and on that day she is quoted with the answer."""
    for one in group:
        names = one.mention.predicate in load_acts().naming
        if not (names or one.mention.predicate in load_acts().telling) or one.actor is None or not due.latest:
            continue
        made = ground.published(one.document)
        for row in nearby.find_statements({one.actor}):
            printed = ground.published(row.document)
            after = bool(printed.earliest and made.latest and printed.earliest[:10] > made.latest[:10])
            if row.negated or row.document == one.document or not after or not row.cue:
                continue
            sharp = row.said.earliest and row.said.latest and row.said.earliest[:10] == row.said.latest[:10]
            if (
                not sharp
                or (names and not is_named_in(ground, one, row))
                or (day and str(printed.earliest)[:10] > day)
                or intersect(due, row.said) is None
            ):
                continue
            shown = row.content if names else row.cue
            evidence = Evidence(document=row.document, start=shown[0].start, end=shown[-1].end)
            return Settlement((evidence,), ("a later account quotes the answer",))
    return None


def is_named_in(ground: Ground, one: Promised, row: Statement) -> bool:
    """Does a quote say who it is that was to be named: "Judge Ada Low will chair the inquiry"?"""
    text = " ".join(ground.text(Evidence(document=row.document, start=at.start, end=at.end)) for at in row.content)
    matter = matter_of(ground, one)
    called = WILL.match(text)
    return called is not None and bool(matter) and matter <= read_words(text[called.end() :]).content


def read_sign(one: Promised, other: Said, acts: frozenset[int]) -> bool | None:
    """Does a clause tell that the act was done (True) or not (False)? None where it tells of another act."""
    told = deeds_of(other.assertion)
    words = frozenset(other.assertion.words)
    against = load_acts().opposites.get(one.mention.predicate, frozenset())
    wanted = verbs_of(one)
    for verb, done in told.items():
        if verb in wanted or acts & acts_of(verb, words):
            return done
        if verb in against and done:
            return False
    return None


def breaks(one: Promised, other: Said) -> bool:
    """Does a clause tell of the opposite of a promise ("would stay open", "was closed")?"""
    against = load_acts().opposites.get(one.mention.predicate, frozenset())
    return not one.mention.negated and bool(against & set(deeds_of(other.assertion)))


def verbs_of(one: Promised) -> frozenset[str]:
    """The verb of a promise, and the one in its object ("announce her ruling") or state ("will be ready")."""
    acts = load_acts()
    words = re.findall(r"[a-z]+", one.text.casefold())
    found = {one.mention.predicate} - {word for word in acts.bound if given_in(word, words)}
    if one.mention.predicate in acts.staying | {"have", "get"}:
        found |= acts.states & set(words)
    if one.mention.predicate in acts.light:
        found |= {verb for word in words if (verb := verb_of_noun(word))}
    return frozenset(found)


def given_in(verb: str, words: Sequence[str]) -> bool:
    """Is a promise made with this very verb ("agreed", "had agreed"), and not of what it says ("will agree")?"""
    return not {"will", "would", "shall"} & set(words) and any(word.startswith(verb) and word != verb for word in words)


def is_own(ground: Ground, one: Promised, subject: str | None) -> bool:
    """Is the subject of a clause the party that is held to a promise, or named as it is?"""
    if subject is None or one.side is None:
        return False
    if subject in (one.side, one.actor):
        return True
    mine = [read_words(ground.name(each)).content for each in (one.side, one.actor) if each]
    theirs = read_words(ground.name(subject)).content
    return any(names and theirs and (names <= theirs or theirs <= names) for names in mine)


def is_of_others(ground: Ground, one: Promised, other: Said) -> bool:
    """Is somebody else said to have acted?"""
    subject = other.subject
    if subject is None or one.side is None or is_own(ground, one, subject):
        return False
    actor = ground.actors.get(subject)
    if actor is not None and actor.kind == "group" and not read_words(actor.name).names:
        return False  # "the workers": whose they are is not said
    return not (acts_for(ground, one, subject) or subject in {ground.side(party) for party in one.parties})


def tells_of(ground: Ground, one: Promised, matter: frozenset[str], other: Said, due: When) -> bool:
    """Is it the same act on the same thing? On the day of the promise one shared word is enough."""
    matter = matter - names_of(ground, other)
    read = read_words(ground.text(other.evidence))
    shared = matter & (other.words | read.content | read.numbers)
    own = is_own(ground, one, other.subject)
    exact = bool(verbs_of(one) & set(deeds_of(other.assertion)))
    if one.mention.negated and not (own or exact or shared == matter):
        return False  # "would not land on the islands in the bay": "a boat reached the bay" is something else
    days = days_told(ground, other.evidence)
    narrow = one.mention.negated or (count_days(due) or 0) <= 2 * SURE
    sharp = bool(due.latest) and narrow  # "in 2018" and "last year" tell little
    if sharp and any(intersect(due, at) for at in days if (count_days(at) or SURE + 1) <= SURE):
        told = read.names | read.content | other.words | other.names
        names = {word for word in read_words(one.text).names - MONTHS if word.casefold() in told or word in told}
        behind = matter & read_words(one.text.casefold().partition(one.mention.predicate)[2]).content
        rest = not matter or not behind  # "Selby's board met on Sunday and will answer within two weeks"
        short = one.mention.negated or (count_days(due) or 0) <= FORTNIGHT
        some = bool(shared) and (short or own or len(shared) >= HALF * len(matter))
        return some or (own and (exact or rest)) or len(names) > 1 or bool(names and (rest or exact))
    against = load_acts().opposites.get(one.mention.predicate, frozenset())
    if against & set(deeds_of(other.assertion)) and not other.assertion.negated:
        return bool(shared) or (own and not matter)
    if not matter:
        return own and exact
    enough = len(shared) >= max(1, math.ceil(HALF * len(matter)))
    own = own or is_head_or_body(ground, one, other.subject)
    verbs = verbs_of(one)  # neither "entered a phase just in time for the vote" nor "elected officials" for an election
    plain = other.assertion.predicate in verbs and bool(matter - {stem(verb) for verb in verbs})
    return enough and (own or len(shared) > 1 or (plain and len(shared) == len(matter)))


def is_told_while_bound(ground: Ground, other: Said, due: When) -> bool:
    """Was it done in the time for which a promise not to do it was given?"""
    days = [day for day in days_told(ground, other.evidence) if day.earliest] if due.latest else []
    starts = [str(day.earliest)[:10] for day in days] or [str(ground.published(other.document).earliest or "")[:10]]
    return not due.latest or any(start <= due.latest[:10] for start in starts)


def counts_others(ground: Ground, one: Promised, other: Said) -> bool:
    """ "six people would be freed", "nine were handed over": other numbers than those promised."""
    mine = {word for word in one.words if word.isdigit()}
    text = ground.text(other.evidence)
    for time in ground.annotated(other.document).times:
        if other.evidence.start <= time.start and time.end <= other.evidence.end:
            printed = ground.linked.documents[other.document].text[time.start : time.end]
            text = text.replace(printed, " ")
    theirs = read_words(text).numbers
    return bool(mine and theirs) and not mine & theirs


def judge_deed(ground: Ground, one: Promised, other: Said, due: When, *, done: bool) -> CommitmentStatus | None:
    """The status that an account of the act gives: a promise not to act is broken by it."""
    if one.mention.negated:
        return "broken" if done else None
    if done:
        return "overdue" if is_late(ground, other.evidence, due) else "kept"
    printed = ground.published(other.document)
    passed = bool(due.latest and printed.earliest and printed.earliest[:10] > due.latest[:10])
    if not passed:
        return None
    return "overdue" if WAITING.search(ground.text(other.evidence)) else "broken"
