"""Unnamed people and bodies: "Ruritanian officials", "a palace source", "the Ruta administration", "both leaders".

Groups and sources become actors without a name, described by their own words; the side is read off a demonym, state
or body in them. Plural nouns for two parties ("the two leaders") get members where exactly two are at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.annotate.binding import speaks
from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.annotate.cast import Cast, Draft
from onrecord.annotate.definite_bodies import take_by_name, take_pair, take_up, take_up_own
from onrecord.annotate.entities import Name
from onrecord.annotate.firms import bodies_called
from onrecord.annotate.grammar import own_subjects
from onrecord.annotate.nominal_bodies import add_body, add_outlet, add_service, has_owner, is_service
from onrecord.annotate.noun_phrases import describe, note, phrase_start, side_in, subject_like
from onrecord.annotate.quoted import SUBJECTS
from onrecord.annotate.vessels import take_introduced, take_vessel
from onrecord.naming import fold
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse


OWN_PARTS = frozenset(("delegations", "teams", "governments", "countries", "capitals", "sides"))
"""What two parties have one of each: "their delegations" are the two states'."""

VIOLENT = frozenset(
    {"kill", "shoot", "stab", "attack", "storm", "open", "wound", "injure", "murder", "behead", "kidnap", "abduct"}
    | {"assault", "rob", "bomb", "ram", "plough", "plow", "drive", "fire", "massacre", "rape"}
)
"""What assailants without a name do."""
HURTING = frozenset({"kill", "shoot", "stab", "wound", "injure", "murder", "massacre", "slay"})
"""What is done to people of whom only the number is told."""


def find_nominals(parse: Parse, cast: Cast, names: Sequence[Name]) -> None:
    """Add the mentions of unnamed people and bodies, in the order of the text."""
    table = load_nominals()
    lists = {
        key: frozenset(table[key]) for key in ("people", "person", "bodies", "crews", "services", "outlets", "vessels")
    }
    pairs = {word: kind for kind, words in table["pairs"].items() for word in words}
    definite = {word: kind for kind in ("organization", "state") for word in table["definite"][kind]}
    at = {index: name for name in names for index in range(name.first, name.last + 1)}
    for token in parse.doc:
        lower = token.text.lower()
        if token.i in cast.at or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
            continue
        adherents = is_adherents(token, at.get(token.i))
        if token.i in at and not adherents:
            continue
        paper = lower == "police" and token.head.lemma_ in load_channel_words().issued  # "a police statement"
        if token.dep_ in ("compound", "amod", "nmod") and token.head.i == token.i + 1 and not paper:
            continue
        if is_beside_name(token, at.get(token.i + 1)):
            continue
        first = phrase_start(token)
        words = [word.text.lower() for word in parse.doc[first : token.i + 1]]
        if lower in pairs and is_pair(parse, words, token):
            continue
        headed = token.tag_ == "NNP" and lower.endswith("s") and is_title_case(token.sent) and subject_like(token)
        community = words[-2:] == ["international", "community"]
        if (
            adherents
            or community
            or (lower == "family" and speaks(token) and parse.doc[first].tag_ != "PRP$")
            or (
                lower in lists["people"]
                and (token.tag_ in ("NNS", "NNPS", "NN") or headed)
                and not (lower.endswith("ce") and lower != "police")
            )
        ):
            add_group(parse, cast, token, first, at)
        elif lower in lists["services"] and is_service(parse, cast, token, first):
            add_service(parse, cast, token, first)
        elif lower in lists["bodies"] or (lower in lists["crews"] and has_owner(parse, cast, token, first)):
            add_body(parse, cast, token, first, at)
        elif lower in definite and words[0] in ("the", "this", "that"):
            take_up(cast, token, first, definite[lower])
        elif lower in definite and words == ["their", lower]:
            take_up_own(cast, token, first)
        elif lower in lists["vessels"] and token.tag_ == "NN":
            if words[0] in ("the", "this", "that"):
                take_vessel(cast, token, first)
            else:
                take_introduced(cast, token)
        elif lower in ("people", "person", "children", "women", "men") and is_victim(token):
            add_victims(parse, cast, token)
        elif lower in lists["person"] or is_assailant(token):
            add_person(parse, cast, token, first, at)
        elif words[0] == "the" or (lower == "board" and any(one.tag_ == "POS" for one in parse.doc[first : token.i])):
            take_by_name(cast, token, first)
        if token.i not in cast.at and lower in lists["outlets"] and token.tag_ == "NN":
            add_outlet(parse, cast, token, first, at)
    for token in parse.doc:
        if token.i not in cast.at and token.lower_ in definite:
            take_pair(cast, token)


def is_assailant(token: Token) -> bool:
    """ "A gunman opened fire": somebody without a name, no bomb and no truck, as the subject of violence."""
    if token.tag_ != "NN" or token.dep_ != "nsubj" or token.head.lemma_.lower() not in VIOLENT:
        return False
    return token.lower_ in load_nominals()["assailants"]


def is_victim(token: Token) -> bool:
    """ "A gunman killed 13 people": a number of people as the object of an assailant's violence."""
    verb = token.head
    if verb.lemma_.lower() not in HURTING or token.dep_ != "dobj" or all(one.dep_ != "nummod" for one in token.lefts):
        return False
    doers = own_subjects(verb) or (own_subjects(verb.head) if verb.dep_ in ("advcl", "conj") else [])
    return any(is_assailant(one) for one in doers)


def add_victims(parse: Parse, cast: Cast, token: Token) -> None:
    """So many people, who are others than as many elsewhere: "13 people" of one attack."""
    first = min(child.left_edge.i for child in token.lefts if child.dep_ == "nummod")
    name = " ".join(parse.doc[first : token.i + 1].text.split())
    note(parse, cast, cast.add(Draft(name=name, kind="group", named=False)), first, token)


def is_beside_name(token: Token, name: Name | None) -> bool:
    """ "The opposition Ruta Bloc said": a noun that the parser made a second subject right before a name."""
    if name is None or token.dep_ not in SUBJECTS:
        return False
    named = token.doc[name.first : name.last + 1].root
    return named.dep_ == token.dep_ and named.head == token.head


def is_adherents(token: Token, name: Name | None) -> bool:
    """Is it a party's, faith's or team's people ("Democrats", "the Greens")? They speak and act as a group."""
    before = token.doc[token.i - 1] if token.i else token
    if name is not None and name.label:
        plural = token.tag_ in ("NNPS", "NNS") or (
            token.tag_ == "NNP" and token.lower_.endswith("s") and before.lower_ == "the"
        )
        return name.entry is None and name.label == "NORP" and plural and token.i == name.last
    plural = token.tag_ == "NNPS" and token.lower_.endswith("s") and token.lower_ not in load_title_words().heads
    return plural and before.lower_ == "the" and not is_title_case(token.sent)


def add_group(parse: Parse, cast: Cast, token: Token, first: int, at: dict[int, Name]) -> None:
    """A group by description; printed again, or taken up by "the officials", it is the same one."""
    name = describe(parse, first_of_party(token, first) if is_adherents(token, at.get(token.i)) else first, token.i)
    if parse.doc[first].tag_ in ("POS", "WP$", "WDT") or parse.doc[first].text.lower() == "each":
        return
    side, count = side_in(cast, first, token.i, at)
    owner = possessor(cast, first)
    regional = any(i in at and at[i].entry is not None for i in range(first, token.i))
    general = token.text.lower() in load_nominals()["general"] and not regional and count == 0 and owner is None
    if general and not (speaks(token) and is_sorted(token)):
        return
    if count == 0 and owner is not None:
        side = cast.drafts[owner].side
    determiner = parse.doc[first].text.lower()
    actor = None
    if name.lower() == token.text.lower() == "police":
        forces = bodies_called(cast, "police")
        actor = forces[0] if len(forces) == 1 else None
    elif name.lower() == token.text.lower() and determiner in ("the", "these", "those"):
        fits = [
            i
            for i, d in enumerate(cast.drafts)
            if d.kind == "group" and not d.members and fold(d.name).split()[-1] == token.text.lower()
        ]
        seen = [i for i in fits if any(one.actor == i and one.last < first for one in cast.found)]
        actor = seen[0] if len(seen) == 1 else None
    if actor is None:
        actor = next(
            (
                i
                for i, d in enumerate(cast.drafts)
                if d.kind == "group" and fold(d.name) == fold(name) and d.side == side and not d.members
            ),
            None,
        )
    if actor is None:
        named = is_adherents(token, at.get(token.i))
        actor = cast.add(Draft(name=name, kind="group", named=named, side=side))
    note(parse, cast, actor, first, token)


def is_sorted(token: Token) -> bool:
    """ "Gun-rights groups", "oil companies": does a common noun before a plural one say of which sort they are?"""
    before = [one for one in token.lefts if one.dep_ in ("compound", "nmod") and one.pos_ == "NOUN"]
    return any(one.text.islower() or one.is_sent_start for one in before)


def first_of_party(token: Token, first: int) -> int:
    """ "the libertarian Free Democrats" are the Free Democrats; "senior Republicans" are not the Republicans."""
    start = token.i
    while start - 1 > first and is_capital(token.doc[start - 1]) and token.doc[start - 1].tag_ in ("NNP", "NNPS"):
        start -= 1
    return start if start < token.i else first


def possessor(cast: Cast, first: int) -> int | None:
    """The actor that stands as possessor at the front of a phrase ("Ruta's aides")."""
    found = cast.at.get(first)
    return None if found is None else found.actor


def add_person(parse: Parse, cast: Cast, token: Token, first: int, at: dict[int, Name]) -> None:
    """An unnamed person ("a palace source"); "the source" takes up the last one of that noun."""
    if token.tag_ not in ("NN", "NNP") or token.dep_ in ("attr", "oprd", "amod"):
        return
    beside = cast.person_at(token.head.i) if token.dep_ == "appos" else None
    if beside is not None and cast.drafts[beside].named:
        return  # "Ana Ruta, an ally who …" is she
    determiner = parse.doc[first].text.lower()
    if determiner in ("no", "any", "every", "each"):
        return
    if determiner in ("the", "this", "that"):
        fits = [
            one
            for one in cast.found
            if one.actor is not None
            and one.last < first
            and cast.doc[one.head].text.lower() == token.text.lower()
            and cast.drafts[one.actor].kind == "person"
        ]
        if fits:
            note(parse, cast, fits[-1].actor or 0, first, token)
        return
    if determiner not in ("a", "an", "one", "another") or (
        token.text.lower() in ("expert", "worker", "executive", "judge", "relative") and not subject_like(token)
    ):
        return
    people = [cast.person_at(child.i) for child in token.rights if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if any(one is not None and cast.drafts[one].named for one in people):
        return  # "an ally, Ana Ruta, said": the name says who
    side, _ = side_in(cast, first, token.i, at)
    name = describe(parse, first, token.i)
    actor = cast.add(Draft(name=name, kind="person", named=False, side=side))
    note(parse, cast, actor, first, token)


def is_pair(parse: Parse, words: Sequence[str], token: Token) -> bool:
    """Does a plural noun stand for parties named before: "both leaders", "the two sides", "the leaders"?"""
    if token.tag_ not in ("NNS", "NNPS", "NN") or (words[0] == "two" and words[-1] in ("men", "women", "heads")):
        return False  # "two women died" are nobody named before
    front = ("the", "both", "two", "these", "their") if words[-1] in OWN_PARTS else ("the", "both", "two", "these")
    inner = [word for word in words[:-1] if word not in front and word not in load_nominals()["front"]["opposed"]]
    titles = load_title_words().modifiers
    titled = words[-1] == "ministers" and len(inner) == 1 and inner[0] in titles
    rivals = words[-1] in ("candidates", "nominees") and words[0] in ("both", "two") and titles.issuperset(inner)
    return (not inner or titled or rivals) and words[0] in front
