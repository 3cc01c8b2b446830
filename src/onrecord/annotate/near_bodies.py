"""Which bodies named just before a definite noun can be what it says: a company, a medium, one of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.firms import called, find_firm, is_firm, is_media, last_word, may_be_firm, may_be_medium
from onrecord.annotate.noun_phrases import sentence_back, subject_like
from onrecord.annotate.quoted import SUBJECTS
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from onrecord.annotate.cast import Cast

NEAR = 2
"""Sentences back in which the only body of a kind is looked for."""
FIRMS = frozenset(("bank",))
"""Nouns for firms that no other firm is called by."""


def find_meant(cast: Cast, token: Token, first: int) -> set[int]:
    """The bodies that a noun without a body of its name can be: the firm of the document, or those named just before.

    The only firm by its name or trade is meant, but not where it is named later or in passing and another is near.
    """
    near = find_near(cast, token, first, "organization")
    firm = find_firm(cast, token)
    if firm is None:
        subject = subject_before(cast, near, token) if len(near) > 1 and subject_like(token) else None
        return near if subject is None else {subject}
    here = {one.actor for one in cast.found if token.sent.start <= one.first < first and one.actor in near}
    rivals = near if firm not in near else here
    before = mentions_before(cast, firm, first)
    if len(rivals) == 1 and firm not in rivals:
        rival = min(one for one in rivals if one is not None)
        if len(mentions_before(cast, rival, first)) >= len(before) + (firm in near):
            return {rival}
    return {firm} if before or not named_before(cast, token, first) else near


def find_spoken_of(cast: Cast, token: Token, first: int) -> set[int]:
    """Those of the bodies that a noun can mean that do something in the sentences just before."""
    begin, doc = sentence_back(token, NEAR), cast.doc
    acting = {one.actor for one in cast.found if begin <= one.first < first and subject_like(doc[one.head])}
    return find_meant(cast, token, first) & (acting - {None})


def mentions_before(cast: Cast, actor: int, first: int) -> frozenset[int]:
    """Where a body is named before a place."""
    return frozenset(one.first for one in cast.found if one.actor == actor and one.form == "name" and one.last < first)


def named_before(cast: Cast, token: Token, first: int) -> bool:
    """Is any body named before a place that can be what a noun says?"""
    found = {one.actor for one in cast.found if one.form == "name" and one.last < first and one.actor is not None}
    bodies = {i for i in found if cast.drafts[i].kind == "organization" and cast.drafts[i].named}
    return any(may_be_called(cast, i, token.lower_) for i in bodies)


def subject_before(cast: Cast, bodies: Collection[int], token: Token) -> int | None:
    """ "Ruta sued Ferrox. The company said": the one body that the sentence before has as its subject or source."""
    sent = token.doc[sentence_back(token, 1)].sent
    if sent.start == token.sent.start or any(
        one.actor in bodies for one in cast.found if token.sent.start <= one.first < token.left_edge.i
    ):
        return None
    told = [
        one for one in sent if one.dep_ == "pobj" and one.head.lower_ == "to" and one.head.head.lower_ == "according"
    ]
    heads = told or [one for one in sent if one.dep_ in SUBJECTS]
    found = {cast.at[one.i].actor for one in heads if one.i in cast.at} & set(bodies)
    return found.pop() if len(found) == 1 else None


def find_latest(cast: Cast, bodies: Collection[int], token: Token, first: int) -> int | None:
    """Of several bodies that a noun may mean the only one that the sentence before or the same one speaks of."""
    begin = sentence_back(token, 1)
    for low, high in ((token.sent.start, first), (begin, token.sent.start)):
        found = {one.actor for one in cast.found if low <= one.first and one.last < high and one.actor in bodies}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def find_near(cast: Cast, token: Token, first: int, kind: str) -> set[int]:
    """The bodies or states named in the sentences just before that can be what a noun says."""
    begin, noun = sentence_back(token, NEAR), token.text.lower()
    near: set[int] = {
        one.actor
        for one in cast.found
        if begin <= one.first < first
        and one.actor is not None
        and cast.drafts[one.actor].kind == kind
        and one.form in ("name", "metonym", "nominal")
        and cast.drafts[one.actor].named
    }
    if kind == "state" and len(near) > 1:
        latest = find_latest(cast, near, token, first)
        near = near if latest is None else {latest}
    if kind == "organization":
        near = {i for i in near if may_be_called(cast, i, noun)}
        near = {i for i in near if is_media(cast.drafts[i].name)} or near
    return near


def may_be_called(cast: Cast, actor: int, noun: str) -> bool:
    """Can a body be a company, a medium or one of the rest, as a noun says?"""
    words = load_nominals()["firms"]
    if noun in words["media"]:
        other = called(cast).get(actor, frozenset()) & frozenset(words["media"])
        return (is_media(cast.drafts[actor].name) or may_be_medium(cast, actor)) and (not other or noun in other)
    if is_media(cast.drafts[actor].name):
        return False
    if noun in words["nouns"] or noun in FIRMS:
        return may_be_firm(cast, actor)
    last = last_word(cast.drafts[actor].name)
    apart = last != noun and (last in words["fixed"] or (noun in words["fixed"] and last in words["others"]))
    return not apart and (noun not in words["others"] or not is_firm(cast, actor, frozenset()))


def taken_before(cast: Cast, token: Token, first: int) -> set[int]:
    """The bodies that the same noun with its article took up before."""
    return {
        one.actor
        for one in cast.found
        if one.actor is not None and one.form == "nominal" and one.last < first and one.last - one.first == 1
        and cast.doc[one.head].lower_ == token.lower_ and cast.doc[one.first].lower_ == "the"
    }  # fmt: skip
