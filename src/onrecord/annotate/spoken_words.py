"""The words of acts of words, read once from `vocab/word_acts.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from onrecord.annotate.event_words import DeedPattern, group_patterns, load_table, mark_pattern, read_wordings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.vocab.lists import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWords:
    """The lexicon of acts of words.

    Attributes:
        verbs: Verb lemma -> patterns, which are read more freely than those of deeds.
        nouns: Noun lemma -> the type of what it names, and the prepositions before the other party.
        joint: Nouns of those that two or more are in alike.
        lists: All other lists, by their names.
    """

    verbs: Mapping[str, tuple[DeedPattern, ...]]
    nouns: Mapping[str, tuple[EventType, frozenset[str]]]
    joint: frozenset[str]
    lists: Mapping[str, frozenset[str]]


def read_verbs(table: Mapping[str, Any], links: Sequence[str]) -> list[DeedPattern]:
    """The verb entries; whether they stand without a target depends on what is said."""
    return [
        mark_pattern(type_, verb, objects, chain, marks=frozenset({"exact"}), needs_target=False)
        for type_, entries in table["verbs"].items()
        for entry in entries
        for verb, objects, chain in read_wordings(entry, {}, links)
    ]


def read_nouns(table: Mapping[str, Any]) -> dict[str, tuple[EventType, frozenset[str]]]:
    """The noun entries: "call|appeal to|for" as each noun with its prepositions."""
    found: dict[str, tuple[EventType, frozenset[str]]] = {}
    for type_, entries in table["nouns"].items():
        for entry in entries:
            nouns, links = entry.split()
            for noun in nouns.split("|"):
                found[noun] = cast("EventType", type_), frozenset(links.split("|"))
    return found


@lru_cache(maxsize=1)
def load_spoken_words() -> SpokenWords:
    """Load the lexicon once."""
    table = load_table("word_acts.toml")
    return SpokenWords(
        verbs=group_patterns(read_verbs(table, load_table("deeds.toml")["rules"]["links"])),
        nouns=read_nouns(table),
        joint=frozenset(noun for nouns in table["joint"].values() for noun in nouns),
        lists={key: frozenset(words) for key, words in table["words"].items()},
    )
