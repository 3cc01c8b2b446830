"""What is or is not worth deciding: "does not warrant a trial", "did not believe that it merited an investigation"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, is_negated, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

MERITING = frozenset({"merit", "warrant", "justify", "deserve", "necessitate"})
JUDGING = frozenset({"believe", "think", "feel", "consider"})


def find_merit_cue(scene: Scene, verb: Token) -> Cue | None:
    """Whether something deserves a decision, as a speaker says or somebody is said to think."""
    needed = verb.lemma_ == "need" and is_negated(verb)
    if not (verb.lemma_ in MERITING or needed) or under_irrealis(verb):
        return None
    if {one.lower_ for one in auxiliaries(verb)} & {"may", "might", "could", "should", "would", "to"}:
        return None
    things = [one for one in verb.rights if one.dep_ == "dobj"]
    things += [one for clause in verb.rights if clause.dep_ in ("ccomp", "xcomp") for one in clause.lefts]
    thing = next((one for one in things if one.pos_ == "NOUN" and one.dep_ in ("dobj", "nsubj")), None)
    if thing is None:
        return None
    about = Extent(thing.left_edge.i, thing.i)
    if not (weighs_proposal(scene, about, wide=True) or thing.lemma_.lower() in load_stance_words().lists["inquiring"]):
        return None
    above = verb.head
    thought = verb.dep_ == "ccomp" and is_verb(above) and above.lemma_ in JUDGING
    negated = is_negated(verb) or (thought and is_negated(above))
    holders = tuple(agents(above)) if thought else ()
    inside = scene.statement_at(verb.idx, verb.idx + len(verb)) is not None
    if not (holders or inside):
        return None
    at = above if thought else verb
    label = label_of(scene, about)
    return Cue(at, "opposes" if negated else "supports", holders, about, speaker=not holders, label=label, settled=True)
