"""The later evidence that settles a promise: the event came, the deed was reported, another plan took its place."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.chronology import count_days, days_between, intersect
from onrecord.compare.affairs import later, told_after
from onrecord.compare.commitment_words import KEEPING, are_akin, deeds_of, load_acts
from onrecord.compare.ground import known
from onrecord.compare.kept_contacts import CONTACTS, SPREAD, UNDATED, answers, in_time, is_presence, modes_of
from onrecord.compare.vouched import AS_PROMISED, around, is_on_its_day, is_vouched
from onrecord.compare.words import load_tables, read_words, shorten
from onrecord.records import Evidence, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.happenings import Happenings
    from onrecord.compare.nearby import Nearby
    from onrecord.compare.promises import Promised
    from onrecord.compare.said import Said
    from onrecord.records import Event

ENOUGH = 0.6
SHARED = 3
WORDS_ONLY = frozenset(
    {
        "agree",
        "promise",
        "pledge",
        "plan",
        "say",
        "vow",
        "claim",
        "announce",
        "commit",
        "intend",
        "expect",
        "offer",
        "be",
        "have",
    }
)
THROWN = re.compile(r"\b(?:bombs?|leaflets?|supplies|parcels|food|anchor)\b")
ANEW = re.compile(r"\b(?:again|another|once more|next|further|second|third)\b", re.IGNORECASE)
PARTICLES = {"call": " off", "give": " up"}
VAGUE_DAYS = 62
"""A promise dated to no better than this is settled by the order of one text only."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What settles a promise, and why; `named` where its words name what was promised, `on_day` on its day."""

    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    named: bool = False
    on_day: bool = False


def find_event_came(
    ground: Ground, happenings: Happenings, group: Sequence[Promised], due: When, when: When, day: str | None
) -> Settlement | None:
    """A contact of the promised kind and parties that happened after the promise and in its time."""
    own = {(one.document, one.mention.start) for one in group}
    promised = [ground.events[one.event] for one in group if one.event and one.event in ground.events]
    ids = {one.id for one in promised}
    for event in sorted(happenings.find_happened(group, due, when), key=lambda one: one.id not in ids):
        if (
            event.id not in ids
            and not any(is_promised(one, event) for one in promised)
            and not is_presence(ground, group, event, due)
            and not answers(ground, group, event, due)
        ):
            continue
        found = happened_evidence(ground, event, own, day)
        fits = in_time(event, due, when, day) or is_after_vague_page(ground, event, group, due, day)
        if (count_days(when) or 0) > VAGUE_DAYS or not fits:
            # without a date only the order of one text says that it came after
            found = tuple(one for one in found if follows(ground, event, one, group, due))
        if found:
            return Settlement(found[:2], (f"{event.label or 'the event'} came about",))
    return None


def is_after_vague_page(ground: Ground, event: Event, group: Sequence[Promised], due: When, day: str | None) -> bool:
    """Did it come on a known day by the due one, where the page that promised it, and tells of none, has a vague date?

    "Will telephone before the end of the week" on a page of some day of that fortnight: a contact after its first day.
    """
    start, end = event.when.earliest, event.when.latest
    pages = {one.document for one in group}
    if not start or not end or start[:10] != end[:10] or not due.latest or (day and end[:10] > day):
        return False
    told = [ground.annotated(name).events[at] for name, at in ground.tellings.get(event.id, ()) if name in pages]
    if any(one.status in ("happened", "ongoing") for one in told) or end[:10] > due.latest[:10]:
        return False
    printed = [ground.published(page) for page in pages]
    return all(
        one.earliest and one.latest and 1 < (count_days(one) or 0) <= SPREAD and one.earliest[:10] < start[:10]
        for one in printed
    )


def follows(ground: Ground, event: Event, evidence: Evidence, group: Sequence[Promised], due: When) -> bool:
    """Does the text tell of an undated event after the promise, and is no day against it?"""
    vague = (
        not (event.when.earliest and event.when.latest)
        or days_between(event.when.earliest, event.when.latest) > UNDATED
    )
    return (
        vague
        and not known(due)
        and any(one.document == evidence.document and one.mention.start < evidence.start for one in group)
        and not any(ANEW.search(one.text) for one in group)  # "agreed to meet again": "their meeting" is the one before
    )


def is_promised(promised: Event, event: Event) -> bool:
    """The same kind of contact between the same parties."""
    if (
        event.mode is not None and event.mode not in CONTACTS.get(promised.mode or "", set())
    ) or event.type != promised.type:
        return False
    if promised.where and event.where and promised.where != event.where:
        return False
    mine, other = ({one.actor for one in each.participants} for each in (promised, event))
    return len(mine & other) >= 2 and mine <= other


def happened_evidence(ground: Ground, event: Event, own: set[tuple[str, int]], day: str | None) -> tuple[Evidence, ...]:
    """The mentions that have it as something that happened, in documents of the day or before."""
    found = []
    for name, index in ground.tellings.get(event.id, ()):
        mention = ground.annotated(name).events[index]
        published = ground.published(name)
        if day and published.earliest and published.earliest[:10] > day:
            continue
        if mention.status in ("happened", "ongoing") and not any(
            name == place and mention.start <= start < mention.end for place, start in own
        ):
            found.append(Evidence(document=name, start=mention.start, end=mention.end))
    return tuple(found)


def find_deed(
    ground: Ground, nearby: Nearby, group: Sequence[Promised], when: When, day: str | None
) -> Settlement | None:
    """A later past clause with the verb and most words of the promise, or one that says it was kept."""
    for one in group:
        matter = one.words - load_tables().titles
        for other in nearby.find_deeds(one, matter, max(SHARED, math.ceil(ENOUGH * len(matter)))):
            told = tells_of_keeping(ground, other, one)
            if not (told or later(ground, other, one, when, day)) or (other.document == one.document and not told):
                continue
            if told or has_deed(ground, other, one):
                text = shorten(ground.text(other.evidence))
                reason = "a later account says that it was kept" if told else f"a later account tells of it: {text}"
                return Settlement((other.evidence,), (reason,))
    for one in group:
        for other in nearby.vouched:
            if is_vouched(ground, other, one, when, day):
                reasons = ("a later account says that it was kept",)
                return Settlement((other.evidence,), reasons, on_day=is_on_its_day(ground, other))
    return None


def has_deed(ground: Ground, other: Said, one: Promised) -> bool:
    """Does a clause have the verb and most words of the promise as done?"""
    if other.assertion.predicate in WORDS_ONLY | load_acts().undone - {one.mention.predicate}:
        return False  # the promise told again is not the deed
    if is_called_off(ground, other) or not has_verb(other, one):
        return False
    words = other.words | numbers_of(ground, other)
    matter = one.words - load_tables().titles
    shared = matter & words
    telling = shared - names_of(ground, other)
    return (
        len(shared) >= max(SHARED, ENOUGH * len(matter)) and len(telling) >= SHARED - 1 and not names_only(one, shared)
    )


def has_verb(other: Said, one: Promised) -> bool:
    """Is its verb that of the promise, one of its kind, or one that the promise has as a noun ("plans a visit")?"""
    acts = load_acts()
    nouns = {acts.nominal[word] for word in re.findall(r"[a-z]+", one.text.casefold()) if word in acts.nominal}
    there = {"arrive"} if one.mention.predicate == "be" else set()  # "would be in Karsk": who has arrived is
    wanted = {one.mention.predicate, *nouns, *there}
    return any(are_akin(told, verb) for told in deeds_of(other.assertion) for verb in wanted)


def is_called_off(ground: Ground, other: Said) -> bool:
    """ "has called off the strike", "dropped its bid": given up, and not done."""
    particle = PARTICLES.get(other.assertion.predicate, "")
    text = ground.text(other.evidence).casefold()
    shells = other.assertion.predicate == "drop" and THROWN.search(text)  # "dropped bombs"
    return other.assertion.predicate in load_acts().calling_off and particle in text and not shells


def names_only(one: Promised, shared: frozenset[str]) -> bool:
    """Are only names shared, and so neither what is done nor to what?"""
    return not shared - read_words(one.text).names


def tells_of_keeping(ground: Ground, other: Said, one: Promised) -> bool:
    """ "She had telephoned him, as she had promised", "Arland kept its word on the six"."""
    if one.side is None or other.subject != one.side:
        return False
    text = around(ground, other)
    if other.assertion.predicate == one.mention.predicate and AS_PROMISED.search(text):
        return True
    kept = other.assertion.predicate in KEEPING
    kept = kept and bool({"word", "promise", "pledge", "commitment"} & set(other.assertion.words))
    clause = read_words(ground.text(other.evidence))
    matter = one.words - names_of(ground, other) - load_tables().titles
    return kept and bool(matter & (clause.numbers | (clause.content - {"word", "keep", "kept"})))


def numbers_of(ground: Ground, said: Said) -> frozenset[str]:
    """The numbers and plain words of an account's text."""
    words = read_words(ground.text(said.evidence))
    return words.numbers | words.content


def names_of(ground: Ground, said: Said) -> frozenset[str]:
    """The words of the names of the parties of an account."""
    names = [ground.name(one) for one in said.parties]
    return frozenset(word for name in names for word in read_words(name).content)


def find_successor(
    ground: Ground,
    happenings: Happenings,
    group: Sequence[Promised],
    due: When,
    when: When,
    day: str | None,
) -> Settlement | None:
    """The event was called off, or a later promise has the same contact at another time."""
    events = [ground.events[one.event] for one in group if one.event and one.event in ground.events]
    for event in events:
        if event.status == "cancelled":
            found = [one for one in find_cancelling(ground, event) if not is_before_promise(ground, one, group, when)]
            if found:
                return Settlement((found[-1],), ("the event was called off",))
    if not known(due):
        return None
    called_off = find_called_off(ground, happenings, group, due, when, day)
    if called_off is not None:
        return called_off
    for other, one in happenings.find_rivals(events):
        if other is group or not known(one.due) or not one.said.earliest or not when.latest:
            continue
        if one.said.earliest[:10] <= when.latest[:10]:
            continue
        apart = (one.due.earliest or "")[:10] > (due.latest or "9999")[:10]
        rival = ground.events.get(one.event or "")
        same = rival is not None and any(rival.id == event.id or is_promised(event, rival) for event in events)
        if apart and same:
            return Settlement((one.evidence,), ("a later plan has another time",))
    return None


def is_before_promise(ground: Ground, piece: Evidence, group: Sequence[Promised], when: When) -> bool:
    """Was it told before the promise: further up in its text, or in an older article?"""
    own = [mine.mention.start for mine in group if mine.document == piece.document]
    printed = ground.published(piece.document).latest
    return any(piece.start <= start for start in own) or bool(
        not own and printed and when.earliest and printed[:10] < when.earliest[:10]
    )


def find_cancelling(ground: Ground, event: Event) -> list[Evidence]:
    """The mentions that say themselves that a contact was called off."""
    found = []
    for name, index in ground.tellings.get(event.id, ()):
        mention = ground.annotated(name).events[index]
        if mention.status == "cancelled":
            found.append(Evidence(document=name, start=mention.start, end=mention.end))
    return found


def find_called_off(
    ground: Ground, happenings: Happenings, group: Sequence[Promised], due: When, when: When, day: str | None
) -> Settlement | None:
    """A contact of the same kind, day and party that was called off or moved after the promise."""
    for event in happenings.find_cancelled(one.actor for one in group if one.actor is not None):
        if not known(event.when) or intersect(event.when, due) is None:
            continue
        parties = {one.actor for one in event.participants}
        fits = any(event.mode in modes_of(one) and one.actor in parties for one in group)
        told = [piece for piece in event.evidence if told_after(ground, piece, when, day)]
        if fits and told and (count_days(due) or UNDATED) <= UNDATED:
            return Settlement((told[-1],), ("it was called off or moved to another day",))
    return None
