"""Stances taken over from another: "That demand was echoed by the Blue Party", "Tann agreed with her".

What the party wants is what the text has just told of somebody else; its stance is his.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_negated, is_passive
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import StanceMention

BACK = 450
"""Characters back to the stance that is taken over."""
ECHOING = frozenset({"echo", "share", "second"})
OF_ANOTHER = frozenset({"that", "this", "those", "these", "his", "her", "their", "such", "the"})
PERSONAL = frozenset({"him", "her", "them"})


def find_echo_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "That call was echoed by X", "X echoed those concerns", "X agreed with him"."""
    if is_negated(verb) or under_irrealis(verb):
        return None
    holders = tuple(agents(verb))
    lists = load_stance_words().lists
    if verb.lemma_ in ECHOING and holders:
        dep = "nsubjpass" if is_passive(verb) else "dobj"
        things = [one for one in verb.children if one.dep_ == dep]
        known = bool(things) and things[0].lemma_.lower() in lists["echoed"] and things[0].tag_ != "PRP"
        another = known and any(one.lower_ in OF_ANOTHER or one.dep_ == "poss" for one in things[0].lefts)
        bare = another and not any(one.lower_ in ("for", "to") and one.i > things[0].i for one in things[0].rights)
        return build_echo(verb, holders) if bare else None
    if verb.lemma_ == "agree" and verb.tag_ in ("VBD", "VBZ", "VBP") and holders:
        links = [one for one in verb.rights if one.lower_ == "with" and one.dep_ == "prep"]
        goals = [one for link in links for one in link.children if one.dep_ == "pobj"]
        person = bool(goals) and (
            goals[0].lower_ in PERSONAL
            or any(scene.actors[one].kind == "person" for one in scene.party(goals[0]).actors)
        )
        return build_echo(verb, holders) if person else None
    return None


def build_echo(verb: Token, holders: tuple[Token, ...]) -> Cue:
    """A cue whose stance and matter are those of the stance before it."""
    return Cue(verb, "supports", holders, Extent(verb.i, verb.i), label="?", bare=True, echoed=True)


def find_echoed(cue: Cue, holders: Sequence[int | None], priors: Sequence[StanceMention]) -> StanceMention | None:
    """The stance of another party that is taken over; the nearest one before."""
    near = [
        one
        for one in priors
        if cue.at.idx - BACK < one.end <= cue.at.idx
        and one.actor not in holders
        and one.stance not in ("denies", "unconfirmed", "undecided")
    ]
    return max(near, key=lambda one: one.end, default=None)
