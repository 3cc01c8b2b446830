"""What all verbs of contact share: their subjects, partners and what was read after them, made into a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.continued import order_of_verb, size_of
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import agents, governing_verb, is_negated, is_verb, own_subjects, patients
from onrecord.annotate.phrase_lists import nominal_end, read_list
from onrecord.annotate.phrases import Reading, read_after
from onrecord.annotate.place_phrases import place_of
from onrecord.annotate.scenes import Party, is_plural
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventMode, Role


SPANS = frozenset({"year", "month", "week", "decade", "day"})
PURPOSE = frozenset({"xcomp", "advcl", "acl"})


def skip_adverbs(scene: Scene, verb: Token) -> int:
    """Index of the first token after a verb and its adverbs."""
    doc, at = scene.parse.doc, verb.i + 1
    while at < len(doc) and (doc[at].pos_ == "ADV" or doc[at].dep_ == "prt") and at not in scene.time_at:
        at += 1
    repeated = doc[at : at + 3]
    return at + 3 if len(repeated) == 3 and repeated[2].lower_ == "time" and order_of_verb(verb) else at


def read_object(scene: Scene, verb: Token) -> tuple[list[Token], Party, Reading]:
    """The object of a verb as a list of parties, and what follows it."""
    at = verb.i + 1
    if at < len(scene.parse.doc) and scene.parse.doc[at].dep_ == "prt" and scene.parse.doc[at].lower_ == "up":
        at += 1
    if scene.parse.doc[at : at + 3].text.lower() == "face to face":
        at += 3
    heads: list[Token] = []
    last = at - 1
    if at < len(scene.parse.doc) and at not in scene.time_at:
        heads, last = read_list(scene, at, min(verb.sent.end, at + 45))
    if last < at:
        heads = []
        reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
    else:
        reading = read_after(scene, last + 1, verb=True)
    reading.last = max(reading.last, last)
    objects = scene.parties(heads)
    reading.delegated, reading.direct = reading.delegated or objects.delegated, reading.direct or objects.direct
    return heads, objects, reading


def build_draft(
    scene: Scene,
    verb: Token,
    mode: EventMode | None,
    subjects: list[Token],
    reading: Reading,
    *,
    others: tuple[tuple[int, Role], ...] = (),
    subject_role: Role = "participant",
    where: Span | None = None,
    light: bool = False,
    last_trigger: Token | None = None,
    told: bool = False,
) -> Draft:
    """A draft from a verb, its subjects and what was read after it."""
    party = scene.parties(subjects)
    if not party.actors and any(one.tag_ == "PRP" for one in subjects):
        party = scene.parties(subjects_ahead(verb)) if subjects_ahead(verb) else party
    actors: dict[int, Role] = dict.fromkeys(party.actors, subject_role)
    inviting = inviters(scene, verb) if mode in ("visit", "meeting") else []
    for head in inviting:
        actors.update({actor: "participant" for actor in scene.party(head).actors if actor not in actors})
    for actor, role in (*others, *reading.actors):
        actors.setdefault(actor, role)
    travel = purpose_of(scene, verb)
    anchors = [verb] if travel is None else [verb, travel]
    times = merge_times(reading.times, *(times_of_clause(scene, one) for one in anchors))
    if not times and not is_verb(verb):
        times = times_before(scene, subjects)
    place = reading.where or where or place_of_clause(scene, verb) or place_before(scene, verb)
    if travel is not None and place is None:
        place = goal_of(scene, travel)
    first, last = evidence_tokens(scene, verb, subjects, reading.last)
    if travel is not None:
        first = min(first, travel.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, last_trigger or verb),
        word=verb.lemma_.lower(),
        type="CONSULT",
        mode=mode,
        actors=tuple(actors.items()),
        times=times,
        where=place,
        status=status_of_verb(scene, verb),
        open=len(actors) < 2 or reading.open or party.open,
        complete=len(actors) > 1,
        delegated=(party.delegated or reading.delegated) and not (party.direct or reading.direct),
        light=light,
        size=size_of(subjects) if not party.actors else None,
        told=told,
        order=order_of_verb(verb),
        lapsed=is_lapsed(verb),
        count=1,
    )


def read_done_to(scene: Scene, verb: Token) -> Draft | None:
    """ "A was met by B at the airport", "A was briefed by B": a meeting of persons told in the passive."""
    hosts, guests = agents(verb), patients(verb)
    if not hosts and verb.lemma_ == "brief":  # "on the attack by B", which the parser hangs on the attack
        within = [one for one in verb.subtree if one.i > verb.i]
        stops = [one.i for one in within if one.is_punct or one.pos_ in ("VERB", "AUX")]
        preps = [one for one in within if one.lower_ == "by" and one.i < min(stops, default=verb.sent.end)]
        hosts = [goal for prep in preps for goal in prep.children if goal.dep_ == "pobj"]
    met = [one for one in scene.parties(hosts).actors if scene.actors[one].kind in ("person", "group")]
    persons = [one for one in scene.parties(guests).actors if scene.actors[one].kind == "person"]
    if not met or not persons or set(met) & set(persons):
        return None
    others: tuple[tuple[int, Role], ...] = tuple((actor, "participant") for actor in met)
    reading = read_after(scene, max(verb.i, hosts[-1].i) + 1, verb=True)
    return build_draft(scene, verb, "meeting", guests, reading, others=others)


def is_lapsed(verb: Token) -> bool:
    """ "Have not met since May", "had not spoken for a year"."""
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.lefts)
    if not perfect or not is_negated(verb):
        return False
    spans = [one for prep in verb.rights if prep.lower_ in ("for", "in") for one in prep.children]
    clauses = [one for child in verb.rights if child.dep_ == "advcl" for one in child.lefts]
    return any(one.lower_ == "since" for one in (*verb.rights, *clauses)) or any(one.lemma_ in SPANS for one in spans)


def subjects_ahead(verb: Token) -> list[Token]:
    """ "After they met in A, the ministers of B and C …": whom a pronoun runs ahead to."""
    clause = governing_verb(verb)
    while clause is not None:
        found = [one for one in own_subjects(clause) if one.tag_ != "PRP"]
        if found:
            return found if found[0].i > verb.i else []
        clause = governing_verb(clause)
    return []


def place_before(scene: Scene, verb: Token) -> Span | None:
    """ "Flew to Tarsk, where he met B": the place that "where" takes up."""
    noun = verb.head
    if verb.dep_ != "relcl" or not any(child.lower_ == "where" for child in verb.lefts):
        return None
    return place_of(scene, noun.left_edge.i if noun.left_edge.i < noun.i else noun.i, noun.i)


def times_before(scene: Scene, subjects: list[Token]) -> tuple[int, ...]:
    """Times that open a sentence before its subject, where the verb is not known to the parse."""
    if not subjects:
        return ()
    return tuple(scene.time_at[at][0] for at in range(subjects[0].sent.start, subjects[0].i) if at in scene.time_at)


def inviters(scene: Scene, verb: Token) -> list[Token]:
    """Who invited, and who was invited, where a visit is what an invitation is for."""
    doc = scene.parse.doc
    for at in range(verb.i - 1, max(verb.i - 10, verb.sent.start - 1), -1):
        if doc[at].lemma_ in ("invite", "invitation"):
            above = doc[at] if is_verb(doc[at]) else governing_verb(doc[at])
            heads = [doc[step] for step in range(at + 1, verb.i) if step in scene.mention_at]
            return [*(agents(above) if above is not None else []), *heads]
    return []


def purpose_of(scene: Scene, verb: Token) -> Token | None:
    """The verb of travel that an infinitive is the purpose of ("travelled to A to meet B")."""
    head = verb.head
    if verb.dep_ in PURPOSE and is_verb(head) and scene.words.verbs.get(head.lemma_.lower(), frozenset()) & {"travel"}:
        return head
    return None


def goal_of(scene: Scene, verb: Token) -> Span | None:
    """Where a verb of travel goes."""
    for child in verb.children:
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "in", "into", "for"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return place_of(scene, noun.left_edge.i, noun.i)
        if child.dep_ == "xcomp" and child.pos_ == "PROPN" and scene.parse.doc[child.i - 1].lower_ == "to":
            last = nominal_end(scene.parse.doc, child.i, child.sent.end, scene)
            return place_of(scene, child.i, last)  # a name taken for a verb
    return None


def state_gone_to(scene: Scene, people: Sequence[int], place: Span) -> tuple[tuple[int, Role], ...]:
    """ "The premier arrived in Arland": the state is the host, unless it is a traveller's own."""
    own = {scene.actors[one].side for one in people}
    states = [
        one.actor
        for one in scene.mentions
        if one.actor is not None and place.start <= one.start and one.end <= place.end
        if scene.actors[one.actor].kind == "state" and one.form != "metonym"
    ]
    return tuple((one, "host") for one in states[:1] if scene.actors[one].name not in own)


def enough(scene: Scene, subjects: list[Token], party: Party) -> bool:
    """Can the subject alone meet or talk: two parties, or a plural, or a body?"""
    if len(party.actors) > 1 or any(is_plural(one) for one in subjects):
        return bool(party.actors or party.open)
    return any(scene.actors[actor].kind in ("group", "organization") for actor in party.actors)


def partner_heads(verb: Token) -> list[Token]:
    """The nouns after "to" and "with"."""
    return [
        noun
        for child in verb.children
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with")
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
