"""Who does what the event tagger sees, and to whom, where the grammar of its word says otherwise.

The tagger points at words; who stands over it with a verb of saying, or is the subject of a passive, is often taken for
the one who did it. What the clause or the noun phrase itself says of its parties goes before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import by_phrase, is_person_word
from onrecord.annotate.grammar import agents, conjoined, governing_verb, is_passive, own_subjects, patients
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.annotate.statuses import is_called_for
from onrecord.annotate.tagged_parties import WITHIN, resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

DONE = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})
"""Types of what is done, and not said: nobody does it by telling of it."""

UNDOING = frozenset(
    {"throw", "toss", "overturn", "quash", "vacate", "void", "reverse", "condemn", "denounce", "criticise", "criticize"}
    | {"oppose", "reject", "lament", "mourn", "deplore", "protest", "welcome", "praise", "witness", "survive", "recall"}
    | {"investigate", "question", "appeal", "deny", "report", "describe", "see", "watch", "film", "fear", "prevent"}
)
"""Verbs whose subject did not do what the object names ("threw out his conviction", "denounced the raid")."""
PARTING = frozenset({"of", "like", "including", "among"})
"""Prepositions behind which stands who a phrase is of."""
HOME = frozenset({"of", "from", "in"})
"""Prepositions behind which stands where somebody is from."""
Heads = list["Token"]


def settle_roles(scene: Scene, anchor: Token, kind: str, sources: Heads, targets: Heads) -> tuple[Heads, Heads]:
    """Heads of who does it and to whom, by the tagger and by the grammar of the word.

    Args:
        scene: The document.
        anchor: The word that tells of the event.
        kind: Its type.
        sources: Heads that the tagger takes for the sources.
        targets: Heads that it takes for the targets.
    """
    if anchor.pos_ == "NOUN":
        return settle_noun(scene, anchor, kind, sources, targets)
    if anchor.pos_ != "VERB":
        return sources, targets
    if is_passive(anchor):
        return settle_passive(scene, anchor, sources, targets)
    if is_called_for(anchor):
        targets = [one for one in targets if one in anchor.subtree]  # "a bad day for A, B calling for the race to end"
    return settle_active(scene, anchor, kind, sources, targets), targets


def settle_active(scene: Scene, verb: Token, kind: str, sources: Heads, targets: Heads) -> Heads:
    """The subject does it, unless it is what somebody accuses or praises: "the firm failed us", said A."""
    doing = agents(verb)
    known = set(resolve(scene, doing))
    if known and own_subjects(verb):
        blamed = kind not in DONE and known <= set(resolve(scene, targets))
        return sources if blamed else parts_of(doing, sources)
    if kind not in DONE:
        return sources
    thing = any(one.pos_ == "NOUN" and not is_person_word(scene, one) for one in own_subjects(verb))
    if thing and not known:
        return []
    return [one for one in sources if not (is_teller(scene, verb, one) or is_home(scene, doing, one))]


def is_home(scene: Scene, doing: Heads, head: Token) -> bool:
    """ "A native of A and resident of B drove into a crowd, killing four": where he is from did nothing."""
    inside = head.dep_ == "pobj" and head.head.lower_ in HOME
    return inside and any(one.tag_ == "NN" and is_person_word(scene, one) and head in one.subtree for one in doing)


def parts_of(heads: Heads, pointed: Heads) -> Heads:
    """What is pointed at within some phrases ("others, like A and B", no "passengers from A"), else their heads."""
    near = [one for one in pointed if one in heads or one.dep_ != "pobj" or one.head.lower_ in PARTING]
    near = [one for one in near if one.dep_ not in WITHIN]
    return [one for one in near if any(one in head.subtree for head in heads)] or heads


def is_teller(scene: Scene, anchor: Token, head: Token) -> bool:
    """ "A warns that the raiders are stealing our boats": A tells of it, outside of the words that do."""
    index = scene.statement_at(anchor.idx, anchor.idx + len(anchor))
    if index is None:
        return False
    told = scene.statements[index]
    inside = any(span.start <= head.idx < span.end for span in told.content)
    return not inside and told.source.actor in resolve(scene, [head])


def settle_passive(scene: Scene, verb: Token, sources: Heads, targets: Heads) -> tuple[Heads, Heads]:
    """ "A was kicked off by B", "A was given blankets from B": B's deed; else nobody is said to have done it.

    "C said that A's plan, backed by B, would fail": C only tells of it.
    """
    doing = parts_of(agents(verb) or goals(verb, "from"), sources)
    return doing, [one for one in targets if one not in doing and not is_teller(scene, verb, one)] or patients(verb)


def settle_noun(scene: Scene, noun: Token, kind: str, sources: Heads, targets: Heads) -> tuple[Heads, Heads]:
    """ "Praise from B", "her allegation": whose it is; else who gives, makes or faces it, and no speaker above."""
    if noun.lemma_.lower() in load_spoken_words().joint:
        return settle_joint(scene, noun, sources, targets)
    own = owners(scene, noun, kind)
    if own:
        return own, [one for one in targets if not set(resolve(scene, [one])) & set(resolve(scene, own))]
    verb = governing_verb(noun)
    undone = verb is not None and verb.lemma_ in UNDOING
    if kind not in DONE:
        judging = agents(verb) if verb is not None and undone else []
        sources = [one for one in sources if one not in judging]  # "the suit was thrown out by a judge"
        return sources, [one for one in targets if kind != "ACCUSE" or not is_befallen(noun, one)]
    spoken_of = noun.dep_ == "pobj" and noun.head.lower_ in ("about", "over", "of", "to")
    spoken_of = spoken_of or (noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.pos_ == "NOUN")
    near = [*noun.subtree, *(agents(verb) if verb is not None and not (spoken_of or undone) else ())]
    known = set(resolve(scene, near))
    return [one for one in sources if set(resolve(scene, [one])) & known], targets


def is_befallen(noun: Token, head: Token) -> bool:
    """ "The horror has hit A", "a dishonesty that A should stay away from": A suffers it, and is not blamed for it."""
    if noun.lemma_.lower() in load_spoken_words().nouns:
        return False
    hit = noun.dep_ == "nsubj" and head in patients(noun.head)
    return hit or any(child.dep_ in ("relcl", "acl") and head in own_subjects(child) for child in noun.rights)


def settle_joint(scene: Scene, noun: Token, sources: Heads, targets: Heads) -> tuple[Heads, Heads]:
    """ "A dispute between A and B", "A left in a dispute with B": what two have with each other is with no third."""
    sides = goals(noun, "between")
    if sides:
        return sides[:1], sides[1:]
    others = goals(noun, "with") + goals(noun, "against")
    own = owners(scene, noun, "ACCUSE") or [one for one in sources if one not in others]
    return (own, others) if others else (sources, targets)


def owners(scene: Scene, noun: Token, kind: str) -> Heads:
    """Whose act a noun names: "by A", "from A", "A's"; what is done has no such owner but by "by"."""
    groups: Sequence[Heads] = (
        by_phrase(noun),
        goals(noun, "from"),
        [child for child in noun.lefts if child.dep_ == "poss" and kind not in DONE],
    )
    return next((group for group in groups if resolve(scene, group)), [])


def goals(word: Token, link: str) -> Heads:
    """The nouns that a preposition brings in after a word."""
    tops = [one for child in word.rights if child.lower_ == link for one in child.children if one.dep_ == "pobj"]
    return [head for one in tops for head in conjoined(one)]
