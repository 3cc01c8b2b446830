"""What belongs to an event word: parties, times and place read off the words around it.

A small parser attaches "at the White House with X" wrongly more often than not, so the phrases after an event word are
read in their printed order, as far as they keep to a pattern of prepositional phrases; the tree decides the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotate.phrase_ends import (
    LED,
    LONGEST,
    LOOSE,
    TOPICS,
    clause_or_phrase_end,
    continues,
    is_absolute,
    is_length,
    skip_topic,
)
from onrecord.annotate.phrase_lists import covered_heads, nominal_end, read_list
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.scenes import is_plural
from onrecord.records import Span

if TYPE_CHECKING:
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

JOINT = frozenset({"with", "between", "among", "amongst", "involving", "alongside"})
PLACES = frozenset({"in", "at", "inside", "near", "outside", "aboard"})
TIMED = frozenset(
    {
        "on",
        "in",
        "at",
        "during",
        "since",
        "from",
        "until",
        "before",
        "after",
        "for",
        "by",
        "late",
        "early",
        "earlier",
        "later",
    }
)
BOUNDING = frozenset({"since", "until", "till", "by", "before", "after", "within", "from"})
"""Before a time, these say when something was not, or no later than when: no date of the event itself."""
MEDIATORS = frozenset({"mediator", "arbitrator", "conciliator", "facilitator", "moderator"})
GATHERED = frozenset({"meeting", "summit", "session", "gathering", "visit", "trip"})


@dataclass(slots=True)
class Reading:
    """What was read off after an event word; `last` is the last token that belongs to it."""

    last: int
    actors: list[tuple[int, Role]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    where: Span | None = None
    joint: bool = False
    complete: bool = False
    open: bool = False
    unknown: bool = False
    delegated: bool = False
    direct: bool = False
    led: bool = False
    party_last: int = -1

    def add(self, actors: tuple[int, ...], role: Role, last: int) -> None:
        """Add parties and move on."""
        known = {actor for actor, _ in self.actors}
        self.actors += [(actor, role) for actor in actors if actor not in known]
        self.last = max(self.last, last)
        self.party_last = max(self.party_last, last)


def read_after(scene: Scene, start: int, *, verb: bool = False) -> Reading:
    """Read the phrases after an event word.

    Args:
        scene: The document.
        start: Index of the token after the event word.
        verb: The event word is a verb: then "to X" is not a party, and topics end the reading less early.
    """
    doc = scene.parse.doc
    reading = Reading(last=start - 1)
    if start >= len(doc):
        return reading
    stop = min(doc[start - 1].sent.end, start + LONGEST)
    at, moved = start, start + 1
    while at < stop and moved > at:
        moved = read_phrase(scene, reading, at, stop, verb=verb, first=at == start)
        at, moved = (moved, moved + 1) if moved > at else (at, at)
    return reading


def read_phrase(scene: Scene, reading: Reading, at: int, stop: int, *, verb: bool, first: bool) -> int:
    """Read one phrase; returns the index of the token after it, or `at` where none starts that belongs here."""
    doc = scene.parse.doc
    token, word = doc[at], doc[at].lower_
    if at in scene.time_at:
        return take_time(scene, reading, at)
    if word == "(":
        return next((close + 1 for close in range(at, stop) if doc[close].text == ")"), stop)
    if word in ("for", "after") and is_length(doc, at, stop):
        return nominal_end(doc, at + 1, stop, scene) + 1  # "met for three hours with A"
    timed = time_after(scene, at, stop) if word in TIMED else None
    if timed is not None:
        return take_time(scene, reading, timed, bound=word in BOUNDING)
    aimed = word in ("to", "from") and not verb and token.tag_ in ("IN", "TO")
    aimed = aimed or (word == "by" and first and doc[at - 1].pos_ == "NOUN")  # "the visit by A"
    gathered = word == "of" and first and doc[at - 1].lemma_.lower() in GATHERED
    if word in JOINT or aimed or gathered:
        return take_parties(scene, reading, at, stop)
    if word == "under":
        return take_mediator(scene, reading, at, stop)
    if word in LED and token.tag_ in ("VBN", "VBD"):
        return take_leaders(scene, reading, at, stop)
    if word in PLACES and not (word == "in" and at + 1 < stop and doc[at + 1].tag_ in ("VBG", "WDT")):
        moved = take_place(scene, reading, at, stop)
        if moved > at:
            return moved
    if word in TOPICS:
        moved = skip_topic(scene, at, stop)
        if moved > at:
            return moved
    return at + 1 if word in scene.words.lists["light.filler"] and continues(scene, at + 1, stop) else at


def time_after(scene: Scene, at: int, stop: int) -> int | None:
    """Index where a time expression starts after a preposition, articles and adverbs aside."""
    doc = scene.parse.doc
    for step in range(at + 1, min(at + 4, stop)):
        if step in scene.time_at:
            return step
        if doc[step].pos_ not in ("DET", "ADJ", "ADV", "ADP"):
            return None
    return None


def take_time(scene: Scene, reading: Reading, at: int, *, bound: bool = False) -> int:
    """Add the time expression that starts at a token; one that only bounds the event is stepped over."""
    index, last = scene.time_at[at]
    if is_possessive(scene, last):
        return at  # "the talks follow last week's call": the time of another noun
    if bound or scene.parse.doc[at].lower_ in BOUNDING:
        return max(last, at) + 1
    reading.times.append(index)
    reading.last = max(reading.last, last)
    return max(last, at) + 1


def is_possessive(scene: Scene, last: int) -> bool:
    """Does a time own the noun after it ("last week's call")?"""
    doc = scene.parse.doc
    return doc[last].tag_ == "POS" or (last + 1 < len(doc) and doc[last + 1].tag_ == "POS")


def take_parties(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Add the parties of "with A", "between A and B"; stays where it is if there are none."""
    word = scene.parse.doc[at].lower_
    if word == "with" and is_absolute(scene, at):
        return at
    heads, last = read_list(scene, at + 1, stop)
    party = scene.parties(heads)
    if word == "from" and any(scene.actors[actor].kind == "organization" for actor in party.actors):
        return at  # "the trip from the airport", "talks from the White House": where it starts
    if not heads or not (party.actors or party.open or (word in ("between", "with", "among") and is_plural(heads[0]))):
        return at
    reading.add(party.actors, "participant", last)
    reading.joint = reading.joint or word in ("with", "between", "among", "amongst", "involving")
    reading.complete = reading.complete or (
        word in ("between", "among", "amongst", "involving") and len(party.actors) > 1
    )
    reading.open = reading.open or party.open
    reading.delegated, reading.direct = reading.delegated or party.delegated, reading.direct or party.direct
    reading.unknown = reading.unknown or not (party.actors or party.open)
    return last + 1


def take_leaders(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Add the parties of "led by A", "hosted by B"."""
    doc = scene.parse.doc
    if at + 1 >= stop or doc[at + 1].lower_ != "by":
        return at
    heads, last = read_list(scene, at + 2, stop)
    party = scene.parties(heads)
    if not party.actors:
        return at
    role = LED[doc[at].lower_]
    reading.led = reading.led or doc[at].lower_ in ("led", "headed")
    reading.add(party.actors, "host" if role == "host" else "mediator" if role == "mediator" else "participant", last)
    return last + 1


def take_mediator(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Add the party of "under the mediator A", "under mediator A"."""
    doc = scene.parse.doc
    end = nominal_end(doc, at + 1, stop, scene)
    titles = {token.lemma_.lower() for token in doc[at + 1 : end + 1]}
    party = scene.parties(covered_heads(scene, at + 1, end)) if end > at and titles & MEDIATORS else None
    if party is None or not party.actors:
        return at
    reading.add(party.actors, "mediator", end)
    return end + 1


def take_place(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Take the place of "in Geneva", "at the White House"; anything else that is no clause is stepped over."""
    doc = scene.parse.doc
    end = nominal_end(doc, at + 1, stop, scene)
    if end < 0:
        return at
    place = place_of(scene, at + 1, end)
    if place is not None:
        if reading.where is None:
            reading.where = place
        reading.last = max(reading.last, end)
    if place is None and doc[end].lemma_.lower() not in LOOSE | scene.words.lists["places"]:
        return at
    step = end + 1
    while step < stop and doc[step].lower_ in ("of", "to") and step not in scene.time_at and place is None:
        inner = clause_or_phrase_end(scene, step, stop)
        if inner < 0:
            break
        step = inner + 1
    return step
