"""The log of corrections in the database: only added to; what became of each is derived, like the tables."""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from onrecord.corrections.rows import Correction, Logged, Outcome
from onrecord.store import schema


def append_corrections(connection: sa.Connection, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Add entries to the log.

    Returns:
        Those it did not hold yet.
    """
    table = schema.corrections
    known = set(connection.scalars(sa.select(table.c.id)))
    new = []
    for one in corrections:
        if one.id not in known:
            known.add(one.id)
            new.append(one)
            values = {"id": one.id, "time": one.time, "body": msgspec.json.encode(one)}
            connection.execute(sa.insert(table).values(**values))
    return tuple(new)


def read_log(connection: sa.Connection) -> tuple[Logged, ...]:
    """The log with what became of each entry in the last run."""
    table, outcomes = schema.corrections, schema.outcomes
    query = sa.select(table.c.number, table.c.body, outcomes.c.state, outcomes.c.note)
    query = query.select_from(table.outerjoin(outcomes, table.c.id == outcomes.c.correction)).order_by(table.c.number)
    return tuple(
        Logged(
            number=number,
            correction=msgspec.json.decode(body, type=Correction),
            state=state or "unanchored",
            note=note or ("" if state else "the record has not been derived since"),
        )
        for number, body, state, note in connection.execute(query)
    )


def replace_outcomes(connection: sa.Connection, outcomes: Sequence[Outcome]) -> None:
    """Put what became of the corrections in place of what was known before."""
    connection.execute(sa.delete(schema.outcomes))
    if outcomes:
        connection.execute(sa.insert(schema.outcomes), [msgspec.to_builtins(one) for one in outcomes])
