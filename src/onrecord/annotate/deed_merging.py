"""Deeds of one sentence that are one event, or none: what is demanded, the manner of an attack, "agreed to …"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.drafts import merge_times, times_of_clause
from onrecord.annotate.grammar import auxiliaries, is_infinitive, is_negated, own_subjects
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene

OPINIONS = frozenset({"need", "importance", "necessity", "urgency", "point", "way", "principle", "view"})
SETTLING = frozenset({"vote", "consent", "undertake", "pledge", "promise", "vow", "commit", "threaten", "offer"})
"""Verbs whose infinitive is the event itself, where it is one ("voted to expel A", "threatened to sue B")."""
AIMING = frozenset({"refuse", "decline", "invite"})
"""Verbs that are the event, whatever they are said of ("refused to resign", "invited A to join B")."""
TOLD = frozenset({"happened", "ongoing"})
MANNER = frozenset({"advcl", "pcomp", "conj"})


def merge_deeds(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drop or join what is no event beside the one of the verb above it.

    Args:
        scene: The document.
        drafts: Deeds that verbs name, one a verb.
    """
    doc = scene.parse.doc
    at = {scene.token_at(one.trigger.start): one for one in drafts}
    gone: set[int] = set()
    for start in sorted(at):
        verb, draft = doc[start], at[start]
        above = verb_above(verb)
        outer = None if above is None else at.get(above.i)
        if above is None:
            continue
        if above.lemma_ == "threaten" and is_infinitive(verb) and status_of_verb(scene, above) in TOLD:
            at[start] = draft = as_threat(scene, draft, above)
        if outer is not None and (is_asked(draft, outer) or is_charge(draft, outer)):
            gone.add(start)
        elif outer is not None and above.lemma_ in SETTLING | AIMING and is_infinitive(verb):
            if is_negated(verb) or draft.status == "denied":
                gone.add(start)
                continue
            gone.add(above.i if above.lemma_ in SETTLING else start)
        elif above.lemma_ == "agree" and outer is not None and outer.word == "agree":
            joint = sum(role == "source" for _, role in outer.actors) > 1
            gone.add(start if joint or draft.type in ("AGREE", "COOPERATE") else above.i)
            at[above.i] = without_goal(outer, draft) if joint else outer
        elif outer is not None and is_joined(verb, draft, outer):
            at[above.i] = join(outer, draft)
            gone.add(start)
    for start, draft in at.items():
        if draft.word == "agree" and not has_target(draft) and not is_agreement(scene, doc[start]):
            gone.add(start)
    return [draft for start, draft in at.items() if start not in gone]


def verb_above(verb: Token) -> Token | None:
    """The verb that a verb is the complement, purpose or manner of."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        head = head.head
    return head if head != verb and head.pos_ == "VERB" else None


def as_threat(scene: Scene, draft: Draft, above: Token) -> Draft:
    """ "Has threatened to expel the envoys": what is done is the threat, on whom the deed would be done to."""
    return replace(
        draft,
        type="THREATEN",
        word=above.lemma_,
        trigger=scene.parse.span_of(above, above),
        first=min(draft.first, above.i),
        times=merge_times(times_of_clause(scene, above)),
        status=status_of_verb(scene, above),
    )


def is_charge(draft: Draft, outer: Draft) -> bool:
    """What somebody is accused of is an event only where it says who was harmed."""
    return outer.type == "ACCUSE" and draft.status == "unconfirmed" and not has_target(draft)


def has_target(draft: Draft) -> bool:
    """Has it a target among its parties?"""
    return any(role == "target" for _, role in draft.actors)


def is_asked(draft: Draft, outer: Draft) -> bool:
    """What is asked of somebody is no event yet; a resignation that is called for is worth its line."""
    asked = outer.type == "REQUEST" or outer.word == "order"
    return asked and draft.status in ("proposed", "planned") and draft.word not in ("resign", "step")


def is_manner(verb: Token) -> bool:
    """ "stormed the hotel, killing nine", "broke the truce by firing at A"."""
    return verb.tag_ == "VBG" and verb.dep_ in MANNER and not is_infinitive(verb)


def is_joined(verb: Token, draft: Draft, outer: Draft) -> bool:
    """Do two verbs tell one deed of one doer?"""
    return (is_manner(verb) or goes_on(verb, outer)) and same_source(draft, outer) and draft.type == outer.type


def goes_on(verb: Token, outer: Draft) -> bool:
    """ "Opened fire in a club and killed nine": the second verb says whom the attack hit."""
    return outer.type == "ASSAULT" and not has_target(outer) and verb.dep_ == "conj" and not own_subjects(verb)


def same_source(a: Draft, b: Draft) -> bool:
    """Are they by the same actors, or is one by nobody named?"""
    left, right = ({actor for actor, role in one.actors if role == "source"} for one in (a, b))
    return left == right or not left or not right


def join(outer: Draft, inner: Draft) -> Draft:
    """The outer deed with the target, place and time that only the inner one has."""
    targets = [pair for pair in inner.actors if pair[1] == "target"]
    return replace(
        outer,
        actors=outer.actors
        if has_target(outer)
        else (*outer.actors, *(one for one in targets if one not in outer.actors)),
        times=outer.times or inner.times,
        where=outer.where or inner.where,
        last=max(outer.last, inner.last),
    )


def without_goal(outer: Draft, inner: Draft) -> Draft:
    """An agreement without those to whom what is agreed will be done."""
    return replace(
        outer, actors=tuple(pair for pair in outer.actors if pair[1] != "target" or pair not in inner.actors)
    )


def is_agreement(scene: Scene, verb: Token) -> bool:
    """ "agreed to share data", "agreed on a plan", "agreed that A would go": no opinion, and no meeting to come."""
    below = [
        child for child in verb.rights if child.dep_ == "xcomp" or (child.dep_ == "advcl" and is_infinitive(child))
    ]
    nouns = [one for child in verb.rights if child.lower_ in ("on", "to") for one in child.children]
    nouns += [child for one in below for child in one.children if child.dep_ == "dobj"]
    if any(one.lemma_ in scene.words.verbs for one in below) or any(one.lemma_ in OPINIONS for one in nouns):
        return False
    agreed = any(child.dep_ == "dobj" for child in verb.rights)
    for child in verb.rights:
        helpers = {one.lower_ for one in auxiliaries(child)} if child.dep_ == "ccomp" else set()
        agreed = agreed or bool(helpers & {"would", "will", "should", "shall"})
    return (agreed or bool(below or nouns)) and not any(one.lemma_.lower() in scene.words.nouns for one in nouns)
