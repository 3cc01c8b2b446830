"""Run the desk with uvicorn."""

import socket
from collections.abc import Callable

import uvicorn

from onrecord.config import Settings
from onrecord.errors import SettingError
from onrecord.web.app import build_app
from onrecord.web.options import DeskOptions


def bind(options: DeskOptions) -> socket.socket:
    """The socket the desk listens at.

    Raises:
        SettingError: The address cannot be had.
    """
    host = options.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, options.port))
    except (OSError, UnicodeError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or "no such address"
        what = f"The desk cannot listen at {options.host}:{options.port} ({reason})"
        raise SettingError(what, mend="Give another --port or --host, or end the program that listens there") from error
    return listening


def run_desk(settings: Settings, options: DeskOptions, *, create: bool, tell: Callable[[str], None]) -> None:
    """Serve until stopped.

    Args:
        settings: Which record, and how articles are annotated.
        options: How it is served.
        create: Make the record if there is none.
        tell: Takes the line that says where the desk is.

    Raises:
        SettingError: No token where one is needed, or the address cannot be had.
        RecordError: The file cannot be used as a record.
    """
    app = build_app(settings, options, create=create)
    listening = bind(options)
    host = f"[{options.host}]" if ":" in options.host.strip("[]") else options.host
    tell(f"The desk is open at http://{host}:{options.port}/ for {settings.record}. Stop it with Ctrl+C.")
    config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=True, proxy_headers=False)
    uvicorn.Server(config).run(sockets=[listening])
