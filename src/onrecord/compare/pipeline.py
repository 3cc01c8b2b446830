"""The order of the comparers over the linked record."""

from dataclasses import dataclass

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
        as_of: ISO date at which commitments are judged; None is the latest day any document can be of.
    """
    return Compared()
