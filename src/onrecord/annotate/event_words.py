"""The words that name events and places, read once from `vocab/{events,deeds,deeds_done,dealings,places}.toml`."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.vocab.lists import EventMode, EventType

SECTIONS = (
    "trade",
    "contact", "light", "press", "collective", "status", "order", "protest", "court", "labour", "settlement", "relief",
)  # fmt: skip
"""Tables of the lexicon that are plain lists."""
DEED_LISTS = (
    "voices", "doers", "persons", "settlements", "nowhere", "weapons", "accidental", "premises", "officials",
    "accidents", "purchases", "vehicles", "sites", "curbing", "tested", "guarded", "acts", "bloodless",
)  # fmt: skip
"""The rules of deeds.toml that are lists of nouns or verbs."""
MARKS = (
    "strict", "intransitive", "object_target", "inverse", "group_source", "person_target", "unsourced", "negative",
    "exact",
    "bodies", "crowd", "official", "place", "weapon",
)  # fmt: skip
"""Marks of entries that are fields of a pattern."""
MODES: tuple[EventMode, ...] = ("call", "meeting", "summit", "talks", "visit")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedPattern:
    """One lexicon entry: a verb lemma, perhaps an object noun, and the chain of particles before the target.

    Attributes:
        objects: Nouns one of which must be the verb's object; empty where it needs none.
        complement: Verbs one of which must follow in the infinitive, any where it is empty; None where none must.
        negative: The infinitive is one with "not" or "never".
        exact: Its object comes after no preposition that is not one of its links ("left for talks" is no "left talks").
        unsourced: It is told in the passive without its source.
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
    objects: frozenset[str]
    links: tuple[str, ...]
    strict: bool
    needs_target: bool
    ambiguous: bool
    intransitive: bool
    object_target: bool
    inverse: bool
    group_source: bool
    person_target: bool
    complement: frozenset[str] | None = None
    unsourced: bool = False
    negative: bool = False
    exact: bool = False
    bodies: bool = False
    crowd: bool = False
    official: bool = False
    place: bool = False
    weapon: bool = False


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


def build_pattern(type_: str, entry: str, rules: Mapping[str, Sequence[str]]) -> DeedPattern:
    """Read "impose sanction on" as verb, object noun and links."""
    verb, *rest = entry.split()
    nouns = [word for word in rest if word not in rules["links"]]
    return DeedPattern(
        type=cast("EventType", type_),
        verb=verb,
        objects=frozenset(nouns[-1:]),
        links=tuple(word for word in rest if word in rules["links"]),
        strict=entry in rules["strict_object"],
        ambiguous=entry in rules["ambiguous"],
        needs_target=type_ in rules["needs_target"] and entry not in rules["no_target"],
        intransitive=entry in rules["intransitive"],
        object_target=entry in rules["object_target"],
        inverse=entry in rules["inverse"],
        group_source=entry in rules["group_source"],
        person_target=entry in rules["person_target"],
    )


def read_patterns(deeds: Mapping[str, Any]) -> list[DeedPattern]:
    """The entries of deeds.toml, whose rules list them by their wording."""
    rules = {name: expand(entries) for name, entries in deeds["rules"].items()}
    return [
        build_pattern(type_, entry, rules) for type_, entries in deeds["verbs"].items() for entry in expand(entries)
    ]


def read_done(done: Mapping[str, Any], rules: Mapping[str, Sequence[str]]) -> list[DeedPattern]:
    """The entries of deeds_done.toml, with their marks after a slash: "set up camp|shelter /alone,bodies"."""
    found = []
    for type_, entries in done["verbs"].items():
        for entry in entries:
            wording, _, own = entry.partition(" /")
            marks = frozenset(own.split(",")) if own else frozenset()
            needs = type_ in rules["needs_target"] and "alone" not in marks
            for verb, objects, links in read_wordings(wording, {}, rules["links"]):
                found.append(mark_pattern(type_, verb, objects, links, marks=marks, needs_target=needs))
    return found


def read_groups(dealings: Mapping[str, Any], rules: Mapping[str, Sequence[str]]) -> list[DeedPattern]:
    """The entries of dealings.toml, whose groups say how they are read; one pattern for all objects of a wording."""
    sets: Mapping[str, Sequence[str]] = dealings["sets"]
    found: list[DeedPattern] = []
    for group in dealings["deeds"]:
        marks = frozenset(group.get("marks", ()))
        then = None
        if "complement" in marks:
            then = frozenset(one for word in group["then"] for one in name_words(word, sets))
        for entry in group["verbs"]:
            for verb, objects, links in read_wordings(entry, sets, rules["links"]):
                chain = ("together",) if "sides" in marks else links
                needs = not marks & {"no_target", "complement"}
                found.append(
                    mark_pattern(
                        group["type"], verb, objects, chain, marks=marks | {"exact"}, needs_target=needs, then=then
                    )
                )
    return found


def mark_pattern(
    type_: str,
    verb: str,
    objects: frozenset[str],
    links: tuple[str, ...],
    *,
    marks: frozenset[str],
    needs_target: bool,
    then: frozenset[str] | None = None,
) -> DeedPattern:
    """A pattern whose entry carries its marks itself."""
    return DeedPattern(
        type=cast("EventType", type_),
        verb=verb,
        objects=objects,
        links=links,
        needs_target=needs_target,
        ambiguous="armed" in marks,
        complement=then,
        **{name: name in marks for name in MARKS},
    )


def name_words(word: str, sets: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """A word, or the words of the set it names."""
    return tuple(sets[word[1:]]) if word.startswith("$") else (word,)


def read_wordings(
    entry: str, sets: Mapping[str, Sequence[str]], links: Sequence[str]
) -> list[tuple[str, frozenset[str], tuple[str, ...]]]:
    """The wordings of an entry: each verb with each chain of particles, and with all of its object nouns.

    >>> read_wordings("turn down $plea", {"plea": ("request",)}, ("down",))
    [('turn', frozenset({'request'}), ('down',))]
    """
    verbs, *rest = entry.split()
    parts = [[one for word in part.split("|") for one in name_words(word, sets)] for part in rest]
    chains = [part for part in parts if set(part) <= set(links)]
    nouns = [part for part in parts if not set(part) <= set(links)]
    objects = frozenset(nouns[-1]) if nouns else frozenset()
    return [(verb, objects, chain) for verb in verbs.split("|") for chain in itertools.product(*chains)]


def group_patterns(patterns: Iterable[DeedPattern]) -> dict[str, tuple[DeedPattern, ...]]:
    """Patterns by verb, the longest first, so that "withdraw ambassador from" wins over "withdraw from"."""
    grouped: dict[str, list[DeedPattern]] = {}
    for pattern in patterns:
        grouped.setdefault(pattern.verb, []).append(pattern)
    return {
        verb: tuple(sorted(found, key=lambda one: (not one.objects, one.complement is None, -len(one.links))))
        for verb, found in grouped.items()
    }


def group_types(table: Mapping[str, list[str]]) -> dict[str, EventType]:
    """Wording -> type, of a table of wordings by type."""
    return {one: cast("EventType", type_) for type_, entries in table.items() for one in expand(entries)}


@lru_cache(maxsize=1)
def load_event_words() -> EventWords:
    """Load the lexicon once."""
    table, places, deeds = load_table("events.toml"), load_table("places.toml"), load_table("deeds.toml")
    dealings, done = load_table("dealings.toml"), load_table("deeds_done.toml")
    nouns: dict[str, EventMode | None] = {}
    for mode in MODES:
        nouns.update(dict.fromkeys(table["contact"][mode], mode))
    nouns.update(dict.fromkeys(table["contact"]["open"]))
    verbs: dict[str, set[str]] = {}
    for kind, words in table["contact_verbs"].items():
        for word in words:
            verbs.setdefault(word, set()).add(kind)
    deed_nouns: dict[str, list[tuple[str, EventType]]] = {}
    for type_, entries in (*deeds["nouns"].items(), *dealings["nouns"].items(), *done["nouns"].items()):
        for entry in expand(entries):
            noun, *link = entry.split()
            if link:
                deed_nouns.setdefault(noun, []).append((link[0], cast("EventType", type_)))
    lists = {f"{section}.{key}": frozenset(words) for section in SECTIONS for key, words in table[section].items()}
    for key in DEED_LISTS:
        lists[f"deeds.{key}"] = frozenset(deeds["rules"][key])
    for key, words in dealings["words"].items():
        lists[f"dealings.{key}"] = frozenset(words)
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
        deeds=group_patterns(
            [*read_patterns(deeds), *read_groups(dealings, deeds["rules"]), *read_done(done, deeds["rules"])]
        ),
        deed_nouns={noun: tuple(found) for noun, found in deed_nouns.items()},
        standing=group_types(done["standing"]),
        itself=group_types(done["itself"]),
        lists=lists,
        lemmas=deeds["lemmas"],
        past_forms=table["contact_forms"],
        venues={name: tuple(around) for name, around in places["venues"].items()},
    )
