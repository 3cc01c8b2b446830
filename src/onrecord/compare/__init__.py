"""compare: linked accounts in, proposals, positions, claims, disputes, origins and commitments out."""

from onrecord.compare.pipeline import Compared, compare

__all__ = ["Compared", "compare"]
