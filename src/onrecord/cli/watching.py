"""`watch`: feeds looked at again and again; each round says what it changed."""

import re
import signal
import threading
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import context
from onrecord.cli.context import AsJson, RecordPath
from onrecord.errors import OnRecordError, SettingError

if TYPE_CHECKING:
    from onrecord.watching import Round, Watch

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def read_interval(text: str) -> int:
    """Seconds of an interval such as 90s, 15m or 2h.

    Raises:
        SettingError: It is none, or shorter than a minute.
    """
    from onrecord.watching import LEAST_SECONDS

    found = re.fullmatch(r"(\d{1,6})\s*([smhd])", text.strip().lower())
    seconds = int(found[1]) * UNITS[found[2]] if found else 0
    if seconds < LEAST_SECONDS:
        what = f"--every: {text!r} is " + ("less than a minute" if found else "no interval")
        raise SettingError(what, mend="Write it as 15m, 2h or 1d; a minute is the least")
    return seconds


def watch(
    feeds: Annotated[list[str], typer.Argument(help="URLs of RSS or Atom feeds.")],
    record: RecordPath = None,
    every: Annotated[str, typer.Option(help="Time between two rounds: 15m, 2h, 1d.")] = "15m",
    once: Annotated[bool, typer.Option("--once", help="Look once and stop, as for cron.")] = False,
    pages: Annotated[
        bool, typer.Option(help="Fetch the page of an entry that holds only a teaser; robots.txt is heeded.")
    ] = True,
    tagger: Annotated[str | None, typer.Option(help="model, or grammar (without the trained weights).")] = None,
    as_json: AsJson = False,
) -> None:
    """Follow feeds: add what is new and say what it changed.

    An unchanged feed is not sent again (ETag, Last-Modified); one that fails is left alone for longer each time.
    Stop it with Ctrl+C: what was added stays. With --json each round is one line.
    """
    seconds = read_interval(every)
    stop = threading.Event()
    with context.open_record(record, {"tagger": tagger}, create=True) as opened:
        from onrecord.watching import Watch

        watching = Watch(opened, feeds, every=seconds, pages=pages)
        before = signal.signal(signal.SIGTERM, lambda *_: stop.set())
        try:
            run(watching, stop, seconds=seconds, once=once, as_json=as_json)
        except KeyboardInterrupt:
            context.message("Stopped; what was added stays in the record.")
        finally:
            signal.signal(signal.SIGTERM, before)


def run(watching: "Watch", stop: threading.Event, *, seconds: int, once: bool, as_json: bool) -> None:
    """Round after round until told to stop.

    Raises:
        typer.Exit: With --once: status 1 if some feed could not be had, 2 if none could.
    """
    while not stop.is_set():
        try:
            done = watching.poll()
        except OnRecordError as error:  # the record is locked, say: the next round may be luckier
            if once:
                raise
            context.message(f"{datetime.now().astimezone():%H:%M} {error}")
        else:
            show_round(done, as_json)
            if once:
                failed = len(done.faults)
                if failed:
                    raise typer.Exit(context.FAILED if failed == len(watching.feeds) else context.FAILED_SOME)
                return
        stop.wait(seconds)


def show_round(done: "Round", as_json: bool) -> None:
    """What a round brought; nothing is said on standard output where nothing has changed."""
    if as_json:
        import msgspec

        typer.echo(msgspec.json.encode(done).decode())
        return
    parts = [f"{len(done.added.new)} new article{'s' * (len(done.added.new) != 1)}"]
    parts += [f"{len(done.added.failed)} not to be had"] if done.added.failed else []
    context.message(f"{datetime.now().astimezone():%H:%M} {', '.join(parts)}")
    for url, fault in done.faults:
        context.message(f"  {url}: {fault}")
    for failure in done.added.failed:
        context.message(f"  {failure.uri}: {failure.reason}")
    if done.changes:
        from onrecord.cli.correcting import show_changes

        context.print_rich(show_changes(done.changes))
