"""Who speaks on the web: sites under their address ("BigRiver.com said"), those who sign a post set into the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import is_capital
from onrecord.annotate.entities import LABELS, Name
from onrecord.annotate.posts import find_posts
from onrecord.naming import fold, load_first_names
from onrecord.vocab.nouns import load_verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.annotate.parse import Parse

SITE = re.compile(r"[A-Za-z][\w-]+\.(?:com|org|net|info|news|tv|co\.[a-z]{2})")


def add_sites(doc: Doc, names: list[Name]) -> list[Name]:
    """The names with the sites that speak under their address ("BigRiver.com said"), which the parser leaves out."""
    taken = {index for name in names for index in range(name.first, name.last + 1)}
    sites = [
        Name(first=one.i, last=one.i, text=one.text, kind=LABELS["ORG"], label="ORG")
        for one in doc
        if one.i not in taken and one.dep_ in ("nsubj", "pobj", "poss") and SITE.fullmatch(one.text)
        and (one.text[0].isupper() or is_told(one))
    ]  # fmt: skip
    return sorted((*names, *sites), key=lambda name: name.first)


def is_told(token: Token) -> bool:
    """Is what somebody says the word's own ("bigriver.com notes that", "according to bigriver.com")?"""
    if token.dep_ == "nsubj":
        return token.head.lemma_ in load_verbs()["speech"]
    return token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according"


def find_signers(parse: Parse) -> list[Name]:
    """The names under posts that are set into the page, whole ("— Coast Relief South (@reliefsouth) May 4, 2021")."""
    found = []
    for post in find_posts(parse.readable):
        span = parse.doc.char_span(*post.name)
        if span is not None and all(is_capital(token) or token.is_punct or token.is_lower for token in span):
            given = fold(span[0].text) in load_first_names()
            label, kind = ("PERSON", "person") if given else ("ORG", "organization")
            found.append(Name(first=span.start, last=span.end - 1, text=span.text, kind=kind, label=label))
    return found
