"""Actors and their mentions within a document: names, titles, nominals and pronouns resolved to actors.

The order: names are found and grouped, offices are read off them, capitals are decided between state and place,
then titles, groups and pronouns are resolved against who is already there. What cannot be resolved safely stays a
mention without an actor, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.annotate.adjective_states import note_owners
from onrecord.annotate.alternatives import find_alternatives
from onrecord.annotate.cast import Cast, Draft, Found, build_bodies, build_known, head_of
from onrecord.annotate.descriptions import find_descriptions
from onrecord.annotate.entities import Name
from onrecord.annotate.glued_names import find_stage_names
from onrecord.annotate.held_titles import join_titles
from onrecord.annotate.holders import give_offices, learn_sides, note_apposed, share_sides
from onrecord.annotate.introduced import take_trades
from onrecord.annotate.kin import find_kin
from onrecord.annotate.kinds import vote_kinds
from onrecord.annotate.metonyms import build_capitals, give_voice, is_dateline
from onrecord.annotate.named_persons import build_persons
from onrecord.annotate.names import find_names
from onrecord.annotate.nominal_bodies import find_owned
from onrecord.annotate.nominals import find_nominals
from onrecord.annotate.pairs import find_pairs
from onrecord.annotate.parse import Parse
from onrecord.annotate.pronouns import resolve_pronouns
from onrecord.annotate.quoted import quoted_speakers, quoted_tokens
from onrecord.annotate.title_references import resolve_handles, resolve_titles
from onrecord.annotate.titles import Title, find_titles, is_title_name
from onrecord.annotations import LocalActor, LocalMention
from onrecord.naming import fold
from onrecord.records import Span

SERVING = ("of", "for")
"""Words between a title and the body that it is held in or speaks for."""

ACRONYM = (3, 6)
"""How many letters an abbreviated name has."""


def find_actors(parse: Parse) -> tuple[tuple[LocalActor, ...], tuple[LocalMention, ...]]:
    """Find who is in a document, and where.

    Args:
        parse: The parsed document.

    Returns:
        The actors in the order of their first mention, and the mentions in the order of the text.
    """
    names = find_names(parse)
    stage = find_stage_names(parse.doc, names)
    names = [one for one in names if one.entry is not None or one.text in stage or not is_title_name(parse.doc, one)]
    names = [name for name in names if name.entry is not None or not (name.text.isupper() and is_dateline(parse, name))]
    cast = Cast(parse.doc)
    cast.sides.update(
        one.entry.side
        for one in names
        if one.entry is not None and one.entry.side and one.entry.kind in ("state", "demonym", "capital", "seat")
    )
    kinds = vote_kinds(parse.doc, names)
    persons = build_persons(cast, names, kinds)
    titles = find_titles(parse.doc, names, persons)
    held = join_titles(parse.doc, titles, names, persons)
    place_names(parse, cast, names, kinds, persons, titles)
    build_capitals(parse, cast, names)
    give_voice(cast)
    give_offices(parse, cast, held, names, persons)
    share_sides(parse, cast, held, names, persons)
    learn_sides(cast, names, persons)
    note_apposed(cast, held, persons)
    resolve_titles(parse, cast, titles, frozenset(one.title for one in held))
    resolve_handles(parse, cast)
    find_nominals(parse, cast, names)
    quoted = quoted_tokens(parse.doc)
    find_kin(cast, quoted, owned=False)
    take_trades(cast, quoted)
    resolve_pronouns(parse, cast, quoted, "mfn", descriptions=find_descriptions(cast, titles))
    find_owned(parse, cast)
    find_kin(cast, quoted, owned=True)
    find_alternatives(cast, quoted)
    find_pairs(parse, cast, quoted_speakers(cast, quoted))
    resolve_pronouns(parse, cast, quoted, "p")
    note_owners(cast, names)
    return freeze(parse, cast)


def place_names(
    parse: Parse,
    cast: Cast,
    names: Sequence[Name],
    kinds: Mapping[str, str],
    persons: Mapping[int, int],
    titles: Sequence[Title],
) -> None:
    """Group the other names into actors and note the mentions of all.

    Words of a title are no names of their own, but for the body it is held in ("head of the Dockers Union").
    """
    within = {index for title in titles for index in range(title.core, title.last + 1)}
    served = {title.last for title in titles if title.last > title.head and parse.doc[title.head + 1].lower_ in SERVING}
    bodies = {text for text, kind in kinds.items() if kind == "organization"}
    free = [
        name
        for name in names
        if name.entry is not None
        or not all(index in within for index in range(name.first, name.last + 1))
        or ((name.first != name.last or is_acronym(name.text)) and name.last in served and fold(name.text) in bodies)
    ]
    number = {name: at for at, name in enumerate(names)}
    owners = {number[free[at]]: index for at, index in build_bodies(cast, free, dict(kinds)).items()}
    owners |= {number[free[at]]: index for at, index in build_known(cast, free).items()}
    owners |= persons
    for at in sorted(owners):
        name = names[at]
        form = "metonym" if name.entry is not None and name.entry.kind == "seat" else "name"
        head = head_of(parse.doc, name.first, name.last).i
        cast.mention(Found(first=name.first, last=name.last, head=head, form=form, actor=owners[at]))  # type: ignore[arg-type]


def is_acronym(text: str) -> bool:
    """Is a name of one word an abbreviation in capitals ("general secretary of the NRU")?"""
    return text.isupper() and ACRONYM[0] <= len(text) <= ACRONYM[1]


def freeze(parse: Parse, cast: Cast) -> tuple[tuple[LocalActor, ...], tuple[LocalMention, ...]]:
    """Number the actors that have a mention by first mention, and put everything in the order of the text."""
    found = sorted(cast.found, key=lambda one: (one.first, -one.last))
    order: dict[int, int] = {}
    for one in found:
        if one.actor is not None:
            order.setdefault(one.actor, len(order))
    for old in list(order):
        for member in cast.drafts[old].members:
            order.setdefault(member, len(order))
    actors: list[LocalActor] = []
    for old in order:
        draft: Draft = cast.drafts[old]
        draft.members = tuple(order[member] for member in draft.members)
        actors.append(draft.freeze())
    mentions = tuple(
        LocalMention(
            start=(span := parse.span_of(parse.doc[one.first], parse.doc[one.last])).start,
            end=span.end,
            head=Span(start=parse.doc[one.head].idx, end=parse.doc[one.head].idx + len(parse.doc[one.head])),
            form=one.form,
            actor=None if one.actor is None else order[one.actor],
            reason=one.reason,
        )
        for one in found
    )
    return tuple(actors), mentions
