"""Where accounts part: stances, denials, values, and what one side announces and the other has not confirmed.

Only accounts of the same thing at the same time can be in dispute; a changed mind is a change, silence is no dispute,
and one invented dispute costs more than a missed one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chronology import count_days
from onrecord.compare.accusations import find_answered_accusations
from onrecord.compare.affirmed import find_affirmed
from onrecord.compare.answered import find_answered_words
from onrecord.compare.charges import find_denied_charges
from onrecord.compare.contradictions import find_contradictions
from onrecord.compare.contrary import find_contrary
from onrecord.compare.counts import find_count_disputes
from onrecord.compare.criticised import find_criticised
from onrecord.compare.deeds_denied import find_denied_deeds
from onrecord.compare.denials import find_denials
from onrecord.compare.denied_claims import find_denied_claims
from onrecord.compare.durations import find_duration_disputes
from onrecord.compare.expectations import find_deadline_disputes
from onrecord.compare.figures import find_figure_disputes
from onrecord.compare.ground import earliest
from onrecord.compare.had_one import find_had_one
from onrecord.compare.merging import marks_of, same_rift
from onrecord.compare.no_dates import find_undated
from onrecord.compare.objections import find_objections
from onrecord.compare.opposed import find_opposed
from onrecord.compare.orders import find_order_disputes
from onrecord.compare.others_plans import find_others_plans
from onrecord.compare.owned_claims import find_owned_claims
from onrecord.compare.planned_days import find_day_disputes
from onrecord.compare.postings import Postings
from onrecord.compare.rebuffs import find_rebuffs
from onrecord.compare.replies import find_replies
from onrecord.compare.report_denials import find_report_denials
from onrecord.compare.rifts import Rift, Voice, is_of_one
from onrecord.compare.set_against import find_set_against
from onrecord.compare.side_by_side import find_side_by_side
from onrecord.compare.stance_rifts import find_stance_rifts
from onrecord.compare.tallies import find_tally_disputes
from onrecord.compare.unconfirmed import find_unconfirmed, find_unconfirmed_accounts, find_unconfirmed_words
from onrecord.compare.values import find_value_disputes
from onrecord.compare.who_began import find_who_began
from onrecord.compare.words import shorten
from onrecord.identity import build_id
from onrecord.records import Dispute, Evidence, Proposal, Side

LABEL = 90
CLOSELY = 6
"""Characters between a denial and the quotation that puts it in words."""
CLOSE = 62
"""Days within which a dispute is dated: the first of a longer interval would be a false day."""
BESIDE = 200
"""Characters between two places where one party denies the same."""
PIECES = 5
"""Wordings of one side that are cited."""

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.compare.claims import Claimed
    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.compare.said import Said
    from onrecord.records import Statement


def find_disputes(
    ground: Ground,
    held: Sequence[Held],
    proposals: Sequence[Proposal],
    claimed: Sequence[Claimed],
    said: Sequence[Said],
) -> tuple[Dispute, ...]:
    """Find the disputes of the record, one row for each thing and pair of sides.

    They rest on stances that rules read: what the tagger alone sees of a stance is too loosely read to oppose anything.
    """
    held = [one for one in held if not one.source.mention.tagged]
    places = Places(ground, held)
    rifts = [
        *find_stance_rifts(ground, held, proposals),
        *find_opposed(ground, held),
        *find_objections(ground, held, said),
        *find_others_plans(ground, held),
        *find_order_disputes(ground, held),
        *find_denial_rifts(ground, said, places),
        *find_answered_accusations(ground, held),
        *find_denied_claims(ground, held),
        *find_denied_charges(ground, said),
        *find_report_denials(ground, held),
        *find_affirmed(ground),
        *find_owned_claims(ground),
        *find_who_began(ground),
        *find_had_one(ground),
        *find_undated(ground, said),
        *find_contradictions(ground, said),
        *find_contrary(ground),
        *find_criticised(ground),
        *find_set_against(ground),
        *find_answered_words(ground),
        *find_side_by_side(ground),
        *(place_reply(places, rift) for rift in (*find_replies(ground), *find_denied_deeds(ground))),
        *find_unconfirmed(ground, held),
        *find_unconfirmed_words(ground, held),
        *find_unconfirmed_accounts(ground, said),
        *find_deadline_disputes(ground, said),
        *find_value_disputes(ground, claimed),
        *find_count_disputes(ground, said),
        *find_figure_disputes(ground, said),
        *find_duration_disputes(ground, said),
        *find_tally_disputes(ground),
        *find_day_disputes(ground, said),
    ]
    rifts += [place_reply(places, one) for one in leave_answered(find_rebuffs(ground), rifts)]
    return merge_rifts(ground, rifts)


def leave_answered(rebuffs: Iterable[Rift], rifts: Sequence[Rift]) -> Iterator[Rift]:
    """The rebuffs that no other rule has found: neither the reply, nor the claim with who is known to deny it."""
    known: dict[str, list[Rift]] = {}
    for one in rifts:
        if one.kind == "denial":
            known.setdefault(one.sides[1].evidence.document, []).append(one)
    for rift in rebuffs:
        claim, reply = rift.sides
        if not any(is_known(one, claim, reply) for one in known.get(reply.evidence.document, ())):
            yield rift


def is_known(one: Rift, claim: Voice, reply: Voice) -> bool:
    """Is it a denial with the same words, or by the same party of the same claim or in about the same place?"""
    told, denied = one.sides
    if denied.overlaps(reply):
        return True
    near = abs(denied.evidence.start - reply.evidence.start) <= BESIDE
    return denied.holder == reply.holder and (near or told.overlaps(claim))


def place_reply(places: Places, rift: Rift) -> Rift:
    """A reply with the proposal or event that it is about, where the words are about one."""
    about = places.find(rift.sides[0].evidence) or places.find(rift.sides[1].evidence)
    return replace(rift, about=about) if about is not None else rift


def find_denial_rifts(ground: Ground, said: Sequence[Said], places: Places) -> Iterator[Rift]:
    """Assertions and their denials."""
    for yes, no, reason in find_denials(ground, said):
        about = places.find(yes.evidence) or places.find(no.evidence) or yes.statement or no.statement
        if about is None:
            continue
        sides = (voice_of(ground, yes), voice_of(ground, no))
        rift = Rift(about=about, kind="denial", facet=None, sides=sides, reasons=(reason,))
        yield rift
        own = find_own_words(ground, yes, no)
        if own is not None:
            row, span = own
            words = Voice(shorten(ground.text(span)), row.source.actor or no.voice, row.id, span, no.when)
            yield replace(rift, sides=(rift.sides[0], words))


def voice_of(ground: Ground, one: Said) -> Voice:
    """A clause as a side."""
    return Voice(shorten(ground.text(one.evidence)), one.voice, one.statement or one.voice, one.evidence, one.when)


def find_own_words(ground: Ground, yes: Said, no: Said) -> tuple[Statement, Evidence] | None:
    """ "Arland denied it. "There was no such offer," its spokesman said": the quotation that follows a bare denial."""
    if no.assertion.refers is None:
        return None
    for row in ground.spoken.get(no.document, ()):
        side = ground.side(row.source.actor)
        speaks = side == no.side or (row.source.actor in ground.spokesmen and side != yes.side)
        if row.kind != "direct" or not speaks:
            continue
        for span in row.content:
            if 0 <= span.start - no.assertion.end <= CLOSELY:
                return row, Evidence(document=row.document, start=span.start, end=span.end)
    return None


class Places:
    """Which event or proposal stands at a place of a text."""

    def __init__(self, ground: Ground, held: Sequence[Held]) -> None:
        """Index stances and event mentions by document."""
        self.ground = ground
        self.held: dict[str, list[Held]] = {}
        for one in held:
            self.held.setdefault(one.source.document, []).append(one)

    def find(self, evidence: Evidence) -> str | None:
        """The proposal, else the event, whose words overlap a span."""
        for one in self.held.get(evidence.document, ()):
            if one.source.mention.start < evidence.end and evidence.start < one.source.mention.end:
                return one.proposal
        found = self.ground.annotated(evidence.document).events
        for index, event in enumerate(found):
            if event.trigger.start < evidence.end and evidence.start < event.trigger.end:
                name = self.ground.linked.event_of.get((evidence.document, index))
                if name:
                    return name
        return None


def merge_rifts(ground: Ground, rifts: Sequence[Rift]) -> tuple[Dispute, ...]:
    """One dispute for each thing, facet and pair of sides; a rift whose evidence another one has is the same."""
    groups: list[list[Rift]] = []
    index = Postings()
    for rift in sorted((one for one in rifts if not is_of_one(ground, one)), key=lambda one: one.order()):
        marks = marks_of(ground, rift)
        for at in sorted(index.find(marks)):
            if any(same_rift(ground, rift, other) for other in groups[at]):
                groups[at].append(rift)
                break
        else:
            at = len(groups)
            groups.append([rift])
        index.add(at, marks)
    rows = [build_row(ground, group) for group in groups]
    return tuple(sorted({row.id: row for row in rows}.values(), key=lambda one: one.id))


def pick_evidence(ground: Ground, voices: Sequence[Voice]) -> list[Evidence]:
    """The best pieces of a side: at most so many wordings, the nearest to the first text; copies of one ride along."""
    kept: list[Evidence] = []
    wordings: list[str] = []
    for voice in voices:
        words = ground.text(voice.evidence).casefold()
        inside = any(
            one.document == voice.evidence.document
            and one.start <= voice.evidence.end
            and voice.evidence.start <= one.end
            for one in kept
        )
        if inside or (words not in wordings and len(wordings) >= PIECES):
            continue
        wordings += [words] if words not in wordings else []
        kept.append(voice.evidence)
    return kept


def build_row(ground: Ground, group: Sequence[Rift]) -> Dispute:
    """The dispute of some rifts that are one."""
    first = group[0]
    sides = []
    evidence: list[Evidence] = []
    for number in range(2):
        voices = [rift.sides[number] for rift in group]
        evidence += [span for span in pick_evidence(ground, voices) if span not in evidence]
        sides.append(
            Side(
                value=voices[0].value,
                holders=tuple(sorted({ground.holder(voice.holder, voice.evidence.document) for voice in voices})),
                items=tuple(sorted({voice.item for voice in voices})),
            )
        )
    when = earliest([voice.when for rift in group for voice in rift.sides])
    name = build_id("dis", first.about, first.kind, first.facet, *(f"{one.document}:{one.start}" for one in evidence))
    return Dispute(
        id=name,
        about=first.about,
        facet=first.facet,
        kind=first.kind,
        sides=tuple(sides),
        first_seen=when.earliest if (count_days(when) or CLOSE + 1) <= CLOSE else None,
        reasons=tuple(dict.fromkeys(reason for rift in group for reason in rift.reasons)),
        evidence=tuple(evidence),
    )


def add_matters(
    ground: Ground, disputes: Sequence[Dispute], proposals: Sequence[Proposal]
) -> tuple[tuple[Dispute, ...], tuple[Proposal, ...]]:
    """Give a dispute over what is no event and no known proposal a matter of its own to be about.

    Returns:
        The disputes, each about an event or a proposal, and the matters added.
    """
    known_ids = {one.id for one in proposals} | set(ground.events)
    rows, matters = [], []
    for dispute in disputes:
        if dispute.about in known_ids:
            rows.append(dispute)
            continue
        first = dispute.evidence[0]
        label = " ".join(ground.text(first).split())[:LABEL].strip()
        name = build_id("pro", "matter", *(f"{one.document}:{one.start}" for one in dispute.evidence))
        matters.append(Proposal(id=name, label=label, kind="matter", event=None, evidence=dispute.evidence))
        rows.append(replace(dispute, about=name))
    return tuple(rows), tuple(matters)
