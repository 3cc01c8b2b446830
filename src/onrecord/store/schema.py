"""The database tables, made from the row types: one column a field, under the field's name."""

from dataclasses import fields
from typing import Any, get_type_hints

import sqlalchemy as sa

from onrecord.tables import ROW_TYPES

metadata = sa.MetaData()

received = sa.Table(
    "received",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("uri", sa.String, nullable=False),
    sa.Column("media", sa.String, nullable=False),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Column("added", sa.String, nullable=False),
)
failures = sa.Table(
    "failures",
    metadata,
    sa.Column("uri", sa.String, primary_key=True),
    sa.Column("stage", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("mend", sa.String, nullable=False),
)
annotations = sa.Table(
    "annotations",
    metadata,
    sa.Column("document", sa.String, primary_key=True),
    sa.Column("versions", sa.String, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
redated = sa.Table(
    "redated",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.String, nullable=False),
    sa.Column("document", sa.LargeBinary, nullable=False),
    sa.Column("added", sa.String, nullable=False),
)
corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.String, unique=True, nullable=False),
    sa.Column("time", sa.String, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
outcomes = sa.Table(
    "outcomes",
    metadata,
    sa.Column("correction", sa.String, primary_key=True),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("note", sa.String, nullable=False),
)
options = sa.Table(
    "options",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
)
memo = sa.Table(
    "memo",
    metadata,
    sa.Column("kind", sa.String, primary_key=True),
    sa.Column("version", sa.String, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
migrations = sa.Table("migrations", metadata, sa.Column("name", sa.String, primary_key=True))

SCALARS: dict[Any, type[sa.types.TypeEngine[Any]]] = {
    str: sa.String,
    int: sa.Integer,
    float: sa.Float,
    bool: sa.Boolean,
}


def column_type(hint: Any) -> sa.types.TypeEngine[Any]:
    """The column type of a field: a scalar as it is, a closed list as text, all else as JSON."""
    options = [one for one in getattr(hint, "__args__", (hint,)) if one is not type(None)]
    if getattr(hint, "__origin__", None) is tuple:
        return sa.JSON()
    if all(isinstance(one, str) for one in options):
        return sa.String()
    if len(options) == 1 and options[0] in SCALARS:
        return SCALARS[options[0]]()
    literal = [one for one in options if getattr(one, "__args__", None) and isinstance(one.__args__[0], str)]
    return sa.String() if len(literal) == len(options) else sa.JSON()


def build_row_table(name: str, row_type: type) -> sa.Table:
    """The database table for one type of row; `position` keeps the canonical order."""
    hints = get_type_hints(row_type)
    columns = [sa.Column(field.name, column_type(hints[field.name])) for field in fields(row_type)]
    return sa.Table(name, metadata, sa.Column("position", sa.Integer, primary_key=True), *columns)


row_tables: dict[str, sa.Table] = {name: build_row_table(name, row_type) for name, row_type in ROW_TYPES.items()}
