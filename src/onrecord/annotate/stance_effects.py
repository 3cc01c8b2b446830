"""Stances in what a speaker says that a decision does: "the ruling undermines the rule of law", "will protect farmers".

An argument by consequence is a verdict where a named party makes it of something to decide on: who says that a bill
violates the constitution is against it. What sanctions or a strike do to others is no verdict, for that is their aim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.grammar import auxiliaries, is_negated, is_passive
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import noun_extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_extent import Extent
    from onrecord.vocab.lists import Stance

UNSURE = frozenset({"may", "might", "could", "can", "should", "must"})


def find_effect_cue(scene: Scene, verb: Token) -> Cue | None:
    """What somebody says that a decision, bill or deal harms or protects."""
    lists = load_stance_words().lists
    word = verb.lemma_.lower()
    harm, help_ = word in lists["harming"] | lists["hurting"], word in lists["protecting"]
    if not (harm or help_) or is_passive(verb) or under_irrealis(verb) or has_open_mood(verb):
        return None
    subject = next((one for one in verb.children if one.dep_ == "nsubj" and one.i < verb.i), None)
    thing = next((one for one in verb.rights if one.dep_ == "dobj"), None)
    if subject is None or thing is None or not is_stated(scene, verb):
        return None
    about = noun_extent(scene.parse.doc, subject, verb.i)
    if subject.pos_ != "NOUN" or not is_decided(scene, subject, about):
        return None
    values = {one.lemma_.lower() for one in thing.subtree} & lists["values"]
    own = any(one.lower_ in ("our", "my") for one in thing.subtree)
    if word in lists["harming"] and not (values or own):
        return None
    if word in lists["hurting"] and not (values or own or is_kept(subject)):
        return None
    if is_negated(verb):
        return Cue(verb, "opposes", (), about, speaker=True, last=thing.i) if help_ else None
    stance: Stance = "opposes" if harm else "supports"
    return Cue(verb, stance, (), about, speaker=True, last=thing.i)


def find_signal_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "the zone sends a devastating message", "establishing it sends the wrong signal": a verdict on what sends it."""
    lists = load_stance_words().lists
    things = [one for one in verb.rights if one.dep_ == "dobj" and one.lemma_.lower() in lists["signals"]]
    if verb.lemma_ not in ("send", "give") or not things or under_irrealis(verb) or has_open_mood(verb):
        return None
    words = {one.lower_ for one in things[0].lefts}
    bad, good = bool(words & lists["bad_signals"]), bool(words & lists["good_signals"])
    subjects = [one for one in verb.lefts if one.dep_ in ("nsubj", "csubj")]
    carrier = scene.statement_at(verb.idx, verb.idx + len(verb))
    if bad == good or not subjects or carrier is None or is_negated(verb):
        return None
    about = noun_extent(scene.parse.doc, subjects[0], verb.i)
    gerund = subjects[0].tag_ == "VBG"
    if not gerund and (subjects[0].pos_ != "NOUN" or not weighs_proposal(scene, about, wide=True)):
        return None
    return Cue(verb, "opposes" if bad else "supports", (), about, speaker=True, last=things[0].i)


def has_open_mood(verb: Token) -> bool:
    """ "could hurt", "does it hurt …?": not said to be so."""
    asked = any(one.text == "?" for one in verb.sent[-3:])
    return asked or bool({one.lower_ for one in auxiliaries(verb)} & UNSURE) or verb.dep_ == "relcl"


def is_stated(scene: Scene, verb: Token) -> bool:
    """Does a party that counts say so: a body, a state, a holder of an office, one of a side?"""
    carrier = scene.statement_at(verb.idx, verb.idx + len(verb))
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    if speaker is None or carrier is None:
        return False
    words = (scene.statements[carrier].source.text or "").lower().split()
    if {one.removesuffix("s") for one in words} & load_commitment_words()["onlookers"]:
        return False  # "Analysts say that the cut will boost profits": a forecast
    actor = scene.actors[speaker]
    return actor.kind in ("state", "organization", "group") or bool(actor.offices or actor.side)


def is_kept(subject: Token) -> bool:
    """A bill or a deal is meant to do no harm; sanctions and strikes are."""
    return subject.lemma_.lower() not in load_stance_words().lists["painful"]


def is_decided(scene: Scene, subject: Token, about: Extent) -> bool:
    """Is the subject something that somebody decided or wants decided?"""
    lists = load_stance_words().lists
    return subject.lemma_.lower() in lists["decisions"] | lists["votable"] | lists["measures"] | {
        "rule", "regulation", "legislation", "move", "amendment", "annexation", "decree", "proposal", "mandate",
    } and weighs_proposal(scene, about, wide=True)  # fmt: skip
