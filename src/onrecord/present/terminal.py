"""The record in the terminal: one function a listing, each giving a Rich renderable."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from onrecord.present.view import View, name_when
from onrecord.records import Event, Evidence, Failure, Found, Span, Statement
from onrecord.vocab.lists import ActorKind, values

CONTEXT = 90  # characters of text shown on either side of marked words
STATUS_STYLES = {
    "happened": "green",
    "ongoing": "green",
    "planned": "cyan",
    "proposed": "cyan",
    "cancelled": "red",
    "denied": "red",
    "unconfirmed": "yellow",
    "kept": "green",
    "open": "cyan",
    "overdue": "yellow",
    "broken": "red",
}


def plain_table(*columns: str) -> Table:
    """A table that wraps its text and carries no frame."""
    table = Table(box=None, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def styled(status: str) -> Text:
    """A status in its colour."""
    return Text(status, style=STATUS_STYLES.get(status, ""))


def origins_text(view: View, row_id: str) -> str:
    """`2 origins, 5 outlets`, or nothing where none was counted."""
    found = view.corroboration.get(row_id)
    if not found:
        return ""
    outlets = len(found.outlets)
    return f"{found.count} origin{'s' * (found.count != 1)}, {outlets} outlet{'s' * (outlets != 1)}"


def show_timeline(view: View, events: Sequence[Event]) -> RenderableType:
    """Events in time order."""
    table = plain_table("When", "What", "Who", "Where", "Status", "Behind it", "Id")
    for event in events:
        cells = (name_when(event.when), event.label, view.participants(event), event.where or "")
        table.add_row(*cells, styled(event.status), origins_text(view, event.id), Text(event.id, style="dim"))
    return table


def show_statements(view: View, statements: Sequence[Statement]) -> RenderableType:
    """Statements in the order of the documents."""
    table = plain_table("Who", "Act", "What", "Through", "When", "Where", "Id")
    for one in statements:
        via = " ← ".join(view.party_name(party) for party in one.via)
        through = ", ".join(part for part in (via, one.channel or "") if part)
        act = f"not {one.act}" if one.negated else one.act
        cells = (view.party_name(one.source), act, view.said_words(one), through, name_when(one.said))
        table.add_row(*cells, view.outlet_name(view.documents[one.document]), Text(one.id, style="dim"))
    return table


def show_disputes(view: View) -> RenderableType:
    """Each dispute: what about, and both sides with their words."""
    parts: list[RenderableType] = []
    for dispute in view.tables.disputes:
        title = Text(f"{dispute.kind}: {view.about(dispute.about)}", style="bold")
        title.append(f"  {dispute.id}", style="dim")
        parts.append(title)
        for side in dispute.sides:
            holders = ", ".join(view.holder_name(holder, dispute.evidence) for holder in side.holders) or "the outlet"
            parts.append(Text(f"  {holders}: {side.value}"))
        parts.extend(Text(f"  “{view.quote(one)}”", style="italic") for one in dispute.evidence)
        parts.extend(Text(f"  why: {reason}", style="dim") for reason in dispute.reasons)
        parts.append(Text(""))
    return Group(*parts) if parts else Text("No disputes found.")


def show_positions(view: View) -> RenderableType:
    """The matrix of parties and proposals."""
    table = plain_table("On", "Whose position", "Stance", "According to", "When", "Words")
    last = ""
    for row in sorted(view.tables.positions, key=lambda row: (view.proposals[row.proposal].label, row.id)):
        label = view.proposals[row.proposal].label
        words = view.quote(row.evidence[0])
        holder = view.holder_name(row.holder, row.evidence)
        shown = "" if label == last else label
        table.add_row(shown, view.actor_name(row.actor, "—"), row.stance, holder, name_when(row.when), words)
        last = label
    return table


def show_commitments(view: View) -> RenderableType:
    """What was promised, by when, and what became of it."""
    table = plain_table("Who", "What", "Due", "Status", "Why", "Id")
    for row in view.tables.commitments:
        due = name_when(row.due) if row.due.earliest or row.due.latest else "no date"
        cells = (view.actor_name(row.actor, "—"), row.text, due, styled(row.status), "; ".join(row.reasons))
        table.add_row(*cells, Text(row.id, style="dim"))
    return table


def show_actors(view: View) -> RenderableType:
    """The cast: persons first, those most spoken of before the others."""
    table = plain_table("Name", "Kind", "Speaks for", "Offices", "Also called", "Id")
    often = Counter(one.actor for one in view.tables.mentions)
    kinds = values(ActorKind)
    for actor in sorted(view.tables.actors, key=lambda one: (kinds.index(one.kind), -often[one.id], one.name, one.id)):
        offices = "; ".join(dict.fromkeys(f"{o.title} ({o.of})" if o.of else o.title for o in actor.offices))
        others = ", ".join(name for name in actor.aliases if name != actor.name)
        table.add_row(actor.name, actor.kind, actor.side or "", offices, others, Text(actor.id, style="dim"))
    return table


def show_documents(view: View) -> RenderableType:
    """The documents with their dates and how each date is known."""
    table = plain_table("Outlet", "Headline", "Published", "Known from", "Copy of", "Source", "Id")
    for one in view.tables.documents:
        headline = view.words(one.id, (one.headline,)) if one.headline else ""
        cells = (one.outlet or "", headline, name_when(one.published), one.published.basis, one.duplicate_of or "")
        table.add_row(*cells, one.uri, Text(one.id, style="dim"))
    return table


def show_failures(failures: Sequence[Failure]) -> RenderableType:
    """Inputs that could not be added."""
    if not failures:
        return Text("Nothing failed.")
    table = plain_table("Source", "Stage", "Why", "What to do")
    for one in failures:
        table.add_row(one.uri, one.stage, one.reason, one.mend)
    return table


def show_found(view: View, found: Sequence[Found]) -> RenderableType:
    """Hits of a search, the words marked."""
    if not found:
        return Text("Nothing found.")
    table = plain_table("In", "Words", "Document", "Id")
    for one in found:
        document = view.documents.get(one.document)
        where = view.outlet_name(document) if document else ""
        table.add_row(one.table.removesuffix("s"), mark_found(one.snippet), where, Text(one.id, style="dim"))
    return table


def mark_found(snippet: str) -> Text:
    """A snippet with the words between ‹ and › in bold."""
    text = Text()
    for number, part in enumerate(" ".join(snippet.split()).replace("›", "‹").split("‹")):
        text.append(part, style="bold yellow" if number % 2 else "")
    return text


def show_evidence(view: View, evidence: Evidence) -> RenderableType:
    """The words of a piece of evidence in their surroundings."""
    document = view.documents[evidence.document]
    return mark_spans(document.text, (Span(start=evidence.start, end=evidence.end),), view.outlet_name(document))


def mark_spans(text: str, spans: Sequence[Span], title: str) -> RenderableType:
    """Spans of a text marked, with the text around them."""
    start = max(0, min(span.start for span in spans) - CONTEXT)
    end = min(len(text), max(span.end for span in spans) + CONTEXT)
    shown = Text("…" if start else "")
    at = start
    for span in sorted(spans, key=lambda one: one.start):
        shown.append(text[at : span.start].replace("\n", " "))
        shown.append(text[max(at, span.start) : span.end].replace("\n", " "), style="bold yellow")
        at = max(at, span.end)
    shown.append(text[at:end].replace("\n", " ") + ("…" if end < len(text) else ""))
    place = f"  {title} [{min(span.start for span in spans)}:{max(span.end for span in spans)}]"
    return Group(Text(place, style="dim"), Text.assemble("  ", shown))
