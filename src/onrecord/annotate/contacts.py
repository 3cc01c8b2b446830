"""Contacts (PLOVER's CONSULT) that a noun names: calls, meetings, summits, talks, visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, place_of_clause, times_of_clause
from onrecord.annotate.grammar import WH, agents, conjoined, governing_verb, is_passive, is_verb
from onrecord.annotate.phrases import Reading, place_of, read_after
from onrecord.annotate.scenes import is_plural
from onrecord.annotate.statuses import has_definite, status_of_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.records import Span
    from onrecord.vocab.lists import EventMode, Role

MASS = frozenset({"talk", "negotiation", "discussion", "consultation", "contact", "exchange"})
"""Plural in form, one occasion in sense."""
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
           "several": 2, "many": 2, "both": 2, "few": 2, "multiple": 2, "numerous": 2}  # fmt: skip
LEFT = frozenset(
    {"ADJ", "NOUN", "PROPN", "NUM", "ADV", "VERB", "PUNCT", "ADP", "PART", "PRON", "DET", "X", "SYM", "CCONJ"}
)
REFERRING = frozenset({"the", "this", "that", "these", "those", "such", "both"})


def find_noun_contacts(scene: Scene) -> list[Draft]:
    """All contacts named by a noun, participants or not."""
    drafts = []
    for token in scene.parse.doc:
        if (
            token.lemma_.lower() in scene.words.nouns
            and token.pos_ in ("NOUN", "PROPN")
            and is_contact_noun(scene, token)
        ):
            drafts.append(read_noun(scene, token))
    return drafts


def is_contact_noun(scene: Scene, noun: Token) -> bool:
    """Is the noun a contact here, and not "a call for peace", "a wake-up call", "the summit venue"?"""
    doc, words = scene.parse.doc, scene.words
    word = noun.lemma_.lower()
    before = doc[noun.i - 1].lower_ if noun.i else ""
    after = doc[noun.i + 1].lower_ if noun.i + 1 < len(doc) else ""
    if noun.tag_ == "NN" and noun.lemma_ in MASS and before in ("for", "under", "into"):
        return False
    if noun.tag_ == "NN" and noun.lemma_ == "talk" and after == "of":
        return False  # "talk of a pause"
    if noun.i in scene.in_time or before in words.lists["contact.not_before"]:
        return False
    if noun.dep_ in ("compound", "nmod", "amod") and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        return False
    if word in words.lists["contact.weak"] and any(is_foreign(scene, child) for child in noun.lefts):
        return False
    if words.nouns[word] == "call":
        if after in words.lists["contact.not_after"] or before in ("emergency", "conference", "on", "phones"):
            return before == "conference" and noun.i > 1 and doc[noun.i - 2].lower_ in ("video", "phone", "telephone")
        if after == "to" and any(child.dep_ in ("acl", "relcl") and child.i > noun.i for child in noun.children):
            return False
        if any(child.dep_ == "prep" and child.lower_ == "for" for child in noun.children):
            return False
    return not (after in ("room", "rooms", "table", "point", "venue", "host", "place") and noun.dep_ == "compound")


def is_foreign(scene: Scene, child: Token) -> bool:
    """Does a modifier make a session or an exchange a thing of its own ("the lame-duck session", "stock exchange")?"""
    if child.dep_ not in ("compound", "nmod") or child.i in scene.in_time or child.i in scene.cover:
        return False
    return not child.ent_type_ and child.lower_ not in scene.words.lists["contact.by_phone"]


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
    times = merge_times(before, reading.times, times_of_clause(scene, light) if light is not None else ())
    where = reading.where or where
    last = reading.last
    if light is not None:
        after = after_light(scene, noun, light)
        if after is not None:
            actors.update({actor: one for actor, one in after.actors if actor not in actors and after.joint})
            times, where, last = merge_times(times, after.times), where or after.where, max(last, after.last)
        where = where or place_of_clause(scene, light)
    where = where or visited_place(scene, noun, mode)
    actors = lift_bodies(scene, actors)
    again = is_said_of_it(noun)
    is_open = is_open or reading.open or is_one_sided(scene, parties, reading)
    if again and not any(scene.actors[actor].kind == "person" for actor in actors):
        actors, is_open = {}, True
    first, last = evidence_tokens(scene, noun, parties, last)
    if light is not None and light.sent == noun.sent and light.i < noun.i and subjects:
        first = min(first, light.i)
    return Draft(
        first=min(first, start),
        last=last,
        trigger=trigger_of(scene, noun, light),
        word=noun.lemma_.lower(),
        type="CONSULT",
        mode=mode,
        actors=tuple(actors.items()),
        times=times,
        where=where,
        status=status_of_noun(scene, noun, light),
        definite=again or is_definite(noun) or (reading.open and not actors),
        open=is_open or (len(actors) < 2 and not reading.unknown),
        complete=reading.complete or len(actors) > 1,
        delegated=delegated,
        order=order_of(scene, noun),
        count=count_of(scene, noun, reading, where),
    )


def is_delegated(scene: Scene, heads: Sequence[Token], reading: Reading) -> bool:
    """Did delegations or officials meet: are they all that is named, or was the contact only led by the persons?"""
    party = scene.parties(heads)
    if party.direct or reading.direct:
        return False
    return party.delegated or reading.delegated or reading.led


def is_one_sided(scene: Scene, heads: Sequence[Token], reading: Reading) -> bool:
    """ "the session with A and B": the side that met them is not printed."""
    return reading.joint and not reading.complete and not scene.parties(heads).actors


def noun_actors(
    scene: Scene, noun: Token, owners: list[Token], reading: Reading, subjects: list[Token], role: str
) -> tuple[dict[int, Role], bool]:
    """Who took part: owners, what was read after the noun, and the subjects that its verb adds; is somebody open?"""
    owning = scene.parties(owners)
    is_open = owning.open
    actors: dict[int, Role] = dict.fromkeys(owning.actors, "participant")
    actors.update({actor: given for actor, given in reading.actors if actor not in actors})
    relative = relative_parties(scene, noun) if len(actors) < 2 else []
    subjects = subjects + relative
    carried = role == "carried" and not relative
    if subjects and (not reading.complete or role == "host") and not (carried and len(actors) > 1 and owners):
        party = scene.parties(subjects)
        is_open = is_open or (party.open and not party.actors)
        fresh: Role = "host" if role == "host" else "participant"
        actors = {**dict.fromkeys([one for one in party.actors if one not in actors], fresh), **actors}
    return actors, is_open


def lift_bodies(scene: Scene, actors: dict[int, Role]) -> dict[int, Role]:
    """Where unnamed officials sit at the table, their states do; a named leader's state sits there with him."""
    states = {actor.name: index for index, actor in enumerate(scene.actors) if actor.kind == "state"}
    bodies = [
        one
        for one in actors
        if scene.actors[one].kind == "group" and not scene.actors[one].named and scene.actors[one].side in states
    ]
    if not bodies:
        return actors
    lifted: dict[int, Role] = {}
    for one, role in actors.items():
        actor = scene.actors[one]
        state = states.get(actor.side) if actor.side is not None else None
        if one not in bodies:
            lifted[one] = role
        if state is not None:
            lifted.setdefault(state, role if one in bodies else "participant")
    return lifted


def mode_of_noun(scene: Scene, noun: Token) -> EventMode | None:
    """The noun's mode; "phone" before it makes it a call."""
    lists = scene.words.lists
    near = {child.lower_ for child in noun.lefts} | ({scene.parse.doc[noun.i - 1].lower_} if noun.i else set())
    if near & lists["contact.by_phone"] and noun.lemma_ != "visit":
        return "call"
    after = scene.parse.doc[noun.i + 1 : noun.i + 4].text.lower()
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


def read_before(scene: Scene, start: int, noun: Token) -> tuple[list[Token], list[int], Span | None]:
    """Owners and names before the noun ("his", "Arland's", "Arland-Borduria"), times and a place.

    Names of places and seats before a contact say where it was, names of states and people who took part.
    """
    doc = scene.parse.doc
    owners: list[Token] = []
    times: list[int] = []
    where: Span | None = None
    for at in range(start, noun.i):
        token = doc[at]
        if at in scene.time_at:
            times.append(scene.time_at[at][0])
        if at in scene.in_time or token.pos_ in ("DET", "PUNCT", "PART"):
            continue
        if token.tag_ == "PRP$" or at in scene.mention_at:
            if inside_owner(at, noun) or names_topic(scene, at, noun):
                continue
            place = place_of(scene, token.left_edge.i if token.left_edge.i >= start else at, at)
            if place is not None and is_seat_or_town(scene, token, place):
                where = where or place
            elif scene.is_actor(token):
                owners.append(token)
        elif token.ent_type_ in ("GPE", "LOC", "FAC") and where is None and token.head == noun:
            where = place_of(scene, at, at)
    return owners, times, where


def names_topic(scene: Scene, at: int, noun: Token) -> bool:
    """Is the name only part of what the contact is about ("Arland war talks")?"""
    follows = noun.doc[at + 1]
    if follows.pos_ != "NOUN" or follows.i >= noun.i or follows.i in scene.cover or noun.doc[at].tag_ == "PRP$":
        return False
    lists = scene.words.lists
    return follows.lower_ not in lists["contact.by_phone"] and follows.lemma_.lower() not in (
        lists["collective.words"] | set(scene.words.nouns)
    )


def inside_owner(at: int, noun: Token) -> bool:
    """Is the token inside another owner's phrase ("the Arlandian leader's call": not Arland's own)?"""
    token = noun.doc[at]
    while at < token.head.i < noun.i:
        token = token.head
        head = token
        if head.dep_ == "poss" or (head.pos_ == "NOUN" and head.dep_ in ("compound", "nmod", "amod")):
            return True
        at = token.i
    return False


def is_seat_or_town(scene: Scene, token: Token, place: Span) -> bool:
    """Does the name before the noun say where, and not who ("White House talks", "Geneva's meeting")?"""
    text = scene.parse.text_of(place).lower()
    if any(seat in text for seat in scene.words.lists["seats"]) or text in scene.words.venues:
        return True
    for index in scene.mention_at.get(token.i, ()):
        actor = scene.mentions[index].actor
        if actor is not None:
            return scene.actors[actor].kind == "place" or scene.mentions[index].form == "metonym"
    return True


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
        if verb.lemma_ in lists["light.part"]:
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
        told = len(reading.actors) < 2 or (reading.joint and not reading.complete and not definite)
        if is_verb(above) and told and not (definite and not reading.joint):
            return None, carried_subjects(scene, above), "carried"
    return None, [], ""


def is_errand(scene: Scene, prep: Token) -> bool:
    """ "Flew to Tarsk for talks with A"."""
    kinds = scene.words.verbs.get(prep.head.lemma_.lower(), frozenset())
    return prep.lower_ == "for" and is_verb(prep.head) and bool(kinds & {"travel", "visit"})


def measured(scene: Scene, noun: Token) -> Token:
    """The noun that stands for the contact in the clause: "ten hours of talks", "a round of negotiations"."""
    prep = noun.head
    if (
        noun.dep_ == "pobj"
        and prep.lower_ == "of"
        and prep.head.lemma_.lower() in scene.words.lists["contact.measures"]
    ):
        return prep.head
    return noun


def bound_owner(scene: Scene, noun: Token, owner: Token) -> Token:
    """An unresolved "his" or "their" before a contact is, as a rule, the subject of the clause."""
    if owner.tag_ != "PRP$" or scene.actors_at(owner).actors:
        return owner
    verb = governing_verb(noun)
    subjects = agents(verb) if verb is not None else []
    subjects = [one for one in subjects if one != noun and one.i < owner.i]
    return subjects[0] if len(subjects) == 1 and scene.party(subjects[0]).actors else owner


def relative_parties(scene: Scene, noun: Token) -> list[Token]:
    """Parties in a relative clause: "a call to A, which B will make"; "a trilateral, which would be A, B and C"."""
    lists = scene.words.lists
    found: list[Token] = []
    for verb in noun.children:
        if verb.dep_ != "relcl":
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if any(child.tag_ in WH for child in subjects) and verb.lemma_ in (
            "be",
            "include",
            "involve",
            "feature",
            "comprise",
        ):
            found += [one for child in verb.children if child.dep_ in ("attr", "dobj") for one in conjoined(child)]
        elif verb.lemma_ in lists["light.part"]:
            found += subjects
    return [one for one in found if scene.party(one).actors]


def carried_subjects(scene: Scene, verb: Token) -> list[Token]:
    """The subject of a verb that a contact accompanies ("said after talks with A"): only if it is an actor."""
    if any(child.dep_ == "dobj" and child.lower_ == "place" for child in verb.children):
        return []  # "took place during": the subject is an event
    subjects = [one for one in agents(verb) if scene.party(one).actors]
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


def visited_place(scene: Scene, noun: Token, mode: EventMode | None) -> Span | None:
    """Where a visit went: "visit to Moscow"."""
    if mode != "visit":
        return None
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "in"):
            for goal in child.children:
                if goal.dep_ == "pobj":
                    return place_of(scene, goal.left_edge.i, goal.i)
    return None


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


def is_definite(noun: Token) -> bool:
    """Refers back: article, demonstrative, owner, or a time as owner."""
    return has_definite(noun) or any(child.lower_ in REFERRING for child in noun.lefts)


def order_of(scene: Scene, noun: Token) -> str | None:
    """ "first", "latest", "another" before the noun, or before "a round of talks"."""
    noun = measured(scene, noun)
    for child in noun.subtree:
        if (
            child.i < noun.i
            and child.lower_ in scene.words.lists["order.words"]
            and child.i not in scene.in_time
            and child.head.i >= noun.i
        ):
            return str(child.lower_)
    return None


def is_said_of_it(noun: Token) -> bool:
    """ "It was the first meeting of A's and B's leaders": said of a contact just told of."""
    if noun.dep_ != "attr" or noun.head.lemma_ != "be":
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in ("it", "this", "that") for child in noun.head.children)


def count_of(scene: Scene, noun: Token, reading: Reading, where: Span | None) -> int:
    """How many contacts the noun speaks of; a plural that reads as one occasion counts once."""
    if not is_plural(noun) or noun.lemma_ in MASS:
        return 1
    for child in noun.lefts:
        if child.lower_ in NUMBERS:
            return NUMBERS[child.lower_]
        if child.like_num and child.text.isdigit():
            return max(1, int(child.text[:3]))
    one_occasion = noun.dep_ == "pobj" and (where is not None or is_definite(noun))
    return 1 if one_occasion else 2
