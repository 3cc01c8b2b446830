"""Duties in forms beside the plain one: who should not be required to, what must stop, who should be in control.

The plain form ("the council must lift the ban") is in `stance_oughts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, is_negated, is_passive, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_weight import is_public, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

DUTY = frozenset({"must", "should", "ought"})
ENDING = frozenset({"stop", "end", "cease"})
LEAVING = frozenset({"go", "resign"})
BINDING = frozenset({"require", "force", "oblige", "compel", "allow", "permit", "ban", "bar", "forbid", "make"})
PUBLIC = frozenset({"we", "us"})
POINTS = frozenset({"when", "if", "that"})


def find_duty_cue(scene: Scene, verb: Token) -> Cue | None:
    """What a source says must be so, in other words than "must do it"."""
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    told = scene.author is not None if index is None else scene.statements[index].act not in ("ask", "predict")
    if not told or under_irrealis(verb) or any(one.text == "?" for one in verb.sent[-3:]) or verb.dep_ == "relcl":
        return None
    if verb.lemma_ == "need":
        return find_needed(scene, verb)
    if verb.lemma_ == "let":
        return find_let(scene, verb)
    if verb.lemma_ == "be" and any(one.dep_ == "expl" for one in verb.children):
        return find_wrong_when(scene, verb)
    subjects = [one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass") and one.i < verb.i]
    if not subjects or not {one.lower_ for one in auxiliaries(verb)} & DUTY:
        return None
    finders = (find_bound, find_ended, find_state)
    return next((cue for one in finders if (cue := one(scene, verb, subjects[0])) is not None), None)


def find_bound(scene: Scene, verb: Token, subject: Token) -> Cue | None:
    """ "insurers should not be required to cover it", "members must be allowed to vote"."""
    deeds = [one for one in verb.rights if one.dep_ in ("xcomp", "advcl") and one.tag_ == "VB"]
    if verb.lemma_ not in BINDING or not is_passive(verb) or not deeds or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    about = read_extent(scene, deeds[0].i)
    if about is None:
        return None
    first = Extent(subject.left_edge.i, subject.i)
    label = f"{verb.lemma_} {label_of(scene, first)} to {label_of(scene, about)}"
    stance: Stance = "opposes" if is_negated(verb) else "proposes"
    whole = Extent(first.first, about.last)
    return Cue(verb, stance, (), whole, speaker=True, demand=True, label=label, settled=True)


def find_ended(scene: Scene, verb: Token, subject: Token) -> Cue | None:
    """ "the bombing must stop", "this war on our farms must end": against what is to end; "Tann must go"."""
    if any(one.dep_ in ("dobj", "xcomp", "prt") for one in verb.rights) or is_negated(verb) or is_passive(verb):
        return None
    person = any(scene.actors[one].kind == "person" for one in scene.party(subject).actors)
    extent = noun_extent(scene.parse.doc, subject, verb.i)
    if verb.lemma_ in LEAVING and person:
        label = f"{label_of(scene, extent)} {verb.lemma_}"
        return Cue(verb, "proposes", (), extent, speaker=True, demand=True, label=label, settled=True)
    if verb.lemma_ not in ENDING or person or subject.pos_ != "NOUN":
        return None
    return Cue(verb, "opposes", (), extent, speaker=True, label=label_of(scene, extent), settled=True)


def find_state(scene: Scene, verb: Token, subject: Token) -> Cue | None:
    """ "local people should be the ones in control of schools", "the border should remain open"."""
    if verb.lemma_ not in ("be", "remain", "stay") or subject.pos_ not in ("NOUN", "PROPN"):
        return None
    last = verb.right_edge.i
    words = " ".join(one.lower_ for one in scene.parse.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)])
    if not any(f" {phrase} " in f" {words} " for phrase in load_stance_words().lists["owed_states"]):
        return None
    about = read_extent(scene, verb.i + 1)
    if about is None:
        return None
    first = Extent(subject.left_edge.i, subject.i)
    stance: Stance = "opposes" if is_negated(verb) else "proposes"
    label = f"{label_of(scene, first)} {label_of(scene, about)}"
    whole = Extent(first.first, min(last, about.last))
    return Cue(verb, stance, (), whole, speaker=True, demand=True, label=label, settled=True)


def find_needed(scene: Scene, verb: Token) -> Cue | None:
    """ "we need a new law", "we need her back in the Senate", "the country needs this bridge"."""
    subjects, helpers = own_subjects(verb), {one.lower_ for one in auxiliaries(verb)}
    things = [one for one in verb.rights if one.dep_ == "dobj"]
    if not subjects or not things or helpers - {"do", "does"} or is_negated(verb) or verb.tag_ not in ("VBP", "VBZ"):
        return None
    known = subjects[0].lower_ in PUBLIC or is_public(scene, subjects[0])
    thing = things[0]
    whole = Extent(thing.left_edge.i, thing.i)
    if not known:
        return None
    after = verb.doc[thing.i + 1] if thing.i + 1 < len(verb.doc) else None
    person = any(scene.actors[one].kind == "person" for one in scene.party(thing).actors) or thing.tag_ == "PRP"
    if person and after is not None and after.lower_ in ("back", "in", "as"):
        extent = read_extent(scene, thing.i)
        named = scene.party(thing).actors
        if extent is None or not named:
            return None
        place = label_of(scene, Extent(thing.i + 1, extent.last))
        label = f"{scene.actors[named[0]].name} {place}"
        return Cue(verb, "supports", (), extent, speaker=True, label=label, settled=True)
    if thing.pos_ != "NOUN" or not weighs_proposal(scene, whole):
        return None
    about = read_extent(scene, thing.left_edge.i)
    return None if about is None else Cue(verb, "supports", (), about, speaker=True)


def find_let(scene: Scene, verb: Token) -> Cue | None:
    """ "Let the United Nations send its own soldiers": asked of a party."""
    clauses = [one for one in verb.rights if one.dep_ == "ccomp"]
    if verb.tag_ != "VB" or auxiliaries(verb) or own_subjects(verb) or not clauses:
        return None
    subjects = [one for one in clauses[0].lefts if one.dep_ == "nsubj"]
    if not subjects or subjects[0].pos_ == "PRON" or not is_public(scene, subjects[0]):
        return None
    about = read_extent(scene, clauses[0].i)
    if about is None or about.last == about.first:
        return None
    return Cue(verb, "proposes", (), about, speaker=True, demand=True, label=label_of(scene, about), settled=True)


def find_wrong_when(scene: Scene, verb: Token) -> Cue | None:
    """ "there's something wrong when companies can pay no tax": against what the clause tells."""
    things = [one for one in verb.rights if one.dep_ == "attr" and one.lower_ == "something"]
    if not things or is_negated(verb):
        return None
    doc = scene.parse.doc
    for at in range(things[0].i + 1, min(things[0].i + 8, verb.sent.end - 1)):
        if doc[at].lower_ in POINTS and any(one.lower_ == "wrong" for one in doc[things[0].i : at]):
            about = read_extent(scene, at + 1, clause=True)
            if about is None or about.last - about.first < 2:
                return None
            return Cue(verb, "opposes", (), about, speaker=True, label=label_of(scene, about), settled=True)
    return None
