"""Accounts: each event mention with its participants, its time and its antecedent, ready to be compared."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from onrecord.annotations import Annotated, EventMention
from onrecord.chronology import Resolved, build_when, intersect, resolve_times
from onrecord.link.coverage import find_lead
from onrecord.link.event_conflicts import is_leader
from onrecord.link.event_groups import Account, World, find_width
from onrecord.link.event_pairs import match_modes
from onrecord.link.event_parts import find_wholes
from onrecord.link.retellings import spell_telling
from onrecord.link.words import find_topical_words
from onrecord.linked import Local
from onrecord.memo import Memo, digest
from onrecord.records import UNKNOWN, Participant, Published, Time, When

_ANY_WEEK = date(2001, 1, 1)
"""A Monday: where nothing is known, a document is tried on each day of some week, for what its weekdays say of each
other holds in every week."""

_DAYS = ("DATE", "TIME")

_ALLEGING = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|apparently|(?:suspected|accused) of"
    r"|(?:said|alleged|believed|thought|reported) to have)\b",
    re.IGNORECASE,
)
"""What makes an unconfirmed deed one that is said to have been done."""


_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}  # fmt: skip
_COUNTED = re.compile(
    rf"\s({'|'.join(_NUMBERS)}|\d{{1,3}})\s(?!pct|per|percent|points?|\w+illion|years?|months?|weeks?|days?|hours?\b)"
    r"(?:[\w-]+\s){0,4}?([\w-]+)$",
    re.IGNORECASE,
)
"""A number right before what is counted: no share, sum or time."""


_BEFORE = re.compile(r"\bhad (?:already|previously|earlier|once before) (?:been )?$", re.IGNORECASE)
_OTHER = re.compile(r"[^.;!?]{0,60}?\b(?:other|another|separate|different|previous)\b", re.IGNORECASE)
"""What stands before and behind a deed that was done before another one of its kind."""


def find_trial_days(published: Published) -> tuple[When, ...]:
    """Days to try a document on: those it may be of if few, else the seven days of a week."""
    when = published.when
    width = find_width(when)
    if width is not None and width <= 7 and when.earliest:
        first, count = date.fromisoformat(when.earliest[:10]), width
    else:
        first = date.fromisoformat(when.earliest[:10]) if when.earliest else _ANY_WEEK
        count = 7
    days = [(first + timedelta(days=i)).isoformat() for i in range(count)]
    return tuple(build_when(day, day) for day in days)


def join_days(mention: EventMention, annotated: Annotated, resolved: tuple[Resolved, ...]) -> When:
    """The days that all times attached to a mention share; the first alone where they clash."""
    when = UNKNOWN
    for index in mention.times:
        if annotated.times[index].type not in _DAYS:
            continue
        row = resolved[index]
        if row.earliest or row.latest:
            when = intersect(when, build_when(row.earliest, row.latest)) or when
    return when


def find_parts(annotated: Annotated, mention: EventMention, actor_of: Mapping[Local, str]) -> tuple[Participant, ...]:
    """Who takes part in an event and how; a pair or group with known members stands for these."""
    parts: dict[Participant, None] = {}
    for one in mention.participants:
        for index in annotated.actors[one.actor].members or (one.actor,):
            actor = actor_of.get((annotated.document.id, index))
            if actor:
                parts[Participant(actor=actor, role=one.role)] = None
    return tuple(sorted(parts))


def find_sides(mention: EventMention, parts: tuple[Participant, ...], world: World) -> tuple[Participant, ...]:
    """Where delegations met, a person named stands for the side; one without a known side is left out.

    Args:
        mention: The mention.
        parts: Its participants.
        world: The actors.
    """
    if not mention.delegated:
        return parts
    found: dict[Participant, None] = {}
    for one in parts:
        row = world.actors[one.actor]
        if row.kind in ("person", "group") and row.side is not None and row.side in world.states:
            found[Participant(actor=world.states[row.side], role=one.role)] = None
        elif row.kind != "person" or not is_leader(row):
            found[one] = None
    return tuple(sorted(found))


def resolve_on(annotated: Annotated, day: When, memo: Memo) -> tuple[Resolved, ...]:
    """A document's times as they resolve if it was published on a day."""
    return memo.recall("trial times", digest(annotated.times, day), lambda: resolve_times(annotated.times, day))


def find_accounts(
    annotated: Annotated, actor_of: Mapping[Local, str], time_of: Mapping[Local, Time], world: World
) -> tuple[Account, ...]:
    """Make an account of every event mention of a document that can be one event.

    Args:
        annotated: The document's annotations; mentions of several events ("three calls") are left out.
        actor_of: Local actor -> id.
        time_of: Local time -> its resolved row.
        world: Actors and publication dates.
    """
    key = annotated.document.id
    published = world.published[key]
    trials = [resolve_on(annotated, day, world.memo) for day in find_trial_days(published)] if annotated.events else []
    accounts = []
    wholes = find_wholes(annotated)
    opening = find_lead(annotated.document)
    heads = [zone for zone in annotated.document.zones if zone.kind == "headline"]
    for index, mention in enumerate(annotated.events):
        if mention.count > 1:
            continue
        parts = find_sides(mention, find_parts(annotated, mention, actor_of), world)
        rows = {i: time_of[key, i] for i in mention.times if (key, i) in time_of}
        when, explicit = _find_when(rows)
        guesses = tuple(join_days(mention, annotated, trial) for trial in trials)
        account = Account(
            local=(key, index),
            mention=mention,
            parts=parts,
            who=world.drop_generic(frozenset(one.actor for one in parts)),
            when=bound_by_telling(when, mention, find_last_told(annotated, mention, time_of, published)),
            explicit=explicit,
            guesses=guesses if any(one != UNKNOWN for one in guesses) else (),
            weekdays=frozenset(
                value
                for i in mention.times
                for name, value in annotated.times[i].parameters
                if name == "weekday" and annotated.times[i].rule == "weekday"
            ),
            words=frozenset(find_topical_words(annotated.document.text[mention.trigger.start : mention.trigger.end])),
            antecedent=None if mention.antecedent in wholes.get(index, ()) else mention.antecedent,
            wholes=wholes.get(index, frozenset()),
            telling=spell_telling(annotated.document.text, mention.start, mention.trigger.end),
            leads=opening[0] <= mention.start < opening[1],
            heads=any(zone.start <= mention.start < zone.end for zone in heads),
            alleged=is_alleged(mention, annotated.document.text),
            earlier=is_earlier(annotated.document.text, mention.trigger.start, mention.trigger.end),
            counted=count_objects(annotated.document.text[mention.trigger.start : mention.trigger.end]),
        )
        accounts.append(account)
    return _refer_back(accounts)


def is_alleged(mention: EventMention, text: str) -> bool:
    """Is it told as what somebody is said to have done ("reportedly fired on A", "suspected of firing on A")?"""
    return mention.status == "unconfirmed" and bool(_ALLEGING.search(text[mention.start : mention.trigger.end]))


def is_earlier(text: str, start: int, end: int) -> bool:
    """Is a deed told as another, done before ("had already been jailed in two other cases")?"""
    return bool(_BEFORE.search(text[max(0, start - 40) : start]) and _OTHER.match(text, end))


def count_objects(words: str) -> tuple[int, str] | None:
    """How many of what the words that name a deed count.

    >>> count_objects("fired three ballistic missiles"), count_objects("fired a missile"), count_objects("fired")
    ((3, 'missile'), (1, 'missile'), None)
    """
    found = _COUNTED.search(" ".join(words.casefold().split()))
    return (_NUMBERS.get(found[1]) or int(found[1]), found[2].removesuffix("s")) if found else None


def _find_when(rows: Mapping[int, Time]) -> tuple[When, bool]:
    when, explicit = UNKNOWN, False
    for _, row in sorted(rows.items()):
        if row.type in _DAYS and (row.earliest or row.latest):
            when = intersect(when, build_when(row.earliest, row.latest)) or when
            explicit = True
    return when, explicit


def find_last_told(
    annotated: Annotated, mention: EventMention, time_of: Mapping[Local, Time], published: Published
) -> str | None:
    """The last day on which a mention can have been told: that of its statement ("he said on Monday"), or the page's.

    A post of 3 November tells of nothing later, whenever the page was made that it is set into; "approved the talks on
    Saturday" may be of talks to come.
    """
    said = annotated.statements[mention.statement].said if mention.statement is not None else None
    told = mention.status == "happened" and not mention.definite
    row = time_of.get((annotated.document.id, said)) if told and said is not None else None
    return min((one[:10] for one in (published.latest, row.latest if row else None) if one), default=None)


def bound_by_telling(when: When, mention: EventMention, last: str | None) -> When:
    """What is told as past is not after the telling; no bound is put on how long ago it was."""
    if mention.status not in ("happened", "ongoing") or not last:
        return when
    return intersect(when, build_when(None, last)) or when


def _refer_back(accounts: list[Account]) -> tuple[Account, ...]:
    """Give "the call" without antecedent the nearest fuller account before it that nothing forbids.

    Only where all fuller accounts before it that fit name the same participants: else it stays open.
    """
    done: list[Account] = []
    for one in accounts:
        if one.mention.definite and one.antecedent is None and len(one.who) < 2:
            fitting = [
                other
                for other in done
                if len(other.who) >= 2
                and one.who <= other.who
                and other.mention.type == one.mention.type
                and match_modes(_modes(one), _modes(other)) is not None
                and (one.mention.status in ("happened", "ongoing")) == (other.mention.status in ("happened", "ongoing"))
            ]
            if fitting and len({other.who for other in fitting}) == 1:
                one = replace(one, antecedent=fitting[-1].local[1])
        done.append(one)
    return tuple(done)


def _modes(account: Account) -> frozenset[str]:
    return frozenset({account.mention.mode} if account.mention.mode else ())
