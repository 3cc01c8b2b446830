"""Stances on what others decided: "criticised the postponement", "called the ruling "a scandal"", "welcomed it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, read_extent, strip_shell
from onrecord.annotate.stance_judging import judge, under_irrealis
from onrecord.annotate.stance_weight import is_mere_talk
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

IT = frozenset({"it", "this", "that"})
PLANNED = frozenset({"planned", "proposed", "plan", "proposal"})


def find_reaction_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "criticised the postponement", "praised the ruling", "rejected the apology"; not people or conduct at large."""
    lists = load_stance_words().lists
    word = verb.lemma_.lower()
    reactions: tuple[tuple[str, Stance, str], ...] = (
        ("blaming", "opposes", "decisions"),
        ("praising", "supports", "decisions"),
        ("refusing", "rejects", "refusable"),
    )
    for key, stance, things in reactions:
        known = key != "refusing" and any(not one.rest for one in load_stance_words().verbs.get(word, ()))
        if word not in lists[key] or known or (is_negated(verb) and key == "refusing"):
            continue
        judged = judge(scene, verb, stance)
        if judged == "conditional" and verb.tag_ == "VBD":
            judged = stance  # an "if" of another clause: what was praised was praised
        if judged is not None and (deed := find_blamed_deed(scene, verb)) is not None:
            return Cue(verb, judged, tuple(agents(verb)), deed, label=print_label(scene, deed), settled=True)
        about = find_thing(scene, verb) if judged is not None else None
        if about is None or judged is None:
            continue
        inner = strip_shell(scene.parse.doc, about)
        heads = {scene.parse.doc[one.first : one.last + 1].root.lemma_.lower() for one in (about, inner)}
        if key == "refusing" and heads & lists["evading"]:
            continue  # "declined requests for comment"
        judged_things = lists["measures"] | lists["offers"] | lists["weighable"]
        planned = any(one.lower_ in PLANNED for one in scene.parse.doc[about.first : about.last + 1])
        if heads & lists[things] or (key != "refusing" and (heads & judged_things or planned)):
            return Cue(verb, judged, tuple(agents(verb)), about, label=print_label(scene, inner), settled=True)
    return None


def find_blamed_deed(scene: Scene, verb: Token) -> Extent | None:
    """ "criticised the council for closing the ferry": what was done, not what was said or left undone."""
    if not any(child.dep_ == "dobj" for child in verb.rights):
        return None
    for link in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        deed = link.nbor(1)
        if link.lower_ == "for" and link.head in (verb, *verb.rights) and deed.tag_ == "VBG":
            return None if is_mere_talk(deed) else read_extent(scene, deed.i)
    return None


def find_thing(scene: Scene, verb: Token) -> Extent | None:
    """What the verb is about: after it, or its subject in the passive."""
    if not is_passive(verb):
        return read_extent(scene, verb.i + 1)
    things = [child for child in verb.children if child.dep_ == "nsubjpass"]
    return Extent(things[0].left_edge.i, things[0].i) if things and agents(verb) else None


def print_label(scene: Scene, extent: Extent) -> str:
    """The words of a decision, articles left out."""
    return " ".join(scene.parse.doc[extent.first : extent.last + 1].text.split())


def find_it_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "… the ruling. Moreau welcomed it": "it" is the decision of this sentence or the one before."""
    lists = load_stance_words().lists
    word = verb.lemma_.lower()
    stance: Stance | None = "supports" if word in lists["praising"] else "opposes" if word in lists["blaming"] else None
    things = [child for child in verb.rights if child.dep_ == "dobj" and child.lower_ in IT and child.i == verb.i + 1]
    if stance is None or not things or under_irrealis(verb) or is_passive(verb):
        return None
    follows = scene.parse.doc[things[0].i + 1] if things[0].i + 1 < len(scene.parse.doc) else None
    judged = judge(scene, verb, stance)
    if judged is None or (follows is not None and (follows.lower_ == "that" or is_verb(follows))):
        return None  # "welcomed it that"
    start = verb.sent.start
    begin = scene.parse.doc[start - 1].sent.start if start else 0
    if start and all(one.is_space or one.is_punct for one in scene.parse.doc[begin:start]) and begin:
        begin = scene.parse.doc[begin - 1].sent.start
    for token in reversed(scene.parse.doc[begin : verb.i]):
        known = token.lemma_.lower() in lists["decisions"] | lists["offers"] | lists["votable"]
        if known and token.pos_ == "NOUN" and not is_verb(token):
            inner = strip_shell(scene.parse.doc, Extent(token.left_edge.i, token.i))
            return Cue(
                verb,
                judged,
                tuple(agents(verb)),
                Extent(things[0].i, things[0].i),
                label=print_label(scene, inner),
                settled=True,
            )
    return None
