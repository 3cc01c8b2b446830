"""Every table as Parquet, one file a table: lists and structs keep their types, so nothing has to be parsed again."""

import io
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.present.exports.rows import build_rows
from onrecord.tables import ROW_TYPES, Tables


def build_files(tables: Tables) -> Iterator[tuple[str, bytes]]:
    """Each table as (file name, content). Needs pyarrow."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for name, row_type in ROW_TYPES.items():
        schema = pa.schema(build_fields(row_type))
        table = pa.Table.from_pylist(build_rows(tables, name), schema=schema)
        sink = io.BytesIO()
        pq.write_table(table, sink, compression="zstd")
        yield f"{name}.parquet", sink.getvalue()


def build_fields(row_type: type) -> list[Any]:
    """The columns of a row type; a field that may be None is nullable, the others are not."""
    import pyarrow as pa

    hints = get_type_hints(row_type)
    return [
        pa.field(one.name, build_type(hints[one.name]), nullable=type(None) in get_args(hints[one.name]))
        for one in fields(row_type)
    ]


def build_type(hint: Any) -> Any:
    """The Arrow type of a field's type. Times stay text: their precision differs from row to row."""
    import pyarrow as pa

    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return build_type(next(one for one in arguments if one is not type(None)))
    if origin is tuple:
        return pa.list_(pa.field("element", build_type(arguments[0]), nullable=False))
    if is_dataclass(hint):
        return pa.struct(build_fields(hint))  # type: ignore[arg-type]
    if origin is Literal or hint is str:
        return pa.string()
    return {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[hint]
