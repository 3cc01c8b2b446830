"""What every comparer asks of the linked record: who holds an account, when it was given, who speaks for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.chronology import days_between
from onrecord.compare.words import load_tables
from onrecord.records import UNKNOWN, Evidence, When

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from onrecord.annotations import Annotated
    from onrecord.linked import Linked, Local
    from onrecord.records import Actor, Document, Event, Statement, Time

BEGINNING = 3
"""Letters of a place by which it is looked up."""
NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-zà-ÿ]{2,}")
CALENDAR = frozenset(
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
        "April", "May", "June", "July", "August", "September", "October", "November", "December",
    }
)  # fmt: skip
FAR = 10_000
"""Days between two dates of which one is not known."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The linked record with what is looked up again and again.

    Attributes:
        sides: Actor -> the party it counts as: its side's actor where it speaks for one, else itself.
        spokesmen: Actors whose office is to speak for others.
        times: The dated expressions of a document.
        speakers: Utterance -> the actor who made it.
        spoken: The statements of a document, in the order of the table.
        tellings: The mentions of an event, in order of document and text.
        places: The places of events by their first letters, the shortest of them whole.
        outlets: Outlet, case folded -> its first document.
        named: The places that a text has been found to name.
        casts: The parties that a document has been found to name.
    """

    linked: Linked
    statements: Mapping[str, Statement]
    actors: Mapping[str, Actor]
    events: Mapping[str, Event]
    sides: Mapping[str, str]
    spokesmen: frozenset[str]
    times: Mapping[str, Sequence[Time]]
    speakers: Mapping[str, str]
    spoken: Mapping[str, Sequence[Statement]]
    tellings: Mapping[str, Sequence[Local]]
    places: Mapping[str, Set[str]]
    outlets: Mapping[str, str]
    named: dict[str, frozenset[str]] = field(default_factory=dict)
    casts: dict[str, frozenset[str]] = field(default_factory=dict)

    def annotated(self, document: str) -> Annotated:
        """The annotations of a document."""
        return self.linked.annotated[document]

    def actor(self, document: str, local: int | None) -> str | None:
        """The id of a local actor."""
        return None if local is None else self.linked.actor_of.get((document, local))

    def cast(self, document: str) -> frozenset[str]:
        """The actors that a document names, the parties they count as, and its capitalised words."""
        if document not in self.casts:
            found = {self.actor(document, one.actor) for one in self.annotated(document).mentions} - {None}
            words = NAMES.findall(self.linked.documents[document].text)
            names = {one for one in words if one not in CALENDAR}
            self.casts[document] = frozenset(names | {one for each in found for one in (each, self.side(each)) if one})
        return self.casts[document]

    def statement(self, document: str, local: int | None) -> Statement | None:
        """The row of a local statement."""
        name = None if local is None else self.linked.statement_of.get((document, local))
        return self.statements.get(name) if name else None

    def side(self, actor: str | None) -> str | None:
        """The party an actor counts as."""
        return None if actor is None else self.sides.get(actor, actor)

    def name(self, actor: str) -> str:
        """An actor's name, or the outlet of a document, for people."""
        if actor in self.actors:
            return self.actors[actor].name
        if actor in self.statements:
            return self.statements[actor].source.text or "an unnamed source"
        document = self.linked.documents.get(actor)
        return outlet_of(document) if document is not None else actor

    def published(self, document: str) -> When:
        """When a document was published."""
        return self.linked.documents[document].published.when

    def said(self, document: str, local: int | None, time: int | None = None) -> When:
        """When an account was given: the statement's date, else the attached time, else the document's."""
        row = self.statement(document, local)
        found = self.linked.time_of.get((document, time)) if time is not None else None
        timed = When(earliest=found.earliest, latest=found.latest) if found is not None else UNKNOWN
        if row is not None and known(row.said):
            back = timed.latest and row.said.earliest and timed.latest[:10] < row.said.earliest[:10]
            printed = self.published(document)
            if printed.latest and row.said.earliest and row.said.earliest[:10] > printed.latest[:10]:
                return printed  # nothing is printed before it is said
            return timed if back else row.said
        if known(timed):
            return timed
        return self.published(document)

    def holder(self, voice: str, document: str) -> str:
        """The holder of a side: an actor, or the document where the voice is an outlet's or a source left open."""
        return self.original(document) if voice in self.statements else voice

    def original(self, document: str) -> str:
        """The document a copy was made from, or the version that took its place, else itself."""
        seen = {document}
        while True:
            row = self.linked.documents[document]
            above = row.duplicate_of or row.superseded_by
            if above is None or above in seen or above not in self.linked.documents:
                return document
            seen.add(above)
            document = above

    def source_side(self, row: Statement) -> str:
        """The party of a source without an actor: its words, so that "police" here and there are not two."""
        words = re.sub(r"^(?:the|a|an)\s+", "", (row.source.text or "").strip().casefold())
        return f"source:{words}" if words else row.id

    def days(self, evidence: Evidence) -> When:
        """The days that a stretch of text names; unknown where it names none."""
        spans = [
            When(earliest=one.earliest, latest=one.latest)
            for one in self.times.get(evidence.document, ())
            if evidence.start <= one.start and one.end <= evidence.end and one.earliest and one.latest
        ]
        if not spans:
            return UNKNOWN
        return When(earliest=min(one.earliest or "" for one in spans), latest=max(one.latest or "" for one in spans))

    def text(self, evidence: Evidence) -> str:
        """The words of a piece of evidence."""
        return self.linked.documents[evidence.document].text[evidence.start : evidence.end]


def outlet_of(document: Document) -> str:
    """The outlet of a document, else the stem of its uri."""
    if document.outlet:
        return document.outlet
    return document.uri.rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0] or document.uri


def known(when: When) -> bool:
    """Is anything known of it?"""
    return bool(when.earliest or when.latest)


def gap(a: When, b: When) -> int:
    """The least number of days between two intervals; 0 where they touch, FAR where nothing is known of one."""
    if not known(a) or not known(b):
        return FAR
    if a.latest and b.earliest and a.latest[:10] < b.earliest[:10]:
        return days_between(a.latest, b.earliest)
    if b.latest and a.earliest and b.latest[:10] < a.earliest[:10]:
        return days_between(b.latest, a.earliest)
    return 0


def earliest(whens: list[When]) -> When:
    """The interval that starts first, the narrower of two; unknown ones last."""
    order = sorted(whens, key=lambda one: (not known(one), one.earliest or "9999", one.latest or "9999"))
    return order[0] if order else UNKNOWN


def build_ground(linked: Linked) -> Ground:
    """Index the linked record."""
    actors = {one.id: one for one in linked.actors}
    by_name: dict[str, str] = {}
    for actor in linked.actors:
        if actor.kind in ("state", "organization", "group"):
            by_name.setdefault(actor.name.casefold(), actor.id)
    sides = {
        one.id: by_name.get((one.side or "").casefold(), f"side:{one.side}" if one.side else one.id)
        for one in linked.actors
    }
    times: dict[str, list[Time]] = {}
    for (name, _), one in sorted(linked.time_of.items()):
        times.setdefault(name, []).append(one)
    spoken: dict[str, list[Statement]] = {}
    for row in linked.statements:
        spoken.setdefault(row.document, []).append(row)
    tellings: dict[str, list[Local]] = {}
    for local, told in sorted(linked.event_of.items()):
        tellings.setdefault(told, []).append(local)
    outlets: dict[str, str] = {}
    for key in sorted(linked.documents):
        outlets.setdefault(outlet_of(linked.documents[key]).casefold(), key)
    places: dict[str, set[str]] = {}
    for event in linked.events:
        if event.where:
            places.setdefault(event.where[:BEGINNING], set()).add(event.where)
    titles = load_tables().spokesmen
    spokesmen = {
        one.id
        for one in linked.actors
        if one.kind == "person"
        and any(any(title in office.title.casefold() for title in titles) for office in one.offices)
    }
    return Ground(
        linked=linked,
        statements={one.id: one for one in linked.statements},
        actors=actors,
        events={one.id: one for one in linked.events},
        sides=sides,
        spokesmen=frozenset(spokesmen),
        times=times,
        speakers={one.id: one.actor for one in linked.utterances if one.actor},
        spoken=spoken,
        tellings=tellings,
        places=places,
        outlets=outlets,
    )
