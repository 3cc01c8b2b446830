"""Did the promised meeting, visit or call come about? The contacts of the record against what a promise says.

Event linking is strict, so the contact that was promised and the one that came are often two events. Here they meet by
kind, days and parties; a party counts as present where the text of the event names it or its state.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.chronology import count_days, days_between
from onrecord.compare.ground import BEGINNING, known
from onrecord.compare.words import load_tables, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.promises import Promised
    from onrecord.records import Event, Evidence, When

CONTACTS = {
    "meeting": frozenset({"meeting", "summit", "talks", "visit"}),
    "summit": frozenset({"meeting", "summit"}),
    "talks": frozenset({"talks", "meeting"}),
    "visit": frozenset({"visit", "meeting", "talks", "summit"}),
    "call": frozenset({"call"}),
}
SHARP = 10
"""Days of a due interval within which one party beside the place is enough to know the contact by."""
SLACK = 3
"""Days after the due date in which a contact still counts as the one promised."""
UNDATED = 45
"""Days in which a contact promised without a date is taken for the one that came."""
SPREAD = 21
"""Days to which the date of a page is known well enough to hold a contact of those days against its promise."""
PLACED = re.compile(r"\b(?:in|at|to) (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")
NEAR = 160
PREFIX = 5
"""Letters that a state and its people have in common ("Arland", "Arlander")."""


def modes_of(one: Promised) -> frozenset[str]:
    """The kinds of contact that the promised verb can come to; empty where it is no contact."""
    return find_modes(one.mention.predicate)


@lru_cache(maxsize=4096)
def find_modes(verb: str) -> frozenset[str]:
    """The kinds of contact that a verb can come to."""
    found: frozenset[str] = frozenset()
    for mode, verbs in load_tables().contacts.items():
        if verb in verbs:
            found |= CONTACTS.get(mode, frozenset())
    return found


def answers(ground: Ground, group: Sequence[Promised], event: Event, due: When) -> bool:
    """Is a contact that happened the one a promise names by its verb, parties and place?"""
    return event.mode is not None and any(answers_one(ground, one, event, due) for one in group)


def answers_one(ground: Ground, one: Promised, event: Event, due: When) -> bool:
    """The same for one mention of the promise."""
    if event.mode is None or event.mode not in modes_of(one):
        return False
    if event.where and event.where not in one.text and find_places(ground, one.text):
        return False
    words = event_words(ground, event)
    wanted = [party for party in one.parties if party in ground.actors and ground.actors[party].kind != "place"]
    there = [party for party in wanted if is_present(ground, party, event, words)]
    held = one.actor is not None and is_present(ground, one.actor, event, words)
    if len(there) >= 2 and len(there) == len(wanted):
        return True
    sharp = known(due) and (count_days(due) or SHARP + 1) <= SHARP
    placed = bool(event.where and event.where in one.text)
    titled = bool(words & read_words(one.text).content & load_tables().titles)
    return sharp and ((placed and (bool(there) or held or titled)) or (len(wanted) == len(there) == 1 and held))


def find_places(ground: Ground, text: str) -> frozenset[str]:
    """The places of events that a text names."""
    if text not in ground.named:
        ground.named[text] = frozenset(
            place
            for at in range(len(text))
            for size in range(1, BEGINNING + 1)
            for place in ground.places.get(text[at : at + size], ())
            if text.startswith(place, at)
        )
    return ground.named[text]


def event_words(ground: Ground, event: Event) -> frozenset[str]:
    """The plain words of the event's mentions."""
    return frozenset(word for piece in event.evidence for word in read_words(ground.text(piece)).content)


def is_present(ground: Ground, party: str, event: Event, words: frozenset[str]) -> bool:
    """Is a party, or its state, a participant or named in the event's words?"""
    sides = {ground.side(one.actor) for one in event.participants} | {one.actor for one in event.participants}
    if party in sides or (ground.actors[party].kind != "person" and ground.side(party) in sides):
        return True
    if ground.actors[party].kind not in ("state", "organization"):
        return False
    names = read_words(ground.name(party)).content - load_tables().titles
    return any(name[:PREFIX] == word[:PREFIX] for name in names for word in words if len(name) >= PREFIX)


def in_time(event: Event, due: When, when: When, day: str | None) -> bool:
    """Did it happen after the promise, within its time, and by the day of judgement?"""
    start, end = event.when.earliest, event.when.latest
    if start and ((day and start[:10] > day) or (due.latest and days_between(due.latest, start) > SLACK)):
        return False
    if end and any(other and end[:10] < other[:10] for other in (when.earliest, due.earliest)):
        return False
    told_in = bool(end and when.latest and end[:10] <= when.latest[:10] and (due.latest or "")[:10] != end[:10])
    if told_in:
        return False  # the contact in which it was promised is not the one promised
    if not known(due) and start and when.latest and days_between(when.latest, start) > UNDATED:
        return False
    return bool(start and end and days_between(start, end) <= UNDATED)


def is_presence(ground: Ground, group: Sequence[Promised], event: Event, due: When) -> bool:
    """ "X will be in Y on the 16th", and X met somebody in Y that day."""
    if not known(due) or event.mode in (None, "call") or not can_be_placed(ground, group, event):
        return False
    parties = {one.actor for one in event.participants}
    titles = {word for one in parties if one in ground.actors for word in titles_of(ground, one)}
    sharp = (count_days(due) or UNDATED) <= 1
    text = " ".join(sentence_at(ground, piece) for piece in event.evidence)
    for one in group:
        words = read_words(one.text)
        named = any(read_words(ground.name(actor)).content & words.content for actor in parties)
        titled = sharp and bool(titles & words.content) and one.mention.predicate in ("be", "attend", "come")
        placed = event.where in one.text if event.where else any(place in text for place in places_in(one.text))
        if placed and (one.actor in parties or named or titled):
            return True
    return False


def can_be_placed(ground: Ground, group: Sequence[Promised], event: Event) -> bool:
    """Does a promise name the place of a contact, or some place for one that has none?"""
    if event.where:
        return any(event.where in find_places(ground, one.text) for one in group)
    return any(places_in(one.text) for one in group)


def titles_of(ground: Ground, actor: str) -> frozenset[str]:
    """The plain words of a person's offices."""
    return frozenset(word for office in ground.actors[actor].offices for word in read_words(office.title).content)


def places_in(text: str) -> list[str]:
    """The capitalised words after "in" or "at": where somebody will be."""
    return [match.group(1) for match in PLACED.finditer(text)]


def sentence_at(ground: Ground, piece: Evidence) -> str:
    """A piece of evidence to the end of its sentence."""
    text = ground.linked.documents[piece.document].text
    rest = re.split(r"[.!?]\W*\s", text[piece.end : piece.end + NEAR], maxsplit=1)[0]
    return text[piece.start : piece.end] + rest
