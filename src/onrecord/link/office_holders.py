"""Persons known by office only: the one holder that the roster or the documents name at about that time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.annotations import LocalActor
from onrecord.link.seen import MOST_TOLD, Group, Refusal, Seen, is_state
from onrecord.roster import NO_ROSTER, Roster, RosterActor
from onrecord.vocab.offices import load_title_words, same_office

YEARS_APART = 550
"""Days between two documents beyond which an office may have changed hands."""


def attach_offices(
    groups: list[Group], unnamed: Sequence[Seen], roster: Roster = NO_ROSTER
) -> tuple[list[Seen], list[Refusal]]:
    """Give persons known by office only to the holder by the roster at their date, or the one that the documents name.

    Args:
        groups: The named persons; joined in place, and those added that only the roster names.
        unnamed: Persons without a name.
        roster: Who held which office when.

    Returns:
        Those that found no holder, and the refusals.
    """
    holders: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for of in sorted(
            {office.of for one in group.seen for office in one.actor.offices if office.of and not office.former}
        ):
            holders[of].append(group)
    weak = load_title_words().weak
    left: list[Seen] = []
    refusals: list[Refusal] = []
    for one in unnamed:
        office = next(
            (office for office in one.actor.offices if office.of and not office.former and office.title not in weak),
            None,
        )
        if office is None or office.of is None or is_indefinite(one.actor):
            left.append(one)
            continue
        entry = roster.find_holder(office.title, office.of, one.published)
        if entry is not None:
            known = replace(one, rostered=entry)
            find_home(groups, entry).join(known, 0.9, f"{office.title} of {office.of} at its date by the roster")
            continue
        fits = [group for group in holders.get(office.of, ()) if holds(group, office.title, office.of, one)]
        if len(fits) == 1:
            fits[0].join(one, 0.85, f"the only {office.title} of {office.of} that the documents name")
            continue
        left.append(one)
        reason = (
            f"more than one {office.title} of {office.of} is named"
            if fits
            else f"no {office.title} of {office.of} is named near its date"
        )
        refusals += [Refusal(one.key, group.seen[0].key, 0.3, reason) for group in fits[:MOST_TOLD]]
    return left, refusals


def find_home(groups: list[Group], entry: RosterActor) -> Group:
    """The group of an actor of the roster; a new one if no document names him."""
    for group in groups:
        if group.rostered is entry:
            return group
    groups.append(Group())
    return groups[-1]


def has_left(group: Group, title: str, of: str, one: Seen) -> bool:
    """Does the roster know when a person held an office, and not at the date of a document?"""
    entry = group.rostered
    held = [
        office
        for office in (entry.offices if entry is not None else ())
        if office.of == of and same_office(title, office.title, of_state=is_state(of))
    ]
    return bool(held) and None not in one.published and not any(office.covers(*one.published) for office in held)


def is_indefinite(actor: LocalActor) -> bool:
    """Is an unnamed person one of many ("a spokesman")?"""
    return actor.name.split()[0].lower() in ("a", "an", "another", "one", "some")


def holds(group: Group, title: str, of: str, one: Seen) -> bool:
    """Has a person the office, in a document of about the same time?"""
    state = is_state(of)
    return not has_left(group, title, of, one) and any(
        not office.former
        and office.of == of
        and same_office(title, office.title, of_state=state)
        and not far_apart(one, other)
        for other in group.seen
        for office in other.actor.offices
    )


def far_apart(one: Seen, two: Seen) -> bool:
    """Are two documents known to be years apart?"""
    if None in one.published or None in two.published:
        return False
    a, b = (date.fromisoformat(str(x.published[0])[:10]) for x in (one, two))
    return abs((a - b).days) > YEARS_APART
