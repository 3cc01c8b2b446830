"""Actors across documents: one id for each, its names, offices and side, and the reasons of every merge.

States and known bodies merge by the gazetteer, other bodies by name and acronym, persons as `link.people` has it,
unnamed groups only where their description names a state or region ("Ruritanian officials"); an unnamed source is its
document's own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.annotations import Annotated
from onrecord.corrections.constraints import NO_CONSTRAINTS, Constraints
from onrecord.identity import build_id
from onrecord.link.bodies import group_bodies, sort_out
from onrecord.link.corrected_actors import correct_groups, correct_names
from onrecord.link.office_holders import attach_offices
from onrecord.link.people import group_people
from onrecord.link.seen import Group, Refusal, Seen, describe, know_rostered
from onrecord.link.surnames import pair_bodies
from onrecord.linked import Local
from onrecord.naming import fold
from onrecord.records import Actor, Evidence, Link, Office
from onrecord.roster import NO_ROSTER, Roster
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.lists import ActorKind


def link_actors(
    annotated: Sequence[Annotated], constraints: Constraints = NO_CONSTRAINTS, roster: Roster = NO_ROSTER
) -> tuple[tuple[Actor, ...], dict[Local, str], tuple[Link, ...]]:
    """Merge the actors of many documents.

    Args:
        annotated: The documents with their local actors; their order does not matter.
        constraints: What people say of who is who.
        roster: The actors that are known beforehand.

    Returns:
        The actors by id, the id of every local actor, and why they were merged or not.
    """
    ordered = sorted(annotated, key=lambda one: one.document.id)
    seen = know_rostered(sort_out([one for document in ordered for one in describe_all(document)]), roster)
    persons = [one for one in seen if one.actor.kind == "person" and one.actor.named]
    people, refusals = group_people(persons, pair_bodies(seen))
    left, apart = attach_offices(
        people, [one for one in seen if one.actor.kind == "person" and not one.actor.named], roster
    )
    refusals += apart
    groups = [
        *people,
        *group_bodies([one for one in seen if one.actor.kind not in ("person", "group") and is_shared(one)]),
    ]
    groups += group_described(
        [one for one in seen if one.actor.kind == "group" and not one.actor.members and is_shared(one)]
    )
    alone = {one.key for one in left}
    groups += [
        single(one)
        for one in seen
        if not one.actor.members and (one.key in alone if one.actor.kind == "person" else not is_shared(one))
    ]
    groups = correct_groups(groups, constraints)
    actors, ids = build_actors(groups, ordered)
    actors = correct_names(actors, ids, constraints)
    pairs = group_pairs([one for one in seen if one.actor.members], ids)
    more, more_ids = build_pairs(pairs, ids, {actor.id: actor for actor in actors})
    ids |= more_ids
    links = build_links([*groups, *(group for _, group in pairs)], refusals, ids)
    by_id = {actor.id: actor for actor in [*actors, *more]}
    return tuple(by_id[key] for key in sorted(by_id)), {key: ids[key] for key in sorted(ids)}, links


def single(one: Seen) -> Group:
    """A group of one."""
    group = Group()
    group.join(one, 1.0, "stands alone")
    return group


def describe_all(annotated: Annotated) -> list[Seen]:
    """Every local actor of a document with its printed forms."""
    where: dict[int, list[int]] = defaultdict(list)
    for at, mention in enumerate(annotated.mentions):
        if mention.actor is not None:
            where[mention.actor].append(at)
    return [describe(annotated, index, where[index]) for index in range(len(annotated.actors))]


def is_shared(one: Seen) -> bool:
    """Can a local actor be the same in another document? Unnamed ones only by a state or region in their words."""
    if one.actor.kind == "person":
        return one.actor.named
    if one.actor.named:
        return True
    if one.actor.kind != "group" or one.actor.members:
        return False
    words = one.actor.name.split()
    entries = list(load_gazetteer().scan(words))
    return len(entries) == 1 and entries[0][0] == 0 and len(words) - entries[0][1] == 1


def group_described(seen: Sequence[Seen]) -> list[Group]:
    """Group unnamed groups of one description and side."""
    table: dict[tuple[str, str], Group] = {}
    for one in seen:
        key = (fold(one.actor.name), one.actor.side or "")
        table.setdefault(key, Group()).join(one, 0.7, "the same description of the same side")
    return [table[key] for key in sorted(table)]


def group_kind(group: Group) -> ActorKind:
    """The kind most of its local actors have."""
    votes = Counter(one.actor.kind for one in group.seen)
    return min(votes, key=lambda kind: (-votes[kind], kind))


def group_name(group: Group) -> str:
    """The canonical name: the table's, else the most printed full form; ties by length, then alphabet."""
    if group.rostered is not None:
        return group.rostered.name
    local = Counter(one.actor.name for one in group.seen if one.actor.named)
    if group_kind(group) != "person":
        if not local:
            return min(Counter(one.actor.name for one in group.seen).items(), key=lambda pair: (-pair[1], pair[0]))[0]
        known = [name for name in local if (entry := load_gazetteer().find(name)) is not None and entry.name == name]
        return min(known or local, key=lambda name: (-local[name], -len(name), name))
    forms = Counter(group.names)
    if not local:
        return min(one.actor.name for one in group.seen)
    for one in group.seen:
        if not one.actor.named:
            forms.pop(one.actor.name, None)
    full = {form: count for form, count in forms.items() if " " in form} or dict(local)
    return min(full, key=lambda form: (-full[form], -len(form), form))


def group_side(group: Group) -> str | None:
    """The side by the roster, else the one most of its local actors have."""
    if group.rostered is not None and group.rostered.side is not None:
        return group.rostered.side
    votes = Counter(one.actor.side for one in group.seen if one.actor.side)
    return min(votes, key=lambda side: (-votes[side], side)) if votes else None


def group_offices(group: Group) -> tuple[Office, ...]:
    """Its offices with where they are printed; one without a state or body joins the same title with one."""
    table: dict[tuple[str, str | None], set[Evidence]] = defaultdict(set)
    dates: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    rows = [
        (
            f"former {office.title}" if office.former else office.title,
            office.of,
            Evidence(document=one.key[0], start=office.start, end=office.end),
            one.published,
        )
        for one in group.seen
        for office in one.actor.offices
    ]
    homes: dict[str, set[str]] = defaultdict(set)
    for title, of, _, _ in rows:
        if of is not None:
            homes[title].add(of)
    for title, of, evidence, published in rows:
        place = of if of is not None or len(homes[title]) != 1 else next(iter(homes[title]))
        table[title, place].add(evidence)
        if published[0] is not None and published[0] == published[1]:
            dates[title, place].append(published[0])
    return tuple(
        Office(
            title=key[0],
            of=key[1],
            first_seen=min(dates[key], default=None),
            last_seen=max(dates[key], default=None),
            evidence=tuple(sorted(table[key])),
        )
        for key in sorted(table, key=lambda key: (key[0], key[1] or ""))
    )


def group_aliases(group: Group, name: str) -> tuple[str, ...]:
    """Every form printed, most frequent first."""
    forms = group.names
    for one in group.seen:
        for alias in (one.actor.name, *one.actor.aliases):
            forms[alias] += 1 if alias not in one.forms else 0
    forms.pop(name, None)
    return tuple(sorted((form for form in forms if form), key=lambda form: (-forms[form], form)))


def build_actors(groups: Sequence[Group], annotated: Sequence[Annotated]) -> tuple[list[Actor], dict[Local, str]]:
    """Make the rows and the ids; a name that two actors share is told apart by side, then by document."""
    drafts = [(group_kind(group), group_name(group), group_side(group), group) for group in groups]
    shared = Counter((kind, fold(name)) for kind, name, _, _ in drafts)
    with_side = Counter((kind, fold(name), side) for kind, name, side, _ in drafts)
    actors, ids = [], {}
    for kind, name, side, group in drafts:
        parts: tuple[object, ...] = (kind, fold(name))
        if not any(is_shared(one) for one in group.seen):
            parts += ("document", min(one.ref for one in group.seen))
        elif shared[kind, fold(name)] > 1:
            parts += (side or "",)
            if with_side[kind, fold(name), side] > 1:
                parts += (min(one.ref for one in group.seen),)
        key = build_id("act", *parts)
        actors.append(
            Actor(
                id=key,
                name=name,
                kind=kind,
                aliases=group_aliases(group, name),
                offices=group_offices(group),
                side=side,
                wikidata=group.rostered.wikidata if group.rostered is not None else None,
            )
        )
        ids.update({one.key: key for one in group.seen})
    return actors, ids


def group_pairs(seen: Sequence[Seen], ids: dict[Local, str]) -> list[tuple[tuple[str, ...], Group]]:
    """Group actors with members ("both leaders") by who the members are."""
    table: dict[tuple[str, ...], Group] = {}
    for one in seen:
        members = tuple(
            sorted({ids[one.key[0], member] for member in one.actor.members if (one.key[0], member) in ids})
        )
        table.setdefault(members, Group()).join(one, 0.9, "the same members")
    return [(members, table[members]) for members in sorted(table)]


def build_pairs(
    pairs: Iterable[tuple[tuple[str, ...], Group]], ids: dict[Local, str], actors: dict[str, Actor]
) -> tuple[list[Actor], dict[Local, str]]:
    """Make the rows of actors with members; the name is that of the members."""
    rows, own = [], {}
    for members, group in pairs:
        name = (
            " and ".join(sorted(actors[member].name for member in members if member in actors))
            or group.seen[0].actor.name
        )
        sides = {actors[member].side for member in members if member in actors}
        key = build_id("act", "group", *members) if members else build_id("act", "group", group.seen[0].ref)
        aliases = sorted({alias for one in group.seen for alias in (one.actor.name, *one.actor.aliases)} - {name})
        rows.append(
            Actor(
                id=key, name=name, kind="group", aliases=tuple(aliases), side=sides.pop() if len(sides) == 1 else None
            )
        )
        own.update({one.key: key for one in group.seen})
    return rows, own


def build_links(groups: Sequence[Group], refusals: Sequence[Refusal], ids: dict[Local, str]) -> tuple[Link, ...]:
    """One link for each local actor of a merged group, and one for each notable refusal."""
    refs = {one.key: one.ref for group in groups for one in group.seen}
    links = [
        Link(
            kind="actor",
            a=one.ref,
            b=ids[one.key],
            same=True,
            score=group.why[one.key][0],
            reasons=(group.why[one.key][1],),
        )
        for group in groups
        if len(group.seen) > 1
        for one in group.seen
    ]
    for refusal in refusals:
        a, b = refs.get(refusal.a), ids.get(refusal.b)
        if a is not None and b is not None and ids.get(refusal.a) != b:
            links.append(Link(kind="actor", a=a, b=b, same=False, score=refusal.score, reasons=(refusal.reason,)))
    unique = {(link.a, link.b, link.same, link.reasons): link for link in links}
    return tuple(unique[key] for key in sorted(unique))
