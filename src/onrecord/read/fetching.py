"""One GET over HTTP, with care: public addresses only, a limit of time, size and redirects, no cookies, no proxy.

The name is looked up once and the connection goes to an address that was checked, so that a name that changes its
address between check and use (DNS rebinding) gains nothing. Every redirect is checked anew.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from onrecord.errors import ReadError
from onrecord.read.packing import unpack_body
from onrecord.version import __version__

AGENT = f"onrecord/{__version__}"
MAX_REDIRECTS = 5
MAX_URL = 4000
MAX_HOST = 253  # RFC 1035
PIECE = 1 << 16
REDIRECTS = (301, 302, 303, 307, 308)
ACCEPTED = "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml;q=0.9,*/*;q=0.5"
TRANSLATORS = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""Addresses of IPv6 that stand for one of IPv4 (RFC 6052, RFC 8215)."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How far a fetch may go: seconds in all, bytes of the body, and whether to addresses that are not public."""

    seconds: float
    size: int
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server answered: the last URL of the redirects, status, headers in lower case, and the body."""

    url: str
    status: int
    headers: dict[str, str]
    body: bytes


def is_public(address: Address) -> bool:
    """Is an address one of the public web, and not one of this machine, the house or the cloud it runs in?

    >>> is_public(ipaddress.ip_address("169.254.169.254")), is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    (False, False)
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and any(address in network for network in TRANSLATORS):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def check_url(url: str) -> tuple[str, str, int]:
    """The scheme, host and port of a URL that may be fetched.

    Raises:
        ReadError: It is none.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ReadError(f"This is no URL ({error})", mend="Check its spelling") from error
    if parts.scheme not in ("http", "https"):
        raise ReadError(f"Only http and https are fetched, not {parts.scheme!r}", mend="Save the page, add the file")
    if not host or len(host) > MAX_HOST or len(url) > MAX_URL:
        raise ReadError("This is no URL of a page", mend="Check its spelling")
    if parts.username is not None or parts.password is not None:
        raise ReadError("The URL holds a password", mend="Save the page in your browser and add the file")
    try:
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise ReadError(f"{host!r} is no name of a server", mend="Check its spelling") from error
    return parts.scheme, ascii_host, port or (443 if parts.scheme == "https" else 80)


def resolve_host(host: str, port: int, *, private: bool) -> str:
    """An address of a server, checked.

    Raises:
        ReadError: There is none, or one of them is not public.
    """
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError(f"There is no server called {host!r}", mend="Check the spelling and the network") from error
    found = [str(row[4][0]).split("%", 1)[0] for row in rows]
    for one in found:
        if not private and not is_public(ipaddress.ip_address(one)):
            place = host if host == one else f"{host} ({one})"
            what = f"{place} is an address of a private network or of this machine, which is not fetched"
            raise ReadError(what, mend="If you mean it, set ONRECORD_ALLOW_PRIVATE_ADDRESSES=1")
    return found[0]


def fetch(
    url: str,
    limits: FetchLimits,
    check: Callable[[str], None] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Fetch a URL, redirects followed.

    Args:
        url: An http or https URL.
        limits: How far to go.
        check: Told of each URL before it is asked for; raises ReadError if it must not be.
        headers: More fields of the request, such as If-None-Match.

    Returns:
        The answer, whatever its status.

    Raises:
        ReadError: The URL may not be fetched, or a limit was met, or the network failed.
    """
    deadline = time.monotonic() + limits.seconds
    for _ in range(MAX_REDIRECTS + 1):
        if check is not None:
            check(url)
        answer = fetch_once(url, limits, deadline, headers or {})
        target = answer.headers.get("location")
        if answer.status not in REDIRECTS or not target:
            return answer
        url = urljoin(url, target).split("#", 1)[0]
    raise ReadError(f"It leads on more than {MAX_REDIRECTS} times", mend="Open it in a browser, give the last URL")


def fetch_once(url: str, limits: FetchLimits, deadline: float, headers: Mapping[str, str]) -> Response:
    """One request and its answer.

    Raises:
        ReadError: See `fetch`.
    """
    scheme, host, port = check_url(url)
    address = resolve_host(host, port, private=limits.private)
    left = deadline - time.monotonic()
    if left <= 0:
        raise slow(limits)
    connection = http.client.HTTPConnection(host, port, timeout=left)
    connection.default_port = 443 if scheme == "https" else 80  # or the Host header would name it
    sockets: list[socket.socket] = []
    watch = threading.Timer(left, cut, [sockets])
    watch.daemon = True
    try:
        sockets.append(socket.create_connection((address, port), timeout=left))
        watch.start()
        if scheme == "https":
            sockets.append(ssl.create_default_context().wrap_socket(sockets[0], server_hostname=host))
        connection.sock = sockets[-1]
        answer = exchange(connection, url, limits, headers)
        if time.monotonic() >= deadline:  # a body that was cut at the deadline looks as if it had ended
            raise slow(limits)
        return answer
    except ssl.SSLCertVerificationError as error:
        what = f"The certificate of {host} is not valid ({error.verify_message})"
        raise ReadError(what, mend="Save the page in your browser and add the file") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        if time.monotonic() >= deadline:
            raise slow(limits) from error
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise ReadError(f"The server {host} did not answer ({reason})", mend="Try again later") from error
    finally:
        watch.cancel()
        for one in sockets:
            one.close()


def cut(sockets: list[socket.socket]) -> None:
    """End a connection at its deadline: a server that sends a byte a second never runs into a timeout of its own."""
    for one in sockets:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def slow(limits: FetchLimits) -> ReadError:
    """The error of a fetch that took too long."""
    what = f"The server took longer than {limits.seconds:g} seconds"
    return ReadError(what, mend="Try again, or raise the setting fetch_seconds")


def exchange(
    connection: http.client.HTTPConnection, url: str, limits: FetchLimits, more: Mapping[str, str]
) -> Response:
    """Send the request and take the answer, up to the limit."""
    parts = urlsplit(url)
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
        "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
    )
    headers = {"User-Agent": AGENT, "Accept": ACCEPTED, "Accept-Encoding": "gzip", "Connection": "close"}
    headers |= more
    connection.request("GET", target, headers=headers)
    answer = connection.getresponse()
    body = b""
    while len(body) <= limits.size and (piece := answer.read(PIECE)):
        body += piece
    if len(body) > limits.size:
        raise too_large(limits)
    if answer.length:  # bytes promised and not sent
        raise ReadError(f"The answer of {parts.hostname} broke off", mend="Try again")
    fields = {name.lower(): value for name, value in answer.getheaders()}
    body = unpack_body(body, fields.get("content-encoding", ""), limits.size)
    if len(body) > limits.size:
        raise too_large(limits)
    return Response(url=url, status=answer.status, headers=fields, body=body)


def too_large(limits: FetchLimits) -> ReadError:
    """The error of a body over the limit."""
    what = f"It is larger than {limits.size:,} bytes"
    return ReadError(what, mend="Download it and add the file, or raise the setting max_article_bytes")
