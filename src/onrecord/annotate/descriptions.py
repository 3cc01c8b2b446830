"""Definite descriptions of a person told of just before: "the Kentucky Republican", "the candidate", "the 62-year-old".

Such a phrase varies a name (elegant variation): it takes up the subject or speaker of the sentence before, where
nothing known of that person speaks against it. An office ("the governor") needs its holder there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.binding import barred_actors, sentence_before
from onrecord.annotate.cast import Cast, Draft, Found
from onrecord.annotate.grammar import hyphenated
from onrecord.annotate.introduced import has_trade_beside
from onrecord.annotate.quoted import SUBJECTS
from onrecord.annotate.subjects import is_quoted, main_subject
from onrecord.vocab.nouns import load_nominals
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.titles import Title

BACK = 2
"""How many sentences of the narrator's back the person may be told of."""
AFTER_NAME = re.compile(r"\s*\((?P<party>[A-Z])[-–).]")
"""A party's letter after a name ("(R-Ky.)")."""
NARROWING = frozenset(("of", "for", "in", "at", "with", "from", "on", "behind"))
"""Words after a noun that tell which one of several is meant, perhaps nobody named yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A definite noun phrase for one person.

    Attributes:
        first, last, head: Its tokens.
        noun: The noun as printed, in lower case.
        office: The same as an office where it is one ("candidate" for "nominee").
        words: All its words in lower case.
        found: The mention that others made of it, known by no name.
        placed: Does it say of which place ("the Kentucky senator")?
    """

    first: int
    last: int
    head: int
    noun: str
    office: str
    words: frozenset[str]
    found: Found | None = None
    placed: bool = False


def find_descriptions(cast: Cast, titles: Sequence[Title]) -> dict[int, Description]:
    """Definite descriptions that stand as subject or source and that nobody is known by, by their head."""
    table = load_nominals()["described"]
    title_at = {title.head: title for title in titles}
    result = {}
    for token in cast.doc:
        found, title = cast.at.get(token.i), title_at.get(token.i)
        if found is not None and not is_open(cast, found, token.i):
            continue
        word = hyphenated(token)
        listed = word in table["person"] or word in table["before"]
        if title is None and not listed:
            continue
        first = found.first if found is not None else token.left_edge.i
        words = frozenset(one.text.lower() for one in cast.doc[first : token.i + 1])
        if title is not None and title.of is not None and not title.of_place and not parties_in(words):
            continue  # whose state or body is printed is for who holds that office
        if cast.doc[first].text.lower() != "the" or not stands_alone(token, title):
            continue
        result[token.i] = Description(
            first=first,
            last=found.last if found is not None else token.i,
            head=token.i,
            noun=word,
            office=title.title.split()[-1] if title is not None else word,
            words=words,
            found=found,
            placed=title is not None and (title.of_place or any(is_home(child) for child in token.rights)),
        )
    return result


def is_open(cast: Cast, found: Found, head: int) -> bool:
    """Is a mention a phrase with this head whose actor is not known, or known by no name?"""
    if found.head != head or found.form not in ("title", "nominal"):
        return False
    return found.actor is None or (cast.drafts[found.actor].kind == "person" and not cast.drafts[found.actor].named)


def stands_alone(token: Token, title: Title | None) -> bool:
    """Is a noun a singular subject, agent, source or owner that nothing after it narrows down?"""
    if token.tag_ in ("NNS", "NNPS") or (title is not None and (title.plural or title.served is not None)):
        return False
    source = token.dep_ == "pobj" and token.head.text.lower() in ("by", "to")
    if token.dep_ not in (*SUBJECTS, "poss", "agent") and not source:
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "NNP":
        return False
    return not any(narrows(child) for child in token.rights)


def narrows(child: Token) -> bool:
    """Does what follows a noun tell which one is meant? Not a clause after a comma, nor a home ("from Ruta")."""
    if child.dep_ == "relcl":
        return child.left_edge.i == 0 or child.left_edge.nbor(-1).text != ","
    return child.dep_ in ("appos", "acl") or (
        child.dep_ == "prep" and child.text.lower() in NARROWING and not is_home(child)
    )


def is_home(preposition: Token) -> bool:
    """ "From" and a place alone: where a senator or governor comes from."""
    goal = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return preposition.lower_ == "from" and goal is not None and goal.ent_type_ == "GPE"


def settle(cast: Cast, one: Description, quoted: set[int]) -> int | None:
    """The named person whom a description takes up, if there is one to be sure of."""
    token = cast.doc[one.head]
    if token.i in quoted:
        return None
    barred = barred_actors(cast, token, "m", quoted)
    own = persons_above(cast, token) - barred
    if own:
        fit = [i for i in own if may_be(cast, i, one)]
        return fit[0] if len(fit) == 1 else None
    start, left = token.sent.start, BACK
    while left and start:
        begin = sentence_before(start, cast.doc)
        sentence = cast.doc[begin].sent
        if is_quoted(sentence, quoted):
            start = begin
            continue
        near = persons_in(cast, begin, start) - barred
        actor = main_subject(cast, sentence, quoted)
        holders = {i for i in near if may_be(cast, i, one) and holds(cast.drafts[i], one)}
        if actor is not None and cast.drafts[actor].kind == "person":
            return actor if actor in near and may_be(cast, actor, one) and not holders - {actor} else None
        if holders:
            return min(holders) if len(holders) == 1 else None
        start, left = begin, left - 1
    return None


def persons_in(cast: Cast, low: int, high: int) -> set[int]:
    """The persons named, or taken up, in a stretch of tokens who have a name."""
    found = {one.actor for one in cast.found if low <= one.first < high and one.actor is not None}
    return {i for i in found if cast.drafts[i].kind == "person" and cast.drafts[i].named}


def persons_above(cast: Cast, token: Token) -> set[int]:
    """Named persons within the subject of a clause above, not who it is: in "Ruta's aide said the senator", Ruta."""
    found, verb = set(), token
    while verb.head.i != verb.i:
        verb = verb.head
        for subject in verb.children:
            if subject.dep_ in SUBJECTS and subject.right_edge.i < token.i:
                inside = range(subject.left_edge.i, subject.right_edge.i + 1)
                found |= {cast.person_at(i) for i in inside} - {cast.person_at(subject.i)}
    return {i for i in found if i is not None and cast.drafts[i].named}


def note_description(cast: Cast, one: Description, quoted: set[int]) -> None:
    """Add, or fill in, the mention of a description whose person is known."""
    actor = settle(cast, one, quoted)
    if actor is None and one.noun in load_nominals()["described"]["running"]:
        running = [i for i in find_running(cast) if may_be(cast, i, one)]
        alone = len(running) == 1 and one.head not in quoted and not is_politician_near(cast, one, running[0])
        actor = running[0] if alone else None
    if actor is None:
        return
    if one.found is not None:
        one.found.actor, one.found.reason = actor, None
    else:
        cast.mention(Found(first=one.first, last=one.last, head=one.head, form="nominal", actor=actor))


def may_be(cast: Cast, actor: int, one: Description) -> bool:
    """Does nothing known of a person speak against a description: gender, party, office?"""
    draft, table = cast.drafts[actor], load_nominals()["described"]
    gender = load_title_words().honorifics.get(one.noun) or next(
        (sort for sort in "mf" if one.noun in table[sort]), None
    )
    if gender in ("m", "f") and draft.gender not in (None, gender):
        return False
    parties, known = parties_in(one.words), parties_of(cast, actor)
    if parties and known and not parties & known:
        return False
    if holds(draft, one):
        return True
    running = find_running(cast) if one.noun in table["running"] else set()
    if running and actor not in running and not is_politician(draft):
        return False
    if (one.noun in table["trades"] or one.noun in table["before"]) and has_other_trade(draft, one):
        return False
    if one.noun in table["before"] and (" " not in draft.name or has_trade_beside(cast, actor, cast.doc[one.head])):
        return False  # a word that the parser took for a name has no trade
    if one.noun in table["person"] or one.noun in table["before"]:
        return not any(other.named and holds(other, one) for other in cast.drafts)
    free = set(table["running"])
    return one.placed and all(office.former or office.title.split()[-1] in free for office in draft.offices)


def is_politician(draft: Draft) -> bool:
    """Has a person an office that one runs for, or runs from?"""
    heads = {office.title.split()[-1] for office in draft.offices}
    return bool(heads & set(load_nominals()["described"]["elected"]))


def is_politician_near(cast: Cast, one: Description, actor: int) -> bool:
    """Is another person who may run for an office named in the sentences just before?"""
    start = one.first
    for _ in range(BACK):
        start = sentence_before(start, cast.doc)
    return any(is_politician(cast.drafts[i]) for i in persons_in(cast, start, one.first) - {actor})


def find_running(cast: Cast) -> set[int]:
    """The named persons who run for an office: candidates by title, and whoever has a campaign."""
    words = set(load_nominals()["described"]["running"])
    held = {
        i for i, one in enumerate(cast.drafts)
        if one.kind == "person" and one.named
        and any(not office.former and office.title.split()[-1] in words for office in one.offices)
    }  # fmt: skip
    campaigns = [one.name for one in cast.drafts if one.kind == "organization" and one.name.endswith(" campaign")]
    return held | {
        i for i, one in enumerate(cast.drafts)
        if one.kind == "person" and one.named
        and any(name.removesuffix("campaign").strip().removesuffix("'s") in (one.name, one.name.split()[-1])
                for name in campaigns)
    }  # fmt: skip


def has_other_trade(draft: Draft, one: Description) -> bool:
    """Is a person known by an office that a trade does not go with ("the surgeon" is no press secretary)?"""
    table = load_nominals()["described"]
    heads = {office.title.split()[-1] for office in draft.offices}
    return bool(heads) and not heads & {*table["running"], *table["business"], one.office}


def holds(draft: Draft, one: Description) -> bool:
    """Does a person have an office of the description's noun?"""
    return any(
        one.office == office.title.split()[-1] and (not office.former or "former" in one.words)
        for office in draft.offices
    )


def parties_in(words: frozenset[str] | Sequence[str]) -> frozenset[str]:
    """The parties that words name, by their letters."""
    table: dict[str, list[str]] = load_nominals()["described"]["parties"]
    if "socialist" in words:
        return frozenset()  # "the democratic socialist" need not be of the Democratic party
    return frozenset(letter for letter, names in table.items() if not words_apart(words, names))


def words_apart(words: frozenset[str] | Sequence[str], names: Sequence[str]) -> bool:
    """Have two lists of words none in common?"""
    return not set(words) & set(names)


def parties_of(cast: Cast, actor: int) -> frozenset[str]:
    """The parties of a person by offices ("Republican nominee") and by letters after the name ("(D-Vt.)")."""
    letters = {
        match["party"]
        for found in cast.found
        if found.actor == actor and found.form == "name" and (match := letter_after(cast.doc, found.last))
    }
    words = [word for office in cast.drafts[actor].offices for word in office.title.split()]
    return parties_in(words) | letters


def letter_after(doc: Doc, last: int) -> re.Match[str] | None:
    """The party's letter in brackets after a name."""
    return AFTER_NAME.match(doc[last + 1 : last + 5].text)
