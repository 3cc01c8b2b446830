"""Deeds that a verb seems to name and does not: a result told of the wrong verb, a rescue of nobody.

"Investigators are looking into what made the plane crash, killing twelve": the parse hangs the result on whoever looks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.deed_merging import verb_above
from onrecord.annotate.deed_senses import is_other_deed
from onrecord.annotate.grammar import patients
from onrecord.vocab.families import names_deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

RESULTS = frozenset({"kill", "injure", "wound", "hurt", "maim"})
"""Verbs that tell, as participles, what came of the deed of the verb above."""
FORCES = frozenset(
    {
        "attack", "burst", "bomb", "crash", "drive", "drop", "fall", "fly", "hit", "hurl", "lob", "lose", "mow", "open",
        "pull", "sink", "slam", "smash", "spray", "swerve", "throw", "veer", "charge", "carry", "launch", "stage", "go",
        "target", "clash", "fight", "battle", "pound", "send", "use", "set", "break", "enter", "leave",
    }
)  # fmt: skip
"""Verbs beside those of assaults whose doing can kill."""
MANNERS = frozenset(
    {"better", "worse", "well", "badly", "fairly", "equally", "like", "as", "with", "to", "differently", "right"}
)
"""What says how somebody is treated."""
CARE = frozenset({"hospital", "clinic", "infirmary", "ward", "care"})
CAUGHT = frozenset({"trapped", "stuck", "pinned", "stranded", "buried", "entombed", "marooned"})
"""What people are whom no one holds."""
OBJECTS = frozenset({"dobj", "nsubjpass"})


def check_deeds(scene: Scene, deeds: Iterable[Draft]) -> Iterator[Draft]:
    """The deeds without what is misread."""
    for draft in deeds:
        verb = scene.parse.doc[scene.token_at(draft.trigger.start)]
        if is_rescue_of_nobody(draft, verb) or is_manner(draft, verb) or is_entrusted(draft, verb):
            continue
        if is_other_deed(scene, verb, draft.type, [actor for actor, _ in draft.actors]):
            continue
        if is_rescue(draft, verb):
            yield replace(draft, type="AID")
            continue
        if is_foreign_result(draft, verb):
            told = tuple(pair for pair in draft.actors if pair[1] != "source")
            if told:
                yield replace(draft, actors=told, open=True)
            continue
        yield draft


def is_rescue(draft: Draft, verb: Token) -> bool:
    """ "Worked to free five people trapped in the wreck": nobody has held them."""
    if draft.type != "CONCEDE" or verb.lemma_ not in ("free", "release"):
        return False
    return any(one.lower_ in CAUGHT for thing in patients(verb) for one in thing.subtree)


def is_rescue_of_nobody(draft: Draft, verb: Token) -> bool:
    """ "pulled out of the debate": without an object nobody is pulled out."""
    return (
        draft.type == "AID" and verb.lemma_ == "pull" and not any(child.dep_ in OBJECTS for child in verb.children)
        and verb.tag_ != "VBN"
    )  # fmt: skip


def is_entrusted(draft: Draft, verb: Token) -> bool:
    """ "Left the negotiations to his aides", "was released from hospital": nobody walked out, nobody was held."""
    after = {child.lower_: child for child in verb.rights if child.dep_ in ("prep", "dative")}
    if draft.type == "REJECT" and verb.lemma_ == "leave":
        return "to" in after
    goals = [one.lemma_.lower() for one in after["from"].children] if "from" in after else []
    return draft.type == "CONCEDE" and verb.lemma_ in ("release", "discharge") and bool(CARE & set(goals))


def is_manner(draft: Draft, verb: Token) -> bool:
    """ "treated me better than anybody", "treated her like a thief": how somebody is dealt with is no care."""
    if draft.type != "AID" or verb.lemma_ != "treat":
        return False
    after = [one for one in verb.doc[verb.i + 1 : verb.sent.end] if one.head.i == verb.i]
    return any(one.lower_ in MANNERS or (one.dep_ == "advmod" and one.lower_.endswith("ly")) for one in after)


def is_foreign_result(draft: Draft, verb: Token) -> bool:
    """Is a participle of harm hung on a verb whose subject harms nobody ("looked into a crash, killing twelve")?"""
    if draft.type != "ASSAULT" or verb.tag_ != "VBG" or verb.lemma_ not in RESULTS:
        return False
    above = verb_above(verb)
    if above is None or verb.dep_ not in ("advcl", "conj", "xcomp", "dep"):
        return False
    return above.lemma_ not in FORCES and not names_deed("ASSAULT", above.lemma_.lower())
