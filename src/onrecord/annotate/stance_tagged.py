"""Stances that the trained tagger sees where no rule reads one: its cue, its holder and the words of the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import read_extent
from onrecord.annotate.tagged_parties import find_heads, find_stretch

if TYPE_CHECKING:
    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

SURE = 0.4


def find_tagged_cue(scene: Scene, tag: Tag) -> Cue | None:
    """The cue that the tagger sees at a word; none where it is not sure, or the matter is not in the sentence."""
    if tag.sure < SURE:
        return None
    token = scene.parse.doc[scene.token_at(tag.word[0])]
    held, matter = tag.parties
    stretch = find_stretch(scene.parse.doc, token, matter)
    about = read_extent(scene, stretch[0]) if stretch is not None else None
    if about is None:
        return None
    return Cue(token, cast("Stance", tag.kind), tuple(find_heads(scene.parse.doc, token, held)), about)
