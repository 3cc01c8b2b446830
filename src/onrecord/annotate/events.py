"""Event mentions of one document: contacts first, then PLOVER's other types, with antecedents within the document.

Types and modes follow PLOVER (Halterman et al. 2023). The finders give drafts; here they are ordered, chained and
turned into `EventMention`s, and what has too few parties to be told apart from anything else is dropped.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.antecedents import Chain, link_drafts
from onrecord.annotate.contact_phrases import find_phrase_contacts
from onrecord.annotate.contact_verbs import find_verb_contacts
from onrecord.annotate.contacts import find_noun_contacts
from onrecord.annotate.continued import fill_continued, fill_mutual
from onrecord.annotate.crowds import find_crowds
from onrecord.annotate.deaths import find_deaths
from onrecord.annotate.deed_chains import mark_named_again
from onrecord.annotate.deed_checks import check_deeds
from onrecord.annotate.deeds import find_deeds
from onrecord.annotate.event_gists import gist_of
from onrecord.annotate.event_lines import line_of
from onrecord.annotate.event_tagger import Tags
from onrecord.annotate.lone_contacts import find_lone_contacts
from onrecord.annotate.noun_acts import find_noun_acts
from onrecord.annotate.proceedings import find_proceedings
from onrecord.annotate.protests import find_protests
from onrecord.annotate.relief import find_relief
from onrecord.annotate.said_targets import fill_targets
from onrecord.annotate.scenes import build_scene
from onrecord.annotate.settlements import fill_sides, find_settlements, find_sides
from onrecord.annotate.stand_ins import find_stand_ins, is_workforce
from onrecord.annotate.standing import find_standing
from onrecord.annotate.tagged_events import find_tagged
from onrecord.annotate.tolls import find_tolls
from onrecord.annotate.word_acts import find_word_acts
from onrecord.annotate.word_verdicts import find_verdicts
from onrecord.annotations import EventMention, LocalParticipant
from onrecord.vocab.families import is_light

if TYPE_CHECKING:
    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.parse import Parse
    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalActor, LocalMention, LocalStatement, TimeExpression
    from onrecord.vocab.lists import EventMode

RANK: tuple[EventMode, ...] = ("call", "summit", "meeting", "talks", "visit")


ENDING = frozenset({"end", "conclude", "close", "finish", "break", "wrap", "collapse"})
"""Verbs whose day is that of a contact's end."""
ANNOUNCING = frozenset({"announce", "unveil", "reveal", "disclose", "publish", "confirm"})
"""Verbs whose day is that of the news of a deal, not of the deal."""
CLAIM_REACH = 60
"""Characters of a content in which it calls itself a claim."""
CLAIM = re.compile(
    r"(?:(?:the|any|all|such|these|those|earlier|media|press)\s+)*"
    r"(?:claims?|reports?|allegations?|suggestions?|accusations?|rumou?rs?|speculation|assertions?)\b",
    re.IGNORECASE,
)


def find_events(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
    tags: Tags = Tags(),  # noqa: B008
) -> tuple[EventMention, ...]:
    """Find the event mentions of a document.

    Args:
        parse: The document's parse.
        times: Its time expressions; mentions hold indices into them.
        actors: Its actors; participants are indices into them.
        mentions: Mentions of the actors.
        statements: Statements, for the innermost one that holds a mention.
        tags: What the trained tagger sees, where it is used.

    Returns:
        Mentions in text order; `antecedent` is an index into this tuple.
    """
    scene = build_scene(parse, times, actors, mentions, statements)
    stand_ins = find_stand_ins(scene)
    deeds = list(check_deeds(scene, find_deeds(scene, stand_ins)))
    protests = find_protests(scene, triggers([one for one in deeds if not one.light]), stand_ins)
    deeds = [one for one in deeds if not one.light or all(one.trigger != other.trigger for other in protests)]
    deeds += protests
    deeds += find_proceedings(scene, stand_ins)
    deeds += find_relief(scene, triggers(deeds))
    deeds += find_standing(scene, triggers(deeds))
    deeds += find_crowds(scene, triggers(deeds))
    tolls = find_tolls(scene, frozenset(one.trigger.start for one in deeds))
    deeds = [one for one in deeds if not any(is_cause(one, toll) for toll in tolls)]
    tolls += find_deaths(scene, [*deeds, *tolls])
    contacts = [*find_noun_contacts(scene), *find_verb_contacts(scene), *find_phrase_contacts(scene)]
    contacts = [name_holders(scene, one) for one in contacts]
    contacts += find_lone_contacts(scene, [*contacts, *deeds])
    if stand_ins.union is not None:
        contacts = [
            replace(one, actors=tuple(pair for pair in one.actors if not is_workforce(scene, pair[0])))
            for one in contacts
        ]
    sides = find_sides(scene, contacts, stand_ins)
    deals = find_settlements(scene, triggers([one for one in deeds if not one.light]), sides)
    deeds = [one for one in deeds if not any(is_same_deal(one, deal) for deal in deals)] + deals
    deeds = fill_targets(scene, deeds)
    deeds += find_word_acts(scene, [*contacts, *deeds, *tolls])
    deeds += find_verdicts(scene, [*contacts, *deeds, *tolls])
    deeds += find_noun_acts(scene, [*contacts, *deeds, *tolls])
    deeds += find_tagged(scene, tags.events, [*contacts, *deeds, *tolls])
    deeds = fill_targets(scene, deeds)  # "the idea" may be what an act of words proposed
    drafts = [*contacts, *(mark_named_again(scene, one) for one in deeds), *tolls]
    drafts = sorted(drafts, key=lambda one: (one.trigger.start, one.trigger.end, one.type, one.first))
    drafts = [
        mark_denied(scene, mark_imminent(scene, one)) for one in fill_continued(scene, fill_mutual(scene, drafts))
    ]
    drafts = [drop_end(scene, drafts, index) for index in range(len(drafts))]
    chains, back = link_drafts(scene, drafts)
    drafts = fill_sides(scene, tell_stages(scene, drafts, back), chains, sides)
    chain_of = {index: chain for chain in chains for index in chain.members}
    kept = [index for index, draft in enumerate(drafts) if is_worth(scene, draft, chain_of[index], drafts)]
    place = {index: at for at, index in enumerate(kept)}
    found = (build_mention(scene, drafts[index], chain_of[index], nearest_kept(back, index, place)) for index in kept)
    return tuple(replace(one, identity=identity_of(scene, one, tags)) for one in found)


def identity_of(scene: Scene, mention: EventMention, tags: Tags) -> bytes:
    """What tells the event of a mention apart: of its verb ("rejected the offer"), else of its noun ("held talks")."""
    first, last = (scene.parse.doc[scene.token_at(at)] for at in (mention.trigger.start, mention.trigger.end - 1))
    telling = mention.type != "CONSULT" and first.pos_ == "VERB" and not is_light(first.lemma_.lower())
    return tags.identity.get((first if telling else last).idx, b"")


def tell_stages(scene: Scene, drafts: list[Draft], back: list[int | None]) -> list[Draft]:
    """Give "the meeting" that somebody welcomes the status of the plan it refers to; the day is the welcome's.

    "The deal was announced on Monday", after A and B agreed: the day is that of the announcement.
    """
    found = list(drafts)
    for index, at in enumerate(back):
        if at is not None and at < index and is_announced(scene, found[index]):
            found[index] = replace(found[index], status=found[at].status, times=())
        if at is not None and at < index and found[index].arranged and found[at].status == "happened":
            found[index] = replace(found[index], status="happened", times=())
        if at is not None and at < index and found[index].untold and found[at].status in ("planned", "proposed"):
            found[index] = replace(found[index], status=found[at].status, times=())
    return found


def is_announced(scene: Scene, draft: Draft) -> bool:
    """ "The deal was announced on Monday"."""
    noun = scene.parse.doc[scene.token_at(draft.trigger.end - 1)]
    return draft.type == "AGREE" and noun.dep_ == "nsubjpass" and noun.head.lemma_ in ANNOUNCING


def drop_end(scene: Scene, drafts: list[Draft], index: int) -> Draft:
    """ "The talks ended on Thursday" after talks told with their day: the end has a day of its own."""
    draft = drafts[index]
    noun = scene.parse.doc[scene.token_at(draft.trigger.end - 1)]
    ends = noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in ENDING and draft.definite
    if not (ends and draft.type == "CONSULT" and draft.times):
        return draft
    told = [one for one in drafts[:index] if one.type == "CONSULT" and one.word == draft.word and one.times]
    same = [one for one in told if not draft.actors or set(dict(draft.actors)) <= set(dict(one.actors))]
    return replace(draft, times=()) if same and same[-1] == told[-1] and same[-1].status != "planned" else draft


def triggers(drafts: list[Draft]) -> frozenset[int]:
    """The character places inside the words that events are named by already."""
    return frozenset(at for one in drafts for at in range(one.trigger.start, one.trigger.end))


def name_holders(scene: Scene, draft: Draft) -> Draft:
    """Put those who hold the office in the place of their states ("the foreign ministers of A and B met")."""
    actors, sentence = dict(draft.actors), scene.parse.doc[draft.first].sent
    for at in range(sentence.start, sentence.end):
        for index in scene.mention_at.get(at, ()):
            number = scene.mentions[index].actor
            members = scene.actors[number].members if number is not None else ()
            sides = {scene.actors[member].side for member in members}
            states = [one for one in actors if scene.actors[one].kind == "state" and scene.actors[one].name in sides]
            if len(states) > 1 and len(states) == len(members) == len(sides):
                role = actors[states[0]]
                actors = {one: was for one, was in actors.items() if one not in states}
                actors.update(dict.fromkeys(members, role))
    return replace(draft, actors=tuple(actors.items()))


def is_same_deal(deed: Draft, deal: Draft) -> bool:
    """Do a verb and its noun tell one deal ("a pact was signed by A and B")?"""
    apart = deed.last < deal.first or deal.last < deed.first
    return deed.trigger == deal.trigger or (deed.type == "AGREE" and not apart and set(deed.actors) == set(deal.actors))


def is_cause(deed: Draft, toll: Draft) -> bool:
    """Is it the blast whose victims are counted in the same words?"""
    return toll.first <= deed.first and deed.last <= toll.last and deed.type == toll.type


def mark_imminent(scene: Scene, draft: Draft) -> Draft:
    """Mark a plan that its sentence tells as carried out at once."""
    if draft.type != "CONSULT" or draft.status != "planned":
        return draft
    text = scene.parse.doc[draft.last].sent.text.lower()
    return replace(draft, imminent=any(word in text for word in scene.words.lists["status.imminent"]))


def mark_denied(scene: Scene, draft: Draft) -> Draft:
    """Mark what stands in a claim that somebody denies ("dismissed claims that A intends to attack B")."""
    if draft.status in ("denied", "cancelled"):
        return draft
    index = scene.statement_at(draft.trigger.start, draft.trigger.end)
    statement = scene.statements[index] if index is not None else None
    if statement is None or statement.act != "deny" or statement.negated or statement.kind == "direct":
        return draft
    opening = scene.parse.document.text[statement.content[0].start : statement.content[0].start + CLAIM_REACH]
    return replace(draft, status="denied") if CLAIM.match(opening) else draft


def nearest_kept(back: list[int | None], index: int, place: dict[int, int]) -> int | None:
    """The antecedent's place among the kept mentions, past dropped ones."""
    seen = {index}
    at = back[index]
    while at is not None and at not in seen:
        if at in place:
            return place[at]
        seen.add(at)
        at = back[at]
    return None


def is_worth(scene: Scene, draft: Draft, chain: Chain, drafts: list[Draft]) -> bool:
    """Are there parties enough, its own or its chain's, to say which event is meant?"""
    if draft.lapsed or (draft.counted and len(chain.members) == 1 and len(draft.actors) < 2):
        return False
    if draft.told:
        return any(not drafts[member].told for member in chain.members)
    if draft.type != "CONSULT":
        return not draft.light or any(not drafts[member].light for member in chain.members)
    if draft.light and len(chain.members) == 1:
        return len(draft.actors) > 1
    if len(draft.actors) > 1 or len(chain.roles) > 1:
        return True
    if not draft.actors and not chain.roles:
        return draft.word.startswith("trilat") and draft.definite
    return draft.word not in scene.words.lists["contact.weak"]


def build_mention(scene: Scene, draft: Draft, chain: Chain, antecedent: int | None) -> EventMention:
    """Turn a draft into a mention, with the parties it inherits from its chain."""
    doc = scene.parse.doc
    evidence = scene.parse.span_of(doc[draft.first], doc[draft.last])
    start, end = min(evidence.start, draft.trigger.start), max(evidence.end, draft.trigger.end)
    own = dict(draft.actors)
    roles = dict(own)
    if draft.count == 1 and (draft.open or len(roles) < 2) and len(chain.members) > 1:
        for actor, role in chain.roles.items():
            roles.setdefault(actor, role)
    mode = draft.mode
    if mode is None and draft.type == "CONSULT":
        mode = next((one for one in RANK if one in chain.modes), None)
    return EventMention(
        start=start,
        end=end,
        trigger=draft.trigger,
        type=draft.type,
        mode=mode,
        participants=tuple(LocalParticipant(actor=actor, role=role) for actor, role in roles.items()),
        times=draft.times,
        where=None if draft.where is None else scene.parse.text_of(draft.where),
        where_span=draft.where,
        status=draft.status,
        definite=draft.definite,
        antecedent=antecedent,
        statement=scene.statement_at(draft.trigger.start, draft.trigger.end),
        order=draft.order,
        count=draft.count,
        inherited=draft.inherited or (len(own) < 2 and len(roles) > len(own)),
        imminent=draft.imminent,
        delegated=draft.delegated or (not own and chain.delegated),
        line=None if draft.type == "CONSULT" else line_of(scene, draft),
        gist=None if draft.type == "CONSULT" else gist_of(scene, draft),
    )
