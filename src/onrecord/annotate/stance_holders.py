"""Whose stance it is: who acts by the grammar, else who speaks; a body of the speaker's is spoken for by him."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_negated
from onrecord.annotate.own_bodies import find_both, find_it, speaks_for_body
from onrecord.annotate.stance_matters import event_in
from onrecord.annotate.stance_words import is_owned_body, load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_cues import Cue
    from onrecord.annotations import EventMention

PARTIES = 4
STAFF = frozenset({"employee", "worker", "student", "supporter", "customer", "shareholder", "investor"})


def find_holders(
    scene: Scene, events: tuple[EventMention, ...], cue: Cue, carrier: int | None
) -> tuple[int | None, ...]:
    """Whose stance it is; (None,) for a party that is no actor of the record, () where nobody is clear."""
    writers = find_writers(cue.holders) if cue.holders else ()
    cue = replace(cue, holders=writers) if writers else cue
    known = parties_of(scene, cue, carrier) or other_party(scene, events, cue, carrier)
    if known or not cue.holders:
        return known
    lists, head = load_stance_words().lists, counted(cue.holders[0])
    if head.lemma_.lower() in lists["bodies"]:
        if (
            head.tag_ == "NNS"
            or cue.at.dep_ == "relcl"
            or cue.at.pos_ == "NOUN"  # "critics say the firm's opposition to it goes too far"
            or any(one.lower_ in ("this", "that", "these") for one in head.lefts)
        ):
            return (None,)  # "a government that supports it" is not the speaker's
        # "she said the union could accept it": she speaks for it; in the outlet's voice it stays open whose it is
        return (scene.statements[carrier].source.actor if carrier is not None else None,)
    if head.lower_ == "it" and carrier is not None:  # "The union said it could live with the offer"
        body = (scene.statements[carrier].source.text or "").lower().split()[-1:]
        return (None,) if set(body) & (lists["bodies"] | lists["groups"]) else ()
    group = head.lemma_.lower() in lists["groups"] and head.pos_ == "NOUN"
    return (None,) if group else ()  # "the families applauded": a party, though no actor of the record


def counted(head: Token) -> Token:
    """ "two of the five parties", "most of the members": those who are counted."""
    if head.pos_ not in ("NUM", "ADJ", "PRON", "DET") and head.lower_ not in ("most", "half", "many", "some"):
        return head
    links = [one for one in head.rights if one.dep_ == "prep" and one.lower_ == "of"]
    return next((one for link in links for one in link.children if one.dep_ == "pobj"), head)


def parties_of(scene: Scene, cue: Cue, carrier: int | None) -> tuple[int, ...]:
    """Whose stance it is: who acts by the grammar, else the source of the statement that the cue is the cue of."""
    if cue.speaker:
        actor = scene.statements[carrier].source.actor if carrier is not None else scene.author
        return () if actor is None else usable(scene, scene.expand(actor))
    if scene.author is not None and carrier is None and [one.lower_ for one in cue.holders] in (["i"], ["we"]):
        return (scene.author,)
    if cue.holders and all(is_owned_body(scene, head) for head in cue.holders):
        return speaks_for_body(scene, cue.holders[0], carrier)
    staff = [one for one in cue.holders if is_staff(scene, one)]
    if staff:  # "former workers of Nordair": not Nordair
        return usable(scene, scene.parties([one for one in cue.holders if one not in staff]).actors)
    party = scene.parties(list(cue.holders))
    found = usable(scene, party.actors or places_of(scene, cue))
    if found:
        return found
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    both = find_both(scene, cue.holders[0], speaker) if len(cue.holders) == 1 else ()
    if both:
        return both
    it = find_it(scene, cue.holders[0], carrier) if len(cue.holders) == 1 else None
    if it is not None:
        return (it,)
    at = cue.at.idx
    if cue.at.pos_ == "NOUN" and any(head.pos_ == "NOUN" for head in cue.holders):
        return ()  # "backed the teachers' call": theirs, not of who backs it
    for statement in scene.statements:
        if any(span.start <= at < span.end for span in statement.cue) and statement.source.actor is not None:
            return usable(scene, scene.expand(statement.source.actor))
    return ()


def is_staff(scene: Scene, head: Token) -> bool:
    """ "employees of Nordair", "Nordair's former pilots": members without a name, whose stance is not the body's."""
    former = any(one.lower_ in ("former", "ex", "retired", "early") for one in head.lefts)
    if head.tag_ != "NNS" or not (former or head.lemma_.lower() in STAFF):
        return False
    kinds = {scene.actors[one].kind for one in scene.parties([head]).actors}
    return bool(kinds) and kinds <= {"organization", "state"}


def find_writers(holders: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "approved a resolution condemning the ban": whose stance a paper has, who passes, signs or sends it."""
    paper, lists = holders[0], load_stance_words().lists
    if len(holders) != 1 or paper.lemma_.lower() not in lists["papers"] or paper.pos_ != "NOUN":
        return ()
    verb = paper.head if paper.dep_ in ("dobj", "nsubjpass") else None
    links = paper.head.head if paper.dep_ == "pobj" and paper.head.lower_ == "for" else None
    if links is not None and links.lemma_ == "vote" and not is_negated(links):
        return tuple(agents(links))
    if verb is None or verb.lemma_ not in lists["papered"] or is_negated(verb):
        return ()
    return tuple(agents(verb))


def other_party(scene: Scene, events: tuple[EventMention, ...], cue: Cue, carrier: int | None) -> tuple[int, ...]:
    """ "She agreed to sit down with me": of a contact of two, the one who is not the speaker."""
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    open_pronoun = len(cue.holders) == 1 and cue.holders[0].lower_ in ("he", "she", "they")
    event = event_in(scene, events, cue.about) if open_pronoun and speaker is not None else None
    if event is None:
        return ()
    parties = {one.actor for one in events[event].participants}
    others = parties - {speaker}
    return tuple(others) if len(parties) == 2 and len(others) == 1 else ()


def places_of(scene: Scene, cue: Cue) -> tuple[int, ...]:
    """The places that stand where a party should ("Port Merrin would not accept them")."""
    indices = [index for head in cue.holders for index in scene.mention_at.get(head.i, ())]
    return tuple(actor for actor in (scene.mentions[index].actor for index in indices) if actor is not None)


def usable(scene: Scene, actors: tuple[int, ...]) -> tuple[int, ...]:
    """A long list of members is no party. A place that takes a stance stands for whoever governs from it."""
    kept = tuple(dict.fromkeys(actors))
    return kept if len(kept) <= PARTIES else ()
