"""The order of the comparers over the linked record."""

from dataclasses import dataclass

from onrecord.compare.claims import build_claims, gather_claims
from onrecord.compare.commitments import build_commitments
from onrecord.compare.disputes import add_matters, find_disputes
from onrecord.compare.ground import build_ground
from onrecord.compare.origins import build_corroboration
from onrecord.compare.positions import build_held, build_positions
from onrecord.compare.proposals import build_proposals, gather_stances
from onrecord.compare.said import gather_said
from onrecord.linked import Linked
from onrecord.records import Claim, Commitment, Corroboration, Dispute, Position, Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What comparing makes: each table in its canonical order."""

    proposals: tuple[Proposal, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corroboration: tuple[Corroboration, ...] = ()
    commitments: tuple[Commitment, ...] = ()


def compare(linked: Linked, *, as_of: str | None = None) -> Compared:
    """Compare the accounts of the linked record.

    Args:
        linked: What `link` made.
        as_of: ISO date at which commitments are judged; None is the latest day that a document is shown to be of.

    Returns:
        Proposals, positions, claims, disputes, corroboration and commitments, each in the order of its ids.
    """
    ground = build_ground(linked)
    stances = gather_stances(ground)
    proposals, proposal_of = build_proposals(ground, stances)
    held = build_held(ground, stances, proposal_of)
    positions = build_positions(held)
    claimed = gather_claims(ground)
    claims = build_claims(claimed)
    said = gather_said(ground)
    disputes, matters = add_matters(ground, find_disputes(ground, held, proposals, claimed, said), proposals)
    return Compared(
        proposals=tuple(sorted((*proposals, *matters), key=lambda one: one.id)),
        positions=positions,
        claims=claims,
        disputes=disputes,
        corroboration=build_corroboration(ground, linked.events, claims, positions),
        commitments=build_commitments(ground, said, as_of),
    )
