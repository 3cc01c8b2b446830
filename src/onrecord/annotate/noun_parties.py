"""Who took part in a contact that a noun names: its owners, the names before it, and what its clause adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import WH, agents, conjoined, governing_verb
from onrecord.annotate.phrases import Reading
from onrecord.annotate.place_phrases import place_of
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import Role


def is_delegated(scene: Scene, heads: Sequence[Token], reading: Reading) -> bool:
    """Did delegations or officials meet: are they all that is named, or was the contact only led by the persons?"""
    party = scene.parties(heads)
    if party.direct or reading.direct:
        return False
    return party.delegated or reading.delegated or reading.led


def is_one_sided(scene: Scene, heads: Sequence[Token], reading: Reading) -> bool:
    """ "the session with A and B": the side that met them is not printed."""
    return reading.joint and not reading.complete and not scene.parties(heads).actors


def noun_actors(
    scene: Scene, noun: Token, owners: list[Token], reading: Reading, subjects: list[Token], role: str
) -> tuple[dict[int, Role], bool]:
    """Who took part: owners, what was read after the noun, and the subjects that its verb adds; is somebody open?"""
    owning = scene.parties(owners)
    is_open = owning.open
    actors: dict[int, Role] = dict.fromkeys(owning.actors, "participant")
    actors.update({actor: given for actor, given in reading.actors if actor not in actors})
    relative = relative_parties(scene, noun) if len(actors) < 2 else []
    subjects = subjects + relative
    carried = role == "carried" and not relative
    if subjects and (not reading.complete or role == "host") and not (carried and len(actors) > 1 and owners):
        party = scene.parties(subjects)
        is_open = is_open or (party.open and not party.actors)
        fresh: Role = "host" if role == "host" else "participant"
        actors = {**dict.fromkeys([one for one in party.actors if one not in actors], fresh), **actors}
    return actors, is_open


def drop_kin(scene: Scene, actors: dict[int, Role]) -> dict[int, Role]:
    """Without those who only came along: "attended the meeting with his wife"."""
    kin = {noun for nouns in load_nominals()["kin"].values() for noun in nouns}
    names = {scene.actors[one].name for one in actors}
    along = {
        one
        for one in actors
        if not scene.actors[one].named
        and scene.actors[one].name.split()[-1] in kin
        and any(scene.actors[one].name.startswith(f"{name}'") for name in names)
    }
    return {one: role for one, role in actors.items() if one not in along}


def lift_bodies(scene: Scene, actors: dict[int, Role]) -> dict[int, Role]:
    """Where unnamed officials sit at the table, their states do; a named leader's state sits there with him."""
    states = {actor.name: index for index, actor in enumerate(scene.actors) if actor.kind == "state"}
    bodies = [
        one
        for one in actors
        if scene.actors[one].kind == "group" and not scene.actors[one].named and scene.actors[one].side in states
    ]
    if not bodies:
        return actors
    lifted: dict[int, Role] = {}
    for one, role in actors.items():
        actor = scene.actors[one]
        state = states.get(actor.side) if actor.side is not None else None
        if one not in bodies:
            lifted[one] = role
        if state is not None:
            lifted.setdefault(state, role if one in bodies else "participant")
    return lifted


def read_before(scene: Scene, start: int, noun: Token) -> tuple[list[Token], list[int], Span | None]:
    """Owners and names before the noun ("his", "Arland's", "Arland-Borduria"), times and a place.

    Names of places and seats before a contact say where it was, names of states and people who took part.
    """
    doc = scene.parse.doc
    owners: list[Token] = []
    times: list[int] = []
    where: Span | None = None
    for at in range(start, noun.i):
        token = doc[at]
        if at in scene.time_at:
            times.append(scene.time_at[at][0])
        if at in scene.in_time or token.pos_ in ("DET", "PUNCT", "PART"):
            continue
        if token.tag_ == "PRP$" or at in scene.mention_at:
            if inside_owner(at, noun) or names_topic(scene, at, noun):
                continue
            place = place_of(scene, token.left_edge.i if token.left_edge.i >= start else at, at)
            if place is not None and is_seat_or_town(scene, token, place):
                where = where or place
            elif scene.is_actor(token):
                owners.append(token)
        elif token.ent_type_ in ("GPE", "LOC", "FAC") and where is None and token.head == noun:
            where = place_of(scene, at, at)
    return owners, times, where


def names_topic(scene: Scene, at: int, noun: Token) -> bool:
    """Is the name only part of what the contact is about ("Arland war talks")?"""
    follows = noun.doc[at + 1]
    if follows.pos_ != "NOUN" or follows.i >= noun.i or follows.i in scene.cover or noun.doc[at].tag_ == "PRP$":
        return False
    lists = scene.words.lists
    return follows.lower_ not in lists["contact.by_phone"] and follows.lemma_.lower() not in (
        lists["collective.words"] | set(scene.words.nouns)
    )


def inside_owner(at: int, noun: Token) -> bool:
    """Is the token inside another owner's phrase ("the Arlandian leader's call": not Arland's own)?"""
    token = noun.doc[at]
    while at < token.head.i < noun.i:
        token = token.head
        head = token
        if head.dep_ == "poss" or (head.pos_ == "NOUN" and head.dep_ in ("compound", "nmod", "amod")):
            return True
        at = token.i
    return False


def is_seat_or_town(scene: Scene, token: Token, place: Span) -> bool:
    """Does the name before the noun say where, and not who ("White House talks", "Geneva's meeting")?"""
    text = scene.parse.text_of(place).lower()
    if any(seat in text for seat in scene.words.lists["seats"]) or text in scene.words.venues:
        return True
    for index in scene.mention_at.get(token.i, ()):
        actor = scene.mentions[index].actor
        if actor is not None:
            return scene.actors[actor].kind == "place" or scene.mentions[index].form == "metonym"
    return True


def bound_owner(scene: Scene, noun: Token, owner: Token) -> Token:
    """An unresolved "his" or "their" before a contact is, as a rule, the subject of the clause."""
    if owner.tag_ != "PRP$" or scene.actors_at(owner).actors:
        return owner
    verb = governing_verb(noun)
    subjects = agents(verb) if verb is not None else []
    subjects = [one for one in subjects if one != noun and one.i < owner.i]
    return subjects[0] if len(subjects) == 1 and scene.party(subjects[0]).actors else owner


def relative_parties(scene: Scene, noun: Token) -> list[Token]:
    """Parties in a relative clause: "a call to A, which B will make"; "a trilateral, which would be A, B and C"."""
    lists = scene.words.lists
    found: list[Token] = []
    for verb in noun.children:
        if verb.dep_ != "relcl":
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if any(child.tag_ in WH for child in subjects) and verb.lemma_ in (
            "be",
            "include",
            "involve",
            "feature",
            "comprise",
        ):
            found += [one for child in verb.children if child.dep_ in ("attr", "dobj") for one in conjoined(child)]
        elif verb.lemma_ in lists["light.part"]:
            found += subjects
    return [one for one in found if scene.party(one).actors]
