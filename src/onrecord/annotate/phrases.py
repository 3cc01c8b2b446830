"""What belongs to an event word: parties, times and place read off the words around it.

A small parser attaches "at the White House with X" wrongly more often than not, so the phrases after an event word are
read in their printed order, as far as they keep to a pattern of prepositional phrases; the tree decides the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import SUBJECTS, is_verb
from onrecord.annotate.scenes import is_plural
from onrecord.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

LONGEST = 45
"""Tokens read after an event word."""
JOINT = frozenset({"with", "between", "among", "amongst", "involving", "alongside"})
PLACES = frozenset({"in", "at", "inside", "near", "outside", "aboard"})
TIMED = frozenset(
    {
        "on",
        "in",
        "at",
        "during",
        "since",
        "from",
        "until",
        "before",
        "after",
        "for",
        "by",
        "late",
        "early",
        "earlier",
        "later",
    }
)
LOOSE = frozenset(
    {
        "location",
        "place",
        "venue",
        "office",
        "room",
        "level",
        "time",
        "person",
        "private",
        "public",
        "secret",
        "parallel",
    }
)
"""Nouns after "at" and "in" that say neither where nor when, but that more may follow."""
BOUNDING = frozenset({"since", "until", "till", "by", "before", "after", "within", "from"})
"""Before a time, these say when something was not, or no later than when: no date of the event itself."""
TOPICS = frozenset({"about", "on", "over", "of", "regarding", "concerning", "into", "around"})
MEDIATORS = frozenset({"mediator", "arbitrator", "conciliator", "facilitator", "moderator"})
LENGTHS = frozenset({"minute", "hour", "day", "week"})
LED = {"led": "participant", "headed": "participant", "attended": "participant", "joined": "participant",
       "hosted": "host", "convened": "host",
       "chaired": "participant", "mediated": "mediator", "brokered": "mediator", "facilitated": "mediator",
       "organized": "host", "organised": "host", "sponsored": "host"}  # fmt: skip
GATHERED = frozenset({"meeting", "summit", "session", "gathering", "visit", "trip"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART", "X"})


@dataclass(slots=True)
class Reading:
    """What was read off after an event word; `last` is the last token that belongs to it."""

    last: int
    actors: list[tuple[int, Role]] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    where: Span | None = None
    joint: bool = False
    complete: bool = False
    open: bool = False
    unknown: bool = False
    delegated: bool = False
    direct: bool = False
    led: bool = False
    party_last: int = -1

    def add(self, actors: tuple[int, ...], role: Role, last: int) -> None:
        """Add parties and move on."""
        known = {actor for actor, _ in self.actors}
        self.actors += [(actor, role) for actor in actors if actor not in known]
        self.last = max(self.last, last)
        self.party_last = max(self.party_last, last)


def nominal_end(doc: Doc, start: int, stop: int, scene: Scene) -> int:
    """Index of the last token of the simple noun phrase that starts at a token (-1: none starts there)."""
    end, at = -1, start
    while at < stop:
        token = doc[at]
        if at != start and at in scene.time_at and end >= 0:
            break
        modifies = (
            token.tag_ in ("VBN", "VBG", "JJ", "POS", "HYPH", "RB", "CD") and token.head.i > at and token.dep_ != "aux"
        )
        glue = token.text in "-–/$€£&" or token.tag_ == "POS" or token.is_quote or token.lower_ in ("@", "#")
        if joins_adjectives(doc, at, stop):
            at += 1
            continue
        if token.tag_ in ("TO", "WDT", "WP", "MD") or (is_verb(token) and not modifies):
            break
        if token.pos_ in ("DET", "PRON") and end >= 0 and doc[at - 1].tag_ not in ("PDT",) and token.tag_ != "PRP$":
            break
        if not (token.pos_ in NOMINAL or modifies or glue):
            break
        if token.pos_ in ("NOUN", "PROPN", "PRON") or (token.tag_ == "CD" and token.head.i <= at):
            end = at
        at += 1
    return end


def joins_adjectives(doc: Doc, at: int, stop: int) -> bool:
    """Is this the "and" of "the Arlandian and Bordurian delegations"?"""
    if doc[at].lower_ not in ("and", "&") or at + 2 >= stop:
        return False
    before, after = doc[at - 1], doc[at + 1]
    return before.tag_ == "JJ" and after.tag_ == "JJ" and doc[at + 2].pos_ in ("NOUN", "ADJ")


def phrase_head(doc: Doc, start: int, end: int) -> Token:
    """The head of a stretch of tokens."""
    return doc[start : end + 1].root


def covered_heads(scene: Scene, start: int, end: int) -> list[Token]:
    """Heads of the mentions inside a stretch; its own head where it has none."""
    doc = scene.parse.doc
    head = phrase_head(doc, start, end)
    inside = [doc[at] for at in range(start, end + 1) if at in scene.mention_at and not is_possessor(doc[at])]
    named = [one for one in inside if scene.is_actor(one)]
    last = doc[end]
    if (
        last.pos_ == "NOUN"
        and last.i not in scene.mention_at
        and last.lemma_.lower() not in scene.words.lists["collective.words"]
    ):
        return [last]  # "Arlandian waters": the name only describes
    if (
        named
        and named[-1].i < end
        and last.pos_ == "NOUN"
        and last.lemma_.lower() in scene.words.lists["collective.words"]
    ):
        return [last]  # "Arlandian officials"
    return named[-1:] or [head]


def is_possessor(token: Token) -> bool:
    """Is the token only the owner of what follows ("Ruritania's", "his")?"""
    return token.dep_ == "poss" or token.tag_ == "PRP$"


def read_list(scene: Scene, start: int, stop: int) -> tuple[list[Token], int]:
    """A coordinated list of parties from a token on: "A, B and a group of C leaders".

    Returns:
        The heads and the index of the last token; no heads where no noun phrase starts there.
    """
    doc, last, at = scene.parse.doc, start - 1, start
    heads: list[Token] = []
    outer: Token | None = None
    while at < stop:
        end = nominal_end(doc, at, stop, scene)
        if end < 0:
            break
        of = end + 1
        inner_only = outer is not None and any(outer.is_ancestor(doc[step]) for step in range(at, end + 1))
        found = covered_heads(scene, at, end)
        if heads and not any(scene.is_actor(head) for head in found) and not has_inner(scene, of, stop):
            break
        if heads and starts_clause(doc, end, found):
            break
        while of < stop and doc[of].lower_ in ("of", "from") and of not in scene.time_at:
            inner = nominal_end(doc, of + 1, stop, scene)
            if inner < 0 or of + 1 in scene.time_at:
                break
            if any(scene.party(head).actors for head in found):
                outer = found[0]  # what is coordinated below "leaders of" belongs to the leaders
            else:
                found = covered_heads(scene, of + 1, inner)
            end, of = inner, inner + 1
        heads += [] if inner_only and outer not in found else found
        last = end
        at = skip_apposition(scene, end + 1, stop, heads)
        glue = at
        while glue < stop and (
            doc[glue].lower_ in (",", "and", "&", "plus") or doc[glue : glue + 3].text.lower() == "as well as"
        ):
            glue += 3 if doc[glue].lower_ == "as" else 1
        if glue == at or glue in scene.time_at or (glue < stop and doc[glue].is_quote and not doc[glue].is_left_punct):
            break  # a closing quotation mark: what follows is the speaker
        at = glue
    return heads, last


def has_inner(scene: Scene, at: int, stop: int) -> bool:
    """Does an actor follow after "of" ("a group of Ruritanian leaders")?"""
    doc = scene.parse.doc
    if at >= stop or doc[at].lower_ not in ("of", "from"):
        return False
    end = nominal_end(doc, at + 1, stop, scene)
    return end >= 0 and any(scene.is_actor(head) for head in covered_heads(scene, at + 1, end))


def starts_clause(doc: Doc, end: int, heads: list[Token]) -> bool:
    """Is the next "party" rather the subject of a new clause ("met A, and B said")?"""
    follows = doc[end + 1] if end + 1 < len(doc) else None
    subject = any(head.dep_ in SUBJECTS for head in heads)
    return subject and follows is not None and (is_verb(follows) or follows.pos_ == "ADV")


def skip_apposition(scene: Scene, at: int, stop: int, heads: list[Token]) -> int:
    """Step over ", the foreign minister," and "(right)" after a party; ", A" after "his counterpart" is the party."""
    doc = scene.parse.doc
    if at < stop and doc[at].text == "(":
        for close in range(at, min(at + 12, stop)):
            if doc[close].text == ")":
                return close + 1
    if at < stop and doc[at].text == "," and at + 1 < stop:
        end = nominal_end(doc, at + 1, stop, scene)
        beside = covered_heads(scene, at + 1, end) if end >= 0 else []
        vague = bool(heads) and heads[-1].lemma_.lower() == "counterpart" and not scene.actors_at(heads[-1]).actors
        if vague and any(scene.party(one).actors for one in beside):
            heads[-1:] = beside
            return end + 2 if end + 1 < stop and doc[end + 1].text == "," else end + 1
        if 0 <= end < stop - 1 and doc[end + 1].text == "," and phrase_head(doc, at + 1, end).dep_ == "appos":
            return end + 2
    return at


def read_after(scene: Scene, start: int, *, verb: bool = False) -> Reading:
    """Read the phrases after an event word.

    Args:
        scene: The document.
        start: Index of the token after the event word.
        verb: The event word is a verb: then "to X" is not a party, and topics end the reading less early.
    """
    doc = scene.parse.doc
    reading = Reading(last=start - 1)
    if start >= len(doc):
        return reading
    stop = min(doc[start - 1].sent.end, start + LONGEST)
    at, moved = start, start + 1
    while at < stop and moved > at:
        moved = read_phrase(scene, reading, at, stop, verb=verb, first=at == start)
        at, moved = (moved, moved + 1) if moved > at else (at, at)
    return reading


def read_phrase(scene: Scene, reading: Reading, at: int, stop: int, *, verb: bool, first: bool) -> int:
    """Read one phrase; returns the index of the token after it, or `at` where none starts that belongs here."""
    doc = scene.parse.doc
    token, word = doc[at], doc[at].lower_
    if at in scene.time_at:
        return take_time(scene, reading, at)
    if word == "(":
        return next((close + 1 for close in range(at, stop) if doc[close].text == ")"), stop)
    if word in ("for", "after") and is_length(doc, at, stop):
        return nominal_end(doc, at + 1, stop, scene) + 1  # "met for three hours with A"
    timed = time_after(scene, at, stop) if word in TIMED else None
    if timed is not None:
        return take_time(scene, reading, timed, bound=word in BOUNDING)
    aimed = word in ("to", "from") and not verb and token.tag_ in ("IN", "TO")
    aimed = aimed or (word == "by" and first and doc[at - 1].pos_ == "NOUN")  # "the visit by A"
    gathered = word == "of" and first and doc[at - 1].lemma_.lower() in GATHERED
    if word in JOINT or aimed or gathered:
        return take_parties(scene, reading, at, stop)
    if word == "under":
        return take_mediator(scene, reading, at, stop)
    if word in LED and token.tag_ in ("VBN", "VBD"):
        return take_leaders(scene, reading, at, stop)
    if word in PLACES and not (word == "in" and at + 1 < stop and doc[at + 1].tag_ in ("VBG", "WDT")):
        moved = take_place(scene, reading, at, stop)
        if moved > at:
            return moved
    if word in TOPICS:
        moved = skip_topic(scene, at, stop)
        if moved > at:
            return moved
    return at + 1 if word in scene.words.lists["light.filler"] and continues(scene, at + 1, stop) else at


def is_length(doc: Doc, at: int, stop: int) -> bool:
    """Is a length of time all that "for" brings in ("for three hours", "for about an hour")?"""
    return any(
        doc[step].lemma_.lower() in LENGTHS and doc[step].dep_ in ("pobj", "npadvmod")
        for step in range(at + 1, min(at + 7, stop))
        if not any(one.text == "," or one.pos_ in ("VERB", "ADP") for one in doc[at + 1 : step])
    )


def continues(scene: Scene, at: int, stop: int) -> bool:
    """Does a phrase that may still belong here start at this token (after a comma or filler)?"""
    if at >= stop:
        return False
    word = scene.parse.doc[at].lower_
    if at in scene.time_at or word in LED:
        return True
    if word in (
        "with",
        "between",
        "involving",
        "at",
        "in",
        "to",
        "-",
        "face",
        "phone",
        "telephone",
        "video",
        "person",
        "on",
    ):
        return word != "with" or scene.parse.doc[at - 1].text != ","  # ", with A …" opens a clause of its own
    return False


def is_absolute(scene: Scene, at: int) -> bool:
    """ ", with A confirming …" opens a clause of its own."""
    doc = scene.parse.doc
    return any(child.dep_ in ("pcomp", "ccomp") for child in doc[at].children)


def time_after(scene: Scene, at: int, stop: int) -> int | None:
    """Index where a time expression starts after a preposition, articles and adverbs aside."""
    doc = scene.parse.doc
    for step in range(at + 1, min(at + 4, stop)):
        if step in scene.time_at:
            return step
        if doc[step].pos_ not in ("DET", "ADJ", "ADV", "ADP"):
            return None
    return None


def take_time(scene: Scene, reading: Reading, at: int, *, bound: bool = False) -> int:
    """Add the time expression that starts at a token; one that only bounds the event is stepped over."""
    index, last = scene.time_at[at]
    if is_possessive(scene, last):
        return at  # "the talks follow last week's call": the time of another noun
    if bound or scene.parse.doc[at].lower_ in BOUNDING:
        return max(last, at) + 1
    reading.times.append(index)
    reading.last = max(reading.last, last)
    return max(last, at) + 1


def is_possessive(scene: Scene, last: int) -> bool:
    """Does a time own the noun after it ("last week's call")?"""
    doc = scene.parse.doc
    return doc[last].tag_ == "POS" or (last + 1 < len(doc) and doc[last + 1].tag_ == "POS")


def take_parties(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Add the parties of "with A", "between A and B"; stays where it is if there are none."""
    word = scene.parse.doc[at].lower_
    if word == "with" and is_absolute(scene, at):
        return at
    heads, last = read_list(scene, at + 1, stop)
    party = scene.parties(heads)
    if word == "from" and any(scene.actors[actor].kind == "organization" for actor in party.actors):
        return at  # "the trip from the airport", "talks from the White House": where it starts
    if not heads or not (party.actors or party.open or (word in ("between", "with", "among") and is_plural(heads[0]))):
        return at
    reading.add(party.actors, "participant", last)
    reading.joint = reading.joint or word in ("with", "between", "among", "amongst", "involving")
    reading.complete = reading.complete or (
        word in ("between", "among", "amongst", "involving") and len(party.actors) > 1
    )
    reading.open = reading.open or party.open
    reading.delegated, reading.direct = reading.delegated or party.delegated, reading.direct or party.direct
    reading.unknown = reading.unknown or not (party.actors or party.open)
    return last + 1


def take_leaders(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Add the parties of "led by A", "hosted by B"."""
    doc = scene.parse.doc
    if at + 1 >= stop or doc[at + 1].lower_ != "by":
        return at
    heads, last = read_list(scene, at + 2, stop)
    party = scene.parties(heads)
    if not party.actors:
        return at
    role = LED[doc[at].lower_]
    reading.led = reading.led or doc[at].lower_ in ("led", "headed")
    reading.add(party.actors, "host" if role == "host" else "mediator" if role == "mediator" else "participant", last)
    return last + 1


def take_mediator(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Add the party of "under the mediator A", "under mediator A"."""
    doc = scene.parse.doc
    end = nominal_end(doc, at + 1, stop, scene)
    titles = {token.lemma_.lower() for token in doc[at + 1 : end + 1]}
    party = scene.parties(covered_heads(scene, at + 1, end)) if end > at and titles & MEDIATORS else None
    if party is None or not party.actors:
        return at
    reading.add(party.actors, "mediator", end)
    return end + 1


def take_place(scene: Scene, reading: Reading, at: int, stop: int) -> int:
    """Take the place of "in Geneva", "at the White House"; anything else that is no clause is stepped over."""
    doc = scene.parse.doc
    end = nominal_end(doc, at + 1, stop, scene)
    if end < 0:
        return at
    place = place_of(scene, at + 1, end)
    if place is not None:
        if reading.where is None:
            reading.where = place
        reading.last = max(reading.last, end)
    if place is None and doc[end].lemma_.lower() not in LOOSE | scene.words.lists["places"]:
        return at
    step = end + 1
    while step < stop and doc[step].lower_ in ("of", "to") and step not in scene.time_at and place is None:
        inner = clause_or_phrase_end(scene, step, stop)
        if inner < 0:
            break
        step = inner + 1
    return step


def clause_or_phrase_end(scene: Scene, at: int, stop: int) -> int:
    """The end of "of X" or "to be determined" after a place noun."""
    doc = scene.parse.doc
    if doc[at].tag_ == "TO":
        step = at
        while step + 1 < stop and doc[step + 1].pos_ in ("AUX", "VERB"):
            step += 1
        return step if step > at else -1
    return nominal_end(doc, at + 1, stop, scene)


def place_of(scene: Scene, start: int, end: int) -> Span | None:
    """The place named in a noun phrase, without its article; None where it names none."""
    doc = scene.parse.doc
    while start < end and doc[start].pos_ in ("DET", "ADP"):
        start += 1
    stretch = doc[start : end + 1]
    text = stretch.text.lower().removesuffix("'s").removesuffix("’s")
    named = text in scene.words.venues or any(seat in text for seat in scene.words.lists["seats"])
    named = named or any(token.ent_type_ in ("GPE", "LOC", "FAC") for token in stretch)
    named = named or any(is_place_actor(scene, token.i) for token in stretch)
    common = any(token.lemma_.lower() in scene.words.lists["places"] for token in stretch) and len(stretch) > 1
    common = common or (stretch[-1].pos_ == "PROPN" and stretch[-1].lower_ in scene.words.lists["places.named"])
    if not (named or common) or stretch.root.ent_type_ in ("DATE", "TIME") or stretch.root.ent_type_ == "PERSON":
        return None
    if not common and stretch.root.pos_ == "NOUN":
        return None  # "in Ruritanian waters policy": the head is not the place
    if end + 1 < len(doc) and doc[end].tag_ == "POS":
        end -= 1
    return scene.parse.span_of(doc[start], doc[end])


def is_place_actor(scene: Scene, at: int) -> bool:
    """Is there a mention of a place or state at this token?"""
    for index in scene.mention_at.get(at, ()):
        actor = scene.mentions[index].actor
        if actor is not None and scene.actors[actor].kind in ("place", "state"):
            return True
    return False


def skip_topic(scene: Scene, at: int, stop: int) -> int:
    """Step over "about the war in X and Y", so far as it is noun phrases, if "with" or "between" may follow."""
    doc = scene.parse.doc
    step = at
    while step < stop:
        if doc[step].lower_ in (*TOPICS, "in", "and", ",", "to", "for", "from", "the", "or"):
            end = nominal_end(doc, step + 1, stop, scene)
        elif step == at:
            return at
        else:
            break
        if end < 0:
            break
        step = end + 1
        if step < stop and doc[step].lower_ in ("with", "between"):
            return step
    return step if step < stop and (doc[step].lower_ in ("with", "between") or step in scene.time_at) else at
