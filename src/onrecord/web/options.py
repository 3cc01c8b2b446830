"""How the desk is served: its address, who may come in, how much it takes."""

import ipaddress
from dataclasses import dataclass

from onrecord.errors import SettingError

PORT = 8765
MAX_UPLOAD_BYTES = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskOptions:
    """Where the desk listens and what it demands.

    Attributes:
        host: The address it listens at.
        port: The port; also part of the cookie's name, as cookies are shared by all ports of a host.
        token: What a visitor must show; None lets everybody on this machine in.
        names: Host names, beside `localhost` and plain addresses, that browsers may call the desk by.
        max_upload_bytes: A longer request is refused.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    names: tuple[str, ...] = ()
    max_upload_bytes: int = MAX_UPLOAD_BYTES


def is_loopback(host: str) -> bool:
    """Is an address reached from this machine only?

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "desk.example")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def check_options(options: DeskOptions) -> None:
    """Refuse to serve a record to a network without a token.

    Raises:
        SettingError: The address is not this machine's own and no token is given.
    """
    if not is_loopback(options.host) and not options.token:
        raise SettingError(
            f"--host {options.host} can be reached from other machines, and no token is set",
            mend="Give one with --token or ONRECORD_TOKEN, or serve at 127.0.0.1",
        )


def is_known_host(header: str, options: DeskOptions) -> bool:
    """May a browser call the desk by this Host header?

    A plain address is safe and so is a name the user gave: DNS rebinding needs a name of the attacker's own.

    >>> [is_known_host(name, DeskOptions()) for name in ("127.0.0.1:8765", "[::1]", "localhost:1", "evil.example", "")]
    [True, True, True, False, False]
    """
    name, colon, port = header.rpartition(":")
    if not colon or header.endswith("]"):
        name = header
    elif not port.isascii() or not port.isdigit():
        return False
    name = name.lower()
    if name in ("localhost", options.host.lower(), *(one.lower() for one in options.names)):
        return True
    try:
        ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True
