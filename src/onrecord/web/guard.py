"""What every request passes before a page sees it, and every answer after.

In: a Host header we know (against DNS rebinding), a body that is not too long, a token where one is set, and for what
changes something an Origin of our own. Out: headers that let no script run, no frame be made and nothing be loaded
from elsewhere; a fault becomes a page with a number, its details only the log.
"""

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.faults import Refused, answer_fault, build_fault
from onrecord.web.options import DeskOptions, is_known_host
from onrecord.web.sessions import Session, Sessions

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # "no-referrer" would make browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
OPEN_PATHS = ("/enter", "/static/")


class Guard:
    """The middleware around the desk.

    Args:
        app: The pages and the API.
        options: Address, names and limits.
        sessions: Reads and signs the cookie.
    """

    def __init__(self, app: ASGIApp, options: DeskOptions, sessions: Sessions) -> None:
        self.app = app
        self.options = options
        self.sessions = sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, pass on, and dress the answer."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        session = self.read_session(headers)
        begun = session is None
        session = session or self.sessions.begin(entered=False)
        scope["onrecord.session"] = session
        answer = Answer(send, [("set-cookie", self.sessions.cookie_header(session))] if begun else [])
        refusal = self.refuse(scope, headers, session)
        if refusal is not None:
            await refusal(scope, receive, answer)
            return
        try:
            await self.app(scope, LimitedBody(receive, self.options.max_upload_bytes), answer)
        except Exception as error:  # noqa: BLE001 - no visitor is to see what a server makes of it
            # What the app failed at it has answered and logged by itself; this is for what fails around it.
            if not answer.started:
                await answer_fault(scope, error)(scope, receive, answer)

    def read_session(self, headers: Headers) -> Session | None:
        """The visitor's session, if the cookie is one of ours."""
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self.sessions.cookie)
        except CookieError:
            return None
        return self.sessions.read(cookie.value if cookie else None)

    def refuse(self, scope: Scope, headers: Headers, session: Session) -> Response | None:
        """The answer to a request that must not pass, or None."""
        path, host = scope["path"], headers.get("host", "")
        if not is_known_host(host, self.options):
            return build_fault(path, 400, "The desk is not known by this host name; add it with --allow-host")
        if not self.is_let_in(path, headers, session):
            if path.startswith("/api/") or scope["method"] not in SAFE_METHODS:
                answer = build_fault(path, 401, "The desk's token is needed: send it as a Bearer token, or sign in")
                answer.headers["www-authenticate"] = "Bearer"
                return answer
            return RedirectResponse(f"/enter?next={quote(path)}", status_code=303)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > self.options.max_upload_bytes:
            return build_fault(path, 413)
        if scope["method"] not in SAFE_METHODS and not is_same_origin(headers, f"{scope['scheme']}://{host}"):
            return build_fault(path, 403, "The form was sent from another site")
        return None

    def is_let_in(self, path: str, headers: Headers, session: Session) -> bool:
        """Has the visitor shown the token, or is none asked for here?"""
        if self.sessions.token is None or session.entered or path.startswith(OPEN_PATHS):
            return True
        scheme, _, given = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self.sessions.is_token(given.strip())


def is_same_origin(headers: Headers, own: str) -> bool:
    """Does a request come from a page of ours, or from a program that is no browser?"""
    origin = headers.get("origin")
    fetched = headers.get("sec-fetch-site", "same-origin")
    return (origin is None or origin.lower() == own.lower()) and fetched in ("same-origin", "none")


class LimitedBody:
    """A request's body, cut off where it grows longer than it may be."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self.receive = receive
        self.left = limit

    async def __call__(self) -> Message:
        """The next part."""
        message = await self.receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            raise Refused(413)
        return message


class Answer:
    """An answer on its way out, given the headers that every answer has."""

    def __init__(self, send: Send, extra: Iterable[tuple[str, str]]) -> None:
        self.send = send
        self.extra = tuple(extra)
        self.started = False

    async def __call__(self, message: Message) -> None:
        """Send the next part."""
        if message["type"] == "http.response.start":
            self.started = True
            present = {name.lower() for name, _ in message["headers"]}
            own = [("cache-control", "no-cache, private"), *HEADERS.items(), *self.extra]
            added = [(name, value) for name, value in own if name.encode() not in present]
            headers = [*message["headers"], *((name.encode(), value.encode("latin-1")) for name, value in added)]
            message = {**message, "headers": headers}
        await self.send(message)
