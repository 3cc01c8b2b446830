"""A claim against what papers or films show, or what the outlet finds of it.

"Tarn said that he had paid. But bank records show that …", "Tarn said that crime had doubled. That is not true".

What is shown is told by the outlet; the claim is what a named party was last quoted as saying, right before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.likeness import is_plain_assertion
from onrecord.compare.replies import side_of, voice_of
from onrecord.compare.reply_kinds import span_of
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.sentences import sentence_end, sentence_start
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

NEAR = 250
"""Characters from a claim to the papers that show otherwise."""
LEAST = 4
_PAPERS = (
    r"(?:documents?|records?|e-?mails?|videos?|footage|recordings?|reports|examination|review|analysis|transcripts?|"
    r"photos|photographs|papers|filings|evidence|letters?|logs?|memos?|investigation|audit|inquiry)"
)
SHOWN = re.compile(
    r"(?:(?<=[.!?”\"’] )|(?<=\n)|(?<=[,;—–] )|(?<=[.!?”\"’]\n))(?:but|however|yet),? "
    rf"(?:(?:the|an?|his|her|its|their|these|those|multiple|several|some) )?(?:[\w-]+ ){{0,3}}?"
    rf"{_PAPERS}\b[^.;,\n]{{0,70}}?"
    r"\b(?:show(?:s|ed)?|reveal(?:s|ed)?|contradict(?:s|ed)?|prov(?:e|es|ed)|tell a different story|indicate[sd]?|"
    r"found|suggest(?:s|ed)? otherwise)\b",
    re.IGNORECASE,
)
""" "But bank records show", "…, but an examination of his speeches found"."""
VERDICT = re.compile(
    r"(?:(?<=[.!?”\"’] )|(?<=\n)|(?<=[.!?”\"’]\n))"
    r"(?:(?:but|however|in fact|in truth|in reality|actually|officially),? )?"
    r"(?:that|this|it|(?:the|that|this|his|her|their|its) (?:claim|statement|assertion|allegation|account|figure))"
    r"(?:['’]s| is| was| isn['’]t| wasn['’]t) (?:simply |just |also |flatly |demonstrably |patently |entirely |quite )?"
    r"(?:not (?:true|so|correct|accurate|the case)|false|untrue|incorrect|inaccurate|"
    r"(?<=n['’]t )(?:true|so|correct|accurate)|"
    r"a lie|a falsehood|misleading|wrong)(?=[.,;:—]| –| because\b| since\b)",
    re.IGNORECASE,
)
""" "That is not true.", "In fact, the claim was false": the outlet's own words on what was said before."""


def find_contrary(ground: Ground) -> Iterator[Rift]:
    """Rifts of claims and what is shown against them."""
    for name in sorted(ground.linked.annotated):
        text = ground.linked.documents[name].text
        for found in (*SHOWN.finditer(text), *VERDICT.finditer(text)):
            claim = last_claim(ground, name, found.start())
            if claim is not None and not is_spoken(ground, name, found.start()):
                shown = Evidence(document=name, start=found.start(), end=sentence_end(text, found.end()))
                yield build_rift(ground, claim, shown)


def is_spoken(ground: Ground, name: str, at: int) -> bool:
    """Is a place within what somebody is quoted as saying?"""
    return any(span.start <= at < span.end for row in ground.spoken.get(name, ()) for span in row.content)


def last_claim(ground: Ground, name: str, at: int) -> Statement | None:
    """What a named party was last quoted as saying plainly before a place, in that sentence or the one before."""
    text = ground.linked.documents[name].text
    first = sentence_start(text, max(0, sentence_start(text, at) - 2))
    rows = [
        row
        for row in ground.spoken.get(name, ())
        if row.source.actor is not None
        and not row.negated
        and row.act in ("state", "deny", "promise", "confirm", "report")
        and row.content[-1].end <= at
        and row.content[0].start >= first
        and at - row.content[-1].end <= NEAR
    ]
    last = max(rows, key=lambda row: (row.content[-1].end, -row.content[0].start, row.id), default=None)
    if last is None or len(ground.text(span_of(ground, last)).split()) < LEAST:
        return None
    plain = last.act == "deny" or is_plain_assertion(ground.text(span_of(ground, last)).replace("never", ""))
    return last if plain and side_of(ground, last) else None


def build_rift(ground: Ground, row: Statement, shown: Evidence) -> Rift:
    """The rift of a claim and what is shown."""
    holder, told = ground.original(row.document), voice_of(ground, row, span_of(ground, row))
    return Rift(
        about=row.id,
        kind="denial",
        facet=None,
        sides=(
            told,
            Voice(shorten(ground.text(shown)), holder, holder, shown, row.said),
        ),
        reasons=(f"What {ground.name(told.holder)} says is set against what is shown.",),
    )
