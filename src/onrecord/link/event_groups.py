"""Accounts of events, the groups of those taken to be of one event, and what is known beside them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from onrecord.annotations import EventMention
from onrecord.chronology import intersect
from onrecord.corrections.constraints import NO_CONSTRAINTS, Constraints
from onrecord.link.places import plain_place
from onrecord.link.words import Embedding, read_embedding
from onrecord.linked import Local
from onrecord.memo import Memo
from onrecord.records import UNKNOWN, Actor, Participant, Published, When
from onrecord.vocab.offices import load_title_words

NARROW = 2
"""Days: an interval no wider than this tells events of one pair of leaders apart."""

WIDE = 31
"""Days: an interval wider than this is as good as no date for telling events apart."""

Place = tuple[str, int, int, int]
"""Document, start, end and index of an account: sorts accounts by where they stand."""

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_REAL = ("happened", "ongoing")


@dataclass(frozen=True, kw_only=True)
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
        wholes: Indices of the mentions in the same document that it is told as a part of ("during the summit").
        telling: The words that it begins with, where they are many enough to tell it by.
        leads: It stands in the headline or the first paragraphs; `heads`: in the headline.
        alleged: It is told as what somebody is said to have done ("reportedly fired on A"), no plan.
        counted: How many of what its words count ("fired three missiles"); None where they count nothing.
        earlier: It is told as another one, done before ("had already been jailed in two other cases").
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
    wholes: frozenset[int] = frozenset()
    telling: str = ""
    leads: bool = False
    heads: bool = False
    alleged: bool = False
    counted: tuple[int, str] | None = None
    earlier: bool = False

    @cached_property
    def key(self) -> str:
        """`document:start-end`, as links name mentions."""
        return f"{self.local[0]}:{self.mention.start}-{self.mention.end}"

    @cached_property
    def place(self) -> Place:
        """Sorts accounts by where they stand."""
        return self.local[0], self.mention.start, self.mention.end, self.local[1]


@dataclass(frozen=True)
class Group:
    """Accounts taken to be of one event, in the order of the text."""

    accounts: tuple[Account, ...]
    documents: frozenset[str]
    who: frozenset[str]
    when: When
    explicit: bool

    @cached_property
    def key(self) -> str:
        """The key of the first account."""
        return self.accounts[0].key

    @property
    def place(self) -> Place:
        """The place of the first account."""
        return self.accounts[0].place

    @cached_property
    def locals(self) -> tuple[Local, ...]:
        """Where its accounts stand."""
        return tuple(one.local for one in self.accounts)

    @cached_property
    def real(self) -> bool:
        """Whether any account has it as happened or under way."""
        return any(one.mention.status in _REAL for one in self.accounts)

    @cached_property
    def done(self) -> bool:
        """Whether any account has it as happened, under way or alleged to have happened."""
        return self.real or any(one.alleged for one in self.accounts)

    @cached_property
    def modes(self) -> frozenset[str]:
        """The modes named."""
        return frozenset(one.mention.mode for one in self.accounts if one.mention.mode)

    @cached_property
    def places(self) -> frozenset[str]:
        """The places named."""
        return frozenset(plain_place(one.mention.where) for one in self.accounts if one.mention.where)

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The weekdays named."""
        return frozenset(day for one in self.accounts for day in one.weekdays)

    @cached_property
    def identity(self) -> Embedding | None:
        """The mean of what tells its accounts' events apart, of length one; None where no account has any."""
        known = [one for one in (read_embedding(each.mention.identity) for each in self.accounts) if one is not None]
        mean = sum(known[1:], known[0]) if known else None
        length = 0.0 if mean is None else float(mean @ mean) ** 0.5
        return None if mean is None or not length else mean / length

    @cached_property
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
    """What is known beside the accounts: the actors, the dates, and how alike the documents are.

    `states` has the id of each state by its name; `news` the piece of news that each document reports; `quotes` the
    quotations of each document; `texts` a digest of all that a document is held against others by; `memo` what earlier
    runs have found.
    """

    actors: Mapping[str, Actor]
    published: Mapping[str, Published]
    likeness: Callable[[str, str], float]
    shared_quotes: Callable[[str, str], int] = field(default=lambda a, b: 0)
    constraints: Constraints = NO_CONSTRAINTS
    states: Mapping[str, str] = field(default_factory=dict)
    news: Mapping[str, int] = field(default_factory=dict)
    quotes: Mapping[str, Mapping[int, frozenset[str]]] = field(default_factory=dict)
    texts: Mapping[str, bytes] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo)

    def sides(self, actor: str) -> frozenset[str]:
        """The names under which an actor's side may stand: its own and that of whom it speaks for."""
        row = self.actors[actor]
        own = {row.name} if row.kind != "person" else set()
        return frozenset(own | ({row.side} if row.side else set()))

    def is_one_news(self, a: str, b: str) -> bool:
        """Do two documents report one piece of news?"""
        return self.news.get(a, -1) == self.news.get(b, -2)

    def covers(self, generic: str, actor: str) -> bool:
        """Does a state, body or group stand for an actor of its side, or holders of an office for one of them?"""
        row = self.actors[generic]
        if row.kind == "person":
            return False
        shared = self.sides(generic) & self.sides(actor)
        return bool(shared) or (row.kind == "group" and has_office(self.actors[actor], row.name))

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


def has_office(actor: Actor, plural: str) -> bool:
    """Has an actor the office that a group is named by ("foreign ministers")?"""
    *before, head = plural.casefold().split()
    title = " ".join([*before, load_title_words().heads.get(head, head)])
    return title != plural.casefold() and any(office.title == title for office in actor.offices)


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


def spell(when: When) -> str:
    """An interval for a reason's words."""
    return when.edtf or f"{when.earliest or '…'} to {when.latest or '…'}"
