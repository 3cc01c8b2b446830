"""The log as JSON Lines, and what makes an entry one that can be used."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec

from onrecord.chronology import parse_edtf
from onrecord.corrections.rows import Correction
from onrecord.identity import build_id
from onrecord.moments import read_moment
from onrecord.records import UNKNOWN
from onrecord.vocab.lists import CommitmentStatus, values

TARGETS = {"merge": 2, "split": 2, "undo": 0}
"""How many targets a kind has at least; all others have one."""

ABOUT: dict[str, tuple[str, ...]] = {
    "merge": ("actor", "event"),
    "split": ("actor", "event"),
    "speaker": ("statement",),
    "date": ("document", "event"),
    "drop": ("statement",),
    "add": ("statement",),
    "settle": ("dispute",),
    "mark": ("commitment",),
    "rename": ("actor", "event"),
}
"""What each kind can be about."""


def seal(correction: Correction) -> Correction:
    """A correction with its id, which derives from all else it holds."""
    return replace(correction, id=build_id("cor", encode_line(replace(correction, id=""))))


def encode_line(correction: Correction) -> str:
    """A correction as one line of JSON; what is not given is left out."""
    return msgspec.json.encode(drop_empty(msgspec.to_builtins(correction))).decode()


def drop_empty(value: Any) -> Any:
    """Plain values without the fields that say nothing."""
    if isinstance(value, dict):
        return {key: drop_empty(one) for key, one in value.items() if one not in (None, "", [], ())}
    return [drop_empty(one) for one in value] if isinstance(value, list | tuple) else value


def encode_log(corrections: Iterable[Correction]) -> bytes:
    """A log as JSON Lines, in the order given."""
    return "".join(f"{encode_line(one)}\n" for one in corrections).encode()


def decode_log(content: bytes) -> tuple[tuple[Correction, ...], tuple[str, ...]]:
    """A log from JSON Lines.

    Returns:
        The entries, and a line for each fault, with its place; a bad line stops no other.
    """
    found: list[Correction] = []
    faults: list[str] = []
    for number, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=Correction)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            faults.append(f"line {number}: {error}")
            continue
        fault = find_fault(one)
        if fault is None and one.id and one.id != seal(one).id:
            fault = "its id does not fit what it holds; the line has been changed since it was written"
        if fault is None:
            found.append(seal(one))
        else:
            faults.append(f"line {number}: {fault}")
    return tuple(found), tuple(faults)


def find_fault(correction: Correction) -> str | None:
    """Why an entry cannot be used, if it cannot."""
    try:
        read_moment(correction.time)
    except ValueError:
        return f"time {correction.time!r} is no ISO date-time"
    if not correction.author.strip():
        return "it names no author"
    if correction.kind == "undo":
        return None if correction.undoes else "it does not say what it undoes"
    if len(correction.targets) < TARGETS.get(correction.kind, 1) or not all(one.anchors for one in correction.targets):
        return f"a correction of kind {correction.kind!r} needs {TARGETS.get(correction.kind, 1)} target(s) with words"
    kinds = {one.kind for one in correction.targets[: TARGETS.get(correction.kind, 1)]}
    if len(kinds) > 1 or not kinds <= set(ABOUT[correction.kind]):
        return f"a correction of kind {correction.kind!r} is about {' or '.join(ABOUT[correction.kind])}"
    return find_fault_of_value(correction.kind, correction.value)


def find_fault_of_value(kind: str, value: str | None) -> str | None:
    """Why a value does not fit its kind of correction, if it does not."""
    if kind == "date" and not is_date(value):
        return f"{value!r} is not a date; write it as YYYY-MM-DD (or YYYY-MM, YYYY, or an EDTF interval)"
    if kind == "mark" and value not in values(CommitmentStatus):
        return f"{value!r} is no status; it is one of {', '.join(values(CommitmentStatus))}"
    if kind in ("settle", "rename") and not (value or "").strip():
        return "the verdict is missing" if kind == "settle" else "the new name is missing"
    return None


def is_date(value: str | None) -> bool:
    """Is it an EDTF date or interval that names a day, month or year?"""
    try:
        return parse_edtf(value) != UNKNOWN and all(
            part == ".." or len(part) in (4, 7, 10) or bool(datetime.fromisoformat(part))
            for part in (value or "").split("/")
        )
    except (ValueError, OverflowError):
        return False
