"""Was the promised act done, done late, or not done? What later accounts tell of it in other words.

"She would call Ann Low as a witness" is kept where Ann Low testifies; "has still not given him the file, which the
judge ordered it to hand over" says that a promise to hand it over was not kept in time. The verbs that tell one act
stand in groups (`vocab/commitments.toml`); beside the act its matter must be the same, or the person who was to act.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.chronology import count_days, intersect
from onrecord.compare.affairs import later
from onrecord.compare.commitment_words import load_acts
from onrecord.compare.gatherings import days_told, find_gathering
from onrecord.compare.ground import known
from onrecord.compare.settlements import Settlement, names_of
from onrecord.compare.words import load_tables, read_words, shorten, stem
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised
    from onrecord.compare.said import Said
    from onrecord.records import Statement
    from onrecord.vocab.lists import CommitmentStatus

NEAR = 60
"""Characters between "had not come" and the clause that tells of the promise again."""
MOST = 0.65
SURE = 31
"""Days to which the date of an account must be known for its place in time to tell."""
SIDE = "side:"
MINISTER = re.compile(r"\b(?:minister|secretary)\b")
MINISTERIAL = read_words("minister secretary").content
MINISTRIES = read_words("ministry department").content
LATE = re.compile(r"\b(?:hour|day|week|month|year)s? late\b|\bbelatedly\b|\bafter the deadline\b", re.IGNORECASE)
STILL = re.compile(r"\b(?:still|yet|had not|hadn['’]t|has not|have not|hasn['’]t|haven['’]t|never)\b", re.IGNORECASE)


@lru_cache(maxsize=65536)
def acts_of(predicate: str, words: frozenset[str]) -> frozenset[int]:
    """The groups that a clause belongs to by its verb, or by its verb and a word beside it."""
    groups = list(enumerate(load_acts().groups))
    phrases = {number for number, group in groups if any((predicate, word) in group for word in words)}
    return frozenset(phrases or {number for number, group in groups if (predicate, "") in group})


def promised_acts(ground: Ground, one: Promised) -> frozenset[int]:
    """The groups of what is promised; the clause as it is asserted has the words that the mention leaves out."""
    words = {
        word
        for said in ground.annotated(one.document).assertions
        if said.start == one.mention.start
        for word in said.words
        if said.predicate == one.mention.predicate
    }
    return acts_of(one.mention.predicate, frozenset(words | set(one.text.casefold().split())))


def find_told(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], due: When, when: When, day: str | None
) -> tuple[CommitmentStatus, Settlement] | None:
    """ "kept" or "overdue", and the later account that says so."""
    gathered = find_gathering(ground, nearby, group, due, when, day)
    if gathered is not None:
        return "kept", gathered
    for one in group:
        acts = promised_acts(ground, one)
        if not acts:
            continue
        spoken = find_testimony(ground, nearby, one, when, day) if acts & load_acts().speech else None
        if spoken is not None:
            return "kept", spoken
        for other in nearby.find_accounts(one, matter_of(ground, one), MOST):
            told = other.assertion
            if is_heard(ground, other, one, acts):
                return "kept", Settlement(
                    (other.evidence,), (f"another account tells of it: {shorten(ground.text(other.evidence))}",)
                )
            if not acts & acts_of(told.predicate, frozenset(told.words)) - load_acts().speech:
                continue
            if told.negated:
                if is_failure(ground, nearby, other, one, due, when, day):
                    return "overdue", Settlement((other.evidence,), ("a later account says that it was not yet done",))
            elif told.tense == "past" and is_deed(ground, other, one, when, day):
                text = shorten(ground.text(other.evidence))
                if is_late(ground, other.evidence, due):
                    return "overdue", Settlement((other.evidence,), (f"it was done only after its day: {text}",))
                return "kept", Settlement((other.evidence,), (f"a later account tells of it: {text}",))
    return None


def is_heard(ground: Ground, other: Said, one: Promised, acts: frozenset[int]) -> bool:
    """ "She took the stand": a person is heard once, so an account of unknown date that can be later will do."""
    told = other.assertion
    heard = acts & acts_of(told.predicate, frozenset(told.words)) & load_acts().speech
    if not heard or told.negated or told.tense != "past" or one.actor is None or other.subject_actor != one.actor:
        return False
    printed = ground.published(other.document)
    undated = (count_days(printed) or SURE + 1) > SURE
    return one.mention.predicate != "call" and undated and is_not_earlier(ground, other, one)


def matter_of(ground: Ground, one: Promised) -> frozenset[str]:
    """What the promised act is done to: the words of the promise without names, titles and its verb."""
    verb = stem(one.mention.predicate)
    passive = stem(load_acts().participles.get(one.mention.predicate, verb))
    verbs = {verb, verb + verb[-1:], passive, "shall"} | {stem(word) for word in load_acts().bound}
    names = {word for party in one.parties for word in read_words(ground.name(party)).content}
    own = read_words(ground.name(one.actor)).content if one.actor else frozenset()
    return one.words - names - own - verbs - load_tables().titles


def shares_matter(ground: Ground, matter: frozenset[str], other: Said) -> bool:
    """Is most of the matter in the clause, its numbers included?"""
    told = other.words | read_words(ground.text(other.evidence)).numbers
    return bool(matter) and len(matter & told) >= MOST * len(matter)


def is_deed(ground: Ground, other: Said, one: Promised, when: When, day: str | None) -> bool:
    """Does a later clause tell of the same act on the same thing, by nobody else?"""
    if other.document == one.document or not (later(ground, other, one, when, day) or tells_late(ground, other)):
        return False
    if other.subject is not None and other.subject != one.side and not acts_for(ground, one, other.subject):
        return False
    matter = matter_of(ground, one)
    telling = matter - names_of(ground, other)
    sure = len(matter) > 1 or any(word.isdigit() for word in matter)
    own = sure or other.subject is not None or one.side is None
    return own and shares_matter(ground, matter, other) and bool(telling & other.words)


def acts_for(ground: Ground, one: Promised, subject: str) -> bool:
    """Can a deed of somebody else be the promised one: of the body whose head or spokesman promised, or its head?"""
    return speaks_for(ground, one, subject) or is_head_or_body(ground, one, subject)


def is_head_or_body(ground: Ground, one: Promised, subject: str | None) -> bool:
    """Is somebody the body whose head is held to a promise, or the head of the body that is?"""
    if subject is None:
        return False
    holders = [each for each in (one.actor, one.side) if each]
    return any(is_head_of(ground, each, subject) or is_head_of(ground, subject, each) for each in holders)


def is_head_of(ground: Ground, person: str, body: str) -> bool:
    """Does a person hold an office of a body, or the office of a ministry's field ("the transport minister")?"""
    holder, led = ground.actors.get(person), ground.actors.get(body)
    if holder is None or holder.kind != "person" or (led is not None and led.kind != "organization"):
        return False
    if led is None and not body.startswith(SIDE):
        return False
    called = read_words((led.name if led is not None else body.removeprefix(SIDE)).casefold()).content
    for office in holder.offices:
        of = read_words((office.of or "").casefold()).content
        if of and called and (of <= called or called <= of):
            return True
        title = office.title.casefold()
        field = read_words(title).content - MINISTERIAL
        if MINISTER.search(title) and field and called & MINISTRIES and called - MINISTRIES == field:
            return True
    return False


def speaks_for(ground: Ground, one: Promised, body: str) -> bool:
    """Can a spokesman have promised it for a body that is not known to be his?"""
    if one.actor not in ground.spokesmen or body not in ground.actors or ground.actors[body].kind == "person":
        return False
    own = ground.actors.get(one.side or "")
    named = read_words(own.name).content if own is not None and own.id != one.actor else frozenset()
    return not named or bool(named & read_words(ground.name(body)).content)


def tells_late(ground: Ground, other: Said) -> bool:
    """ "published it, five days late": it comes after a promise, whenever that was printed."""
    return bool(LATE.search(ground.text(other.evidence)))


def is_late(ground: Ground, told: Evidence, due: When) -> bool:
    """Was it done after its day, by the clause's own word or date?"""
    if LATE.search(ground.text(told)):
        return True
    if not due.latest:
        return False
    told_days = days_told(ground, told)
    days = [one.earliest for one in told_days if one.earliest]
    return bool(days) and max(days)[:10] > due.latest[:10] and not any(intersect(due, one) for one in told_days)


def is_failure(
    ground: Ground,
    nearby: Nearby,
    other: Said,
    one: Promised,
    due: When,
    when: When,
    day: str | None,
) -> bool:
    """ "has still not given him the file, which he was ordered to hand over": the promise is not yet kept."""
    if other.assertion.tense != "past" or not STILL.search(ground.text(other.evidence)):
        return False
    again = [each for each in nearby.find_bound(other.document) if is_told_again(each, other)]
    after = later(ground, other, one, when, day)
    passed = bool(due.latest and day and due.latest[:10] < day)
    if not (again or (after and passed)) or not (after or is_not_earlier(ground, other, one)):
        return False
    matter = matter_of(ground, one)
    own = any(each.subject is not None and each.subject == one.side for each in again)
    return shares_matter(ground, matter, other) or (own and bool(matter & other.words))


def is_told_again(each: Said, other: Said) -> bool:
    """Does a clause that tells of a promise or an order stand within or right beside another?"""
    return other.assertion.start - NEAR <= each.assertion.start <= other.assertion.end + NEAR


def is_not_earlier(ground: Ground, other: Said, one: Promised) -> bool:
    """Can it have been printed after the promise? A promise that is told again came before."""
    if other.document == one.document:
        return False
    told, made = ground.published(other.document), ground.published(one.document)
    return not (known(told) and told.latest and made.earliest and told.latest[:10] < made.earliest[:10])


def find_testimony(ground: Ground, nearby: Nearby, one: Promised, when: When, day: str | None) -> Settlement | None:
    """The person who was to be heard is quoted as a witness in a later account."""
    called = one.mention.predicate == "call"
    people = [party for party in one.parties if party in ground.actors and ground.actors[party].kind == "person"]
    wanted = {party for party in people if party != one.actor} if called else {one.actor or ""}
    for row in nearby.find_statements(wanted):
        if row.negated or row.document == one.document:
            continue
        printed = ground.published(row.document)
        if not printed.earliest or not when.latest or printed.earliest[:10] <= when.latest[:10]:
            continue
        if (day and printed.earliest[:10] > day) or not is_testimony(ground, row) or not row.cue:
            continue
        if not row.said.earliest or row.said.earliest[:10] <= when.latest[:10]:
            continue  # words without a day may be those told before
        spans = (*row.source.spans, *row.cue)
        start, end = min(span.start for span in spans), max(span.end for span in row.cue)
        if end - start > NEAR * 3:
            start = row.cue[0].start
        evidence = Evidence(document=row.document, start=start, end=end)
        return Settlement((evidence,), (f"a later account quotes {row.source.text or 'the witness'} as a witness",))
    return None


def is_testimony(ground: Ground, row: Statement) -> bool:
    """Is it said under oath: "testified", or told to a court?"""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue).casefold()
    if any(word in cue for word in load_acts().cues):
        return True
    hearer = (row.addressee.text or "") if row.addressee else ""
    return bool(set(re.findall(r"[a-z]+", hearer.casefold())) & load_acts().hearers)
