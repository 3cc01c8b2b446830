"""What forbids two groups of accounts to be one event.

Constraints come first: type, mode, participants, time, weekday, place and order words that clash settle the matter
("four calls of the same two leaders on four days are four events"). Only then is evidence weighed (`event_evidence`).
"""

from calendar import day_name
from collections.abc import Iterable

from onrecord.chronology import intersect
from onrecord.link.deeds import is_same_deed, share_news
from onrecord.link.event_groups import Account, Group, World, find_width, is_narrow, read_day, spell
from onrecord.link.event_pairs import find_same_day, match_modes, match_participants
from onrecord.link.event_parts import is_told_as_part
from onrecord.link.labels import words_for_three
from onrecord.link.places import match_places
from onrecord.records import Actor
from onrecord.vocab.offices import load_title_words

ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "initial"})
"""Words that count from the beginning, whoever tells and when."""


def find_conflict(a: Group, b: Group, world: World) -> str | None:
    """The constraint that forbids two groups to be one event, in plain words; None if there is none."""
    parting = world.constraints.find_parting((x.local for x in a.accounts), (x.local for x in b.accounts))
    if parting is not None:
        return f"kept apart by {parting}"
    one, other = a.accounts[0].mention, b.accounts[0].mention
    if one.type != other.type:
        return f"one is {one.type}, the other {other.type}"
    if match_modes(a.modes, b.modes) is None:
        return f"a {'/'.join(sorted(a.modes))} is not a {'/'.join(sorted(b.modes))}"
    clash = _find_time_conflict(a, b)
    if clash:
        return clash
    if is_told_as_part(a, b):
        return "the one is told as a part of the other"
    contact = one.type == "CONSULT"
    if not contact and not is_same_deed(a, b, world):
        return "the deeds differ in who does them, to whom, or in the word for it"
    if not contact and count_apart(a, b):
        return "one article counts other numbers of what was done"
    if not contact and is_of_before(a, b):
        return "one article tells of one as done before the other"
    same_day = is_narrow(a.when) and is_narrow(b.when) and a.explicit and b.explicit
    who = match_participants(a.who, b.who, world)
    if contact and who == "clash":
        return "the participants clash"
    if _is_sent(a, b, world) or _is_sent(b, a, world):
        return "delegations met in the one, the leaders themselves in the other"
    if _is_on_line(a, b) or _is_on_line(b, a):
        return "talks with a place are no call"
    if is_told_again(a, b) or is_told_again(b, a):
        return "the one is told as another of its kind"
    if _orders_clash(a, b):
        return f"one is the {'/'.join(sorted(a.orders))}, the other the {'/'.join(sorted(b.orders))}"
    reported = not contact and share_news(a, b, world)  # one paper names the house, another the country
    if match_places(a.places, b.places) is False and not (same_day or reported):
        return f"the places clash: {', '.join(sorted(a.places))} and {', '.join(sorted(b.places))}"
    three = [any(one.words & words_for_three() for one in group.accounts) for group in (a, b)]
    if three[0] != three[1] and len((b if three[0] else a).who) == 2:
        return "one is of three parties, the other of two"
    if a.real != b.real and (contact or a.done != b.done):
        return _find_plan_conflict(*((a, b) if a.real else (b, a)), world)
    return None


def _find_time_conflict(a: Group, b: Group) -> str | None:
    if intersect(a.when, b.when) is None:
        return f"the days clash: {spell(a.when)} and {spell(b.when)}"
    if a.documents == b.documents:
        for one in a.accounts:
            for other in b.accounts:
                if find_same_day(one, other) is False:
                    return "the times printed with them cannot mean the same day"
    elif a.weekdays and b.weekdays and not a.weekdays & b.weekdays and is_weekday_only(a) and is_weekday_only(b):
        return f"the weekdays clash: {spell_weekdays(a.weekdays)} and {spell_weekdays(b.weekdays)}"
    return None


def spell_weekdays(days: Iterable[str]) -> str:
    """ISO weekday numbers as names.

    >>> spell_weekdays({"2", "1"})
    'Monday/Tuesday'
    """
    return "/".join(day_name[int(day) - 1] for day in sorted(days))


def is_weekday_only(group: Group) -> bool:
    """Is a weekday the only time printed with the accounts?"""
    return all(bool(one.weekdays) == bool(one.mention.times) for one in group.accounts)


def count_apart(a: Group, b: Group) -> bool:
    """Does one article count other numbers of one thing for them ("fired three missiles", "fired a missile in May")?"""
    return any(
        one.local[0] == other.local[0]
        and one.counted is not None
        and other.counted is not None
        and one.counted[1] == other.counted[1]
        and one.counted[0] != other.counted[0]
        for one in a.accounts
        for other in b.accounts
    )


def is_of_before(a: Group, b: Group) -> bool:
    """Does one article tell the one as done before ("was jailed on Monday; he had already been jailed in May")?"""
    return any(
        one.local[0] == other.local[0] and one.earlier != other.earlier for one in a.accounts for other in b.accounts
    )


def _orders_clash(a: Group, b: Group) -> bool:
    """Do the words for their place in a row exclude each other?

    In one article "the latest" is not "the previous"; across articles only "the first" is not "the third".
    """
    if a.documents == b.documents:
        return bool(a.orders and b.orders and not a.orders & b.orders)
    first, second = a.orders & ORDINALS, b.orders & ORDINALS
    return bool(first and second and not first & second)


def is_told_again(a: Group, b: Group) -> bool:
    """Does one article tell of `b`, and then that its people did so again ("Four days later they talked again")?"""
    again = next((one for one in a.accounts if one.mention.order == "again"), None)
    if again is None or a.documents != b.documents or not b.accounts[0].place < again.place:
        return False
    return all(one.local[1] != again.antecedent for one in b.accounts)


def _is_sent(a: Group, b: Group, world: World) -> bool:
    """Did delegations meet in the one, and leaders in person in the other?"""
    if not any(one.mention.delegated for one in a.accounts):
        return False
    met = {part.actor for one in b.accounts if not one.mention.delegated for part in one.parts}
    leading = [
        one for one in sorted(met & b.who) if world.actors[one].kind == "person" and is_leader(world.actors[one])
    ]
    return len(leading) > 1


def is_leader(actor: Actor) -> bool:
    """Has the actor been printed with the title of a head of state or government?"""
    leading = load_title_words().leading
    return any(
        title in leading or title.split()[-1] in leading for title in (o.title.casefold() for o in actor.offices)
    )


def _is_on_line(call: Group, talks: Group) -> bool:
    placed = any(one.mention.mode == "talks" and one.mention.where for one in talks.accounts)
    return placed and call.modes == {"call"}


def _doubts(one: Account, other: Account) -> bool:
    """Does "the call", unconfirmed or denied, refer back to what is told as having happened?"""
    back = one.mention.definite and one.antecedent is not None and one.antecedent == other.local[1]
    return back and one.mention.status in ("unconfirmed", "denied")


def _carries_out(one: Account, other: Account) -> bool:
    """Is it told as what another mention said would be done at once?"""
    return other.mention.imminent and one.antecedent == other.local[1] and one.who == other.who


def _find_plan_conflict(real: Group, plan: Group, world: World) -> str | None:
    """Can what was planned be what happened?"""
    if real.explicit and plan.explicit and is_narrow(real.when, 7) and is_narrow(plan.when, 7):
        return None
    if real.documents & plan.documents:
        if any(_doubts(one, other) for one in plan.accounts for other in real.accounts):
            return None
        if any(_carries_out(one, other) for one in real.accounts for other in plan.accounts):
            return None
        days = [find_same_day(one, other) for one in real.accounts for other in plan.accounts]
        return None if True in days else "one has happened, the other is still planned in the same article"
    if not real.explicit or find_width(real.when) is None:
        return "one has happened on an unknown day, the other is only planned"
    starts = [world.published[one].earliest for one in plan.documents]
    if None in starts or real.when.latest is None:
        return "one has happened, the other is planned on an unknown day"
    if read_day(real.when.latest) < max(read_day(day) for day in starts if day) - 1:
        return "it had happened before the other was still only planned"
    return None
