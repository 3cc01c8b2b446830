"""The pages that list: the story, and each table of it, narrowed and cut into pages."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.present import chart
from onrecord.present.view import is_close
from onrecord.records import Event, SearchFilters
from onrecord.tables import TABLE_NAMES
from onrecord.web.changes import find_changes, last_day
from onrecord.web.desk import DeskOf
from onrecord.web.faults import Refused
from onrecord.web.filters import (
    MOST_DOCUMENTS,
    closed_fields,
    filter_names,
    filter_rows,
    find_actors,
    find_documents,
)
from onrecord.web.paging import cut_page, describe_page
from onrecord.web.rendering import render
from onrecord.web.view import DeskView

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]
SHORT = 5  # rows of each kind on the story's page
MOST_DRAWN = 60  # events in the chart; more cannot be told apart
MATRIX_ROWS = 40
SEARCHED = ("documents", "statements", "events", "proposals", "commitments", "actors")


def read_filters(request: Request, names: Sequence[str]) -> dict[str, str]:
    """The filters that the address gives.

    Raises:
        Refused: A day that is none.
    """
    wanted = {name: request.query_params.get(name, "").strip()[:200] for name in names}
    for name in ("since", "until"):
        if wanted.get(name):
            wanted[name] = read_day(wanted[name])
    return wanted


def read_day(text: str) -> str:
    """An ISO day.

    Raises:
        Refused: It is none.
    """
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(422, "A day must be written as YYYY-MM-DD.") from None


def draw(view: DeskView, events: Sequence[Event]) -> tuple[Any, int]:
    """A chart of the events that most articles tell of, and how many are not drawn."""
    chosen = [event for event in events if event.type == "CONSULT" and chart.days_of(event)]
    chosen = chosen if len(chosen) > 1 else [event for event in events if chart.days_of(event)]
    if len(chosen) > MOST_DRAWN:
        told = sorted(chosen, key=lambda event: (-len(event.documents), event.id))[:MOST_DRAWN]
        kept = {event.id for event in told}
        chosen = [event for event in chosen if event.id in kept]
    return chart.lay_out(chosen, view.short_label), len(events) - len(chosen)


def is_ahead(event: Event, newest: str) -> bool:
    """Is an event planned, and not for a time that what happened last has passed?"""
    return event.status in ("planned", "proposed") and (event.when.latest is None or event.when.latest[:10] >= newest)


@router.get("/")
def show_story(request: Request, desk: DeskOf) -> Response:
    """The story: what is new, the timeline, where the accounts part."""
    view = desk.snapshot().view
    events = view.events_ordered
    real = [event for event in events if event.when.latest and event.status in ("happened", "ongoing")]
    past = [event for event in real if event.when.earliest and is_close(event.when)] or real
    newest = max((one.when.latest[:10] for one in past if one.when.latest), default="")
    day = last_day(view)
    drawn, left_out = draw(view, events)
    return render(
        request,
        "story.html",
        here="/",
        title=view.heading(),
        view=view,
        counts={name: len(getattr(view.tables, name)) for name in TABLE_NAMES},
        fresh=find_changes(view, day) if day else None,
        fresh_day=day,
        latest=view.documents_latest[:SHORT],
        chart=drawn,
        left_out=left_out,
        last=past[-SHORT:][::-1],
        ahead=[event for event in events if is_ahead(event, newest)][:SHORT],
        disputes=view.tables.disputes[:3],
    )


def show_list(
    request: Request,
    view: DeskView,
    table: str,
    rows: Sequence[Any],
    number: int,
    **more: Any,
) -> Response:
    """A list with its filters."""
    wanted = read_filters(request, filter_names(table))
    page = cut_page(request, filter_rows(view, table, rows, wanted), number)
    choices: Mapping[str, Sequence[str]] = closed_fields(table)
    return render(
        request,
        f"{table}.html",
        here=f"/{table}",
        title=table.capitalize(),
        view=view,
        page=page,
        wanted=wanted,
        choices=choices,
        **more,
    )


@router.get("/events")
def list_events(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Events in time order."""
    view = desk.snapshot().view
    return show_list(request, view, "events", view.events_ordered, page)


@router.get("/statements")
def list_statements(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Statements in the order of the documents."""
    view = desk.snapshot().view
    return show_list(request, view, "statements", view.tables.statements, page)


@router.get("/actors")
def list_actors(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """The cast, the busiest first."""
    view = desk.snapshot().view
    return show_list(request, view, "actors", view.cast_rows, page)


@router.get("/documents")
def list_documents(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Documents, the latest first."""
    view = desk.snapshot().view
    return show_list(request, view, "documents", view.documents_latest, page, failed=len(desk.failures()))


@router.get("/disputes")
def list_disputes(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Disputes."""
    view = desk.snapshot().view
    return show_list(request, view, "disputes", view.tables.disputes, page)


@router.get("/commitments")
def list_commitments(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Commitments."""
    view = desk.snapshot().view
    return show_list(request, view, "commitments", view.tables.commitments, page)


@router.get("/storylines")
def list_storylines(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Storylines, the widest first."""
    view = desk.snapshot().view
    rows = sorted(view.tables.storylines, key=lambda one: (-len(one.events), one.label, one.id))
    return show_list(request, view, "storylines", rows, page)


@router.get("/positions")
def show_positions(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """The matrix of parties and proposals."""
    view = desk.snapshot().view
    rows = cut_page(request, view.matrix_rows, page, MATRIX_ROWS)
    return render(
        request,
        "positions.html",
        here="/positions",
        title="Positions",
        view=view,
        page=rows,
        parties=view.parties_shown,
    )


@router.get("/search")
def show_hits(request: Request, desk: DeskOf, page: PageNumber = 1) -> Response:
    """Full-text search, narrowed by table, actor, document and days."""
    view = desk.snapshot().view
    words = request.query_params.get("q", "").strip()[:400]
    wanted = read_filters(request, ("table", "actor", "document", "since", "until"))
    filters = build_filters(view, wanted)
    hits = desk.search(words, filters, limit=50, offset=(page - 1) * 50)
    return render(
        request,
        "search.html",
        here="/search",
        title=f"{words[:60]} · Search" if words else "Search",
        view=view,
        words=words,
        wanted=wanted,
        tables=SEARCHED,
        page=describe_page(request, hits.rows, hits.total, page, 50),
    )


def build_filters(view: DeskView, wanted: Mapping[str, str | None]) -> SearchFilters:
    """What a search is narrowed to: names of actors and outlets made into ids."""
    table, actor, document = wanted.get("table"), wanted.get("actor"), wanted.get("document")
    return SearchFilters(
        tables=(table,) if table else None,
        actors=tuple(sorted(find_actors(view, actor)))[:MOST_DOCUMENTS] if actor else None,
        documents=tuple(sorted(find_documents(view, document)))[:MOST_DOCUMENTS] if document else None,
        since=wanted.get("since") or None,
        until=wanted.get("until") or None,
    )


@router.get("/changes")
def show_changes(request: Request, desk: DeskOf) -> Response:
    """What came in or was published since a day."""
    view = desk.snapshot().view
    since = read_filters(request, ("since",))["since"] or last_day(view) or "1900-01-01"
    changes = find_changes(view, since)
    return render(request, "changes.html", here="/changes", title="Changes", view=view, since=since, changes=changes)
