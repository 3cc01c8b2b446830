"""Plural nouns that stand for two parties named before: "both leaders", "the two sides", "the presidents of ...".

They get members where exactly two parties are at hand; else they stay a group without members.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.firms import is_media
from onrecord.annotate.near_bodies import may_be_called
from onrecord.annotate.nominals import is_pair
from onrecord.annotate.noun_phrases import describe, phrase_start, sentence_back
from onrecord.annotate.pair_holders import (
    are_joined,
    can_be,
    holders_of,
    joined_to,
    leaders_of,
    named_beside,
    speaks_for,
)
from onrecord.annotate.polities import gazetteer_of
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse


WINDOW = 4
"""How many sentences back the two parties of "both leaders" may stand."""

WIDE = 7
"""The same for "both" and "the two", which say that there are two."""


def find_pairs(parse: Parse, cast: Cast, quoted: Mapping[int, int | None]) -> None:
    """Add "both leaders" and its like.

    Args:
        parse: The parsed document.
        cast: Its actors so far.
        quoted: Tokens in quoted words -> who is quoted there, if known.
    """
    pairs = {word: kind for kind, words in load_nominals()["pairs"].items() for word in words}
    for token in parse.doc:
        lower = token.text.lower()
        if lower not in pairs or token.i in cast.at or token.pos_ not in ("NOUN", "PROPN"):
            continue
        first = phrase_start(token)
        if is_pair(parse, [word.text.lower() for word in parse.doc[first : token.i + 1]], token):
            add_pair(parse, cast, token, first, pairs[lower], quoted)


def add_pair(parse: Parse, cast: Cast, token: Token, first: int, kind: str, quoted: Mapping[int, int | None]) -> None:
    """A pair by its members: those of the complement, else the last two at hand."""
    last = token.i
    named = complement_states(cast, token) or complement_pair(cast, token, quoted)
    if named:
        last = max(index for index, _ in named)
        owners = [actor for _, actor in named]
        members = tuple(owners)
        if kind == "person":
            members = (
                named_beside(cast, token) or holders_of(parse, cast, token, first, owners) or leaders_of(cast, owners)
            )
    else:
        members = (named_beside(cast, token) if kind == "person" else ()) or nearest_two(
            cast, token, first, kind, quoted
        )
    phrase = " ".join(parse.doc[first : last + 1].text.split())
    if (
        not members
        and parse.doc[first].text.lower() == "the"
        and not named
        and "two" not in phrase.lower()
        and kind != "person"
    ):
        return
    bare = describe(parse, first, last) if not members else None
    label = bare or " and ".join(cast.drafts[member].name for member in members)
    actor = next(
        (i for i, d in enumerate(cast.drafts) if d.kind == "group" and d.members == members and d.name == label), None
    )
    if actor is None:
        actor = cast.add(Draft(name=label, kind="group", named=False, members=members))
    cast.drafts[actor].aliases[phrase] += 1
    cast.mention(Found(first=first, last=last, head=token.i, form="nominal", actor=actor))
    cast.at[token.i] = cast.found[-1]


def complement_states(cast: Cast, token: Token) -> list[tuple[int, int]]:
    """The states and persons in "the leaders of X and Y", with their last tokens."""
    doc, index, result = token.doc, token.i + 1, []
    if index >= len(doc) or doc[index].text.lower() != "of":
        return []
    index += 1
    while index < len(doc) and index <= token.i + 12:
        found = cast.at.get(index)
        if found is not None and found.actor is not None:
            result.append((found.last, found.actor))
            index = found.last + 1
        elif doc[index].text.lower() in ("the", "and", ","):
            index += 1
        else:
            break
    return result


def complement_pair(cast: Cast, token: Token, quoted: Mapping[int, int | None]) -> list[tuple[int, int]]:
    """The two states of "the ministers of the two (warring) states", with the last token of the phrase."""
    doc = token.doc
    after = [one.text.lower() for one in doc[token.i + 1 : token.i + 6]]
    if after[:1] != ["of"] or not {"two", "both"} & set(after[1:3]):
        return []
    states = load_nominals()["pairs"]["state"]
    noun = next((one for one in doc[token.i + 2 : token.i + 6] if one.text.lower() in states), None)
    if noun is None:
        return []
    return [(noun.i, actor) for actor in nearest_two(cast, noun, token.i + 2, "state", quoted)]


def joined_pair(cast: Cast, before: int) -> tuple[int, ...]:
    """The one pair of states that the text has set against each other ("fighting between X and Y") before a place."""
    pairs = set()
    for one in cast.found:
        head = cast.doc[one.head]
        if one.actor is None or one.first >= before or head.dep_ != "pobj" or head.head.text.lower() != "between":
            continue
        pair = tuple(sorted({one.actor, *joined_to(cast, one)}))
        if len(pair) == 2 and all(cast.drafts[member].kind == "state" for member in pair):
            pairs.add(pair)
    return pairs.pop() if len(pairs) == 1 else ()


def nearest_two(cast: Cast, token: Token, first: int, kind: str, quoted: Mapping[int, int | None]) -> tuple[int, ...]:
    """The two parties of a pair noun: the only ones near, else those that the text sets against each other."""
    found = joined_bodies(cast, first) if token.text.lower() == "parties" else ()
    found = found or only_two(cast, token, first, kind, quoted)
    return found or (joined_pair(cast, first) if kind == "state" else ())


def joined_bodies(cast: Cast, before: int) -> tuple[int, ...]:
    """The one pair of bodies that the text has named together ("the Alliance and the League opened talks")."""
    pairs = set()
    for one in cast.found:
        if one.actor is None or one.first >= before or cast.drafts[one.actor].kind != "organization":
            continue
        bodies = {other for other in joined_to(cast, one) if cast.drafts[other].kind == "organization"}
        if len(bodies) == 1 and bodies != {one.actor}:
            pairs.add(tuple(sorted({one.actor, *bodies})))
    return pairs.pop() if len(pairs) == 1 else ()


def only_two(cast: Cast, token: Token, first: int, kind: str, quoted: Mapping[int, int | None]) -> tuple[int, ...]:
    """The only two parties in the smallest window of sentences before a pair noun; nothing if there are more.

    A bare "the leaders" may mean others than two of its own sentence, so it looks at sentences before.
    Who is only named in somebody's quoted words is no party to what is told outside them.
    """
    speaker, aside = quoted.get(token.i), quoted if token.i not in quoted else {}
    bare = token.doc[first].text.lower() == "the" and token.i == first + 1
    seen: set[int] = set()
    for back in range((WINDOW if bare else WIDE) + 1):
        begin = sentence_back(token, back)
        seen = {i for i in parties_between(cast, begin, first, token, kind, aside) if i != speaker}
        if len(seen) == 2 and kind == "state" and has_third(cast, begin, first, seen):
            return last_pair(cast, token, first, seen, speaker, kind)
        if len(seen) == 2 and kind == "state" and not are_joined(cast, begin, first, seen):
            taken_up = only_pair(cast, token, first, kind)
            if taken_up:
                return taken_up  # "the two countries" of the story, not the two that happen to stand near
        if len(seen) == 2 and kind != "state" and any(speaks_for(cast, one) for one in seen):
            return ()  # he told of it; who the other one was is not said near by
        if len(seen) == 2:
            return only_pair(cast, token, first, kind) if bare and back == 0 else tuple(sorted(seen))
        if len(seen) > 2:
            break
    seen = seen if len(seen) > 2 else set()
    return only_pair(cast, token, first, kind) if bare else last_pair(cast, token, first, seen, speaker, kind)


def has_third(cast: Cast, begin: int, end: int, chosen: set[int]) -> bool:
    """Is a third state named, if only as an owner ("North Korea's agency"), so that the pair may be another one?"""
    states = {
        one.actor
        for one in cast.found
        if one.actor is not None and begin <= one.first < end and cast.drafts[one.actor].kind == "state"
    }
    return bool(states - chosen)


def only_pair(cast: Cast, token: Token, before: int, kind: str) -> tuple[int, ...]:
    """The one pair that the document has taken up so far, of the kind asked for; nothing if there are several."""
    wanted = {one: (one,) for one in ("person", "state", "organization")}.get(kind, ("person", "state", "organization"))
    pairs = {
        cast.drafts[one.actor].members
        for one in cast.found
        if one.actor is not None
        and one.first < before
        and len(cast.drafts[one.actor].members) == 2
        and all(cast.drafts[member].kind in wanted for member in cast.drafts[one.actor].members)
    }
    pair: tuple[int, ...] = next(iter(pairs)) if len(pairs) == 1 else ()
    return pair if fit(cast, token, pair) else ()


def fit(cast: Cast, token: Token, members: Sequence[int]) -> bool:
    """Can the members of a pair be what a noun says by their offices and gender?"""
    inner = token.doc[token.i - 1].text.lower() if token.i else ""
    return all(can_be(cast.drafts[member], token.text.lower(), inner) for member in members)


def parties_between(
    cast: Cast, begin: int, end: int, token: Token, kind: str, aside: Mapping[int, int | None]
) -> list[int]:
    """The named parties that a pair noun can mean among the mentions of a stretch."""
    if kind == "organization":
        return bodies_between(cast, begin, end, token.lemma_.lower(), aside)
    word, before = token.text.lower(), token.doc[token.i - 1].text.lower() if token.i else ""
    allowed = ("person",) if kind == "person" else ("person", "state")
    near: dict[int, None] = {}
    for one in cast.found:
        if one.actor is None or not begin <= one.first < end or cast.drafts[one.actor].kind not in allowed:
            continue
        draft = cast.drafts[one.actor]
        if one.first in aside or (draft.kind == "state" and cast.doc[one.head].dep_ in ("poss", "compound", "nmod")):
            continue
        if (
            not draft.named
            or not can_be(draft, word, before)
            or (kind == "any" and draft.kind == "state" and draft.side is None)
        ):
            continue
        near.setdefault(one.actor)
    persons = [i for i in near if cast.drafts[i].kind == "person"]
    if kind == "state":
        states = [i for i in near if cast.drafts[i].kind == "state"]
        return states or states_of(cast, persons)
    if kind != "any" or (len(persons) >= 2 and word != "parties"):
        return persons
    rivals = [
        one.actor
        for one in cast.found
        if one.actor is not None
        and begin <= one.first < end
        and cast.drafts[one.actor].kind == "organization"
        and cast.drafts[one.actor].named
        and not is_media(cast.drafts[one.actor].name)
    ]
    return [*(i for i in near if cast.drafts[i].kind == "state"), *dict.fromkeys(rivals)]


def bodies_between(cast: Cast, begin: int, end: int, noun: str, aside: Mapping[int, int | None]) -> list[int]:
    """The named bodies of a stretch that a noun can mean ("the two companies")."""
    near = {
        one.actor: None
        for one in cast.found
        if one.actor is not None and begin <= one.first < end and one.form == "name" and one.first not in aside
        and cast.drafts[one.actor].kind == "organization" and cast.drafts[one.actor].named
        and not is_media(cast.drafts[one.actor].name)
    }  # fmt: skip
    return [i for i in near if may_be_called(cast, i, noun)]


def states_of(cast: Cast, persons: Sequence[int]) -> list[int]:
    """The states that persons speak for; nothing if one of them speaks for none."""
    result: dict[int, None] = {}
    for person in persons:
        side = cast.drafts[person].side
        entry = gazetteer_of(cast.doc).find(side) if side else None
        if side is None or entry is None or entry.kind != "state":
            return []
        index = cast.named(side, "state")
        result.setdefault(cast.add(Draft(name=side, kind="state", side=side)) if index is None else index)
    return list(result)


def last_pair(cast: Cast, token: Token, before: int, seen: set[int], speaker: int | None, kind: str) -> tuple[int, ...]:
    """The pair taken up last, where every party seen since is one of the two."""
    pairs = [
        one
        for one in cast.found
        if one.actor is not None and one.first < before and len(cast.drafts[one.actor].members) == 2
    ]
    if not pairs:
        return ()
    latest = max(pairs, key=lambda one: one.first)
    members = cast.drafts[latest.actor or 0].members
    people = all(cast.drafts[member].kind == "person" for member in members)
    enough = all if token.lower_ == "governments" else any
    if kind == "state" and people and not enough(cast.drafts[member].side for member in members):
        return ()  # "both governments" are no two ministers of nobody knows whom
    return members if fit(cast, token, members) and speaker not in members and seen <= set(members) else ()
