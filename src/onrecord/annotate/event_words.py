"""The words that name events and places, read once from `vocab/{events,deeds,deeds_done,places}.toml`."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.vocab.lists import EventMode, EventType

SECTIONS = (
    "contact", "light", "press", "collective", "status", "order", "protest", "court", "labour", "settlement", "relief",
)  # fmt: skip
"""Tables of the lexicon that are plain lists."""
RULED = (
    "strict_object",
    "ambiguous",
    "no_target",
    "intransitive",
    "object_target",
    "inverse",
    "group_source",
    "person_target",
)
"""The rules that list the entries they hold for."""
MARKS = {"alone": "no_target", "strict": "strict_object", "armed": "ambiguous"}
"""Short names of rules that an entry may carry itself, after a slash."""
MODES: tuple[EventMode, ...] = ("call", "meeting", "summit", "talks", "visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedPattern:
    """One lexicon entry: a verb lemma, perhaps an object noun, and the chain of particles before the target.

    Attributes:
        strict: The object itself must be an actor.
        ambiguous: A state or armed people must be in it.
        object_target: The direct object is the target, whatever the particles bring in ("barred A from B").
        inverse: The subject is the target, and the source is what the particles bring in ("fell to A").
        group_source: A group or body does it, no person.
        person_target: It is done to persons, not to things or states ("fired the coach").
        bodies: A state, a body or a group does it, no single person.
        crowd: Only people who protest do it, or their unions.
        official: Only police, courts and other public bodies do it.
        place: It is done to a place.
        weapon: Only a weapon does it ("a shell landed in A").
    """

    type: EventType
    verb: str
    object: str | None
    links: tuple[str, ...]
    strict: bool
    needs_target: bool
    ambiguous: bool
    intransitive: bool
    object_target: bool
    inverse: bool
    group_source: bool
    person_target: bool
    bodies: bool
    crowd: bool
    official: bool
    place: bool
    weapon: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """The lexicon, with sets for lookup.

    Attributes:
        nouns: Noun lemma -> mode of contact; None is a contact of open mode ("conversation").
        verbs: Verb lemma -> kinds of contact verb ("meet", "speak", "phone", "visit", "travel", …).
        deeds: Verb lemma -> patterns, the most specific first.
        deed_nouns: Noun lemma -> (preposition, type) pairs.
        standing: "under siege", "in custody" -> the type of what somebody is in.
        itself: Verbs whose subject it befalls ("the bridge reopened") -> type.
        lists: All other lists, by "section.key".
        past_forms: Forms of contact verbs that cannot be names, however they are tagged -> lemma.
        lemmas: What the lemmatizer makes of a verb, where it is wrong -> the lemma.
        venues: Place name (lower case) -> the places around it.
    """

    nouns: Mapping[str, EventMode | None]
    verbs: Mapping[str, frozenset[str]]
    deeds: Mapping[str, tuple[DeedPattern, ...]]
    deed_nouns: Mapping[str, tuple[tuple[str, EventType], ...]]
    standing: Mapping[str, EventType]
    itself: Mapping[str, EventType]
    lists: Mapping[str, frozenset[str]]
    venues: Mapping[str, tuple[str, ...]]
    lemmas: Mapping[str, str]
    past_forms: Mapping[str, str]

    def has(self, key: str, word: str) -> bool:
        """Is a word on the list of that name?"""
        return word in self.lists[key]


def load_table(name: str) -> dict[str, Any]:
    """Read one TOML file of the vocabulary."""
    return tomllib.loads(files("onrecord.vocab").joinpath(name).read_text(encoding="utf-8"))


def expand(entries: list[str]) -> list[str]:
    """Every wording that entries with alternatives stand for, each once.

    >>> expand(["call on|upon"])
    ['call on', 'call upon']
    """
    wordings = (itertools.product(*(word.split("|") for word in entry.split())) for entry in entries)
    return list(dict.fromkeys(" ".join(wording) for one in wordings for wording in one))


def build_pattern(type_: str, entry: str, rules: dict[str, list[str]]) -> DeedPattern:
    """Read "impose sanction on" as verb, object noun and links; "/alone,strict" after it are marks of its own."""
    wording, _, own = entry.partition(" /")
    verb, *rest = wording.split()
    nouns = [word for word in rest if word not in rules["links"]]
    marks = {MARKS.get(mark, mark) for mark in own.split(",")} | {name for name in RULED if wording in rules[name]}
    return DeedPattern(
        type=cast("EventType", type_),
        verb=verb,
        object=nouns[-1] if nouns else None,
        links=tuple(word for word in rest if word in rules["links"]),
        strict="strict_object" in marks,
        ambiguous="ambiguous" in marks,
        needs_target=type_ in rules["needs_target"] and "no_target" not in marks,
        intransitive="intransitive" in marks,
        object_target="object_target" in marks,
        inverse="inverse" in marks,
        group_source="group_source" in marks,
        person_target="person_target" in marks,
        bodies="bodies" in marks,
        crowd="crowd" in marks,
        official="official" in marks,
        place="place" in marks,
        weapon="weapon" in marks,
    )


def group_patterns(
    entries: Iterable[tuple[str, str]], rules: dict[str, list[str]]
) -> dict[str, tuple[DeedPattern, ...]]:
    """Patterns by verb, the longest first, so that "withdraw ambassador from" wins over "withdraw from"."""
    grouped: dict[str, list[DeedPattern]] = {}
    for type_, entry in entries:
        wording, slash, marks = entry.partition(" /")
        for one in expand([wording]):
            pattern = build_pattern(type_, f"{one}{slash}{marks}", rules)
            grouped.setdefault(pattern.verb, []).append(pattern)
    order = {
        verb: sorted(found, key=lambda one: (one.object is None, -len(one.links))) for verb, found in grouped.items()
    }
    return {verb: tuple(found) for verb, found in order.items()}


def group_types(table: Mapping[str, list[str]]) -> dict[str, EventType]:
    """Wording -> type, of a table of wordings by type."""
    return {one: cast("EventType", type_) for type_, entries in table.items() for one in expand(entries)}


@lru_cache(maxsize=1)
def load_event_words() -> EventWords:
    """Load the lexicon once."""
    table, places, deeds = load_table("events.toml"), load_table("places.toml"), load_table("deeds.toml")
    nouns: dict[str, EventMode | None] = {}
    for mode in MODES:
        nouns.update(dict.fromkeys(table["contact"][mode], mode))
    nouns.update(dict.fromkeys(table["contact"]["open"]))
    verbs: dict[str, set[str]] = {}
    for kind, words in table["contact_verbs"].items():
        for word in words:
            verbs.setdefault(word, set()).add(kind)
    tables = deeds, load_table("deeds_done.toml")
    rules = {name: expand(entries) for name, entries in deeds["rules"].items()}
    wordings = [(type_, entry) for one in tables for type_, entries in one["verbs"].items() for entry in entries]
    deed_nouns: dict[str, list[tuple[str, EventType]]] = {}
    for type_, entry in [
        (type_, entry) for one in tables for type_, found in one["nouns"].items() for entry in expand(found)
    ]:
        noun, *link = entry.split()
        if link:
            deed_nouns.setdefault(noun, []).append((link[0], cast("EventType", type_)))
    lists = {f"{section}.{key}": frozenset(words) for section in SECTIONS for key, words in table[section].items()}
    for key in (
        "voices",
        "doers",
        "persons",
        "settlements",
        "nowhere",
        "weapons",
        "accidental",
        "premises",
        "officials",
    ):
        lists[f"deeds.{key}"] = frozenset(deeds["rules"][key])
    lists["armed"] = frozenset(deeds["rules"]["armed"])
    lists["police"] = frozenset(table["protest"]["police"])
    lists["violence"] = frozenset(deeds["rules"]["violence"])
    lists["contact.past_forms"] = frozenset(table["contact_forms"])
    lists["seats"] = frozenset(places["seats"]["words"])
    lists["places"] = frozenset(places["common"]["words"])
    lists["places.named"] = frozenset(places["common"]["named"])
    return EventWords(
        nouns=nouns,
        verbs={verb: frozenset(kinds) for verb, kinds in verbs.items()},
        deeds=group_patterns(wordings, rules),
        deed_nouns={noun: tuple(found) for noun, found in deed_nouns.items()},
        standing=group_types(tables[1]["standing"]),
        itself=group_types(tables[1]["itself"]),
        lists=lists,
        lemmas=deeds["lemmas"],
        past_forms=table["contact_forms"],
        venues={name: tuple(around) for name, around in places["venues"].items()},
    )
