"""Time expressions resolved: each document's own against its publication date, once that is known."""

from collections.abc import Mapping, Sequence

from onrecord.annotations import Annotated, TimeExpression
from onrecord.chronology import resolve_times
from onrecord.linked import Local
from onrecord.memo import Memo, digest
from onrecord.records import Published, Time, When
from onrecord.timex_rules import RULES


def resolve_all(
    annotated: Sequence[Annotated], published: Mapping[str, Published], memo: Memo | None = None
) -> dict[Local, Time]:
    """Resolve every time expression of every document.

    Args:
        annotated: The documents' annotations.
        published: Document id -> publication date; an interval or unknown gives intervals, or open values.
        memo: What an earlier round or run has resolved.

    Returns:
        (document id, index) -> its row; `anchor` is "published", or "document:start-end" of the expression it counts
        from, or None where it counts from nothing.
    """
    memo = memo or Memo()
    found: dict[Local, Time] = {}
    for one in annotated:
        key = one.document.id
        when = published.get(key, one.document.published).when
        rows = memo.recall("times", digest(key, one.times, when), lambda one=one, when=when: _resolve(one, when))  # type: ignore[misc]
        found.update({(key, i): row for i, row in enumerate(rows)})
    return found


def _resolve(annotated: Annotated, published: When) -> tuple[Time, ...]:
    key, times = annotated.document.id, annotated.times
    return tuple(
        Time(
            document=key,
            start=time.start,
            end=time.end,
            type=time.type,
            value=resolved.value,
            earliest=resolved.earliest,
            latest=resolved.latest,
            anchor=name_anchor(time, times, key),
        )
        for time, resolved in zip(times, resolve_times(times, published), strict=True)
    )


def name_anchor(time: TimeExpression, times: Sequence[TimeExpression], document: str) -> str | None:
    """What an expression counts from, as the record names it."""
    if time.anchor is not None:
        anchor = times[time.anchor]
        return f"{document}:{anchor.start}-{anchor.end}"
    directed = time.rule == "duration" and ("direction", "past") in time.parameters
    directed = directed or (time.rule == "duration" and ("direction", "future") in time.parameters)
    return "published" if directed or (time.rule in RULES and time.rule != "narrative") else None
