"""Which party "it" or "her party" is where no name stands: the body that speaks, or the one the text was just about.

A subject goes on being the subject: the "it" that opens a sentence is the body that the sentence before was about
(Grosz, Joshi & Weinstein 1995 call it the backward-looking centre). People and things are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import own_subjects
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

BODIES = frozenset({"organization", "state"})


def is_body(scene: Scene, actor: int | None) -> bool:
    """Is an actor a state or an organization?"""
    return actor is not None and scene.actors[actor].kind in BODIES


def is_spokesman(scene: Scene, actor: int) -> bool:
    """Does somebody speak for a body by office?"""
    return any("spokes" in office.title for office in scene.actors[actor].offices)


def find_it(scene: Scene, pronoun: Token, carrier: int | None) -> int | None:
    """The body that "it" as a subject stands for, None where that is not clear."""
    if pronoun.lower_ != "it" or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    if carrier is not None:
        row = scene.statements[carrier]
        if row.kind == "direct":
            return None
        if row.source.actor is not None and (is_body(scene, row.source.actor) or is_spokesman(scene, row.source.actor)):
            between = scene.parse.document.text[row.cue[-1].end : pronoun.idx].split() if row.cue else ["?"]
            if between in ([], ["that"]):
                return row.source.actor
    centre = find_centre(scene, pronoun)
    found = scene.party(centre).actors if centre is not None else ()
    return found[0] if len(found) == 1 and is_body(scene, found[0]) else None


def find_centre(scene: Scene, pronoun: Token) -> Token | None:
    """The noun that the "it" which opens a sentence goes on about: the subject of the sentence before."""
    first = next((one for one in pronoun.sent if not one.is_space and not one.is_punct), None)
    if pronoun.lower_ != "it" or first is None or first.i != pronoun.i or not pronoun.sent.start:
        return None
    before = scene.parse.doc[pronoun.sent.start - 1].sent
    if not before.text.strip() and before.start:
        before = scene.parse.doc[before.start - 1].sent
    if "\n" in scene.parse.document.text[before.start_char : pronoun.idx].strip():
        return None
    root = before.root
    subjects = [root] if root.pos_ in ("NOUN", "PROPN") else own_subjects(root)
    if len(subjects) != 1 or subjects[0].tag_ in ("NNS", "NNPS"):
        return None
    return subjects[0] if subjects[0].pos_ in ("NOUN", "PROPN") else None


def speaks_for_body(scene: Scene, head: Token, carrier: int | None) -> tuple[int, ...]:
    """ "She said her party would not sit …": what the speaker says of a body of hers is told for it."""
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    owner = next((child for child in head.children if child.tag_ == "PRP$"), None)
    if speaker is None or owner is None or owner.lower_ in ("their", "your"):
        return ()
    own = owner.lower_ in ("my", "our") or speaker in scene.parties([owner]).actors
    if not own:
        return ()
    person = scene.actors[speaker]
    if head.lemma_.lower() in load_stance_words().lists["governing"]:
        names = {person.side}
    else:
        names = {office.of for office in person.offices if not office.former} - {person.side}
    named = [at for at, one in enumerate(scene.actors) if one.name in names and one.kind in BODIES]
    return (named[0],) if len(named) == 1 else (speaker,)


def find_both(scene: Scene, head: Token, speaker: int | None) -> tuple[int, ...]:
    """ "She had called Low and Brand, and both had agreed": the only two persons named before in the sentence."""
    if head.lower_ != "both" or any(child.pos_ in ("NOUN", "PROPN") for child in head.children):
        return ()
    before = (index for at in range(head.sent.start, head.i) for index in scene.mention_at.get(at, ()))
    found = dict.fromkeys(actor for index in before if (actor := scene.mentions[index].actor) is not None)
    people = tuple(one for one in found if one != speaker and scene.actors[one].kind == "person")
    return people if len(people) == 2 else ()


def speaker_meant(scene: Scene, verb: Token, subjects: Sequence[Token]) -> tuple[int, ...]:
    """ "A said it was opening an inquiry": the body that speaks is what "it" opens with."""
    carrier = scene.statement_at(verb.idx, verb.idx + len(verb))
    if len(subjects) != 1 or scene.party(subjects[0]).actors or carrier is None:
        return ()
    found = find_it(scene, subjects[0], carrier)
    return () if found is None else (found,)
