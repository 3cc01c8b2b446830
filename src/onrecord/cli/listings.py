"""The listings: filter the record's rows and print them, as a table or as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.cli import context
from onrecord.cli.adding import check_day
from onrecord.present import terminal
from onrecord.present.view import View
from onrecord.records import Event, Statement

LONG = 30
"""Events from which on a timeline says how to shorten it."""


def is_named(view: View, actor: str | None, wanted: str) -> bool:
    """Does a name, alias or id of the actor hold the wanted words?"""
    found = view.actors.get(actor or "")
    names = (found.id, found.name, *found.aliases) if found else (actor or "",)
    return any(wanted.casefold() in name.casefold() for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are asked for; days are ISO dates, `outlets` how many must tell of one."""

    actor: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    kind: str | None = None
    outlets: int = 1


def count_outlets(view: View, event: Event) -> int:
    """How many outlets tell of an event."""
    found = view.corroboration.get(event.id)
    return len(found.outlets) if found else 1


def filter_events(view: View, events: Iterable[Event], wanted: Wanted) -> list[Event]:
    """The events that fit; an interval fits a period if it may fall into it, an unknown one only without a period."""

    def fits(event: Event) -> bool:
        first, last = event.when.earliest, event.when.latest
        if (wanted.since or wanted.until) and not (first or last):
            return False
        kinds = (event.type.casefold(), (event.mode or "").casefold())
        return (
            (wanted.actor is None or any(is_named(view, one.actor, wanted.actor) for one in event.participants))
            and (wanted.place is None or wanted.place.casefold() in (event.where or "").casefold())
            and (wanted.since is None or last is None or last[:10] >= wanted.since)
            and (wanted.until is None or first is None or first[:10] <= wanted.until)
            and (wanted.kind is None or wanted.kind.casefold() in kinds)
            and count_outlets(view, event) >= wanted.outlets
        )

    return [event for event in events if fits(event)]


def list_timeline(record: Path | None, as_json: bool, known_at: str | None, wanted: Wanted) -> None:
    """Events in time order."""
    check_day(wanted.since, "--since")
    check_day(wanted.until, "--until")
    view = context.open_view(record, known_at)
    events = filter_events(view, view.events_in_order(), wanted)
    if as_json:
        context.print_json(events)
        return
    context.print_rich(terminal.show_timeline(view, events))
    told = len(filter_events(view, events, Wanted(outlets=2)))
    if wanted.outlets == 1 and len(events) > LONG and told:
        context.print_rich(f"{len(events)} events; --outlets 2 shows the {told} that two outlets or more tell of.")


def list_statements(
    record: Path | None,
    as_json: bool,
    known_at: str | None = None,
    *,
    actor: str | None,
    act: str | None,
    document: str | None,
) -> None:
    """Statements in the order of the documents."""
    view = context.open_view(record, known_at)

    def fits(one: Statement) -> bool:
        source = one.source.actor or one.source.text
        place = (one.document, view.documents[one.document].uri)
        return (
            (actor is None or is_named(view, source, actor))
            and (act is None or one.act == act)
            and (document is None or any(document in name for name in place))
        )

    rows = [one for one in view.tables.statements if fits(one)]
    if as_json:
        context.print_json(rows)
    else:
        context.print_rich(terminal.show_statements(view, rows))


def list_disputes(record: Path | None, as_json: bool, known_at: str | None = None) -> None:
    """Disputes, both sides."""
    view = context.open_view(record, known_at)
    if as_json:
        context.print_json(view.tables.disputes)
    else:
        context.print_rich(terminal.show_disputes(view))


def list_positions(record: Path | None, as_json: bool, known_at: str | None = None) -> None:
    """Positions by proposal."""
    view = context.open_view(record, known_at)
    if as_json:
        context.print_json(view.tables.positions)
    else:
        context.print_rich(terminal.show_positions(view))


def list_commitments(record: Path | None, as_json: bool, known_at: str | None, as_of: str | None) -> None:
    """Commitments, as of the latest document or a given day."""
    if as_of is None:
        view = context.open_view(record, known_at)
    else:
        check_day(as_of, "--as-of")
        with context.open_record(record) as opened:
            view = View(opened.engine.build(known_at=known_at, as_of=as_of))
    if as_json:
        context.print_json(view.tables.commitments)
    else:
        context.print_rich(terminal.show_commitments(view))


def list_actors(record: Path | None, as_json: bool, known_at: str | None = None) -> None:
    """The cast."""
    view = context.open_view(record, known_at)
    if as_json:
        context.print_json(view.tables.actors)
    else:
        context.print_rich(terminal.show_actors(view))


def list_documents(record: Path | None, as_json: bool, known_at: str | None, failed: bool) -> None:
    """The documents, or the inputs that failed."""
    if failed:
        store = context.open_kept(record)
        failures = store.read_failures()
        store.close()
        if as_json:
            context.print_json(failures)
        else:
            context.print_rich(terminal.show_failures(failures))
        return
    view = context.open_view(record, known_at)
    if as_json:
        context.print_json(view.tables.documents)
    else:
        context.print_rich(terminal.show_documents(view))


def list_found(words: str, record: Path | None, limit: int, as_json: bool) -> None:
    """Hits of a search."""
    view = context.open_view(record)
    store = context.open_kept(record)
    found = store.search(words, limit=limit)
    store.close()
    if as_json:
        context.print_json(found)
    else:
        context.print_rich(terminal.show_found(view, found))
