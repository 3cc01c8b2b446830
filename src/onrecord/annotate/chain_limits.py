"""What the words around "the summit" or "last week's call" say against its being the contact just told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import governing_verb

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

ASIDE = frozenset({"sideline", "margin", "fringe", "edge"})


def is_apart(scene: Scene, draft: Draft, end: int, statuses: AbstractSet[str], *, dated: bool) -> bool:
    """Is a definite contact another than the one told of last?

    Args:
        scene: The document.
        draft: The mention.
        end: The last character of the mention before.
        statuses: What has been told of that contact.
        dated: Has it a time?
    """
    if draft.type != "CONSULT" or not draft.definite:
        return draft.lapsed
    noun = scene.parse.doc[scene.token_at(draft.trigger.end - 1)]
    return is_around(noun, end, statuses) or (not dated and bool(draft.times) and is_before(scene, noun))


def is_around(noun: Token, end: int, statuses: AbstractSet[str]) -> bool:
    """ "Proposed a meeting on the fringes of the summit", "will not meet at the summit": it is what is around."""
    prep = noun.head
    if noun.dep_ != "pobj" or end < noun.sent.start_char:
        return False
    if prep.lower_ == "of" and prep.head.lemma_.lower() in ASIDE:
        return True
    above = prep.head
    return prep.lower_ in ("at", "during") and statuses == {"denied"} and above.idx + len(above) == end


def is_before(scene: Scene, noun: Token) -> bool:
    """ "In last week's call she had demanded it": with its own day and in the past perfect, it came before."""
    verb = governing_verb(noun)
    owned = any(child.i in scene.in_time for child in noun.lefts)
    return owned and verb is not None and any(one.lower_ == "had" and one.dep_ == "aux" for one in verb.lefts)
