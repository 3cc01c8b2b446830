"""Kin without a name: "Ruta's mother", "his wife", the writer's "my father"; named once beside it, that person.

They become persons known by whose kin they are, so that what they say is not given to who they belong to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.cast import Draft, Found
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.cast import Cast

OWN = frozenset({"my", "our"})
"""The writer's own, outside of quoted words."""
OTHERS = frozenset({"his", "her", "their"})


def find_kin(cast: Cast, quoted: set[int], *, owned: bool) -> None:
    """Add the mentions of kin.

    Args:
        cast: The actors so far.
        quoted: Tokens in quoted words.
        owned: Only those whose owner is a pronoun of the third person, which has to be resolved by then; else the rest.
    """
    genders = {noun: gender for gender in "mfu" for noun in load_nominals()["kin"][gender]}
    known: dict[str, int] = {}
    for token in cast.doc:
        gender = genders.get(token.lower_)
        if gender is None or token.tag_ != "NN" or (token.i in cast.at and cast.at[token.i].head == token.i):
            continue
        label = label_of(cast, token, quoted, owned=owned)
        if label is None:
            continue
        named = find_name_beside(cast, token)
        if named is not None:
            known[label] = named
        elif stands_alone(token):
            note(cast, token, label, gender, known)


def label_of(cast: Cast, token: Token, quoted: set[int], *, owned: bool) -> str | None:
    """Whose kin a noun is, as a name for it ("Ana Ruta's mother"); None where it cannot be told or has to wait."""
    owner = next((child for child in token.lefts if child.dep_ == "poss"), None)
    if owner is None:
        return None
    if owner.lower_ in OWN:
        return f"{owner.lower_} {token.lower_}" if not owned and owner.i not in quoted else None
    found = cast.at.get(owner.i)
    if (owner.lower_ in OTHERS) != owned or found is None or found.actor is None:
        return None
    draft = cast.drafts[found.actor]
    return f"{draft.name}'s {token.lower_}" if draft.kind == "person" else None


def find_name_beside(cast: Cast, token: Token) -> int | None:
    """The person whose name stands right after the noun ("his wife, Ana Ruta,", "his wife Ana Ruta") or before it."""
    at = token.i + 1
    if at < len(cast.doc) and cast.doc[at].text == ",":
        at += 1
    after = cast.person_at(at) if at < len(cast.doc) and cast.doc[at].pos_ == "PROPN" else None
    if after is not None and cast.drafts[after].named:
        return after
    before = cast.person_at(token.head.i) if token.dep_ == "appos" else None
    return before if before is not None and cast.drafts[before].named else None


def stands_alone(token: Token) -> bool:
    """Is the noun no part of another, no predicate, and without a name or a second one beside it?"""
    if token.dep_ in ("compound", "amod", "nmod", "attr", "oprd", "appos", "poss", "conj"):
        return False
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return (after is None or after.pos_ != "PROPN") and not any(
        child.dep_ in ("appos", "conj", "compound") for child in token.children
    )


def note(cast: Cast, token: Token, label: str, gender: str, known: dict[str, int]) -> None:
    """Add the mention of one who is known by whose kin he is."""
    actor = known.get(label)
    if actor is None:
        same = (i for i, one in enumerate(cast.drafts) if one.kind == "person" and one.name == label)
        actor = next(same, None)
    if actor is None:
        actor = cast.add(Draft(name=label, kind="person", named=False))
        cast.drafts[actor].gender = gender if gender in ("m", "f") else None
    first = token.left_edge.i
    cast.drafts[actor].aliases[" ".join(cast.doc[first : token.i + 1].text.split())] += 1
    cast.mention(Found(first=first, last=token.i, head=token.i, form="nominal", actor=actor))
    cast.at[token.i] = cast.found[-1]
