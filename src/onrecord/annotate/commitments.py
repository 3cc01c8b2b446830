"""Commitments."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import CommitmentMention, EventMention, LocalMention, LocalStatement, TimeExpression


def find_commitments(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
) -> tuple[CommitmentMention, ...]:
    """To be written."""
    return ()
