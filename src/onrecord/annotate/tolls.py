"""Violence without a known source: "12 people were killed in a blast in Tarsk".

An event of PLOVER's ASSAULT only where people are counted as its victims, a word of violence names what did it, and the
place is an actor of the document: the place is then all that can be said of its parties. Accidents have no type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import by_phrase, join_roles, target_actors
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.grammar import agents, conjoined, is_headline, is_passive, patients
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.quantities import load_claim_words
from onrecord.annotate.statuses import status_of_verb
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

HARM = frozenset({"kill", "wound", "injure", "maim", "slaughter", "massacre", "die"})
SETTING = frozenset({"in", "by", "after", "during", "when", "from"})
NEAREST = frozenset({"in", "at", "near", "on", "outside", "from"})


def find_tolls(scene: Scene, used: frozenset[int]) -> list[Draft]:
    """All counted victims of violence that nobody is named as the source of.

    Args:
        scene: The document.
        used: Starts of the triggers that other finders have read.
    """
    drafts = []
    for token in scene.parse.doc:
        harm = token.pos_ == "VERB" and token.lemma_.lower() in HARM
        if (harm or (token.lower_ == "dead" and token.dep_ != "amod")) and token.idx not in used:
            draft = read_toll(scene, token)
            if draft is not None:
                drafts.append(draft)
    return [one for one in drafts if not any(other.first < one.first and one.last <= other.last for other in drafts)]


def read_toll(scene: Scene, verb: Token) -> Draft | None:
    """Read "N people were killed in a blast in P", "a blast in P killed N people", "N dead in P shooting"."""
    status = status_of_verb(scene, verb) if verb.pos_ == "VERB" else "happened"
    if status != "happened":
        return None
    victims, causes = victims_of(verb), named_causes(verb)
    if not is_dying(verb):
        causes = [*agents(verb), *causes]
    counted = [head for head in victims if is_counted(head)]
    causes = [
        one for one in causes if (is_violent(scene, one) or is_driven(scene, one)) and not scene.party(one).actors
    ]
    if is_headline(verb) and not causes and (counted or verb.nbor(-1).tag_ == "CD" if verb.i else False):
        causes = [one for one in verb.sent if one.i > verb.i and one.pos_ == "NOUN" and is_violent(scene, one)]
        counted = counted or [verb.nbor(-1)]
    if not counted or not causes:
        return None
    clauses = [head.head for head in causes if head.head.dep_ == "advcl"]
    where = find_struck(scene, [*causes, *clauses, verb]) or (place_before(scene, causes[0]))
    where = None if where is not None and is_home(scene, where) else where
    target = None if where is None else actor_of_place(scene, where)
    heads, source = sources_of(scene, causes[0])
    if (where is None or target is None) and not source:
        return None
    known = tuple(one for one in struck_by(scene, causes) if one not in source)
    struck = (target,) if target is not None else scene.parties(counted).actors  # "killed in a raid by A"
    struck = known or struck
    end = None if where is None else scene.parse.doc.char_span(where.start, where.end, alignment_mode="expand")
    last = max(verb.i, end.end - 1 if end is not None and end[0].sent == verb.sent else verb.i)
    first, last = evidence_tokens(scene, verb, [*counted, *causes, *heads], last)
    return Draft(
        first=min(first, counted[0].left_edge.i) if counted[0].i < verb.i else first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower(),
        type="ASSAULT",
        actors=join_roles(source, struck),
        times=merge_times(times_of_clause(scene, verb), *(times_of_noun(scene, head) for head in causes)),
        where=where,
        status=status,
        complete=True,
    )


def is_home(scene: Scene, where: Span) -> bool:
    """ "Two children from Arland died in the attack": not where it was."""
    return scene.parse.document.text[: where.start].rstrip().lower().endswith(" from")


def struck_by(scene: Scene, causes: Sequence[Token]) -> tuple[int, ...]:
    """Whom an attack was on, where the words say so ("in an attack on the Arland embassy")."""
    ends = [one for cause in causes for link in ("on", "against") for one in linked_objects(cause, (link,))]
    return target_actors(scene, ends, strict=False) if ends else ()


def is_driven(scene: Scene, cause: Token) -> bool:
    """Is it what somebody drove into people ("killed when a truck ploughed through a crowd")?"""
    verbs = [cause.head, *(child for child in cause.rights if child.dep_ in ("acl", "relcl"))]
    if cause.lemma_.lower() not in scene.words.lists["deeds.vehicles"]:
        return False
    patterns = [(verb, one) for verb in verbs for one in scene.words.deeds.get(verb.lemma_.lower(), ())]
    return any(
        one.objects
        and any(goal.lemma_.lower() in one.objects for goal in (*patients(verb), *linked_objects(verb, one.links)))
        for verb, one in patterns
        if one.type == "ASSAULT" and one.links
    )


def is_dying(verb: Token) -> bool:
    """Do the victims stand before the verb ("were killed", "died", "four killed in …", "59 dead")?"""
    bare = verb.tag_ == "VBN" and not any(child.dep_ in ("dobj", "aux") for child in verb.children)
    return bare or is_passive(verb) or verb.lemma_ == "die" or verb.pos_ != "VERB"


def victims_of(verb: Token) -> list[Token]:
    """Who was harmed."""
    if not is_dying(verb):
        return patients(verb)
    if is_passive(verb):
        return patients(verb)
    return [
        one
        for child in verb.lefts
        if child.dep_ in ("nsubj", "nsubjpass", "nummod", "nmod", "advmod", "quantmod", "dep")
        for one in conjoined(child)
    ] or (agents(verb) if verb.lemma_ == "die" else [])


def find_struck(scene: Scene, tops: Sequence[Token]) -> Span | None:
    """The place that is printed with what happened: "a blast in P", "a P shooting", "killed … at a concert in P"."""
    for top in tops:
        near = place_of_cause(scene, top) or place_of_clause(scene, top)
        if near is not None and actor_of_place(scene, near) is not None:
            return near
    for token in (one for top in tops for one in top.subtree if not is_beside(one, tops)):
        within = token.dep_ == "pobj" and token.head.lower_ in NEAREST
        if within or (token.dep_ in ("compound", "nmod") and token.head in tops):
            for index in scene.mention_at.get(token.i, ()):
                span = Span(start=scene.mentions[index].start, end=scene.mentions[index].end)
                if actor_of_place(scene, span) is not None:
                    return span
    return None


def place_before(scene: Scene, cause: Token) -> Span | None:
    """The place named right before what happened, in a headline ("59 dead in Tarsk shooting")."""
    before = cause.i - 1
    for index in scene.mention_at.get(before, ()) if is_headline(cause) else ():
        span = Span(start=scene.mentions[index].start, end=scene.mentions[index].end)
        if actor_of_place(scene, span) is not None:
            return span
    return None


def is_beside(token: Token, tops: Sequence[Token]) -> bool:
    """Does a clause or "according to" lie between a token and what happened?"""
    while token not in tops and token.head != token:
        if token.dep_ in ("relcl", "ccomp", "advcl") or token.lower_ in ("according", "after", "before"):
            return True
        token = token.head
    return False


def sources_of(scene: Scene, cause: Token) -> tuple[list[Token], tuple[int, ...]]:
    """Who did it, where the cause says so: "a raid by A", "A's attack", "an A bombing"."""
    heads = [one for one in by_phrase(cause) if scene.party(one).actors]
    heads += [one for one in cause.lefts if one.dep_ in ("poss", "compound", "amod") and scene.party(one).actors]
    return heads, scene.parties(heads).actors


def is_counted(head: Token) -> bool:
    """Does a number stand before people ("at least 12 people", "two soldiers", "dozens of civilians")?"""
    people = load_claim_words()["people"]["words"]
    if head.lemma_.lower() in ("dozen", "hundred", "score", "thousand") and head.tag_ == "NNS":
        return True
    numbered = any(child.dep_ == "nummod" for child in head.lefts) or head.tag_ == "CD"
    known = head.lemma_.lower() in people or head.lemma_.lower() in load_event_words().lists["deeds.persons"]
    return numbered and (head.tag_ == "CD" or known)


def causes_of(scene: Scene, verb: Token) -> list[Token]:
    """The acts of violence in which something befell an actor ("Osk was killed in the attack", "in a raid by A").

    Of victims that are only counted, the tolls tell.
    """
    struck = scene.parties(patients(verb)).actors
    if not struck or any(scene.actors[one].kind == "group" for one in struck):
        return []
    preps = [child for child in verb.rights if child.dep_ == "prep" and child.lower_ in ("in", "during")]
    nouns = [goal for prep in preps for goal in prep.children if goal.dep_ == "pobj"]
    return [one for one in nouns if one.lemma_.lower() in scene.words.lists["violence"]]


def named_causes(verb: Token) -> list[Token]:
    """The nouns of "in a blast", "by shelling", "after an explosion", "when a gunman opened fire"."""
    found = [
        one
        for child in verb.children
        if child.dep_ in ("prep", "agent") and child.lower_ in SETTING
        for noun in child.children
        if noun.dep_ in ("pobj", "pcomp")
        for one in conjoined(noun)
    ]
    clauses = [child for child in verb.children if child.dep_ == "advcl"]
    bare = [one for one in clauses if one.pos_ == "NOUN"]  # "when a truck ploughed": the truck, to the parser
    return found + bare + [one for clause in clauses for one in agents(clause)]


def is_violent(scene: Scene, head: Token) -> bool:
    """Does the noun name an act of violence?"""
    violent = scene.words.lists["violence"]
    return head.lemma_.lower() in violent or head.lower_ in violent


def place_of_cause(scene: Scene, noun: Token) -> Span | None:
    """The place printed with the noun ("a blast in Tarsk")."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in NEAREST:
            for goal in child.children:
                if goal.dep_ == "pobj":
                    return place_of(scene, goal.left_edge.i, goal.i)
    return None


def actor_of_place(scene: Scene, where: Span) -> int | None:
    """The actor that a place is, if it is one."""
    for mention in scene.mentions:
        inside = mention.start <= where.start and where.end <= mention.end
        if inside and mention.actor is not None and scene.actors[mention.actor].kind in ("place", "state"):
            return mention.actor
    # "the Kessa crossing", "Tarsk airport": a place that bears the name of another
    within = [one for one in scene.mentions if where.start <= one.start and one.end <= where.end]
    named = [one.actor for one in within if one.actor is not None and scene.actors[one.actor].kind == "place"]
    return named[0] if len(set(named)) == 1 else None


def times_of_noun(scene: Scene, noun: Token) -> Sequence[int]:
    """The times printed with the noun ("a blast on Friday")."""
    return [scene.time_at[one.i][0] for child in noun.rights for one in child.subtree if one.i in scene.time_at]
