"""What a person names, found in the record: rows by id or name, passages by their words."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.errors import LookupFailed, SettingError
from onrecord.naming import fold
from onrecord.records import Document, Evidence
from onrecord.tables import Tables

TABLES = {"act": "actors", "evt": "events", "sta": "statements", "doc": "documents", "dis": "disputes"} | {
    "com": "commitments"
}


def find_row(tables: Tables, name: str, kinds: Sequence[str]) -> Any:
    """The row of an id, of its unique beginning, or of an actor's name or a document's URI.

    Raises:
        LookupFailed: There is none, there are several, or it is of another table.
    """
    found: list[Any] = []
    others: list[str] = []
    for prefix, table in TABLES.items():
        rows: Iterable[Any] = getattr(tables, table)
        exact = [row for row in rows if row.id == name]
        hits = exact or [row for row in rows if len(name) >= 4 and row.id.startswith(name)]
        if not hits and prefix == "act":
            hits = [row for row in rows if fold(row.name) == fold(name)]
        if not hits and prefix == "doc":
            hits = [row for row in rows if row.uri == name or row.uri.endswith(f"/{name}")]
        if table.removesuffix("s") in kinds:
            found += hits
        elif hits:
            others.append(table)
    wanted = " or ".join(kinds)
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(row.id for row in found[:5])
        raise LookupFailed(f"{name!r} is not one {wanted} but {len(found)}: {shown}", mend="Give one id in full")
    what = f"is one of the {others[0]}, no {wanted}" if others else f"is no {wanted} of the record"
    mend = "`onrecord actors|timeline|statements|documents|disputes|commitments` list the ids"
    raise LookupFailed(f"{name!r} {what}", mend=mend)


def read_place(document: Document, place: str) -> Evidence:
    """A place in a document from "START-END".

    Raises:
        SettingError: It is none.
    """
    start, _, end = place.partition("-")
    if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(document.text):
        return Evidence(document=document.id, start=int(start), end=int(end))
    raise SettingError(f"{place!r} is no place in {document.uri}", mend="Write it as START-END, in characters")


def find_passage(documents: Sequence[Document], words: str, place: Evidence | None = None) -> Evidence:
    """The one place where some words stand; blanks of any width count as one.

    Args:
        documents: Where to look.
        words: The words.
        place: Where they stand if they stand more than once.

    Raises:
        LookupFailed: They stand nowhere, or in several places.
    """
    found = find_passages(documents, words)
    where = documents[0].uri if len(documents) == 1 else f"{len(documents)} documents"
    if not found:
        mend = "Quote them letter for letter, as `onrecord show ID` prints them"
        raise LookupFailed(f"The words {words!r} are not in {where}", mend=mend)
    if len(found) > 1 and place is not None:
        found = [one for one in found if one.start < place.end and place.start < one.end][:1] or found
    if len(found) > 1:
        mend = "Quote more of what stands around them, or name the document with --document"
        raise LookupFailed(f"The words {words!r} stand {len(found)} times in {where}", mend=mend)
    return found[0]


def find_passages(documents: Sequence[Document], words: str) -> list[Evidence]:
    """Every place where some words stand."""
    parts = words.split()
    if not parts:
        raise SettingError("No words are given", mend="Quote some words of the document")
    pattern = re.compile(r"\s+".join(re.escape(part) for part in parts))
    return [
        Evidence(document=one.id, start=hit.start(), end=hit.end())
        for one in documents
        for hit in pattern.finditer(one.text)
    ]


def find_near(document: Document, words: str, place: Evidence) -> Evidence:
    """Of the places where some words stand in a document, the one nearest to another; for the word of a cue.

    Raises:
        LookupFailed: They stand nowhere.
    """
    found = find_passages([document], words)
    if not found:
        return find_passage([document], words)
    outside = [one for one in found if one.end <= place.start or place.end <= one.start] or found
    return min(outside, key=lambda one: (max(one.start - place.end, place.start - one.end), one.start))
