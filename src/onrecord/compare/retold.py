"""A denial that tells the same clause with a "no" in it: "No boxes were removed from the school".

A passive names nobody, and the troops that one side accuses are the other side's army. Where everything a denial says
is what the assertion says, the clause itself holds the two together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.ground import FAR, gap
from onrecord.compare.words import load_tables, read_words

if TYPE_CHECKING:
    from collections.abc import Set

    from onrecord.compare.ground import Ground
    from onrecord.compare.said import Said

LEAST = 3
"""Words that both must have, the verb included; names do not count."""
PART = 0.5
PREFIX = 5
NAME = re.compile(r"\b[A-Z]\w+")


def is_retold(ground: Ground, yes: Said, no: Said, same_verb: bool) -> bool:
    """Is everything that is denied what the assertion says, of the same day and no other party?"""
    if not same_verb or yes.assertion.tense == "future" or no.assertion.tense == "future":
        return False
    if gap(ground.days(yes.evidence), ground.days(no.evidence)) not in (0, FAR):
        return False
    if yes.subject is not None and no.subject is not None and not akin(ground, yes.subject, no.subject):
        return False
    mine, other = yes.names - said_of(ground, yes), no.names - said_of(ground, no)
    if mine and other and not mine & other:
        return False  # of another place or person
    names = yes.names | no.names | load_tables().titles
    own_yes, own_no = yes.words - names, no.words - names
    return own_no <= own_yes and len(own_no) >= LEAST and len(own_no) >= PART * len(own_yes)


def said_of(ground: Ground, one: Said) -> Set[str]:
    """The words of the names of who does it and who says it."""
    actors = [each for each in (one.subject_actor, one.voice) if each is not None]
    return {word for each in actors for word in read_words(ground.name(each)).content}


def akin(ground: Ground, a: str, b: str) -> bool:
    """One party, or one by the name of its state: "Uldrian troops" and "Uldria's army"."""
    left, right = (NAME.findall(ground.name(one)) for one in (a, b))
    return a == b or any(x[:PREFIX] == y[:PREFIX] for x in left for y in right if min(len(x), len(y)) >= PREFIX)
