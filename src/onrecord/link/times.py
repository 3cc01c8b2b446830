"""Time expressions resolved: each document's own against its publication date, once that is known."""

from collections.abc import Iterator, Mapping, Sequence

from onrecord.annotations import Annotated, TimeExpression
from onrecord.chronology import resolve_times
from onrecord.linked import Local
from onrecord.records import Published, Time
from onrecord.timex_rules import RULES


def resolve_all(annotated: Sequence[Annotated], published: Mapping[str, Published]) -> dict[Local, Time]:
    """Resolve every time expression of every document.

    Args:
        annotated: The documents' annotations.
        published: Document id -> publication date; an interval or unknown gives intervals, or open values.

    Returns:
        (document id, index) -> its row; `anchor` is "published", or "document:start-end" of the expression it counts
        from, or None where it counts from nothing.
    """
    return {(one.document.id, i): row for one in annotated for i, row in enumerate(_resolve(one, published))}


def _resolve(annotated: Annotated, published: Mapping[str, Published]) -> Iterator[Time]:
    key, times = annotated.document.id, annotated.times
    date = published.get(key, annotated.document.published)
    for time, resolved in zip(times, resolve_times(times, date.when), strict=True):
        yield Time(
            document=key,
            start=time.start,
            end=time.end,
            type=time.type,
            value=resolved.value,
            earliest=resolved.earliest,
            latest=resolved.latest,
            anchor=name_anchor(time, times, key),
        )


def name_anchor(time: TimeExpression, times: Sequence[TimeExpression], document: str) -> str | None:
    """What an expression counts from, as the record names it."""
    if time.anchor is not None:
        anchor = times[time.anchor]
        return f"{document}:{anchor.start}-{anchor.end}"
    directed = time.rule == "duration" and ("direction", "past") in time.parameters
    directed = directed or (time.rule == "duration" and ("direction", "future") in time.parameters)
    return "published" if directed or (time.rule in RULES and time.rule != "narrative") else None
