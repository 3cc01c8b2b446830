"""Events that are no contacts: PLOVER's other types, from a lexicon of verbs and nouns with dependency roles.

An event needs an actor as its source; acts of speech and gifts need somebody they are about as well. Precision first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.deed_doers import may_be_source, told_by_police
from onrecord.annotate.deed_doubts import WORDS, is_no_deed
from onrecord.annotate.deed_merging import merge_deeds
from onrecord.annotate.deed_nouns import find_deed_nouns
from onrecord.annotate.deed_parties import (
    is_person_word,
    join_roles,
    object_times,
    owners_of,
    people_before,
    place_targets,
    principals,
    target_actors,
)
from onrecord.annotate.deed_patterns import TOGETHER, has_odd_object, match_noun, targets_of
from onrecord.annotate.deed_places import is_site, place_hit, place_of_crowd, place_struck
from onrecord.annotate.deed_sources import (
    complete,
    find_sources,
    is_armed,
    is_beside,
    is_news,
    is_sourceless,
    is_told_in_full,
    is_weapon,
    named_in_full,
)
from onrecord.annotate.drafts import (
    Draft,
    evidence_tokens,
    merge_times,
    place_of_clause,
    times_after_nouns,
    times_after_places,
    times_of_clause,
)
from onrecord.annotate.grammar import has_no, is_infinitive, is_negated, is_passive
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.measures import find_curbed, fired_at, is_arms_test
from onrecord.annotate.own_bodies import speaker_meant
from onrecord.annotate.scenes import Party
from onrecord.annotate.statuses import class_of, status_of_verb
from onrecord.annotate.sufferers import JUDGED, drop_sufferers
from onrecord.annotate.trade_targets import is_measure, trade_targets
from onrecord.vocab.families import share_own_family
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stand_ins import StandIns
    from onrecord.vocab.lists import EventStatus

NEAR = 4
"""Tokens behind a verb within which its noun is one of the words that name the event."""
ARMS_NEAR = 7
"""The same for a test of arms, which its noun tells from others ("tested its most powerful nuclear bomb")."""
LEAVING = frozenset({"resignation", "retirement", "abdication"})
"""What its owner does."""
CONDEMNING = frozenset({"condemn", "denounce", "deplore", "decry"})
AMOUNTS = frozenset({"million", "billion", "dollar", "euro", "pound", "crown"})
VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types that are mostly acts of words, which statements record as well."""


def find_deeds(scene: Scene, stand_ins: StandIns) -> list[Draft]:
    """All events of the other types, by verb and by noun."""
    drafts: list[Draft] = []
    used: set[int] = set()
    for token in scene.parse.doc:
        if token.pos_ != "VERB" or token.dep_ in ("amod", "compound"):
            continue
        for pattern in scene.words.deeds.get(token.lemma_.lower(), ()):
            draft = read_deed(scene, token, pattern, used, stand_ins)
            if draft is not None:
                drafts.append(draft)
                break
    drafts = merge_deeds(scene, drafts)
    return drafts + drop_others_tests(drafts, find_deed_nouns(scene, frozenset(used)))


def drop_others_tests(drafts: Sequence[Draft], nouns: Sequence[Draft]) -> list[Draft]:
    """Without "the launch", where missiles of more than one party were launched."""
    arms = [one for one in (*drafts, *nouns) if one.type == "MOBILIZE" and not one.light]
    arms = [one for one in arms if share_own_family("MOBILIZE", {"launch"}, {one.word})]
    testers = {actor for one in arms for actor, role in one.actors if role == "source"}
    return [one for one in nouns if len(testers) == 1 or not (one.type == "MOBILIZE" and one.light)]


def find_target(
    scene: Scene,
    verb: Token,
    pattern: DeedPattern,
    heads: Sequence[Token],
    source: tuple[int, ...],
    noun: Token | None = None,
) -> tuple[int, ...] | None:
    """The target's actors; None where the entry needs a target and there is none."""
    persons = any(is_person_word(scene, head) for head in heads)
    taken = pattern.type == "ASSAULT" and any(
        head.lemma_.lower() in scene.words.lists["deeds.settlements"] for head in heads
    )
    strict = pattern.strict and not (persons and pattern.links != ("to",)) and not taken
    target = tuple(one for one in target_actors(scene, heads, strict=strict) if one not in source)
    if pattern.type in JUDGED:
        target = drop_sufferers(scene, heads, target)
    if not target and noun is not None and pattern.type in ("SANCTION", "CONCEDE") and is_measure(scene, noun):
        target = tuple(one for one in trade_targets(scene, noun, verb) if one not in source)
    if not target and ((pattern.type == "SANCTION" and not strict) or are_vessels(heads)):
        target = tuple(one for one in owners_of(scene, heads) if one not in source)  # "blacklisted four Marnian ships"
    if not target and pattern.type in ("AGREE", "REJECT") and pattern.links != TOGETHER and not strict:
        target = scene.parties(linked_objects(verb, ("from",))).actors  # "turned down an offer from A"
    if not target and pattern.type == "COERCE":
        target = tuple(one for one in people_before(scene, heads) if one not in source)  # "arrested two of them"
    if not target and (pattern.type in ("ASSAULT", "COERCE") or pattern.place):
        target = place_targets(scene, heads)
    if pattern.place:
        return target or None
    if pattern.links == TOGETHER:
        return () if len(source) > 1 else None
    if target or (pattern.intransitive and not heads):
        return target
    if pattern.type == "REQUEST" and any(head.lemma_.lower() in scene.words.lists["dealings.asked"] for head in heads):
        return ()  # "urged both sides to stop"
    if pattern.type == "ACCUSE" and verb.lemma_.lower() in CONDEMNING and any(is_outrage(scene, one) for one in heads):
        return ()  # "condemned the attack"
    tried = verb.lemma_.lower() in scene.words.lists["court.legal"] and not is_passive(verb)
    given = pattern.links == ("to",) and not pattern.object_target
    if given and pattern.type == "AID" and noun is not None and noun.lemma_.lower() in AMOUNTS and source:
        return ()  # "donated millions to charities"
    saved = persons and (tried or (pattern.type in ("AID", "CONCEDE") and not given))
    return None if (pattern.needs_target and not saved) or strict else ()


def are_vessels(heads: Sequence[Token]) -> bool:
    """Are they ships and the like, which stand for the state whose adjective is before them?"""
    vessels = load_nominals()["vessels"]
    return bool(heads) and all(one.lemma_.lower() in vessels for one in heads)


def is_outrage(scene: Scene, head: Token) -> bool:
    """Is it an attack, a killing or a test of arms that is condemned, whoever did it?"""
    return head.lemma_.lower() in scene.words.lists["violence"] | {"killing", "murder"} or is_arms_test(scene, head)


def is_nowhere(scene: Scene, pattern: DeedPattern, noun: Token | None, heads: Sequence[Token]) -> bool:
    """Is something fired at a time of day or into the sea: at nobody?"""
    if pattern.type != "ASSAULT" or not pattern.links or pattern.object_target:
        return False
    empty = scene.words.lists["deeds.nowhere"]
    if noun is None and not pattern.weapon:
        return False
    return all(head.lemma_.lower() in empty or head.ent_type_ in ("TIME", "DATE") for head in heads)


def names_contact(scene: Scene, noun: Token) -> bool:
    """Is it about a contact, which is an event of its own ("a proposal for a summit")?"""
    below = [one for prep in noun.rights if prep.lower_ in ("for", "of", "on") for one in prep.children]
    return any(one.lemma_.lower() in scene.words.nouns and one.dep_ == "pobj" for one in below)


def is_wish(scene: Scene, verb: Token) -> bool:
    """An infinitive that no plan or proposal stands above ("what it takes to stop A"), or one that is denied."""
    head = verb.head
    if not is_infinitive(verb) or head == verb:
        return False
    refused = head.lemma_ in scene.words.lists["status.refuse_verbs"]
    return class_of(scene, head) is None or (head.pos_ == "VERB" and (refused or is_negated(head)))


def read_deed(scene: Scene, verb: Token, pattern: DeedPattern, used: set[int], stand_ins: StandIns) -> Draft | None:
    """Match one lexicon entry at a verb."""
    fits, noun = match_noun(verb, pattern)
    if not fits or is_no_deed(scene, verb, pattern) or (noun is not None and has_no(noun)):
        return None
    sources = find_sources(scene, verb, pattern, noun)
    source = scene.parties(sources)
    if pattern.type == "ACCUSE" and all(scene.actors[one].kind == "person" for one in source.actors):
        client = scene.parties(principals(verb))
        source = client if client.actors else source  # a lawyer sued on behalf of A
    if not source.actors and pattern.type not in VERBAL:
        source = Party(actors=speaker_meant(scene, verb, sources)) if sources else source
    if not sources and pattern.type == "COERCE" and is_passive(verb):
        source = Party(actors=told_by_police(scene, verb))
    weapon = pattern.type == "ASSAULT" and is_weapon(scene, sources)
    if not source.actors and (weapon or are_vessels(sources)):
        source = Party(actors=owners_of(scene, sources))  # "Arland's missiles", "Arlandish ships"
    bare = not source.actors and (weapon or is_sourceless(scene, verb, pattern, sources))
    if not (source.actors or bare) or not may_be_source(scene, pattern, sources, source.actors):
        return None
    own = pattern.type == "MOBILIZE" and not pattern.links  # what is mobilized is one's own
    found = fired_at(scene, verb, noun) if own else targets_of(verb, pattern, noun)
    heads = [head for head in found if head.i not in scene.in_time]
    if found and not heads and pattern.links and noun is not None and noun.dep_ == "dobj":
        return None  # "announced sanctions … on Tuesday" is no "announced sanctions on A"
    if has_odd_object(scene, verb, pattern, noun, heads) or is_nowhere(scene, pattern, noun, heads):
        return None
    target = find_target(scene, verb, pattern, heads, source.actors, noun)
    curbed = find_curbed(scene, verb, noun, heads) if pattern.type == "AGREE" else ()
    if curbed:
        pattern, target = replace(pattern, type="SANCTION"), tuple(one for one in curbed if one not in source.actors)
    if target and pattern.person_target and not any(scene.actors[one].kind in ("person", "group") for one in target):
        return None
    if not target and noun is not None and pattern.type in WORDS and names_contact(scene, noun):
        return None  # "rejected a proposal for a summit"
    unnamed = bool(bare and sources and pattern.type == "ASSAULT" and target is not None)
    if (weapon or unnamed) and not target:
        target = place_hit(scene, verb, heads)
    told = target is None and pattern.type == "ASSAULT" and not is_infinitive(verb)
    if told and is_site(scene, verb, heads) and place_hit(scene, verb, heads):
        target = ()  # "gunmen attacked a theatre in Tarsk"
    armed = weapon or (
        target is not None
        and is_armed(
            scene, pattern, [*source.actors, *target], sources, [*heads, *([noun] if noun is not None else [])]
        )
    )
    if target is None or (pattern.ambiguous and not armed):
        return None
    told_of = verb.dep_ == "acl" and noun == verb.head
    if pattern.type in VERBAL and not is_told_in_full(
        scene, verb, named_in_full(scene, verb, pattern, sources, heads, target)
    ):
        return None
    times = merge_times(times_of_clause(scene, verb), object_times(scene, heads))
    times = times or (merge_times(times_after_nouns(scene, verb)) if bare else ())
    times = times or merge_times(times_after_places(scene, verb))
    printed = source.actors, target
    where = place_of_clause(scene, verb) or place_struck(scene, verb, heads, target)
    if told_of and not (times or where):
        return None  # "the resolutions adopted by A": known of old
    status = status_of_deed(scene, verb, pattern)
    if (status == "proposed" and is_wish(scene, verb)) or (
        status == "denied" and (is_infinitive(verb) or pattern.exact)
    ):
        return None
    if not target and not source.actors:
        target = place_of_crowd(scene, verb, heads, pattern.type, dated=bool(times))
    if bare and (
        status in ("proposed", "denied") or not is_news(scene, verb, target, heads, dated=bool(times or where))
    ):
        return None
    if target and not source.actors and noun is not None and noun.lemma_ in LEAVING:
        source, target = Party(actors=target), ()  # "A's resignation was announced"
    source, target, times = complete(scene, verb, pattern, stand_ins, (source, target, times))
    if noun is not None:
        used.add(noun.i)
    first, last = evidence_tokens(scene, verb, [*sources, *heads], noun.i if noun is not None else verb.i)
    near = ARMS_NEAR if pattern.type == "MOBILIZE" else NEAR
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, noun if noun is not None and 0 < noun.i - verb.i <= near else verb),
        word=verb.lemma_.lower(),
        type=pattern.type,
        actors=join_roles(source.actors, target),
        times=times,
        where=where,
        status=status,
        complete=bool(target),
        inherited=(source.actors, target) != printed,
    )


def status_of_deed(scene: Scene, verb: Token, pattern: DeedPattern) -> EventStatus:
    """As the verb group has it; what is offered is not yet given."""
    status = status_of_verb(scene, verb.head if is_beside(verb) else verb)
    return "proposed" if pattern.verb == "offer" and not pattern.objects and status == "happened" else status
