"""Who is who by people's corrections: groups of local actors joined and parted, actors renamed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.corrections.constraints import Constraints
from onrecord.link.seen import Group
from onrecord.linked import Local
from onrecord.naming import fold
from onrecord.records import Actor


def correct_groups(groups: Sequence[Group], constraints: Constraints) -> list[Group]:
    """Join and part groups of local actors.

    Joining comes first: what is parted takes with it all that people say is one with it.
    """
    found = list(groups)
    for joined in constraints.joined_actors:
        some = [group for group in found if any(one.key in joined.members for one in group.seen)]
        if len(some) < 2:
            continue
        united = Group()
        for group in some:
            for one in group.seen:
                score, reason = group.why[one.key]
                united.join(one, score, reason)
            found.remove(group)
        for one in united.seen:
            if one.key in joined.members:
                united.why[one.key] = (1.0, f"merged by {joined.by}")
        found.append(united)
    for parted in constraints.parted_actors:
        for group in list(found):
            out = [one for one in group.seen if one.key in parted.out]
            if not out or not any(one.key in parted.rest for one in group.seen):
                continue
            kept, taken = Group(), Group()
            for one in group.seen:
                home = taken if one.key in parted.out else kept
                home.join(one, *group.why[one.key])
            for one in out:
                taken.why[one.key] = (1.0, f"kept apart by {parted.by}")
            at = found.index(group)
            found[at : at + 1] = [kept, taken]
    return found


def correct_names(actors: Sequence[Actor], ids: Mapping[Local, str], constraints: Constraints) -> list[Actor]:
    """Rename actors, and those they speak for; ids stay, and the old name becomes an alias."""
    names = {ids[local]: name for local, name in constraints.actor_names.items() if local in ids}
    old = {fold(one.name): names[one.id] for one in actors if one.id in names and one.kind != "person"}
    renamed = []
    for one in actors:
        name, side = names.get(one.id, one.name), one.side
        aliases = one.aliases if name == one.name else tuple(dict.fromkeys((one.name, *one.aliases)))
        if side is not None:
            side = old.get(fold(side), side)
        renamed.append(replace(one, name=name, aliases=tuple(each for each in aliases if each != name), side=side))
    return renamed
