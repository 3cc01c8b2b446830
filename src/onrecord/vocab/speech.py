"""The words that tell acts, channels and addressees: acts.toml and channels.toml behind two look-ups."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from onrecord.vocab.lists import Act

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """Acts by the lemma of the cue, and what shifts them; see the comments in acts.toml."""

    verbs: Mapping[str, Act]
    nouns: Mapping[str, Act]
    adjectives: Mapping[str, Act]
    phrases: Mapping[tuple[str, ...], Act]
    clause_states: Words
    negated_refuse: Words
    speech_withheld: Words
    felt: Words
    word_given: Words
    words_withheld: Words
    no_promise: Words
    hedges: Words
    hopeful: Words
    denials: tuple[str, ...]
    thanks: tuple[str, ...]
    demands: Words
    address_object: Words
    address_matter: Words
    address_to: Words
    address_subject: Words
    address_on: Words
    audience: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelWords:
    """Words that name channels and point to them; see the comments in channels.toml."""

    nouns: Words
    compounds: frozenset[tuple[str, str]]
    prepositions: Words
    not_with: Mapping[str, Words]
    issued: Words
    published: Words
    owned: Words
    sending: Words
    modifiers: Words
    weak: Words
    posting: Words
    network_before: Words
    network_nouns: Words
    network_after: Words
    generic: tuple[str, ...]
    outlet_verbs: Words
    outlet_nouns: Words
    outlet_before: Words
    press: Words
    speaking: Words
    airing: Words
    continuing: Words
    same_breath: Words
    own_network: Mapping[str, str]
    outlet_endings: Words
    outlet_starts: Words
    call_sign: re.Pattern[str]


def read_toml(name: str) -> dict[str, Any]:
    """Read one TOML file of this package."""
    return tomllib.loads(files("onrecord.vocab").joinpath(name).read_text(encoding="utf-8"))


def by_word(table: Mapping[str, str]) -> dict[str, Act]:
    """Word -> act, from act -> words."""
    return {word: act for act, words in table.items() for word in words.split()}  # type: ignore[misc]


@lru_cache(maxsize=1)
def load_act_words() -> ActWords:
    """Read acts.toml once."""
    data = read_toml("acts.toml")
    shifts, content, addressing = data["shifts"], data["content"], data["addressing"]
    return ActWords(
        verbs=by_word(data["verbs"]),
        nouns=by_word(data["nouns"]),
        adjectives=by_word(data["adjectives"]),
        phrases={tuple(phrase.split()): act for act, phrases in data["phrases"].items() for phrase in phrases},
        clause_states=frozenset(shifts["clause_states"].split()),
        negated_refuse=frozenset(shifts["negated_refuse"].split()),
        speech_withheld=frozenset(shifts["speech_withheld"].split()),
        felt=frozenset(shifts["felt"].split()),
        word_given=frozenset(shifts["word_given"].split()),
        words_withheld=frozenset(shifts["words_withheld"].split()),
        no_promise=frozenset(content["no_promise"].split()),
        hedges=frozenset(content["hedges"].split()),
        hopeful=frozenset(content["hopeful"].split()),
        denials=tuple(content["denials"]),
        thanks=tuple(content["thanks"]),
        demands=frozenset(content["demands"].split()),
        address_object=frozenset(addressing["object"].split()),
        address_matter=frozenset(addressing["matter"].split()),
        address_to=frozenset(addressing["to"].split()),
        address_subject=frozenset(addressing["subject"].split()),
        address_on=frozenset(addressing["on"].split()),
        audience=frozenset(addressing["audience"].split()),
    )


@lru_cache(maxsize=1)
def load_channel_words() -> ChannelWords:
    """Read channels.toml once, with the endings of outlets' names from outlets.toml."""
    data = read_toml("channels.toml")
    return ChannelWords(
        nouns=frozenset(data["nouns"].split()),
        compounds=frozenset((one.split("-")[0], one.split("-")[1]) for one in data["compounds"].split()),
        prepositions=frozenset(data["prepositions"].split()),
        not_with={word: frozenset(words.split()) for word, words in data["not_with"].items()},
        issued=frozenset(data["issued"].split()),
        published=frozenset(data["published"].split()),
        owned=frozenset(data["owned"].split()),
        sending=frozenset(data["sending"].split()),
        modifiers=frozenset(data["modifiers"].split()),
        weak=frozenset(data["weak"].split()),
        posting=frozenset(data["posting"].split()),
        network_before=frozenset(data["network_before"].split()),
        network_nouns=frozenset(data["network_nouns"].split()),
        network_after=frozenset(data["network_after"].split()),
        generic=tuple(data["generic"]),
        outlet_verbs=frozenset(data["outlet_verbs"].split()),
        outlet_nouns=frozenset(data["outlet_nouns"].split()),
        outlet_before=frozenset(data["outlet_before"].split()),
        press=frozenset(data["press"].split()),
        speaking=frozenset(data["speaking"].split()),
        airing=frozenset(data["airing"].split()),
        continuing=frozenset(data["continuing"].split()),
        same_breath=frozenset(data["same_breath"].split()),
        own_network=data["own_network"],
        outlet_endings=frozenset(read_toml("outlets.toml")["nouns"]),
        outlet_starts=frozenset(data["outlet_starts"].split()),
        call_sign=re.compile(data["call_sign"]),
    )
