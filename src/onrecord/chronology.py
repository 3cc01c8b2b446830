"""Interval arithmetic on days, EDTF for people, and the resolution of time expressions. (Times helper owns this.)"""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.annotations import TimeExpression
from onrecord.records import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A time expression resolved: its TIMEX3 value and the interval of whole days (both ends included)."""

    value: str
    earliest: str | None = None
    latest: str | None = None


def build_when(earliest: str | None, latest: str | None) -> When:
    """Build an interval with its EDTF form."""
    raise NotImplementedError


def intersect(a: When, b: When) -> When | None:
    """The days that both intervals hold; None where they share none. An open end does not constrain."""
    raise NotImplementedError


def contains(outer: When, inner: When) -> bool:
    """Does one interval hold the whole of the other? An unknown interval holds nothing."""
    raise NotImplementedError


def resolve_times(expressions: Sequence[TimeExpression], published: When) -> tuple[Resolved, ...]:
    """Resolve every expression of one document against its publication date, which may be an interval or unknown."""
    raise NotImplementedError
