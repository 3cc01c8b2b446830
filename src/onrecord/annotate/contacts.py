"""Contacts (PLOVER's CONSULT) that a noun names: calls, meetings, summits, talks, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.contact_nouns import is_contact_noun, is_joint_appearance, is_sitting, is_town_hall
from onrecord.annotate.contact_times import held_times, is_holding, is_of_settling, is_reacted_to
from onrecord.annotate.continued import size_of
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause
from onrecord.annotate.grammar import (
    agents,
    conjoined,
    governing_verb,
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    own_subjects,
)
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.noun_marks import count_of, is_definite, is_said_of_it, measured, order_of
from onrecord.annotate.noun_parties import (
    bound_owner,
    drop_kin,
    is_delegated,
    is_one_sided,
    lift_bodies,
    noun_actors,
    read_before,
)
from onrecord.annotate.noun_plans import held_clauses, read_plan
from onrecord.annotate.noun_statuses import is_arranged, is_untold, status_of_noun
from onrecord.annotate.phrases import Reading, read_after
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.rounds import ROUND, is_round_of_talks

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventMode, Role

WEIGHED = frozenset({"seriously", "lightly", "hard", "badly"})
"""How a contact is taken by somebody who is not in it ("took the talks seriously")."""
LEFT = frozenset(
    {"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB", "PUNCT", "ADP", "PART", "PRON", "DET", "X", "SYM", "CCONJ"}
)


def find_noun_contacts(scene: Scene) -> list[Draft]:
    """All contacts named by a noun, participants or not."""
    drafts = []
    for token in scene.parse.doc:
        named = token.lemma_.lower() in scene.words.nouns and token.pos_ in ("NOUN", "PROPN")
        named = named and is_contact_noun(scene, token)
        named = named or is_joint_appearance(scene, token) or is_town_hall(token)
        if named or is_round_of_talks(scene, token):
            drafts.append(read_noun(scene, token))
    return drafts


def read_noun(scene: Scene, noun: Token) -> Draft:
    """Read one contact noun with everything that hangs on it."""
    mode = mode_of_noun(scene, noun)
    start = left_edge(scene, noun)
    reading = read_after(scene, noun.i + 1)
    owners, before, where = read_before(scene, start, noun)
    owners = [bound_owner(scene, noun, owner) for owner in owners]
    light, subjects, role = light_verb(scene, noun, reading, definite=is_definite(noun) and not owners)
    actors, is_open = noun_actors(scene, noun, owners, reading, subjects, role)
    delegated = is_delegated(scene, [*owners, *subjects], reading)
    parties = [*owners, *subjects]
    status = status_of_noun(scene, noun, light)
    own = [] if is_reacted_to(noun) else [one for one in reading.times if not is_of_settling(scene, one, status)]
    times = merge_times(before, own, held_times(scene, light))
    where = reading.where or where
    last = reading.last
    if light is not None:
        after = after_light(scene, noun, light)
        if after is not None:
            actors.update({actor: one for actor, one in after.actors if actor not in actors and after.joint})
            heard = after.times if is_holding(scene, light) else ()
            times, where, last = merge_times(times, heard), where or after.where, max(last, after.last)
        where = where or place_of_clause(scene, light)
    due, venue = read_plan(scene, noun)
    if held_clauses(noun):
        last = max([last, *(end for index, end in scene.time_at.values() if index in due)])
    times, where = merge_times(times, due), where or visited_place(scene, noun, mode) or venue
    invited = invited_to(scene, noun)
    actors.update({actor: one for actor, one in invited.items() if actor not in actors})
    actors = drop_kin(scene, lift_bodies(scene, actors))
    again = is_said_of_it(noun)
    is_open = is_open or reading.open or is_one_sided(scene, parties, reading)
    if again and not any(scene.actors[actor].kind == "person" for actor in actors):
        actors, is_open = {}, True
    counted = again and order_of(scene, noun) is not None
    times = () if counted else times  # "their third call this month": the month is what is counted in
    first, last = evidence_tokens(scene, noun, parties, last)
    if light is not None and light.sent == noun.sent and light.i < noun.i and subjects:
        first = min(first, light.i)
    return Draft(
        first=min(first, start),
        last=last,
        trigger=trigger_of(scene, noun, light),
        word="meeting" if is_sitting(noun) else noun.lemma_.lower(),
        type="CONSULT",
        mode=mode,
        actors=tuple(actors.items()),
        times=times,
        where=where,
        status=status,
        definite=again or is_definite(noun) or (reading.open and not actors),
        untold=is_untold(noun, light) or (counted and noun.head.tag_ == "VBZ"),
        counted=counted,
        arranged=is_arranged(noun),
        open=is_open or (len(actors) < 2 and not reading.unknown),
        complete=reading.complete or len(actors) > 1,
        delegated=delegated,
        size=None if actors else size_after(noun),
        order=order_of(scene, noun),
        count=count_of(scene, noun, reading, where),
    )


def size_after(noun: Token) -> int | None:
    """How many "a meeting of the two" or "talks between the two" is between, where no more is said of them."""
    heads = [one for prep in noun.rights if prep.lower_ in ("of", "between") for one in prep.children]
    bare = [one for one in heads if one.dep_ == "pobj" and one.lower_ in ("two", "both", "pair")]
    return next((size for one in bare if (size := size_of([one])) is not None), None)


def mode_of_noun(scene: Scene, noun: Token) -> EventMode | None:
    """The noun's mode; "phone" before it makes it a call."""
    lists = scene.words.lists
    near = {child.lower_ for child in noun.lefts} | ({scene.parse.doc[noun.i - 1].lower_} if noun.i else set())
    if near & lists["contact.by_phone"] and noun.lemma_ != "visit":
        return "call"
    after = scene.parse.doc[noun.i + 1 : noun.i + 4].text.lower()
    if noun.lemma_.lower() not in scene.words.nouns:
        return "talks" if noun.lemma_.lower() == ROUND else "meeting"
    if scene.words.nouns[noun.lemma_.lower()] is None and after.startswith(
        ("by phone", "by telephone", "on the phone", "over the phone")
    ):
        return "call"
    return scene.words.nouns[noun.lemma_.lower()]


def left_edge(scene: Scene, noun: Token) -> int:
    """Index of the first token of the noun's own phrase, its owner included."""
    doc = scene.parse.doc
    below = {token.i for token in noun.subtree}
    start = noun.i
    while start > noun.sent.start:
        token = doc[start - 1]
        if token.i not in below or token.pos_ not in LEFT or token.text in (",", ";", ":", "(", ")"):
            break
        start -= 1
    while start < noun.i and doc[start].pos_ in ("CCONJ", "ADP", "PUNCT"):
        start += 1
    return start


def light_verb(scene: Scene, noun: Token, reading: Reading, *, definite: bool) -> tuple[Token | None, list[Token], str]:
    """The verb that holds the contact, the parties its subject adds, and in which role ("part", "host", "carried")."""
    lists = scene.words.lists
    top = noun
    while top.dep_ in ("conj", "appos") and top.head != top and not is_verb(top.head):
        top = top.head
    top = measured(scene, top)
    verb = top.head
    if top.dep_ in ("dobj", "attr", "oprd", "nsubjpass") and is_verb(verb):
        if top.dep_ == "nsubjpass" or is_passive(verb):
            return verb, agents(verb) if verb.lemma_ in lists["light.part"] | lists["light.host"] else [], "host"
        if verb.lemma_ in lists["light.part"] and not any(child.lower_ in WEIGHED for child in verb.rights):
            return verb, agents(verb), "part"
        if verb.lemma_ in lists["light.host"]:
            return verb, agents(verb), "host"
        if verb.lemma_ in lists["light.seek"] and not reading.complete and not definite:
            return None, carried_subjects(scene, verb), "carried"
        return None, [], ""
    if top.dep_ == "nsubj" and is_verb(verb) and verb.lemma_ in lists["light.occur"]:
        return verb, [], ""
    if top.dep_ == "pobj" and verb.lower_ in ("for", "of", "on", "to") and not reading.complete and not definite:
        above = governing_verb(verb)
        if above is not None and above.lemma_ in lists["light.seek"] and (reading.joint or above == verb.head):
            return None, carried_subjects(scene, above), "carried"
    if top.dep_ == "pobj" and verb.lower_ in ("of", "from") and reading.actors and not reading.complete:
        above = governing_verb(verb)
        if above is not None and above.lemma_ in lists["light.leaving"] and verb.head in (above, *above.children):
            return None, carried_subjects(scene, above), "carried"
    if (
        top.dep_ == "pobj"
        and verb.lower_ == "with"
        and verb.head.lemma_ in ("start", "begin", "open")
        and not reading.complete
    ):
        return None, carried_subjects(scene, verb.head), "carried"
    if top.dep_ == "pobj" and (verb.lower_ in lists["light.carrier"] or is_errand(scene, verb)):
        above = verb.head
        if verb.lower_ in ("on", "upon") and above.lemma_ in lists["light.on_topic"]:
            return None, [], ""
        if not is_verb(above):
            above = governing_verb(verb) or above if above.pos_ in ("ADV", "ADP", "SCONJ") else above
        if is_verb(above) and is_infinitive(above) and is_negated(above):
            above = governing_verb(above) or above  # "questioned the decision not to act during a call with A"
        told = len(reading.actors) < 2 or (reading.joint and not reading.complete and not definite)
        if is_verb(above) and told and not (definite and not reading.joint):
            return None, carried_subjects(scene, above), "carried"
    return None, [], ""


def is_errand(scene: Scene, prep: Token) -> bool:
    """ "Flew to Tarsk for talks with A"."""
    kinds = scene.words.verbs.get(prep.head.lemma_.lower(), frozenset())
    bound = bool(kinds & {"travel", "visit", "expect"})
    return prep.lower_ == "for" and is_verb(prep.head) and bound


def carried_subjects(scene: Scene, verb: Token) -> list[Token]:
    """The subject of a verb that a contact accompanies ("said after talks with A"): only if it is an actor."""
    if any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        return []  # "took place during": the subject is an event
    engaged = is_passive(verb) and verb.lemma_ in scene.words.lists["light.engaging"]
    heads = [one for head in own_subjects(verb) for one in conjoined(head)] if engaged else agents(verb)
    hearers = [child for child in verb.head.rights if child.dep_ == "dobj"] if verb.dep_ == "xcomp" else [verb.head]
    if verb.dep_ in ("acl", "xcomp") and any(scene.is_press(one) for one in hearers):
        heads = linked_objects(verb, ("with",))
        telling = governing_verb(verb)
        if telling is not None and [one.tag_ for one in heads] == ["PRP"]:
            heads = agents(telling)  # "A told reporters travelling with her during a visit"
    subjects = [one for one in heads if scene.party(one).actors]
    return [one for one in subjects if not scene.is_press(one)]


def after_light(scene: Scene, noun: Token, light: Token) -> Reading | None:
    """The phrases after a light verb whose subject the contact is ("talks took place in A on Monday")."""
    if light.i < noun.i:
        return None
    last = light.i
    for child in light.children:
        if (child.lower_ in ("place", "held") or child.dep_ == "prt") and child.i == light.i + 1:
            last = child.i
    return read_after(scene, last + 1, verb=True)


def invited_to(scene: Scene, noun: Token) -> dict[int, Role]:
    """ "The summit to which A invited B": A is the host."""
    found: dict[int, Role] = {}
    for clause in noun.rights:
        if clause.dep_ != "relcl" or clause.lemma_ != "invite":
            continue
        objects = [child for child in clause.rights if child.dep_ == "dobj"]
        found.update(dict.fromkeys(scene.parties(objects).actors, "participant"))
        found.update(dict.fromkeys(scene.parties(agents(clause)).actors, "host"))
    return found


def visited_place(scene: Scene, noun: Token, mode: EventMode | None) -> Span | None:
    """Where a visit went: "visit to Moscow"."""
    if mode != "visit":
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "in"):
            for goal in child.children:
                if goal.dep_ == "pobj":
                    return name_within(scene, goal) or place_of(scene, goal.left_edge.i, goal.i)
    return None


def name_within(scene: Scene, goal: Token) -> Span | None:
    """The name of a place that is told by its kind: "the old city of Tarsk", "the naval base at Tarsk"."""
    if goal.pos_ != "NOUN":
        return None
    inner = [
        one
        for prep in goal.rights
        if prep.lower_ in ("of", "at", "in", "near")
        for one in prep.children
        if one.dep_ == "pobj" and one.pos_ == "PROPN" and one.i not in scene.in_time
    ]
    return next((place for one in inner if (place := place_of(scene, one.left_edge.i, one.i)) is not None), None)


def trigger_of(scene: Scene, noun: Token, light: Token | None) -> Span:
    """The words that name the contact: the noun with its kind ("phone call"), from the light verb on if it is near."""
    doc, first = scene.parse.doc, noun
    while first.i > 0 and doc[first.i - 1].lower_ in scene.words.lists["contact.by_phone"]:
        first = doc[first.i - 1]
    if light is not None and 0 < noun.i - light.i <= 4 and light.sent == noun.sent:
        between = doc[light.i + 1 : first.i]
        if not any(token.i in scene.mention_at for token in between):
            first = light
    return scene.parse.span_of(first, noun)
