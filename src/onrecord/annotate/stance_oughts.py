"""Demands in words of duty: "the council must lift the ban", "they have to withdraw", "it is time to end the blockade".

Deontic necessity (Palmer 2001) in the mouth of a source says what he wants done. What must be so by the course of
things ("must have been", "should arrive by noon") and what private people should do ("drivers should slow down") is no
stance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, is_negated, is_passive, is_verb, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, read_extent
from onrecord.annotate.stance_judging import IF, under_irrealis
from onrecord.annotate.stance_weight import is_public, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

DUTY = frozenset({"must", "should"})
HIGH = frozenset({"time", "moment"})
SELF = frozenset({"we", "i"})
OPEN = frozenset({"may", "might", "could", "would", "will", "have", "having", "has", "had"})
ASKING = IF | {"why", "how", "what", "when", "where", "whether", "who", "as", "than", "because"}


def find_ought_cue(scene: Scene, verb: Token) -> Cue | None:
    """What a source says must, should or has to be done, and by whom it is asked."""
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    bearer = find_bearer(verb) if index is not None or scene.author is not None else None
    if bearer is None or under_irrealis(verb) or is_asked_or_tied(verb, bearer):
        return None
    statement = scene.statements[index] if index is not None else None
    if statement is not None and (
        statement.act in ("ask", "predict") or statement.negated or statement.source.actor is None
    ):
        return None
    denied = is_negated(bearer)
    if denied and bearer.lemma_ in ("have", "need", "be"):
        return None  # "does not have to leave" forbids nothing
    subjects = own_subjects(verb) or ([] if bearer.lemma_ == "be" else own_subjects(bearer))
    about = find_deed(scene, verb, subjects, index)
    if about is None:
        return None
    passive = is_passive(verb)
    label = f"{verb.lemma_} {label_of(scene, about)}" if passive else label_of(scene, about)
    stance: Stance = "opposes" if denied or is_negated(verb) else "proposes"
    first = min([about.first, *(one.left_edge.i for one in subjects if one.i < verb.i)])
    extent = Extent(first, max(about.last, verb.i)) if passive else about
    return Cue(bearer, stance, (), extent, speaker=True, demand=True, label=label, settled=True, last=verb.i)


def find_bearer(verb: Token) -> Token | None:
    """The verb with the word of duty: "must", "ought to", "has to", "needs to", "it is time to"; None where is none.

    What somebody "would have to" do nobody asks.
    """
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if verb.tag_ not in ("VB", "VBN") or helpers & OPEN:
        return None
    if helpers & DUTY:
        return verb
    above = verb.head
    if above.lower_ in HIGH and above.dep_ == "attr" and "to" in helpers:
        return above.head if any(one.lower_ == "it" for one in above.head.lefts) else None
    if verb.dep_ != "xcomp" or "to" not in helpers or not is_verb(above):
        return None
    near = {one.lower_ for one in verb.doc[above.i + 1 : verb.i]}
    free = not {one.lower_ for one in auxiliaries(above)} - {"do", "does"} and "yet" not in near
    whose = own_subjects(above)
    told = above.lemma_ == "have" and not (whose and whose[0].pos_ == "PRON")  # "states have to balance budgets"
    tied = above.lemma_ in ("have", "need") and above.tag_ in ("VBZ", "VBP") and free and not told
    return above if (tied and above.dep_ != "relcl") or above.lower_ == "ought" else None


def is_asked_or_tied(verb: Token, bearer: Token) -> bool:
    """A question ("What should we do?"), a condition, or a clause of how, why or what kind of thing."""
    if (
        bearer.dep_ == "acl"
        or any(one.text == "?" for one in verb.sent[-3:])
        or "relcl"
        in (
            verb.dep_ if bearer.lemma_ != "be" else "",
            bearer.dep_,
        )
    ):
        return True
    lefts = [*verb.lefts, *bearer.lefts]
    marks = {one.lower_ for one in bearer.lefts if one.dep_ == "mark"}
    if "that" in marks and any(one.dep_ == "advcl" and any(each.lower_ == "if" for each in one.lefts) for one in lefts):
        return True  # "this idea that if we disagree, we have to part"
    return any(one.lower_ in ASKING and one.dep_ in ("advmod", "mark", "dobj", "attr", "det") for one in lefts)


def find_deed(scene: Scene, verb: Token, subjects: list[Token], index: int | None) -> Extent | None:
    """The words of what must be done, if a public body must do it, or it is something to decide on."""
    lists = load_stance_words().lists
    if any(child.dep_ == "expl" for child in verb.children):
        return find_thing_to_be(scene, verb)
    if is_passive(verb):
        about = Extent(subjects[0].left_edge.i, subjects[0].i) if subjects else None
        if about is None or subjects[0].pos_ != "NOUN" or any(one.dep_ == "oprd" for one in verb.rights):
            return None
        plain = verb.lemma_ not in lists["unasked"] and not scene.party(subjects[0]).actors
        return about if verb.lemma_ in lists["owed"] or (plain and weighs_proposal(scene, about, wide=True)) else None
    if verb.lemma_ in ("be", "have", "do") or verb.lemma_.lower() in lists["unasked"]:
        return None
    if any(one.dep_ == "dobj" and one.lower_ == "fact" for one in verb.rights):
        return None  # "we ought to respect the fact that …"
    about = read_extent(scene, verb.i)
    if about is None or (about.last == about.first and verb.lemma_ not in lists["owed"]):
        return None
    if not subjects:  # "it is time to end the blockade"
        return about if weighs_proposal(scene, about, wide=True) or verb.lemma_ in lists["owed"] else None
    return about if is_called_upon(scene, subjects[0], index) else None


def find_thing_to_be(scene: Scene, verb: Token) -> Extent | None:
    """ "there should be a public inquiry"."""
    thing = next((one for one in verb.rights if one.dep_ == "attr"), None)
    if thing is None:
        return None
    about = Extent(thing.left_edge.i, thing.i)
    known = weighs_proposal(scene, about) or thing.lemma_.lower() in load_stance_words().lists["inquiring"]
    return about if known else None


def is_called_upon(scene: Scene, subject: Token, index: int | None) -> bool:
    """Is who must act a state, a body, a holder of an office, or "we" of a speaker who is one? Not "drivers"."""
    speaker = scene.statements[index].source.actor if index is not None else scene.author
    if subject.lower_ in SELF or speaker in scene.party(subject).actors:
        actor = scene.actors[speaker] if speaker is not None else None
        return actor is not None and (actor.kind in ("state", "organization") or bool(actor.offices or actor.side))
    found = [scene.actors[one] for one in scene.party(subject).actors]
    crowd = subject.pos_ == "NOUN" and bool(found) and all(one.kind == "group" for one in found)
    return is_public(scene, subject) and not (
        crowd and subject.lemma_.lower() not in load_stance_words().lists["lawful"]
    )
