"""A local actor as `link` sees it, groups of those that are one, and refusals."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.annotations import Annotated, LocalActor
from onrecord.linked import Local
from onrecord.naming import fold, parse_name, plain_name, same_person
from onrecord.roster import Roster, RosterActor
from onrecord.vocab.gazetteer import load_gazetteer

MOST_TOLD = 5
"""Of so many persons with its surname a name is told apart with reasons: in a large record a surname has hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A local actor with what `link` needs of it: how often each form is printed, and where first.

    `rostered` is the one actor of the roster that its names stand for.
    """

    key: Local
    actor: LocalActor
    forms: Counter[str]
    ref: str
    published: tuple[str | None, str | None]
    rostered: RosterActor | None = None

    @property
    def full(self) -> bool:
        """Is a given name known, or the person by the roster?"""
        return (
            self.rostered is not None
            or any(parse_name(form).given for form in self.forms)
            or bool(parse_name(self.actor.name).given)
        )


@dataclass(slots=True)
class Group:
    """Local actors that are one; `why` has the reasons of each join."""

    seen: list[Seen] = field(default_factory=list)
    why: dict[Local, tuple[float, str]] = field(default_factory=dict)

    def join(self, one: Seen, score: float, reason: str) -> None:
        """Add a local actor with its reason."""
        self.seen.append(one)
        self.why[one.key] = (score, reason)

    @property
    def names(self) -> Counter[str]:
        """Every name form with its count."""
        total: Counter[str] = Counter()
        for one in self.seen:
            total.update(one.forms or {one.actor.name: 1})
        return total

    @property
    def states(self) -> frozenset[str]:
        """The states its members speak for."""
        return frozenset(one.actor.side for one in self.seen if one.actor.side and is_state(one.actor.side))

    @property
    def rostered(self) -> RosterActor | None:
        """The actor of the roster that it is."""
        return next((one.rostered for one in self.seen if one.rostered is not None), None)

    @property
    def documents(self) -> frozenset[str]:
        """Ids of its documents."""
        return frozenset(one.key[0] for one in self.seen)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two that are not joined, and why."""

    a: Local
    b: Local
    score: float
    reason: str


def is_state(name: str) -> bool:
    """Is a side a state?"""
    entry = load_gazetteer().find(name)
    return entry is not None and entry.kind == "state"


def describe(annotated: Annotated, index: int, mentions: Sequence[int]) -> Seen:
    """A local actor with its printed forms; `mentions` are the indices of its mentions."""
    document, actor = annotated.document, annotated.actors[index]
    forms: Counter[str] = Counter()
    for at in mentions:
        one = annotated.mentions[at]
        if one.form == "name":
            forms[plain_name(document.text[one.start : one.end])] += 1
    first = annotated.mentions[mentions[0]] if mentions else None
    ref = f"{document.id}:{first.start}-{first.end}" if first is not None else f"{document.id}:0-0"
    published = (document.published.earliest, document.published.latest)
    return Seen(key=(document.id, index), actor=actor, forms=forms, ref=ref, published=published)


def know_rostered(seen: Sequence[Seen], roster: Roster) -> list[Seen]:
    """Give named actors that the roster has its name, kind and side: the user knows better than a parser."""
    found = []
    for one in seen:
        entry = roster.find(one.actor.name, *one.forms) if one.actor.named and not one.actor.members else None
        if entry is not None and can_be(one, entry):
            names = dict.fromkeys((one.actor.name, *one.actor.aliases))
            actor = replace(
                one.actor,
                name=entry.name,
                kind=entry.kind,
                side=entry.side or one.actor.side,
                aliases=tuple(name for name in names if name != entry.name),
            )
            one = replace(one, actor=actor, rostered=entry)
        found.append(one)
    return found


def can_be(one: Seen, entry: RosterActor) -> bool:
    """Is every full name that a document has for its actor one of the roster's, or a spelling of one?

    Where the roster has a mere surname, the document's own "Emma Dravik" is no Lena Dravik.
    """
    if entry.kind != "person":
        return True
    names = {fold(name) for name in entry.names}
    full = [name for name in entry.names if parse_name(name).given]
    printed = [form for form in (one.actor.name, *one.forms) if parse_name(form).given]
    return all(fold(form) in names or any(same_person(form, name) for name in full) for form in printed)


def explain_rostered(one: Seen) -> str:
    """Why a local actor is one of the roster's."""
    names = one.rostered.names if one.rostered is not None else ()
    known = {fold(name) for name in names}
    printed = next((form for form in sorted(one.forms) if fold(form) in known), one.actor.name)
    return f'the roster has "{printed}" as a name of {one.actor.name}'


def full_name(one: Seen) -> str:
    """The roster's name, else the most printed full form of a local person."""
    if one.rostered is not None:
        return one.rostered.name
    forms = {form: count for form, count in one.forms.items() if parse_name(form).given} or {one.actor.name: 1}
    return min(forms, key=lambda form: (-forms[form], -len(form), form))


def find_root(parent: dict[str, str], name: str) -> str:
    """The root of a name in the union-find table."""
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name
