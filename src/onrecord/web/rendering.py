"""Templates into answers: one environment with the report's parts, everything from the news escaped."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.present.report import load_templates
from onrecord.version import __version__

LONG = 400  # characters of a statement or label in a list


def clip(text: str, limit: int = LONG) -> str:
    """A text cut at a word; a list shows no more of a very long one.

    >>> clip("one two three", 8)
    'one two …'
    """
    if len(text) <= limit:
        return text
    return (text[:limit].rpartition(" ")[0] or text[:limit]) + " …"


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
    shown = {"here": "", "csrf": sessions.form_token(session), "version": __version__, **shown}
    return HTMLResponse(load_pages().get_template(name).render(shown), status)
