"""Claims."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import ClaimMention, EventMention, LocalActor, LocalMention, LocalStatement, TimeExpression


def find_claims(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
) -> tuple[ClaimMention, ...]:
    """To be written."""
    return ()
