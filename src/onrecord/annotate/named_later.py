"""Who "a Tarsk man" of the lead is, where the text names him only below: "A man was arrested … Milo Bern, 67, faces …".

News tells first what befell somebody and then who it was, with the age beside the name. The two are one where both
are taken and charged, or both hurt, and no second person is named so; or where their ages are the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalMention

REACH = 8
"""Sentences below in which he is named."""
TAKEN = frozenset(
    {"arrest", "charge", "face", "detain", "accuse", "hold", "indict", "convict", "sentence", "plead", "jail", "nab"}
)
HURT = frozenset({"kill", "die", "shoot", "stab", "wound", "injure", "succumb", "murder", "beat"})
FAMILIES = (TAKEN, HURT)
FURTHER = frozenset({"suspect", "scammer", "hacker", "smuggler", "citizen", "national", "motorist", "tourist", "pilot"})
"""Nouns of persons beside those of the word lists."""
OLD = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:,|\()\s*(?:aged?\s+)?(\d{1,3})\b(?=\s*[,).;]|\s+(?:of|from)\b)")


def find_named_later(scene: Scene, noun: Token) -> int | None:
    """The person that an indefinite noun is, if he is named below; None where it may be somebody else."""
    if not is_somebody(noun) or noun.i in scene.cover:
        return None
    family = family_of(noun)
    age = OLD.search(noun.doc[noun.left_edge.i : noun.i + 1].text)
    definite = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an") for child in noun.lefts)
    if (family is None and age is None) or (definite and age is None):
        return None
    found = set()
    for actor, mentions in named_below(scene, noun).items():
        ages = {one for mention in mentions if (one := age_at(scene, mention)) is not None}
        same = age is not None and int(age[1]) in ages
        if same or (age is None and ages and any(is_near(scene, noun, one, family) for one in mentions)):
            found.add(actor)
    return found.pop() if len(found) == 1 else None


def is_somebody(noun: Token) -> bool:
    """Is it a single person by a common noun?"""
    table = load_nominals()
    known = noun.lemma_.lower() in table["somebody"] or noun.lemma_.lower() in table["person"]
    return noun.tag_ in ("NN", "NNP") and (known or noun.lemma_.lower() in FURTHER)


def named_below(scene: Scene, noun: Token) -> dict[int, list[LocalMention]]:
    """The mentions by name of the persons who are first named after a noun."""
    found: dict[int, list[LocalMention]] = {}
    for mention in scene.mentions:
        actor = mention.actor
        if actor is None or mention.form != "name" or scene.actors[actor].kind != "person":
            continue
        found.setdefault(actor, []).append(mention)
    return {actor: told for actor, told in found.items() if min(one.start for one in told) > noun.idx}


def age_at(scene: Scene, mention: LocalMention) -> int | None:
    """The age printed beside a name ("Milo Bern, 67,", "16-year-old Ada Osk")."""
    text = scene.parse.document.text
    after = AFTER.match(text, mention.end)
    before = OLD.search(text[max(0, mention.start - 30) : mention.start])
    return int(after[1]) if after else int(before[1]) if before else None


def is_near(scene: Scene, noun: Token, mention: LocalMention, family: frozenset[str] | None) -> bool:
    """Does a person's mention stand under a verb of the same family, a few sentences below?"""
    token = scene.parse.doc[scene.token_at(mention.end - 1)]
    if family_of(token) != family:
        return False
    between = noun.doc[noun.i : token.i]
    return sum(1 for one in between if one.is_sent_start) <= REACH


def family_of(token: Token) -> frozenset[str] | None:
    """What befalls a person by the verb that a noun is the subject or object of."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass", "dobj") or verb.pos_ != "VERB":
        return None
    if any(child.dep_ == "conj" for child in token.children):
        return None  # "Milo Bern, 30, and Ada Osk, 31, were charged"
    return next((family for family in FAMILIES if verb.lemma_.lower() in family), None)
