"""The JSON API: every table of the record under its name, with the record's own field names (docs/record-format.md).

Answers are encoded as the export encodes them. An ETag names the state of the record and the question, so that a
program that has the answer is told so (304) before any work is done.
"""

import hashlib
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Generic, Literal, TypeVar, get_type_hints

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field, create_model

from onrecord.present.reasons import own_reasons
from onrecord.records import Failure, Found, Link
from onrecord.tables import ROW_TYPES, TABLE_NAMES
from onrecord.version import __version__
from onrecord.web.desk import Desk, DeskOf
from onrecord.web.faults import Refused
from onrecord.web.filters import closed_fields, filter_names, filter_rows
from onrecord.web.pages import build_filters
from onrecord.web.row_pages import compare_rows
from onrecord.web.view import DeskView

ROOT = "/api/v1"
MOST_ROWS = 1000
LIMIT = 100

Row = TypeVar("Row")
Build = Callable[[DeskView], Any]


class Rows(BaseModel, Generic[Row]):
    """A stretch of a list: how many rows there are in all, and those from `offset` on."""

    total: int
    limit: int
    offset: int
    rows: list[Row]


class Overview(BaseModel):
    """What the record holds."""

    version: str
    tables: dict[str, int]


class Reasons(BaseModel):
    """Why a row is as it is, or why two rows are one or two."""

    row: str
    other: str | None
    links: list[Link]
    reasons: list[str]


class Fault(BaseModel):
    """What went wrong; `id` is the number under which the log has the details of a fault of ours."""

    status: int
    message: str
    id: str | None
    parameters: list[str] = []


class FaultAnswer(BaseModel):
    """The one shape of every error."""

    error: Fault


FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"model": FaultAnswer, "description": words}
    for status, words in (
        (400, "Not understood, or an unknown Host header"),
        (401, "The token is missing"),
        (422, "A parameter cannot be used"),
        (503, "The record is busy"),
    )
}
NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": FaultAnswer, "description": "No such row"}}
UNCHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "As before (If-None-Match)"}}


class Paging(BaseModel):
    """Which stretch of a list is wanted."""

    model_config = ConfigDict(extra="forbid")

    limit: Annotated[int, Field(ge=1, le=MOST_ROWS, description="At most so many rows.")] = LIMIT
    offset: Annotated[int, Field(ge=0, le=1_000_000_000, description="So many rows are left out before.")] = 0


class SearchQuery(Paging):
    """A search and its filters."""

    q: Annotated[str, Field(max_length=400, description='Words that must occur; "a phrase", begin*, OR, -without.')]
    table: Literal["documents", "statements", "events", "proposals", "commitments", "actors"] | None = None
    actor: Annotated[str | None, Field(max_length=200, description="Id, or part of a name.")] = None
    document: Annotated[str | None, Field(max_length=200, description="Id, or part of outlet or source.")] = None
    since: date | None = None
    until: date | None = None


DESCRIPTIONS = {
    "actor": "An actor's id, or part of a name.",
    "document": "A document's id, or part of its outlet or source.",
    "since": "Only what may fall on or after this day.",
    "until": "Only what may fall on or before this day.",
}


def build_query(table: str) -> type[Paging]:
    """The parameters of a table's list: paging and its filters; any other is refused."""
    closed = closed_fields(table)
    taken: dict[str, Any] = {}
    for name in filter_names(table):
        hint: Any = date if name in ("since", "until") else Annotated[str, Field(max_length=200)]
        if name in closed:
            hint = Literal[closed[name]]
        taken[name] = (hint | None, Field(default=None, description=DESCRIPTIONS.get(name)))
    return create_model(f"{table.capitalize()}Query", __base__=Paging, **taken)


def build_tag(request: Request, stamp: str) -> str:
    """The ETag of an answer: the record's state, our version, and the question."""
    question = f"{__version__}\n{stamp}\n{request.url.path}\n{request.url.query}"
    return f'"{hashlib.sha256(question.encode("utf-8", "replace")).hexdigest()[:32]}"'


def answer(request: Request, desk: Desk, build: Build) -> Response:
    """The answer to a question about the record, or that it is as before.

    Args:
        request: The question.
        desk: The record.
        build: Makes the answer; not called where the asker has it.
    """
    snapshot = desk.snapshot()
    tag = build_tag(request, snapshot.stamp)
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status_code=304, headers={"etag": tag})
    content = msgspec.json.encode(build(snapshot.view))
    return Response(content, media_type="application/json", headers={"etag": tag})


def cut(rows: Any, query: Paging) -> dict[str, Any]:
    """A stretch of a list."""
    chosen = rows[query.offset : query.offset + query.limit]
    return {"total": len(rows), "limit": query.limit, "offset": query.offset, "rows": chosen}


def add_table(router: APIRouter, table: str) -> None:
    """The list of a table, and its rows by id."""
    row_type, model = ROW_TYPES[table], build_query(table)

    def list_rows(request: Request, desk: DeskOf, query: Annotated[model, Query()]) -> Response:  # type: ignore[valid-type]
        wanted = {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in query.model_dump(exclude={"limit", "offset"}).items()  # type: ignore[attr-defined]
        }
        return answer(
            request, desk, lambda view: cut(filter_rows(view, table, getattr(view.tables, table), wanted), query)
        )

    def show_row(request: Request, desk: DeskOf, row_id: Annotated[str, Path(max_length=100)]) -> Response:
        def build(view: DeskView) -> Any:
            found = view.find(row_id)
            if found is None or found[0] != table:
                raise Refused(404)
            return found[1]

        return answer(request, desk, build)

    name = table.replace("_", " ")
    router.add_api_route(
        f"/{table}",
        list_rows,
        response_model=Rows[row_type],  # type: ignore[valid-type]
        responses=UNCHANGED,
        summary=f"List {name}",
        operation_id=f"list_{table}",
    )
    if "id" in get_type_hints(row_type):
        router.add_api_route(
            f"/{table}/{{row_id}}",
            show_row,
            response_model=row_type,
            responses={**NOT_FOUND, **UNCHANGED},
            summary=f"One row of {name}",
            operation_id=f"show_{table}",
        )


def show_overview(request: Request, desk: DeskOf) -> Response:
    """What the record holds: the number of rows of each table."""
    return answer(
        request,
        desk,
        lambda view: {
            "version": __version__,
            "tables": {name: len(getattr(view.tables, name)) for name in TABLE_NAMES},
        },
    )


def search_rows(request: Request, desk: DeskOf, query: Annotated[SearchQuery, Query()]) -> Response:
    """Full-text search; the words found stand between ‹ and › in the snippet."""

    def build(view: DeskView) -> Any:
        wanted = query.model_dump(mode="json", include={"table", "actor", "document", "since", "until"})
        hits = desk.search(query.q, build_filters(view, wanted), limit=query.limit, offset=query.offset)
        return {"total": hits.total, "limit": query.limit, "offset": query.offset, "rows": hits.rows}

    return answer(request, desk, build)


def list_failures(desk: DeskOf, query: Annotated[Paging, Query()]) -> Response:
    """Inputs that could not be added."""
    return Response(msgspec.json.encode(cut(desk.failures(), query)), media_type="application/json")


def show_reasons(
    request: Request,
    desk: DeskOf,
    row_id: Annotated[str, Path(max_length=100)],
    other: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """Why a row is as it is, or why two rows are one or two."""

    def build(view: DeskView) -> Any:
        row, second = view.find(row_id), view.find(other or row_id)
        if row is None or second is None:
            raise Refused(404)
        if other is None:
            reasons, links = own_reasons(row[1]), view.links(row[1])
        else:
            reasons, links = compare_rows(view, row[1], second[1])
        return {"row": row_id, "other": other, "links": links, "reasons": reasons}

    return answer(request, desk, build)


@lru_cache(maxsize=1)
def build_router() -> APIRouter:
    """Every address of the API; the same for every desk."""
    router = APIRouter(prefix=ROOT, responses=FAULTS, dependencies=[Depends(only_known)])
    router.add_api_route(
        "",
        show_overview,
        response_model=Overview,
        responses=UNCHANGED,
        operation_id="overview",
        summary="What the record holds",
    )
    router.add_api_route(
        "/search",
        search_rows,
        response_model=Rows[Found],
        responses=UNCHANGED,
        operation_id="search",
        summary="Full-text search",
    )
    router.add_api_route(
        "/failures",
        list_failures,
        response_model=Rows[Failure],
        operation_id="list_failures",
        summary="Inputs that could not be added",
    )
    router.add_api_route(
        "/why/{row_id}",
        show_reasons,
        response_model=Reasons,
        responses={**NOT_FOUND, **UNCHANGED},
        operation_id="show_reasons",
        summary="Why a row is as it is, or two are one or two",
    )
    for table in TABLE_NAMES:
        add_table(router, table)
    return router


def only_known(request: Request) -> None:
    """Refuse a parameter that is given twice: which of the two is meant cannot be told.

    Raises:
        Refused: One is.
    """
    names = [name for name, _ in request.query_params.multi_items()]
    if len(names) != len(set(names)):
        raise Refused(422, "A parameter is given twice.")
