"""The states whose adjectives stand before a noun ("Marnian and Arlandish troops"), with or without a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Draft, Found
from onrecord.annotate.polities import gazetteer_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cast import Cast
    from onrecord.annotate.entities import Name
    from onrecord.annotations import LocalActor

OWNED = frozenset(
    {
        "compound", "outpost", "base", "airbase", "mission", "warship", "ship", "vessel", "tanker", "plane", "jet",
        "aircraft", "helicopter", "submarine", "frigate", "convoy", "barracks", "airport", "port", "refinery",
    }
)  # fmt: skip
"""What belongs to a state whose adjective stands before it, and is struck, seized and held."""
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


def note_owners(cast: Cast, names: Sequence[Name]) -> None:
    """Add the states that a document has only as adjectives before what is theirs ("an Arlandish compound")."""
    for name in names:
        entry, adjective = name.entry, cast.doc[name.last]
        if entry is None or entry.kind != "demonym" or entry.side is None or name.last in cast.at:
            continue
        owned = adjective.dep_ == "amod" and adjective.head.lemma_.lower() in OWNED
        if owned and cast.named(entry.side, "state") is None:
            index = cast.add(Draft(name=entry.side, kind="state", side=entry.side))
            cast.mention(Found(first=name.first, last=name.last, head=name.last, form="nominal", actor=index))
