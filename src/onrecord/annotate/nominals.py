"""Unnamed people and bodies: "Ruritanian officials", "a palace source", "the Ruta administration", "both leaders".

Groups and sources become actors without a name, described by their own words; the side is read off a demonym, state
or body in them. Plural nouns for two parties ("the two leaders") get members where exactly two are at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.entities import Name
from onrecord.annotate.firms import bodies_called, find_firm, is_media, may_be_firm
from onrecord.annotate.noun_phrases import describe, phrase_start, sentence_back, subject_like
from onrecord.naming import fold
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse


OWN_PARTS = frozenset(("delegations", "teams", "governments", "countries", "capitals", "sides"))
"""What two parties have one of each: "their delegations" are the two states'."""


def find_nominals(parse: Parse, cast: Cast, names: Sequence[Name]) -> None:
    """Add the mentions of unnamed people and bodies, in the order of the text."""
    table = load_nominals()
    lists = {key: frozenset(table[key]) for key in ("people", "person", "bodies", "crews")}
    pairs = {word: kind for kind, words in table["pairs"].items() for word in words}
    definite = {word: kind for kind, words in table["definite"].items() for word in words}
    at = {index: name for name in names for index in range(name.first, name.last + 1)}
    for token in parse.doc:
        lower = token.text.lower()
        if token.i in cast.at or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        if token.i in at and not is_adherents(token, at[token.i]):
            continue
        if token.dep_ in ("compound", "amod", "nmod") and token.head.i == token.i + 1:
            continue
        first = phrase_start(token)
        words = [word.text.lower() for word in parse.doc[first : token.i + 1]]
        if lower in pairs and is_pair(parse, words, token):
            continue
        if token.i in at or (
            lower in lists["people"]
            and token.tag_ in ("NNS", "NNPS", "NN")
            and not (lower.endswith("ce") and lower != "police")
        ):
            add_group(parse, cast, token, first, at)
        elif lower in lists["bodies"] or (lower in lists["crews"] and has_owner(parse, cast, token, first)):
            add_body(parse, cast, token, first, at)
        elif lower in definite and words[0] in ("the", "this", "that"):
            take_up(cast, token, first, definite[lower])
        elif lower in definite and words == ["their", lower]:
            take_up_own(cast, token, first)
        elif lower in lists["person"]:
            add_person(parse, cast, token, first, at)


def is_adherents(token: Token, name: Name) -> bool:
    """Is a name that the parser saw a party's or a faith's people ("Democrats")? They speak as a group."""
    return name.entry is None and name.label == "NORP" and token.tag_ == "NNPS" and token.i == name.last


def side_in(cast: Cast, first: int, last: int, at: dict[int, Name]) -> tuple[str | None, int]:
    """The one side that the names in a phrase speak for, and how many sides there are."""
    sides: dict[str, None] = {}
    index = first
    while index <= last:
        name = at.get(index)
        if name is None:
            index += 1
            continue
        if name.entry is not None:
            side = name.entry.side or (name.entry.name if name.entry.kind in ("body", "media") else None)
            if side is not None:
                sides.setdefault(side)
        else:
            found = cast.at.get(index)
            draft = cast.drafts[found.actor] if found is not None and found.actor is not None else None
            side = None if draft is None else draft.side or (draft.name if draft.kind == "organization" else None)
            if side is not None:
                sides.setdefault(side)
        index = name.last + 1
    return (next(iter(sides)) if len(sides) == 1 else None), len(sides)


def add_group(parse: Parse, cast: Cast, token: Token, first: int, at: dict[int, Name]) -> None:
    """A group by description; printed again, or taken up by "the officials", it is the same one."""
    name = describe(parse, first, token.i)
    if parse.doc[first].tag_ in ("POS", "WP$", "WDT") or parse.doc[first].text.lower() == "each":
        return
    side, count = side_in(cast, first, token.i, at)
    owner = possessor(cast, first)
    regional = any(i in at and at[i].entry is not None for i in range(first, token.i))
    if token.text.lower() in load_nominals()["general"] and not regional and count == 0 and owner is None:
        return
    if count == 0 and owner is not None:
        side = cast.drafts[owner].side
    determiner = parse.doc[first].text.lower()
    actor = None
    if name.lower() == token.text.lower() == "police":
        forces = bodies_called(cast, "police")
        actor = forces[0] if len(forces) == 1 else None
    elif name.lower() == token.text.lower() and determiner in ("the", "these", "those"):
        fits = [
            i
            for i, d in enumerate(cast.drafts)
            if d.kind == "group" and not d.members and fold(d.name).split()[-1] == token.text.lower()
        ]
        seen = [i for i in fits if any(one.actor == i and one.last < first for one in cast.found)]
        actor = seen[0] if len(seen) == 1 else None
    if actor is None:
        actor = next(
            (
                i
                for i, d in enumerate(cast.drafts)
                if d.kind == "group" and fold(d.name) == fold(name) and d.side == side and not d.members
            ),
            None,
        )
    if actor is None:
        actor = cast.add(Draft(name=name, kind="group", named=False, side=side))
    note(parse, cast, actor, first, token)


def possessor(cast: Cast, first: int) -> int | None:
    """The actor that stands as possessor at the front of a phrase ("Ruta's aides")."""
    found = cast.at.get(first)
    return None if found is None else found.actor


def note(parse: Parse, cast: Cast, actor: int, first: int, token: Token, form: str = "nominal") -> None:
    """Add a nominal mention and its words as an alias."""
    cast.drafts[actor].aliases[" ".join(parse.doc[first : token.i + 1].text.split())] += 1
    cast.mention(Found(first=first, last=token.i, head=token.i, form=form, actor=actor))  # type: ignore[arg-type]
    cast.at[token.i] = cast.found[-1]


def add_person(parse: Parse, cast: Cast, token: Token, first: int, at: dict[int, Name]) -> None:
    """An unnamed person ("a palace source"); "the source" takes up the last one of that noun."""
    if token.tag_ not in ("NN", "NNP") or token.dep_ in ("attr", "oprd", "amod"):
        return
    determiner = parse.doc[first].text.lower()
    if determiner in ("no", "any", "every", "each"):
        return
    if determiner in ("the", "this", "that"):
        fits = [
            one
            for one in cast.found
            if one.actor is not None
            and one.last < first
            and cast.doc[one.head].text.lower() == token.text.lower()
            and cast.drafts[one.actor].kind == "person"
        ]
        if fits:
            note(parse, cast, fits[-1].actor or 0, first, token)
        return
    if determiner not in ("a", "an", "one", "another") or (
        token.text.lower() in ("expert", "worker", "executive") and not subject_like(token)
    ):
        return
    side, _ = side_in(cast, first, token.i, at)
    name = describe(parse, first, token.i)
    actor = cast.add(Draft(name=name, kind="person", named=False, side=side))
    note(parse, cast, actor, first, token)


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
    unknown = person is None and side is None and not is_surname_before(parse, token)
    if count > 1 or unknown or (case is not None and owner is None):
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
    if actor is None:
        named = person is None or side is not None or cast.drafts[person].named
        actor = cast.add(Draft(name=label, kind="organization", named=named, side=side))
    note(parse, cast, actor, first, token)


def is_surname_before(parse: Parse, token: Token) -> bool:
    """Is the word before a noun a person's by the parser, though nobody else here is called so ("the Ruta era")?"""
    before = parse.doc[token.i - 1] if token.i else None
    return before is not None and before.ent_type_ == "PERSON" and before.tag_ == "NNP" and before.dep_ == "compound"


def has_owner(parse: Parse, cast: Cast, token: Token, first: int) -> bool:
    """Does somebody known by name own a phrase ("Ruta's team"), or stand right before its noun ("the Ruta camp")?"""
    owners = {cast.at[i].actor for i in range(first, token.i - 1) if i in cast.at and parse.doc[i + 1].tag_ == "POS"}
    owners.add(cast.person_at(token.i - 1))
    return any(owner is not None and cast.drafts[owner].named for owner in owners)


def take_up_body(parse: Parse, cast: Cast, token: Token, first: int, name: str) -> None:
    """ "The administration": the only one of that noun named before, else one without a name where it acts."""
    fits = [
        i
        for i, d in enumerate(cast.drafts)
        if d.kind == "organization" and fold(d.name).split()[-1] == token.text.lower()
    ]
    if len(fits) == 1 and any(one.actor == fits[0] and one.last < first for one in cast.found):
        note(parse, cast, fits[0], first, token)
    elif not fits and subject_like(token) and parse.doc[first].text.lower() == "the":
        note(parse, cast, cast.add(Draft(name=name, kind="organization", named=False)), first, token)


def take_up(cast: Cast, token: Token, first: int, kind: str) -> None:
    """ "The company", "the country": the last body or state named, where no other one is near."""
    if token.i - first > 1 or token.tag_ not in ("NN", "NNP"):
        return
    tails = bodies_called(cast, token.text.lower(), first) or bodies_called(cast, token.text.lower())
    if kind == "organization" and tails:
        actor = tails[0] if len(tails) == 1 else None
        reason = None if actor is not None else f"more than one body is called {token.text.lower()}"
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=actor, reason=reason))
        return
    firm = find_firm(cast, token) if kind == "organization" else None
    if firm is not None:
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=firm))
        return
    begin = sentence_back(token, 2)
    near = {
        one.actor
        for one in cast.found
        if begin <= one.first < first
        and one.actor is not None
        and cast.drafts[one.actor].kind == kind
        and one.form in ("name", "metonym")
        and cast.drafts[one.actor].named
    }
    media = {i for i in near if i is not None and is_media(cast.drafts[i].name)}
    if kind == "organization":
        near = (
            media
            if token.text.lower() in ("newspaper", "paper", "broadcaster", "publication", "outlet", "network", "agency")
            and media
            else near - media
        )
        if token.text.lower() in load_nominals()["firms"]["nouns"]:
            near = {i for i in near if i is not None and may_be_firm(cast, i)}
    if len(near) == 1:
        actor = next(iter(near))
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=actor))


def take_up_own(cast: Cast, token: Token, first: int) -> None:
    """ "Their union": the only body of the document that is called so."""
    tails = bodies_called(cast, token.text.lower())
    if len(tails) == 1 and subject_like(token):
        cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=tails[0]))


def find_owned(parse: Parse, cast: Cast) -> None:
    """Bodies known by a pronoun that has been resolved ("her office"), where they act."""
    bodies = frozenset(load_nominals()["bodies"])
    for token in parse.doc:
        if token.text.lower() not in bodies or token.i in cast.at or not token.i or not subject_like(token):
            continue
        found = cast.at.get(token.i - 1)
        if token.nbor(-1).tag_ != "PRP$" or found is None or found.actor is None:
            continue
        owner = cast.drafts[found.actor]
        if owner.kind not in ("person", "state", "organization"):
            continue
        label = f"{owner.name}'s {token.text}"
        actor = cast.named(label, "organization")
        if actor is None:
            actor = cast.add(Draft(name=label, kind="organization", named=owner.named, side=owner.side))
        cast.drafts[actor].aliases[f"{token.nbor(-1).text} {token.text}"] += 0
        cast.mention(Found(first=token.i - 1, last=token.i, head=token.i, form="nominal", actor=actor))
        cast.at[token.i] = cast.found[-1]


def is_pair(parse: Parse, words: Sequence[str], token: Token) -> bool:
    """Does a plural noun stand for parties named before: "both leaders", "the two sides", "the leaders"?"""
    if token.tag_ not in ("NNS", "NNPS", "NN"):
        return False
    front = ("the", "both", "two", "these", "their") if words[-1] in OWN_PARTS else ("the", "both", "two", "these")
    inner = [word for word in words[:-1] if word not in front]
    titled = words[-1] == "ministers" and len(inner) == 1 and inner[0] in load_title_words().modifiers
    return (not inner or titled) and words[0] in front
