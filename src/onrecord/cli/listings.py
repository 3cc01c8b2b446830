"""The listings: filter the record's rows and print them, as a table or as JSON."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.cli import context
from onrecord.cli.adding import check_day
from onrecord.present import terminal
from onrecord.present.view import View
from onrecord.records import Event, Statement


def is_named(view: View, actor: str | None, wanted: str) -> bool:
    """Does a name, alias or id of the actor hold the wanted words?"""
    found = view.actors.get(actor or "")
    names = (found.id, found.name, *found.aliases) if found else (actor or "",)
    return any(wanted.casefold() in name.casefold() for name in names)


def filter_events(
    view: View,
    events: Iterable[Event],
    *,
    actor: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
) -> list[Event]:
    """The events that fit; an interval fits a period if it may fall into it, an unknown one only without a period."""

    def fits(event: Event) -> bool:
        first, last = event.when.earliest, event.when.latest
        if (since or until) and not (first or last):
            return False
        return (
            (actor is None or any(is_named(view, one.actor, actor) for one in event.participants))
            and (place is None or place.casefold() in (event.where or "").casefold())
            and (since is None or last is None or last[:10] >= since)
            and (until is None or first is None or first[:10] <= until)
            and (kind is None or kind.casefold() in (event.type.casefold(), (event.mode or "").casefold()))
        )

    return [event for event in events if fits(event)]


def list_timeline(
    record: Path | None,
    as_json: bool,
    known_at: str | None = None,
    *,
    actor: str | None,
    place: str | None,
    since: str | None,
    until: str | None,
    kind: str | None,
) -> None:
    """Events in time order."""
    check_day(since, "--since")
    check_day(until, "--until")
    view = context.open_view(record, known_at)
    in_order = view.events_in_order()
    events = filter_events(view, in_order, actor=actor, place=place, since=since, until=until, kind=kind)
    if as_json:
        context.print_json(events)
    else:
        context.print_rich(terminal.show_timeline(view, events))


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
