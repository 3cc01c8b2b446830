"""Who is in a document: names grouped into actors, while annotators still add to them.

Persons group by name form (full names by surname and given name, short names by surname), bodies by the gazetteer, by
their legal suffix and by printed acronyms, states by the gazetteer. Labels of the parser are votes over the document.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotate.entities import Name
from onrecord.annotate.kinds import is_voiced
from onrecord.annotate.polities import gazetteer_of
from onrecord.annotate.short_names import LEGAL, is_acronym, short_of, tail_of
from onrecord.annotations import LocalActor, LocalOffice
from onrecord.naming import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.vocab.lists import ActorKind, MentionForm


@dataclass(slots=True, kw_only=True)
class Draft:
    """An actor in the making. `gender` is m, f, or None; `plural` for groups."""

    name: str
    kind: ActorKind
    named: bool = True
    aliases: Counter[str] = field(default_factory=Counter)
    offices: list[LocalOffice] = field(default_factory=list)
    side: str | None = None
    members: tuple[int, ...] = ()
    gender: str | None = None

    def freeze(self) -> LocalActor:
        """The finished actor; the aliases in order of frequency, then alphabet."""
        aliases = sorted((one for one in self.aliases if one != self.name), key=lambda one: (-self.aliases[one], one))
        return LocalActor(
            name=self.name,
            kind=self.kind,
            named=self.named,
            aliases=tuple(aliases),
            offices=tuple(dict.fromkeys(self.offices)),
            side=self.side,
            members=self.members,
        )


@dataclass(slots=True, kw_only=True)
class Found:
    """A mention in the making, in tokens; `actor` indexes the drafts. Sorted by place in the text."""

    first: int
    last: int
    head: int
    form: MentionForm
    actor: int | None = None
    reason: str | None = None


@dataclass(slots=True)
class Cast:
    """The drafts of a document and where they stand in it.

    Attributes:
        at: Token -> the mention that holds it.
        sides: States that the document names, by how often it does.
        printed: Title -> the states that it is printed with.
    """

    doc: Doc
    drafts: list[Draft] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    at: dict[int, Found] = field(default_factory=dict)
    sides: Counter[str] = field(default_factory=Counter)
    printed: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, draft: Draft) -> int:
        """Add an actor."""
        self.drafts.append(draft)
        return len(self.drafts) - 1

    def mention(self, found: Found) -> None:
        """Add a mention; the inner one keeps its tokens."""
        self.found.append(found)
        for index in range(found.first, found.last + 1):
            self.at.setdefault(index, found)

    def named(self, name: str, kind: ActorKind) -> int | None:
        """The actor with this canonical name, if there is one."""
        return next(
            (i for i, one in enumerate(self.drafts) if one.name == name and one.kind == kind and one.named), None
        )

    def person_at(self, index: int) -> int | None:
        """The person whose mention holds a token."""
        found = self.at.get(index)
        if found is None or found.actor is None or self.drafts[found.actor].kind != "person":
            return None
        return found.actor


def build_bodies(cast: Cast, names: Sequence[Name], kinds: dict[str, str]) -> dict[int, int]:
    """Make the organisations and places that the gazetteer does not know."""
    gazetteer = gazetteer_of(cast.doc)
    index_of: dict[tuple[str, str], int] = {}
    result: dict[int, int] = {}
    order = sorted(range(len(names)), key=lambda at: (-len(names[at].text), at))
    for at in order:
        name = names[at]
        kind = kinds.get(fold(name.text))
        if name.entry is not None or kind not in ("organization", "place"):
            continue
        text = re.sub(r"^(the|The)\s+", "", " ".join(name.text.split()))
        key = fold(LEGAL.sub("", text)) if kind == "organization" else fold(text)
        if (kind, key) not in index_of:
            same = next(
                (
                    i
                    for (k, long), i in index_of.items()
                    if k == kind and text[-1:].isupper() and is_acronym(cast, i, text)
                ),
                None,
            )
            if same is None and kind == "organization":
                same = tail_of(cast, name, index_of)
                same = short_of(cast, name, index_of) if same is None else same
            index_of[kind, key] = (
                same
                if same is not None
                else cast.add(Draft(name=text, kind="organization" if kind == "organization" else "place"))
            )
        index = index_of[kind, key]
        cast.drafts[index].aliases[text] += 1
        if kind == "organization" and cast.drafts[index].side is None:
            cast.drafts[index].side = next(
                (entry.side for _, _, entry in gazetteer.scan(text.split()) if entry.kind in ("demonym", "state")), None
            )
        result[at] = index
    return result


def build_known(cast: Cast, names: Sequence[Name]) -> dict[int, int]:
    """Make the states, bodies, media and regions of the gazetteer; adjectives and silent networks make none."""
    index_of: dict[tuple[str, str], int] = {}
    result: dict[int, int] = {}
    for at, name in enumerate(names):
        entry = name.entry
        if entry is None or entry.kind in ("demonym", "regional", "capital"):
            continue
        if entry.kind == "network" and not is_voiced(cast.doc, name):
            continue
        kind: ActorKind = "state" if entry.kind == "state" else "place" if entry.kind == "region" else "organization"
        if (entry.name, kind) not in index_of:
            index_of[entry.name, kind] = cast.add(Draft(name=entry.name, kind=kind, side=entry.side))
        index = index_of[entry.name, kind]
        cast.drafts[index].aliases[name.text] += 1
        result[at] = index
    return result


def head_of(doc: Doc, first: int, last: int) -> Token:
    """The syntactic head of a token range."""
    return doc[first : last + 1].root
