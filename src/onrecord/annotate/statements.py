"""Statements."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import Attribution, LocalActor, LocalMention, LocalStatement, TimeExpression


def build_statements(
    parse: Parse,
    attributions: tuple[Attribution, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    times: tuple[TimeExpression, ...],
) -> tuple[LocalStatement, ...]:
    """To be written."""
    return ()
