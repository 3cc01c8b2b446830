"""Events that are no contacts: PLOVER's other types, from a lexicon of verbs and nouns with dependency roles.

An event needs an actor as its source; acts of speech and gifts need somebody they are about as well. Precision first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.contacts import is_definite
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import (
    agents,
    conjoined,
    has_links,
    is_passive,
    is_verb,
    linked_objects,
    own_subjects,
    patients,
)
from onrecord.annotate.quantities import load_claim_words
from onrecord.annotate.scenes import Party
from onrecord.annotate.statuses import status_of_noun, status_of_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventType, Role

VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types that are mostly acts of words, which statements record as well."""
TOGETHER = ("together",)
"""The mark of entries that need two actors as their source and no target ("A and B signed a treaty")."""
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "pcomp"})


def find_deeds(scene: Scene) -> list[Draft]:
    """All events of the other types, by verb and by noun."""
    drafts: list[Draft] = []
    used: set[int] = set()
    for token in scene.parse.doc:
        if token.pos_ != "VERB" or token.dep_ in ("amod", "compound"):
            continue
        for pattern in scene.words.deeds.get(scene.words.lemmas.get(token.lemma_, token.lemma_.lower()), ()):
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
            heads = (
                conjoined(child)
                if child.dep_ in ("dobj", "nsubjpass", "advmod")
                else [noun for noun in child.children if noun.dep_ == "pobj"]
            )
            for head in heads:
                if head.lemma_.lower() == lemma:
                    return head
    return None


def targets_of(verb: Token, pattern: DeedPattern, noun: Token | None) -> list[Token]:
    """Heads of the noun phrases that the deed is done to."""
    if pattern.links == TOGETHER:
        return []
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
    by = [scene.party(goal).actors for head in heads for goal in by_phrase(head)]
    if any(by):
        return tuple(dict.fromkeys(actor for found in by for actor in found))  # "the invasion of A by B": B's deed
    found: list[int] = []
    for head in heads:
        for token in head.subtree:
            if token == head or in_clause(token, head) or token.i in scene.in_time:
                continue
            if token.dep_ in ("poss", "compound", "amod", "nmod") or (
                token.dep_ == "pobj" and token.head.lower_ in ("of", "by", "in", "from", "against")
            ):
                found += scene.actors_at(token).actors
    return tuple(dict.fromkeys(found))


def by_phrase(noun: Token) -> list[Token]:
    """The agents printed after a noun ("the invasion of A by B"), wherever the parser hung them."""
    doc = noun.doc
    for at in range(noun.i + 1, min(noun.i + 8, noun.sent.end)):
        if (doc[at].pos_ in ("VERB", "AUX") and doc[at + 1 : at + 2].text != "by") or doc[at].text in (",", ";", ":"):
            break
        if doc[at].lower_ == "by":
            return [one for goal in doc[at].children if goal.dep_ == "pobj" for one in conjoined(goal)]
    return []


def in_clause(token: Token, top: Token) -> bool:
    """Does a clause lie between a token and the noun above it?"""
    while token != top:
        if token.dep_ in CLAUSES:
            return True
        token = token.head
    return False


def match_noun(verb: Token, pattern: DeedPattern) -> tuple[bool, Token | None]:
    """Does the entry's wording fit at a verb, and which is its object noun?"""
    noun = object_noun(verb, pattern.object) if pattern.object else None
    if pattern.object and noun is None and verb.dep_ == "relcl" and verb.head.lemma_.lower() == pattern.object:
        noun = verb.head  # "the agreement that A signed with B"
    if pattern.object and noun is None:
        return False, None
    if pattern.links == TOGETHER:
        return True, noun
    if pattern.links:
        return has_links(verb, pattern.links), noun
    return bool(pattern.object) or not any(child.dep_ == "prt" for child in verb.children), noun


def has_odd_object(scene: Scene, verb: Token, pattern: DeedPattern, noun: Token | None, heads: Sequence[Token]) -> bool:
    """Has a verb that needs no object one that is no party ("demonstrated the device", "withdrew cash from a bank")?"""
    if pattern.type == "MOBILIZE":
        return False
    things = [child for child in verb.children if child.dep_ == "dobj" and child != noun and not scene.is_actor(child)]
    if verb.lemma_ == "return" and not things and not is_passive(verb):
        return True  # "returned to the town hall": nothing was given back
    if pattern.type == "RETREAT" and pattern.links and noun is None and things:
        return True
    if pattern.intransitive:
        return bool(things) if not heads else not scene.parties(heads).actors
    return not heads and not pattern.object


def find_target(
    scene: Scene, verb: Token, pattern: DeedPattern, heads: Sequence[Token], source: tuple[int, ...]
) -> tuple[int, ...] | None:
    """The target's actors; None where the entry needs a target and there is none."""
    people = load_claim_words()["people"]["words"]
    strict = pattern.strict and not any(head.lemma_.lower() in people for head in heads)
    target = tuple(one for one in target_actors(scene, heads, strict=strict) if one not in source)
    if not target and pattern.type == "REJECT" and not strict:
        target = scene.parties(linked_objects(verb, ("from",))).actors  # "turned down an offer from A"
    if target or (pattern.intransitive and not heads):
        return target
    return None if pattern.needs_target or pattern.strict else ()


def read_deed(scene: Scene, verb: Token, pattern: DeedPattern, used: set[int]) -> Draft | None:
    """Match one lexicon entry at a verb."""
    fits, noun = match_noun(verb, pattern)
    sources = agents(verb) if fits else []
    source = scene.parties(sources)
    if fits and not sources and pattern.type == "COERCE" and is_passive(verb):
        source = Party(actors=told_by_police(scene, verb))
    if not source.actors or (pattern.needs_target and any(child.dep_ == "neg" for child in verb.children)):
        return None  # "did not accuse": no act took place
    own = pattern.type == "MOBILIZE" and not pattern.links  # what is mobilized is one's own
    heads = [head for head in targets_of(verb, pattern, noun) if not own and (head != noun or not pattern.links)]
    heads = [head for head in heads if head.i not in scene.in_time]
    if verb.lemma_ in ("walk", "march") and is_leaving(scene, verb):
        return None
    if has_odd_object(scene, verb, pattern, noun, heads):
        return None
    target = find_target(scene, verb, pattern, heads, source.actors)
    if target is None and pattern.type == "AGREE" and pattern.links == TOGETHER:
        target = () if len(source.actors) > 1 else None
    if target is None or (pattern.ambiguous and not is_armed(scene, [*source.actors, *target], sources)):
        return None
    if pattern.type in VERBAL and not is_told_in_full(scene, verb, [*sources, *heads]):
        return None
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


def told_by_police(scene: Scene, verb: Token) -> tuple[int, ...]:
    """ "Police said three people were arrested": they did it themselves."""
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    actor = None if index is None else scene.statements[index].source.actor
    if actor is None or verb.lemma_ not in ("arrest", "detain", "seize", "confiscate", "round"):
        return ()
    return (actor,) if scene.words.lists["police"] & set(scene.actors[actor].name.lower().split()) else ()


def is_leaving(scene: Scene, verb: Token) -> bool:
    """Is it a room or a meeting that people walk out of, or one person that walks ("marched into the office")?"""
    nouns = [one for token in verb.rights for one in token.subtree if one.dep_ == "pobj" and one.head.lower_ == "of"]
    if any(one.lemma_.lower() in scene.words.lists["protest.left"] or one.lemma_ in scene.words.nouns for one in nouns):
        return True
    people = scene.parties(agents(verb))
    return len(people.actors) == 1 and scene.actors[people.actors[0]].kind == "person" and not people.plural


def is_told_in_full(scene: Scene, verb: Token, heads: Sequence[Token]) -> bool:
    """Is an act of words told in a clause of its own, with both parties printed by name or title?

    What is less ("She thanked him", "…, she said, rejecting the offer") the statements already say.
    """
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or not (own_subjects(verb) or verb.dep_ == "conj"):
        return False
    return all(is_printed(scene, head) for head in heads)


def is_printed(scene: Scene, head: Token) -> bool:
    """Does a phrase name an actor that has a name, by its name or title?"""
    party = scene.party(head)
    forms = {scene.mentions[index].form for index in scene.mention_at.get(head.i, ())}
    return bool(party.actors) and all(scene.actors[one].named for one in party.actors) and "pronoun" not in forms


def is_armed(scene: Scene, actors: Sequence[int], sources: Sequence[Token]) -> bool:
    """Is a state or are armed people in it, so that "attacked" is meant of arms and not of words?"""
    if any(scene.actors[actor].kind == "state" for actor in actors):
        return True
    words = {word for actor in actors for word in scene.actors[actor].name.lower().split()}
    words |= {head.lemma_.lower() for head in sources}
    armed = scene.words.lists["armed"]
    return any(word in armed or word.removesuffix("s") in armed for word in words)


def object_times(scene: Scene, heads: Sequence[Token]) -> list[int]:
    """Times that the parser hung on the object ("attacked the port on Friday")."""
    found = []
    for head in heads:
        for child in head.rights:
            inner = (
                [child]
                if child.dep_ == "npadvmod"
                else [noun for noun in child.children if noun.dep_ == "pobj"]
                if child.dep_ == "prep" and child.lower_ in ("on", "in", "at")
                else []
            )
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
    if (
        is_definite(noun)
        and not any(child.dep_ == "poss" for child in noun.children)
        and not any(child.dep_ == "prep" for child in noun.children)
    ):
        type_ = scene.words.deed_nouns[noun.lemma_.lower()][0][1]
        sources, light = deed_sources(scene, noun)
        source = scene.parties(sources).actors
        return [noun_draft(scene, noun, type_, sources, [], source, (), light, bare=True)]
    return []


def deed_sources(scene: Scene, noun: Token) -> tuple[list[Token], Token | None]:
    """Who did what the noun names: its owner, a name before it, "by A", or the subject of its verb."""
    owners = [
        child
        for child in noun.lefts
        if (child.dep_ == "poss" or (child.dep_ in ("amod", "compound", "nmod") and child.tag_ == "JJ"))
        and scene.party(child).actors
    ]
    by = [one for one in by_phrase(noun) if scene.party(one).actors]
    verb: Token | None = None
    if noun.dep_ in ("dobj", "nsubjpass") and is_verb(noun.head):
        verb = noun.head if noun.head.lemma_ in scene.words.lists["light.owning"] else None
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
