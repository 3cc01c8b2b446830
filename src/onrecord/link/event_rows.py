"""Event rows: what all accounts of an event together say of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.corrections.constraints import Constraints
from onrecord.identity import build_id
from onrecord.link.event_groups import Account, Group, World, is_narrow
from onrecord.link.labels import choose_gist, choose_line, fill_gist, label_event, label_line
from onrecord.link.retellings import find_doubles
from onrecord.linked import Local
from onrecord.records import UNKNOWN, Event, Evidence, Participant, Published, When
from onrecord.vocab.lists import EventMode, EventStatus, EventType, Role

_ROLES: tuple[Role, ...] = ("source", "target", "host", "mediator", "participant")


def build_events(groups: Sequence[Group], world: World) -> tuple[tuple[Event, ...], dict[Local, str]]:
    """Build the rows of the events, and the way from each mention to its event.

    A contact of nobody, or of one with nobody named, nowhere and at no time says nothing of use and makes no event.
    """
    drafts = [(group, _choose_facts(group, world)) for group in groups if is_worth_a_row(group, world)]
    ids = _build_ids(drafts)
    rows, event_of = [], {}
    for (group, facts), id_ in zip(drafts, ids, strict=True):
        type_, mode, participants, where, status = facts
        when = find_given_day(group, world) or (group.when if group.explicit or group.real else UNKNOWN)
        label = _build_label(group, facts, when, world)
        rows.append(
            Event(
                id=id_,
                type=type_,
                mode=mode,
                label=label,
                participants=participants,
                when=when,
                where=where,
                status=status,
                evidence=tuple(
                    Evidence(document=one.local[0], start=one.mention.start, end=one.mention.end)
                    for one in group.accounts
                ),
                documents=tuple(sorted(group.documents)),
            )
        )
        event_of.update(dict.fromkeys((one.local for one in group.accounts), id_))
    return tuple(sorted(rows, key=lambda one: one.id)), dict(sorted(event_of.items()))


def _build_label(group: Group, facts: "Facts", when: When, world: World) -> str:
    """The words of an account where they tell the event, else its noun, else the noun of its type."""
    type_, mode, participants, where, status = facts
    line, gist = choose_line(group.accounts, status), choose_gist(group.accounts, status, participants)
    if line is None and gist is not None and "{" in gist:
        line, gist = fill_gist(gist, participants, world.actors), None
    if line is not None:
        return label_line(line, when=when, status=status)
    return label_event(type_, mode, participants, world.actors, when=when, where=where, status=status, noun=gist)


def find_given_day(group: Group, world: World) -> When | None:
    """The day that people gave an event, where they gave it one; the last one given holds."""
    days = world.constraints.event_days
    given = [local for local in days if any(one.local == local for one in group.accounts)] if days else []
    return days[given[-1]] if given else None


def correct_labels(
    events: Sequence[Event], event_of: Mapping[Local, str], constraints: Constraints
) -> tuple[Event, ...]:
    """Give the events the labels that people gave them; the last one given holds."""
    labels = {event_of[local]: label for local, label in constraints.event_labels.items() if local in event_of}
    return tuple(replace(one, label=labels[one.id]) if one.id in labels else one for one in events)


def is_worth_a_row(group: Group, world: World) -> bool:
    """Does a group tell enough to be an event: for a contact, two participants, or a named one with a time or place?"""
    if group.accounts[0].mention.type != "CONSULT":
        dated = bool(group.places) or (group.explicit and is_narrow(group.when))
        return bool(group.who) and (_is_told(group) or dated or _names_whom(group, world))
    if len(group.who) != 1:
        return bool(group.who)
    (only,) = group.who
    return world.actors[only].kind != "group" and bool(group.places or group.explicit)


def _is_told(group: Group) -> bool:
    """Does an account of a deed print who did it, not only whom it befell, nor leave both to another mention?"""
    return any(not one.mention.inherited and any(part.role != "target" for part in one.parts) for one in group.accounts)


def _names_whom(group: Group, world: World) -> bool:
    """Does an account tell in a line of its own what befell somebody named ("Ada Osk charged with fraud")?"""
    told = any(one.mention.line and not one.mention.inherited for one in group.accounts)
    return told and any(world.actors[one].kind != "group" for one in group.who)


Facts = tuple[EventType, EventMode | None, tuple[Participant, ...], str | None, EventStatus]


def _choose_facts(group: Group, world: World) -> Facts:
    mentions = [one.mention for one in group.accounts]
    return (
        mentions[0].type,
        _choose_mode(group),
        _unite_participants(group, world),
        _most_common([one.where for one in mentions if one.where]),
        choose_status(group.accounts, world.published),
    )


def _build_ids(drafts: Sequence[tuple[Group, Facts]]) -> list[str]:
    """Ids from what the events are; from the first evidence as well where that is not enough to tell them apart."""
    keys = []
    for group, (type_, mode, participants, _, _) in drafts:
        who = ",".join(sorted(one.actor for one in participants))
        when = f"{group.when.earliest}/{group.when.latest}" if group.explicit and is_narrow(group.when) else group.key
        keys.append((type_, mode, who, when))
    taken = Counter(keys)
    return [
        build_id("evt", *key, group.key, group.accounts[0].mention.trigger.start)
        if taken[key] > 1
        else build_id("evt", *key)
        for (group, _), key in zip(drafts, keys, strict=True)
    ]


def _choose_mode(group: Group) -> EventMode | None:
    """The mode most accounts name, those that name more than a mere conversation before those that do not."""
    votes: Counter[EventMode] = Counter()
    for one in group.accounts:
        if one.mention.mode:
            votes[one.mention.mode] += 1
    modes: list[EventMode] = sorted(votes, key=lambda mode: (mode == "talks", -votes[mode], mode))
    return modes[0] if modes else None


def _unite_participants(group: Group, world: World) -> tuple[Participant, ...]:
    """Each participant once, in the part that most accounts give it; of a deed's targets not the country it was in."""
    votes: dict[str, Counter[Role]] = {}
    for one in group.accounts:
        for part in one.parts:
            if part.actor in group.who:
                votes.setdefault(part.actor, Counter())[part.role] += 1
    roles = {
        actor: min(found, key=lambda role: (-found[role], _ROLES.index(role))) for actor, found in sorted(votes.items())
    }
    left_out = _find_scenes(group, votes, world) | find_doubles(group.accounts, roles, world)
    return tuple(Participant(actor=actor, role=role) for actor, role in roles.items() if actor not in left_out)


def _find_scenes(group: Group, votes: Mapping[str, Counter[Role]], world: World) -> set[str]:
    """The places and states that some accounts of a deed have for its target, where others name what was hit there."""
    told = [{part.actor for part in one.parts if part.role == "target"} & set(votes) for one in group.accounts]
    land = {actor for targets in told for actor in targets if world.actors[actor].kind in ("state", "place")}
    if group.accounts[0].mention.type == "CONSULT" or len(set().union(*told)) < 2:
        return set()
    hit = set().union(*told) - land
    if hit:
        return {one for one in land if not any(one in targets and targets & hit for targets in told)}
    most = max(votes[one]["target"] for one in land)
    return {one for one in land if votes[one]["target"] < most and not any(len(t) > 1 and one in t for t in told)}


def _most_common(words: Iterable[str]) -> str | None:
    votes = Counter(" ".join(word.split()) for word in words)
    return min(votes, key=lambda word: (-votes[word], -len(word), word)) if votes else None


def choose_status(accounts: Sequence[Account], published: Mapping[str, Published]) -> EventStatus:
    """The status by the latest word: what has happened stays so; else what most of the latest accounts say."""
    votes = Counter(one.mention.status for one in accounts)
    if votes["happened"] and votes["happened"] >= votes["denied"]:
        return "happened"
    if votes["ongoing"]:
        return "ongoing"
    days = {one.local[0]: published[one.local[0]].latest or "" for one in accounts}
    latest = max(days.values())
    recent = Counter(one.mention.status for one in accounts if days[one.local[0]] == latest)
    order: tuple[EventStatus, ...] = (
        "cancelled",
        "planned",
        "proposed",
        "unconfirmed",
        "denied",
        "ongoing",
        "happened",
    )
    return min(recent, key=lambda status: (-recent[status], order.index(status)))
