"""Commitments that the trained tagger sees where no rule reads one: its cue, who is bound and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_clauses import Promise
from onrecord.annotate.commitment_parties import find_doers
from onrecord.annotate.commitment_tag_doubts import is_done_to, is_doubtful, needs_day
from onrecord.annotate.grammar import is_negated, is_verb
from onrecord.annotate.tagged_parties import find_heads, find_stretch, resolve

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.scenes import Scene

SURE = 0.6
PROPOSING = frozenset({"propose", "suggest", "recommend"})
"""Who proposes a thing is not yet bound to it."""
NEAR = 12
"""Tokens between the cue and who is bound that the evidence still spans."""


def find_tagged_promise(scene: Scene, tag: Tag) -> Promise | None:
    """The promise that the tagger sees at a word; none where it is not sure, or who is bound is not known."""
    cue = scene.parse.doc[scene.token_at(tag.word[0])]
    bound, promised = tag.parties
    stretch = find_stretch(scene.parse.doc, cue, promised)
    heads = find_heads(scene.parse.doc, cue, bound)
    actors: tuple[int | None, ...] = resolve(scene, heads)
    if tag.sure < SURE or stretch is None or not actors or cue.lemma_ in PROPOSING:
        return None
    verb = find_verb(scene, cue, stretch)
    if is_doubtful(scene, actors, verb, heads, stretch[1]):
        return None
    if any(one.dep_ == "nsubjpass" for one in heads) or is_done_to(cue, verb):
        actors = find_doers(scene, verb) or (None,)  # "the crew will be allowed to leave": by others
    here = [one.i for one in heads if one.sent == cue.sent and one.i <= cue.i]
    first = min([cue.i, stretch[0], *(at for at in here if cue.i - at <= NEAR)])
    last, needs_time = max(cue.i, stretch[1]), needs_day(cue)
    return Promise(verb=verb, actors=actors, first=first, last=last, needs_time=needs_time, negated=is_negated(verb))


def find_verb(scene: Scene, cue: Token, stretch: tuple[int, int]) -> Token:
    """What will be done: the first verb of the words of the promise, else the cue's own verb, else the cue."""
    verbs = [one for one in scene.parse.doc[stretch[0] : stretch[1] + 1] if is_verb(one)]
    if verbs:
        return verbs[0].head if verbs[0].dep_ in ("aux", "auxpass") and is_verb(verbs[0].head) else verbs[0]
    return cue.head if cue.dep_ in ("aux", "auxpass") else cue
