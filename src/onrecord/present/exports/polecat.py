"""The events as one tab-separated file in the columns of POLECAT, the event data that NGEC codes with PLOVER.

Source: Halterman, Schrodt, Beger, Bagozzi, Scarborough (2023), PLOVER and POLECAT. All 40 columns of POLECAT stand in
their order, so that its readers work; what the record does not know stays empty. The record's own columns follow.
docs/exports.md explains each.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from onrecord.present.exports.csv import encode_cell
from onrecord.present.exports.rows import exact_day
from onrecord.present.view import View
from onrecord.records import Actor, Document, Event
from onrecord.tables import Tables
from onrecord.version import __version__

POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
OWN_COLUMNS = (
    "Event Status", "Event Label", "Earliest Date", "Latest Date", "EDTF",
    "Actor IDs", "Actor Sides", "Actor Wikidata IDs", "Recipient IDs", "Recipient Sides", "Recipient Wikidata IDs",
    "Host IDs", "Mediator IDs", "Directed", "Origins", "Document IDs", "Text Spans", "Event Text",
)  # fmt: skip

QUAD_CODES = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """The one file. Fields with a tab, a line end or a quotation mark are quoted as in RFC 4180."""
    view = View(tables)
    out = io.StringIO(newline="")
    columns = (*POLECAT_COLUMNS, *OWN_COLUMNS)
    writer = csv.DictWriter(out, columns, delimiter="\t", lineterminator="\n", restval="")
    writer.writeheader()
    for event in tables.events:
        cells = {**event_cells(view, event), **party_cells(view, event), **story_cells(view, event)}
        writer.writerow({name: encode_cell(" ".join(cell.split())) for name, cell in cells.items()})
    yield "events.tsv", out.getvalue().encode("utf-8", "replace")


def join_names(names: Iterable[str | None]) -> str:
    """Several values of one cell, as POLECAT has them: each once, with semicolons."""
    return "; ".join(dict.fromkeys(name for name in names if name))


def event_cells(view: View, event: Event) -> dict[str, str]:
    """What happened, when and where, and the words it rests on."""
    found = view.corroboration.get(event.id)
    return {
        "Event ID": event.id,
        "Event Date": exact_day(event.when) or "",
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Quad Code": QUAD_CODES[event.type],
        "Raw Placename": event.where or "",
        "Event Status": event.status,
        "Event Label": event.label,
        "Earliest Date": event.when.earliest or "",
        "Latest Date": event.when.latest or "",
        "EDTF": event.when.edtf or "",
        "Origins": str(found.count) if found else "",
        "Document IDs": join_names(event.documents),
        "Text Spans": "; ".join(f"{one.document}:{one.start}-{one.end}" for one in event.evidence),
        "Event Text": " | ".join(view.quote(one) for one in event.evidence),
        "Version": f"onrecord {__version__}",
    }


def party_cells(view: View, event: Event) -> dict[str, str]:
    """Who did it to whom. Where the record knows no direction, both sides hold every participant."""
    by_role: dict[str, list[str]] = {}
    for one in event.participants:
        by_role.setdefault(one.role, []).append(one.actor)
    directed = bool(by_role.get("source") or by_role.get("target"))
    both = by_role.get("participant", [])
    sources = [*by_role.get("source", ()), *(() if directed and by_role.get("source") else both)]
    targets = [*by_role.get("target", ()), *(() if directed and by_role.get("target") else both)]
    return {
        **side_cells(view, event, "Actor", sources),
        **side_cells(view, event, "Recipient", targets),
        "Host IDs": join_names(by_role.get("host", ())),
        "Mediator IDs": join_names(by_role.get("mediator", ())),
        "Directed": "yes" if directed else "no",
    }


def side_cells(view: View, event: Event, side: str, ids: Sequence[str]) -> dict[str, str]:
    """The cells of the actors, or of the recipients."""
    actors = [view.actors[one] for one in ids if one in view.actors]
    return {
        f"{side} Name": join_names(one.name for one in actors),
        f"{side} Name Raw": join_names(raw_names(view, event, actors)),
        f"{side} Title": join_names(office.title for one in actors for office in one.offices),
        f"{side} IDs": join_names(ids),
        f"{side} Sides": join_names(one.side for one in actors),
        f"{side} Wikidata IDs": join_names(one.wikidata for one in actors),
    }


def raw_names(view: View, event: Event, actors: Sequence[Actor]) -> Iterator[str]:
    """The words that stand for the actors in the evidence of the event."""
    wanted = {one.id for one in actors}
    for one in event.evidence:
        for mention in view.mentions_of.get(one.document, ()):
            if mention.actor in wanted and one.start <= mention.start and mention.end <= one.end:
                yield view.documents[one.document].text[mention.start : mention.end]


def story_cells(view: View, event: Event) -> dict[str, str]:
    """The articles, and whom and what they name."""
    documents = [view.documents[one] for one in event.documents if one in view.documents]
    named = [
        view.actors[one.actor] for document in documents for one in view.mentions_of.get(document.id, ())
        if one.actor in view.actors
    ]  # fmt: skip
    return {
        "Source": join_names(view.outlet_name(one) for one in documents),
        "Publication Date": join_names(sorted(filter(None, map(published_day, documents)))),
        "Story People": join_names(one.name for one in named if one.kind == "person"),
        "Story Organizations": join_names(one.name for one in named if one.kind == "organization"),
        "Story Locations": join_names(one.name for one in named if one.kind in ("state", "place")),
        "Language": join_names(one.language for one in documents),
    }


def published_day(document: Document) -> str | None:
    """The day a document was published, if the record knows it to the day."""
    return exact_day(document.published.when)
