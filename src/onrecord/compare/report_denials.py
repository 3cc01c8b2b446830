"""A report against who denies it: "disputed a Norpress report that …", "denied a story in the Ledger".

What the report says stands behind it in the same sentence, or is quoted of the same outlet near by. Without words of
the report, or without an outlet that it is by, there are no two accounts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.positions import evidence_of, position_id
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import load_tables, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.records import Statement

BEFORE = 1500
"""Characters back to the words of the report."""
AFTER = 600
"""Characters on to the words of the report."""
LONG = 60
"""Characters from the first word of "a report by X" to the word "report"."""
REPORT = re.compile(r"\b(?:reports?|story|stories|articles?|investigation)\b", re.IGNORECASE)
MATTER = re.compile(
    r"\b(?:that (?:said|claimed|alleged)(?: that)?|which (?:said|claimed|alleged)(?: that)?|claiming(?: that)?"
    r"|saying(?: that)?|alleging(?: that)?|suggesting(?: that)?"
    r"|where [^.]{1,40}?\W(?:said|says)|that)\s+(?P<told>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
ENDS = re.compile(r"[.!?][\"”’']?(?=\s|$)|\n")
TELLING = re.compile(r"\b(?:report|wr[io]te?|written|publish|according|say|said|tell|told)", re.IGNORECASE)
BACK = re.compile(r"^(?:the|that|this|an?) (?:\w+['’]s )?(?:report|story|article)\b", re.IGNORECASE)


def find_report_denials(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts of what an outlet reports and whose denial of the report is told."""
    for one in held:
        if one.source.mention.stance != "denies" or one.actor is None:
            continue
        text = ground.linked.documents[one.source.document].text
        start = one.source.mention.about.start
        end = end_of(text, start)
        noun = REPORT.search(text, start, min(end, start + LONG))
        if noun is None:
            continue
        told = MATTER.search(text, noun.end(), end)
        phrase = text[start : told.start() if told is not None else end]
        row = find_told(ground, one, phrase, (start, end))
        if row is not None:
            span = row.content[0]
            words = Evidence(document=row.document, start=span.start, end=row.content[-1].end)
            yield build_rift(ground, one, row.source.actor or row.id, row.id, words)
        elif told is not None:
            outlet = find_outlet(ground, one, start, told.start())
            words = Evidence(document=one.source.document, start=told.start("told"), end=end)
            if outlet is not None:
                yield build_rift(ground, one, outlet, outlet, words)


def end_of(text: str, start: int) -> int:
    """Where the sentence that holds a place ends."""
    found = ENDS.search(text, start)
    return found.start() if found is not None else len(text)


def find_told(ground: Ground, one: Held, phrase: str, reach: tuple[int, int]) -> Statement | None:
    """The statement that has the words of the report: within the denial, else of the same outlet near by."""
    rows = [row for row in ground.spoken.get(one.source.document, ()) if may_report(ground, one, row)]
    inner = [row for row in rows if row.source.actor and reach[0] < row.content[0].start < reach[1]]
    if inner:
        return min(inner, key=lambda row: (row.content[0].start, row.id))
    named = read_words(phrase).names - load_tables().titles
    near = [row for row in rows if is_near(row, reach) and is_of_outlet(ground, row, phrase, named)]
    near = [row for row in near if concerns(ground, one, row)]
    return min(near, key=lambda row: (abs(row.content[0].start - reach[0]), row.id), default=None)


def may_report(ground: Ground, one: Held, row: Statement) -> bool:
    """Is it another side's account, and no question or denial?"""
    other = ground.side(row.source.actor) != ground.side(one.actor) and row.source.actor != one.actor
    return other and row.act not in ("ask", "deny", "demand") and not row.negated


def is_near(row: Statement, reach: tuple[int, int]) -> bool:
    """Does it stand within reach of the denial?"""
    return -BEFORE < row.content[0].start - reach[0] < 0 or 0 <= row.content[0].start - reach[1] < AFTER


def is_of_outlet(ground: Ground, row: Statement, phrase: str, named: frozenset[str]) -> bool:
    """Is it said by the outlet that "a report in the Ledger" names, or reported where "the story" names none?"""
    actor = ground.actors.get(row.source.actor or "")
    if actor is None or actor.kind != "organization":
        return False
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if not TELLING.search(cue):
        return False
    words = read_words(actor.name).content
    if named:
        return bool(named & words) and named <= words | read_words(row.source.text or "").content | named
    return bool(BACK.match(phrase.strip(" “\"'"))) and bool(re.search(r"report|wr[io]t|publish", cue, re.IGNORECASE))


def concerns(ground: Ground, one: Held, row: Statement) -> bool:
    """Does the report name who denies it?"""
    text = ground.linked.documents[row.document].text
    told = " ".join(text[span.start : span.end] for span in row.content)
    mine = read_words(ground.name(one.actor or "")).content - load_tables().titles
    return bool(mine & read_words(told).content)


def find_outlet(ground: Ground, one: Held, start: int, stop: int) -> str | None:
    """The one body named in "a report by the Ledger"."""
    annotated = ground.annotated(one.source.document)
    found = {
        ground.actor(one.source.document, mention.actor)
        for mention in annotated.mentions
        if start <= mention.start < stop and mention.actor is not None
    } - {None, one.actor}
    bodies = [name for name in found if name and ground.actors[name].kind == "organization"]
    return bodies[0] if len(bodies) == 1 else None


def build_rift(ground: Ground, one: Held, holder: str, item: str, words: Evidence) -> Rift:
    """The rift of a report and its denial."""
    denial = evidence_of(one)
    return Rift(
        about=one.proposal,
        kind="denial",
        facet=None,
        sides=(
            Voice(shorten(ground.text(words)), holder, item, words, one.when),
            Voice(shorten(ground.text(denial)), one.actor or one.voice, position_id(one), denial, one.when),
        ),
        reasons=(f"{ground.name(holder)} reports it, {ground.name(one.actor or one.voice)} denies the report.",),
    )
