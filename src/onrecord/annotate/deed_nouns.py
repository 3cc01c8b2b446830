"""Events other than contacts that a noun names with its parties: "A's attack on B", or a bare "the attack"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import by_phrase, is_stopped, join_roles, object_times, place_targets, target_actors
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.grammar import agents, conjoined, has_no, is_headline, is_verb
from onrecord.annotate.measures import find_testers, is_arms_test, is_bare_test
from onrecord.annotate.noun_marks import is_definite
from onrecord.annotate.noun_statuses import status_of_noun
from onrecord.annotate.scenes import is_plural
from onrecord.annotate.sufferers import BEFALLING
from onrecord.annotate.tolls import NEAREST, actor_of_place, is_counted
from onrecord.annotate.trade_targets import is_in_force, is_measure, trade_targets

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventStatus, EventType


FIRED = frozenset({"missile", "rocket", "drone", "bomb", "shell"})
"""What is fired from the place beside it as often as at it."""
ALONE = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "RETREAT"})
"""Types that a noun may tell with one of their parties only."""


def find_deed_nouns(scene: Scene, used: frozenset[int]) -> list[Draft]:
    """All events that a noun of the lexicon names.

    Args:
        scene: The document.
        used: Nouns that are part of an event of a verb.
    """
    drafts = []
    for token in scene.parse.doc:
        if token.pos_ not in ("NOUN", "VERB") or token.i in used:
            continue
        if is_arms_test(scene, token):
            drafts += read_arms_test(scene, token)
        elif token.pos_ == "NOUN" and is_bare_test(token) and status_of_noun(scene, token, None) == "happened":
            drafts.append(noun_draft(scene, token, "MOBILIZE", [], [], (), (), None, bare=True))
        elif token.pos_ == "NOUN" and token.lemma_.lower() in scene.words.deed_nouns:
            drafts += read_deed_noun(scene, token)
    return drafts


def read_arms_test(scene: Scene, noun: Token) -> list[Draft]:
    """A test of arms that is told with its day or its verb, and whose it is."""
    owners, light = deed_sources(scene, noun)
    times = noun_times(scene, noun)
    testers = find_testers(scene, noun) or [one for one in owners if one.tag_ != "PRP$" or times]
    if not testers and noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.lemma_ == "follow":
        testers = agents(noun.head.head)  # "followed it with the launch of a missile"
    source = scene.parties(testers).actors
    dated = times or times_of_clause(scene, noun) or light is not None
    own = any(one.tag_ == "PRP$" for one in testers) and any(scene.actors[one].kind != "state" for one in source)
    if own or not source or not dated or is_feared(scene, noun) or has_no(noun):
        return []
    return [noun_draft(scene, noun, "MOBILIZE", testers, [], source, (), light)]


def read_deed_noun(scene: Scene, noun: Token) -> list[Draft]:
    """An event that a noun names with its target ("A's attack on B"), or a bare re-mention ("the attack")."""
    sources, light = deed_sources(scene, noun)
    if is_feared(scene, noun) or is_stopped(scene, noun, sources):
        return []
    for link, type_ in scene.words.deed_nouns[noun.lemma_.lower()]:
        heads = [] if link == "for" and type_ == "REQUEST" else linked_nouns(noun, link)  # what is asked for
        town = place_targets(scene, heads[:1]) if type_ == "ASSAULT" and link in NEAREST else ()
        target = town or target_actors(scene, heads, strict=bool(by_phrase(noun)))
        target = target or (place_targets(scene, heads) if type_ in ("ASSAULT", "COERCE") else ())
        if type_ == "ASSAULT" and not target and noun_times(scene, noun) and noun.lemma_.lower() not in FIRED:
            place = place_of_noun(scene, noun)
            struck = None if place is None else actor_of_place(scene, place)
            target = () if struck is None else (struck,)
        if type_ == "ASSAULT" and not (target or sources or heads) and is_one_act(scene, noun) and is_definite(noun):
            target = place_targets(scene, [noun])  # "the Tarsk shooting"
        if not target and by_phrase(noun) and noun.lemma_.lower() in BEFALLING:
            target = scene.parties([one for one in noun.lefts if one.dep_ == "poss"]).actors  # "A's killing by B"
        if is_measure(scene, noun):
            target = target or trade_targets(scene, noun)
        source = tuple(one for one in scene.parties(sources).actors if one not in target)
        if link == "between":
            source, target = scene.parties(heads).actors, ()
            if len(source) > 1 and is_own_news(scene, noun):
                return [noun_draft(scene, noun, type_, heads, heads, source, target, light)]
            continue
        if noun.lemma_.lower() in scene.words.lists["deeds.purchases"] and not are_bodies(scene, (*source, *target)):
            continue
        told = bool(target and source) or is_told_alone(scene, noun, type_, heads, (source, target), light)
        if told:
            return [noun_draft(scene, noun, type_, sources, heads, source, target, light)]
    if (
        is_definite(noun)
        and noun.lemma_.lower() not in FIRED  # "the missile fell into the sea": a thing
        and not any(child.dep_ == "poss" and child.i not in scene.in_time for child in noun.children)
        and not any(child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN" for child in noun.lefts)
        and not any(child.dep_ == "prep" for child in noun.children)
    ):
        type_ = scene.words.deed_nouns[noun.lemma_.lower()][0][1]
        source = scene.parties(sources).actors
        return [noun_draft(scene, noun, type_, sources, [], source, (), light, bare=True)]
    return []


def are_bodies(scene: Scene, actors: tuple[int, ...]) -> bool:
    """Are all of them firms or other bodies, which buy each other ("a takeover of the economy" is none)?"""
    return all(scene.actors[one].kind == "organization" for one in actors)


def is_feared(scene: Scene, noun: Token) -> bool:
    """ "Fears of an invasion", "the risk of a strike": nobody has planned it."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "about", "over") else noun
    return above.lemma_.lower() in scene.words.lists["light.feared"]


def linked_nouns(noun: Token, link: str) -> list[Token]:
    """The nouns that a preposition brings in after a noun."""
    tops = [noun]
    if link == "between" and noun.dep_ == "nsubj" and is_verb(noun.head):
        tops.append(noun.head)  # "fighting broke out between A and B"
    preps = [child for top in tops for child in top.children if child.dep_ == "prep" and child.lower_ == link]
    violence = load_event_words().lists["violence"]
    nearer = [
        one.i
        for one in noun.subtree
        if one.i > noun.i and one.lemma_.lower() in violence and one not in conjoined(noun)
    ]  # "a revenge attack for airstrikes in Tarsk": those were in Tarsk
    preps = [one for one in preps if not any(at < one.i for at in nearer)]
    return [one for prep in preps for goal in prep.children if goal.dep_ == "pobj" for one in conjoined(goal)]


def is_told_alone(
    scene: Scene,
    noun: Token,
    type_: EventType,
    heads: list[Token],
    parties: tuple[tuple[int, ...], tuple[int, ...]],
    light: Token | None,
) -> bool:
    """Is it news with one party only: "a rescue by soldiers in Tarsk", "Sunday's killing of A"?

    What is told without a day, a place or a verb that brings it about is background.
    """
    source, target = parties
    if source and noun.lemma_.lower() in scene.words.lists["dealings.alone"]:
        return not has_no(noun) and is_sent(scene, noun, source, light)
    in_force = type_ == "SANCTION" and is_measure(scene, noun) and is_in_force(noun) and bool(target)
    if in_force and not has_no(noun):
        return bool(times_of_clause(scene, noun.head))  # "a duty on steel from A took effect on Monday"
    if type_ not in ALONE or has_no(noun):
        return False
    place = place_of_noun(scene, noun)
    dated = (
        is_own_news(scene, noun)
        or bool(noun_times(scene, noun))
        or (place is not None and actor_of_place(scene, place) not in target)
    )
    if noun.lemma_ == "strike" and not is_armed(scene, source):
        return False
    if source and (by_phrase(noun) or light is not None):
        return dated
    if not source and target and is_one_act(scene, noun) and (not heads or is_placed(scene, heads[:1], target)):
        return status_of_noun(scene, noun, light) in ("happened", "ongoing")  # "the shooting in Tarsk"
    armed = noun.lemma_.lower() in scene.words.lists["deeds.weapons"] or is_armed(scene, source)
    armed = armed and not noun.sent.text.rstrip(" \n\"”'’").endswith("?")
    if source and type_ == "ASSAULT" and (heads or place is not None) and noun_times(scene, noun) and armed:
        return True  # "A's airstrikes against a village last week"
    named = bool(target) and all(scene.actors[one].named for one in target)
    known = bool(noun_times(scene, noun)) and any(is_counted(head) for head in heads)
    named = named or (bool(target) and known)  # "the arrest of 14 smugglers on Sunday"
    if not source and status_of_noun(scene, noun, light) not in ("happened", "ongoing"):
        return False
    if is_plural(noun) and not noun_times(scene, noun):
        return False  # "attacks in Tarsk": of all times
    return named and bool(heads) and (dated or light is not None)


def is_one_act(scene: Scene, noun: Token) -> bool:
    """Is it one act of violence that readers are taken to know: "the shooting", a caption's "truck attack"?"""
    lists = scene.words.lists
    before = {one.lower_ for child in noun.lefts for one in child.subtree}
    if noun.lemma_.lower() not in lists["deeds.acts"] or is_plural(noun) or before & lists["deeds.bloodless"]:
        return False
    if noun.dep_ in ("compound", "nmod", "amod", "poss") or any(child.tag_ == "JJS" for child in noun.lefts):
        return False  # "the attack dog", "the worst attack in years"
    if not any(one.dep_ == "det" for one in noun.lefts):
        return is_headline(noun) or any(one.dep_ == "compound" for one in noun.lefts)
    return any(one.lower_ in ("the", "this") for one in noun.lefts)


def is_placed(scene: Scene, heads: list[Token], target: tuple[int, ...]) -> bool:
    """Is it a place that it was in or near, printed by its name ("in the city of Tarsk", no "in the history of A")?"""
    towns = scene.words.lists["deeds.settlements"]
    near = all(one.dep_ != "pobj" or one.head.lower_ in NEAREST for one in heads)
    named = all(one.i in scene.mention_at or one.lemma_.lower() in towns for one in heads)
    return near and named and all(scene.actors[one].kind in ("place", "state") for one in target)


def is_sent(scene: Scene, noun: Token, source: tuple[int, ...], light: Token | None) -> bool:
    """Is it told whose words they are, as news: "a request from A for help", "a call by A for a recount"?"""
    named = all(scene.actors[one].named for one in source)
    sent = bool(by_phrase(noun) or linked_nouns(noun, "from"))
    doc, last = noun.doc, min(noun.sent.end, noun.i + 8)
    if noun.lemma_ == "appeal" and light is not None and light.lemma_ in ("hold", "have", "lose"):
        return False  # "holds particular appeal for voters"
    wanted = ("for",) if noun.lemma_ == "call" else ("for", "of", "to")
    content = any(one.lower_ in wanted and one.head.i <= one.i for one in doc[noun.i + 1 : last])
    return named and content and (sent or light is not None)


def is_armed(scene: Scene, source: tuple[int, ...]) -> bool:
    """Is a state or are armed people the source, so that a strike is no stoppage of work?"""
    words = {word for one in source for word in scene.actors[one].name.lower().split()}
    armed = scene.words.lists["armed"]
    states = any(scene.actors[one].kind == "state" for one in source)
    return states or any(word in armed or word.removesuffix("s") in armed for word in words)


def is_own_news(scene: Scene, noun: Token) -> bool:
    """Is it the subject of a clause that tells it: it took effect, erupted, killed people?"""
    verb = noun.head
    return noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in scene.words.lists["light.effect"]


def place_of_noun(scene: Scene, noun: Token) -> Span | None:
    """The place printed with the noun or right after who did it ("a raid by A in Tarsk")."""
    tops = [noun, *(one for one in by_phrase(noun) if one.sent == noun.sent)]
    return next((place for top in tops if (place := place_of_clause(scene, top)) is not None), None)


def deed_sources(scene: Scene, noun: Token) -> tuple[list[Token], Token | None]:
    """Who did what the noun names: its owner, a name before it, "by A", or the subject of its verb."""
    owners = [
        child
        for child in noun.lefts
        if (child.dep_ == "poss" or child.dep_ in ("amod", "compound", "nmod")) and scene.party(child).actors
    ]
    senders = linked_nouns(noun, "from") if noun.lemma_.lower() in scene.words.lists["dealings.from"] else []
    by = [one for one in by_phrase(noun) or senders if scene.party(one).actors]
    verb: Token | None = None
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(noun.head):
        lists = scene.words.lists
        verb = noun.head if noun.head.lemma_ in lists["light.owning"] | lists["light.weighing"] else None
    if owners or by:
        return (by or owners), verb
    return (agents(verb), verb) if verb is not None else ([], None)


def noun_draft(
    scene: Scene,
    noun: Token,
    type_: EventType,
    sources: list[Token],
    heads: list[Token],
    source: tuple[int, ...],
    target: tuple[int, ...],
    light: Token | None,
    *,
    bare: bool = False,
) -> Draft:
    """A draft from a noun and its parties."""
    first, last = evidence_tokens(scene, noun, [*sources, *heads], noun.i)
    held = noun.head if light is None and type_ == "SANCTION" and is_in_force(noun) else light
    return Draft(
        first=min(first, noun.left_edge.i),
        last=last,
        trigger=scene.parse.span_of(noun, noun),
        word=noun.lemma_.lower(),
        type=type_,
        actors=join_roles(source, target),
        times=merge_times(times_of_clause(scene, held) if held is not None else (), noun_times(scene, noun)),
        where=place_of_noun(scene, noun),
        status=status_of_words(scene, noun, type_, light),
        definite=is_definite(noun),
        open=bare,
        light=bare,
    )


def status_of_words(scene: Scene, noun: Token, type_: EventType, light: Token | None) -> EventStatus:
    """As the noun's words have it; what is asked for in the infinitive lies ahead, the asking does not."""
    status = status_of_noun(scene, noun, light)
    asked = type_ in ("REQUEST", "REJECT", "THREATEN") and any(child.dep_ == "acl" for child in noun.rights)
    asked = asked and not any(child.lower_ in scene.words.lists["status.proposed"] for child in noun.lefts)
    return "happened" if asked and light is None and status in ("planned", "proposed") else status


def noun_times(scene: Scene, noun: Token) -> list[int]:
    """Times before the noun or in its own phrases."""
    found = [scene.time_at[child.i][0] for child in noun.lefts for child in child.subtree if child.i in scene.time_at]
    return found + object_times(scene, [noun])
