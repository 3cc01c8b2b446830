"""Whose title a title is: the name before or after it, across a comma, or after the long name of its body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import Name
from onrecord.annotate.titles import Title, is_honorific
from onrecord.vocab.gazetteer import Entry, load_name_words
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ABBREVIATED = 4
"""Longest title that is printed with a point ("Capt.")."""
LINKING = frozenset(("is", "was", "who", "also", "as", "serves", "served", "a", "an", "the", "now"))
"""Words between a name with its comma and a title of its own ("Ana Ruta, who also serves as head of ...")."""
FOLLOWING = frozenset(
    ("and", "who", "in", "at", "for", "of", "on", "said", "told", "from", "under", "during", "since", "with", "whose")
)
"""Words after a title in apposition that show it has ended."""
COMPLEMENT = frozenset(("of", "for", "at"))
WITHIN = frozenset(("of", "for", "the", "and", "&", "'s", "’s", "-", "on"))
"""Words in lower case and marks inside the name of a body."""
LONGEST = 16
"""Tokens from a title to the name of its holder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A title joined to the name beside it; `first` and `last` are the tokens of both together."""

    title: Title
    name: int
    first: int
    last: int
    place: str


def join_titles(doc: Doc, titles: Sequence[Title], names: Sequence[Name], persons: Mapping[int, int]) -> list[Held]:
    """Find whose title each title is, where a name stands beside it."""
    starts = {names[number].first: number for number in persons}
    ends = {names[number].last: number for number in persons}
    held = []
    for title in titles:
        if title.plural:
            held += before_names(doc, title, names, starts)
            continue
        found = (
            before_name(doc, title, names, starts)
            or after_name(doc, title, names, ends)
            or across_comma(doc, title, names, starts)
            or across_body(doc, title, names, starts)
        )
        if found is not None:
            held.append(found)
    return held


def before_name(doc: Doc, title: Title, names: Sequence[Name], starts: Mapping[int, int]) -> Held | None:
    """A title right before a name ("NATO chief Ana Ruta"); the point of an abbreviation is let pass."""
    index = title.last + 1
    if index < len(doc) and doc[index].text == "." and index == title.head + 1 and len(doc[title.head]) <= ABBREVIATED:
        index += 1
    while index + 1 < len(doc) and index not in starts and is_honorific(doc[index]):
        index += 1
    if index not in starts or title.served is not None:
        return None
    return Held(title=title, name=starts[index], first=title.core, last=names[starts[index]].last, place="before")


def before_names(doc: Doc, title: Title, names: Sequence[Name], starts: Mapping[int, int]) -> list[Held]:
    """A title of several right before their names ("Foreign Ministers Ana Ruta and Jan Mark"): each holds it."""
    index, found = title.last + 1, []
    while index in starts:
        name = names[starts[index]]
        found.append(Held(title=title, name=starts[index], first=name.first, last=name.last, place="before"))
        index = name.last + 1
        if index < len(doc) and doc[index].text.lower() == "of":
            index = next((at for at in range(index, min(index + 5, len(doc))) if doc[at].text in (",", "and")), index)
        while index < len(doc) and doc[index].text.lower() in (",", "and"):
            index += 1
    return found if len(found) > 1 and title.served is None else []


def is_rank(token: Token) -> bool:
    """Is a capitalised word a title of one word before a name ("its commander, Admiral Ana Ruta")?"""
    words = load_title_words()
    lower = token.text.lower().rstrip(".")
    return token.text[:1].isupper() and (lower in words.heads or lower in words.honorifics)


def after_name(doc: Doc, title: Title, names: Sequence[Name], ends: Mapping[int, int]) -> Held | None:
    """A title in apposition after a name ("Ana Ruta, the deputy chief of staff,"), or after "who is"."""
    index = title.first - 1
    if index < 1 or title.plural:
        return None
    while index > 0 and doc[index].text.lower() in LINKING:
        index -= 1
    end = past_home(doc, index, ends)
    following = doc[title.last + 1] if title.last + 1 < len(doc) else None
    set_off = end < index - 1 and following is not None and following.text == ","
    subject = doc[title.head].dep_ in ("nsubj", "nsubjpass") and not set_off
    if doc[index].text not in (",", "(") or end not in ends or subject:
        return None
    closed = following is None or following.is_punct or following.is_space or following.text.lower() in FOLLOWING
    if not closed and doc[title.head].dep_ != "appos":
        return None
    return Held(title=title, name=ends[end], first=names[ends[end]].first, last=title.last, place="after")


def past_home(doc: Doc, comma: int, ends: Mapping[int, int]) -> int:
    """The last token of a name before where its bearer is from ("Ana Ruta of Marn,", "Ana Ruta, Democrat of Marn,")."""
    at = comma - 1
    while at > max(comma - 4, 2) and is_capital(doc[at]):
        at -= 1
    if at == comma - 1 or doc[at].lower_ not in ("of", "from"):
        return comma - 1
    at -= 1
    if at not in ends and is_capital(doc[at]) and doc[at].ent_type_ in ("NORP", ""):
        at -= 1 + (doc[at - 1].lower_ == "a")
        at -= doc[at].text == ","
    return at


def across_comma(doc: Doc, title: Title, names: Sequence[Name], starts: Mapping[int, int]) -> Held | None:
    """A definite title, a comma and a name ("his defence minister, Ana Ruta,")."""
    index = body_end(doc, title) + 1
    if index + 1 >= len(doc) or doc[index].text != "," or title.plural:
        return None
    start = index + 1
    while start not in starts and start < len(doc) and is_rank(doc[start]):
        start += 1
    if start not in starts:
        return None
    number = starts[start]
    name = names[number]
    following = doc[name.last + 1] if name.last + 1 < len(doc) else None
    closed = following is None or following.is_punct or following.text.lower() in ("who", "and")
    owned = index > title.last + 1 or title.owner is not None or title.of is not None or title.determiner == "'s"
    full = name.last > name.first
    if index > title.last + 1 and not (closed and full):
        return None
    if doc[name.first : name.last + 1].root.dep_ == "appos" and (full or closed):
        return Held(title=title, name=number, first=title.core, last=name.last, place="comma")
    if closed and full and owned and title.determiner not in ("a", "an"):
        return Held(title=title, name=number, first=title.core, last=name.last, place="comma")
    return None


def body_end(doc: Doc, title: Title) -> int:
    """The last token of a title with a common noun behind it ("the head of the pump company")."""
    at = title.last + 1
    if title.last != title.head or doc[at : at + 1].text.lower() != "of":
        return title.last
    at += 1
    while at < min(title.head + LONGEST, len(doc)) and doc[at].pos_ in ("DET", "ADJ", "NOUN"):
        at += 1
    return at - 1 if doc[at - 1].pos_ == "NOUN" else title.last


def across_body(doc: Doc, title: Title, names: Sequence[Name], starts: Mapping[int, int]) -> Held | None:
    """A title, the long name of its body and a name ("head of the Ruta Lower House's Budget Committee Ana Ruta")."""
    if title.plural or doc[title.head + 1 : title.head + 2].text.lower() not in COMPLEMENT:
        return None
    bodies = load_name_words()["organization"]
    for index in range(title.head + 2, min(title.head + LONGEST, len(doc))):
        token, before = doc[index], doc[index - 1]
        if index in starts and before.text.lower() in bodies and is_capital(before):
            name = names[starts[index]]
            if name.last > name.first and name.label == "PERSON":
                return Held(title=title, name=starts[index], first=title.core, last=name.last, place="before")
            return None
        if not (is_capital(token) or token.text.lower() in WITHIN):
            return None
    return None


def state_after(doc: Doc, name: Name, names_at: Mapping[int, tuple[int, Name]]) -> Entry | None:
    """The state or body in "President Ana Ruta of Ruritania"."""
    index = name.last + 1
    if index + 1 >= len(doc) or doc[index].text.lower() != "of":
        return None
    index += 1 + (doc[index + 1].text.lower() == "the")
    other = names_at.get(index, (-1, None))[1]
    if other is not None and other.entry is not None and other.entry.kind in ("state", "body"):
        return other.entry
    if other is not None and other.entry is None and other.label in ("GPE", "ORG"):
        return Entry(name=other.text, kind="body")
    return None
