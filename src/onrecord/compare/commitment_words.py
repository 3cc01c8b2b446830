"""The words that tell of promised acts, read once from `vocab/commitments.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

BROKE = frozenset({"break", "renege", "violate", "breach"})
KEEPING = frozenset({"keep", "honour", "honor", "fulfil", "fulfill"})


@dataclass(frozen=True, slots=True)
class Acts:
    """The groups of verbs, each "verb" or "verb noun"; the words that tell of a promise; how testimony is told."""

    groups: tuple[frozenset[tuple[str, str]], ...]
    bound: frozenset[str]
    speech: frozenset[int]
    cues: tuple[str, ...]
    hearers: frozenset[str]
    gathering: frozenset[str]
    gathered: frozenset[str]
    going_on: frozenset[str]
    sittings: frozenset[str]


@lru_cache(maxsize=1)
def load_acts() -> Acts:
    """Load the groups once."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))["acts"]
    groups = tuple(
        frozenset((verb, noun) for verb, _, noun in (entry.partition(" ") for entry in group))
        for group in (*table["groups"], table["testimony"])
    )
    return Acts(
        groups,
        frozenset(table["bound"]),
        frozenset({len(groups) - 1}),
        tuple(table["cues"]),
        frozenset(table["hearers"]),
        frozenset(table["gathering"]),
        frozenset(table["gathered"]),
        frozenset(table["going_on"]),
        frozenset(table["sittings"]),
    )
