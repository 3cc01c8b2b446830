"""Event identity: accounts of one event brought together within a document, then across documents.

Constrained agglomeration, best evidence first (entity-level constraints as in Raghunathan et al. 2010; cannot-link
constraints as in Wagstaff et al. 2001). The order of the input does not matter: ties are settled by place in the text.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.link.event_conflicts import find_conflict
from onrecord.link.event_evidence import ACROSS, WITHIN, weigh
from onrecord.link.event_groups import Account, Group, Place, World, build_group
from onrecord.link.event_judge import Judge, Judged
from onrecord.link.event_links import build_links
from onrecord.link.event_prints import Prints
from onrecord.link.event_proposals import find_pairs
from onrecord.records import Link

_MOST_SHARING = 50
"""Documents of one event whose pairs are counted: an event that hundreds tell of says little of any two of them."""


def merge_groups(
    groups: Sequence[Group], pairs: Iterable[tuple[int, int]], judge: "Judge", threshold: float
) -> tuple[list[Group], Judged]:
    """Merge groups, best evidence first, as long as no constraint forbids it.

    Args:
        groups: What to merge.
        pairs: Indices of the groups that may be one.
        judge: Says what speaks against and for two groups being one.
        threshold: Least score.

    Returns:
        The merged groups in order of their first accounts, and what was found of each pair compared.
    """
    alive = dict(enumerate(groups))
    near: dict[int, set[int]] = defaultdict(set)
    heap: list[tuple[float, Place, Place, int, int]] = []
    judged: Judged = {}

    def consider(i: int, j: int) -> None:
        if alive[j].place < alive[i].place:
            i, j = j, i
        one, other = alive[i], alive[j]
        conflict, weights = judge.sift(one, other)
        score = round(sum([weight for weight, _ in weights]), 6)
        judged[one.key, other.key] = (score, conflict, weights)
        near[i].add(j)
        near[j].add(i)
        if conflict is None and score >= threshold:
            heapq.heappush(heap, (-score, one.place, other.place, i, j))

    for i, j in sorted(set(pairs)):
        consider(i, j)
    following = len(groups)
    while heap:
        *_, i, j = heapq.heappop(heap)
        if i not in alive or j not in alive:
            continue
        merged = build_group(alive[i].accounts + alive[j].accounts, judge.world)
        others = sorted((near.pop(i) | near.pop(j)) - {i, j})
        del alive[i], alive[j]
        alive[following] = merged
        for other in others:
            if other in alive:
                consider(following, other)
        following += 1
    return sorted(alive.values(), key=lambda one: one.accounts[0].place), judged


def group_within(accounts: Sequence[Account], world: World) -> tuple[list[Group], Judged]:
    """Bring together the accounts of one document that are of one event."""
    joined = {local for one in world.constraints.joined_events for local in one.members}
    weak = [one for one in accounts if one.mention.inherited and one.local not in joined]
    firm = [one for one in accounts if not one.mention.inherited or one.local in joined]
    strong = join_corrected([build_group((one,), world) for one in firm], world)
    groups, judged = merge_groups(strong, pair_types(strong), Judge(world), WITHIN)
    for one in weak:
        groups = _add_weak(groups, build_group((one,), world), world, judged)
    if weak:
        # With what the weak ones tell, two groups may be one that were kept apart before.
        groups = sorted(groups, key=lambda one: one.accounts[0].place)
        groups, found = merge_groups(groups, pair_types(groups), Judge(world), WITHIN)
        judged |= found
    return sorted(groups, key=lambda one: one.accounts[0].place), judged


def recall_within(accounts: Sequence[Account], world: World, prints: Prints) -> tuple[list[Group], Judged]:
    """As `group_within`, from an earlier round or run where nothing has changed that it depends on."""
    constraints = world.constraints
    if constraints.joined_events or constraints.parted_events:
        return group_within(accounts, world)
    key = prints.print_accounts(accounts)
    return world.memo.recall("accounts of a document", key, lambda: group_within(accounts, world))


def pair_types(groups: Sequence[Group]) -> list[tuple[int, int]]:
    """All pairs of groups of one type."""
    types = [one.accounts[0].mention.type for one in groups]
    return [(i, j) for i in range(len(groups)) for j in range(i + 1, len(groups)) if types[i] == types[j]]


def join_corrected(groups: Sequence[Group], world: World) -> list[Group]:
    """Make one group of those that people say are of one event, before any evidence is weighed."""
    home = {one.local: at for at, group in enumerate(groups) for one in group.accounts}
    united = {at: [group] for at, group in enumerate(groups)}
    for joined in world.constraints.joined_events:
        places = sorted({home[local] for local in joined.members if local in home})
        for at in places[1:]:
            united[places[0]] += united.pop(at)
            home.update({local: places[0] for local, old in home.items() if old == at})
    if len(united) == len(groups):
        return list(groups)
    merged = [
        build_group(tuple(one for group in found for one in group.accounts), world) if len(found) > 1 else found[0]
        for found in united.values()
    ]
    return sorted(merged, key=lambda one: one.accounts[0].place)


def _add_weak(groups: Sequence[Group], weak: Group, world: World, judged: Judged) -> list[Group]:
    """Give a mention whose participants are only inherited to the group that most speaks for, bridging none."""
    best: tuple[float, int] | None = None
    for index, group in enumerate(groups):
        if group.accounts[0].mention.type != weak.accounts[0].mention.type:
            continue
        first, second = sorted((group, weak), key=lambda one: one.accounts[0].place)
        conflict, weights = find_conflict(first, second, world), weigh(first, second, world)
        score = round(sum(weight for weight, _ in weights), 6)
        judged[first.key, second.key] = (score, conflict, weights)
        if conflict is None and score >= WITHIN:
            best = max(best or (score, -index), (score, -index))
    if best is None:
        return [*groups, weak]
    home = -best[1]
    merged = build_group(groups[home].accounts + weak.accounts, world)
    return [*groups[:home], merged, *groups[home + 1 :]]


def group_events(
    accounts: Mapping[str, Sequence[Account]], world: World, alike: Sequence[tuple[str, str]]
) -> tuple[list[Group], tuple[Link, ...]]:
    """Bring together all accounts of the same events.

    Args:
        accounts: The accounts of each document, by document id.
        world: Actors, dates, likeness.
        alike: Pairs of documents that share uncommon words.

    Returns:
        One group for each event, and the links and nearest non-links with their reasons.
    """
    local: list[Group] = []
    judged: Judged = {}
    prints = Prints(world)
    for key in sorted(accounts):
        groups, found = recall_within(accounts[key], world, prints)
        local += groups
        judged |= found
    local = join_corrected(local, world)
    pairs = find_pairs(local, world, alike)
    judge = Judge(world, prints=prints)
    groups, _ = merge_groups(local, pairs, judge, ACROSS)
    # What the articles are sure to share speaks for the rest, so the doubtful pairs are looked at a second time.
    judge.shared_events = count_shared(groups)
    groups, found = merge_groups(local, pairs, judge, ACROSS)
    judged |= found
    return groups, build_links(groups, judged, judge)


def count_shared(groups: Sequence[Group]) -> dict[tuple[str, str], int]:
    """How many events two documents share, for each pair that shares any."""
    counts: Counter[tuple[str, str]] = Counter()
    for group in groups:
        documents = sorted(group.documents)[:_MOST_SHARING]
        counts.update((a, b) for i, a in enumerate(documents) for b in documents[i + 1 :])
    return dict(counts)
