"""How the participants, modes and times of two accounts agree."""

from onrecord.chronology import intersect
from onrecord.link.event_groups import Account, Group, World, find_width, is_narrow

_MODES: dict[frozenset[str], float] = {
    frozenset({"meeting", "summit"}): 0.4,
    frozenset({"meeting", "talks"}): 0.3,
    frozenset({"summit", "talks"}): 0.2,
    frozenset({"visit", "meeting"}): 0.0,
    frozenset({"visit", "talks"}): 0.0,
    frozenset({"visit", "summit"}): 0.0,
    frozenset({"call", "talks"}): 0.0,
    frozenset({"third-party", "talks"}): 0.0,
    frozenset({"third-party", "meeting"}): 0.0,
}


def match_participants(a: frozenset[str], b: frozenset[str], world: World) -> str:
    """How two sets of participants stand to each other: same, covers, subset, none or clash.

    `covers`: a state, body or group of one stands for a person of its side in the other. `subset`: all of one and
    more. `none`: one side names nobody.
    """
    if not a or not b:
        return "none"
    rest_a, rest_b = set(a - b), set(b - a)
    matched = False
    for one in sorted(rest_a):
        for other in sorted(rest_b):
            if world.covers(one, other) or world.covers(other, one):
                rest_a.discard(one)
                rest_b.discard(other)
                matched = True
                break
    if rest_a and rest_b:
        return "clash"
    if matched or a & b:
        # "He met the president and European leaders" and "he met the president": groups are often left unsaid.
        rest_a, rest_b = ({one for one in rest if world.actors[one].kind != "group"} for rest in (rest_a, rest_b))
        matched = matched or a != b
    if rest_a or rest_b:
        return "subset" if a & b or matched else "clash"
    return "covers" if matched else "same"


def match_modes(a: frozenset[str], b: frozenset[str]) -> float | None:
    """How well the modes agree; None where they clash, as a call and a meeting do."""
    if not a or not b:
        return 0.4 if a == b else 0.25
    best = [0.5 if one == other else _MODES.get(frozenset({one, other}), -1.0) for one in a for other in b]
    return None if min(best) < 0 else max(best)


def find_same_day(a: Account, b: Account) -> bool | None:
    """Do the times of two accounts of one document mean the same day, whatever the day of publication?

    Returns:
        True if they do under most days it may be of, False if under none, else None.
    """
    if not a.guesses or not b.guesses or len(a.guesses) != len(b.guesses):
        return None
    verdicts = [
        intersect(one, other) is not None
        for one, other in zip(a.guesses, b.guesses, strict=True)
        if find_width(one) is not None and find_width(other) is not None
    ]
    if not verdicts:
        return None
    narrow = all(is_narrow(one) for one in (*a.guesses, *b.guesses))
    if not any(verdicts):
        return False
    return True if narrow and 2 * sum(verdicts) > len(verdicts) else None


def leaves_target_unsaid(a: Group, b: Group) -> bool:
    """On one known day, is it the same source, and the target only of one printed ("the union's strike on Monday")?"""
    if not (a.explicit and b.explicit and is_narrow(a.when) and is_narrow(b.when)):
        return False
    parts = [{(part.role, part.actor) for one in group.accounts for part in one.parts} for group in (a, b)]
    sources = [{actor for role, actor in part if role == "source"} for part in parts]
    extra = parts[0] ^ parts[1]
    one_sided = not (parts[0] - parts[1] and parts[1] - parts[0])
    return bool(sources[0]) and sources[0] == sources[1] and one_sided and all(role == "target" for role, _ in extra)
