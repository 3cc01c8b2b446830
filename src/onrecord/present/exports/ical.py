"""Due dates and planned events as an iCalendar file (RFC 5545), for any calendar program.

Only what the record knows in days is entered: a planned event on one known day; a promise on its last day ("by"), or
from the first to the last day of a closed interval of a month at most. Every entry takes whole days and marks nobody as
busy. DTSTAMP, which the standard demands, is the day the record is judged as of, so that the bytes stay the same.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from onrecord.present.exports.rows import exact_date, exact_day
from onrecord.present.plain import plain_days
from onrecord.present.view import View, name_when
from onrecord.records import Evidence, When
from onrecord.tables import Tables

LONGEST = 31  # days; a longer interval says too little for a calendar
LINE = 75  # octets of a line, RFC 5545 section 3.1


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """One calendar."""
    view = View(tables)
    entries = [*commitment_entries(view), *event_entries(view)]
    stamp = find_stamp(tables).replace("-", "") + "T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onrecord//EN", "CALSCALE:GREGORIAN"]
    for _, entry in sorted(entries):
        lines += ["BEGIN:VEVENT", entry[0], f"DTSTAMP:{stamp}", *entry[1:], "TRANSP:TRANSPARENT", "END:VEVENT"]
    lines.append("END:VCALENDAR")
    yield "calendar.ics", "".join(f"{fold_line(line)}\r\n" for line in lines).encode("utf-8", "replace")


def find_stamp(tables: Tables) -> str:
    """The day the commitments are judged as of, else the last day of publication, else a fixed day."""
    days = [row.as_of for row in tables.commitments] or [row.published.latest for row in tables.documents]
    return max((day[:10] for day in days if day), default="1970-01-01")


Entry = tuple[tuple[str, str], list[str]]
"""A sort key (first day, id) and the lines of a VEVENT, UID first."""


def commitment_entries(view: View) -> Iterator[Entry]:
    """An entry for each promise with a due date in days."""
    for row in view.tables.commitments:
        days = find_due_days(row.due)
        if days:
            who = view.actor_name(row.actor, "not named")
            yield build_entry(
                row.id,
                days,
                f"Due {name_when(row.due)}: {who}: {' '.join(row.text.split())}",
                "\n".join(
                    [f"Status: {row.status}", *map(plain_days, row.reasons), *describe_evidence(view, row.evidence)]
                ),
                ["COMMITMENT", row.status.upper()],
                cancelled=row.status == "superseded",
            )


def event_entries(view: View) -> Iterator[Entry]:
    """An entry for each planned event on a known day."""
    for row in view.tables.events:
        day = exact_day(row.when)
        if row.status == "planned" and day:
            text = "\n".join([f"Planned: {view.participants(row)}", *describe_evidence(view, row.evidence)])
            yield build_entry(
                row.id, (day, day), row.label, text, ["EVENT", row.type, *([row.mode.upper()] if row.mode else [])],
                where=row.where,
            )  # fmt: skip


def find_due_days(due: When) -> tuple[str, str] | None:
    """First and last day of an entry for a due date; None where it is not known in days.

    >>> find_due_days(When(edtf="../2024-03-15", latest="2024-03-15"))
    ('2024-03-15', '2024-03-15')
    >>> find_due_days(When(edtf="2024-03", earliest="2024-03-01", latest="2024-03-31"))
    """
    if not due.latest:
        return None
    last = due.latest[:10]
    if not due.earliest:
        return last, last
    first, exact = due.earliest[:10], exact_date(due)
    if exact and len(exact) < len(last):
        return None
    return (first, last) if (date.fromisoformat(last) - date.fromisoformat(first)).days < LONGEST else None


def describe_evidence(view: View, evidence: Iterable[Evidence]) -> Iterator[str]:
    """The words with their outlets."""
    for one in evidence:
        yield f"“{view.quote(one)}” ({view.outlet_name(view.documents[one.document])})"


def build_entry(
    row_id: str,
    days: tuple[str, str],
    summary: str,
    text: str,
    categories: Iterable[str],
    *,
    where: str | None = None,
    cancelled: bool = False,
) -> Entry:
    """The lines of one entry; the end of a whole-day entry is the day after."""
    end = (date.fromisoformat(days[1]) + timedelta(days=1)).isoformat()
    lines = [
        f"UID:{row_id}@onrecord",
        f"DTSTART;VALUE=DATE:{days[0].replace('-', '')}",
        f"DTEND;VALUE=DATE:{end.replace('-', '')}",
        f"SUMMARY:{escape_text(summary)}",
        f"DESCRIPTION:{escape_text(text)}",
        f"CATEGORIES:{','.join(map(escape_text, categories))}",
    ]
    if where:
        lines.append(f"LOCATION:{escape_text(where)}")
    if cancelled:
        lines.append("STATUS:CANCELLED")
    return (days[0], row_id), lines


def escape_text(text: str) -> str:
    r"""A TEXT value (RFC 5545 section 3.3.11); control characters fall away.

    >>> escape_text("a, b; c")
    'a\\, b\\; c'
    """
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(char for char in text if char >= " " and char != "\x7f")


def fold_line(line: str) -> str:
    """A line cut into pieces of 75 octets at most, never inside a character."""
    pieces, size = [""], 0
    for char in line:
        width = len(char.encode("utf-8", "replace"))
        if size + width > LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += width
    return "\r\n".join(pieces)
