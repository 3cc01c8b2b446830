"""Verbs of the lexicon that tell something else here: a game, a post, a crowd of fans, a film, one's own machines.

"The team were hammered 30-10", "the job he occupied", "released an album", "shut down trading for an hour".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_doubts import SCORE, is_asked_for
from onrecord.annotate.deed_parties import is_person_word
from onrecord.annotate.grammar import agents, is_passive, patients

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventType

FOUGHT = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT"})
"""Types whose verbs tell of games as well."""
POSTS = frozenset(
    {
        "job", "post", "seat", "position", "role", "spot", "chair", "rank", "space", "niche", "bed", "body", "mind",
        "slot", "place", "berth", "throne", "presidency", "time", "attention",
    }
)  # fmt: skip
"""What somebody occupies who takes nothing from others."""
SEIZED = frozenset({"mind", "brain", "attention", "agenda", "debate", "conversation", "narrative", "process", "life"})
"""What is hijacked without force."""
FEASTING = frozenset({"celebrate", "cheer", "rejoice", "party", "toast", "commemorate", "honor", "honour", "dance"})
WORKS = frozenset(
    {
        "volume", "episode", "season", "part", "chapter", "album", "edition", "version", "trilogy", "sequel", "film",
        "movie", "single", "song", "video", "trailer", "soundtrack", "series", "record", "mixtape", "book", "novel",
    }
)  # fmt: skip
"""What is released to a public."""
MACHINES = frozenset(
    {"trading", "service", "system", "engine", "computer", "server", "speculation", "rumor", "rumour", "debate", "talk"}
)
"""What is shut down and is nobody."""
QUOTES = frozenset({"“", '"', "‘", "'", "``", "''"})
INQUIRING = frozenset({"investigate", "probe", "examine", "inspect", "look", "question"})
STRIKING = frozenset({"shoot", "fire"})
COMMANDS = frozenset({"direct", "command", "challenge"})
"""Verbs that ask for something only where it is said what ("challenged A to debate", not "challenged the senator")."""


def is_other_deed(scene: Scene, verb: Token, type_: EventType, actors: Sequence[int]) -> bool:
    """Is it no deed of its type?

    Args:
        scene: The document.
        verb: The word that tells it.
        type_: The type that the lexicon gives it.
        actors: Its parties.
    """
    lemma, things = verb.lemma_.lower(), patients(verb)
    words = {one.lemma_.lower() for one in things}
    if type_ in FOUGHT and SCORE.search(verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)].text):
        return True  # "were hammered 30-10 by A"
    if type_ == "PROTEST":
        return any(one.lemma_.lower() in FEASTING for one in verb.subtree if one.pos_ == "VERB")
    if type_ == "ASSAULT" and any(child.lower_ == "back" and child.i == verb.i + 1 for child in verb.rights):
        return not is_guarded(scene, agents(verb))  # "fired back at her critics": with words
    if type_ == "ASSAULT" and lemma in STRIKING and things:
        return not any(scene.is_actor(one) or is_person_word(scene, one) for one in things) and len(actors) < 2
    if type_ == "ASSAULT" and lemma == "hijack":
        return bool(words & SEIZED)
    if type_ == "COERCE" and lemma in ("surround", "encircle"):
        return not is_guarded(scene, agents(verb))
    if type_ == "COERCE" and lemma in ("occupy", "shut"):
        return bool(words & (POSTS if lemma == "occupy" else MACHINES)) or verb.head.lemma_.lower() in POSTS
    persons = bool(actors) and all(scene.actors[one].kind == "person" for one in actors)
    if type_ == "RETREAT" and lemma == "leave":
        return persons and bool(words & {"position", "post"})
    if type_ == "COERCE" and lemma == "lock":
        return bool(things) and not any(scene.is_actor(one) or is_person_word(scene, one) for one in things)
    if type_ == "ACCUSE" and lemma == "charge" and not is_passive(verb):
        after = {child.lower_ for child in verb.rights if child.dep_ == "prep"}
        return "for" in after and "with" not in after and not any(one.pos_ == "PROPN" for one in things)
    if type_ == "ACCUSE" and lemma in INQUIRING and len(actors) == 1:
        return not scene.actors[actors[0]].named  # "police are investigating the crash": nobody is suspected
    if type_ == "CONCEDE" and lemma == "release":
        return any(is_work(one) for one in things)
    if type_ == "AID" and lemma == "put":
        return persons and all(scene.actors[one].named for one in actors)
    return False


def is_guarded(scene: Scene, heads: Sequence[Token]) -> bool:
    """Are they a state's, or people under arms or of the police, who can close somebody in?"""
    known = scene.words.lists["armed"] | scene.words.lists["police"]
    named = scene.parties(heads).actors
    words = {word.lower().removesuffix("s") for one in named for word in scene.actors[one].name.split()}
    words |= {one.lemma_.lower() for one in heads} | {one.lower_ for one in heads}
    states = any(scene.actors[one].kind == "state" for one in named)
    return states or bool(words & (known | {one.removesuffix("s") for one in known}))


def is_work(head: Token) -> bool:
    """Is it a work by its kind or by its quotation marks ("released “Hills of Man”", "Volume One was released")?"""
    doc, first = head.doc, head.left_edge.i
    if any(one.lemma_.lower() in WORKS for one in doc[first : head.i + 1] if one.pos_ in ("NOUN", "PROPN", "NUM")):
        return True
    opened = doc[first].text in QUOTES or (first > 0 and doc[first - 1].text in QUOTES)
    return opened and head.pos_ == "PROPN"


def is_no_act_of_words(verb: Token, type_: EventType) -> bool:
    """ "Directed the team to a record", "called in for tyres", "stands accused by A", "beaten 3-0"."""
    lemma = verb.lemma_.lower()
    if type_ in FOUGHT and SCORE.search(verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)].text):
        return True
    if lemma in COMMANDS and not is_asked_for(verb):
        return True
    if lemma == "rip" and any(child.lower_ == "off" for child in verb.rights):
        return True
    if lemma == "call" and any(child.lower_ == "in" and child.i == verb.i + 1 for child in verb.rights):
        return True
    return lemma == "stand" and any(child.tag_ == "VBN" and child.i == verb.i + 1 for child in verb.rights)
