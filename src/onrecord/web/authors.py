"""Who corrects at this desk, remembered in the visitor's browser, and the correction that was just made."""

from urllib.parse import quote, unquote

from starlette.requests import Request

from onrecord.config import name_author
from onrecord.corrections.rows import Logged

DAYS = 365
LONGEST = 100  # characters of a name


def name_cookie(request: Request) -> str:
    """The cookie that remembers the name."""
    return f"{request.app.state.sessions.cookie}_author"


def keep_author(request: Request, author: str) -> str:
    """The Set-Cookie header that remembers who corrects."""
    age = DAYS * 24 * 3600
    return f"{name_cookie(request)}={quote(author, safe='')}; Path=/; Max-Age={age}; HttpOnly; SameSite=Strict"


def read_author(request: Request) -> str:
    """Who corrects, as this visitor said before; else as set, or the machine's user if the desk is for nobody else."""
    cookie = request.cookies.get(name_cookie(request), "")
    if cookie:
        return unquote(cookie)[:LONGEST]
    settings = request.app.state.desk.settings
    return name_author(settings) if request.app.state.sessions.token is None else settings.author


def find_done(request: Request) -> Logged | None:
    """The correction that the address says was just made."""
    number = request.query_params.get("done", "")
    if not number.isascii() or not number.isdigit() or len(number) > 9:
        return None
    log: tuple[Logged, ...] = request.app.state.desk.record.corrections()
    return next((one for one in log if one.number == int(number)), None)
