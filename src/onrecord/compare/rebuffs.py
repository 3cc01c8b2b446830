"""A criticism or an accusation and how its target turns it away, wherever the two stand in the text.

"Orla Brandt accused the ministry of a cover-up. … The ministry rejected Brandt's criticism as absurd." "… a claim that
the mayor's office disputes." "The firm denied any wrongdoing." "Tarn hit back at him." The reply says whose claim it
answers (an owner, "the claim", the one who has just spoken); the claim must be another side's, and of who replies.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.compare.claims_against import Claim, find_claim, find_narrated, find_revealed
from onrecord.compare.owned_claims import JUDGES
from onrecord.compare.rebuff_reading import WITHIN, Rebuff, read_rebuff
from onrecord.compare.rebuff_words import NOUN, REMARKS
from onrecord.compare.replies import own_words, side_of
from onrecord.compare.reply_kinds import place, span_of
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.sentences import sentence_start
from onrecord.compare.told_replies import find_told_replies
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

ABOUT = re.compile(rf"\b(?:{NOUN}|{REMARKS}) (?:about|over|of|on|that|regarding|against)\b")
""" "Her concerns about the tariff": what is held is told with whose it is."""
TAIL = re.compile(
    rf"[,;—–-]+ ?(?:an? (?:[\w-]+ )?(?:{NOUN}|point|notion|idea|view)|something)(?: that| which)? *$", re.IGNORECASE
)
""" "…, a point that | the union | denied"."""


def find_rebuffs(ground: Ground) -> Iterator[Rift]:
    """Rifts of claims against a party and how it turns them away."""
    rows: dict[str, list[Statement]] = {}
    for row in ground.linked.statements:
        rows.setdefault(row.document, []).append(row)
    for name in sorted(rows):
        ordered = sorted(rows[name], key=lambda one: (place(one), one.content, one.id))
        told = dict(find_told_replies(ground, name, ordered))
        ordered = sorted([*ordered, *told], key=lambda one: (place(one), one.content, one.id))
        for at, row in enumerate(ordered):
            form = told.get(row)
            rebuff = Rebuff(row, form) if form else read_rebuff(ground, row) if is_reply(row) else None
            claim = find_answered(ground, ordered, at, rebuff) if rebuff is not None else None
            if claim is not None:
                yield from build_rifts(ground, claim, ordered, at)


def is_reply(row: Statement) -> bool:
    """Can a statement be a reply: one that was made, by somebody who is no judge of it?"""
    spoken = row.source.actor is not None or bool(row.source.text)
    return spoken and not row.negated and not JUDGES.search(row.source.text or "")


def find_answered(ground: Ground, ordered: Sequence[Statement], at: int, rebuff: Rebuff) -> Claim | None:
    """The claim that a reply turns away."""
    row = rebuff.row
    side = side_of(ground, row)
    if rebuff.owner is not None and ground.side(rebuff.owner) == side:
        return None
    if rebuff.told is not None:
        holder = rebuff.owner or row.id
        return Claim(holder, holder, rebuff.told, row.said)
    if rebuff.form == "apposed":
        near = [one for one in ordered[:at] if 0 <= place(row) - one.content[-1].end <= len(", which the ")]
        other = [one for one in near if side_of(ground, one) != side]
        return Claim.of(ground, other[-1]) if other else find_around(ground, ordered[:at], row)
    claim = find_claim(ground, ordered[:at], row, rebuff.form, rebuff.owner)
    if claim is None and rebuff.form == "owned" and ABOUT.search(ground.text(rebuff.words())):
        holder = rebuff.owner or row.id
        return Claim(holder, holder, rebuff.words(), row.said)
    if claim is None and rebuff.form == "large":
        claim = find_revealed(ground, ordered[at + 1 :], row) or find_narrated(ground, row)
    return claim


def find_around(ground: Ground, before: Sequence[Statement], row: Statement) -> Claim | None:
    """ "Tarn said that the dam was safe, a point that the union denied": a claim whose words run on over the reply."""
    text, at = ground.linked.documents[row.document].text, place(row)
    for one in reversed(before):
        last = one.content[-1]
        behind = TAIL.search(text, last.start, at)
        if last.start < at <= last.end and side_of(ground, one) != side_of(ground, row) and behind is not None:
            if behind.start() - last.start < WITHIN // 2:
                return None
            claim = Claim.of(ground, replace(one, content=(*one.content[:-1], replace(last, end=behind.start()))))
            return replace(claim, row=one)
    return None


def build_rifts(ground: Ground, claim: Claim, rows: Sequence[Statement], at: int) -> Iterator[Rift]:
    """The rift of a claim and its rebuff, and those with the words in which the rebuff is put."""
    no = rows[at]
    whole = Evidence(document=no.document, start=place(no), end=max(span.end for span in (*no.content, *no.cue)))
    if claim.evidence.start < whole.end and whole.start < claim.evidence.end:  # the claim stands in the reply
        before = whole.start < claim.evidence.start
        whole = trim(ground, replace(whole, end=claim.evidence.start)) if before else span_of(ground, no)
    spans = [whole, *(span_of(ground, row) for row in find_words(ground, claim, rows, at))]
    voice = no.source.actor or no.id
    of = "an unnamed source" if claim.holder == no.id else ground.name(claim.holder)
    for span in spans:
        yield Rift(
            about=no.id,
            kind="denial",
            facet=None,
            sides=(
                Voice(shorten(ground.text(claim.evidence)), claim.holder, claim.item, claim.evidence, claim.when),
                Voice(shorten(ground.text(spans[-1])), voice, no.id, span, no.said),
            ),
            reasons=(f"{ground.name(voice)} turns away what {of} holds against it.",),
        )


def find_words(ground: Ground, claim: Claim, rows: Sequence[Statement], at: int) -> list[Statement]:
    """The words in which a rebuff is put: right after it, or in quotation marks before it in its sentence."""
    no = rows[at]
    if claim.row is not None:
        after = own_words(ground, claim.row, no, rows[at + 1 :])
    else:
        end = max(span.end for span in (*no.content, *no.cue))
        after = [one for one in rows[at + 1 : at + 3] if 0 <= one.content[0].start - end <= WITHIN and is_his(one, no)]
    start = sentence_start(ground.linked.documents[no.document].text, place(no))
    told = claim.evidence
    before = [
        one
        for one in rows[:at]
        if is_his(one, no) and one.kind == "direct" and start <= one.content[0].start < no.content[0].start
    ]
    apart = [one for one in before if not (told.start < one.content[0].end and one.content[0].start < told.end)]
    return [*apart[-1:], *after[:1]]


def is_his(one: Statement, no: Statement) -> bool:
    """Are two statements of one source?"""
    return one.source.actor is not None and one.source.actor == no.source.actor


def trim(ground: Ground, span: Evidence) -> Evidence:
    """A stretch of text without the blanks and marks before what follows it."""
    return replace(span, end=span.start + len(ground.text(span).rstrip(' ,;:“‘"—–-')))
