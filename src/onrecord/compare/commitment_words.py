"""The words that tell of promised acts, read once from `vocab/commitments.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotations import Assertion

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
    envoys: frozenset[str]
    put_down: frozenset[str]
    naming: frozenset[str]
    participles: Mapping[str, str]
    going_on: frozenset[str]
    sittings: frozenset[str]
    left: Mapping[str, str]
    staying: frozenset[str]
    failing: frozenset[str]
    undone: frozenset[str]
    opposites: Mapping[str, frozenset[str]]
    states: frozenset[str]
    moving: frozenset[str]
    light: frozenset[str]
    nominal: Mapping[str, str]
    ahead: frozenset[str]
    calling_off: frozenset[str]
    telling: frozenset[str]


@lru_cache(maxsize=1)
def load_acts() -> Acts:
    """Load the groups once."""
    whole = tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))
    table = whole["acts"]
    groups = tuple(
        frozenset((verb, noun) for verb, _, noun in (entry.partition(" ") for entry in group))
        for group in (*table["groups"], read_lifting(table), table["testimony"])
    )
    return Acts(
        groups,
        frozenset(table["bound"]),
        frozenset({len(groups) - 1}),
        tuple(table["cues"]),
        frozenset(table["hearers"]),
        frozenset(table["gathering"]),
        frozenset(table["gathered"]),
        frozenset(form for word in table["envoys"] for form in (word, f"{word}s")),
        frozenset(whole["verbs"]["appointing"]),
        frozenset(table["naming"]),
        table["participles"],
        frozenset(table["going_on"]),
        frozenset(table["sittings"]),
        table["left"],
        frozenset(table["staying"]),
        frozenset(table["failing"]),
        frozenset(table["undone"]),
        read_opposites(table["opposites"]),
        frozenset(table["states"]),
        frozenset(whole["verbs"]["moving"]),
        frozenset(table["light"]),
        table["nominal"],
        frozenset(table["ahead"]),
        frozenset(table["calling_off"]),
        frozenset(table["telling"]),
    )


def read_lifting(table: Mapping[str, Sequence[str]]) -> list[str]:
    """The ways to tell that a restriction was taken away: "lift ban", "lift bans", "strike list"."""
    nouns = [form for noun in table["restrictions"] for form in (noun, f"{noun}s")]
    return [*(f"{verb} {noun}" for verb in table["lifting"] for noun in nouns), *table["off_list"]]


@lru_cache(maxsize=65536)
def are_akin(first: str, second: str) -> bool:
    """Do two verbs tell of one act, whatever stands beside them?"""
    groups = ({verb for verb, _ in group} for group in load_acts().groups)
    return first == second or any(first in verbs and second in verbs for verbs in groups)


def verb_of_noun(word: str) -> str | None:
    """The verb of which a noun says no more, in the singular or plural ("payments": pay)."""
    nominal = load_acts().nominal
    return nominal.get(word) or nominal.get(word.removesuffix("s"))


def read_opposites(pairs: Sequence[Sequence[Sequence[str]]]) -> Mapping[str, frozenset[str]]:
    """The verbs that break a promise of a verb."""
    found: dict[str, frozenset[str]] = {}
    for first, second in pairs:
        for one, other in ((first, second), (second, first)):
            for verb in one:
                found[verb] = found.get(verb, frozenset()) | frozenset(other)
    return found


def deeds_of(told: Assertion) -> dict[str, bool]:
    """The verbs of what a clause tells: True for what was done, False for what was not ("remained closed")."""
    acts = load_acts()
    if told.predicate in acts.failing and not told.negated:
        return dict.fromkeys(told.words, False)
    if told.predicate in acts.staying:
        left = {acts.left[word]: told.negated for word in told.words if word in acts.left}
        left |= {word: not told.negated for word in told.words if word in acts.states}
        if left:
            return left
    found = {told.predicate: not told.negated}
    if told.predicate in acts.light - acts.ahead:  # "went on strike"
        found |= {acts.nominal[word]: not told.negated for word in told.words if word in acts.nominal}
    return found
