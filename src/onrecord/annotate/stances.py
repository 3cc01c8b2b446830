"""Stances."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import EventMention, LocalActor, LocalMention, LocalStatement, StanceMention, TimeExpression


def find_stances(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    events: tuple[EventMention, ...],
) -> tuple[StanceMention, ...]:
    """To be written."""
    return ()
