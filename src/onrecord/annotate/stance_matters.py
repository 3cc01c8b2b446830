"""What a stance is on: a planned event, a measure, a demand; and what "the offer", "them" or "the date" stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import is_verb
from onrecord.annotate.stance_extent import Extent, is_sequel, label_of, span_of, strip_shell
from onrecord.annotate.stance_referents import IT, THEM, find_plural, find_spoken
from onrecord.annotate.stance_replies import REPLIES, find_figure, find_last_matter, find_prior, find_told
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_cues import Cue
    from onrecord.annotations import EventMention, StanceMention
    from onrecord.vocab.lists import ProposalKind

BACK = 1200
"""Characters back in which "the date" or "them" may find what it stands for."""
ABSENT = frozenset({"participation", "date", "attendance", "presence", "?"})
SHORT = frozenset({"meeting", "visit", "summit", "talk", "talks"})
TERMS = frozenset({"ask", "seek", "demand", "call", "request"})
""" "asked for eighteen months": a term is what is proposed."""
CONTACT = frozenset({"meet", "sit", "talk", "speak", "visit", "negotiate"})


@dataclass(frozen=True, slots=True)
class Matter:
    """What a stance is on: its words, name, kind and planned event."""

    extent: Extent
    label: str
    kind: ProposalKind
    event: int | None


def find_matter(
    scene: Scene,
    events: tuple[EventMention, ...],
    cue: Cue,
    holders: tuple[int, ...],
    priors: Sequence[StanceMention] = (),
) -> Matter | None:
    """What the stance is on; None where it is nothing that parties can be for or against."""
    doc = scene.parse.doc
    extent = strip_shell(doc, cue.about)
    head = doc[extent.first : extent.last + 1].root
    label = cue.label or label_of(scene, cue.about)
    if cue.settled:
        plan = event_in(scene, events, cue.about) if cue.stance == "unconfirmed" else None
        meant = plan is not None and is_event_phrase(scene, events[plan], head)
        return Matter(cue.about, label, "matter", plan if meant else None)
    answered = find_answered(scene, cue, holders, priors, head)
    if answered is not None:
        return answered
    if label == "?" or head.lemma_.lower() in ABSENT:
        bare = cue.at.lemma_ in REPLIES or cue.returned
        if cue.bare:
            return find_spoken_matter(scene, cue, priors)
        found = None if bare else find_planned(scene, events, cue, holders)
        joined = cue.about.last > cue.about.first and cue.at.lemma_ == "take"
        return Matter(cue.about, label_of(scene, cue.about), "event", None) if found is None and joined else found
    if head.lemma_.lower() in CONTACT or head.lower_ in SHORT or head.lemma_.lower() in SHORT:
        asked = cue.demand and cue.stance == "proposes"  # "asked both sides to meet again"
        if (
            cue.stance in ("supports", "opposes", "proposes")
            and not asked
            and event_in(scene, events, cue.about) is None
        ):
            return None
        return find_planned(scene, events, cue, holders) or Matter(cue.about, label, "event", None)
    if cue.stance == "unconfirmed" and head.lower_ in ("it", "this", "that"):
        prior = find_prior(scene, cue, (), priors)
        told = find_told(scene, cue, holders)
        if prior is not None:
            return Matter(cue.about, prior.label, prior.kind, prior.event)
        return Matter(cue.about, told, "matter", None) if told else None
    if head.pos_ == "PRON" or head.lower_ in ("them", "it", "this", "that"):
        return find_referent(scene, cue, priors)
    if (
        cue.stance in ("rejects", "opposes", "conditional")
        and cue.at.lemma_ in ("decline", "refuse", "refusal", "want", "wish")
        and is_verb(head)
        and head.lemma_ in load_stance_words().lists["evading"]
        and not is_talk_with(scene, head)
        and not is_deed(head)
    ):
        return None  # who declines to comment takes no stance
    if not is_proposal(scene, head, label, cue):
        return None
    event = event_in(scene, events, cue.about)
    if event is not None:
        named = event_label(scene, events[event]) if is_event_phrase(scene, events[event], head) else ""
        if named or cue.label == "":
            return Matter(
                cue.about, named or label, "event" if named else kind_of(scene, extent, cue), event if named else None
            )
    return Matter(cue.about, label, kind_of(scene, extent, cue), None)


def find_answered(
    scene: Scene, cue: Cue, holders: tuple[int, ...], priors: Sequence[StanceMention], head: Token
) -> Matter | None:
    """The proposal that "refused", "would vote no", "the offer" or "one" replies to."""
    words = load_stance_words().lists
    bare = cue.label == "?" and (cue.at.lemma_ in REPLIES or cue.at.lemma_ == "vote" or cue.returned)
    thing = head.lemma_.lower()
    definite = cue.about.last - cue.about.first <= 2 and any(
        child.lower_ in ("the", "that", "this") for child in head.children
    )
    if head.lower_ == "one" and cue.about.first == cue.about.last:
        definite, thing = True, "offer"
    if not bare and not (definite and thing in words["offers"] | {"figure"}):
        return None
    prior = find_prior(scene, cue, holders, priors, thing if definite else "")
    if thing == "figure":
        figure = find_figure(scene, cue)
        return Matter(cue.about, figure, "demand", None) if figure and cue.stance != "proposes" else None
    if prior is not None:
        return Matter(cue.about, prior.label, prior.kind, prior.event)
    last = find_last_matter(scene, cue) if bare and cue.at.lemma_ == "vote" else None
    return None if last is None else Matter(cue.about, last[1], "measure", None)


def find_planned(scene: Scene, events: tuple[EventMention, ...], cue: Cue, holders: tuple[int, ...]) -> Matter | None:
    """The planned contact that "the date", "any meeting" or "I will come" is about."""
    event = event_in(scene, events, cue.about)
    if event is None:
        event = event_before(scene, events, cue, holders)
    if event is None:
        return None
    named = event_label(scene, events[event]) or scene.parse.document.text[events[event].start : events[event].end]
    return Matter(cue.about, named, "event", event)


def is_event_phrase(scene: Scene, event: EventMention, head: Token) -> bool:
    """Is the event what the proposal is, rather than something named beside it?"""
    trigger = event.trigger
    if trigger.start <= head.idx < trigger.end:
        return True
    return any(
        trigger.start <= child.idx < trigger.end
        for child in head.children
        if child.dep_ in ("xcomp", "dobj", "conj", "pobj", "amod")
    )


def is_proposal(scene: Scene, head: Token, label: str, cue: Cue) -> bool:
    """Can parties be for or against it? People, prizes and what is over cannot."""
    words = load_stance_words().lists
    if (not cue.label and is_empty(scene, cue)) or is_sequel(scene.parse.doc[cue.about.first], head):
        return False
    if head.pos_ == "PROPN" and is_nominee(scene, head, cue):
        return True
    if not label or (
        head.ent_type_ in ("PERSON", "DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL") and head.pos_ != "VERB"
    ):
        term = (
            head.ent_type_ == "DATE" and cue.at.lemma_ in TERMS and any(one.dep_ == "nummod" for one in head.children)
        )
        return bool(label) and (head.ent_type_ in ("PERCENT", "MONEY") or term or bool(cue.label))
    if head.pos_ in ("NOUN", "PROPN") and scene.party(head).actors and head.lemma_.lower() not in words["measures"]:
        return is_help(head, cue)
    demanded = cue.stance != "agrees" and head.lemma_.lower() in words["demandable"]
    demanded = demanded or (cue.demand and head.tag_ == "VB")  # "called on the ministry to answer"
    call = head.lemma_.lower() in words["shells"] and any(one.lower_ == "for" for one in head.rights)
    if head.lemma_.lower() in words["not_about"] and not call and head.tag_ != "VBG" and not cue.label and not demanded:
        return False
    return head.pos_ in ("NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM", "ADP", "SYM") or head.lower_ in words["measures"]


def is_help(head: Token, cue: Cue) -> bool:
    """ "offered 300 soldiers", "declined the soldiers": people who are lent, and not who they are."""
    lent = load_stance_words().lists["lent"]
    return head.lemma_.lower() in lent and cue.at.lemma_ in ("offer", "ask", "request", "accept", "decline", "refuse")


def is_nominee(scene: Scene, head: Token, cue: Cue) -> bool:
    """ "backs Hanne Sorby as prime minister": a person for an office."""
    verb = cue.at.lemma_ in load_stance_words().lists["naming"]
    after = scene.parse.doc[head.i + 1 : head.i + 5]
    named = verb and len(after) > 1 and after[0].lower_ in ("as", "for")
    return (
        named
        and any(one.pos_ == "NOUN" for one in after[1:])
        and any(scene.actors[one].kind == "person" for one in scene.party(head).actors)
    )


def is_deed(verb: Token) -> bool:
    """ "refuses to take in refugees": an act on something, and no evasion ("refused to take questions")."""
    objects = [one for one in verb.rights if one.dep_ == "dobj"]
    particle = any(one.dep_ == "prt" or (one.dep_ == "prep" and one.i == verb.i + 1) for one in verb.rights)
    evaded = load_stance_words().lists["evaded"]
    return (
        verb.lemma_ in ("take", "give", "share", "release")
        and particle
        and not any(one.lemma_.lower() in evaded for one in objects)
    )


def is_talk_with(scene: Scene, verb: Token) -> bool:
    """ "refuses to talk to the Free Rally": to a body, not to reporters."""
    links = [one for one in verb.rights if one.dep_ == "prep" and one.lower_ in ("to", "with")]
    goals = [one for link in links for one in link.children if one.dep_ == "pobj"]
    kinds = {scene.actors[one].kind for one in scene.parties(goals).actors}
    return bool(kinds & {"organization", "state"}) and not any(scene.is_press(one) for one in goals)


def is_empty(scene: Scene, cue: Cue) -> bool:
    """ "emphasized concrete steps.": words that name nothing, and nothing follows that would."""
    doc, lists = scene.parse.doc, load_stance_words().lists
    last = cue.about.last
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if cue.stance not in ("supports", "agrees", "proposes") or not (follows is None or follows.is_punct):
        return False
    extent = doc[strip_shell(doc, cue.about).first : last + 1]
    if any(one.lemma_.lower() in lists["decisions"] | lists["weighable"] for one in extent):
        return False
    return all(one.lemma_.lower() in lists["empty"] or one.is_stop or one.is_punct for one in extent)


def kind_of(scene: Scene, extent: Extent, cue: Cue) -> ProposalKind:
    """The kind of a proposal that is no event."""
    tokens = scene.parse.doc[extent.first : extent.last + 1]
    words = load_stance_words().lists
    if cue.demand:
        return "demand"
    if any(one.lemma_.lower() in words["measures"] or one.lower_ in words["measures"] for one in tokens):
        return "measure"
    return "demand" if tokens.root.tag_ == "VB" and cue.stance == "proposes" else "matter"


def event_in(scene: Scene, events: tuple[EventMention, ...], extent: Extent) -> int | None:
    """Index of the planned contact whose trigger stands in an extent."""
    span = span_of(scene, extent)
    for index, event in enumerate(events):
        inside = span.start <= event.trigger.start and event.trigger.end <= span.end
        if inside and event.mode is not None and event.status != "happened":
            return index
    return None


def event_before(scene: Scene, events: tuple[EventMention, ...], cue: Cue, holders: tuple[int, ...]) -> int | None:
    """Index of the nearest planned contact spoken of before (or in the same clause), one with the party in it first."""
    ahead, at = ("planned", "proposed", "unconfirmed"), cue.at.idx
    sides = {scene.actors[one].name for one in holders} | {scene.actors[one].side for one in holders} - {None}
    near = [
        n
        for n, one in enumerate(events)
        if one.mode is not None and one.status in ahead and one.count == 1 and -200 < at - one.trigger.start < BACK
    ]
    before = [n for n in near if events[n].trigger.start < at]
    for pool in (before, near):
        for index in sorted(pool, key=lambda n: -events[n].trigger.start):
            parties = {one.actor for one in events[index].participants}
            if parties & set(holders) or {scene.actors[one].side or scene.actors[one].name for one in parties} & sides:
                return index
    same = [n for n in before if events[n].trigger.start >= cue.at.sent.start_char]
    if same:
        return same[-1]
    vague = [n for n in before if len(events[n].participants) < 2 and events[n].mode != "call"]
    return vague[-1] if vague else None


def event_label(scene: Scene, event: EventMention) -> str:
    """ "meeting between Ada Moreau and Bo Lind"; empty where the parties are not known."""
    names = [scene.actors[one.actor].name for one in event.participants]
    if len(names) < 2 or event.mode is None:
        return ""
    mode = "meeting" if event.mode == "third-party" else event.mode
    return f"{mode} between {', '.join(names[:-1])} and {names[-1]}"


def find_referent(scene: Scene, cue: Cue, priors: Sequence[StanceMention]) -> Matter | None:
    """What "it" or "them" stands for; None where it may be anything."""
    doc = scene.parse.doc
    pronoun = doc[cue.about.first : cue.about.last + 1].root
    if pronoun.lower_ in THEM:
        extent = find_plural(scene, cue)
        return None if extent is None else Matter(cue.about, label_of(scene, extent), kind_of(scene, extent, cue), None)
    return find_spoken_matter(scene, cue, priors) if pronoun.lower_ in IT else None


def find_spoken_matter(scene: Scene, cue: Cue, priors: Sequence[StanceMention]) -> Matter | None:
    """What the text has just spoken of, as the matter of a stance that does not name it."""
    found = find_spoken(scene, cue, priors)
    if found is None:
        return None
    label, prior = found
    own = any(one.lower_ in ("i", "we") for one in cue.holders)
    if own and prior is not None and prior.stance == cue.stance:
        return None  # "… accepted the plan, he said. “We signed it.”": the same told again
    return Matter(cue.about, label, "matter" if prior is None else prior.kind, None if prior is None else prior.event)
