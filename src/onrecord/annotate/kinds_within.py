"""What a document's other names and the words around a name say of its kind: short forms, titles, places.

A small parser labels unfamiliar names at random, so how an article prints them counts for more: a person goes by the
last word of the name, a firm by the first, people are "in" a town.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital, is_title_case
from onrecord.naming import fold, load_first_names
from onrecord.vocab.gazetteer import load_name_words
from onrecord.vocab.nouns import load_nominals, load_verbs
from onrecord.vocab.offices import load_title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from onrecord.annotate.entities import Name

NUMBERED = re.compile(r"(?:.+ )?[A-Z]{1,2}-?\d+\+?|.*['’]s \d+")
"""A model, visa, page or year, not a body ("B52", "Comet S9+", "Ruta’s 1995")."""
COMPOUNDED = re.compile(r"[A-Z][a-z]{2,}[A-Z]\w*")
JOINED = ("Mac", "Del", "Des", "Van", "Von", "Fitz", "Las", "Ter", "Ten", "Den")
"""What begins a surname with a capital inside ("MacRuta", "VanDyke")."""
PLACED = ("GPE", "LOC", "FAC")
OFTEN = 2
"""Times that a last word stands alone before it says that the whole is a person's name."""
NEAR = frozenset({"near", "outside"})
SETTLEMENTS = frozenset(
    {"village", "town", "city", "port", "hamlet", "island", "valley", "district", "suburb", "parish", "mayor"}
)
"""What a name after "of" names: "the village of Hask"."""
HELD = frozenset(
    {
        "believe", "belief", "confide", "confidence", "faith", "trust", "interest", "hope", "delight", "rejoice", "see",
        "find", "have", "be", "invest", "stake", "pride", "disappointment", "investor", "investment", "share",
        "shareholder",
    }
)  # fmt: skip
"""Words with "in" of somebody ("confidence in Ruta")."""


def find_short_firms(doc: Doc, names: Sequence[Name]) -> frozenset[str]:
    """One-word names that only begin a firm's longer name here ("Sandholm" beside "Sandholm Ports"), folded.

    What is also somebody's surname or a place is none, nor what begins the name of a union, a court or a paper.
    """
    others = frozenset(load_nominals()["firms"]["others"])
    longer: dict[str, set[str]] = {}
    taken: set[str] = set()
    managed = {fold(name.text) for name in names if is_managed(doc, name, "served")}
    for name in names:
        words = fold(name.text).split()
        firm = words[-1] in load_name_words()["organization"]
        person = len(words) > 1 and name.label == "PERSON" and not firm
        if person or name.entry is not None or name.label in PLACED or name.kind == "place":
            taken.update(words)
        elif (
            len(words) in (2, 3) and words[-1] not in others and (firm or (name.label == "ORG" and words[0] in managed))
        ):
            longer.setdefault(words[0], set()).add(" ".join(words))
    return frozenset(word for word, found in longer.items() if len(found) == 1) - taken - load_first_names().keys()


def is_managed(doc: Doc, name: Name, more: str) -> bool:
    """Has a name what only a firm has ("Sandholm's chief executive", "Sandholm shares"), or what one more list has?"""
    after = [token.lower_ for token in doc[name.last + 1 : name.last + 4]]
    firms = load_nominals()["firms"]
    held = {*firms["held"], *firms[more]}
    owned = after[1:] if after[:1] in (["'s"], ["’s"]) else after
    return bool(owned) and (owned[0] in held or " ".join(owned[:2]) in held)


def find_managed(doc: Doc, names: Sequence[Name]) -> frozenset[str]:
    """One-word names, folded, that more than once have what only a firm has, and that nobody here bears."""
    managed: Counter[str] = Counter()
    worn: set[str] = set()
    titles = load_title_words()
    for name in names:
        words = fold(name.text).split()
        before = doc[max(name.first - 1, 0)].lower_.rstrip(".")
        if name.entry is not None or before in titles.honorifics or (before in titles.heads and len(words) == 1):
            worn.update(words)
        elif len(words) > 1 and words[-1] not in load_name_words()["organization"] and name.label == "PERSON":
            worn.add(words[-1])
        elif len(words) == 1:
            managed[words[0]] += is_managed(doc, name, "owned") or is_dealt_in(doc, name)
    return frozenset(word for word, n in managed.items() if n >= OFTEN) - worn - load_first_names().keys()


def is_dealt_in(doc: Doc, name: Name) -> bool:
    """Is it what firms are dealt in by ("to acquire Sandholm", "shares of Sandholm", "a merger with Sandholm")?"""
    root = doc[name.first : name.last + 1].root
    at = root.head.head if root.dep_ == "pobj" and root.head.lower_ in ("of", "in", "with") else root.head
    return (root.dep_ in ("pobj", "dobj")) and at.lemma_.lower() in load_nominals()["firms"]["dealt"]


def find_last_named(doc: Doc, names: Sequence[Name]) -> frozenset[str]:
    """Full names, folded, whose last word goes alone for them here ("Ruta said" beside "Ana Ruta")."""
    alone: Counter[str] = Counter()
    placed: set[str] = set()
    for name in names:
        words = fold(name.text).split()
        if name.entry is not None or (len(words) == 1 and name.label in PLACED):
            placed.update(words)
        elif len(words) == 1 and doc[max(name.first - 1, 0)].lower_ not in ("the", "a"):
            alone[words[0]] += 1
    found = set()
    for name in names:
        words = fold(name.text).split()
        open_ = name.entry is None and name.label == "ORG" and is_full_name(doc, name) and not placed & set(words)
        if open_ and alone[words[-1]] >= OFTEN and not alone[words[0]]:
            found.add(fold(name.text))
    return frozenset(found)


def is_titled(doc: Doc, name: Name) -> bool:
    """Does a printed title stand right before a full name ("President Ana Ruta"), one that no firm or body has?"""
    title = doc[name.first - 1]
    shared = load_nominals()["company"]["offices_of_firms"]
    return title.text[:1].isupper() and title.lower_ not in shared and is_full_name(doc, name)


def is_set_off(doc: Doc, name: Name) -> bool:
    """Does a full name stand between commas after an office, however it was parsed ("his aide, Ana Ruta, said")?"""
    return name.last + 1 < len(doc) and doc[name.last + 1].text == "," and is_full_name(doc, name)


def is_full_name(doc: Doc, name: Name) -> bool:
    """Two or three capitalised words that no body, place or thing is called by."""
    words, tokens = load_name_words(), doc[name.first : name.last + 1]
    known = words["organization"] | words["place"] | words["nothing"]
    titled = tokens[0].lower_ in load_title_words().heads
    return (
        len(tokens) in (2, 3)
        and not titled
        and all(one.is_alpha and one.text.istitle() and one.tag_ == "NNP" and one.lower_ not in known for one in tokens)
    )


def is_product(doc: Doc, name: Name, root: Token) -> bool:
    """ "Its phone, the Brisk", "the Brisk phone", "its Brisk": does a name stand for a thing that somebody makes?"""
    things, at = frozenset(load_nominals()["products"]), name.first - 1
    the = at > 1 and doc[at].lower_ == "the"
    at -= (1 + (doc[at - 1].text == ",")) if the else 0
    person = fold(doc[name.first].text) in load_first_names()
    if at >= 0 and not person and doc[at].lower_ in things and doc[at].tag_ == "NN" and doc[at].ent_type_ == "":
        return True
    if name.first and doc[name.first - 1].lower_ in ("called", "dubbed", "named", "codenamed"):
        schemes = things | frozenset(load_nominals()["schemes"])
        if any(one.lower_ in schemes for one in doc[max(0, name.first - 6) : name.first - 1]):
            return True  # "a secret program called Brisk"
    after = doc[name.last + 1] if name.last + 1 < len(doc) else None
    if after is not None and after.lower_ in things and root.head.i == after.i:
        return True
    owned = any(one.lower_ in ("its", "their") and one.i == name.first - 1 for one in root.lefts)
    return owned and name.label not in ("ORG", "PERSON") and root.dep_ in ("nsubj", "dobj", "pobj")


def find_storms(doc: Doc) -> frozenset[str]:
    """Names of storms, folded, that stand alone as well ("Hurricane Marla … Marla killed three")."""
    kinds = load_name_words()["weather"]
    storms = {fold(one.nbor(1).text) for one in doc[:-1] if one.lower_ in kinds and one.text.istitle()}
    return frozenset(word for word in storms if word.isalpha())


def is_team(doc: Doc, name: Name) -> bool:
    """Does a name of more words end in a plural, as a team's does ("the Ost Ravens")?"""
    given = fold(doc[name.first].text) in load_first_names()
    thing = doc[name.last].lower_ in load_name_words()["nothing"]
    return name.label == "PERSON" and name.first < name.last and doc[name.last].tag_ == "NNPS" and not (given or thing)


def is_compounded(name: Name) -> bool:
    """Has a name of one word a capital inside, as a firm may ("SpaceRuta"), none of a surname ("McRuta")?"""
    inside = COMPOUNDED.fullmatch(name.text)
    return inside is not None and not name.text.startswith(JOINED)


def is_numbered(name: Name, storms: frozenset[str]) -> bool:
    """A model, visa, page or year ("B52", "Comet S9+"), what only a number tells from others ("Bill 12"), a storm."""
    return (
        fold(name.text) in storms
        or NUMBERED.fullmatch(name.text) is not None
        or (name.label != "ORG" and name.text.split()[-1].isdigit())
    )


def is_owned_day(doc: Doc, name: Name) -> bool:
    """ "Valentine's Day", "St Ana's Prize": does a name only own the capitalised word of something that is nobody?"""
    after = doc[name.last + 1 : name.last + 3]
    if len(after) < 2 or after[0].text not in ("'s", "’s") or is_title_case(doc[name.first].sent):
        return False
    return is_capital(after[1]) and after[1].lower_ in load_nominals()["days"]


def is_settlement(doc: Doc, name: Name, root: Token) -> bool:
    """ "The village of Hask", "near Hask", "the mayor of Hask": words before a name that only a place has."""
    if name.first < 2 or root.dep_ != "pobj":
        return False
    before = doc[name.first - 1].text.lower()
    return before in NEAR or (before == "of" and doc[name.first - 2].lemma_.lower() in SETTLEMENTS)


def find_towns(doc: Doc, names: Sequence[Name]) -> frozenset[str]:
    """Names of one word, folded, that things are "in" and nobody is called by ("the school in Hask")."""
    inside: set[str] = set()
    worn: set[str] = set()
    heads = load_title_words().heads
    for name in names:
        words = fold(name.text).split()
        if len(words) > 1:
            worn.add(words[-1])
            continue
        root, before = doc[name.last], doc[max(name.first - 1, 0)]
        if before.lower_.rstrip(".") in heads:
            worn.add(words[0])
        if root.dep_ == "nsubj" and root.head.lemma_ in load_verbs()["speech"] and name.label != "GPE":
            worn.add(words[0])
        within = before.lower_ == "in" and root.dep_ == "pobj" and root.head == before
        if within and before.head.lemma_.lower() not in HELD and not name.text.isupper():
            inside.add(words[0])
    return frozenset(inside - worn - load_first_names().keys())
