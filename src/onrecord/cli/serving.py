"""`serve`: the web desk on this machine, or for others behind a token."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli import context
from onrecord.cli.context import RecordPath
from onrecord.errors import SettingError

NEEDED = ("fastapi", "uvicorn", "python_multipart")


def serve(
    record: RecordPath = None,
    host: Annotated[str, typer.Option(help="The address to listen at; any but this machine's own needs a token.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(help="The port to listen at.", min=1, max=65535)] = 8765,
    token: Annotated[
        str | None,
        typer.Option(envvar="ONRECORD_TOKEN", show_envvar=False, help="What visitors must show. Or $ONRECORD_TOKEN."),
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name that browsers may call the desk by; may be given again.")
    ] = None,
    create: Annotated[bool, typer.Option("--create", help="Make the record if there is none.")] = False,
    tagger: Annotated[str | None, typer.Option(help="How added articles are read: model, or grammar.")] = None,
) -> None:
    """Open the web desk: read, search and add at http://127.0.0.1:8765/."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SettingError(
            f"The web desk needs packages that are not installed ({', '.join(missing)})",
            mend="Install them: pip install 'onrecord[web]'",
        )
    from onrecord.config import load_settings
    from onrecord.web.options import DeskOptions
    from onrecord.web.serving import run_desk

    settings = load_settings({"record": record, "tagger": tagger}, os.environ, Path())
    options = DeskOptions(host=host, port=port, token=token or None, names=tuple(allow_host or ()))
    run_desk(settings, options, create=create, tell=context.message)
