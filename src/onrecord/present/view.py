"""The record with its cross-references resolved: names for ids, words for spans. Every presenter reads through it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from onrecord.records import (
    Actor,
    Claim,
    Corroboration,
    Document,
    Event,
    Evidence,
    Link,
    Mention,
    Party,
    Position,
    Proposal,
    Published,
    Span,
    Statement,
    Utterance,
    When,
)
from onrecord.tables import ROW_TYPES, Tables


@dataclass(frozen=True)
class View:
    """A read-only view of the record's tables."""

    tables: Tables

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {row.id: row for row in self.tables.documents}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """Actors by id."""
        return {row.id: row for row in self.tables.actors}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {row.id: row for row in self.tables.statements}

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {row.id: row for row in self.tables.events}

    @cached_property
    def proposals(self) -> dict[str, Proposal]:
        """Proposals by id."""
        return {row.id: row for row in self.tables.proposals}

    @cached_property
    def positions(self) -> dict[str, Position]:
        """Positions by id."""
        return {row.id: row for row in self.tables.positions}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {row.id: row for row in self.tables.claims}

    @cached_property
    def utterances(self) -> dict[str, Utterance]:
        """Utterances by id."""
        return {row.id: row for row in self.tables.utterances}

    @cached_property
    def corroboration(self) -> dict[str, Corroboration]:
        """Origins by the id of what they stand behind."""
        return {row.of: row for row in self.tables.corroboration}

    @cached_property
    def claims_of(self) -> dict[str, list[Claim]]:
        """The claims about each event."""
        found = defaultdict(list)
        for claim in self.tables.claims:
            found[claim.event].append(claim)
        return dict(found)

    @cached_property
    def mentions_of(self) -> dict[str, list[Mention]]:
        """The mentions in each document, in the order of the text."""
        found = defaultdict(list)
        for mention in sorted(self.tables.mentions, key=lambda one: (one.document, one.start, one.end, one.actor)):
            found[mention.document].append(mention)
        return dict(found)

    @cached_property
    def links_of(self) -> dict[str, list[Link]]:
        """The reasons that mention an id, on either side."""
        found = defaultdict(list)
        for link in self.tables.links:
            for end in dict.fromkeys((link.a, link.b)):
                found[end].append(link)
        return dict(found)

    def find(self, row_id: str) -> tuple[str, Any] | None:
        """The table and row of an id, or of the only id that starts so."""
        hits = []
        for name in ROW_TYPES:
            for row in getattr(self.tables, name):
                own = getattr(row, "id", None)
                if own == row_id:
                    return name, row
                if own and len(row_id) >= 4 and own.startswith(row_id):
                    hits.append((name, row))
        return hits[0] if len(hits) == 1 else None

    def actor_name(self, actor: str | None, fallback: str = "") -> str:
        """The name of an actor; an id that is no actor (an outlet) is its own name."""
        if actor is None:
            return fallback
        found = self.actors.get(actor)
        return found.name if found else actor

    def party_name(self, party: Party | None) -> str:
        """A source, carrier or addressee: the actor's name, else its words, else a dash."""
        if party is None:
            return ""
        return self.actor_name(party.actor) if party.actor else party.text or "—"

    def holder_name(self, holder: str | None, evidence: Sequence[Evidence]) -> str:
        """Who holds a claim or position: an actor, or the outlet that prints it in its own voice."""
        if holder in self.documents:
            return self.outlet_name(self.documents[holder])
        if holder is not None:
            return self.actor_name(holder)
        return self.outlet_name(self.documents[evidence[0].document]) if evidence else "—"

    def outlet_name(self, document: Document) -> str:
        """The outlet of a document, else the last part of its URI."""
        return document.outlet or document.uri.rstrip("/").rsplit("/", 1)[-1]

    def words(self, document: str, spans: Iterable[Span | Evidence]) -> str:
        """The words of spans in one document, blanks collapsed, parts joined by an ellipsis."""
        text = self.documents[document].text
        return " … ".join(
            " ".join(text[span.start : span.end].split()) for span in sorted(spans, key=lambda s: s.start)
        )

    def said_words(self, statement: Statement) -> str:
        """The content of a statement; the source's own words stand between quotation marks, as printed or added."""
        words = self.words(statement.document, statement.content)
        return f"“{words}”" if statement.kind == "direct" and words[:1] not in QUOTES else words

    def quote(self, evidence: Evidence) -> str:
        """The words of one piece of evidence."""
        return self.words(evidence.document, (evidence,))

    def participants(self, event: Event) -> str:
        """The names of an event's participants."""
        return ", ".join(dict.fromkeys(self.actor_name(one.actor) for one in event.participants))

    def about(self, row_id: str) -> str:
        """What a dispute is about: the label of an event or proposal, the words of a statement."""
        if row_id in self.statements:
            statement = self.statements[row_id]
            return self.words(statement.document, statement.content)
        labelled = self.events.get(row_id) or self.proposals.get(row_id)
        return labelled.label if labelled else row_id

    def heading(self) -> str:
        """The label of the storyline that most documents belong to."""
        stories = sorted(self.tables.storylines, key=lambda one: (-len(one.documents), -len(one.events), one.label))
        return stories[0].label if stories else "The record"

    def events_in_order(self) -> list[Event]:
        """Events in time order; those that no close date is known of come last."""
        return sorted(self.tables.events, key=lambda event: (*order_of(event.when), event.label, event.id))

    def short_label(self, event: Event) -> str:
        """An event in a few words for a picture: what it is and who, people by their last names."""
        names = [self.actors[one.actor] for one in event.participants if one.actor in self.actors]
        shown = [one.name.split()[-1] if one.kind == "person" else one.name for one in names]
        what = "Contact" if event.type == "CONSULT" and not event.mode else (event.mode or event.type).capitalize()
        return f"{what}: {', '.join(dict.fromkeys(shown))}" if shown else event.label


QUOTES = tuple("“\"‘'«„")  # what opens a quotation in the press
WIDE = 62  # days; an interval wider than this places an event nowhere in a story of weeks


def is_close(when: When | Published) -> bool:
    """Is an event placed in time: by a closed interval of two months at most, or by its latest day?"""
    if when.earliest and when.latest:
        days = date.fromisoformat(when.latest[:10]) - date.fromisoformat(when.earliest[:10])
        return days.days <= WIDE
    return when.latest is not None


def order_of(when: When | Published) -> tuple[bool, str, str]:
    """A sort key for intervals: closely dated ones by their first day, then the rest.

    >>> order_of(When(earliest="2024-03-04", latest="2024-03-06")) < order_of(When(latest="2024-03-05"))
    True
    """
    first = when.earliest or when.latest or "9999"
    return not is_close(when), first, when.latest or "9999"


def name_amount(value: str, unit: str | None) -> str:
    """A claim's value in words; minutes become hours where they make whole or half ones.

    >>> name_amount("600", "minutes"), name_amount("50", "minutes"), name_amount("7", "leaders")
    ('10 hours', '50 minutes', '7 leaders')
    """
    if unit == "minutes" and value.isdigit() and int(value) >= 60 and int(value) % 30 == 0:
        hours = int(value) / 60
        return f"{hours:g} hour{'s' * (hours != 1)}"
    return f"{value} {unit}" if unit else value


def name_when(when: When | Published) -> str:
    """An interval in words a reader takes at once.

    >>> name_when(When(earliest="2025-03-10", latest="2025-03-16"))
    '10–16 Mar 2025'
    >>> name_when(When(latest="2025-03-16"))
    'by 16 Mar 2025'

    Over a year the days are no more than the ends of what is possible, and left out.

    >>> name_when(When(earliest="2022-05-21", latest="2025-08-20"))
    'between 2022 and 2025'
    """
    first, last = (when.earliest or "")[:10], (when.latest or "")[:10]
    if not first and not last:
        return "date unknown"
    if not first:
        return f"by {name_day(last)}"
    if not last:
        return f"from {name_day(first)}"
    if first == last:
        return name_day(first)
    if (date.fromisoformat(last) - date.fromisoformat(first)).days > 366:
        return f"between {int(first[:4])} and {int(last[:4])}"
    if first[:7] == last[:7]:
        return f"{int(first[8:])}–{name_day(last)}"
    if first[:4] == last[:4]:
        return f"{name_day(first)[:-5]} – {name_day(last)}"
    return f"{name_day(first)} – {name_day(last)}"


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def name_day(day: str) -> str:
    """An ISO date in words.

    >>> name_day("2025-03-16")
    '16 Mar 2025'
    """
    year, month, number = day[:10].split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"
