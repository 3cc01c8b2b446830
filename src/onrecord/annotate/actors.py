"""Actors and their mentions within a document."""

from onrecord.annotate.parse import Parse
from onrecord.annotations import LocalActor, LocalMention


def find_actors(parse: Parse) -> tuple[tuple[LocalActor, ...], tuple[LocalMention, ...]]:
    """To be written."""
    return (), ()
