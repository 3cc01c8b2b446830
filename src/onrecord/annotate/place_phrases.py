"""The place that a noun phrase names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.records import Span

if TYPE_CHECKING:
    from onrecord.annotate.scenes import Scene


def place_of(scene: Scene, start: int, end: int) -> Span | None:
    """The place named in a noun phrase, without its article; None where it names none."""
    doc = scene.parse.doc
    while start < end and doc[start].pos_ in ("DET", "ADP"):
        start += 1
    stretch = doc[start : end + 1]
    text = stretch.text.lower().removesuffix("'s").removesuffix("’s")
    named = text in scene.words.venues or any(seat in text for seat in scene.words.lists["seats"])
    named = named or any(token.ent_type_ in ("GPE", "LOC", "FAC") for token in stretch)
    named = named or any(is_place_actor(scene, token.i) for token in stretch)
    common = any(token.lemma_.lower() in scene.words.lists["places"] for token in stretch) and len(stretch) > 1
    common = common or (stretch[-1].pos_ == "PROPN" and stretch[-1].lower_ in scene.words.lists["places.named"])
    if not (named or common) or stretch.root.ent_type_ in ("DATE", "TIME"):
        return None
    if stretch.root.ent_type_ == "PERSON" and not common:
        return None
    if not common and stretch.root.pos_ == "NOUN":
        return None  # "in Ruritanian waters policy": the head is not the place
    if end + 1 < len(doc) and doc[end].tag_ == "POS":
        end -= 1
    return scene.parse.span_of(doc[start], doc[end])


def is_place_actor(scene: Scene, at: int) -> bool:
    """Is there a mention of a place or state at this token?"""
    for index in scene.mention_at.get(at, ()):
        actor = scene.mentions[index].actor
        if actor is not None and scene.actors[actor].kind in ("place", "state"):
            return True
    return False
