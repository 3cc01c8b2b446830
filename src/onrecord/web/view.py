"""The record as the pages need it: what belongs to an actor, an event or a document, found by index; where rows are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_type_hints
from urllib.parse import quote

from onrecord.naming import fold
from onrecord.present.reasons import find_links
from onrecord.present.report import ReportView, Row, order_of_document
from onrecord.present.view import is_close, name_amount, name_when
from onrecord.records import (
    Actor,
    Commitment,
    Coverage,
    Dispute,
    Document,
    Event,
    Evidence,
    Link,
    Mention,
    Position,
    Statement,
    Storyline,
    Time,
)
from onrecord.tables import ROW_TYPES

PAGES = ("events", "actors", "statements", "utterances", "documents", "disputes", "commitments", "storylines")
"""The tables of which every row has a page of its own, under the table's name."""


MOST_CHOICES = 400
"""Actors or places that one field of a form offers."""


def describe_actor(one: Actor) -> str:
    """An actor in the words that tell it from another of its name.

    >>> describe_actor(Actor(id="act-1", name="Ada Moreau", kind="person"))
    'Ada Moreau, person'
    """
    offices = [f"{office.title} of {office.of}" if office.of else office.title for office in one.offices[:1]]
    return ", ".join((one.name, *(offices or [one.kind])))


def group(rows: Iterable[Any], keys: Callable[[Any], Iterable[str | None]]) -> dict[str, list[Any]]:
    """Rows by each of their keys."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        for key in dict.fromkeys(keys(row)):
            if key is not None:
                found[key].append(row)
    return dict(found)


@dataclass(frozen=True)
class DeskView(ReportView):
    """The report's view with indexes and addresses; `added` is when each document came in (ISO, UTC), by id."""

    added: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def rows(self) -> dict[str, tuple[str, Any]]:
        """Table and row by id."""
        return {
            row.id: (name, row)
            for name in ROW_TYPES
            if "id" in get_type_hints(ROW_TYPES[name])
            for row in getattr(self.tables, name)
        }

    def find(self, row_id: str) -> tuple[str, Any] | None:
        """The table and row of an id; the beginning of one is not enough in an address."""
        return self.rows.get(row_id)

    def link_place(self, evidence: Evidence) -> str:
        """The place in a document's page that a piece of evidence leads to."""
        return f"/documents/{quote(evidence.document, safe='')}?at={evidence.start}-{evidence.end}#at"

    def link_row(self, row_id: str) -> str:
        """The page of a row, or the place on a page where it stands; empty for what has none."""
        table, row = self.rows.get(row_id, ("", None))
        if table in PAGES:
            return f"/{table}/{quote(row_id, safe='')}"
        if table == "claims":
            return self.link_row(row.event)
        if table in ("proposals", "positions"):
            return f"/positions#{row_id if table == 'proposals' else row.proposal}"
        return f"/events/{quote(row.event, safe='')}" if table == "coverage" and row.event else ""

    def name_row(self, row_id: str) -> str:
        """A row in words."""
        table, row = self.rows.get(row_id, ("", None))
        if table == "documents":
            return self.outlet_name(row)
        if table == "statements":
            return self.said_words(row)
        if table == "claims":
            return f"{row.facet}: {name_amount(row.value, row.unit)} ({self.holder_name(row.holder, row.evidence)})"
        if table == "positions":
            return f"{self.actor_name(row.actor, 'Not named')} {row.stance}: {self.proposals[row.proposal].label}"
        return str(getattr(row, "label", None) or getattr(row, "name", None) or getattr(row, "text", None) or row_id)

    def headline(self, document: str) -> str:
        """A document's headline, else its outlet."""
        row = self.documents[document]
        return (self.words(row.id, (row.headline,)) if row.headline else "") or self.outlet_name(row)

    @cached_property
    def statements_by_actor(self) -> dict[str, list[Statement]]:
        """What each actor said."""
        return group(self.tables.statements, lambda row: (row.source.actor,))

    @cached_property
    def statements_by_document(self) -> dict[str, list[Statement]]:
        """What is said in each document."""
        return group(self.tables.statements, lambda row: (row.document,))

    @cached_property
    def events_by_actor(self) -> dict[str, list[Event]]:
        """What each actor took part in, in time order."""
        return group(self.events_ordered, lambda row: (one.actor for one in row.participants))

    @cached_property
    def events_by_document(self) -> dict[str, list[Event]]:
        """What each document tells of, in time order."""
        return group(self.events_ordered, lambda row: row.documents)

    @cached_property
    def events_ordered(self) -> list[Event]:
        """Events in time order."""
        return self.events_in_order()

    @cached_property
    def mentions_by_document(self) -> dict[str, list[Mention]]:
        """Who is mentioned in each document."""
        return group(self.tables.mentions, lambda row: (row.document,))

    @cached_property
    def mentions_by_actor(self) -> dict[str, list[Mention]]:
        """Where each actor is mentioned."""
        return group(self.tables.mentions, lambda row: (row.actor,))

    @cached_property
    def times_by_document(self) -> dict[str, list[Time]]:
        """The time expressions of each document."""
        return group(self.tables.times, lambda row: (row.document,))

    @cached_property
    def positions_by_actor(self) -> dict[str, list[Position]]:
        """Where each actor stands."""
        return group(self.tables.positions, lambda row: (row.actor,))

    @cached_property
    def positions_by_event(self) -> dict[str, list[Position]]:
        """Where parties stand on proposals that are events."""
        return group(self.tables.positions, lambda row: (self.proposals[row.proposal].event,))

    @cached_property
    def commitments_by_actor(self) -> dict[str, list[Commitment]]:
        """What each actor promised."""
        return group(self.tables.commitments, lambda row: (row.actor,))

    @cached_property
    def storylines_by_event(self) -> dict[str, list[Storyline]]:
        """The storylines an event belongs to."""
        return group(self.tables.storylines, lambda row: row.events)

    @cached_property
    def coverage_by_document(self) -> dict[str, list[Coverage]]:
        """The group a document is in."""
        return group(self.tables.coverage, lambda row: row.documents)

    @cached_property
    def disputes_by_row(self) -> dict[str, list[Dispute]]:
        """Disputes by all they touch: what they are about and its event, who holds a side, what a side rests on."""
        return group(self.tables.disputes, self.rows_of_dispute)

    def rows_of_dispute(self, dispute: Dispute) -> Iterator[str | None]:
        """Everything a dispute touches."""
        yield dispute.about
        proposal = self.proposals.get(dispute.about)
        yield proposal.event if proposal else None
        for side in dispute.sides:
            yield from side.holders
            yield from side.items

    @cached_property
    def busiest(self) -> list[str]:
        """Actors that said something, the most quoted first."""
        by_actor = self.statements_by_actor
        return sorted(by_actor, key=lambda one: (-len(by_actor[one]), self.actor_name(one)))

    @cached_property
    def documents_latest(self) -> list[Document]:
        """Documents, the latest first; what has no close date comes last."""
        dated = [one for one in self.tables.documents if is_close(one.published)]
        rest = [one for one in self.tables.documents if not is_close(one.published)]
        return [*sorted(dated, key=order_of_document)[::-1], *sorted(rest, key=order_of_document)]

    @cached_property
    def parties_shown(self) -> list[str]:
        """The parties with a column in the matrix, counted once."""
        return self.parties()

    @cached_property
    def matrix_rows(self) -> list[Row]:
        """The positions matrix, laid out once."""
        return self.matrix()

    @cached_property
    def cast_rows(self) -> list[Actor]:
        """The cast, the busiest first."""
        return self.cast()

    @cached_property
    def actor_choices(self) -> list[tuple[str, str]]:
        """What a form's field for an actor offers: the busiest by name, or by id where two have one name; and what."""
        taken = Counter(fold(one.name) for one in self.tables.actors)
        return [
            (one.name if taken[fold(one.name)] == 1 else one.id, describe_actor(one))
            for one in self.cast_rows[:MOST_CHOICES]
        ]

    def parts_of_event(self, event: Event) -> list[tuple[str, str]]:
        """What can be taken out of an event: the accounts of one outlet, or one of several accounts of an outlet."""
        return self.name_parts([(one.document, one.start, one.end) for one in event.evidence])

    def parts_of_actor(self, actor: Actor) -> list[tuple[str, str]]:
        """What can be taken out of an actor: its mentions in one document, or one of several in a document."""
        return self.name_parts([(one.document, one.start, one.end) for one in self.mentions_by_actor.get(actor.id, ())])

    def name_parts(self, places: Iterable[tuple[str, int, int]]) -> list[tuple[str, str]]:
        """Places in documents as the choices of a form: `document`, or `document@start-end`, and their words."""
        homes = group(sorted(set(places)), lambda place: (place[0],))
        found: list[tuple[str, str]] = []
        for document, own in homes.items():
            name = f"{self.outlet_name(self.documents[document])}, {name_when(self.documents[document].published)}"
            if len(homes) > 1:
                found.append((document, f"all in {name}" if len(own) > 1 else name))
            if len(own) > 1:
                text = self.documents[document].text
                for _, start, end in own:
                    before, after = text[max(0, start - 30) : start], text[end : end + 30]
                    words = " ".join(f"…{before}[{text[start:end]}]{after}…".split())
                    found.append((f"{document}@{start}-{end}", f"{name}: {words[:160]}"))
        return found[:MOST_CHOICES]

    def links(self, row: Any) -> list[Link]:
        """The links behind a row; those of an actor speak of its mentions."""
        found = find_links(self, row)
        for one in self.mentions_by_actor.get(row.id, ()):
            found.extend(self.links_of.get(f"{one.document}:{one.start}-{one.end}", ()))
        return list(dict.fromkeys(found))
