"""A claim and its owner named by who does not accept it: "dismissing Sarnia's claim that a letter had been sent", "4.1
percent, not the 2.8 claimed by the minister". Both accounts stand in one sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.counts import TIMED, apart, find_counts
from onrecord.compare.likeness import NEGATOR
from onrecord.compare.reply_kinds import DENIAL, place
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

_NOUN = (
    r"(?:claims?|assertions?|contention|insistence|allegations?|accusations?|suggestions?|account|version|statement)"
)
_LOOSE = r"(?:claims|allegations|accusations|suggestions|rumou?rs|(?:media |press |news )?reports)"
OWNED = re.compile(
    rf"(?:(?P<before>[^,.;]{{2,60}}?)['’]s? {_NOUN}|(?:the |an? )?{_NOUN} (?:by|from|of) (?P<behind>[^,.;]{{2,60}}?)|"
    rf"(?P<whose>(?-i:[A-Z])[\w-]+) {_NOUN}|(?P<nobody>(?:the |these |those |all )?){_LOOSE}) that (?P<told>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
""" "Arland's claim that", "claims by the union that", "Karsovian claims that", "the claims that"."""
_GIVEN = r"(?:claimed|acknowledged|reported|given|announced|cited|quoted|stated|admitted|published|confirmed|reckoned)"
SET_BESIDE = re.compile(
    r"(?P<how>\b(?:not|rather than|instead of|as against|against|compared (?:with|to)|double|twice|(?:three|four|five) "
    r"times|half|a third of|(?:far|well|much) (?:more|fewer|less|higher|lower|above|below)(?: than)?|more than|fewer "
    r"than|less than|up from)) the (?:(?:official|figure of|total of|toll of|number of) )?"
    rf"(?P<number>[$€£]?\d[\d.,]*\d|\d|[a-z]+(?:-[a-z]+)?)(?P<unit>(?: [a-z]+){{0,2}}?) {_GIVEN} by (?:the |an? )?",
    re.IGNORECASE,
)
WANTED = re.compile(r"\b(?:should|must|ought|deserves?|deserved|would|will|needs?|needed)\b")
""" "His claim that he should be freed" tells of nothing that is so."""
INTENT = re.compile(r"\b(?:intend|plan|want|seek|aim|hop|prepar)\w*\b|\b(?:about|going|ready) to\b", re.IGNORECASE)
"""What nobody in particular says that a party means to do is no account of what is so."""
JUDGES = re.compile(r"\b(?:courts?|judges?|tribunal|jury|jurors|magistrates?)\b", re.IGNORECASE)
"""Who rejects a claim in a ruling is no party to it."""
ASIDE = re.compile(r",?\s*(?:almost|nearly|about|more|than|roughly|over|just|well|far)*\s*$")
LATER = re.compile(
    r"\b(?:up from|earlier|previous|last (?:week|month|year)|yesterday|forecast|expected)\b", re.IGNORECASE
)


STEM = 5
"""Letters that a name and its adjective share."""
FIRST = re.compile(r"\b(?:first|initially|originally|previously|earlier)\b")
"""A figure "first reported by" somebody has been mended since."""


def find_owned_claims(ground: Ground) -> Iterator[Rift]:
    """Rifts of a claim and who denies it, and of a figure and the one that it is set against."""
    for row in sorted(ground.linked.statements, key=lambda one: one.id):
        if not row.content or row.negated:
            continue
        rift = read_denied(ground, row) if row.act in ("deny", "refuse") else None
        rift = rift or (read_figures(ground, row) if row.act in ("state", "report", "announce", "confirm") else None)
        if rift is not None:
            yield rift


def read_denied(ground: Ground, row: Statement) -> Rift | None:
    """ "Denied Arland's claim that …": the claim is Arland's, whatever else is told of it."""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    start, end = row.content[0].start, row.content[-1].end
    owned = OWNED.match(text, start, end)
    if owned is None or not DENIAL.search(cue) or WANTED.search(owned["told"]) or JUDGES.search(row.source.text or ""):
        return None
    part = next((one for one in ("before", "behind", "whose") if owned[one]), "nobody")
    if part == "nobody" and INTENT.search(owned["told"]):
        return None  # "dismissed claims that it intends to attack"
    owner = find_actor(ground, row, *owned.span(part)) if owned[part] else None
    if owner is None and part != "before":
        owner = find_kin(ground, row, owned[part]) or row.id
    if owner is None or is_same(ground, row, owner):
        return None
    told = Evidence(document=row.document, start=owned.start("told"), end=end)
    denial = Evidence(document=row.document, start=place(row), end=max(end, *(span.end for span in row.cue)))
    return build_rift(ground, row, owner, told, denial)


def read_figures(ground: Ground, row: Statement) -> Rift | None:
    """ "118 have died, twice the 63 acknowledged by the province": two figures of one thing."""
    text = ground.linked.documents[row.document].text
    found = SET_BESIDE.search(text, row.content[0].start, sentence_end(text, row.content[-1].end))
    if found is None or not row.content[0].start < found.start():
        return None
    lead = text[row.content[0].start : min(found.start(), row.content[-1].end)]
    counts = [one for one in find_counts(lead) if not one.noun & TIMED]
    other = find_counts(text[found.start("number") : found.end("unit")])
    owner = find_actor(ground, row, found.end() - len("the "), found.end() + 60, first=True)
    owner = owner or find_unnamed(row, text[found.end() : found.end() + 60])
    if len(counts) != 1 or len(other) != 1 or owner is None or is_same(ground, row, owner):
        return None
    if FIRST.search(found["unit"]) or LATER.search(text[row.content[0].start : found.end()]) or NEGATOR.search(lead):
        return None
    if not apart(counts[0], other[0]) and counts[0].value == other[0].value:
        return None
    # "… were killed, almost twice the 23 reported by the government, a charity said"
    mine = Evidence(
        document=row.document, start=row.content[0].start, end=row.content[0].start + len(ASIDE.sub("", lead))
    )
    stop = text.find(",", found.end(), sentence_end(text, found.end()))
    end = stop if stop > 0 else sentence_end(text, found.end())
    theirs = Evidence(document=row.document, start=found.start("number"), end=end)
    return build_rift(ground, row, owner, theirs, mine, figures=True)


def sentence_end(text: str, start: int) -> int:
    """Where the sentence that holds a place ends."""
    found = re.compile(r"[.!?](?=\s|$)|\n").search(text, start)
    return found.start() if found is not None else len(text)


def find_actor(ground: Ground, row: Statement, start: int, end: int, *, first: bool = False) -> str | None:
    """The one actor named in a stretch of text, or the one at its very start."""
    found = [
        ground.actor(row.document, one.actor)
        for one in sorted(ground.annotated(row.document).mentions, key=lambda each: (each.start, -each.end))
        if start <= one.start < (start + len("the the ") if first else end)
    ]
    named = list(dict.fromkeys(one for one in found if one is not None))
    return named[0] if len(named) == 1 or (first and named) else None


def find_unnamed(row: Statement, words: str) -> str | None:
    """ "The 63 acknowledged by the province": a source that is no actor, and in its words not the one who speaks."""
    noun = re.match(r"[a-z]{4,}", words)
    return row.id if noun is not None and noun.group() not in (row.source.text or "").casefold() else None


def find_kin(ground: Ground, row: Statement, adjective: str) -> str | None:
    """The one state or body of the document that an adjective is of ("Karsovian" of Karsovia)."""
    stem = adjective[:STEM].casefold()
    known = {ground.actor(row.document, one.actor) for one in ground.annotated(row.document).mentions} - {None}
    found = [one for one in known if one and ground.name(one).casefold().startswith(stem)]
    return found[0] if len(found) == 1 and len(adjective) > STEM else None


def is_same(ground: Ground, row: Statement, owner: str) -> bool:
    """Is the owner of a claim who speaks, or of the same side?"""
    if owner == row.id:
        return False
    mine = ground.side(row.source.actor) or ground.source_side(row)
    return owner == row.source.actor or ground.side(owner) == mine


def build_rift(
    ground: Ground, row: Statement, owner: str, told: Evidence, answer: Evidence, *, figures: bool = False
) -> Rift:
    """The rift of a claim and who does not accept it."""
    voice = row.source.actor or row.id
    of = "an unnamed source" if owner == row.id else ground.name(owner)
    return Rift(
        about=row.id,
        kind="value" if figures else "denial",
        facet="count" if figures else None,
        sides=(
            Voice(shorten(ground.text(told)), owner, owner, told, row.said),
            Voice(shorten(ground.text(answer)), voice, row.id, answer, row.said),
        ),
        reasons=(
            f"The figure of {ground.name(voice)} is set against that of {of}."
            if figures
            else f"{ground.name(voice)} denies the claim of {of}.",
        ),
    )
