"""The end of a run: corrections of disputes and commitments, and the mark that each corrected row carries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.corrections.anchors import Library
from onrecord.corrections.apply import Ruled, keep_marks
from onrecord.corrections.bench import Mark
from onrecord.corrections.lookup import find_same_statement
from onrecord.corrections.rows import Correction, Outcome
from onrecord.corrections.words import describe
from onrecord.linked import Linked
from onrecord.records import Commitment, Dispute, Evidence, Link
from onrecord.tables import Tables


def finish_tables(tables: Tables, linked: Linked, ruled: Ruled) -> tuple[Tables, tuple[Outcome, ...]]:
    """Settle disputes, mark commitments, and leave a link at each row a correction has touched.

    Args:
        tables: What linking and comparing made.
        linked: The way from local things to their rows.
        ruled: The log as applied.

    Returns:
        The tables, and what became of every correction.
    """
    if not ruled.outcomes:
        return tables, ()
    outcomes = {one.correction: one for one in ruled.outcomes}
    rows: dict[str, dict[str, Any]] = {
        "settle": {one.id: one for one in tables.disputes},
        "mark": {one.id: one for one in tables.commitments},
    }
    links = [link for one in keep_marks(ruled.marks, ruled.outcomes) for link in build_links(one, linked)]
    latest: dict[str, Correction] = {}
    for correction, places in ruled.late:
        table = rows[correction.kind]
        found = find_row(table.values(), places, correction)
        if isinstance(found, Missing):
            outcomes[correction.id] = Outcome(correction=correction.id, state="unanchored", note=found.why)
            continue
        earlier = latest.get(found)
        if earlier is not None:
            note = f"overruled by a later correction of {correction.author}"
            outcomes[earlier.id] = Outcome(correction=earlier.id, state="overruled", note=note)
            links = [one for one in links if one.a != found or one.reasons != (describe(earlier),)]
        latest[found] = correction
        links.append(build_link(found, places[0], correction))
    for name, correction in latest.items():
        change = settle if correction.kind == "settle" else mark
        rows[correction.kind][name] = change(rows[correction.kind][name], correction, ruled)
    done = replace(
        tables,
        disputes=tuple(rows["settle"].values()),
        commitments=tuple(rows["mark"].values()),
        links=add_links(tables.links, links),
    )
    return done, tuple(outcomes[one.correction] for one in ruled.outcomes)


def add_links(there: tuple[Link, ...], new: Iterable[Link]) -> tuple[Link, ...]:
    """The links with new ones among them, each of those once, in the order of the table."""
    unique = {(one.a, one.b, one.reasons): one for one in new}
    return tuple(sorted((*there, *unique.values()), key=lambda one: (one.kind, one.a, one.b, one.same, one.reasons)))


@dataclass(frozen=True, slots=True)
class Missing:
    """No row, and why."""

    why: str


def find_row(
    rows: Iterable[Dispute | Commitment], places: Sequence[Evidence], correction: Correction
) -> "str | Missing":
    """The id of the dispute or commitment that rests on some words, or why there is none."""
    target = correction.targets[0]
    need = min(2, len(places)) if correction.kind == "settle" else 1
    ranked = []
    for row in rows:
        hits = sum(any(meets(one, place) for one in row.evidence) for place in places)
        if hits >= need:
            ranked.append((hits, hint_of(row) == target.hint, row.id))
    ranked.sort(reverse=True)
    if not ranked:
        return Missing(f"no {target.kind} rests any more on the words of {target.label!r}")
    if len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]:
        return Missing(f"{len(ranked)} {target.kind}s rest on the words of {target.label!r}")
    return ranked[0][2]


def meets(one: Evidence, other: Evidence) -> bool:
    """Do two stretches of one document overlap?"""
    return one.document == other.document and one.start < other.end and other.start < one.end


def hint_of(row: Dispute | Commitment) -> str:
    """What tells rows on the same words apart."""
    return f"{row.kind}:{row.facet or ''}" if isinstance(row, Dispute) else ""


def settle(row: Dispute, correction: Correction, ruled: Ruled) -> Dispute:
    """A dispute with its verdict."""
    del ruled
    return replace(row, verdict=correction.value, reasons=(*row.reasons, describe(correction)))


def mark(row: Commitment, correction: Correction, ruled: Ruled) -> Commitment:
    """A commitment with the status that somebody has given it, and the words it rests on."""
    library = Library(one.document for one in ruled.annotated)
    found = [library.find(anchor) for target in correction.targets[1:] for anchor in target.anchors]
    cited = tuple(one for one in found if isinstance(one, Evidence))
    return replace(
        row,
        status=correction.value,  # type: ignore[arg-type]
        resolution=cited,
        reasons=(describe(correction),),
    )


def build_links(one: Mark, linked: Linked) -> list[Link]:
    """The mark of a correction at the row it has changed; none where linking made no row of it."""
    correction = one.correction
    target, row = correction.targets[0], None
    if one.statement is not None and one.local is not None:
        key = one.local[0]
        index = find_same_statement(linked.annotated[key], one.statement)
        row = linked.statement_of.get((key, index)) if index is not None else None
    elif one.local is not None:
        row = (linked.event_of if target.kind == "event" else linked.actor_of).get(one.local)
    else:
        row = one.place.document
    return [build_link(row, one.place, correction)] if row is not None else []


def build_link(row: str, place: Evidence, correction: Correction) -> Link:
    """A row and the words it was corrected at. It says who and why, not when: exports do not hang on the clock."""
    return Link(
        kind="correction",
        a=row,
        b=f"{place.document}:{place.start}-{place.end}",
        same=correction.kind != "split",
        score=1.0,
        reasons=(describe(correction),),
    )
