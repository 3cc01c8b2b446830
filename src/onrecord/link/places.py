"""Places of events: which lies in which, and which are too usual a venue to tell events apart.

Tables: vocab/places.toml (venues with what lies around them) and vocab/states.toml (states with their capitals).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.vocab.gazetteer import load_gazetteer, read_table


def plain_place(place: str) -> str:
    """A place as it is compared: case folded, article off.

    >>> plain_place("The White  House")
    'white house'
    """
    return re.sub(r"^the\s+", "", " ".join(place.casefold().split()))


@lru_cache(maxsize=1)
def _load_around() -> dict[str, frozenset[str]]:
    around = {venue: frozenset(outer) for venue, outer in read_table("places.toml")["venues"].items()}
    for printed, entry in load_gazetteer().by_name.items():
        if entry.kind in ("capital", "seat") and entry.side:
            around.setdefault(plain_place(printed), frozenset({plain_place(entry.side)}))
    return around


@lru_cache(maxsize=1)
def _load_states() -> frozenset[str]:
    return frozenset(plain_place(name) for name, one in load_gazetteer().by_name.items() if one.kind == "state")


def is_usual(place: str) -> bool:
    """Is it a state, a capital or a seat of government, where the same people meet time and again?"""
    entry = load_gazetteer().find(place.title())
    return place in _load_states() or bool(entry and entry.kind in ("capital", "seat", "state"))


def match_place(a: str, b: str) -> bool | None:
    """Do two plain places agree? None where one may lie in the other for all that is known."""
    around = _load_around()
    if a == b or a in b.split(", ") or b in a.split(", ") or a in around.get(b, ()) or b in around.get(a, ()):
        return True
    if re.search(rf"\b{re.escape(a)}\b", b) or re.search(rf"\b{re.escape(b)}\b", a):
        return True
    states = _load_states()
    for one, other in ((a, b), (b, a)):
        # A town that no table knows may lie in any state, and in any venue's town stand any "palace".
        if one in states and other not in states and other not in around:
            return None
    return False


def match_places(a: Iterable[str], b: Iterable[str]) -> bool | None:
    """Do any of two groups of plain places agree? None where one side names none, or nothing is known."""
    verdicts = [match_place(one, other) for one in sorted(a) for other in sorted(b)]
    if True in verdicts:
        return True
    return None if not verdicts or None in verdicts else False
