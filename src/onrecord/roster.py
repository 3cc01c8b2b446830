"""The roster: actors that a user knows beforehand, with their names, offices and Wikidata ids.

A TOML file of `[[actor]]` tables (docs/roster.md). It is an option of linking: the same annotations and roster give the
same record.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast, get_args

from onrecord.errors import SettingError
from onrecord.naming import fold
from onrecord.vocab.gazetteer import load_gazetteer
from onrecord.vocab.lists import ActorKind
from onrecord.vocab.offices import load_title_words, same_office

ACTOR_KEYS = ("name", "kind", "aliases", "side", "wikidata", "office")
OFFICE_KEYS = ("title", "of", "from", "until")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_MEND = "docs/roster.md shows the form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office and the ISO days it was held from and until, both included; None is an open end."""

    title: str
    of: str | None = None
    first: str | None = None
    last: str | None = None

    def covers(self, earliest: str | None, latest: str | None) -> bool:
        """Was it held on every day of an interval? One without ends is only covered by a tenure without ends."""
        starts = self.first is None or (earliest is not None and self.first <= earliest[:10])
        return starts and (self.last is None or (latest is not None and latest[:10] <= self.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterActor:
    """One actor of the roster; `names` are the name and the aliases."""

    name: str
    kind: ActorKind = "person"
    aliases: tuple[str, ...] = ()
    side: str | None = None
    wikidata: str | None = None
    offices: tuple[Tenure, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Roster:
    """The actors of a roster, in the order of the file."""

    actors: tuple[RosterActor, ...] = ()

    @cached_property
    def by_name(self) -> Mapping[str, RosterActor]:
        """Folded name or alias -> the actor it stands for."""
        return {fold(name): one for one in self.actors for name in one.names}

    @cached_property
    def by_body(self) -> Mapping[str, Sequence[tuple[RosterActor, Tenure]]]:
        """State or body -> who has held an office of it."""
        found: dict[str, list[tuple[RosterActor, Tenure]]] = {}
        for one in self.actors:
            for office in one.offices:
                if office.of is not None:
                    found.setdefault(office.of, []).append((one, office))
        return found

    def find(self, *names: str) -> RosterActor | None:
        """The one actor that the names stand for; None if none of them is in the roster, or they disagree."""
        found = {id(one): one for name in names if (one := self.by_name.get(fold(name))) is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def find_holder(self, title: str, of: str, when: tuple[str | None, str | None]) -> RosterActor | None:
        """The one person who held an office of a state or body on every day of an interval; None if that is open."""
        entry = load_gazetteer().find(of)
        state = entry is not None and entry.kind == "state"
        found = {
            id(one): one
            for one, office in self.by_body.get(of, ())
            if same_office(title, office.title, of_state=state) and office.covers(*when)
        }
        return next(iter(found.values())) if len(found) == 1 else None


NO_ROSTER = Roster()


def parse_roster(text: str, origin: str = "the roster") -> Roster:
    """Read a roster.

    Args:
        text: TOML.
        origin: The file, for messages.

    Raises:
        SettingError: It is no TOML, or an entry cannot be used; the message names the entry.

    >>> parse_roster('[[actor]]\\nname = "Ada Moreau"\\nwikidata = "Q1"').actors[0].wikidata
    'Q1'
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingError(f"{origin} is not TOML: {error}", mend=_MEND) from error
    _check_keys(table, ("actor",), origin)
    rows = table.get("actor", [])
    if not isinstance(rows, list) or not rows or not all(isinstance(one, dict) for one in rows):
        raise SettingError(f"{origin} lists no actor", mend=f"Begin each with a line [[actor]]; {_MEND}")
    actors = tuple(_parse_actor(row, f"{origin}, actor {number}") for number, row in enumerate(rows, start=1))
    _check_names(actors, origin)
    return Roster(actors)


def read_roster_file(path: str | Path) -> str:
    """The text of a roster file that `parse_roster` can read.

    Raises:
        SettingError: There is no such file, or it cannot be used.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} cannot be read as a roster: {error}", mend=_MEND) from error
    parse_roster(text, str(path))
    return text


def _parse_actor(row: Mapping[str, Any], where: str) -> RosterActor:
    name = _read_text(row, "name", where)
    if name is None:
        raise SettingError(f"{where} has no name", mend='Write name = "…"')
    where = f"{where} ({name})"
    _check_keys(row, ACTOR_KEYS, where)
    kind = _read_text(row, "kind", where) or "person"
    if kind not in get_args(ActorKind):
        raise SettingError(f"{where}: kind is {kind!r}", mend=f"Kinds are: {', '.join(get_args(ActorKind))}")
    wikidata = _read_text(row, "wikidata", where)
    if wikidata is not None and not _WIKIDATA.fullmatch(wikidata):
        raise SettingError(f"{where}: wikidata is {wikidata!r}", mend="A Wikidata id is Q and a number, like Q42")
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(one, str) and one.strip() for one in aliases):
        raise SettingError(f"{where}: aliases is no list of names", mend='Write aliases = ["…", "…"]')
    offices = row.get("office", [])
    if not isinstance(offices, list) or not all(isinstance(one, dict) for one in offices):
        raise SettingError(f"{where}: office is no list of tables", mend="Begin each with a line [[actor.office]]")
    return RosterActor(
        name=name,
        kind=cast("ActorKind", kind),
        aliases=tuple(dict.fromkeys(" ".join(one.split()) for one in aliases)),
        side=_name_body(_read_text(row, "side", where)),
        wikidata=wikidata,
        offices=tuple(_parse_office(one, f"{where}, office {at}") for at, one in enumerate(offices, start=1)),
    )


def _parse_office(row: Mapping[str, Any], where: str) -> Tenure:
    _check_keys(row, OFFICE_KEYS, where)
    title = _read_text(row, "title", where)
    if title is None:
        raise SettingError(f"{where} has no title", mend='Write title = "prime minister"')
    plain = title.casefold()
    first, last = _read_day(row, "from", where), _read_day(row, "until", where)
    if first is not None and last is not None and last < first:
        raise SettingError(f"{where} ends on {last}, before it begins on {first}", mend="Mend one of the two days")
    return Tenure(
        title=load_title_words().heads.get(plain, plain),
        of=_name_body(_read_text(row, "of", where)),
        first=first,
        last=last,
    )


def _read_text(row: Mapping[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise SettingError(f"{where}: {key} is {value!r}", mend=f'Write {key} = "…", or leave it out')
    return " ".join(value.split())


def _read_day(row: Mapping[str, Any], key: str, where: str) -> str | None:
    value = row.get(key)
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError as error:
        raise SettingError(f"{where}: {key} is {value!r}", mend="Write the day as YYYY-MM-DD") from error


def _name_body(name: str | None) -> str | None:
    """The name under which the tables have a state or body, else the name as given."""
    entry = load_gazetteer().find(name) if name else None
    return entry.name if entry is not None and entry.kind in ("state", "body") else name


def _check_keys(row: Mapping[str, Any], known: Sequence[str], where: str) -> None:
    unknown = sorted(set(row) - set(known))
    if unknown:
        raise SettingError(f"{where}: nothing is called {unknown[0]!r} there", mend=f"Known: {', '.join(known)}")


def _check_names(actors: Sequence[RosterActor], origin: str) -> None:
    """Refuse a name given to two actors: what it stands for would be a guess."""
    taken: dict[str, RosterActor] = {}
    for one in actors:
        for name in one.names:
            other = taken.setdefault(fold(name), one)
            if other is not one:
                what = f"{origin}: {name!r} is a name of both {other.name} and {one.name}"
                raise SettingError(what, mend="Leave it out of one of them, or tell them apart by fuller names")
