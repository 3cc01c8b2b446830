"""Who is at the desk: a signed cookie, the token that lets a visitor in, and the token that each form carries.

A session is a random name with a signature; nothing of it is kept here, and a restart ends all of them. The form token
is bound to the session (OWASP's signed double-submit pattern), so that another site can neither read nor guess it.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

DAYS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A visitor's session; `entered` says that the desk's token was shown."""

    name: str
    entered: bool


class Sessions:
    """Makes and reads sessions with a secret of this process.

    Args:
        token: What a visitor must show; None lets everybody in.
        port: The desk's port, part of the cookie's name.
    """

    def __init__(self, token: str | None, port: int) -> None:
        self.token = token
        self.cookie = f"onrecord_{port}"
        self.secret = secrets.token_bytes(32)

    def sign(self, *parts: str) -> str:
        """A signature that only this process can make."""
        return hmac.new(self.secret, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()

    def begin(self, *, entered: bool) -> Session:
        """A new session."""
        return Session(name=secrets.token_urlsafe(18), entered=entered)

    def write(self, session: Session) -> str:
        """The cookie's value."""
        level = "in" if session.entered else "out"
        return f"{session.name}.{level}.{self.sign('session', session.name, level)}"

    def read(self, value: str | None) -> Session | None:
        """The session a cookie stands for, or None if it is not ours."""
        name, _, rest = (value or "").partition(".")
        level, _, signature = rest.partition(".")
        if not equals(signature, self.sign("session", name, level)):
            return None
        return Session(name=name, entered=level == "in")

    def form_token(self, session: Session) -> str:
        """What every form of this session carries."""
        return self.sign("form", session.name)

    def is_form_token(self, session: Session, given: str) -> bool:
        """Does a form come from a page of this session?"""
        return equals(given, self.form_token(session))

    def is_token(self, given: str) -> bool:
        """Is this the desk's token?"""
        return self.token is not None and equals(given, self.token)

    def cookie_header(self, session: Session) -> str:
        """The Set-Cookie header that begins a session."""
        age = DAYS * 24 * 3600
        return f"{self.cookie}={self.write(session)}; Path=/; Max-Age={age}; HttpOnly; SameSite=Strict"


def equals(given: str, expected: str) -> bool:
    """Compare in a time that does not tell how much was right."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8", "replace"))
