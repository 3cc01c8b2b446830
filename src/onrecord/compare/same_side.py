"""Are two parties of one side, or does the one bear the other's name ("Tarn", "Tarn's lawyer", "the Tarn campaign")?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.words import load_tables

if TYPE_CHECKING:
    from onrecord.compare.ground import Ground

NAME = re.compile(r"[A-ZÀ-Þ][\w-]{2,}")


def names_in(text: str) -> set[str]:
    """The capitalised words of a text that few have, a plural as its singular."""
    plain = load_tables().opposed["plain_names"]
    return {one.rstrip("s") for one in NAME.findall(text) if one not in plain}


def are_kin(ground: Ground, a: str | None, b: str | None) -> bool:
    """Are two actors of one side, or do their names or sides' names share a word?"""
    if a is None or b is None or ground.side(a) == ground.side(b):
        return True
    first, second = (names_in(f"{ground.name(one)} {ground.name(ground.side(one) or one)}") for one in (a, b))
    return bool(first & second)
