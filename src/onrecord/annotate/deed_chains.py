"""Which mentions of one document are of one deed: "the attack", "the blast", "claimed responsibility for it".

A deed is told again in other words than before. A word that may stand for every deed of its kind ("the attack") means
the one told of right before, else the one that the article opens with.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.vocab.families import is_light, names_deed, share_family, share_own_family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from onrecord.annotate.antecedents import Chain
    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

NEAR = 400
"""Characters within which "the attack" may mean an attack that is not the article's first."""
OPENING = 600
"""Characters of the document within which its main news is told."""
POINTING = frozenset({"the", "this", "that"})
DEPTH = 3


def mark_named_again(scene: Scene, draft: Draft) -> Draft:
    """A light verb with a deed named before as its object refers back: "carried out the attack"."""
    if draft.type == "CONSULT" or draft.definite:
        return draft
    verb = scene.parse.doc[scene.token_at(draft.trigger.start)]
    if not is_light(verb.lemma_.lower()):
        return draft
    for noun in objects(verb, DEPTH):
        if names_deed(draft.type, noun.lemma_.lower()) and any(one.lower_ in POINTING for one in noun.lefts):
            return replace(draft, definite=True, word=noun.lemma_.lower())
    return draft


def objects(word: Token, depth: int) -> Iterator[Token]:
    """The nouns that a verb is about, those in its prepositions included."""
    for child in word.rights:
        if child.dep_ in ("dobj", "pobj", "prep", "nsubjpass") and depth:
            if child.dep_ != "prep":
                yield child
            yield from objects(child, depth - 1)


def may_be_told_again(draft: Draft, chain: Chain, distance: int) -> bool:
    """Can a definite mention of a deed be of a chain: by a word of its own kind, or by one for any deed?

    Args:
        draft: The mention.
        chain: Mentions before it.
        distance: Characters from the last of them.
    """
    if not draft.definite or not chain.roles:
        return False
    if draft.word in chain.words or share_own_family(draft.type, {draft.word}, chain.words):
        return True
    return share_family(draft.type, {draft.word}, chain.words) and (distance <= NEAR or chain.start <= OPENING)


def roles_fit(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """In each role that both tell of somebody, one names no others; who did it may be told only of "the attack"."""
    for role in ("source", "target"):
        named = {actor for actor, as_ in draft.actors if as_ == role}
        known = {actor for actor, as_ in chain.roles.items() if as_ == role}
        if named and known and not (named <= known or known <= named or tells_who(scene, draft, role, known)):
            return False
    return True


def tells_who(scene: Scene, draft: Draft, role: str, known: set[int]) -> bool:
    """ "Gunmen hit a post … the Front carried out the attack": who the nameless were is told later."""
    nameless = all(scene.actors[one].kind == "group" for one in known)
    return role == "source" and draft.definite and nameless
