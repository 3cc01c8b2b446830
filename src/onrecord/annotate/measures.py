"""Events that their matter makes what they are: a resolution that curbs somebody's trade, a test of arms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import by_phrase, target_actors
from onrecord.annotate.grammar import patients
from onrecord.annotate.linked_objects import linked_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

LAWS = frozenset({"resolution", "law", "bill", "measure", "package", "decree", "motion"})
FIRED = frozenset({"missile", "rocket", "projectile", "shell", "drone", "satellite"})
AT = ("over", "toward", "towards", "at", "against")
TESTS = frozenset({"test", "launch", "launching", "firing", "test-firing", "detonation"})


def find_curbed(scene: Scene, verb: Token, noun: Token | None, heads: Sequence[Token]) -> tuple[int, ...]:
    """Whom a resolution that is passed is against: "passed a resolution slashing A's imports", "banning sales to A"."""
    voted = () if noun is None else linked_objects(noun, ("of",))
    noun = next((one for one in (noun, *heads, *voted) if one is not None and one.lemma_.lower() in LAWS), None)
    if noun is None:
        return ()
    clauses = [one for one in (*noun.rights, *verb.rights) if one.dep_ in ("acl", "advcl", "relcl") and one.i > noun.i]
    curbing = scene.words.lists["deeds.curbing"]
    for clause in clauses:
        if clause.lemma_.lower() not in curbing or clause.tag_ == "VBN":
            continue
        things = patients(clause)
        tops = (clause, *things)
        ends = [one for link in ("on", "to", "against") for top in tops for one in linked_objects(top, (link,))]
        found = target_actors(scene, [*ends, *things], strict=False)
        if found:
            return found
    return ()


def is_arms_test(scene: Scene, noun: Token) -> bool:
    """ "a nuclear test", "the launch of a missile"."""
    tested = scene.words.lists["deeds.tested"]
    if noun.lemma_.lower() not in TESTS:
        return False
    before = [child for child in noun.lefts if child.dep_ in ("amod", "compound", "nmod")]
    of = [goal for child in noun.rights if child.lower_ == "of" for goal in child.children if goal.dep_ == "pobj"]
    return any(one.lemma_.lower() in tested or one.lower_ in tested for one in (*before, *of))


def is_bare_test(noun: Token) -> bool:
    """ "The launch", "Friday's test": of what, an event told before must say."""
    if noun.lemma_.lower() not in TESTS or noun.tag_ != "NN" or noun.dep_ in ("compound", "nmod", "amod"):
        return False
    named = any(child.dep_ in ("compound", "nmod") or child.tag_ == "PRP$" for child in noun.lefts)
    known = any(child.lower_ in ("the", "this") or child.dep_ == "poss" for child in noun.lefts)
    return known and not named and not any(child.lower_ in ("of", "for", "from") for child in noun.rights)


def find_testers(scene: Scene, noun: Token) -> list[Token]:
    """Who makes a test of arms: its owner, "by A", or the state whose adjective stands before it."""
    owners = [
        child for child in noun.lefts
        if child.dep_ in ("poss", "amod", "compound", "nmod") and child.tag_ != "PRP$"
    ]  # fmt: skip
    return [one for one in (*by_phrase(noun), *owners) if scene.party(one).actors]


def fired_at(scene: Scene, verb: Token, noun: Token | None) -> list[Token]:
    """ "Fired a missile over A", "test-fired two rockets toward A": the state it flies over or at."""
    things = [one for one in (noun, *(child for child in verb.rights if child.dep_ == "dobj")) if one is not None]
    if not any(one.lemma_.lower() in FIRED for one in things):
        return []
    goals = [one for link in AT for top in (verb, *things) for one in linked_objects(top, (link,))]
    return [
        one
        for one in dict.fromkeys(goals)
        if {scene.actors[actor].kind for actor in scene.party(one).actors} == {"state"}
    ]
