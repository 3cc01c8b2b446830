"""Who suffers what is spoken of: whoever condemns or looks into "the murder of A" or "A's arrest" does not blame A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import conjoined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

JUDGED = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of what is said of another's deed, whose target did it."""
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
BEFALLING = frozenset(
    {
        "death", "murder", "killing", "slaying", "assassination", "arrest", "detention", "imprisonment", "jailing",
        "execution", "kidnapping", "abduction", "disappearance", "conviction", "sentencing", "deportation", "ouster",
        "extradition", "eviction", "dismissal", "sacking", "firing", "expulsion", "suspension", "removal", "ousting",
        "poisoning", "lynching", "drowning", "suicide", "injury", "internment", "caning", "flogging",
    }
)  # fmt: skip
"""Nouns whose owner suffers what they name ("A's murder"), as who is behind "of" does."""
UPON = frozenset({"treatment", "mistreatment", "beating", "persecution", "harassment", "rape", "torture", "loss"})
"""Nouns that name with "of" who suffers it, and as their owner who does it."""

BRINGING = frozenset(
    ("file", "lodge", "bring", "make", "level", "submit", "press", "raise", "launch", "lay", "issue", "open", "prefer")
)
"""Verbs by which a charge against somebody is brought."""


def drop_sufferers(scene: Scene, heads: Sequence[Token], found: Iterable[int]) -> tuple[int, ...]:
    """The actors found for what is blamed, refused or praised, without those that it befell."""
    tokens = [one for head in heads for one in head.subtree if is_sufferer(scene, one)]
    suffering = {actor for one in tokens for actor in scene.party(one).actors}
    return tuple(one for one in found if one not in suffering)


def is_sufferer(scene: Scene, token: Token) -> bool:
    """Does a noun name what was done to somebody: "the killing of A", "A's arrest", "the attack on A"?"""
    top = next((one for one in token.ancestors if token in conjoined(one)), token) if token.dep_ == "conj" else token
    if top.dep_ == "poss":
        return top.head.lemma_.lower() in BEFALLING
    if top.dep_ != "pobj" or top.head.head.pos_ != "NOUN":
        return False
    link, noun = top.head.lower_, top.head.head.lemma_.lower()
    if link == "against" and top.head.head.head.lemma_ in BRINGING:
        return False  # "filed a complaint against A"
    if link == "against" or (link == "of" and noun in BEFALLING | UPON):
        return True  # "threw out a lawsuit against A"
    harmed = [prep for prep, type_ in scene.words.deed_nouns.get(noun, ()) if type_ in HARM]
    return link in harmed and link not in ("by", "between")
