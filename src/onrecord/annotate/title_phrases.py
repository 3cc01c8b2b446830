"""What stands around the head of a title: modifiers, state or body, owner before it, the complement after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import Name
from onrecord.annotate.name_ends import DASHES
from onrecord.annotate.polities import gazetteer_of
from onrecord.vocab.gazetteer import Entry, load_name_words
from onrecord.vocab.offices import TitleWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FAR = 10
"""How many tokens before its head a title may start."""

COMPLEMENT = frozenset(("of", "for", "to", "on"))
COUNTERPART = "counterpart"
SENT = frozenset(
    ("envoy", "ambassador", "advisor", "aide", "representative", "delegate", "counsel", "commissioner", "secretary")
)
"""Heads that go on with "to": of any other it is where somebody went ("a visit by its chief to the capital")."""
DETERMINERS = frozenset(
    ("the", "a", "an", "this", "that", "another", "one", "some", "any", "every", "each", "no", "both", "two")
)


@dataclass(slots=True)
class Before:
    """What stands before a title's head, read leftwards."""

    first: int
    core: int
    modifiers: list[int]
    of: Entry | None = None
    owner: int | None = None
    determiner: str = ""


@dataclass(slots=True, kw_only=True)
class After:
    """What follows a title's head: its words, the state or body, and the token of whom it serves."""

    last: int
    words: list[str] = field(default_factory=list)
    of: Entry | None = None
    served: int | None = None


def read_before(
    doc: Doc, low: int, at: Mapping[int, tuple[int, Name]], persons: Mapping[int, int], words: TitleWords
) -> Before:
    """Read modifiers, state or body, owner and determiner, leftwards from the head."""
    result = Before(first=low, core=low, modifiers=[])
    index, start = low - 1, doc[low].sent.start
    while index >= start and low - index <= FAR:
        if closes_phrase(doc, index, at, persons, result):
            return result
        number, name = at.get(index, (-1, None))
        if name is not None and number not in persons and not is_plain(doc, index, name, words):
            result.of = result.of or body_of(doc, name) or unknown_of(doc, name, low)
            result.first = result.core = name.first
            index = name.first - 1
            continue
        if name is not None or doc[index].is_space:
            return result
        step = read_word(doc, index, low, at, words, result)
        if step == 0:
            return result
        index -= step
    return result


def closes_phrase(
    doc: Doc, index: int, at: Mapping[int, tuple[int, Name]], persons: Mapping[int, int], result: Before
) -> bool:
    """Read what opens a noun phrase: a possessor, a possessive pronoun, an article; True where one stands here."""
    token = doc[index]
    lower = token.text.lower()
    if token.tag_ == "POS" or token.text in ("'s", "’s", "'", "’"):
        read_possessor(doc, index - 1, at, persons, result)
    elif token.tag_ == "WP$" and index > 1 and doc[index - 1].text == ",":
        read_possessor(doc, index - 2, at, persons, result)  # "Ruritania, whose president, Ana Ruta, …"
    elif token.tag_ == "PRP$":
        result.owner, result.first, result.determiner = index, index, lower
    elif lower in DETERMINERS:
        result.first, result.determiner = index, lower
    else:
        return False
    return True


def unknown_of(doc: Doc, name: Name, head: int) -> Entry | None:
    """What nobody knows, right before a head: "the Ruta chairman" is not every chairman."""
    beside = name.last == head - 1 and all(token.pos_ == "PROPN" for token in doc[name.first : head])
    return Entry(name=name.text, kind="body") if beside and name.entry is None else None


def is_plain(doc: Doc, index: int, name: Name, words: TitleWords) -> bool:
    """Is a "name" before a head only a capitalised modifier ("National Security" Advisor)?"""
    lower = doc[index].text.lower()
    body = name.last > name.first and lower in load_name_words()["organization"]
    return name.entry is None and lower in words.modifiers and not body


def body_of(doc: Doc, name: Name) -> Entry | None:
    """The state or body that a name before a head stands for."""
    if name.entry is None:
        return own_entry(doc, name)
    return None if name.entry.kind == "network" else name.entry


def read_word(
    doc: Doc, index: int, low: int, at: Mapping[int, tuple[int, Name]], words: TitleWords, result: Before
) -> int:
    """Read one word before a head that is no name.

    Returns:
        How many tokens were read; 0 where the phrase ends.
    """
    token = doc[index]
    lower = token.text.lower().rstrip(".")
    if token.text.isupper() and 2 <= len(token) <= 6 and token.pos_ == "PROPN" and lower not in words.heads:
        # "ATF Acting Director": capitals that the parser saw no name in.
        result.of = result.of or Entry(name=token.text, kind="body")
        result.first = result.core = index
        return 1
    listed = lower in words.modifiers | words.former | words.drop
    if listed or lower in words.heads or is_modifier(token, low):
        if lower == "co" or (token.pos_ in ("VERB", "AUX") and not listed):
            return 0
        result.modifiers.insert(0, index)
        result.first = result.core = index
        return 1
    if token.text in DASHES and token.text not in "—–" and index and doc[index - 1].is_alpha:
        return 1
    if token.text == ")" and index >= 2 and doc[index - 2].text == "(" and index - 1 in at:
        # "International Ruta Organization (IRO) chief": the acronym names the body as well.
        return 1
    if token.text == "(" and result.of is not None and index - 1 in at:
        result.of = at[index - 1][1].entry or result.of
        result.first = result.core = at[index - 1][1].first
    return 0


def own_entry(doc: Doc, name: Name) -> Entry | None:
    """An organisation that only this text knows, as the body of a title; a state in its name gives the side."""
    if name.kind == "place" and name.label == "GPE":
        return Entry(name=name.text, kind="region")
    if name.kind not in ("organization", "") or not is_body_word(name):
        return None
    side = next(
        (entry.side for _, _, entry in gazetteer_of(doc).scan(name.text.split()) if entry.kind in ("demonym", "state")),
        None,
    )
    return Entry(name=name.text, kind="body", side=side)


def is_body_word(name: Name) -> bool:
    """Does a name read as an organisation's?"""
    return name.label == "ORG" or name.text.split()[-1].lower() in load_name_words()["organization"]


def is_modifier(token: Token, head: int) -> bool:
    """Does the parse put a word into the noun phrase of a head to its right?"""
    if token.pos_ not in ("NOUN", "ADJ", "PROPN") or token.is_stop:
        return False
    return (
        token.dep_ in ("compound", "amod", "nmod", "nn")
        and token.i < token.head.i
        and token.head.i - token.i <= 6
        and (token.head.i <= head or token.dep_ != "nmod")
        and head - token.i <= 4
    )


def read_possessor(
    doc: Doc, last: int, at: Mapping[int, tuple[int, Name]], persons: Mapping[int, int], result: Before
) -> None:
    """The owner of a title: a state or body gives its `of`, a person the owner."""
    number, name = at.get(last, (-1, None))
    result.determiner = "'s"
    if name is None:
        result.owner = last
        result.first = last
        return
    result.first = name.first
    if number in persons:
        result.owner = name.last
    else:
        result.of = result.of or name.entry or own_entry(doc, name)
        result.owner = None if result.of is not None else name.last


def read_complement(
    doc: Doc,
    high: int,
    at: Mapping[int, tuple[int, Name]],
    persons: Mapping[int, int],
    words: TitleWords,
    head: str,
) -> After:
    """Read the complement after a head ("of state", "for the United Nations"), as far as it goes."""
    result = After(last=high)
    index = high + 1
    if index < len(doc) and doc[index].text.lower() in ("elect", "designate"):
        return After(last=index, words=[doc[index].text.lower()])
    prepositions = COMPLEMENT | ({"at"} if head in words.at else set())
    prepositions |= {"in", "from"} if head == COUNTERPART else set()
    while index + 1 < len(doc) and doc[index].text.lower() in prepositions and not doc[index + 1].is_space:
        preposition = doc[index].text.lower()
        if preposition == "to" and head not in SENT:
            break
        inner = index + 1
        while inner < len(doc) - 1 and doc[inner].text.lower() in ("the", "its", "his", "her", "their"):
            inner += 1
        number, name = at.get(inner, (-1, None))
        if name is not None and number in persons:
            result.served, result.last = name.first, name.last
            break
        subject = doc[inner].text.lower() in words.subjects
        if name is not None and name.first == inner and (not subject or is_served(doc, name, words)):
            article = "the " if inner > index + 1 else ""
            if not read_named(doc, name, preposition, article, head, words, result):
                break
        elif preposition in COMPLEMENT and subject:
            end = last_subject(doc, inner, words)
            if end in at and at[end][0] in persons:
                break
            result.words += [preposition, *(doc[i].text.lower() for i in range(inner, end + 1))]
            result.last = end
        else:
            break
        index = result.last + 1
    return result


def is_served(doc: Doc, name: Name, words: TitleWords) -> bool:
    """Is a name that begins like the subject of a title a body's ("the Defence Committee", "the House" speaker)?"""
    entry, last = name.entry, doc[name.last]
    if entry is not None and entry.kind == "body":
        following = doc[name.last + 1].lower_.rstrip(".") if name.last + 1 < len(doc) else ""
        return following in words.heads or (name.first < name.last and name.text == entry.name)
    known = last.lower_ in load_name_words()["organization"] and not last.lower_.startswith(("service", "reserve"))
    return entry is None and name.first < name.last and known and is_capital(last)


def read_named(
    doc: Doc, name: Name, preposition: str, article: str, head: str, words: TitleWords, result: After
) -> bool:
    """Read a state, body or place in a complement; False where the complement ends before it."""
    entry = name.entry if name.entry is not None else own_entry(doc, name)
    end = doc[name.last]
    modifies = end.dep_ in ("compound", "amod", "nmod") and end.head.i > end.i
    if preposition == "to" and name.entry is None and modifies:
        return False  # "a foreign minister to the Marnian capital": where somebody went
    following = doc[name.last + 1].text.lower().rstrip(".") if name.last + 1 < len(doc) else ""
    if entry is not None and entry.kind in ("demonym", "regional"):
        return False
    if preposition not in COMPLEMENT:
        works = entry is not None and (entry.kind == "body" or (head == COUNTERPART and preposition != "at"))
        result.of, result.last = (result.of or entry, name.last) if works else (result.of, result.last)
        return works
    if following in words.heads:
        result.served = name.first
        return False
    abroad = head in ("envoy", "ambassador")
    if entry is not None and preposition in ("of", "for") and not abroad:
        result.of = result.of or entry
    elif preposition in ("to", "for") or abroad or entry is None:
        result.words += [preposition, article + name.text]
    result.last = name.last
    return True


def last_subject(doc: Doc, index: int, words: TitleWords) -> int:
    """The last token of a row of words that complete a title ("foreign affairs", "health and education")."""
    end = index
    while end + 1 < len(doc):
        joined = doc[end + 1].text == "and" and end + 2 < len(doc) and doc[end + 2].text.lower() in words.subjects
        if doc[end + 1].text.lower() not in words.subjects and not joined:
            break
        end += 1
    return end
