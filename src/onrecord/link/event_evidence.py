"""What speaks for two accounts being of one event, once no constraint forbids it.

The weights are rough log-odds; they were set by hand and checked on the tuning collections.
"""

from collections.abc import Mapping

from onrecord.link.deeds import is_done_once, is_retold, is_told_alike, share_news
from onrecord.link.event_groups import WIDE, Account, Group, World, find_width, is_narrow, read_day, spell
from onrecord.link.event_pairs import find_same_day, leaves_target_unsaid, match_modes, match_participants
from onrecord.link.places import is_usual, match_places

Weights = list[tuple[float, str]]

WITHIN = 2.25
"""Evidence at which two groups of one document are one event."""

ACROSS = 3.25
"""Evidence at which two groups of different documents are one event."""

_MOST = 12
"""Documents of a group that are held against those of another: the work must not grow with the square of an event's
coverage."""


def weigh(a: Group, b: Group, world: World) -> Weights:
    """Weigh the evidence that two groups are of one event.

    Returns:
        (weight, reason) pairs; the score is the sum of the weights.
    """
    weights = weigh_participants(a, b, world)
    who = match_participants(a.who, b.who, world)
    modes = match_modes(a.modes, b.modes)
    if modes:
        weights.append((modes, "the same kind of contact" if a.modes & b.modes else "kinds of contact that agree"))
    if a.modes & b.modes == {"visit"} and bool(a.places) != bool(b.places):
        weights.append((-1.0, "only one says where the visit goes"))
    if match_places(a.places, b.places):
        usual = all(is_usual(one) for one in a.places | b.places)
        weights.append((0.75 if usual else 1.25, f"the same place: {', '.join(sorted(a.places | b.places))}"))
    if a.orders & b.orders:
        weights.append((0.5, f"both the {'/'.join(sorted(a.orders & b.orders))}"))
    if a.accounts[0].mention.type != "CONSULT" and share_news(a, b, world):
        weights.append((4.0, "what the articles on one piece of news open with"))
    if a.accounts[0].mention.type == "CONSULT" and (_heads(a, b, who) or _heads(b, a, who)):
        weights.append((3.0, "the headline tells of what the article tells"))
    if a.accounts[0].mention.type != "CONSULT" and is_done_once(a, b, world):
        weights.append((5.0, "what is done to one and the same but once"))
    if is_told_alike(a, b, world):
        weights.append((4.0, "told of the same parties, as one event is"))
    if is_retold(a, b, world):
        weights.append((5.0, "told in the same words by articles of one story"))
    if a.documents & b.documents:
        return weights + _weigh_within(a, b)
    return weights + _weigh_time(a, b, world) + _weigh_documents(a, b, world)


def weigh_participants(a: Group, b: Group, world: World) -> Weights:
    """Weigh who took part, by two groups of accounts."""
    who = match_participants(a.who, b.who, world)
    names = ", ".join(sorted(world.actors[one].name for one in a.who & b.who))
    many = max(len(a.who), len(b.who)) >= 2
    if who == "same":
        return [(1.0 if many else 0.0, f"the same participants: {names}")] + (
            [(0.5, "three or more of them")] if len(a.who & b.who) >= 3 else []
        )
    if who == "covers":
        return [(0.5 if many else -0.5, "participants of the same sides")]
    if who == "subset" and a.accounts[0].mention.type != "CONSULT" and leaves_target_unsaid(a, b):
        return [(0.5, f"the same source, the target said only once: {names}")]
    if who == "subset":
        return [(-1.0, f"one names more participants; common: {names or 'their side'}")]
    return [(-1.0, "one names no participant")]


def _heads(head: Group, body: Group, who: str) -> bool:
    """Is the one told by the headline only, and the other in its article: of the same parties, or at its opening?"""
    least = {"same": 0, "covers": 0, "subset": 1}.get(who, 2)
    told = {one.local[0] for one in body.accounts if not one.heads and one.leads >= least}
    return all(one.heads and one.local[0] in told for one in head.accounts)


def _weigh_within(a: Group, b: Group) -> Weights:
    weights: Weights = []
    pairs = [(one, other) for one in a.accounts for other in b.accounts]
    back = [one.mention.definite for pair in pairs for one, other in (pair, pair[::-1]) if _refers(one, other)]
    if back:
        # What does not look like referring back may as well tell something new.
        weights.append(
            (4.0, "one refers back to the other") if any(back) else (0.75, "one may refer back to the other")
        )
    if _brings_news(a, b):
        weights.append((-1.0, "the later one brings a time or place of its own"))
    if any(find_same_day(one, other) for one, other in pairs):
        weights.append((1.5, "the times printed with them mean the same day"))
    if any(one.words & other.words for one, other in pairs):
        weights.append((0.5, "the same word for it"))
    if len(a.who & b.who) >= 2 and pairs[0][0].mention.type == "CONSULT":
        weights.append((1.0, "told of the same people in one article"))
    return weights


def _brings_news(a: Group, b: Group) -> bool:
    """Does the group told later begin with a mention that refers back to nothing and has its own time or place?"""
    first, later = sorted((a, b), key=lambda one: one.accounts[0].place)
    mention = later.accounts[0].mention
    if mention.definite or not (mention.where or later.accounts[0].guesses):
        return False
    return not (first.places if mention.where else any(one.guesses for one in first.accounts))


def _refers(one: Account, other: Account) -> bool:
    return one.antecedent is not None and one.antecedent == other.local[1]


def _weigh_time(a: Group, b: Group, world: World) -> Weights:
    if a.explicit and b.explicit:
        common = f"{spell(a.when)} and {spell(b.when)}"
        if is_narrow(a.when) and is_narrow(b.when):
            return [(3.0, f"the same day: {common}")]
        if is_narrow(a.when, 9) and is_narrow(b.when, 9):
            return [(2.0, f"days that can be the same: {common}")]
        return [(0.0, f"days that can be the same: {common}")] if _closed(a) and _closed(b) else [_unknown()]
    gaps = [world.published_gap(one, other) for one, other in _find_document_pairs(a, b)]
    known = [gap for gap in gaps if gap is not None and gap <= WIDE]
    if not known:
        return [(1.0, "planned for the same place, whatever the day")] if _one_plan(a, b) else [_unknown()]
    gap = min(known)
    if a.real and b.real:
        return _weigh_reports(a, b, gap, world)
    if not a.real and not b.real:
        near = 2.0 if gap <= 3 else 1.25 if gap <= 14 else 0.0
        return [(near, f"planned in articles at most {gap} days apart")]
    return [(0.5 if gap <= 21 else -1.0, f"planned and come about within {gap} days")]


def _one_plan(a: Group, b: Group) -> bool:
    """Are both plans of the same two or more for one place that is no usual one?"""
    usual = all(is_usual(one) for one in a.places | b.places)
    return (
        not (a.real or b.real or usual) and bool(match_places(a.places, b.places)) and a.who == b.who and len(a.who) > 1
    )


def _weigh_reports(a: Group, b: Group, gap: int, world: World) -> Weights:
    """Past events of which at least one is told without a day."""
    for dated, other in ((a, b), (b, a)):
        if dated.explicit and dated.when.latest:
            ends = [world.published[one].latest for one in other.documents]
            lag = min(read_day(end) - read_day(dated.when.latest) for end in ends if end) if any(ends) else WIDE
            near = 1.5 if 0 <= lag <= 2 else 0.75 if 0 <= lag <= 7 else -1.0
            return [(near, f"told without a day {lag} days after {spell(dated.when)}")]
    near = 1.5 if gap <= 1 else 0.5 if gap <= 3 else 0.0 if gap <= 7 else -1.0
    return [(near, f"told without a day in articles {gap} days apart")]


def _closed(group: Group) -> bool:
    return find_width(group.when) is not None


def _unknown() -> tuple[float, str]:
    return -1.5, "no date known that would tell them apart or bring them together"


def _find_document_pairs(a: Group, b: Group) -> list[tuple[str, str]]:
    """Pairs of the groups' documents; of an event that very many tell of, the first by their ids stand for all."""
    return [(one, other) for one in sorted(a.documents)[:_MOST] for other in sorted(b.documents)[:_MOST]]


def _weigh_documents(a: Group, b: Group, world: World) -> Weights:
    weights: Weights = []
    pairs = _find_document_pairs(a, b)
    alike = max(world.likeness(one, other) for one, other in pairs)
    weights.append((round(max(-0.5, min(2.0, 4 * (alike - 0.35))), 3), f"the articles are alike: {alike:.2f}"))
    if any(world.shared_quotes(one, other) for one, other in pairs):
        weights.append((0.75, "the articles quote the same words"))
    return weights


def weigh_shared(a: Group, b: Group, shared_events: Mapping[tuple[str, str], int]) -> Weights:
    """What two groups' articles are sure to tell of together speaks for the rest.

    Args:
        a: One group.
        b: The other.
        shared_events: Pair of documents -> how many events they share.
    """
    if not shared_events or a.documents & b.documents:
        return []
    pairs = _find_document_pairs(a, b)
    shared = max(shared_events.get((min(pair), max(pair)), 0) for pair in pairs)
    return [(0.75 if shared > 1 else 0.4, f"the articles tell of {shared} other events together")] if shared else []
