"""The record as one HTML file to forward: no script, no remote load, every line opens its evidence."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.present import chart
from onrecord.present.marking import Block, mark_document
from onrecord.present.news import find_latest, find_news
from onrecord.present.plain import name_act, name_basis, name_dispute, name_type, plain_days
from onrecord.present.view import View, is_close, name_amount, name_day, name_when, order_of
from onrecord.records import Actor, Document, Event, Evidence, Position, Proposal, Span, Statement
from onrecord.tables import Tables
from onrecord.version import __version__

CONTEXT = 110  # characters of text shown on either side of evidence
MAX_ACCOUNTS = 12  # of one event
MAX_PARTIES = 6  # columns of the positions matrix that a desktop page holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A piece of evidence ready to be shown: the words, what stands around them, and where they lead."""

    before: str
    words: str
    after: str
    outlet: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one outlet has of an event."""

    outlet: str
    published: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One stance of one party on a proposal, with every position that says so."""

    actor: str | None
    stance: str
    positions: tuple[Position, ...]


def join_stances(positions: Iterable[Position]) -> tuple[Stand, ...]:
    """Positions of the same party and stance as one, in the order of the first of each."""
    found: dict[tuple[str | None, str], list[Position]] = defaultdict(list)
    for one in positions:
        found[one.actor, one.stance].append(one)
    return tuple(Stand(actor=key[0], stance=key[1], positions=tuple(rows)) for key, rows in found.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One proposal in the positions matrix: its positions by party, in the order of the parties."""

    proposal: Proposal
    cells: tuple[tuple[Stand, ...], ...]
    others: tuple[Stand, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as the report prints it."""

    document: Document
    outlet: str
    headline: str
    published: str
    blocks: tuple[Block, ...]


class ReportView(View):
    """The view with what only the report needs."""

    def link_place(self, evidence: Evidence) -> str:
        """The place in the report's source texts that a piece of evidence leads to."""
        return f"#{evidence.document}-{evidence.start}"

    def link_row(self, row_id: str) -> str:
        """Where a row is shown."""
        return f"#{row_id}"

    def show(self, evidence: Evidence) -> Quote:
        """A piece of evidence with the words around it."""
        document = self.documents[evidence.document]
        text = document.text
        start, end = max(0, evidence.start - CONTEXT), min(len(text), evidence.end + CONTEXT)
        start = text.rfind("\n", start, evidence.start) + 1 or start
        stop = text.find("\n", evidence.end, end)
        end = stop if stop >= 0 else end
        before, after = text[start : evidence.start], text[evidence.end : end]
        if start and text[start - 1] != "\n":
            before = "… " + before.partition(" ")[2]
        if end < len(text) and stop < 0:
            after = after.rpartition(" ")[0] + " …"
        words = " ".join(text[evidence.start : evidence.end].split())
        return Quote(
            before=before, words=words, after=after, outlet=self.outlet_name(document), link=self.link_place(evidence)
        )

    def quotes(self, evidence: Iterable[Evidence]) -> list[Quote]:
        """Evidence in the order of the record, each piece once; what lies within another piece is left to it."""
        every = sorted(dict.fromkeys(evidence), key=lambda one: (one.document, one.start, -one.end))
        kept: list[Evidence] = []
        for one in every:
            if not (kept and kept[-1].document == one.document and one.end <= kept[-1].end):
                kept.append(one)
        return [self.show(one) for one in kept]

    def statement_quotes(self, statement: Statement) -> list[Quote]:
        """The words of a statement."""
        return [self.show(Evidence(document=statement.document, start=s.start, end=s.end)) for s in statement.content]

    def accounts(self, event: Event) -> list[Account]:
        """What each outlet has of an event, in the order of publication."""
        by_document = defaultdict(list)
        for one in event.evidence:
            by_document[one.document].append(one)
        documents = sorted((self.documents[name] for name in by_document), key=lambda one: order_of_document(one))
        return [
            Account(
                outlet=self.outlet_name(one),
                published=name_when(one.published),
                quotes=tuple(self.quotes(by_document[one.id])[:4]),
            )
            for one in documents[:MAX_ACCOUNTS]
        ]

    def origins_line(self, row_id: str) -> str:
        """`7 outlets, 2 origins`."""
        found = self.corroboration.get(row_id)
        if not found:
            return ""
        outlets = len(found.outlets)
        return f"{outlets} outlet{'s' * (outlets != 1)}, {found.count} origin{'s' * (found.count != 1)}"

    def parties(self) -> list[str]:
        """The parties that get a column in the positions matrix, the most vocal first."""
        counts: dict[str, int] = defaultdict(int)
        for position in self.tables.positions:
            if position.actor:
                counts[position.actor] += 1
        order = sorted(counts, key=lambda one: (-counts[one], self.actor_name(one)))
        return [one for one in order if counts[one] > 1][:MAX_PARTIES]

    def matrix(self) -> list[Row]:
        """Proposals by parties, the most discussed proposal first; who has no column stands under others."""
        parties = self.parties()
        of_proposal = defaultdict(list)
        for position in self.tables.positions:
            of_proposal[position.proposal].append(position)
        rows = [
            Row(
                proposal=proposal,
                cells=tuple(
                    join_stances(one for one in of_proposal[proposal.id] if one.actor == party) for party in parties
                ),
                others=join_stances(one for one in of_proposal[proposal.id] if one.actor not in parties),
            )
            for proposal in self.tables.proposals
            if of_proposal[proposal.id]
        ]
        return sorted(rows, key=lambda row: (-len(of_proposal[row.proposal.id]), row.proposal.label, row.proposal.id))

    def speakers(self) -> list[tuple[str, list[Statement]]]:
        """Statements by source, the most quoted first; the unnamed and unresolved last."""
        groups = defaultdict(list)
        for statement in self.tables.statements:
            groups[statement.source.actor or ""].append(statement)
        order = sorted(groups, key=lambda one: (one == "", -len(groups[one]), self.actor_name(one)))
        return [(self.actor_name(one, "Source not named or not certain"), groups[one]) for one in order]

    def cast(self) -> list[Actor]:
        """Actors that speak, take part or hold a position, the busiest first."""
        weight: dict[str, int] = defaultdict(int)
        for mention in self.tables.mentions:
            weight[mention.actor] += 1
        active = {one.source.actor for one in self.tables.statements}
        active |= {one.actor for event in self.tables.events for one in event.participants}
        active |= {one.actor for one in self.tables.positions}
        actors = [one for one in self.tables.actors if one.id in active]
        return sorted(actors, key=lambda one: (-weight[one.id], one.name, one.id))

    def sources(self) -> list[Source]:
        """The documents in the order of publication, their evidence marked."""
        spans = evidence_spans(self.tables)
        return [
            Source(
                document=one,
                outlet=self.outlet_name(one),
                headline=self.words(one.id, (one.headline,)) if one.headline else "",
                published=name_when(one.published),
                blocks=mark_document(one, spans.get(one.id, ())),
            )
            for one in sorted(self.tables.documents, key=order_of_document)
        ]

    def period(self) -> str:
        """From the first to the last day that the record's dated events hold."""
        chosen = [event for event in self.tables.events if chart.days_of(event)]
        days = [day for event in chosen for day in (event.when.earliest, event.when.latest) if day]
        return f"{name_day(min(days))} to {name_day(max(days))}" if days else ""


def order_of_document(document: Document) -> tuple[tuple[bool, str, str], str]:
    """Publication order; what has no close date comes last."""
    return order_of(document.published), document.uri


def evidence_spans(tables: Tables) -> dict[str, Sequence[Span]]:
    """Every span that some row rests on, by document."""
    found: dict[str, set[Span]] = defaultdict(set)
    for statement in tables.statements:
        found[statement.document] |= set(statement.content)
    for name in ("events", "positions", "disputes", "commitments", "claims"):
        for row in getattr(tables, name):
            for one in (*row.evidence, *getattr(row, "resolution", ())):
                found[one.document].add(Span(start=one.start, end=one.end))
    return {document: sorted(spans) for document, spans in found.items()}


@lru_cache(maxsize=4)
def load_templates(*packages: str) -> Environment:
    """The templates of some packages and the report's; everything from the news is escaped."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*packages, "onrecord.present")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["when"] = name_when
    environment.filters["day"] = name_day
    environment.filters["days"] = plain_days
    environment.filters["type"] = name_type
    environment.filters["basis"] = name_basis
    environment.filters["act"] = name_act
    environment.globals["name_dispute"] = name_dispute
    environment.tests["close"] = is_close
    environment.globals["name_amount"] = name_amount
    return environment


def build_report(view: View, *, title: str | None = None) -> str:
    """Build the report.

    Args:
        view: The record.
        title: Its heading; None takes the main storyline's label.

    Returns:
        A whole HTML page, the same for the same record.
    """
    templates = load_templates()
    shown = ReportView(**{one.name: getattr(view, one.name) for one in fields(view)})
    events = shown.events_in_order()
    style = Markup(templates.get_template("report.css").render())
    template = templates.get_template("report.html")
    day, latest = find_latest(shown)
    drawn = [event for event in events if event.type == "CONSULT"] or events
    return template.render(
        view=shown,
        events=events,
        day=day,
        news=find_news(shown, latest, events),
        chart=chart.lay_out(drawn, shown.short_label),
        title=title or shown.heading(),
        style=style,
        version=__version__,
    )
