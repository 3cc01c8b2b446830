"""What speaks against and for two accounts being of one event.

Constraints come first: type, mode, participants, time, weekday, place and order words that clash settle the matter
("four calls of the same two leaders on four days are four events"). Only then is evidence weighed. The weights are
rough log-odds; they were set by hand and checked on the tuning collections.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from onrecord.annotations import EventMention
from onrecord.chronology import intersect
from onrecord.corrections.constraints import NO_CONSTRAINTS, Constraints
from onrecord.link.labels import words_for_three
from onrecord.link.places import match_places, plain_place
from onrecord.linked import Local
from onrecord.records import UNKNOWN, Actor, Participant, Published, When
from onrecord.vocab.offices import load_title_words

NARROW = 2
"""Days: an interval no wider than this tells events of one pair of leaders apart."""

WIDE = 31
"""Days: an interval wider than this is as good as no date for telling events apart."""

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
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_REAL = ("happened", "ongoing")


ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "initial"})
"""Words that count from the beginning, whoever tells and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One mention of an event with what it says of the event's identity.

    Attributes:
        parts: Who takes part and how, as told, in order of their ids.
        who: Participants, generic ones left out where a person of theirs takes part.
        when: From the times attached, or bounded by the publication date if it is told as past.
        explicit: Whether `when` comes from times attached to the mention.
        guesses: The days of the attached times under each day the document may be of; empty without such times.
        weekdays: Weekdays printed with it, as the time expression has them.
        antecedent: Index of the mention in the same document it refers back to.
        words: The words that name the event.
    """

    local: Local
    mention: EventMention
    parts: tuple[Participant, ...]
    who: frozenset[str]
    when: When = UNKNOWN
    explicit: bool = False
    guesses: tuple[When, ...] = ()
    weekdays: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    antecedent: int | None = None

    @property
    def key(self) -> str:
        """`document:start-end`, as links name mentions."""
        return f"{self.local[0]}:{self.mention.start}-{self.mention.end}"

    @property
    def place(self) -> tuple[str, int, int, int]:
        """Sorts accounts by where they stand."""
        return self.local[0], self.mention.start, self.mention.end, self.local[1]


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts taken to be of one event, in the order of the text."""

    accounts: tuple[Account, ...]
    documents: frozenset[str]
    who: frozenset[str]
    when: When
    explicit: bool

    @property
    def key(self) -> str:
        """The key of the first account."""
        return self.accounts[0].key

    @property
    def real(self) -> bool:
        """Whether any account has it as happened or under way."""
        return any(one.mention.status in _REAL for one in self.accounts)

    @property
    def modes(self) -> frozenset[str]:
        """The modes named."""
        return frozenset(one.mention.mode for one in self.accounts if one.mention.mode)

    @property
    def places(self) -> frozenset[str]:
        """The places named."""
        return frozenset(plain_place(one.mention.where) for one in self.accounts if one.mention.where)

    @property
    def weekdays(self) -> frozenset[str]:
        """The weekdays named."""
        return frozenset(day for one in self.accounts for day in one.weekdays)

    @property
    def orders(self) -> frozenset[str]:
        """The ordinals named."""
        return frozenset(one.mention.order for one in self.accounts if one.mention.order in _ORDINALS)


def build_group(accounts: tuple[Account, ...], world: "World") -> Group:
    """Make one group of accounts; their participants are united and their intervals intersected."""
    ordered = tuple(sorted(accounts, key=lambda one: one.place))
    dated = [one for one in ordered if one.explicit and find_width(one.when) is not None]
    when = UNKNOWN
    for one in dated or ordered:
        when = intersect(when, one.when) or when
    who = world.drop_generic(frozenset(actor for one in ordered for actor in one.who))
    return Group(ordered, frozenset(one.local[0] for one in ordered), who, when, bool(dated))


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What is known beside the accounts: the actors, the dates, and how alike the documents are."""

    actors: Mapping[str, Actor]
    published: Mapping[str, Published]
    likeness: Callable[[str, str], float]
    shared_quotes: Callable[[str, str], int] = field(default=lambda a, b: 0)
    shared_events: Mapping[tuple[str, str], int] = field(default_factory=dict)
    constraints: Constraints = NO_CONSTRAINTS

    def sides(self, actor: str) -> frozenset[str]:
        """The names under which an actor's side may stand: its own and that of whom it speaks for."""
        row = self.actors[actor]
        own = {row.name} if row.kind != "person" else set()
        return frozenset(own | ({row.side} if row.side else set()))

    def covers(self, generic: str, actor: str) -> bool:
        """Does a state, body or group stand for an actor of its side?"""
        if self.actors[generic].kind == "person":
            return False
        return bool(self.sides(generic) & self.sides(actor))

    def drop_generic(self, who: frozenset[str]) -> frozenset[str]:
        """Leave out a state or body where a person of its side takes part: it is the same seat at the table."""
        persons = [one for one in who if self.actors[one].kind == "person"]
        return frozenset(
            one
            for one in who
            if self.actors[one].kind in ("person", "group") or not any(self.covers(one, person) for person in persons)
        )

    def published_gap(self, a: str, b: str) -> int | None:
        """Most days that can lie between two publication dates; None where that is unknown."""
        one, other = self.published[a], self.published[b]
        if not (one.earliest and one.latest and other.earliest and other.latest):
            return None
        ends = [read_day(day) for day in (one.earliest, one.latest, other.earliest, other.latest)]
        return max(abs(ends[3] - ends[0]), abs(ends[1] - ends[2]))


def read_day(day: str) -> int:
    """The ordinal of an ISO date or date-time."""
    return date.fromisoformat(day[:10]).toordinal()


def find_width(when: When) -> int | None:
    """Days in a closed interval, 1 for a single day; None where an end is open."""
    if when.earliest is None or when.latest is None:
        return None
    return read_day(when.latest) - read_day(when.earliest) + 1


def is_narrow(when: When, most: int = NARROW) -> bool:
    """Is it a closed interval of no more than so many days?"""
    width = find_width(when)
    return width is not None and width <= most


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


def _find_time_conflict(a: Group, b: Group) -> str | None:
    if intersect(a.when, b.when) is None:
        return f"the days clash: {spell(a.when)} and {spell(b.when)}"
    if a.documents == b.documents:
        for one in a.accounts:
            for other in b.accounts:
                if find_same_day(one, other) is False:
                    return "the times printed with them cannot mean the same day"
    elif a.weekdays and b.weekdays and not a.weekdays & b.weekdays and is_weekday_only(a) and is_weekday_only(b):
        return f"the weekdays clash: {', '.join(sorted(a.weekdays))} and {', '.join(sorted(b.weekdays))}"
    return None


def is_weekday_only(group: Group) -> bool:
    """Is a weekday the only time printed with the accounts?"""
    return all(bool(one.weekdays) == bool(one.mention.times) for one in group.accounts)


def spell(when: When) -> str:
    """An interval for a reason's words."""
    return when.edtf or f"{when.earliest or '…'} to {when.latest or '…'}"


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
    if one.type != "CONSULT" and not _same_deed(a, b):
        return "the deeds differ in who does them, to whom, or in the word for it"
    same_day = is_narrow(a.when) and is_narrow(b.when) and a.explicit and b.explicit
    who = match_participants(a.who, b.who, world)
    if who == "clash":
        return "the participants clash"
    if _is_sent(a, b, world) or _is_sent(b, a, world):
        return "delegations met in the one, the leaders themselves in the other"
    if _is_on_line(a, b) or _is_on_line(b, a):
        return "talks with a place are no call"
    if _orders_clash(a, b):
        return f"one is the {'/'.join(sorted(a.orders))}, the other the {'/'.join(sorted(b.orders))}"
    if match_places(a.places, b.places) is False and not same_day:
        return f"the places clash: {', '.join(sorted(a.places))} and {', '.join(sorted(b.places))}"
    three = [any(one.words & words_for_three() for one in group.accounts) for group in (a, b)]
    if three[0] != three[1] and len((b if three[0] else a).who) == 2:
        return "one is of three parties, the other of two"
    if a.real != b.real:
        return _find_plan_conflict(*((a, b) if a.real else (b, a)), world)
    return None


def _orders_clash(a: Group, b: Group) -> bool:
    """Do the words for their place in a row exclude each other?

    In one article "the latest" is not "the previous"; across articles only "the first" is not "the third".
    """
    if a.documents == b.documents:
        return bool(a.orders and b.orders and not a.orders & b.orders)
    first, second = a.orders & ORDINALS, b.orders & ORDINALS
    return bool(first and second and not first & second)


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


def _same_deed(a: Group, b: Group) -> bool:
    """Outside of contacts, one day brings many deeds of one kind: the parts and the word must be the same."""
    parts = [{part for one in group.accounts for part in one.parts} for group in (a, b)]
    if parts[0] != parts[1] and not leaves_target_unsaid(a, b):
        return False
    return any(one.words & other.words for one in a.accounts for other in b.accounts)


def leaves_target_unsaid(a: Group, b: Group) -> bool:
    """On one known day, is it the same source, and the target only of one printed ("the union's strike on Monday")?"""
    if not (a.explicit and b.explicit and is_narrow(a.when) and is_narrow(b.when)):
        return False
    parts = [{(part.role, part.actor) for one in group.accounts for part in one.parts} for group in (a, b)]
    sources = [{actor for role, actor in part if role == "source"} for part in parts]
    extra = parts[0] ^ parts[1]
    one_sided = not (parts[0] - parts[1] and parts[1] - parts[0])
    return bool(sources[0]) and sources[0] == sources[1] and one_sided and all(role == "target" for role, _ in extra)


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
