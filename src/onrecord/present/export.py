"""The record as files in one of the formats of `onrecord.present.formats`."""

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec

from onrecord.errors import SettingError
from onrecord.present.exports.csv import encode_csv
from onrecord.present.exports.jsonl import encode_jsonl
from onrecord.present.formats import FORMATS
from onrecord.tables import Tables

__all__ = ["Files", "encode_csv", "encode_jsonl", "export_tables", "find_builder"]

Files = Iterator[tuple[str, bytes]]
"""File names with their contents."""


def find_builder(format_name: str) -> Callable[[Tables], Files]:
    """What writes a format: `build_files` of the module of the same name.

    Raises:
        SettingError: No format is called so, or a package that it needs is not installed.
    """
    if format_name not in FORMATS:
        raise SettingError(f"--format: no format is called {format_name!r}", mend=f"Formats: {', '.join(FORMATS)}")
    wanted = FORMATS[format_name]
    if wanted.needs and find_spec(wanted.needs) is None:
        mend = f"Install it: pip install 'onrecord[{wanted.extra}]'"
        raise SettingError(f"--format {format_name}: the package {wanted.needs} is not installed", mend=mend)
    builder: Callable[[Tables], Files] = import_module(f"onrecord.present.exports.{format_name}").build_files
    return builder


def export_tables(tables: Tables, format_name: str) -> Files:
    """The record in one format.

    Args:
        tables: The record.
        format_name: One of FORMATS.

    Returns:
        (file name, content) of each file; the same record gives the same bytes.

    Raises:
        SettingError: No format is called so, or a package that it needs is not installed.
    """
    return find_builder(format_name)(tables)
