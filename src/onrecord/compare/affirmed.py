""" "She denied that she would drop the clause. He said she had promised him exactly that": a denial, and who says that
it is so after all.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.compare.replies import side_of, voice_of
from onrecord.compare.reply_kinds import place, span_of, words_of
from onrecord.compare.rifts import Rift
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

NEAR = 300
"""Characters from the denial to who contradicts it."""
JUST_THAT = re.compile(r"\b(?:exactly|precisely|just) th(?:at|is)\b(?! \w+ing\b)", re.IGNORECASE)
DONE = re.compile(r"\b(?:had|has|have|did|was|were)\b", re.IGNORECASE)
CLAUSE = re.compile(r"(?:that|it|he|she|they|there|having|being|any|ever|planning)\b|[a-z]{3,}ing\b", re.IGNORECASE)


def find_affirmed(ground: Ground) -> Iterator[Rift]:
    """Rifts of a denial and the next voice, which says that it was "exactly that"."""
    for name in sorted(ground.spoken):
        rows = sorted((row for row in ground.spoken[name] if row.content), key=lambda row: (place(row), row.id))
        for no, yes in pairwise(rows):
            if is_denial(ground, no) and is_answer(ground, no, yes):
                yield build_rift(ground, yes, no)


def is_denial(ground: Ground, row: Statement) -> bool:
    """Does somebody deny a thing that is told in a clause?"""
    return row.act == "deny" and not row.negated and bool(CLAUSE.match(words_of(ground, row)))


def is_answer(ground: Ground, no: Statement, yes: Statement) -> bool:
    """Does another side say right after that it was "exactly that"?"""
    words = words_of(ground, yes)
    near = 0 <= place(yes) - no.content[-1].end <= NEAR
    other = side_of(ground, yes) != side_of(ground, no) and yes.source.actor != no.source.actor
    told = yes.act not in ("ask", "deny", "demand", "predict") and not yes.negated
    return near and other and told and bool(JUST_THAT.search(words)) and bool(DONE.search(words))


def build_rift(ground: Ground, yes: Statement, no: Statement) -> Rift:
    """The rift of the two."""
    holder, denier = (ground.name(one.source.actor or one.id) for one in (yes, no))
    whole = Evidence(document=no.document, start=place(no), end=no.content[-1].end)
    return Rift(
        about=yes.id,
        kind="denial",
        facet=None,
        sides=(
            voice_of(ground, yes, span_of(ground, yes)),
            voice_of(ground, no, whole),
        ),
        reasons=(f"{denier} denies it, {holder} says that it was just that.",),
    )
