"""Whom an act of words is about: the object, the owner of what is spoken of, or who said or did it shortly before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import ASIDE, by_phrase, counted_of, is_person_word, owners_of, target_actors
from onrecord.annotate.deed_patterns import targets_of
from onrecord.annotate.grammar import conjoined, is_infinitive, own_subjects
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.annotate.sufferers import drop_sufferers
from onrecord.vocab.families import names_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene

POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
TOLD = frozenset({"happened", "ongoing", "proposed"})
REACH = 700
"""Characters before it in which what "the claim" is was said."""
OFFERED = frozenset(
    {"offer", "bid", "proposal", "approach", "invitation", "demand", "request", "overture", "plea", "appeal"}
    | {"idea", "initiative", "suggestion"}
)
OFFERING = frozenset(
    {"offer", "bid", "propose", "approach", "invite", "demand", "request", "ask", "table", "submit", "make"}
)
"""Verbs by which an offer or demand is made."""
BOTH = frozenset({"both", "two"})
PAIRED = frozenset({"country", "side", "nation", "party", "government", "leader", "capital", "neighbour", "neighbor"})


def find_target_heads(verb: Token, pattern: DeedPattern, noun: Token | None) -> list[Token]:
    """Heads of what the act is about: the objects, or whoever is meant to act in "urged A to stop"."""
    found = targets_of(verb, pattern, noun)
    found = [one for one in found if one != noun] or ([noun] if noun is not None and not pattern.links else [])
    if found and not (pattern.type == "REQUEST" and pattern.links == ("for",)):
        return found
    asked = [
        head
        for child in verb.rights
        if child.dep_ in ("ccomp", "xcomp", "advcl") and is_infinitive(child)
        for subject in own_subjects(child)
        for head in conjoined(subject)
    ]
    return asked or found


def resolve_target(
    scene: Scene,
    verb: Token,
    pattern: DeedPattern,
    heads: Sequence[Token],
    source: Sequence[int],
    drafts: Sequence[Draft],
) -> tuple[int, ...]:
    """The actors whom the act is about, without who speaks."""
    wanted = pattern.type == "REQUEST" and pattern.links in (("for",), ("upon",)) and pattern.verb != "call on"
    listed = [actor for head in heads for actor in listed_beside(scene, head)]
    if listed:
        return without(listed, source)
    found = target_actors(scene, heads, strict=True) if heads else ()
    if not found and not wanted:
        found = owners_of_things(scene, heads)
    if wanted and not found:
        found = owners_before(scene, heads)
    if not found:
        found = tuple(actor for head in heads for actor in both_before(scene, head))
    if not found and not wanted:
        found = tuple(actor for head in heads for actor in told_before(scene, verb, head, source, drafts))
    return without(found, source)


def without(found: Sequence[int], source: Sequence[int]) -> tuple[int, ...]:
    """Each once, and none of who speaks."""
    return tuple(one for one in dict.fromkeys(found) if one not in source)


def listed_beside(scene: Scene, head: Token) -> tuple[int, ...]:
    """ "A's allies, B and C": those named in apposition to a group, if they are several."""
    if head.tag_ not in ("NNS", "NNPS"):
        return ()
    beside = [one for child in head.rights if child.dep_ == "appos" for one in conjoined(child)]
    found = scene.parties(beside).actors
    return found if len(found) > 1 and all(scene.actors[one].named for one in found) else ()


def owners_of_things(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """Whose a thing is that is spoken of: "A's offer", "the Arlandish raid", "the decision of A", "a raid by A"."""
    if any(is_person_word(scene, one) for one in heads):
        return ()
    found: list[int] = []
    for head in heads:
        by = by_phrase(head)
        of = [
            goal
            for prep in head.rights
            if prep.dep_ == "prep" and prep.lower_ in ("of", "from", "by") and head.lemma_.lower() not in ASIDE
            for goal in prep.children
            if goal.dep_ == "pobj"
        ]
        owners = [child for child in head.lefts if child.dep_ in ("poss", "compound", "amod", "nmod")]
        for group in (by, owners, [one for goal in of for one in conjoined(goal)]):
            named = [actor for one in group for actor in scene.party(one).actors]
            deeper = [actor for one in of for actor in owners_within(scene, one)] if group is not by else []
            found += named or deeper
            if found:
                break
    return drop_sufferers(scene, heads, dict.fromkeys(found)) or owners_of(scene, heads)


def owners_within(scene: Scene, noun: Token) -> tuple[int, ...]:
    """ "The launch of A's missiles": whose the things are that are launched."""
    owners = [child for child in noun.lefts if child.dep_ in ("poss", "compound", "amod", "nmod")]
    return scene.parties(owners).actors


def owners_before(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """ "Called for Osk's resignation": whose it is that is asked for."""
    owners = [child for head in heads for child in head.lefts if child.dep_ == "poss"]
    return scene.parties(owners).actors


def both_before(scene: Scene, head: Token) -> tuple[int, ...]:
    """ "Both countries", "the two sides": the two that the sentence before is about, if it is about two."""
    known = {child.lower_ for child in head.lefts} | {head.lower_}
    if not known & BOTH or (head.lower_ != "both" and head.lemma_.lower() not in PAIRED):
        return ()
    if not head.sent.start:
        return ()
    before = scene.parse.doc[head.sent.start - 1].sent
    state = head.lemma_.lower() in ("country", "nation", "capital", "neighbour", "neighbor", "government")
    subjects = [one for one in before if one.dep_ in ("nsubj", "nsubjpass") for one in conjoined(one)]
    doing = [one for one in before if acts_after(one)]
    for tokens in (subjects, doing, list(before)):
        found = scene.parties([one for one in tokens if one.i in scene.mention_at]).actors
        found = tuple(one for one in found if not state or scene.actors[one].kind == "state")
        if len(found) == 2:
            return found
    return ()


def acts_after(token: Token) -> bool:
    """Does a verb stand right after a name, whatever the parser made of them ("and B “is …")?"""
    after = next((one for one in token.doc[token.i + 1 : token.sent.end] if not one.is_punct), None)
    return token.pos_ == "PROPN" and after is not None and after.tag_ in ("VBD", "VBZ", "VBP", "MD")


def told_before(
    scene: Scene, verb: Token, head: Token, source: Sequence[int], drafts: Sequence[Draft]
) -> tuple[int, ...]:
    """ "The test", "the claim", "the decision": who did, said or decided so shortly before."""
    lemma = head.lemma_.lower()
    if not any(child.lower_ in POINTING for child in head.lefts) or any(child.dep_ == "poss" for child in head.lefts):
        return ()
    before = [one for one in drafts if 0 < verb.idx - one.trigger.end <= REACH and one.status in TOLD]
    deeds = [one for one in before if names_deed(one.type, lemma) and one.type != "CONSULT" and sources_of(one)]
    if deeds:
        return without(sources_of(max(deeds, key=lambda one: one.trigger.start)), source)
    offered = offered_before(verb, head, source, drafts)
    if offered:
        return offered
    decided = lemma in load_spoken_words().lists["decided"]
    if decided:
        acts = [
            one
            for one in before
            if one.type in ("AGREE", "SANCTION", "COERCE", "REJECT", "SUPPORT") and sources_of(one)
        ]
        parties = {sources_of(one) for one in acts}
        if len(parties) == 1:
            return without(parties.pop(), source)
    if lemma in load_spoken_words().lists["said"]:
        return who_said(scene, verb, source)
    return ()


def offered_before(verb: Token, head: Token, source: Sequence[int], drafts: Sequence[Draft]) -> tuple[int, ...]:
    """ "The offer", "the demand": who made it shortly before, if only one party did."""
    if head.lemma_.lower() not in OFFERED or not any(child.lower_ in POINTING for child in head.lefts):
        return ()
    near = [one for one in drafts if 0 < verb.idx - one.trigger.end <= REACH and one.word in OFFERING]
    found = {sources_of(one) for one in near if sources_of(one) and not set(sources_of(one)) & set(source)}
    return without(found.pop(), source) if len(found) == 1 else ()


def sources_of(draft: Draft) -> tuple[int, ...]:
    """Who did it."""
    return tuple(actor for actor, role in draft.actors if role == "source")


def who_said(scene: Scene, verb: Token, source: Sequence[int]) -> tuple[int, ...]:
    """The one other party with a name that spoke shortly before; none where several did."""
    found = [
        one.source.actor
        for one in scene.statements
        if one.cue and 0 < verb.idx - one.cue[-1].end <= REACH and one.source.actor is not None and not one.negated
        if one.act != "deny"
    ]
    others = {
        one for one in found if one not in source and scene.actors[one].named and not one_side(scene, one, source)
    }
    return (others.pop(),) if len(others) == 1 else ()


def one_side(scene: Scene, actor: int, source: Sequence[int]) -> bool:
    """Does somebody speak for the side of those who speak now?"""
    sides = {scene.actors[one].side or scene.actors[one].name for one in source}
    return (scene.actors[actor].side or scene.actors[actor].name) in sides


def find_addressed(scene: Scene, told: Sequence[int], source: Sequence[int]) -> tuple[int, ...]:
    """To whom the statements of the cue are addressed."""
    found: list[int] = []
    for index in told:
        party = scene.statements[index].addressee
        if party is not None and party.actor is not None and scene.actors[party.actor].named:
            found += scene.expand(party.actor)
    return without(found, source)


def may_stand_alone(
    scene: Scene,
    verb: Token,
    pattern: DeedPattern,
    noun: Token | None,
    heads: Sequence[Token],
    source: Sequence[int],
) -> bool:
    """May it stand with who says so alone: a thing is condemned, denied, asked for, and no person left unknown?"""
    if any(set(owners_of_things(scene, [one])) & set(source) for one in heads) and pattern.type != "REQUEST":
        return False  # "defended his own record"
    clause = any(child.dep_ in ("ccomp", "xcomp", "pcomp") for child in verb.rights)
    known = noun is not None and not pattern.links
    told = pattern.type == "REJECT"  # "denied it" tells enough, "ordered it" does not
    things = [one for one in heads if not is_nobody(scene, one) and (told or one.pos_ != "PRON")]
    unknown = [one for one in heads if is_nobody(scene, one)]
    if pattern.type == "CONCEDE":
        return True
    if pattern.type == "SUPPORT" or (pattern.type == "REJECT" and pattern.verb in ("oppose", "resist")):
        return bool(things) and not unknown and pattern.verb not in ("stand", "side")
    if pattern.type == "THREATEN":
        return pattern.verb != "warn" or bool(pattern.links)
    if pattern.type == "REQUEST" and any(one.lemma_.lower() in scene.words.lists["dealings.asked"] for one in heads):
        return True
    return (bool(things) or known or clause or noun is not None) and not unknown


def is_nobody(scene: Scene, head: Token) -> bool:
    """A pronoun or person left unknown ("him", "the driver"), where the act is done to somebody."""
    lemma = head.lower_
    pronoun = head.pos_ == "PRON" and lemma not in load_spoken_words().lists["nobody"]
    return pronoun or counted_of(head) is not None or is_person_word(scene, head)
