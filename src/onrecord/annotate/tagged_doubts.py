"""What the event tagger takes for an event and the grammar of its word shows to be none.

A lasting view, a feeling, a question, a name for somebody, what was never done: the tagger knows the words and their
parties, and has learnt little of what stands around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_doubts import (
    STANDING,
    WORDS,
    is_asked_for,
    is_imperative,
    is_noun_misread,
    is_owned_plan,
    is_view_of,
)
from onrecord.annotate.deed_senses import INQUIRING
from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    governing_verb,
    has_no,
    is_infinitive,
    is_negated,
    is_passive,
    patients,
)
from onrecord.annotate.questions import is_put_to
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.annotate.statuses import is_called_for
from onrecord.annotate.word_acts import TEXTS
from onrecord.annotate.word_verdicts import verdict_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

SURE = {"VERB": 0.5, "NOUN": 0.6, "PROPN": 0.6}
SURE_ELSE = 0.7
"""Least probability by the part of speech: of the words below, one in seven tells an event on articles kept back."""
SURE_WHOLE = 0.4
"""The same of a deed of these types whose doer and victim the clause itself tells."""
WITNESSED = frozenset({"AID", "ASSAULT", "COERCE"})
FEELINGS = frozenset(
    {"love", "like", "trust", "admire", "adore", "miss", "know", "believe", "favor", "favour", "prefer", "understand"}
    | {"misunderstand", "hate", "fear", "need", "want", "respect", "enjoy", "empathize", "empathise"}
)
"""Verbs of what somebody feels or thinks, which is no act."""
FELT = frozenset(
    {"anger", "enrage", "infuriate", "outrage", "upset", "shock", "stun", "worry", "alarm", "irk", "annoy", "offend"}
    | {"frustrate", "disappoint", "embarrass", "dismay", "horrify", "sadden", "rattle", "please", "delight", "thrill"}
    | {"impress", "inspire", "surprise", "appal", "appall", "galvanise", "galvanize", "rile", "madden", "disgust"}
)
"""Verbs whose object feels something, and does nothing."""
REVERSE = {
    "ACCUSE": frozenset({"SUPPORT"}),
    "REJECT": frozenset({"SUPPORT", "AGREE"}),
    "SUPPORT": frozenset({"ACCUSE", "REJECT"}),
    "AGREE": frozenset({"REJECT"}),
}
"""Types of which a verb of the lexicon cannot tell, if it tells of these."""
JOKING = frozenset({"joke", "quip", "imagine", "dream", "pretend", "fantasise", "fantasize"})
OURS = frozenset({"we", "us", "i", "me"})
PLEDGES = frozenset({"pledge", "vow", "promise", "swear"})
"""Verbs of one's own promise, which is no agreement with whom it is about."""
NEAR = 14
"""Tokens behind a verb that names in which the name stands."""


def is_no_event(scene: Scene, anchor: Token, kind: str, sure: float) -> bool:
    """Is a word that the tagger marks no event of its type?

    Args:
        scene: The document.
        anchor: The word.
        kind: The type that the tagger gives it.
        sure: The probability of that type.
    """
    borne_out = anchor.pos_ == "VERB" and kind in WITNESSED and is_whole(scene, anchor)
    if sure < (SURE_WHOLE if borne_out else SURE.get(anchor.pos_, SURE_ELSE)):
        return True
    if is_untrue(scene, anchor):
        return True
    if anchor.pos_ != "VERB":
        return kind in WORDS and (has_no(anchor) or anchor.lower_.removesuffix("ed") in FELT)
    if (
        is_unsaid(anchor, kind)
        or (kind in WORDS and is_noun_misread(anchor))
        or is_lasting(anchor, kind)
        or is_reverse(scene, anchor, kind)
    ):
        return True
    return is_other_sense(scene, anchor, kind)


def is_untrue(scene: Scene, anchor: Token) -> bool:
    """ "Did A attack B?", "failed to win A's support", "joked that she would arrest A": nothing took place."""
    verb = anchor if anchor.pos_ == "VERB" else governing_verb(anchor)
    if verb is None:
        return False
    if is_put_to(verb):
        return True
    above = verb.head
    failed = is_infinitive(verb) and above.lemma_ in scene.words.lists["status.refuse_verbs"] | {"fail"}
    return failed or (verb.dep_ == "ccomp" and above.lemma_ in JOKING)


def is_whole(scene: Scene, verb: Token) -> bool:
    """ "Raiders beat two nurses": are doer and victim the subject and the object?"""
    return bool(scene.parties(agents(verb)).actors) and bool(scene.parties(patients(verb)).actors)


def is_unsaid(verb: Token, kind: str) -> bool:
    """ "Was never asked by A", "does not deny it": not said; "did not respond" is a refusal of its own."""
    if kind not in WORDS or not is_negated(verb):
        return False
    entries = load_spoken_words().verbs.get(verb.lemma_.lower(), ())
    return kind != "REJECT" or any(one.type == "REJECT" for one in entries)


def is_lasting(verb: Token, kind: str) -> bool:
    """ "Who backs A", "she trusted me", "his words angered B": a view or a feeling."""
    if kind not in WORDS | {"SUPPORT"}:
        return False
    present = verb.tag_ in ("VBZ", "VBP") and not auxiliaries(verb)
    return verb.lemma_.lower() in FEELINGS | FELT or (verb.lemma_ in STANDING and (present or is_view_of(verb)))


def is_reverse(scene: Scene, verb: Token, kind: str) -> bool:
    """ "Would defend A against attacks by B": a verb that the lexicon knows for the reverse of what the tagger sees."""
    lemma = verb.lemma_.lower()
    entries = [*load_spoken_words().verbs.get(lemma, ()), *scene.words.deeds.get(lemma, ())]
    known = {one.type for one in entries}
    return kind in REVERSE and kind not in known and bool(known & REVERSE[kind])


def is_other_sense(scene: Scene, verb: Token, kind: str) -> bool:
    """ "A number for A to call", "call it quits", "asked if he was well", "signed a letter", "called it a maze"."""
    lemma = verb.lemma_.lower()
    if is_imperative(verb) or (is_infinitive(verb) and verb.dep_ in ("acl", "relcl") and not is_owned_plan(verb.head)):
        return True
    if kind == "ASSAULT" and lemma == "fire":
        return bool(scene.parties(patients(verb)).actors)  # "urged A to fire B"
    if kind == "ACCUSE" and lemma in INQUIRING and any(child.dep_ == "ccomp" for child in verb.rights):
        return True  # "are investigating whether he was linked to others"
    if kind == "COOPERATE" and lemma == "join":
        return any(one.lower_ in OURS for one in patients(verb))  # "we're joined now by our correspondent"
    if kind == "AGREE":
        letter = any(one.lemma_.lower() in TEXTS for one in patients(verb))
        return lemma in PLEDGES or (lemma == "sign" and letter)
    if kind == "REQUEST" and lemma == "call":
        return not (is_called_for(verb) or any(one.lower_ in ("for", "on", "upon") for one in verb.rights))
    if kind == "REQUEST" and lemma == "ask" and not is_passive(verb):
        return not is_asked_for(verb)
    if kind in ("ACCUSE", "SUPPORT") and lemma in load_spoken_words().lists["naming"]:
        said = [one for one in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + NEAR)] if not one.is_punct]
        return verb.dep_ == "acl" or verdict_of(scene, verb, said) != kind
    return False
