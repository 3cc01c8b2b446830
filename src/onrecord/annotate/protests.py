"""Strikes, marches and blockades that a noun names: "the union's strike", "called off a walkout", "a rally by A".

A strike need not be printed with whom it is against; its source alone tells it apart from others, with its day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_nouns import is_feared
from onrecord.annotate.deed_parties import join_roles, object_times
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import agents, conjoined, hyphenated, is_passive, is_verb
from onrecord.annotate.noun_marks import is_definite, order_of
from onrecord.annotate.noun_statuses import status_of_noun
from onrecord.annotate.scenes import Party
from onrecord.annotate.stand_ins import is_workforce
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stand_ins import StandIns
    from onrecord.vocab.lists import EventStatus


def find_protests(scene: Scene, used: frozenset[int], stand_ins: StandIns) -> list[Draft]:
    """All protests named by a noun with a source, and strikes without one where the document has one union.

    Args:
        scene: The document.
        used: Character starts of the words that are events already.
        stand_ins: Its only union and only employer.
    """
    nouns = scene.words.lists["protest.nouns"]
    found = [
        read_protest(scene, token, stand_ins)
        for token in scene.parse.doc
        if hyphenated(token) in nouns and token.pos_ == "NOUN" and token.idx not in used
    ]
    found += [
        read_struck(scene, token, stand_ins)
        for token in scene.parse.doc
        if token.pos_ == "VERB" and token.lemma_.lower() == "strike" and token.idx not in used
    ]
    return [draft for draft in found if draft is not None]


def read_protest(scene: Scene, noun: Token, stand_ins: StandIns) -> Draft | None:
    """One protest noun with its source: owner, "by A", or who holds, plans, ends or calls it off."""
    lists = scene.words.lists
    if is_other_thing(scene, noun) or is_feared(scene, noun):
        return None
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") and is_verb(noun.head) else None
    verb = verb if verb is not None and verb.lemma_.lower() in lists["protest.verbs"] else None
    sources = sources_of(scene, noun, verb)
    party = scene.parties(sources)
    if noun.lemma_.lower() in lists["labour.stoppages"] and stand_ins.union is not None:
        own = [stand_ins.union if is_workforce(scene, one) else one for one in party.actors]
        party = Party(actors=tuple(dict.fromkeys(own)))  # "dockers call off strike": it is their union's
    times = merge_times(
        noun_times(scene, noun), times_of_clause(scene, verb) if verb is not None and is_holding(scene, verb) else ()
    )
    stopped = noun.lemma_.lower() in lists["labour.stoppages"]
    times = times or (stopping_times(scene, noun) if stopped else ())
    bare = not party.actors and stopped and stand_ins.union is not None and bool(times) and not sources
    if bare and stand_ins.union is not None:
        party = Party(actors=(stand_ins.union,))
    if not party.actors or any(scene.actors[one].kind == "state" for one in party.actors):
        return None
    against = opponents(noun)
    target = [one for one in scene.parties(against).actors if one not in party.actors]
    employed = stopped and not against and stand_ins.union in party.actors and stand_ins.employer is not None
    if employed and stand_ins.employer is not None:
        target = [stand_ins.employer]
    first, last = evidence_tokens(scene, noun, [*sources, *against], noun.i)
    if verb is not None and verb.i > first:
        first = min(first, verb.i)
    return Draft(
        first=min(first, noun.left_edge.i),
        last=last,
        trigger=scene.parse.span_of(noun, noun),
        word=noun.lemma_.lower(),
        type="PROTEST",
        actors=join_roles(party.actors, tuple(target)),
        times=times,
        where=place_of_clause(scene, noun),
        status=status_of(scene, noun, verb),
        definite=is_definite(noun),
        order=order_of(scene, noun),
        inherited=bare,
    )


def is_other_thing(scene: Scene, noun: Token) -> bool:
    """An air strike, a strike on a port, a march of progress, a strike fund."""
    if any(child.lemma_.lower() in scene.words.lists["protest.not_before"] for child in noun.lefts):
        return True
    if any(child.dep_ == "prep" and child.lower_ in ("on", "of") and child.i > noun.i for child in noun.children):
        named = [one for child in noun.children if child.lower_ == "on" for one in child.children]
        if not named or any(one.i not in scene.in_time for one in named):
            return True
    return noun.dep_ in ("compound", "nmod", "amod")


def opponents(noun: Token) -> list[Token]:
    """Whom a protest is printed to be against."""
    return [
        one
        for prep in noun.children
        if prep.dep_ == "prep" and prep.lower_ in ("against", "at")
        for goal in prep.children
        if goal.dep_ == "pobj"
        for one in conjoined(goal)
    ]


def stopping_times(scene: Scene, noun: Token) -> tuple[int, ...]:
    """The time of the clause whose subject a strike is ("a strike shut the port on Monday")."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.pos_ not in ("VERB", "AUX"):
        return ()
    return merge_times(times_of_clause(scene, verb), *(object_times(scene, [one]) for one in verb.rights))


def read_struck(scene: Scene, verb: Token, stand_ins: StandIns) -> Draft | None:
    """ "The union will strike on Monday", "2,400 dockers struck on 15 May": no object, and workers or a union."""
    heads = agents(verb)
    if is_passive(verb) or not heads or any(child.dep_ in ("dobj", "prt", "nsubjpass") for child in verb.children):
        return None
    lists = scene.words.lists
    times = times_of_clause(scene, verb)
    source = tuple(one for one in scene.parties(heads).actors if is_union(scene, one))
    workers = any(head.lemma_.lower() in lists["labour.workers"] for head in heads)
    bare = not source and workers and stand_ins.union is not None and bool(times)
    if bare and stand_ins.union is not None:
        source = (stand_ins.union,)
    if not source and workers and stand_ins.union is None:
        source = scene.parties(heads).actors if times else ()  # "airline pilots will strike on Monday"
    if not source:
        return None
    target = (stand_ins.employer,) if stand_ins.union in source and stand_ins.employer is not None else ()
    first, last = evidence_tokens(scene, verb, heads, verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word="strike",
        type="PROTEST",
        actors=join_roles(source, target),
        times=merge_times(times),
        where=place_of_clause(scene, verb),
        status=status_of_verb(scene, verb),
        inherited=bare,
    )


def is_union(scene: Scene, actor: int) -> bool:
    """An organization whose name ends in a word for a union."""
    one = scene.actors[actor]
    return one.kind == "organization" and one.name.lower().split()[-1] in scene.words.lists["labour.unions"]


def sources_of(scene: Scene, noun: Token, verb: Token | None) -> list[Token]:
    """Who protests: "by A", the owner, or the subject of a verb whose subject protests."""
    by = [
        one
        for prep in noun.children
        if prep.lower_ == "by"
        for goal in prep.children
        if goal.dep_ == "pobj"
        for one in conjoined(goal)
    ]
    owners = [child for child in noun.lefts if child.dep_ == "poss" and scene.is_actor(child)]
    if not by and verb is not None and all(one.tag_ == "PRP$" and not scene.party(one).actors for one in owners):
        owners = []  # "the union suspended its strike"
    if by or owners:
        return by or owners
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.head.head.lemma_ in ("be", "remain", "stay"):
        return agents(noun.head.head)  # "nurses are on strike"
    if verb is None:
        return []
    return [one for one in agents(verb) if one.lemma_.lower() not in scene.words.lists["protest.curbing"]]


def is_holding(scene: Scene, verb: Token) -> bool:
    """Is the time of the verb that of the protest ("held a march on Friday"), and not of a decision about it?"""
    return verb.lemma_.lower() in scene.words.lists["protest.holding"]


def noun_times(scene: Scene, noun: Token) -> list[int]:
    """Times in the noun's own phrase: "Thursday's strike", "a strike on Thursday", "a strike planned for Thursday"."""
    tops = [child for child in noun.children if child.dep_ in ("poss", "nmod", "npadvmod", "acl", "compound")]
    tops += [child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("on", "in", "for")]
    return [scene.time_at[one.i][0] for top in tops for one in top.subtree if one.i in scene.time_at]


def status_of(scene: Scene, noun: Token, verb: Token | None) -> EventStatus:
    """Called off is cancelled; what is held, joined or ended took place; else what the verb group says."""
    if verb is None:
        return status_of_noun(scene, noun, None)
    particles = {child.lower_ for child in verb.children if child.dep_ == "prt"}
    lemma = verb.lemma_.lower()
    held = status_of_noun(scene, noun, verb)
    if held in ("denied", "unconfirmed"):
        return held
    if (lemma == "call" and "off" in particles) or lemma in ("cancel", "postpone", "scrap"):
        return "cancelled" if held in ("happened", "cancelled") else held
    if lemma in scene.words.lists["protest.ahead"] or (lemma == "call" and "off" not in particles):
        return "planned" if held == "happened" or (lemma == "call" and held == "proposed") else held
    return held
