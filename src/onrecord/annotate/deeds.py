"""Events that are no contacts: PLOVER's other types, from a lexicon of verbs and nouns with dependency roles.

An event needs an actor as its source; acts of speech and gifts need somebody they are about as well. Precision first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_nouns import find_deed_nouns
from onrecord.annotate.deed_parties import join_roles, object_times, target_actors
from onrecord.annotate.drafts import (
    Draft,
    evidence_tokens,
    merge_times,
    place_of_clause,
    times_after_nouns,
    times_of_clause,
)
from onrecord.annotate.grammar import (
    agents,
    conjoined,
    has_links,
    is_passive,
    linked_objects,
    own_subjects,
    patients,
)
from onrecord.annotate.quantities import load_claim_words
from onrecord.annotate.scenes import Party
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stand_ins import StandIns
    from onrecord.vocab.lists import EventStatus

VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types that are mostly acts of words, which statements record as well."""
TOGETHER = ("together",)
"""The mark of entries that need two actors as their source and no target ("A and B signed a treaty")."""


def find_deeds(scene: Scene, stand_ins: StandIns) -> list[Draft]:
    """All events of the other types, by verb and by noun."""
    drafts: list[Draft] = []
    used: set[int] = set()
    for token in scene.parse.doc:
        if token.pos_ != "VERB" or token.dep_ in ("amod", "compound"):
            continue
        for pattern in scene.words.deeds.get(scene.words.lemmas.get(token.lemma_, token.lemma_.lower()), ()):
            draft = read_deed(scene, token, pattern, used, stand_ins)
            if draft is not None:
                drafts.append(draft)
                break
    drafts += find_deed_nouns(scene, frozenset(used))
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


def read_deed(scene: Scene, verb: Token, pattern: DeedPattern, used: set[int], stand_ins: StandIns) -> Draft | None:
    """Match one lexicon entry at a verb."""
    fits, noun = match_noun(verb, pattern)
    sources = agents(verb) if fits else []
    source = scene.parties(sources)
    if fits and not sources and pattern.type == "COERCE" and is_passive(verb):
        source = Party(actors=told_by_police(scene, verb))
    bare = fits and not source.actors and is_sourceless(scene, verb, pattern, sources)
    if not (source.actors or bare) or (pattern.needs_target and any(child.dep_ == "neg" for child in verb.children)):
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
    if pattern.type in VERBAL and not is_told_in_full(scene, verb, named_in_full(scene, verb, sources, heads)):
        return None
    times = merge_times(times_of_clause(scene, verb), object_times(scene, heads))
    times = times or (merge_times(times_after_nouns(scene, verb)) if bare else ())
    printed = source.actors, target
    where = place_of_clause(scene, verb)
    if bare and not ((times or where) and all(scene.actors[one].named for one in target) and target):
        return None
    source, target, times = complete(scene, verb, pattern, stand_ins, (source, target, times))
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
        times=times,
        where=where,
        status=status_of_deed(scene, verb, pattern),
        complete=bool(target),
        inherited=(source.actors, target) != printed,
    )


def complete(
    scene: Scene,
    verb: Token,
    pattern: DeedPattern,
    stand_ins: StandIns,
    told: tuple[Party, tuple[int, ...], tuple[int, ...]],
) -> tuple[Party, tuple[int, ...], tuple[int, ...]]:
    """Source, target and times with what goes without saying: the judge who convicts, whose charges are dropped."""
    source, target, times = told
    if not source.actors and stand_ins.judge is not None and verb.lemma_ in scene.words.lists["court.judging"]:
        source = Party(actors=(stand_ins.judge,))
    dropped = pattern.type == "CONCEDE" and pattern.object == "charge"
    if not target and dropped and stand_ins.accused is not None:
        target = tuple(one for one in (stand_ins.accused,) if one not in source.actors)
        times = merge_times(times, times_of_clause(scene, verb.head) if verb.head.lemma_ == "offer" else ())
    return source, target, times


def status_of_deed(scene: Scene, verb: Token, pattern: DeedPattern) -> EventStatus:
    """As the verb group has it; what is offered is not yet given."""
    status = status_of_verb(scene, verb)
    return "proposed" if pattern.verb == "offer" and not pattern.object and status == "happened" else status


def named_in_full(scene: Scene, verb: Token, sources: Sequence[Token], heads: Sequence[Token]) -> list[Token]:
    """The parties that an act of words must print: of charges and offers those that act and are acted on, no things."""
    parties = [one for one in (*sources, *heads) if not is_authority(scene, one)]
    acted = verb.lemma_.lower() in scene.words.lists["court.legal"] | {"offer"}
    return [one for one in parties if scene.is_actor(one)] if acted else parties


def is_sourceless(scene: Scene, verb: Token, pattern: DeedPattern, sources: Sequence[Token]) -> bool:
    """May it stand without a source: in the passive without "by", or done by a court or police without a name?"""
    lists = scene.words.lists
    if verb.lemma_.lower() not in lists["court.unsourced"] or (pattern.object and pattern.type != "CONCEDE"):
        return False
    means = lists["court.authorities"] | (lists["relief.means"] if is_passive(verb) else frozenset())
    return all(one.pos_ == "NOUN" and one.lemma_.lower() in means for one in sources) if sources else is_passive(verb)


def is_authority(scene: Scene, head: Token) -> bool:
    """Prosecutors, police, a jury or a court, by the noun alone."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in scene.words.lists["court.authorities"]


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
