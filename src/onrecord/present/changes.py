"""What has changed between two states of the record: rows that are new, gone, or say something else.

Ids derive from what is known of a thing and may change with it, so rows are matched by the words they rest on: a row
is the one that shares most of its evidence.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from onrecord.present.view import View, name_when
from onrecord.records import Commitment, Dispute, Document, Event
from onrecord.tables import Tables

Turn = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change.

    Attributes:
        table: documents, events, disputes or commitments.
        id: Of the row in the later state; of one that is gone, in the earlier.
        field: What has changed in a row that is in both: published, status, when, where, label, due or verdict.
        label: The row in words.
        before, after: The old and the new value in words; None where there was or is none.
    """

    table: str
    id: str
    change: Turn
    label: str
    field: str | None = None
    before: str | None = None
    after: str | None = None


def compare_tables(old: Tables, new: Tables) -> tuple[Change, ...]:
    """The changes between two states of the record, by table: documents, events, disputes, commitments.

    Args:
        old: The earlier state.
        new: The later state.
    """
    before, after = View(old), View(new)
    changes: list[Change] = []
    for table in ("documents", "events", "disputes", "commitments"):
        ours, theirs = getattr(new, table), getattr(old, table)
        pairs = match_rows(theirs, ours)
        paired = set(pairs.values())
        for row in ours:
            if row.id not in pairs:
                changes.append(Change(table=table, id=row.id, change="new", label=name_row(after, row)))
        olds = {row.id: row for row in theirs}
        for row in ours:
            if row.id in pairs:
                changes.extend(compare_rows(table, before, olds[pairs[row.id]], after, row))
        for row in theirs:
            if row.id not in paired:
                changes.append(Change(table=table, id=row.id, change="gone", label=name_row(before, row)))
    return tuple(changes)


def match_rows(old: Sequence[Any], new: Sequence[Any]) -> Mapping[str, str]:
    """Id of a new row -> id of the old row it is; most shared evidence first, each at most once."""
    home: dict[Any, list[str]] = {}
    for row in old:
        for key in keys_of(row):
            home.setdefault(key, []).append(row.id)
    shared: Counter[tuple[str, str]] = Counter()
    for row in new:
        shared.update((row.id, one) for key in keys_of(row) for one in home.get(key, ()))
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for (mine, theirs), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][0] != item[0][1], item[0])):
        if mine not in pairs and theirs not in taken:
            pairs[mine] = theirs
            taken.add(theirs)
    return pairs


def keys_of(row: Any) -> Iterable[Any]:
    """What a row is known again by: a document by its id, all else by its evidence; a dispute also by its kind."""
    if isinstance(row, Document):
        return (row.id,)
    extra = (row.kind, row.facet) if isinstance(row, Dispute) else ()
    return dict.fromkeys((one.document, one.start, one.end, *extra) for one in row.evidence)


def compare_rows(table: str, before: View, old: Any, after: View, new: Any) -> Iterable[Change]:
    """What one row says otherwise than before."""
    label = name_row(after, new)
    for field, was, is_now in zip(FIELDS[table], values_of(old), values_of(new), strict=True):
        if was != is_now:
            yield Change(table=table, id=new.id, change="changed", label=label, field=field, before=was, after=is_now)


FIELDS: dict[str, tuple[str, ...]] = {
    "documents": ("published",),
    "events": ("status", "when", "where"),
    "disputes": ("verdict",),
    "commitments": ("status", "due"),
}
"""The fields that are compared, in the order of `values_of`."""


def values_of(row: Any) -> tuple[str | None, ...]:
    """The values that are compared, in words."""
    if isinstance(row, Document):
        return (f"{name_when(row.published)} ({row.published.basis})",)
    if isinstance(row, Event):
        return (row.status, name_when(row.when), row.where)
    if isinstance(row, Dispute):
        return (row.verdict,)
    return (row.status, name_when(row.due))


def name_row(view: View, row: Any) -> str:
    """A row in words."""
    if isinstance(row, Document):
        headline = view.words(row.id, (row.headline,)) if row.headline else ""
        return f"{view.outlet_name(row)}: {headline}" if headline else view.outlet_name(row)
    if isinstance(row, Dispute):
        return f"{view.about(row.about)}: {' / '.join(side.value for side in row.sides)}"
    if isinstance(row, Commitment):
        who = view.actor_name(row.actor)
        return f"{who}: {row.text}" if who else row.text
    return str(row.label)
