"""Answers that say what went wrong: one page, and one shape in JSON; never the text of an exception."""

import logging
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from onrecord.errors import LookupFailed, OnRecordError, SettingError
from onrecord.present.report import load_templates
from onrecord.version import __version__

log = logging.getLogger(__name__)

MESSAGES = {
    400: "The request cannot be understood.",
    401: "The desk's token is needed.",
    403: "This is not allowed.",
    404: "The record holds nothing under this address.",
    405: "This address cannot be used in this way.",
    413: "What was sent is longer than the desk takes.",
    422: "A part of the address or form cannot be used.",
    500: "Something failed here. The log has the details under the number below.",
    503: "The record is busy or cannot be read. Wait a moment and try again; the log has the details.",
}


class Refused(Exception):
    """A request that the desk turns down, with a sentence of our own for the visitor.

    Args:
        status: The HTTP status.
        message: What is wrong, in plain words; empty takes the words for the status.
    """

    def __init__(self, status: int, message: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.message = message


def build_fault(path: str, status: int, message: str = "", *, number: str | None = None, **more: Any) -> Response:
    """The answer for a fault: JSON under /api, a page elsewhere.

    Args:
        path: The path of the request.
        status: The HTTP status.
        message: Our own words; empty takes those for the status.
        number: Under which the log has the details.
        more: What else the JSON says.
    """
    words = message or MESSAGES.get(status, MESSAGES[400 if status < 500 else 500])
    if path.startswith("/api/"):
        return JSONResponse({"error": {"status": status, "message": words, "id": number, **more}}, status)
    phrase = HTTPStatus(status).phrase
    template = load_templates("onrecord.web").get_template("fault.html")
    page = template.render(title=phrase, message=words, number=number, version=__version__, here="", done=None)
    return HTMLResponse(page, status)


def answer_http(request: Request, error: Exception) -> Response:
    """The answer to what the framework refuses (no such path, wrong method)."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    answer = build_fault(request.url.path, status)
    headers = error.headers if isinstance(error, HTTPException) else None
    answer.headers.update(headers or {})
    return answer


def answer_refused(request: Request, error: Exception) -> Response:
    """The answer to what the desk refuses."""
    if not isinstance(error, Refused):
        raise error
    return build_fault(request.url.path, error.status, error.message)


def answer_invalid(request: Request, error: Exception) -> Response:
    """The answer to parameters of the wrong form: their names, not what was sent."""
    faults = error.errors() if isinstance(error, RequestValidationError) else ()
    names = list(dict.fromkeys(str(one["loc"][-1]) for one in faults if one.get("loc")))
    shown = [name for name in names if len(name) <= 40 and name.isidentifier()]
    message = f"{MESSAGES[422][:-1]}: {', '.join(shown)}." if shown else ""
    return build_fault(request.url.path, 422, message, parameters=shown)


def answer_ours(request: Request, error: Exception) -> Response:
    """The answer where the record cannot be read or does not hold what was asked for."""
    if isinstance(error, LookupFailed):
        return build_fault(request.url.path, 404)
    if isinstance(error, SettingError):
        return build_fault(request.url.path, 422)
    log.error("The record cannot be used at %s: %s", request.url.path, error)
    return build_fault(request.url.path, 503)


def answer_fault(where: Request | Mapping[str, Any], error: Exception) -> Response:
    """The answer to a fault of our own: a number for the visitor, the rest for the log."""
    path = where.url.path if isinstance(where, Request) else str(where["path"])
    number = secrets.token_hex(4)
    log.error("Error %s at %s", number, path, exc_info=error)
    return build_fault(path, 500, number=number)


ANSWERS = {
    HTTPException: answer_http,
    RequestValidationError: answer_invalid,
    Refused: answer_refused,
    OnRecordError: answer_ours,
    Exception: answer_fault,
}
