"""Events that are no contacts: PLOVER's other types, from a lexicon of verbs and nouns with dependency roles.

An event needs an actor as its source; acts of speech and gifts need somebody they are about as well. Precision first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.contacts import is_definite
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import agents, conjoined, has_links, is_passive, is_verb, linked_objects, patients
from onrecord.annotate.statuses import status_of_noun, status_of_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventType, Role

CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj"})
OWNING = frozenset({"launch", "carry", "impose", "order", "make", "issue", "file", "announce", "stage", "hold", "mount", "begin",
                    "conduct", "start", "express", "face_not", "resume", "continue", "lead", "lift_not", "open", "approve", "send", "reach"})  # fmt: skip


def find_deeds(scene: Scene) -> list[Draft]:
    """All events of the other types, by verb and by noun."""
    drafts: list[Draft] = []
    used: set[int] = set()
    for token in scene.parse.doc:
        if token.pos_ != "VERB" or token.dep_ in ("amod", "compound"):
            continue
        for pattern in scene.words.deeds.get(token.lemma_.lower(), ()):
            draft = read_deed(scene, token, pattern, used)
            if draft is not None:
                drafts.append(draft)
                break
    for token in scene.parse.doc:
        if token.pos_ == "NOUN" and token.i not in used and token.lemma_.lower() in scene.words.deed_nouns:
            drafts += read_deed_noun(scene, token)
    return drafts


def object_noun(verb: Token, lemma: str) -> Token | None:
    """The object noun of a fixed phrase ("impose" + "sanction"), in the active or the passive, or after a particle."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "prep", "prt", "acomp", "oprd", "advmod"):
            heads = conjoined(child) if child.dep_ in ("dobj", "nsubjpass", "advmod") else [noun for noun in child.children if noun.dep_ == "pobj"]
            for head in heads:
                if head.lemma_.lower() == lemma:
                    return head
    return None


def targets_of(verb: Token, pattern: DeedPattern, noun: Token | None) -> list[Token]:
    """Heads of the noun phrases that the deed is done to."""
    if not pattern.links:
        return [noun] if noun is not None else patients(verb)
    found = linked_objects(verb, pattern.links)
    if noun is not None:
        found += [one for one in linked_objects(noun, pattern.links) if one not in found]
    if is_passive(verb) and not found and noun is None:
        return patients(verb)
    return found


def target_actors(scene: Scene, heads: Sequence[Token], *, strict: bool) -> tuple[int, ...]:
    """The actors that are the target, or, unless strict, that the target belongs to ("bombed A's port")."""
    party = scene.parties(heads)
    if party.actors or strict:
        return party.actors
    by = [scene.party(goal).actors for head in heads for prep in head.subtree if prep.lower_ == "by" for goal in prep.children if goal.dep_ == "pobj"]
    if any(by):
        return tuple(dict.fromkeys(actor for found in by for actor in found))  # "the invasion of A by B": B's deed
    found: list[int] = []
    for head in heads:
        for token in head.subtree:
            if token == head or in_clause(token, head) or token.i in scene.in_time:
                continue
            if token.dep_ in ("poss", "compound", "amod", "nmod") or (token.dep_ == "pobj" and token.head.lower_ in ("of", "by", "in", "from", "against")):
                found += scene.actors_at(token).actors
    return tuple(dict.fromkeys(found))


def in_clause(token: Token, top: Token) -> bool:
    """Does a clause lie between a token and the noun above it?"""
    while token != top:
        if token.dep_ in CLAUSES:
            return True
        token = token.head
    return False


def read_deed(scene: Scene, verb: Token, pattern: DeedPattern, used: set[int]) -> Draft | None:
    """Match one lexicon entry at a verb."""
    noun = object_noun(verb, pattern.object) if pattern.object else None
    if pattern.object and noun is None and verb.dep_ == "relcl" and verb.head.lemma_.lower() == pattern.object:
        noun = verb.head  # "the agreement that A signed with B"
    if pattern.object and noun is None:
        return None
    if pattern.links and not has_links(verb, pattern.links):
        return None
    if not pattern.links and not pattern.object and any(child.dep_ == "prt" for child in verb.children):
        return None
    sources = agents(verb)
    source = scene.parties(sources)
    if not source.actors:
        return None
    heads = targets_of(verb, pattern, noun)
    if pattern.type == "MOBILIZE" and not pattern.links:
        heads = []  # what is mobilized is one's own
    elif pattern.intransitive and heads and not scene.parties(heads).actors:
        return None  # "demonstrated the device", "withdrew cash"
    if not heads and pattern.intransitive and any(child.dep_ == "dobj" for child in verb.children) and pattern.type != "MOBILIZE":
        return None
    if not heads and not pattern.object and not pattern.intransitive and pattern.type != "MOBILIZE":
        return None
    target = tuple(one for one in target_actors(scene, heads, strict=pattern.strict) if one not in source.actors)
    if not target and (pattern.needs_target or pattern.strict) and not (pattern.intransitive and not heads):
        return None
    if any(child.dep_ in ("neg",) for child in verb.children) and pattern.needs_target:
        return None  # "did not accuse": no act took place
    if noun is not None:
        used.add(noun.i)
    first, last = evidence_tokens(scene, verb, [*sources, *heads], noun.i if noun is not None else verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, noun if noun is not None and 0 < noun.i - verb.i <= 4 else verb),
        word=verb.lemma_.lower(),
        type=pattern.type,
        actors=join_roles(source.actors, target),
        times=merge_times(times_of_clause(scene, verb), object_times(scene, heads)),
        where=place_of_clause(scene, verb),
        status=status_of_verb(scene, verb),
        complete=bool(target),
    )


def object_times(scene: Scene, heads: Sequence[Token]) -> list[int]:
    """Times that the parser hung on the object ("attacked the port on Friday")."""
    found = []
    for head in heads:
        for child in head.rights:
            inner = [child] if child.dep_ == "npadvmod" else [noun for noun in child.children if noun.dep_ == "pobj"] if child.dep_ == "prep" and child.lower_ in ("on", "in", "at") else []
            for top in inner:
                found += [scene.time_at[one.i][0] for one in top.subtree if one.i in scene.time_at]
    return found


def join_roles(source: tuple[int, ...], target: tuple[int, ...]) -> tuple[tuple[int, Role], ...]:
    """Sources first, then targets."""
    first: list[tuple[int, Role]] = [(actor, "source") for actor in source]
    return (*first, *((actor, "target") for actor in target if actor not in source))


def read_deed_noun(scene: Scene, noun: Token) -> list[Draft]:
    """An event that a noun names with its target ("A's attack on B"), or a bare re-mention ("the attack")."""
    for link, type_ in scene.words.deed_nouns[noun.lemma_.lower()]:
        preps = [child for child in noun.children if child.dep_ == "prep" and child.lower_ == link]
        heads = [one for prep in preps for goal in prep.children if goal.dep_ == "pobj" for one in conjoined(goal)]
        target = target_actors(scene, heads, strict=False)
        sources, light = deed_sources(scene, noun)
        source = tuple(one for one in scene.parties(sources).actors if one not in target)
        if target and source:
            return [noun_draft(scene, noun, type_, sources, heads, source, target, light)]
    if is_definite(noun) and not any(child.dep_ == "poss" for child in noun.children) and not any(child.dep_ == "prep" for child in noun.children):
        type_ = scene.words.deed_nouns[noun.lemma_.lower()][0][1]
        sources, light = deed_sources(scene, noun)
        source = scene.parties(sources).actors
        return [noun_draft(scene, noun, type_, sources, [], source, (), light, bare=True)]
    return []


def deed_sources(scene: Scene, noun: Token) -> tuple[list[Token], Token | None]:
    """Who did what the noun names: its owner, a name before it, "by A", or the subject of its verb."""
    owners = [child for child in noun.lefts if child.dep_ in ("poss", "amod", "compound", "nmod") and scene.party(child).actors]
    by = [one for child in noun.subtree if child.dep_ in ("prep", "agent") and child.lower_ == "by" for goal in child.children if goal.dep_ == "pobj" for one in conjoined(goal)]
    verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") and is_verb(noun.head) and noun.head.lemma_ in OWNING else None
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
    where: Span | None = None
    return Draft(
        first=min(first, noun.left_edge.i),
        last=last,
        trigger=scene.parse.span_of(noun, noun),
        word=noun.lemma_.lower(),
        type=type_,
        actors=join_roles(source, target),
        times=merge_times(times_of_clause(scene, light) if light is not None else (), noun_times(scene, noun)),
        where=where,
        status=status_of_noun(scene, noun, light),
        definite=is_definite(noun),
        open=bare,
        light=bare,
    )


def noun_times(scene: Scene, noun: Token) -> list[int]:
    """Times before the noun or in its own phrases."""
    found = [scene.time_at[child.i][0] for child in noun.lefts for child in child.subtree if child.i in scene.time_at]
    return found + object_times(scene, [noun])
