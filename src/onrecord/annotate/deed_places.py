"""Where a deed struck: the place that stands for people and houses without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import is_person_word, place_targets
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.tolls import actor_of_place, find_struck, is_counted
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalMention
    from onrecord.vocab.lists import EventType


def place_of_crowd(
    scene: Scene, verb: Token, heads: Sequence[Token], type_: EventType, *, dated: bool
) -> tuple[int, ...]:
    """The place of people without a name ("30 people were evacuated from Tarsk"): all that is known of them.

    People who are not counted, and public places, tell one event from another only with a day.
    """
    premises = scene.words.lists["deeds.premises"]
    known = [one for one in heads if is_person_word(scene, one) or one.lemma_.lower() in premises]
    if not any(is_counted(one) for one in heads) and not (dated and any(one.pos_ == "NOUN" for one in known)):
        return ()
    where = find_struck(scene, [verb, *heads])
    place = None if where is None else actor_of_place(scene, where)
    if where is None or place is None:
        return ()
    home = type_ != "AID" and scene.parse.document.text[: where.start].rstrip().lower().endswith(" from")
    return () if home else (place,)  # "a man from Tarsk was arrested": his home, not where


def place_hit(scene: Scene, verb: Token, heads: Sequence[Token]) -> tuple[int, ...]:
    """The place of what a weapon struck ("a missile hit an apartment block in Tarsk")."""
    where = find_struck(scene, [*heads, verb])
    place = None if where is None else actor_of_place(scene, where)
    return () if place is None else (place,)


def is_site(scene: Scene, verb: Token, heads: Sequence[Token]) -> bool:
    """Is what is struck a house, a vehicle or the like, or a part of one ("the wall of a consulate")?"""
    sites = scene.words.lists["deeds.sites"] | scene.words.lists["deeds.guarded"]
    tops = [*heads, *linked_objects(verb, ("into",))]
    inner = [
        one
        for head in tops
        for child in head.rights
        if child.lower_ == "of"
        for one in child.children
        if one.dep_ == "pobj"
    ]
    return any(one.lemma_.lower() in sites for one in (*tops, *inner))


def place_struck(scene: Scene, verb: Token, heads: Sequence[Token], target: tuple[int, ...]) -> Span | None:
    """The place that is the target itself, or stands for what was struck there."""
    found = set(place_targets(scene, heads)) & set(target)
    struck = None if found else find_struck(scene, [*heads, verb])
    if struck is not None and target == (actor_of_place(scene, struck),):
        return struck
    return next(
        (
            Span(start=one.start, end=one.end)
            for head in heads
            for one in mentions_below(scene, head)
            if one.actor in found
        ),
        None,
    )


def mentions_below(scene: Scene, head: Token) -> list[LocalMention]:
    """The mentions inside a noun phrase."""
    return [scene.mentions[index] for token in head.subtree for index in scene.mention_at.get(token.i, ())]
