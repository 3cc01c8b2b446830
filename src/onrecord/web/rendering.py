"""Templates into answers: one environment with the report's parts, everything from the news escaped."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.corrections.words import tell
from onrecord.present.report import load_templates
from onrecord.present.view import name_day
from onrecord.version import __version__
from onrecord.web.authors import find_done, read_author

LONG = 400  # characters of a statement or label in a list


def clip(text: str, limit: int = LONG) -> str:
    """A text cut at a word; a list shows no more of a very long one.

    >>> clip("one two three", 8)
    'one two …'
    """
    if len(text) <= limit:
        return text
    return (text[:limit].rpartition(" ")[0] or text[:limit]) + " …"


def name_moment(text: str) -> str:
    """A moment of recorded time in words, in UTC.

    >>> name_moment("2025-03-18T10:00:00.000000+00:00")
    '18 Mar 2025, 10:00 UTC'
    """
    return f"{name_day(text)}, {text[11:16]} UTC" if len(text) > 10 else name_day(text)


def split_marked(snippet: str) -> Iterator[tuple[str, bool]]:
    """The parts of a snippet, and whether each stands between ‹ and ›.

    >>> list(split_marked("the ‹ferry› sank"))
    [('the ', False), ('ferry', True), (' sank', False)]
    """
    for number, part in enumerate(" ".join(snippet.split()).replace("›", "‹").split("‹")):
        if part:
            yield part, bool(number % 2)


@lru_cache(maxsize=1)
def load_pages() -> Environment:
    """The desk's templates beside the report's."""
    environment = load_templates("onrecord.web")
    environment.filters["clip"] = clip
    environment.filters["marked"] = split_marked
    environment.filters["tell"] = tell
    environment.filters["moment"] = name_moment
    return environment


def render(request: Request, name: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page.

    Args:
        request: What it answers; its session gives the page's forms their token.
        name: The template.
        status: The HTTP status.
        shown: What the template shows; `here` is the place in the navigation, `title` the page's.
    """
    sessions, session = request.app.state.sessions, request.scope["onrecord.session"]
    form = {"csrf": sessions.form_token(session), "author": read_author(request)}
    shown = {"here": "", "form": form, "done": find_done(request), "version": __version__, **shown}
    return HTMLResponse(load_pages().get_template(name).render(shown), status)
