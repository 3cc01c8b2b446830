"""Denials that need no verb of denial: "he did not send it", "no laws were broken", "nothing improper took place".

What a speaker says that he, or whom he speaks for, has not done is a denial where the text has somebody tell of the
deed; that no wrong was done is one by itself, for a wrong is alleged before it is denied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_passive
from onrecord.annotate.own_bodies import speaks_for_body
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_denials import SELF, accused, flat_label, has_modal, is_past
from onrecord.annotate.stance_extent import Extent, read_extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_words import is_owned_body, load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

BREAKING = frozenset({"break", "violate", "breach", "flout", "contravene", "transgress", "infringe"})
RULES = frozenset(
    {"law", "rule", "regulation", "code", "statute", "oath", "promise", "protocol", "sanction", "embargo"}
)
HAPPENING = frozenset({"happen", "occur", "take", "do", "be"})
NAMELESS = frozenset({"it", "this", "that", "them", "so", "anything", "nothing", "one"})


def find_own_denial(scene: Scene, verb: Token) -> Cue | None:
    """A speaker's word that there was no wrong, or that he did not do what the text has been told of."""
    did = any(one.lower_ == "did" for one in auxiliaries(verb))
    if has_modal(verb) or under_irrealis(verb) or not (is_past(verb) or did):
        return None
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    if index is None or scene.statements[index].act == "ask" or scene.statements[index].negated:
        return None
    return find_no_wrong(scene, verb) or find_not_done(scene, verb, index)


def find_no_wrong(scene: Scene, verb: Token) -> Cue | None:
    """ "No laws were broken", "they broke no rules", "nothing improper took place", "he did nothing wrong"."""
    lists = load_stance_words().lists
    things = [one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")]
    for thing in things:
        last = thing
        if thing.lower_ in ("nothing", "anything"):
            none = thing.lower_ == "nothing" or is_negated(verb)
            follows = [one for one in verb.doc[thing.i + 1 : thing.i + 2] if one.lower_ in lists["wrongful"]]
            found = none and bool(follows) and verb.lemma_ in HAPPENING
            last = follows[0] if follows else thing
        else:
            none = has_no(thing) or is_negated(verb)
            ruled = verb.lemma_ in BREAKING and thing.lemma_.lower() in RULES
            found = none and ruled and (thing.dep_ == "dobj") != is_passive(verb)
        if found:
            first, end = min(verb.i, thing.left_edge.i), max(verb.i, last.i)
            words = [one.text for one in verb.doc[thing.i : last.i + 1]]
            label = " ".join(["anything", *words[1:]]) if last != thing else f"{verb.lemma_} {thing.text}"
            return Cue(verb, "denies", (), Extent(first, end), speaker=True, label=label, settled=True)
    return None


def find_not_done(scene: Scene, verb: Token, index: int) -> Cue | None:
    """ "I did not send it": the speaker's own deed, which the text tells of elsewhere."""
    negated = is_negated(verb) or any(has_no(one) for one in verb.children if one.dep_ == "dobj")
    if not negated or verb.lemma_.lower() in load_stance_words().lists["unweighed"] or not is_own(scene, verb, index):
        return None
    things = [one for one in verb.children if one.dep_ == "dobj" and one.lower_ not in NAMELESS]
    told = is_told(scene, verb, things[0] if things else None, index)
    if not told and not (things and accused(scene, index)):
        return None
    about = read_extent(scene, verb.i + 1)
    about = Extent(verb.i, verb.i if about is None else about.last)
    label = flat_label(scene, verb, None, own=True)
    return Cue(verb, "denies", (), about, speaker=True, label=label, settled=True)


def is_own(scene: Scene, verb: Token, index: int) -> bool:
    """Is the deed that of who speaks, or of those for whom he speaks?"""
    doers = agents(verb)
    if is_passive(verb) or not doers:
        return False
    if any(one.lower_ in SELF for one in doers):
        return True
    speaker = scene.statements[index].source.actor
    if speaker is None:
        return False
    if all(is_owned_body(scene, one) for one in doers):
        return bool(speaks_for_body(scene, doers[0], index))
    found = scene.parties(doers).actors
    side = scene.actors[speaker].side
    return bool(found) and all(one == speaker or (side is not None and scene.actors[one].name == side) for one in found)


def is_told(scene: Scene, verb: Token, thing: Token | None, index: int) -> bool:
    """Does another sentence tell of the deed as done, asked about or denied, by its verb and by what it was done to?"""
    if thing is None:
        return False
    who = set(scene.actors_at(thing).actors)
    for token in scene.parse.doc:
        if token.lemma_ != verb.lemma_ or token.sent == verb.sent or token.pos_ not in ("VERB", "NOUN"):
            continue
        if scene.statement_at(token.idx, token.idx + len(token)) == index:
            continue
        if is_negated(token) and token.head.lemma_ not in ("deny", "ask"):
            continue
        for other in token.sent:
            if other.lemma_.lower() == thing.lemma_.lower() and other.pos_ in ("NOUN", "PROPN"):
                return True
            if who and other.i in scene.mention_at and who & set(scene.actors_at(other).actors):
                return True
    return False
