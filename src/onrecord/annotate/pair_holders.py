"""Who stands behind a title of several states ("the foreign ministers of X and Y"), and who goes with whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotations import LocalOffice
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse


def holders_of(parse: Parse, cast: Cast, token: Token, first: int, owners: Sequence[int]) -> tuple[int, ...]:
    """Who holds one office in each of several states ("the foreign ministers of X and Y"), by office where unnamed."""
    words = load_title_words()
    head = words.heads.get(token.text.lower())
    inner = [one.text.lower() for one in parse.doc[first : token.i] if one.text.lower() in words.modifiers]
    title = " ".join([*inner, head or ""])
    if head is None or title in words.weak or title == "leader":
        return ()
    span = parse.span_of(parse.doc[first], token)
    found = []
    for owner in owners:
        draft = cast.drafts[owner]
        if draft.kind != "state":
            return ()
        fits = [
            index
            for index, one in enumerate(cast.drafts)
            if one.kind == "person"
            and any(not office.former and office.title == title and office.of == draft.name for office in one.offices)
        ]
        if len(fits) > 1:
            return ()
        office = LocalOffice(title=title, of=draft.name, start=span.start, end=span.end, former=False)
        holder = Draft(name=f"{title} of {draft.name}", kind="person", named=False, offices=[office], side=draft.side)
        found.append(fits[0] if fits else cast.add(holder))
    return tuple(found) if len(set(found)) > 1 else ()


def leaders_of(cast: Cast, states: Sequence[int]) -> tuple[int, ...]:
    """The one leader each state has in this document; nothing if one has none or more."""
    result = []
    for state in states:
        fits = [
            i
            for i, d in enumerate(cast.drafts)
            if d.kind == "person" and d.side == cast.drafts[state].side and leads(d)
        ]
        if len(fits) != 1:
            return ()
        result.append(fits[0])
    return tuple(result)


def leads(draft: Draft) -> bool:
    """Has a person the office of a head of state, government or body?"""
    return any(office.title in load_title_words().leading for office in draft.offices)


def can_be(draft: Draft, word: str, before: str = "") -> bool:
    """Can a person be one of "the presidents", "the foreign ministers" or "the leaders", by office; of "the women"?

    Leaders and ministers may also be people whose office is not printed.
    """
    if draft.kind == "person" and word in ("men", "women"):
        return draft.gender in (None, "m" if word == "men" else "f")
    if draft.kind != "person" or word not in ("leaders", "presidents", "heads", "premiers", "chancellors", "ministers"):
        return True
    titles = {office.title for office in draft.offices}
    if word == "presidents":
        return "president" in titles
    if word == "ministers":
        full = f"{before} minister" if before in load_title_words().modifiers else "minister"
        return not titles or any(
            title.endswith(full) and (title == full or title != "prime minister") for title in titles
        )
    return not titles or bool(titles & load_title_words().leading)


def named_beside(cast: Cast, token: Token) -> tuple[int, ...]:
    """The two persons printed right behind a plural title ("the ministers of the two countries, X and Y, met")."""
    doc = token.doc
    comma = next((at for at in range(token.i + 1, min(token.i + 7, token.sent.end)) if doc[at].text == ","), None)
    if comma is None or any(doc[at].pos_ in ("VERB", "AUX") for at in range(token.i + 1, comma)):
        return ()
    one = cast.at.get(comma + 1)
    other = cast.at.get(one.last + 2) if one is not None and doc[one.last + 1 : one.last + 2].text == "and" else None
    if one is None or other is None or one.actor is None or other.actor is None or one.actor == other.actor:
        return ()
    people = all(cast.drafts[each].kind == "person" for each in (one.actor, other.actor))
    return (one.actor, other.actor) if people and {one.form, other.form} == {"name"} else ()


def joined_to(cast: Cast, one: Found) -> set[int]:
    """The actors that are coordinated with a mention ("X, Y and Z")."""
    others = (cast.at[child.i].actor for child in cast.doc[one.head].conjuncts if child.i in cast.at)
    return {other for other in others if other is not None}


def are_joined(cast: Cast, begin: int, end: int, pair: set[int]) -> bool:
    """Are two parties named together in a stretch ("X and Y")?"""
    return any(
        {one.actor, *joined_to(cast, one)} >= pair
        for one in cast.found
        if begin <= one.first < end and one.actor in pair
    )


def speaks_for(cast: Cast, actor: int) -> bool:
    """Is somebody a spokesman, who tells of others' meetings?"""
    return any("spokes" in office.title for office in cast.drafts[actor].offices)
