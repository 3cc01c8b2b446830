"""Offices given to their holders, and titles that stand alone resolved to them.

"Ruritanian President Ana Ruta" teaches that Ana Ruta is president of Ruritania; "the Ruritanian leader" then is her.
A title that nobody in the document holds becomes an actor without a name, which `link` may know from elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.entities import Name
from onrecord.annotate.held_titles import Held, state_after
from onrecord.annotate.office_holders import counterpart_title, owner_of, served_body, side_of
from onrecord.annotations import LocalOffice
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from onrecord.annotate.parse import Parse

INDEFINITE = frozenset(("a", "an", "another", "one", "some"))
SKIPPED = frozenset(("no", "any", "every", "each", "both", "two"))


def give_offices(
    parse: Parse, cast: Cast, held: Sequence[Held], names: Sequence[Name], owners: Mapping[int, int]
) -> None:
    """Give each person the offices printed beside the name, in the order of the text."""
    names_at = {i: (number, name) for number, name in enumerate(names) for i in range(name.first, name.last + 1)}
    gendered = load_title_words().honorifics
    for one in held:
        title, person = one.title, owners[one.name]
        draft = cast.drafts[person]
        of, of_state = title.of, title.of_state
        entry = state_after(parse.doc, names[one.name], names_at) if of is None and one.place == "before" else None
        if entry is not None:
            of, of_state = entry.name, entry.kind == "state"
        words = title.title
        if title.served is not None:
            of = served_body(cast, title)
        elif of is None and title.owner is not None and not words.endswith("counterpart"):
            owner = owner_of(cast, title.owner, person)
            of = cast.drafts[owner].side if owner is not None else None
        if words.endswith("counterpart"):
            words = counterpart_title(cast, title, person) or ""
        of = of or load_title_words().implied.get(words)
        head = parse.doc[title.head].text.lower()
        if gendered.get(head) in ("m", "f") and draft.gender is None:
            draft.gender = gendered[head]
        span = parse.span_of(parse.doc[title.core], parse.doc[title.last])
        if words:
            draft.offices.append(LocalOffice(title=words, of=of, start=span.start, end=span.end, former=title.former))
        side = None if title.of_place and of == title.of else side_of(of, cast)
        if side is not None and (draft.side is None or not title.former) and (draft.side is None or of_state):
            draft.side = side
        if one.place == "before" and not title.plural:
            add_full_forms(parse, draft, one, names[one.name], entry is not None)


def learn_sides(cast: Cast, names: Sequence[Name], owners: Mapping[int, int]) -> None:
    """A state's possessive before a full name gives the person's side ("Ruritania's Ana Ruta")."""
    states = ("state", "capital")
    ends = {name.last: name.entry for name in names if name.entry is not None and name.entry.kind in states}
    for at, person in sorted(owners.items()):
        first, draft = names[at].first, cast.drafts[person]
        entry = ends.get(first - 2)
        owned = first >= 2 and cast.doc[first - 1].tag_ == "POS" and names[at].last > first
        if owned and entry is not None and entry.side and draft.side is None:
            draft.side = entry.side


def note_apposed(cast: Cast, held: Sequence[Held], owners: Mapping[int, int]) -> None:
    """A title with its own determiner before a comma and the name ("its commander, Ana Ruta,") is a mention as well."""
    for one in held:
        title = one.title
        if one.place == "comma" and title.determiner and title.last not in cast.at:
            actor = owners[one.name]
            cast.mention(Found(first=title.first, last=title.last, head=title.head, form="title", actor=actor))


def share_sides(
    parse: Parse, cast: Cast, held: Sequence[Held], names: Sequence[Name], owners: Mapping[int, int]
) -> None:
    """In a list of three or more people with titles, the one state that some titles name is that of the others too."""
    row: list[Held] = []
    ordered = sorted((one for one in held if one.place == "before"), key=lambda one: one.first)
    for one in [*ordered, None]:
        joined = (
            bool(row)
            and one is not None
            and all(token.text.lower() in (",", "and", ";", "the") for token in parse.doc[row[-1].last + 1 : one.first])
        )
        if not joined:
            drafts = [cast.drafts[owners[item.name]] for item in row]
            sides = {draft.side for draft in drafts if draft.side}
            if len(row) >= 3 and len(sides) == 1:
                for draft in drafts:
                    draft.side = draft.side or min(sides)
            row = []
        if one is not None:
            row.append(one)


def add_full_forms(parse: Parse, draft: Draft, one: Held, name: Name, state_follows: bool) -> None:
    """Note the name with its title as an alias."""
    first, last = one.title.core, one.last
    text = parse.doc[first : last + 1].text
    if "\n" not in text and not one.title.title.endswith("counterpart"):
        draft.aliases[text] += 1
    if state_follows:
        end = last + 2 + (parse.doc[last + 2].text.lower() == "the")
        draft.aliases[parse.doc[first : end + 1].text] += 1
