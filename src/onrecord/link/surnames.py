"""Persons known by a surname: the one person they can be, by office, side and the company they are named in."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.link.seen import MOST_TOLD, Group, Refusal, Seen, find_root, full_name, is_state
from onrecord.naming import fold, load_first_names, sound_key, surname_key
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.offices import load_title_words

MANY = 5
"""How many times more documents than any other must name a person for a shared surname to be that person's."""

MOST_BODIES = 24
"""Bodies of a document that are paired; by name, so that the same bodies are left out everywhere."""

COMMON = frozenset(
    ("president", "prime minister", "chief executive", "chief", "leader", "chairperson", "founder", "mayor")
)
"""Offices that many people hold at a time: without a state or body they tell nobody apart."""


def pair_bodies(seen: Iterable[Seen]) -> dict[str, set[str]]:
    """Pairs of named bodies of each document that the gazetteer does not know: what everybody names says nothing."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for one in seen:
        if one.actor.kind == "organization" and one.actor.named:
            names = (one.actor.name, *one.actor.aliases)
            bodies[one.key[0]] |= {fold(name) for name in names if load_gazetteer().find(name) is None}
    pairs = {key: itertools.combinations(sorted(names)[:MOST_BODIES], 2) for key, names in bodies.items()}
    return {key: {f"{a} + {b}" for a, b in found if a not in b and b not in a} for key, found in pairs.items()}


def attach_short(groups: list[Group], short: Sequence[Seen], bodies: Mapping[str, set[str]]) -> list[Refusal]:
    """Give persons known by a surname only to the one person they can be; the others stay by surname.

    Args:
        groups: The persons by full name; they grow.
        short: Persons known by a surname.
        bodies: Pairs of bodies by document; one that two documents share counts as a name that they share.
    """
    by_surname: dict[str, list[int]] = defaultdict(list)
    company: dict[str, set[str]] = defaultdict(set, {key: set(pairs) for key, pairs in bodies.items()})
    for number, group in enumerate(groups):
        for key in short_keys(group):
            by_surname[key].append(number)
        for document in group.documents:
            company[document].add(surname_key(full_name(group.seen[0])))
    for one in short:
        company[one.key[0]].add(surname_key(one.actor.name))
    around = [set().union(*(company[document] for document in group.documents)) for group in groups]
    waiting, changed = list(short), True
    while waiting and changed:
        joins = [
            (one, choose(one, groups, by_surname[surname_key(one.actor.name)], company, around)) for one in waiting
        ]
        for one, found in joins:
            if found is not None:
                number, score, reason = found
                groups[number].join(one, score, reason)
                around[number] |= company[one.key[0]]
        waiting, changed = [one for one, found in joins if found is None], any(found is not None for _, found in joins)
    refusals = [
        Refusal(
            one.key, groups[number].seen[0].key, 0.4, why_apart(one, groups, by_surname[surname_key(one.actor.name)])
        )
        for one in waiting
        for number in by_surname[surname_key(one.actor.name)][:MOST_TOLD]
    ]
    rest: dict[str, list[Seen]] = defaultdict(list)
    for one in waiting:
        rest[f"{surname_key(one.actor.name)}|{one.actor.side or ''}"].append(one)
    groups += group_rest(rest, company)
    return refusals


def short_keys(group: Group) -> set[str]:
    """The keys of the short names that a person may go by: the surname, or a first word that is no given name."""
    names = group.names
    first = {name.split()[0] for name in names}
    known = load_first_names()
    return {surname_key(name) for name in names} | {sound_key(word) for word in first if fold(word) not in known}


def why_apart(one: Seen, groups: Sequence[Group], numbers: Sequence[int]) -> str:
    """Why a surname did not join any of the persons that have it."""
    fits = [number for number in numbers if compatible(one, groups[number])]
    if len(fits) > 1:
        return "the surname fits more than one person"
    if not fits:
        return "the surname fits, but they speak for different states"
    return "the surname fits, but the documents have no other name in common"


def compatible(one: Seen, group: Group) -> bool:
    """Can a surname-only person be of a group, by side?"""
    side = one.actor.side
    return not (side and is_state(side) and group.states and side not in group.states)


def choose(
    one: Seen,
    groups: Sequence[Group],
    numbers: Sequence[int],
    company: Mapping[str, set[str]],
    around: Sequence[set[str]],
) -> tuple[int, float, str] | None:
    """The one group a surname belongs to: by office, as the only one, or as by far the most named in shared company."""
    fits = [number for number in numbers if compatible(one, groups[number])]
    by_office = [number for number in fits if shares_office(one, groups[number])]
    if len(by_office) == 1:
        return by_office[0], 0.9, "the same surname and office"
    own = company[one.key[0]] - {surname_key(one.actor.name)}
    near = [number for number in fits if own & around[number]]
    if len(fits) == 1 and near:
        return near[0], 0.8, "the only person of this surname in coverage that shares other names"
    sizes = sorted(((len(groups[number].documents), number) for number in near), reverse=True)
    if len(sizes) > 1 and sizes[0][0] >= MANY * sizes[1][0]:
        return sizes[0][1], 0.7, "by far the most named person of this surname in coverage that shares other names"
    return None


def shares_office(one: Seen, group: Group) -> bool:
    """Has a local person an office that a group has as well? One without a state or body must be a high one."""
    weak = load_title_words().weak
    mine = {
        (office.title, office.of)
        for office in one.actor.offices
        if not office.former and (office.of or (office.title not in weak and office.title not in COMMON))
    }
    return any((office.title, office.of) in mine for other in group.seen for office in other.actor.offices)


def group_rest(rest: Mapping[str, Sequence[Seen]], company: Mapping[str, set[str]]) -> list[Group]:
    """Persons known by surname everywhere: one across documents that share other names, directly or by a chain."""
    result: list[Group] = []
    for key in sorted(rest):
        members = rest[key]
        parent = {str(number): str(number) for number in range(len(members))}
        holder: dict[str, str] = {}
        for number, one in enumerate(members):
            for name in sorted(company[one.key[0]] - {surname_key(one.actor.name)}):
                other = holder.setdefault(name, str(number))
                parent[find_root(parent, str(number))] = find_root(parent, other)
        homes: dict[str, Group] = {}
        for number, one in enumerate(members):
            home = homes.setdefault(find_root(parent, str(number)), Group())
            home.join(one, 0.8, "the same surname in documents that share other names")
        result += [homes[root] for root in sorted(homes)]
    return result
