"""`show`, `why` and `check`: one row with its words, the reasons behind a link, the soundness of the record."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import typer
from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.cli import context
from onrecord.errors import LookupFailed
from onrecord.present import terminal
from onrecord.present.checks import find_faults
from onrecord.present.pairs import compare_events
from onrecord.present.reasons import choose_telling, find_links, joins, name_end, name_verdict, own_reasons, places_of
from onrecord.present.view import View, name_when
from onrecord.records import Event, Evidence, Link, Party, Published, Span, Statement, Utterance, When

MOST_LINKS = 20


def find_row(view: View, row_id: str) -> tuple[str, Any]:
    """The table and row of an id.

    Raises:
        LookupFailed: No row, or more than one, has an id that starts so.
    """
    found = view.find(row_id)
    if found is None:
        mend = "Every listing prints ids in its last column; the beginning will do if it is unique"
        raise LookupFailed(f"No row, or more than one, has the id {row_id!r}", mend=mend)
    return found


def show_row(row_id: str, record: Path | None, as_json: bool) -> None:
    """One row with the words it rests on."""
    view = context.open_view(record)
    table, row = find_row(view, row_id)
    if as_json:
        context.print_json({"table": table, "row": row})
        return
    parts: list[RenderableType] = [Text(f"{table.removesuffix('s')} {row.id}", style="bold")]
    for one in fields(row):
        text = describe(view, getattr(row, one.name))
        if text and one.name not in ("id", "evidence", "content", "cue", "text", "zones"):
            parts.append(Text.assemble((f"  {one.name}: ", "dim"), text))
    parts.extend(show_words(view, row))
    context.print_rich(Group(*parts))


def show_words(view: View, row: Any) -> Iterable[RenderableType]:
    """The text behind a row, marked."""
    if isinstance(row, Statement):
        spans = (*row.content, *row.cue, *row.source.spans)
        document = view.documents[row.document]
        yield terminal.mark_spans(document.text, spans, view.outlet_name(document))
    if isinstance(row, Utterance):
        for name in row.statements:
            yield from show_words(view, view.statements[name])
    for evidence in getattr(row, "evidence", ()):
        yield terminal.show_evidence(view, evidence)


def describe(view: View, value: Any) -> str:
    """A field's value in words: names for ids."""
    if isinstance(value, Published):
        return f"{name_when(value)} ({value.basis})"
    if isinstance(value, When):
        return name_when(value)
    if isinstance(value, Party):
        return view.party_name(value) + (f" ({value.reason})" if value.reason and not value.actor else "")
    if isinstance(value, str):
        found = view.find(value) if "-" in value else None
        label = getattr(found[1], "label", None) or getattr(found[1], "name", None) if found else None
        return f"{label} ({value})" if label else value
    if isinstance(value, tuple):
        return ", ".join(part for part in (describe(view, one) for one in value) if part)
    if isinstance(value, Span | Evidence) or value is None:
        return ""
    if hasattr(value, "actor"):
        return f"{view.actor_name(value.actor)} ({getattr(value, 'role', '')})"
    if hasattr(value, "__dataclass_fields__"):
        return " ".join(part for part in (describe(view, getattr(value, f.name)) for f in fields(value)) if part)
    return str(value)


def explain(row_id: str, other: str | None, record: Path | None, as_json: bool) -> None:
    """Why mentions were taken for one thing, or two rows for two."""
    view = context.open_view(record)
    _, row = find_row(view, row_id)
    links = find_links(view, row)
    reasons = list(own_reasons(row))
    if other is not None:
        _, second = find_row(view, other)
        links = [one for one in links if one.kind != "storyline" and joins(one, places_of(row), places_of(second))]
        reasons = []
        if isinstance(row, Event) and isinstance(second, Event) and all(one.kind == "part" for one in links):
            reasons = [f"not the same: {reason}" for reason in compare_events(view, row, second)]
    if as_json:
        context.print_json({"row": row.id, "other": other, "links": links, "reasons": reasons})
        return
    context.print_rich(Group(*show_reasons(view, row, links, reasons, alone=other is None)))


def show_reasons(
    view: View, row: Any, links: Sequence[Link], reasons: Sequence[str], *, alone: bool
) -> Iterable[RenderableType]:
    """The reasons in plain words."""
    yield Text(getattr(row, "label", None) or getattr(row, "name", None) or row.id, style="bold")
    for reason in reasons:
        yield Text(f"  {reason}")
    found = view.corroboration.get(row.id) if alone else None
    for origin in found.origins if found else ():
        yield Text(f"  origin: {'; '.join(origin.reasons) or origin.utterance or origin.document}")
    telling = choose_telling(links)
    for link in telling[:MOST_LINKS]:
        yield Text(f"  {name_verdict(link)}: {name_end(view, link.a)}  /  {name_end(view, link.b)}")
        for reason in link.reasons:
            yield Text(f"      {reason}", style="dim")
    if len(links) > len(telling[:MOST_LINKS]):
        more = len(links) - len(telling[:MOST_LINKS])
        yield Text(f"  … and {more} more that say the same or less (all with --json)", style="dim")
    if not links and not reasons:
        yield Text("  No link was needed: one mention." if alone else "  The two were never compared.")


def check_record(record: Path | None, as_json: bool) -> None:
    """Check file and rows; exit status 1 if there is a fault."""
    store = context.open_kept(record)
    faults = [*store.check(), *find_faults(store.read_tables())]
    store.close()
    if as_json:
        context.print_json({"faults": faults})
    else:
        context.message("\n".join(faults) if faults else "The record is sound.")
    if faults:
        raise typer.Exit(1)
