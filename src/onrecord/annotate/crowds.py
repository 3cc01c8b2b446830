"""Protests of people whom nothing names but their number: "20,000 people took to the streets of Tarsk on Sunday".

All that can be said of the parties is where it was: the place is the host.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_doers import is_crowd
from onrecord.annotate.deed_doubts import is_no_deed
from onrecord.annotate.deed_parties import in_clause, object_times, target_actors
from onrecord.annotate.deed_patterns import match_noun
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, times_of_clause
from onrecord.annotate.grammar import agents, has_no, is_passive, patients
from onrecord.annotate.statuses import status_of_verb
from onrecord.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

COUNTED = frozenset({"thousand", "hundred", "dozen", "people", "crowd", "score", "million"})
WITHIN = frozenset({"in", "at", "through", "across", "outside", "near", "of", "around", "on"})
BREAKING = frozenset({"erupt", "spread", "swell", "grow", "flare", "escalate", "turn", "stage", "organize", "organise"})
PERIOD = frozenset({"happened", "ongoing", "planned"})


def find_crowds(scene: Scene, used: frozenset[int]) -> list[Draft]:
    """All protests of crowds without a name, at a place that is an actor and with a day.

    Args:
        scene: The document.
        used: Places of the words that are events already.
    """
    found = [read_crowd(scene, token) for token in scene.parse.doc if token.pos_ == "VERB" and token.idx not in used]
    found += [read_unrest(scene, token) for token in scene.parse.doc if token.pos_ == "NOUN" and token.idx not in used]
    return [draft for draft in found if draft is not None]


def read_crowd(scene: Scene, verb: Token) -> Draft | None:
    """The protest of one verb, if its subject is a number of people."""
    heads = agents(verb)
    if not heads or is_passive(verb) or not all(is_many(scene, one) for one in heads):
        return None
    patterns = [one for one in scene.words.deeds.get(verb.lemma_.lower(), ()) if one.type == "PROTEST"]
    fitting = [(one, noun) for one in patterns for fits, noun in [match_noun(verb, one)] if fits]
    if not fitting or scene.parties(heads).actors or is_no_deed(scene, verb, fitting[0][0]):
        return None
    noun = fitting[0][1]
    things = [one for one in patients(verb) if noun is None]
    place, where = place_below(scene, verb)
    against = () if noun is None or place is not None else target_actors(scene, [noun], strict=False)
    times = merge_times(times_of_clause(scene, verb), object_times(scene, [] if noun is None else [noun]))
    status = status_of_verb(scene, verb)
    if not (place is not None or against) or not times or things or status not in PERIOD:
        return None
    actors: list[tuple[int, Role]] = [(place, "host")] if place is not None else [(one, "target") for one in against]
    first, last = evidence_tokens(scene, verb, heads, verb.i)
    return Draft(
        first=min(first, heads[0].left_edge.i),
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower(),
        type="PROTEST",
        actors=tuple(actors),
        times=times,
        where=where,
        status=status,
        complete=True,
    )


def read_unrest(scene: Scene, noun: Token) -> Draft | None:
    """ "Protests erupted in Tarsk on Saturday", "a rally took place": with its place and day, whoever was in it."""
    verb, lists = noun.head, scene.words.lists
    named = noun.lemma_.lower() in lists["protest.nouns"] and noun.lemma_ not in ("strike", "walkout", "stoppage")
    if not named or noun.dep_ not in ("nsubj", "nsubjpass") or verb.lemma_ not in lists["light.occur"] | BREAKING:
        return None
    place, where = place_below(scene, verb)
    times, status = merge_times(times_of_clause(scene, verb), object_times(scene, [noun])), status_of_verb(scene, verb)
    if place is None or not times or status not in PERIOD or has_no(noun) or scene.parties(list(noun.lefts)).actors:
        return None
    first, last = evidence_tokens(scene, verb, [noun], verb.i)
    return Draft(
        first=min(first, noun.left_edge.i),
        last=last,
        trigger=scene.parse.span_of(noun, noun),
        word=noun.lemma_.lower(),
        type="PROTEST",
        actors=((place, "host"),),
        times=times,
        where=where,
        status=status,
        complete=True,
    )


def is_many(scene: Scene, head: Token) -> bool:
    """Is it a number of people, or several of a kind that protests ("students", "200 workers")?"""
    return head.lemma_.lower() in COUNTED or (head.tag_ == "NNS" and is_crowd(scene, head))


def place_below(scene: Scene, verb: Token) -> tuple[int | None, Span | None]:
    """The place that is printed with a verb, in whatever phrase ("to the streets of Tarsk"), and where."""
    for token in verb.subtree:
        if token.dep_ != "pobj" or token.head.lower_ not in WITHIN or in_clause(token, verb):
            continue
        for index in scene.mention_at.get(token.i, ()):
            mention = scene.mentions[index]
            if mention.actor is not None and scene.actors[mention.actor].kind in ("place", "state"):
                return mention.actor, Span(start=mention.start, end=mention.end)
    return None, None
