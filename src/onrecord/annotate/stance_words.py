"""The cues of stances, read once from `vocab/stances.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePattern:
    """A cue: its first lemma, the words that must follow it, and whether a party stands between ("urge * to").

    `only_negated`: it takes a stance only with a negation ("would not hear of").
    """

    stance: Stance
    first: str
    rest: tuple[str, ...]
    party: bool = False
    only_negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """The lexicon, with sets for lookup.

    Attributes:
        verbs: Verb lemma -> cue patterns, the longest first.
        nouns: Noun lemma -> (preposition, stance).
        negated, refused: What a negation, or a negated "will", makes of a stance; "" says nothing.
        unsaid: What a negation makes of the stance of one verb.
        lists: All other lists, by key.
    """

    verbs: Mapping[str, tuple[CuePattern, ...]]
    nouns: Mapping[str, tuple[tuple[str, Stance], ...]]
    negated: Mapping[str, str]
    refused: Mapping[str, str]
    unsaid: Mapping[str, str]
    lists: Mapping[str, frozenset[str]]


def is_owned_body(scene: Scene, head: Token) -> bool:
    """ "his company", a body without a name of its own: not the person it belongs to."""
    if head.pos_ != "NOUN" or head.lemma_.lower() not in load_stance_words().lists["bodies"]:
        return False
    return head.i not in scene.mention_at and any(child.tag_ == "PRP$" for child in head.children)


def rank(pattern: CuePattern) -> tuple[int, tuple[str, ...], bool]:
    """The longest cue of a verb is tried first."""
    return -len(pattern.rest), pattern.rest, not pattern.only_negated


@lru_cache(maxsize=1)
def load_stance_words() -> StanceWords:
    """Load the lexicon once."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("stances.toml").read_text(encoding="utf-8"))
    verbs: dict[str, list[CuePattern]] = {}
    for section in ("verbs", "parties", "only_negated"):
        for stance, entries in table[section].items():
            for entry in entries:
                first, *rest = entry.split()
                party = section == "parties"
                words = tuple(word for word in rest if word != "*")
                pattern = CuePattern(
                    stance=cast("Stance", stance),
                    first=first,
                    rest=words,
                    party=party,
                    only_negated=section == "only_negated",
                )
                verbs.setdefault(first, []).append(pattern)
    nouns: dict[str, list[tuple[str, Stance]]] = {}
    for stance, entries in table["nouns"].items():
        for entry in entries if stance != "light" else ():
            noun, link = entry.split()
            nouns.setdefault(noun, []).append((link, cast("Stance", stance)))
    lists = {key: frozenset(words) for section in ("predicates", "words") for key, words in table[section].items()}
    lists["light"] = frozenset(table["nouns"]["light"])
    return StanceWords(
        verbs={verb: tuple(sorted(found, key=rank)) for verb, found in verbs.items()},
        nouns={noun: tuple(found) for noun, found in nouns.items()},
        negated=table["negated"],
        refused=table["refused"],
        unsaid=table["unsaid"],
        lists=lists,
    )
