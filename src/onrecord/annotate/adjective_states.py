"""The states whose adjectives stand before a noun ("Marnian and Arlandish troops"), with or without a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.polities import gazetteer_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotations import LocalActor

REACH = 4
"""Tokens before a noun, beyond its own phrase, in which its adjectives are looked for."""


def states_before(actors: Sequence[LocalActor], heads: Sequence[Token]) -> tuple[int, ...]:
    """The document's states whose names or adjectives stand in the words before one of several nouns."""
    tables = gazetteer_of(heads[0].doc) if heads else None
    # from the words, not the parse: "North Marnian" are two
    before = [[one.text for one in head.doc[max(head.left_edge.i, head.i - REACH) : head.i]] for head in heads]
    entries = [entry for words in before for _, _, entry in tables.scan(words)] if tables is not None else []
    sides = {one.side for one in entries if one.kind in ("demonym", "state")}
    return tuple(at for at, one in enumerate(actors) if one.kind == "state" and one.name in sides)


def joint_states(actors: Sequence[LocalActor], head: Token) -> tuple[int, ...]:
    """The states told by adjective in "Marnian and Arlandish troops"; none where the adjectives are not joined."""
    joined = any(one.dep_ == "cc" and one.lower_ in ("and", "&") for child in head.lefts for one in child.children)
    return states_before(actors, [head]) if joined else ()
