"""Who may do what an event verb names: a body and no person, people who protest, public bodies, a weapon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_sources import MAIN, is_weapon
from onrecord.annotate.grammar import patients

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene


GIVING = frozenset({"give", "provide", "deliver", "lend", "supply"})
"""Verbs of aid whose object may be anything."""
HOLDERS = frozenset({"authorities", "customs", "coastguard"})
"""Bodies beside the police that hold people and ships."""


def may_be_source(scene: Scene, pattern: DeedPattern, sources: Sequence[Token], source: Sequence[int]) -> bool:
    """Is it a group or body, where only such do it ("rallied", "passed the bill")?"""
    kinds = {scene.actors[one].kind for one in source}
    if (pattern.bodies and "person" in kinds) or (pattern.weapon and not is_weapon(scene, sources)):
        return False
    if kinds == {"person"} and pattern.type == "AID" and pattern.verb in GIVING and not pattern.objects:
        return False  # "gave to the paper", "provided to Osk by Toven": no aid of a state or body
    if pattern.type == "PROTEST" and is_official(scene, sources, source):
        return False
    if pattern.official and not is_public(scene, sources, source):
        return False
    if pattern.crowd:
        unions = scene.words.lists["labour.unions"]
        named = {scene.actors[one].name.lower().split()[-1] for one in source}
        return any(is_crowd(scene, one) for one in sources) or bool(named & unions)
    if pattern.type == "RETREAT" and not pattern.objects and pattern.verb != "surrender":
        return any(scene.actors[one].kind != "person" for one in source)  # "Osk pulled out of the debate"
    if pattern.type == "PROTEST" and not pattern.objects and pattern.verb != "protest":
        return any(scene.actors[one].kind != "state" for one in source) and may_rally(scene, pattern, sources, source)
    return may_rally(scene, pattern, sources, source)


def is_public(scene: Scene, sources: Sequence[Token], source: Sequence[int]) -> bool:
    """A state, or a body or officers that look into things by their office."""
    words = {word.removesuffix("s") for one in source for word in scene.actors[one].name.lower().split()}
    words |= {one.lemma_.lower() for one in sources}
    states = any(scene.actors[one].kind == "state" for one in source)
    known = scene.words.lists["deeds.officials"]
    return states or bool(words & known) or any(f"{word[:-2]}y" in known for word in words if word.endswith("ie"))


def is_official(scene: Scene, sources: Sequence[Token], source: Sequence[int]) -> bool:
    """A state or its officers, who block and occupy, but do not protest by it."""
    states = bool(source) and all(scene.actors[one].kind == "state" for one in source)
    officers = scene.words.lists["protest.curbing"]
    return states or (bool(sources) and all(one.lemma_.lower() in officers for one in sources))


def may_rally(scene: Scene, pattern: DeedPattern, sources: Sequence[Token], source: Sequence[int]) -> bool:
    """Is it a group or body, where only such do it?"""
    if not pattern.group_source or (source and all(is_movement(scene, one) for one in source)):
        return True
    if pattern.intransitive and not any(is_crowd(scene, one) for one in sources):
        return False
    kinds = {scene.actors[one].kind for one in source}
    return bool(kinds) and kinds <= {"group"} if pattern.intransitive else "person" not in kinds


def is_movement(scene: Scene, actor: int) -> bool:
    """A body with a name that rallies: a union, a league, "the group Empty Chairs"."""
    one = scene.actors[actor]
    if not one.named or one.kind not in ("group", "organization"):
        return False
    known = scene.words.lists["protest.movements"]
    if known & set(one.name.lower().split()):
        return True
    starts = [scene.token_at(each.start) for each in scene.mentions if each.actor == actor and each.form == "name"]
    return any(at and scene.parse.doc[at - 1].lower_ in known for at in starts)


def is_crowd(scene: Scene, head: Token) -> bool:
    """People who protest: workers, students, supporters, thousands."""
    lists, lemma = scene.words.lists, head.lemma_.lower()
    crowd = lists["deeds.voices"] | lists["collective.private"] | lists["labour.workers"]
    return lemma in crowd or lemma in scene.words.lists["protest.crowds"]


def told_by_police(scene: Scene, verb: Token) -> tuple[int, ...]:
    """ "Police said three people were arrested": they did it themselves."""
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    actor = None if index is None else scene.statements[index].source.actor
    if verb.lemma_ not in ("arrest", "detain", "seize", "confiscate", "round", "hold", "impound"):
        return ()
    known = scene.words.lists["police"] | HOLDERS
    if actor is not None and known & set(scene.actors[actor].name.lower().split()):
        return (actor,)
    return only_police(scene, verb) if verb.lemma_ in ("arrest", "detain") else ()


def only_police(scene: Scene, verb: Token) -> tuple[int, ...]:
    """The only police of the article, where somebody without a name was arrested: "The driver was arrested"."""
    heads = patients(verb)
    somebody = any(one.tag_ == "NN" or any(child.dep_ == "nummod" for child in one.lefts) for one in heads)
    if scene.parties(heads).actors or not somebody or verb.dep_ not in MAIN or has_place(scene, verb):
        return ()
    words = scene.words.lists["police"]
    forces = [
        index
        for index, one in enumerate(scene.actors)
        if one.kind in ("group", "organization") and one.name.lower().split()[-1] in words | {"department"}
        if words & set(one.name.lower().split())
    ]
    return (forces[0],) if len(forces) == 1 else ()


def has_place(scene: Scene, verb: Token) -> bool:
    """Is a place printed with a verb, so that the place tells whose police it was?"""
    mentioned = (scene.mentions[index].actor for one in verb.sent for index in scene.mention_at.get(one.i, ()))
    return any(actor is not None and scene.actors[actor].kind in ("place", "state") for actor in mentioned)
