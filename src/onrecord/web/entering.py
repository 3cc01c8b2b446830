"""Signing in with the desk's token, and the style sheet."""

import asyncio
from functools import lru_cache
from importlib.resources import files
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.present.report import load_templates
from onrecord.web.forms import read_form
from onrecord.web.rendering import render

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

WRONG_SECONDS = 0.5  # a wrong token waits, so that guessing is slow


def own_path(path: str) -> str:
    """A path of this desk to go on to; anything else becomes the story's page.

    >>> own_path("/events?page=2"), own_path("//evil.example"), own_path("/\\\\evil.example"), own_path("http://x")
    ('/events?page=2', '/', '/', '/')
    """
    safe = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and path.isascii()
    return path if safe else "/"


@router.get("/enter")
def show_entrance(request: Request, then: Annotated[str, Query(alias="next", max_length=2000)] = "/") -> Response:
    """The form that asks for the token."""
    return render(request, "enter.html", title="Sign in", next=own_path(then), wrong=False)


@router.post("/enter")
async def enter(request: Request) -> Response:
    """Begin a session for who knows the token; its name is new, so that none set before can be used."""
    sessions = request.app.state.sessions
    async with read_form(request) as form:
        token, then = str(form.get("token") or ""), own_path(str(form.get("next") or "/"))
    if not sessions.is_token(token):
        await asyncio.sleep(WRONG_SECONDS)
        return render(request, "enter.html", status=403, title="Sign in", next=then, wrong=True)
    answer = RedirectResponse(then, status_code=303)
    answer.headers["set-cookie"] = sessions.cookie_header(sessions.begin(entered=True))
    return answer


@lru_cache(maxsize=1)
def read_style() -> str:
    """The report's style and the desk's own."""
    report = load_templates().get_template("report.css").render()
    own = files("onrecord.web").joinpath("static/desk.css").read_text(encoding="utf-8")
    return f"{report}\n{own}"


@router.get("/static/desk.css")
def show_style() -> Response:
    """The style sheet."""
    return Response(read_style(), media_type="text/css", headers={"cache-control": "public, max-age=86400"})


@router.get("/static/select.js")
def show_script() -> Response:
    """The only script there is: the document's page works without it as well."""
    script = files("onrecord.web").joinpath("static/select.js").read_text(encoding="utf-8")
    return Response(script, media_type="text/javascript", headers={"cache-control": "public, max-age=86400"})


@router.get("/favicon.ico")
def show_icon() -> Response:
    """No icon: what some browsers ask for all the same."""
    return Response(status_code=204)
