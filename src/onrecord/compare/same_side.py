"""Are two parties of one side, or does the one bear the other's name ("Tarn", "Tarn's lawyer", "the Tarn campaign")?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground

NAME = re.compile(r"[A-ZÀ-Þ][\w-]{2,}")
PLAIN = frozenset(
    "The Ministry Minister Department Office House State States National President Prime Foreign Council Committee Party "
    "Government Justice Defense Defence Police Court Congress Senate United Campaign Bureau Agency Mayor Governor "
    "Senator Sen Gov Rep Mrs Judge General Chief Secretary University City County International Association Union Federal".split()
)
"""Words of names that many have."""


def names_in(text: str) -> set[str]:
    """The capitalised words of a text that few have, a plural as its singular."""
    return {one.rstrip("s") for one in NAME.findall(text) if one not in PLAIN}


def are_kin(ground: Ground, a: str | None, b: str | None) -> bool:
    """Are two actors of one side, or do their names or sides' names share a word?"""
    if a is None or b is None or ground.side(a) == ground.side(b):
        return True
    first, second = (names_in(f"{ground.name(one)} {ground.name(ground.side(one) or one)}") for one in (a, b))
    return bool(first & second)
