"""Titles and offices, learned from the text: "Ruritanian Foreign Minister Ana Ruta", "Jan Mark, a spokesman for ...".

A title is a head word with what stands before it (modifiers, the state or body) and its complement ("of state", "for
the United Nations"). Before or beside a name it gives that person an office; alone it is a mention that
`onrecord.annotate.holders` resolves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import Name
from onrecord.annotate.name_ends import DASHES
from onrecord.annotate.title_phrases import read_before, read_complement
from onrecord.naming import fold, load_first_names
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.offices import TitleWords, load_title_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PLURAL_TAGS = frozenset(("NNS", "NNPS"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in the text.

    Attributes:
        first, last: Its tokens, determiner, state and complement included.
        head: The token of its head word.
        core: First token without determiner and owner.
        title: Normalised words without the state or body ("deputy foreign minister").
        of: State or body it belongs to, if printed; `of_state` says which.
        owner: Token of a possessive pronoun or possessor ("his", "Putin's"), if any.
        served: Token of the name or title it serves in a complement ("spokesman for Ana Ruta").
        determiner: Lower-case determiner ("the", "a", ""), "'s" for a possessor.
    """

    first: int
    last: int
    head: int
    core: int
    title: str
    of: str | None = None
    of_state: bool = False
    of_place: bool = False
    owner: int | None = None
    served: int | None = None
    determiner: str = ""
    plural: bool = False
    former: bool = False
    doubtful: bool = False


def find_titles(doc: Doc, names: Sequence[Name], persons: Mapping[int, int]) -> list[Title]:
    """Find every title in a document.

    Args:
        doc: The parsed document.
        names: Its names.
        persons: Index of a name -> its person, for the names that are persons.

    Returns:
        Titles in the order of the text.
    """
    at = {index: (number, name) for number, name in enumerate(names) for index in range(name.first, name.last + 1)}
    words, titles, done = load_title_words(), [], -1
    for token in doc:
        if token.i <= done:
            continue
        span = head_span(doc, token.i, words)
        if span is None or (token.i in at and at[token.i][0] in persons and at[token.i][1].last > token.i - 1):
            continue
        if (token.i in at and at[token.i][1].entry is not None) or (token.i and is_praise(token.nbor(-1))):
            continue
        if token.i in at and is_within(doc, token.i, at[token.i][1]):
            continue
        title = build_title(doc, span, at, persons, words)
        if title is not None:
            titles.append(title)
            done = title.last
    return titles


def is_within(doc: Doc, index: int, name: Name) -> bool:
    """Is a title a word inside a body's name ("the Ruta County Sheriff's Office")?"""
    return index < name.last and doc[name.last].lower_ == "office" and is_capital(doc[name.last])


def head_span(doc: Doc, index: int, words: TitleWords) -> tuple[int, int, str] | None:
    """The title head that starts at a token: first and last token and its canonical form."""
    one = doc[index].text.lower().rstrip(".")
    if index + 2 < len(doc) and doc[index + 1].text in DASHES:
        three = f"{one}-{doc[index + 2].text.lower()}"
        if three in words.heads:
            return index, index + 2, words.heads[three]
    if index + 1 < len(doc):
        two = f"{one} {doc[index + 1].text.lower()}"
        if two in words.heads:
            return index, index + 1, words.heads[two]
    if one not in words.heads or doc[index].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return None
    if one == "pm" and doc[index].text != "PM":
        return None  # the hour
    if index > 1 and doc[index].text.istitle() and doc[index - 1].text in ("for", "of", "on"):
        before = doc[index - 2]
        if is_capital(before) and before.text.lower() in load_name_words()["organization"]:
            return None  # "the Ruta Centre for Justice"
    following = doc[index + 1] if index + 1 < len(doc) else None
    if (
        following is not None
        and following.text in DASHES
        and index + 2 < len(doc)
        and doc[index + 2].is_alpha
        and following.text != "—"
    ):
        return None
    # "chief executive", "president elect", "foreign minister": the last head word of the run is the head.
    if (
        following is not None
        and following.text.lower().rstrip(".") in words.heads
        and not (doc[index].text.endswith("."))
    ):
        named = following.ent_type_ == "PERSON" and doc[index].text.islower() and following.text.istitle()
        apart = named or following.text.endswith(".")  # "the late singer Prince"
        return (index, index, words.heads[one]) if apart else None
    return index, index, words.heads[one]


def build_title(
    doc: Doc,
    span: tuple[int, int, str],
    at: Mapping[int, tuple[int, Name]],
    persons: Mapping[int, int],
    words: TitleWords,
) -> Title | None:
    """A title from its head: what stands before it, then its complement."""
    low, high, head = span
    before = read_before(doc, low, at, persons, words)
    after = read_complement(doc, high, at, persons, words, head)
    own = [doc[i].text.lower().rstrip(".") for i in before.modifiers]
    kept = [word for word in own if word not in words.drop and word not in words.former and word not in DASHES]
    former = any(word in words.former for word in own)
    entry = before.of or after.of
    if low > before.core and doc[low - 1].text in DASHES and low - 2 >= before.core:
        kept = [word for word in kept if word not in ("ex",)]
    title = " ".join([*kept, head, *after.words])
    of = entry.name if entry is not None and entry.kind != "capital" else (entry.side if entry is not None else None)
    return Title(
        first=before.first,
        last=after.last,
        head=high,
        core=before.core,
        title=title,
        of=of,
        of_state=entry is not None and entry.kind in ("state", "demonym", "capital"),
        of_place=entry is not None and entry.kind in ("region", "regional"),
        owner=before.owner,
        served=after.served,
        determiner=before.determiner,
        plural=doc[high].tag_ in PLURAL_TAGS or doc[high].text.lower().endswith(("ers", "ents", "chiefs", "spokesmen")),
        former=former,
        doubtful=doc[low].text.lower().rstrip(".") in words.doubtful,
    )


def is_title_name(doc: Doc, name: Name) -> bool:
    """Is a "name" nothing but title words ("Deputy", "Spokesperson")? "Mr. King" is somebody of that name."""
    words = load_title_words()
    if name.label == "PERSON" and name.first > 0 and is_honorific(doc[name.first - 1]):
        return False
    if name.last > name.first and doc[name.last].text.lower() in load_name_words()["organization"]:
        return False  # "Liberal Union"
    if name.text.islower():
        return False  # "— ana ruta (@anaruta)"
    if (
        name.first == name.last
        and name.label == "ORG"
        and doc[name.first].lower_ in words.modifiers - words.heads.keys()
    ):
        return doc[name.first].dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")  # "Labour said"
    return all(
        doc[i].text.lower().rstrip(".") in words.heads
        or doc[i].text.lower() in words.modifiers
        or (i < name.last and is_praise(doc[i]))
        or not is_capital(doc[i])
        for i in range(name.first, name.last + 1)
    )


def is_praise(token: Token) -> bool:
    """Does a capital praise the title after it ("the Toughest Sheriff"), and is it no given name ("Ernest King")?"""
    superlative = token.lower_.endswith("est") and len(token) > len("forest")
    return superlative and token.text.istitle() and fold(token.text) not in load_first_names()


def is_honorific(token: Token) -> bool:
    """Is a word a form of address that may stand between a title and a name?"""
    return token.text[:1].isupper() and token.text.lower().rstrip(".") in load_title_words().honorifics
