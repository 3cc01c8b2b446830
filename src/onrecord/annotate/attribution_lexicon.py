"""The cue words of vocab/cues.toml, as sets by construction."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Lemmas by the construction in which they introduce a content; see the comments in vocab/cues.toml."""

    speech: Words
    quoting: Words
    belief: Words
    evidence: Words
    infinitive: Words
    directive: Words
    object: Words
    naming: Words
    figuring: Words
    with_preposition: Mapping[str, Words]
    prepositional: Mapping[str, Words]
    particle: Mapping[str, Words]
    light_verbs: Words
    light_nouns: Words
    light_prepositions: Words
    light_keep: Words
    stance_verbs: Words
    stance_phrases: tuple[tuple[str, ...], ...]
    nouns: Words
    media: Words
    adjectives: Words
    according: tuple[tuple[str, ...], ...]
    citing: Words
    adverbs: Words
    nested: Words
    parties: Words


def split(words: str) -> Words:
    """The words of a blank-separated list."""
    return frozenset(words.split())


def by_verb(table: Mapping[str, Any]) -> Mapping[str, Words]:
    """A table of verbs with their prepositions or particles."""
    return MappingProxyType({verb: frozenset(words) for verb, words in table.items()})


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """Read the cue lexicon once."""
    data = tomllib.loads(files("onrecord.vocab").joinpath("cues.toml").read_text(encoding="utf-8"))
    light, phrases = data["light"], data["phrases"]
    return Cues(
        speech=split(data["speech"]),
        quoting=split(data["quoting"]),
        belief=split(data["belief"]),
        evidence=split(data["evidence"]),
        infinitive=split(data["infinitive"]),
        directive=split(data["directive"]),
        object=split(data["object"]),
        naming=split(data["naming"]),
        figuring=split(data["figuring"]),
        with_preposition=by_verb(data["with_preposition"]),
        prepositional=by_verb(data["prepositional"]),
        particle=by_verb(data["particle"]),
        light_verbs=split(light["verbs"]),
        light_nouns=split(light["nouns"]),
        light_prepositions=split(light["prepositions"]),
        light_keep=split(light["keep"]),
        stance_verbs=split(data["stance_phrases"]["verbs"]),
        stance_phrases=tuple(tuple(one.split()) for one in data["stance_phrases"]["phrases"]),
        nouns=split(data["nouns"]["clause"]),
        media=split(data["nouns"]["medium"]),
        adjectives=split(data["adjectives"]["clause"]),
        according=tuple(tuple(one.split()) for one in phrases["according"]),
        citing=split(phrases["citing"]),
        adverbs=split(phrases["adverbs"]),
        nested=split(data["nested"]["verbs"]),
        parties=split(data["nested"]["parties"]),
    )
