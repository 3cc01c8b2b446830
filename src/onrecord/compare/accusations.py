"""A denial as a position against an accusation of the one who denies.

"Prosecutors charged Moreau with taking a bribe. "I took no money," she said." The two share no word; what holds them
together is that the one accuses, the other was accused and speaks right after. What answers the words just before
("nothing of the kind", "denied this") is in `onrecord.compare.replies`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.positions import evidence_of, position_id
from onrecord.compare.reply_kinds import span_of as plain_span
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import core, load_tables, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.records import Statement

REACH = 900
"""Characters from an accusation to the denial that answers it."""
TARGET = 40
"""Characters of an accusation within which the accused is named."""
FLAT = re.compile(r"\b(?:no|never|nothing|not guilty)\b", re.IGNORECASE)
CHARGES = re.compile(r"\b(?:charges?|counts?|allegations?|accusations?)\b", re.IGNORECASE)


def find_answered_accusations(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts of denials that answer an accusation."""
    for one in held:
        if one.source.mention.stance != "denies" or one.actor is None:
            continue
        text = ground.text(evidence_of(one))
        row = find_accusation(ground, one, text)
        if row is not None:
            yield build_rift(ground, one, row)


def find_accusation(ground: Ground, one: Held, text: str) -> Statement | None:
    """The nearest accusation of the one who denies, if the denial is flat, of the charges, or of the same."""
    own = read_words(ground.name(one.actor or "")).content | load_tables().titles
    matter = core(read_words(one.source.mention.label)) - own
    for row in others_before(ground, one, REACH):
        if row.act != "accuse" or not is_target(ground, one, row):
            continue
        quoted = ground.statements[one.statement].kind == "direct" if one.statement else False
        same = core(read_words(words_of(ground, row))) & matter
        if same or CHARGES.search(one.source.mention.label) or (quoted and FLAT.search(text)):
            return row
    return None


def others_before(ground: Ground, one: Held, reach: int) -> list[Statement]:
    """What other sources were quoted as saying before a denial in its document, the nearest first."""
    start = one.source.mention.start
    side = ground.side(one.actor)
    rows = [
        row
        for row in ground.spoken.get(one.source.document, ())
        if 0 <= start - row.content[-1].end <= reach
        and not row.negated
        and row.id != one.statement
        and row.source.actor is not None
        and ground.side(row.source.actor) != side
        and ground.side(row.source.actor) != ground.side(one.voice)
    ]
    return sorted(rows, key=lambda row: (-row.content[-1].end, row.content[0].start, row.id))


def is_target(ground: Ground, one: Held, row: Statement) -> bool:
    """Does the accusation name the one who denies right at its start?"""
    first = row.content[0].start
    for mention in ground.annotated(one.source.document).mentions:
        if first <= mention.start <= first + TARGET and mention.actor is not None:
            return ground.actor(one.source.document, mention.actor) == one.actor
    return False


def words_of(ground: Ground, row: Statement) -> str:
    """The words of a statement."""
    return ground.text(span_of(row))


def span_of(row: Statement) -> Evidence:
    """Where a statement stands."""
    return Evidence(document=row.document, start=row.content[0].start, end=row.content[-1].end)


def build_rift(ground: Ground, one: Held, row: Statement) -> Rift:
    """The rift of what was said and its denial."""
    voice = row.source.actor or row.id
    denier, told = ground.name(one.actor or one.voice), plain_span(ground, row)
    return Rift(
        about=one.proposal,
        kind="denial",
        facet=None,
        sides=(
            Voice(shorten(ground.text(told)), voice, row.id, told, row.said),
            Voice(
                shorten(ground.text(evidence_of(one))), one.actor or one.voice, position_id(one), evidence_of(one),
                one.when,
            ),
        ),
        reasons=(f"{denier} denies what {ground.name(voice)} says.",),
    )  # fmt: skip


def accuses_other(ground: Ground, one: Statement, side: str) -> bool:
    """Is an accusation of somebody named, and not of a side: "accused A of it", "A is alleged to have hidden it"?"""
    if one.act != "accuse":
        return False
    text = ground.linked.documents[one.document].text
    mentions = ground.annotated(one.document).mentions
    infinitive = next((span.start for span in one.content if text.startswith("to ", span.start)), None)
    first = one.content[0].start
    if infinitive is not None:
        near = [each for each in mentions if infinitive - TARGET < each.end <= infinitive]
        near = near and [max(near, key=lambda each: (each.end, -each.start))]
    else:
        near = [each for each in mentions if first <= each.start < first + TARGET]
    known = [ground.actor(one.document, each.actor) for each in near]
    inside = [each for each in mentions if first <= each.start < one.content[-1].end] if infinitive is None else near
    named = any(ground.side(ground.actor(one.document, each.actor)) == side for each in inside)
    return any(actor is not None for actor in known) and not named
