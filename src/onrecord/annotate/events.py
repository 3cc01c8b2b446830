"""Event mentions."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import EventMention, LocalActor, LocalMention, LocalStatement, TimeExpression


def find_events(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
) -> tuple[EventMention, ...]:
    """To be written."""
    return ()
