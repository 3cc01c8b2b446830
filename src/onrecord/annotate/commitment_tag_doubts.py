"""What the trained tagger takes for a promise and is none: decisions carried out, what things contain or undergo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, is_passive, is_verb, own_subjects
from onrecord.annotate.stance_weight import is_family_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

TEXTS = frozenset({"resolution", "motion", "bill", "law", "legislation", "amendment", "petition"})
DECIDING = frozenset({"decide", "decision", "choose", "choice", "opt"})
STATIC = frozenset({"include", "contain", "become", "feature", "involve", "comprise", "consist", "cost", "last"})


def is_doubtful(scene: Scene, actors: Sequence[int | None], verb: Token, heads: Sequence[Token], last: int) -> bool:
    """Does nobody bind himself by it?"""
    if not is_verb(verb) or verb.lemma_ in STATIC or is_family_matter(scene.parse.doc[verb.i : last + 1]):
        return True  # "ahead with its plans for the yard", "the campaign will include a film"
    others = [one for one in scene.parties(own_subjects(verb)).actors if scene.actors[one].kind == "organization"]
    if others and not is_passive(verb) and not set(others) & set(actors):
        return True  # "A fan vowed the Hawks would not win again"
    if is_expected(verb) or is_of_condition(verb, heads) or is_of_text(verb):
        return True
    return is_thought(scene, verb) or is_of_thing(verb, heads)


def is_expected(verb: Token) -> bool:
    """ "is expected by some to announce that he will go": what others look for."""
    return any(one.lemma_ in ("expect", "predict", "anticipate", "tip") for one in list(verb.ancestors)[:4])


def is_of_condition(verb: Token, heads: Sequence[Token]) -> bool:
    """ "If the council passes the deal, the ferries will stop": who would do what it hangs on is not held to it."""
    inside = {one.i for one in verb.subtree if one.dep_ == "mark" and one.lower_ in ("if", "unless")}
    tied = [verb.doc[at].head for at in inside if verb.doc[at].head != verb]
    return bool(heads) and all(any(one in clause.subtree for clause in tied) for one in heads)


def is_of_text(verb: Token) -> bool:
    """ "approved a resolution to annex the isles": what a paper says."""
    return verb.dep_ in ("acl", "relcl") and verb.head.lemma_.lower() in TEXTS


def is_thought(scene: Scene, verb: Token) -> bool:
    """ "“I would ask a man the same,” she said": in one's own words "would" is no "will"."""
    if not any(one.lower_ in ("would", "'d", "’d") for one in auxiliaries(verb)):
        return False
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    first = any(one.lower_ in ("i", "we") for one in own_subjects(verb))
    return first and index is not None and scene.statements[index].kind == "direct"


def is_of_thing(verb: Token, heads: Sequence[Token]) -> bool:
    """ "a relay that will let Norway call the probe": the deed of a thing, which the party only has to do with."""
    nouns = {verb.head.i, *(one.i for one in verb.head.children)}
    return verb.dep_ == "relcl" and verb.head.pos_ == "NOUN" and not any(one.i in nouns for one in heads)


def needs_day(cue: Token) -> bool:
    """ "The pilot decided to return": what somebody decided he may have done; only a day ahead makes it a plan."""
    told = cue.pos_ == "NOUN" and cue.head.lemma_ not in ("make", "take")  # "made public its decision to"
    return cue.lemma_.lower() in DECIDING and not told


def is_done_to(cue: Token, verb: Token) -> bool:
    """ "a fund that will be fed by Low", "a lander planned for May": by whom it is done, the clause has to say."""
    planned = cue.tag_ == "VBN" and cue.dep_ == "acl" and cue.lower_ not in ("set", "poised", "bound")
    return planned or is_passive(verb) or (is_verb(cue) and is_passive(cue))
