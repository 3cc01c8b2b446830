"""Deeds told in the same words by articles of one piece of news, whose nameless parties are each article's own.

"An airline manager apologized to the players" in five articles of one agency's report is one apology, by one manager.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.link.event_groups import Account, Group, World
from onrecord.records import Participant
from onrecord.vocab.families import find_once
from onrecord.vocab.lists import Role

_WORDS = 6
"""Words by which a telling is known: of fewer, other people may well be told."""
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "person", "suspect", "teenager", "resident", "victim", "somebody"})
"""Nouns that tell of a person only that it is one."""
_NUMBER = re.compile(r"\d+")
_REACH = 120
"""Characters in which so many words stand."""
_ARTICLES = frozenset({"a", "an", "the", "two", "three", "some"})
_ROLES: tuple[Role, ...] = ("source", "target")


def spell_telling(text: str, start: int, end: int) -> str:
    """The words that an account begins with, as far as the word that names the deed; none where there are too few.

    Args:
        text: The article.
        start: Where the account begins.
        end: Where the word that names its deed ends.

    >>> spell_telling("An airline manager apologized to the players and left.", 0, 29)
    'airline manager apologized to players and'
    """
    words = read_words(text[start : max(end, start + _REACH)])
    least = len(read_words(text[start:end]))
    return " ".join(words[: max(_WORDS, least)]) if len(words) >= _WORDS else ""


def read_words(text: str) -> list[str]:
    """The words of a stretch in lower case, without articles and marks."""
    words = "".join(one if one.isalnum() else " " for one in text.lower()).split()
    return [word for word in words if word not in _ARTICLES]


def is_nameless(actor: str, world: World) -> bool:
    """Is an actor known by a common noun only ("players", "NBA players", "an airline manager")?"""
    row = world.actors[actor]
    return row.kind in ("group", "person") and row.name.split()[-1][:1].islower()


def is_told_in_same_words(a: Group, b: Group, world: World) -> bool:
    """Do different articles tell of two deeds in the same words, and of nobody who is another in the other?"""
    if a.documents & b.documents or a.accounts[0].mention.type == "CONSULT":
        return False
    tellings = [{one.telling for one in group.accounts if one.telling} for group in (a, b)]
    return bool(tellings[0] & tellings[1]) and all(_may_be_same(a, b, role, world) for role in _ROLES)


def _may_be_same(a: Group, b: Group, role: Role, world: World) -> bool:
    """Is a role's party left unsaid, nameless or in common?"""
    ours, theirs = (
        {part.actor for one in group.accounts for part in one.parts if part.role == role} for group in (a, b)
    )
    loose = any(all(is_nameless(one, world) for one in side) for side in (ours, theirs))
    return loose or bool(ours & theirs)


def hits_one_nameless(a: Group, b: Group, world: World) -> bool:
    """Is it done to one person without a name whom both tell of alike: "the tram driver", "the driver, 42"?"""
    ours, theirs = (
        {part.actor for one in group.accounts for part in one.parts if part.role == "target"} for group in (a, b)
    )
    return (
        len(ours) == len(theirs) == 1
        and bool(find_kinds(a, world) & find_kinds(b, world))
        and not (clash_in_age(world.actors[min(ours)].name, world.actors[min(theirs)].name))
    )


def find_kinds(group: Group, world: World) -> frozenset[str]:
    """The nouns of the nameless persons that a deed is done to, where they tell more than that it is somebody."""
    hit = {part.actor for one in group.accounts for part in one.parts if part.role == "target"}
    persons = [world.actors[one].name for one in hit if world.actors[one].kind == "person" and is_nameless(one, world)]
    return frozenset(name.split()[-1] for name in persons) - _ANYBODY


def clash_in_age(ours: str, theirs: str) -> bool:
    """ "42-year-old driver" and "30-year-old driver" are two."""
    ages = [set(_NUMBER.findall(one)) for one in (ours, theirs)]
    return bool(ages[0] and ages[1] and not ages[0] & ages[1])


def find_told_pairs(groups: Sequence[Group], world: World) -> set[tuple[int, int]]:
    """Pairs of deeds of different articles told in the same words, or of those done but once to somebody nameless."""
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for telling in sorted({one.telling for one in group.accounts if one.telling}):
            held[group.accounts[0].mention.type, telling].append(index)
        if find_once([word for one in group.accounts for word in one.words]):
            for noun in sorted(find_kinds(group, world)):
                held[group.accounts[0].mention.type, noun].append(index)
    return {
        (i, j)
        for found in held.values()
        for at, i in enumerate(found)
        for j in found[at + 1 :]
        if groups[i].documents != groups[j].documents
    }


def find_doubles(accounts: Sequence[Account], roles: Mapping[str, Role], world: World) -> frozenset[str]:
    """The nameless parties that other articles have for the same: of each role, those of one article are enough.

    Args:
        accounts: All accounts of one deed.
        roles: Its participants with their parts.
        world: The actors.
    """
    doubles: set[str] = set()
    for role in _ROLES:
        held: dict[str, set[str]] = defaultdict(set)
        for one in accounts:
            held[one.local[0]] |= {part.actor for part in one.parts if _is_of(part, role, roles, world)}
        known = {key: found for key, found in held.items() if found}
        if len(known) > 1:
            best = min(known, key=lambda key: (-len(known[key]), -_describe(known[key], world), key))
            doubles |= {actor for found in known.values() for actor in found} - known[best]
    return frozenset(doubles)


def _is_of(part: Participant, role: Role, roles: Mapping[str, Role], world: World) -> bool:
    return part.role == role and roles.get(part.actor) == role and is_nameless(part.actor, world)


def _describe(actors: set[str], world: World) -> int:
    """How many words describe some actors."""
    return sum(len(world.actors[one].name.split()) for one in actors)
