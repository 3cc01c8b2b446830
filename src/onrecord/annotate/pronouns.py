"""Pronouns."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import LocalActor, LocalMention, LocalStatement


def resolve_first_person(
    parse: Parse,
    mentions: tuple[LocalMention, ...],
    actors: tuple[LocalActor, ...],
    statements: tuple[LocalStatement, ...],
) -> tuple[LocalMention, ...]:
    """To be written."""
    return mentions
