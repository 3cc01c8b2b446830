"""Which groups of accounts are compared at all: those that type, sides, time or news can make one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.link.deeds import find_hit
from onrecord.link.event_groups import WIDE, Group, World, find_width, is_narrow, read_day
from onrecord.link.places import is_usual
from onrecord.link.retellings import find_told_pairs
from onrecord.vocab.families import find_once

_BUCKET = 14
"""Days: groups are compared only within the same or the next bucket of so many days."""

_SEASON = 13
"""Buckets: plans for one place are compared within the same or the next half-year."""

LEAST_ALIKE = 0.1
"""Articles less alike share no event that only their likeness could bring together."""

_MOST_ONCE = 60
"""Accounts of one kind of deed done to one target that are compared whatever their days."""


def find_blocks(groups: Sequence[Group], world: World) -> dict[tuple[object, ...], list[int]]:
    """Sort groups into blocks by type, two of their sides and time, so that few pairs need to be compared."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    plans: dict[tuple[object, ...], list[tuple[int, frozenset[int]]]] = defaultdict(list)
    for index, group in enumerate(groups):
        type_ = group.accounts[0].mention.type
        sides = sorted({min(world.sides(one) or {world.actors[one].name}) for one in group.who})
        singles = [(one, "") for one in sides]
        duos = [(a, b) for i, a in enumerate(sides) for b in sides[i + 1 :]] or singles
        if type_ != "CONSULT" and group.explicit and is_narrow(group.when):
            # the target of a deed may be left unsaid, on one known day
            first, last = (read_day(day) for day in (group.when.earliest or "", group.when.latest or ""))
            for single in singles:
                for day in range(first, last + 1):
                    blocks[type_, single, "day", day].append(index)
        buckets = _find_buckets(group, world)
        for duo in duos:
            for bucket in buckets:
                blocks[type_, duo, bucket].append(index)
        # one plan may be told of on no known day
        for venue in [] if group.real else [one for one in sorted(group.places) if not is_usual(one)]:
            seasons = frozenset(bucket // _SEASON + after for bucket in buckets for after in (0, 1))
            for duo in duos:
                plans[type_, duo, venue].append((index, seasons))
    return {**blocks, **_split_seasons(plans)}


def _split_seasons(
    plans: Mapping[tuple[object, ...], Sequence[tuple[int, frozenset[int]]]],
) -> dict[tuple[object, ...], list[int]]:
    """Sort the plans for each venue by half-years; what has no known day goes into every one."""
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for key, found in plans.items():
        known = frozenset(season for _, seasons in found for season in seasons) or frozenset({0})
        for index, seasons in found:
            for season in seasons or known:
                blocks[*key, season].append(index)
    return blocks


def _find_buckets(group: Group, world: World) -> list[int]:
    width = find_width(group.when)
    if group.explicit and width is not None and width <= WIDE and group.when.earliest and group.when.latest:
        first, last = read_day(group.when.earliest), read_day(group.when.latest)
    else:
        ends = [world.published[key] for key in sorted(group.documents)]
        days = [(read_day(one.earliest), read_day(one.latest)) for one in ends if one.earliest and one.latest]
        if not days or min(last - first for first, last in days) > WIDE:
            return []
        first, last = min(days, key=lambda one: (one[1] - one[0], one))
    return list(range(first // _BUCKET, last // _BUCKET + 2))


def find_pairs(groups: Sequence[Group], world: World, alike: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs of groups of different documents that may be of one event.

    Args:
        groups: The groups of all documents.
        world: Actors, dates, likeness.
        alike: Pairs of documents that share uncommon words; only within them are groups without a date compared.
    """
    pairs: set[tuple[int, int]] = set()
    for members in find_blocks(groups, world).values():
        for position, i in enumerate(members):
            pairs.update((i, j) for j in members[position + 1 :] if groups[i].documents != groups[j].documents)
    held: dict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        held[min(group.documents)].append(index)
    undated = {key for key in held if not is_narrow(world.published[key].when, WIDE)}
    for a, b in alike:
        if (a in undated or b in undated) and world.likeness(a, b) >= LEAST_ALIKE:
            pairs.update((min(i, j), max(i, j)) for i in held[a] for j in held[b] if _may_be_one(groups[i], groups[j]))
    return sorted(
        pairs | find_news_pairs(groups, world) | find_once_pairs(groups, world) | find_told_pairs(groups, world)
    )


def find_once_pairs(groups: Sequence[Group], world: World) -> set[tuple[int, int]]:
    """Pairs of the deeds of one kind that the same person, ship or firm suffers but once, whatever their days."""
    held: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        words = frozenset(word for one in group.accounts for word in one.words)
        for family in find_once(words):
            for target in find_hit(group, world):
                held[group.accounts[0].mention.type, target, family].append(index)
    return {
        (i, j)
        for found in held.values() if len(found) <= _MOST_ONCE
        for at, i in enumerate(found)
        for j in found[at + 1 :]
        if groups[i].documents != groups[j].documents
    }  # fmt: skip


def find_news_pairs(groups: Sequence[Group], world: World) -> set[tuple[int, int]]:
    """Pairs of the deeds that articles on one piece of news open with, by type."""
    opening: dict[tuple[int, str], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        type_ = group.accounts[0].mention.type
        for key in sorted({one.local[0] for one in group.accounts if one.leads and type_ != "CONSULT"}):
            if key in world.news:
                opening[world.news[key], type_].append(index)
    return {
        (i, j)
        for found in opening.values()
        for at, i in enumerate(found)
        for j in found[at + 1 :]
        if groups[i].documents != groups[j].documents
    }


def _may_be_one(a: Group, b: Group) -> bool:
    return a.accounts[0].mention.type == b.accounts[0].mention.type and bool(a.who & b.who)
