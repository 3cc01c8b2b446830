"""Persons across documents: full names by form, short names and offices by what the documents have in common.

Blocks by the sound of the surname keep it near-linear. Strong pairs (same given name up to spelling) join first; an
initial, a bare surname or an office joins only where exactly one person is left that it can be.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from onrecord.link.seen import MOST_TOLD, Group, Refusal, Seen, explain_rostered, find_root, full_name, is_state
from onrecord.link.surnames import attach_short
from onrecord.naming import (
    fold,
    is_shorter,
    parse_name,
    same_person,
    same_surname,
    sound_key,
    squash,
    surname_key,
)


def group_people(
    seen: Sequence[Seen], bodies: Mapping[str, set[str]] = MappingProxyType({})
) -> tuple[list[Group], list[Refusal]]:
    """Group the named persons of all documents.

    Args:
        seen: Named persons, in a fixed order.
        bodies: Pairs of bodies that each document names, as `surnames.pair_bodies` finds them.

    Returns:
        The groups, and notable pairs that stay apart.
    """
    full = [one for one in seen if one.full]
    short = [one for one in seen if not one.full]
    groups, refusals = group_full(full)
    apart = attach_short(groups, short, bodies)
    return groups, [*refusals, *apart]


def group_full(full: Sequence[Seen]) -> tuple[list[Group], list[Refusal]]:
    """Group full names: equal ones, then those that can be one person's by form."""
    by_name: dict[str, list[Seen]] = defaultdict(list)
    for one in full:
        by_name[fold(full_name(one))].append(one)
    names = sorted(by_name, key=lambda name: (-len(by_name[name]), name))
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in block_keys(name):
            blocks[key].append(name)
    parent = {name: name for name in names}
    known = {name: one.rostered.name for name in names for one in by_name[name] if one.rostered is not None}
    refusals: list[Refusal] = []
    for strong in (True, False):
        for key in sorted(blocks):
            join_block(blocks[key], by_name, parent, refusals, known, strong=strong)
    join_shorter(by_name, parent, known)
    groups: dict[str, Group] = {}
    for name in sorted(names):
        root = find_root(parent, name)
        group = groups.setdefault(root, Group())
        for one in by_name[name]:
            reason = (
                "the same full name"
                if name == root
                else f'"{full_name(one)}" and "{full_name(by_name[root][0])}" are spellings of one name'
            )
            if one.rostered is not None:
                reason = explain_rostered(one)
            group.join(one, 1.0 if name == root or one.rostered else 0.9, reason)
    return [groups[root] for root in sorted(groups)], refusals


def join_shorter(by_name: Mapping[str, Sequence[Seen]], parent: dict[str, str], known: Mapping[str, str]) -> None:
    """Join a name to the one person who has it with a second surname ("Ana Ruta", "Ana Ruta Marn")."""
    longer: dict[str, list[str]] = defaultdict(list)
    for name in by_name:
        longer[" ".join(name.split()[:2])].append(name)
    for name in sorted(by_name):
        fits = sorted(one for one in longer.get(name, ()) if is_shorter(name, one))
        roots = {find_root(parent, one) for one in fits} - {find_root(parent, name)}
        here = {one.key[0] for one in by_name[name]}
        apart = any(here & {one.key[0] for one in by_name[fit]} or clash(by_name[name], by_name[fit]) for fit in fits)
        if len(roots) == 1 and not apart and not roots & known.keys() and find_root(parent, name) not in known:
            parent[find_root(parent, name)] = roots.pop()


def block_keys(name: str) -> tuple[str, ...]:
    """The blocks of a full name: its surname's sound; its given name with the surname's consonants; its letters."""
    parts = parse_name(name)
    skeleton = "".join(char for char in sound_key(parts.surname.split()[-1]) if char not in "aeiouh")
    given = sound_key(parts.given[0]) if parts.given else ""
    return f"s:{surname_key(name)}", f"g:{given}:{skeleton[1:]}", f"l:{squash(name)}"


def join_block(
    block: Sequence[str],
    by_name: Mapping[str, Sequence[Seen]],
    parent: dict[str, str],
    refusals: list[Refusal],
    known: dict[str, str],
    *,
    strong: bool,
) -> None:
    """Join the names of one block that can be one person's; initials only where one candidate is left.

    Two persons of the roster stay two, however alike their names are.
    """
    told: Counter[str] = Counter()
    for at, name in enumerate(block):
        fits = []
        for other in block[:at] if strong else block:
            if find_root(parent, other) == find_root(parent, name) or (is_initial(name) and is_initial(other)):
                continue
            same = same_person(name, other) or is_left_out(name, other, by_name)
            if (is_initial(name) or is_initial(other)) == strong or not same:
                surnames = parse_name(name).surname, parse_name(other).surname
                if strong and told[name] < MOST_TOLD and same_surname(*surnames):
                    told[name] += 1
                    a, b = by_name[name][0], by_name[other][0]
                    refusals.append(Refusal(a.key, b.key, 0.0, "the same surname, but other given names"))
                continue
            if clash(by_name[name], by_name[other]):
                refusals.append(
                    Refusal(
                        by_name[name][0].key,
                        by_name[other][0].key,
                        0.3,
                        "alike in name, but they speak for different states",
                    )
                )
                continue
            fits.append(other)
        roots = sorted({find_root(parent, other) for other in fits})
        if not fits or (not strong and (len(roots) != 1 or not is_initial(name))):
            continue
        best = find_root(parent, fits[0])
        mine = find_root(parent, name)
        if mine != best and len({known[root] for root in (mine, best) if root in known}) < 2:
            parent[mine] = best
            if mine in known:
                known[best] = known[mine]


def is_left_out(name: str, other: str, by_name: Mapping[str, Sequence[Seen]]) -> bool:
    """Is "Director Otto Ruta" the director "Otto B. Ruta Jr." of another document: no document has both of them?"""
    if not same_person(name, other, kin=False):
        return False
    one, two = by_name[name], by_name[other]
    titles = [{office.title for seen in rows for office in seen.actor.offices} for rows in (one, two)]
    return bool(titles[0] & titles[1]) and not {seen.key[0] for seen in one} & {seen.key[0] for seen in two}


def is_initial(name: str) -> bool:
    """Is the given name only an initial?"""
    given = parse_name(name).given
    return bool(given) and len(given[0].rstrip(".")) == 1


def clash(one: Sequence[Seen], two: Sequence[Seen]) -> bool:
    """Do two sets of local actors speak for different states?"""
    a = {x.actor.side for x in one if x.actor.side and is_state(x.actor.side)}
    b = {x.actor.side for x in two if x.actor.side and is_state(x.actor.side)}
    return bool(a and b and not a & b)
