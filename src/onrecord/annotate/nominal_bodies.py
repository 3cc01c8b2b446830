"""Bodies known by a common noun: "the Ruta administration", "Ruta's team", "the fire brigade", "her office"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.binding import speaks
from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.entities import Name
from onrecord.annotate.firms import bodies_called, is_media, last_word, may_be_medium
from onrecord.annotate.near_bodies import find_latest, find_near, may_be_called
from onrecord.annotate.noun_phrases import describe, note, side_in, subject_like
from onrecord.naming import fold, parse_name
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse

RULING = frozenset({"government", "administration", "regime", "opposition", "military", "army", "navy", "police"})
"""Of these the reader's own may be meant, whichever was named last."""

ADMINISTRATION = "administration"
OF_WHOM = re.compile(r"\b(?!The\b|This\b|That\b)([A-Z][\w-]+)(?:['’]s)? administration\b")

PRIVATE = frozenset(
    {"news", "press", "wire", "rating", "ratings", "credit", "advertising", "travel", "rights", "relief"}
)
"""Agencies of these kinds have names."""


def add_body(parse: Parse, cast: Cast, token: Token, first: int, at: dict[int, Name]) -> None:
    """A body by description ("the Ruta administration"); "the administration" takes up the last such one."""
    name = describe(parse, first, token.i)
    if token.tag_ in ("NNS", "NNPS") or parse.doc[first].text.lower() in ("no", "any", "every", "each"):
        return
    if name.lower() == token.text.lower():
        take_up_body(parse, cast, token, first, name)
        return
    case = next((i for i in range(first, token.i) if parse.doc[i].tag_ == "POS"), None)
    owner = cast.at[case - 1].actor if case is not None and case - 1 in cast.at else None
    inner = next(
        (cast.at[i].actor for i in range(first, token.i) if i in cast.at and cast.at[i].actor is not None), None
    )
    side, count = side_in(cast, first, token.i, at)
    person = owner if owner is not None else inner
    by_name = is_surname_before(parse, case if case is not None else token.i)
    if count > 1 or (not by_name and ((person is None and side is None) or (case is not None and owner is None))):
        return
    if (owner is None and token.text.lower() == "office") or (owner is not None and token.text.lower() == "opposition"):
        return
    side = side or (cast.drafts[person].side if person is not None else None)
    label = name
    if owner is not None and case is not None and cast.drafts[owner].kind == "person":
        label = f"{cast.drafts[owner].name}'s {parse.doc[case + 1 : token.i + 1].text}"
    actor = next(
        (i for i, d in enumerate(cast.drafts) if d.kind == "organization" and fold(d.name) == fold(label)), None
    )
    if actor is None and person is not None and token.lower_ == ADMINISTRATION:
        actor = find_administration(cast, person, label)
    if actor is None:
        named = person is None or side is not None or cast.drafts[person].named
        actor = cast.add(Draft(name=label, kind="organization", named=named, side=side))
    note(parse, cast, actor, first, token)


def find_administration(cast: Cast, person: int, label: str) -> int | None:
    """ "The Ruta administration" by another form ("Ana Ruta's administration"), or by the noun alone before it."""
    name = cast.drafts[person].name
    owners = [fold(f"{one}{mark}") for one in (name, parse_name(name).surname) for mark in ("", "'s", "’s")]
    for index, draft in enumerate(cast.drafts):
        if draft.kind == "organization" and fold(draft.name) in {f"{one} {ADMINISTRATION}" for one in owners}:
            return index
    told = {fold(one) for one in OF_WHOM.findall(cast.doc.text)}
    bare = next((i for i, draft in enumerate(cast.drafts) if not draft.named and draft.name == ADMINISTRATION), None)
    if bare is not None and len(told) == 1:
        cast.drafts[bare].name, cast.drafts[bare].named = label, cast.drafts[person].named
        return bare
    return None


def is_surname_before(parse: Parse, place: int) -> bool:
    """Is the word before a place a person's name by the parser, though nobody or more than one here is called so?"""
    before = parse.doc[place - 1] if place else None
    return before is not None and before.ent_type_ == "PERSON" and before.tag_ == "NNP"


def has_owner(parse: Parse, cast: Cast, token: Token, first: int) -> bool:
    """Does somebody known by name own a phrase ("Ruta's team"), or stand right before its noun ("the Ruta camp")?"""
    case = next((i for i in range(first, token.i) if parse.doc[i].tag_ == "POS"), token.i)
    if is_before_name(token) or any(i in cast.at and cast.at[i].form == "name" for i in range(case + 1, token.i)):
        return False  # "Arland's Harbour Watch agency" has a name
    owners = {cast.at[i].actor for i in range(first, token.i - 1) if i in cast.at and parse.doc[i + 1].tag_ == "POS"}
    owners.add(cast.person_at(token.i - 1))
    return any(owner is not None and cast.drafts[owner].named for owner in owners)


def is_before_name(token: Token) -> bool:
    """Does a name follow right after a noun ("the news agency MNA")?"""
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN"


def is_body(cast: Cast, actor: int | None) -> bool:
    """Is an actor a body with a name?"""
    return actor is not None and cast.drafts[actor].kind == "organization" and cast.drafts[actor].named


def is_service(parse: Parse, cast: Cast, token: Token, first: int) -> bool:
    """Is a phrase a public body by its trade alone ("the fire brigade", "the harbour master's office"), and acts?"""
    inner = parse.doc[first + 1 : token.i]
    plain = len(inner) > 0 and all(one.text.islower() or one.is_punct for one in inner)
    owned = any(i in cast.at and cast.at[i].actor is not None for i in range(first, token.i))
    other = token.lower_ == "agency" and parse.doc[token.i - 1].lower_ in PRIVATE
    return parse.doc[first].text.lower() == "the" and plain and not (owned or other) and subject_like(token)


def add_service(parse: Parse, cast: Cast, token: Token, first: int) -> None:
    """A public body by its trade; printed again it is the same one."""
    name = describe(parse, first, token.i)
    same = (i for i, d in enumerate(cast.drafts) if d.kind == "organization" and fold(d.name) == fold(name))
    actor = next(same, None)
    if actor is None:
        actor = cast.add(Draft(name=name, kind="organization", named=False))
    note(parse, cast, actor, first, token)


def add_outlet(parse: Parse, cast: Cast, token: Token, first: int, at: dict[int, Name]) -> None:
    """A paper or station by where it is from ("a Marnian tabloid", "the top Arland journal"), where it says something.

    One with an article that points back may be any of those named before.
    """
    determiner = parse.doc[first].text.lower()
    near = [
        i for i in find_near(cast, token, first, "organization")
        if is_media(cast.drafts[i].name)
        or (may_be_medium(cast, i) and last_word(cast.drafts[i].name) not in load_nominals()["firms"]["others"])
    ]  # fmt: skip
    side, count = side_in(cast, first, token.i, at)
    told = token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"
    named = is_before_name(token) or any(
        i in cast.at and cast.at[i].form == "name" and is_body(cast, cast.at[i].actor) for i in range(first, token.i)
    )
    if named or count != 1 or not (speaks(token) or told) or determiner in ("no", "any", "every", "each", "which"):
        return
    if determiner not in ("a", "an", "one", "another") and near:
        return
    actor = cast.add(Draft(name=describe(parse, first, token.i), kind="organization", named=False, side=side))
    note(parse, cast, actor, first, token)


def take_up_body(parse: Parse, cast: Cast, token: Token, first: int, name: str) -> None:
    """ "The administration": the only one of that noun named before, else one without a name where it acts."""
    fits = [
        i
        for i, d in enumerate(cast.drafts)
        if d.kind == "organization" and token.text.lower() in (fold(d.name).split()[-1], fold(d.name).replace(" ", ""))
    ]
    before = {one.actor for one in cast.found if one.actor in fits and one.last < first}
    taken = fits[0] if len(fits) == 1 and before else None
    if len(fits) > 1 and token.lower_ not in RULING:
        taken = find_latest(cast, fits, token, first)
    if taken is not None:
        note(parse, cast, taken, first, token)
    elif not fits and subject_like(token) and parse.doc[first].text.lower() == "the":
        note(parse, cast, cast.add(Draft(name=name, kind="organization", named=False)), first, token)


def find_owned(parse: Parse, cast: Cast) -> None:
    """Bodies known by a pronoun that has been resolved ("her office"), where they act."""
    bodies = frozenset(load_nominals()["bodies"]) | frozenset(load_nominals()["definite"]["organization"])
    for token in parse.doc:
        if token.text.lower() not in bodies or token.i in cast.at or not token.i or not subject_like(token):
            continue
        found = cast.at.get(token.i - 1)
        if token.nbor(-1).tag_ != "PRP$" or found is None or found.actor is None:
            continue
        owner = cast.drafts[found.actor]
        if owner.kind not in ("person", "state", "organization"):
            continue
        served = find_served(cast, found.actor, token.text.lower())
        if served is not None:
            cast.mention(Found(first=token.i - 1, last=token.i, head=token.i, form="nominal", actor=served))
            continue
        if token.text.lower() not in load_nominals()["bodies"]:
            continue
        label = f"{owner.name}'s {token.text}"
        actor = cast.named(label, "organization")
        if actor is None:
            actor = cast.add(Draft(name=label, kind="organization", named=owner.named, side=owner.side))
        cast.drafts[actor].aliases[f"{token.nbor(-1).text} {token.text}"] += 0
        cast.mention(Found(first=token.i - 1, last=token.i, head=token.i, form="nominal", actor=actor))
        cast.at[token.i] = cast.found[-1]


def find_served(cast: Cast, owner: int, noun: str) -> int | None:
    """ "His company", "her party": the one body that a person holds an office of and that can be called so."""
    if noun in load_nominals()["bodies"] or cast.drafts[owner].kind != "person":
        return None
    served = {office.of for office in cast.drafts[owner].offices if office.of is not None and not office.former}
    bodies = {
        i for i, one in enumerate(cast.drafts)
        if one.kind == "organization" and one.named and served & {one.name, *one.aliases}
    }  # fmt: skip
    fit = {i for i in bodies if may_be_called(cast, i, noun)}
    tails = bodies_called(cast, noun)
    return fit.pop() if len(fit) == 1 and (not tails or fit <= set(tails)) else None
