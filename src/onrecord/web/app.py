"""The desk as an application: pages, API, guard."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, Response

from onrecord.config import Settings
from onrecord.version import __version__
from onrecord.web import adding, correcting, entering, pages, row_pages
from onrecord.web.desk import Desk
from onrecord.web.faults import ANSWERS
from onrecord.web.guard import Guard
from onrecord.web.options import DeskOptions, check_options
from onrecord.web.rendering import render
from onrecord.web.rows import ROOT, build_router
from onrecord.web.sessions import Sessions

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


def build_app(settings: Settings, options: DeskOptions, *, create: bool = False) -> FastAPI:
    """Build the desk for one record.

    Args:
        settings: Which record, and how articles are annotated.
        options: How it is served.
        create: Make the record if there is none.

    Raises:
        SettingError: It would be open to a network without a token.
        RecordError: The file cannot be used as a record.
    """
    check_options(options)
    desk = Desk(settings, options, create=create)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="onrecord",
        version=__version__,
        summary="The record of a developing story.",
        openapi_url=f"{ROOT}/openapi.json",
        docs_url=None,  # both of FastAPI's pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.desk = desk
    app.state.sessions = Sessions(options.token, options.port)
    app.include_router(build_router())
    for one in (router, entering.router, adding.router, correcting.router, pages.router, row_pages.router):
        app.include_router(one)
    for kind, answer in ANSWERS.items():
        app.add_exception_handler(kind, answer)
    app.add_middleware(Guard, options=options, sessions=app.state.sessions)
    return app


@router.get("/api")
def show_api(request: Request) -> Response:
    """The addresses of the API, for people."""
    operations = list(list_operations(request.app.openapi()))
    token = request.app.state.sessions.token is not None
    return render(request, "api.html", here="/api", title="For programs", operations=operations, token=token)


def list_operations(schema: dict[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """Path, summary and parameters of each operation of an OpenAPI document."""
    for path, methods in schema["paths"].items():
        for one in methods.values():
            yield path, one.get("summary", ""), [parameter["name"] for parameter in one.get("parameters", ())]
