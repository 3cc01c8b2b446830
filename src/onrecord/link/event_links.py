"""The links between accounts of events: why some are one, and why those that could be taken for one are not."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.link.event_evidence import Weights
from onrecord.link.event_groups import Group
from onrecord.link.event_judge import Judge, Judged
from onrecord.records import Link

MOST_APART = 6
"""So many events that an event could be taken for are told apart from it with reasons."""


def build_links(groups: Sequence[Group], judged: Judged, judge: Judge) -> tuple[Link, ...]:
    """A link with reasons for each merge, and for each group its nearest non-links of the same participants.

    Args:
        groups: The groups of all events.
        judged: What was found of each pair compared on the way.
        judge: Judges two whole groups: what a pair of mentions lacks or has, its groups may not.
    """
    home = {one.key: index for index, group in enumerate(groups) for one in group.accounts}
    links = []
    compared: set[tuple[int, int]] = set()
    for (a, b), (score, conflict, weights) in sorted(judged.items()):
        if a not in home or b not in home:
            continue
        if home[a] == home[b]:
            if conflict is None and weights:
                reasons = tuple(reason for weight, reason in weights if weight > 0)
                links.append(Link(kind="event", a=a, b=b, same=True, score=score, reasons=reasons))
        elif any("same participants" in reason for _, reason in weights):
            compared.add((min(home[a], home[b]), max(home[a], home[b])))
    links += find_apart(groups, compared | find_neighbours(groups), judge)
    return tuple(sorted(links, key=lambda one: (one.a, one.b, one.same)))


def find_neighbours(groups: Sequence[Group]) -> set[tuple[int, int]]:
    """Contacts of the same people next to each other in time: what a reader may take for one, though nothing does."""
    same: dict[frozenset[str], list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        if group.accounts[0].mention.type == "CONSULT" and len(group.who) >= 2:
            same[group.who].append(index)
    pairs = set()
    for found in same.values():
        found.sort(key=lambda index: (groups[index].when.latest or "9999", index))
        pairs |= {(min(i, j), max(i, j)) for at, i in enumerate(found) for j in found[at + 1 : at + 1 + MOST_APART]}
    return pairs


def find_apart(groups: Sequence[Group], compared: Iterable[tuple[int, int]], judge: Judge) -> list[Link]:
    """For each group the nearest others that it is not one with, and why."""
    apart: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    reasons: dict[tuple[int, int], tuple[str, ...]] = {}
    for i, j in sorted(compared):
        conflict, weights = judge(groups[i], groups[j])
        score = round(sum(weight for weight, _ in weights), 6)
        reasons[i, j] = (conflict,) if conflict else explain_doubt(weights)
        for one in (i, j):
            apart[one].append((-score, i, j))
    chosen = {found for near in apart.values() for found in sorted(near)[:MOST_APART]}
    return [
        Link(kind="event", a=groups[i].key, b=groups[j].key, same=False, score=-score, reasons=reasons[i, j])
        for score, i, j in sorted(chosen)
    ]


def explain_doubt(weights: Weights) -> tuple[str, ...]:
    """Why what speaks for two groups does not do, in plain words."""
    found = [("too little speaks for it", [reason for weight, reason in weights if weight > 0])]
    found.append(("against it", [reason for weight, reason in weights if weight < 0]))
    return tuple(f"{name}: {'; '.join(told)}" for name, told in found if told)
