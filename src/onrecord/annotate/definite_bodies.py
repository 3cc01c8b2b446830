"""Which body a definite noun takes up: "the company", "the rights group", "their union", "his ministry".

The body is called so somewhere in the document, was taken up by the same noun before, or is the only one near that can
be of that kind. Nobody is taken where two can be meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.binding import speaks
from onrecord.annotate.cast import Draft, Found
from onrecord.annotate.firms import bodies_called, find_firm, forms_of, last_word
from onrecord.annotate.near_bodies import find_latest, find_meant, find_near, find_spoken_of, taken_before
from onrecord.annotate.noun_phrases import subject_like
from onrecord.annotate.polities import gazetteer_of
from onrecord.annotate.quoted import SUBJECTS
from onrecord.naming import fold
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.cast import Cast

FINDING = frozenset(("hear", "find", "rule", "learn", "conclude", "decide"))
"""Verbs of a body that inquires or judges."""
APART = frozenset(
    ("other", "new", "rival", "second", "same", "third", "parent", "local", "larger", "smaller", "latter")
)
"""Words before a noun that set a body apart from the one just named."""
DESCRIBING = 3
"""Words between the article and the noun that may describe a body named before ("the investment bank")."""

SOON = 150
"""Tokens on in which a body that a noun takes up may be named first ("The union … the Dockers' Union")."""


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
        if kind == "organization" and (is_plain(token, first) or is_placed(token, first)):
            take_described(cast, token, first)
        return
    noun = token.text.lower()
    beside = apposed_body(cast, token) if kind == "organization" else None
    if beside is not None:
        add(cast, token, first, beside)
        return
    near = find_meant(cast, token, first) if kind == "organization" else find_near(cast, token, first, kind)
    tails = bodies_called(cast, noun, first) or ([] if near else bodies_called(cast, noun, first + SOON))
    if kind == "organization" and tails:
        actor = tails[0] if len(tails) == 1 else find_latest(cast, tails, token, first)
        add(cast, token, first, actor, None if actor is not None else f"more than one body is called {noun}")
        return
    if len(near) != 1 and kind == "organization":
        near = near or taken_before(cast, token, first)
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
    """ "The observatory" as a subject or owner: the only body before whose name ends so, or begins "Centre for"."""
    noun = token.text.lower()
    if token.tag_ != "NN" or not (subject_like(token) or token.dep_ == "poss"):
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
    tails = bodies_called(cast, noun, first)
    if noun in load_nominals()["firms"]["plain"]:
        fronts = tuple(f"{noun} {tie} " for tie in ("for", "on", "of"))
        narrowed = any(child.dep_ == "prep" for child in token.rights)  # "the center of the town"
        tails = [i for i in tails if not narrowed and any(fold(one).startswith(fronts) for one in forms_of(cast, i))]
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


def is_plain(token: Token, first: int) -> bool:
    """Do only common words and hyphens stand between the article and the noun?"""
    inner = token.doc[first + 1 : token.i]
    return all(one.text.islower() or one.text == "-" for one in inner) and all(
        one.pos_ in ("NOUN", "ADJ", "PUNCT", "VERB") for one in inner
    )


def is_placed(token: Token, first: int) -> bool:
    """Does only the name of a town stand between the article and the noun ("the New Ruta bank")?"""
    inner = token.doc[first + 1 : token.i]
    return all(one.ent_type_ == "GPE" and gazetteer_of(token.doc).find(one.text) is None for one in inner)


def take_described(cast: Cast, token: Token, first: int) -> None:
    """ "The investment bank", "the dockers' union" as a subject: the only body called so, or the only one near."""
    if not subject_like(token) or any(child.dep_ in ("prep", "relcl", "acl", "appos") for child in token.rights):
        return
    owner = owner_before(cast, token, first)
    if owner is not None:
        add(cast, token, first, owner)
        return
    apart = any(one.text in APART for one in cast.doc[first + 1 : token.i])
    tails = set(bodies_called(cast, token.lower_, first)) or (set() if apart else find_spoken_of(cast, token, first))
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
