"""One party, one proposal, two stances that it cannot both have, according to two voices at one time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.compare.denials import WINDOW
from onrecord.compare.ground import gap, known
from onrecord.compare.positions import evidence_of, position_id
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.words import load_tables, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.records import Proposal
    from onrecord.vocab.lists import DisputeKind


def find_stance_rifts(ground: Ground, held: Sequence[Held], proposals: Sequence[Proposal]) -> Iterator[Rift]:
    """Two holders give one party two stances on one proposal that it cannot both have."""
    clash = load_tables().clash
    labels = {one.id: one.label for one in proposals}
    groups: dict[tuple[str, str], list[Held]] = {}
    for one in held:
        # a party left open ("the former") is taken for the one its holder speaks for
        party = ground.side(one.actor) if one.actor is not None else ground.side(one.holder)
        if party is not None:
            groups.setdefault((one.proposal, party), []).append(one)
    for (proposal, _), group in sorted(groups.items()):
        if changed_mind(group):
            continue
        for n, a in enumerate(group):
            for b in group[n + 1 :]:
                if (a.source.mention.stance, b.source.mention.stance) in clash and can_clash(ground, a, b):
                    yield stance_rift(ground, proposal, labels[proposal], a, b)


def changed_mind(group: Sequence[Held]) -> bool:
    """Has the party itself been on both sides? Then accounts of it may be of two moments."""
    own = {one.source.mention.stance for one in group if one.voice == one.actor}
    return any((a, b) in load_tables().clash for a in own for b in own)


def can_clash(ground: Ground, a: Held, b: Held) -> bool:
    """Are these two accounts of one party's stance at one time, by two voices?"""
    if a.voice == b.voice or (
        ground.original(a.source.document) == ground.original(b.source.document) and a.voice == b.voice
    ):
        return False
    if not one_party(ground, a.actor, b.actor):
        return False
    own = ground.original(a.source.document)
    if own == ground.original(b.source.document) and own in (a.voice, b.voice):
        return False  # an outlet that reports both knows of both: it tells of a change
    if "unconfirmed" in (a.source.mention.stance, b.source.mention.stance) and None in (a.holder, b.holder):
        return False  # that is the dispute of the other kind
    if ground.side(a.voice) == ground.side(b.voice) and not {a.source.mention.stance, b.source.mention.stance} & {
        "denies"
    }:
        return False
    return close(ground, a, b) and not (came_later(a, b) or came_later(b, a))


def came_later(a: Held, b: Held) -> bool:
    """Was a stance taken on a printed day after the other was told: a changed mind?"""
    if b.source.mention.time is None or a.when.latest is None or b.when.earliest is None:
        return False
    return a.when.latest < b.when.earliest


def one_party(ground: Ground, a: str | None, b: str | None) -> bool:
    """The same actor, or a person and the state or body he acts for; two people of one side are two."""
    if a == b or a is None or b is None:
        return True
    people = [one for one in (a, b) if one in ground.actors and ground.actors[one].kind == "person"]
    return len(people) < 2


def close(ground: Ground, a: Held, b: Held) -> bool:
    """Can both have been said within a few days? Without dates only within one document."""
    if known(a.when) and known(b.when):
        return gap(a.when, b.when) <= WINDOW
    return a.source.document == b.source.document


def stance_rift(ground: Ground, proposal: str, label: str, a: Held, b: Held) -> Rift:
    """The rift of two positions, the one in favour first."""
    ranks = ("agrees", "supports", "proposes", "conditional")
    first, second = sorted(
        (a, b), key=lambda one: (one.source.mention.stance not in ranks, one.source.document, one.source.index)
    )
    party = next((ground.name(one.actor) for one in (first, second) if one.actor), "the party")
    kind: DisputeKind = "denial" if second.source.mention.stance == "denies" else "stance"
    return Rift(
        about=proposal,
        kind=kind,
        facet=None,
        party=party,
        sides=(stance_voice(ground, party, first), stance_voice(ground, party, second)),
        reasons=(f"{ground.name(first.voice)} and {ground.name(second.voice)} give {party} two stances on “{label}”.",),
    )


def stance_voice(ground: Ground, party: str, one: Held) -> Voice:
    """The side of a held stance."""
    return Voice(
        f"{party} {one.source.mention.stance}: {shorten(ground.text(evidence_of(one)))}",
        one.voice,
        position_id(one),
        evidence_of(one),
        one.when,
    )
