""" "The shop had no permit. Its owner said he had one.": a thing that one side says there was, the other that not.

The second account has "one" or "none" for the thing, and a pronoun or the same name for who had it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.replies import voice_of
from onrecord.compare.rifts import Rift
from onrecord.compare.words import read_words
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

NEAR = 300
"""Characters from the first account to the second."""
HAVE = r"\b(?:had|has|have|held|carried|got)"
HAD_NO = re.compile(rf"^(?P<who>.*?){HAVE} no (?:valid |such |such valid )?(?P<thing>[a-z][a-z-]+)", re.I | re.S)
HAD_A = re.compile(rf"^(?P<who>.*?){HAVE} an? (?:valid )?(?P<thing>[a-z][a-z-]+)", re.I | re.S)
END = r"(?=\W*$|[,;.]| (?:and|from|since|for|until|but|all along|at the time)\b)"
ONE = re.compile(rf"^(?P<who>.{{1,40}}?){HAVE} one{END}", re.I | re.S)
NONE = re.compile(rf"^(?P<who>.{{1,40}}?){HAVE} none{END}", re.I | re.S)
PRONOUN = re.compile(r"^(?:that )?(?:he|she|it|they|we|i)(?: did| always| also)?$", re.I)
NOTHING = frozenset({"idea", "comment", "doubt", "choice", "reason", "plan", "intention", "time", "problem", "right"})


def find_had_one(ground: Ground) -> Iterator[Rift]:
    """Rifts of who says that there was one and who says that there was none."""
    for name in sorted(ground.spoken):
        rows = sorted(ground.spoken[name], key=lambda row: (row.content[0].start, row.content[-1].end, row.id))
        for at, first in enumerate(rows):
            for then in rows[at + 1 :]:
                rift = read_pair(ground, first, then)
                if rift is not None:
                    yield rift
                    break


def read_pair(ground: Ground, first: Statement, then: Statement) -> Rift | None:
    """The rift of two statements, None where the second does not answer the first."""
    if not 0 < then.content[0].start - first.content[-1].end < NEAR or {"ask", "deny"} & {first.act, then.act}:
        return None
    if first.negated or then.negated or ground.source_side(first) == ground.source_side(then):
        return None
    told, answer = words_of(ground, first), words_of(ground, then)
    for opening, reply, denied_first in ((HAD_NO, ONE, True), (HAD_A, NONE, False)):
        had, back = opening.match(told), reply.match(answer)
        if had is None or back is None or had["thing"].lower() in NOTHING:
            continue
        same = PRONOUN.match(back["who"].strip()) or read_words(had["who"]).content & read_words(back["who"]).content
        if same:
            return build_rift(ground, then, first) if denied_first else build_rift(ground, first, then)
    return None


def words_of(ground: Ground, row: Statement) -> str:
    """What a statement says, without quotation marks."""
    text = ground.linked.documents[row.document].text
    return " ".join(text[span.start : span.end] for span in row.content).strip(" “”\"'‘’")


def build_rift(ground: Ground, yes: Statement, no: Statement) -> Rift:
    """The rift of two accounts, the one that says that there was one first."""
    voices = []
    for row in (yes, no):
        span = Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)
        voices.append(voice_of(ground, row, span))
    names = [ground.name(row.source.actor or row.id) for row in (yes, no)]
    return Rift(
        about=yes.id,
        kind="denial",
        facet=None,
        sides=(voices[0], voices[1]),
        reasons=(f"{names[0]} says that there was one, {names[1]} that there was none.",),
    )
