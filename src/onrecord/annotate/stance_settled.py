"""Stances that are over or told twice: laws passed years ago, and what a headline says of what the body tells.

What a parliament adopted in another year is history, not what it stands for in the matter of the article. A headline
says in short what stands below; where the body has the stance, its words are the record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_cues import Cue
    from onrecord.annotations import StanceMention

ENACTING = frozenset({"approve", "adopt", "pass", "vote", "ratify", "sign", "enact", "authorize", "authorise"})
PAST = frozenset({"VBD", "VBN"})
YEAR = re.compile(r"\d{4}(-\d{2})?")
FAVOUR = frozenset({"agrees", "supports", "proposes", "conditional"})
HEADINGS = frozenset({"headline", "subhead"})
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 6


def is_history(scene: Scene, cue: Cue) -> bool:
    """ "In 1988, Congress voted to compensate them", "sanctions adopted in September"."""
    verb = cue.at
    if cue.stance not in ("agrees", "supports") or verb.lemma_ not in ENACTING or verb.tag_ not in PAST:
        return False
    reduced = verb.dep_ in ("acl", "relcl")
    for token in verb.sent:
        if token.i not in scene.time_at or token.nbor(-1 if token.i else 0).pos_ != "ADP":
            continue  # "voted to move the 2034 games"
        time = scene.times[scene.time_at[token.i][0]]
        near = any(one in (verb, verb.head) for one in [token, *list(token.ancestors)[:4]])
        dated = time.value is not None and YEAR.fullmatch(time.value) is not None
        if near and (dated or (reduced and time.rule == "month")):
            return True
    return False


def drop_headings(scene: Scene, rows: Sequence[StanceMention]) -> list[StanceMention]:
    """The stances without those of a headline that the body tells as well."""
    headed = [one for one in rows if scene.parse.zone_at(one.start) in HEADINGS]
    body = [one for one in rows if one not in headed]
    return [one for one in rows if one not in headed or not any(is_told_again(scene, one, other) for other in body)]


def is_told_again(scene: Scene, heading: StanceMention, told: StanceMention) -> bool:
    """Is it the same side of the same matter, of the same party or one that the headline names by its state?"""
    if (heading.stance in FAVOUR) != (told.stance in FAVOUR):
        return False
    shared = len(stems(heading.label) & stems(told.label))
    if heading.actor is None or scene.actors[heading.actor].kind == "group":
        return True
    if heading.actor == told.actor:
        return shared > 0
    party = scene.actors[told.actor] if told.actor is not None else None
    own = party is not None and party.side == scene.actors[heading.actor].name
    return shared > (0 if own else 1)


def stems(label: str) -> set[str]:
    """The words of a label, cut to what their forms share."""
    return {one.casefold()[:STEM] for one in WORD.findall(label)}
