"""Contacts (PLOVER's CONSULT) that a verb names: met, spoke with, called, visited, hosted, discussed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.continued import order_of_verb, size_of, split_gapped
from onrecord.annotate.drafts import MUTUAL, Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import agents, governing_verb, is_passive, is_verb, own_subjects
from onrecord.annotate.neighbours import contact_lemma, is_contact_form, subjects_of
from onrecord.annotate.phrases import Reading, nominal_end, place_of, read_after, read_list
from onrecord.annotate.scenes import Party, is_plural
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventMode, Role

PURPOSE = frozenset({"xcomp", "advcl", "acl"})
BY_PHONE = (
    "by phone",
    "by telephone",
    "on the phone",
    "on the telephone",
    "over the phone",
    "via phone",
    "by video",
    "via video",
    "over the telephone",
    "via telephone",
    "on a call",
)
NOT_CALLED = frozenset(
    {"for", "on", "upon", "in", "into", "off", "out", "up", "it", "to", "this", "that", "them", "attention"}
)
ACTING = frozenset({"person", "state", "group", "organization"})


def find_verb_contacts(scene: Scene) -> list[Draft]:
    """All contacts named by a verb."""
    drafts = []
    for token in scene.parse.doc:
        kinds = scene.words.verbs.get(contact_lemma(scene, token), frozenset())
        if not kinds or not is_contact_form(scene, token):
            continue
        for kind, read in READERS.items():
            if kind in kinds:
                draft = read(scene, token)
                if draft is not None:
                    drafts += split_gapped(scene, token, draft)
                    break
    return drafts


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
    place = reading.where or where or place_of_clause(scene, verb)
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
        count=1,
    )


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
    return None


def by_phone(scene: Scene, verb: Token) -> bool:
    """Is a telephone named in the verb's own stretch?"""
    text = scene.parse.doc[verb.i : min(verb.i + 16, verb.sent.end)].text.lower()
    return any(phrase in text for phrase in BY_PHONE)


def enough(scene: Scene, subjects: list[Token], party: Party) -> bool:
    """Can the subject alone meet or talk: two parties, or a plural, or a body?"""
    if len(party.actors) > 1 or any(is_plural(one) for one in subjects):
        return bool(party.actors or party.open)
    return any(scene.actors[actor].kind in ("group", "organization") for actor in party.actors)


def read_meet(scene: Scene, verb: Token) -> Draft | None:
    """ "A met B", "A met with B", "the leaders will meet in C"; not "met a deadline"."""
    if is_passive(verb) or (verb.lemma_ == "sit" and not sits_together(verb)):
        return None
    subjects = agents(verb)
    party = scene.parties(subjects)
    heads, objects, reading = read_object(scene, verb)
    phone = by_phone(scene, verb)
    others: tuple[tuple[int, Role], ...] = ()
    if heads:
        if not (objects.actors or objects.open) or (objects.open and heads[0].lower_ in ("it", "that", "this")):
            return None
        if verb.lemma_ not in ("meet", "convene", "gather", "consult"):
            return None
        others = tuple((actor, "participant") for actor in objects.actors)
    if not (party.actors or party.open or size_of(subjects) is not None):
        return None
    if not (others or objects.open or size_of(subjects) is not None or reading.joint or enough(scene, subjects, party)):
        return None
    if (
        not (others or reading.joint)
        and verb.lemma_ in ("gather", "dine", "lunch", "negotiate", "consult")
        and len(party.actors) < 2
    ):
        return None
    mode: EventMode | None = (
        "call" if phone else "talks" if verb.lemma_ in ("negotiate", "consult", "confer") else "meeting"
    )
    return build_draft(scene, verb, mode, subjects, reading, others=others)


def sits_together(verb: Token) -> bool:
    """ "sat down", "were sitting at the table"."""
    goals = [one.lower_ for child in verb.children if child.lower_ in ("at", "around") for one in child.children]
    return "table" in goals or any(child.lower_ == "down" for child in verb.children)


def read_speak(scene: Scene, verb: Token) -> Draft | None:
    """ "A spoke with B", "A and B talked by phone"; not to the press or an audience."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    if not (party.actors or party.open or size_of(subjects) is not None) or is_passive(verb):
        return None
    phone = by_phone(scene, verb)
    at = skip_adverbs(scene, verb)
    doc = scene.parse.doc
    reading = read_after(scene, at)
    heads = partner_heads(verb)
    again = order_of_verb(verb) is not None and size_of(subjects) is not None
    if any(scene.is_press(head) for head in heads) or not (heads or phone or len(party.actors) > 1 or again):
        return None
    if not heads and doc[at].pos_ == "ADP" and doc[at].lower_ not in ("by", "on", "with", "to", "over", "via"):
        return None
    kinds = {scene.actors[actor].kind for actor, _ in reading.actors}
    if reading.actors or (reading.open and heads):
        if kinds and not kinds & {"person", "state", "group"}:
            return None
    elif not (
        (len(party.actors) > 1 or size_of(subjects) is not None)
        and (phone or at in scene.time_at or at >= verb.sent.end - 1 or doc[at].is_punct or order_of_verb(verb))
    ):
        return None
    return build_draft(scene, verb, "call" if phone or goes_on_phoning(scene, verb) else None, subjects, reading)


def goes_on_phoning(scene: Scene, verb: Token) -> bool:
    """ "A telephoned B and then spoke to C": the second contact is of the kind of the first."""
    text = {child.lower_ for child in verb.children}
    first = next((one for one in verb.sent if is_verb(one) and one.i < verb.i and is_phoning(scene, one)), None)
    return first is not None and "then" in text


def is_phoning(scene: Scene, verb: Token) -> bool:
    """Does a verb mean a call and nothing else?"""
    return verb.lemma_.lower() in ("phone", "telephone", "ring", "dial")


def partner_heads(verb: Token) -> list[Token]:
    """The nouns after "to" and "with"."""
    return [
        noun
        for child in verb.children
        if child.dep_ in ("prep", "dative") and child.lower_ in ("to", "with")
        for noun in child.children
        if noun.dep_ == "pobj"
    ]


def read_phone(scene: Scene, verb: Token) -> Draft | None:
    """ "A called B on Monday"; not "called for", "called on", "called B a friend"."""
    doc = scene.parse.doc
    follows = doc[verb.i + 1].lower_ if verb.i + 1 < verb.sent.end else "it"
    rings_up = follows == "up" and contact_lemma(scene, verb) in ("ring", "phone", "call")
    if follows in NOT_CALLED and follows != "them" and not rings_up:
        return None
    if is_passive(verb) and contact_lemma(scene, verb) == "call":
        return None
    if verb.tag_ == "VBN" and (is_passive(verb) or verb.dep_ == "acl"):
        return None
    subjects = subjects_of(scene, verb)
    heads, objects, reading = read_object(scene, verb)
    people = [actor for actor in objects.actors if scene.actors[actor].kind == "person"]
    if (
        not subjects
        or not heads
        or not scene.is_actor(subjects[0])
        or not (people or heads[0].lower_ in ("him", "her", "me"))
    ):
        return None
    if verb.lemma_ == "call" and (is_naming(scene, verb, heads[-1]) or any(c.lower_ == "as" for c in verb.rights)):
        return None  # "called B as a witness"
    others: tuple[tuple[int, Role], ...] = tuple((actor, "participant") for actor in people)
    reading.actors = []  # "called A about a meeting with B": B was not on the line
    return build_draft(scene, verb, "call", subjects, reading, others=others)


def is_naming(scene: Scene, verb: Token, head: Token) -> bool:
    """Does a name or judgement follow the object ("called B a liar", "called him “weak”")?"""
    doc = scene.parse.doc
    after = head.i + 1
    if any(
        child.dep_ in ("oprd", "ccomp", "xcomp", "acomp", "attr") and child.tag_ != "VB"
        for child in verb.children
        if child.i > head.i
    ):
        return True
    if any(child.dep_ == "appos" and child.i > head.i + 1 and doc[head.i + 1].text != "," for child in head.children):
        return True
    if after >= verb.sent.end or after in scene.time_at or after in scene.in_time:
        return False
    follows = doc[after]
    if follows.tag_ == "POS":
        return True  # "called B's plan …"
    return bool(
        follows.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
        or follows.is_quote
        or (
            follows.tag_ in ("VBG", "RB")
            and follows.lower_
            not in (
                "again",
                "back",
                "earlier",
                "later",
                "shortly",
                "immediately",
                "afterwards",
                "late",
                "early",
                "personally",
                "right",
                "straight",
                "today",
            )
        )
    )


def read_visit(scene: Scene, verb: Token) -> Draft | None:
    """ "A visited Borduria", "visiting each other's countries"; a state visited is the host."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    if is_passive(verb) or not (party.actors or party.open):
        return None
    if party.actors and not any(scene.actors[actor].kind in ("person", "group", "state") for actor in party.actors):
        return None
    doc = scene.parse.doc
    end = nominal_end(doc, verb.i + 1, verb.sent.end, scene)
    if end < 0 or verb.i + 1 in scene.time_at:
        return None
    mutual = "each other" in doc[verb.i + 1 : end + 1].text.lower()
    heads, objects, reading = read_object(scene, verb)
    place = visited(scene, verb, end)
    hosts = tuple(
        (actor, host_role(scene, actor))
        for actor in objects.actors
        if scene.actors[actor].kind in ("person", "state", "group") and not metonym(scene, heads)
    )
    beside = (
        verb.lemma_ == "tour" and reading.joint and any(scene.actors[one].kind == "person" for one, _ in reading.actors)
    )
    if place is None and not hosts and not mutual and not beside:
        return None
    reading.last = max(reading.last, end)
    draft = build_draft(scene, verb, "visit", subjects, reading, others=hosts, where=place)
    return replace(draft, word=MUTUAL, where=None) if mutual else draft


def visited(scene: Scene, verb: Token, end: int) -> Span | None:
    """The place that is visited; of "the flooded town of Tarsk", the town's name."""
    doc = scene.parse.doc
    if doc[end + 1 : end + 2].text.lower() == "of" and end + 2 < verb.sent.end:
        inner = nominal_end(doc, end + 2, verb.sent.end, scene)
        named = place_of(scene, end + 2, inner) if inner >= 0 else None
        if named is not None:
            return named
        if inner >= 0 and doc[inner].pos_ == "PROPN" and place_of(scene, verb.i + 1, end) is not None:
            first = verb.i + 2 if doc[verb.i + 1].pos_ == "DET" else verb.i + 1
            return scene.parse.span_of(doc[first], doc[inner])
    return place_of(scene, verb.i + 1, end)


def host_role(scene: Scene, actor: int) -> Role:
    """A state that is visited is the host; a person takes part."""
    return "host" if scene.actors[actor].kind == "state" else "participant"


def metonym(scene: Scene, heads: list[Token]) -> bool:
    """Does a town stand for its government where the text means the town ("visited Tarsk")?"""
    return any(scene.mentions[index].form == "metonym" for head in heads for index in scene.mention_at.get(head.i, ()))


def read_travel(scene: Scene, verb: Token) -> Draft | None:
    """ "A travelled to B", unless it was in order to meet: then the meeting carries the place."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    people = [actor for actor in party.actors if scene.actors[actor].kind in ("person", "group")]
    if not people or verb.lemma_ not in ("travel", "fly", "journey", "arrive", "go") or is_passive(verb):
        return None
    place = goal_of(scene, verb)
    if verb.lemma_ == "go" and place is not None and not is_town(scene, place):
        return None  # "went to the White House lawn"
    if place is None or any(child.dep_ in PURPOSE and names_contact(scene, child) for child in verb.children):
        return None
    reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
    draft = build_draft(scene, verb, "visit", subjects, reading, where=place)
    # "The president goes to Tarsk on Friday": the simple present of travel is a timetable.
    ahead = draft.status == "happened" and verb.tag_ in ("VBZ", "VBP")
    return replace(draft, status="planned") if ahead else draft


def is_town(scene: Scene, place: Span) -> bool:
    """Is a place a town, a state or a region by name?"""
    span = scene.parse.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return False
    named = any(
        scene.actors[actor].kind in ("place", "state")
        for token in span
        for index in scene.mention_at.get(token.i, ())
        if (actor := scene.mentions[index].actor) is not None
    )
    return named or any(token.ent_type_ == "GPE" for token in span)


def names_contact(scene: Scene, verb: Token) -> bool:
    """Does the infinitive name a contact itself ("to meet", "to hold talks")?"""
    kinds = scene.words.verbs.get(verb.lemma_.lower(), frozenset())
    nouns = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "pobj")}
    return bool(kinds - {"travel", "discuss"}) or any(noun in scene.words.nouns for noun in nouns)


def read_invite(scene: Scene, verb: Token) -> Draft | None:
    """ "A invited B to Tarsk in May": a visit that is proposed; the inviter is the host."""
    subjects = agents(verb)
    guests = own_subjects(verb) if is_passive(verb) else [child for child in verb.rights if child.dep_ == "dobj"]
    people: tuple[tuple[int, Role], ...] = tuple(
        (actor, "participant")
        for actor in scene.parties(guests).actors
        if scene.actors[actor].kind in ("person", "group", "state")
    )
    place = goal_of(scene, verb)
    if place is None or not people or not (scene.parties(subjects).actors or scene.parties(subjects).open):
        return None
    reading = Reading(last=verb.i)
    if guests:
        reading = read_after(scene, skip_to(scene, guests[-1].i + 1, place), verb=True)
    draft = build_draft(scene, verb, "visit", subjects, reading, others=people, subject_role="host", where=place)
    happened = draft.status == "happened"
    return replace(draft, where=place, status="proposed" if happened else draft.status)


def skip_to(scene: Scene, at: int, place: Span) -> int:
    """Index of the first token after a place, where it stands near after a token; else that token."""
    doc = scene.parse.doc
    for step in range(at, min(at + 8, len(doc))):
        if doc[step].idx + len(doc[step]) >= place.end:
            return step + 1
    return at


def read_brief(scene: Scene, verb: Token) -> Draft | None:
    """ "A briefed the council on Friday": a meeting, unless the press is told."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    heads, objects, reading = read_object(scene, verb)
    if is_passive(verb) or not (party.actors or party.open) or any(scene.is_press(head) for head in heads):
        return None
    others: tuple[tuple[int, Role], ...] = tuple(
        (actor, "participant") for actor in objects.actors if scene.actors[actor].kind in ACTING
    )
    if not others:
        return None
    return build_draft(scene, verb, "call" if by_phone(scene, verb) else "meeting", subjects, reading, others=others)


def read_tell(scene: Scene, verb: Token) -> Draft | None:
    """ "A told B by phone on Thursday that …": a call that only its channel names."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    subjects = agents(verb)
    if is_passive(verb) or not subjects or not objects or scene.is_press(objects[0]):
        return None
    stop = next((child.left_edge.i for child in verb.rights if child.dep_ == "ccomp"), verb.sent.end)
    channel = scene.parse.doc[objects[0].i + 1 : min(stop, objects[0].i + 10)].text.lower()
    party = scene.parties(objects)
    people = [actor for actor in party.actors if scene.actors[actor].kind in ("person", "state")]
    if not people or not any(phrase in channel for phrase in BY_PHONE):
        return None
    reading = read_after(scene, objects[0].i + 1, verb=True)
    others: tuple[tuple[int, Role], ...] = tuple((actor, "participant") for actor in people)
    return build_draft(scene, verb, "call", subjects, reading, others=others)


def read_receive(scene: Scene, verb: Token) -> Draft | None:
    """ "A hosted B", "A welcomed B at C"; the subject is the host."""
    passive = is_passive(verb)
    subjects = agents(verb)
    if passive:
        guests = own_subjects(verb)
        reading = read_after(scene, skip_adverbs(scene, verb), verb=True)
        objects = scene.parties(guests)
    else:
        guests, objects, reading = read_object(scene, verb)
    people: tuple[tuple[int, Role], ...] = tuple(
        (actor, "participant") for actor in objects.actors if scene.actors[actor].kind in ("person", "group")
    )
    if not scene.parties(subjects).actors or not people or any(is_own(scene, head) for head in guests):
        return None
    where = reading.where or goal_of(scene, verb) or place_of_clause(scene, verb)
    if verb.lemma_ != "host" and where is None:
        return None
    return build_draft(scene, verb, "meeting", subjects, reading, others=people, subject_role="host", where=where)


def is_own(scene: Scene, head: Token) -> bool:
    """Is the object a thing that an actor owns ("welcomed B's decision")?"""
    return not scene.mention_at.get(head.i)


def read_discuss(scene: Scene, verb: Token) -> Draft | None:
    """ "A and B discussed C", "A discussed C with B": a contact of open mode, most often one already named."""
    subjects = agents(verb)
    party = scene.parties(subjects)
    if is_passive(verb) or not (party.actors or party.open):
        return None
    if any(child.dep_ == "dobj" and child.tag_ == "PRP" for child in verb.children):
        return None  # "not authorised to discuss it"
    partners = [
        noun
        for child in verb.children
        if child.dep_ == "prep" and child.lower_ == "with"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    partners = [noun for noun in partners if scene.party(noun).actors and not scene.is_press(noun)]
    joint = len(party.actors) > 1 or party.plural or any(scene.actors[actor].kind == "group" for actor in party.actors)
    if not partners and not joint:
        return None
    reading = Reading(last=verb.i)
    for noun in partners:
        reading.add(scene.party(noun).actors, "participant", noun.i)
        reading.joint = True
    objects = [child for child in verb.rights if child.dep_ == "dobj"]
    if objects:
        reading.last = max(reading.last, objects[0].i)
    return build_draft(scene, verb, None, subjects, reading, light=not partners)


READERS = {
    "meet": read_meet,
    "speak": read_speak,
    "phone": read_phone,
    "visit": read_visit,
    "travel": read_travel,
    "receive": read_receive,
    "discuss": read_discuss,
    "invite": read_invite,
    "brief": read_brief,
    "tell": read_tell,
}
