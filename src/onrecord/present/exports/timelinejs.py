"""The dated events as TimelineJS 3 JSON, for a timeline on a web page.

A date has the precision of the interval's EDTF and no more: a day, a month or a year; other closed intervals stand from
their first to their last day. An event with an open or unknown end has no place on the axis and is left out, counted on
the title slide. TimelineJS takes texts as HTML, so all of them are escaped.
"""

from collections.abc import Iterator
from html import escape
from typing import Any

from onrecord.present.exports.rows import encode_json, exact_date
from onrecord.present.plain import TYPES
from onrecord.present.view import View, name_when
from onrecord.records import Event, When
from onrecord.tables import Tables

MAX_QUOTES = 3


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """One timeline."""
    view = View(tables)
    placed = [event for event in view.events_in_order() if event.when.earliest and event.when.latest]
    left_out = len(tables.events) - len(placed)
    text = f"{left_out} event{'s' * (left_out != 1)} without a closed date interval left out." if left_out else ""
    timeline = {
        "title": {"text": {"headline": escape(view.heading()), "text": text}},
        "events": [build_slide(view, event) for event in placed],
    }
    yield "timeline.json", encode_json(timeline)


def build_slide(view: View, event: Event) -> dict[str, Any]:
    """One event with the words it rests on."""
    about = " · ".join(filter(None, (event.status, view.participants(event), event.where)))
    told = dict.fromkeys((view.quote(one), view.outlet_name(view.documents[one.document])) for one in event.evidence)
    quotes = [f"<blockquote>{escape(words)}<br>{escape(outlet)}</blockquote>" for words, outlet in [*told][:MAX_QUOTES]]
    return {
        "unique_id": event.id,
        **build_dates(event.when),
        "display_date": escape(name_when(event.when)),
        "group": TYPES[event.type],
        "text": {"headline": escape(event.label), "text": f"<p>{escape(about)}</p>" + "".join(quotes)},
    }


def build_dates(when: When) -> dict[str, Any]:
    """A closed interval as TimelineJS dates."""
    exact = exact_date(when)
    if exact:
        return {"start_date": build_date(exact)}
    return {"start_date": build_date((when.earliest or "")[:10]), "end_date": build_date((when.latest or "")[:10])}


def build_date(text: str) -> dict[str, int]:
    """An ISO date of any precision in parts.

    >>> build_date("2024-03")
    {'year': 2024, 'month': 3}
    """
    return dict(zip(("year", "month", "day"), map(int, text.split("-")), strict=False))
