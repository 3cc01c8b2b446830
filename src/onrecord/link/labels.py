"""Readable labels: what an event or a storyline is called in lists and reports."""

import calendar
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

from onrecord.link.event_groups import Account
from onrecord.records import Actor, Participant, When
from onrecord.vocab.lists import EventMode, EventStatus, EventType

_MOST_NAMES = 4


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, object]]:
    """The words of labels (vocab/event_labels.toml)."""
    return tomllib.loads(files("onrecord.vocab").joinpath("event_labels.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def words_for_three() -> frozenset[str]:
    """Words for a contact of three parties."""
    words = _words()["three"]["words"]
    return frozenset(words) if isinstance(words, list) else frozenset()


def join_names(names: Sequence[str]) -> str:
    """Names as a sentence lists them.

    >>> join_names(["Ada", "Bo", "Cy"])
    'Ada, Bo and Cy'
    """
    shown = [*names[:_MOST_NAMES], "others"] if len(names) > _MOST_NAMES + 1 else list(names)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def spell_when(when: When) -> str:
    """An interval in words where it is a day, a month or a year, else nothing.

    >>> spell_when(When(earliest="2031-03-04", latest="2031-03-04"))
    '4 March 2031'
    >>> spell_when(When(earliest="2031-03-01", latest="2031-03-31"))
    'March 2031'
    """
    if not when.earliest or not when.latest:
        return ""
    first, last = date.fromisoformat(when.earliest[:10]), date.fromisoformat(when.latest[:10])
    if first == last:
        return f"{first.day} {calendar.month_name[first.month]} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and last.day == calendar.monthrange(first.year, first.month)[1]:
            return f"{calendar.month_name[first.month]} {first.year}"
        return f"{first.day}–{last.day} {calendar.month_name[first.month]} {first.year}"
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return str(first.year)
    return ""


def _order_names(participants: Sequence[Participant], actors: Mapping[str, Actor]) -> tuple[list[str], list[str]]:
    """Names by role: those who act, and those acted on; persons before bodies, then by name."""

    def rank(one: Participant) -> tuple[bool, str]:
        return actors[one.actor].kind != "person", actors[one.actor].name

    source = [one for one in participants if one.role != "target"]
    target = [one for one in participants if one.role == "target"]
    ordered = [
        list(dict.fromkeys(actors[one.actor].name for one in sorted(side, key=rank))) for side in (source, target)
    ]
    return ordered[0], [name for name in ordered[1] if name not in ordered[0]]


def is_at_home(actor: Actor, place: str) -> bool:
    """Is the place a visit goes to the participant itself ("the US" and United States)?"""
    return place.removeprefix("the ") in (actor.name, *actor.aliases)


def choose_line(accounts: Sequence[Account], status: EventStatus) -> str | None:
    """The line that names most parties among the accounts with the event's status, not the parties of another mention.

    Of those one in a headline, then one that opens an article, then the shortest.
    """
    lines = [one for one in accounts if one.mention.line and one.mention.status == status]
    named = {one.local: 0 if one.mention.inherited else len(one.mention.participants) for one in lines}
    best = min(
        lines,
        key=lambda one: (
            -named[one.local],
            not one.heads,
            not one.leads,
            len(one.mention.line or ""),
            one.mention.line,
        ),
        default=None,
    )
    return None if best is None else best.mention.line


def choose_gist(accounts: Sequence[Account], status: EventStatus, participants: Sequence[Participant]) -> str | None:
    """What the event is called among the accounts with its status: words whose names are known before a mere noun.

    Of those one in a headline, then one that opens an article, then the shortest.
    """
    roles = {"{target}" if one.role == "target" else "{source}" for one in participants}
    gists = [
        (one, one.mention.gist)
        for one in accounts
        if one.mention.gist and one.mention.status == status
        if "{" not in one.mention.gist or any(role in one.mention.gist for role in roles)
    ]
    best = min(
        gists,
        key=lambda one: ("{" not in one[1], not one[0].heads, not one[0].leads, len(one[1]), one[1]),
        default=None,
    )
    return None if best is None else best[1]


def fill_gist(gist: str, participants: Sequence[Participant], actors: Mapping[str, Actor]) -> str:
    """A gist with the names in it."""
    source, target = _order_names(participants, actors)
    line = gist.replace("{source}", join_names(source)).replace("{target}", join_names(target))
    return line[0].upper() + line[1:]


def label_line(line: str, *, when: When, status: EventStatus) -> str:
    """Build a label from the words of the text: "Court in Tarsk jailed Ada Osk, 4 March 2031".

    >>> label_line("Ada Osk will leave Tarsk", when=When(), status="planned")
    'Ada Osk will leave Tarsk'
    >>> label_line("Ada Osk left Tarsk", when=When(), status="unconfirmed")
    'Unconfirmed: Ada Osk left Tarsk'
    """
    words = _words()
    prefix, shown = words["status"].get(status), words["shown"].get(status)
    said = isinstance(shown, list) and any(f" {word} " in f" {line} " for word in shown)
    text = f"{prefix}: {line}" if prefix and not said else line
    day = spell_when(when)
    return f"{text}, {day}" if day else text


def label_event(
    type_: EventType,
    mode: EventMode | None,
    participants: Sequence[Participant],
    actors: Mapping[str, Actor],
    *,
    when: When,
    where: str | None,
    status: EventStatus,
    noun: str | None = None,
) -> str:
    """Build an event's label: "Phone call between Ada Moreau and Bo Lind, 4 March 2031".

    A deed that a noun of the text names goes by it: "Merger by Osk Steel with Veld Iron".
    """
    words = _words()
    source, target = _order_names(participants, actors)
    if type_ == "CONSULT":
        kind = str(words["modes"].get(mode or "", "")) or "Contact"
        names = source + target
        if mode == "visit":
            hosts = [actors[one.actor].name for one in participants if one.role == "host"]
            place = where or join_names(hosts)
            home = {
                name for one in participants for name in actors[one.actor].aliases if place in (name, f"the {name}")
            }
            home |= {actors[one.actor].name for one in participants if home & set(actors[one.actor].aliases)}
            visitors = [name for name in source or target if name not in (place, *hosts, *home)]
            text = f"{kind} of {join_names(visitors)}" if visitors else kind
            text += f" to {place}" if place else ""
        else:
            text = f"{kind} {'between' if len(names) == 2 else 'of'} {join_names(names)}"
            text += f" in {where}" if where else ""
    else:
        nouns = words["types"][type_]
        general, link = (str(one) for one in nouns) if isinstance(nouns, list) else ("Event", "with")
        head = noun[0].upper() + noun[1:] if noun else general
        text = f"{head} by {join_names(source)}" if source else head
        text += f" {link} {join_names(target)}" if target else ""
    prefix = words["status"].get(status)
    if prefix:
        text = f"{prefix} {text[0].lower()}{text[1:]}"
    day = spell_when(when)
    return f"{text}, {day}" if day else text
