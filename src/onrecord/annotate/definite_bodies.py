"""Which body a definite noun takes up: "the company", "the rights group", "their union", "his ministry".

The body is called so somewhere in the document, was taken up by the same noun before, or is the only one near that can
be of that kind. Nobody is taken where two can be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.binding import speaks
from onrecord.annotate.cast import Draft, Found
from onrecord.annotate.firms import (
    bodies_called,
    called,
    find_firm,
    is_firm,
    is_media,
    last_word,
    may_be_firm,
    may_be_medium,
)
from onrecord.annotate.noun_phrases import sentence_back, subject_like
from onrecord.annotate.quoted import SUBJECTS
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Doc, Token

    from onrecord.annotate.cast import Cast

NEAR = 2
"""Sentences back in which the only body of a kind is looked for."""
FINDING = frozenset(("hear", "find", "rule", "learn", "conclude", "decide"))
"""Verbs of a body that inquires or judges."""
DESCRIBING = 3
"""Words between the article and the noun that may describe a body named before ("the investment bank")."""


def take_up(cast: Cast, token: Token, first: int, kind: str) -> None:
    """Add the mention of a definite noun for a body or state named before, where it can be only one.

    Args:
        cast: The actors so far.
        token: The noun.
        first: The first token of its phrase, the article.
        kind: organization or state.
    """
    if token.tag_ not in ("NN", "NNP"):
        return
    meant = based_before(cast, token, first) if kind == "organization" else None
    if meant is not None:
        add(cast, token, first, meant)
        return
    if token.i - first - 1 > DESCRIBING:
        return
    if token.i - first > 1 and (kind == "organization" or not is_plain(token, first)):
        if kind == "organization" and is_plain(token, first):
            take_described(cast, token, first)
        return
    noun = token.text.lower()
    beside = apposed_body(cast, token) if kind == "organization" else None
    if beside is not None:
        add(cast, token, first, beside)
        return
    tails = bodies_called(cast, noun, first) or bodies_called(cast, noun)
    if kind == "organization" and tails:
        actor = tails[0] if len(tails) == 1 else find_latest(cast, tails, token, first)
        add(cast, token, first, actor, None if actor is not None else f"more than one body is called {noun}")
        return
    firm = find_firm(cast, token) if kind == "organization" else None
    near = {firm} if firm is not None else find_near(cast, token, first, kind)
    if len(near) != 1 and kind == "organization":
        before = taken_before(cast, token, first)
        near = near or before
    if len(near) == 1:
        add(cast, token, first, min(near))
    elif kind == "organization" and not near:
        take_unnamed(cast, token, first)


def based_before(cast: Cast, token: Token, first: int) -> int | None:
    """ "The Tarsk-based firm": the only body named before with the same seat ("Tarsk-based Ferrox")."""
    doc = cast.doc
    words = [one.lower_ for one in doc[first + 1 : token.i]]
    if len(words) < 2 or words[-1] not in ("based", "headquartered"):
        return None
    found = {
        one.actor
        for one in cast.found
        if one.form == "name" and one.last < first and one.actor is not None
        and cast.drafts[one.actor].kind == "organization"
        and [before.lower_ for before in doc[max(one.first - len(words), 0) : one.first]] == words
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def run_by(cast: Cast, token: Token, first: int) -> int | None:
    """The body whose board it is: its phrase's ("of Ferrox", "Ferrox's"), else the only one named with a board."""
    doc, own = cast.doc, [one for child in token.rights if child.lower_ == "of" for one in child.children]
    own += [child for child in token.lefts if child.dep_ == "poss"]
    if token.lower_ != "board" or not (own or token.i - first == 1):
        return None
    found = {
        one.actor
        for one in cast.found
        if one.form == "name" and one.actor is not None and cast.drafts[one.actor].kind == "organization"
        and (one.head in {head.i for head in own} if own else "board" in followed_by(doc, one))
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def followed_by(doc: Doc, named: Found) -> tuple[str, ...]:
    """The words after a name, a possessive's mark left out, and those before it with "of"."""
    after = [one.lower_ for one in doc[named.last + 1 : named.last + 3] if one.tag_ != "POS"]
    before = doc[max(named.first - 2, 0) : named.first]
    return (after[0] if after else "", before[0].lower_ if len(before) == 2 and before[1].lower_ == "of" else "")


def find_latest(cast: Cast, bodies: Collection[int], token: Token, first: int) -> int | None:
    """Of several bodies that a noun may mean the only one that the sentence before or the same one speaks of."""
    begin = sentence_back(token, 1)
    for low, high in ((token.sent.start, first), (begin, token.sent.start)):
        found = {one.actor for one in cast.found if low <= one.first and one.last < high and one.actor in bodies}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def apposed_body(cast: Cast, token: Token) -> int | None:
    """The one body with a name that stands beside a noun after a comma ("the operator of the port, Ruta Docks")."""
    found = {
        cast.at[child.i].actor
        for child in token.rights
        if child.dep_ == "appos" and child.i in cast.at and cast.at[child.i].form == "name"
    }
    actor = found.pop() if len(found) == 1 else None
    body = actor is not None and cast.drafts[actor].kind == "organization" and cast.drafts[actor].named
    return actor if body else None


def take_by_name(cast: Cast, token: Token, first: int) -> None:
    """ "The observatory" as a subject: the only body named before whose name ends so."""
    noun = token.text.lower()
    if token.tag_ != "NN" or not subject_like(token):
        return
    for body in (apposed_body(cast, token), run_by(cast, token, first)):
        if body is not None:
            add(cast, token, first, body)
            return
    if noun == "board" and any(child.dep_ == "poss" for child in token.lefts):
        return
    if token.i - first > 1:
        owner = owner_before(cast, token, first)
        if owner is not None:
            add(cast, token, first, owner)
        return
    tails = [] if noun in load_nominals()["firms"]["plain"] else bodies_called(cast, noun, first)
    if len(tails) == 1:
        add(cast, token, first, tails[0])
    elif not tails and noun in load_nominals()["definite"]["acting"]:
        take_unnamed(cast, token, first)


def take_unnamed(cast: Cast, token: Token, first: int) -> None:
    """ "The brigade" that speaks: the one without a name told of before, else one known by its noun alone."""
    noun = token.text.lower()
    acting = noun in load_nominals()["definite"]["acting"]
    if not subject_like(token) or not (acting or noun in load_nominals()["services"]):
        return
    known = [
        i for i, one in enumerate(cast.drafts)
        if one.kind == "organization" and not one.named and last_word(one.name) == noun
    ]  # fmt: skip
    if acting and not known and (speaks(token) or token.head.lemma_ in FINDING):
        known = [cast.add(Draft(name=noun, kind="organization", named=False))]
    if len(known) == 1:
        add(cast, token, first, known[0])


def take_pair(cast: Cast, token: Token) -> None:
    """ "Union and company announced it": bare nouns for the only union and the only company of the document."""
    other = next((child for child in token.children if child.dep_ == "conj"), None)
    nouns = set(load_nominals()["definite"]["organization"])
    if other is None or other.i - token.i != 2 or token.dep_ not in SUBJECTS or list(other.children):
        return
    plain = other.tag_ == "NN" and (token.tag_ == "NN" or token.is_sent_start)
    if not {token.lower_, other.lower_} <= nouns or not plain:
        return
    found = []
    for one in (token, other):
        seen = {
            mention.actor for mention in cast.found
            if mention.actor is not None and mention.form == "nominal" and cast.doc[mention.head].lower_ == one.lower_
            and cast.drafts[mention.actor].kind == "organization"
        }  # fmt: skip
        firm = find_firm(cast, one)
        found.append(seen or set(bodies_called(cast, one.lower_)) or ({firm} if firm is not None else set()))
    if all(len(one) == 1 for one in found) and found[0] != found[1]:
        for one, actors in zip((token, other), found, strict=True):
            add(cast, one, one.i, min(actors))


def add(cast: Cast, token: Token, first: int, actor: int | None, reason: str | None = None) -> None:
    """Note a nominal mention."""
    cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=actor, reason=reason))


def find_near(cast: Cast, token: Token, first: int, kind: str) -> set[int]:
    """The bodies or states named in the sentences just before that can be what a noun says."""
    begin, noun = sentence_back(token, NEAR), token.text.lower()
    near: set[int] = {
        one.actor
        for one in cast.found
        if begin <= one.first < first
        and one.actor is not None
        and cast.drafts[one.actor].kind == kind
        and one.form in ("name", "metonym")
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
    if noun in words["nouns"]:
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


def is_plain(token: Token, first: int) -> bool:
    """Do only common words and hyphens stand between the article and the noun?"""
    inner = token.doc[first + 1 : token.i]
    return all(one.text.islower() or one.text == "-" for one in inner) and all(
        one.pos_ in ("NOUN", "ADJ", "PUNCT", "VERB") for one in inner
    )


def take_described(cast: Cast, token: Token, first: int) -> None:
    """ "The news outlet", "the dockers' union" as a subject: the only medium near, or the only body called so."""
    if not subject_like(token) or any(child.dep_ in ("prep", "relcl", "acl", "appos") for child in token.rights):
        return
    owner = owner_before(cast, token, first)
    if owner is not None:
        add(cast, token, first, owner)
        return
    noun = token.text.lower()
    media = find_near(cast, token, first, "organization") if noun in load_nominals()["firms"]["media"] else set()
    tails = set(bodies_called(cast, noun, first)) or media
    if len(tails) == 1:
        add(cast, token, first, min(tails))


def owner_before(cast: Cast, token: Token, first: int) -> int | None:
    """ "The editorial board" after "the Ruta Post editorial board": the body whose name stood before the same words."""
    words = [one.lower_ for one in cast.doc[first + 1 : token.i + 1]]
    found = {
        one.actor
        for one in cast.found
        if one.form == "name" and one.last < first and one.actor is not None
        and cast.drafts[one.actor].kind == "organization"
        and [after.lower_ for after in cast.doc[one.last + 1 : one.last + 1 + len(words)]] == words
    }  # fmt: skip
    return found.pop() if len(found) == 1 else None


def take_up_own(cast: Cast, token: Token, first: int) -> None:
    """ "Their union": the only body of the document that is called so."""
    tails = bodies_called(cast, token.text.lower())
    if len(tails) == 1 and subject_like(token):
        add(cast, token, first, tails[0])
