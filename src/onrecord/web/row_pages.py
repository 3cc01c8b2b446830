"""The pages of single rows, and why two of them are one or two."""

from dataclasses import dataclass
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.present.pairs import compare_events
from onrecord.present.reasons import choose_telling, joins, name_end, own_reasons, places_of
from onrecord.present.report import MAX_ACCOUNTS
from onrecord.records import Event, Link, Span
from onrecord.vocab.lists import Act, CommitmentStatus, values
from onrecord.web.desk import DeskOf
from onrecord.web.faults import Refused
from onrecord.web.guard import HEADERS
from onrecord.web.layers import LAYERS, SHOWN_AT_FIRST, find_layers, lay_text
from onrecord.web.pages import PageNumber, draw
from onrecord.web.paging import cut_page
from onrecord.web.rendering import render
from onrecord.web.view import PAGES, DeskView

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

MOST_LINKS = 40
MOST_OTHERS = 60  # events offered for comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLink:
    """A link with its ends in words."""

    kind: str
    a: str
    b: str
    same: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The reasons behind a row, or between two; `total` counts the links, of which `links` are the first."""

    reasons: tuple[str, ...]
    links: tuple[NamedLink, ...]
    total: int


def find_row(view: DeskView, table: str, row_id: str) -> Any:
    """The row of an id in one table.

    Raises:
        Refused: There is none.
    """
    found = view.find(row_id)
    if found is None or found[0] != table:
        raise Refused(404)
    return found[1]


def explain(view: DeskView, row: Any) -> Why:
    """Why a row is as it is."""
    return describe_links(view, own_reasons(row), view.links(row))


def describe_links(view: DeskView, reasons: tuple[str, ...], links: list[Link]) -> Why:
    """Reasons and links in words."""
    named = tuple(
        NamedLink(kind=one.kind, a=name_end(view, one.a), b=name_end(view, one.b), same=one.same, reasons=one.reasons)
        for one in choose_telling(links)[:MOST_LINKS]
    )
    return Why(reasons=tuple(dict.fromkeys(reasons)), links=named, total=len(links))


def compare_rows(view: DeskView, row: Any, other: Any) -> tuple[tuple[str, ...], list[Link]]:
    """Why two rows are one or two: the reasons read off the rows, and the links that join them."""
    ends, others = places_of(row), places_of(other)
    links = [one for one in view.links(row) if one.kind != "storyline" and joins(one, ends, others)]
    reasons: tuple[str, ...] = ()
    if isinstance(row, Event) and isinstance(other, Event) and all(one.kind == "part" for one in links):
        reasons = tuple(f"Not the same: {reason}." for reason in compare_events(view, row, other))
    return reasons, links


def find_neighbours(view: DeskView, event: Event) -> list[Event]:
    """Events that share a participant, those of the same mode first: what one may take for the same."""
    actors = dict.fromkeys(one.actor for one in event.participants)
    near = dict.fromkeys(other.id for actor in actors for other in view.events_by_actor.get(actor, ()))
    rows = (view.events[name] for name in islice(near, 20 * MOST_OTHERS) if name != event.id)
    return sorted(rows, key=lambda other: (other.type != event.type, other.mode != event.mode))[:MOST_OTHERS]


@router.get("/events/{row_id}")
def show_event(request: Request, desk: DeskOf, row_id: str) -> Response:
    """An event: accounts side by side, origins, disputes, reasons."""
    view = desk.snapshot().view
    event = find_row(view, "events", row_id)
    return render(
        request,
        "event.html",
        here="/events",
        title=event.label,
        view=view,
        event=event,
        accounts=view.accounts(event),
        left_out=max(0, len({one.document for one in event.evidence}) - MAX_ACCOUNTS),
        why=explain(view, event),
        others=find_neighbours(view, event),
    )


@router.get("/statements/{row_id}")
def show_statement(request: Request, desk: DeskOf, row_id: str) -> Response:
    """A statement: its parts, its words, the same utterance elsewhere."""
    view = desk.snapshot().view
    one = find_row(view, "statements", row_id)
    utterance = view.utterances.get(one.utterance or "")
    siblings = [view.statements[name] for name in utterance.statements if name != one.id] if utterance else []
    return render(
        request,
        "statement.html",
        here="/statements",
        title="Statement",
        view=view,
        one=one,
        quotes=view.statement_quotes(one),
        siblings=siblings[:50],
        why=explain(view, one),
    )


@router.get("/documents/{row_id}")
def show_document(
    request: Request,
    desk: DeskOf,
    row_id: str,
    show: Annotated[list[str] | None, Query(max_length=20)] = None,
    layers: str = "",
    at: Annotated[str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$")] = "",
) -> Response:
    """A document: its text with the layers chosen, and what was found in it."""
    view = desk.snapshot().view
    one = find_row(view, "documents", row_id)
    shown = tuple(name for name in LAYERS if name in (show or ())) if show or layers else SHOWN_AT_FIRST
    start, _, end = at.partition("-")
    span = Span(start=int(start), end=int(end)) if at and int(start) < int(end) else None
    answer = render(
        request,
        "document.html",
        here="/documents",
        title=view.headline(one.id),
        view=view,
        one=one,
        layers=LAYERS,
        shown=shown,
        blocks=lay_text(one, find_layers(view, one, shown), span),
        acts=[(name, name) for name in values(Act)],
    )
    # The one page with a script: it carries words selected in the text into the form for a missed statement.
    answer.headers["content-security-policy"] = f"{HEADERS['content-security-policy']}; script-src 'self'"
    return answer


@router.get("/disputes/{row_id}")
def show_dispute(request: Request, desk: DeskOf, row_id: str) -> Response:
    """A dispute: its sides, their words, what they rest on."""
    view = desk.snapshot().view
    one = find_row(view, "disputes", row_id)
    items = list(dict.fromkeys(item for side in one.sides for item in side.items))
    return render(
        request,
        "dispute.html",
        here="/disputes",
        title="Dispute",
        view=view,
        one=one,
        items=items[:50],
        why=explain(view, one),
    )


@router.get("/storylines/{row_id}")
def show_storyline(request: Request, desk: DeskOf, row_id: str, page: PageNumber = 1) -> Response:
    """A storyline: its events in time order."""
    view = desk.snapshot().view
    one = find_row(view, "storylines", row_id)
    events = [view.events[name] for name in one.events]
    return render(
        request,
        "storyline.html",
        here="/storylines",
        title=one.label,
        view=view,
        one=one,
        chart=draw(view, events)[0],
        page=cut_page(request, events, page),
        documents=[view.documents[name] for name in one.documents[:100]],
    )


@router.get("/why")
def show_why(
    request: Request,
    desk: DeskOf,
    a: Annotated[str, Query(max_length=100)],
    b: Annotated[str, Query(max_length=100)],
) -> Response:
    """Why two rows are one, or two."""
    view = desk.snapshot().view
    first, second = view.find(a), view.find(b)
    if first is None or second is None or {first[0], second[0]} - set(PAGES):
        raise Refused(404)
    reasons, links = compare_rows(view, first[1], second[1])
    reasons = reasons or (() if links else ("The two were never compared.",))
    why = describe_links(view, reasons, links)
    return render(request, "why.html", title="One, or two?", view=view, a=first[1], b=second[1], why=why)


@router.get("/{table}/{row_id}")
def show_plain(request: Request, desk: DeskOf, table: str, row_id: str) -> Response:
    """An actor, an utterance or a commitment."""
    if table not in ("actors", "utterances", "commitments"):
        raise Refused(404)
    view = desk.snapshot().view
    one = find_row(view, table, row_id)
    title = one.name if table == "actors" else table.removesuffix("s").capitalize()
    here = "/statements" if table == "utterances" else f"/{table}"
    template = f"{table.removesuffix('s')}.html"
    statuses = [(name, name) for name in values(CommitmentStatus)]
    return render(
        request, template, here=here, title=title, view=view, one=one, why=explain(view, one), statuses=statuses
    )
